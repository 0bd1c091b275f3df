"""Positions over time, across briefings: when each was taken, which cells are out of date, the line of each cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from briefsmith.analysis.day import is_overdue
from briefsmith.analysis.history import Cell, Matrix
from briefsmith.analysis.succession import Succession
from briefsmith.evidence.tracing import Evidence
from briefsmith.model.fact import Fact, FactKind
from briefsmith.model.vocabulary import BriefingState, Status
from briefsmith.reading.corpus import Briefing, Corpus
from briefsmith.text.normal import normal_form
from briefsmith.values.day import Day
from briefsmith.values.edtf import EdtfDate

_NOT_ITS_OWN = {Status.CLAIMED, Status.RUMOUR, Status.DENIED, Status.REFUTED}

Place = tuple[str, str, str, str]
"""A holder and an issue in the whole site: the id and the name of each, for two sheets may mean two things by `a1`."""


@dataclass(frozen=True)
class Times:
    """When positions were taken."""

    dates: Mapping[str, EdtfDate]
    """Of each position by its key: its own date, else that of its newest source, else that of its briefing."""
    newest: Mapping[Place, Fact]
    """What a holder itself last said on an issue, in any briefing."""

    def first_day(self, fact: Fact) -> Day | None:
        """The first day on which it may have been said."""
        said = self.dates[fact.key]
        return said.earliest or said.latest

    def last_day(self, fact: Fact) -> Day | None:
        """The last day on which it may have been said."""
        said = self.dates[fact.key]
        return said.latest or said.earliest


@dataclass(frozen=True, slots=True)
class Stale:
    """Why a cell is out of date; one of the two is not empty."""

    newer: tuple[tuple[Fact, Fact], ...]
    """A position in the cell and a newer one elsewhere."""
    overdue: tuple[Fact, ...]
    """Positions whose day of review has passed."""


@dataclass(frozen=True, slots=True)
class Line:
    """A holder's positions on an issue, the oldest first: a briefing's own, and elsewhere those before and after."""

    facts: tuple[Fact, ...]
    earlier: int
    """How many of them were held before the current ones."""


def times_of(corpus: Corpus, evidence: Evidence) -> Times:
    """The times of all positions."""
    dates: dict[str, EdtfDate] = {}
    newest: dict[Place, Fact] = {}
    times = Times(dates, newest)
    for briefing in corpus.briefings.values():
        citations = evidence.by_briefing[briefing.id]
        own = corpus.memory.made_from((briefing, citations), _times_in, briefing, evidence)
        dates.update(own.dates)
        for place, fact in own.newest.items():
            if place not in newest or _is_newer(times.first_day(fact), times.first_day(newest[place])):
                newest[place] = fact
    return times


def _times_in(briefing: Briefing, evidence: Evidence) -> Times:
    """The times of the positions of one briefing."""
    dates: dict[str, EdtfDate] = {}
    newest: dict[Place, Fact] = {}
    times = Times(dates, newest)
    for fact in briefing.of_kind(FactKind.POSITION):
        dates[fact.key] = _said(fact, briefing, evidence)
        statement = fact.statement
        if statement is None or statement.retracted or statement.status in _NOT_ITS_OWN:
            continue
        for holder in fact.holders:
            place = place_of(briefing, holder, fact.issue)
            if place not in newest or _is_newer(times.first_day(fact), times.first_day(newest[place])):
                newest[place] = fact
    return times


def place_of(briefing: Briefing, holder: str, issue: str) -> Place:
    """What a holder and an issue of a briefing are in the whole site."""
    actor, topic = briefing.actors.get(holder), briefing.issues.get(issue)
    return holder, _plain(actor.name) if actor else "", issue, _plain(topic.title) if topic else ""


@lru_cache(maxsize=65536)
def _plain(name: str) -> str:
    return normal_form(name).casefold()


@dataclass(frozen=True, slots=True)
class Ageing:
    """What makes a cell of a matrix old, as far as its briefing alone tells."""

    cell: Cell
    place: Place
    own: Fact | None
    """The current position that was taken last."""
    reviewed: tuple[Fact, ...]
    """The current positions that have a day of review."""


def ageing_of(briefing: Briefing, matrix: Matrix, times: Times) -> tuple[Ageing, ...]:
    """All cells of a briefing's matrix."""
    is_kept_up = briefing.sheet.state is BriefingState.CURRENT
    return tuple(
        Ageing(
            cell,
            place_of(briefing, cell.holder, cell.issue),
            max(cell.current, key=lambda fact: times.last_day(fact) or Day(-9999, 1, 1), default=None),
            tuple(fact for fact in cell.current if is_kept_up and fact.statement and fact.statement.review_by),
        )
        for cell in matrix.cells.values()
    )


def stale_cells(
    ageing: Iterable[Ageing], briefing: Briefing, times: Times, succession: Succession, day: date | None
) -> dict[tuple[str, str], Stale]:
    """The cells that are older than what their holder last said, or whose review is overdue on the site's day."""
    found = {}
    for each in ageing:
        newer = tuple(_newer(each, briefing, times, succession))
        overdue = tuple(fact for fact in each.reviewed if fact.statement and is_overdue(fact.statement.review_by, day))
        if newer or overdue:
            found[each.cell.holder, each.cell.issue] = Stale(newer, overdue)
    return found


def lines_in(
    matrix: Matrix, briefing: Briefing, times: Times, succession: Succession, stale: Mapping[tuple[str, str], Stale]
) -> dict[tuple[str, str], Line]:
    """The lines of the cells that have a past, or a future elsewhere."""
    found = {}
    for place, cell in matrix.cells.items():
        before = {old.key: old for fact in (*cell.current, *cell.past) for old in succession.before(fact)}
        past = {**before, **{fact.key: fact for fact in cell.past}}
        later = {newer.key: newer for _, newer in stale[place].newer} if place in stale else {}
        if past or later:
            taken_back = _taken_back(briefing, cell)
            facts = {**past, **{fact.key: fact for fact in (*cell.current, *taken_back)}, **later}
            found[place] = Line(tuple(in_order(facts, times, succession)), len(past))
    return found


def _newer(each: Ageing, briefing: Briefing, times: Times, succession: Succession) -> list[tuple[Fact, Fact]]:
    cell, own, newest = each.cell, each.own, times.newest.get(each.place)
    # A site has thousands of cells, and few statements that replace one in another briefing.
    facts = (*cell.current, *cell.past) if succession.newer else ()
    told = [
        (fact, newer) for fact in facts for newer in succession.newer.get(fact.key, ()) if newer.briefing != briefing.id
    ]
    if told or own is None or newest is None or newest.briefing == briefing.id:
        return told
    is_later = _is_after(times.first_day(newest), times.last_day(own))
    is_known = is_later and any(newest in succession.before(fact) for fact in cell.current)
    return [(own, newest)] if is_later and not is_known else []


def _taken_back(briefing: Briefing, cell: Cell) -> list[Fact]:
    """What was retracted leaves the matrix and stays in the line."""
    return [
        fact
        for fact in briefing.of_kind(FactKind.POSITION)
        if fact.statement and fact.statement.retracted and fact.issue == cell.issue and cell.holder in fact.holders
    ]


def in_order(facts: Mapping[str, Fact], times: Times, succession: Succession) -> list[Fact]:
    """Facts by their keys in the order of their dates; but what replaces another stands behind it."""

    def when(fact: Fact) -> tuple[bool, Day]:
        said = times.dates.get(fact.key)
        return said.sort_key[:2] if said else (True, Day(0, 1, 1))

    found: dict[str, Fact] = {}
    for fact in sorted(facts.values(), key=when):
        older = (old for old in succession.before(fact)[::-1] if old.key in facts)
        found.update({each.key: each for each in (*older, fact) if each.key not in found})
    return list(found.values())


def _said(fact: Fact, briefing: Briefing, evidence: Evidence) -> EdtfDate:
    statement = fact.statement
    own = [statement.date, statement.since] if statement else []
    sources = [each.source.record.date for each in evidence.of(fact) if each.source]
    published = sorted((day for day in sources if day and day.latest), key=lambda day: day.sort_key)
    told = (each for each in (*own, *published[-1:]) if each is not None and (each.earliest or each.latest))
    return next(told, briefing.sheet.date)


def _is_newer(one: Day | None, other: Day | None) -> bool:
    """Whether one is later; what has no day is older than anything, so that the order of briefings does not matter."""
    return one is not None and (other is None or one > other)


def _is_after(one: Day | None, other: Day | None) -> bool:
    return one is not None and other is not None and one > other
