"""What drawings are made of, and how much text fits into them.

Places from left to right are shares of the width, 0 to 100, so that one drawing fills a telephone and a sheet of
paper; places from top to bottom and the size of the text are in pixels. Text is broken for the narrowest screen, `ROOM`
pixels.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from unicodedata import combining, east_asian_width

ROOM = 280
"""Pixels across which every drawing is still whole."""
LINE = 17
"""Height of a line of text, whose letters are 13 pixels high."""
PAGE = 820
"""Greatest height of a drawing, so that paper never cuts through one."""
_WIDE, _CAPITAL, _LETTER, _NARROW = 13.5, 9.6, 7.9, 4.2
_RTL, _END = "\u2067", "\u2069"
"""Isolate a text that runs from right to left; what draws it need not know the direction of the page."""
_BROAD = frozenset("MWmwЖШЩЮМ@%—…")


@dataclass(frozen=True, slots=True)
class Label:
    """A line of text; `y` is its baseline and `anchor` what stands at `x`: start (its left end), middle or end."""

    x: float
    y: float
    text: str
    style: str = "text"
    anchor: str = "start"


@dataclass(frozen=True, slots=True)
class Bar:
    """A box; `x` and `width` are shares, `y` and `height` pixels."""

    x: float
    y: float
    width: float
    height: float
    style: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign of a fixed size around its place: dot, ring, forward or backward (arrows), break."""

    x: float
    y: float
    shape: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line between two places."""

    x1: float
    y1: float
    x2: float
    y2: float
    style: str = "grid"


Part = Label | Bar | Mark | Stroke


@dataclass(frozen=True, slots=True)
class Group:
    """What belongs together, such as the row of an event; `name` is its id, `said` what it says when pointed at."""

    parts: tuple[Part, ...]
    name: str = ""
    said: str = ""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture, `height` pixels high and as wide as its place."""

    id: str
    title: str
    description: str
    height: int
    groups: tuple[Group, ...]

    @property
    def hatched(self) -> frozenset[str]:
        """The styles of its bars that are hatched: range (with ink), perhaps (with the accent)."""
        bars = (part.style for group in self.groups for part in group.parts if isinstance(part, Bar))
        return frozenset(bars) & {"range", "perhaps"}

    def kinds(self, group: Group) -> Iterator[tuple[str, Part]]:
        """The parts of a group, each with the name of what it is."""
        yield from ((type(part).__name__.lower(), part) for part in group.parts)


def mirrored(drawing: Drawing) -> Drawing:
    """The same drawing for a page that is read from right to left."""
    groups = (replace(group, parts=tuple(map(_mirrored, group.parts))) for group in drawing.groups)
    return replace(drawing, groups=tuple(groups))


def _mirrored(part: Part) -> Part:
    match part:
        case Label():
            anchor = {"start": "end", "end": "start"}.get(part.anchor, part.anchor)
            return replace(part, x=share(100 - part.x), text=f"{_RTL}{part.text}{_END}", anchor=anchor)
        case Bar():
            return replace(part, x=share(100 - part.x - part.width))
        case Stroke():
            return replace(part, x1=share(100 - part.x1), x2=share(100 - part.x2))
        case Mark():
            turned = {"forward": "backward", "backward": "forward"}
            return replace(part, x=share(100 - part.x), shape=turned.get(part.shape, part.shape))


def share(number: float) -> float:
    """A share of the width, to a hundredth."""
    return round(number, 2)


def lines_of(text: str, x: float, y: float, style: str, *, room: float = ROOM, most: int = 3) -> list[Label]:
    """A text as lines below each other, the first of which has its baseline at `y`."""
    return [Label(x, y + LINE * row, line, style) for row, line in enumerate(broken(text, room, most))]


def text_width(text: str) -> float:
    """How wide a text is at most, in pixels; the reader's own fonts decide, so this counts on broad ones."""
    return sum(map(_width, text))


def broken(text: str, room: float, most: int) -> list[str]:
    """Break a text into lines of at most `room` pixels; what is more than `most` lines ends in an ellipsis."""
    lines = [""]
    for word in _pieces(text, room):
        longer = f"{lines[-1]} {word}" if lines[-1] else word
        if text_width(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while text_width(last + "…") > room:
        last = last[:-1]
    return [*lines[: most - 1], last.rstrip() + "…"]


def _pieces(text: str, room: float) -> Iterator[str]:
    """The words of a text; one that no line holds, as of a script without spaces, in pieces."""
    for word in text.split():
        piece = ""
        for character in word:
            if piece and not combining(character) and text_width(piece + character) > room:
                yield piece
                piece = ""
            piece += character
        yield piece


def _width(character: str) -> float:
    if combining(character):
        return 0
    if character in _BROAD or east_asian_width(character) in "WF":
        return _WIDE
    if character.isupper() or character in "шщжюфм":
        return _CAPITAL
    return _NARROW if character in " .,:;'’|!()[]ijlftr·" else _LETTER
