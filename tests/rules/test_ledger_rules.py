"""The ledger's threshold, and how much of an article quotes may make up."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites import ARTICLE, CONFIG, EXAMPLE, SHEET, check_site, sheet_with, write_site

SOURCE = "source: {id: courier, file: seeds/courier.txt, date: 2026-03-03"


def codes(folder: Path, option: str = "", **fields: str) -> list[str]:
    """The codes of a site with this option, whose source has these fields besides."""
    config = f"site_name: A\nplugins:\n  - briefsmith:\n      {option}\n" if option else EXAMPLE[CONFIG]
    more = "".join(f", {key}: {value}" for key, value in fields.items())
    write_site(folder, {CONFIG: config, SHEET: sheet_with(SOURCE + more + "}\n")})
    return [each.finding.code.number for each in check_site(folder).located()]


@pytest.mark.parametrize(
    ("option", "own", "found"),
    [
        ("", "", []),
        ("coverage: 0.2", "", []),
        ("coverage: 20 %", "", []),
        ("coverage: 0.21", "", ["BS330"]),
        ("coverage: 100 %", "", ["BS330"]),
        ("coverage: 1", "0.2", []),
        ("coverage: 0.1", "30 %", ["BS330"]),
        ("", "0.3", ["BS330"]),
        ("", "0", []),
        ("", "nearly all", ["BS108"]),
        ("", "90", ["BS108"]),
        ("", "nan", ["BS108"]),
    ],
)
def test_a_source_keeps_its_threshold(tmp_path: Path, option: str, own: str, found: list[str]) -> None:
    """Two of ten sentences are used; the source's own threshold comes before the site's."""
    assert codes(tmp_path, option, **({"coverage": own} if own else {})) == found


def test_a_row_says_how_many_sentences_are_needed(tmp_path: Path) -> None:
    """Where there is a threshold; else the row is what it always was."""
    row = {"source": "courier", "sentences": 10, "used": 2, "set_aside": 0, "unread": 8}
    assert check_site(write_site(tmp_path / "a")).coverage() == [row]
    codes(tmp_path / "b", coverage="75 %")
    assert check_site(tmp_path / "b").coverage() == [{**row, "needed": 8}]


def test_the_finding_points_at_unread_sentences(tmp_path: Path) -> None:
    """The first three, and at the last of them it says how many more there are."""
    codes(tmp_path, coverage="1")
    (finding,) = check_site(tmp_path).findings
    assert [each.message for each in finding.related] == [
        "unread",
        "unread",
        "unread, and 5 more; `check --unread` lists all",
    ]


def quoting(folder: Path, words: int, length: int, source: str = "", option: str = "quoted_share: 0.25") -> list[str]:
    """The codes of a site in which two overlapping quotes take up so many words of a long article."""
    run = [f"word{number:04}" for number in range(length)]
    quotes = [" ".join(run[: words // 2 + 3]), " ".join(run[words // 2 - 3 : words])]
    sheet = sheet_with(
        f"{SOURCE}{source}}}\npositions: {{}}\nevents: []\nclaims:\n"
        f"  - {{claim: A list., evidence: ['{quotes[0]}', '{quotes[1]}']}}\n"
    )
    config = f"site_name: A\nplugins:\n  - briefsmith:\n      {option}\n"
    write_site(folder, {ARTICLE: " ".join(run), SHEET: sheet, CONFIG: config})
    return [each.finding.code.number for each in check_site(folder).located()]


@pytest.mark.parametrize(
    ("words", "length", "source", "option", "found"),
    [
        (300, 1200, "", "quoted_share: 0.25", []),
        (302, 1200, "", "quoted_share: 0.25", ["BS703"]),
        (302, 1200, "", "quoted_share: 30 %", []),
        (900, 1000, "", "quoted_share: 0.25", []),
        (900, 1001, "", "quoted_share: 0.25", ["BS703"]),
        (900, 1200, ", text: full, permission: granted", "quoted_share: 0.25", []),
        (900, 1200, ", licence: CC-BY-4.0", "quoted_share: 0.25", []),
    ],
)
def test_quotes_of_a_long_article_stay_below_their_share(
    tmp_path: Path, words: int, length: int, source: str, option: str, found: list[str]
) -> None:
    """Over 1,000 words, with excerpts; what two quotes have in common counts once."""
    assert quoting(tmp_path, words, length, source, option) == found
