"""What `check` proposes where a sheet leaves the speaker or the day open: only what is beyond doubt."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.site.desk import ROOT
from tests.sites import SHEET, check_site, sheet_with, write_site

SHEET_OF = """\
source: {{id: courier, file: seeds/courier.txt, date: 2026-03-05}}
actors: {{arven: Arven, holt: {{name: Mara Holt, part_of: arven}}, lenko: {{name: Orysia Lenko}}}}
positions: {{}}
events: []
claims:
  - {{claim: The dam stays shut, id: c{fields}, evidence: {evidence}}}
"""


def notes_on(folder: Path, article: str, evidence: str, fields: str = "") -> list[str]:
    """The notes on one claim."""
    sheet = sheet_with(SHEET_OF.format(evidence=evidence, fields=fields and f", {fields}"))
    write_site(folder, {SHEET: sheet, "seeds/courier.txt": article + "\n"})
    return check_site(folder).notes()


@pytest.mark.parametrize(
    ("article", "by"),
    [
        ("Mara Holt said that the dam stays shut.", "holt"),
        ("On Tuesday the minister, Mara Holt, told us nothing; the dam stays shut.", ""),
        ("The minister Holt said the dam stays shut.", "holt"),
        ("“the dam stays shut,” said Mara Holt on Tuesday.", "holt"),
        ("Arven's Holt said that the dam stays shut.", "holt"),
        ("Holt said, and Lenko confirmed, that the dam stays shut.", ""),
        ("She said that the dam stays shut.", ""),
        ("An aide to Holt later said that the dam stays shut.", ""),
        ("Holt is in Tarn. It is known that the dam stays shut.", ""),
    ],
)
def test_a_speaker_is_proposed_from_the_verb_beside_the_name(tmp_path: Path, article: str, by: str) -> None:
    """One known name at the only verb of the sentence is proposed; a pronoun, a crowd or an aside is not."""
    found = notes_on(tmp_path, article, "the dam stays shut")
    assert [line.rpartition("`by: ")[2].rstrip("`") for line in found] == ([by] if by else [])


@pytest.mark.parametrize("fields", ["by: outlet", "by_unnamed: the dam", "status: rumour"])
def test_nothing_is_proposed_where_the_sheet_says_who_speaks(tmp_path: Path, fields: str) -> None:
    """Nor for a rumour, behind which nobody stands."""
    assert notes_on(tmp_path, "Holt said that the dam stays shut.", "the dam stays shut", fields) == []


@pytest.mark.parametrize(
    ("fields", "day"),
    [
        ("by: holt, date_words: yesterday", "2026-03-04"),
        ("by: holt, date_words: on Tuesday", ""),
        ("by: holt, date_words: yesterday, date: 2026-03-04, date_basis: relative", ""),
    ],
)
def test_a_day_is_proposed_from_words_that_mean_one(tmp_path: Path, fields: str, day: str) -> None:
    """*Yesterday* is one day; a weekday may be the last or the next."""
    found = notes_on(tmp_path, "Holt said yesterday on Tuesday that the dam stays shut.", "the dam stays shut", fields)
    assert [line.partition("`date: ")[2][:10] for line in found] == ([day] if day else [])


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Holt said yesterday that the dam stays shut.", "2026-03-04"),
        ("Holt said yesterday, and again yesterday night, that the dam stays shut.", "2026-03-04"),
        ("Holt said today that the dam stays shut.", ""),
        ("Holt said that the dam stays shut and opens tomorrow.", ""),
        ("Holt said on Tuesday that the dam stays shut.", ""),
        ("Holt said yesterday that the dam stays shut until Tuesday.", ""),
        ("Holt said yesterday that the dam stays shut until 12 June.", ""),
        ("Holt said yesterday that the dam stays shut today.", ""),
        ("Holt said on 4 March that the dam stays shut.", ""),
    ],
)
def test_a_day_is_proposed_from_the_only_yesterday_of_the_sentence(tmp_path: Path, sentence: str, day: str) -> None:
    """A sentence that names any other time beside it may mean that one."""
    found = notes_on(tmp_path, sentence, "the dam stays shut", "by: holt")
    assert [line.partition("`date: ")[2][:10] for line in found] == ([day] if day else [])


@pytest.mark.parametrize("fields", ["date: 2026-03-04", "since: 2026-03", "until: 2026-05"])
def test_no_day_is_proposed_where_a_time_is_given(tmp_path: Path, fields: str) -> None:
    """Neither a day nor the beginning or end of a time."""
    found = notes_on(tmp_path, "Holt said yesterday that the dam stays shut.", "dam stays shut", f"by: holt, {fields}")
    assert found == []


@pytest.mark.parametrize("site", [ROOT, ROOT / "examples" / "sella"])
def test_nothing_is_proposed_for_the_sites_of_this_repository(site: Path) -> None:
    """What their sheets leave open is open on purpose, so every proposal would be a false one."""
    assert check_site(site).notes() == []
