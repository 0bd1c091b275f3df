"""The JSON Schemas: complete for editors, and of one mind with the validator."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter, ValidationError

from briefsmith.model import evidence, fields, objects, reasoning, statements
from briefsmith.model.options import options_schema
from briefsmith.model.schema import json_schema, schema_files
from briefsmith.model.sheet import Sheet
from briefsmith.model.snippets import SNIPPETS
from briefsmith.settings import PLUGIN_OPTIONS
from tools.editor_sheets import broken, load_core, made_up_sheet, verdict

WHOLE = json_schema(Sheet)
FILES = {name: json.loads(text) for name, text in schema_files()}


def _walk(node: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(node, dict):
        yield path, node
    for step, each in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        if step not in ("examples", "defaultSnippets"):
            yield from _walk(each, f"{path}/{step}")


@pytest.mark.parametrize("name", FILES)
def test_a_schema_is_one(name: str) -> None:
    """JSON Schema 2020-12, whose references all lead somewhere."""
    Draft202012Validator.check_schema(FILES[name])
    definitions = FILES[name].get("$defs", {})
    leads = {node["$ref"].removeprefix("#/$defs/") for _, node in _walk(FILES[name]) if "$ref" in node}
    assert leads == definitions.keys()


@pytest.mark.parametrize("name", FILES)
def test_every_key_has_a_description_and_an_example(name: str) -> None:
    """Without exception, at every depth."""
    keys = {
        f"{path}: {key}": row
        for path, node in _walk(FILES[name])
        for key, row in node.get("properties", {}).items()
        if row is not False and not path.endswith(("/then", "/properties"))
    }
    known = {key: row for key, row in keys.items() if not key.endswith(": briefsmith")}
    assert len(known) > 2
    assert [key for key, row in known.items() if not row.get("description") or not row.get("examples")] == []


@pytest.mark.parametrize("name", FILES)
def test_every_word_has_a_meaning(name: str) -> None:
    """One sentence each."""
    for path, node in _walk(FILES[name]):
        if isinstance(node.get("enum"), list):
            assert len(node["enumDescriptions"]) == len(node["enum"]), path
            assert all(each.endswith(".") for each in node["enumDescriptions"]), path


def test_every_option_of_the_plugin_is_in_the_schema_of_mkdocs_yml() -> None:
    """And no other."""
    (ours,) = [
        node for _, node in _walk(options_schema()["properties"]["plugins"]["anyOf"][0]) if "defaultSnippets" in node
    ]
    assert set(ours["properties"]) == set(PLUGIN_OPTIONS)
    validator = Draft202012Validator(options_schema())
    for key, row in ours["properties"].items():
        for example in row["examples"]:
            assert validator.is_valid({"plugins": [{"briefsmith": {key: example}}, "search", {"other": {"a": 1}}]})


MODELS = {
    model.__name__: model
    for room in (statements, objects, reasoning, evidence)
    for model in vars(room).values()
    if isinstance(model, type) and model.__name__ in SNIPPETS
} | {"Sheet": Sheet}
CASES = [(kind, snippet) for kind, snippets in SNIPPETS.items() for snippet in snippets]


@pytest.mark.parametrize(("kind", "snippet"), CASES, ids=[f"{kind}: {snippet.label}" for kind, snippet in CASES])
def test_a_snippet_with_its_own_words_is_right(kind: str, snippet: Any) -> None:
    """For the schema and for the validator."""
    filled = re.sub(r"\$\{\d+[:|]([^,|}]*)[^}]*\}", r"\1", json.dumps(snippet.body))
    text = yaml.safe_dump(json.loads(filled))
    MODELS[kind].model_validate(json.loads(filled))
    schema = WHOLE if kind == "Sheet" else {"$ref": f"#/$defs/{kind}", "$defs": WHOLE["$defs"]}
    assert list(Draft202012Validator(schema).iter_errors(load_core(text))) == []


SCALARS = """
no NO yes on off y n true True false null Null ~ 2014 010 0777 0o17 0x1F 1e3 1.10 1.500 .nan .inf -.inf 1_000 +1 -0 -5
12:30 12:30:45 1:20 2025-08-15 2025-08 2026-02-30 2025-10~ 2025-13-01 9/11/2025 09.11.2025 17XX/18XX 2025-10/..
2025-08-15T10:00:00Z unknown a-b A-b -a index 404 UA Q212 en zh-Hant CC-BY-4.0 0BSD 90% 0.9 1.5 50 =
https://a.example/b example.org ftp://a.example/b mailto:a@b.example "" " " "2014" "no" "null" "~" "1.500" "2025-08-15"
"""
AWKWARD = re.findall(r'"[^"]*"|\S+', SCALARS)
KINDS = {
    "text": fields.Text,
    "reference": fields.ActorRef,
    "id": fields.Id,
    "date": fields.Date,
    "quantity": fields.Value,
    "share": fields.Share,
    "instant": fields.Instant,
    "url": fields.Url,
    "language": fields.Language,
    "country": fields.Country,
    "wikidata": fields.Wikidata,
    "licence": fields.Licence,
    "count": fields.Count,
}
CALENDAR = {("date", "2026-02-30")}
"""What only a calendar knows."""


@pytest.mark.parametrize("scalar", AWKWARD)
@pytest.mark.parametrize("kind", KINDS)
def test_schema_and_validator_agree_on_an_awkward_scalar(kind: str, scalar: str) -> None:
    """But for what is lost when YAML makes a number, a truth value or nothing of a text: there the schema gives way."""
    typed = load_core(f"a: {scalar}")["a"]
    schema = {"$ref": f"#/$defs/{kind}", "$defs": WHOLE["$defs"]}
    by_schema = Draft202012Validator(schema).is_valid(typed)
    try:
        TypeAdapter(KINDS[kind]).validate_python(scalar.strip('"'))
        by_validator = True
    except ValidationError:
        by_validator = False
    spelling_is_lost = not isinstance(typed, str) or (kind, scalar) in CALENDAR
    assert by_schema == by_validator or (by_schema and spelling_is_lost)


def test_the_table_of_scalars_is_long_enough() -> None:
    """At least sixty."""
    assert len(set(AWKWARD)) >= 60


@pytest.mark.parametrize("number", range(50))
def test_schema_and_validator_agree_on_a_made_up_sheet(number: int) -> None:
    """Whole, and with one thing changed."""
    chance = Random(f"test {number}")
    sheet = made_up_sheet(chance)
    whole, changed = verdict(sheet), verdict(broken(sheet, chance))
    assert whole.schema
    assert whole.validator
    assert changed.schema == changed.validator


@pytest.mark.parametrize(
    ("kind", "right"),
    [
        ("date", "unknown"), ("date", "Summer 2024"), ("date", "about 2022"), ("date", "about summer 2022"),
        ("date", "2024 or 2025-03"), ("date", "by 2025-11-09"), ("date", "week of 2015-07-12"), ("date", "[..2024]"),
        ("date", "[2024, 2025-02..2025-04]"), ("date", "../2025"), ("date", "/2025"), ("date", "Y17000"),
        ("date", "2025?-11-09"), ("date", "2025-1X"), ("date", "201X~"), ("date", "-0044-03-15"), ("date", "2024-22"),
        ("date", "late 2025-10/2025-11"), ("date", "2025-11-09T12:00+01:00"), ("date", " 2025 "),
        ("quantity", "about 19 %"), ("quantity", "more  than 1,234,567.8 barrels"), ("quantity", "20 to 30 tanks"),
        ("quantity", "between −3 and 4 °C"), ("quantity", "almost all"), ("quantity", "nearly 210 billion USD"),
        ("quantity", "12’500 Schweizer Franken"), ("quantity", "Über 5 Mio"), ("quantity", "5km²"),
        ("instant", "2025-11-10T09:30:00.123+01:00"), ("instant", "20251110T0930Z"), ("instant", "2025-W46-1 09:30+01"),
        ("url", "HTTPS://пример.example/a?b#c"), ("url", "http://[::1]:80/"), ("url", "mailto:desk@example.org"),
        ("licence", "Public Domain"), ("language", "x-private"), ("language", "sl-rozaj-biske-1994"),
    ],
)  # fmt: skip
def test_what_the_validator_accepts_no_pattern_refuses(kind: str, right: str) -> None:
    """The rarer forms of each grammar; one that the validator refuses is none."""
    schema = {"$ref": f"#/$defs/{kind}", "$defs": WHOLE["$defs"]}
    try:
        TypeAdapter(KINDS[kind]).validate_python(right)
    except ValidationError:
        assert right == "Über 5 Mio"
        return
    assert Draft202012Validator(schema).is_valid(right)
