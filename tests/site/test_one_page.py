"""The brief is one sheet of paper, however much the sheet of facts holds, and says what it leaves out."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from briefsmith.analysis.onepage import fitting
from tests.site.desk import ROOT, Desk
from tests.sites import write_site

QUOTE = "{courier: barges are waiting below the dam}"
CONFIG = "site_name: Desk\ntheme: {name: briefsmith}\nplugins: [briefsmith]\n"
LONG = "The barges that are waiting below the dam are to be let through before anything else is talked about"


def big_sheet(positions: int, judgements: int, words: str) -> str:
    """A sheet with as many holders with a position each, and judgements on them."""
    names = [f"holder-{number}" for number in range(positions)]
    return "\n".join(
        [
            "briefing: big\ntitle: Far more than a page\ndate: 2026-03-01",
            "source: {id: courier, file: seeds/courier.txt, date: 2026-03-01}",
            "bottom_line: '[Everybody](#p-0) wants the barges let through.'",
            "actors:",
            *(f"  {name}: Ministry of Water of Province {number}" for number, name in enumerate(names)),
            "issues: {barges: Passage of the barges}\npositions:",
            *(
                f"  {name}: {{barges: {{id: p-{number}, demand: '{words} ({number}).', by: self, evidence: {QUOTE}}}}}"
                for number, name in enumerate(names)
            ),
            "assessments:",
            *(f"  - {{judgement: '{words} [{n}].', confidence: low, basis: p-0}}" for n in range(judgements)),
            "",
        ]
    )


def sheets_of(browser: Browser, page: Path) -> int:
    """How many pages Chromium prints."""
    tab = browser.new_page()
    try:
        tab.goto(page.as_uri())
        return len(re.findall(rb"/Type\s*/Page\b", tab.pdf(prefer_css_page_size=True)))
    finally:
        tab.close()


@pytest.mark.parametrize(
    ("positions", "judgements", "words"), [(60, 30, LONG), (80, 1, "Let them through"), (3, 40, f"{LONG}; {LONG}")]
)
def test_big_briefing_prints_on_one_sheet(
    tmp_path: Path, browser: Browser, positions: int, judgements: int, words: str
) -> None:
    """Whatever there is too much of, the brief is one page and leads to the rest."""
    sheet = big_sheet(positions, judgements, words)
    files = {"briefings/sella.yml": None, "briefings/big.yml": sheet, "docs/index.md": "# Desk\n", "mkdocs.yml": CONFIG}
    write_site(tmp_path, files)
    shutil.copy(ROOT / "build.py", tmp_path)
    desk = Desk(tmp_path)
    ran = desk.build_py("build")
    assert ran.code == 0, ran.err

    assert sheets_of(browser, desk.site / "briefings/big/brief/index.html") == 1
    brief = desk.page("briefings/big/brief/")
    left_out = [int(each.words.split()[0]) for each in brief.all(class_="bs-more")]
    shown = len(brief.one(class_="bs-brief").all("li")) - len(left_out) - 1
    assert shown + sum(left_out) == positions + judgements


def test_sample_prints_on_one_sheet(published: Desk, browser: Browser) -> None:
    """So does the sample."""
    [brief] = published.site.glob("briefings/*/brief/index.html")

    assert sheets_of(browser, brief) == 1


def test_every_section_keeps_its_first_entries() -> None:
    """A long section leaves room for the others."""
    counts = fitting("Message.", [["long " * 40] * 50, ["short"] * 3, []])

    assert counts[1:] == (3, 0)
    assert 0 < counts[0] < 50
