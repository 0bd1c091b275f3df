"""Findings as SARIF 2.1.0 (OASIS), for code scanning; columns count code points, as everywhere here.

Every rule carries its manual page, so that a reader of the findings needs nothing else.
"""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import quote

from briefsmith.findings.catalogue import CATALOGUE
from briefsmith.findings.finding import Code, Finding, Span
from briefsmith.findings.fixing import replacement
from briefsmith.findings.located import Located
from briefsmith.findings.locator import Locator, Range
from briefsmith.findings.manual import load_page, render_page

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_CODES = sorted(CATALOGUE.by_number.values(), key=lambda code: code.number)
_LINK = re.compile(r"\[([^\]]+)\]\([^)\s]+\.md[^)]*\)")
"""A link to another page of the manual, which leads nowhere from there."""
_INDEX = {code.number: index for index, code in enumerate(_CODES)}


def sarif_report(version: str, located: list[Located], locator: Locator) -> str:
    """The report as one document with one run."""
    rules = [_rule(code) for code in _CODES]
    driver = {"name": "Briefsmith", "version": version, "semanticVersion": version, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, locator) for each in located],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(code: Code) -> dict[str, Any]:
    manual = _LINK.sub(r"\1", render_page(code))
    return {
        "id": code.number,
        "name": "".join(part.capitalize() for part in code.name.split("-")),
        "shortDescription": {"text": code.name.replace("-", " ")},
        "fullDescription": {"text": load_page(code).summary},
        "help": {"text": manual, "markdown": manual},
        "defaultConfiguration": {"level": code.severity.value},
    }


def _result(each: Located, locator: Locator) -> dict[str, Any]:
    finding = each.finding
    row: dict[str, Any] = {
        "ruleId": finding.code.number,
        "ruleIndex": _INDEX[finding.code.number],
        "level": finding.code.severity.value,
        "message": {"text": f"{finding.message}\n{finding.help}".strip()},
        "locations": [{"physicalLocation": _place(each.range)}],
    }
    if finding.related:
        row["relatedLocations"] = [
            {"id": number, "physicalLocation": _place(locator.range(related.at)), "message": {"text": related.message}}
            for number, related in enumerate(finding.related)
        ]
    if finding.fix:
        row["fixes"] = [_fix(finding, locator)]
    return row


def _fix(finding: Finding, locator: Locator) -> dict[str, Any]:
    assert finding.fix is not None
    changes = []
    for edit in finding.fix.edits:
        change = replacement(edit, locator)
        made = {
            "deletedRegion": _region(locator.range(Span(edit.at.file, change.start, change.end))),
            "insertedContent": {"text": change.text},
        }
        changes.append({"artifactLocation": {"uri": quote(edit.at.file)}, "replacements": [made]})
    description = {"text": finding.help or finding.message}
    return {"description": description, "artifactChanges": changes, "properties": {"safe": finding.fix.safe}}


def _place(place: Range) -> dict[str, Any]:
    return {"artifactLocation": {"uri": quote(place.file)}, "region": _region(place)}


def _region(place: Range) -> dict[str, int]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
