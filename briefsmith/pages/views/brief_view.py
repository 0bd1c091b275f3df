"""The page that fits on one sheet of paper: what of a briefing stands on it, and how much is left to the overview."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from markupsafe import Markup

from briefsmith.analysis.onepage import WIDTH, fitting
from briefsmith.pages.views.fact_view import FactView
from briefsmith.pages.views.matrix_view import RowView
from briefsmith.pages.views.source_rows import SourceRow

T = TypeVar("T")
_NAME = 12
"""Characters on a line of the column of names."""


@dataclass(frozen=True, slots=True)
class Cut(Generic[T]):
    """A list of the sheet."""

    shown: tuple[T, ...]
    more: int = 0
    """How many stand on the overview only."""


@dataclass(frozen=True, slots=True)
class Brief:
    """The lists of the sheet, in their order."""

    next: Cut[FactView]
    judgements: Cut[FactView]
    advice: Cut[FactView]
    rows: Cut[tuple[str, FactView]]
    """Name of the holder, and one of its positions."""
    disputes: Cut[list[FactView]]
    sources: Cut[SourceRow]

    @property
    def holders(self) -> dict[str, list[FactView]]:
        """The positions shown, by the names of their holders."""
        found: dict[str, list[FactView]] = {}
        for name, view in self.rows.shown:
            found.setdefault(name, []).append(view)
        return found


def brief_view(
    lead: str,
    following: Sequence[FactView],
    judgements: Sequence[FactView],
    advice: Sequence[FactView],
    rows: Sequence[RowView],
    disputes: Sequence[list[FactView]],
    sources: Sequence[SourceRow],
) -> Brief:
    """What fits of these lists below `lead`, the words that are always there."""
    positions = [(row.name, view) for row in rows for cell in row.cells for view in cell.views]
    texts = (
        [f"{view.sentence}, {view.date.words if view.date else ''} {_chips(view)}" for view in following],
        # Likelihood and confidence are said in a sentence each.
        [view.sentence + 110 * "x" for view in judgements],
        [view.sentence + 14 * "x" for view in advice],
        # Beside the column of names, three quarters of the width are left.
        [_beside(name, view) for name, view in positions],
        [" ↔ ".join(_side(view) for view in sides) for sides in disputes],
        [f"{row.title}, {row.publisher or 20 * 'x'}, {', '.join(row.via)} {40 * 'x'} {row.note}" for row in sources],
    )
    counts = fitting(lead, texts)
    return Brief(
        _cut(following, counts[0]),
        _cut(judgements, counts[1]),
        _cut(advice, counts[2]),
        _cut(positions, counts[3]),
        _cut(disputes, counts[4]),
        _cut(sources, counts[5]),
    )


def _cut(entries: Sequence[T], count: int) -> Cut[T]:
    return Cut(tuple(entries[:count]), len(entries) - count)


def _beside(name: str, view: FactView) -> str:
    """A position at three quarters of the width, or the name beside it where that takes more lines in its column."""
    words = f"{view.mark.word if view.mark else ''} {view.sentence}"
    return max(words + len(words) // 3 * "x", len(name) // _NAME * WIDTH * "x" + "x", key=len)


def _side(view: FactView) -> str:
    return f"{' '.join(view.holders)} {view.sentence} {Markup(view.chains[0]).striptags() if view.chains else ''}"


def _chips(view: FactView) -> str:
    return " ".join(chip.word for chip in view.chips)
