"""The timeline as a drawing: what is certain is solid, what is not is drawn so.

The axis is compressed: the distance between two neighbouring days grows with the logarithm of the days between them,
so that a century and a week fit on one page. The drawing says so, and the list beside it is the first-class form.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import log1p

from briefsmith.values.edtf import Day, EdtfDate, Interval, Point

WIDTH = 720
LEFT = 34
RIGHT = 60
ROW = 22
TOP = 30
_TICK_SPACE = 76
_LEAST_BAR = 9.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One event: where its mark begins and ends, in the drawing's units, and how it is drawn."""

    number: int
    target: str
    label: str
    shape: str
    """day (a solid mark), span (it lasted), range (one unknown day within), undated (an empty ring)."""
    x: float
    width: float
    y: float
    open_start: bool = False
    """Open to the left of the drawing."""
    open_end: bool = False
    """Open to its right."""
    solid_x: float = 0
    solid_width: float = 0
    """Of a span: the part in which it certainly lasted; before and behind it the day of its ends is not known."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled place on the axis."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class TimelineDrawing:
    """The whole drawing in units of its viewBox, `width` by `height`."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    width: int
    height: int
    left: int = LEFT
    right: int = WIDTH - RIGHT
    forward: int = 1
    """Which way time runs: 1 to the right, -1 to the left, as on a page in Arabic."""


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """What the drawing needs to know of an event."""

    number: int
    target: str
    label: str
    date: EdtfDate


def draw_timeline(events: Sequence[DatedEvent]) -> TimelineDrawing | None:
    """The drawing; None where fewer than two events have any date."""
    days = {day for event in events for day in (*_bounds(event.date), *_inner_bounds(event.date))}
    bounds = sorted(day.to_ordinal() for day in days)
    if len(bounds) <= 1:
        return None
    places = _places(bounds)
    bars = tuple(_bar(event, row, places) for row, event in enumerate(events))
    return TimelineDrawing(bars, _ticks(places), WIDTH, TOP + ROW * len(events) + 8)


def mirrored(drawing: TimelineDrawing) -> TimelineDrawing:
    """The same drawing for a page that is read from right to left."""
    bars = tuple(
        replace(
            bar,
            x=round(WIDTH - bar.x - bar.width, 1),
            solid_x=round(WIDTH - bar.solid_x - bar.solid_width, 1),
            open_start=bar.open_end,
            open_end=bar.open_start,
        )
        for bar in drawing.bars
    )
    ticks = tuple(replace(tick, x=round(WIDTH - tick.x, 1)) for tick in drawing.ticks)
    return replace(drawing, bars=bars, ticks=ticks, left=RIGHT, right=WIDTH - LEFT, forward=-1)


def _bounds(date: EdtfDate) -> list[Day]:
    return [day for day in (date.earliest, date.latest) if day]


def _inner_bounds(date: EdtfDate) -> list[Day]:
    """Of a date that lasts: the last day on which it can have begun, the first on which it can have ended."""
    if not isinstance(date.form, Interval):
        return []
    start, end = date.form.start, date.form.end
    return [*([start.latest] if isinstance(start, Point) else []), *([end.earliest] if isinstance(end, Point) else [])]


def _places(bounds: list[int]) -> dict[int, float]:
    """Every bound's place on the axis."""
    widths = [log1p(second - first) for first, second in pairwise(bounds)]
    scale = (WIDTH - LEFT - RIGHT) / sum(widths)
    places, x = {bounds[0]: float(LEFT)}, float(LEFT)
    for bound, width in zip(bounds[1:], widths, strict=True):
        x += width * scale
        places[bound] = round(x, 1)
    return places


def _bar(event: DatedEvent, row: int, places: dict[int, float]) -> Bar:
    date, y = event.date, TOP + ROW * row + ROW / 2
    first = places[date.earliest.to_ordinal()] if date.earliest else None
    last = places[date.latest.to_ordinal()] if date.latest else None
    if first is None and last is None:
        return Bar(event.number, event.target, event.label, "undated", WIDTH - RIGHT + 30, 0, y)
    if date.is_exact and first is not None:
        return Bar(event.number, event.target, event.label, "day", first, 0, y)
    start = first if first is not None else max(float(LEFT), (last or 0) - 4 * _LEAST_BAR)
    end = last if last is not None else min(float(WIDTH - RIGHT), start + 6 * _LEAST_BAR)
    width = round(max(_LEAST_BAR, end - start), 1)
    bar = Bar(event.number, event.target, event.label, "range", start, width, y, first is None, last is None)
    return _with_solid_part(bar, date.form, places) if isinstance(date.form, Interval) else bar


def _with_solid_part(bar: Bar, form: Interval, places: dict[int, float]) -> Bar:
    end = bar.x + bar.width
    begun = places[form.start.latest.to_ordinal()] if isinstance(form.start, Point) else bar.x
    ended = places[form.end.earliest.to_ordinal()] if isinstance(form.end, Point) else max(end, begun + _LEAST_BAR)
    if ended <= begun:
        return replace(bar, shape="span")
    width = max(bar.width, ended - bar.x)
    return replace(bar, shape="span", width=round(width, 1), solid_x=begun, solid_width=round(ended - begun, 1))


def _ticks(places: dict[int, float]) -> tuple[Tick, ...]:
    """Years where they are wide apart, months where they are close; as many as have room."""
    ticks: list[Tick] = []
    for ordinal, x in places.items():
        if ticks and x - ticks[-1].x < _TICK_SPACE:
            continue
        day = Day.from_ordinal(ordinal)
        label = f"{day.year}" if day.month == 1 and day.day == 1 else f"{day.year}-{day.month:02}"
        if not ticks or ticks[-1].label != label:
            ticks.append(Tick(x, label))
    return tuple(ticks)
