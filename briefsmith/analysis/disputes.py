"""Disputes: statements that cannot be true together, grouped, whichever side names the other, in whichever briefing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefsmith.analysis.succession import statement_named
from briefsmith.model.fact import Fact
from briefsmith.reading.corpus import Briefing, Corpus


@dataclass(frozen=True, slots=True)
class Dispute:
    """Facts linked by `contradicts`, directly or through each other: in file order, those of other briefings last."""

    facts: tuple[Fact, ...]


def opponents_of(corpus: Corpus) -> dict[str, frozenset[str]]:
    """The keys of the facts that cannot be true together with each, whichever of the two says so."""
    found: dict[str, set[str]] = {}
    for one, other in _contradictions(corpus):
        found.setdefault(one.key, set()).add(other.key)
        found.setdefault(other.key, set()).add(one.key)
    return {key: frozenset(others) for key, others in found.items()}


def disputes_of(corpus: Corpus) -> dict[str, tuple[Dispute, ...]]:
    """The disputes of each briefing; one between two briefings is a dispute of both."""
    opponents = opponents_of(corpus)
    by_key = {fact.key: fact for fact in corpus.facts if fact.key in opponents}
    groups = _groups(by_key, opponents)
    return {briefing.id: tuple(_disputes_in(briefing, groups, by_key)) for briefing in corpus.briefings.values()}


def _contradictions(corpus: Corpus) -> Iterator[tuple[Fact, Fact]]:
    for briefing in corpus.briefings.values():
        for fact in briefing.linking_facts:
            for name in fact.statement.contradicts if fact.statement else ():
                other = statement_named(corpus, briefing, name)
                if other is not None and other is not fact:
                    yield fact, other


def _groups(by_key: dict[str, Fact], opponents: dict[str, frozenset[str]]) -> dict[str, tuple[str, ...]]:
    """The keys of each group, by every key in it."""
    groups: dict[str, tuple[str, ...]] = {}
    for key in by_key:
        if key not in groups:
            reached = _reachable(key, opponents)
            group = tuple(each for each in by_key if each in reached)
            groups.update(dict.fromkeys(group, group))
    return groups


def _disputes_in(briefing: Briefing, groups: dict[str, tuple[str, ...]], by_key: dict[str, Fact]) -> Iterator[Dispute]:
    for group in dict.fromkeys(groups[fact.key] for fact in briefing.facts if fact.key in groups):
        facts = [by_key[key] for key in group]
        yield Dispute(tuple(sorted(facts, key=lambda fact: fact.briefing != briefing.id)))


def _reachable(start: str, neighbours: dict[str, frozenset[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += neighbours.get(name, ())
    return found
