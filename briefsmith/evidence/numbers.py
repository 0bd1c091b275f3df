"""Which numbers a passage states, in digits or words: every reading of each, so that a true number is never missed.

`1.500` is one and a half or fifteen hundred; `3,2 Mio.` is 3,200,000 and nothing else. In languages without number
words digits alone are read, with whatever power of ten.
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
class Token:
    """Digits, or one number word, of a passage."""

    start: int
    end: int
    values: frozenset[Decimal]
    whole: frozenset[Decimal] = frozenset()
    """Of digits: what they mean as one number."""
    scale: int | None = None
    """The power of ten by which the word multiplies what stands before it; -1 for a dozen."""

    @property
    def factor(self) -> Decimal:
        """What a scale multiplies by; 1 for any other token."""
        return Decimal(12) if self.scale == _DOZEN else Decimal(10) ** (self.scale or 0)

    @property
    def is_letter(self) -> bool:
        """Whether it is a scale of one letter, which may as well be a unit: 5 m."""
        return self.scale is not None and self.end - self.start == 1


def knows_numbers(language: str) -> bool:
    """Whether number words of a language are known."""
    return primary(language) in UNITS


def states_number(passage: str, number: Decimal, language: str, *, in_any_scale: bool = False) -> bool:
    """Whether a passage states a number, in any of its readings.

    `in_any_scale`: the scale of the number could not be read, so that its digits alone count, as they do in a passage
    whose language has no list.
    """
    found = numbers_in(passage, language)
    if number in found:
        return True
    if knows_numbers(language) and not in_any_scale:
        return False
    is_unread = not found and not knows_numbers(language)
    return is_unread or _significant(number) in {_significant(each) for each in found}


@lru_cache(maxsize=32768)
def numbers_in(passage: str, language: str) -> frozenset[Decimal]:
    """All numbers that a passage states, in all readings."""
    tokens = sorted(tokens_in(passage, language), key=lambda token: token.start)
    found = set(_lower_ends(passage, tokens))
    for run in _runs(passage, tokens):
        found.update(_values(run))
    return frozenset(found)


@lru_cache(maxsize=4096)
def readings(digits: str) -> frozenset[Decimal]:
    """What digits may mean: one number, or several where the signs between them do not divide groups, as in a date."""
    parts = _parts(digits)
    apart = not _is_grouped(parts) and (len(parts) > 2 or " " in digits)
    return whole_readings(digits) | frozenset(map(Decimal, parts) if apart else ())


@lru_cache(maxsize=4096)
def whole_readings(digits: str) -> frozenset[Decimal]:
    """What digits may mean as one number: the last sign as a decimal sign, or all signs as divisions of groups."""
    parts, found = _parts(digits), set[Decimal]()
    if _is_grouped(parts):
        found.add(Decimal("".join(parts)))
    sign = digits[:_LONGEST][-len(parts[-1]) - 1 : -len(parts[-1])]
    if len(parts) > 1 and sign in ".,٫" and (len(parts) == 2 or _is_grouped(parts[:-1])):
        found.add(Decimal("".join(parts[:-1]) + "." + parts[-1]))
    return frozenset(found)


def tokens_in(passage: str, language: str) -> Iterator[Token]:
    """The digits and number words of a passage, in no order; a word may be part of a longer one."""
    for match in _DIGITS.finditer(passage):
        yield Token(*match.span(), readings(match[0]), whole_readings(match[0]))
    for pattern, value, scale in _words(primary(language)):
        for match in pattern.finditer(passage):
            yield Token(*match.span(), frozenset({value}), scale=scale)


def _parts(digits: str) -> list[str]:
    plain = "".join(str(unicodedata.digit(each)) if each.isdigit() else each for each in digits)[:_LONGEST]
    return re.split(rf"[{_SIGNS}]", plain.rstrip(_SIGNS))


def _is_grouped(parts: list[str]) -> bool:
    """Whether signs divide groups: by three, by four in the east of Asia, by two before the last three in India."""
    first, rest = parts[0], [len(part) for part in parts[1:]]
    if not rest:
        return True
    width = rest[-1]
    return width in {3, 4} and len(first) <= width and (set(rest) == {width} or set(rest[:-1]) == {2})


def _runs(passage: str, tokens: list[Token]) -> Iterator[list[Token]]:
    """Tokens between which only spaces, hyphens or an *and* stand belong together."""
    run: list[Token] = []
    for token in tokens:
        if run and not _JOINT.fullmatch(passage[run[-1].end : token.start]):
            yield run
            run = []
        run.append(token)
    if run:
        yield run


_JOINT = re.compile(r"[\s-]*(?:(?:and|et|und|y|و|de|d['’])\s*)?[\s-]*")


def _lower_ends(passage: str, tokens: list[Token]) -> Iterator[Decimal]:
    """The 2,000,000 of *2 to 3 million*: what is multiplied by a scale that stands behind the upper end alone."""
    for lower, upper, scale in zip(tokens, tokens[1:], tokens[2:], strict=False):
        is_range = lower.scale is None and upper.scale is None and scale.scale is not None
        if is_range and _TO.fullmatch(passage, lower.end, upper.start) and not passage[upper.end : scale.start].strip():
            yield from (value * scale.factor for value in lower.whole or lower.values)


_TO = re.compile(r"\s*(?:to|or|and|bis|oder|und|à|ou|et|a|o|y|до|или|и|або|إلى|至|到|[–-])\s*", re.IGNORECASE)


def _values(run: list[Token]) -> Iterator[Decimal]:
    """Each token's own values, and every sum that a part of the run from its beginning may mean.

    What a scale multiplies is no number by itself: 15 million is not 15.
    """
    bare = [not _is_scaled(run, index) for index in range(len(run))]
    yield from (value for token, is_bare in zip(run, bare, strict=True) if is_bare for value in token.values)
    for index in range(len(run)):
        total, current = Decimal(0), Decimal(0)
        for token, is_bare in zip(run[index:], bare[index:], strict=True):
            if token.scale is None:
                yield from (total + current + value for value in token.values if is_bare)
                current += min(token.values)
                continue
            yield from _scaled(run, index, token, token.factor)
            total, current = multiplied(total, current, token.factor)
            yield total + current


def multiplied(total: Decimal, current: Decimal, factor: Decimal) -> tuple[Decimal, Decimal]:
    """A sum that was closed by an earlier scale, and what stands behind it, after the next scale."""
    current = (current or Decimal(1)) * factor
    if factor <= _HUNDRED:
        return total, current
    # "mil millones": a scale that follows a smaller one multiplies the whole.
    return (Decimal(0), total * factor) if total and factor > total else (total + current, Decimal(0))


def _is_scaled(run: list[Token], index: int) -> bool:
    behind = run[index + 1] if index + 1 < len(run) else None
    return run[index].scale is None and behind is not None and behind.scale is not None and not behind.is_letter


def _scaled(run: list[Token], index: int, token: Token, factor: Decimal) -> Iterator[Decimal]:
    """All readings of a number in digits just before a scale."""
    if len(run) > index + 1 and run[index + 1] is token:
        yield from (value * factor for value in run[index].whole or run[index].values)


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
