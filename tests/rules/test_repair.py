"""`--fix` and its fixes: safe ones only, nothing changed outside of them, nothing left for a second run."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefsmith.findings.fixing import apply, replacements
from briefsmith.findings.scalar import scalar
from tests.sites import SHEET, check_site, sheet_with, write_site

STRAIGHT = "claims:  # a comment stays\n  - evidence: {quote}\n    claim: Holt calls them names.\n    by: arven\n"
BLOCK = '>-\n      Holt called the fishermen\n      of Belmark "river thieves"'
FORMS = {
    "double": ('"Holt called the fishermen of Belmark \\"river thieves\\""', '“river thieves”"'),
    "single": ("'Holt called the fishermen of Belmark \"river thieves\"'", "“river thieves”'"),
    "plain": ('Holt called the fishermen of Belmark "river thieves"', "“river thieves”"),
    "block": (BLOCK, "      Holt called the fishermen\n      of Belmark “river thieves”\n"),
}


@pytest.mark.parametrize(("quote", "mended"), FORMS.values(), ids=FORMS)
def test_a_fix_keeps_style_and_everything_around_it(quote: str, mended: str, tmp_path: Path) -> None:
    """The source's own spelling takes the place of the words; comments, order and the rest stay byte for byte."""
    sheet = sheet_with(STRAIGHT.replace("{quote}", quote))
    checked = check_site(write_site(tmp_path, {SHEET: sheet}))
    changes = replacements(checked.findings, checked.locator)[SHEET]
    after = apply(sheet, changes)
    assert mended in after
    start, end = changes[0].start, changes[0].end
    assert after.startswith(sheet[:start])
    assert after.endswith(sheet[end:])
    again = check_site(write_site(tmp_path, {SHEET: after}))
    assert replacements(again.findings, again.locator) == {}


def test_an_unsafe_fix_is_not_applied(tmp_path: Path) -> None:
    """What a wrong quote probably means is proposed and never put in its place unasked."""
    sheet = sheet_with('claims:\n  - claim: Barges wait.\n    evidence: "About 40 barges are waitting below the dam"\n')
    checked = check_site(write_site(tmp_path, {SHEET: sheet}))
    assert [finding.fix is not None and not finding.fix.safe for finding in checked.errors] == [True]
    assert replacements(checked.findings, checked.locator) == {}


@pytest.mark.parametrize("text", ["- x", "a: b", "a #b", "'x", '"x', "{x}", "true ", "", "€ 5", "non", "5"])
@pytest.mark.parametrize("style", ["", "'", '"', ">"])
def test_a_scalar_reads_back_as_its_text(text: str, style: str) -> None:
    """Whatever is put into a sheet is read from it again."""
    from briefsmith.text.yamltree import read_yaml

    tree = read_yaml(f"a: {scalar(text, style, 2)}\n").tree
    assert tree == {"a": text}
