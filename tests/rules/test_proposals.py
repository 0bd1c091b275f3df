"""What `check` proposes where a sheet leaves the speaker or the day open: only what is beyond doubt."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefsmith.cli.reporting import report
from briefsmith.findings.fixing import apply, replacement
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


BLOCK = """\
source: {id: courier, file: seeds/courier.txt, date: 2026-03-05}
actors: {arven: Arven, holt: {name: Mara Holt, part_of: arven}}
positions: {}
events: []
claims:
  - claim: The dam stays shut
    id: c
    evidence: >-
      the dam
      stays shut  # part of the text
    note: So the paper says.
"""
FLOW = (
    BLOCK.partition("  - claim")[0]
    + "  - {claim: The dam stays shut, id: c, evidence: the dam stays shut, note: So.}\n"
)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("sheet", [BLOCK.replace("  # part of the text", ""), FLOW])
def test_what_is_proposed_can_be_written_as_it_is(tmp_path: Path, sheet: str, end: str) -> None:
    """The edits of a proposal fill the gap, change nothing else, and are never applied by themselves."""
    text = sheet_with(sheet).replace("\n", end)
    article = "Holt said yesterday that the dam stays shut.\n"
    checked = check_site(write_site(tmp_path, {SHEET: text.encode(), "seeds/courier.txt": article}))
    assert [each.fix.safe for each in checked.proposals()] == [False, False]
    rows = [replacement(edit, checked.locator) for each in checked.proposals() for edit in each.fix.edits]

    mended = apply(text, rows)
    (tmp_path / SHEET).write_bytes(mended.encode())
    again = check_site(tmp_path)

    assert (again.notes(), again.findings) == ([], ())
    (fact,) = (each for each in again.dossier.corpus.facts if each.id == "c")
    assert fact.statement is not None
    assert (fact.statement.by, fact.statement.date_words) == ("holt", "yesterday")
    left = mended
    for row in rows:
        left = left.replace(row.text, "", 1)
    assert left == text


def test_json_carries_what_is_proposed(tmp_path: Path) -> None:
    """With its place and its edits, for editors that are not ours."""
    write_site(tmp_path, {SHEET: sheet_with(FLOW), "seeds/courier.txt": "Holt said that the dam stays shut.\n"})
    (text,) = report(check_site(tmp_path), "json")
    (row,) = json.loads(text)["proposals"]
    assert (row["fact"], row["file"], row["line"]) == ("sella#c", SHEET, 6)
    assert row["message"] == "speaker not recorded; the sentence says `Holt said`: `by: holt`"
    assert [each["text"] for each in row["fix"]["edits"]] == [", by: holt"]
    assert row["fix"]["safe"] is False
