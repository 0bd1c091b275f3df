"""The plan of the site: which pages exist, at which source URI, of which kind, from which template."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property, partial

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


class Family:
    """Pages that belong together and are put together when one of them is first asked for."""

    def __init__(self, uris: Iterable[str], make: Callable[[], Iterable[PlannedPage]]) -> None:
        """Take their source URIs, in order, and what makes them."""
        self.uris, self._make = tuple(uris), make

    @cached_property
    def pages(self) -> tuple[PlannedPage, ...]:
        """The pages in the order of their URIs."""
        return tuple(self._make())

    def without(self, taken: frozenset[str]) -> Family:
        """The same family without the pages at these URIs; itself where none is among them."""
        if taken.isdisjoint(self.uris):
            return self
        free = [uri for uri in self.uris if uri not in taken]
        return Family(free, lambda: [page for page in self.pages if page.source_uri not in taken])


@dataclass(frozen=True)
class Plan:
    """All pages of a site, in order. A preview asks for one page of thousands, so each family waits to be asked."""

    families: tuple[Family, ...] = ()

    @cached_property
    def uris(self) -> tuple[str, ...]:
        """The source URIs of all pages."""
        return tuple(uri for family in self.families for uri in family.uris)

    def __iter__(self) -> Iterator[PlannedPage]:
        """All pages."""
        return (page for family in self.families for page in family.pages)

    def page(self, uri: str) -> PlannedPage | None:
        """The page at a source URI, if there is one."""
        family = self._by_uri.get(uri)
        return next(page for page in family.pages if page.source_uri == uri) if family else None

    @cached_property
    def _by_uri(self) -> dict[str, Family]:
        return {uri: family for family in self.families for uri in family.uris}


def plan_pages(site: SiteView) -> Plan:
    """All pages that the briefings and sources call for."""
    indexes = [*_known(_index_of_sources(site))]
    if not site.addresses.is_core:
        indexes += [*_known(_actors(site)), *_known(_issues(site)), *_known(_timeline(site))]
    if not site.addresses.is_core or site.dossier.corpus.registry.terms:
        # The terms of the registry stand nowhere else.
        indexes += _known(_glossary(site))
    sources, *others = indexes
    search = _known(_search(site, [page for family in indexes for page in family.pages]))
    return Plan((*_known(_home(site)), *_briefings(site), sources, _sources(site), *others, *search))


def without_taken(plan: Plan, taken: frozenset[str]) -> tuple[Plan, list[Finding]]:
    """A hand-written page at the same place wins, with a finding."""
    findings = [
        Finding(
            codes.URL_TAKEN,
            Span(f"docs/{page.source_uri}", 0, 0),
            f"`docs/{page.source_uri}` stands where a generated page would",
            "rename it, or set `url_prefix` to move the generated pages",
        )
        for uri in plan.uris
        if uri in taken and (page := plan.page(uri)) and page.kind != "home"
    ]
    return Plan(tuple(family.without(taken) for family in plan.families)), findings


def _known(pages: Iterable[PlannedPage]) -> Iterator[Family]:
    """Pages that are there already, as one family."""
    made = tuple(pages)
    yield Family((page.source_uri for page in made), lambda: made)


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


def _briefings(site: SiteView) -> Iterator[Family]:
    for number, view in enumerate(site.briefings):
        uris = (site.addresses.source_uri("briefings", view.id, page) for page in view.pages)
        yield Family(uris, partial(_pages_of, site, number))


def _pages_of(site: SiteView, number: int) -> Iterator[PlannedPage]:
    """The pages of one briefing."""
    view = site.briefings[number]
    pages, siblings = between_pages(view), between_briefings(site.briefings, number)
    for page in view.pages:
        yield briefing_page(site, view, page, pages[page] + (siblings if page == "index" else ()))


def _index_of_sources(site: SiteView) -> Iterator[PlannedPage]:
    yield from _index(site, "sources", site.gettext("Sources"), ("sources", "index"), len(site.sources))


def _sources(site: SiteView) -> Family:
    uris = (site.addresses.source_uri("sources", view.id) for view in site.sources)
    return Family(uris, partial(_pages_of_sources, site))


def _pages_of_sources(site: SiteView) -> Iterator[PlannedPage]:
    addresses, label = site.addresses, site.gettext("Sources")
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
