"""Applying fixes: safe ones only, no byte changed outside of them, and nothing left to fix in a second run."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefsmith.findings.finding import Edit, Finding
from briefsmith.findings.locator import Locator


@dataclass(frozen=True, slots=True)
class Replacement:
    """A half-open span of a file, in code points, and what takes its place."""

    start: int
    end: int
    text: str


def replacements(findings: Iterable[Finding], locator: Locator) -> dict[str, list[Replacement]]:
    """What the safe fixes change, by file; of two that overlap the second waits for a next run."""
    found: dict[str, list[Replacement]] = {}
    for finding in findings:
        if finding.fix and finding.fix.safe:
            for edit in finding.fix.edits:
                found.setdefault(edit.at.file, []).append(replacement(edit, locator))
    return {file: _apart(rows) for file, rows in found.items()}


def replacement(edit: Edit, locator: Locator) -> Replacement:
    """One edit as a span of its file and the YAML that stands there afterwards."""
    return Replacement(*locator.offsets(edit.at), locator.scalar(edit.at, edit.text))


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
