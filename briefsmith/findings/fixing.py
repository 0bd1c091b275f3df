"""Applying fixes: safe ones only, no byte changed outside of them, and nothing left to fix in a second run."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from briefsmith.findings.entries import Replacement, beside, without
from briefsmith.findings.finding import Address, Edit, Finding, Form
from briefsmith.findings.locator import Locator
from briefsmith.findings.scalar import inside, quoted, reworded, scalar

_LINE_FEED = re.compile(r"(?<!\r)\n")


def replacements(
    findings: Iterable[Finding], locator: Locator, *, with_unsafe: bool = False
) -> dict[str, list[Replacement]]:
    """What the fixes change, by file: the safe ones, or all; of two that overlap the second waits for a next run."""
    found: dict[str, list[Replacement]] = {}
    for finding in findings:
        if finding.fix and (finding.fix.safe or with_unsafe):
            for edit in finding.fix.edits:
                found.setdefault(edit.at.file, []).append(replacement(edit, locator))
    return {file: _apart(rows) for file, rows in found.items()}


def replacement(edit: Edit, locator: Locator) -> Replacement:
    """One edit as a span of its file, in code points, and what stands there afterwards, with the file's line ends."""
    text = locator.read(edit.at.file)[0]
    made = _replacement(edit, locator)
    end = "\r\n" if "\r\n" in text else "\n"
    return replace(made, text=_LINE_FEED.sub(end, made.text))


def _replacement(edit: Edit, locator: Locator) -> Replacement:
    if not isinstance(edit.at, Address):
        return Replacement(edit.at.start, edit.at.end, edit.text)
    text, spots = locator.read(edit.at.file)
    if edit.form is Form.DROPPED:
        return without(text, spots, edit.at.path)
    if edit.form is Form.BESIDE:
        return beside(text, spots, edit.at.path, edit.text)
    if edit.form is Form.VALUE:
        return _words(edit.at, edit.text, locator)
    start, end = locator.whole(edit.at)
    return Replacement(start, end, edit.text if edit.form is Form.YAML else quoted(text[start:end]))


def _words(at: Address, words: str, locator: Locator) -> Replacement:
    """New words in the style of what they replace: a key is plain, a part of a value follows the value's marks."""
    start, end = locator.offsets(at)
    if at.key:
        return Replacement(start, end, scalar(words, "", 0))
    style, indent = locator.style(at)
    if style in {">", "|"} and not at.word:
        text, _ = locator.read(at.file)
        return Replacement(start, end, reworded(text[start:end], words))
    return Replacement(start, end, inside(words, style) if at.word else scalar(words, style, indent))


def apply(text: str, changes: list[Replacement]) -> str:
    """The text with the changes made."""
    for change in sorted(changes, key=lambda each: each.start, reverse=True):
        text = text[: change.start] + change.text + text[change.end :]
    return text


def _apart(rows: list[Replacement]) -> list[Replacement]:
    kept: list[Replacement] = []
    for row in sorted(set(rows), key=lambda each: (each.start, each.end)):
        if not kept or kept[-1].end <= row.start:
            kept.append(row)
    return kept
