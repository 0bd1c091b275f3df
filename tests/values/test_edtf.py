"""Dates: what is accepted, with which bounds and which EDTF, and what is refused, with which words."""

from __future__ import annotations

import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefsmith.values.edtf import (
    Between,
    DateError,
    Day,
    Interval,
    Limit,
    OneOf,
    Part,
    Reach,
    Season,
    Single,
    Week,
    parse_date,
)

ACCEPTED = [
    # written, EDTF, first day, last day
    ("2025-11-09", "2025-11-09", "2025-11-09", "2025-11-09"),
    ("2024-02-29", "2024-02-29", "2024-02-29", "2024-02-29"),
    ("2000-02-29", "2000-02-29", "2000-02-29", "2000-02-29"),
    (" 2025-11-09 ", "2025-11-09", "2025-11-09", "2025-11-09"),
    ("2025-11", "2025-11", "2025-11-01", "2025-11-30"),
    ("2024-02", "2024-02", "2024-02-01", "2024-02-29"),
    ("2025", "2025", "2025-01-01", "2025-12-31"),
    ("0000", "0000", "0000-01-01", "0000-12-31"),
    ("9999-12-31", "9999-12-31", "9999-12-31", "9999-12-31"),
    ("-0043-03-15", "-0043-03-15", "-0043-03-15", "-0043-03-15"),
    ("-0043", "-0043", "-0043-01-01", "-0043-12-31"),
    ("Y170000002", "Y170000002", "170000002-01-01", "170000002-12-31"),
    ("Y-17000", "Y-17000", "-17000-01-01", "-17000-12-31"),
    ("2025-11-09T12:00Z", "2025-11-09T12:00Z", "2025-11-09", "2025-11-09"),
    ("2025-11-09T12:00:00", "2025-11-09T12:00:00", "2025-11-09", "2025-11-09"),
    ("2025-11-09T23:59:59+03:00", "2025-11-09T23:59:59+03:00", "2025-11-09", "2025-11-09"),
    ("2025-11-09T12:00:00-04", "2025-11-09T12:00:00-04", "2025-11-09", "2025-11-09"),
    ("2024-21", "2024-21", "2024-03-01", "2024-05-31"),
    ("2024-22", "2024-22", "2024-06-01", "2024-08-31"),
    ("2024-23", "2024-23", "2024-09-01", "2024-11-30"),
    ("2024-24", "2024-24", "2024-12-01", "2025-02-28"),
    ("2023-24", "2023-24", "2023-12-01", "2024-02-29"),
    ("spring 2024", "2024-21", "2024-03-01", "2024-05-31"),
    ("Summer 2024", "2024-22", "2024-06-01", "2024-08-31"),
    ("autumn 2024", "2024-23", "2024-09-01", "2024-11-30"),
    ("WINTER 2024", "2024-24", "2024-12-01", "2025-02-28"),
    ("summer 2024?", "2024-22?", "2024-06-01", "2024-08-31"),
    ("2025-10~", "2025-10~", "2025-10-01", "2025-10-31"),
    ("2022~", "2022~", "2022-01-01", "2022-12-31"),
    ("2025-11-09?", "2025-11-09?", "2025-11-09", "2025-11-09"),
    ("2025-11-09%", "2025-11-09%", "2025-11-09", "2025-11-09"),
    ("2025?-11-09", "2025?-11-09", "2025-11-09", "2025-11-09"),
    ("2025-11~-09", "2025-11~-09", "2025-11-09", "2025-11-09"),
    ("about 2022", "2022~", "2022-01-01", "2022-12-31"),
    ("About 2025-10", "2025-10~", "2025-10-01", "2025-10-31"),
    ("about summer 2024", "2024-22~", "2024-06-01", "2024-08-31"),
    ("about 2022?", "2022%", "2022-01-01", "2022-12-31"),
    ("about 2022~", "2022~", "2022-01-01", "2022-12-31"),
    ("201X", "201X", "2010-01-01", "2019-12-31"),
    ("17XX", "17XX", "1700-01-01", "1799-12-31"),
    ("1XXX", "1XXX", "1000-01-01", "1999-12-31"),
    ("-01XX", "-01XX", "-0199-01-01", "-0100-12-31"),
    ("201X~", "201X~", "2010-01-01", "2019-12-31"),
    ("2025-XX", "2025-XX", "2025-01-01", "2025-12-31"),
    ("2025-XX-XX", "2025-XX-XX", "2025-01-01", "2025-12-31"),
    ("2025-10-XX", "2025-10-XX", "2025-10-01", "2025-10-31"),
    ("2024-02-XX", "2024-02-XX", "2024-02-01", "2024-02-29"),
    ("2025-10-0X", "2025-10-0X", "2025-10-01", "2025-10-09"),
    ("2025-10-2X", "2025-10-2X", "2025-10-20", "2025-10-29"),
    ("2025-10-3X", "2025-10-3X", "2025-10-30", "2025-10-31"),
    ("2025-02-2X", "2025-02-2X", "2025-02-20", "2025-02-28"),
    ("2025-0X", "2025-0X", "2025-01-01", "2025-09-30"),
    ("2025-1X", "2025-1X", "2025-10-01", "2025-12-31"),
    ("201X-XX", "201X-XX", "2010-01-01", "2019-12-31"),
    ("2025-10/2025-11", "2025-10/2025-11", "2025-10-01", "2025-11-30"),
    ("2015-03-12/2015-03-14", "2015-03-12/2015-03-14", "2015-03-12", "2015-03-14"),
    ("2025-10/..", "2025-10/..", "2025-10-01", None),
    ("2025-10/", "2025-10/", "2025-10-01", None),
    ("../2025-10", "../2025-10", None, "2025-10-31"),
    ("/2025-10", "/2025-10", None, "2025-10-31"),
    ("2022~/2025?", "2022~/2025?", "2022-01-01", "2025-12-31"),
    ("2025-06/2025", "2025-06/2025", "2025-06-01", "2025-12-31"),
    ("17XX/18XX", "17XX/18XX", "1700-01-01", "1899-12-31"),
    ("2024-05-XX/..", "2024-05-XX/..", "2024-05-01", None),
    ("2024-22/2024-23", "2024-22/2024-23", "2024-06-01", "2024-11-30"),
    ("[2025-10-21..2025-10-31]", "[2025-10-21..2025-10-31]", "2025-10-21", "2025-10-31"),
    ("[..2025-11-09]", "[..2025-11-09]", None, "2025-11-09"),
    ("[2025-11-09..]", "[2025-11-09..]", "2025-11-09", None),
    ("[2025-11-09,2025-11-10]", "[2025-11-09,2025-11-10]", "2025-11-09", "2025-11-10"),
    ("[2025-11-09, 2025-11-10]", "[2025-11-09,2025-11-10]", "2025-11-09", "2025-11-10"),
    ("[1667,1668,1670..1672]", "[1667,1668,1670..1672]", "1667-01-01", "1672-12-31"),
    ("[2025-11,..2024]", "[2025-11,..2024]", None, "2025-11-30"),
    ("early 2025-10", "[2025-10-01..2025-10-10]", "2025-10-01", "2025-10-10"),
    ("mid 2025-10", "[2025-10-11..2025-10-20]", "2025-10-11", "2025-10-20"),
    ("late 2025-10", "[2025-10-21..2025-10-31]", "2025-10-21", "2025-10-31"),
    ("Late 2024-02", "[2024-02-21..2024-02-29]", "2024-02-21", "2024-02-29"),
    ("late 2025-10/..", "2025-10-21~/..", "2025-10-21", None),
    ("../late 2025-10", "../2025-10-31~", None, "2025-10-31"),
    ("early 2025-10/mid 2025-11", "2025-10-01~/2025-11-20~", "2025-10-01", "2025-11-20"),
    ("about 2022/..", "2022~/..", "2022-01-01", None),
    ("2025-11-09 or 2025-11-10", "[2025-11-09,2025-11-10]", "2025-11-09", "2025-11-10"),
    ("2023 OR 2024 or 2025", "[2023,2024,2025]", "2023-01-01", "2025-12-31"),
    ("late 2025-10 or 2025-11", "[2025-10-21..2025-10-31,2025-11]", "2025-10-21", "2025-11-30"),
    ("by 2025-11-09", "[..2025-11-09]", None, "2025-11-09"),
    ("by late 2025-10", "[..2025-10-31]", None, "2025-10-31"),
    ("week of 2015-07-12", "[2015-07-12..2015-07-18]", "2015-07-12", "2015-07-18"),
    ("week of 2024-12-30", "[2024-12-30..2025-01-05]", "2024-12-30", "2025-01-05"),
    ("unknown", "", None, None),
    ("Unknown", "", None, None),
]

REFUSED = [
    # written, message, a piece of the help
    ("", "the date is empty", "`unknown`"),
    ("   ", "the date is empty", "`unknown`"),
    ("banana", "`banana` is not a date", "`2025-11-09`"),
    ("9/11/2025", "`9/11/2025` does not say which number is the month", "`2025-09-11` or `2025-11-09`"),
    ("31/12/2025", "`31/12/2025` does not say which number is the month", "write `2025-12-31`"),
    ("31.12.2025", "`31.12.2025` does not begin with the year", "`2025-12-31`"),
    ("09-11-2025", "`09-11-2025` does not begin with the year", "`2025-11-09`"),
    ("Nov 2025", "`Nov 2025` names its month in words", "`2025-11`"),
    ("9 November 2025", "`9 November 2025` names its month in words", "`2025-11-09`"),
    ("November 9, 2025", "`November 9, 2025` names its month in words", "`2025-11-09`"),
    ("2025-02-30", "`2025-02-30` is no day of the calendar", "February 2025 has the days 01 to 28"),
    ("1900-02-29", "`1900-02-29` is no day of the calendar", "February 1900 has the days 01 to 28"),
    ("2025-04-31", "`2025-04-31` is no day of the calendar", "01 to 30"),
    ("2025-11-00", "`2025-11-00` is no day of the calendar", "01 to 30"),
    ("2025-02-3X", "`2025-02-3X` is no day of the calendar", "01 to 28"),
    ("2025-13", "`13` in `2025-13` is no month", "01 to 12"),
    ("2025-00", "`00` in `2025-00` is no month", "01 to 12"),
    ("2025-13-01", "`13` in `2025-13-01` is no month", "`2025-01-13`"),
    ("2024-25", "`25` in `2024-25` is no month", "24 winter"),
    ("2024-22?-03", "`2024-22?-03` is a day of a season", "leave out the day"),
    ("2025-9-1", "`2025-9-1` has a month or day of one digit", "`2025-09-01`"),
    ("2025-9", "`2025-9` has a month or day of one digit", "`2025-09`"),
    ("20251109", "`20251109` has no hyphens", "`2025-11-09`"),
    ("2025/11/09", "`2025/11/09` is divided by slashes", "`2025-11-09`"),
    ("2025.11.09", "`2025.11.09` is divided by dots", "`2025-11-09`"),
    ("2025–11–09", "`2025–11–09` has dashes for hyphens", "`2025-11-09`"),
    ("2026/2025", "`2026/2025` ends before it begins", "`2025/2026`"),
    ("[2026..2025]", "`2026..2025` ends before it begins", "`[2025..2026]`"),
    ("2025-10/Nov 2025", "`Nov 2025` names its month in words", "`2025-11`"),
    ("../..", "`../..` has no date at either end", "`unknown`"),
    ("/", "`/` has no date at either end", "`unknown`"),
    ("[..]", "`[..]` has no date in it", "`unknown`"),
    ("[2025", "`[2025` has one bracket only", "`[2025-10-21..2025-10-31]`"),
    ("2025..2026", "`2025..2026` is no interval", "`2025/2026` for a duration"),
    ("2025-10-01 to 2025-10-03", "`2025-10-01 to 2025-10-03` is no interval", "`2025-10-01/2025-10-03`"),
    ("2025-10-01–2025-10-03", "`2025-10-01–2025-10-03` is no interval", "`2025-10-01/2025-10-03`"),
    ("{2025,2026}", "`{2025,2026}` means several dates at once", "a statement of its own"),
    ("since 2025-10", "`since 2025-10` is no date", "`2025-10/..`"),
    ("until 2025-10", "`until 2025-10` is no date", "`../2025-10`"),
    ("c. 2022", "`c. 2022` is no date", "`about 2022`"),
    ("fall 2024", "`fall 2024` is no date", "`autumn 2024`"),
    ("late 2025", "`late 2025` has no month to be a part of", "`late 2025-10`"),
    ("late 2025-1X", "`late 2025-1X` has no month to be a part of", "`late 2025-10`"),
    ("late 2025-22", "`late 2025-22` has no month to be a part of", "`late 2025-10`"),
    ("mid-2025-10", "`mid-2025-10` is no date", "`mid 2025-10`"),
    ("about late 2025-10", "`about late 2025-10` says twice that it is not exact", "leave out `about`"),
    ("summer", "`summer` has no year after its season", "`summer 2024`"),
    ("on Tuesday", "`on Tuesday` depends on the day it was said", "`date_words`"),
    ("last week", "`last week` depends on the day it was said", "the source's date"),
    ("week of 2025-10", "`2025-10` is no full day", "`week of 2015-07-12`"),
    ("XXXX-12-25", "`XXXX-12-25` has unknown digits before known ones", "`201X`"),
    ("156X-12-25", "`156X-12-25` has unknown digits before known ones", "`201X`"),
    ("2025-10-X5", "`2025-10-X5` has unknown digits before known ones", "`2025-10-2X`"),
    ("?2025", "`?2025` has its qualifier in the wrong place", "`2025?-11-09`"),
    ("2025-?11-09", "`2025-?11-09` has its qualifier in the wrong place", "`2025?-11-09`"),
    ("-0000", "`-0000` is no year", "`0000`"),
    ("12345", "`12345` has a year of more than four digits", "`Y12345`"),
    ("79", "`79` is no year of four digits", "`0079`"),
    ("Y12345-01", "`Y12345-01` is no long year", "five to twelve digits"),
    ("Y1234567890123", "`Y1234567890123` is no long year", "five to twelve digits"),
    ("2025-11-09T25:00", "`2025-11-09T25:00` has a time that cannot stand here", "`2025-11-09T12:00Z`"),
    ("2025-11-09T12:00/..", "`2025-11-09T12:00` has a time that cannot stand here", "days only"),
    ("2025-11-09\u202e", r"`2025-11-09\u202e` is not a date", "`2025-11-09`"),
    ("٢٠٢٥-11-09", "`٢٠٢٥-11-09` is not a date", "`2025-11-09`"),
]


@pytest.mark.parametrize(("written", "edtf", "earliest", "latest"), ACCEPTED)
def test_a_date_has_its_edtf_and_its_bounds(written: str, edtf: str, earliest: str | None, latest: str | None) -> None:
    """Every accepted form gives its normal EDTF and the first and last day it can mean."""
    date = parse_date(written)
    assert (date.written, date.edtf) == (written, edtf)
    assert (date.earliest and date.earliest.iso(), date.latest and date.latest.iso()) == (earliest, latest)


@pytest.mark.parametrize(("written", "edtf", "earliest", "latest"), ACCEPTED)
def test_the_normal_form_is_a_date_with_the_same_bounds(
    written: str, edtf: str, earliest: str | None, latest: str | None
) -> None:
    """Normal EDTF can be read again and means the same days."""
    date = parse_date(edtf or "unknown")
    assert (date.edtf, date.earliest, date.latest) == (edtf, parse_date(written).earliest, parse_date(written).latest)


@pytest.mark.parametrize(("written", "message", "cure"), REFUSED)
def test_a_refused_date_says_what_is_wrong_and_how_to_write_it(written: str, message: str, cure: str) -> None:
    """Every refusal has the one message and a cure that fits the mistake."""
    with pytest.raises(DateError) as caught:
        parse_date(written)
    assert caught.value.message == message
    assert cure in caught.value.help


@pytest.mark.parametrize("cure", ["2025-09-11", "2025-12-31", "2025/2026", "2025-10/..", "about 2022", "autumn 2024"])
def test_what_a_cure_proposes_is_accepted(cure: str) -> None:
    """A proposed date is itself a date."""
    assert parse_date(cure).edtf


def test_a_very_long_text_is_refused_unread() -> None:
    """Length alone refuses a text, and the message repeats only its beginning."""
    with pytest.raises(DateError) as caught:
        parse_date("2025-" * 100_000)
    assert len(caught.value.message) < 150


def test_an_exact_date_is_one_certain_full_day() -> None:
    """Only a single full day without a mark is exact, with or without its time."""
    assert parse_date("2025-11-09").is_exact
    assert parse_date("2025-11-09T12:00Z").is_exact
    for written in ("2025-11", "2025-11-09~", "2025?-11-09", "2025-11-0X", "by 2025-11-09", "[2025-11-09]", "unknown"):
        assert not parse_date(written).is_exact


def test_a_part_of_a_month_is_kept_as_words_need_it() -> None:
    """`late 2025-10/..` keeps its third of the month and its open end."""
    form = parse_date("late 2025-10/..").form
    assert isinstance(form, Interval)
    assert not isinstance(form.start, Limit)
    assert (form.start.year, form.start.month, form.start.part, form.end) == (2025, 10, Part.LATE, Limit.OPEN)


def test_an_open_and_an_unknown_end_are_told_apart() -> None:
    """`..` is an end that has not come, an empty end is one that nobody knows."""
    open_end, unknown_end = parse_date("2025/..").form, parse_date("2025/").form
    assert isinstance(open_end, Interval)
    assert isinstance(unknown_end, Interval)
    assert (open_end.end, unknown_end.end) == (Limit.OPEN, Limit.UNKNOWN)


def test_a_qualifier_reaches_back_from_its_place() -> None:
    """`2025?-11-09` doubts the year alone, `2025-11-09?` the whole date."""
    inside, whole = parse_date("2025?-11-09").form, parse_date("2025-11-09?").form
    assert isinstance(inside, Single)
    assert isinstance(whole, Single)
    assert (inside.point.uncertain, whole.point.uncertain) == (Reach.YEAR, Reach.WHOLE)


def test_forms_tell_sets_weeks_and_seasons_apart() -> None:
    """The structured form names what was written."""
    by, week, season = (parse_date(text).form for text in ("by 2025", "week of 2015-07-12", "summer 2024"))
    assert isinstance(by, OneOf)
    assert isinstance(year := parse_date("2025").form, Single)
    assert by.members == (Between(None, year.point),)
    assert week == Week(Day(2015, 7, 12))
    assert isinstance(season, Single)
    assert season.point.season is Season.SUMMER


def test_dates_sort_by_first_day_then_the_narrower_first() -> None:
    """A date with a last day only stands before that day; undated ones come last."""
    ordered = ["17XX/18XX", "2024", "2025-10-01", "2025-10", "2025-10/..", "by 2025-11-09", "2025-11-09", "unknown"]
    keys = [parse_date(text).sort_key for text in ordered]
    assert all(one < other for one, other in pairwise(keys))


@pytest.mark.parametrize(
    ("one", "other", "excluded"),
    [
        ("2025-11-09", "2025-11-10", True),
        ("2025-11-09", "2025-11", False),
        ("by 2025-11-09", "2025-11-10", True),
        ("by 2025-11-09", "2020", False),
        ("2025-10/..", "2025-09-30", True),
        ("2025-10/..", "2030", False),
        ("unknown", "2025", False),
        ("2025-10~", "2025-11-01", False),
        ("2025-10~", "2026", True),
        ("about 1750", "2025", True),
        ("2025-11-09?", "2025-11-10", False),
        ("[..2025]", "[2024..]", False),
    ],
)
def test_dates_exclude_each_other_where_no_day_is_common(one: str, other: str, excluded: bool) -> None:
    """Bounds decide, a doubtful date gets its own width as play, and the order does not matter."""
    assert parse_date(one).excludes(parse_date(other)) is excluded
    assert parse_date(other).excludes(parse_date(one)) is excluded


@given(st.dates())
def test_every_day_of_the_calendar_is_itself(day: datetime.date) -> None:
    """A day that Python knows is accepted and is its own first and last day."""
    date = parse_date(day.isoformat())
    assert date.earliest == date.latest == Day.from_date(day)
    assert date.edtf == day.isoformat()
    assert Day.from_date(day).to_date() == day


@given(st.integers(0, 9999), st.integers(0, 99), st.integers(0, 99))
def test_a_day_is_accepted_only_if_the_calendar_has_it(year: int, month: int, day: int) -> None:
    """Among all numbers in the right shape exactly the days of the calendar are dates."""
    try:
        Day(year % 400 + 400, month, day).to_date()
        real = True
    except ValueError:
        real = False
    try:
        parse_date(f"{year:04d}-{month:02d}-{day:02d}")
        accepted = True
    except DateError:
        accepted = False
    assert accepted is real


@given(st.integers(-5_000_000, 5_000_000), st.integers(-1_000_000, 1_000_000))
def test_days_are_counted_in_any_year(ordinal: int, days: int) -> None:
    """Numbering is one to one, and later days have larger numbers and compare as later."""
    day = Day.from_ordinal(ordinal)
    assert day.to_ordinal() == ordinal
    assert (day.plus(days) > day) is (days > 0)


@given(st.text(alphabet="0123456789X-/.[],?~% Yorbyweekflat:TZ", max_size=30))
def test_any_text_is_a_date_or_a_date_error(text: str) -> None:
    """No text leads to another exception, and bounds are never reversed."""
    try:
        date = parse_date(text)
    except DateError:
        return
    assert date.earliest is None or date.latest is None or date.earliest <= date.latest
