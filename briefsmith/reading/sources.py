"""Sources: what sheets, registry and sidecars say of one article, put together, and the article itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import PurePosixPath

from briefsmith.findings import catalogue as codes
from briefsmith.findings.finding import Address, Finding, Related, Span
from briefsmith.findings.nearest import did_you_mean
from briefsmith.model.fields import UNKNOWN
from briefsmith.model.objects import SourceRecord
from briefsmith.model.sheet import Registry, Sheet
from briefsmith.reading.corpus import Article, Source, Withheld
from briefsmith.reading.memory import Memory
from briefsmith.reading.records import added, passages_in
from briefsmith.reading.sheets import read_file
from briefsmith.reading.snapshot import Snapshot
from briefsmith.settings import Settings
from briefsmith.text.yamltree import Path
from briefsmith.values.ident import IdError, id_from_stem

_MERGED_ELSEWHERE = {"id", "file", "set_aside"}


@dataclass
class Shelf:
    """Collects the sources of a site while its sheets are read."""

    settings: Settings
    snapshot: Snapshot
    memory: Memory = field(default_factory=Memory)
    findings: list[Finding] = field(default_factory=list)
    _records: dict[str, list[tuple[Address, SourceRecord]]] = field(default_factory=dict)
    _refused: set[tuple[str, Path]] = field(default_factory=set)
    _sidecars: dict[str, tuple[Address, SourceRecord] | None] = field(default_factory=dict)
    """Fields whose values were refused when their file was read, so that they are not missing as well."""
    _broken: set[tuple[str, str]] = field(default_factory=set)
    """The names of fields in blocks that are no YAML, each with its file."""

    def add_registry(self, registry: Registry, file: str, withheld: tuple[Withheld, ...]) -> None:
        """Take the registry's sources, which sheets may then name by their ids alone."""
        self._refused |= {(file, part.path) for part in withheld}
        for name, record in registry.sources.items():
            self._add(name, Address(file, ("sources", name)), record)

    def add_sheet(self, sheet: Sheet, file: str, withheld: tuple[Withheld, ...]) -> tuple[str, ...]:
        """Take a sheet's sources and give their ids."""
        self._refused |= {(file, part.path) for part in withheld}
        self._broken |= {(file, name) for part in withheld if str(part.path[0]).startswith("line") for name in part.ids}
        ids = []
        for at, name, record in _declared(sheet, file):
            if name and record.id not in {None, name}:
                message, help_ = f"source `{name}` has another `id`", "leave `id` out: the key is the id"
                self.findings.append(Finding(codes.CONFLICTING_SOURCE, at.at("id"), message, help_))
            key = name or record.id or self._id_of(record, at)
            if record.file or key in self._records:
                self._add(key, at, record)
                ids.append(key)
            else:
                self._report_unknown(at, key)
        return tuple(dict.fromkeys(ids))

    def sources(self) -> dict[str, Source]:
        """All sources, each put together once."""
        sources = {name: self._source(name, records) for name, records in sorted(self._records.items())}
        first: dict[str, Source] = {}
        for source in sources.values():
            other = first.setdefault(source.record.file or source.id, source)
            if other is not source:
                related = (Related(other.at_field("file"), f"source `{other.id}`"),)
                message = f"article `{source.record.file}` is source `{other.id}` already"
                help_ = "use one id for one article, or they count as two sources"
                self.findings.append(
                    Finding(codes.CONFLICTING_SOURCE, source.at_field("file"), message, help_, related)
                )
        return sources

    def _add(self, name: str, at: Address, record: SourceRecord) -> None:
        self._records.setdefault(name, []).append((at, record))

    def _id_of(self, record: SourceRecord, at: Address) -> str:
        """The id that its sidecar gives it, or else its file's name."""
        if not record.file:
            return ""
        beside = self._sidecar(record)
        if beside and beside[1].id:
            return beside[1].id
        try:
            return _id_from_name(record.file)
        except IdError as error:
            self.findings.append(Finding(codes.MALFORMED_ID, at.at("file"), error.message, error.help))
            return "source"

    def _is_refused(self, at: Address, key: str) -> bool:
        return (at.file, (*at.path, key)) in self._refused or (at.file, key) in self._broken

    def _report_unknown(self, at: Address, key: str) -> None:
        if self._is_refused(at, "file"):
            return
        if key:
            help_ = did_you_mean(key, self._records, "give it a `file:`, or add it to the registry")
            narrow = Address(at.file, at.path, word=key)
            self.findings.append(Finding(codes.UNKNOWN_REFERENCE, narrow, f"no source `{key}` in the registry", help_))
        else:
            self.findings.append(Finding(codes.MISSING_FIELD, at, "`file` is missing", _FILE_HELP))

    def _source(self, name: str, records: list[tuple[Address, SourceRecord]]) -> Source:
        first_at, merged = records[0]
        for at, record in records[1:]:
            merged = self._merge(name, merged, first_at, record, at)
        sidecar = self._sidecar(merged)
        if sidecar:
            merged = self._merge(name, merged, first_at, *sidecar[::-1])
        places = (*records, *([sidecar] if sidecar else []))
        self._report_missing(name, merged, [at for at, _ in records])
        source = Source(name, merged, first_at, None, passages_in(places), places)
        source = replace(source, article=self._article(merged, source.at_field("file")))
        return self.memory.same(f"source {name}", source)

    def _report_missing(self, name: str, record: SourceRecord, ats: list[Address]) -> None:
        if record.file is None and not any(self._is_refused(at, "file") for at in ats):
            self.findings.append(Finding(codes.MISSING_FIELD, ats[0], "`file` is missing", _FILE_HELP))
        beside = [Address(sidecar_path(record.file))] if record.file else []
        if record.date is None and not any(self._is_refused(at, "date") for at in [*ats, *beside]):
            help_ = "add `date:`, or `date: unknown`"
            self.findings.append(Finding(codes.MISSING_FIELD, ats[0], f"source `{name}` has no `date`", help_))

    def _sidecar(self, record: SourceRecord) -> tuple[Address, SourceRecord] | None:
        """`seeds/<stem>.yml`, where it stands beside the article."""
        if not record.file or not self._is_below_seeds(record.file):
            return None
        if record.file not in self._sidecars:
            self._sidecars[record.file] = self._read_sidecar(record.file)
        return self._sidecars[record.file]

    def _read_sidecar(self, article: str) -> tuple[Address, SourceRecord] | None:
        path = sidecar_path(article)
        file = self.snapshot.text(path) if path != article else None
        if file is None:
            return None
        read = self.memory.of(read_file, SourceRecord, file)
        self.findings += read.findings
        self._refused |= {(path, part.path) for part in read.dropped}
        if read.value is None:
            self._refused.add((path, ("date",)))
        return (Address(path), read.value) if read.value else None

    def _merge(self, name: str, old: SourceRecord, old_at: Address, new: SourceRecord, new_at: Address) -> SourceRecord:
        """Both records in one; where they say different things, a finding names both places."""
        for key in new.model_fields_set:
            value, before = getattr(new, key), getattr(old, key, None)
            if key == "set_aside" or (key == "id" and value == name) or before is None or before == value:
                continue
            if key in old.model_fields_set:
                related = (Related(old_at.at(key), "the other one"),)
                message = f"source `{name}` has another `{key}` elsewhere"
                help_ = (
                    "keep one of the two; or give this source another id" if key == "file" else "keep one of the two"
                )
                self.findings.append(Finding(codes.CONFLICTING_SOURCE, new_at.at(key), message, help_, related))
        return added(old, new)

    def _is_below_seeds(self, path: str) -> bool:
        return _is_below(self.settings.seeds_dir, path)

    def _article(self, record: SourceRecord, at: Address) -> Article | None:
        if record.file is None:
            return None
        path = record.file
        folder = PurePosixPath(self.settings.seeds_dir)
        if not self._is_below_seeds(path):
            message, help_ = f"`{path}` is not below `{folder}/`", f"put the article into `{folder}/`"
            self.findings.append(Finding(codes.UNKNOWN_SEED, at, message, help_))
            return None
        file = self.snapshot.text(path)
        if file is None and not self.snapshot.exists(path) and not self.snapshot.is_refused(path):
            seeds = self.snapshot.names(self.settings.seeds_dir, (".txt", ".md"))
            help_ = did_you_mean(path, seeds, f"put the article into `{folder}/`")
            self.findings.append(Finding(codes.UNKNOWN_SEED, at, f"no article `{path}`", help_))
        if file is not None and not file.text.strip():
            self.findings.append(Finding(codes.EMPTY_SEED, at, f"article `{path}` is empty", "put its text into it"))
            return None
        if file is not None and (nul := file.text.find("\x00")) >= 0:
            message, help_ = f"article `{path}` holds the control character U+0000", "save it again as plain text"
            self.findings.append(Finding(codes.CONTROL_CHARACTER, Span(path, nul, nul + 1), message, help_))
            return None
        language = record.language if record.language not in {None, UNKNOWN} else self.settings.language
        return Article(file, str(language)) if file else None


# The paths of a site are asked for anew at every reading, and hardly ever change.
@lru_cache(maxsize=65536)
def _is_below(folder: str, path: str) -> bool:
    return PurePosixPath(folder) in PurePosixPath(path).parents and ".." not in PurePosixPath(path).parts


@lru_cache(maxsize=65536)
def _id_from_name(file: str) -> str:
    return id_from_stem(PurePosixPath(file).stem)


@lru_cache(maxsize=65536)
def sidecar_path(file: str) -> str:
    """Where the sidecar of an article stands, if it has one."""
    path = PurePosixPath(file)
    return path.with_suffix(".yml").as_posix() if path.name else ""


_FILE_HELP = "add `file: seeds/<name>.txt`"


def _declared(sheet: Sheet, file: str) -> Iterator[tuple[Address, str, SourceRecord]]:
    if sheet.source:
        yield Address(file, ("source",)), "", sheet.source
    for name, record in sheet.sources.items():
        yield Address(file, ("sources", name)), name, record
