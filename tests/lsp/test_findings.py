"""Findings as one types: from the unsaved text, with versions, in the protocol's units, and never a flood."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.lsp.desk import Desk
from tests.sites import EXAMPLE, SHEET, write_site

SELLA = "briefings/sella-2031-06.yml"


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The manual's example."""
    return write_site(tmp_path / "small")


def test_what_is_typed_is_checked_before_it_is_saved(small: Path) -> None:
    """And forgotten when the file is closed without saving."""
    with Desk(small) as desk:
        assert desk.open(SHEET) == []
        found = desk.replace(SHEET, "briefing: sella", "briefing: sela")
        assert [(each["code"], each["severity"], each["source"]) for each in found] == [("BS203", 1, "briefsmith")]
        assert "write `briefing: sella`" in found[0]["message"]
        desk.tell("textDocument/didClose", {"textDocument": {"uri": desk.uri(SHEET)}})
        assert desk.open(SHEET) == []
        assert desk.text(SHEET) == EXAMPLE[SHEET]


def test_a_change_in_the_registry_is_told_of_sheets_that_are_not_open(desk: Desk) -> None:
    """Without a version, as the protocol has it."""
    name = "registry/actors.yml"
    desk.open(name)
    desk.replace(name, "\ncorland:", "\ncorlant:") if "\ncorland:" in desk.texts[name] else desk.replace(
        name, "\n  corland:", "\n  corlant:"
    )
    assert {"sella-2031-06.yml", "peniches-2031-06.yml"} <= desk.settled(name).keys()


def test_half_typed_yaml_is_one_finding(desk: Desk) -> None:
    """Wherever it stands: what else was right stays right until the line is finished."""
    assert desk.open(SELLA) == []
    text = desk.texts[SELLA]
    lines = text.splitlines(keepends=True)
    worst: dict[int, list[str]] = {}
    for number in range(10, len(lines), len(lines) // 4):
        broken = "".join([*lines[:number], '   "half: [\n', *lines[number:]])
        found = desk.type(SELLA, broken)
        if len(found) > 1:
            worst[number] = [each["message"] for each in found]
    assert worst == {}
    assert desk.type(SELLA, text) == []


def test_files_outside_of_a_site_are_left_alone(small: Path) -> None:
    """Also YAML of other programs, and what the site is not made from."""
    (small / "other.yml").write_text("a: [", encoding="utf-8")
    (small.parent / "elsewhere.yml").write_text("a: [", encoding="utf-8")
    with Desk(small) as desk:
        for name in ("other.yml", "../elsewhere.yml"):
            uri = (small / name).resolve().as_uri()
            document = {"uri": uri, "languageId": "yaml", "version": 1, "text": "a: ["}
            desk.tell("textDocument/didOpen", {"textDocument": document})
            where = {"textDocument": {"uri": uri}, "position": {"line": 0, "character": 1}}
            assert desk.ask("textDocument/hover", where) is None
        untitled = {"uri": "untitled:Untitled-1", "languageId": "yaml", "version": 1, "text": "a: ["}
        desk.tell("textDocument/didOpen", {"textDocument": untitled})
        assert desk.open(SHEET) == []
        assert desk.shown.keys() == {desk.uri(SHEET)}


def test_two_sites_below_one_root_are_two(tmp_path: Path) -> None:
    """Each with its own ids."""
    root = tmp_path / "root"
    for name in ("one", "two"):
        write_site(root / name)
    with Desk(root) as desk:
        assert desk.open(f"one/{SHEET}") == []
        assert desk.open(f"two/{SHEET}") == []
        desk.replace(f"two/{SHEET}", "briefing: sella", "briefing: sela")
        assert desk.settled(f"one/{SHEET}").keys() == {"sella.yml"}
        assert desk.shown[desk.uri(f"one/{SHEET}")] == []


def test_a_site_may_vanish_and_come_back(small: Path) -> None:
    """Its findings go and come with it."""
    with Desk(small) as desk:
        desk.open(SHEET)
        assert desk.replace(SHEET, "briefing: sella", "briefing: sela") != []
        shutil.move(small / "mkdocs.yml", small / "kept")
        desk.tell("workspace/didChangeWatchedFiles", {"changes": []})
        assert desk.ask("textDocument/hover", desk.at(SHEET, "briefing: sela")) is None
        shutil.move(small / "kept", small / "mkdocs.yml")
        assert [each["code"] for each in desk.type(SHEET, desk.texts[SHEET])] == ["BS203"]


def test_a_new_sheet_is_checked_before_it_is_first_saved(small: Path) -> None:
    """Its file does not exist yet."""
    with Desk(small) as desk:
        found = desk.open("briefings/fresh.yml", EXAMPLE[SHEET])
        assert "BS203" in {each["code"] for each in found}
