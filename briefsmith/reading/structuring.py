"""From a tree of texts to a typed object, with every mistake as a finding at its own place.

What is wrong is cut out and the rest is structured again, so that one bad date neither hides the other findings nor,
in a draft, takes the whole briefing with it.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from briefsmith.findings import catalogue as codes
from briefsmith.findings.catalogue import CATALOGUE
from briefsmith.findings.finding import Address, Finding
from briefsmith.findings.nearest import did_you_mean
from briefsmith.model.evidence import FullQuote
from briefsmith.model.fields import kind_of
from briefsmith.text.yamltree import Path, Tree

M = TypeVar("M", bound=BaseModel)

_ROUNDS = 8


@dataclass(frozen=True)
class Structured(Generic[M]):
    """The object, or None where nothing of it could be saved, and what was wrong."""

    value: M | None
    findings: tuple[Finding, ...]
    dropped: tuple[Path, ...] = ()
    """The parts that were cut out."""


def structure(model: type[M], tree: dict[str, Any], file: str) -> Structured[M]:
    """Structure a tree as a model; `file` is the file that the findings name."""
    findings: list[Finding] = []
    dropped: list[Path] = []
    for _ in range(_ROUNDS):
        try:
            return Structured(model.model_validate(tree), tuple(findings), tuple(dropped))
        except ValidationError as refusal:
            errors = refusal.errors(include_url=False)
        new = [finding for error in errors for finding in _findings(error, model, file)]
        findings += [finding for finding in _roots(new) if finding not in findings]
        tree = copy.deepcopy(tree)
        cut = {path for error in errors if (path := _cut_path(tree, error["loc"], error["type"]))}
        if not cut:
            break
        for path in sorted(cut, key=_later_first, reverse=True):
            _remove(tree, path)
        dropped += cut
    return Structured(None, tuple(findings), tuple(dropped))


def _roots(findings: list[Finding]) -> Iterator[Finding]:
    """Without the fields that are missing only because their key is misspelt."""
    misspelt = {
        (finding.at.path[:-1], finding.help)
        for finding in findings
        if finding.code is codes.UNKNOWN_KEY and isinstance(finding.at, Address)
    }
    for finding in findings:
        path = finding.at.path if isinstance(finding.at, Address) else ()
        if finding.code is not codes.MISSING_FIELD or (path[:-1], f"did you mean `{path[-1]}`?") not in misspelt:
            yield finding


def _later_first(path: Path) -> tuple[tuple[bool, str | int], ...]:
    return tuple((isinstance(step, str), step) for step in path)


def _findings(error: Any, model: type[BaseModel], file: str) -> Iterator[Finding]:
    path: Path = tuple(step for step in error["loc"] if step != "[key]")
    kind, context, value = error["type"], error.get("ctx", {}), error["input"]
    at = Address(file, path)
    if kind == "evidence":
        for fault in context["faults"]:
            help_ = fault.help or (did_you_mean(str(fault.at[-1]), FullQuote.model_fields) if fault.at else "")
            yield Finding(
                CATALOGUE.by_name.get(fault.name, codes.MALFORMED_VALUE), at.at(*fault.at), fault.message, help_
            )
    elif kind == "missing":
        yield Finding(codes.MISSING_FIELD, at, f"`{path[-1]}` is missing", f"add `{path[-1]}:`")
    elif kind == "unknown-key":
        yield _unknown_key(at, value, model)
    elif kind in {"enum", "literal_error"}:
        yield _unknown_word(at, value, context)
    elif kind == "string_too_short":
        yield Finding(codes.EMPTY_VALUE, at, f"`{_name(path)}` is empty", "give it a value, or leave the key out")
    elif kind == "string_pattern_mismatch":
        message = f"`{value}` is no value for `{_name(path)}`"
        yield Finding(codes.MALFORMED_VALUE, at, message, f"it must match {context['pattern']}")
    elif kind == "too_short":
        yield Finding(codes.EMPTY_VALUE, at, f"`{_name(path)}` is empty", "name at least one")
    elif kind in CATALOGUE.by_name:
        yield Finding(CATALOGUE.by_name[kind], at, context["message"], context["help"])
    else:
        yield _wrong_type(at, kind, value)


def _unknown_key(at: Address, key: str, model: type[BaseModel]) -> Finding:
    help_ = did_you_mean(key, known_keys(model, at.path[:-1]), "remove it, or begin it with `x-`")
    return Finding(codes.UNKNOWN_KEY, Address(at.file, at.path, key=True), f"unknown key `{key}`", help_)


def _unknown_word(at: Address, value: Any, context: dict[str, Any]) -> Finding:
    words = [word.strip(" '") for word in context["expected"].replace(" or ", ", ").split(",")]
    if not isinstance(value, str):
        return _wrong_type(at, "string_type", value)
    name = _name(at.path)
    if not value:
        return Finding(codes.EMPTY_VALUE, at, f"`{name}` is empty", did_you_mean("", words))
    return Finding(codes.UNKNOWN_WORD, at, f"`{value}` is no word for `{name}`", did_you_mean(value, words))


_EXPECTED = {
    "string_type": "text",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
    "tuple_type": "a list",
    "list_type": "a list",
}


def _wrong_type(at: Address, kind: str, value: Any) -> Finding:
    expected = _EXPECTED.get(kind, "another value")
    if value == "":
        return Finding(
            codes.EMPTY_VALUE, at, f"`{_name(at.path)}` is empty", f"give it {expected}, or leave the key out"
        )
    message = f"expected {expected} for `{_name(at.path)}`, found {kind_of(value)}"
    return Finding(codes.WRONG_TYPE, at, message, "see the reference of fields")


def _name(path: Path) -> str:
    return next((step for step in reversed(path) if isinstance(step, str)), "the sheet")


def known_keys(model: type[BaseModel], path: Path) -> list[str]:
    """The keys that are allowed at a path of this model."""
    here: Any = model
    for step in path:
        here = _step(here, step)
    return [field.alias or name for each in _models(here) for name, field in each.model_fields.items()]


def _step(here: Any, step: str | int) -> Any:
    for model in _models(here):
        for name, field in model.model_fields.items():
            if step in (name, field.alias):
                return field.annotation
    arguments = [each for each in getattr(here, "__args__", ()) if each is not type(None)]
    return arguments[-1] if arguments and not isinstance(step, int) else here


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    """The mappings that may stand in a field, whatever wraps them."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        return
    for inner in getattr(annotation, "__args__", ()):
        yield from _models(inner)


_OBJECTS = {"positions": 4, "sources": 2, "actors": 2, "issues": 2, "terms": 2}
_LISTS = {"events", "figures", "claims", "assessments", "advice", "questions"}


def _cut_path(tree: Tree, loc: Path, kind: str) -> Path | None:
    """The smallest whole thing around a mistake that can be left out: a top-level field, or a whole object."""
    path = _real_path(tree, tuple(step for step in loc if step != "[key]"))
    if not path:
        return None
    first = str(path[0])
    if kind == "unknown-key" and first not in _OBJECTS and first not in _LISTS:
        return path
    length = _OBJECTS.get(first, 2 if first in _LISTS else 1)
    if first in {"positions", *_LISTS} and len(path) >= length and isinstance(path[length - 1], str):
        length -= 1  # its only item was written without a list
    return path[:length]


def _real_path(tree: Any, path: Path) -> Path:
    """The path without the steps that short forms leave out, as deep as it leads."""
    real: list[str | int] = []
    for step in path:
        is_there = (isinstance(tree, dict) and step in tree) or (
            isinstance(tree, list) and isinstance(step, int) and step < len(tree)
        )
        if is_there:
            tree = tree[step]
            real.append(step)
    return tuple(real)


def _remove(tree: Any, path: Path) -> None:
    for step in path[:-1]:
        tree = tree[step]
    del tree[path[-1]]
