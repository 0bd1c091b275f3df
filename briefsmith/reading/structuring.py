"""From a tree of texts to a typed object, with every mistake as a finding at its own place.

What is wrong is cut out and the rest is structured again, so that one bad date neither hides the other findings nor,
in a draft, takes the whole briefing with it.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from briefsmith.findings import catalogue as codes
from briefsmith.findings.catalogue import CATALOGUE
from briefsmith.findings.finding import Address, Finding
from briefsmith.findings.nearest import did_you_mean
from briefsmith.model.evidence import EvidenceFault, Fault, FullQuote
from briefsmith.model.fields import kind_of
from briefsmith.reading.cutting import cut, cut_path, original_path
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
        places = [original_path(_path(error), dropped) for error in errors]
        new = [each for error, path in zip(errors, places, strict=True) for each in _findings(error, path, model, file)]
        findings += [finding for finding in _roots(new, dropped) if finding not in findings]
        parts = {part for error in errors if (part := _part(tree, error))}
        if not parts:
            break
        tree = copy.deepcopy(tree)
        cut(tree, parts)
        dropped += sorted({original_path(part, dropped) for part in parts}, key=str)
    return Structured(None, tuple(findings), tuple(dropped))


def _path(error: Any) -> Path:
    return tuple(step for step in error["loc"] if step != "[key]")


def _part(tree: Tree, error: Any) -> Path | None:
    return cut_path(tree, _path(error), is_unknown_key=error["type"] == "unknown-key")


def _roots(findings: list[Finding], dropped: Sequence[Path]) -> Iterator[Finding]:
    """Without the fields that are missing only because their key is misspelt, or because their value was refused."""
    misspelt = {
        (finding.at.path[:-1], finding.help)
        for finding in findings
        if finding.code is codes.UNKNOWN_KEY and isinstance(finding.at, Address)
    }
    misplaced = {path for path, help_ in misspelt if help_ in _BELONGS.values()}
    for finding in findings:
        path = finding.at.path if isinstance(finding.at, Address) else ()
        is_missing = finding.code is codes.MISSING_FIELD
        is_told = path[:-1] in misplaced or (path and (path[:-1], f"did you mean `{path[-1]}`?") in misspelt)
        if not is_missing or (path not in dropped and not is_told):
            yield finding


def _findings(error: Any, path: Path, model: type[BaseModel], file: str) -> Iterator[Finding]:
    kind, context, value = error["type"], error.get("ctx", {}), error["input"]
    at = Address(file, path)
    if kind == "evidence":
        for fault in context["faults"]:
            yield from _in_evidence(fault, at)
    elif kind == "missing":
        yield Finding(codes.MISSING_FIELD, at, f"`{path[-1]}` is missing", f"add `{path[-1]}:`")
    elif kind == "unknown-key":
        yield _unknown_key(at, value, model)
    elif kind in {"enum", "literal_error"}:
        yield _unknown_word(at, value, context)
    elif kind == "string_too_short":
        yield Finding(codes.EMPTY_VALUE, at, f"`{_name(path)}` is empty", _FILL_IN)
    elif kind == "string_pattern_mismatch":
        message = f"`{value}` is no value for `{_name(path)}`"
        yield Finding(codes.MALFORMED_VALUE, at, message, f"it must match {context['pattern']}")
    elif kind == "too_short":
        yield Finding(codes.EMPTY_VALUE, at, f"`{_name(path)}` is empty", "name at least one")
    elif kind in _OF_GRAMMARS and value == "":
        yield Finding(codes.EMPTY_VALUE, at, f"`{_name(path)}` is empty", _FILL_IN)
    elif kind in CATALOGUE.by_name:
        is_key = error["loc"][-1:] == ("[key]",)
        narrow = Address(file, (*path, context["key"]), key=True) if context["key"] else replace(at, key=is_key)
        yield Finding(CATALOGUE.by_name[kind], narrow, context["message"], context["help"])
    else:
        yield _wrong_type(at, kind, value)


def _in_evidence(fault: Fault, at: Address) -> Iterator[Finding]:
    here = at.at(*fault.at)
    if isinstance(fault, EvidenceFault):
        yield Finding(CATALOGUE.by_name[fault.name], here, fault.message, fault.help)
    elif fault.error["type"] == "unknown-key":
        key = str(fault.error["loc"][-1])
        help_ = did_you_mean(_CALLED_EXACT.get(key, key), FullQuote.model_fields)
        yield Finding(codes.UNKNOWN_KEY, Address(at.file, here.at(key).path, key=True), f"unknown key `{key}`", help_)
    else:
        yield from _findings(fault.error, here.at(*fault.error["loc"]).path, FullQuote, at.file)


_CALLED_EXACT = dict.fromkeys(("quote", "text", "words"), "exact")
"""What editors call `exact` when they do not remember its name."""


def _unknown_key(at: Address, key: str, model: type[BaseModel]) -> Finding:
    help_ = did_you_mean(key, known_keys(model, at.path[:-1]), "remove it, or begin it with `x-`")
    if at.path[:1] != (_SECTIONS.get(key),) and at.path[0] in {*_SECTIONS.values(), "positions"}:
        help_ = _BELONGS.get(key, help_)
    return Finding(codes.UNKNOWN_KEY, Address(at.file, at.path, key=True), f"unknown key `{key}`", help_)


def _unknown_word(at: Address, value: Any, context: dict[str, Any]) -> Finding:
    words = [word.strip(" '") for word in context["expected"].replace(" or ", ", ").split(",")]
    if not isinstance(value, str):
        return _wrong_type(at, "string_type", value)
    name = _name(at.path)
    if not value:
        return Finding(codes.EMPTY_VALUE, at, f"`{name}` is empty", did_you_mean("", words))
    return Finding(codes.UNKNOWN_WORD, at, f"`{value}` is no word for `{name}`", did_you_mean(value, words))


_SECTIONS = {
    "event": "events",
    "figure": "figures",
    "claim": "claims",
    "judgement": "assessments",
    "line": "advice",
    "question": "questions",
}
_BELONGS = {key: f"a fact with `{key}` belongs under `{section}`" for key, section in _SECTIONS.items()}
_OF_GRAMMARS = {"malformed-value", "malformed-date", "malformed-quantity", "malformed-id", "unsafe-url"}
_FILL_IN = "fill it in, or leave out the key if it is optional"
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
        return Finding(codes.EMPTY_VALUE, at, f"`{_name(at.path)}` is empty", _FILL_IN)
    message = f"expected {expected} for `{_name(at.path)}`, found {kind_of(value)}"
    return Finding(codes.WRONG_TYPE, at, message, _shape(at.path, kind))


_ITEMS = "write each as `- {}: …`, with its other fields on the lines below"
_SHAPES = {
    "actors": "write each as `<id>: <name>`",
    "issues": "write each as `<id>: <title>`",
    "terms": "write each as `<id>:`, with `term: …` on the line below",
    "source": "write `file: …` and `date: …` on the lines below",
    "sources": "write each as `<id>:`, with `file: …` and `date: …` on the lines below",
    "positions": "write the holder, below it the issue, and below that the position",
    "events": _ITEMS.format("event"),
    "figures": _ITEMS.format("figure"),
    "claims": _ITEMS.format("claim"),
    "assessments": _ITEMS.format("judgement"),
    "advice": _ITEMS.format("line"),
    "questions": _ITEMS.format("question"),
}


def _shape(path: Path, kind: str) -> str:
    """How a value is written that has another shape than it should."""
    if kind == "string_type":
        return "write one text; put it in quotation marks if it begins with a bracket"
    return next((_SHAPES[step] for step in path if step in _SHAPES), "write its fields on the lines below, indented")


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
