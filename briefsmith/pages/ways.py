"""The ways from one page: to any address of the site, to a fact's citation, to the line of the sheet behind it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefsmith.findings.finding import Address
from briefsmith.pages.citing.citation import Citation
from briefsmith.pages.citing.pages_and_facts import cite_fact, cite_page
from briefsmith.pages.plan import PlannedPage
from briefsmith.pages.views.fact_view import FactView
from briefsmith.pages.views.site_view import SiteView


@dataclass(frozen=True, slots=True)
class Ways:
    """What a template calls `to`."""

    page: PlannedPage
    site: SiteView
    edit_url: str = ""
    """Where the page's file is edited; empty where the site does not say where its files lie."""
    line_of: Callable[[Address], int] | None = None
    state_of_search: Callable[[], str] | None = None

    def __call__(self, url: str) -> str:
        """The way to an address of the site; to a place on this page it is the fragment alone."""
        path, hash_, fragment = url.partition("#")
        if path == self.page.url and hash_:
            return f"#{fragment}"
        return "../" * self.page.url.count("/") + url or "./"

    def cite(self, view: FactView) -> Citation:
        """How to cite a fact."""
        return cite_fact(view.fact, self.site)

    @property
    def search_state(self) -> str:
        """Which state of the search index belongs to this page, so that no cache gives it an older one."""
        return self.state_of_search() if self.state_of_search else ""

    @property
    def cited(self) -> Citation:
        """How to cite this page."""
        return cite_page(self.page, self.site)

    def edit(self, view: FactView) -> str:
        """Where a fact is edited, its line included; empty where that is not known."""
        if not self.edit_url or self.line_of is None or view.fact.at.file != self.page.made_from:
            return ""
        return f"{self.edit_url.partition('#')[0]}#L{self.line_of(view.fact.at)}"
