"""Facts: the names of statements, and how references find them."""

from __future__ import annotations

import random
import re
from typing import Any

import pytest

from briefsmith.model.fact import Fact, FactKind, facts_of, holders_of
from briefsmith.model.references import references
from briefsmith.model.sheet import Sheet
from briefsmith.model.statements import Event, Position
from briefsmith.values.ident import anchor

POSITIONS = {
    "arven": {"gates": [{"red-line": "Will not open.", "evidence": "a"}, {"view": "It is late.", "evidence": "b"}]},
    "belmark & corland": {"gates": {"demand": "Open.", "evidence": "c", "id": "open"}},
}
FIELDS: dict[str, Any] = {
    "positions": POSITIONS,
    "events": [{"event": name, "date": "2026", "evidence": "x"} for name in ("They meet", "They part", "They  meet")],
    "figures": [{"figure": "Barges", "value": "40", "evidence": "x"}],
    "claims": [{"claim": "It rains.", "evidence": "x"}],
    "terms": {"sella": {"term": "Sella"}},
    "assessments": [{"judgement": "No.", "confidence": "low", "basis": "open"}],
    "advice": [{"line": "Yes.", "basis": "open"}],
    "questions": [{"question": "Why?"}],
}


def facts(fields: dict[str, Any]) -> tuple[Fact, ...]:
    """The facts of a sheet with these fields."""
    return facts_of(Sheet.model_validate({"briefing": "a", "title": "A", "date": "2026", **fields}), "a.yml")


def test_a_sheet_has_its_facts_in_its_order() -> None:
    """All eight kinds, positions first, with their addresses."""
    found = facts(FIELDS)
    assert [fact.kind.value for fact in found] == (
        ["position"] * 3 + ["event"] * 3 + ["figure", "claim", "assessment", "advice", "question", "term"]
    )
    assert {fact.kind for fact in found} == set(FactKind)
    assert found[1].at.path == ("positions", "arven", "gates", 1)
    assert found[2].holders == ("belmark", "corland")
    assert (found[2].issue, found[2].id, found[2].key) == ("gates", "open", "a#open")


def test_an_anchor_is_made_from_kind_holders_issue_and_sentence() -> None:
    """In normal form; equal ones are numbered in file order."""
    found = facts(FIELDS)
    assert found[0].id == anchor("f", "position", "arven", "gates", "Will not open.")
    assert [fact.id for fact in found[3:6]] == [
        anchor("f", "event", "", "", "They meet"),
        anchor("f", "event", "", "", "They part"),
        anchor("f", "event", "", "", "They meet") + "-2",
    ]
    assert all(re.fullmatch(r"f-[0-9a-f]{8}(-\d+)?", fact.id) for fact in found if fact.id not in {"open", "sella"})


def test_reordering_changes_no_name() -> None:
    """The order of lists, holders and issues says nothing about what a statement says."""
    names = {(fact.kind, " ".join(fact.sentence.split()), fact.id) for fact in facts(FIELDS)}
    assert len(names) == 12
    chance = random.Random(3)
    for _ in range(10):
        found = facts(_shuffled(FIELDS, chance))
        assert {(fact.kind, " ".join(fact.sentence.split()), fact.id) for fact in found} == names


def _shuffled(value: Any, chance: random.Random) -> Any:
    if isinstance(value, dict):
        return {key: _shuffled(value[key], chance) for key in chance.sample(list(value), len(value))}
    return chance.sample(value, len(value)) if isinstance(value, list) else value


def test_evidence_does_not_change_a_name() -> None:
    """A better quote keeps the links."""
    one = facts({"claims": {"claim": "It rains.", "evidence": "x"}})
    other = facts({"claims": {"claim": "It  rains.", "evidence": ["y", "z"], "by": "self", "note": "n"}})
    assert one[0].id == other[0].id


def test_a_term_named_like_a_statement_gives_way() -> None:
    """Ids are unique within their kind only."""
    found = facts({"claims": {"claim": "c", "evidence": "x", "id": "sella"}, "terms": {"sella": {"term": "Sella"}}})
    assert [fact.id for fact in found] == ["sella", "term:sella"]


@pytest.mark.parametrize(("key", "holders"), [("a", ("a",)), ("a & b", ("a", "b")), ("a&b &c", ("a", "b", "c"))])
def test_several_holders_are_joined_by_an_ampersand(key: str, holders: tuple[str, ...]) -> None:
    """A joint position belongs to each."""
    assert holders_of(key) == holders


def test_every_reference_of_a_statement_is_found() -> None:
    """With its place and what it may lead to; words such as `self` are none."""
    position = Position.model_validate(
        {
            "view": "v",
            "evidence": "x",
            "by": "self",
            "via": ["ria", "tass"],
            "denied_by": "kremlin",
            "contradicts": "a",
            "supersedes": "b",
            "places": "crimea",
            "by_unnamed": {"words": "w", "side": "ukraine"},
        }
    )
    assert {(found.path, found.id) for found in references(position)} == {
        (("via", 0), "ria"),
        (("via", 1), "tass"),
        (("denied_by",), "kremlin"),
        (("contradicts", 0), "a"),
        (("supersedes",), "b"),
        (("places", 0), "crimea"),
        (("by_unnamed", "side"), "ukraine"),
    }
    event = Event.model_validate(
        {
            "event": "e",
            "date": "2026",
            "evidence": "x",
            "by": "outlet",
            "decider": "d",
            "actors": "p",
            "follows": "f",
            "parent": "g",
        }
    )
    assert [found.id for found in references(event)] == ["d", "p", "f", "g"]
