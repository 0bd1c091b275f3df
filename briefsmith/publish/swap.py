"""Publish a folder as a whole: readers see the old site or the new one, never a mixture and never a part.

The new site is built in a staging folder beside the target, brought to the disk, and then changes places with the old
one in a single step of the kernel (`renameat2` with `RENAME_EXCHANGE`). Where that step is not offered, three renames
do the same; a crash between the first two leaves the target missing for the moment, and whoever opens the target next
puts the old site back first. Beside a target `site` lie, while a build runs: `.site.lock`, `.site.staging-<8 hex>`,
and `.site.staging-old` between those renames.
"""

from __future__ import annotations

import os
import re
import secrets
import shutil
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from briefsmith.publish import disk
from briefsmith.publish.failure import PublishError, telling
from briefsmith.publish.locking import Owner, TargetBusy, TargetLock

__all__ = ["Owner", "PublishError", "Staging", "TargetBusy", "recover"]

_SITE_MARKS = ("index.html", "briefsmith.json")
_WORKING_MARKS = (".git", ".hg", ".jj", ".svn", "mkdocs.yml")


class Staging:
    """A folder in which a new site grows, while this process holds the target.

    As a context manager it is discarded on leaving unless it was published. Only one thread may use it.
    """

    def __init__(self, target: Path, folder: Path, lock: TargetLock, descriptor: int) -> None:
        self.target = target
        """The folder to be replaced, absolute, its parents resolved."""
        self.folder = folder
        """Where to build: an empty folder on the target's file system."""
        self._lock = lock
        self._descriptor: int | None = descriptor

    @classmethod
    def open(cls, target: Path, *, wait: float = 60.0, waiting: Callable[[str], None] | None = None) -> Self:
        """Take the target's lock, clear up after dead runs, and make a fresh staging folder beside it.

        If another build holds the target, `waiting` is called once with a text that names it, and after `wait`
        seconds `TargetBusy` is raised. Raises `PublishError` if the target is a link, a file, a mount point, a
        working copy or a folder that is no site, or if the operating system refuses.
        """
        with telling("publish into", target):
            target = _settle(target)
            lock = TargetLock.acquire(target, wait, waiting)
            try:
                _clear_up(target)
                _refuse_foreign(target)
                folder, descriptor = _make_folder(target)
            except BaseException:
                lock.release()
                raise
        return cls(target, folder, lock, descriptor)

    def publish(self) -> None:
        """Put the staging folder in the target's place, durably, and remove the old site.

        Afterwards this staging is closed. On `PublishError` the target is as it was, and the staging folder still
        there, to be discarded.
        """
        if self._descriptor is None:
            raise RuntimeError("this staging was published or discarded before")
        with telling("publish", self.target):
            _refuse_foreign(self.target)
            _refuse_empty(self.folder)
            with suppress(FileNotFoundError):
                self.folder.chmod(stat.S_IMODE(self.target.stat().st_mode))
            disk.flush_tree(self.folder, self._descriptor)
            _swap_durably(self.folder, self.target)
        # What lies at the staging path now is the old site.
        self.discard()

    def discard(self) -> None:
        """Remove the staging folder and let the target go; a second call does nothing.

        What cannot be removed now is left for the next `open`.
        """
        if self._descriptor is None:
            return
        os.close(self._descriptor)
        self._descriptor = None
        try:
            with suppress(OSError):
                _clear_up(self.target)
        finally:
            self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.discard()


def recover(target: Path, *, wait: float = 60.0) -> bool:
    """Clear up after a run that died while publishing; True if the old site had to be put back.

    `Staging.open` does this by itself. Raises `TargetBusy` if a live build holds the target for longer than `wait`
    seconds, `PublishError` if the operating system refuses.
    """
    with telling("recover", target):
        target = _settle(target)
        lock = TargetLock.acquire(target, wait, None)
        try:
            return _clear_up(target)
        finally:
            lock.release()


def _settle(target: Path) -> Path:
    """The target with its parents made and resolved, so that nothing that moves later can lead us elsewhere."""
    named = target.absolute() if target.name not in ("", "..") else target.resolve()
    if not named.name:
        raise PublishError(f"`{target}` is the root of the file system", "name a folder in it")
    named.parent.mkdir(parents=True, exist_ok=True)
    return named.parent.resolve() / named.name


def _refuse_foreign(target: Path) -> None:
    """Raise `PublishError` unless the target is missing, an empty folder, or a site."""
    if target.is_symlink():
        raise PublishError(f"`{target}` is a symbolic link", "publish into the folder it leads to, by its own name")
    if not target.exists():
        return
    if not target.is_dir():
        raise PublishError(f"`{target}` is a file, not a folder", "give the site a folder of its own")
    if target.is_mount():
        raise PublishError(f"`{target}` is a mount point and cannot be replaced", "publish into a folder inside of it")
    names = {entry.name for entry in target.iterdir()}
    if mark := next((mark for mark in _WORKING_MARKS if mark in names), None):
        raise PublishError(
            f"`{target}` holds `{mark}`: it is a place of work, not a site",
            "publishing replaces the whole folder; give the site a folder of its own",
        )
    if names and names.isdisjoint(_SITE_MARKS):
        raise PublishError(
            f"`{target}` is not empty and holds no site (neither `index.html` nor `briefsmith.json`)",
            "publishing replaces the whole folder; empty it first, or give the site a folder of its own",
        )


def _refuse_empty(folder: Path) -> None:
    """Raise `PublishError` if what was built is no site: it must not replace one, and could not be replaced again."""
    if not any((folder / mark).is_file() for mark in _SITE_MARKS):
        raise PublishError(
            "nothing was built: neither `index.html` nor `briefsmith.json`",
            "see what the build said; what was published before is untouched",
        )


def _make_folder(target: Path) -> tuple[Path, int]:
    """A new staging folder with the group and mode of the target, and a descriptor of it."""
    folder = _new_name(target)
    folder.mkdir()
    with suppress(FileNotFoundError):
        old = target.stat()
        with suppress(PermissionError):
            os.chown(folder, -1, old.st_gid)
        # Now already, so that a set-group-ID bit is inherited by what is built in it; ours to write in any case.
        folder.chmod(stat.S_IMODE(old.st_mode) | stat.S_IRWXU)
    return folder, os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)


def _swap_durably(folder: Path, target: Path) -> None:
    """Put `folder` in the place of `target` and that fact on the disk; undo it if it cannot be written."""
    if target.exists():
        _swap(folder, target)
    else:
        folder.rename(target)
    try:
        disk.flush(target.parent)
    except OSError:
        if folder.exists():
            _swap(folder, target)
        else:
            target.rename(folder)
        raise


def _swap(folder: Path, target: Path) -> None:
    """Let two folders change places: in one step, or in three of which the first two can be undone by `_clear_up`."""
    if disk.exchange(folder, target):
        return
    old = _old(target)
    target.rename(old)
    try:
        folder.rename(target)
    except OSError:
        old.rename(target)
        raise
    # The new site stands; should this fail, the old one is cleared up under the name it has.
    with suppress(OSError):
        old.rename(folder)


def _clear_up(target: Path) -> bool:
    """Put back an old site whose successor never arrived, and remove what dead runs left; True if one was put back.

    Only for the holder of the lock: then every leftover is dead. What refuses to be removed stays.
    """
    old = _old(target)
    missing = not target.exists() and not target.is_symlink()
    restored = missing and old.is_dir()
    if old.is_dir():
        old.rename(target if missing else _new_name(target))
    for leftover in _leftovers(target):
        # The root folder may carry the read-only mode of the target.
        with suppress(OSError):
            leftover.chmod(stat.S_IRWXU)
            shutil.rmtree(leftover)
    return restored


def _old(target: Path) -> Path:
    """Where the old site waits between the renames; it is never removed under this name, so here it is always whole."""
    return target.with_name(f".{target.name}.staging-old")


def _new_name(target: Path) -> Path:
    return target.with_name(f".{target.name}.staging-{secrets.token_hex(4)}")


def _leftovers(target: Path) -> list[Path]:
    ours = re.compile(rf"\.{re.escape(target.name)}\.staging-[0-9a-f]{{8}}")
    with os.scandir(target.parent) as entries:
        return [Path(e.path) for e in entries if ours.fullmatch(e.name) and e.is_dir(follow_symlinks=False)]
