"""Findings for a person at a terminal: place, message, the line with a caret under it, and the cure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from briefsmith.findings.located import Located
from briefsmith.findings.locator import Locator, Range

_UNSEEN = re.compile("[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")
_WIDE = {"W", "F"}
_LONGEST = 160
_RELATED = 8
"""How many other places are listed; reports for machines have them all."""


def text_report(located: list[Located], locator: Locator) -> Iterator[str]:
    """The report, a block of lines a finding."""
    for each in located:
        yield "\n".join(_block(each, locator))


def _block(each: Located, locator: Locator) -> Iterator[str]:
    finding, place = each.finding, each.range
    code = finding.code
    yield f"{_place(place)}: {code.severity.value}[{code.number}] {visible(finding.message)}"
    yield from _excerpt(place, locator)
    for related in finding.related[:_RELATED]:
        other = locator.range(related.at)
        yield f"  {_place(other)}: {related.message}"
    if len(finding.related) > _RELATED:
        yield f"  … and {len(finding.related) - _RELATED} more places; `--format json` lists them all"
    for line in finding.help.splitlines():
        yield f"  help: {visible(line)}"


def _place(place: Range) -> str:
    return f"{place.file}:{place.line}:{place.column}"


def _excerpt(place: Range, locator: Locator) -> Iterator[str]:
    """The source line, cut around the place where it is long, and carets below it."""
    line = locator.source_line(place.file, place.line)
    if not line.strip():
        return
    first = place.column - 1
    last = place.end_column - 1 if place.end_line == place.line else len(line)
    cut = max(0, first - _LONGEST // 4) if len(line) > _LONGEST else 0
    shown = line[cut : cut + _LONGEST]
    before, inside = shown[: first - cut], shown[first - cut : max(last, first + 1) - cut]
    number = f"{place.line:>6} | "
    yield number + ("…" if cut else "") + visible(shown.expandtabs(1)) + ("…" if cut + _LONGEST < len(line) else "")
    yield " " * (len(number) - 2) + "| " + " " * (_width(before) + bool(cut)) + "^" * max(1, _width(inside))


def visible(text: str) -> str:
    """A text in which characters that a terminal hides or obeys are written out."""
    return _UNSEEN.sub(lambda match: f"<U+{ord(match[0]):04X}>", text)


def _width(text: str) -> int:
    return sum(_character_width(character) for character in text)


def _character_width(character: str) -> int:
    if _UNSEEN.match(character):
        return len(visible(character))
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1
