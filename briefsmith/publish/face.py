"""What the theme asks of us: the kind, language and direction of a page, the policy, the links to our indexes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from jinja2 import Environment, pass_context
from jinja2.runtime import Context
from mkdocs.structure.pages import Page

from briefsmith.pages.plan import PlannedPage
from briefsmith.pages.views.site_view import SiteView
from briefsmith.publish.site_pages import BriefingPage, HomePage
from briefsmith.values.tags import Tlp, direction

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'; "
    "require-trusted-types-for 'script'; trusted-types briefsmith-search"
)
"""The content security policy of every published page.

The only form is the search field, which leads to a page of the site; the only text that becomes a script's address is
that of a file of the search index.
"""
SERVE_POLICY = POLICY.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'")
"""MkDocs' preview server reloads through an inline script."""


@dataclass(frozen=True)
class ThemeFace:
    """The variable `briefsmith` in the theme's templates."""

    site: SiteView
    policy: str

    @property
    def is_draft(self) -> bool:
        """Whether nothing on this site is for publication."""
        return self.site.is_draft

    @property
    def banner_tlp(self) -> str:
        """The marking of an internal edition; empty for a public one."""
        level = self.site.dossier.corpus.settings.publish_tlp
        return level.value if level > Tlp.CLEAR else ""

    @property
    def home(self) -> str:
        """The list of briefings."""
        return self.site.addresses.home()

    @property
    def search(self) -> str:
        """The search page; empty where the site has none."""
        addresses = self.site.addresses
        return "" if addresses.is_core else addresses.page("search")

    def links(self, page: Page | None) -> list[tuple[str, str]]:
        """Label and address of our index pages, labelled in the language of the page that shows them."""
        said, addresses = self._gettext(page), self.site.addresses
        across = self.site.across
        wanted = (
            ("Actors", addresses.page("actors", "index"), not addresses.is_core and across.actor_count),
            ("Issues", addresses.page("issues", "index"), not addresses.is_core and across.issue_count),
            ("Timeline", addresses.page("timeline"), not addresses.is_core and across.events),
            ("Sources", addresses.page("sources", "index"), True),
        )
        rows = [(said("Briefings"), self.home), *((said(label), url) for label, url, there in wanted if there)]
        if self.site.glossary and not addresses.is_core:
            rows.append((said("Glossary"), addresses.page("glossary")))
        return rows

    def speak_in(self, environment: Environment) -> None:
        """Give the theme's own labels the language of the page that they stand on."""

        @pass_context
        def gettext(context: Context, message: str) -> str:
            return self._gettext(context.get("page"))(message)

        @pass_context
        def ngettext(context: Context, one: str, many: str, count: int) -> str:
            words = self.site.words(self.language_of(context.get("page")))
            return words.plural(one, many, count)

        environment.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]  # the extension adds it

    def _gettext(self, page: Page | None) -> Callable[[str], str]:
        return self.site.words(self.language_of(page))

    def kind_of(self, page: Page | None) -> str:
        """The page's `data-page`."""
        planned = _planned(page)
        return planned.kind if planned else "prose"

    def language_of(self, page: Page | None) -> str:
        """Its language."""
        planned = _planned(page)
        return planned.language if planned else self.site.language

    def is_of_site(self, page: Page | None) -> bool:
        """Whether the page is in the language of the site, and so of its name and its hand-written pages."""
        return self.language_of(page) == self.site.language

    def direction_of(self, page: Page | None) -> str:
        """Of that language: ltr or rtl."""
        return direction(self.language_of(page))


def _planned(page: Page | None) -> PlannedPage | None:
    return page.planned if isinstance(page, BriefingPage | HomePage) else None
