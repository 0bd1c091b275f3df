"""A fact as readers see it, the same on every page: sentence, date in words, chain, status, evidence, relations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from markupsafe import Markup

from briefsmith.analysis.dossier import Dossier
from briefsmith.analysis.succession import statement_named
from briefsmith.evidence.chains import chain_of, count_origins, origins_of, speakers_of
from briefsmith.evidence.naming import is_from_context
from briefsmith.evidence.tracing import Citation
from briefsmith.model.fact import Fact
from briefsmith.model.reasoning import Reasoning
from briefsmith.model.statements import Position, Statement
from briefsmith.model.vocabulary import Status
from briefsmith.pages.addresses import Addresses
from briefsmith.pages.language.cldr import listed
from briefsmith.pages.language.labels import STATUSES, position_mark
from briefsmith.pages.language.naming import actor_name
from briefsmith.pages.language.words import Words
from briefsmith.pages.views.attribution import chain_words
from briefsmith.pages.views.chips import Chips
from briefsmith.pages.views.fact_view import DateView, FactLink, FactView
from briefsmith.pages.views.links import Links
from briefsmith.pages.views.quotes import QuoteView, quote_view
from briefsmith.reading.corpus import Briefing, Source
from briefsmith.values.edtf import EdtfDate


@dataclass(frozen=True)
class FactViews:
    """Makes the views of one briefing's facts, each once."""

    dossier: Dossier
    briefing: Briefing
    addresses: Addresses
    gettext: Words
    page_language: str = ""
    """The language of the pages that show them, where it is not the briefing's."""

    @property
    def language(self) -> str:
        """The language of the pages that show them."""
        return self.page_language or self.briefing.sheet.language

    @cached_property
    def all(self) -> dict[str, FactView]:
        """Every fact of the briefing by its id, in file order."""
        return {fact.id: self._of(fact) for fact in self.briefing.facts}

    @cached_property
    def _chips(self) -> Chips:
        return Chips(self.dossier, self.briefing, self.gettext)

    def of(self, *facts: Fact) -> list[FactView]:
        """The views of some facts."""
        return [self._of(fact) for fact in facts if fact.id in self._numbers]

    def of_kind(self, kind: str) -> list[FactView]:
        """The views of one kind."""
        return [self._of(fact) for fact in self.briefing.facts if fact.kind.value == kind]

    def name(self, actor: str) -> str:
        """What an actor is called; the id itself where nothing is known of it."""
        return actor_name(self.briefing, actor, self.language)

    @cached_property
    def links(self) -> Links:
        """The links of its pages."""
        return Links(self.dossier, self.addresses, self.gettext, self.language)

    def names(self, actors: Iterable[str]) -> list[str]:
        """What several actors are called."""
        return [self.name(actor) for actor in actors]

    def date(self, date: EdtfDate | None, note: str = "") -> DateView | None:
        """A date in the words of the page."""
        return self.links.date(date, note)

    def anywhere(self, fact: Fact) -> FactView:
        """The view of a fact of any briefing, such as the other side of a dispute."""
        return self._of(fact) if fact.briefing == self.briefing.id else self._there(fact)._view(fact, 0)

    def citations(self, fact: Fact) -> list[Citation]:
        """Where the quotes of a fact of any briefing were found."""
        return [each for each in self.dossier.evidence.of(fact) if each.match]

    def chain(self, fact: Fact, citation: Citation) -> Markup:
        """Who said a fact of any briefing through whom, by one of its citations."""
        assert citation.source
        there = self if fact.briefing == self.briefing.id else self._there(fact)
        chain = chain_of(fact, citation.source, there.briefing, citation.quote)
        return chain_words(chain, there.name, self._date_of(citation.source), self.gettext)

    def title_of(self, fact: Fact) -> str:
        """The title of a fact's briefing where it is another one, else nothing."""
        there = self.dossier.corpus.briefings[fact.briefing]
        return "" if there.id == self.briefing.id else there.sheet.title

    def link(self, fact: Fact) -> FactLink:
        """A short way to a fact."""
        return self.links.to(fact)

    def _there(self, fact: Fact) -> FactViews:
        """The views of another briefing's facts, in the language of these pages."""
        there = self.dossier.corpus.briefings[fact.briefing]
        return replace(self, briefing=there, page_language=self.language)

    @cached_property
    def _numbers(self) -> dict[str, int]:
        """The number of each fact on its page, by its id."""
        return {fact.id: number for number, fact in enumerate(self.briefing.facts, 1)}

    @cached_property
    def _made(self) -> dict[str, FactView]:
        # One view a fact, made when a page first asks for it: most pages show few of them.
        return {}

    def _of(self, fact: Fact) -> FactView:
        if fact.id not in self._made:
            self._made[fact.id] = self._view(fact, self._numbers[fact.id])
        return self._made[fact.id]

    def _view(self, fact: Fact, number: int) -> FactView:
        item = fact.item
        if isinstance(item, Statement):
            return self._statement(fact, item, number)
        return FactView(
            fact,
            fact.id,
            fact.key,
            fact.kind.value,
            fact.sentence,
            self.addresses.fact(fact),
            chips=self._chips.of(fact),
            quotes=self._quotes(fact),
            notes=self._notes(item.note, ""),
            formerly=item.formerly if isinstance(item, Reasoning) else (),
            language=self.links.foreign(fact.briefing),
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
            until=self.date(item.until or (self.dossier.replaced_on(fact) if isinstance(item, Position) else None)),
            chips=self._chips.of(fact),
            status=self.gettext(STATUSES[item.status or Status.REPORTED]),
            chains=self._chains(fact),
            articles=len(self._sources(fact)),
            origins=count_origins(origins_of(fact, self.dossier.evidence, self.briefing)),
            quotes=self._quotes(fact),
            notes=self._notes(item.note or "", item.desk_note or ""),
            holders=tuple(map(self.name, fact.holders)),
            issue=issue.title if issue else fact.issue,
            mark=position_mark(item, self._speaker(fact), self.gettext) if isinstance(item, Position) else None,
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
            fallen=self.links.fallen(fact),
            language=self.links.foreign(fact.briefing),
            formerly=item.formerly,
            order=number,
        )

    def _compatible(self, item: Statement) -> Iterator[tuple[FactLink, str]]:
        for name, reason in item.compatible_with.items():
            if other := statement_named(self.dossier.corpus, self.briefing, name):
                yield self.link(other), reason

    def _sources(self, fact: Fact) -> dict[str, Source]:
        """The sources of a fact by their ids."""
        return {each.source.id: each.source for each in self.dossier.evidence.of(fact) if each.source}

    def _speaker(self, fact: Fact) -> str:
        others = (name for name in speakers_of(fact) if name in self.briefing.actors and name not in fact.holders)
        names = dict.fromkeys(self.name(name).split()[-1] for name in others)
        return listed(names, self.gettext.language)

    def _place(self, place: str) -> str:
        term = self.briefing.terms.get(place)
        return term.term if term else self.name(place)

    def _opponents(self, fact: Fact) -> tuple[FactLink, ...]:
        """What contradicts it directly; others of the same dispute may agree with it."""
        opponents = self.dossier.opponents.get(fact.key, frozenset())
        if not opponents:
            return ()
        group = next(each for each in self.dossier.disputes[self.briefing.id] if fact in each.facts)
        return tuple(self.link(other) for other in group.facts if other.key in opponents)

    def _chains(self, fact: Fact) -> tuple[Markup, ...]:
        words = [self.chain(fact, each) for each in self.dossier.evidence.of(fact) if each.source]
        return tuple(dict.fromkeys(words))

    def _date_of(self, source: Source) -> str:
        view = self.date(source.record.date)
        return view.words if view and view.earliest else ""

    def _notes(self, note: str | None, desk_note: str) -> tuple[tuple[str, str], ...]:
        rows = ((self.gettext("Note"), note or ""), (self.gettext("The desk’s remark"), desk_note))
        return tuple((label, text) for label, text in rows if text)

    def _quotes(self, fact: Fact) -> tuple[QuoteView, ...]:
        return tuple(map(self.quote, self.citations(fact)))

    def quote(self, citation: Citation) -> QuoteView:
        """A citation that was found, with its sentence around it."""
        from_context = is_from_context(citation, self.briefing)
        chain = self._own_chain(citation)
        return quote_view(
            citation, self.addresses, self.gettext, self.language, speaker_from_context=from_context, chain=chain
        )

    def _own_chain(self, citation: Citation) -> Markup:
        """The chain of one quote of a statement whose quotes came in different ways."""
        fact = citation.fact
        if fact is None or fact.statement is None or len(self._chains(fact)) == 1:
            return Markup("")
        return self.chain(fact, citation)
