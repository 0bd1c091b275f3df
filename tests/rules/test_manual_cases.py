"""A rule is a unit: code, name, manual page, bad case, good case. Whatever lacks one of them fails here."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefsmith.findings.finding import Code
from briefsmith.findings.manual import load_page, render_index, render_page
from tests.rules.manual_cases import BUILT, CASES, CODES, bad_case, good_case
from tests.sites import check_site, lines_of, write_site


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
    assert {each.finding.code for each in bad_case(code, tmp_path).located()} == {code}


@pytest.mark.parametrize("code", CASES, ids=_number)
def test_a_page_repeats_what_check_prints(code: Code, tmp_path: Path) -> None:
    """The message on the page, with its line, its column and its cure, is the one that the bad case prints."""
    assert load_page(code).message.splitlines() == lines_of(bad_case(code, tmp_path))


@pytest.mark.parametrize("code", CASES, ids=_number)
def test_a_good_case_yields_nothing(code: Code, tmp_path: Path) -> None:
    """The good case of a page is right in every respect."""
    assert lines_of(good_case(code, tmp_path)) == []


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
