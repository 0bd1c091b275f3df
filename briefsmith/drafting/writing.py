"""Files written whole or not at all, and never over another: a name appears only once all bytes are on the disk."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile

from briefsmith.drafting.trouble import DraftingTrouble


def write_new(path: Path, data: bytes) -> None:
    """Write a file that must not be there yet; raises `DraftingTrouble` where it is, also since a moment ago."""
    with _beside(path, data) as written:
        try:
            os.link(written, path)
        except FileExistsError:
            raise DraftingTrouble(f"`{path.name}` is there already", "choose another name with `--id`") from None


def replace_file(path: Path, data: bytes) -> None:
    """Put new content in the place of a file's own, in one step, with the file's own permissions."""
    with _beside(path, data) as written:
        written.chmod(path.stat().st_mode & 0o777)
        written.replace(path)


@contextmanager
def _beside(path: Path, data: bytes) -> Iterator[Path]:
    """A whole file beside the one that is meant, gone again afterwards."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix=".new-", delete=False) as file:
        written = Path(file.name)
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            written.unlink()
            raise
    try:
        written.chmod(0o666 & ~_umask())
        yield written
    finally:
        written.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
