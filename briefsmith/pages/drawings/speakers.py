"""Who speaks for whom, and who tells what others hold: speakers on one side, those of whom they speak on the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefsmith.pages.drawings.canvas import LINE, Drawing, Group, Label, Stroke, broken
from briefsmith.pages.language.labels import Gettext

_ = str  # marks a message for the catalogue; it is translated where it is used

_TITLE = _("Who speaks for whom")
_DESCRIPTION = _(
    "The same as in the table below. On one side those who speak, on the other those whose positions they state. A "
    "solid line: the speaker belongs to the holder; a dashed line: another side’s account. "
    "The more positions, the thicker."
)
LEAST = 3
"""Fewer lines than these are said in a sentence."""
_ROOM, _NEAR, _FAR = 106, 39.0, 61.0
_GAP, _TOP, _MOST_LINES, _THICKEST = 14, 12, 4, 4


@dataclass(frozen=True, slots=True)
class Edge:
    """That one actor states positions of another; both by name."""

    speaker: str
    holder: str
    count: int
    is_own: bool
    """The speaker belongs to the holder, and does not tell of another side."""


def draw_speakers(edges: Sequence[Edge], gettext: Gettext) -> Drawing | None:
    """The drawing, the holders in the order that keeps lines short; None where there is too little to draw."""
    if len(edges) < LEAST:
        return None
    speakers = list(dict.fromkeys(edge.speaker for edge in edges))
    left = _column(speakers)
    right = _column(_near_their_speakers(edges, speakers))
    strokes = [
        Stroke(
            _NEAR + 1, left[edge.speaker], _FAR - 1, right[edge.holder], f"{_style(edge)}-{min(edge.count, _THICKEST)}"
        )
        for edge in edges
    ]
    labels = [*_labels(left, _NEAR, "end"), *_labels(right, _FAR, "start")]
    height = _TOP + max(_height(column) for column in (list(left), list(right)))
    return Drawing("speakers", gettext(_TITLE), gettext(_DESCRIPTION), height, (Group((*strokes, *labels)),))


def _style(edge: Edge) -> str:
    return "own" if edge.is_own else "told"


def _near_their_speakers(edges: Sequence[Edge], speakers: list[str]) -> list[str]:
    """The holders by the mean place of those who speak of them, so that few lines cross."""
    places: dict[str, list[int]] = {}
    for edge in edges:
        places.setdefault(edge.holder, []).append(speakers.index(edge.speaker))
    return sorted(places, key=lambda name: sum(places[name]) / len(places[name]))


def _column(names: list[str]) -> dict[str, float]:
    """The middle of each name, from the top."""
    places, y = {}, float(_TOP)
    for name in names:
        height = LINE * len(_lines(name))
        places[name] = y + height / 2
        y += height + _GAP
    return places


def _labels(column: dict[str, float], x: float, anchor: str) -> list[Label]:
    labels = []
    for name, middle in column.items():
        lines = _lines(name)
        first = middle - LINE * (len(lines) - 1) / 2 + 4
        labels += [Label(x, first + LINE * row, line, "text", anchor) for row, line in enumerate(lines)]
    return labels


def _lines(name: str) -> list[str]:
    return broken(name, _ROOM, _MOST_LINES)


def _height(names: list[str]) -> int:
    return sum(LINE * len(_lines(name)) + _GAP for name in names)
