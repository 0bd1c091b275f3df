"""What can change: facts, the sources, actors and issues that they use, and the head of a sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefsmith.model.base import Part
from briefsmith.model.fact import Fact
from briefsmith.model.objects import Term
from briefsmith.reading.versions import SheetVersion, Version

HEAD = "briefing"
"""The kind of a sheet's head: title, bottom line, summary, state."""
REGISTRY = ""
"""Stands for the briefing of what the registry declares."""


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """One thing in one version."""

    kind: str
    """A kind of fact, `source`, `actor`, `issue` or `briefing`."""
    briefing: str
    """The id of its sheet; empty for the registry."""
    id: str
    words: str
    """What it says or is called."""
    item: Part
    is_named: bool = True
    """Whether its id was written by an editor and not made from its words."""
    holders: tuple[str, ...] = ()
    issue: str = ""
    fact: Fact | None = None

    @property
    def key(self) -> tuple[str, str]:
        """Unique within a version of a sheet."""
        return ("fact" if self.fact else self.kind, self.id)

    @property
    def place(self) -> tuple[str, str]:
        """Its briefing and id."""
        return self.briefing, self.id

    @property
    def formerly(self) -> tuple[str, ...]:
        """Its earlier ids."""
        return getattr(self.item, "formerly", ())


def subjects_of(version: Version, briefing: str, sheet: SheetVersion) -> list[Subject]:
    """Everything in one sheet that can change."""
    head = Subject(HEAD, briefing, briefing, sheet.sheet.title, sheet.sheet)
    return [head, *map(_fact, sheet.facts), *sources_of(version, briefing), *_declared(briefing, sheet)]


def sources_of(version: Version, briefing: str) -> list[Subject]:
    """The sources of one sheet, of which the registry and sidecars may say something new when the sheet does not."""
    sources = version.sources(briefing)
    return [Subject("source", briefing, name, record.title or name, record) for name, record in sources.items()]


def shared_subjects(version: Version) -> list[Subject]:
    """Everything in the registry that can change, but for sources: those change where a briefing uses them."""
    registry = version.registry
    actors = [Subject("actor", REGISTRY, name, actor.name, actor) for name, actor in registry.actors.items()]
    issues = [Subject("issue", REGISTRY, name, issue.title, issue) for name, issue in registry.issues.items()]
    terms = [Subject("term", REGISTRY, name, term.term, term) for name, term in registry.terms.items()]
    return [*actors, *issues, *terms]


def _fact(fact: Fact) -> Subject:
    is_named = isinstance(fact.item, Term) or fact.item.id is not None
    words = fact.kind.value, fact.briefing, fact.id, fact.sentence
    return Subject(*words, fact.item, is_named, fact.holders, fact.issue, fact)


def _declared(briefing: str, sheet: SheetVersion) -> Iterator[Subject]:
    for name, actor in sheet.sheet.actors.items():
        yield Subject("actor", briefing, name, actor.name, actor)
    for name, issue in sheet.sheet.issues.items():
        yield Subject("issue", briefing, name, issue.title, issue)
