"""A fact as readers see it, the same on every page: sentence, date in words, chain, status, evidence, relations."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from briefsmith.analysis.dossier import Dossier
from briefsmith.evidence.chains import chain_of
from briefsmith.evidence.tracing import Citation
from briefsmith.model.fact import Fact
from briefsmith.model.objects import Term
from briefsmith.model.reasoning import Assessment, Reasoning
from briefsmith.model.statements import Event, Figure, Position, Statement
from briefsmith.model.vocabulary import Happening, Scope, Status, TermType
from briefsmith.pages.addresses import Addresses
from briefsmith.pages.attribution import chain_words
from briefsmith.pages.dates import date_words, iso_attribute
from briefsmith.pages.labels import HAPPENINGS, STATUSES, Gettext, Mark, position_mark
from briefsmith.pages.quotes import QuoteView, quote_view
from briefsmith.reading.corpus import Briefing, Source
from briefsmith.values.edtf import EdtfDate


@dataclass(frozen=True, slots=True)
class DateView:
    """A date in words, with the days it may mean."""

    words: str
    datetime: str | None
    """For `<time>`; None where it is no exact day."""
    earliest: str | None
    latest: str | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Chip:
    """A word that qualifies a fact, such as its status; `meaning` explains it."""

    word: str
    style: str
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class FactLink:
    """A short way to another fact."""

    key: str
    kind: str
    sentence: str
    url: str


@dataclass(frozen=True)
class FactView:
    """One fact, ready for a template."""

    fact: Fact
    id: str
    key: str
    kind: str
    sentence: str
    url: str
    date: DateView | None = None
    since: DateView | None = None
    until: DateView | None = None
    chips: tuple[Chip, ...] = ()
    status: str = ""
    """Its status in a word; empty for what no source states."""
    chains: tuple[str, ...] = ()
    quotes: tuple[QuoteView, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    """Label and text."""
    holders: tuple[str, ...] = ()
    issue: str = ""
    mark: Mark | None = None
    only_if: str = ""
    denied_by: str = ""
    said_where: str = ""
    """The forum and the audience."""
    retracted: str = ""
    places: tuple[str, ...] = ()
    disputed_by: tuple[FactLink, ...] = ()
    supersedes: FactLink | None = None
    superseded: bool = False
    formerly: tuple[str, ...] = ()
    order: int = field(default=0)
    """Its number on the page, for the evidence mark."""

    @property
    def item(self) -> object:
        """The typed object behind it, for what only one kind has."""
        return self.fact.item


@dataclass(frozen=True)
class FactViews:
    """Makes the views of one briefing's facts, each once."""

    dossier: Dossier
    briefing: Briefing
    addresses: Addresses
    gettext: Gettext

    @cached_property
    def all(self) -> dict[str, FactView]:
        """Every fact of the briefing by its id, in file order."""
        return {fact.id: self._view(fact, number) for number, fact in enumerate(self.briefing.facts, 1)}

    def of(self, *facts: Fact) -> list[FactView]:
        """The views of some facts."""
        return [self.all[fact.id] for fact in facts if fact.id in self.all]

    def of_kind(self, kind: str) -> list[FactView]:
        """The views of one kind."""
        return [view for view in self.all.values() if view.kind == kind]

    def name(self, actor: str) -> str:
        """What an actor is called; the id itself where nothing is known of it."""
        known = self.briefing.actors.get(actor)
        return known.name if known else actor

    def date(self, date: EdtfDate | None, note: str = "") -> DateView | None:
        """A date in the words of the briefing's language."""
        if date is None:
            return None
        words = date_words(date, self.briefing.sheet.language, self.gettext)
        first, last = date.earliest, date.latest
        return DateView(words, iso_attribute(date), first and first.iso(), last and last.iso(), note)

    def link(self, fact: Fact) -> FactLink:
        """A short way to a fact."""
        return FactLink(fact.key, fact.kind.value, own_words(fact), self.addresses.fact(fact))

    def _view(self, fact: Fact, number: int) -> FactView:
        item = fact.item
        if isinstance(item, Statement):
            return self._statement(fact, item, number)
        chips: tuple[Chip, ...] = ()
        if isinstance(item, Term) and item.type is TermType.LOADED:
            chips = (Chip(self.gettext("loaded wording"), "loaded", item.type.meaning),)
        if isinstance(item, Assessment) and self._needs_second_look(item):
            meaning = self.gettext("Something it rests on was replaced, retracted or withdrawn.")
            chips = (Chip(self.gettext("look again"), "ambiguous", meaning),)
        return FactView(
            fact,
            fact.id,
            fact.key,
            fact.kind.value,
            fact.sentence,
            self.addresses.fact(fact),
            chips=chips,
            quotes=self._quotes(fact),
            notes=self._notes(item.note, ""),
            formerly=item.formerly if isinstance(item, Reasoning) else (),
            order=number,
        )

    def _statement(self, fact: Fact, item: Statement, number: int) -> FactView:
        replaced = self.briefing.by_id.get(item.supersedes) if item.supersedes else None
        issue = self.briefing.issues.get(fact.issue)
        return FactView(
            fact,
            fact.id,
            fact.key,
            fact.kind.value,
            fact.sentence,
            self.addresses.fact(fact),
            date=self.date(item.date, item.date_note or ""),
            since=self.date(item.since),
            until=self.date(item.until or (self._replaced_on(fact) if isinstance(item, Position) else None)),
            chips=self._chips(fact, item),
            status=self.gettext(STATUSES[item.status or Status.REPORTED]),
            chains=self._chains(fact),
            quotes=self._quotes(fact),
            notes=self._notes(item.note or "", item.desk_note or ""),
            holders=tuple(map(self.name, fact.holders)),
            issue=issue.title if issue else fact.issue,
            mark=position_mark(item, self._speaker(item), self.gettext) if isinstance(item, Position) else None,
            only_if=item.only_if or "",
            denied_by=self.name(item.denied_by) if item.denied_by else "",
            said_where=", ".join(part for part in (item.forum, item.audience) if part),
            retracted=item.retracted or "",
            places=tuple(map(self._place, item.places)),
            disputed_by=self._opponents(fact),
            supersedes=self.link(replaced) if replaced else None,
            superseded=fact.id in self.dossier.superseded[self.briefing.id],
            formerly=item.formerly,
            order=number,
        )

    def _needs_second_look(self, judgement: Assessment) -> bool:
        """Whether what a judgement rests on has been replaced, retracted, or lost its source since."""
        basis = [self.briefing.by_id[name] for name in judgement.basis if name in self.briefing.by_id]
        sources = [each.source.record for fact in basis for each in self.dossier.evidence.of(fact) if each.source]
        return (
            any(fact.id in self.dossier.superseded[self.briefing.id] for fact in basis)
            or any(fact.statement and fact.statement.retracted for fact in basis)
            or any(record.withdrawn for record in sources)
        )

    def _replaced_on(self, fact: Fact) -> EdtfDate | None:
        """A position holds until the one that supersedes it begins."""
        newer = self._successors.get(fact.id)
        return (newer.since or newer.date) if newer else None

    @cached_property
    def _successors(self) -> dict[str, Statement]:
        """The statement that supersedes each, by the id of the superseded one."""
        found = {}
        for fact in self.briefing.facts:
            if fact.statement and (older := self.briefing.by_id.get(fact.statement.supersedes or "")):
                found[older.id] = fact.statement
        return found

    def _speaker(self, item: Statement) -> str:
        return self.name(item.by).split()[-1] if item.by and item.by in self.briefing.actors else ""

    def _place(self, place: str) -> str:
        term = self.briefing.terms.get(place)
        return term.term if term else self.name(place)

    def _chips(self, fact: Fact, item: Statement) -> tuple[Chip, ...]:
        chips = []
        if item.status and item.status is not Status.REPORTED:
            chips.append(Chip(self.gettext(STATUSES[item.status]), item.status.value, item.status.meaning))
        if isinstance(item, Event) and item.happening and item.happening is not Happening.HELD:
            word = self.gettext(HAPPENINGS[item.happening])
            chips.append(Chip(word, item.happening.value, item.happening.meaning))
        if isinstance(item, Figure) and item.scope is Scope.AMBIGUOUS:
            chips.append(Chip(self.gettext("each or together?"), "ambiguous", item.scope.meaning))
        if self._opponents(fact):
            meaning = self.gettext("Another statement contradicts it.")
            chips.append(Chip(self.gettext("contested"), "contested", meaning))
        if item.retracted:
            chips.append(Chip(self.gettext("retracted"), "retracted", item.retracted))
        return tuple(chips)

    def _opponents(self, fact: Fact) -> tuple[FactLink, ...]:
        for dispute in self.dossier.disputes[self.briefing.id]:
            if fact in dispute.facts:
                return tuple(self.link(other) for other in dispute.facts if other is not fact)
        return ()

    def _chains(self, fact: Fact) -> tuple[str, ...]:
        sources = {each.source.id: each.source for each in self.dossier.evidence.of(fact) if each.source}
        words = [
            chain_words(chain_of(fact, source, self.briefing), self.name, self._date_of(source), self.gettext)
            for source in sources.values()
        ]
        return tuple(dict.fromkeys(words))

    def _date_of(self, source: Source) -> str:
        view = self.date(source.record.date)
        return view.words if view and view.earliest else ""

    def _notes(self, note: str | None, desk_note: str) -> tuple[tuple[str, str], ...]:
        rows = ((self.gettext("Note"), note or ""), (self.gettext("The desk’s remark"), desk_note))
        return tuple((label, text) for label, text in rows if text)

    def _quotes(self, fact: Fact) -> tuple[QuoteView, ...]:
        return tuple(map(self.quote, (each for each in self.dossier.evidence.of(fact) if each.match)))

    def quote(self, citation: Citation) -> QuoteView:
        """A citation that was found, with its sentence around it."""
        return quote_view(citation, self.addresses, self.gettext)


def own_words(fact: Fact) -> str:
    """A fact's sentence where it stands among ours; loaded wording, which is not ours, in quotation marks."""
    is_loaded = isinstance(fact.item, Term) and fact.item.type is TermType.LOADED
    return f"“{fact.sentence}”" if is_loaded else fact.sentence


def actors_in(fact: Fact) -> tuple[str, ...]:
    """The actors that a fact names in its fields."""
    named = list(fact.holders)
    if isinstance(fact.item, Statement):
        named += [*fact.item.via, *([fact.item.by] if fact.item.by else [])]
    if isinstance(fact.item, Event):
        named += [*fact.item.actors, *([fact.item.decider] if fact.item.decider else [])]
    return tuple(named)
