"""The matrix of positions as readers see it, and the line over time that each cell may have."""

from __future__ import annotations

from dataclasses import dataclass

from briefsmith.analysis.dossier import Dossier
from briefsmith.analysis.history import Cell
from briefsmith.analysis.staleness import Line, Stale
from briefsmith.model.fact import Fact
from briefsmith.pages.fact_view import DateView, FactLink, FactView
from briefsmith.pages.facts import FactViews
from briefsmith.values.edtf import EdtfDate


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
    line: str = ""
    """Address of the line over time, where there is one."""
    newer: tuple[FactLink, ...] = ()
    """What its holder said since, in other briefings."""
    overdue: tuple[DateView, ...] = ()
    """Days of review that have passed."""

    @property
    def is_stale(self) -> bool:
        """Whether it is out of date."""
        return bool(self.newer or self.overdue)


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


@dataclass(frozen=True, slots=True)
class Step:
    """One position in a line."""

    view: FactView
    date: DateView | None
    is_of_source: bool
    """The date is that of its newest source, or of the briefing, because it has none of its own."""
    is_past: bool
    """Replaced, over or taken back."""
    briefing: str
    """Title of the briefing where it stands, where that is another one."""


@dataclass(frozen=True, slots=True)
class LineView:
    """What one holder held on one issue, the oldest first."""

    id: str
    """Its anchor: `line:<holder>:<issue>`."""
    holder: str
    steps: tuple[Step, ...]


def matrix_view(dossier: Dossier, views: FactViews, *, key_only: bool = False) -> MatrixView:
    """The matrix of a briefing, ready for its template."""
    briefing = views.briefing
    matrix, issues = dossier.matrix(briefing, key_only=key_only), briefing.issues
    stale, lines = dossier.stale(briefing), dossier.lines(briefing)
    columns = tuple(
        Column(name, issues[name].title, issues[name].question or "") if name in issues else Column(name, name, "")
        for name in matrix.issues
    )

    def cell(holder: str, issue: str) -> CellView:
        place = (holder, issue)
        return _cell(matrix.cell(*place), issue, views, stale.get(place), lines.get(place))

    rows = tuple(
        RowView(holder, views.name(holder), tuple(cell(holder, issue) for issue in matrix.issues))
        for holder in matrix.holders
    )
    return MatrixView(columns, rows)


def lines_by_issue(dossier: Dossier, views: FactViews) -> dict[str, list[LineView]]:
    """The lines over time of a briefing."""
    matrix = dossier.matrix(views.briefing)
    found: dict[str, list[LineView]] = {}
    for (holder, issue), line in dossier.lines(views.briefing).items():
        cell = matrix.cells[holder, issue]
        steps = tuple(_step(fact, cell, views, dossier.times.dates.get(fact.key)) for fact in line.facts)
        found.setdefault(issue, []).append(LineView(_anchor(holder, issue), views.name(holder), steps))
    return found


def _cell(cell: Cell | None, issue: str, views: FactViews, stale: Stale | None, line: Line | None) -> CellView:
    if cell is None:
        return CellView(issue, ())
    address = f"{views.addresses.briefing(views.briefing.id, 'positions')}#{_anchor(cell.holder, issue)}"
    newer = {each.key: views.link(each) for _, each in stale.newer} if stale else {}
    due = [views.date(fact.statement.review_by) for fact in stale.overdue if fact.statement] if stale else []
    return CellView(
        issue,
        tuple(views.of(*cell.current)),
        line.earlier if line else 0,
        address if line else "",
        tuple(newer.values()),
        tuple(each for each in due if each),
    )


def _step(fact: Fact, cell: Cell, views: FactViews, said: EdtfDate | None) -> Step:
    view = views.anywhere(fact)
    own = fact.statement.date or fact.statement.since if fact.statement else None
    is_past = fact in cell.past or bool(view.replaced_by) or bool(view.retracted)
    return Step(view, views.date(own or said), own is None, is_past, views.title_of(fact))


def _anchor(holder: str, issue: str) -> str:
    return f"line:{holder}:{issue}"
