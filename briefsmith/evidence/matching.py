"""The quote gate: whether a quote stands in its source, and exactly where.

A quote is searched in the normal form of its source and, if it is not there, with typographic twins folded. Case,
digits, order and words are never touched. What is found is a span of the file's own text; nothing else is shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from briefsmith.evidence.borders import stands_on_borders
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
    exact = _search(normal_form(quote.exact), text.normal)
    if exact.spans:
        places = _chosen(exact.spans, quote, text.normal, normal_form)
        return _verdict(places, exact.spans, MatchKind.EXACT, text)
    folded = _search(folded_form(quote.exact), text.folded)
    if folded.spans:
        places = _chosen(folded.spans, quote, text.folded, folded_form)
        in_normal = [text.normal_span(*span) for span in places]
        return _verdict(in_normal, [text.normal_span(*span) for span in folded.spans], MatchKind.NORMALISED, text)
    if cut := exact.cut or [text.normal_span(*span) for span in folded.cut]:
        return Miss(MissKind.CUTS_WORD, _in_source(cut, text))
    return Miss(_reason(quote.exact))


@dataclass(frozen=True, slots=True)
class _Hits:
    spans: list[tuple[int, int]]
    cut: list[tuple[int, int]]
    """Places where the characters stand, but a word or number goes on."""


def _search(wanted: str, text: str) -> _Hits:
    hits = _Hits([], [])
    if wanted:
        for start in _occurrences(wanted, text):
            span = (start, start + len(wanted))
            (hits.spans if stands_on_borders(text, *span) else hits.cut).append(span)
    return hits


def _occurrences(wanted: str, text: str) -> Iterator[int]:
    at = text.find(wanted)
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1)


def _chosen(
    spans: list[tuple[int, int]], quote: Quote, text: str, form: object
) -> list[tuple[int, int]]:
    """The places that have the quote's prefix before them and its suffix behind them."""
    assert callable(form)
    prefix, suffix = form(quote.prefix or ""), form(quote.suffix or "")
    return [
        (start, end)
        for start, end in spans
        if text[:start].rstrip().endswith(prefix) and text[end:].lstrip().startswith(suffix)
    ]


def _verdict(
    chosen: list[tuple[int, int]], found: list[tuple[int, int]], kind: MatchKind, text: NormalText
) -> Match | Miss:
    if len(chosen) == 1:
        return Match(kind, *text.source_span(*chosen[0]))
    return Miss(MissKind.TWICE, _in_source(chosen or found, text))


def _in_source(spans: list[tuple[int, int]], text: NormalText) -> tuple[tuple[int, int], ...]:
    return tuple(text.source_span(*span) for span in spans)


def _reason(exact: str) -> MissKind:
    if _ELLIPSIS.search(exact):
        return MissKind.ELLIPSIS
    return MissKind.BRACKET if _BRACKETS.search(exact) else MissKind.ABSENT
