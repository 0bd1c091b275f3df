"""Versions of a site: its sheets as they stand, as an edition froze them, or as another folder has them.

A version is read sheet by sheet, and a sheet is parsed once however many versions hold the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import PurePosixPath
from typing import TypeVar

from briefsmith.findings import catalogue as codes
from briefsmith.findings.finding import Finding, Span
from briefsmith.model.fact import Fact, facts_of
from briefsmith.model.objects import SourceRecord
from briefsmith.model.sheet import Registry, Sheet
from briefsmith.reading.corpus import Corpus
from briefsmith.reading.load import SHEET_ENDINGS, names_in
from briefsmith.reading.memory import Memory
from briefsmith.reading.sheets import Names, ReadFile, read_file
from briefsmith.reading.snapshot import Snapshot
from briefsmith.reading.sources import sidecar_path
from briefsmith.settings import Settings
from briefsmith.values.ident import IdError, id_from_stem

M = TypeVar("M", Sheet, Registry, SourceRecord)

SUMS = "SHA256SUMS"
"""In an edition: the hash of each of its files, in the format of sha256sum."""
SEED_SUMS = "seeds.sha256"
"""In an edition: the hashes of the articles that its sheets quote, relative to the folder of `mkdocs.yml`."""

_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})(?:-([1-9]\d*))?")
_SUM = re.compile(r"([0-9a-f]{64}) [ *](.+)")
_COMMENTS = re.compile(r"^\s*#.*$", re.MULTILINE)
_HELP = "what changed is told without those parts; it was written for another version of the schema, or edited since"


@dataclass(frozen=True)
class SheetVersion:
    """One sheet as one version holds it."""

    sheet: Sheet
    facts: tuple[Fact, ...]
    unread: frozenset[str] = frozenset()
    """Ids in the parts that could not be understood."""
    is_whole: bool = True
    """Whether all of it was understood."""


@dataclass
class Parsed:
    """What was parsed so far, by the hash of the bytes, and what was wrong with it."""

    findings: list[Finding] = field(default_factory=list)
    sheets: dict[str, SheetVersion | None] = field(default_factory=dict)
    shelves: dict[tuple[str, str], Registry] = field(default_factory=dict)
    records: dict[str, SourceRecord | None] = field(default_factory=dict)


@dataclass(frozen=True)
class Folders:
    """Where a version keeps its files, relative to the root of its snapshot."""

    briefings: str
    registry: str
    seeds: str

    @classmethod
    def of(cls, settings: Settings) -> Folders:
        """Those of a site."""
        return cls(settings.briefings_dir, settings.registry_dir, settings.seeds_dir)

    @classmethod
    def within(cls, folder: str) -> Folders:
        """Those of an edition."""
        return cls(f"{folder}/briefings", f"{folder}/registry", f"{folder}/seeds")


@dataclass(frozen=True, eq=False)
class Version:
    """All sheets of a site at one time. Two versions are equal only when they are the same object."""

    name: str
    snapshot: Snapshot
    folders: Folders
    parsed: Parsed
    memory: Memory
    sums: Mapping[str, str] = field(default_factory=dict)
    """Hashes by path, where they were written down."""
    seeds_dir: str = "seeds"
    """Where the sheets say that the articles stand."""

    @cached_property
    def paths(self) -> dict[str, str]:
        """The sheets by the id of their briefing."""
        return {PurePosixPath(path).stem: path for path in self._names(self.folders.briefings)}

    def hash_of(self, briefing: str) -> str:
        """The hash of a sheet's bytes; empty where there is none."""
        return self._hash(self.paths[briefing]) if briefing in self.paths else ""

    def sheet(self, briefing: str) -> SheetVersion | None:
        """A sheet, or None where there is none or nothing of it can be understood."""
        if briefing not in self.paths:
            return None
        path = self.paths[briefing]
        key = self._hash(path)
        if key not in self.parsed.sheets:
            read = self._read(Sheet, path, names=self._registered)
            self.parsed.sheets[key] = self.memory.of(_sheet_version, read) if read else None
        return self.parsed.sheets[key]

    def sources(self, briefing: str) -> dict[str, SourceRecord]:
        """The sources of a briefing, each with all that sheet, registry and sidecar say of it."""
        version = self.sheet(briefing)
        return dict(self._sources(version.sheet)) if version else {}

    @cached_property
    def registry(self) -> Registry:
        """The shared objects."""
        return self.memory.of(_one_registry, self._shelves)

    @cached_property
    def _shelves(self) -> tuple[Registry, ...]:
        paths = {PurePosixPath(path).stem: path for path in self._names(self.folders.registry)}
        return tuple(self._shelf(path, name) for name, path in paths.items() if name in Registry.model_fields)

    @cached_property
    def registry_hash(self) -> tuple[str, ...]:
        """The same for two versions with the same registry and sidecars."""
        paths = [*self._names(self.folders.registry), *self._names(self.folders.seeds)]
        return tuple(f"{PurePosixPath(path).name} {self._hash(path)}" for path in paths)

    @cached_property
    def _registered(self) -> Names:
        return self.memory.of(names_in, self.registry)

    def _shelf(self, path: str, name: str) -> Registry:
        key = (name, self._hash(path))
        if key not in self.parsed.shelves:
            file = self.snapshot.text(path)
            is_empty = file is None or not _COMMENTS.sub("", file.text).strip()
            read = None if is_empty else self._read(Registry, path, under=name)
            self.parsed.shelves[key] = read.value if read and read.value else _NOTHING
        return self.parsed.shelves[key]

    def _sources(self, sheet: Sheet) -> Iterator[tuple[str, SourceRecord]]:
        own = [("", sheet.source)] if sheet.source else []
        for name, record in [*own, *sheet.sources.items()]:
            key = name or record.id or _id_of(record)
            merged = _merged(self.registry.sources.get(key, SourceRecord()), record)
            yield key, _merged(merged, self._sidecar(merged))

    def _sidecar(self, record: SourceRecord) -> SourceRecord:
        beside = sidecar_path(record.file or "")
        path = self.folders.seeds + beside.removeprefix(self.seeds_dir)
        if not beside.startswith(f"{self.seeds_dir}/") or path not in self._sidecars:
            return SourceRecord()
        key = self._hash(path)
        if key not in self.parsed.records:
            read = self._read(SourceRecord, path)
            self.parsed.records[key] = read.value if read else None
        return self.parsed.records[key] or SourceRecord()

    @cached_property
    def _sidecars(self) -> frozenset[str]:
        return frozenset(self._names(self.folders.seeds))

    def _read(self, model: type[M], path: str, under: str = "", names: Names | None = None) -> ReadFile[M] | None:
        self._check_hash(path)
        file = self.snapshot.text(path)
        read = self.memory.of(read_file, model, file, under, names) if file else None
        errors = [each for each in read.findings if each.is_error] if read else []
        if read is None or errors:
            because = f": {errors[0].message}" if errors else ""
            message = f"this file of an earlier version is not understood in full{because}"
            self.parsed.findings.append(Finding(codes.UNREADABLE_EDITION, Span(path, 0, 0), message, _HELP))
        return read

    def _check_hash(self, path: str) -> None:
        if path in self.sums and self.sums[path] != self.snapshot.sha256(path):
            message = "this file was changed after its edition was frozen"
            help_ = f"restore it, for example with `git checkout -- {path}`; corrections belong into the next edition"
            self.parsed.findings.append(Finding(codes.CHANGED_EDITION, Span(path, 0, 0), message, help_))

    def _hash(self, path: str) -> str:
        return self.sums.get(path) or self.snapshot.sha256(path)

    def _names(self, folder: str) -> list[str]:
        if self.sums:
            return sorted(path for path in self.sums if path.startswith(folder + "/") and path.endswith(SHEET_ENDINGS))
        return self.snapshot.names(folder, SHEET_ENDINGS)


@dataclass(frozen=True)
class Edition:
    """A frozen version and its day; `number` counts the editions of one day from 1."""

    day: date
    number: int
    version: Version

    @property
    def name(self) -> str:
        """The name of its folder."""
        return self.version.name


@dataclass(frozen=True)
class Editions:
    """The editions of a site, oldest first, and the sheets as they stand."""

    current: Version
    frozen: tuple[Edition, ...]

    def read_all(self) -> list[Finding]:
        """Parse every sheet and shelf that differs from another, and give what was wrong."""
        for edition in self.frozen:
            for briefing in edition.version.paths:
                edition.version.sources(briefing)
            _ = edition.version.registry
        return self.current.parsed.findings


def editions_of(corpus: Corpus) -> Editions:
    """The editions beside a corpus, which must be whole: neither a draft nor cut down to what may be published."""
    settings, current = corpus.settings, current_version(corpus)
    folder = settings.folder(settings.editions_dir)
    if folder.is_symlink() or not folder.is_dir():
        return Editions(current, ())
    names = [match for each in folder.iterdir() if each.is_dir() and (match := _NAME.fullmatch(each.name))]
    found = [_edition(match, settings, current) for match in names if _is_day(match[1])]
    return Editions(current, tuple(sorted(found, key=lambda edition: (edition.day, edition.number))))


def current_version(corpus: Corpus, name: str = "", folders: Folders | None = None) -> Version:
    """The version that a corpus was read from, with what was parsed already."""
    settings, parsed = corpus.settings, Parsed()
    for briefing in corpus.briefings.values():
        ids = frozenset(name for part in briefing.withheld for name in part.ids)
        version = SheetVersion(briefing.sheet, briefing.facts, ids, not briefing.withheld)
        parsed.sheets[corpus.snapshot.sha256(briefing.at.file)] = version
    for path in corpus.unread:
        parsed.sheets[corpus.snapshot.sha256(path)] = None
    there = folders or Folders.of(settings)
    return Version(name, corpus.snapshot, there, parsed, corpus.memory, seeds_dir=settings.seeds_dir)


def version_in(settings: Settings, folders: Folders, name: str, parsed: Parsed) -> Version:
    """The version that stands in the folders of a site."""
    memory = Memory()
    snapshot = Snapshot(settings.root, memory)
    return Version(name, snapshot, folders, parsed, memory, seeds_dir=settings.seeds_dir)


def _edition(match: re.Match[str], settings: Settings, current: Version) -> Edition:
    folder, snapshot = f"{settings.editions_dir}/{match[0]}", current.snapshot
    sums = {f"{folder}/{name}": value for name, value in _sums(snapshot, f"{folder}/{SUMS}")}
    there = Folders.within(folder)
    version = Version(match[0], snapshot, there, current.parsed, current.memory, sums, settings.seeds_dir)
    return Edition(date.fromisoformat(match[1]), int(match[2] or 1), version)


def _sums(snapshot: Snapshot, path: str) -> Iterator[tuple[str, str]]:
    file = snapshot.text(path)
    for line in file.text.splitlines() if file else ():
        if match := _SUM.fullmatch(line):
            yield match[2], match[1]


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _one_registry(shelves: tuple[Registry, ...]) -> Registry:
    """The shelves of several files as one registry; each file was validated already."""
    parts = {name: getattr(shelf, name) for shelf in shelves for name in shelf.model_fields_set}
    return Registry.model_construct(**parts)


_NOTHING = Registry.model_construct()


def _sheet_version(read: ReadFile[Sheet]) -> SheetVersion | None:
    if read.value is None:
        return None
    ids = frozenset(name for part in read.dropped for name in part.ids)
    return SheetVersion(read.value, facts_of(read.value, read.file, read.original), ids, not read.dropped)


def _merged(first: SourceRecord, second: SourceRecord) -> SourceRecord:
    """Both records in one; the first wins, and two that disagree were a finding when they were current."""
    update = {name: getattr(second, name) for name in second.model_fields_set - first.model_fields_set}
    return first.model_copy(update=update)


def _id_of(record: SourceRecord) -> str:
    try:
        return id_from_stem(PurePosixPath(record.file or "").stem)
    except IdError:
        return record.file or ""
