"""Our pages as MkDocs knows them: from model to HTML, without a detour through Markdown."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from jinja2 import TemplateError
from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from briefsmith.findings.finding import Address
from briefsmith.findings.locator import Locator
from briefsmith.pages.language.foreign import unmarked
from briefsmith.pages.plan import PlannedPage
from briefsmith.pages.rendering import Environments, Heading, RenderedPage, render
from briefsmith.pages.views.site_view import SiteView
from briefsmith.pages.ways import Ways
from briefsmith.publish.template_trouble import describe


@dataclass(frozen=True)
class Renderer:
    """What every page needs to become HTML."""

    site: SiteView
    environments: Environments
    locator: Locator
    state_of_search: Callable[[], str]

    def __call__(self, planned: PlannedPage, edit_url: str | None = None, lead: Markup | None = None) -> RenderedPage:
        """Render one page; what is wrong in a template is said with its place, for the site's owner may write them."""
        try:
            ways = Ways(planned, self.site, edit_url or "", self.line_of, self.state_of_search)
            return render(ways, self.environments, lead)
        except TemplateError as error:
            raise PluginError(describe(error, planned.template)) from error

    def line_of(self, at: Address) -> int:
        """The line of a place in the sheets, from 1."""
        return self.locator.range(at).line


class BriefingPage(Page):
    """A page that is rendered from the model."""

    def __init__(self, planned: PlannedPage, file: File, config: MkDocsConfig, renderer: Renderer) -> None:
        # MkDocs' themes print titles as they are, so what is text becomes HTML here, at the border.
        super().__init__(str(escape(unmarked(planned.title))), file, config)
        self.planned = planned
        self._renderer = renderer
        if self.edit_url and planned.made_at:
            # A forge that knows no line in its editor opens the file at its top.
            self.edit_url += f"#L{renderer.line_of(Address(planned.made_from, planned.made_at))}"

    def read_source(self, config: MkDocsConfig) -> None:
        """There is no Markdown behind it."""
        self.markdown = ""
        self.meta = {"title": self.title, "briefsmith_kind": self.planned.kind, **_frame(config)}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Make content, table of contents and anchors."""
        _take(self, self._renderer(self.planned, self.edit_url))


class HomePage(Page):
    """The home page: what is hand-written in `docs/index.md`, and the briefings below it."""

    def __init__(self, planned: PlannedPage, file: File, config: MkDocsConfig, renderer: Renderer) -> None:
        super().__init__(None, file, config)
        self.planned = planned
        self._renderer = renderer

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Render the Markdown as MkDocs does, then our page with it on top."""
        super().render(config, files)
        own_ids, links = self.present_anchor_ids or set(), self.links_to_anchors
        # The HTML that MkDocs made of the site owner's own Markdown, as trusted as any page of docs/.
        _take(self, self._renderer(self.planned, self.edit_url, Markup(self.content or "")))
        self.present_anchor_ids = own_ids | (self.present_anchor_ids or set())
        self.links_to_anchors = links


def add_pages(pages: Iterable[PlannedPage], files: Files, config: MkDocsConfig, renderer: Renderer) -> None:
    """Put our pages among MkDocs' files, outside its navigation."""
    for planned in pages:
        file = files.get_file_from_path(planned.source_uri)
        if file is None:
            file = File.generated(config, planned.source_uri, content="", inclusion=InclusionLevel.NOT_IN_NAV)
            if planned.made_from:
                file.edit_uri = posixpath.relpath(planned.made_from, posixpath.basename(config.docs_dir))
            files.append(file)
        make_page(planned, file, config, renderer)


def make_page(planned: PlannedPage, file: File, config: MkDocsConfig, renderer: Renderer) -> Page:
    """The page of a file: what was planned for it, on top of what is hand-written there."""
    is_written = planned.kind == "home" and bool(file.content_string)
    return (HomePage if is_written else BriefingPage)(planned, file, config, renderer)


def _frame(config: MkDocsConfig) -> dict[str, object]:
    """What asks the theme for room: Material leaves out lists at either side, of which our pages have their own."""
    return {"hide": ["navigation", "toc"]} if config.theme.name == "material" else {}


def _take(page: Page, rendered: RenderedPage) -> None:
    page.content = rendered.html
    page.toc = _contents(rendered.headings)
    page.present_anchor_ids = set(rendered.ids)
    page.links_to_anchors = {}


def _contents(headings: tuple[Heading, ...]) -> TableOfContents:
    links: list[AnchorLink] = []
    for heading in headings:
        link = AnchorLink(str(escape(heading.title)), heading.id, heading.level)
        siblings = links[-1].children if heading.level > 2 and links else links
        siblings.append(link)
    return TableOfContents(links)
