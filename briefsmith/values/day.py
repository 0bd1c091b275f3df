"""A day of the proleptic Gregorian calendar, in any year."""

from __future__ import annotations

import datetime
from typing import NamedTuple

DAYS_IN_400_YEARS = 146_097
"""The Gregorian calendar repeats after so many days, which carries `datetime` into years it cannot hold."""

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Day(NamedTuple):
    """A day; days compare and sort by the calendar.

    `year` is astronomical as in ISO 8601: 0 is 1 BC, -43 is 44 BC. `month` is 1 to 12, `day` 1 to 31.
    """

    year: int
    month: int
    day: int

    @classmethod
    def from_date(cls, date: datetime.date) -> Day:
        """Take over a date of the standard library."""
        return cls(date.year, date.month, date.day)

    @classmethod
    def from_ordinal(cls, ordinal: int) -> Day:
        """Give the day of that number; 1 is the first of January of year 1, as in `datetime`."""
        near = ordinal % DAYS_IN_400_YEARS + DAYS_IN_400_YEARS
        date = datetime.date.fromordinal(near)
        return cls(date.year + (ordinal - near) // DAYS_IN_400_YEARS * 400, date.month, date.day)

    def to_date(self) -> datetime.date:
        """Give the standard library's date; raises ValueError outside the years 1 to 9999."""
        return datetime.date(self.year, self.month, self.day)

    def to_ordinal(self) -> int:
        """Give the day's number, so that subtracting two gives the days between them."""
        near = self.year % 400 + 400
        return datetime.date(near, self.month, self.day).toordinal() + (self.year - near) // 400 * DAYS_IN_400_YEARS

    def plus(self, days: int) -> Day:
        """Give the day so many days later, or earlier where `days` is negative."""
        return Day.from_ordinal(self.to_ordinal() + days)

    def iso(self) -> str:
        """Write YYYY-MM-DD; a year before 0 gets a sign, a year after 9999 more digits."""
        sign = "-" if self.year < 0 else ""
        return f"{sign}{abs(self.year):04d}-{self.month:02d}-{self.day:02d}"


def month_length(year: int, month: int) -> int:
    """Count the days of a month (1 to 12) of an astronomical year."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else _LENGTHS[month - 1]
