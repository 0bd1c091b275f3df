"""What a corrected, withdrawn or changed source does to the build, and what the finding says of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefsmith.analysis.impact import impact_of
from briefsmith.findings.json_report import json_report
from briefsmith.findings.text_report import text_report
from briefsmith.rules.check import Checked
from tests.sites import SHEET, check_site, sheet_with, write_site

SOURCE = "source: {id: courier, file: seeds/courier.txt, date: 2026-03-03"
JUDGEMENT = """\
assessments:
  - id: stalled
    judgement: The talks are stalled.
    likelihood: likely
    confidence: low
    basis: talks
    because: Nothing came of [them](#talks).
"""


def checked(folder: Path, fields: str, more: str = "") -> Checked:
    """The findings of a site whose source has these fields."""
    return check_site(write_site(folder, {SHEET: sheet_with(f"{SOURCE}{fields}}}\n{more}")}))


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ("corrected: {date: 2026-03-05, reason: R.}", ["BS331"]),
        ("withdrawn: {date: 2026-03-05, reason: R.}", ["BS331"]),
        ("corrected: {date: 2026-03-05, reason: R.}, reviewed: 2026-03-04", ["BS331"]),
        ("corrected: {date: 2026-03-05, reason: R.}, reviewed: 2026-03-05", []),
        ("corrected: {date: 2026-03-05, reason: R.}, reviewed: 2026-04-01", []),
        ("corrected: {date: 2026-03-05, reason: R.}, reviewed: 2026-03", ["BS331"]),
        ("corrected: {date: 2026-03-05, reason: R.}, reviewed: unknown", ["BS331"]),
        ("corrected: {date: 2026-03, reason: R.}, reviewed: 2026-03-10", ["BS331"]),
        ("corrected: {date: unknown, reason: R.}, reviewed: 2026-03-10", []),
        ("corrected: {date: 2026-03-05, reason: R.}, withdrawn: {date: 2026-03-09, reason: R.}", ["BS331", "BS331"]),
        (
            "corrected: {date: 2026-03-05, reason: R}, withdrawn: {date: 2026-03-09, reason: R}, reviewed: 2026-03-06",
            ["BS331"],
        ),
        ("reviewed: 2026-03-05", []),
    ],
)
def test_a_correction_holds_the_build_until_it_was_reviewed(tmp_path: Path, fields: str, found: list[str]) -> None:
    """On its day or after it, and beyond doubt."""
    assert [each.finding.code.number for each in checked(tmp_path, f", {fields}").located()] == found


def test_the_impact_lists_facts_pages_and_cells(tmp_path: Path) -> None:
    """Also the judgements that rest on those facts."""
    dossier = checked(tmp_path, "", JUDGEMENT).dossier
    impact = impact_of(dossier.corpus.sources["courier"], dossier.corpus, dossier.evidence)
    assert [(each.fact.key.partition("-")[0], each.page, each.quotes) for each in impact.affected] == [
        ("sella#f", "briefings/sella/positions", True),
        ("sella#talks", "briefings/sella/timeline", True),
        ("sella#stalled", "briefings/sella", False),
    ]
    assert impact.cells == (("sella", "belmark", "gates"),)


OTHER = """\
briefing: delta
title: What the delta hears
date: 2026-03-05
source: {id: gazette, file: seeds/gazette.txt, date: 2026-03-05}
bottom_line: The upper states [met](#sella#talks).
events:
  - event: The delta holds a market
    date: 2026-03-05
    evidence: "The delta held a market"
assessments:
  - id: hope
    judgement: The delta may hope.
    likelihood: likely
    confidence: low
    basis: sella#talks
    because: The states upstream [met](#sella#talks).
"""


def test_a_page_that_only_refers_to_a_fact_is_listed(tmp_path: Path) -> None:
    """A bottom line, a summary or a reason that links to an affected fact is to be looked at, in any briefing."""
    files = {
        SHEET: sheet_with(f"{SOURCE}, withdrawn: {{date: 2026-03-05, reason: R.}}}}\nsummary: They [met](#talks).\n"),
        "briefings/delta.yml": OTHER,
        "seeds/gazette.txt": "The delta held a market.\n",
    }
    site = check_site(write_site(tmp_path, files))
    (finding,) = site.findings
    assert "briefings/delta" in finding.help
    places = {(each.at.file, each.message) for each in finding.related}
    refers = "text refers to `sella#talks`: briefings/"
    assert {("briefings/delta.yml", f"{refers}delta"), ("briefings/sella.yml", f"{refers}sella")} <= places
    assert ("briefings/delta.yml", "`delta#hope` rests on what rests on it: briefings/delta") in places


def test_an_answered_question_rests_on_its_answer(tmp_path: Path) -> None:
    """A question whose answer rests on the source is affected, and one without an answer is not."""
    questions = "questions:\n  - {id: met, question: Met?, status: answered, answer: talks}\n  - question: Why?\n"
    dossier = checked(tmp_path, "", questions).dossier
    impact = impact_of(dossier.corpus.sources["courier"], dossier.corpus, dossier.evidence)
    assert [each.fact.id for each in impact.affected if not each.quotes] == ["met"]


def test_a_terminal_is_not_flooded(tmp_path: Path) -> None:
    """Of many affected facts it shows the first ones, and says where the others are."""
    claims = "claims:\n" + "".join(
        f"  - {{claim: C{n}., evidence: Belmark wants the gates opened}}\n" for n in range(20)
    )
    site = checked(tmp_path, ", withdrawn: {date: 2026-03-05, reason: R.}", claims)
    (block,) = text_report(site.located(), site.locator)
    assert block.count("rests on it: ") == 8
    assert "… and 14 more places" in block


@pytest.mark.parametrize("fields", ["withdrawn: {date: 2026-03-05, reason: R.}", f"sha256: {'0' * 64}"])
def test_json_carries_the_impact(tmp_path: Path, fields: str) -> None:
    """Each affected fact is a related place, with its page and its cell."""
    site = checked(tmp_path, f", {fields}", JUDGEMENT)
    (finding,) = json.loads(json_report("0", site.counts(), site.coverage(), site.located(), site.locator))["findings"]
    assert [each["message"].split(" ", 1)[1] for each in finding["related"]] == [
        "rests on it: briefings/sella/positions, cell belmark on gates",
        "rests on it: briefings/sella/timeline",
        "rests on what rests on it: briefings/sella",
        "refers to `sella#talks`: briefings/sella",
    ]
