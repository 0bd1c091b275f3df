"""One snapshot of all inputs: each file is read once, so that a build sees one version of everything.

Symbolic links are refused by name, also in the folders above a file: what they lead to lies outside the project.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from errno import EINVAL, ELOOP, ENAMETOOLONG, ENOENT, ENOTDIR
from functools import lru_cache
from hashlib import sha256
from pathlib import Path, PurePosixPath
from stat import S_IFREG, S_ISLNK, S_ISREG

from briefsmith.findings import catalogue as codes
from briefsmith.findings.finding import Finding, Span
from briefsmith.reading.memory import Memory
from briefsmith.text.file import NotUtf8, TextFile, decode

SETTLED = 100_000_000
"""Nanoseconds: a file system may give two writes within its tick the same time, so younger files are read anew."""
_NOTHING_THERE = {ENOENT, ENOTDIR, ENAMETOOLONG, ELOOP, EINVAL}


class Snapshot:
    """Files below one root, read on demand and kept. Paths are relative to the root, with `/`."""

    def __init__(self, root: Path, memory: Memory | None = None, unsaved: Mapping[str, bytes] | None = None) -> None:
        """Take the folder of `mkdocs.yml`; `unsaved` holds, by path, what an editor has instead of what is stored."""
        self.root = root
        self._unsaved = dict(unsaved or {})
        self._memory = memory or Memory()
        self.findings: list[Finding] = []
        self._bytes: dict[str, bytes | None] = {}
        self._modes: dict[str, int] = {}
        self._states: dict[str, tuple[int, ...]] = {}
        self._texts: dict[str, TextFile | None] = {}

    def names(self, folder: str, endings: tuple[str, ...]) -> list[str]:
        """The files directly in a folder that have one of the endings, sorted; a missing folder is empty."""
        place = self.root / folder
        if self._is_link(folder):
            return []
        stored = {entry.name for entry in place.iterdir()} if place.is_dir() else set()
        names = stored | {Path(path).name for path in self._unsaved if PurePosixPath(path).parent.as_posix() == folder}
        wanted = sorted(name for name in names if name.endswith(endings) and name[0] != ".")
        paths = [(PurePosixPath(folder) / name).as_posix() for name in wanted]
        return [path for path in paths if not self._is_link(path)]

    def exists(self, path: str) -> bool:
        """Whether a file stands there and is none that is refused."""
        return self.read(path) is not None

    def is_refused(self, path: str) -> bool:
        """Whether a file there is not read because it is, or stands behind, a symbolic link."""
        return self._is_link(path)

    def read(self, path: str) -> bytes | None:
        """The bytes of a file, or None where there is none or it is refused."""
        if path not in self._bytes:
            self._bytes[path] = self._read(path)
        return self._bytes[path]

    def text(self, path: str) -> TextFile | None:
        """A file as text, or None; an encoding that is not UTF-8 becomes a finding once."""
        if path not in self._texts:
            self._texts[path] = self._decode(path)
        return self._texts[path]

    def sha256(self, path: str) -> str:
        """SHA-256 of a file's bytes in hexadecimal; of nothing where there is no file."""
        return sha256(self.read(path) or b"").hexdigest()

    def _read(self, path: str) -> bytes | None:
        if not _is_inside(path):
            return None
        # A folder, or a pipe, which would never end, is no file.
        if self._is_link(path) or not S_ISREG(self._mode(path)):
            return None
        if path in self._unsaved:
            return self._unsaved[path]
        try:
            state = self._states.get(path, ())
            if not state or time.time_ns() - max(state[:2]) < SETTLED:
                return _stored(self.root, path)
            return self._memory.made_from((str(self.root), path, *state), _stored, self.root, path)
        except FileNotFoundError:  # deleted since
            return None

    def _decode(self, path: str) -> TextFile | None:
        data = self.read(path)
        if data is None:
            return None
        try:
            return self._memory.of(decode, path, data)
        except NotUtf8 as error:
            message = f"`{path}` is not UTF-8, probably {error.encoding} (byte {error.offset})"
            help_ = f"convert it: iconv -f {error.encoding} -t UTF-8 {path} > new && mv new {path}"
            self.findings.append(Finding(codes.NOT_UTF8, Span(path, 0, 0), message, help_))
            return None

    def _mode(self, path: str) -> int:
        """What stands at a path, as `stat` has it; 0 where nothing does or nothing can."""
        if path not in self._modes:
            self._modes[path] = self._look_up(path)
        return self._modes[path]

    def _look_up(self, path: str) -> int:
        try:
            stat = os.lstat(f"{self.root}/{path}")
            self._states[path] = (stat.st_mtime_ns, stat.st_ctime_ns, stat.st_size, stat.st_ino)
            return stat.st_mode
        except OSError as error:
            if error.errno in _NOTHING_THERE:
                return S_IFREG if path in self._unsaved else 0
            raise

    def _is_link(self, path: str) -> bool:
        parts = path.split("/")
        for count in range(1, len(parts) + 1):
            part = "/".join(parts[:count])
            if part and S_ISLNK(self._mode(part)):
                finding = Finding(codes.SYMBOLIC_LINK, Span(part, 0, 0), f"`{part}` is a symbolic link", _LINK_HELP)
                if finding not in self.findings:
                    self.findings.append(finding)
                return True
        return False


def _stored(root: Path, path: str) -> bytes:
    return (root / path).read_bytes()


_LINK_HELP = "put the file itself there: links may lead out of the project"


# The paths of a site are asked for anew at every reading, and hardly ever change.
@lru_cache(maxsize=65536)
def _is_inside(path: str) -> bool:
    """Whether a path stays below the root, as it is written."""
    parts = PurePosixPath(path)
    return ".." not in parts.parts and not parts.is_absolute() and "\x00" not in path
