"""Hover, definition, references and outline, through the protocol, in a copy of the larger example."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.lsp.conftest import ROOT, copy_of_sella
from tests.lsp.desk import Desk

BARGES, SELLA = "briefings/peniches-2031-06.yml", "briefings/sella-2031-06.yml"
QUOTE = "Якщо шлюзи не відкриють до кінця місяця, порт підніме стоянковий збір, попередила вона"


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """An editor in which nothing is changed."""
    with Desk(copy_of_sella(tmp_path_factory.mktemp("reading"))) as opened:
        assert opened.open(BARGES) == []
        yield opened


HOVERS = [
    ("an actor", "by: colbert", 5, ["**René Kolber**", "Président, armateurs"]),
    ("an issue", "\n    attente:\n      - threat", 6, ["**Droit d'attente à Port-Sella**", "doivent-elles payer"]),
    ("a source", "- vechirnii-0605", 4, ["seeds/vechirnii-0605.txt", "Вечірній порт"]),
    ("a fact", "supersedes: menace-droit", 14, ["**Relèvera le droit si", "peniches-2031-06#menace-droit"]),
    (
        "a fact of another briefing",
        "[ouverture de deux vannes](#sella-2031-06#trial",
        43,
        ["sella-2031-06#trial-opening"],
    ),
    ("a quote", QUOTE, 3, [f"**{QUOTE}**", "Нині барже дозволено", "seeds/vechirnii-0605.txt:17"]),
]


@pytest.mark.parametrize(("words", "inside", "said"), [row[1:] for row in HOVERS], ids=[row[0] for row in HOVERS])
def test_the_pointer_tells_what_stands_there(reading: Desk, words: str, inside: int, said: list[str]) -> None:
    """An id says its name, a quote the sentences around it and their place."""
    shown = reading.hover(BARGES, words, inside)
    assert all(each in shown for each in said), shown


def test_the_pointer_explains_a_finding(desk: Desk) -> None:
    """With the page of the manual."""
    desk.open(BARGES)
    desk.replace(BARGES, "supersedes: menace-droit", "supersedes: menace-doit")
    assert "**BS201 unknown-reference**" in desk.hover(BARGES, "menace-doit")


def test_the_pointer_explains_a_code_in_a_comment(desk: Desk) -> None:
    """Wherever it is written."""
    desk.open(BARGES, "# see BS301\n" + desk.text(BARGES))
    assert "**BS301 quote-not-in-seed**" in desk.hover(BARGES, "BS301", 2)


DEFINITIONS = [
    ("an actor of the sheet", "by: colbert", 5, [f"{BARGES}:28:colbert"]),
    ("an actor of the registry", "about: [corland]", 9, ["registry/actors.yml:13:corland"]),
    ("an issue", "\n    attente:\n      - threat", 6, [f"{BARGES}:37:attente"]),
    ("a source", "- vechirnii-0605", 4, ["registry/sources.yml:45:vechirnii-0605"]),
    ("a fact", "supersedes: menace-droit", 14, [f"{BARGES}:45:menace-droit"]),
    ("another briefing's", "[ouverture de deux vannes](#sella-2031-06#trial", 43, [f"{SELLA}:571:trial-opening"]),
    ("a quote", QUOTE, 3, [f"seeds/vechirnii-0605.txt:17:{QUOTE}"]),
    ("nothing", "R. Exemple", 1, []),
]


@pytest.mark.parametrize(
    ("words", "inside", "places"), [row[1:] for row in DEFINITIONS], ids=[row[0] for row in DEFINITIONS]
)
def test_a_definition_is_found(reading: Desk, words: str, inside: int, places: list[str]) -> None:
    """Of an id where it is declared, of a quote in the article."""
    assert reading.definition(BARGES, words, inside) == places


def test_references_are_found_in_all_files(desk: Desk) -> None:
    """Also as a holder of a position, behind the name of another briefing, and in running text."""
    desk.open(BARGES)
    found = desk.references(BARGES, "[ouverture de deux vannes](#sella-2031-06#trial", 43)
    assert {f"{BARGES}:13:trial-opening", f"{SELLA}:13:trial-opening", f"{SELLA}:571:trial-opening"} <= set(found)
    holders = desk.references(BARGES, "\n  corland:", 4)
    assert {f"{BARGES}:42:corland", "registry/actors.yml:13:corland"} <= set(holders)


def test_references_of_a_sentence_are_the_quotes_that_rest_on_it(desk: Desk) -> None:
    """In the article itself."""
    article = "seeds/vechirnii-0605.txt"
    desk.open(article)
    found = desk.references(article, "порт підніме стоянковий збір", 3)
    assert any(each.startswith(f"{BARGES}:51:") for each in found), found
    assert "peniches-2031-06#menace-droit" in desk.hover(article, "порт підніме стоянковий збір", 3)


def test_the_outline_names_sections_facts_and_objects(desk: Desk) -> None:
    """A fact by what it says, with its id."""
    desk.open(BARGES)
    found = desk.ask("textDocument/documentSymbol", {"textDocument": {"uri": desk.uri(BARGES)}})
    events = next(each for each in found if each["name"] == "events")
    assert next((each["name"], each["detail"]) for each in events["children"]) == (
        "Le port commence à prendre un droit d'attente",
        "droit-debut",
    )
    holders = next(each for each in found if each["name"] == "positions")["children"]
    assert [each["name"] for each in holders] == ["corland", "armateurs"]


def test_the_sample_is_without_findings_and_explains_itself(tmp_path: Path) -> None:
    """The repository's own sheet."""
    for folder in ("briefings", "seeds", "registry"):
        shutil.copytree(ROOT / folder, tmp_path / "sample" / folder)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path / "sample")
    name = "briefings/lavrov-rubio-2025-11.yml"
    with Desk(tmp_path / "sample") as desk:
        assert [each for each in desk.open(name) if each["severity"] == 1] == []
        text = desk.texts[name]
        at = text.index("by: lavrov") + 5
        assert "Lavrov" in desk.ask("textDocument/hover", desk.place(name, at))["contents"]["value"]
