"""Every quote of the corpus, traced to its place, and every sentence of every source, with what rests on it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from briefsmith.evidence.matching import Match, Miss, MissKind, locate
from briefsmith.findings.finding import Address
from briefsmith.model.evidence import Quote
from briefsmith.model.fact import Fact, quotes_at, quotes_of_term
from briefsmith.model.objects import Actor, Issue, SetAside, Term
from briefsmith.model.vocabulary import SetAsideReason
from briefsmith.reading.corpus import Briefing, Corpus, Source
from briefsmith.text.sentences import Sentence
from briefsmith.text.yamltree import Path


@dataclass(frozen=True, slots=True)
class Citation:
    """A pointer from a fact or an actor to a quote in a source, and whether the words are there."""

    quote: Quote
    at: Address
    briefing: str
    """Empty for a quote in the registry."""
    fact: Fact | None
    """None where the quote names an actor or an issue."""
    subject: str
    """`briefing#fact`, `briefing#actor:id` or `registry#actor:id`: what the quote is for."""
    source: Source | None
    """None where no source is named or there is none of that name."""
    result: Match | Miss | None
    """None where there is no text to search."""
    sentences: tuple[Sentence, ...] = ()
    """The sentences that the quote touches, in order."""

    @property
    def match(self) -> Match | None:
        """Where it was found, if it was."""
        return self.result if isinstance(self.result, Match) else None


class SentenceState(Enum):
    """What became of a sentence."""

    USED = "used"
    SET_ASIDE = "set-aside"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Entry:
    """One sentence in the ledger of its source."""

    sentence: Sentence
    state: SentenceState
    citations: tuple[Citation, ...]
    set_aside: SetAside | None


@dataclass(frozen=True)
class Ledger:
    """The account of one source: what became of each of its sentences."""

    source: Source
    entries: tuple[Entry, ...]
    boilerplate: tuple[tuple[int, int], ...] = ()
    passages: tuple[tuple[Address, SetAside, Match | Miss], ...] = ()
    """The passages set aside, and whether their words are there."""

    def count(self, state: SentenceState) -> int:
        """How many sentences are in this state."""
        return sum(entry.state is state for entry in self.entries)

    @property
    def accounted(self) -> float:
        """Share of its sentences that are used or set aside, 0 to 1."""
        return 1 - self.count(SentenceState.UNREAD) / len(self.entries) if self.entries else 1.0


@dataclass(frozen=True)
class Evidence:
    """The evidence of a corpus."""

    citations: tuple[Citation, ...]
    by_subject: Mapping[str, tuple[Citation, ...]]
    ledgers: Mapping[str, Ledger]

    def of(self, fact: Fact) -> tuple[Citation, ...]:
        """The citations of one fact, in its order."""
        return self.by_subject.get(fact.key, ())


def trace(corpus: Corpus) -> Evidence:
    """Locate all quotes and account for all sentences."""
    briefings = (each for briefing in corpus.briefings.values() for each in _in_briefing(corpus, briefing))
    citations = (*briefings, *_in_registry(corpus))
    by_subject: dict[str, tuple[Citation, ...]] = {}
    by_source: dict[str, list[Citation]] = {}
    for citation in citations:
        by_subject[citation.subject] = (*by_subject.get(citation.subject, ()), citation)
        if citation.source and citation.match:
            by_source.setdefault(citation.source.id, []).append(citation)
    ledgers = {name: _ledger(source, by_source.get(name, [])) for name, source in corpus.sources.items()}
    return Evidence(citations, by_subject, ledgers)


def sentences_within(source: Source, start: int, end: int) -> tuple[Sentence, ...]:
    """The sentences of a source that a span of its text touches."""
    assert source.article is not None
    sentences = source.article.sentences
    first = bisect_right(sentences, start, key=lambda sentence: sentence.end)
    return tuple(_until(sentences[first:], end))


def _until(sentences: tuple[Sentence, ...], end: int) -> Iterator[Sentence]:
    for sentence in sentences:
        if sentence.start >= end:
            return
        yield sentence


def _in_briefing(corpus: Corpus, briefing: Briefing) -> Iterator[Citation]:
    only = briefing.source_ids[0] if len(briefing.source_ids) == 1 else ""
    for fact in briefing.facts:
        for quote, at in fact.quotes:
            yield _citation(corpus, quote, at, briefing.id, fact.key, only, fact)
    sheet = briefing.sheet
    for subject, quote, at in _on_shelves(sheet.actors, sheet.issues, {}, f"{briefing.id}#", briefing.at.file):
        yield _citation(corpus, quote, at, briefing.id, subject, only)


def _in_registry(corpus: Corpus) -> Iterator[Citation]:
    shelves, files = corpus.registry, corpus.registry_files
    for name in ("actors", "issues", "terms"):
        if name in files:
            one = {each: getattr(shelves, each) if each == name else {} for each in ("actors", "issues", "terms")}
            for subject, quote, at in _on_shelves(one["actors"], one["issues"], one["terms"], "registry#", files[name]):
                yield _citation(corpus, quote, at, "", subject, "")


def _citation(
    corpus: Corpus, quote: Quote, at: Address, briefing: str, subject: str, only: str, fact: Fact | None = None
) -> Citation:
    """Locate one quote; `only` is the source that it means where it names none."""
    source = corpus.sources.get(quote.source or only)
    article = source.article if source else None
    result = locate(quote, article.normal) if article else None
    touched = sentences_within(source, result.start, result.end) if source and isinstance(result, Match) else ()
    return Citation(quote, at, briefing, fact, subject, source, result, touched)


def _on_shelves(
    actors: Mapping[str, Actor], issues: Mapping[str, Issue], terms: Mapping[str, Term], prefix: str, file: str
) -> Iterator[tuple[str, Quote, Address]]:
    """The quotes of objects that are no facts: what each is for, and where it stands."""
    for name, actor in actors.items():
        at = Address(file, ("actors", name))
        for path, evidence in _evidence_of(actor):
            yield from ((f"{prefix}actor:{name}", *each) for each in quotes_at(evidence, at.at(*path)))
    for name, issue in issues.items():
        at = Address(file, ("issues", name))
        yield from ((f"{prefix}issue:{name}", *each) for each in quotes_at(issue.evidence, at))
    for name, term in terms.items():
        quotes = quotes_of_term(term, Address(file, ("terms", name)))
        yield from ((f"{prefix}term:{name}", *each) for each in quotes)


def _evidence_of(actor: Actor) -> Iterator[tuple[Path, tuple[Quote, ...]]]:
    yield (), actor.evidence
    if actor.post:
        yield ("post",), actor.post.evidence
    yield from ((("posts", index), post.evidence) for index, post in enumerate(actor.posts))


def _ledger(source: Source, citations: list[Citation]) -> Ledger:
    if source.article is None:
        return Ledger(source, ())
    normal = source.article.normal
    passages = tuple((at, one, locate(Quote(one.text), normal)) for at, one in source.set_aside)
    places = [(one, span) for _, one, found in passages for span in _places(found)]
    aside = {sentence.anchor: one for one, span in places for sentence in sentences_within(source, *span)}
    used: dict[str, list[Citation]] = {}
    for citation in citations:
        for sentence in citation.sentences:
            used.setdefault(sentence.anchor, []).append(citation)
    boilerplate = tuple(span for one, span in places if one.reason is SetAsideReason.BOILERPLATE)
    entries = tuple(
        _entry(sentence, used.get(sentence.anchor, []), aside.get(sentence.anchor))
        for sentence in source.article.sentences
    )
    return Ledger(source, entries, boilerplate, passages)


def _places(found: Match | Miss) -> tuple[tuple[int, int], ...]:
    """Where a passage stands; one that is set aside may stand more than once, as a notice at every picture does."""
    if isinstance(found, Match):
        return ((found.start, found.end),)
    return found.spans if found.kind is MissKind.TWICE else ()


def _entry(sentence: Sentence, citations: list[Citation], aside: SetAside | None) -> Entry:
    state = SentenceState.USED if citations else SentenceState.SET_ASIDE if aside else SentenceState.UNREAD
    return Entry(sentence, state, tuple(citations), aside)
