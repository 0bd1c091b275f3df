"""Dates in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefsmith.pages.language.dates import date_words, iso_attribute
from briefsmith.values.edtf import parse_date

ENGLISH = [
    ("2025-11-09", "9 November 2025"),
    ("2025-11-09T12:00Z", "9 November 2025, 12:00 UTC"),
    ("2025-11-09T12:00+03:00", "9 November 2025, 12:00 UTC+03:00"),
    ("2025-11-09T12:00", "9 November 2025, 12:00"),
    ("2025-10", "October 2025"),
    ("2025", "2025"),
    ("summer 2024", "summer 2024"),
    ("2024-24", "winter 2024"),
    ("late 2025-10", "late October 2025"),
    ("early 2025-10", "early October 2025"),
    ("late 2025-10/..", "since late October 2025"),
    ("2025-11-09/..", "since 9 November 2025"),
    ("2025/", "from 2025, end unknown"),
    ("../2025-10", "until October 2025"),
    ("/2025", "until 2025, beginning unknown"),
    ("about 2022", "about 2022"),
    ("about 2022/..", "since about 2022"),
    ("2025-10~", "about October 2025"),
    ("2025-11-09?", "9 November 2025 (uncertain)"),
    ("2025-11-09%", "about 9 November 2025 (uncertain)"),
    ("2025?-11-09", "9 November 2025 (year uncertain)"),
    ("2025-11~-09", "9 November 2025 (year and month approximate)"),
    ("2025-11-09 or 2025-11-10", "9 or 10 November 2025"),
    ("[2025-11-09,2025-11-10,2025-11-12]", "9, 10 or 12 November 2025"),
    ("2025-10-31 or 2025-11-01", "31 October or 1 November 2025"),
    ("2025-12-31 or 2026-01-01", "31 December 2025 or 1 January 2026"),
    ("late 2025-10 or 2025-11", "late October 2025 or November 2025"),
    ("by 2025-11-09", "by 9 November 2025"),
    ("by late 2025-10", "by late October 2025"),
    ("[2025-11-09..]", "9 November 2025 or later"),
    ("[2025-10-21..2025-10-31]", "one day between 21 and 31 October 2025"),
    ("[2025-10-21..2025-11-03]", "one day between 21 October and 3 November 2025"),
    ("[2025-11-09..2025-11-10]", "9 or 10 November 2025"),
    ("[2025-10..2025-11]", "October or November 2025"),
    ("[2025-10..2025-12]", "some time between October and December 2025"),
    ("[1667,1668,1670..1672]", "1667, 1668 or some time between 1670 and 1672"),
    ("[2025..2025]", "2025"),
    ("week of 2015-07-12", "the week of 12 July 2015"),
    ("2015-03-12/2015-03-14", "12 to 14 March 2015"),
    ("2015-03-12/2015-04-14", "12 March to 14 April 2015"),
    ("2015-12-12/2016-01-14", "12 December 2015 to 14 January 2016"),
    ("2025-10/2025-12", "October to December 2025"),
    ("2024/2025", "2024 to 2025"),
    ("2025-06/2025", "June 2025 to 2025"),
    ("2024-22/2024-23", "summer 2024 to autumn 2024"),
    ("17XX/18XX", "18th to 19th century"),
    ("17XX", "the 18th century"),
    ("10XX/..", "since the 11th century"),
    ("201X", "the 2010s"),
    ("201X/202X", "the 2010s to the 2020s"),
    ("1XXX", "the 2nd millennium"),
    ("201X-XX", "one month in the 2010s"),
    ("201X-XX-XX", "one day in the 2010s"),
    ("2025-XX", "one month in 2025"),
    ("2025-XX-XX", "one day in 2025"),
    ("2025-1X", "some time between October and December 2025"),
    ("2025-1X-XX", "one day between October and December 2025"),
    ("2025-10-XX", "one day in October 2025"),
    ("2025-10-2X", "one day between 20 and 29 October 2025"),
    ("-0043-03-15", "15 March 44 BC"),
    ("0000", "1 BC"),
    ("-01XX", "the 2nd century BC"),
    ("-004X", "some time between 50 BC and 41 BC"),
    ("Y170000002", "170000002"),
    ("unknown", "date unknown"),
]

OTHERS = [
    ("de", "2025-11-09", "9. November 2025"),
    ("de", "2025-11-09 or 2025-11-10", "9. oder 10. November 2025"),
    ("fr", "2025-10", "octobre 2025"),
    ("pl", "2025-11-09 or 2025-11-10", "9 lub 10 listopada 2025"),
    ("zh", "2025-11-09", "2025年11月9日"),
    ("zh", "2025-10-31 or 2025-11-01", "2025年10月31日或11月1日"),
    ("ar", "2025-11-09", "9 نوفمبر 2025"),
    ("en-US", "2025-11-09", "November 9, 2025"),
    ("en-US", "2025-11-09 or 2025-11-10", "November 9 or 10, 2025"),
    ("en-GB", "2025-11-09", "9 November 2025"),
    ("de-x-desk", "2025-11", "November 2025"),
    ("xx", "2025-11-09", "9 November 2025"),
    ("x-desk", "2025-11-09", "9 November 2025"),
    ("not a tag", "2025-11-09", "9 November 2025"),
]

GERMAN = {
    "since {date}": "seit {date}",
    "late {month}": "Ende {month}",
    "{first} to {last} century": "{first}. bis {last}. Jahrhundert",
    "one day between {dates}": "ein Tag zwischen {dates}",
    "{first} and {last}": "{first} und {last}",
    "date unknown": "Datum unbekannt",
}


@pytest.mark.parametrize(("written", "words"), ENGLISH)
def test_a_date_reads_as_english(written: str, words: str) -> None:
    """Every form of date has its English words."""
    assert date_words(parse_date(written), "en") == words


@pytest.mark.parametrize(("language", "written", "words"), OTHERS)
def test_names_and_order_are_the_languages_own(language: str, written: str, words: str) -> None:
    """CLDR gives month names and order; an unknown tag falls back to its language, then to English."""
    assert date_words(parse_date(written), language) == words


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("late 2025-10/..", "seit Ende Oktober 2025"),
        ("17XX/18XX", "18. bis 19. Jahrhundert"),
        ("[2025-10-21..2025-10-30]", "ein Tag zwischen 21. und 30. Oktober 2025"),
        ("unknown", "Datum unbekannt"),
    ],
)
def test_connecting_words_are_translated(written: str, words: str) -> None:
    """The caller's gettext translates whole messages, so that another language can order them."""
    assert date_words(parse_date(written), "de", lambda message: GERMAN.get(message, message)) == words


@pytest.mark.parametrize(
    ("written", "attribute"),
    [
        ("2025-11-09", "2025-11-09"),
        ("2025-11-09T12:00Z", "2025-11-09"),
        ("2025-11", None),
        ("2025-11-09?", None),
        ("by 2025-11-09", None),
        ("0000-01-01", None),
        ("-0043-03-15", None),
        ("unknown", None),
    ],
)
def test_only_an_exact_day_has_a_machine_readable_form(written: str, attribute: str | None) -> None:
    """HTML's `datetime` is given for certain days from the year 1 on."""
    assert iso_attribute(parse_date(written)) == attribute


POINTS = st.sampled_from(["2025-11-09", "2025-11", "2025", "201X", "2025-1X", "2025-10-XX", "17XX", "2024-22", "2022~",
                          "2025-11-09?", "late 2025-10", "-0043", "Y170000002", "2025-12-31"])  # fmt: skip


@given(POINTS, POINTS, st.sampled_from(["en", "en-US", "de", "zh", "hu", "ar", "th", "ja", "fa"]))
def test_two_points_of_any_kind_have_words_in_any_language(one: str, other: str, language: str) -> None:
    """No combination fails, and none leaves a place of a message unfilled."""
    words = date_words(parse_date(f"{one} or {other}"), language)
    assert words
    assert "{" not in words
