"""Completion of ids and quotes while a fact is half typed, through the protocol."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.lsp.desk import Desk

BARGES = "briefings/peniches-2031-06.yml"
CURSOR = "¦"
CLAIM = "  - claim: Le port rouvre.\n"


def typed(desk: Desk, lines: str, section: str = "claims") -> tuple[dict[str, dict[str, object]], str]:
    """What is offered at the cursor in a fact that is being added to a section, and the text without the cursor."""
    head, mark, tail = desk.text(BARGES).partition(f"\n{section}:\n")
    before, _, after = (head + mark + lines).partition(CURSOR)
    text = before + after + tail
    if BARGES in desk.texts:
        desk.send(BARGES, text)
    else:
        desk.open(BARGES, text)
    answer = desk.ask("textDocument/completion", desk.place(BARGES, len(before)))
    return {item["label"]: item for item in answer["items"]}, text


def chosen(desk: Desk, offered: dict[str, dict[str, object]], label: str) -> str:
    """The text once something that was offered is taken."""
    item = offered[label]
    edits = [item["textEdit"], *(item.get("additionalTextEdits") or ())]  # type: ignore[misc, has-type]
    return desk.edited(BARGES, edits)  # type: ignore[arg-type]


IDS = [
    ("actor", CLAIM + "    by: ¦\n", {"colbert", "corland", "outlet"}, {"attente", "menace-droit"}),
    ("actor in a list", CLAIM + "    via: [colbert, ¦]\n", {"corland"}, {"outlet", "attente"}),
    ("source", CLAIM + "    evidence:\n      - source: vech¦\n", {"vechirnii-0605"}, {"colbert"}),
    ("source in braces", CLAIM + "    evidence: {source: ¦}\n", {"vechirnii-0605"}, {"colbert"}),
    ("fact", CLAIM + "    contradicts: droit¦\n", {"droit-suspendu", "menace-droit"}, {"colbert"}),
    ("fact of another briefing", CLAIM + "    contradicts: sella-2031-06#¦\n", {"trial-opening"}, {"droit-suspendu"}),
    ("event or source", CLAIM + "    under: ¦\n", {"plainte", "courier-0623"}, {"colbert"}),
    ("anything", CLAIM + "    about:\n      - ¦\n", {"colbert", "attente", "plainte", "courier-0623"}, {"outlet"}),
]


@pytest.mark.parametrize(("lines", "right", "wrong"), [row[1:] for row in IDS], ids=[row[0] for row in IDS])
def test_a_field_offers_the_ids_that_it_may_hold(desk: Desk, lines: str, right: set[str], wrong: set[str]) -> None:
    """And no others."""
    offered, _ = typed(desk, lines)
    assert right <= offered.keys()
    assert offered.keys().isdisjoint(wrong)


def test_an_id_is_offered_with_its_name_and_takes_the_place_of_what_was_typed(desk: Desk) -> None:
    """So that it can be found by either."""
    offered, text = typed(desk, CLAIM + "    by: col¦\n")
    assert offered["colbert"]["detail"] == "René Kolber"
    assert chosen(desk, offered, "colbert") == text.replace("    by: col\n", "    by: colbert\n")


def test_holders_and_issues_are_offered_as_keys(desk: Desk) -> None:
    """On their two levels."""
    holders, _ = typed(desk, "  ¦\n", "positions")
    assert "colbert" in holders
    assert "attente" not in holders
    assert "\n  colbert: \n" in chosen(desk, holders, "colbert")
    issues, _ = typed(desk, "  colbert:\n    ¦\n", "positions")
    assert "attente" in issues


def test_running_text_offers_facts_behind_a_bracket(desk: Desk) -> None:
    """As `[words](#…`."""
    text = desk.text(BARGES).replace("bottom_line: >-\n", "bottom_line: >-\n  La [plainte](#plai reste.\n")
    desk.open(BARGES, text)
    offered = desk.complete(BARGES, "La [plainte](#plai")
    assert "plainte" in offered


WHOLE = "Her port stopped charging the waiting fee at noon."
QUOTES = [
    ("nothing yet", "    evidence:\n      - source: courier-0623\n        exact: ¦\n", ">-\n          "),
    ("a few words", "    evidence:\n      - source: courier-0623\n        exact: Her port¦\n", ">-\n          "),
    (
        "words from the middle",
        "    evidence:\n      - source: courier-0623\n        exact: waiting fee¦\n",
        ">-\n          ",
    ),
    ("under the source's id", "    evidence:\n      courier-0623: Her port¦\n", ">-\n        "),
    ("in a block", "    evidence:\n      - source: courier-0623\n        exact: >-\n          Her¦\n", ""),
    (
        "in a block of two lines",
        "    evidence:\n      - source: courier-0623\n        exact: >-\n          Her\n          port¦\n",
        "",
    ),
    ("in braces", "    evidence: {source: courier-0623, exact: Her port¦}\n", '"'),
    ("in braces, in marks", '    evidence: {source: courier-0623, exact: "Her port¦"}\n', '"'),
    ("in single marks", "    evidence:\n      - source: courier-0623\n        exact: 'Her port¦'\n", "'"),
]


@pytest.mark.parametrize(("lines", "before"), [row[1:] for row in QUOTES], ids=[row[0] for row in QUOTES])
def test_a_sentence_of_the_source_is_offered_as_valid_yaml(desk: Desk, lines: str, before: str) -> None:
    """Once it is taken, the quote stands in the article."""
    offered, _ = typed(desk, CLAIM + lines)
    label = next(each for each in offered if WHOLE.rstrip(".") in each)
    text = chosen(desk, offered, label)
    assert f"{before}{label[:20]}" in text
    wrong = [each for each in desk.type(BARGES, text) if each["code"] in {"BS001", "BS101", "BS301"}]
    assert wrong == []


def test_what_was_typed_narrows_the_quotes(desk: Desk) -> None:
    """And words from the middle of a sentence offer the rest of it."""
    offered, _ = typed(desk, CLAIM + "    evidence:\n      - source: courier-0623\n        exact: waiting fee¦\n")
    assert "waiting fee at noon" in offered
    assert all("waiting fee" in each for each in offered)


def test_keys_and_words_are_left_to_the_schema_unless_asked_for(sella: Path) -> None:
    """The YAML language server offers them already."""
    lines = CLAIM + "    status: ¦\n"
    with Desk(sella) as desk:
        assert typed(desk, lines)[0] == {}
    with Desk(sella, options={"keysAndWords": True}) as desk:
        assert {"reported", "rumour"} <= typed(desk, lines)[0].keys()
        assert {"evidence", "by"} <= typed(desk, CLAIM + "    ¦\n")[0].keys()
