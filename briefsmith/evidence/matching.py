"""The quote gate: whether a quote stands in its source, and exactly where.

A quote is searched in the normal form of its source and, if it is not there, with typographic twins folded. Case,
digits, order and words are never touched. What is found is a span of the file's own text; nothing else is shown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from briefsmith.evidence.borders import breaks_word, stands_on_borders
from briefsmith.model.evidence import Quote
from briefsmith.text.normal import NormalText, folded_form, normal_form


class MatchKind(Enum):
    """How a quote was found."""

    EXACT = "exact"
    """In the normal form."""
    NORMALISED = "normalised"
    """Only with quotation marks, dashes and the like folded."""


class MissKind(Enum):
    """Why a quote was not accepted."""

    ABSENT = "absent"
    ELLIPSIS = "ellipsis"
    BRACKET = "bracket"
    CUTS_WORD = "cuts-word"
    TWICE = "twice"


@dataclass(frozen=True, slots=True)
class Match:
    """A quote that stands in its source: a half-open span in code points of the file's text."""

    kind: MatchKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Miss:
    """A quote that was not accepted; `spans` are the places in the file that explain why."""

    kind: MissKind
    spans: tuple[tuple[int, int], ...] = ()


_ELLIPSIS = re.compile(r"\.\.\.|…|\[\s*(?:\.\.\.|…)\s*\]")
_BRACKETS = re.compile(r"\[[^\[\]]*\]")


def locate(quote: Quote, text: NormalText) -> Match | Miss:
    """Find a quote in a text."""
    return _locate(Quote(quote.exact, prefix=quote.prefix, suffix=quote.suffix), text)


@lru_cache(maxsize=32768)
def _locate(quote: Quote, text: NormalText) -> Match | Miss:
    exact = _search(_as_it_stands(quote, text), text)
    if exact.spans:
        return _verdict(exact, MatchKind.EXACT, text)
    folded = _search(_with_twins_folded(quote, text), text)
    if folded.spans:
        return _verdict(folded, MatchKind.NORMALISED, text)
    if cut := exact.cut or folded.cut:
        return Miss(MissKind.CUTS_WORD, _in_source(cut, text))
    return Miss(_reason(quote.exact))


def occurs(words: str, text: NormalText) -> bool:
    """Whether words stand in a text, in either form: for what is gated like a quote but need not be unique."""
    return normal_form(words) in text.normal or folded_form(words) in text.folded


@dataclass(frozen=True, slots=True)
class _Search:
    """A quote and a text in the same form, and the way from a span of that form to the normal form."""

    wanted: str
    text: str
    prefix: str
    suffix: str
    normal_span: Callable[[int, int], tuple[int, int]]


def _as_it_stands(quote: Quote, text: NormalText) -> _Search:
    return _Search(*_forms(quote, text.normal, normal_form), lambda start, end: (start, end))


def _with_twins_folded(quote: Quote, text: NormalText) -> _Search:
    return _Search(*_forms(quote, text.folded, folded_form), text.normal_span)


def _forms(quote: Quote, text: str, form: Callable[[str], str]) -> tuple[str, str, str, str]:
    return form(quote.exact), text, form(quote.prefix or ""), form(quote.suffix or "")


@dataclass(frozen=True, slots=True)
class _Hits:
    """Spans of the normal form."""

    spans: list[tuple[int, int]]
    chosen: list[tuple[int, int]]
    """Those that have the quote's prefix before them and its suffix behind them."""
    cut: list[tuple[int, int]]
    """Places where the characters stand, but a word or number goes on."""


def _search(search: _Search, text: NormalText) -> _Hits:
    hits = _Hits([], [], [])
    for start in _occurrences(search.wanted, search.text):
        end = start + len(search.wanted)
        span = search.normal_span(start, end)
        # Borders are those of the source: in the folded form a dash is a hyphen, and one that joins two words.
        if _is_cut(text, span) or _takes_more(search, text.normal[slice(*span)]):
            hits.cut.append(span)
            continue
        hits.spans.append(span)
        if _has_context(search, start, end):
            hits.chosen.append(span)
    return hits


def _is_cut(text: NormalText, span: tuple[int, int]) -> bool:
    """Whether a word or number goes on; where lines end is seen only in the file itself."""
    return not stands_on_borders(text.normal, *span) or breaks_word(text.source, *text.source_span(*span))


def _takes_more(search: _Search, found: str) -> bool:
    """Whether the source's own slice says more than was asked for, as `…` does for `..`."""
    return found != search.wanted and folded_form(found) != search.wanted


def _occurrences(wanted: str, text: str) -> Iterator[int]:
    at = text.find(wanted) if wanted else -1
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1)


def _has_context(search: _Search, start: int, end: int) -> bool:
    before = search.text[max(0, start - len(search.prefix) - 1) : start].rstrip()
    after = search.text[end : end + len(search.suffix) + 1].lstrip()
    return before.endswith(search.prefix) and after.startswith(search.suffix)


def _verdict(hits: _Hits, kind: MatchKind, text: NormalText) -> Match | Miss:
    if len(hits.chosen) == 1:
        return Match(kind, *text.source_span(*hits.chosen[0]))
    return Miss(MissKind.TWICE, _in_source(hits.chosen or hits.spans, text))


def _in_source(spans: list[tuple[int, int]], text: NormalText) -> tuple[tuple[int, int], ...]:
    return tuple(text.source_span(*span) for span in spans)


def _reason(exact: str) -> MissKind:
    if _ELLIPSIS.search(exact):
        return MissKind.ELLIPSIS
    return MissKind.BRACKET if _BRACKETS.search(exact) else MissKind.ABSENT
