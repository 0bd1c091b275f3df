"""Dates in words, in the language of the page.

Month names and the order of day, month and year are CLDR's, through babel. The words that connect them are the messages
below, English as in gettext; the caller's `gettext` translates them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from babel import Locale

from briefsmith.pages.language.cldr import either, locale_of
from briefsmith.pages.language.date_patterns import day_pattern, month_name, month_pattern, skeleton
from briefsmith.pages.language.labels import Gettext
from briefsmith.pages.language.words import Words
from briefsmith.values.edtf import (
    Between,
    Day,
    EdtfDate,
    Form,
    Interval,
    Limit,
    OneOf,
    Part,
    Point,
    Reach,
    Season,
    Single,
    Span,
    Unknown,
    Week,
)

_ = str  # marks a message for the catalogue; it is translated where it is used

UNKNOWN = _("date unknown")
BEFORE_CHRIST = _("{year} BC")
DECADE = _("the {year}s")
CENTURY = _("the {ordinal} century")
CENTURIES = _("{first} to {last} century")
MILLENNIUM = _("the {ordinal} millennium")
SEASONS = {
    Season.SPRING: _("spring {year}"),
    Season.SUMMER: _("summer {year}"),
    Season.AUTUMN: _("autumn {year}"),
    Season.WINTER: _("winter {year}"),
}
PARTS = {Part.EARLY: _("early {month}"), Part.MID: _("mid {month}"), Part.LATE: _("late {month}")}
TIME = _("{date}, {time}")
ABOUT = _("about {date}")
UNCERTAIN = _("{date} (uncertain)")
PARTLY_APPROXIMATE = {Reach.YEAR: _("{date} (year approximate)"), Reach.MONTH: _("{date} (year and month approximate)")}
PARTLY_UNCERTAIN = {Reach.YEAR: _("{date} (year uncertain)"), Reach.MONTH: _("{date} (year and month uncertain)")}
FROM_TO = _("{first} to {last}")
AND = _("{first} and {last}")
SINCE = _("since {date}")
UNTIL = _("until {date}")
FROM_WITHOUT_END = _("from {date}, end unknown")
UNTIL_WITHOUT_BEGINNING = _("until {date}, beginning unknown")
BY = _("by {date}")
OR_LATER = _("{date} or later")
ONE_DAY_IN = _("one day in {period}")
ONE_MONTH_IN = _("one month in {period}")
ONE_DAY_BETWEEN = _("one day between {dates}")
SOME_TIME_BETWEEN = _("some time between {dates}")
WEEK = _("the week of {date}")

Join: TypeAlias = Callable[[Sequence[str]], str]
"""Makes one text of several."""

_BRITISH = locale_of("en")


def date_words(date: EdtfDate, language: str, gettext: Gettext = str) -> str:
    """Put a date into words: `9 November 2025`, `since late October 2025`, `9 or 10 November 2025`.

    `language` is a BCP 47 tag; one that CLDR does not know falls back to its first part, then to English. Plain
    English is British in its order (`en-US` gives `November 9, 2025`). Where the interface does not speak `language`,
    a date that needs more than names of months and digits is English as a whole.
    """
    locale = locale_of(language)
    if not isinstance(gettext, Words) or gettext.language == locale.language:
        return _Words(locale, gettext).form(date.form)
    said: list[str] = []

    def overhear(message: str) -> str:
        said.append(message)
        return message

    words = _Words(locale, overhear).form(date.form)
    return gettext.own(_Words(_BRITISH, gettext).form(date.form)) if said else words


def short_date(day: Day, form: str, language: str, gettext: Gettext = str) -> str:
    """Put a day into few words for an axis; `form` is a CLDR skeleton: yMMMd, MMMd, yMMM or y."""
    locale = locale_of(language)
    pattern = skeleton(locale, form) or skeleton(_BRITISH, form) or "y"
    return _Words(locale, gettext).fill(pattern, _point(day), [str(day.day)], "".join)


def iso_attribute(date: EdtfDate) -> str | None:
    """Give the value for `<time datetime>`, YYYY-MM-DD, or None where the date is no certain day of HTML's calendar."""
    if not date.is_exact or date.earliest is None or not 1 <= date.earliest.year <= 9999:
        return None
    return date.earliest.iso()


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of one language; each method puts one kind of thing into them."""

    locale: Locale
    gettext: Gettext

    def form(self, form: Form) -> str:
        match form:
            case Unknown():
                return self.gettext(UNKNOWN)
            case Single(point):
                return self.point(point)
            case Interval():
                return self.interval(form)
            case OneOf(members):
                return self.one_of(members)
            case Week():
                return self.say(WEEK, date=self.point(_point(form.earliest)))

    def say(self, message: str, **words: str) -> str:
        return self.gettext(message).format(**words)

    def interval(self, form: Interval) -> str:
        if isinstance(form.start, Point) and isinstance(form.end, Point):
            return self.joined((form.start, form.end), self.pair(FROM_TO))
        if isinstance(form.start, Point):
            return self.say(SINCE if form.end is Limit.OPEN else FROM_WITHOUT_END, date=self.point(form.start))
        message = UNTIL if form.start is Limit.OPEN else UNTIL_WITHOUT_BEGINNING
        return self.say(message, date=self.point(form.end)) if isinstance(form.end, Point) else self.gettext(UNKNOWN)

    def one_of(self, members: tuple[Point | Between, ...]) -> str:
        points = [member for member in members if isinstance(member, Point)]
        if len(points) == len(members):
            return self.joined(points, self.either)
        return self.either([self.point(m) if isinstance(m, Point) else self.between(m) for m in members])

    def between(self, member: Between) -> str:
        first, last = member.first, member.last
        if first is None or last is None:
            message, point = (BY, last) if first is None else (OR_LATER, first)
            return self.say(message, date=self.point(point)) if point else self.gettext(UNKNOWN)
        if first == last:
            return self.point(first)
        if first.latest.plus(1) == last.earliest and not first.part and not last.part:
            return self.joined((first, last), self.either)
        message = ONE_DAY_BETWEEN if first.is_full_day and last.is_full_day else SOME_TIME_BETWEEN
        return self.say(message, dates=self.joined((first, last), self.pair(AND)))

    def pair(self, message: str) -> Join:
        return lambda texts: self.say(message, first=texts[0], last=texts[-1])

    def either(self, texts: Sequence[str]) -> str:
        return either(texts, str(self.locale).replace("_", "-"))

    def joined(self, points: Sequence[Point], join: Join) -> str:
        """Join points, saying once what they share: `9 or 10 November 2025`, `18th to 19th century`."""
        first, last = points[0], points[-1]
        if not all(_is_plain(point) for point in points):
            return join([self.point(point) for point in points])
        if all(point.is_full_day and _month_of(point) == _month_of(first) for point in points):
            return self.fill(day_pattern(self.locale), first, [str(point.day) for point in points], join)
        if len(points) == 2 and _is_century(first) and _is_century(last) and first.years.low >= 0:
            ordinals = {"first": self.ordinal(_century(first)), "last": self.ordinal(_century(last))}
            return self.say(CENTURIES, **ordinals)
        if len(points) == 2 and first.year is not None and first.year == last.year:
            return self.joined_in_year(first, last, join)
        return join([self.point(point) for point in points])

    def joined_in_year(self, first: Point, last: Point, join: Join) -> str:
        whole = [self.point(first), self.point(last)]
        if first.day and last.day:
            pattern, short = day_pattern(self.locale), skeleton(self.locale, "MMMMd")
        elif first.month and last.month and not (first.day or last.day):
            pattern, short = month_pattern(self.locale), "LLLL"
        else:
            return join(whole)
        year_first = pattern.lstrip().startswith("y")
        if short is None or (year_first and short == "LLLL"):
            return join(whole)
        shared = 1 if year_first else 0
        point = (first, last)[shared]
        whole[shared] = self.fill(short, point, [str(point.day)], "".join)
        return join(whole)

    def point(self, point: Point) -> str:
        words = self.bare(point)
        if point.time:
            words = self.say(TIME, date=words, time=re.sub(r"(?=[Z+-])", " UTC", point.time, count=1).replace("Z", ""))
        if point.approximate:
            words = self.say(PARTLY_APPROXIMATE.get(point.approximate, ABOUT), date=words)
        if point.uncertain:
            words = self.say(PARTLY_UNCERTAIN.get(point.uncertain, UNCERTAIN), date=words)
        return words

    def bare(self, point: Point) -> str:
        if point.year is None:
            return self.in_period(point, self.years(point.years))
        if point.season:
            return self.say(SEASONS[point.season], year=self.year(point.year))
        if point.months and point.month is None:
            return self.some_month(point, point.months)
        if point.days and point.day is None:
            return self.some_day(point, point.days)
        if point.day is not None:
            return self.fill(day_pattern(self.locale), point, [str(point.day)], "".join)
        if point.month is not None:
            month = self.fill(month_pattern(self.locale), point, [], "".join)
            return self.say(PARTS[point.part], month=self.of_month(point)) if point.part else month
        return self.fill(skeleton(self.locale, "y") or "y", point, [], "".join)

    def of_month(self, point: Point) -> str:
        """A month as it stands behind `the end of`: in the form that CLDR gives for dates (`кінець жовтня`)."""
        return self.fill(month_pattern(self.locale).replace("L", "M"), point, [], "".join)

    def in_period(self, point: Point, period: str) -> str:
        if point.days:
            return self.say(ONE_DAY_IN, period=period)
        return self.say(ONE_MONTH_IN, period=period) if point.months else period

    def some_month(self, point: Point, months: Span) -> str:
        if months == Span(1, 12):
            return self.in_period(point, self.bare(replace(point, months=None, days=None)))
        ends = [replace(_clean(point), months=Span(month, month), days=None) for month in months]
        message = ONE_DAY_BETWEEN if point.days else SOME_TIME_BETWEEN
        return self.say(message, dates=self.joined(ends, self.pair(AND)))

    def some_day(self, point: Point, days: Span) -> str:
        if days.low == 1 and days.high > 9:
            return self.say(ONE_DAY_IN, period=self.bare(replace(point, days=None)))
        ends = [replace(_clean(point), days=Span(day, day)) for day in days]
        return self.say(ONE_DAY_BETWEEN, dates=self.joined(ends, self.pair(AND)))

    def years(self, years: Span) -> str:
        width = years.high - years.low + 1
        if width == 10 and years.low >= 10:
            return self.say(DECADE, year=str(years.low))
        if width == 100:
            words = self.say(CENTURY, ordinal=self.ordinal(_number(years, 100)))
            return self.say(BEFORE_CHRIST, year=words) if years.low < 0 else words
        if width == 1000 and years.low >= 0:
            return self.say(MILLENNIUM, ordinal=self.ordinal(_number(years, 1000)))
        return self.say(SOME_TIME_BETWEEN, dates=self.pair(AND)([self.year(year) for year in years]))

    def year(self, year: int) -> str:
        return str(year) if year > 0 else self.say(BEFORE_CHRIST, year=str(1 - year))

    def ordinal(self, number: int) -> str:
        """Give `18th` in English and `XVIII` in Ukrainian; elsewhere the number alone; the message has the rest."""
        if self.locale.language == "uk":
            return _roman(number)
        if self.locale.language != "en":
            return str(number)
        ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return f"{number}{ending}"

    def fill(self, pattern: str, point: Point, days: Sequence[str], join: Join) -> str:
        """Put a point into a CLDR pattern; several `days` stand joined where the pattern has the day.

        A full stop after the day belongs to its number (`9. oder 10. November`).
        """

        def field(match: re.Match[str]) -> str:
            letter, dot = match[0][0], "." if match[0].endswith(".") else ""
            if letter == "'":
                return match[0][1:-1] or "'"
            if letter == "y":
                return self.year(point.years.low)
            if letter == "d":
                return join([f"{day}{dot}" for day in days])
            return month_name(self.locale, match[0], point.months.low if point.months else 1)

        return re.sub(r"'[^']*'|y+|[ML]+|d+\.?", field, pattern)


def _point(day: Day) -> Point:
    years, months, days = (Span(number, number) for number in day)
    return Point(day.iso(), years, months, days)


def _is_plain(point: Point) -> bool:
    masked = (point.year is None and not _is_century(point)) or (point.months and point.month is None)
    return not (masked or point.is_qualified or point.part or point.season or point.time)


def _month_of(point: Point) -> tuple[int | None, int | None]:
    return point.year, point.month


def _is_century(point: Point) -> bool:
    return point.years.high - point.years.low == 99 and point.months is None


def _century(point: Point) -> int:
    return _number(point.years, 100)


def _number(years: Span, width: int) -> int:
    """Count centuries or millennia from 1, backwards before Christ."""
    return years.low // width + 1 if years.low >= 0 else (1 - years.low + width - 1) // width


def _roman(number: int) -> str:
    """A number of a century or a millennium, 1 to 89, in Roman numerals."""
    values = ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
    text = ""
    for value, letters in values:
        text += letters * (number // value)
        number %= value
    return text


def _clean(point: Point) -> Point:
    return replace(point, approximate=Reach.NONE, uncertain=Reach.NONE)
