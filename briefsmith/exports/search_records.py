"""One record a fact, as the search page shows it, with the words and the values by which it is found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from briefsmith.analysis.dossier import Dossier
from briefsmith.evidence.tracing import Citation
from briefsmith.model.fact import Fact
from briefsmith.pages.views.attribution import in_plain_text
from briefsmith.pages.views.briefing_view import BriefingView
from briefsmith.pages.views.fact_view import FactView, actors_in
from briefsmith.pages.views.quotes import QuoteView, source_title
from briefsmith.pages.views.site_view import SiteView
from briefsmith.reading.corpus import Briefing
from briefsmith.values.edtf import EdtfDate


class Facet(Enum):
    """What a reader may narrow a search by; dates are a matter of their own."""

    BRIEFING = "briefing"
    KIND = "kind"
    ACTOR = "actor"
    ISSUE = "issue"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """One fact."""

    view: FactView
    briefing: BriefingView
    day: int | None
    """The first day that its date can mean, else its sources', else its briefing's, as an ordinal."""
    facets: tuple[tuple[Facet, str, str], ...]
    """Facet, value and what the value is called."""
    statement: str
    """What it says, whose it is and on which issue: words found here weigh more."""
    around: str
    """Its chain, quotes, translations, notes and other names."""

    @property
    def shown(self) -> list[object]:
        """What the page shows, in the order in which `search.js` takes it apart."""
        view, date = self.view, self.view.date
        return [
            view.url,
            view.key,
            view.kind,
            view.sentence,
            self.briefing.language,
            self.briefing.title,
            self.briefing.url,
            " · ".join(part for part in (", ".join(view.holders), view.issue) if part),
            [date.words, date.datetime or ""] if date else [],
            [chip.word for chip in view.chips],
            [in_plain_text(chain) for chain in view.chains],
            [_quote(quote) for quote in view.quotes],
        ]


def search_records(site: SiteView) -> list[SearchRecord]:
    """The records of all facts that the site publishes, newest first and always in the same order."""
    records = [
        _record(view, briefing, site.dossier) for briefing in site.briefings for view in briefing.facts.all.values()
    ]
    return sorted(records, key=lambda record: (record.day is None, -(record.day or 0), record.view.key))


def _record(view: FactView, briefing: BriefingView, dossier: Dossier) -> SearchRecord:
    fact, citations = view.fact, dossier.evidence.of(view.fact)
    return SearchRecord(
        view,
        briefing,
        _day(fact, citations, briefing.briefing),
        tuple(_facets(fact, citations, briefing)),
        " ".join((view.sentence, *view.holders, view.issue)),
        " ".join(_around(view, briefing.briefing)),
    )


def _day(fact: Fact, citations: tuple[Citation, ...], briefing: Briefing) -> int | None:
    own = (fact.statement.date, fact.statement.since) if fact.statement else ()
    sources = sorted(_dates_of(citations), key=lambda date: date.sort_key)
    days = (date.earliest or date.latest for date in (*own, *sources, briefing.sheet.date) if date)
    return next((day.to_ordinal() for day in days if day), None)


def _dates_of(citations: tuple[Citation, ...]) -> Iterator[EdtfDate]:
    for citation in citations:
        if citation.source and citation.source.record.date:
            yield citation.source.record.date


def _facets(fact: Fact, citations: tuple[Citation, ...], briefing: BriefingView) -> Iterator[tuple[Facet, str, str]]:
    yield Facet.BRIEFING, briefing.id, briefing.title
    yield Facet.KIND, fact.kind.value, fact.kind.value
    for actor in dict.fromkeys(actors_in(fact)):
        if actor in briefing.briefing.actors:
            yield Facet.ACTOR, actor, briefing.briefing.actors[actor].name
    if issue := briefing.briefing.issues.get(fact.issue):
        yield Facet.ISSUE, fact.issue, issue.title
    for source in {each.source.id: each.source for each in citations if each.source}.values():
        yield Facet.SOURCE, source.id, f"{source_title(source.record.title, briefing.gettext)} ({source.id})"


def _around(view: FactView, briefing: Briefing) -> Iterator[str]:
    yield from (chain.striptags() for chain in view.chains)
    yield from (view.only_if, view.denied_by, view.said_where, *view.places)
    yield from (text for _, text in view.notes)
    yield from (chip.word for chip in view.chips)
    for quote in view.quotes:
        yield from (quote.text, quote.translation)
    for name in actors_in(view.fact):
        if actor := briefing.actors.get(name):
            yield from (actor.name, *actor.other_names, *actor.names.values())
    if issue := briefing.issues.get(view.fact.issue):
        yield from issue.other_names


def _quote(quote: QuoteView) -> list[object]:
    return [
        quote.text,
        quote.language,
        quote.direction,
        quote.url,
        quote.source,
        quote.source_title,
        quote.start,
        quote.end,
        quote.translation,
        quote.translated_by,
    ]
