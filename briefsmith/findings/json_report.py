"""Findings and counts as JSON, for scripts; the form is a contract with whoever reads it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from briefsmith.findings.finding import Address, Fix, Related, Span
from briefsmith.findings.fixing import replacement
from briefsmith.findings.located import Located
from briefsmith.findings.locator import Locator


def json_report(
    version: str,
    checked: Mapping[str, int],
    coverage: Sequence[Mapping[str, Any]],
    located: list[Located],
    locator: Locator,
    notes: Sequence[str] = (),
    analysis: Mapping[str, Any] | None = None,
    proposals: Sequence[tuple[str, Address, str, Fix]] = (),
) -> str:
    """The report as one JSON document; `notes` say what was not checked, `analysis` is what was worked out.

    `proposals` are what could be filled in: the key of a fact, its place, the words and the edits.
    Lines and columns count from 1, `end` is exclusive; keys without a value are absent.
    """
    report: dict[str, Any] = {
        "briefsmith": version,
        "checked": dict(checked),
        "coverage": [dict(row) for row in coverage],
        "findings": [_finding(each, locator) for each in located],
    }
    if notes:
        report["notes"] = list(notes)
    if proposals:
        report["proposals"] = [_proposal(*each, locator) for each in proposals]
    if analysis is not None:
        report["analysis"] = dict(analysis)
    return json.dumps(report, ensure_ascii=False, indent=2)


def _finding(each: Located, locator: Locator) -> dict[str, Any]:
    finding, place = each.finding, each.range
    row: dict[str, Any] = {
        "code": finding.code.number,
        "name": finding.code.name,
        "severity": finding.code.severity.value,
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "message": finding.message,
        "help": finding.help or None,
        "related": [_related(related, locator) for related in finding.related] or None,
        "fix": _fix(finding.fix, locator) if finding.fix else None,
    }
    return {key: value for key, value in row.items() if value is not None}


def _proposal(fact: str, at: Address, message: str, fix: Fix, locator: Locator) -> dict[str, Any]:
    place = locator.range(at)
    row = {"fact": fact, "file": place.file, "line": place.line, "column": place.column, "message": message}
    return {**row, "fix": _fix(fix, locator)}


def _related(related: Related, locator: Locator) -> dict[str, Any]:
    place = locator.range(related.at)
    return {"file": place.file, "line": place.line, "column": place.column, "message": related.message}


def _fix(fix: Fix, locator: Locator) -> dict[str, Any]:
    edits = []
    for edit in fix.edits:
        change = replacement(edit, locator)
        place = locator.range(Span(edit.at.file, change.start, change.end))
        start, end = [place.line, place.column], [place.end_line, place.end_column]
        edits.append({"file": place.file, "start": start, "end": end, "text": change.text})
    return {"safe": fix.safe, "edits": edits}
