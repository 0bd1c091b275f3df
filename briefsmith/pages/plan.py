"""The plan of the site: which pages exist, at which source URI, of which kind, from which template."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from briefsmith.findings import catalogue as codes
from briefsmith.findings.finding import Finding, Span
from briefsmith.pages.briefing_view import BriefingView
from briefsmith.pages.labels import SECTIONS
from briefsmith.pages.site_view import SiteView
from briefsmith.pages.source_view import SourceView

_KINDS = {"index": "overview"}
_INDEXES = {"actors", "issues", "timeline", "glossary", "sources"}


@dataclass(frozen=True)
class PlannedPage:
    """One page before it is rendered."""

    source_uri: str
    kind: str
    """Its `data-page`."""
    title: str
    template: str
    url: str
    made_from: str = ""
    """The file that an editor opens to change it."""
    briefing: BriefingView | None = None
    source: SourceView | None = None
    language: str = "en"
    crumbs: tuple[tuple[str, str], ...] = field(default=())
    """Label and address of what stands above it."""
    indexes: tuple[tuple[str, str], ...] = ()
    """Of the search page: label and address of the index pages, which lead everywhere without a script."""


def plan_pages(site: SiteView) -> list[PlannedPage]:
    """All pages that the briefings and sources call for."""
    pages = [*_home(site), *_briefings(site), *_sources(site), *_glossary(site)]
    return [*pages, *_search(site, pages)]


def without_taken(pages: list[PlannedPage], taken: frozenset[str]) -> tuple[list[PlannedPage], list[Finding]]:
    """A hand-written page at the same place wins, with a finding."""
    free = [page for page in pages if page.source_uri not in taken]
    findings = [
        Finding(
            codes.URL_TAKEN,
            Span(f"docs/{page.source_uri}", 0, 0),
            f"`docs/{page.source_uri}` stands where a generated page would",
            "rename it, or set `url_prefix` to move the generated pages",
        )
        for page in pages
        if page.source_uri in taken and page.kind != "home"
    ]
    return free, findings


def _home(site: SiteView) -> Iterator[PlannedPage]:
    uri = site.addresses.source_uri("index")
    title = site.dossier.corpus.settings.site_name
    yield PlannedPage(uri, "home", title, "home.html", site.addresses.home(), language=site.language)


def briefing_page(site: SiteView, view: BriefingView, page: str) -> PlannedPage:
    """One page of a briefing by its name in addresses, such as `timeline`, whether the site has it or not."""
    above = [(view.gettext("Briefings"), site.addresses.home())]
    if page != "index":
        above.append((view.title, view.url))
    return PlannedPage(
        site.addresses.source_uri("briefings", view.id, page),
        _KINDS.get(page, page),
        view.title if page == "index" else f"{view.gettext(SECTIONS[page])} — {view.title}",
        f"briefing/{_KINDS.get(page, page)}.html",
        site.addresses.page("briefings", view.id, page),
        view.briefing.at.file,
        view,
        language=view.language,
        crumbs=tuple(above),
    )


def _briefings(site: SiteView) -> Iterator[PlannedPage]:
    for view in site.briefings:
        yield from (briefing_page(site, view, page) for page in view.pages)


def _sources(site: SiteView) -> Iterator[PlannedPage]:
    addresses, label = site.addresses, site.gettext("Sources")
    index, uri = addresses.page("sources", "index"), addresses.source_uri("sources", "index")
    yield PlannedPage(uri, "sources", label, "sources.html", index, language=site.language)
    for view in site.sources:
        yield PlannedPage(
            addresses.source_uri("sources", view.id),
            "source",
            view.title,
            "source.html",
            view.url,
            view.source.at.file,
            source=view,
            language=site.language,
            crumbs=((label, index),),
        )


def _glossary(site: SiteView) -> Iterator[PlannedPage]:
    if site.glossary and not site.addresses.is_core:
        uri, url = site.addresses.source_uri("glossary"), site.addresses.page("glossary")
        yield PlannedPage(uri, "glossary", site.gettext("Glossary"), "glossary.html", url, language=site.language)


def _search(site: SiteView, pages: list[PlannedPage]) -> Iterator[PlannedPage]:
    if site.addresses.is_core:
        return
    indexes = tuple((page.title, page.url) for page in pages if page.kind in _INDEXES and page.briefing is None)
    uri, url = site.addresses.source_uri("search"), site.addresses.page("search")
    title = site.gettext("Search")
    yield PlannedPage(uri, "search", title, "search.html", url, language=site.language, indexes=indexes)
