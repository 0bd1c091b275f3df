"""Position history: which positions are current on a day, and what they replaced."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from briefsmith.model.fact import Fact, FactKind
from briefsmith.model.statements import Position
from briefsmith.model.vocabulary import Status
from briefsmith.reading.corpus import Briefing
from briefsmith.values.edtf import EdtfDate


@dataclass(frozen=True)
class Cell:
    """What one holder, or several jointly, hold on one issue."""

    holder: str
    issue: str
    current: tuple[Fact, ...]
    """In file order; joint positions stand in the cell of each holder."""
    past: tuple[Fact, ...] = ()


@dataclass(frozen=True)
class Matrix:
    """Holders by issues, both in the order of the sheet; only those that have a cell."""

    holders: tuple[str, ...]
    issues: tuple[str, ...]
    cells: dict[tuple[str, str], Cell]

    def cell(self, holder: str, issue: str) -> Cell | None:
        """The cell, or None where there is no statement."""
        return self.cells.get((holder, issue))


def matrix_of(briefing: Briefing, replaced: frozenset[str], key_only: bool = False) -> Matrix:
    """The positions that are current on the briefing's date, but for those whose ids are `replaced`.

    A rumour is never in it, and what was retracted is not.
    """
    rows: dict[tuple[str, str], list[Fact]] = {}
    past: dict[tuple[str, str], list[Fact]] = {}
    for fact in briefing.of_kind(FactKind.POSITION):
        assert isinstance(fact.item, Position)
        if fact.item.status is Status.RUMOUR or fact.item.retracted or (key_only and not fact.item.key):
            continue
        shelf = past if fact.id in replaced or _is_over(fact.item.until, briefing.sheet.date) else rows
        for holder in fact.holders:
            shelf.setdefault((holder, fact.issue), []).append(fact)
    places = [*rows, *past]
    cells = {
        place: Cell(*place, tuple(rows.get(place, ())), tuple(past.get(place, ()))) for place in dict.fromkeys(places)
    }
    holders = _in_order([holder for holder, _ in places], briefing.actors)
    issues = _in_order([issue for _, issue in places], briefing.issues)
    return Matrix(holders, issues, cells)


def _is_over(until: EdtfDate | None, day: EdtfDate) -> bool:
    if until is None or until.latest is None or day.latest is None:
        return False
    return until.latest < day.latest


def _in_order(used: list[str], declared: Collection[str]) -> tuple[str, ...]:
    """The used ids in the order in which positions first name them; ids nobody declared stand last."""
    names = list(dict.fromkeys(used))
    return tuple([name for name in names if name in declared] + [name for name in names if name not in declared])
