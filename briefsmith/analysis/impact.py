"""Correction impact: what rests on a source, so that it can be looked at again when the source changes."""

from __future__ import annotations

from dataclasses import dataclass

from briefsmith.analysis.places import page_of
from briefsmith.analysis.succession import statement_named
from briefsmith.evidence.tracing import Citation, Evidence
from briefsmith.model.fact import Fact
from briefsmith.model.reasoning import Advice, Assessment
from briefsmith.reading.corpus import Corpus, Source


@dataclass(frozen=True, slots=True)
class Affected:
    """Something that rests on a source."""

    fact: Fact
    page: str
    """Of its canonical place, such as `briefings/sella/timeline`."""
    cells: tuple[tuple[str, str], ...]
    """Of a position: holder and issue of the matrix cells in which it stands."""
    quotes: bool
    """Whether it quotes the source; else it rests on a fact that does."""


@dataclass(frozen=True, slots=True)
class Impact:
    """All that rests on one source."""

    affected: tuple[Affected, ...]
    """Facts that quote it, then judgements and advice that rest on those."""
    names: tuple[Citation, ...]
    """Quotes of it that name an actor, an issue or a shared term."""

    @property
    def pages(self) -> tuple[str, ...]:
        """The pages to look at."""
        return tuple(dict.fromkeys(each.page for each in self.affected))

    @property
    def cells(self) -> tuple[tuple[str, str, str], ...]:
        """The matrix cells to look at: briefing, holder, issue."""
        return tuple(dict.fromkeys((each.fact.briefing, *cell) for each in self.affected for cell in each.cells))


def impact_of(source: Source, corpus: Corpus, evidence: Evidence) -> Impact:
    """What rests on a source, directly or through the desk's reasoning."""
    citations = [each for each in evidence.citations if each.source is source]
    facts = {each.fact.key: each.fact for each in citations if each.fact}
    names = {each.subject: each for each in citations if each.fact is None}
    affected = [_affected(fact, quotes=True) for fact in facts.values()]
    affected += [_affected(fact, quotes=False) for fact in corpus.facts if _rests_on(fact, facts, corpus)]
    return Impact(tuple(affected), tuple(names.values()))


def _affected(fact: Fact, *, quotes: bool) -> Affected:
    return Affected(fact, page_of(fact), tuple((holder, fact.issue) for holder in fact.holders), quotes)


def _rests_on(fact: Fact, facts: dict[str, Fact], corpus: Corpus) -> bool:
    if not isinstance(fact.item, Assessment | Advice):
        return False
    briefing = corpus.briefings[fact.briefing]
    basis = (statement_named(corpus, briefing, name) for name in fact.item.basis)
    return any(each is not None and each.key in facts for each in basis)
