"""A quote in the full form may name its own speaker, and every rule that asks who speaks hears it."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefsmith.analysis.silence import silence_in
from tests.sites import SHEET, check_site, sheet_with, write_site

ARTICLE = """\
Arven keeps the dam shut, its minister Holt said.

Arven will not open the dam, Lenko of Belmark said.

Two people at the talks said that the dam stays shut.
"""
SHEET_OF = """\
source: {{id: courier, file: seeds/courier.txt, date: 2026-03-03, publisher: Courier}}
actors:
  arven: Arven
  belmark: Belmark
  holt: {{name: Holt, part_of: arven}}
  lenko: {{name: Lenko, part_of: belmark}}
  tarn: Tarn
issues: {{dam: The dam}}
events: []
positions:
  arven:
    dam:
      - intention: Keeps the dam shut.
        {fields}
        evidence:
{quotes}
"""
FIRST = "          - {exact: Arven keeps the dam shut%s}"
SECOND = "          - {exact: Arven will not open the dam%s}"
THIRD = "          - {exact: the dam stays shut%s}"


def codes_at(folder: Path, fields: str, *quotes: str) -> list[str]:
    """The codes of who speaks, each with the last key of its place."""
    sheet = SHEET_OF.format(fields=fields, quotes="\n".join(quotes))
    write_site(folder, {SHEET: sheet_with(sheet), "seeds/courier.txt": ARTICLE})
    found = [each.finding for each in check_site(folder).located()]
    wanted = {"BS301", "BS601", "BS603", "BS607", "BS102", "BS201"}
    return [f"{each.code.number} {each.at.path[-1]}" for each in found if each.code.number in wanted]


@pytest.mark.parametrize(
    ("fields", "quotes", "expected"),
    [
        ("by: lenko", (SECOND % "",), ["BS603 by"]),
        ("by: holt", (SECOND % ", by: lenko",), ["BS603 by"]),
        ("key: true", (SECOND % ", by: lenko",), ["BS603 by"]),
        ("key: true", (FIRST % ", by: holt", SECOND % ", by: lenko"), []),
        ("by: holt", (FIRST % "", SECOND % ", by: lenko"), []),
        ("status: claimed", (SECOND % ", by: lenko",), []),
        ("status: claimed", (SECOND % "",), ["BS601 status"]),
        ("key: true", (THIRD % ", by: holt, by_unnamed: Two people at the talks",), ["BS607 by_unnamed"]),
        ("by: holt", (FIRST % "", THIRD % ", by_unnamed: Two people at the talks"), []),
        ("by: holt", (FIRST % "", THIRD % ", by_unnamed: Three people at the talks"), ["BS301 by_unnamed"]),
        ("by: holt", (FIRST % "", SECOND % ", by: nobody"), ["BS201 by"]),
    ],
)
def test_rules_hear_the_speaker_of_a_quote(
    tmp_path: Path, fields: str, quotes: tuple[str, ...], expected: list[str]
) -> None:
    """A position is foreign when all who tell it are; each quote's words for people stand in its own source."""
    assert codes_at(tmp_path, fields, *quotes) == expected


def test_a_rumour_has_no_speaker_in_its_quotes_either(tmp_path: Path) -> None:
    """`by` in a quote of a rumour is an error at that place."""
    claims = "claims:\n  - {claim: It opens., status: rumour, evidence: [{exact: the dam stays shut, by: holt}]}"
    write_site(
        tmp_path,
        {
            SHEET: sheet_with(SHEET_OF.format(fields="by: holt", quotes=FIRST % "") + claims + "\n"),
            "seeds/courier.txt": ARTICLE,
        },
    )
    [found] = [each.finding for each in check_site(tmp_path).located() if each.finding.code.number == "BS601"]
    assert found.at.path == ("claims", 0, "evidence", 0, "by")


@pytest.mark.parametrize(
    ("quotes", "spoken_for", "unnamed"),
    [
        ((SECOND % ", by: lenko",), ("arven",), 0),
        ((SECOND % ", by: lenko", FIRST % ", by: holt"), (), 0),
        ((THIRD % ", by_unnamed: Two people at the talks", FIRST % ""), (), 1),
    ],
)
def test_silence_hears_the_speaker_of_a_quote(
    tmp_path: Path, quotes: tuple[str, ...], spoken_for: tuple[str, ...], unnamed: int
) -> None:
    """A holder is spoken for only where every quote is another's; people without names count in any quote."""
    codes_at(tmp_path, "status: claimed", *quotes)
    dossier = check_site(tmp_path).dossier
    [briefing] = dossier.corpus.briefings.values()
    silence = silence_in(briefing, dossier.evidence, None)
    assert (silence.spoken_for, len(silence.unnamed)) == (spoken_for, unnamed)
