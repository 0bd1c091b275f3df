"""Actors, issues and events across all briefings, and indexes that are longer than a page."""

from __future__ import annotations

import posixpath
import shutil
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.site.desk import ROOT, Desk, bare, built
from tests.site.tree import Element

SHEET = """\
briefing: {name}
title: Round {number}
date: 2026-03-01
{marking}
source: {{file: seeds/{name}.txt, date: 2026-02-28}}
actors: {{guest: Guest of round {number}}}
positions:
  arven:
    gates:
      id: shut
      demand: Shut gate {number}.
      evidence: Arven wants gate {number} shut
events:
  - id: visit
    event: The guest came.
    date: 2026-02-28
    date_basis: inferred
    date_note: From the article.
    actors: guest
    evidence: The guest came
"""


@pytest.fixture(scope="module")
def sella(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The invented example, built."""
    root = tmp_path_factory.mktemp("across") / "sella"
    shutil.copytree(ROOT / "examples" / "sella", root)
    shutil.copy(ROOT / "build.py", root)
    return built(Desk(root))


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A site of 103 briefings about one issue of one actor, one of them restricted."""
    desk = bare(tmp_path_factory.mktemp("long") / "desk")
    desk.write("registry/actors.yml", "arven: Arven\nabsent: Nobody names it\n")
    desk.write("registry/issues.yml", "gates: {title: Gates, question: Should the gates be shut?}\n")
    for number in range(103):
        name, marking = f"round-{number}", "tlp: AMBER" if number == 102 else "state: current"
        desk.write(f"briefings/{name}.yml", SHEET.format(name=name, number=number, marking=marking))
        desk.write(f"seeds/{name}.txt", f"Arven wants gate {number} shut. The guest came.\n")
    return built(desk)


def test_every_row_across_briefings_leads_to_its_fact(sella: Desk) -> None:
    """On the pages of actors and issues and on the timeline each fact is a reference with a link to its own place."""
    places = {fact["key"]: fact["url"] for fact in sella.index["facts"]}
    urls = [page["url"] for page in sella.index["pages"] if page["kind"] in {"actor", "issue"}]
    for url in [*urls, "timeline/"]:
        rows = sella.page(url).one("main").all("li", data_fact_ref="")
        assert rows
        for row in rows:
            assert places[row["data-fact-ref"]] in _targets(url, row)


def test_line_of_an_issue_runs_across_briefings_with_moves(sella: Desk) -> None:
    """Under each holder stand its positions, the oldest first, with dates, kinds and moves; what fell is struck."""
    page = sella.page("issues/gates/")
    (arven,) = [each for each in page.all("section") if each.all("h2", id="holder:arven")]
    rows = arven.all("li")

    assert [row["data-fact-ref"].partition("#")[0] for row in rows] == ["sella-2031-06"] * len(rows)
    assert "hardens" in arven.words
    assert "softens" in arven.words
    assert [bool(row.all("s")) for row in rows] == ["bs-past" in row.classes for row in rows]
    days = [time["datetime"] for row in rows for time in row.one("span", "bs-when").all("time")]
    assert days == sorted(days)


def test_actor_page_gathers_all_briefings(sella: Desk) -> None:
    """An actor's page names its briefings, and holds facts of each of them."""
    page = sella.page("actors/corland/")

    briefings = {row["data-fact-ref"].partition("#")[0] for row in page.all("li", data_fact_ref="")}
    assert briefings == {"sella-2031-06", "peniches-2031-06"}
    assert page.one("h1").words.startswith("Corland")


def test_actor_of_one_sheet_stands_under_its_briefing(sella: Desk) -> None:
    """The index leads to the page of an actor of the registry, and into the briefing for one that a sheet declares."""
    links = {link.words: link["href"] for link in sella.page("actors/").one("ul", "bs-index").all("a")}

    assert links["Arven"] == "../actors/arven/"
    assert links["René Kolber"].startswith("../briefings/peniches-2031-06/actors/#actor:")


def test_long_indexes_are_divided(long: Desk) -> None:
    """An index holds at most 100 entries; the others stand on `page/2/`, and links lead there and back."""
    for index, entries in (("", 102), ("sources/", 102), ("actors/", 103), ("timeline/", 102)):
        parts = [long.page(url).one("main") for url in (index, f"{index}page/2/")]
        rows = [
            part.all("article")
            or part.all("tr")[1:]
            or part.all("li", data_fact_ref="")
            or part.one("ul", "bs-index").all("li")
            for part in parts
        ]
        assert [len(found) for found in rows] == [100, entries - 100]
        assert _targets(index, parts[0].one("a", rel="next")) == {f"{index}page/2/"}
        assert _targets(f"{index}page/2/", parts[1].one("a", rel="prev")) == {index}


def test_long_pages_of_one_thing_are_divided_too(long: Desk) -> None:
    """An issue with 102 positions has a second page with the last two."""
    rows = [len(long.page(url).all("li", data_fact_ref="")) for url in ("issues/gates/", "issues/gates/page/2/")]

    assert rows == [100, 2]


def test_what_may_not_be_published_is_not_counted(long: Desk) -> None:
    """A restricted briefing leaves no trace across briefings, and what only the registry knows has no page."""
    assert "actors/absent/" not in long.urls
    for url in ("actors/", "actors/page/2/", "actors/arven/page/2/", "issues/", "issues/gates/page/2/"):
        assert "102" not in long.page(url).one("main").words.replace("102 facts · 102 briefings", "")


def test_core_site_has_no_pages_across(tmp_path: Path) -> None:
    """With `pages: core` they are left out but for the glossary, where the terms of the registry stand."""
    core = bare(tmp_path / "core", "      pages: core\n")
    core.write("registry/terms.yml", "gate: {term: gate, definition: What holds the water.}\n")
    core.write("registry/actors.yml", "arven: Arven\n").write("registry/issues.yml", "gates: Gates\n")
    core.write("briefings/round-1.yml", SHEET.format(name="round-1", number=1, marking="state: current"))
    core.write("seeds/round-1.txt", "Arven wants gate 1 shut. The guest came.\n")
    built(core)

    assert {page["kind"] for page in core.index["pages"]} == {"home", "overview", "sources", "source", "glossary"}


def _targets(here: str, element: Element) -> set[str]:
    links = [element] if element.tag == "a" else element.all("a")
    return {_resolve(here, link["href"]) for link in links}


def _resolve(here: str, href: str) -> str:
    path, _, fragment = unquote(href).partition("#")
    folder = posixpath.normpath(posixpath.join("/", here, path)).strip("/")
    return (f"{folder}/" if folder else "") + (f"#{fragment}" if fragment else "")
