"""Findings with their lines and columns, sorted as they are read: by file, line, column and code."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefsmith.findings.finding import Finding
from briefsmith.findings.locator import Locator, Range


@dataclass(frozen=True, slots=True)
class Located:
    """A finding and its range."""

    finding: Finding
    range: Range


def locate_all(findings: Iterable[Finding], locator: Locator) -> list[Located]:
    """Every finding with its range, in reading order."""
    located = [Located(finding, locator.range(finding.at)) for finding in findings]
    return sorted(located, key=lambda each: (each.range, each.finding.code.number, each.finding.message))
