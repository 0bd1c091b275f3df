"""Our style sheet rewritten for themes that are not ours."""

from __future__ import annotations

import re

import pytest

from briefsmith.publish.elsewhere import STRONGER, elsewhere
from briefsmith.publish.style import style_elsewhere

SELECTORS = {
    ".a { color: red; }": f"{STRONGER} .a {{ color: red; }}",
    ".a, .b > c { color: red; }": f"{STRONGER} .a, {STRONGER} .b > c {{ color: red; }}",
    ":is(.a, :not(.b, .c), .d) e { color: red; }": f"{STRONGER} :is(.a, :not(.b, .c), .d) e {{ color: red; }}",
    '[title="a, b"], .c { color: red; }': f'{STRONGER} [title="a, b"], {STRONGER} .c {{ color: red; }}',
    ".a { color: red; } .b { color: blue; }": f"{STRONGER} .a {{ color: red; }} {STRONGER} .b {{ color: blue; }}",
    "@media print { .a { color: red; } }": f"@media print {{ {STRONGER} .a {{ color: red; }} }}",
    "@page a { margin: 1mm; @top-left { content: 'b'; } }": "@page a { margin: 1mm; @top-left { content: 'b'; } }",
    "@property --a { syntax: '*'; }": "@property --a { syntax: '*'; }",
    "/* .a { */ .b { color: red; }": f"{STRONGER} .b {{ color: red; }}",
}
LENGTHS = {
    ".a { margin: 0 .5rem; }": f"{STRONGER} .a {{ margin: 0 calc(.5 * var(--_rem)); }}",
    ".a { margin: -1.5rem; }": f"{STRONGER} .a {{ margin: calc(-1.5 * var(--_rem)); }}",
    ".a { width: clamp(1rem, 1rem + 2vw, 3rem); }": (
        f"{STRONGER} .a {{ width: clamp(calc(1 * var(--_rem)), calc(1 * var(--_rem)) + 2cqi, calc(3 * var(--_rem))); }}"
    ),
    "@media (max-width: 48rem) { .a { top: 1px; } }": (
        f"@container bs-page (max-width: 48em) {{ {STRONGER} .a {{ top: 1px; }} }}"
    ),
}


@pytest.mark.parametrize(("ours", "elsewhere_"), SELECTORS.items())
def test_every_rule_outranks_a_theme(ours: str, elsewhere_: str) -> None:
    """Each selector of each rule gets the prefix, in groups too; what has no selectors stays as it is."""
    assert elsewhere(ours).split() == elsewhere_.split()


@pytest.mark.parametrize(("ours", "elsewhere_"), LENGTHS.items())
def test_lengths_follow_the_column_and_its_text(ours: str, elsewhere_: str) -> None:
    """Neither the root's font nor the window's width says anything about our part of the page."""
    assert elsewhere(ours).split() == elsewhere_.split()


def test_no_rule_of_the_whole_sheet_is_left_out() -> None:
    """Blocks open and close in pairs, and every rule outside pages of paper has the prefix."""
    sheet = style_elsewhere(30, 30)
    rules = re.findall(r"(?:^|[{}])\s*([^{}@;]+?)\s*\{", re.sub(r"@page[^{}]*\{(?:[^{}]|\{[^{}]*\})*\}", "", sheet))

    assert sheet.count("{") == sheet.count("}")
    assert len(rules) > 300
    assert [rule for rule in rules if not rule.startswith(STRONGER)] == []
    assert not re.search(r"\drem|\dvw", sheet)
