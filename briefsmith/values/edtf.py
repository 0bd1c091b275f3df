"""Dates as they stand in a fact sheet: EDTF (ISO 8601-2) levels 0 and 1, parts of level 2, and word shorthands.

From level 2 come sets (`[a..b]`, `[..b]`, `[a..]`, `[a,b]`), a qualifier inside a date (`2025?-11-09`) and unknown
digits inside an interval (`17XX/18XX`). The shorthands, in any case: `early`, `mid` or `late 2025-10`, `summer 2024`,
`about 2022`, `A or B`, `by X`, `week of D`, `unknown`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from briefsmith.values.bad_value import shown
from briefsmith.values.day import Day
from briefsmith.values.edtf_form import (
    Between,
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
    points_of,
)
from briefsmith.values.edtf_point import parse_point
from briefsmith.values.edtf_trouble import DateError

__all__ = [
    "Between",
    "DateError",
    "Day",
    "EdtfDate",
    "Form",
    "Interval",
    "Limit",
    "OneOf",
    "Part",
    "Point",
    "Reach",
    "Season",
    "Single",
    "Span",
    "Unknown",
    "Week",
    "parse_date",
    "points_of",
]

LONGEST_TEXT = 200
"""Code points of a date; longer text is refused unread."""

_ENDLESS = 10**12
"""The width in days of a date without a last day: wider than any other."""

_OR = re.compile(r"\s+or\s+", re.IGNORECASE)
_BY = re.compile(r"by\s+(.+)", re.IGNORECASE)
_WEEK = re.compile(r"week\s+of\s+(.+)", re.IGNORECASE)
_SET = re.compile(r"\[([^\[\]]+)\]")


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """A date as written and as understood.

    `edtf` is its normal EDTF, empty for an unknown date. `earliest` and `latest` are the first and last day it can
    mean, both included, None where it is open or unknown. `~` and `?` do not widen them. Seasons are the northern
    meteorological ones: spring from March to May, summer from June, autumn from September, and winter from December
    to February of the next year, so that winter 2024 (`2024-24`) is 2024-12-01 to 2025-02-28.
    """

    written: str
    edtf: str
    earliest: Day | None
    latest: Day | None
    form: Form

    @property
    def is_exact(self) -> bool:
        """Whether it is a single, full and certain day."""
        return isinstance(self.form, Single) and self.form.point.is_full_day and not self.form.point.is_qualified

    @property
    def sort_key(self) -> tuple[bool, Day, int]:
        """Order by the first day, then the narrower first; an undated statement comes last.

        A date without a first day (`by 2025-11-09`) stands by its last one, before that day itself.
        """
        if self.earliest and self.latest:
            return False, self.earliest, self.latest.to_ordinal() - self.earliest.to_ordinal()
        if self.earliest:
            return False, self.earliest, _ENDLESS
        if self.latest:
            return False, self.latest, -1
        return True, Day(0, 1, 1), 0

    def excludes(self, other: EdtfDate) -> bool:
        """Whether both dates cannot be true of one thing, because their bounds have no day in common.

        An approximate or uncertain point gives its date its own width as play on both sides: `2025-10~` does not
        exclude 2025-11-01, but it does exclude 2026.
        """
        return _ends_before(self, other) or _ends_before(other, self)


@lru_cache(maxsize=8192)
def parse_date(text: str) -> EdtfDate:
    """Read a date; raises DateError, whose `help` gives the cure."""
    if len(text) > LONGEST_TEXT:
        raise DateError(f"{shown(text)} is too long for a date", f"write at most {LONGEST_TEXT} characters")
    form = _parse_form(text.strip())
    return EdtfDate(text, _edtf(form), form.earliest, form.latest, form)


def _parse_form(text: str) -> Form:
    if text.lower() == "unknown":
        return Unknown()
    if match := _SET.fullmatch(text):
        return OneOf(tuple(_parse_member(text, piece.strip()) for piece in match[1].split(",")))
    if match := _BY.fullmatch(text):
        return OneOf((Between(None, parse_point(match[1])),))
    if match := _WEEK.fullmatch(text):
        return _parse_week(match[1])
    if _OR.search(text):
        return OneOf(tuple(parse_point(piece) for piece in _OR.split(text)))
    if text.count("/") == 1:
        return _parse_interval(text)
    return Single(parse_point(text, time_allowed=True))


def _parse_member(whole: str, text: str) -> Point | Between:
    first, dots, last = (piece.strip() for piece in text.partition(".."))
    if not dots:
        return parse_point(text)
    if not first and not last:
        raise DateError(f"{shown(whole)} has no date in it", "write `unknown`")
    member = Between(parse_point(first) if first else None, parse_point(last) if last else None)
    _refuse_reversed(member, text, f"[{last}..{first}]")
    return member


def _parse_week(text: str) -> Week:
    point = parse_point(text)
    if not point.is_full_day or point.is_qualified:
        raise DateError(f"{shown(text)} is no full day", "name a day of the calendar, as in `week of 2015-07-12`")
    return Week(point.earliest)


def _parse_interval(text: str) -> Interval:
    first, _, last = (piece.strip() for piece in text.partition("/"))
    form = Interval(_parse_end(first), _parse_end(last))
    if isinstance(form.start, Limit) and isinstance(form.end, Limit):
        raise DateError(f"{shown(text)} has no date at either end", "write `unknown`")
    _refuse_reversed(form, text, f"{last}/{first}")
    return form


def _parse_end(text: str) -> Point | Limit:
    return Limit(text) if text in ("", "..") else parse_point(text)


def _refuse_reversed(span: Between | Interval, text: str, turned: str) -> None:
    if span.earliest and span.latest and span.latest < span.earliest:
        raise DateError(f"{shown(text)} ends before it begins", f"write `{turned}`")


def _edtf(form: Form) -> str:
    match form:
        case Unknown():
            return ""
        case Single(point):
            return point.edtf
        case Interval(start, end):
            first = f"{start.earliest.iso()}~" if isinstance(start, Point) and start.part else _end_edtf(start)
            last = f"{end.latest.iso()}~" if isinstance(end, Point) and end.part else _end_edtf(end)
            return f"{first}/{last}"
        case OneOf(members):
            return f"[{','.join(_member_edtf(member) for member in members)}]"
        case Week():
            return f"[{form.earliest.iso()}..{form.latest.iso()}]"


def _end_edtf(end: Point | Limit) -> str:
    return end.value if isinstance(end, Limit) else end.edtf


def _member_edtf(member: Point | Between) -> str:
    if isinstance(member, Point):
        return member.edtf.strip("[]")
    first = member.first and (member.first.earliest.iso() if member.first.part else member.first.edtf)
    last = member.last and (member.last.latest.iso() if member.last.part else member.last.edtf)
    return f"{first or ''}..{last or ''}"


def _ends_before(one: EdtfDate, other: EdtfDate) -> bool:
    if one.latest is None or other.earliest is None or one.latest >= other.earliest:
        return False
    return one.latest.to_ordinal() + _play(one) < other.earliest.to_ordinal() - _play(other)


def _play(date: EdtfDate) -> int:
    """Give the days by which the bounds of a doubtful date may be off."""
    doubtful = (point for point in points_of(date.form) if point.is_qualified)
    return max((point.latest.to_ordinal() - point.earliest.to_ordinal() + 1 for point in doubtful), default=0)
