"""What a date says, taken apart: points of time and the ways they are put together.

The forms hold everything that was written, so that a date can be put into words of any language without being read
again. The words of the standard are those of EDTF, the Extended Date/Time Format (ISO 8601-2, Library of Congress).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum
from typing import NamedTuple, TypeAlias

from briefsmith.values.day import Day, month_length


class Season(IntEnum):
    """A season with its EDTF number: the northern, meteorological one of three whole months."""

    SPRING = 21
    SUMMER = 22
    AUTUMN = 23
    WINTER = 24


class Part(Enum):
    """A third of a month: the days 1 to 10, 11 to 20, and 21 to the end."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"


class Reach(IntEnum):
    """How far into a date a `?` or `~` reaches: it holds for the piece it follows and for all pieces before it."""

    NONE = 0
    YEAR = 1
    MONTH = 2
    WHOLE = 3


class Limit(Enum):
    """An end of an interval that is no date."""

    OPEN = ".."
    UNKNOWN = ""


class Span(NamedTuple):
    """The values that a year, month or day may have; `low` equals `high` where every digit is given."""

    low: int
    high: int


@dataclass(frozen=True, slots=True)
class Point:
    """One day, month, part of a month, season, year, decade or century.

    `edtf` is the point in EDTF; a part of a month, for which EDTF has no sign, is a set of days there. Unknown digits
    widen `years`, `months` or `days`: `201X` has the years 2010 to 2019. `time` is the time of day as written, without
    the `T`. `approximate` is EDTF's `~`, `uncertain` its `?`; neither widens the bounds.
    """

    edtf: str
    years: Span
    months: Span | None = None
    days: Span | None = None
    season: Season | None = None
    part: Part | None = None
    time: str = ""
    approximate: Reach = Reach.NONE
    uncertain: Reach = Reach.NONE

    @property
    def year(self) -> int | None:
        """The year, where all its digits are given."""
        return _single(self.years)

    @property
    def month(self) -> int | None:
        """The month from 1 to 12, where there is one and all its digits are given."""
        return _single(self.months)

    @property
    def day(self) -> int | None:
        """The day of the month, where there is one and all its digits are given."""
        return _single(self.days)

    @property
    def is_qualified(self) -> bool:
        """Whether a `~`, `?` or `%` stands anywhere in it."""
        return bool(self.approximate or self.uncertain)

    @property
    def is_full_day(self) -> bool:
        """Whether year, month and day are all given, with or without doubt."""
        return self.day is not None

    @property
    def earliest(self) -> Day:
        """The first day it can mean. Winter 2024 (`2024-24`) begins on 1 December 2024."""
        year = self.years.low
        if self.season:
            return Day(year, _first_month(self.season), 1)
        if self.part:
            return Day(year, self._low_month, _PART_DAYS[self.part].low)
        return Day(year, self._low_month, self.days.low if self.days else 1)

    @property
    def latest(self) -> Day:
        """The last day it can mean. Winter 2024 (`2024-24`) ends on 28 February 2025."""
        if self.season:
            return _season_end(self.years.high, self.season)
        year, month = self.years.high, self.months.high if self.months else 12
        length = month_length(year, month)
        if self.part:
            return Day(year, month, min(_PART_DAYS[self.part].high, length))
        return Day(year, month, min(self.days.high, length) if self.days else length)

    @property
    def _low_month(self) -> int:
        return self.months.low if self.months else 1


@dataclass(frozen=True, slots=True)
class Between:
    """All points from `first` to `last` within a set; None where the set has no such end."""

    first: Point | None
    last: Point | None

    @property
    def earliest(self) -> Day | None:
        """The first day in it, None without one."""
        return self.first.earliest if self.first else None

    @property
    def latest(self) -> Day | None:
        """The last day in it, None without one."""
        return self.last.latest if self.last else None


@dataclass(frozen=True, slots=True)
class Unknown:
    """No date is known."""

    earliest: None = None
    latest: None = None


@dataclass(frozen=True, slots=True)
class Single:
    """One point of time."""

    point: Point

    @property
    def earliest(self) -> Day:
        """The first day it can mean."""
        return self.point.earliest

    @property
    def latest(self) -> Day:
        """The last day it can mean."""
        return self.point.latest


@dataclass(frozen=True, slots=True)
class Interval:
    """Something that lasts from `start` to `end`."""

    start: Point | Limit
    end: Point | Limit

    @property
    def earliest(self) -> Day | None:
        """The first day of the start, None where the start is open or unknown."""
        return self.start.earliest if isinstance(self.start, Point) else None

    @property
    def latest(self) -> Day | None:
        """The last day of the end, None where the end is open or unknown."""
        return self.end.latest if isinstance(self.end, Point) else None


@dataclass(frozen=True, slots=True)
class OneOf:
    """One unknown member of a set: not a duration. `members` stand as written, at least one."""

    members: tuple[Point | Between, ...]

    @property
    def earliest(self) -> Day | None:
        """The first day of the earliest member, None where the set is open at its beginning."""
        days = [member.earliest for member in self.members]
        known = [day for day in days if day is not None]
        return min(known) if len(known) == len(days) else None

    @property
    def latest(self) -> Day | None:
        """The last day of the latest member, None where the set is open at its end."""
        days = [member.latest for member in self.members]
        known = [day for day in days if day is not None]
        return max(known) if len(known) == len(days) else None


@dataclass(frozen=True, slots=True)
class Week:
    """One unknown day among the seven that begin with `earliest`."""

    earliest: Day

    @property
    def latest(self) -> Day:
        """The seventh day."""
        return self.earliest.plus(6)


Form: TypeAlias = Unknown | Single | Interval | OneOf | Week
"""What a date says; `earliest` and `latest` of every form are its bounds."""

_PART_DAYS = {Part.EARLY: Span(1, 10), Part.MID: Span(11, 20), Part.LATE: Span(21, 31)}


def points_of(form: Form) -> tuple[Point, ...]:
    """List the points that a form is made of, in the order written; none for a week or an unknown date."""
    match form:
        case Single(point):
            return (point,)
        case Interval(start, end):
            return tuple(side for side in (start, end) if isinstance(side, Point))
        case OneOf(members):
            return tuple(point for member in members for point in _points_of_member(member))
        case _:
            return ()


def _points_of_member(member: Point | Between) -> tuple[Point, ...]:
    if isinstance(member, Point):
        return (member,)
    return tuple(point for point in (member.first, member.last) if point)


def _single(span: Span | None) -> int | None:
    return span.low if span and span.low == span.high else None


def _first_month(season: Season) -> int:
    return (season - Season.SPRING) * 3 + 3


def _season_end(year: int, season: Season) -> Day:
    if season is Season.WINTER:
        return Day(year + 1, 2, month_length(year + 1, 2))
    month = _first_month(season) + 2
    return Day(year, month, month_length(year, month))
