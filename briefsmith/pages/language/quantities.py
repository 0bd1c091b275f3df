"""Quantities in words, in the language of a page; sheets write them in English, whatever their language."""

from __future__ import annotations

from decimal import Decimal

from babel.numbers import format_compact_decimal, format_percent

from briefsmith.pages.language.cldr import locale_of, number
from briefsmith.pages.language.words import ENGLISH, Words
from briefsmith.values.quantity import Qualifier, Quantity, UnitKind

_ = str  # marks a message for the catalogue; it is translated where it is used

QUALIFIED = {
    Qualifier.EXACTLY: _("exactly {number}"),
    Qualifier.ABOUT: _("about {number}"),
    Qualifier.NEARLY: _("nearly {number}"),
    Qualifier.ALMOST: _("almost {number}"),
    Qualifier.OVER: _("over {number}"),
    Qualifier.MORE_THAN: _("more than {number}"),
    Qualifier.AT_LEAST: _("at least {number}"),
    Qualifier.UP_TO: _("up to {number}"),
    Qualifier.UNDER: _("under {number}"),
}
BETWEEN = _("between {low} and {high}")
TO = _("{low} to {high}")
_MILLION = 1_000_000


def quantity_words(quantity: Quantity, language: str, words: Words) -> str:
    """Put a quantity into the words of a page: `about 2.4 billion`, `نحو 2.4 مليار`.

    English has it as it is written in the sheet, and so has every language without a catalogue, whose words for
    `about` we do not know. Words without a number stay as they are written, too.
    """
    if quantity.is_word or words.language == ENGLISH:
        return quantity.written
    low, high = quantity.minimum, quantity.maximum
    if quantity.value is None and low is not None and high is not None:
        message = BETWEEN if quantity.qualifier is Qualifier.BETWEEN else TO
        said = words(message).format(low=_number(low, language), high=_number(high, language))
        return _with_unit(said, quantity)
    value = next((each for each in (quantity.value, low, high) if each is not None), None)
    if value is None:
        return quantity.written
    counted = number_in_unit(value, quantity, language)
    message = QUALIFIED.get(quantity.qualifier, "")
    return words(message).format(number=counted) if message else counted


def number_in_unit(value: Decimal, like: Quantity, language: str) -> str:
    """A number in the unit of another quantity, such as the end of a scale: `1.5 million USD`, `100%`."""
    if like.unit_kind is UnitKind.PERCENT:
        return format_percent(
            value / 100, locale=locale_of(language), decimal_quantization=False, numbering_system="latn"
        )
    return _with_unit(_number(value, language), like)


def _number(value: Decimal, language: str) -> str:
    """A number; from a million on with its name, with as many decimals as it needs."""
    if abs(value) < _MILLION:
        return number(value, language)
    power = 3 * ((value.adjusted()) // 3)
    exponent = value.scaleb(-power).normalize().as_tuple().exponent
    decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    return format_compact_decimal(
        value,
        format_type="long",
        locale=locale_of(language),
        fraction_digits=decimals,
        numbering_system="latn",
    )


def _with_unit(said: str, quantity: Quantity) -> str:
    unit = "%" if quantity.unit_kind is UnitKind.PERCENT else quantity.unit
    return f"{said} {unit}" if unit else said
