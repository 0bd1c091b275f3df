"""The short forms of a sheet: each says the same as its long form."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from briefsmith.model.evidence import EvidenceFault, Quote, structure_evidence
from briefsmith.model.objects import Actor, Term
from briefsmith.model.sheet import Sheet
from briefsmith.model.statements import Claim, Event

LEAST = {"briefing": "a", "title": "A", "date": "2026-03-04"}


def sheet(**fields: Any) -> Sheet:
    """A sheet with these fields."""
    return Sheet.model_validate({**LEAST, **fields})


VIEW = {"view": "It is so.", "evidence": "x"}


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ({"actors": {"russia": "Russia"}}, {"actors": {"russia": {"name": "Russia"}}}),
        ({"issues": {"war": "The war"}}, {"issues": {"war": {"title": "The war"}}}),
        ({"source": "reuters-1109"}, {"source": {"id": "reuters-1109"}}),
        ({"sources": "a"}, {"sources": {"a": {}}}),
        ({"sources": ["a", "b"]}, {"sources": {"a": {}, "b": {}}}),
        ({"positions": {"a": {"b": VIEW}}}, {"positions": {"a": {"b": [VIEW]}}}),
        ({"drafted_by": "A. Editor"}, {"drafted_by": ["A. Editor"]}),
        (
            {"events": {"event": "E", "date": "2026", "evidence": "x"}},
            {"events": [{"event": "E", "date": "2026", "evidence": ["x"]}]},
        ),
    ],
)
def test_a_short_form_means_its_long_form(short: dict[str, Any], long: dict[str, Any]) -> None:
    """One line where one line says it all."""
    left, right = sheet(**short), sheet(**long)
    assert left.model_copy(update={"events": ()}) == right.model_copy(update={"events": ()})
    assert [_said(event) for event in left.events] == [_said(event) for event in right.events]


def _said(event: Event) -> tuple[str, list[str]]:
    """What it says; its quotes also remember how they were written."""
    return event.sentence, [quote.exact for quote in event.evidence]


@pytest.mark.parametrize(
    ("post", "role", "organization"),
    [
        ("Foreign Minister, russia", "Foreign Minister", "russia"),
        ("Minister of Water, Energy and Dams,arven", "Minister of Water, Energy and Dams", "arven"),
    ],
)
def test_a_post_is_a_role_and_an_organisation(post: str, role: str, organization: str) -> None:
    """Divided at the last comma."""
    actor = Actor.model_validate({"name": "A", "post": post, "posts": {"role": "r", "organization": "o"}})
    assert [(each.role, each.organization) for each in actor.all_posts] == [(role, organization), ("r", "o")]


def test_people_without_names_may_be_given_by_the_words_alone() -> None:
    """`by_unnamed: two people` is its mapping's `words`."""
    short = Claim.model_validate({"claim": "c", "evidence": "x", "by_unnamed": "two people"})
    long = Claim.model_validate({"claim": "c", "evidence": "x", "by_unnamed": {"words": "two people"}})
    assert short.by_unnamed == long.by_unnamed


def test_a_definition_is_one_sense_or_several() -> None:
    """Each with its own evidence."""
    assert [each.text for each in Term.model_validate({"term": "t", "definition": "d"}).definition] == ["d"]
    several = Term.model_validate({"term": "t", "definition": ["d", {"text": "e", "evidence": "x"}]})
    assert [(each.text, len(each.evidence)) for each in several.definition] == [("d", 0), ("e", 1)]


@pytest.mark.parametrize(
    ("written", "quotes"),
    [
        ("one", [Quote("one")]),
        (["one", "two"], [Quote("one", at=(0,)), Quote("two", at=(1,))]),
        ({"reuters": "one"}, [Quote("one", "reuters", at=("reuters",))]),
        (
            {"reuters": ["one", "two"], "ria": "three"},
            [
                Quote("one", "reuters", at=("reuters", 0)),
                Quote("two", "reuters", at=("reuters", 1)),
                Quote("three", "ria", at=("ria",)),
            ],
        ),
        ({"exact": "one"}, [Quote("one", at=("exact",))]),
        (
            [{"source": "ria", "exact": "one", "prefix": "a", "suffix": "b"}, "two", {"reuters": "three"}],
            [
                Quote("one", "ria", at=(0, "exact"), prefix="a", suffix="b"),
                Quote("two", at=(1,)),
                Quote("three", "reuters", at=(2, "reuters")),
            ],
        ),
    ],
)
def test_evidence_has_four_forms_that_may_be_mixed(written: Any, quotes: list[Quote]) -> None:
    """Each quote knows its source and its own place."""
    assert list(structure_evidence(written)) == quotes


@pytest.mark.parametrize(
    ("written", "at", "name"),
    [
        ("", (), "empty-value"),
        ("  \n", (), "empty-value"),
        ([], (), "empty-value"),
        ({}, (), "empty-value"),
        (["one", ""], (1,), "empty-value"),
        ({"reuters": ""}, ("reuters",), "empty-value"),
        ({"reuters": []}, ("reuters",), "empty-value"),
        ({"reuters": {"deep": "x"}}, ("reuters",), "wrong-type"),
    ],
)
def test_evidence_without_words_is_refused_at_its_place(written: Any, at: tuple[Any, ...], name: str) -> None:
    """An empty quote is no evidence."""
    with pytest.raises(ValidationError) as caught:
        Claim.model_validate({"claim": "c", "evidence": written})
    (error,) = caught.value.errors()
    assert error["type"] == "evidence"
    assert [(fault.at, fault.name) for fault in error["ctx"]["faults"] if isinstance(fault, EvidenceFault)] == [
        (at, name)
    ]


def test_every_fault_of_an_evidence_value_is_reported() -> None:
    """Not only the first."""
    with pytest.raises(ValidationError) as caught:
        Claim.model_validate(
            {"claim": "c", "evidence": ["", {"exact": "", "prefx": "a"}, {"source": "b", "prefix": "c"}]}
        )
    assert len(caught.value.errors()[0]["ctx"]["faults"]) == 4


@pytest.mark.parametrize("value", [[[]], ["a", []], ["a", {}], {"courier": []}, {"courier": ["a", []]}])
def test_an_empty_list_of_quotes_is_refused_wherever_it_stands(value: object) -> None:
    """Also beside quotes that say something: schema and validator agree that it holds nothing."""
    with pytest.raises(PydanticCustomError) as refused:
        structure_evidence(value)
    faults = (refused.value.context or {})["faults"]
    assert [fault.name for fault in faults] == ["empty-value"]
