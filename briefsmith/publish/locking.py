"""One build at a time into one target.

The lock is `flock` on a small file beside the target, so the kernel takes it back when its holder dies, however it
dies, and nobody ever has to delete a stale lock. The file's one line says who holds it: process, host, time.
"""

from __future__ import annotations

import fcntl
import os
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from briefsmith.publish.failure import PublishError

_PAUSE = 0.05  # seconds between two looks at a lock that another build holds
_held: set[int] = set()


@dataclass(frozen=True, slots=True)
class Owner:
    """Who holds a target: process number, host name, and since when (ISO 8601, UTC)."""

    pid: str
    host: str
    since: str

    def __str__(self) -> str:
        return f"process {self.pid} on {self.host}, since {self.since}"


class TargetBusy(PublishError):
    """Another build held the target for longer than we were ready to wait.

    `owner` is None in the instant before the other build has written its name.
    """

    def __init__(self, target: Path, owner: Owner | None) -> None:
        super().__init__(
            f"another build is publishing into `{target}` ({_named(owner)})",
            "wait until it has ended, or end it; its lock then goes away by itself",
        )
        self.owner = owner


class TargetLock:
    """The right to change one target, from `acquire` to `release`."""

    def __init__(self, path: Path, descriptor: int) -> None:
        self._path = path
        self._descriptor = descriptor

    @classmethod
    def acquire(cls, target: Path, wait: float, waiting: Callable[[str], None] | None) -> TargetLock:
        """Take the lock of `target`, waiting for it up to `wait` seconds.

        `waiting` is called once, with a text that names the owner, when there is something to wait for. Raises
        `TargetBusy` when the time is over, `OSError` where no lock file can be made.
        """
        path = target.with_name(f".{target.name}.lock")
        until = time.monotonic() + wait
        while (descriptor := _try(path)) is None:
            owner = _read_owner(path)
            if waiting is not None:
                waiting(_named(owner))
                waiting = None
            if time.monotonic() >= until:
                raise TargetBusy(target, owner)
            time.sleep(_PAUSE)
        return cls(path, descriptor)

    def release(self) -> None:
        """Give the target free; a second call does nothing."""
        if self._descriptor not in _held:
            return
        # Deleted while still held: whoever waits for this very file sees that it is gone and makes a new one.
        with suppress(OSError):
            self._path.unlink()
        _held.discard(self._descriptor)
        os.close(self._descriptor)


def _try(path: Path) -> int | None:
    """An open, locked descriptor of the lock file at `path`, signed with our name; None if another holds it."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o644)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if _is_at(path, descriptor):
            _sign(path, descriptor)
            _held.add(descriptor)
            return descriptor
    except BlockingIOError:
        pass
    except BaseException:
        os.close(descriptor)
        raise
    os.close(descriptor)
    return None


def _sign(path: Path, descriptor: int) -> None:
    """Write who we are into the lock file; where even that fails, leave no file behind."""
    since = datetime.now(UTC).isoformat(timespec="seconds")
    try:
        os.ftruncate(descriptor, 0)
        os.write(descriptor, f"{os.getpid()} {socket.gethostname()} {since}\n".encode())
    except OSError:
        path.unlink()
        raise


def _is_at(path: Path, descriptor: int) -> bool:
    """Whether the file that we locked is still the one at `path`, or was deleted by its last owner meanwhile."""
    try:
        return os.path.samestat(path.lstat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _read_owner(path: Path) -> Owner | None:
    """Who signed the lock file at `path`; None if it is gone or not signed yet."""
    try:
        words = path.read_text("utf-8", "replace").split()
    except FileNotFoundError:
        return None
    return Owner(*words) if len(words) == 3 else None


def _named(owner: Owner | None) -> str:
    return str(owner) if owner else "owner unknown"


def _let_go_in_child() -> None:
    """Close inherited locks in a forked child: a worker that outlives a killed build must not hold its target."""
    for descriptor in _held:
        os.close(descriptor)
    _held.clear()


os.register_at_fork(after_in_child=_let_go_in_child)
