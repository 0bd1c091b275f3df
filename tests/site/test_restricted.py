"""A sheet above the site's marking leaves no byte: the site is the one that would be built if it did not exist."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.site.desk import ROOT, Desk, built
from tests.sites import SHEET, write_site

CONFIG = """\
site_name: Desk
theme: {name: briefsmith}
plugins:
  - search
  - briefsmith: {publish_tlp: CLEAR}
"""
ARTICLE = """\
Arven keeps the dam shut, its minister Holt said on 2 March 2026.

Belmark wants the barges let through.

Subscribe to the Courier.

The weather was fine.
"""
OTHER = "Two generals met in a hut. They drew a map.\n"
PUBLIC = """\
briefing: sella
title: Arven keeps the dam shut
date: 2026-03-03
source:
  {id: courier, file: seeds/courier.txt, date: 2026-03-03,
   set_aside: {text: Subscribe to the Courier., reason: boilerplate}}
actors: {arven: Arven, belmark: Belmark}
issues: {dam: The dam}
positions:
  arven: {dam: {id: shut, intention: Keeps the dam shut., by: self, evidence: Arven keeps the dam shut}}
  belmark:
    dam: {id: barges, demand: Wants the barges through., by: self, evidence: Belmark wants the barges let through}
"""
SECRET = """\
briefing: aaa-secret
title: What nobody may read
date: 2026-03-09
tlp: RED
review_by: 2026-03-01
sources:
  courier:
    file: seeds/courier.txt
    date: 2026-03-03
    title: A title from the other sheet
    publisher: The Leaky Courier
    author: N. Obody
    note: Our man is its editor.
    reliability: B
    language: en-GB
    corrected: {date: 2026-03-05, reason: The secret correction.}
    reviewed: 2026-03-06
    set_aside:
      - {text: Subscribe to the Courier., reason: boilerplate, note: Our second note.}
      - {text: The weather was fine., reason: colour, note: Our man liked it.}
  hut: {file: seeds/hut.txt, date: 2026-03-08, publisher: Hut News}
actors: {arven: Arven, general: General}
issues: {dam: The dam, hut: The hut}
positions:
  arven:
    dam:
      intention: Opens the dam.
      by: self
      supersedes: sella#shut
      move: reverses
      date: 2026-03-08
      evidence: {courier: its minister Holt said on 2 March 2026}
events:
  - {event: They meet., date: unknown, by: outlet, evidence: {hut: Two generals met in a hut}}
figures:
  - {figure: Generals, value: 2, by: outlet, contradicts: sella#barges, evidence: {hut: Two generals}}
terms: {hut: {term: hut, type: loaded, use: house}}
questions:
  - {question: Is this secret?, about: sella#shut}
"""


def site_with(folder: Path, secret: str | None, *, edition: bool) -> dict[str, bytes]:
    """Every file of the site, by path; with an edition behind it, after which both sheets change."""
    files = {SHEET: PUBLIC, "seeds/courier.txt": ARTICLE, "seeds/hut.txt": OTHER, "mkdocs.yml": CONFIG}
    files |= {"docs/index.md": "# Desk\n"} | ({"briefings/aaa-secret.yml": secret} if secret else {})
    shutil.copy(ROOT / "build.py", write_site(folder, files))
    desk = Desk(folder)
    if edition:
        ran = desk.build_py("edition", "--as-of", "2026-03-03")
        assert ran.code == 0, ran.err
        desk.replace(SHEET, "Keeps the dam shut.", "Keeps the dam firmly shut.").replace(
            SHEET, "03-03\nsource", "03-04\nsource"
        )
        if secret:
            desk.replace("briefings/aaa-secret.yml", "Opens the dam.", "Opens the dam at once.")
    built(desk)
    return {
        path.relative_to(desk.site).as_posix(): path.read_bytes() for path in desk.site.rglob("*") if path.is_file()
    }


@pytest.mark.parametrize("edition", [False, True], ids=["first", "after an edition"])
def test_a_restricted_sheet_leaves_no_byte(tmp_path: Path, edition: bool) -> None:
    """Pages, counts, search, data and the log of changes are those of a site that never had it."""
    without, with_ = (
        site_with(tmp_path / name, secret, edition=edition) for name, secret in (("without", None), ("with", SECRET))
    )

    assert sorted(with_) == sorted(without)
    assert [path for path, data in with_.items() if data != without[path]] == []


def test_the_restricted_sheet_would_change_the_site(tmp_path: Path) -> None:
    """The same sheet without its marking is seen: the comparison compares something."""
    without = site_with(tmp_path / "without", None, edition=False)
    open_ = site_with(tmp_path / "open", SECRET.replace("tlp: RED", "tlp: CLEAR"), edition=False)

    changed = {path for path, data in open_.items() if data != without.get(path)}
    assert {"briefsmith.json", "sources/courier/index.html", "briefings/sella/index.html"} <= changed
