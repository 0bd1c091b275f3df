"""The sites in which an editor has files open, each as it would be if everything were saved now.

Nothing here is safe to use from two threads: the server does all of it in one of its own, in order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from lsprotocol import types
from pygls import uris
from pygls.workspace import PositionCodec

from briefsmith.findings.finding import Finding, Place
from briefsmith.lsp.positions import Lines
from briefsmith.reading.corpus import Corpus
from briefsmith.reading.memory import Memory
from briefsmith.rules.check import Checked, check_site
from briefsmith.settings import Settings, load_settings
from briefsmith.text.yamltree import Path as KeyPath
from briefsmith.text.yamltree import Spot, read_yaml

CONFIG = "mkdocs.yml"


@dataclass(frozen=True)
class Document:
    """A text that an editor has open; `version` is the editor's own count."""

    uri: str
    text: str
    version: int | None


@dataclass
class View:
    """A site at one moment, unsaved texts included."""

    checked: Checked
    documents: Mapping[str, Document]
    """The open ones, by path from the site's root."""
    root: Path
    codec: PositionCodec
    _lines: dict[str, Lines] = field(default_factory=dict)
    _spots: dict[str, dict[KeyPath, Spot]] = field(default_factory=dict)

    @property
    def corpus(self) -> Corpus:
        """What was read."""
        return self.checked.dossier.corpus

    def lines(self, path: str) -> Lines:
        """The lines of a file; of an empty one where there is none."""
        if path not in self._lines:
            document, file = self.documents.get(path), self.corpus.snapshot.text(path)
            self._lines[path] = Lines(document.text if document else file.text if file else "", self.codec)
        return self._lines[path]

    def spots(self, path: str) -> dict[KeyPath, Spot]:
        """Where the keys and values of a YAML file stand."""
        if path not in self._spots:
            self._spots[path] = read_yaml(self.lines(path).text, places=True).spots
        return self._spots[path]

    def uri(self, path: str) -> str:
        """The address of a file, as the editor writes it."""
        if path in self.documents:
            return self.documents[path].uri
        return uris.from_fs_path(str(self.root / path)) or ""

    def range(self, place: Place) -> types.Range:
        """The range of a place in its file."""
        return self.lines(place.file).range(*self.checked.locator.offsets(place))

    def location(self, place: Place) -> types.Location:
        """The range of a place, with its file."""
        return types.Location(self.uri(place.file), self.range(place))

    def findings(self, path: str) -> Iterator[Finding]:
        """What was found in a file."""
        return (finding for finding in self.checked.findings if finding.at.file == path)

    def briefing_at(self, path: str) -> str:
        """The id of the briefing whose sheet a file is, or nothing."""
        return next((name for name, each in self.corpus.briefings.items() if each.at.file == path), "")


@dataclass
class Site:
    """A site, and its last view."""

    root: Path
    memory: Memory = field(default_factory=Memory)
    view: View | None = None
    is_stale: bool = True


@dataclass(frozen=True)
class Opened:
    """A file that belongs to a site."""

    site: Site
    path: str
    """From the site's root, with `/`."""


class Desk:
    """All open documents, and the sites to which they belong."""

    def __init__(self) -> None:
        self.codec = PositionCodec()
        self._documents: dict[Path, Document] = {}
        self._sites: dict[Path, Site] = {}

    def put(self, document: Document) -> None:
        """Take a text that was opened or changed."""
        if path := _fs_path(document.uri):
            self._documents[path] = document
            self.touch()

    def drop(self, uri: str) -> None:
        """Forget a text that was closed: what is stored counts again."""
        if path := _fs_path(uri):
            self._documents.pop(path, None)
            self.touch()

    def touch(self) -> None:
        """Read every site again when it is next asked for: files may have changed under it."""
        for site in self._sites.values():
            site.is_stale = True

    def sites(self) -> list[Site]:
        """The sites in which something is open; the others are forgotten."""
        roots = {root for path in self._documents if (root := _root_of(path))}
        self._sites = {root: self._sites.get(root) or Site(root) for root in sorted(roots)}
        return list(self._sites.values())

    def find(self, uri: str) -> Opened | None:
        """The site of a file and its path there; None for a file outside of all sites."""
        path = _fs_path(uri)
        site = next((each for each in self.sites() if path and each.root == _root_of(path)), None)
        return Opened(site, path.relative_to(site.root).as_posix()) if site and path else None

    def view(self, site: Site) -> View | None:
        """The site as it is now; None where its configuration is gone."""
        if site.is_stale:
            site.view = self._read(site)
            site.is_stale = False
        return site.view

    def _read(self, site: Site) -> View | None:
        try:
            read = load_settings(site.root / CONFIG)
            documents = dict(self._documents_in(site.root, read.settings))
            unsaved = {path: document.text.encode("utf-8", "surrogatepass") for path, document in documents.items()}
            return View(check_site(read, site.memory, unsaved), documents, site.root, self.codec)
        except OSError:  # deleted, or not ours to read: the next change asks again
            return None

    def _documents_in(self, root: Path, settings: Settings) -> Iterator[tuple[str, Document]]:
        """The open files that the site is made from."""
        folders = [root / name for name in (settings.briefings_dir, settings.registry_dir, settings.seeds_dir)]
        for path, document in self._documents.items():
            if _root_of(path) == root and any(folder in path.parents for folder in folders):
                yield path.relative_to(root).as_posix(), document


def _fs_path(uri: str) -> Path | None:
    """The file behind an address; None for one that is on no disk."""
    if not uri.startswith("file:"):
        return None
    path = uris.to_fs_path(uri)
    return Path(path).absolute() if path else None


def _root_of(path: Path) -> Path | None:
    """The folder of the nearest configuration above a file."""
    return next((folder for folder in path.parents if (folder / CONFIG).is_file()), None)
