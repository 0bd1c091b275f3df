"""The matrix of positions as readers see it, and the line over time that each cell may have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from briefsmith.analysis.dossier import Dossier
from briefsmith.analysis.history import Cell
from briefsmith.analysis.staleness import Line, Stale
from briefsmith.model.fact import Fact
from briefsmith.model.objects import Issue
from briefsmith.model.statements import Position
from briefsmith.model.vocabulary import PositionKind, Stance
from briefsmith.pages.drawings.canvas import Drawing, mirrored
from briefsmith.pages.drawings.lines import DrawnStep, draw_line
from briefsmith.pages.language.dates import short_date
from briefsmith.pages.language.labels import FACT_KINDS, MOVES, Gettext
from briefsmith.pages.views.fact_view import DateView, FactLink, FactView
from briefsmith.pages.views.facts import FactViews
from briefsmith.values.edtf import EdtfDate, parse_date
from briefsmith.values.tags import direction


@dataclass(frozen=True, slots=True)
class Column:
    """An issue at the head of a column."""

    id: str
    title: str
    question: str
    url: str
    """Of its positions as a list."""


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
    url: str
    """Of its positions as a list."""
    cells: tuple[CellView, ...]


@dataclass(frozen=True, slots=True)
class MatrixView:
    """The table."""

    columns: tuple[Column, ...]
    rows: tuple[RowView, ...]

    @property
    def kinds(self) -> tuple[PositionKind, ...]:
        """The kinds of position in it."""
        found = {position.kind for position in self._positions}
        return tuple(kind for kind in PositionKind if kind in found)

    @property
    def stances(self) -> tuple[Stance, ...]:
        """The stances in it."""
        found = {position.stance for position in self._positions}
        return tuple(stance for stance in Stance if stance in found)

    @property
    def troubles(self) -> frozenset[str]:
        """What some cell has: contested, stale, if (a condition)."""
        cells = [cell for row in self.rows for cell in row.cells]
        views = [view for cell in cells for view in cell.views]
        found = {
            "contested": any(view.disputed_by for view in views),
            "stale": any(cell.is_stale for cell in cells),
            "if": any(view.only_if for view in views),
        }
        return frozenset(name for name, there in found.items() if there)

    @property
    def _positions(self) -> Iterator[Position]:
        views = (view for row in self.rows for cell in row.cells for view in cell.views)
        return (view.item for view in views if isinstance(view.item, Position))


@dataclass(frozen=True, slots=True)
class Step:
    """One position in a line."""

    view: FactView
    date: DateView | None
    when: EdtfDate
    """The same for a drawing; unknown where there is none."""
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
    drawing: Drawing | None = None
    """None where a sentence does it."""


def matrix_view(dossier: Dossier, views: FactViews, *, key_only: bool = False) -> MatrixView:
    """The matrix of a briefing, ready for its template."""
    briefing = views.briefing
    matrix, issues = dossier.matrix(briefing, key_only=key_only), briefing.issues
    stale, lines = dossier.stale(briefing), dossier.lines(briefing)
    columns = tuple(
        Column(
            name, *_titles(issues.get(name), name), f"{views.addresses.briefing(briefing.id, 'positions')}#issue:{name}"
        )
        for name in matrix.issues
    )

    def cell(holder: str, issue: str) -> CellView:
        place = (holder, issue)
        return _cell(matrix.cell(*place), issue, views, stale.get(place), lines.get(place))

    rows = tuple(
        RowView(
            holder,
            views.name(holder),
            views.addresses.actor(briefing.id, holder),
            tuple(cell(holder, issue) for issue in matrix.issues),
        )
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
        drawing = _drawn(steps, holder, issue, views)
        found.setdefault(issue, []).append(LineView(_anchor(holder, issue), views.name(holder), steps, drawing))
    return found


def _titles(issue: Issue | None, name: str) -> tuple[str, str]:
    return (issue.title, issue.question or "") if issue else (name, "")


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
    return Step(
        view, views.date(own or said), own or said or parse_date("unknown"), own is None, is_past, views.title_of(fact)
    )


def _drawn(steps: Sequence[Step], holder: str, issue: str, views: FactViews) -> Drawing | None:
    known = views.briefing.issues.get(issue)
    titles = views.name(holder), known.title if known else issue
    drawn = [DrawnStep(step.view.id, _label(step, views.gettext), _style(step), step.when) for step in steps]
    name = f"{_anchor(holder, issue)}:drawn"
    drawing = draw_line(
        name, titles, drawn, partial(short_date, language=views.language, gettext=views.gettext), views.gettext
    )
    return mirrored(drawing) if drawing and direction(views.language) == "rtl" else drawing


def _label(step: Step, gettext: Gettext) -> str:
    """Sign, kind, move and date of a step: `− rejection · hardens · 9 November 2025`."""
    mark, statement = step.view.mark, step.view.fact.statement
    said = [f"{mark.sign} {mark.word}" if mark else gettext(FACT_KINDS[step.view.kind])]
    said += [gettext(MOVES[statement.move])] if statement and statement.move else []
    said += [gettext("retracted")] if step.view.retracted else []
    return " · ".join([*said, step.date.words if step.date else gettext("undated")])


def _style(step: Step) -> str:
    return f"text bs-is-{step.view.mark.style}" if step.view.mark else "text"


def _anchor(holder: str, issue: str) -> str:
    return f"line:{holder}:{issue}"
