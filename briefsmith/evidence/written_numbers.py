"""The numbers that a sentence of ours writes, each as a whole: what a quote has to state for it to be fair."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from briefsmith.evidence.numbers import Token, multiplied, tokens_in, whole_readings

_DIGITS = re.compile(r"(?<![\w.,-])\d+(?:[.,\u00a0\u202f'’٫٬]\d+)*")
_IN_NAME = re.compile(r"\w|-[^\W_a-zà-ÿа-яёіїєґ]")
"""What follows digits that are part of a name: a letter, or a hyphen with a capital or a digit."""
_JOINT = re.compile(r"[\s\u00a0-]*(?:(?:and|et|und|y|و)\s+)?")
_FEW = 2
"""Words up to two count what the sentence names anyway."""
_TENS = range(20, 100)
_TEENS = 20
_HUNDRED = 100
_NO_NUMBER = {"quarter"}
"""Of a year, most often."""


@dataclass(frozen=True, slots=True)
class Written:
    """A number as it is written, and what it may mean."""

    words: str
    meanings: frozenset[Decimal]
    parts: frozenset[Decimal] = frozenset()
    """The numbers between its signs, where it may be a date."""


@lru_cache(maxsize=16384)
def written_numbers(sentence: str, language: str) -> tuple[Written, ...]:
    """The numbers of a sentence in a language: `15 million`, `two hundred and fifty`, `30` of `30-day`.

    Left out are digits in names, such as `F-16`, words for one and two, and *dozens* or *millions* of something.
    """
    found = [(each, sentence[each.start : each.end].casefold()) for each in tokens_in(sentence, language)]
    words = _longest([each for each, word in found if not word[0].isdigit() and word not in _NO_NUMBER])
    return (*_in_digits(sentence, words), *_in_words(sentence, words))


def _in_digits(sentence: str, words: list[Token]) -> Iterator[Written]:
    scales = {each.start: each for each in words if each.scale is not None}
    for match in _DIGITS.finditer(sentence):
        meanings, end = whole_readings(match[0]), match.end()
        while scale := scales.get(_behind(sentence, end)):
            scaled = frozenset(each * scale.factor for each in meanings)
            meanings, end = (scaled | meanings if scale.is_letter else scaled), scale.end
        if end > match.end() or not _IN_NAME.match(sentence, end):
            parts = frozenset(map(Decimal, re.findall(r"\d+", match[0])))
            yield Written(sentence[match.start() : end], meanings, parts if len(parts) > 1 else frozenset())


def _in_words(sentence: str, words: list[Token]) -> Iterator[Written]:
    behind_digits = {_behind(sentence, match.end()) for match in _DIGITS.finditer(sentence)}
    for run in _runs(sentence, [each for each in words if each.start not in behind_digits]):
        total, current = Decimal(0), Decimal(0)
        for token in run:
            if token.scale is None:
                current += min(token.values)
            else:
                total, current = multiplied(total, current, token.factor)
        if total + current > _FEW and any(token.scale is None for token in run):
            yield Written(sentence[run[0].start : run[-1].end], frozenset({total + current}))


def _longest(tokens: list[Token]) -> list[Token]:
    """The tokens that are part of no other, in order: *dix-sept* rather than *dix* and *sept*."""
    kept: list[Token] = []
    for token in sorted(tokens, key=lambda each: (each.start, -each.end, each.scale is None)):
        if not kept or token.end > kept[-1].end:
            kept.append(token)
    return kept


def _runs(sentence: str, words: list[Token]) -> Iterator[list[Token]]:
    run: list[Token] = []
    for token in words:
        if run and not (_JOINT.fullmatch(sentence, run[-1].end, token.start) and _follows(run[-1], token)):
            yield run
            run = []
        run.append(token)
    if run:
        yield run


def _follows(token: Token, behind: Token) -> bool:
    """Whether two words make one number: a scale behind a word, *hundred and fifty*, *twenty-five*."""
    if behind.scale is not None:
        return True
    if token.scale is not None:
        return max(behind.values) < token.factor
    worth, less = max(token.values), max(behind.values)
    return less < _TEENS if worth in _TENS else not worth % _HUNDRED and less < _HUNDRED


def _behind(sentence: str, end: int) -> int:
    """Where the next word begins, behind spaces or a hyphen."""
    while end < len(sentence) and (sentence[end].isspace() or sentence[end] == "-"):
        end += 1
    return end
