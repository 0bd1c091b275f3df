"""Drawings: what is certain is solid and what is not is drawn so; everything fits; the same input gives the same."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefsmith.pages.drawings.canvas import PAGE, ROOM, Bar, Drawing, Label, Mark, broken, mirrored, text_width
from briefsmith.pages.drawings.figures import DrawnFigure, Extent, draw_figures, extent_of
from briefsmith.pages.drawings.lines import DrawnStep, draw_line
from briefsmith.pages.drawings.speakers import Edge, draw_speakers
from briefsmith.pages.drawings.timeline import DatedEvent, draw_timeline
from briefsmith.pages.language.dates import short_date
from briefsmith.values.day import Day
from briefsmith.values.edtf import parse_date
from briefsmith.values.quantity import parse_quantity

ENGLISH = partial(short_date, language="en")


def timeline(*dates: str) -> tuple[Drawing, ...]:
    """The timeline of events with these dates, which are named by their numbers."""
    events = [DatedEvent(n, f"e{n}", f"Event {n}", date, parse_date(date)) for n, date in enumerate(dates, 1)]
    return draw_timeline(events, ENGLISH, str)


def signs(drawing: Drawing, name: str) -> list[str]:
    """Shapes and styles with which something is drawn."""
    (group,) = [each for each in drawing.groups if each.name == name]
    return [part.shape if isinstance(part, Mark) else part.style for part in group.parts if not isinstance(part, Label)]


def labels(drawing: Drawing) -> list[Label]:
    """All texts of a drawing."""
    return [part for group in drawing.groups for part in group.parts if isinstance(part, Label)]


def figures(*values: str) -> tuple[Drawing, ...]:
    """A chart of these values, named by their numbers."""
    drawn = [DrawnFigure(f"f{n}", f"Figure {n}", value, parse_quantity(value)) for n, value in enumerate(values, 1)]
    return draw_figures("chart", "From 1 to 9", drawn, str, (Decimal(9), "9"))


@pytest.mark.parametrize(
    ("date", "drawn"),
    [
        ("2025-11-09", ["dot"]),
        ("2025-11", ["range"]),
        ("2025-11-09?", ["range"]),
        ("unknown", ["ring"]),
        ("2025-11-03/2025-11-07", ["range", "ink"]),
        ("2025-11/..", ["range", "ink", "forward"]),
        ("by 2025-11-20", ["range", "backward"]),
    ],
)
def test_a_date_is_drawn_as_certain_as_it_is(date: str, drawn: list[str]) -> None:
    """A day is a dot; what is not known closer is hatched; what is open has an arrow; what has no date is a ring."""
    (drawing,) = timeline("2025-01-01", date, "2026-01-01")

    assert signs(drawing, "e2") == drawn


def test_the_axis_is_broken_where_decades_are_left_out() -> None:
    """Two strokes stand between far-away dates, and none between near ones."""
    (far,), (near,) = timeline("1783-01-01", "2014-03-18", "2014-05-01"), timeline("2014-03-18", "2014-05-01")

    assert [part.shape for part in far.groups[0].parts if isinstance(part, Mark)] == ["break"]
    assert not [part for part in near.groups[0].parts if isinstance(part, Mark)]


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "9 Nov 2025"), ("uk", "9 лист. 2025 р."), ("ar", "9 نوفمبر 2025"), ("de", "9. Nov. 2025")],
)
def test_the_axis_speaks_the_language_of_the_page(language: str, said: str) -> None:
    """Days on an axis are short dates as CLDR has them."""
    assert " ".join(short_date(Day(2025, 11, 9), "yMMMd", language).replace("\u200f", "").split()) == said


def test_one_day_is_not_drawn() -> None:
    """Events of a single day, and events without any date, have no drawing."""
    assert timeline("2025-11-09", "2025-11-09") == ()
    assert timeline("unknown", "unknown") == ()


def test_three_hundred_events_are_cut_into_pages() -> None:
    """No drawing is higher than paper; together they have every event once, in order."""
    drawings = timeline(*(f"{1990 + n % 40}-{1 + n % 12:02}-{1 + n % 28:02}" for n in range(300)))

    assert max(drawing.height for drawing in drawings) < PAGE + 100
    assert [group.name for drawing in drawings for group in drawing.groups if group.name] == [
        f"e{n}" for n in range(1, 301)
    ]


@given(st.text(max_size=200), st.integers(1, 4))
def test_no_line_is_wider_than_the_narrowest_screen(text: str, most: int) -> None:
    """Whatever the script, with or without spaces, a text is broken into lines that fit."""
    lines = broken(text, ROOM, most)

    assert len(lines) <= most
    assert all(text_width(line) <= ROOM for line in lines)
    if not lines[-1].endswith("…"):
        assert "".join("".join(lines).split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("value", "extent"),
    [
        ("40 barges", Extent(Decimal(40), Decimal(40))),
        ("about 40 barges", Extent(Decimal(36), Decimal(44))),
        ("20 to 30 barges", Extent(Decimal(20), Decimal(30))),
        ("at least 60 barges", Extent(Decimal(60), Decimal(60), is_open=True)),
        ("up to 60 barges", Extent(Decimal(0), Decimal(60))),
        ("nearly 90 %", Extent(Decimal(81), Decimal(90))),
        ("-30 to -20 barges", Extent(Decimal(-20), Decimal(-30))),
        ("most", None),
    ],
)
def test_a_figure_reaches_as_far_as_its_words(value: str, extent: Extent | None) -> None:
    """Solid to where it is certain, hatched to where it may go, open where nothing is said of its end."""
    assert extent_of(parse_quantity(value)) == extent


def test_figures_of_one_unit_stand_on_one_scale() -> None:
    """One against a million is still to be seen, and twice as much is twice as long."""
    (drawing,) = figures("1 barges", "500 thousand barges", "1 million barges")
    one, half, whole = (part for group in drawing.groups for part in group.parts if isinstance(part, Bar))

    assert one.width > 0
    assert whole.width == pytest.approx(2 * half.width)


@pytest.mark.parametrize(
    ("value", "drawn"),
    [("3 barges", ["accent"]), ("about 3 barges", ["accent", "perhaps"]), ("over 3 barges", ["accent", "forward"]),
     ("-2 to 3 barges", ["perhaps"])],
)  # fmt: skip
def test_a_bar_shows_what_its_number_leaves_open(value: str, drawn: list[str]) -> None:
    """About has a soft end, at least an arrow, and a range around zero nothing solid."""
    (drawing,) = figures(value, "9 barges")

    assert signs(drawing, "f1") == drawn


def test_one_figure_is_not_drawn() -> None:
    """A number alone is said, and words are no number."""
    assert figures("3 barges") == ()
    assert figures("3 barges", "most") == ()


def line(*steps: tuple[str, str]) -> Drawing | None:
    """A line of positions by label and date."""
    drawn = [DrawnStep(f"p{n}", label, "text", parse_date(date)) for n, (label, date) in enumerate(steps)]
    return draw_line("line", ("Arven", "Gates"), drawn, ENGLISH, str)


def test_a_line_over_time_shows_each_step_and_its_move() -> None:
    """Every position is a row with its words, and between two rows a way leads on."""
    drawing = line(("− rejection", "2031-06-03"), ("✕ red line · hardens", "2031-06~"), ("+ offer", "unknown"))

    assert drawing
    assert [signs(drawing, f"p{n}") for n in range(3)] == [["dot"], ["range"], ["ring"]]
    assert "✕ red line · hardens" in [label.text for label in labels(drawing)]
    assert sum(getattr(part, "style", "") == "way" for part in drawing.groups[0].parts) == 4


def test_a_line_of_one_day_is_not_drawn() -> None:
    """A single step, or steps of one day, are said in the list."""
    assert line(("− rejection", "2031-06-03")) is None
    assert line(("− rejection", "2031-06-03"), ("+ offer", "2031-06-03")) is None


def test_speakers_are_drawn_from_three_lines_on() -> None:
    """Who speaks of whom is a picture only where there is enough; long names do not meet."""
    long = "A ministry with an uncommonly long and winding official name of state"
    edges = [Edge("Lavrov", "Russia", 9, True), Edge("Lavrov", "United States", 2, False), Edge(long, long, 1, True)]
    drawing = draw_speakers(edges, str)

    assert draw_speakers(edges[:2], str) is None
    assert drawing
    baselines = [label.y for label in labels(drawing) if label.anchor == "end"]
    assert all(second - first >= 16 for first, second in pairwise(baselines))
    assert {getattr(part, "style", "") for part in drawing.groups[0].parts} >= {"own-4", "told-2", "own-1"}


def test_a_mirrored_drawing_is_the_other_way_round() -> None:
    """On a page from right to left time runs to the left: places, arrows and ends of texts change sides."""
    (drawing,) = timeline("2025-01-01", "2025-11/..", "2026-01-01")
    there = mirrored(drawing)

    assert signs(there, "e2") == ["range", "ink", "backward"]
    first, second = labels(drawing)[-1], labels(there)[-1]
    assert (first.anchor, second.anchor, first.x + second.x) == ("start", "end", 100)


def test_drawings_are_deterministic() -> None:
    """The same events and speakers give the same drawing."""
    assert timeline("2025-01-01", "2025-11/..") == timeline("2025-01-01", "2025-11/..")
