"""`confirmed` is earned by two sources whose chains begin differently, and by nothing less."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites import SHEET, check_site, sheet_with, write_site

BOTH = 'courier: "The delegations of Arven and Belmark met", gazette: "The delegations met on 2 March"'


@pytest.mark.parametrize(
    ("courier", "gazette", "fields", "proved"),
    [
        ("publisher: Courier", "publisher: Gazette", "", True),
        ("publisher: Courier", "publisher: Gazette", ", by: outlet", True),
        ("publisher: Courier", "publisher: Gazette", ", by: arven", False),
        ("publisher: Courier", "publisher: Gazette", ", via: wire", False),
        ("publisher: Courier, via: wire", "publisher: Gazette, via: wire", "", False),
        ("publisher: Courier, via: wire", "publisher: The Wire", "", False),
        ("publisher: Courier, via: wire", "publisher: Gazette, via: radio", "", True),
        ("publisher: Courier", "publisher: unknown", "", False),
        ("publisher: unknown", "note: none", "", False),
        ("publisher: Courier", "publisher: Gazette", ", by_unnamed: The delegations", False),
    ],
)
def test_confirmed_needs_two_origins(tmp_path: Path, courier: str, gazette: str, fields: str, proved: bool) -> None:
    """One agency or one speaker in two papers is one; an outlet that nobody names may be any other."""
    sheet = f"""\
source: {{id: courier, file: seeds/courier.txt, date: 2026-03-03, {courier}}}
sources:
  gazette: {{file: seeds/gazette.txt, date: 2026-03-03, {gazette}}}
actors: {{arven: Arven, wire: {{name: The Wire, type: media}}, radio: {{name: Radio, type: media}}}}
positions: {{}}
events:
  - {{event: They meet, date: 2026-03-02, status: confirmed{fields}, evidence: {{{BOTH}}}}}
"""
    article = "The delegations met on 2 March, said The Wire of Arven."
    write_site(tmp_path, {SHEET: sheet_with(sheet), "seeds/gazette.txt": article})
    found = {each.finding.code.number for each in check_site(tmp_path).located()}
    assert ("BS602" not in found) is proved
    assert not {code for code in found if code.startswith(("BS0", "BS1", "BS2", "BS30"))}


SPEAKERS = """\
source: {{id: courier, file: seeds/courier.txt, date: 2026-03-03, publisher: Courier}}
sources:
  gazette: {{file: seeds/gazette.txt, date: 2026-03-03, publisher: Gazette}}
actors: {{arven: Arven, belmark: Belmark}}
positions: {{}}
events:
  - event: They meet
    date: 2026-03-02
    status: confirmed
    by: arven
    evidence:
      - {{source: courier, exact: The delegations of Arven and Belmark met}}
      - {{source: gazette, exact: The delegations met on 2 March{own}}}
"""


@pytest.mark.parametrize(
    ("own", "found"),
    [
        ("", ["BS602"]),
        (", by: belmark", []),
        (", by: arven", ["BS602"]),
        (", by_unnamed: The delegations", ["BS602"]),
        (", by: nobody", ["BS201"]),
        (", via: nobody", ["BS201", "BS602"]),
    ],
)
def test_each_quote_may_have_its_own_speaker(tmp_path: Path, own: str, found: list[str]) -> None:
    """What one says in one source and another in the second has two origins."""
    files = {SHEET: sheet_with(SPEAKERS.format(own=own)), "seeds/gazette.txt": "The delegations met on 2 March.\n"}
    site = check_site(write_site(tmp_path, files))
    assert sorted(each.code.number for each in site.findings) == found
