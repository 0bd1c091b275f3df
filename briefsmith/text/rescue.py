"""What can be saved of a YAML text that is broken in one place: everything but the block around the fault.

The block's lines are blanked and keep their length, so that every offset behind them stays true.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_ID = re.compile(r"^\s*(?:- )?(?:id:\s*([a-z0-9-]+)|([a-z0-9][a-z0-9-]*):)", re.MULTILINE)
_BLOCK = re.compile(r"\s*- ?[a-z][a-z_-]*:|  [^\s#-]|[^\s#]")
"""What a block begins with: a list item that is a mapping, a key of the second level, a key of the top level."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A block that was blanked: its half-open span, and the names that it may have declared."""

    start: int
    end: int
    ids: frozenset[str]


def without_block(text: str, offset: int, *, and_before: bool) -> tuple[str, Taken] | None:
    """The text without the list item or field in which the offset lies, and what was taken out.

    A parser often notices a fault only at the next line; so, where the offset is at the beginning of a block, the block
    before it may have to go as well. None where nothing can be told apart, or nothing would be left.
    """
    lines = text.splitlines(keepends=True)
    starts = [sum(map(len, lines[:number])) for number in range(len(lines))]
    at = max((number for number, start in enumerate(starts) if start <= offset), default=0)
    first = _first_line(lines, at)
    if first == at and and_before:
        first = _sibling_above(lines, at)
    last = _end_line(lines, max(first, at), _indent(lines[first]))
    taken = "".join(lines[first:last])
    if not taken.strip() or taken.strip() == text.strip():
        return None
    blank = re.sub(r"[^\r\n]", " ", taken)
    start = starts[first]
    return text[:start] + blank + text[start + len(taken) :], Taken(start, start + len(taken), _ids_in(taken))


def _ids_in(taken: str) -> frozenset[str]:
    return frozenset(given or key for given, key in _ID.findall(taken))


def _first_line(lines: list[str], at: int) -> int:
    """The line with which the block around a line begins: a list item's, or a top-level key's."""
    number = at
    while number > 0 and not _begins_block(lines[number]):
        number -= 1
    return number


def _sibling_above(lines: list[str], at: int) -> int:
    """The line with which the block before this one begins, if that is no parent of it; else this line.

    A line above that is no key at all cannot be a parent.
    """
    number = at - 1
    while number > 0 and (
        not lines[number].strip() or not _begins_block(lines[number]) or _is_inside(lines, number, at)
    ):
        number -= 1
    is_parent = number < 0 or (_indent(lines[number]) < _indent(lines[at]) and ":" in lines[number])
    return at if is_parent else number


def _is_inside(lines: list[str], number: int, at: int) -> bool:
    return _indent(lines[number]) > _indent(lines[at])


def _end_line(lines: list[str], at: int, indent: int) -> int:
    """The line behind the block: the next that begins one and stands no further to the right."""
    number = at + 1
    while number < len(lines) and not (_begins_block(lines[number]) and _indent(lines[number]) <= indent):
        number += 1
    return number


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _begins_block(line: str) -> bool:
    return bool(_BLOCK.match(line))
