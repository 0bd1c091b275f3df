"""Reads one point of time: a day, month, season, year or decade of EDTF, or a word shorthand for one."""

from __future__ import annotations

import re
from dataclasses import replace

from briefsmith.values.day import month_length
from briefsmith.values.edtf_form import Part, Point, Reach, Season, Span
from briefsmith.values.edtf_trouble import DateError, diagnose, no_such_day, no_such_month

_FULL_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
# Twelve digits after Y: room for the age of the universe, none for a number that only costs time.
_POINT = re.compile(
    r"(?P<year>-?(?:[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|[0-9]XXX)|Y-?[1-9][0-9]{4,11})(?P<year_mark>[?~%]?)"
    r"(?:-(?P<month>[0-9]{2}|[0-9]X|XX)(?P<month_mark>[?~%]?)"
    r"(?:-(?P<day>[0-9]{2}|[0-9]X|XX)(?P<day_mark>[?~%]?)(?:T(?P<time>[0-9:]+(?:Z|[+-][0-9:]+)?))?)?)?"
)
_TIME = re.compile(
    r"(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?(?:Z|[+-](?:0[0-9]|1[0-4])(?::[0-5][0-9])?)?",
)
_PART = re.compile(r"(early|mid|late) +(-?[0-9]{4}-[0-9]{2})", re.IGNORECASE)
_SEASON = re.compile(r"(spring|summer|autumn|winter) +(-?[0-9]{4})([?~%]?)", re.IGNORECASE)
_ABOUT = re.compile(r"about +(.+)", re.IGNORECASE)
_ABOUT_MARK = {"?": "%", "~": "~", "%": "%"}


def parse_point(text: str, *, time_allowed: bool = False) -> Point:
    """Read a point of time; raises DateError.

    Words go before the date: `late 2025-10`, `summer 2024`, `about 2022`. A time of day is EDTF level 0 for a date
    that stands alone, and no part of an interval or set.
    """
    if match := _FULL_DAY.fullmatch(text):
        return _full_day(text, int(match[1]), int(match[2]), int(match[3]))
    if match := _ABOUT.fullmatch(text):
        return _about(text, match[1])
    if match := _PART.fullmatch(text):
        return _part(Part(match[1].lower()), match[2])
    if match := _SEASON.fullmatch(text):
        return parse_point(f"{match[2]}-{Season[match[1].upper()].value}{match[3]}")
    return _edtf_point(text, time_allowed)


def _full_day(text: str, year: int, month: int, day: int) -> Point:
    if not 1 <= month <= 12:
        raise no_such_month(text, text[5:7], text[8:])
    if not 1 <= day <= month_length(year, month):
        raise no_such_day(text, year, month)
    return Point(text, Span(year, year), Span(month, month), Span(day, day))


def _about(text: str, rest: str) -> Point:
    if _PART.fullmatch(rest) or _ABOUT.fullmatch(rest):
        raise diagnose(text)
    point = parse_point(rest)
    mark = point.edtf[-1]
    edtf = point.edtf[:-1] + _ABOUT_MARK[mark] if mark in _ABOUT_MARK else f"{point.edtf}~"
    return replace(point, edtf=edtf, approximate=Reach.WHOLE)


def _part(part: Part, month: str) -> Point:
    whole = parse_point(month)
    if whole.month is None:
        raise diagnose(f"{part.value} {month}")
    point = replace(whole, part=part)
    return replace(point, edtf=f"[{point.earliest.iso()}..{point.latest.iso()}]")


def _edtf_point(text: str, time_allowed: bool) -> Point:
    match = _POINT.fullmatch(text)
    if match is None or (match["time"] and not (time_allowed and _TIME.fullmatch(match["time"]))):
        raise diagnose(text)
    years = _years(match["year"])
    marks = (match["year_mark"], match["month_mark"], match["day_mark"])
    point = Point(text, years, approximate=_reach(marks, "~%"), uncertain=_reach(marks, "?%"))
    if match["month"] is None:
        return point
    if not re.fullmatch(r"-?Y?-?[0-9]*X*", match["year"] + match["month"] + (match["day"] or "")) or text[0] == "Y":
        raise diagnose(text)
    if "21" <= match["month"] <= "24" and match["month"].isdigit():
        return _season(point, match["month"], match["day"])
    point = replace(point, months=_months(text, match["month"], match["day"]), time=match["time"] or "")
    return replace(point, days=_days(point, match["day"])) if match["day"] else point


def _years(year: str) -> Span:
    if year == "-0000":
        raise DateError("`-0000` is no year", "write `0000` for 1 BC and `-0001` for 2 BC")
    sign = -1 if "-" in year else 1
    digits = year.lstrip("Y-")
    ends = sign * int(digits.replace("X", "0")), sign * int(digits.replace("X", "9"))
    return Span(min(ends), max(ends))


def _season(point: Point, season: str, day: str | None) -> Point:
    if day is not None:
        raise DateError(f"`{point.edtf}` is a day of a season", "write a month from 01 to 12, or leave out the day")
    return replace(point, season=Season(int(season)))


def _months(text: str, month: str, day: str | None) -> Span:
    span = _span(month, 1, 12)
    if span is None:
        raise no_such_month(text, month, day)
    return span


def _days(point: Point, day: str) -> Span:
    month, year = point.months or Span(1, 1), point.years.high
    longest = max(month_length(year, number) for number in range(month.low, month.high + 1))
    span = _span(day, 1, longest)
    if span is None:
        raise no_such_day(point.edtf, year, month.low)
    return span


def _span(digits: str, smallest: int, largest: int) -> Span | None:
    low = max(int(digits.replace("X", "0")), smallest)
    high = min(int(digits.replace("X", "9")), largest)
    return Span(low, high) if low <= high else None


def _reach(marks: tuple[str | None, ...], wanted: str) -> Reach:
    """Say how far the last of the wanted marks reaches; a mark after the last piece is one on the whole."""
    pieces = sum(mark is not None for mark in marks)
    places = [place for place, mark in enumerate(marks, 1) if mark and mark in wanted]
    if not places:
        return Reach.NONE
    return Reach.WHOLE if places[-1] == pieces else Reach(places[-1])
