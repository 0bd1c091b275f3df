"""Why a site could not be published, as one kind of error with a cure.

Whatever the operating system refuses on the way (a full disk, a read-only one, no more open files) reaches the caller
as a `PublishError` that names the path and the cause; what stood at the target stands there still.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_UNTOUCHED = "what was published before is untouched"
_HELP = {
    errno.ENOSPC: "make room on the disk and build again",
    errno.EDQUOT: "the quota is used up: make room and build again",
    errno.EROFS: "the file system is mounted read-only",
    errno.EACCES: "the folder that holds the site must be writable, since the new site is made beside the old one",
    errno.EPERM: "the folder that holds the site must be writable, since the new site is made beside the old one",
    errno.EMFILE: "too many open files: raise the limit (`ulimit -n`) and build again",
    errno.ENFILE: "too many open files on this machine: build again when it is less busy",
    errno.EBUSY: "the site's folder is a mount point: publish into a folder inside of it",
    errno.EXDEV: "the site's folder cannot be renamed where it lies (a mount, or a lower layer of a container image): "
    "delete it first, or publish into a folder on a volume",
}


@dataclass(eq=False)
class PublishError(Exception):
    """A site could not be published; the target is as it was.

    `message` says what and why in a line (lower-case, no full stop, no cure), `help` how to go on.
    """

    message: str
    help: str = _UNTOUCHED

    def __str__(self) -> str:
        return self.message


@contextmanager
def telling(doing: str, target: Path) -> Iterator[None]:
    """Turn every `OSError` of the block into a `PublishError`: "cannot `doing` `target`: cause (path)"."""
    try:
        yield
    except OSError as error:
        place = f" (`{error.filename}`)" if error.filename not in (None, str(target)) else ""
        cause = error.strerror or str(error)
        cure = _HELP.get(error.errno or 0)
        help_text = f"{cure}; {_UNTOUCHED}" if cure else _UNTOUCHED
        raise PublishError(f"cannot {doing} `{target}`: {cause}{place}", help_text) from error
