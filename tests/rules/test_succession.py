"""Succession: what a position may replace, in its sheet and across briefings."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites import EXAMPLE, SHEET, check_site, sheet_with, write_site

EVIDENCE = 'evidence: "Belmark wants the gates opened at once"'
SHARED = """\
actors: {arven: Arven, belmark: Belmark, ministry: {name: Ministry, part_of: belmark}}
issues: {gates: Gates, water: Water, north: {title: North gate, broader: gates}}
positions:
  belmark:
    gates: {id: old, demand: Open., date: 2026-03-03, EV}
"""


@pytest.mark.parametrize(
    ("position", "found"),
    [
        ("  arven:\n    gates: {id: new, view: No., supersedes: old, EV}\n", ["BS613"]),
        ("    water: {id: new, view: Water., supersedes: old, EV}\n", ["BS613"]),
        ("  belmark & arven:\n    gates: {id: new, view: Both., supersedes: old, EV}\n", []),
        ("  ministry:\n    gates: {id: new, view: Part., supersedes: old, EV}\n", []),
        ("    north: {id: new, view: Narrower., supersedes: old, EV}\n", []),
        ("    north: {id: new, view: Earlier., supersedes: old, date: 2026-02, date_basis: outside, EV}\n", ["BS614"]),
        ("    north: {id: new, view: Same day., supersedes: old, date: 2026-03-03, EV}\n", []),
        ("    north: {id: new, view: That month., supersedes: old, date: 2026-03, EV}\n", []),
    ],
)
def test_a_position_replaces_one_of_its_own_cell(tmp_path: Path, position: str, found: list[str]) -> None:
    """Of the same holder or a part of it, on the same issue or one within it, and not one that was taken later."""
    sheet = sheet_with((SHARED + position).replace("EV}", EVIDENCE + "}"))
    assert [each.code.number for each in check_site(write_site(tmp_path, {SHEET: sheet})).findings] == found


@pytest.mark.parametrize(("name", "found"), [("Belmark", []), ("Corland", ["BS613"])])
def test_across_briefings_names_count(tmp_path: Path, name: str, found: list[str]) -> None:
    """Two sheets may call one holder by two ids; one id with two names is two holders."""
    old = EXAMPLE[SHEET].replace("demand: Arven must", "id: old\n      demand: Arven must")
    new = sheet_with(
        f"briefing: later\ndate: 2026-03-05\nactors: {{b: {name}}}\nissues: {{g: Opening of the gates}}\nevents: []\n"
        f"positions: {{b: {{g: {{view: V., supersedes: 'sella#old', {EVIDENCE}}}}}}}\n"
    )
    files = {SHEET: old, "briefings/later.yml": new}
    codes = [each.code.number for each in check_site(write_site(tmp_path, files)).findings]
    assert [code for code in codes if code in {"BS613", "BS614"}] == found
