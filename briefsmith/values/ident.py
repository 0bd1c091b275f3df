"""Ids: the names by which a fact sheet's things refer to each other, and the anchors of statements without one."""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256

from briefsmith.values.bad_value import BadValue, shown

LONGEST = 64
"""Characters of an id."""

RESERVED = frozenset(
    {"index", "readme", "404", "con", "prn", "aux", "nul"}
    | {f"{device}{number}" for device in ("com", "lpt") for number in range(10)}
)
"""Names that a page's file cannot have: MkDocs builds `index`, `readme` and `404` itself, Windows keeps the devices."""

SEPARATOR = "\x1f"
"""U+001F, the unit separator, which no text of a statement holds: joined parts cannot run into each other."""

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}", re.ASCII)


class IdError(BadValue):
    """A text that is no id."""


def check_id(text: str) -> None:
    """Refuse what is no id; raises IdError.

    An id has 1 to 64 of the characters a to z, 0 to 9 and `-`, does not begin with `-` and is not reserved, so that it
    can be a file's name, a part of a URL and an anchor as it stands.
    """
    if not text:
        raise IdError("the id is empty", "write small letters, digits and `-`, as in `lavrov-rubio`")
    if not _ID.fullmatch(text):
        raise IdError(f"{shown(text)} is no id", _cure(text))
    if text in RESERVED:
        raise IdError(f"{shown(text)} is a reserved name", f"write a longer one, such as `{text}-1`")


def is_id(text: str) -> bool:
    """Say whether `text` is an id."""
    return bool(_ID.fullmatch(text)) and text not in RESERVED


def id_from_stem(stem: str) -> str:
    """Make a source's id from its file's stem; raises IdError where nothing usable is left.

    The stem is lower-cased and every other character turned into `-`; a leading `-` goes, what is beyond the 64th
    character too. Composed and decomposed letters (NFC, NFD) give the same id.
    """
    text = unicodedata.normalize("NFC", stem).lower()
    made = re.sub(r"[^a-z0-9-]", "-", text).lstrip("-")[:LONGEST]
    if not is_id(made):
        raise IdError(
            f"no id can be made from the file name {shown(stem)}", "rename the file, or give the source an `id`"
        )
    return made


def anchor(prefix: str, *parts: str) -> str:
    """Name a thing by what it says: `prefix`, `-`, and 8 hex digits of the SHA-256 over the parts.

    The parts are joined by U+001F. The same parts give the same anchor wherever they stand.
    """
    digest = sha256(SEPARATOR.join(parts).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{prefix}-{digest[:8]}"


class Anchors:
    """The anchors of one page, in the order of its file: equal ones get `-2`, `-3` and so on."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def take(self, prefix: str, *parts: str) -> str:
        """Give the next anchor for these parts."""
        name = anchor(prefix, *parts)
        count = self._seen[name] = self._seen.get(name, 0) + 1
        return name if count == 1 else f"{name}-{count}"


def _cure(text: str) -> str:
    if len(text) > LONGEST:
        return f"write at most {LONGEST} characters"
    try:
        return f"write `{id_from_stem(text.strip())}`"
    except IdError:
        return "write small letters, digits and `-`, as in `lavrov-rubio`"
