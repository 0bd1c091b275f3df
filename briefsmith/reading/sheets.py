"""One YAML file to one typed object: a pure function of the file, so that many files can be read side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel

from briefsmith.findings import catalogue as codes
from briefsmith.findings.finding import Finding, Related, Span
from briefsmith.reading.structuring import structure
from briefsmith.text.file import TextFile
from briefsmith.text.yamltree import Path, Tree, YamlFault, read_yaml

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
}


@dataclass(frozen=True)
class ReadFile(Generic[M]):
    """What one file holds; `value` is None where nothing of it could be understood."""

    file: str
    value: M | None
    findings: tuple[Finding, ...]
    dropped: tuple[tuple[Path, str], ...] = ()
    """The parts that had to be left out, with their ids where they have one."""


def read_file(model: type[M], file: TextFile, under: str = "") -> ReadFile[M]:
    """Read a sheet, a registry file or a sidecar. `under`: a file without this top-level key is its content alone."""
    read = read_yaml(file.text)
    findings = [_finding(file.path, fault) for fault in read.faults]
    if read.tree is None or any(fault.kind not in {"duplicate-key"} for fault in read.faults):
        return ReadFile(file.path, None, tuple(findings))
    tree: dict[str, Tree] = {under: read.tree} if under and under not in read.tree else read.tree
    structured = structure(model, tree, file.path)
    dropped = tuple((path, _id_at(tree, path)) for path in structured.dropped)
    return ReadFile(file.path, structured.value, (*findings, *structured.findings), dropped)


def _finding(file: str, fault: YamlFault) -> Finding:
    related = (Related(Span(file, *fault.first), "first used here"),) if fault.first else ()
    return Finding(_CODES[fault.kind], Span(file, fault.start, fault.end), fault.message, fault.help, related)


def _id_at(tree: Tree, path: Path) -> str:
    """The id of a part that was left out, so that what refers to it is not reported as well."""
    here: Tree = tree
    for step in path:
        here = here[step]  # type: ignore[index]
    if isinstance(here, dict) and isinstance(here.get("id"), str):
        return str(here["id"])
    return str(path[-1])
