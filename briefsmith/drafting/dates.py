"""The dates of an article: their words, and what they are in the schema's notation, counted from the article's day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from briefsmith.drafting.date_lists import LISTS, DateLists
from briefsmith.drafting.material import Material
from briefsmith.evidence.calendar_words import calendar_distances, calendar_patterns
from briefsmith.model.vocabulary import DateBasis
from briefsmith.values.day import Day, month_length

_WEEK = 7
_MONTHS = 12
_ISO = re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)")
_NUMERIC = re.compile(r"(?<![\d.])(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})(?![\d.])")
_YEAR = r"(?:1[5-9]|20)\d\d"


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date that stands in an article: a half-open span, and what it is in EDTF or a shorthand of the schema."""

    start: int
    end: int
    value: str
    basis: DateBasis
    first: Day
    """Its earliest day."""


def dates_in(material: Material) -> list[FoundDate]:
    """All dates of an article that can be told, in order; longer ones before what is inside them."""
    found: list[FoundDate] = []
    for each in sorted(_all(material), key=lambda one: (one.start, -one.end)):
        if not found or each.start >= found[-1].end:
            found.append(each)
    return found


def day_of_line(text: str, language: str) -> Day | None:
    """The day that one line of a text states in full and states alone, as the line under a headline does."""
    found = [each for each in _absolute(text, language, None) if each.basis is DateBasis.STATED]
    full = [each for each in found if re.fullmatch(r"\d{4}-\d\d-\d\d", each.value)]
    return full[0].first if len({each.first for each in full}) == 1 else None


def _all(material: Material) -> Iterator[FoundDate]:
    yield from _absolute(material.text, material.primary, material.day)
    if material.day and material.primary in LISTS:
        yield from _relative(material.text, material.primary, material.day)


def _absolute(text: str, language: str, base: Day | None) -> Iterator[FoundDate]:
    for pattern in (_ISO, *((_NUMERIC,) if language != "en" else ())):
        for match in pattern.finditer(text):
            yield from _dated(match, int(match["month"]), base)
    if language in LISTS:
        for match in re.finditer(rf"(?<!\w)(?:{LISTS[language].before})\s+(?P<year>{_YEAR})(?![\d-])", text, re.I):
            yield FoundDate(*match.span(), match["year"], DateBasis.STATED, Day(int(match["year"]), 1, 1))
    for month, words in enumerate(calendar_patterns(language, "months"), 1):
        for pattern in _around_month(words, language):
            for match in pattern.finditer(text):
                yield from _dated(match, month, base)


@cache
def _around_month(words: str, language: str) -> tuple[re.Pattern[str], ...]:
    before = rf"(?:(?:{LISTS[language].before})\s+)?" if language in LISTS else ""
    named = rf"(?:{LISTS[language].before})\s+" if language in LISTS else "(?!)"
    year = rf"(?:,?\s+(?:de\s+)?(?P<year>{_YEAR})(?!\d))"
    day = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.|º)?"
    return (
        re.compile(rf"(?<!\w){before}{day}\s+(?:of\s+|de\s+)?(?:{words})(?!\w){year}?", re.IGNORECASE),
        re.compile(rf"(?<!\w){before}(?:{words})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?!\d){year}?", re.IGNORECASE),
        # A month without a day takes a year, or a word such as *in* before it: "may" and "march" are words, too.
        re.compile(rf"(?<!\w){named}(?:{words})(?!\w)(?P<day>(?!))?(?P<year>(?!))?(?!\s+\d)", re.IGNORECASE),
        re.compile(rf"(?<!\w){before}(?:{words})(?!\w)(?P<day>(?!))?{year}", re.IGNORECASE),
    )


def _dated(match: re.Match[str], month: int, base: Day | None) -> Iterator[FoundDate]:
    day = int(match["day"]) if match["day"] else None
    year = int(match["year"]) if match["year"] else _nearest_year(month, base)
    if year is None or not 1 <= month <= _MONTHS:
        return
    if day is not None and not 1 <= day <= month_length(year, month):
        return
    value = f"{year:04d}-{month:02d}" + (f"-{day:02d}" if day else "")
    basis = DateBasis.STATED if match["year"] else DateBasis.COMPLETED
    yield FoundDate(*match.span(), value, basis, Day(year, month, day or 1))


def _nearest_year(month: int, base: Day | None) -> int | None:
    """The year that puts a month nearest to the article's day: December, read in January, is last year's."""
    if base is None:
        return None
    apart = month - base.month
    return base.year + (1 if apart < -_MONTHS / 2 else -1 if apart > _MONTHS / 2 else 0)


def _relative(text: str, language: str, base: Day) -> Iterator[FoundDate]:
    lists = LISTS[language]
    turn = rf"(?:(?P<last>{lists.last})|(?P<coming>{lists.coming}))"
    for number, words in enumerate(calendar_patterns(language, "weekdays")):
        for match in _words(rf"(?:(?:{lists.before})\s+)?(?:{turn}\s+)?(?:{words})").finditer(text):
            meant = _weekday(base, number, match)
            yield FoundDate(*match.span(), meant.iso(), DateBasis.RELATIVE, meant)
    for words, distance in calendar_distances(language).items():
        for match in _words(f"(?:{words})").finditer(text):
            meant = base.plus(distance)
            yield FoundDate(*match.span(), meant.iso(), DateBasis.RELATIVE, meant)
    yield from _periods(text, lists, turn, base)


def _weekday(base: Day, number: int, match: re.Match[str]) -> Day:
    """The nearest such day up to the article's own; with *next*, the nearest after it."""
    back = (base.to_ordinal() - 1 - number) % _WEEK
    if match["coming"]:
        return base.plus(_WEEK - back)
    return base.plus(-(back or _WEEK) if match["last"] else -back)


def _periods(text: str, lists: DateLists, turn: str, base: Day) -> Iterator[FoundDate]:
    before = rf"(?:(?:{lists.before})\s+)?"
    for kind, words in (("week", lists.week), ("month", lists.month), ("year", lists.year)):
        for match in _words(rf"{before}{turn}\s+(?:{words})").finditer(text):
            step = 1 if match["coming"] else -1
            value, first = _period(kind, base, step)
            yield FoundDate(*match.span(), value, DateBasis.RELATIVE, first)


def _period(kind: str, base: Day, step: int) -> tuple[str, Day]:
    if kind == "week":
        monday = base.plus(-((base.to_ordinal() - 1) % _WEEK) + step * _WEEK)
        return f"week of {monday.iso()}", monday
    if kind == "year":
        return f"{base.year + step:04d}", Day(base.year + step, 1, 1)
    months = base.year * 12 + base.month - 1 + step
    return f"{months // 12:04d}-{months % 12 + 1:02d}", Day(months // 12, months % 12 + 1, 1)


@cache
def _words(alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE)
