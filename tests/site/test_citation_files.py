"""The citations of a site as files: every fact once in each format, leading to where it stands."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import rispy
from citeproc.source.json import CiteProcJSON
from pybtex.database import parse_bytes

from tests.site.desk import ROOT, Desk, built

BRIEFINGS = ["sella-2031-06", "peniches-2031-06"]
BASE = "https://example.org/sella/"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The invented example, with a claim whose words are signs of all three formats."""
    folder = tmp_path_factory.mktemp("cite") / "sella"
    shutil.copytree(ROOT / "examples/sella", folder, ignore=shutil.ignore_patterns("site", "draft", ".*"))
    shutil.copy(ROOT / "build.py", folder)
    desk = Desk(folder)
    said = r'"The repairs {cost} 10 % more\\, & \"nobody\" @says ER  - why.\n"'
    return built(desk.replace("briefings/sella-2031-06.yml", "\nquestions:\n", f"\nquestions:\n  - question: {said}\n"))


def urls(desk: Desk, briefing: str) -> dict[str, str]:
    """The address of a briefing and of each of its facts, by the id of the citation."""
    found = {
        fact["key"].replace("#", ":"): BASE + fact["url"]
        for fact in desk.index["facts"]
        if fact["key"].startswith(f"{briefing}#")
    }
    return {f"briefings:{briefing}": f"{BASE}briefings/{briefing}/", **found}


@pytest.mark.parametrize("briefing", BRIEFINGS)
def test_all_formats_hold_every_fact_once(desk: Desk, briefing: str) -> None:
    """Parsers of BibTeX, RIS and CSL-JSON find the briefing and each fact, with the address where it stands."""
    folder, expected = desk.site / "data/cite", urls(desk, briefing)
    bibtex = parse_bytes((folder / f"{briefing}.bib").read_bytes(), "bibtex").entries
    ris = rispy.loads((folder / f"{briefing}.ris").read_text("utf-8"))
    csl = json.loads((folder / f"{briefing}.json").read_text("utf-8"))

    assert {key: entry.fields["url"] for key, entry in bibtex.items()} == expected
    assert [(each["id"], each["urls"]) for each in ris] == [(key, [url]) for key, url in expected.items()]
    assert {each["id"]: each["URL"] for each in csl} == expected
    assert len(csl) == len(CiteProcJSON(csl)) == len(expected)


@pytest.mark.parametrize("briefing", BRIEFINGS)
def test_formats_agree_on_titles_and_days(desk: Desk, briefing: str) -> None:
    """What RIS and CSL-JSON say of a fact is the same, and the day is the briefing's."""
    folder = desk.site / "data/cite"
    ris = rispy.loads((folder / f"{briefing}.ris").read_text("utf-8"))
    csl = json.loads((folder / f"{briefing}.json").read_text("utf-8"))

    assert [each["title"] for each in ris] == [each["title"] for each in csl]
    assert {each["date"] for each in ris} == {"2031/06/24"}
    assert {json.dumps(each["issued"]) for each in csl} == {'{"date-parts": [[2031, 6, 24]]}'}


def test_page_offers_the_same_entries(desk: Desk) -> None:
    """What stands below a fact for copying is its entry in the files, letter for letter."""
    page = desk.page("briefings/sella-2031-06/claims/")
    bibtex, ris, csl = ((desk.site / f"data/cite/sella-2031-06.{kind}").read_bytes() for kind in ("bib", "ris", "json"))
    items = json.loads(csl)
    boxes = page.all("div", "bs-tools")

    assert len(boxes) > 10
    for box in boxes:
        one, two, three = (entry.text for entry in box.all("pre", "bs-record"))
        assert one.encode() in bibtex
        assert two.replace("\n", "\r\n").encode() in ris
        assert json.loads(three) in items


def test_files_are_linked_from_every_page_of_the_briefing(desk: Desk) -> None:
    """Each page but the one for paper leads to the three files, which are there."""
    for url in (url for url in desk.urls if url.startswith("briefings/") and not url.endswith("print/")):
        links = [link for link in desk.page(url).all("a", download="") if "data/cite/" in link["href"]]
        assert [Path(link["href"]).suffix for link in links] == [".bib", ".ris", ".json"]
        assert all((desk.site / url / link["href"]).resolve().is_file() for link in links)
