"""Rename and quick fixes, through the protocol: what the editor would have afterwards is a site without findings."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.lsp.desk import Desk
from tests.protocol import Refused

BARGES, SELLA, ACTORS = "briefings/peniches-2031-06.yml", "briefings/sella-2031-06.yml", "registry/actors.yml"
ANOTHER_ID = re.compile(r"^  ([a-z0-9-]+):", re.MULTILINE)


def rename(desk: Desk, name: str, words: str, inside: int, new: str) -> dict[str, str]:
    """The files that a rename changes, as they are afterwards."""
    edit = desk.ask("textDocument/rename", {**desk.at(name, words, inside), "newName": new})
    return desk.applied(edit)


def save(desk: Desk, texts: dict[str, str]) -> None:
    """Take the texts into the editor and onto the disk."""
    for name, text in texts.items():
        (desk.folder / name).write_bytes(text.encode())
        if name in desk.texts:
            desk.send(name, text)
        else:
            desk.open(name)


def test_a_fact_is_renamed_in_all_files_and_keeps_its_old_id(desk: Desk) -> None:
    """In its own sheet, in running text, and in the other briefing."""
    desk.open(BARGES)
    texts = rename(desk, BARGES, "[ouverture de deux vannes](#sella-2031-06#trial", 43, "first-opening")
    assert "(#sella-2031-06#first-opening)" in texts[BARGES]
    assert "    id: first-opening\n    formerly: trial-opening\n" in texts[SELLA]
    assert "trial-opening" not in texts[SELLA].replace("formerly: trial-opening", "")
    save(desk, texts)
    assert desk.settled(BARGES) == {}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("formerly: older", "formerly: [older, menace-droit]"),
        ("formerly: [older, oldest]", "formerly: [older, oldest, menace-droit]"),
        ("formerly:\n          - older\n", "formerly:\n          - older\n          - menace-droit\n"),
        ("formerly:\n        - older\n", "formerly:\n        - older\n        - menace-droit\n"),
    ],
)
def test_the_old_id_joins_earlier_ones(desk: Desk, before: str, after: str) -> None:
    """However they are written."""
    text = desk.text(BARGES).replace(
        "        id: menace-droit\n", f"        id: menace-droit\n        {before.rstrip()}\n"
    )
    assert desk.open(BARGES, text) == []
    texts = rename(desk, BARGES, "supersedes: menace-droit", 14, "menace")
    assert after in texts[BARGES]
    assert desk.type(BARGES, texts[BARGES]) == []


def test_an_old_id_is_kept_in_brackets_too(desk: Desk) -> None:
    """Where the fact is written on one line."""
    line = "  - {question: Qui paie ?, id: qui-paie, about: [attente]}\n"
    text = desk.text(BARGES).rstrip() + "\n" + line
    assert desk.open(BARGES, text) == []
    texts = rename(desk, BARGES, "id: qui-paie", 5, "qui-doit")
    assert "{question: Qui paie ?, id: qui-doit, formerly: qui-paie, about: [attente]}" in texts[BARGES]


def test_every_object_of_the_registry_can_be_renamed(desk: Desk, sella: Path) -> None:
    """One after the other, and still nothing is found; one that is declared is renamed everywhere."""
    for shelf in ("actors", "issues", "terms", "sources"):
        file = f"registry/{shelf}.yml"
        text = desk.text(file)
        names = ANOTHER_ID.findall(text) if text.find(f"\n{shelf}:") >= 0 else re.findall(r"^([a-z0-9-]+):", text, re.M)
        assert names, file
        desk.open(file)
        for name in names:
            start = re.search(rf"^ *{name}:", desk.texts[file], re.M)
            assert start
            where = desk.place(file, start.end() - 2)
            edit = desk.ask("textDocument/rename", {**where, "newName": f"{name}-x"})
            save(desk, desk.applied(edit))
    assert desk.settled(ACTORS) == {}


def test_every_fact_of_a_sheet_can_be_renamed(desk: Desk) -> None:
    """One after the other, and still nothing is found."""
    desk.open(SELLA)
    names = re.findall(r"^ +(?:- )?id: ([a-z0-9-]+)$", desk.texts[SELLA], re.M)
    assert len(names) > 40
    for name in names:
        start = re.search(rf"\bid: {name}$", desk.texts[SELLA], re.M)
        assert start
        edit = desk.ask("textDocument/rename", {**desk.place(SELLA, start.end()), "newName": f"{name[:60]}-x"})
        save(desk, desk.applied(edit))
    assert desk.settled(SELLA) == {}
    for name in names:
        assert re.search(rf"formerly: (?:\[.*, )?{name}\b", desk.texts[SELLA])


def test_a_joint_holder_is_renamed(desk: Desk) -> None:
    """`a & b` names two."""
    text = desk.text(BARGES).replace("\n  armateurs:\n    attente:", "\n  armateurs & colbert:\n    attente:")
    desk.open(BARGES, text)
    texts = rename(desk, BARGES, "by: colbert", 5, "kolber")
    assert "\n  armateurs & kolber:\n" in texts[BARGES]


REFUSALS = [
    ("supersedes: menace-droit", 14, "droit-debut", "`droit-debut` is taken"),
    ("supersedes: menace-droit", 14, "Nouveau nom", "is no id"),
    ("by: colbert", 5, "corland", "`corland` is taken"),
    ("R. Exemple", 2, "x", "no id stands here"),
]


@pytest.mark.parametrize(("words", "inside", "new", "reason"), REFUSALS)
def test_a_rename_that_would_do_harm_is_refused(desk: Desk, words: str, inside: int, new: str, reason: str) -> None:
    """In words that say why."""
    desk.open(BARGES)
    with pytest.raises(Refused, match=reason):
        rename(desk, BARGES, words, inside, new)


def test_an_editor_is_told_what_would_be_renamed(desk: Desk) -> None:
    """Before it asks for the new id."""
    desk.open(BARGES)
    answer = desk.ask("textDocument/prepareRename", desk.at(BARGES, "supersedes: menace-droit", 14))
    assert answer["placeholder"] == "menace-droit"


def fixes(desk: Desk, name: str, words: str, only: list[str] | None = None) -> dict[str, dict[str, str]]:
    """The files that each code action at some words would change, by its title."""
    where = desk.at(name, words)
    range_ = {"start": where["position"], "end": where["position"]}
    context = {"diagnostics": [], **({"only": only} if only else {})}
    found = desk.ask("textDocument/codeAction", {**where, "range": range_, "context": context})
    return {each["title"]: desk.applied(each["edit"]) for each in found}


def test_a_finding_is_cured_by_its_quick_fix(desk: Desk) -> None:
    """And the diagnostic goes away."""
    desk.open(BARGES)
    assert desk.replace(BARGES, "supersedes: menace-droit", "supersedes: menace-droi") != []
    found = fixes(desk, BARGES, "menace-droi\n")
    texts = found["Write “menace-droit” (may change what the sheet says)"]
    assert desk.type(BARGES, texts[BARGES]) == []


def test_all_safe_repairs_are_one_action(desk: Desk) -> None:
    """For editors that run it at each save."""
    curly = desk.text(BARGES).replace(
        "назвала збір «даниною з потопельників»", "назвала збір “даниною з потопельників”"
    )
    found = desk.open(BARGES, curly)
    texts = fixes(desk, BARGES, "збір “даниною з потопельників” і", ["source.fixAll"])
    assert {each["code"] for each in found} == {"BS302"}
    assert desk.type(BARGES, texts["Apply all safe repairs of this file"][BARGES]) == []


def test_a_missing_speaker_is_a_quick_fix_at_its_fact(sella: Path) -> None:
    """What `check` proposes is offered where the fact stands, and is gone once it is taken."""
    (sella / "seeds" / "grane.txt").write_text("Ulla Grane said that the dam stays shut.\n", encoding="utf-8")
    name = "briefings/grane.yml"
    (sella / name).write_text(
        "briefing: grane\ntitle: Grane\ndate: 2031-06-05\nsource: {file: seeds/grane.txt, date: 2031-06-04}\n"
        "actors: {ulla: Ulla Grane}\nclaims:\n  - claim: The dam stays shut.\n    evidence: the dam stays shut\n",
        encoding="utf-8",
    )
    with Desk(sella) as desk:
        assert desk.open(name) == []
        found = fixes(desk, name, "dam stays shut.", ["quickfix"])
        texts = found["Add “by: ulla” (speaker not recorded; the sentence says `Ulla Grane said`)"]
        assert texts[name].endswith("    evidence: the dam stays shut\n    by: ulla\n")
        assert desk.type(name, texts[name]) == []
        assert fixes(desk, name, "dam stays shut.") == {}


def test_an_editor_without_versions_gets_plain_changes(sella: Path) -> None:
    """As the protocol demands."""
    with Desk(sella, versions=False) as desk:
        desk.open(BARGES)
        edit = desk.ask("textDocument/rename", {**desk.at(BARGES, "supersedes: menace-droit", 14), "newName": "menace"})
        assert list(edit) == ["changes"]
        assert "supersedes: menace\n" in desk.applied(edit)[BARGES]
