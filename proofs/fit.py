"""How often a quote that was cut off from a negation or hedge is caught, and how often an honest one is blamed.

The material is invented news, a file a language, a sentence a line. By hand, `*…*` marks each negation or hedge,
with `>` inside where it acts only on what follows it, and `|` stands between clauses. Cuts are runs of words in a
clause that end just before a mark or begin within two words behind it; honest quotes are runs of words in clauses
without a mark, whole clauses and whole sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

from briefsmith.evidence.clauses import find_cut_off

NAME = "fit"
CLAIM = (
    "In seven languages, at least 98 % of quotes cut off from a negation or hedge are caught, "
    "and at most 3 % of honest ones are blamed."
)

MATERIAL = Path(__file__).parent / "material"
LANGUAGES = ("en", "fr", "de", "es", "ru", "uk", "ar")
CUTS, HONEST = 700, 1400
"""How many of each are drawn, the same number from every language."""

_LEAST_WORDS = 3
_NEAR = 3
_CAUGHT, _BLAMED = 0.98, 0.03
_WORD = re.compile(r"\S*\w\S*")
_TOKEN = re.compile(r"\*(?P<mark>[^*]+?)(?P<ahead>>?)\*|\s*(?P<border>\|)\s*")


class Mark(NamedTuple):
    """A negation or hedge of a sentence: a half-open span, and whether it acts only on what follows."""

    start: int
    end: int
    ahead: bool


class Line(NamedTuple):
    """A sentence of the material without its signs."""

    text: str
    marks: tuple[Mark, ...]
    clauses: tuple[tuple[int, int], ...]


class Case(NamedTuple):
    """A quote of a sentence, in a language."""

    language: str
    text: str
    quote: tuple[int, int]

    @property
    def is_blamed(self) -> bool:
        """Whether the check says that something was cut off."""
        return find_cut_off(self.text, self.quote, (0, len(self.text)), self.language) is not None


def run(state: dict[str, int]) -> Iterator[float]:
    """Count over all drawn quotes; the n-th is the same in every run."""
    for name in ("cut_quotes", "caught", "honest_quotes", "blamed"):
        state.setdefault(name, 0)
    cuts, honest = drawn(cut_quotes, CUTS), drawn(honest_quotes, HONEST)
    whole = len(cuts) + len(honest)
    for case in cuts[state["cut_quotes"] :]:
        state["caught"] += case.is_blamed
        state["cut_quotes"] += 1
        yield state["cut_quotes"] / whole
    for case in honest[state["honest_quotes"] :]:
        state["blamed"] += case.is_blamed
        state["honest_quotes"] += 1
        yield (state["cut_quotes"] + state["honest_quotes"]) / whole


def holds(state: dict[str, int]) -> bool:
    """Whether enough were caught and few enough blamed."""
    return state["caught"] >= _CAUGHT * state["cut_quotes"] >= 1 and state["blamed"] <= _BLAMED * state["honest_quotes"]


def drawn(kind: object, count: int) -> list[Case]:
    """So many cases of a kind, the same number from each language, always the same ones."""
    assert callable(kind)
    found = []
    for language in LANGUAGES:
        cases = [case for line in lines(language) for case in kind(line, language)]
        Random(f"{NAME} {language}").shuffle(cases)
        found += cases[: count // len(LANGUAGES)]
    return found


def lines(language: str) -> list[Line]:
    """The sentences of a language."""
    return [_line(each) for each in (MATERIAL / f"{language}.txt").read_text(encoding="utf-8").splitlines() if each]


def cut_quotes(line: Line, language: str) -> list[Case]:
    """All runs of words that begin or end next to a mark, in its clause and without a mark in them."""
    found = set()
    for first, last in line.clauses:
        marks = [mark for mark in line.marks if first <= mark.start < last]
        for start, end in _runs(line.text, first, last):
            if any(start < mark.end and mark.start < end for mark in marks):
                continue
            if any(_is_next_to(line.text, (start, end), mark) for mark in marks):
                found.add((start, end))
    return [Case(language, line.text, span) for span in sorted(found)]


def honest_quotes(line: Line, language: str) -> list[Case]:
    """The whole sentence, whole clauses, and all runs of words in clauses that have no mark."""
    spans = {(0, len(line.text.rstrip("."))), *line.clauses}
    for first, last in line.clauses:
        if not any(first <= mark.start < last for mark in line.marks):
            spans.update(_runs(line.text, first, last))
    return [Case(language, line.text, span) for span in sorted(spans)]


def _is_next_to(text: str, quote: tuple[int, int], mark: Mark) -> bool:
    if mark.end <= quote[0]:
        return len(_WORD.findall(text[mark.end : quote[0]])) < _NEAR
    return not mark.ahead and not text[quote[1] : mark.start].strip(" ,،")


def _runs(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    words = [match.span() for match in _WORD.finditer(text, first, last)]
    for index, (start, _) in enumerate(words):
        for _, end in words[index + _LEAST_WORDS - 1 :]:
            yield start, len(text[:end].rstrip(".,،;"))


def _line(signed: str) -> Line:
    parts: list[str] = []
    marks, borders, done, length = [], [0], 0, 0
    for match in _TOKEN.finditer(signed):
        parts.append(signed[done : match.start()])
        length += len(parts[-1])
        if match["border"]:
            parts.append(" ")
            length += 1
            borders.append(length)
        else:
            parts.append(match["mark"])
            marks.append(Mark(length, length + len(match["mark"]), bool(match["ahead"])))
            length += len(match["mark"])
        done = match.end()
    text = "".join([*parts, signed[done:]])
    ends = [*borders[1:], len(text)]
    clauses = [(first, len(text[:last].rstrip(" .,،;"))) for first, last in zip(borders, ends, strict=True)]
    return Line(text, tuple(marks), tuple(clauses))
