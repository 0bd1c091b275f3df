"""Correction impact: what rests on a source, so that it can be looked at again when the source changes."""

from __future__ import annotations

from dataclasses import dataclass

from briefsmith.analysis.places import page_of
from briefsmith.analysis.prose import Mention, mentions_in
from briefsmith.analysis.succession import statement_named
from briefsmith.evidence.tracing import Citation, Evidence
from briefsmith.model.fact import Fact
from briefsmith.model.reasoning import Advice, Assessment, Question
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
    """Facts that quote it, then judgements, advice and answered questions that rest on those."""
    names: tuple[Citation, ...]
    """Quotes of it that name an actor, an issue or a shared term."""
    mentions: tuple[Mention, ...] = ()
    """References from running text to those facts, in their own briefing or in another."""

    @property
    def pages(self) -> tuple[str, ...]:
        """The pages to look at: where the facts stand, then where running text refers to them."""
        facts = (each.page for each in self.affected)
        return tuple(dict.fromkeys([*facts, *(f"briefings/{each.briefing}" for each in self.mentions)]))

    @property
    def cells(self) -> tuple[tuple[str, str, str], ...]:
        """The matrix cells to look at: briefing, holder, issue."""
        return tuple(dict.fromkeys((each.fact.briefing, *cell) for each in self.affected for cell in each.cells))


def impact_of(source: Source, corpus: Corpus, evidence: Evidence) -> Impact:
    """What rests on a source, directly, through the desk's reasoning, or through what its running text refers to."""
    citations = [each for each in evidence.citations if each.source is source]
    quoting = {each.fact.key: each.fact for each in citations if each.fact}
    names = {each.subject: each for each in citations if each.fact is None}
    mentions = [each for briefing in corpus.briefings.values() for each in mentions_in(briefing, corpus)]
    resting = _resting_on(quoting, _reasons(corpus, mentions))
    affected = [_affected(fact, quotes=True) for fact in quoting.values()]
    affected += [_affected(fact, quotes=False) for fact in corpus.facts if fact.key in resting]
    found = {*quoting, *resting}
    return Impact(tuple(affected), tuple(names.values()), tuple(each for each in mentions if each.fact.key in found))


def _affected(fact: Fact, *, quotes: bool) -> Affected:
    return Affected(fact, page_of(fact), tuple((holder, fact.issue) for holder in fact.holders), quotes)


def _reasons(corpus: Corpus, mentions: list[Mention]) -> dict[str, set[str]]:
    """The keys of the facts on which each piece of the desk's reasoning rests, by its key."""
    found: dict[str, set[str]] = {}
    for fact in corpus.facts:
        if isinstance(fact.item, Assessment | Advice | Question):
            briefing = corpus.briefings[fact.briefing]
            basis = (statement_named(corpus, briefing, name) for name in _basis(fact.item))
            linked = (each.fact for each in mentions if _is_within(each, fact))
            found[fact.key] = {each.key for each in (*basis, *linked) if each is not None}
    return found


def _basis(item: Assessment | Advice | Question) -> tuple[str, ...]:
    if isinstance(item, Question):
        return (item.answer,) if item.answer else ()
    return item.basis


def _is_within(mention: Mention, fact: Fact) -> bool:
    return mention.at.file == fact.at.file and mention.at.path[: len(fact.at.path)] == fact.at.path


def _resting_on(quoting: dict[str, Fact], reasons: dict[str, set[str]]) -> set[str]:
    """The keys of what rests on the facts that quote, step by step."""
    found: set[str] = set()
    while True:
        new = {key for key, on in reasons.items() if key not in found and not on.isdisjoint({*quoting, *found})}
        if not new:
            return found - quoting.keys()
        found |= new
