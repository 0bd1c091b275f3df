"""The order and the names of CLDR (Unicode Common Locale Data Repository) in dates, through babel."""

from __future__ import annotations

import re
from functools import lru_cache

from babel import Locale
from babel.dates import get_date_format


@lru_cache(maxsize=64)
def day_pattern(locale: Locale) -> str:
    """How a language writes a whole date."""
    return _without_era(get_date_format("long", locale).pattern)


@lru_cache(maxsize=64)
def month_pattern(locale: Locale) -> str:
    """How it writes a month of a year."""
    return skeleton(locale, "yMMMM") or "MMMM y"


@lru_cache(maxsize=256)
def skeleton(locale: Locale, name: str) -> str | None:
    """The pattern for some fields, such as `yMMMd`; None where CLDR has none."""
    found = locale.datetime_skeletons.get(name)
    return _without_era(found.pattern) if found else None


def _without_era(pattern: str) -> str:
    return re.sub(r" ?G+", "", pattern)


def month_name(locale: Locale, field: str, month: int) -> str:
    """A month as a field of a pattern asks for it."""
    if len(field) < 3:
        return str(month)
    context = "stand-alone" if field[0] == "L" else "format"
    width = "wide" if len(field) == 4 else "abbreviated"
    return str(locale.months[context][width][month])
