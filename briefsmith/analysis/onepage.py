"""What fits on one sheet of A4: an estimate by characters and lines, with room to spare for any browser."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from unicodedata import east_asian_width

LINES = 50
"""Lines of running text on the sheet, below its title."""
WIDTH = 92
"""Characters on a line; letters of Chinese, Japanese and Korean count twice."""
HEADING = 2.2
"""Lines that a heading takes, with the space around it."""
SPACE = 0.3
"""Lines between two entries."""


def lines_of(text: str) -> float:
    """How many lines an entry takes, the space behind it included."""
    units = sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)
    return max(1, ceil(units / WIDTH)) + SPACE


def fitting(lead: str, sections: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """How many entries of each section fit below the bottom line (`lead`), given as the words that are printed.

    Each section in turn gives one entry until the sheet is full, so that none is left out for the length of another;
    a section that is cut needs a line that says so.
    """
    left = LINES - 1.2 * lines_of(lead) - sum(HEADING for each in sections if each)
    left -= sum(1 + SPACE for each in sections if len(each) > 1)
    counts = [0] * len(sections)
    open_ = {number for number, each in enumerate(sections) if each}
    while open_:
        for number in sorted(open_):
            cost = lines_of(sections[number][counts[number]])
            if cost <= left:
                left -= cost
                counts[number] += 1
            if cost > left or counts[number] == len(sections[number]):
                open_.discard(number)
    return tuple(counts)
