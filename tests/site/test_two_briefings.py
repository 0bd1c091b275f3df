"""What readers see of disagreement, history and lost sources: in the matrix, on the line over time, at each fact."""

from __future__ import annotations

import shutil

import pytest

from tests.site.desk import ROOT, Desk
from tests.site.tree import Element
from tests.sites import write_site

HEAD = """\
sources: [courier, gazette, echo]
actors: {arven: Arven, wire: {name: The Wire, type: media}}
issues: {gates: Opening of the gates}
"""
OLD = f"""\
briefing: old
title: Before the talks
date: 2026-03-01
{HEAD}
positions:
  arven:
    gates:
      id: shut
      red-line: Will not open the dam.
      date: 2026-02-28
      date_basis: inferred
      date_note: From the article.
      evidence: {{courier: "Arven will not open the Sella dam before June"}}
claims:
  - id: waiting
    claim: Barges are waiting.
    evidence:
      courier: "barges are waiting below the dam"
      gazette: "barges are waiting below the dam"
  - id: rumoured
    claim: A second meeting is planned.
    evidence: {{echo: "a second meeting is planned"}}
"""
NEW = f"""\
briefing: new
title: After the talks
date: 2026-03-08
{HEAD}
positions:
  arven:
    gates:
      id: open
      concession: Will open the dam in June.
      supersedes: old#shut
      move: softens
      evidence: {{gazette: "Arven will open the dam in June"}}
claims:
  - id: dropped
    claim: No second meeting is planned.
    contradicts: old#rumoured
    evidence: {{gazette: "no second meeting is planned"}}
"""
FILES = {
    "briefings/sella.yml": None,
    "briefings/old.yml": OLD,
    "briefings/new.yml": NEW,
    "registry/sources.yml": """\
courier: {file: seeds/courier.txt, date: 2026-03-01, via: wire, publisher: River Courier}
gazette: {file: seeds/gazette.txt, date: 2026-03-07, via: wire, publisher: Port Gazette}
echo:
  file: seeds/echo.txt
  date: 2026-03-01
  publisher: Echo
  withdrawn: {date: 2026-03-05, reason: Invented by a trainee.}
  reviewed: 2026-03-06
""",
    "seeds/gazette.txt": "Arven will open the dam in June. About 40 barges are waiting below the dam. "
    "A clerk said that no second meeting is planned.",
    "seeds/echo.txt": "Echo learned that a second meeting is planned.",
    "docs/index.md": "# River desk\n",
    "mkdocs.yml": "site_name: River desk\nsite_url: https://example.org/\ntheme: {name: briefsmith}\n"
    "plugins:\n  - briefsmith:\n      quoted_share: 1\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Two briefings of one river, of which the newer changes and disputes what the older says."""
    folder = write_site(tmp_path_factory.mktemp("over-time"), FILES)
    shutil.copy(ROOT / "build.py", folder)
    desk = Desk(folder)
    ran = desk.build_py("build")
    assert ran.code == 0, ran.err
    assert "warning[BS609]" in ran.err
    return desk


def cell(site: Desk, briefing: str) -> Element:
    """The one cell of its matrix."""
    return site.page(f"briefings/{briefing}/positions/").one(data_holder="arven")


def test_a_cell_that_is_out_of_date_says_so(site: Desk) -> None:
    """And leads to what is newer; the newer briefing's own cell is not."""
    stale = cell(site, "old").one("p", "bs-stale")
    assert "out of date" in stale.text
    assert stale.one("a")["href"].endswith("briefings/new/positions/#open")
    assert not cell(site, "new").all("p", "bs-stale")


def test_a_cell_with_a_past_leads_to_its_line(site: Desk) -> None:
    """An ordered list with dates and moves, in which what was replaced is struck."""
    assert cell(site, "new").one("p", "bs-past").one("a")["href"] == "#line:arven:gates"
    line = site.page("briefings/new/positions/").one("ol", id="line:arven:gates")
    assert [step["data-fact-ref"] for step in line.all("li")] == ["old#shut", "new#open"]
    assert [len(step.all("s")) for step in line.all("li")] == [1, 0]
    assert "28 February 2026" in line.text
    assert "softens" in line.text


def test_a_dispute_between_briefings_stands_on_both_pages(site: Desk) -> None:
    """Each side in its source's words."""
    for name in ("old", "new"):
        page = site.page(f"briefings/{name}/contested/")
        sides = {each["data-fact-ref"] for each in page.one("div", "bs-versus").all("div", data_fact_ref="")}
        assert sides == {"old#rumoured", "new#dropped"}


def test_a_fact_of_a_withdrawn_source_says_so(site: Desk) -> None:
    """Wherever it stands in full."""
    page = site.page("briefings/old/claims/")
    assert "source withdrawn" in page.one(data_fact="old#rumoured").text
    assert "source withdrawn" not in page.one(data_fact="old#waiting").text


def test_articles_are_counted_apart_from_their_origins(site: Desk) -> None:
    """Two papers that copy one agency are one origin; one article needs no count."""
    page = site.page("briefings/old/claims/")
    assert page.one(data_fact="old#waiting").one("p", "bs-origins").text == "2 articles, 1 origin"
    assert not page.one(data_fact="old#rumoured").all("p", "bs-origins")
