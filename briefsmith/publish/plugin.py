"""The MkDocs plugin: events as adapters of a few lines over what the other rooms do.

It checks before anything is touched, lets MkDocs build into a staging folder, checks what was built, and only then
puts it in the place of the old site. ProperDocs runs it unchanged.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from jinja2 import Environment
from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from briefsmith.analysis.changes.amendments import Log
from briefsmith.analysis.dossier import Dossier
from briefsmith.exports.search_index import search_files, search_state
from briefsmith.exports.search_records import search_records
from briefsmith.exports.site_index import site_index
from briefsmith.findings import catalogue as codes
from briefsmith.findings.text_report import text_report
from briefsmith.pages.addresses import Addresses
from briefsmith.pages.citing.pages_and_facts import citation_files
from briefsmith.pages.language.foreign import unmarked, with_spans
from briefsmith.pages.language.words import ENGLISH, CatalogueError, Languages
from briefsmith.pages.plan import Plan, plan_pages, without_taken
from briefsmith.pages.rendering import Environments
from briefsmith.pages.views.site_view import SiteView
from briefsmith.publish.face import POLICY, SERVE_POLICY, ThemeFace
from briefsmith.publish.failure import PublishError
from briefsmith.publish.generated_docs import asks_for_manual, generated_docs
from briefsmith.publish.headers import FILE as HEADERS_FILE
from briefsmith.publish.headers import headers_file
from briefsmith.publish.page_links import PageLinks, bare
from briefsmith.publish.prose_tables import ProseTables
from briefsmith.publish.site_pages import Renderer, add_pages
from briefsmith.publish.sitecheck import Fault, SiteFault
from briefsmith.publish.sitecheck import check_site as check_built_site
from briefsmith.publish.style import style_elsewhere, style_sheet
from briefsmith.publish.swap import Staging
from briefsmith.rules.check import Checked, check_site, draft_of, unread_of
from briefsmith.settings import Settings, load_settings

log = get_plugin_logger("briefsmith")

STYLE = "css/briefsmith.css"
SEARCH_SCRIPT = "js/search.js"
_THEME = Path(__file__).parent / "theme"
_THEME_NAME = "briefsmith"


class PluginConfig(base.Config):
    """The options, as `Settings` knows them; what they may hold is checked there."""

    briefings_dir = c.Optional(c.Type(str))
    registry_dir = c.Optional(c.Type(str))
    seeds_dir = c.Optional(c.Type(str))
    templates_dir = c.Optional(c.Type(str))
    publish_tlp = c.Optional(c.Type(str))
    coverage = c.Optional(c.Type((str, int, float)))
    quoted_share = c.Optional(c.Type((str, int, float)))
    language = c.Optional(c.Type(str))
    exports = c.Optional(c.Type((str, list)))
    pages = c.Optional(c.Type(str))
    url_prefix = c.Optional(c.Type(str))


class WarningCount(logging.Handler):
    """Counts warnings, because MkDocs aborts a strict build only after the site was written."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.count: Counter[str] = Counter()

    def emit(self, record: logging.LogRecord) -> None:
        """Count one."""
        self.count[record.levelname.lower()] += 1


class BriefsmithPlugin(BasePlugin[PluginConfig]):
    """Briefings as pages of a MkDocs site."""

    def __init__(self) -> None:
        self.command: Literal["build", "gh-deploy", "serve"] = "build"
        self.draft = False
        self.is_held = False
        self.pages = Plan()
        self._checked: Checked | None = None
        self._staging: Staging | None = None
        self._target = ""
        self._warnings = WarningCount()
        self._links = PageLinks({})
        self._index: tuple[SiteView, dict[str, str]] | None = None

    def hand_over(self, checked: Checked, *, draft: bool = False, held: bool = False) -> None:
        """Take a site that was checked already, as our own command does; a draft shows what passes.

        A site that is held open is asked for its pages one by one; nothing is written.
        """
        self._checked, self.draft, self.is_held = checked, draft, held

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is a preview."""
        self.command = command

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check everything; findings stop the build here, where nothing is touched yet."""
        checked = self._checked or self._check(config)
        self.site, self._locator = self.site_of(checked, config), checked.locator
        self._watch(self.site.dossier.corpus.settings, config)
        config.extra_css.append(STYLE)
        # Python-Markdown takes objects as well as the names that MkDocs declares.
        config.markdown_extensions += [self._links, ProseTables()]  # type: ignore[list-item]
        if self.command != "serve" and not self.is_held:
            self._open_staging(config)
        return config

    def site_of(self, checked: Checked, config: MkDocsConfig) -> SiteView:
        """The site as its pages show it: the part that may be published, and of a draft what passes."""
        # A preview shows what passes, and in its place what does not: MkDocs' own server would hang on an error.
        is_draft = self.draft or bool(checked.errors)
        corpus = (draft_of(checked) if is_draft else checked.dossier.corpus).published()
        dossier = checked.dossier if corpus is checked.dossier.corpus else Dossier(corpus)
        addresses = Addresses(corpus, config.use_directory_urls)
        log_ = Log(checked.dossier.editions, checked.dossier.corpus, corpus)
        languages, url = self._languages(corpus.settings), config.site_url or ""
        return SiteView(dossier, addresses, languages, is_draft, unread_of(checked), log_, url)

    def plan(self, files: Files) -> Plan:
        """The pages of the site, but for those that are hand-written."""
        written = frozenset(file.src_uri for file in files.documentation_pages()).difference(self.pages.uris)
        pages, findings = without_taken(plan_pages(self.site), written - {self.site.addresses.source_uri("index")})
        for finding in findings:
            log.warning("%s: %s", finding.code.number, finding.message)
        return pages

    def data_files(self) -> dict[str, str]:
        """What programs read, by its path in the site."""
        search = self._search_index() if self._has_search else {}
        files = {"briefsmith.json": site_index(self.site, self.pages), **citation_files(self.site), **search}
        return {path: unmarked(text) for path, text in files.items()}

    @event_priority(-50)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add our pages, the manual of findings, the style sheet and the script of the search page."""
        settings = self.site.dossier.corpus.settings
        self.renderer = Renderer(
            self.site,
            Environments(settings.folder(settings.templates_dir)),
            self._locator,
            lambda: search_state(self._search_index()),
        )
        self.pages = self.plan(files)
        add_pages(self.pages, files, config, self.renderer)
        self._links.sources = {bare(page.url): page.source_uri for page in self.pages}
        texts = (file.content_string for file in files.documentation_pages() if file.generated_by is None)
        for uri, markdown in generated_docs() if asks_for_manual(config.nav, texts) else ():
            if files.get_file_from_path(uri) is None:
                files.append(File.generated(config, uri, content=markdown, inclusion=InclusionLevel.NOT_IN_NAV))
        if files.get_file_from_path(STYLE) is None:
            style = style_sheet if config.theme.name == _THEME_NAME else style_elsewhere
            files.append(File.generated(config, STYLE, content=style(*self._matrix_size)))
        if config.theme.name == _THEME_NAME and files.get_file_from_path(HEADERS_FILE) is None:
            files.append(File.generated(config, HEADERS_FILE, content=headers_file()))
        if self._has_search and files.get_file_from_path(SEARCH_SCRIPT) is None:
            files.append(File.generated(config, SEARCH_SCRIPT, abs_src_path=str(_THEME / SEARCH_SCRIPT)))
        return files

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Tell where links begin that lead to our pages by their addresses."""
        self._links.page = page.file.src_uri
        return markdown

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Give the theme its variable, and the pages their day, which the sitemap shows."""
        for file in files.documentation_pages():
            if file.page:
                self.date(file.page)
        self.face(env, config)
        return env

    def date(self, page: Page) -> None:
        """Give a page the site's day, so that nothing depends on the clock."""
        if day := self.site.dossier.day:
            page.update_date = day.isoformat()

    def face(self, env: Environment, config: MkDocsConfig) -> None:
        """Give the theme its variable and its words."""
        is_served = self.command == "serve" and not self.is_held
        face = ThemeFace(self.site, SERVE_POLICY if is_served else POLICY)
        env.globals["briefsmith"] = face
        if config.theme.name == _THEME_NAME:
            face.speak_in(env)

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Mark the theme's labels where they are not in the language of the page."""
        return with_spans(output, ENGLISH)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """The same for the page of errors."""
        return with_spans(output_content, ENGLISH)

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Check the built site and, if nothing is wrong with it, publish it."""
        built = Path(config.site_dir)
        _write(built, self.data_files())
        if self._staging is None:
            return
        faults = self._faults(built, config)
        if config.strict and (total := sum(self._warnings.count.values())):
            faults.append(f"error[{codes.BUILD_WARNING.number}] {total} warning(s), and the build is strict")
        if faults and not self.draft:
            raise PluginError("\n".join([*faults, f"not published; {self._target} is as it was"]))
        for fault in faults:
            log.info("draft: %s", fault)
        try:
            self._staging.publish()
        except PublishError as error:
            raise PluginError(f"{error.message}\n  help: {error.help}") from error
        self._close_staging(config)

    def on_build_error(self, *, error: Exception) -> None:
        """Leave nothing half built."""
        self._close_staging(None)

    @property
    def _matrix_size(self) -> tuple[int, int]:
        """The most rows and the most columns that a matrix of the site has."""
        dossier = self.site.dossier
        matrices = [dossier.matrix(briefing) for briefing in dossier.corpus.briefings.values()]
        return max((len(each.holders) for each in matrices), default=0), max(
            (len(each.issues) for each in matrices), default=0
        )

    @property
    def _has_search(self) -> bool:
        return self.site.addresses.source_uri("search") in self.pages.uris

    def _search_index(self) -> dict[str, str]:
        """The files of the search index, made once for a state of the site; the search page names that state."""
        if self._index is None or self._index[0] is not self.site:
            self._index = (self.site, search_files(search_records(self.site)))
        return self._index[1]

    def _check(self, config: MkDocsConfig) -> Checked:
        """What our own command does before it hands over."""
        checked = check_site(load_settings(Path(str(config.config_file_path))))
        for block in text_report(checked.located(), checked.locator):
            (log.error if checked.errors else log.warning)("%s", block)
        if checked.errors and self.command != "serve":
            raise PluginError(f"{len(checked.errors)} error(s); nothing was built and the old site is as it was")
        return checked

    def _languages(self, settings: Settings) -> Languages:
        folder = settings.folder(settings.templates_dir) / "locale"
        try:
            languages = Languages(folder)
            languages.words(settings.language)
        except CatalogueError as error:
            raise PluginError(str(error)) from error
        return languages

    def _watch(self, settings: Settings, config: MkDocsConfig) -> None:
        for name in (
            settings.briefings_dir,
            settings.registry_dir,
            settings.seeds_dir,
            settings.templates_dir,
            settings.editions_dir,
        ):
            if settings.folder(name).is_dir():
                config.watch.append(str(settings.folder(name)))

    def _open_staging(self, config: MkDocsConfig) -> None:
        self._target = config.site_dir
        try:
            self._staging = Staging.open(Path(config.site_dir), waiting=lambda owner: log.info("waiting: %s", owner))
        except PublishError as error:
            raise PluginError(f"{error.message}\n  help: {error.help}") from error
        config.site_dir = str(self._staging.folder)
        logging.getLogger("mkdocs").addHandler(self._warnings)

    def _close_staging(self, config: MkDocsConfig | None) -> None:
        logging.getLogger("mkdocs").removeHandler(self._warnings)
        if self._staging is not None:
            self._staging.discard()
            self._staging = None
        if config is not None:
            config.site_dir = self._target

    def _faults(self, built: Path, config: MkDocsConfig) -> list[str]:
        expected = [_destination(page.url) for page in self.pages]
        base_path = urlsplit(config.site_url or "/").path or "/"
        faults = check_built_site(built, expected, base_path)
        return [_fault_line(fault) for fault in faults]


_CODES = {
    Fault.MISSING_PAGE: codes.MISSING_PAGE,
    Fault.EMPTY_PAGE: codes.MISSING_PAGE,
    Fault.DEAD_LINK: codes.DEAD_LINK,
    Fault.DEAD_ANCHOR: codes.DEAD_LINK,
    Fault.MISSING_ASSET: codes.DEAD_LINK,
    Fault.DUPLICATE_ID: codes.DUPLICATE_HTML_ID,
}


def _write(folder: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="")


def _fault_line(fault: SiteFault) -> str:
    number, kind = _CODES[fault.kind].number, fault.kind.value
    return f"{fault.page}:{fault.line}: error[{number}] {kind}: {fault.detail} ({fault.target})"


def _destination(url: str) -> str:
    return url + "index.html" if url == "" or url.endswith("/") else url
