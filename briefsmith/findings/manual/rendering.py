"""The manual as pages for the site: one of each code and an index, in plain Markdown with relative links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from briefsmith.findings.catalogue import CATALOGUE
from briefsmith.findings.finding import Code, Severity
from briefsmith.findings.manual.page import BAD, CURE, FENCE, GOOD, MEANING, MESSAGE, REASON, load_example, load_page

FAMILIES = {
    "0": "File and syntax",
    "1": "Shape",
    "2": "Ids and references",
    "3": "Evidence",
    "4": "Wording",
    "5": "Dates and figures",
    "6": "Disagreement and history",
    "7": "Rights and markings",
    "8": "Safety",
    "9": "The finished site",
}
_WEIGHT = {
    Severity.ERROR: "**Error**: the site is not built until it is cured.",
    Severity.WARNING: "**Warning**: the site is built; with `--strict` it is not.",
}
_INTRODUCTION = """\
# Findings

Before a site is built, every sheet and every article is checked. Each finding names the file, the line and the cure,
and has a number. Its page says what it means and why it matters, and shows a wrong and a right example.
`briefsmith explain BS301` prints the same page."""


def render_page(code: Code) -> str:
    """The page of a code: `# BS301 quote-not-in-seed`, its weight, and its sections."""
    page = load_page(code)
    sections = ((MEANING, page.meaning), (REASON, page.reason), (BAD, page.bad), (GOOD, page.good), (CURE, page.cure))
    parts = [f"# {code.number} {code.name}", _WEIGHT[code.severity]]
    parts += [f"## {heading}\n\n{_with_file_names(text)}" for heading, text in sections if text]
    if page.good_case:
        parts.append("The examples change one small sheet, which stands on the [list of findings](index.md).")
    return "\n\n".join(parts) + "\n"


def render_index() -> str:
    """The list of all findings, a table for each family, and the site that the examples change."""
    parts = [_INTRODUCTION]
    for family, codes in groupby(CATALOGUE.by_number.values(), key=lambda code: code.number[2]):
        parts.append(f"## {FAMILIES[family]}\n\n" + "\n".join(_table(codes)))
    parts.append(f"## The example\n\n{_with_file_names(load_example())}")
    return "\n\n".join(parts) + "\n"


def _table(codes: Iterator[Code]) -> Iterator[str]:
    yield "| code | name | weight | meaning |"
    yield "| --- | --- | --- | --- |"
    for code in codes:
        meaning = load_page(code).summary.replace("|", "\\|")
        yield f"| [{code.number}]({code.number}.md) | `{code.name}` | {code.severity.value} | {meaning} |"


def _with_file_names(markdown: str) -> str:
    """The text with the name of each block's file in a line of its own: Markdown knows only a language there."""

    def shown(match: re.Match[str]) -> str:
        name = match["name"]
        before = "" if not name else "`check` prints:\n\n" if name == MESSAGE else f"`{name}`:\n\n"
        return f"{before}```{match['language']}\n{match['text']}```"

    return FENCE.sub(shown, markdown)
