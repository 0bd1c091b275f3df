"""The timeline as a drawing: what is certain is solid, what is not is drawn so."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from briefsmith.pages.drawings.canvas import LINE, PAGE, Drawing, Group, Part, lines_of
from briefsmith.pages.drawings.dated import Axis, Say, axis_of, draw_axis, draw_date
from briefsmith.pages.language.labels import Gettext
from briefsmith.values.edtf import EdtfDate

_ = str  # marks a message for the catalogue; it is translated where it is used

_TITLE = _("Timeline, events {first} to {last}")
_DESCRIPTION = _(
    "The same events as in the list, by their numbers. A dot is a day, a solid bar lasted, a hatched bar is a span in "
    "which the day is not known, an arrow is an open end, a ring has no date. Distances are compressed and not to "
    "scale; two strokes across the axis leave out more than ten years."
)
_AXIS = 30
_TEXT_LINES = 3


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """What the drawing needs to know of an event; `said` is its date in words."""

    number: int
    name: str
    sentence: str
    said: str
    date: EdtfDate


def draw_timeline(events: Sequence[DatedEvent], say: Say, gettext: Gettext) -> tuple[Drawing, ...]:
    """The drawings, each no higher than a page; none where the events name fewer than two days."""
    whole = axis_of(event.date for event in events)
    if whole is None:
        return ()
    return tuple(_drawing(part, axis_of(each.date for each in part) or whole, say, gettext) for part in _pages(events))


def _drawing(events: Sequence[DatedEvent], axis: Axis, say: Say, gettext: Callable[[str], str]) -> Drawing:
    rows, y = [], float(_AXIS + 6)
    for event in events:
        rows.append(_row(event, axis, y))
        y += _height(event)
    first, last = events[0].number, events[-1].number
    title = gettext(_TITLE).format(first=first, last=last)
    head = Group(tuple(draw_axis(axis, _AXIS, y, say)))
    return Drawing(f"timeline-{first}", title, gettext(_DESCRIPTION), int(y) + 6, (head, *rows))


def _row(event: DatedEvent, axis: Axis, y: float) -> Group:
    labels: list[Part] = [*_labels(event, y + LINE - 4)]
    return Group(
        (*draw_date(event.date, axis, y + _height(event) - 14), *labels),
        event.name,
        f"{event.number}. {event.said}: {event.sentence}",
    )


def _labels(event: DatedEvent, y: float) -> Iterator[Part]:
    yield from lines_of(f"{event.number} · {event.sentence}", 0, y, "text", most=_TEXT_LINES)


def _height(event: DatedEvent) -> float:
    return LINE * len(list(_labels(event, 0))) + 26


def _pages(events: Sequence[DatedEvent]) -> Iterator[list[DatedEvent]]:
    """The events in runs that fit on a page."""
    run: list[DatedEvent] = []
    height = 0.0
    for event in events:
        if run and height + _height(event) > PAGE:
            yield run
            run, height = [], 0.0
        run.append(event)
        height += _height(event)
    yield run
