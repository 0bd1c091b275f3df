"""The plan of the site: which pages exist, at which source URI, of which kind, from which template."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from briefsmith.findings import catalogue as codes
from briefsmith.findings.finding import Finding, Span
from briefsmith.pages.language.labels import SECTIONS
from briefsmith.pages.neighbours import Neighbour, between_briefings, between_pages, in_line
from briefsmith.pages.paging import Paging, parts_of
from briefsmith.pages.views.across_view import ActorAcross, IssueAcross
from briefsmith.pages.views.briefing_view import BriefingView
from briefsmith.pages.views.site_view import SiteView
from briefsmith.pages.views.source_view import SourceView

_KINDS = {"index": "overview"}
_KEYS: dict[str, tuple[str, ...]] = {
    "positions": ("positions",),
    "actors": ("actors",),
    "timeline": ("events",),
    "figures": ("figures",),
    "claims": ("claims",),
    "glossary": ("terms",),
}
"""Under which key of its sheet the content of a page stands."""
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
    made_at: tuple[str, ...] = ()
    """The keys in that file under which its content stands."""
    briefing: BriefingView | None = None
    source: SourceView | None = None
    actor: ActorAcross | None = None
    issue: IssueAcross | None = None
    language: str = "en"
    crumbs: tuple[tuple[str, str], ...] = field(default=())
    """Label and address of what stands above it."""
    around: tuple[Neighbour, ...] = ()
    """What stands before and after it."""
    paging: Paging = field(default=Paging())
    """Which part of a long index it holds."""
    indexes: tuple[tuple[str, str], ...] = ()
    """Of the search page: label and address of the index pages, which lead everywhere without a script."""


def plan_pages(site: SiteView) -> list[PlannedPage]:
    """All pages that the briefings and sources call for."""
    pages = [*_home(site), *_briefings(site), *_sources(site)]
    if not site.addresses.is_core:
        pages += [*_actors(site), *_issues(site), *_timeline(site)]
    if not site.addresses.is_core or site.dossier.corpus.registry.terms:
        # The terms of the registry stand nowhere else.
        pages += _glossary(site)
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


def _parts(site: SiteView, page: PlannedPage, parts: tuple[str, ...], entries: int) -> Iterator[PlannedPage]:
    """A page in parts of at most 100 entries."""
    for uri, url, paging in parts_of(site.addresses, parts, entries):
        above = page.crumbs if paging.number == 1 else (*page.crumbs, (page.title, paging.urls[0]))
        words = site.gettext("{title}, page {number}").format(title=page.title, number=paging.number)
        title = page.title if paging.number == 1 else words
        yield replace(page, source_uri=uri, url=url, title=title, paging=paging, crumbs=above)


def _index(site: SiteView, kind: str, title: str, parts: tuple[str, ...], entries: int) -> Iterator[PlannedPage]:
    page = PlannedPage("", kind, title, f"{kind}.html", "", language=site.language)
    yield from _parts(site, page, parts, entries)


def _home(site: SiteView) -> Iterator[PlannedPage]:
    yield from _index(site, "home", site.dossier.corpus.settings.site_name, ("index",), len(site.briefings))


def briefing_page(site: SiteView, view: BriefingView, page: str, around: tuple[Neighbour, ...] = ()) -> PlannedPage:
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
        _KEYS.get(page, ()),
        view,
        language=view.language,
        crumbs=tuple(above),
        around=around,
    )


def _briefings(site: SiteView) -> Iterator[PlannedPage]:
    for number, view in enumerate(site.briefings):
        pages, siblings = between_pages(view), between_briefings(site.briefings, number)
        for page in view.pages:
            yield briefing_page(site, view, page, pages[page] + (siblings if page == "index" else ()))


def _sources(site: SiteView) -> Iterator[PlannedPage]:
    addresses, label = site.addresses, site.gettext("Sources")
    yield from _index(site, "sources", label, ("sources", "index"), len(site.sources))
    around = in_line([(view.title, view.url) for view in site.sources], site.gettext)
    for view, neighbours in zip(site.sources, around, strict=True):
        yield PlannedPage(
            addresses.source_uri("sources", view.id),
            "source",
            view.title,
            "source.html",
            view.url,
            view.source.at.file,
            tuple(map(str, view.source.at.path)),
            source=view,
            language=site.language,
            crumbs=((label, addresses.page("sources", "index")),),
            around=neighbours,
        )


def _actors(site: SiteView) -> Iterator[PlannedPage]:
    across, addresses, label = site.across, site.addresses, site.gettext("Actors")
    if not across.actor_count:
        return
    yield from _index(site, "actors", label, ("actors", "index"), across.actor_count)
    around = in_line([(each.name, addresses.actor_across(each.id)) for each in across.actors], site.gettext)
    crumbs = ((label, addresses.page("actors", "index")),)
    made_from = site.dossier.corpus.registry_files.get("actors", "")
    for each, neighbours in zip(across.actors, around, strict=True):
        page = PlannedPage("", "actor", each.name, "actor.html", "", made_from, actor=each, around=neighbours)
        page = replace(page, crumbs=crumbs, language=site.language, made_at=("actors", each.id))
        yield from _parts(site, page, ("actors", each.id), len(each.entries))


def _issues(site: SiteView) -> Iterator[PlannedPage]:
    across, addresses, label = site.across, site.addresses, site.gettext("Issues")
    if not across.issue_count:
        return
    yield from _index(site, "issues", label, ("issues", "index"), across.issue_count)
    around = in_line([(each.issue.title, addresses.issue_across(each.id)) for each in across.issues], site.gettext)
    crumbs = ((label, addresses.page("issues", "index")),)
    made_from = site.dossier.corpus.registry_files.get("issues", "")
    for each, neighbours in zip(across.issues, around, strict=True):
        page = PlannedPage("", "issue", each.issue.title, "issue.html", "", made_from, issue=each, around=neighbours)
        page = replace(page, crumbs=crumbs, language=site.language, made_at=("issues", each.id))
        yield from _parts(site, page, ("issues", each.id), len(each.entries))


def _timeline(site: SiteView) -> Iterator[PlannedPage]:
    if site.across.events:
        yield from _index(site, "timeline", site.gettext("Timeline"), ("timeline",), len(site.across.events))


def _glossary(site: SiteView) -> Iterator[PlannedPage]:
    if site.glossary:
        yield from _index(site, "glossary", site.gettext("Glossary"), ("glossary",), len(site.glossary))


def _search(site: SiteView, pages: list[PlannedPage]) -> Iterator[PlannedPage]:
    if site.addresses.is_core:
        return
    firsts = [page for page in pages if page.kind in _INDEXES and page.briefing is None and page.paging.number == 1]
    indexes = tuple((page.title, page.url) for page in firsts)
    uri, url = site.addresses.source_uri("search"), site.addresses.page("search")
    title = site.gettext("Search")
    yield PlannedPage(uri, "search", title, "search.html", url, language=site.language, indexes=indexes)
