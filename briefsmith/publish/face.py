"""What the theme asks of us: the kind, language and direction of a page, the policy, the links to our indexes."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs.structure.pages import Page

from briefsmith.pages.plan import PlannedPage
from briefsmith.pages.site_view import SiteView
from briefsmith.publish.site_pages import BriefingPage, HomePage
from briefsmith.values.tags import Tlp, direction

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'"
)
"""The content security policy of every published page."""
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
    def links(self) -> list[tuple[str, str]]:
        """Label and address of our index pages."""
        said, addresses = self.site.gettext, self.site.addresses
        rows = [(said("Briefings"), self.home), (said("Sources"), addresses.page("sources", "index"))]
        if self.site.glossary and not addresses.is_core:
            rows.append((said("Glossary"), addresses.page("glossary")))
        return rows

    def kind_of(self, page: Page | None) -> str:
        """The page's `data-page`."""
        planned = _planned(page)
        return planned.kind if planned else "prose"

    def language_of(self, page: Page | None) -> str:
        """Its language."""
        planned = _planned(page)
        return planned.language if planned else self.site.language

    def direction_of(self, page: Page | None) -> str:
        """Of that language: ltr or rtl."""
        return direction(self.language_of(page))


def _planned(page: Page | None) -> PlannedPage | None:
    return page.planned if isinstance(page, BriefingPage | HomePage) else None
