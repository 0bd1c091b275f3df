"""What CLDR knows of a language: how it joins a list, groups a number and calls another language.

Digits are the Latin ones in every language, in Arabic too: the press and the United Nations' dates write both, and the
figures of sources, which stand beside ours and are quoted as they are written, are nearly always in Latin digits.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from babel import Locale, UnknownLocaleError
from babel.lists import format_list
from babel.numbers import format_decimal

_BRITISH = Locale("en", "GB")


@lru_cache(maxsize=64)
def locale_of(language: str) -> Locale:
    """The locale of a BCP 47 tag; one that CLDR does not know falls back to its first part, then to British English.

    Plain `en` is British too.
    """
    for tag in (language, language.partition("-")[0]):
        try:
            found = Locale.parse(tag, sep="-")
        except (ValueError, UnknownLocaleError):
            continue
        return _BRITISH if str(found) == "en" else found
    return _BRITISH


def listed(texts: Iterable[str], language: str) -> str:
    """Join texts as a list that ends in `and`: `Russia, Ukraine and Belarus`."""
    return _joined(texts, "standard", language)


def either(texts: Iterable[str], language: str) -> str:
    """Join texts as alternatives: `9 or 10`."""
    return _joined(texts, "or", language)


def number(value: float | Decimal, language: str) -> str:
    """A number with the language's grouping and decimal mark."""
    return format_decimal(value, locale=locale_of(language), numbering_system="latn")


def language_name(tag: str, language: str) -> str:
    """What `language` calls the language of a tag; the tag itself where CLDR has no name for it."""
    try:
        found = Locale.parse(tag, sep="-").get_display_name(locale_of(language))
    except (ValueError, UnknownLocaleError):
        found = locale_of(language).languages.get(tag.partition("-")[0])
    return found or tag


def _joined(texts: Iterable[str], style: Literal["standard", "or"], language: str) -> str:
    return format_list([str(text) for text in texts], style=style, locale=locale_of(language))
