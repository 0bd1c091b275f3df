"""The axis of days: where every day stands that a drawing needs, and the labels above it.

The axis is compressed: the distance between two neighbouring days grows with the logarithm of the days between them,
so that a century and a week fit on one page. Two strokes across the axis break it where more than ten years are left
out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import log1p

from briefsmith.pages.drawings.canvas import ROOM, Bar, Label, Mark, Part, Stroke, share, text_width
from briefsmith.values.edtf import Day, EdtfDate, Interval, Point

LEFT, RIGHT, NOWHERE = 7.0, 88.0, 97.0
"""Where the axis begins and ends, and where that stands which has no date."""
_LEAST, _FARTHEST = 3.5, RIGHT + 4
_GAP = 3653
"""Days from which the axis is broken: ten years."""

Say = Callable[[Day, str], str]
"""Puts a day into words by a CLDR skeleton: yMMMd, MMMd, yMMM or y."""


@dataclass(frozen=True, slots=True)
class Axis:
    """Where days stand, by their ordinals, in the order of time."""

    places: dict[int, float]

    def at(self, day: Day) -> float:
        """The place of a day that it was made for."""
        return self.places[day.to_ordinal()]


def axis_of(dates: Iterable[EdtfDate]) -> Axis | None:
    """An axis for these dates; None where they name fewer than two days."""
    bounds = sorted({day.to_ordinal() for date in dates for day in (*_bounds(date), *_inner_bounds(date))})
    if len(bounds) <= 1:
        return None
    widths = [log1p(second - first) for first, second in pairwise(bounds)]
    scale = (RIGHT - LEFT) / sum(widths)
    places, x = {bounds[0]: LEFT}, LEFT
    for bound, width in zip(bounds[1:], widths, strict=True):
        x += width * scale
        places[bound] = share(x)
    return Axis(places)


def draw_axis(axis: Axis, y: float, bottom: float, say: Say) -> Iterator[Part]:
    """The axis at the height `y`: its line, breaks, and labels with a rule down to `bottom`."""
    yield Stroke(LEFT, y, RIGHT, y)
    for (first, left), (last, right) in pairwise(axis.places.items()):
        if last - first >= _GAP:
            yield Mark(share((left + right) / 2), y, "break")
    for x, text in _ticks(axis, say):
        yield Stroke(x, y, x, bottom)
        yield Label(x, y - 12, text, "tick", _anchor(x, text))


def draw_date(date: EdtfDate, axis: Axis, y: float) -> list[Part]:
    """A date on an axis: a dot is a day, a solid bar lasted, a hatched one is not known closer, a ring has no date."""
    first = axis.at(date.earliest) if date.earliest else None
    last = axis.at(date.latest) if date.latest else None
    if first is None and last is None:
        return [Mark(NOWHERE, y, "ring")]
    if date.is_exact and first is not None:
        return [Mark(first, y, "dot")]
    # An open end goes on beyond all days that the date names, so that the part which certainly lasted is to be seen.
    known = [axis.at(day) for day in (*_bounds(date), *_inner_bounds(date))]
    start = first if first is not None else max(LEFT, min(known) - 4 * _LEAST)
    end = last if last is not None else min(_FARTHEST, max(known) + 4 * _LEAST)
    start = min(start, end - _LEAST)
    width = share(max(_LEAST, end - start))
    parts: list[Part] = [Bar(share(start), y - 5, width, 10, "range")]
    if isinstance(date.form, Interval) and (solid := _lasted(date.form, axis, share(start), share(start + width))):
        parts.append(Bar(solid[0], y - 5, share(solid[1] - solid[0]), 10, "ink"))
    if first is None:
        parts.append(Mark(share(start), y, "backward"))
    if last is None:
        parts.append(Mark(share(start + width), y, "forward"))
    return parts


def middle(date: EdtfDate, axis: Axis) -> float:
    """The place of a date as one point, for lines that lead there."""
    days = [axis.at(day) for day in _bounds(date)]
    return share(sum(days) / len(days)) if days else NOWHERE


def _bounds(date: EdtfDate) -> list[Day]:
    return [day for day in (date.earliest, date.latest) if day]


def _inner_bounds(date: EdtfDate) -> list[Day]:
    """Of a date that lasts: the last day on which it can have begun, the first on which it can have ended."""
    if not isinstance(date.form, Interval):
        return []
    start, end = date.form.start, date.form.end
    return [*([start.latest] if isinstance(start, Point) else []), *([end.earliest] if isinstance(end, Point) else [])]


def _lasted(form: Interval, axis: Axis, start: float, end: float) -> tuple[float, float] | None:
    """The part in which it certainly lasted; before and behind it the day of its ends is not known."""
    begun = axis.at(form.start.latest) if isinstance(form.start, Point) else start
    ended = axis.at(form.end.earliest) if isinstance(form.end, Point) else end
    return (begun, ended) if ended > begun else None


def _ticks(axis: Axis, say: Say) -> Iterator[tuple[float, str]]:
    """As many labels as have room: days within a year, else months, and a year alone for its first day."""
    taken, said = float("-inf"), set[str]()
    ordinals = list(axis.places)
    is_short = ordinals[-1] - ordinals[0] < 366
    for ordinal, x in axis.places.items():
        day = Day.from_ordinal(ordinal)
        form = ("MMMd" if said else "yMMMd") if is_short else ("y" if (day.month, day.day) == (1, 1) else "yMMM")
        text = say(day, form)
        left, right = _span(x, text)
        if text not in said and left > taken + 8:
            taken = right
            said.add(text)
            yield x, text


def _anchor(x: float, text: str) -> str:
    half, place = text_width(text) / 2, x * ROOM / 100
    return "start" if place < half else "end" if place > ROOM - half else "middle"


def _span(x: float, text: str) -> tuple[float, float]:
    """From where to where a label reaches on the narrowest screen."""
    place, width = x * ROOM / 100, text_width(text)
    left = {"start": place, "middle": place - width / 2, "end": place - width}[_anchor(x, text)]
    return left, left + width
