"""The whole site as its index pages see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import quote

from briefsmith.analysis.changes.amendments import Log
from briefsmith.analysis.dossier import Dossier
from briefsmith.model.objects import Term
from briefsmith.pages.addresses import Addresses
from briefsmith.pages.language.dates import date_words, iso_attribute
from briefsmith.pages.language.foreign import words_for
from briefsmith.pages.language.words import Languages, Words
from briefsmith.pages.views.across import Across
from briefsmith.pages.views.briefing_view import BriefingView
from briefsmith.pages.views.fact_view import DateView
from briefsmith.pages.views.quotes import QuoteView, quote_view
from briefsmith.pages.views.source_view import SourceView
from briefsmith.pages.views.term_use import used_terms
from briefsmith.reading.corpus import Withheld
from briefsmith.values.edtf import EdtfDate, parse_date


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """A term in the glossary of the site; those that a sheet declares are shown where it shows them."""

    id: str
    term: Term
    url: str
    briefing: str
    """Title of the briefing that declares it; empty for a term of the registry."""
    briefing_id: str
    quotes: tuple[QuoteView, ...] = ()
    """Of a term of the registry."""
    users: tuple[BriefingView, ...] = ()
    """The briefings whose facts use it, by reference or by its words."""
    language: str = ""
    """Of its words, where it is another one than the site's."""


@dataclass(frozen=True)
class SiteView:
    """All briefings and sources, newest first."""

    dossier: Dossier
    addresses: Addresses
    languages: Languages = field(default_factory=Languages)
    is_draft: bool = False
    unread: tuple[Withheld, ...] = ()
    """Sheets of which a draft can show nothing, by their paths, with the reasons."""
    log: Log | None = None
    """What earlier editions changed."""
    site_url: str = ""
    """Where the site stands on the web; empty where that is not said."""

    @property
    def language(self) -> str:
        """The language of the site."""
        return self.dossier.corpus.settings.language

    def canonical(self, url: str) -> str:
        """An address of the site as the whole web knows it; empty where the site does not know its own."""
        return f"{self.site_url.rstrip('/')}/{quote(url, safe='/#:')}" if self.site_url else ""

    @cached_property
    def date_of_day(self) -> EdtfDate | None:
        """The site's day as a date."""
        return parse_date(self.dossier.day.isoformat()) if self.dossier.day else None

    @cached_property
    def as_of(self) -> DateView | None:
        """The same in words."""
        return self.date(self.date_of_day) if self.date_of_day else None

    def words(self, language: str) -> Words:
        """The interface of a page in some language."""
        return words_for(language, self.languages.words(language))

    @cached_property
    def gettext(self) -> Words:
        """The interface in the site's language."""
        return self.words(self.language)

    def date(self, date: EdtfDate) -> DateView:
        """A date in the words of the site."""
        first, last = date.earliest, date.latest
        words = date_words(date, self.language, self.gettext)
        return DateView(words, iso_attribute(date), first and first.iso(), last and last.iso())

    @cached_property
    def briefings(self) -> list[BriefingView]:
        """Its briefings, newest first."""
        views = [
            BriefingView(self.dossier, each, self.addresses, self.words(each.sheet.language), self.log)
            for each in self.dossier.corpus.briefings.values()
        ]
        return sorted(views, key=lambda view: view.briefing.sheet.date.sort_key, reverse=True)

    @cached_property
    def across(self) -> Across:
        """Actors, issues and events across its briefings."""
        newest_first = tuple(view.briefing for view in self.briefings)
        return Across(self.dossier, self.addresses, self.gettext, self.language, newest_first)

    @cached_property
    def sources(self) -> list[SourceView]:
        """Its sources that some briefing uses and that could be read."""
        views = [
            SourceView(self.dossier, each, self.addresses, self.gettext, self.language)
            for each in self.dossier.corpus.sources.values()
            if each.article
        ]
        return [view for view in views if view.briefings]

    @cached_property
    def glossary(self) -> list[GlossaryEntry]:
        """All terms by their words."""
        entries = [*self._registered_terms()]
        for view in self.briefings:
            entries += [
                GlossaryEntry(
                    name,
                    term,
                    self.addresses.term(view.briefing, name),
                    view.title,
                    view.id,
                    language=self._foreign(view.language),
                )
                for name, term in view.briefing.sheet.terms.items()
                if name in view.briefing.term_facts
            ]
        return sorted(entries, key=lambda entry: entry.term.term.casefold())

    @cached_property
    def _used_terms(self) -> dict[str, frozenset[str]]:
        return {view.id: used_terms(view.briefing) for view in self.briefings}

    def _foreign(self, language: str) -> str:
        return "" if language == self.language else language

    def _registered_terms(self) -> Iterator[GlossaryEntry]:
        for name, term in self.dossier.corpus.registry.terms.items():
            citations = self.dossier.evidence.by_subject.get(f"registry#term:{name}", ())
            users = tuple(view for view in self.briefings if name in self._used_terms[view.id])
            quotes = (quote_view(each, self.addresses, self.gettext, self.language) for each in citations if each.match)
            yield GlossaryEntry(name, term, self.addresses.shared_term(name), "", "", tuple(quotes), users)
