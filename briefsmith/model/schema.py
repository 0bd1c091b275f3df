"""JSON Schema (2020-12) for editors, generated from the typed model: the model is the only definition."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from briefsmith.model.base import Part
from briefsmith.model.descriptions import descriptions
from briefsmith.model.evidence import FullQuote
from briefsmith.model.objects import SourceRecord
from briefsmith.model.sheet import Registry, Sheet
from briefsmith.model.vocabulary import Word

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMAS: dict[str, type[Part]] = {
    "fact-sheet.schema.json": Sheet,
    "registry.schema.json": Registry,
    "source.schema.json": SourceRecord,
}
"""File name and what it describes: a sheet, a file of the registry, a source's sidecar."""

_SHORT_FORMS = {
    "Actor": "the name alone",
    "Issue": "the title alone",
    "Sense": "the definition alone",
    "Post": "`<role>, <id of an actor>`",
    "Unnamed": "the source's words alone",
    "SourceRecord": "id of a source in the registry",
}


def json_schema(model: type[Part]) -> dict[str, Any]:
    """The schema of one file, with a description and an example for every key and a meaning for every word."""
    _, whole = models_json_schema([(model, "validation"), (FullQuote, "validation")])
    definitions: dict[str, Any] = whole["$defs"]
    for part in _parts(definitions):
        _describe(definitions[part.__name__], part)
    for word in _words():
        if word.__name__ in definitions:
            _explain(definitions[word.__name__], word)
    shown = {name: _with_short_forms(definition) for name, definition in definitions.items()}
    top = shown.pop(model.__name__)
    shown[model.__name__] = top
    return {"$schema": DIALECT, **top, "$defs": {name: shown[name] for name in sorted(shown)}}


def schema_files() -> Iterator[tuple[str, str]]:
    """Name and text of each schema, the same bytes for the same model."""
    for name, model in SCHEMAS.items():
        yield name, json.dumps(json_schema(model), ensure_ascii=False, indent=2) + "\n"


def _parts(definitions: dict[str, Any]) -> Iterator[type[BaseModel]]:
    waiting: list[type[BaseModel]] = [Part]
    while waiting:
        for part in waiting.pop().__subclasses__():
            waiting.append(part)
            if part.__name__ in definitions:
                yield part


def _words() -> list[type[Word]]:
    return Word.__subclasses__()


def _describe(definition: dict[str, Any], part: type[BaseModel]) -> None:
    said = descriptions(part)
    for name, field in part.model_fields.items():
        row = definition["properties"].get(field.alias or name)
        if row is not None and name in said:
            row["description"] = said[name]
            row.pop("title", None)
            row.pop("default", None)


def _explain(definition: dict[str, Any], word: type[Word]) -> None:
    definition.pop("enum", None)
    definition.pop("description", None)
    definition["oneOf"] = [{"const": each.value, "description": each.meaning} for each in word]


def _with_short_forms(node: Any) -> Any:
    """Wherever a mapping may be written as its main text alone, say so to the editor."""
    if isinstance(node, list):
        return [_with_short_forms(each) for each in node]
    if not isinstance(node, dict):
        return node
    reference = str(node.get("$ref", "")).removeprefix("#/$defs/")
    if reference in _SHORT_FORMS and set(node) <= {"$ref", "description", "examples"}:
        rest = {key: value for key, value in node.items() if key != "$ref"}
        text = {"type": "string", "minLength": 1, "description": _SHORT_FORMS[reference]}
        return {**rest, "anyOf": [{"$ref": node["$ref"]}, text]}
    return {key: _with_short_forms(value) for key, value in node.items()}
