"""The matrix of positions as readers see it."""

from __future__ import annotations

from dataclasses import dataclass

from briefsmith.analysis.history import Matrix
from briefsmith.pages.facts import FactView, FactViews


@dataclass(frozen=True, slots=True)
class Column:
    """An issue at the head of a column."""

    id: str
    title: str
    question: str


@dataclass(frozen=True, slots=True)
class CellView:
    """What one holder holds on one issue; empty where there is no statement."""

    issue: str
    views: tuple[FactView, ...]
    past: int = 0
    """How many earlier positions the line over time has."""


@dataclass(frozen=True, slots=True)
class RowView:
    """One holder."""

    id: str
    name: str
    cells: tuple[CellView, ...]


@dataclass(frozen=True, slots=True)
class MatrixView:
    """The table."""

    columns: tuple[Column, ...]
    rows: tuple[RowView, ...]


def matrix_view(matrix: Matrix, views: FactViews) -> MatrixView:
    """A matrix, ready for its template."""
    issues = views.briefing.issues
    columns = tuple(
        Column(name, issues[name].title, issues[name].question or "") if name in issues else Column(name, name, "")
        for name in matrix.issues
    )
    rows = tuple(
        RowView(holder, views.name(holder), tuple(_cell(matrix, holder, column.id, views) for column in columns))
        for holder in matrix.holders
    )
    return MatrixView(columns, rows)


def _cell(matrix: Matrix, holder: str, issue: str, views: FactViews) -> CellView:
    cell = matrix.cell(holder, issue)
    if cell is None:
        return CellView(issue, ())
    return CellView(issue, tuple(views.of(*cell.current)), len(cell.past))
