"""The line over time as a drawing: what one holder held on one issue, and how each step differs from the one before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefsmith.pages.drawings.canvas import LINE, Drawing, Group, Stroke, lines_of
from briefsmith.pages.drawings.dated import Say, axis_of, draw_axis, draw_date, middle
from briefsmith.pages.language.labels import Gettext
from briefsmith.values.edtf import EdtfDate

_ = str  # marks a message for the catalogue; it is translated where it is used

_TITLE = _("{holder} over time: {issue}")
_DESCRIPTION = _(
    "The same steps as in the list below, each with sign and word for its stance and kind and with its move from the "
    "one before. A dot is a day, a hatched bar a span in which the day is not known, a ring has no date. Distances "
    "are not to scale."
)
_AXIS = 30


@dataclass(frozen=True, slots=True)
class DrawnStep:
    """One position in the line: its sign, kind, move and day in words, the class of its stance, and its date."""

    name: str
    label: str
    style: str
    date: EdtfDate


def draw_line(
    name: str, titles: tuple[str, str], steps: Sequence[DrawnStep], say: Say, gettext: Gettext
) -> Drawing | None:
    """The drawing of a line; `titles` are holder and issue. None where a sentence does it: one step or one day."""
    axis = axis_of(step.date for step in steps)
    if axis is None or len(steps) < 2:
        return None
    rows, places, y = [], [], float(_AXIS + 6)
    for step in steps:
        labels = lines_of(step.label, 0, y + LINE - 4, step.style, most=2)
        middle_y = y + LINE * len(labels) + 12
        rows.append(Group((*draw_date(step.date, axis, middle_y), *labels), step.name, step.label))
        places.append((middle(step.date, axis), middle_y))
        y = middle_y + 14
    head = Group((*draw_axis(axis, _AXIS, y, say), *_way(places)))
    title = gettext(_TITLE).format(holder=titles[0], issue=titles[1])
    return Drawing(name, title, gettext(_DESCRIPTION), int(y) + 6, (head, *rows))


def _way(places: list[tuple[float, float]]) -> list[Stroke]:
    """From each step down, and across to the next."""
    strokes = []
    for (x1, y1), (x2, y2) in pairwise(places):
        strokes += [Stroke(x1, y1, x1, y2, "way"), Stroke(x1, y2, x2, y2, "way")]
    return strokes
