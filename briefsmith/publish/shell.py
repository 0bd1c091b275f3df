"""MkDocs' shell around our pages, held open: one page at a time, as a whole build would make it.

It walks MkDocs' own way (its events in its order) and leaves out only what writes to the disk.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import TemplateNotFound
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.structure.files import File, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url, is_error_template

from briefsmith.publish.build import plugin_of
from briefsmith.publish.site_pages import make_page
from briefsmith.rules.check import Checked

NOT_FOUND = "404.html"


class Shell:
    """A site of which every page and file can be asked for by its URL."""

    def __init__(self, config_file: Path, checked: Checked, *, draft: bool = False) -> None:
        """Open it; what MkDocs or a plugin finds wrong with the site is raised as they raise it."""
        config = load_config(str(config_file))
        plugin = plugin_of(config, config_file)
        plugin.hand_over(checked, draft=draft, held=True)
        config.plugins.on_startup(command="serve", dirty=False)
        config = config.plugins.on_config(config)
        config.plugins.on_pre_build(config=config)
        files = get_files(config)
        env = config.theme.get_env()
        files.add_files_from_theme(env, config)
        files = config.plugins.on_files(files, config=config)
        set_exclusions(files, config)
        nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
        self._config, self._plugin, self._files, self._nav = config, plugin, files, nav
        self._renderer, self._read = plugin.renderer, set[str]()
        self._sources: dict[str, tuple[str, dict[str, object]]] = {}
        for page in nav.pages:
            self._populate(page)
        self._env = config.plugins.on_env(env, config=config, files=files)

    def update(self, checked: Checked) -> bool:
        """Show another state of the same sheets; False where it has other pages, so that it must be opened anew."""
        plugin = self._plugin
        plugin.site = plugin.site_of(checked, self._config)
        plan = plugin.plan(self._files)
        if plan.uris != plugin.pages.uris:
            return False
        plugin.pages = plan
        self._renderer = replace(self._renderer, site=plugin.site)
        self.__dict__.pop("_data", None)
        plugin.face(self._env, self._config)
        return True

    def get(self, url: str) -> bytes | None:
        """What a browser gets at a URL of the site, relative to its root; None where nothing stands there."""
        file = self._by_url.get(url)
        if file is not None and file.is_documentation_page():
            return self._page(file).encode("utf-8", errors="xmlcharrefreplace")
        if file is not None:
            return file.content_bytes
        if url in self._data:
            return self._data[url].encode()
        return self._template(url) if url in self._config.theme.static_templates else None

    def not_found(self) -> bytes:
        """The page that says so."""
        return self._template(NOT_FOUND) or b"not found"

    @property
    def docs_folder(self) -> Path:
        """Where the hand-written pages are."""
        return Path(self._config.docs_dir)

    @cached_property
    def _by_url(self) -> Mapping[str, File]:
        included = (file for file in self._files if not file.inclusion.is_excluded())
        return {("" if file.url == "./" else file.url): file for file in included}

    @cached_property
    def _data(self) -> Mapping[str, str]:
        # Made when a program asks for it: it is about the whole site, and a preview shows one page.
        return self._plugin.data_files()

    def _page(self, file: File) -> str:
        planned = self._plugin.pages.page(file.src_uri)
        if planned is not None:
            page = make_page(planned, file, self._config, self._renderer)
            self._plugin.date(page)
            self._read.discard(file.src_uri)
        else:
            page = file.page or Page(None, file, self._config)
        self._populate(page)
        return self._dressed(page)

    def _populate(self, page: Page) -> None:
        """Read and render the content of a page, once."""
        if page.file.src_uri in self._read:
            return
        config, files, plugins = self._config, self._files, self._config.plugins
        config._current_page = page
        try:
            page = plugins.on_pre_page(page, config=config, files=files)
            self._read_source(page)
            page.markdown = plugins.on_page_markdown(page.markdown or "", page=page, config=config, files=files)
            page.render(config, files)
            page.content = plugins.on_page_content(page.content or "", page=page, config=config, files=files)
            self._read.add(page.file.src_uri)
        finally:
            config._current_page = None

    def _read_source(self, page: Page) -> None:
        """Take the text of a page as it stood when the shell was opened, whatever was saved since."""
        name = page.file.src_uri
        if name not in self._sources:
            page.read_source(self._config)
            self._sources[name] = (page.markdown or "", dict(page.meta))
        page.markdown, meta = self._sources[name]
        page.meta = dict(meta)

    def _dressed(self, page: Page) -> str:
        """The page in its theme."""
        config, plugins, files = self._config, self._config.plugins, self._files.documentation_pages()
        config._current_page = page
        page.active = True
        try:
            context = get_context(self._nav, files, config, page)
            template = self._env.get_template(page.meta.get("template", "main.html"))
            context = plugins.on_page_context(context, page=page, config=config, nav=self._nav)
            return plugins.on_post_page(template.render(context), page=page, config=config)
        finally:
            page.active = False
            config._current_page = None

    def _template(self, name: str) -> bytes | None:
        """A page of the theme that stands for no file."""
        config, plugins = self._config, self._config.plugins
        try:
            template = self._env.get_template(name)
        except TemplateNotFound:
            return None
        template = plugins.on_pre_template(template, template_name=name, config=config)
        root = urlsplit(config.site_url or "/").path if is_error_template(name) else get_relative_url(".", name)
        context = get_context(self._nav, self._files, config, base_url=root)
        context = plugins.on_template_context(context, template_name=name, config=config)
        output = plugins.on_post_template(template.render(context), template_name=name, config=config)
        return output.encode()
