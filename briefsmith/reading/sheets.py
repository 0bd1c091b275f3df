"""One YAML file to one typed object: a pure function of the file, so that many files can be read side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel

from briefsmith.findings import catalogue as codes
from briefsmith.findings.finding import Address, Finding, Related, Span
from briefsmith.reading.cutting import ids_in, original_path, part_at
from briefsmith.reading.structuring import structure
from briefsmith.text.file import TextFile
from briefsmith.text.rescue import Taken
from briefsmith.text.yamltree import Path, Spot, Tree, YamlFault, read_yaml

M = TypeVar("M", bound=BaseModel)

_CODES = {
    "syntax": codes.YAML_SYNTAX,
    "duplicate-key": codes.DUPLICATE_KEY,
    "alias": codes.YAML_ALIAS,
    "tag": codes.YAML_TAG,
    "limit": codes.OVER_LIMIT,
    "control-character": codes.CONTROL_CHARACTER,
    "several-documents": codes.SEVERAL_DOCUMENTS,
    "no-mapping": codes.NO_FIELDS,
    "conflict": codes.YAML_SYNTAX,
}


@dataclass(frozen=True, slots=True)
class Dropped:
    """A part that was left out: where it stood, its id, and all ids in it, to which others may refer."""

    path: Path
    id: str
    ids: frozenset[str]
    reason: Finding | None = None
    """Why it is no YAML, where it is none."""


@dataclass(frozen=True)
class ReadFile(Generic[M]):
    """What one file holds; `value` is None where nothing of it could be understood."""

    file: str
    value: M | None
    findings: tuple[Finding, ...]
    dropped: tuple[Dropped, ...] = ()
    """The parts that had to be left out."""
    spots: dict[Path, Spot] | None = None
    """Where its values stand, if that was asked for."""

    def original(self, path: Path) -> Path:
        """The path in the file of what stands at a path of `value`, from which parts may have been left out."""
        return original_path(path, [part.path for part in self.dropped])


Names = Mapping[str, Mapping[str, tuple[str, str]]]
"""Of each shelf of the registry, the required field and its value by id: a sheet that adds to an object may omit it."""


def read_file(
    model: type[M], file: TextFile, under: str = "", names: Names | None = None, *, places: bool = False
) -> ReadFile[M]:
    """Read a sheet, a registry file or a sidecar. `under`: a file without this top-level key is its content alone."""
    read = read_yaml(file.text, places=places)
    findings = [_finding(file.path, fault) for fault in read.faults]
    if read.tree is None:
        return ReadFile(file.path, None, tuple(findings), spots=read.spots if places else None)
    tree: dict[str, Tree] = {under: read.tree} if under and under not in read.tree else read.tree
    structured = structure(model, _with_names(tree, names or {}), file.path)
    taken_ids = {name for taken in read.taken for name in taken.ids}
    broken = [_broken(file, taken, finding) for taken, finding in zip(read.taken, findings, strict=False)]
    doubled = [_doubled(file, finding, read.lost) for finding in findings if finding.code is codes.DUPLICATE_KEY][:1]
    dropped = (*broken, *doubled, *(_dropped(tree, path) for path in structured.dropped))
    findings += _roots(structured.findings, taken_ids, bool(read.taken))
    return ReadFile(file.path, structured.value, tuple(findings), dropped, read.spots if places else None)


def _finding(file: str, fault: YamlFault) -> Finding:
    related = (Related(Span(file, *fault.first), "first used here"),) if fault.first else ()
    return Finding(_CODES[fault.kind], Span(file, fault.start, fault.end), fault.message, fault.help, related)


def _roots(findings: tuple[Finding, ...], taken: set[str], is_broken: bool) -> Iterator[Finding]:
    """Without the fields that are missing or empty only because they stood in a block that is no YAML."""
    for finding in findings:
        last = str(finding.at.path[-1]) if isinstance(finding.at, Address) and finding.at.path else ""
        is_gone = finding.code is codes.MISSING_FIELD and last in taken
        if not is_gone and not (finding.code is codes.EMPTY_VALUE and is_broken):
            yield finding


def _broken(file: TextFile, taken: Taken, finding: Finding) -> Dropped:
    """A block that is no YAML: it has no path, so it is called by its lines."""
    first, last = file.position(taken.start)[0], file.position(max(taken.start, taken.end - 1))[0]
    return Dropped((f"lines {first} to {last}",), "", taken.ids, finding)


def _doubled(file: TextFile, finding: Finding, lost: set[str]) -> Dropped:
    """What stands under doubled keys, of which only the first is read."""
    line = file.position(finding.at.start if isinstance(finding.at, Span) else 0)[0]
    return Dropped((f"line {line}",), "", frozenset(lost), finding)


def _dropped(tree: Tree, path: Path) -> Dropped:
    part = part_at(tree, path)
    own = part.get("id") if isinstance(part, dict) else None
    name = own if isinstance(own, str) else str(path[-1])
    ids = ids_in(part) | {name} | ({part} if isinstance(part, str) else set())
    return Dropped(path, name, ids | {_as_id(each) for each in ids})


def _as_id(text: str) -> str:
    """The id that was probably meant where a text is none."""
    return _NO_ID.sub("-", text.lower()).strip("-")


_NO_ID = re.compile("[^a-z0-9]+")


def _with_names(tree: dict[str, Tree], names: Names) -> dict[str, Tree]:
    """The tree with the names that the registry gives to the objects to which a sheet only adds something."""
    completed = dict(tree)
    for shelf, known in names.items():
        objects = tree.get(shelf)
        if isinstance(objects, dict) and not known.keys().isdisjoint(objects):
            completed[shelf] = {name: _with_name(item, known.get(name)) for name, item in objects.items()}
    return completed


def _with_name(item: Tree, known: tuple[str, str] | None) -> Tree:
    return {known[0]: known[1], **item} if known and isinstance(item, dict) else item
