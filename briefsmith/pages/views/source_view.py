"""An annotated source as readers see it: sentence by sentence, beside each what rests on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from briefsmith.analysis.dossier import Dossier
from briefsmith.evidence.spans import quoted_spans
from briefsmith.evidence.tracing import Citation, Entry, Ledger, SentenceState
from briefsmith.model.fields import UNKNOWN
from briefsmith.model.vocabulary import TextShown
from briefsmith.pages.addresses import Addresses
from briefsmith.pages.language.dates import date_words
from briefsmith.pages.language.naming import actor_name
from briefsmith.pages.language.words import Words
from briefsmith.pages.views.fact_view import DateView, FactLink, actors_in
from briefsmith.pages.views.links import Links
from briefsmith.pages.views.quotes import source_title
from briefsmith.reading.corpus import Briefing, Source
from briefsmith.values.edtf import EdtfDate
from briefsmith.values.tags import direction


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a sentence, quoted or not."""

    text: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class SentenceView:
    """One sentence and what became of it."""

    anchor: str
    state: str
    runs: tuple[Run, ...]
    facts: tuple[FactLink, ...]
    names: tuple[FactLink, ...]
    """Actors and issues that it names."""
    reason: str = ""
    note: str = ""
    gap: int = 0
    """With excerpts: how many sentences before it are not shown."""
    begins_paragraph: bool = False


@dataclass(frozen=True)
class SourceView:
    """One source."""

    dossier: Dossier
    source: Source
    addresses: Addresses
    gettext: Words
    site_language: str

    @property
    def id(self) -> str:
        """Its id."""
        return self.source.id

    @property
    def url(self) -> str:
        """Its page."""
        return self.addresses.source(self.id)

    @property
    def title(self) -> str:
        """Its title, or the words for a missing one."""
        return source_title(self.source.record.title, self.gettext)

    @property
    def language(self) -> str:
        """The language of its text."""
        return self.source.language

    @property
    def direction(self) -> str:
        """Of that language: ltr or rtl."""
        return direction(self.language)

    @property
    def is_full(self) -> bool:
        """Whether the whole text is shown."""
        return self.source.shown is TextShown.FULL

    @cached_property
    def date(self) -> DateView | None:
        """Its date in words."""
        return self.links.date(self.source.record.date, self.source.record.date_note or "")

    @cached_property
    def links(self) -> Links:
        """The links to what rests on it."""
        return Links(self.dossier, self.addresses, self.gettext, self.site_language)

    def words(self, date: EdtfDate) -> str:
        """A date in the words of the site."""
        return date_words(date, self.site_language, self.gettext)

    @cached_property
    def via(self) -> tuple[str, ...]:
        """Whose report it passes on."""
        return tuple(self._name(actor) for actor in self.source.record.via)

    @cached_property
    def ledger(self) -> Ledger:
        """The account of its sentences."""
        return self.dossier.evidence.ledgers[self.id]

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many sentences are used, set aside and unread."""
        return {state.value: self.ledger.count(state) for state in SentenceState}

    @cached_property
    def briefings(self) -> tuple[Briefing, ...]:
        """The briefings that use it."""
        return self.dossier.corpus.users.get(self.id, ())

    @cached_property
    def fact_count(self) -> int:
        """How many facts rest on it."""
        return len({each.subject for entry in self.ledger.entries for each in entry.citations if each.fact})

    @cached_property
    def details(self) -> tuple[tuple[str, str], ...]:
        """Label and value of what is known about it; what is unknown is said to be."""
        record, _ = self.source.record, self.gettext
        rows = (
            (_("Publisher"), record.publisher),
            (_("Author"), ", ".join(record.author)),
            (_("Reported by"), ", ".join(self.via)),
            (_("Licence"), record.licence),
            (_("Permission"), record.permission),
            (_("Reliability"), record.reliability and f"{record.reliability.value} — {_(record.reliability.meaning)}"),
            (_("Article’s file"), record.file),
            (_("SHA-256"), self.dossier.corpus.snapshot.sha256(record.file) if record.file else ""),
        )
        return tuple((label, _("unknown") if value == UNKNOWN else value) for label, value in rows if value)

    @cached_property
    def sentences(self) -> tuple[SentenceView, ...]:
        """Its sentences; with excerpts only those that are quoted."""
        return tuple(self._sentences())

    def _sentences(self) -> Iterator[SentenceView]:
        hidden, paragraph = 0, -1
        for entry in self.ledger.entries:
            if not self.is_full and entry.state is not SentenceState.USED:
                hidden += 1
                continue
            yield self._sentence(entry, hidden, entry.sentence.paragraph != paragraph)
            hidden, paragraph = 0, entry.sentence.paragraph

    @property
    def hidden_at_end(self) -> int:
        """With excerpts: how many sentences follow the last one shown."""
        if self.is_full:
            return 0
        states = [entry.state is SentenceState.USED for entry in self.ledger.entries]
        return states[::-1].index(True) if True in states else len(states)

    def _sentence(self, entry: Entry, gap: int, begins: bool) -> SentenceView:
        facts = {each.fact.key: each.fact for each in entry.citations if each.fact}
        names = {each.subject: each for each in entry.citations if not each.fact}
        aside = entry.set_aside
        return SentenceView(
            entry.sentence.anchor,
            entry.state.value,
            tuple(self._runs(entry)),
            tuple(self.links.to(each) for each in facts.values()),
            tuple(link for each in names.values() if (link := self._named(each))),
            aside.reason.meaning if aside else "",
            (aside.note or "") if aside else "",
            gap,
            begins,
        )

    def _runs(self, entry: Entry) -> Iterator[Run]:
        """The sentence cut where quotes begin and end. Quotes overlap; what any of them holds is marked."""
        assert self.source.article is not None
        text, sentence = self.source.article.file.text, entry.sentence
        done = sentence.start
        for first, last in quoted_spans(entry.citations):
            start, end = max(first, sentence.start), min(last, sentence.end)
            if start > done:
                yield Run(text[done:start], False)
            if end > start:
                yield Run(text[start:end], True)
                done = end
        if done < sentence.end:
            yield Run(text[done : sentence.end], False)

    def _named(self, citation: Citation) -> FactLink | None:
        """The actor, issue or registered term that a quote names; what is registered is shown where it is used."""
        kind, _, name = citation.subject.partition("#")[2].partition(":")
        if kind == "term":
            term = self.dossier.corpus.registry.terms[name].term
            return FactLink(citation.subject, kind, term, f"{self.addresses.page('glossary')}#term:{name}")
        own = self.dossier.corpus.briefings.get(citation.briefing)
        briefing = next((each for each in ([own] if own else self.briefings) if _knows(each, kind, name)), None)
        if briefing is None:
            return None
        if kind == "actor":
            called = actor_name(briefing, name, self.site_language)
            return FactLink(citation.subject, kind, called, self.addresses.actor(briefing.id, name))
        url = f"{self.addresses.briefing(briefing.id, 'positions')}#issue:{name}"
        return FactLink(citation.subject, kind, briefing.issues[name].title, url, self.links.foreign(briefing.id))

    def _name(self, actor: str) -> str:
        known = (actor_name(each, actor, self.site_language) for each in self.briefings if actor in each.actors)
        return next(known, actor)


def _knows(briefing: Briefing, kind: str, name: str) -> bool:
    """Whether a page of the briefing shows the actor or the issue."""
    if kind == "issue":
        return name in {fact.issue for fact in briefing.facts}
    return name in briefing.sheet.actors or any(name in actors_in(fact) for fact in briefing.facts)
