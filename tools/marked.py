"""News with its negations, hedges and clauses marked by hand, and the quotes that can be cut from it.

A file a language, a sentence a line. `*…*` marks each negation or hedge, with `>` inside where it acts only on what
follows it, and `|` stands between clauses, with the space that it stands in. Cuts are runs of words in a clause that
end just before a mark or begin within two words behind it; honest quotes are runs of words in clauses without a mark,
whole clauses and whole sentences. In languages written without spaces, characters are counted as words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from briefsmith.evidence.clauses import find_cut_off

UNSPACED = frozenset({"zh"})
_LEAST_WORDS, _LEAST_CHARACTERS = 3, 6
_NEAR = 3
_WORD = re.compile(r"\S*\w\S*")
_CHARACTER = re.compile(r"[^\W\d_a-zA-Z]|[\da-zA-Z.]+")
_TOKEN = re.compile(r"\*(?P<mark>[^*]+?)(?P<ahead>>?)\*|\s*(?P<border>\|)\s*")
_ENDS = " .,،;，。；"


class Mark(NamedTuple):
    """A negation or hedge of a sentence: a half-open span, and whether it acts only on what follows."""

    start: int
    end: int
    ahead: bool


class Line(NamedTuple):
    """A sentence of the material without its signs."""

    text: str
    language: str
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


def drawn(kind: Callable[[Line], list[Case]], files: list[Path], count: int, seed: str) -> list[Case]:
    """So many cases of a kind from each file, or all that it has, always the same ones."""
    found = []
    for file in files:
        cases = [case for line in lines(file) for case in kind(line)]
        Random(f"{seed} {file.stem}").shuffle(cases)
        found += cases[:count]
    return found


def lines(file: Path) -> list[Line]:
    """The sentences of a file, whose name is that of its language."""
    return [_line(each, file.stem) for each in file.read_text(encoding="utf-8").splitlines() if each]


def cut_quotes(line: Line) -> list[Case]:
    """All runs of words that begin or end next to a mark, in its clause and without a mark in them."""
    found = set()
    for first, last in line.clauses:
        marks = [mark for mark in line.marks if first <= mark.start < last]
        for start, end in _runs(line, first, last):
            if any(start < mark.end and mark.start < end for mark in marks):
                continue
            if any(_is_next_to(line, (start, end), mark) for mark in marks):
                found.add((start, end))
    return [Case(line.language, line.text, span) for span in sorted(found)]


def honest_quotes(line: Line) -> list[Case]:
    """The whole sentence, whole clauses, and all runs of words in clauses that have no mark."""
    spans = {(0, len(line.text.rstrip(".。"))), *line.clauses}
    for first, last in line.clauses:
        if not any(first <= mark.start < last for mark in line.marks):
            spans.update(_runs(line, first, last))
    return [Case(line.language, line.text, span) for span in sorted(spans)]


def _is_next_to(line: Line, quote: tuple[int, int], mark: Mark) -> bool:
    if mark.end <= quote[0]:
        return len(_words(line, mark.end, quote[0])) < _NEAR
    return not mark.ahead and not line.text[quote[1] : mark.start].strip(" ,،")


def _runs(line: Line, first: int, last: int) -> Iterator[tuple[int, int]]:
    least = _LEAST_CHARACTERS if line.language in UNSPACED else _LEAST_WORDS
    words = _words(line, first, last)
    for index, (start, _) in enumerate(words):
        for _, end in words[index + least - 1 :]:
            yield start, len(line.text[:end].rstrip(_ENDS))


def _words(line: Line, first: int, last: int) -> list[tuple[int, int]]:
    pattern = _CHARACTER if line.language in UNSPACED else _WORD
    return [match.span() for match in pattern.finditer(line.text, first, last)]


def _line(signed: str, language: str) -> Line:
    parts: list[str] = []
    marks, borders, done, length = [], [0], 0, 0
    for match in _TOKEN.finditer(signed):
        parts.append(signed[done : match.start()])
        length += len(parts[-1])
        if match["border"]:
            parts.append(" " * (match[0] != "|"))
            length += len(parts[-1])
            borders.append(length)
        else:
            parts.append(match["mark"])
            marks.append(Mark(length, length + len(match["mark"]), bool(match["ahead"])))
            length += len(match["mark"])
        done = match.end()
    text = "".join([*parts, signed[done:]])
    ends = [*borders[1:], len(text)]
    clauses = [(first, len(text[:last].rstrip(_ENDS))) for first, last in zip(borders, ends, strict=True)]
    return Line(text, language, tuple(marks), tuple(clauses))


def count(cuts: Sequence[Case], honest: Sequence[Case], state: dict[str, int]) -> Iterator[float]:
    """Go on from `state` through the cut quotes and the honest ones; yields the share done, 0 to 1."""
    whole = len(cuts) + len(honest)
    for case in cuts[state["cut_quotes"] :]:
        state["caught"] += case.is_blamed
        state["cut_quotes"] += 1
        yield state["cut_quotes"] / whole
    for case in honest[state["honest_quotes"] :]:
        state["blamed"] += case.is_blamed
        state["honest_quotes"] += 1
        yield (state["cut_quotes"] + state["honest_quotes"]) / whole
