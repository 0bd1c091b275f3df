"""Every quote of the corpus, traced to its place, and every sentence of every source, with what rests on it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from briefsmith.evidence.matching import Match, Miss, MissKind, locate
from briefsmith.findings.finding import Address
from briefsmith.model.evidence import Quote
from briefsmith.model.fact import Fact, quotes_at, quotes_of_term
from briefsmith.model.objects import Actor, Issue, SetAside, Term
from briefsmith.model.sheet import Registry
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


@dataclass(frozen=True, eq=False)
class Cited:
    """The citations of one sheet, or of the registry; the same object as long as nothing in them has changed."""

    citations: tuple[Citation, ...]

    @cached_property
    def by_subject(self) -> dict[str, tuple[Citation, ...]]:
        """The citations for each subject, in its order."""
        return _grouped(self.citations, lambda each: each.subject)

    @cached_property
    def by_source(self) -> dict[str, tuple[Citation, ...]]:
        """Those that were found, by the id of their source."""
        return _grouped(
            (each for each in self.citations if each.source and each.match),
            lambda each: each.source.id if each.source else "",
        )

    @cached_property
    def source_ids(self) -> tuple[str, ...]:
        """The sources that they name, those that exist."""
        return tuple(dict.fromkeys(each.source.id for each in self.citations if each.source))


@dataclass(frozen=True)
class Evidence:
    """The evidence of a corpus."""

    by_briefing: Mapping[str, Cited]
    """The citations of each sheet, and under the empty name those of the registry."""
    ledgers: Mapping[str, Ledger]

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """All of them, those of the registry last."""
        return tuple(each for found in self.by_briefing.values() for each in found.citations)

    @cached_property
    def by_subject(self) -> dict[str, tuple[Citation, ...]]:
        """The citations for each subject, in its order."""
        found: dict[str, tuple[Citation, ...]] = {}
        for part in self.by_briefing.values():
            for subject, citations in part.by_subject.items():
                found[subject] = (*found.get(subject, ()), *citations)
        return found

    def part(self, briefing: str, sources: Iterable[str]) -> Evidence:
        """The evidence of one sheet, or of the registry, and the ledgers of these sources."""
        return Evidence({briefing: self.by_briefing[briefing]}, {name: self.ledgers[name] for name in sources})

    def of(self, fact: Fact) -> tuple[Citation, ...]:
        """The citations of one fact, in its order."""
        there = self.by_briefing.get(fact.briefing)
        return there.by_subject.get(fact.key, ()) if there else ()


def trace(corpus: Corpus) -> Evidence:
    """Locate all quotes and account for all sentences."""
    memory, sources = corpus.memory, corpus.sources
    parts: dict[str, Cited] = {}
    for briefing in corpus.briefings.values():
        named = memory.of(_names_of_sources, briefing)
        parts[briefing.id] = memory.of(_in_briefing, briefing, tuple(map(sources.get, named)))
    parts[""] = memory.of(_in_registry, corpus.registry, tuple(corpus.registry_files.items()), tuple(sources.values()))
    by_source: dict[str, list[Citation]] = {}
    for part in parts.values():
        for name, found in part.by_source.items():
            by_source.setdefault(name, []).extend(found)
    ledgers = {name: memory.of(_ledger, source, tuple(by_source.get(name, ()))) for name, source in sources.items()}
    return Evidence(parts, ledgers)


def sentences_within(source: Source, start: int, end: int) -> tuple[Sentence, ...]:
    """The sentences of a source that a span of its text touches."""
    assert source.article is not None
    sentences = source.article.sentences
    first = bisect_right(sentences, start, key=lambda sentence: sentence.end)
    last = bisect_left(sentences, end, lo=first, key=lambda sentence: sentence.start)
    return sentences[first:last]


def _grouped(citations: Iterable[Citation], key: Callable[[Citation], str]) -> dict[str, tuple[Citation, ...]]:
    found: dict[str, list[Citation]] = {}
    for citation in citations:
        found.setdefault(key(citation), []).append(citation)
    return {name: tuple(group) for name, group in found.items()}


def _names_of_sources(briefing: Briefing) -> tuple[str, ...]:
    """The ids of the sources that its quotes name; a pure function of the briefing, whatever the sources are."""
    named = (quote.source or _only(briefing) for _, quote, _, _ in _quotes_in(briefing))
    return tuple(dict.fromkeys(named))


def _only(briefing: Briefing) -> str:
    """The source that is meant where a quote names none."""
    return briefing.source_ids[0] if len(briefing.source_ids) == 1 else ""


def _in_briefing(briefing: Briefing, named: tuple[Source | None, ...]) -> Cited:
    sources = {source.id: source for source in named if source}
    found = (
        _citation(sources.get(quote.source or _only(briefing)), quote, at, briefing.id, subject, fact)
        for subject, quote, at, fact in _quotes_in(briefing)
    )
    return Cited(tuple(found))


def _quotes_in(briefing: Briefing) -> Iterator[tuple[str, Quote, Address, Fact | None]]:
    """All quotes of a sheet: what each is for, where it stands, and the fact, if it backs one."""
    for fact in briefing.facts:
        yield from ((fact.key, quote, at, fact) for quote, at in fact.quotes)
    sheet = briefing.sheet
    for subject, quote, at in _on_shelves(sheet.actors, sheet.issues, {}, f"{briefing.id}#", briefing.at.file):
        yield subject, quote, at, None


def _in_registry(registry: Registry, files: tuple[tuple[str, str], ...], sources: tuple[Source, ...]) -> Cited:
    by_id, found = {source.id: source for source in sources}, []
    for name, file in files:
        one = {each: getattr(registry, each) if each == name else {} for each in ("actors", "issues", "terms")}
        for subject, quote, at in _on_shelves(one["actors"], one["issues"], one["terms"], "registry#", file):
            found.append(_citation(by_id.get(quote.source or ""), quote, at, "", subject))
    return Cited(tuple(found))


def _citation(
    source: Source | None, quote: Quote, at: Address, briefing: str, subject: str, fact: Fact | None = None
) -> Citation:
    """Locate one quote in its source."""
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


def _ledger(source: Source, citations: tuple[Citation, ...]) -> Ledger:
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
