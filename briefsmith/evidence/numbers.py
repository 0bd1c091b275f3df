"""Which numbers a passage states, in digits or words: every reading of each, so that a true number is never missed.

`1.500` is one and a half or fifteen hundred; `3,2 Mio.` is 3.2 and 3,200,000. In languages without number words digits
alone are read, with whatever power of ten.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

from briefsmith.evidence.negation import primary
from briefsmith.evidence.number_words import OTHERS, SCALES, TENS, UNITS

_SIGNS = "., \u00a0\u202f'’٫٬"
_DIGITS = re.compile(rf"\d+(?:[{_SIGNS}]\d+)*")
_LONGEST = 25
_DOZEN = -1
_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    values: frozenset[Decimal]
    scale: int | None = None


def knows_numbers(language: str) -> bool:
    """Whether number words of a language are known."""
    return primary(language) in UNITS


def states_number(passage: str, number: Decimal, language: str) -> bool:
    """Whether a passage states a number, in any of its readings."""
    found = numbers_in(passage, language)
    if number in found:
        return True
    if knows_numbers(language):
        return False
    return not found or _significant(number) in {_significant(each) for each in found}


@lru_cache(maxsize=32768)
def numbers_in(passage: str, language: str) -> frozenset[Decimal]:
    """All numbers that a passage states, in all readings."""
    found: set[Decimal] = set()
    for run in _runs(passage, sorted(_tokens(passage, primary(language)), key=lambda token: token.start)):
        found.update(_values(run))
    return frozenset(found)


@lru_cache(maxsize=4096)
def readings(digits: str) -> frozenset[Decimal]:
    """What digits may mean: with the last sign as a decimal sign, and with all signs as divisions of groups."""
    plain = "".join(str(unicodedata.digit(each)) if each.isdigit() else each for each in digits)[:_LONGEST]
    parts = re.split(rf"[{_SIGNS}]", plain)
    found = {Decimal("".join(parts))}
    if len(parts) > 1 and plain[-len(parts[-1]) - 1] in ".,٫":
        found.add(Decimal("".join(parts[:-1]) + "." + parts[-1]))
    if len(parts) > 1 and not all(len(part) == 3 for part in parts[1:]):
        found.update(map(Decimal, parts))
    return frozenset(found)


def _tokens(passage: str, language: str) -> Iterator[_Token]:
    for match in _DIGITS.finditer(passage):
        yield _Token(*match.span(), readings(match[0]))
    for pattern, value, scale in _words(language):
        for match in pattern.finditer(passage):
            yield _Token(*match.span(), frozenset({value}), scale)


def _runs(passage: str, tokens: list[_Token]) -> Iterator[list[_Token]]:
    """Tokens between which only spaces, hyphens or an *and* stand belong together."""
    run: list[_Token] = []
    for token in tokens:
        if run and not _JOINT.fullmatch(passage[run[-1].end : token.start]):
            yield run
            run = []
        run.append(token)
    if run:
        yield run


_JOINT = re.compile(r"[\s-]*(?:(?:and|et|und|y|و|de|d['’])\s*)?[\s-]*")


def _values(run: list[_Token]) -> Iterator[Decimal]:
    """Each token's own values, and every sum that a part of the run from its beginning may mean."""
    for token in run:
        yield from token.values
    for index in range(len(run)):
        total, current = Decimal(0), Decimal(0)
        for token in run[index:]:
            if token.scale is None:
                for value in token.values:
                    yield total + current + value
                current += min(token.values)
                continue
            factor = Decimal(12) if token.scale == _DOZEN else Decimal(10) ** token.scale
            yield from _scaled(run, index, token, factor)
            current = (current or Decimal(1)) * factor
            if factor > _HUNDRED:
                # "mil millones": a scale that follows a smaller one multiplies the whole.
                total, current = (
                    (Decimal(0), total * factor) if total and factor > total else (total + current, Decimal(0))
                )
            yield total + current


def _scaled(run: list[_Token], index: int, token: _Token, factor: Decimal) -> Iterator[Decimal]:
    """All readings of a number in digits just before a scale."""
    if len(run) > index + 1 and run[index + 1] is token:
        yield from (value * factor for value in run[index].values)


@cache
def _words(language: str) -> tuple[tuple[re.Pattern[str], Decimal, int | None], ...]:
    rows: list[tuple[re.Pattern[str], Decimal, int | None]] = []
    prefix = "[وبلف]?" if language == "ar" else ""
    for value, alternatives in enumerate(UNITS.get(language, ())):
        rows.append((_whole(prefix, alternatives), Decimal(value), None))
    for tens, alternatives in enumerate(TENS.get(language, ()), 3):
        rows.append((_whole(prefix, alternatives), Decimal(tens * 10), None))
    for alternatives, power in SCALES.get(language, ()):
        worth = Decimal(12) if power == _DOZEN else Decimal(10) ** power
        unspaced = language in {"zh", "ja"}
        rows.append((re.compile(alternatives) if unspaced else _whole(prefix, alternatives), worth, power))
    for alternatives, value_ in OTHERS.get(language, ()):
        rows.append((_whole(prefix, alternatives), value_, None))
    return tuple(rows)


def _whole(prefix: str, alternatives: str) -> re.Pattern[str]:
    # Digits may stand right before a word: `5m`, `40-тысячный`.
    return re.compile(rf"(?<![^\W\d_]){prefix}(?:{alternatives})(?!\w)", re.IGNORECASE)


def _significant(number: Decimal) -> str:
    return str(number.normalize()).replace(".", "").split("E")[0].strip("0-")
