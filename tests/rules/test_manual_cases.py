"""A rule is a unit: code, name, manual page, bad case, good case. Whatever lacks one of them fails here."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from briefsmith.findings.catalogue import CATALOGUE
from briefsmith.findings.finding import Code
from briefsmith.findings.manual import load_page, render_index, render_page
from briefsmith.rules.check import Checked
from tests.sites import ARTICLE, EXAMPLE, SHEET, check_site, files_of, lines_of, sheet_with, write_site

CODES = sorted(CATALOGUE.by_number.values(), key=lambda code: code.number)
ROOT = Path(__file__).parents[2]

# Family 9 is found in a finished site; tests/publish builds such sites and holds these codes to their behaviour.
OF_THE_BUILT_SITE = [code for code in CODES if code.number.startswith("BS9")]

TITLE = EXAMPLE[SHEET].splitlines()[1]


def _saved_as_windows_cyrillic(folder: Path) -> None:
    write_site(folder, {SHEET: sheet_with("title: Арвен держит ворота закрытыми").encode("cp1251")})


def _saved_as_utf8(folder: Path) -> None:
    write_site(folder, {SHEET: sheet_with("title: Арвен держит ворота закрытыми")})


def _inside_brackets(count: int) -> Callable[[Path], None]:
    def build(folder: Path) -> None:
        write_site(folder, {SHEET: sheet_with(f"x-deep: {'[' * count}deep{']' * count}")})

    return build


def _linked_article(folder: Path) -> None:
    (folder / "elsewhere").mkdir(parents=True)
    (folder / "elsewhere" / "courier.txt").write_text(EXAMPLE[ARTICLE])
    write_site(folder, {ARTICLE: None})
    (folder / "seeds").mkdir()
    (folder / ARTICLE).symlink_to(folder / "elsewhere" / "courier.txt")


def _title_with(character: str) -> Callable[[Path], None]:
    def build(folder: Path) -> None:
        write_site(folder, {SHEET: sheet_with(f"title: Arven keeps{character} the dam closed")})

    return build


def _with_key_positions(count: int) -> Callable[[Path], None]:
    """So many positions that the brief is to show."""

    def build(folder: Path) -> None:
        quote = "Belmark wants the gates opened at once"
        # A number in a sentence would have to stand in its quote.
        names = [f"{one}{other}" for one in "ABCDEFGHIJ" for other in "abcdefghij"][:count]
        rows = [f"      - {{demand: Gate {name} must open., key: true, evidence: {quote}}}" for name in names]
        write_site(folder, {SHEET: sheet_with("\n".join(["positions:", "  belmark:", "    gates:", *rows]) + "\n")})

    return build


def _quoting(words: int) -> Callable[[Path], None]:
    """A claim that quotes this much of an article of 1,200 words."""

    def build(folder: Path) -> None:
        run = " ".join(f"word{number:04}" for number in range(1200))
        article = f"{EXAMPLE[ARTICLE].splitlines()[1]}\n{EXAMPLE[ARTICLE].splitlines()[2]}\n\n{run}\n"
        claim = f"claims:\n  - {{claim: A list of words., evidence: {run[: words * 9 - 1]}}}\n"
        write_site(folder, {ARTICLE: article, SHEET: sheet_with(claim)})

    return build


def _example(folder: Path) -> None:
    write_site(folder)


BUILT = {
    "BS003": (_saved_as_windows_cyrillic, _saved_as_utf8),
    "BS004": (_inside_brackets(101), _inside_brackets(2)),
    "BS008": (_linked_article, _example),
    "BS011": (_title_with("\a"), _title_with("")),
    "BS405": (_with_key_positions(40), _with_key_positions(12)),
    "BS703": (_quoting(400), _quoting(200)),
    "BS801": (_title_with("\u200b"), _title_with("")),
}
"""Bad and good cases that a page cannot show as text."""

CASES = [code for code in CODES if code not in OF_THE_BUILT_SITE]


def _bad(code: Code, folder: Path) -> Checked:
    if code.number in BUILT:
        BUILT[code.number][0](folder)
    else:
        write_site(folder, files_of(load_page(code).bad_case))
    return check_site(folder)


def _good(code: Code, folder: Path) -> Checked:
    if code.number in BUILT:
        BUILT[code.number][1](folder)
    else:
        write_site(folder, files_of(load_page(code).good_case))
    return check_site(folder)


def _number(code: Code) -> str:
    return code.number


@pytest.mark.parametrize("code", CODES, ids=_number)
def test_a_code_has_a_page(code: Code) -> None:
    """Every row of the catalogue has a complete manual page under its number and name."""
    page = render_page(code)
    assert page.startswith(f"# {code.number} {code.name}\n")
    assert "\n## Why it matters\n" in page


@pytest.mark.parametrize("code", CASES, ids=_number)
def test_a_page_shows_a_case_or_has_one_built(code: Code) -> None:
    """Every code has a bad and a good case, on its page or, where text cannot show it, in a builder here."""
    page = load_page(code)
    assert code.number in BUILT or (page.bad_case and page.good_case)


@pytest.mark.parametrize("code", CASES, ids=_number)
def test_a_bad_case_yields_its_finding_and_no_other(code: Code, tmp_path: Path) -> None:
    """The bad case of a page yields the page's own code and nothing that merely follows from the same mistake."""
    assert {each.finding.code for each in _bad(code, tmp_path).located()} == {code}


@pytest.mark.parametrize("code", CASES, ids=_number)
def test_a_page_repeats_what_check_prints(code: Code, tmp_path: Path) -> None:
    """The message on the page, with its line, its column and its cure, is the one that the bad case prints."""
    assert load_page(code).message.splitlines() == lines_of(_bad(code, tmp_path))


@pytest.mark.parametrize("code", CASES, ids=_number)
def test_a_good_case_yields_nothing(code: Code, tmp_path: Path) -> None:
    """The good case of a page is right in every respect."""
    assert lines_of(_good(code, tmp_path)) == []


def test_the_example_yields_nothing(tmp_path: Path) -> None:
    """The sheet that all cases change is right."""
    assert lines_of(check_site(write_site(tmp_path))) == []


def test_the_index_links_every_page() -> None:
    """The list of findings links each code to its page beside it."""
    index = render_index()
    rows = {
        code.number: f"| [{code.number}]({code.number}.md) | `{code.name}` | {code.severity.value} |" for code in CODES
    }
    assert [number for number, row in rows.items() if row not in index] == []
