"""What lies in a tree of files, and one number for all of its bytes.

Links are listed as links and never followed, so nothing outside the tree is read; devices, sockets and pipes are
named but never opened, so nothing can hang.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path


def list_files(root: Path) -> list[str]:
    """The regular files below `root` as sorted paths from `root`, with `/` between the parts.

    Symbolic links are left out, whatever they lead to: a site that holds one is not whole by itself. Raises `OSError`
    where a folder cannot be read.
    """
    return sorted(path for path, entry in _walk(root) if entry.is_file(follow_symlinks=False))


def fingerprint(root: Path) -> str:
    """SHA-256, in hex, over the sorted paths below `root` and the bytes at each of them.

    Two trees have the same fingerprint exactly when they hold the same files with the same bytes and the same links
    with the same targets. Times, permissions and empty folders do not count. Raises `OSError` where something cannot
    be read.
    """
    whole = hashlib.sha256()
    for path, entry in sorted(_walk(root), key=lambda found: found[0]):
        if not entry.is_dir(follow_symlinks=False):
            whole.update(os.fsencode(path) + b"\0" + _content(entry))
    return whole.hexdigest()


def _content(entry: os.DirEntry[str]) -> bytes:
    """A letter for the kind of the entry and the SHA-256 of what it holds."""
    if entry.is_symlink():
        return b"l" + hashlib.sha256(os.fsencode(Path(entry.path).readlink())).digest()
    if not entry.is_file():
        return b"o" + bytes(32)
    with Path(entry.path).open("rb") as file:
        return b"f" + hashlib.file_digest(file, "sha256").digest()


def _walk(root: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Every entry below `root` with its path from there, folders too, in no order."""
    waiting = [("", os.fspath(root))]
    while waiting:
        prefix, folder = waiting.pop()
        with os.scandir(folder) as entries:
            for entry in entries:
                yield prefix + entry.name, entry
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((prefix + entry.name + "/", entry.path))
