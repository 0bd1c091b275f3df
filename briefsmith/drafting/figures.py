"""The quantities of an article, written as the schema writes a value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from briefsmith.drafting.dates import FoundDate
from briefsmith.drafting.material import Material
from briefsmith.evidence.number_words import SCALES, UNITS
from briefsmith.values.quantity import QuantityError, parse_quantity

_NUMBER = r"\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?"
_SCALE_NAMES = {3: "thousand", 6: "million", 9: "billion", 12: "trillion"}
_SIGNS = {"€": "EUR", "£": "GBP", "$": "dollars", "¥": "yen", "₽": "RUB", "₴": "UAH"}
_PERCENT = r"%|per\s?cent|prozent|процент\w*|відсотк\w*|відсотків"
_LEAST_WORD = 2
_CLOCK = re.compile(r"\s*(?:[ap]\.?m\.?\b|o['’]clock|uhr\b|час(?:ов|а)?\b|годин\w*\b|GMT|UTC)", re.IGNORECASE)
_QUALIFIERS = {
    "en": {
        "about|around|roughly|approximately|some": "about",
        "nearly": "nearly",
        "almost": "almost",
        "over": "over",
        "more than": "more than",
        "at least": "at least",
        "up to": "up to",
        "under|less than|fewer than": "under",
        "exactly": "exactly",
    },
    "de": {
        "etwa|rund|ungefähr|circa|ca\\.": "about",
        "fast|beinahe|knapp": "nearly",
        "über": "over",
        "mehr als": "more than",
        "mindestens": "at least",
        "bis zu": "up to",
        "weniger als|unter": "under",
        "genau": "exactly",
    },
    "ru": {
        "около|примерно|порядка|приблизительно": "about",
        "почти": "nearly",
        "свыше": "over",
        "более(?: чем)?|больше": "more than",
        "не менее|как минимум": "at least",
        "до": "up to",
        "менее(?: чем)?": "under",
    },
    "uk": {
        "близько|приблизно|орієнтовно": "about",
        "майже": "nearly",
        "понад": "over",
        "більше(?: ніж)?|більш як": "more than",
        "щонайменше|не менше": "at least",
        "до": "up to",
        "менше(?: ніж)?": "under",
    },
}
"""The words before a number, a language each, and what the schema calls them."""


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A quantity that stands in an article: a half-open span, and its value in the schema's words."""

    start: int
    end: int
    value: str


def figures_in(material: Material, dates: list[FoundDate]) -> Iterator[FoundFigure]:
    """The quantities of an article in order, without the numbers of its dates and hours."""
    for match in _pattern(material.primary).finditer(material.text):
        is_of_date = any(each.start < match.end() and match.start() < each.end for each in dates)
        if (
            not is_of_date
            and not _CLOCK.match(material.text, match.end("number"))
            and (value := _value(match, material))
        ):
            yield FoundFigure(*match.span(), value)


def _value(match: re.Match[str], material: Material) -> str:
    """The value in the schema's words; empty where the number is none that counts something."""
    number = _number(match["number"], material.primary)
    sign = _SIGNS.get(match["sign"] or match["money"] or "", "")
    scale = _scale(match["scale"], material.primary)
    unit = "%" if match["percent"] else sign or _noun(match["noun"], material.primary)
    if not number or (not unit and not scale) or _is_year(match):
        return ""
    qualifier = _qualifier(match["qualifier"], material.primary)
    value = " ".join(part for part in (qualifier, number, scale, unit) if part)
    return value if _is_quantity(value) else ""


def _number(written: str, language: str) -> str:
    """The number with a comma between thousands and a decimal point; a word in digits."""
    if not written[0].isdigit():
        words = UNITS.get(language, ())
        found = (value for value, each in enumerate(words) if re.fullmatch(each, written, re.IGNORECASE))
        return next((str(value) for value in found if value >= _LEAST_WORD), "")
    if language == "en":
        return written if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?", written) else ""
    groups, comma, decimals = written.partition(",")
    return re.sub(r"[.\u00a0\u202f ]", "," if re.search(r"\d[.\u00a0\u202f ]\d{3}", groups) else ".", groups) + (
        f".{decimals}" if comma else ""
    )


def _scale(written: str | None, language: str) -> str:
    rows = SCALES.get(language, ()) if written else ()
    return next(
        (_SCALE_NAMES[power] for words, power in rows if power in _SCALE_NAMES and _is(words, written or "")), ""
    )


def _qualifier(written: str | None, language: str) -> str:
    rows = _QUALIFIERS.get(language, {}) if written else {}
    return next((name for words, name in rows.items() if _is(words, written or "")), "")


def _noun(written: str | None, language: str) -> str:
    """What is counted: a small word behind the number, or in German any."""
    return written if written and (language == "de" or not written[0].isupper()) else ""


def _is_year(match: re.Match[str]) -> bool:
    """Whether a bare number before a noun is rather a year."""
    bare = re.fullmatch(r"(?:1[5-9]|20)\d\d", match["number"])
    return bool(bare) and not any(match[name] for name in ("sign", "money", "percent", "scale", "qualifier"))


def _is(alternatives: str, word: str) -> bool:
    return bool(re.fullmatch(alternatives, " ".join(word.split()), re.IGNORECASE))


def _is_quantity(value: str) -> bool:
    try:
        parse_quantity(value)
    except QuantityError:
        return False
    return True


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = "|".join(UNITS.get(language, ())[_LEAST_WORD:])
    number = _NUMBER + (f"|{words}" if words else "")
    scales = "|".join(words for words, power in SCALES.get(language, ()) if power in _SCALE_NAMES) or "(?!)"
    qualifiers = "|".join(_QUALIFIERS.get(language, ())) or "(?!)"
    money = "[" + "".join(_SIGNS) + "]"
    return re.compile(
        rf"(?<![\w.,:/-])(?:(?P<qualifier>{qualifiers})\s+)?(?P<sign>{money})?(?P<number>{number})(?![\w/:]|[.,]\d)"
        rf"(?:[\s\u00a0-](?P<scale>{scales})(?!\w))?"
        rf"(?:\s?(?P<percent>{_PERCENT})(?!\w)|\s?(?P<money>{money})|[\s\u00a0-](?P<noun>[^\W\d_]{{2,}}))?",
        re.IGNORECASE,
    )
