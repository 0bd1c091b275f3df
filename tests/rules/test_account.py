"""What `check --format json` gives beside its findings: ledger, chains, disputes, history, impact, silence, rights."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from briefsmith.cli.reporting import report
from briefsmith.rules.check import check_site
from briefsmith.settings import load_settings
from tests.corpora import ROOT
from tests.sites import SHEET, sheet_with, write_site

SHEET_TEXT = """\
source: {id: courier, file: seeds/courier.txt, date: 2026-03-03, publisher: River Courier, via: wire,
  corrected: {date: 2026-03-05, reason: R.}, reviewed: 2026-03-06,
  set_aside: [{text: "Read also: How the dam was built", reason: boilerplate}]}
actors: {arven: Arven, belmark: Belmark, corland: Corland, wire: {name: The Wire, type: media, part_of: belmark}}
positions:
  belmark:
    gates:
      - id: old
        demand: Arven must open the gates.
        by: self
        date: 2026-03-01
        date_note: As the paper says.
        evidence: "Belmark wants the gates opened at once"
      - id: new
        demand: Arven must open the gates at once.
        by: self
        supersedes: old
        move: hardens
        review_by: 2026-03-03
        evidence: "Belmark wants the gates opened at once"
events: []
figures:
  - {id: barges, figure: Barges, value: about 40 barges, contradicts: few, evidence: About 40 barges are waiting below}
  - {id: few, figure: Barges, value: 40 barges, evidence: About 40 barges are waiting below}
"""


@pytest.fixture(scope="module")
def analysis(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The part of the JSON report."""
    site = write_site(tmp_path_factory.mktemp("site"), {SHEET: sheet_with(SHEET_TEXT)})
    (text,) = report(check_site(load_settings(site / "mkdocs.yml")), "json")
    return json.loads(text)["analysis"]


def test_each_sentence_has_its_state(analysis: Any) -> None:
    """With its line, what it backs, and the reason why it was set aside."""
    rows = analysis["sentences"]
    assert {row["state"] for row in rows} == {"used", "set-aside", "unread"}
    assert [(row["line"], row["backs"]) for row in rows if row["state"] == "used"] == [
        (2, ["sella#old", "sella#new"]),
        (5, ["sella#barges", "sella#few"]),
    ]
    assert [(row["line"], row["reason"]) for row in rows if row["state"] == "set-aside"] == [(10, "boilerplate")]


def test_each_statement_has_its_chains_and_origins(analysis: Any) -> None:
    """Link by link, with a party's own agency marked."""
    (row,) = (row for row in analysis["chains"] if row["fact"] == "sella#new")
    assert row["chains"] == [
        {
            "source": "courier",
            "links": [
                {"link": "speaker", "actor": "belmark"},
                {"link": "reporter", "actor": "wire", "own_agency": True},
                {"link": "publisher", "words": "River Courier"},
            ],
        }
    ]
    assert (row["origins"], row["origin_count"]) == (["belmark"], 1)


def test_a_speaker_known_from_context_is_told(tmp_path: Path) -> None:
    """Where the quoted sentence has neither name nor pronoun of the one who is said to speak."""
    sheet = sheet_with(
        "claims:\n  - {claim: Barges wait., by: belmark, evidence: About 40 barges are waiting below the dam}\n"
        "  - {claim: It wants them open., by: belmark, evidence: Belmark wants the gates opened at once}\n"
    )
    write_site(tmp_path, {SHEET: sheet})
    rows = check_site(load_settings(tmp_path / "mkdocs.yml")).analysis()["chains"]
    told = [chain.get("from_context", False) for row in rows for chain in row["chains"]]
    assert told[-2:] == [True, False]


def test_disputes_history_impact_silence_and_rights_are_there(analysis: Any) -> None:
    """Each subject has its rows, and what has no value has no key."""
    assert analysis["disputes"] == [{"facts": ["sella#barges", "sella#few"]}]
    (cell,) = analysis["history"]
    assert (cell["holder"], cell["issue"], cell["current"]) == ("belmark", "gates", ["sella#new"])
    assert (cell["line"], cell["moves"]) == (["sella#old", "sella#new"], {"sella#new": "hardens"})
    assert cell["overdue"] == ["sella#new"]
    (impact,) = analysis["impact"]
    assert (impact["corrected"], impact["reviewed"]) == ("2026-03-05", "2026-03-06")
    assert impact["facts"] == ["sella#old", "sella#new", "sella#barges", "sella#few"]
    assert impact["cells"] == [{"briefing": "sella", "holder": "belmark", "issue": "gates"}]
    (silence,) = analysis["silence"]
    assert silence["one_voice"] == ["gates"]
    assert silence["narrow"][0] == {"section": "positions", "origin": "belmark"}
    assert "open_questions" not in silence
    (rights,) = analysis["rights"]
    assert (rights["source"], rights["text"]) == ("courier", "excerpts")
    assert 0 < rights["quoted_share"] < 1


def test_the_large_example_has_rows_of_every_subject() -> None:
    """On the large example every subject has its rows, and every fact named is one of the site."""
    checked = check_site(load_settings(ROOT / "examples/sella/mkdocs.yml"))
    found = checked.analysis()
    assert all(found[name] for name in ("sentences", "chains", "disputes", "history", "impact", "silence", "rights"))
    known = {fact.key for fact in checked.dossier.corpus.facts}
    assert {fact for row in found["disputes"] for fact in row["facts"]} <= known
