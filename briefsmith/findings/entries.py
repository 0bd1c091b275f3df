"""Entries of a YAML text taken out or put in: what has to go with them, so that the rest stays what it was."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefsmith.text.yamltree import Path, Spot

_NEXT = re.compile(r"[ \t]*,[ \t]*")
_BEFORE = re.compile(r",\s*\Z")


@dataclass(frozen=True, slots=True)
class Replacement:
    """A half-open span of a file, in code points, and what takes its place."""

    start: int
    end: int
    text: str


def without(text: str, spots: dict[Path, Spot], path: Path) -> Replacement:
    """The entry at a path taken out; its parent instead, where that would be left empty."""
    path = _existing(spots, path)
    while len(path) > 1 and len(_children(spots, path[:-1])) == 1:
        path = path[:-1]
    start, end = _span(text, spots, path)
    if _is_flow(text, spots, path[:-1]):
        return _from_brackets(text, start, end)
    if isinstance(path[-1], int):
        start = text.rindex("-", 0, start)
    line_start, line_end = _line(text, start)[0], _line(text, max(start, end - 1))[1]
    if text[line_start:start].strip():  # the first key of a list's item stands behind the dash, which stays
        return Replacement(start, _next_sibling(spots, path, end), "")
    return Replacement(line_start, line_end, "")


def beside(text: str, spots: dict[Path, Spot], path: Path, entry: str) -> Replacement:
    """An entry put behind the one at a path, in the same mapping."""
    path = _existing(spots, path)
    start, end = _span(text, spots, path)
    if _is_flow(text, spots, path[:-1]):
        return Replacement(end, end, f", {entry}")
    at = _line(text, max(start, end - 1))[1]
    indent = " " * (start - _line(text, start)[0])
    before = "" if text[:at].endswith(("\n", "\r")) else "\n"
    return Replacement(at, at, f"{before}{indent}{entry}\n")


def _existing(spots: dict[Path, Spot], path: Path) -> Path:
    """The path without the steps that short forms leave out."""
    here: Path = ()
    for step in path:
        here = (*here, step) if (*here, step) in spots else here
    return here


def _span(text: str, spots: dict[Path, Spot], path: Path) -> tuple[int, int]:
    """From the key, or the item, to the last character of the value."""
    spot = spots[path]
    start = spot.start if spot.key_start is None else spot.key_start
    return start, max(spot.key_end or 0, spot.start + len(text[spot.start : spot.end].rstrip()))


def _is_flow(text: str, spots: dict[Path, Spot], path: Path) -> bool:
    return path in spots and text[spots[path].start : spots[path].start + 1] in {"{", "["}


def _from_brackets(text: str, start: int, end: int) -> Replacement:
    if behind := _NEXT.match(text, end):
        return Replacement(start, behind.end(), "")
    before = _BEFORE.search(text, 0, start)
    return Replacement(before.start() if before else start, end, "")


def _children(spots: dict[Path, Spot], parent: Path) -> list[Path]:
    return [path for path in spots if len(path) == len(parent) + 1 and path[:-1] == parent]


def _next_sibling(spots: dict[Path, Spot], path: Path, end: int) -> int:
    starts = (spots[each].key_start for each in _children(spots, path[:-1]))
    return min((start for start in starts if start is not None and start >= end), default=end)


def _line(text: str, offset: int) -> tuple[int, int]:
    """Where the line at an offset begins, and where the next one does."""
    end = re.compile(r"\r\n|\n|\r|\Z").search(text, offset)
    assert end is not None
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1, end.end()
