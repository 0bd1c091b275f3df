"""JSON Schema (2020-12) for editors, generated from the typed model: the model is the only definition.

Beside the standard's keywords stand those that the YAML and JSON language servers understand and others ignore:
`enumDescriptions`, `errorMessage` and `defaultSnippets`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from enum import Enum
from functools import partial
from typing import Any, get_args, get_origin

from pydantic import BaseModel, WithJsonSchema
from pydantic.json_schema import models_json_schema

from briefsmith.model.base import Part
from briefsmith.model.descriptions import descriptions
from briefsmith.model.evidence import FullQuote
from briefsmith.model.grammar import GRAMMARS, MARK
from briefsmith.model.objects import SourceRecord
from briefsmith.model.options import options_schema
from briefsmith.model.reasoning import ADVICE_KINDS
from briefsmith.model.sheet import SECTIONS, Registry, Sheet
from briefsmith.model.snippets import SNIPPETS, keyed
from briefsmith.model.vocabulary import PositionKind, Word
from briefsmith.values.tags import Tlp

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SHELVES = ("actors", "issues", "terms", "sources")
"""The files of the registry."""

Schema = dict[str, Any]


def schema_files() -> Iterator[tuple[str, str]]:
    """Name and text of each schema, the same bytes for the same model."""
    for name, make in _FILES.items():
        yield name, json.dumps(make(), ensure_ascii=False, indent=1) + "\n"


def json_schema(model: type[Part]) -> Schema:
    """The schema of a sheet or a sidecar: a description and an example for every key, a meaning for every word."""
    definitions = _definitions(model)
    if model is Sheet:
        _allow_empty_sections(definitions["Sheet"]["properties"])
    return _closed_over(definitions[model.__name__], definitions)


def _allow_empty_sections(properties: Schema) -> None:
    """A section, a holder and an issue may stand there before anything stands under them."""
    by_issue = properties["positions"]["additionalProperties"]
    by_issue["additionalProperties"] = _or_empty(by_issue["additionalProperties"])
    properties["positions"]["additionalProperties"] = _or_empty(by_issue)
    properties.update({name: _or_empty(properties[name]) for name in SECTIONS})


def _or_empty(node: Schema) -> Schema:
    outside: Schema = {key: node[key] for key in ("description", "examples") if key in node}
    inside = {key: value for key, value in node.items() if key not in outside}
    listed = inside["anyOf"] if inside.keys() == {"anyOf"} else [inside]
    return {**outside, "anyOf": [*listed, _NOTHING]}


_NOTHING: Schema = {"not": {"type": ["string", "number", "boolean", "array", "object"]}}
"""No value at all; where `null` is listed as a type, editors offer the word."""


def registry_schema(shelf: str) -> Schema:
    """The schema of a file of the registry: the mapping from ids to objects, bare or under its name."""
    definitions = _definitions(Registry)
    objects = definitions["Registry"]["properties"][shelf]
    bare = next((each for each in objects.get("anyOf", ()) if each.get("type") == "object"), objects)
    under = {"type": "object", "properties": {shelf: objects}, "additionalProperties": False, **_EXTENSIONS}
    top = {
        "title": f"Registry: {shelf}",
        "description": objects["description"],
        "type": "object",
        "if": {"required": [shelf]},
        "then": under,
        "else": {key: value for key, value in bare.items() if key != "examples"},
    }
    return _closed_over(top, definitions)


_FILES: dict[str, Callable[[], Schema]] = {
    "fact-sheet.schema.json": partial(json_schema, Sheet),
    "source.schema.json": partial(json_schema, SourceRecord),
    **{f"registry-{shelf}.schema.json": partial(registry_schema, shelf) for shelf in SHELVES},
    "mkdocs.schema.json": lambda: {"$schema": DIALECT, **options_schema()},
}

_EXTENSIONS: Schema = {
    "patternProperties": {"^x-": {"description": "yours: passes through unchecked", "examples": ["internal"]}}
}


def _definitions(model: type[Part]) -> Schema:
    _, whole = models_json_schema([(model, "validation"), (FullQuote, "validation")])
    raw: Schema = whole["$defs"]
    for part in _parts(raw):
        _describe(raw[part.__name__], part)
    words = {word.__name__: _words(word) for word in _vocabulary() if word.__name__ in raw}
    return {name: words.get(name) or _plain(definition) for name, definition in raw.items()} | _VALUES


def _parts(definitions: Schema) -> Iterator[type[BaseModel]]:
    waiting: list[type[BaseModel]] = [Part]
    while waiting:
        for part in waiting.pop().__subclasses__():
            waiting.append(part)
            if part.__name__ in definitions:
                yield part


def _vocabulary() -> list[type[Enum]]:
    return [*Word.__subclasses__(), Tlp]


def _describe(definition: Schema, part: type[BaseModel]) -> None:
    """Put in what the model's docstrings say, the snippets, and which keys exclude each other."""
    said = descriptions(part)
    for name, field in part.model_fields.items():
        row = definition["properties"][field.alias or name]
        row["description"] = said[name]
        row["examples"] = _examples(row.get("examples", []))
        if (key := _key_grammar(field.annotation)) and row.get("type") == "object":
            row["propertyNames"] = {MARK: key}
    definition["description"] = " ".join((part.__doc__ or "").split())
    definition["patternProperties"] = _EXTENSIONS["patternProperties"]
    if snippets := SNIPPETS.get(part.__name__):
        definition["defaultSnippets"] = [each.schema() for each in snippets]
    if kinds := _KINDS.get(part.__name__):
        definition |= _exactly_one(kinds)


def _exactly_one(kinds: tuple[str, ...]) -> Schema:
    """One of these keys: where there is none the object is marked, and where there are several all but one of them."""
    message = f"Use exactly one of these keys; its value is the sentence: {', '.join(kinds)}."
    others = {
        kind: {"properties": dict.fromkeys(kinds[place:], False), "errorMessage": message}
        for place, kind in enumerate(kinds[:-1], 1)
    }
    return {"anyOf": [{"required": [kind], "errorMessage": message} for kind in kinds], "dependentSchemas": others}


def _examples(given: list[Any]) -> list[Any]:
    """With each list of objects its only value: editors insert an example that stands alone, and not as YAML."""
    return given + [each[0] for each in given if isinstance(each, list) and isinstance(each[0], dict)]


def _key_grammar(annotation: Any) -> str:
    """The grammar of a mapping's keys, of which pydantic says nothing."""
    key = next(iter(get_args(annotation)), None) if get_origin(annotation) is dict else None
    marks = [each.json_schema for each in getattr(key, "__metadata__", ()) if isinstance(each, WithJsonSchema)]
    return str(marks[0][MARK]) if marks and marks[0] else ""


_KINDS = {"Position": tuple(kind.value for kind in PositionKind), "Advice": ADVICE_KINDS}


def _words(word: type[Enum]) -> Schema:
    """A closed list. What YAML makes a number or a truth value is one here; the text of it is accepted as well."""
    spellings = [str(each.value) for each in word]
    typed = [json.loads(each) if each.isdigit() or each == "true" else each for each in spellings]
    # Every vocabulary but TLP says what its words mean; the type of a plain Enum does not know that.
    meanings = [_MARKINGS[each] if isinstance(each, Tlp) else each.meaning for each in word]  # type: ignore[attr-defined]
    listed = {"enum": typed, "enumDescriptions": meanings}
    also = "|".join(each.replace("+", r"\+") for each in spellings)
    if word is Tlp:
        return {"anyOf": [listed, {"type": "string", "pattern": rf"^\s*(?:TLP:)?(?:{also})\s*$"}]}
    return listed if typed == spellings else {"anyOf": [listed, {"type": "string", "pattern": f"^(?:{also})$"}]}


_MARKINGS = {
    Tlp.CLEAR: "For everybody.",
    Tlp.GREEN: "For the community, not for the public.",
    Tlp.AMBER: "For those in the organisation and its clients who need to know.",
    Tlp.AMBER_STRICT: "For those in the organisation who need to know.",
    Tlp.RED: "For the people in the room only.",
}


def _plain(node: Any) -> Any:
    """The node without what pydantic adds for programs, and with references to the grammars of values."""
    if isinstance(node, list):
        return [_plain(each) for each in node if each != {"type": "null"}]
    if not isinstance(node, dict):
        return node
    plain = {key: _plain(value) for key, value in node.items() if "properties" in node or not _is_noise(key, value)}
    if MARK in plain:
        plain = {"$ref": f"#/$defs/{plain.pop(MARK)}", **plain}
    if len(plain.get("anyOf", ())) == 1:
        (only,) = plain.pop("anyOf")
        plain = {**only, **plain}
    return _keyed(plain)


def _is_noise(key: str, value: Any) -> bool:
    return key == "default" or (key == "title" and isinstance(value, str))


def _keyed(node: Schema) -> Schema:
    """A mapping from ids, with the snippets of what it holds."""
    inner = node.get("additionalProperties")
    if not isinstance(inner, dict):
        return node
    name = next((_name(each) for each in [inner, *inner.get("anyOf", ())] if _name(each) in _IDS), None)
    if name is None:
        return node
    return {**node, "propertyNames": {"$ref": "#/$defs/id"}, "defaultSnippets": keyed(SNIPPETS[name], _IDS[name])}


def _name(node: Schema) -> str:
    return str(node.get("$ref", "")).removeprefix("#/$defs/")


_IDS = {"Actor": "lavrov", "Issue": "territory", "Term": "donbas", "SourceRecord": "reuters-1109"}

_QUOTES = {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/quotes"}}
_VALUES: Schema = {name: grammar.schema() for name, grammar in GRAMMARS.items()} | {
    "ids": {"anyOf": [{"$ref": "#/$defs/id"}, {"type": "array", "items": {"$ref": "#/$defs/id"}}]},
    "quotes": {"anyOf": [{"$ref": "#/$defs/quote"}, _QUOTES]},
    "by-source": {
        "description": "quotes by the id of their source",
        "type": "object",
        "minProperties": 1,
        "properties": dict.fromkeys(sorted(FullQuote.model_fields), False),
        "additionalProperties": {"$ref": "#/$defs/quotes"},
    },
    "any-quotes": {
        "anyOf": [
            {"$ref": "#/$defs/quote"},
            {"$ref": "#/$defs/FullQuote"},
            {"$ref": "#/$defs/by-source"},
            {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/any-quotes"}},
        ]
    },
    "evidence": {
        "anyOf": [
            {"$ref": "#/$defs/quote"},
            {"$ref": "#/$defs/FullQuote"},
            {"$ref": "#/$defs/by-source"},
            {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/any-quotes"}},
        ]
    },
}


def _closed_over(top: Schema, definitions: Schema) -> Schema:
    """The schema with the definitions that it uses and no others."""
    used: set[str] = set()
    waiting = list(_references(top))
    while waiting:
        name = waiting.pop()
        if name not in used:
            used.add(name)
            waiting += _references(definitions[name])
    return {"$schema": DIALECT, **top, "$defs": {name: definitions[name] for name in sorted(used)}}


def _references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield _name(node)
        node = list(node.values())
    for each in node if isinstance(node, list) else ():
        yield from _references(each)
