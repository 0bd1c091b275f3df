"""Figures of one unit on one scale: solid as far as the source goes, hatched where it leaves the end open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from briefsmith.pages.drawings.canvas import LINE, PAGE, Bar, Drawing, Group, Label, Mark, Part, Stroke, lines_of, share
from briefsmith.pages.language.labels import Gettext
from briefsmith.values.quantity import TOLERANCE, Qualifier, Quantity, UnitKind

_ = str  # marks a message for the catalogue; it is translated where it is used

_DESCRIPTION = _(
    "The same figures as in the table below, on one scale. A bar is solid as far as the source goes; its end is "
    "hatched where the source gives a range or says about (a tenth of the number is drawn), and has an arrow where it "
    "leaves the end open."
)
_AXIS, _BAR, _FULL = 22, 14, 92.0
_LEAST = 0.5
_SOFT = {Qualifier.NEARLY, Qualifier.ALMOST}


@dataclass(frozen=True, slots=True)
class DrawnFigure:
    """A figure: what is measured, the value in words, and as a quantity."""

    name: str
    label: str
    value: str
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Extent:
    """How far a quantity goes from zero: certainly to `inner`, perhaps to `outer`."""

    inner: Decimal
    outer: Decimal
    is_open: bool = False
    """It may go on beyond `outer`."""


def extent_of(quantity: Quantity) -> Extent | None:
    """The extent of a number; None for words."""
    low, high, value = quantity.minimum, quantity.maximum, quantity.value
    if value is not None:
        play = abs(value) * TOLERANCE
        if quantity.qualifier is Qualifier.ABOUT:
            return _between(value - play, value + play)
        return _between(value - play, value) if quantity.qualifier in _SOFT else Extent(value, value)
    if low is not None and high is not None:
        return _between(low, high)
    if low is not None:
        return Extent(low, low, is_open=True)
    return _between(min(Decimal(0), high), high) if high is not None else None


def draw_figures(
    name: str, title: str, figures: Sequence[DrawnFigure], say: Gettext, most: tuple[Decimal, str]
) -> tuple[Drawing, ...]:
    """The drawings of figures that have one unit, each no higher than a page; none where fewer than two have a number.

    `most` is the number that the scale has at its far end, and that number in words.
    """
    extents = [(figure, extent) for figure in figures if (extent := extent_of(figure.quantity))]
    if len(extents) < 2:
        return ()
    scale = _Scale.of(extents)
    drawings: list[Drawing] = []
    while extents:
        rows: list[Group] = []
        y = float(_AXIS + 4)
        while extents and (not rows or y + _height(extents[0][0]) <= PAGE):
            figure, extent = extents.pop(0)
            y += _height(figure)
            rows.append(_row(figure, extent, scale, y))
        head = Group((*_axis(scale, y, most),))
        number = f"{name}-{len(drawings) + 1}"
        drawings.append(Drawing(number, title, say(_DESCRIPTION), int(y) + 4, (head, *rows)))
    return tuple(drawings)


@dataclass(frozen=True, slots=True)
class _Scale:
    low: Decimal
    high: Decimal

    @classmethod
    def of(cls, extents: Sequence[tuple[DrawnFigure, Extent]]) -> _Scale:
        ends = [end for _figure, extent in extents for end in (extent.inner, extent.outer)]
        is_share = extents[0][0].quantity.unit_kind is UnitKind.PERCENT
        return cls(min(Decimal(0), *ends), max(Decimal(100 if is_share else 0), *ends))

    def at(self, number: Decimal) -> float:
        return share(float((number - self.low) / ((self.high - self.low) or 1)) * _FULL)


def _axis(scale: _Scale, bottom: float, most: tuple[Decimal, str]) -> list[Part]:
    zero = scale.at(Decimal(0))
    parts: list[Part] = [Stroke(zero, _AXIS, zero, bottom, "axis"), Label(zero, _AXIS - 6, "0", "tick")]
    number, words = most
    if number > 0:
        parts += [Stroke(scale.at(number), _AXIS, scale.at(number), bottom)]
        parts += [Label(scale.at(number), _AXIS - 6, words, "tick", "end")]
    return parts


def _row(figure: DrawnFigure, extent: Extent, scale: _Scale, bottom: float) -> Group:
    top = bottom - _BAR - 8
    labels = _labels(figure)
    texts = [
        Label(0, top - 5 - LINE * (len(labels) - 1 - row), each.text, each.style) for row, each in enumerate(labels)
    ]
    return Group((*_bars(extent, scale, top), *texts), figure.name, f"{figure.label}: {figure.value}")


def _bars(extent: Extent, scale: _Scale, top: float) -> list[Part]:
    zero, inner, outer = (scale.at(number) for number in (Decimal(0), extent.inner, extent.outer))
    parts: list[Part] = []
    if not extent.inner * extent.outer < 0 and (extent.inner or not extent.outer):
        parts.append(Bar(min(zero, inner), top, max(_LEAST, share(abs(inner - zero))), _BAR, "accent"))
    if outer != inner:
        parts.append(Bar(min(inner, outer), top, max(_LEAST, share(abs(outer - inner))), _BAR, "perhaps"))
    if extent.is_open:
        parts.append(Mark(max(outer, share(zero + _LEAST)), top + _BAR / 2, "forward"))
    return parts


def _labels(figure: DrawnFigure) -> list[Label]:
    return [*lines_of(figure.label, 0, 0, "text"), *lines_of(figure.value, 0, 0, "value", most=2)]


def _height(figure: DrawnFigure) -> float:
    return LINE * len(_labels(figure)) + _BAR + 18


def _between(low: Decimal, high: Decimal) -> Extent:
    """From the nearer to the farther from zero; what lies on both sides of it is certain nowhere."""
    if low <= 0 <= high:
        return Extent(Decimal(0), high) if not low else Extent(low, high)
    return Extent(low, high) if low > 0 else Extent(high, low)
