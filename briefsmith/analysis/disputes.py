"""Disputes: statements that cannot be true together, grouped, whichever side names the other."""

from __future__ import annotations

from dataclasses import dataclass

from briefsmith.model.fact import Fact
from briefsmith.reading.corpus import Briefing


@dataclass(frozen=True, slots=True)
class Dispute:
    """Facts linked by `contradicts`, directly or through each other, in file order."""

    facts: tuple[Fact, ...]

    @property
    def anchor(self) -> str:
        """Its name on the page: the first fact's."""
        return f"dispute-{self.facts[0].id}"


def disputes_in(briefing: Briefing) -> tuple[Dispute, ...]:
    """The disputes of a briefing."""
    opponents: dict[str, set[str]] = {}
    for fact in briefing.facts:
        statement = fact.statement
        for name in statement.contradicts if statement else ():
            other = briefing.by_id.get(_local(name, briefing))
            if other is not None and other is not fact:
                opponents.setdefault(fact.id, set()).add(other.id)
                opponents.setdefault(other.id, set()).add(fact.id)
    seen: set[str] = set()
    found = []
    for fact in briefing.facts:
        if fact.id in opponents and fact.id not in seen:
            group = _reachable(fact.id, opponents)
            seen |= group
            found.append(Dispute(tuple(each for each in briefing.facts if each.id in group)))
    return tuple(found)


def _local(reference: str, briefing: Briefing) -> str:
    """The id in a reference, which may name its kind or, needlessly, its own briefing."""
    return reference.removeprefix(f"{briefing.id}#").removeprefix("statement:")


def _reachable(start: str, neighbours: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += neighbours.get(name, ())
    return found
