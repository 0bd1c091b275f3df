"""A fact as readers see it, the same on every page: sentence, date in words, chain, status, evidence, relations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

from briefsmith.analysis.dossier import Dossier
from briefsmith.analysis.succession import statement_named
from briefsmith.evidence.chains import chain_of, count_origins, origins_of
from briefsmith.evidence.naming import names_speaker
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
    articles: int = 0
    """How many articles it rests on."""
    origins: int = 0
    """Where their chains begin; people whom a source does not name are no origin."""
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
    compatible: tuple[tuple[FactLink, str], ...] = ()
    """What seems to contradict it, each with the reason why both can be true."""
    supersedes: FactLink | None = None
    replaced_by: tuple[FactLink, ...] = ()
    """What replaces it, in whichever briefing."""
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

    def anywhere(self, fact: Fact) -> FactView:
        """The view of a fact of any briefing, such as the other side of a dispute."""
        if fact.briefing == self.briefing.id:
            return self.all[fact.id]
        there = self.dossier.corpus.briefings[fact.briefing]
        return replace(self, briefing=there)._view(fact, 0)

    def title_of(self, fact: Fact) -> str:
        """The title of a fact's briefing where it is another one, else nothing."""
        there = self.dossier.corpus.briefings[fact.briefing]
        return "" if there.id == self.briefing.id else there.sheet.title

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
            chips=(*chips, *self._source_chips(fact)),
            quotes=self._quotes(fact),
            notes=self._notes(item.note, ""),
            formerly=item.formerly if isinstance(item, Reasoning) else (),
            order=number,
        )

    def _statement(self, fact: Fact, item: Statement, number: int) -> FactView:
        replaced = self.dossier.succession.older.get(fact.key)
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
            articles=len(self._sources(fact)),
            origins=count_origins(origins_of(fact, self.dossier.evidence, self.briefing)),
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
            compatible=tuple(self._compatible(item)),
            supersedes=self.link(replaced) if replaced else None,
            replaced_by=tuple(map(self.link, self.dossier.succession.newer.get(fact.key, ()))),
            superseded=fact.id in self.dossier.superseded[self.briefing.id],
            formerly=item.formerly,
            order=number,
        )

    def _needs_second_look(self, judgement: Assessment) -> bool:
        """Whether what a judgement rests on has been replaced, retracted, or lost its source since."""
        named = (statement_named(self.dossier.corpus, self.briefing, name) for name in judgement.basis)
        basis = [fact for fact in named if fact]
        sources = [each.source.record for fact in basis for each in self.dossier.evidence.of(fact) if each.source]
        return (
            any(self._was_replaced_after(fact, judgement.date) for fact in basis)
            or any(fact.statement and fact.statement.retracted for fact in basis)
            or any(record.withdrawn for record in sources)
        )

    def _was_replaced_after(self, fact: Fact, day: EdtfDate | None) -> bool:
        """Whether something has replaced it since the day of a judgement; without a day, ever."""
        newer = self.dossier.succession.newer.get(fact.key, ())
        dates = [each.statement.date for each in newer if each.statement]
        if day is None or day.latest is None:
            return bool(newer)
        return any(date is None or date.latest is None or date.latest > day.latest for date in dates)

    def _replaced_on(self, fact: Fact) -> EdtfDate | None:
        """A position holds until the one that supersedes it begins."""
        newer = self.dossier.succession.newer.get(fact.key)
        last = newer[-1].statement if newer else None
        return (last.since or last.date) if last else None

    def _compatible(self, item: Statement) -> Iterator[tuple[FactLink, str]]:
        for name, reason in item.compatible_with.items():
            if other := statement_named(self.dossier.corpus, self.briefing, name):
                yield self.link(other), reason

    def _sources(self, fact: Fact) -> dict[str, Source]:
        """The sources of a fact by their ids."""
        return {each.source.id: each.source for each in self.dossier.evidence.of(fact) if each.source}

    def _source_chips(self, fact: Fact) -> tuple[Chip, ...]:
        gone = [source.record.withdrawn.reason for source in self._sources(fact).values() if source.record.withdrawn]
        return (Chip(self.gettext("source withdrawn"), "withdrawn", gone[0]),) if gone else ()

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
        return (*chips, *self._source_chips(fact))

    def _opponents(self, fact: Fact) -> tuple[FactLink, ...]:
        """What contradicts it directly; others of the same dispute may agree with it."""
        opponents = self.dossier.opponents.get(fact.key, frozenset())
        if not opponents:
            return ()
        group = next(each for each in self.dossier.disputes[self.briefing.id] if fact in each.facts)
        return tuple(self.link(other) for other in group.facts if other.key in opponents)

    def _chains(self, fact: Fact) -> tuple[str, ...]:
        words = [
            chain_words(chain_of(fact, source, self.briefing), self.name, self._date_of(source), self.gettext)
            for source in self._sources(fact).values()
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
        speakers = _speakers(citation.fact)
        from_context = bool(speakers) and not names_speaker(citation, speakers, self.briefing)
        return quote_view(citation, self.addresses, self.gettext, speaker_from_context=from_context)


def _speakers(fact: Fact | None) -> tuple[str, ...]:
    """The actors who are said to speak; none where the outlet does, or nobody is named."""
    by = fact.statement.by if fact and fact.statement else None
    if fact is None or by is None or by == "outlet":
        return ()
    return fact.holders if by == "self" else (by, *fact.holders)


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
