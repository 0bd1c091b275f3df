"""What stands in quotation marks, in the marks of many languages, also over several lines and sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefsmith.drafting.material import Material

_LONGEST = 1_200
_FEW_WORDS = 3
_FEW_CHARACTERS = 8
PAIRS = ("“”", "„“", "„”", "«»", "»«", "‘’", "‚‘", "‹›", "「」", "『』", "《》", '""', "””")
"""Opening and closing marks. Whatever may open is tried where the pair before it did not close."""

# A blank line ends a quotation: an opening mark whose partner is missing must not swallow the article.
_INSIDE = rf"(?:(?!\n\s*\n|\r\n\s*\r\n)[^{{close}}]){{{{1,{_LONGEST}}}}}?"


@dataclass(frozen=True, slots=True)
class Quotation:
    """A half-open span inside a pair of marks."""

    start: int
    end: int


def quotations_in(material: Material) -> list[Quotation]:
    """The quotations of an article that are long enough to say something, in order, none inside another."""
    found: list[Quotation] = []
    for match in _PATTERN.finditer(material.text):
        start, end = match.start() + 1, match.end() - 1
        inside = material.text[start:end].strip()
        if len(inside.split()) >= _FEW_WORDS or (" " not in inside and len(inside) >= _FEW_CHARACTERS):
            found.append(Quotation(start, end))
    return found


def is_quoted(offset: int, quotations: list[Quotation]) -> bool:
    """Whether a character stands inside a quotation."""
    return any(each.start <= offset < each.end for each in quotations)


def _pair(marks: str) -> str:
    opening, closing = marks[0], marks[1]
    # An apostrophe is the same character as a closing single mark: within a word it closes nothing.
    border = r"(?<!\w)" if opening in '‘‚"”»' else ""
    after = r"(?!\w)" if closing in '’‘"”' else ""
    inside = _INSIDE.format(close=re.escape(closing) if closing != "’" else "")
    inside = inside.replace("[^]", "[\\s\\S]")
    return rf"{border}{re.escape(opening)}{inside}{re.escape(closing)}{after}"


_PATTERN = re.compile("|".join(_pair(marks) for marks in PAIRS))
