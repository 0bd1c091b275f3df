"""One editor's session: the last good state of the site, and what is wrong with the present one."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import RLock

from briefsmith.findings.located import Located
from briefsmith.findings.locator import Locator, Range
from briefsmith.preview.inputs import Mark, mark_of
from briefsmith.preview.panel import with_panel
from briefsmith.publish.shell import Shell
from briefsmith.reading.memory import Memory
from briefsmith.rules.check import Checked, check_site
from briefsmith.settings import ReadSettings

_KEPT = 100
"""How many pages are kept as they were last seen."""


@dataclass(frozen=True)
class Answer:
    """What a browser gets: the bytes, and whether they are a page."""

    body: bytes
    is_page: bool
    is_found: bool = True


class Session:
    """The site as it is at each moment. All methods may be called from any thread."""

    def __init__(self, read_settings: Callable[[], ReadSettings], config_file: Path, *, draft: bool = False) -> None:
        """`read_settings` reads the configuration, with what the command line says of it."""
        self._read_settings, self._config_file, self._draft = read_settings, config_file.absolute(), draft
        self._memory, self._lock = Memory(), RLock()
        self._mark: Mark | None = None
        self._frame: Mark | None = None
        self._settings: ReadSettings | None = None
        self._shell: Shell | None = None
        self._checked: Checked | None = None
        self._failure = ""
        self._pages: OrderedDict[str, bytes] = OrderedDict()
        self.round = 0
        """How often something had changed."""

    def watched(self) -> list[Path]:
        """The folders and files that the site is made from."""
        return [*self._frame_paths(), *self._folders("briefings_dir", "registry_dir", "seeds_dir", "editions_dir")]

    def refresh(self) -> int:
        """Bring the site up to date; gives the number of its round, which is the last one where nothing has changed."""
        with self._lock:
            mark = mark_of(self.watched())
            if mark != self._mark:
                self._read()
                # Again, for the configuration that was just read may name other folders.
                self._mark = mark if mark_of(self.watched()) == mark else None
                self.round += 1
            return self.round

    def get(self, url: str) -> Answer:
        """The page or file at a URL as it is now; where it cannot be made, as it last was, with the reason on it."""
        with self._lock:
            self.refresh()
            url = url.removesuffix("index.html") if url.rsplit("/", maxsplit=1)[-1] == "index.html" else url
            body, is_page = self._body(url), url.endswith(("/", ".html")) or not url
            if body is not None and not is_page:
                return Answer(body, is_page=False)
            found = body if body is not None else self._not_found()
            return Answer(with_panel(found, self._findings(), self._locator(), self._failure), True, body is not None)

    def place(self, key: str) -> Range | None:
        """Where a fact, by its `briefing#id`, stands in its sheet."""
        with self._lock:
            self.refresh()
            corpus = self._checked.dossier.corpus if self._checked else None
            briefing, _, name = key.partition("#")
            there = corpus.briefings.get(briefing) if corpus else None
            fact = next((each for each in there.facts if each.id == name), None) if there else None
            return self._locator().range(fact.at) if fact else None

    def _read(self) -> None:
        """Read and check; a state that may be published takes the place of the last good one."""
        try:
            if self._settings is None or mark_of(self._frame_paths()) != self._frame:
                self._settings = self._read_settings()
            frame = mark_of(self._frame_paths())
            checked = check_site(self._settings, self._memory)
            self._checked, self._failure = checked, ""
            if self._shell is None or not checked.errors or self._draft:
                self._show(checked, frame)
        except Exception as error:  # whatever a half-saved file does, the preview goes on
            self._failure = _said(error)

    def _show(self, checked: Checked, frame: Mark) -> None:
        if self._shell is None or frame != self._frame or not self._shell.update(checked):
            self._shell = Shell(self._config_file, checked, draft=self._draft)
        self._frame = frame

    def _body(self, url: str) -> bytes | None:
        if self._shell is None:
            return None
        try:
            body = self._shell.get(url)
        except Exception as error:  # a template of the site's own may do anything
            self._failure = _said(error)
            return self._pages.get(url)
        if body is not None:
            self._pages[url] = body
            self._pages.move_to_end(url)
            if len(self._pages) > _KEPT:
                self._pages.popitem(last=False)
        return body

    def _not_found(self) -> bytes:
        return self._shell.not_found() if self._shell else b"<!doctype html><html><head></head><body></body></html>"

    def _findings(self) -> list[Located]:
        return self._checked.located() if self._checked else []

    def _locator(self) -> Locator:
        return self._checked.locator if self._checked else Locator(lambda _: None)

    def _frame_paths(self) -> list[Path]:
        """What stands around the sheets: a change there opens the shell anew."""
        docs = self._shell.docs_folder if self._shell else self._config_file.parent / "docs"
        return [self._config_file, docs, *self._folders("templates_dir")]

    def _folders(self, *names: str) -> list[Path]:
        settings = self._settings.settings if self._settings else None
        return [settings.folder(getattr(settings, name)) for name in names] if settings else []


def _said(error: Exception) -> str:
    return str(error) or type(error).__name__
