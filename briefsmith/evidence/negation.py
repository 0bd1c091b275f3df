"""Words that turn or weaken a sentence, by language: negations and hedges, and what only looks like one.

Each list is a row of alternatives of a regular expression, whole words where a language has them, read without regard
to case. In the languages without lists nothing is found, and `has_lists` says so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache

from briefsmith.evidence.turning_lists import LISTS, TurningLists

KNOWN_LANGUAGES = frozenset(LISTS)

_FILL = "_"


class TurnKind(Enum):
    """What a word does to the sentence that it stands in."""

    NEGATION = "negation"
    """Turns it round: not, no, never, refused."""
    HEDGE = "hedge"
    """Weakens it: may, could, reportedly, if."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A negation or hedge: a half-open span of the text it was found in, and its words there."""

    kind: TurnKind
    start: int
    end: int
    words: str


def primary(language: str) -> str:
    """The language of a BCP 47 tag without script and region, as the lists name it."""
    return language.split("-", maxsplit=1)[0].lower()


def has_lists(language: str) -> bool:
    """Whether negations and hedges of a language are known."""
    return primary(language) in LISTS


def turning_words(passage: str, language: str) -> list[str]:
    """The negations and hedges in a passage, in its order; nothing in a language without a list."""
    return [turn.words for turn in find_turns(passage, language)]


def find_turns(passage: str, language: str, *, after: bool = False) -> list[Turn]:
    """The negations and hedges in a passage, in its order.

    `after` says that it follows what was quoted: words that act on what comes behind them, such as *without* and
    *refused*, are then left out.
    """
    lists = LISTS.get(primary(language))
    if lists is None:
        return []
    plain = without_harmless(passage, language)
    negations, hedges = _patterns(lists, after)
    found = [Turn(TurnKind.NEGATION, *match.span(), match[0]) for match in negations.finditer(plain)]
    found += [Turn(TurnKind.HEDGE, *match.span(), match[0]) for match in hedges.finditer(plain)]
    return sorted(found, key=lambda turn: turn.start)


@lru_cache(maxsize=16384)
def find_doubt(passage: str, language: str) -> Turn | None:
    """The first word that makes a statement less than certain. *Would* and the like, which also only report, do not."""
    lists = LISTS.get(primary(language))
    match = _words(lists, lists.doubts).search(without_harmless(passage, language)) if lists else None
    return Turn(TurnKind.HEDGE, *match.span(), match[0]) if match else None


@lru_cache(maxsize=16384)
def says_doubt(sentence: str, language: str) -> bool:
    """Whether a sentence of ours leaves open that something is so; wider than `find_doubt`, in favour of the writer."""
    lists = LISTS.get(primary(language))
    return bool(lists and _words(lists, f"{lists.doubts}|{lists.hedges}|{lists.reports}").search(sentence))


def without_harmless(passage: str, language: str) -> str:
    """The passage with what only looks like a negation or hedge blotted out, at the same length."""
    lists = LISTS[primary(language)]
    return _words(lists, lists.harmless).sub(lambda match: _FILL * len(match[0]), passage)


def as_words(lists: TurningLists, alternatives: str) -> str:
    """The expression for a row of alternatives that stand as whole words, in languages that show where words end."""
    # An elision, such as French `qu'`, ends its word where a letter follows.
    return f"(?:{alternatives})" if lists.unspaced else rf"(?<![\w-])(?:{alternatives})(?:(?<=['’])|(?![\w-]))"


@cache
def _words(lists: TurningLists, alternatives: str) -> re.Pattern[str]:
    """The pattern for them; `(?-i:…)` keeps capitals apart."""
    return re.compile(as_words(lists, alternatives), re.IGNORECASE)


@cache
def _patterns(lists: TurningLists, after: bool) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = lists.negations if after else f"{lists.negations}|{lists.negations_ahead}"
    negations = as_words(lists, words)
    if lists.parts:
        negations = f"{negations}|{lists.parts}"
    return re.compile(negations, re.IGNORECASE), _words(lists, f"{lists.hedges}|{lists.doubts}")
