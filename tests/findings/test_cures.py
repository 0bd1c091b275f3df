"""Golden text of every finding, and fixes that cure what they are offered for."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from briefsmith.findings.catalogue import CATALOGUE
from briefsmith.findings.entries import Replacement
from briefsmith.findings.finding import Code
from briefsmith.findings.fixing import apply, replacements
from tests.findings.cases import COMMAND, GOLDEN, MENDED, applied, golden_file, said_of
from tests.rules.manual_cases import CASES, CODES, bad_case
from tests.sites import SHEET, check_site, lines_of, sheet_with, write_site

WITHOUT_FIX = {
    *("BS003", "BS004", "BS007", "BS008", "BS009", "BS107", "BS204", "BS208", "BS306", "BS309"),
    *("BS310", "BS315", "BS319", "BS320", "BS330", "BS402", "BS403", "BS404", "BS405", "BS503", "BS604"),
    *("BS606", "BS609", "BS610", "BS611", "BS507", "BS614", "BS703", "BS901", "BS902", "BS903", "BS904", "BS905"),
}
"""What only a person can decide, or what lies outside of the sheets."""

SHARE_WITH_FIX = 0.6


def _number(code: Code) -> str:
    return code.number


@pytest.mark.parametrize("code", CASES, ids=_number)
def test_the_text_of_a_finding_is_the_golden_one(code: Code, tmp_path: Path) -> None:
    """What `check` prints for the bad case of a code, excerpt, carets and cure, and what its fix changes."""
    golden = golden_file(code)
    text = golden.read_text(encoding="utf-8") if golden.is_file() else ""
    assert said_of(code, tmp_path) == text, f"{code.number} {code.name}: read the difference; `{COMMAND}` accepts it"


def test_no_golden_text_outlives_its_code() -> None:
    """There is one golden text for each code that `check` finds, and no other."""
    assert sorted(path.stem for path in GOLDEN.glob("*.txt")) == [code.number for code in CASES]


def test_most_codes_have_a_fix() -> None:
    """At least 60 % of the codes are cured by an edit; each of the others is named above."""
    assert {code.number for code in CODES} >= WITHOUT_FIX
    assert 1 - len(WITHOUT_FIX) / len(CODES) >= SHARE_WITH_FIX


@pytest.mark.parametrize("code", [code for code in CASES if code.number not in WITHOUT_FIX], ids=_number)
def test_a_fix_cures_its_finding_and_brings_no_other(code: Code, tmp_path: Path) -> None:
    """After the fix, the sheet of the bad case has no finding left."""
    files = MENDED.get(code.number)
    checked = check_site(write_site(tmp_path, files)) if files else bad_case(code, tmp_path)
    assert {each.code for each in checked.findings if each.fix} == {code}
    applied(tmp_path, checked)
    assert lines_of(check_site(tmp_path)) == []


@pytest.mark.parametrize("code", [CATALOGUE.by_number[number] for number in sorted(WITHOUT_FIX)], ids=_number)
def test_what_has_no_fix_offers_none(code: Code, tmp_path: Path) -> None:
    """The list of codes without a fix is true of their bad cases."""
    if code in CASES:
        assert [each for each in bad_case(code, tmp_path).findings if each.fix] == []


_SLIPS = (
    ("Arven and Belmark met in Port Sella", "\u201cArven and Belmark met in Port Sella\u201d"),
    ("title: Arven", "title: Ar\u200bven"),
    ("    date: 2026-03-02", "    status: Reported\n    date: 2026-03-02"),
    ("arven: Arven", "arven: {name: Arven, country: ua}"),
    ("date: 2026-03-04", "date: 4.3.2026"),
    ("Belmark wants the gates opened at once", "Belmark wants the gate opened at once"),
    ("issues: {gates", "isues: {gates"),
)


@pytest.mark.parametrize("seed", range(24))
def test_safe_fixes_change_nothing_else(seed: int, tmp_path: Path) -> None:
    """Whatever is wrong at once: `--fix` applies safe fixes only, no byte changes around them, and a second run none.

    Comments, blank lines and line ends are strewn between the lines, and all of them are there afterwards.
    """
    chance = Random(seed)
    sheet = sheet_with("")
    for old, new in chance.sample(_SLIPS, chance.randint(2, len(_SLIPS))):
        sheet = sheet.replace(old, new)
    lines = [f"{line}{chance.choice(('', '  # why', chr(10) + '# because'))}" for line in sheet.splitlines()]
    text = chance.choice(("\n", "\r\n")).join("\n".join(lines).splitlines()) + "\n"
    checked = check_site(write_site(tmp_path, {SHEET: text}))
    unsafe = {(each.code, each.message) for each in checked.findings if each.fix and not each.fix.safe}
    rounds = 0
    while rows := replacements(checked.findings, checked.locator).get(SHEET, []):
        after = apply(text, rows)
        assert _between(after, [row.text for row in rows]) == _outside(text, rows)
        text, rounds = after, rounds + 1
        checked = check_site(write_site(tmp_path, {SHEET: text}))
    assert rounds <= 2
    assert unsafe <= {(each.code, each.message) for each in checked.findings}


def _outside(text: str, rows: list[Replacement]) -> str:
    """What no edit touches."""
    edges = [0, *(edge for row in rows for edge in (row.start, row.end)), len(text)]
    return "".join(text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))


def _between(text: str, parts: list[str]) -> str:
    """The text without these parts, each taken out once and in their order."""
    at, kept = 0, ""
    for part in parts:
        found = text.index(part, at) if part else at
        kept += text[at:found]
        at = found + len(part)
    return kept + text[at:]
