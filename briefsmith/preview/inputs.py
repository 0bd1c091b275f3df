"""What a site is made from, as a mark that changes with any of its files."""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from briefsmith.reading.snapshot import SETTLED

Mark = frozenset[tuple[str, object]]
"""Paths, each with what tells one state of the file from the next."""


def mark_of(paths: Iterable[Path]) -> Mark:
    """The mark of these files and folders, with all that is in them; what is missing is left out."""
    now = time.time_ns()
    return frozenset((entry.path, _state(entry, now)) for path in paths for entry in _files(path))


def _files(path: Path) -> Iterator[os.DirEntry[str]]:
    """The files of a folder and its folders; a single file is found in its own folder."""
    try:
        with os.scandir(path if path.is_dir() else path.parent) as entries:
            listed = [entry for entry in entries if path.is_dir() or entry.name == path.name]
    except OSError:
        return
    for entry in listed:
        if entry.is_dir(follow_symlinks=False):
            yield from _files(Path(entry.path))
        else:
            yield entry


def _state(entry: os.DirEntry[str], now: int) -> object:
    try:
        stat = entry.stat(follow_symlinks=False)
        if now - stat.st_mtime_ns > SETTLED or not entry.is_file(follow_symlinks=False):
            return stat.st_mtime_ns, stat.st_size, stat.st_ino
        return sha256(Path(entry.path).read_bytes()).digest()
    except OSError:  # deleted, or locked by the program that writes it
        return None
