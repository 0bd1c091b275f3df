"""Why a text is no date, and what its writer most likely meant."""

from __future__ import annotations

import re
from collections.abc import Callable
from re import Match

from briefsmith.values.bad_value import BadValue, shown
from briefsmith.values.day import month_length

FORMS = "write `2025-11-09`, `2025-11`, `2025`, `late 2025-10`, `summer 2024`, `about 2022`, `2025-10/..` or `unknown`"
"""The cure where nothing better can be guessed."""

MONTH_PART = "write `early`, `mid` or `late` before a month, as in `late 2025-10`"
COUNTED_DAY = "write the day counted from the source's date, and the source's words in `date_words`"
LAST_DIGITS = "put `X` for the last digits only: `201X`, `2025-10-XX`, `2025-10-2X`"
QUALIFIER = "put one `?`, `~` or `%` after the part it belongs to: `2025~`, `2025?-11-09`"
TIME = "write `2025-11-09T12:00Z` or `2025-11-09T12:00:00+01:00`; an interval or a set has days only"

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
           "november", "december")  # fmt: skip


class DateError(BadValue):
    """A text that is no date of EDTF levels 0 and 1, of the accepted parts of level 2, or of the word shorthands."""


def diagnose(text: str) -> DateError:
    """Explain a text whose shape no grammar of dates knows."""
    if not text.strip():
        return DateError("the date is empty", FORMS)
    for pattern, explain in _TROUBLES:
        if match := re.fullmatch(pattern, text, re.IGNORECASE):
            message, cure = explain(match)
            return DateError(message, cure)
    return DateError(f"{shown(text)} is not a date", FORMS)


def no_such_month(text: str, month: str, day: str | None) -> DateError:
    """Explain a month that no calendar has; `text` is the whole point of time."""
    swapped = day is not None and day.isdigit() and 1 <= int(day) <= 12 and month.isdigit() and 13 <= int(month) <= 31
    if swapped:
        year = text[: text.index("-", 1)]
        return DateError(f"`{month}` in {shown(text)} is no month", f"write year, month, day: `{year}-{day}-{month}`")
    seasons = "months go from 01 to 12; the seasons are 21 spring, 22 summer, 23 autumn and 24 winter"
    return DateError(f"`{month}` in {shown(text)} is no month", seasons)


def no_such_day(text: str, year: int, month: int) -> DateError:
    """Explain a day that its month does not have; `text` is the whole point of time."""
    name, length = _MONTHS[month - 1].capitalize(), month_length(year, month)
    return DateError(f"{shown(text)} is no day of the calendar", f"{name} {year} has the days 01 to {length}")


def _slashes(match: Match[str]) -> tuple[str, str]:
    first, second, year = int(match[1]), int(match[2]), match[3]
    readings = [
        f"`{year}-{month:02d}-{day:02d}`"
        for month, day in dict.fromkeys(((first, second), (second, first)))
        if 1 <= month <= 12 and 1 <= day <= 31
    ]
    cure = f"write {' or '.join(readings)}" if readings else FORMS
    return f"{shown(match[0])} does not say which number is the month", cure


def _day_first(match: Match[str]) -> tuple[str, str]:
    day, month, year = int(match[1]), int(match[2]), match[3]
    cure = f"write `{year}-{month:02d}-{day:02d}`" if 1 <= month <= 12 else FORMS
    return f"{shown(match[0])} does not begin with the year", cure


def _month_name(match: Match[str]) -> tuple[str, str]:
    groups = match.groupdict()
    month = next((n for n, name in enumerate(_MONTHS, 1) if name.startswith(groups["name"].lower()[:3])), 0)
    day = groups["day"] or groups["day_after"]
    written = f"{groups['year']}-{month:02d}" + (f"-{int(day):02d}" if day else "")
    return f"{shown(match[0])} names its month in words", f"write `{written}`"


def _unpadded(match: Match[str]) -> tuple[str, str]:
    padded = "-".join([match[1], *(f"{int(part):02d}" for part in match.groups()[1:] if part)])
    return f"{shown(match[0])} has a month or day of one digit", f"write `{padded}`"


def _range(match: Match[str]) -> tuple[str, str]:
    first, last = match[1].strip(), match[2].strip()
    cure = f"write `{first}/{last}` for a duration, `[{first}..{last}]` for one day in the range"
    return f"{shown(match[0])} is no interval", cure


def _because(what: str, cure: str) -> Callable[[Match[str]], tuple[str, str]]:
    return lambda match: (f"{shown(match[0])} {what}", cure)


def _rewrite(what: str, cure: str) -> Callable[[Match[str]], tuple[str, str]]:
    return lambda match: (f"{shown(match[0])} {what}", match.expand(f"write `{cure}`"))


_NAME = rf"(?P<name>{'|'.join(f'{name[:3]}(?:{name[3:]})?' for name in _MONTHS)}|sept)\.?"
_DATE = r"[0-9]{4}(?:-[0-9]{2}){0,2}"
_ORDINAL = r"(?:st|nd|rd|th|\.)?"

# Tried in this order; compiled only when a date is wrong, which costs a good build nothing.
_TROUBLES: tuple[tuple[str, Callable[[Match[str]], tuple[str, str]]], ...] = (
    (r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})", _slashes),
    (r"([0-9]{1,2})[.-] ?([0-9]{1,2})[.-] ?([0-9]{4})", _day_first),
    (
        rf"(?:(?P<day>[0-9]{{1,2}}){_ORDINAL} )?{_NAME}(?: (?P<day_after>[0-9]{{1,2}}),)? (?P<year>[0-9]{{4}})",
        _month_name,
    ),
    (r"([0-9]{4})-([0-9]{1,2})-([0-9])", _unpadded),
    (r"([0-9]{4})-([0-9])(?:-([0-9]{2}))?", _unpadded),
    (r"([0-9]{4})/([0-9]{2})/([0-9]{2})", _rewrite("is divided by slashes", r"\1-\2-\3")),
    (r"([0-9]{4})\.([0-9]{2})\.([0-9]{2})", _rewrite("is divided by dots", r"\1-\2-\3")),
    (r"([0-9]{4})([0-9]{2})([0-9]{2})", _rewrite("has no hyphens", r"\1-\2-\3")),
    (r"([0-9]{4})[‐-―−]([0-9]{2})[‐-―−]([0-9]{2})", _rewrite("has dashes for hyphens", r"\1-\2-\3")),
    (rf"({_DATE})(?: *[–—] *| - | to | until )({_DATE})", _range),
    (rf"({_DATE})\.\.({_DATE})", _range),
    (r"(?:since|from) (.+)", _rewrite("is no date", r"\1/..")),
    (r"(?:until|till) (.+)", _rewrite("is no date", r"../\1")),
    (r"before (.+)", _rewrite("is no date", r"by \1")),
    (r"after (.+)", _rewrite("is no date", r"[\1..]")),
    (r"(?:circa|c\.|ca\.?|around|approximately) ?(.+)", _rewrite("is no date", r"about \1")),
    (r"(?:the )?(?:end|beginning|start|middle) of .+", _because("is no date", MONTH_PART)),
    (r"fall (?:of )?([0-9]{4})", _rewrite("is no date", r"autumn \1")),
    (r"([0-9]{4}) (spring|summer|autumn|winter)", _rewrite("does not begin with the season", r"\2 \1")),
    (r"about (?:early|mid|late) .+", _because("says twice that it is not exact", "leave out `about`")),
    (r"(early|mid|late)-([0-9]{4}-[0-9]{2})", _rewrite("is no date", r"\1 \2")),
    (r"(?:early|mid|late)\b.*", _because("has no month to be a part of", MONTH_PART)),
    (r"(?:spring|summer|autumn|winter)\b.*", _because("has no year after its season", "write `summer 2024`")),
    (r"(?:on |in )?(?:[a-z]+day|tomorrow|last|next|this)\b.*", _because("depends on the day it was said", COUNTED_DAY)),
    (r"\{.*\}", _because("means several dates at once", "give each date a statement of its own")),
    (r"\[[^\]]*|[^\[]*\]", _because("has one bracket only", "write a set as `[2025-10-21..2025-10-31]`")),
    (r".*X[0-9-]*[0-9].*|X{4}.*", _because("has unknown digits before known ones", LAST_DIGITS)),
    (r"-?[0-9]{5,12}", _rewrite("has a year of more than four digits", r"Y\g<0>")),
    (r"Y.*", _because("is no long year", "write `Y` and a year of five to twelve digits, as in `Y-13800000000`")),
    (r"-?[0-9]{1,3}", _because("is no year of four digits", "write four digits: `0079`, or `-0043` for 44 BC")),
    (r"[0-9]{4}.*T[0-9].*", _because("has a time that cannot stand here", TIME)),
    (r"[?~%].*|[0-9]{4}.*[?~%].*", _because("has its qualifier in the wrong place", QUALIFIER)),
    (r"(-?[0-9]{4}(?:-[0-9]{2}){0,2})[,;.]", _rewrite("has a mark behind it", r"\1")),
    (r"none|null|tbd|tba|\?|-", _because("is not a date", "write `unknown`")),
)
