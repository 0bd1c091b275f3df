"""The dateline of an agency or a newspaper, such as `LISBON, 12 March 2026 (Gazette) -`, before the first sentence."""

from __future__ import annotations

import re
from typing import NamedTuple

_LONGEST = 80
_PLACE = re.compile(r"[^\W\d_]{2,}")
_DASH = re.compile(r"\s*(?:\s-|--|[–—])\s")
_FIRST_LINES = 6


class Dateline(NamedTuple):
    """A half-open span of a text, the dash and the space behind it included, and what stands before the dash."""

    start: int
    end: int
    words: str


def dateline_of(text: str) -> Dateline | None:
    """The dateline of an article: a line begins with a place in capitals and soon has a dash."""
    start = 0
    for line in text.splitlines(keepends=True)[:_FIRST_LINES]:
        place, dash = _PLACE.match(line), _DASH.search(line, 0, _LONGEST)
        if place and dash and place[0].isupper() and place.end() <= dash.start() and line[dash.end() :].strip():
            return Dateline(start, start + dash.end(), line[: dash.start()])
        start += len(line)
    return None
