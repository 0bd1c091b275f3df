"""A figure as a bar: solid as far as the source goes, hatched where it leaves the end open."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from briefsmith.values.quantity import Qualifier, Quantity, UnitKind

_FULL = Decimal(100)
_SOFT = 3.0
_BELOW = {Qualifier.NEARLY, Qualifier.ALMOST, Qualifier.UNDER, Qualifier.UP_TO}
_ABOVE = {Qualifier.OVER, Qualifier.MORE_THAN, Qualifier.AT_LEAST}


@dataclass(frozen=True, slots=True)
class FigureBar:
    """Shares of the whole, 0 to 100: solid up to `solid`, hatched from there to `end`."""

    solid: float
    end: float
    unknown: bool = False
    """Words instead of a number: hatched all along."""


def draw_figure(quantity: Quantity) -> FigureBar | None:
    """The bar of a percentage or of words; None for other quantities, which have no whole to be drawn against."""
    if quantity.is_word:
        return FigureBar(0, 100, unknown=True)
    if quantity.unit_kind is not UnitKind.PERCENT:
        return None
    low, high = quantity.minimum, quantity.maximum
    value = quantity.value if quantity.value is not None else (low if low is not None else high)
    if value is None or not 0 <= value <= _FULL:
        return None
    if quantity.qualifier in _ABOVE:
        return FigureBar(float(value), min(100.0, float(value) + 4 * _SOFT))
    if quantity.qualifier in _BELOW:
        return FigureBar(max(0.0, float(value) - _SOFT), float(value))
    if low is not None and high is not None and low < high:
        return FigureBar(float(low), float(min(high, _FULL)))
    if quantity.qualifier is Qualifier.ABOUT:
        return FigureBar(max(0.0, float(value) - _SOFT / 2), min(100.0, float(value) + _SOFT / 2))
    return FigureBar(float(value), float(value))
