"""The fact sheet's fields and words, held against the tables of schema v1."""

from __future__ import annotations

import json
import typing
from enum import StrEnum
from typing import Any

import pytest
from pydantic import BaseModel, ValidationError
from pydantic.json_schema import models_json_schema

from briefsmith.model import vocabulary
from briefsmith.model.evidence import FullQuote, Quote
from briefsmith.model.objects import Actor, Correction, Issue, Post, Sense, SetAside, SourceRecord, Term
from briefsmith.model.reasoning import Advice, Assessment, Question
from briefsmith.model.sheet import Registry, Sheet
from briefsmith.model.statements import Claim, Event, Figure, Position, Statement, Unnamed
from briefsmith.values.edtf import EdtfDate
from briefsmith.values.quantity import Quantity
from briefsmith.values.tags import Tlp

STATEMENT = """
evidence by by_unnamed via date since until date_basis date_words date_note status contradicts denied_by forum audience
key tlp supersedes compatible_with places note desk_note review_by id formerly retracted move only_if
"""
REASONING = "id formerly tlp review_by note"

FIELDS: dict[type[BaseModel], str] = {
    Sheet: """
        briefing title date language review_by state tlp bottom_line summary drafted_by cleared_by cleared_at source
        sources actors issues positions events figures claims terms assessments advice questions
    """,
    Registry: "actors issues terms sources",
    Statement: STATEMENT,
    FullQuote: "source exact prefix suffix translation translated_by credibility by by_unnamed via",
    Unnamed: "words side count",
    SourceRecord: """
        file date type title publisher author url language accessed via licence reliability note set_aside text sha256
        coverage reviewed corrected withdrawn date_basis date_note permission archived id
    """,
    SetAside: "text reason note",
    Correction: "date reason",
    Actor: """
        name type post posts other_names names country wikidata part_of members on_behalf_of note evidence
    """,
    Post: "role organization since until on_behalf_of evidence",
    Issue: "title question broader note other_names evidence",
    Position: f"""
        {STATEMENT} demand condition offer concession acceptance rejection red-line commitment intention threat interest
        undecided view stance
    """,
    Event: f"{STATEMENT} event type mode happening decider actors follows parent",
    Figure: f"{STATEMENT} figure value scope unit per",
    Claim: f"{STATEMENT} claim form under about",
    Term: """
        term type definition other_names use renderings broader members country region wikidata note evidence
    """,
    Sense: "text evidence",
    Assessment: f"""
        {REASONING} judgement confidence likelihood basis because assumptions alternatives indicators author date
    """,
    Advice: f"{REASONING} implication decision line avoid basis by audience",
    Question: f"{REASONING} question about why status answer",
}

REQUIRED: dict[type[BaseModel], str] = {
    Sheet: "briefing title date",
    Statement: "evidence",
    FullQuote: "exact",
    Unnamed: "words",
    SourceRecord: "",
    SetAside: "text reason",
    Correction: "date reason",
    Actor: "name",
    Post: "role organization",
    Issue: "title",
    Position: "evidence",
    Event: "evidence event date",
    Figure: "evidence figure value",
    Claim: "evidence claim",
    Term: "term",
    Sense: "text",
    Assessment: "judgement confidence basis",
    Advice: "basis",
    Question: "question",
}

WORDS: dict[type[StrEnum], str] = {
    vocabulary.BriefingState: "current closed",
    vocabulary.Status: "reported confirmed claimed unattributed rumour denied refuted implied",
    vocabulary.DateBasis: "stated completed relative inferred outside",
    vocabulary.Move: "repeats hardens softens adds-condition reverses clarifies",
    vocabulary.Happening: "held scheduled expected cancelled postponed rescheduled",
    vocabulary.PositionKind: """
        demand condition offer concession acceptance rejection red-line commitment intention threat interest undecided
        view
    """,
    vocabulary.Stance: "favor against neither",
    vocabulary.EventType: """
        agree consult support concede cooperate aid retreat request accuse reject threaten protest sanction mobilize
        coerce assault
    """,
    vocabulary.EventMode: "phone visit third-party",
    vocabulary.Scope: "each together ambiguous",
    vocabulary.ClaimForm: "assertion allegation denial forecast provision",
    vocabulary.TermType: "concept place name loaded",
    vocabulary.ActorType: "unspecified person state organization armed-force party media group",
    vocabulary.SetAsideReason: "boilerplate heading background duplicate out-of-scope colour",
    vocabulary.TextShown: "full excerpts",
    vocabulary.Reliability: "A B C D E F",
    vocabulary.Credibility: "1 2 3 4 5 6",
    vocabulary.Translator: "desk machine publisher",
    vocabulary.Confidence: "high moderate low",
    vocabulary.Likelihood: """
        almost-no-chance very-unlikely unlikely roughly-even-chance likely very-likely almost-certain
    """,
    vocabulary.QuestionStatus: "open answered",
    vocabulary.Yes: "true",
}

LEAST: dict[type[BaseModel], dict[str, Any]] = {
    Sheet: {"briefing": "a", "title": "A", "date": "2026-03-04"},
    Registry: {},
    Statement: {"evidence": "x"},
    FullQuote: {"exact": "x"},
    Unnamed: {"words": "two people"},
    SourceRecord: {},
    SetAside: {"text": "x", "reason": "colour"},
    Correction: {"date": "2026", "reason": "x"},
    Actor: {"name": "A"},
    Post: {"role": "r", "organization": "a"},
    Issue: {"title": "A"},
    Position: {"view": "So.", "evidence": "x"},
    Event: {"event": "E", "date": "unknown", "evidence": "x"},
    Figure: {"figure": "F", "value": "1", "evidence": "x"},
    Claim: {"claim": "C", "evidence": "x"},
    Term: {"term": "t"},
    Sense: {"text": "x"},
    Assessment: {"judgement": "J", "confidence": "low", "basis": "a"},
    Advice: {"line": "L", "basis": "a"},
    Question: {"question": "Q?"},
}
KINDS = {kind.value for kind in vocabulary.PositionKind} | {"implication", "decision", "line", "avoid"}


def keys(model: type[BaseModel]) -> dict[str, Any]:
    """The fields of a model under the keys that an editor writes."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


@pytest.mark.parametrize("model", FIELDS)
def test_a_mapping_has_the_fields_of_its_table(model: type[BaseModel]) -> None:
    """No more and no less."""
    assert sorted(keys(model)) == sorted(FIELDS[model].split())


@pytest.mark.parametrize("model", REQUIRED)
def test_a_mapping_requires_what_its_table_requires(model: type[BaseModel]) -> None:
    """Everything else may be left out."""
    required = {key for key, field in keys(model).items() if field.is_required()}
    assert required == set(REQUIRED[model].split())
    model.model_validate(LEAST[model])


@pytest.mark.parametrize("words", WORDS)
def test_a_closed_list_has_its_words(words: type[StrEnum]) -> None:
    """Each word with the sentence that explains it."""
    assert [str(word) for word in words] == WORDS[words].split()
    assert all(word.meaning.endswith(".") for word in words)  # type: ignore[attr-defined]


def test_tlp_has_its_five_markings_in_order() -> None:
    """TLP 2.0, from the one for everybody to the one for nobody else."""
    assert [str(mark.value) for mark in sorted(Tlp)] == ["CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"]


CASES = [(model, key) for model in FIELDS for key in keys(model)]


@pytest.mark.parametrize(("model", "key"), CASES, ids=[f"{model.__name__}.{key}" for model, key in CASES])
def test_the_example_of_a_field_is_accepted(model: type[BaseModel], key: str) -> None:
    """Alone in the least object of its kind; a field is never left as untyped text where it has a type."""
    field = keys(model)[key]
    for example in field.examples or []:
        least = {name: value for name, value in LEAST[model].items() if key not in KINDS or name not in KINDS}
        value = getattr(model.model_validate({**least, key: example}), key.replace("-", "_"))
        assert value is not None
        assert _is_typed(value, field.annotation)


def _is_typed(value: Any, annotation: Any) -> bool:
    types = [
        each
        for each in _classes(annotation)
        if issubclass(each, EdtfDate | Quantity | StrEnum | Tlp | BaseModel | Quote)
    ]
    return not types or all(isinstance(each, tuple(types)) for each in _leaves(value))


def _leaves(value: Any) -> list[Any]:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else None
    return [value] if inner is None else [leaf for each in inner for leaf in _leaves(each)]


def _classes(annotation: Any) -> list[type]:
    if isinstance(annotation, type):
        return [annotation]
    return [found for each in typing.get_args(annotation) for found in _classes(each)]


@pytest.mark.parametrize("model", [model for model in FIELDS if model is not Statement])
def test_a_key_that_is_neither_known_nor_marked_is_refused(model: type[BaseModel]) -> None:
    """`x-…` passes through and is kept."""
    kept = model.model_validate({**LEAST[model], "x-desk": {"a": ["1"]}})
    assert kept.model_extra == {"x-desk": {"a": ["1"]}}
    for key in ("desk", "X-desk", "x_desk", "xdesk", "Evidence", "stance "):
        with pytest.raises(ValidationError) as caught:
            model.model_validate({**LEAST[model], key: "1"})
        assert [error["type"] for error in caught.value.errors()] == ["unknown-key"]


LISTS = [
    (model, key)
    for model in FIELDS
    for key, field in keys(model).items()
    if typing.get_origin(field.annotation) is tuple and key != "evidence"
]


@pytest.mark.parametrize(("model", "key"), LISTS, ids=[f"{model.__name__}.{key}" for model, key in LISTS])
def test_a_list_may_be_written_as_its_only_value(model: type[BaseModel], key: str) -> None:
    """One value is a list of one."""
    inner = typing.get_args(keys(model)[key].annotation)[0]
    inner_model = next((each for each in [inner, *typing.get_args(inner)] if each in LEAST), None)
    one = LEAST[inner_model] if inner_model else "a-b"
    lone = model.model_validate({**LEAST[model], key: one})
    many = model.model_validate({**LEAST[model], key: [one]})
    assert getattr(lone, key) == getattr(many, key)
    assert len(getattr(lone, key)) == 1


@pytest.mark.parametrize("kinds", [{}, {"demand": "a", "offer": "b"}, {"red-line": "a", "view": "b", "threat": "c"}])
def test_a_position_has_exactly_one_kind(kinds: dict[str, str]) -> None:
    """Neither none nor two."""
    with pytest.raises(ValidationError) as caught:
        Position.model_validate({"evidence": "x", **kinds})
    assert caught.value.errors()[0]["type"] == "kind-count"


@pytest.mark.parametrize("kind", vocabulary.PositionKind)
def test_a_position_is_of_the_kind_of_its_key(kind: vocabulary.PositionKind) -> None:
    """The key's value is the sentence."""
    position = Position.model_validate({str(kind): "It is so.", "evidence": "x"})
    assert (position.kind, position.sentence) == (kind, "It is so.")


@pytest.mark.parametrize("kinds", [{}, {"line": "a", "avoid": "b"}])
def test_advice_has_exactly_one_kind(kinds: dict[str, str]) -> None:
    """And is AMBER unless it says otherwise."""
    with pytest.raises(ValidationError):
        Advice.model_validate({"basis": "a", **kinds})
    assert Advice.model_validate({"line": "L", "basis": "a"}).tlp is Tlp.AMBER


@pytest.mark.parametrize(
    ("written", "marking"), [("RED", Tlp.RED), ("TLP:AMBER+STRICT", Tlp.AMBER_STRICT), (" CLEAR ", Tlp.CLEAR)]
)
def test_a_marking_may_carry_its_prefix(written: str, marking: Tlp) -> None:
    """As it is printed on papers."""
    assert Sheet.model_validate({**LEAST[Sheet], "tlp": written}).tlp is marking


@pytest.mark.parametrize(
    ("model", "key", "value"),
    [
        (Sheet, "briefing", "A B"),
        (Sheet, "briefing", "../x"),
        (Sheet, "briefing", "index"),
        (Sheet, "title", ""),
        (Sheet, "title", ["a"]),
        (Sheet, "date", "2026-02-30"),
        (Sheet, "date", ""),
        (Sheet, "language", "english!"),
        (Sheet, "state", "open"),
        (Sheet, "tlp", "clear"),
        (Sheet, "cleared_at", "2025-11-10T09:30:00"),
        (Sheet, "cleared_at", "yesterday"),
        (Sheet, "actors", "russia"),
        (Sheet, "actors", {"Russia": "Russia"}),
        (Sheet, "actors", {"russia": ""}),
        (Sheet, "positions", {"russia": "no"}),
        (Sheet, "events", "x"),
        (SourceRecord, "url", "javascript:alert(1)"),
        (SourceRecord, "url", "//example.org/x"),
        (SourceRecord, "licence", "free for all"),
        (SourceRecord, "sha256", "abc"),
        (SourceRecord, "reliability", "G"),
        (SourceRecord, "text", "all"),
        (Actor, "country", "Russia"),
        (Actor, "wikidata", "58217"),
        (Actor, "post", "Foreign Minister"),
        (Actor, "post", ", russia"),
        (Actor, "names", {"Ukrainian!": "x"}),
        (Event, "date", "soon"),
        (Event, "type", "meet"),
        (Figure, "value", ""),
        (Figure, "value", ["1"]),
        (Unnamed, "count", "two"),
        (Position, "key", "yes"),
        (Position, "stance", "for"),
        (Assessment, "basis", []),
        (Assessment, "likelihood", "maybe"),
        (FullQuote, "credibility", "7"),
        (Claim, "id", "Bad Id"),
    ],
)
def test_a_wrong_value_is_refused(model: type[BaseModel], key: str, value: Any) -> None:
    """Every field has its grammar, and none takes what it cannot mean."""
    with pytest.raises(ValidationError):
        model.model_validate({**LEAST[model], key: value})


@pytest.mark.parametrize("model", FIELDS)
def test_every_field_is_explained_and_has_a_schema(model: type[BaseModel]) -> None:
    """The JSON Schema is made from the model and is closed."""
    _, whole = models_json_schema([(model, "validation"), (FullQuote, "validation")])
    json.dumps(whole)
    schema = whole["$defs"][model.__name__]
    assert schema["additionalProperties"] is False
    assert set(schema["properties"]) == set(keys(model))
