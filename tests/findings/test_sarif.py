"""SARIF: what `check --format sarif` prints is valid against the schema of the standard."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

from briefsmith.findings.catalogue import CATALOGUE
from briefsmith.findings.manual import load_page
from briefsmith.findings.sarif_report import sarif_report
from tests.sites import SHEET, check_site, files_of, sheet_with, write_site

SCHEMA = json.loads((Path(__file__).parents[1] / "data/sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
VALIDATOR = Draft4Validator(SCHEMA, format_checker=Draft4Validator.FORMAT_CHECKER)

OF_A_SITE = sorted(number for number in CATALOGUE.by_number if not number.startswith("BS9"))
"""The codes that a check of sheets can find; the others need a finished site."""


def _report(folder: Path) -> dict[str, Any]:
    checked = check_site(folder)
    report: dict[str, Any] = json.loads(sarif_report("1.2.3", checked.located(), checked.locator))
    return report


def _wrong(report: dict[str, Any]) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(report)]


def test_the_schema_refuses_what_is_no_sarif(tmp_path: Path) -> None:
    """The yardstick measures: a report that lost a required key, or names a level that there is not, is refused."""
    report = _report(write_site(tmp_path))
    del report["runs"][0]["tool"]["driver"]["name"]
    report["runs"][0]["results"] = [{"message": {"text": "x"}, "level": "fatal"}]
    assert len(_wrong(report)) == 2


def test_a_clean_site_is_valid(tmp_path: Path) -> None:
    """Without a finding the report is valid, and says that it looked: an empty list of results."""
    report = _report(write_site(tmp_path))
    assert report["runs"][0]["results"] == []
    assert _wrong(report) == []


@pytest.mark.parametrize("number", OF_A_SITE)
def test_every_kind_of_finding_is_valid(tmp_path: Path, number: str) -> None:
    """The bad case of each manual page gives a valid report, whatever places and fixes its findings have."""
    blocks = load_page(CATALOGUE.by_number[number]).bad_case
    report = _report(write_site(tmp_path, files_of(blocks)))
    assert _wrong(report) == []


def test_many_kinds_together_are_valid(tmp_path: Path) -> None:
    """One report may hold errors and warnings, second places, safe fixes and unsafe ones."""
    results, kinds = [], set()
    for number in OF_A_SITE:
        blocks = load_page(CATALOGUE.by_number[number]).bad_case
        checked = check_site(write_site(tmp_path / number, files_of(blocks)))
        report = json.loads(sarif_report("1.2.3", checked.located(), checked.locator))
        results += report["runs"][0]["results"]
        kinds |= {finding.fix.safe for finding in checked.findings if finding.fix}
    report["runs"][0]["results"] = results
    assert _wrong(report) == []
    assert kinds == {True, False}
    assert {each["level"] for each in results} == {"error", "warning"}
    assert any("relatedLocations" in each for each in results)
    assert sum("fixes" in each for each in results) > 3


def test_every_rule_carries_its_manual_page(tmp_path: Path) -> None:
    """A rule says in a sentence and in a page what it means; no link leads to a page that is not there."""
    rules = _report(write_site(tmp_path))["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(CATALOGUE.by_number)
    for rule in rules:
        assert rule["help"]["markdown"].startswith(f"# {rule['id']} ")
        assert "## Good" in rule["help"]["text"]
        assert ".md)" not in rule["help"]["markdown"]
        assert rule["fullDescription"]["text"][-1] in ".:"


SLIPPED = """\
title: "😀 Ünïcode 🚢"
claims:
  - {claim: "😀 x", status: clamed, evidence: "Arven and Belmark met in Port Sella"}
  - claim: "ÄÖ, 100 %: y" # 😀
    evidence: {courier: "Arven and Bélmark met in Port Sella"}
"""


def _at(text: str, region: dict[str, int]) -> str:
    """What stands in a region of a text, as the standard counts."""
    lines = text.split("\n")
    assert region["startLine"] == region["endLine"]
    return lines[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1]


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_regions_count_code_points(tmp_path: Path, end: str, mark: str) -> None:
    """A region is the words that are meant, behind letters of several bytes, CR LF and a byte-order mark."""
    text = sheet_with(SLIPPED)
    write_site(tmp_path, {SHEET: (mark + text.replace("\n", end)).encode()})
    results = _report(tmp_path)["runs"][0]["results"]
    places = [each["locations"][0]["physicalLocation"] for each in results]
    assert [_at(text, place["region"]) for place in places] == ["clamed", '"Arven and Bélmark met in Port Sella"']
    (change,) = results[1]["fixes"][0]["artifactChanges"]
    (made,) = change["replacements"]
    assert _at(text, made["deletedRegion"]) == '"Arven and Bélmark met in Port Sella"'
    assert made["insertedContent"]["text"] == '"Arven and Belmark met in Port Sella"'
    assert results[1]["fixes"][0]["properties"] == {"safe": False}


def test_no_path_of_this_machine_is_told(tmp_path: Path) -> None:
    """Files are named from the root of the site, in the form of addresses."""
    write_site(tmp_path, {SHEET: None, "briefings/my sheet.yml": sheet_with(SLIPPED), "briefings/ä.yml": "x: [\n"})
    report = _report(tmp_path)
    assert str(tmp_path) not in json.dumps(report)
    found = {
        each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for each in report["runs"][0]["results"]
    }
    assert found == {"briefings/my%20sheet.yml", "briefings/%C3%A4.yml"}
