"""Succession: which statement replaces which, within a sheet and across briefings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefsmith.model.fact import Fact
from briefsmith.model.fields import Ref, Target
from briefsmith.model.vocabulary import Status
from briefsmith.reading.corpus import Briefing, Corpus

_STATEMENT = Ref((Target.STATEMENT,))


@dataclass(frozen=True)
class Succession:
    """Who replaces whom, by the keys of facts."""

    older: Mapping[str, Fact] = field(default_factory=dict)
    """What a fact replaces."""
    newer: Mapping[str, tuple[Fact, ...]] = field(default_factory=dict)
    """What replaces a fact."""

    def before(self, fact: Fact) -> tuple[Fact, ...]:
        """What it replaces, step by step, the nearest first; a circle ends where it closes."""
        found: dict[str, Fact] = {}
        old = self.older.get(fact.key)
        while old is not None and old is not fact and old.key not in found:
            found[old.key] = old
            old = self.older.get(old.key)
        return tuple(found.values())

    def after(self, fact: Fact) -> tuple[Fact, ...]:
        """What replaces it, directly or step by step."""
        found: dict[str, Fact] = {}
        waiting = list(self.newer.get(fact.key, ()))
        while waiting:
            each = waiting.pop(0)
            if each.key not in found and each is not fact:
                found[each.key] = each
                waiting += self.newer.get(each.key, ())
        return tuple(found.values())


def statement_named(corpus: Corpus, briefing: Briefing, reference: str) -> Fact | None:
    """The statement to which a reference leads, in its own briefing or in another."""
    found = corpus.candidates(briefing, reference, _STATEMENT)
    return next((each.object for each in found if isinstance(each.object, Fact)), None)


def succession_of(corpus: Corpus) -> Succession:
    """All replacements of a corpus; what is retracted or a rumour replaces nothing."""
    older: dict[str, Fact] = {}
    newer: dict[str, tuple[Fact, ...]] = {}
    for briefing in corpus.briefings.values():
        for fact in briefing.linking_facts:
            statement = fact.statement
            if not statement or not statement.supersedes or statement.retracted or statement.status is Status.RUMOUR:
                continue
            old = statement_named(corpus, briefing, statement.supersedes)
            if old is not None and old is not fact:
                older[fact.key] = old
                newer[old.key] = (*newer.get(old.key, ()), fact)
    return Succession(older, newer)


def replaced_in(briefing: Briefing, corpus: Corpus, succession: Succession) -> frozenset[str]:
    """The ids of the facts of a briefing that are replaced on its own date: in its sheet, or by then in another."""
    return frozenset(
        fact.id
        for fact in briefing.facts
        if any(_is_there(briefing, corpus.briefings[newer.briefing]) for newer in succession.newer.get(fact.key, ()))
    )


def _is_there(briefing: Briefing, other: Briefing) -> bool:
    """Whether the other briefing stood before this one was made."""
    if other is briefing:
        return True
    here, there = briefing.sheet.date.latest, other.sheet.date.latest
    return here is not None and there is not None and there < here
