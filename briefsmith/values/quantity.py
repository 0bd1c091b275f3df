"""Quantities as a figure states them: `about 19 %`, `nearly 210 billion USD`, `between 20 and 30 tanks`, `almost all`.

The grammar is `[qualifier] number [to number] [thousand ... trillion] [% | ISO 4217 code | noun]`, or words without any
digit. A comma, a space, a no-break space or an apostrophe groups three digits; a point is always the decimal point, so
that `1.500` is one and a half.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from re import Match

from briefsmith.values.bad_value import shown
from briefsmith.values.currency import CURRENCIES
from briefsmith.values.quantity_trouble import QuantityError, diagnose

__all__ = ["Qualifier", "Quantity", "QuantityError", "UnitKind", "parse_quantity"]

TOLERANCE = Decimal("0.1")
"""How far `about`, and downwards `nearly` and `almost`, may be off: a tenth of the number."""

LONGEST_TEXT = 120
"""Code points of a quantity."""

LONGEST_NUMBER = 25
"""Characters of a number: what decimal arithmetic holds without rounding."""


class Qualifier(Enum):
    """The word before a number that says on which side of it the truth lies; none at all is PLAIN."""

    PLAIN = ""
    EXACTLY = "exactly"
    ABOUT = "about"
    NEARLY = "nearly"
    ALMOST = "almost"
    OVER = "over"
    MORE_THAN = "more than"
    AT_LEAST = "at least"
    UP_TO = "up to"
    UNDER = "under"
    BETWEEN = "between"


class UnitKind(Enum):
    """What a quantity is counted in."""

    PERCENT = "percent"
    CURRENCY = "currency"
    NOUN = "noun"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity as written and as understood.

    `value` is the number of a plain, exact or approximate quantity, `minimum` and `maximum` are the bounds that the
    words set (schema.org value, minValue, maxValue): `nearly 210` has the value 210 and the maximum 210, `over 80` a
    minimum alone. `step` is what one unit of the last written digit is worth. `unit` is `%`, a code or the noun. For
    words without a number (`is_word`) all of these are empty.
    """

    written: str
    qualifier: Qualifier = Qualifier.PLAIN
    value: Decimal | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    step: Decimal | None = None
    unit: str = ""
    unit_kind: UnitKind = UnitKind.NONE
    is_word: bool = False

    def excludes(self, other: Quantity) -> bool:
        """Whether both cannot be true of one thing: the same unit, and ranges without a number in common.

        `about` reaches a tenth of its number to both sides, `nearly` and `almost` downwards; a plain number holds for
        all that round to it. Words exclude nothing.
        """
        if self.is_word or other.is_word or self.unit.casefold() != other.unit.casefold():
            return False
        return _ends_below(self, other) or _ends_below(other, self)


@lru_cache(maxsize=4096)
def parse_quantity(text: str) -> Quantity:
    """Read a quantity; raises QuantityError, whose `help` gives the cure."""
    stripped = text.strip()
    if not stripped:
        raise QuantityError("the quantity is empty", "write a number, a word such as `most`, or `unquantified`")
    if len(text) > LONGEST_TEXT:
        raise QuantityError(f"{shown(text)} is too long for a quantity", f"write at most {LONGEST_TEXT} characters")
    if not re.search("[0-9]", stripped):
        return _word(text, stripped)
    match = _QUANTITY.fullmatch(stripped)
    if match is None:
        raise diagnose(stripped)
    return _quantity(text, match)


_SCALES = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}


def _number_pattern(name: str) -> str:
    """Match a number whose groups of three, if any, are all divided by the same sign."""
    grouped = rf"[0-9]{{1,3}}(?P<{name}_sign>[, \u00a0\u202f'’])[0-9]{{3}}(?:(?P={name}_sign)[0-9]{{3}})*"
    return rf"(?P<{name}>[+−-]?(?:{grouped}|[0-9]+)(?:\.[0-9]+)?)"


_QUALIFIER = "|".join(word.value.replace(" ", r"\s+") for word in Qualifier if word.value)
_SCALE = "|".join(_SCALES)
_QUANTITY = re.compile(
    rf"(?:(?P<qualifier>{_QUALIFIER})\s+)?"
    rf"{_number_pattern('first')}(?:\s+(?P<first_scale>{_SCALE})\b)?"
    rf"(?:\s+(?P<join>to|and)\s+{_number_pattern('last')}(?:\s+(?P<last_scale>{_SCALE})\b)?)?"
    r"\s*(?P<unit>%|[^\W\d_]\S*(?:\s+[^\W\d_]\S*)*|°\S*)?",
    re.IGNORECASE,
)
_NO_NOUN = re.compile(rf"(?:to|and|or|{_SCALE}|bn|mn|mln|tn|trn|k)\b.*", re.IGNORECASE)
_PERCENT = re.compile(r"%|per ?cent", re.IGNORECASE)


def _word(text: str, stripped: str) -> Quantity:
    if not any(character.isalpha() for character in stripped) or not stripped.isprintable():
        raise QuantityError(
            f"{shown(stripped)} is no quantity", "write a number, a word such as `most`, or `unquantified`"
        )
    return Quantity(text, is_word=True)


def _quantity(text: str, match: Match[str]) -> Quantity:
    unit, kind = _unit(match["unit"] or "")
    qualifier = Qualifier(" ".join((match["qualifier"] or "").lower().split()))
    if match["last"]:
        return _range(text, match, qualifier, unit, kind)
    if qualifier is Qualifier.BETWEEN:
        raise QuantityError(f"{shown(text)} has one number only", "write both, as in `between 20 and 30`")
    number, step = _number(match["first"], match["first_scale"])
    below, above = qualifier in _BELOW, qualifier in _ABOVE
    return Quantity(
        written=text,
        qualifier=qualifier,
        value=None if qualifier in _BOUNDS_ONLY else number,
        minimum=number if above else None,
        maximum=number if below else None,
        step=step,
        unit=unit,
        unit_kind=kind,
    )


_BELOW = frozenset({Qualifier.NEARLY, Qualifier.ALMOST, Qualifier.UP_TO, Qualifier.UNDER})
_ABOVE = frozenset({Qualifier.OVER, Qualifier.MORE_THAN, Qualifier.AT_LEAST})
_BOUNDS_ONLY = _ABOVE | {Qualifier.UP_TO, Qualifier.UNDER}
_STRICT = frozenset({Qualifier.NEARLY, Qualifier.ALMOST, Qualifier.UNDER, Qualifier.OVER, Qualifier.MORE_THAN})
_RANGED = frozenset({Qualifier.PLAIN, Qualifier.ABOUT, Qualifier.BETWEEN})


def _range(text: str, match: Match[str], qualifier: Qualifier, unit: str, kind: UnitKind) -> Quantity:
    if qualifier not in _RANGED:
        cure = "write a range alone, after `about`, or after `between`"
        raise QuantityError(f"`{qualifier.value}` cannot stand before the range in {shown(text)}", cure)
    if match["join"].lower() == "and" and qualifier is not Qualifier.BETWEEN:
        cure = f"write `between {match['first']} and {match['last']}`, or `to` for `and`"
        raise QuantityError(f"{shown(text)} joins two numbers with `and`", cure)
    minimum, _ = _number(match["first"], match["first_scale"] or match["last_scale"])
    maximum, step = _number(match["last"], match["last_scale"])
    if maximum < minimum:
        raise QuantityError(f"{shown(text)} begins with the larger number", "write the smaller number first")
    return Quantity(text, qualifier, None, minimum, maximum, step, unit, kind)


def _number(digits: str, scale: str | None) -> tuple[Decimal, Decimal]:
    """Give the number, and what one unit of its last written digit is worth."""
    if len(digits) > LONGEST_NUMBER:
        raise QuantityError(f"{shown(digits)} is too long for a number", f"write at most {LONGEST_NUMBER} characters")
    plain = re.sub(r"[^0-9.-]", "", digits.replace("−", "-"))
    factor = Decimal(10 ** _SCALES[scale.lower()]) if scale else Decimal(1)
    decimals = len(plain.partition(".")[2])
    number = Decimal(plain) * factor
    whole = number.to_integral_value()
    return whole if number == whole else number.normalize(), factor.scaleb(-decimals)


def _unit(unit: str) -> tuple[str, UnitKind]:
    if not unit:
        return "", UnitKind.NONE
    if _PERCENT.fullmatch(unit):
        return "%", UnitKind.PERCENT
    if unit in CURRENCIES:
        return unit, UnitKind.CURRENCY
    if _NO_NOUN.fullmatch(unit):
        cure = "write the number out: `20 to 30`, `4 thousand`, `5 million`, `210 billion`"
        raise QuantityError(f"{shown(unit)} is no unit", cure)
    if not unit.isprintable():
        raise QuantityError(f"{shown(unit)} has an invisible character", "type the unit again")
    return " ".join(unit.split()), UnitKind.NOUN


def _ends_below(one: Quantity, other: Quantity) -> bool:
    (high, high_open), (low, low_open) = _upper(one), _lower(other)
    if high is None or low is None:
        return False
    return high < low or (high == low and (high_open or low_open))


def _upper(quantity: Quantity) -> tuple[Decimal | None, bool]:
    """Give the upper bound and whether the bound itself is left out."""
    if quantity.maximum is not None:
        play = _play(quantity, quantity.maximum) if quantity.qualifier is Qualifier.ABOUT else Decimal(0)
        return quantity.maximum + play, quantity.qualifier in _STRICT
    if quantity.value is None:
        return None, True
    return quantity.value + _play(quantity, quantity.value), quantity.qualifier is Qualifier.PLAIN


def _lower(quantity: Quantity) -> tuple[Decimal | None, bool]:
    """Give the lower bound and whether the bound itself is left out."""
    if quantity.minimum is not None:
        play = _play(quantity, quantity.minimum) if quantity.qualifier is Qualifier.ABOUT else Decimal(0)
        return quantity.minimum - play, quantity.qualifier in _STRICT
    if quantity.value is None:
        return None, True
    return quantity.value - _play(quantity, quantity.value), quantity.qualifier is Qualifier.PLAIN


def _play(quantity: Quantity, number: Decimal) -> Decimal:
    rounding = (quantity.step or Decimal(0)) / 2
    match quantity.qualifier:
        case Qualifier.PLAIN:
            return rounding
        case Qualifier.ABOUT | Qualifier.NEARLY | Qualifier.ALMOST:
            return max(abs(number) * TOLERANCE, rounding)
        case _:
            return Decimal(0)
