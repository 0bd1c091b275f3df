"""Sheets as editors see them: YAML 1.2 with its types, and made-up sheets, valid and broken, for schema and validator.

The validator reads text and nothing else; an editor hands a schema what YAML's core schema makes of that text.
"""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Any

import yaml
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]
from pydantic import BaseModel, ValidationError

from briefsmith.model.reasoning import ADVICE_KINDS, Advice, Assessment, Question
from briefsmith.model.schema import json_schema
from briefsmith.model.sheet import Sheet
from briefsmith.model.statements import Claim, Event, Figure, Position
from briefsmith.model.vocabulary import PositionKind
from briefsmith.text.yamltree import read_yaml

BAD = (
    "9/11/2025", "09.11.2025", "{}", "[]", "Two Words", "http//x", "e.g. 5/9", "ftp://a.b/c", "2025-13-01", "Ä b",
    "index", "GREEN ISH", "yes", "N", "12:30 Uhr!", "nobody/nothing", "!", "-x", "a: b", "[[]]", "{a: }",
)  # fmt: skip
"""Values that are wrong in many places and right in a few. An empty one is not among them: see `docs/editors.md`."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the two say of one text."""

    schema: bool
    validator: bool


def verdict(text: str, model: type[BaseModel] = Sheet) -> Verdict:
    """Ask the schema about the typed YAML and the model about the tree of texts."""
    tree = read_yaml(text).tree
    try:
        model.model_validate(tree)
        accepted = True
    except ValidationError:
        accepted = False
    return Verdict(bool(_validator(model).is_valid(load_core(text))), accepted)


@cache
def _validator(model: type[Any]) -> Draft202012Validator:
    return Draft202012Validator(json_schema(model))


def load_core(text: str) -> Any:
    """The document with the types of YAML 1.2's core schema; keys stay text."""
    return yaml.load(text, _Core)  # the loader knows no tags but those of YAML's own types


class _Core(yaml.SafeLoader):
    """The core schema of YAML 1.2, chapter 10.3.2."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """Keys as they are written: JSON has no others."""
        return {key.value: self.construct_object(value, deep=deep) for key, value in node.value}


def _number(_: yaml.SafeLoader, node: yaml.ScalarNode) -> float:
    text = node.value.lower()
    if text[:2] in ("0x", "0o"):
        return int(text, 0)
    if re.fullmatch(r"[-+]?[0-9]+", text):
        return int(text)
    return float(text.replace(".inf", "inf").replace(".nan", "nan"))


_NUMBER = (
    r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
_Core.yaml_implicit_resolvers = {}
_Core.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:null|Null|NULL|~|)$"), None)
_Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$"), None)
_Core.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(f"^(?:{_NUMBER})$"), None)
_Core.add_constructor("tag:yaml.org,2002:float", _number)
_Core.add_constructor("tag:yaml.org,2002:bool", lambda _, node: node.value.lower() == "true")


_LISTS: dict[str, type[BaseModel]] = {
    "events": Event,
    "figures": Figure,
    "claims": Claim,
    "assessments": Assessment,
    "advice": Advice,
    "questions": Question,
}
_KINDS: dict[type[BaseModel], tuple[str, ...]] = {
    Position: tuple(kind.value for kind in PositionKind),
    Advice: ADVICE_KINDS,
}


def made_up_sheet(chance: Random) -> str:
    """A valid sheet, from the examples of the model."""
    sheet = _object(Sheet, chance, least=8)
    for section, model in _LISTS.items():
        sheet[section] = [_object(model, chance) for _ in range(chance.randint(1, 3))]
    sheet["positions"] = {"russia": {"territory": [_object(Position, chance) for _ in range(chance.randint(1, 3))]}}
    return _written(sheet)


def broken(text: str, chance: Random) -> str:
    """The same sheet with one thing changed: a key misspelt, added or left out, or a value replaced or wrapped."""
    tree = copy.deepcopy(read_yaml(text).tree)
    holder, key = chance.choice(list(_places(tree)))
    way = chance.randrange(5)
    if way == 0 and isinstance(holder, dict):
        holder[key + chance.choice("sxy_")] = holder.pop(key)
    elif way == 1 and isinstance(holder, dict):
        del holder[key]
    elif way == 2 and isinstance(holder, dict):
        holder[chance.choice(["remark", "x-remark", "Evidence", "demand", "line"])] = "Something."
    elif way == 3:
        holder[key] = chance.choice([[holder[key]], {"a": holder[key]}])
    else:
        bad = chance.choice(BAD)
        holder[key] = yaml.load(bad, yaml.BaseLoader) if bad[:1] in ("{", "[") else bad
    return _written(tree)


def _object(model: type[BaseModel], chance: Random, least: int = 1) -> dict[str, Any]:
    keys = {field.alias or name: field for name, field in model.model_fields.items()}
    kinds = _KINDS.get(model, ())
    free = [key for key, field in keys.items() if not field.is_required() and key not in kinds]
    chosen = [key for key, field in keys.items() if field.is_required()]
    chosen += chance.sample(free, chance.randint(min(least, len(free)), min(8, len(free))))
    chosen += [chance.choice(kinds)] if kinds else []
    return {key: _example(keys[key].examples or [], chance) for key in chosen}


def _example(examples: list[Any], chance: Random) -> Any:
    return json.loads(json.dumps(chance.choice(examples)))


def _places(node: Any) -> Iterator[tuple[Any, Any]]:
    steps = node.keys() if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ()
    for step in steps:
        yield node, step
        yield from _places(node[step])


class _Plain(yaml.SafeDumper):
    """Writes text without quotation marks wherever YAML can do without, as an editor would."""

    def ignore_aliases(self, _: Any) -> bool:
        """Never write `&a`."""
        return True


_Plain.yaml_implicit_resolvers = {}


def _written(tree: Any) -> str:
    text: str = yaml.dump(tree, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=120)
    return text
