"""Annotations of GitHub Actions: what `check --format github` prints is read back as the runner reads it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefsmith.findings.catalogue import CATALOGUE
from briefsmith.findings.github_report import github_report
from briefsmith.findings.manual import load_page
from tests.sites import SHEET, check_site, files_of, sheet_with, write_site

_COMMAND = re.compile(r"::(?P<level>error|warning) (?P<properties>[^\r\n]*?)::(?P<message>[^\r\n]*)")
_OF_MESSAGE = {"%0D": "\r", "%0A": "\n", "%25": "%"}
_OF_PROPERTY = _OF_MESSAGE | {"%3A": ":", "%2C": ","}


def _read(line: str) -> tuple[dict[str, str], str]:
    """The properties and the message of a command, taken apart as the runner does."""
    match = _COMMAND.fullmatch(line)
    assert match is not None
    rows = (each.split("=", 1) for each in match["properties"].split(","))
    return {key: _plain(value, _OF_PROPERTY) for key, value in rows}, _plain(match["message"], _OF_MESSAGE)


def _plain(text: str, signs: dict[str, str]) -> str:
    return re.sub("|".join(signs), lambda match: signs[match[0]], text)


@pytest.mark.parametrize("number", sorted(number for number in CATALOGUE.by_number if not number.startswith("BS9")))
def test_every_finding_is_one_line_that_reads_back(tmp_path: Path, number: str) -> None:
    """File, line, columns, title and text come through whatever they hold."""
    checked = check_site(write_site(tmp_path, files_of(load_page(CATALOGUE.by_number[number]).bad_case)))
    located = checked.located()
    for line, each in zip(github_report(located), located, strict=True):
        properties, message = _read(line)
        assert line.startswith(f"::{each.finding.code.severity.value} ")
        assert message == f"{each.finding.message}\n{each.finding.help}".strip()
        assert properties == {
            "file": each.range.file,
            "line": str(each.range.line),
            "endLine": str(each.range.end_line),
            "col": str(each.range.column),
            "endColumn": str(each.range.end_column),
            "title": f"{each.finding.code.number} {each.finding.code.name}",
        }


def test_signs_that_mean_something_to_the_runner_are_escaped(tmp_path: Path) -> None:
    """Per cent, comma, colon and the end of a line, in a file's name and in a message."""
    name = "briefings/100%, a::b.yml"
    sheet = sheet_with('claims:\n  - claim: X.\n    evidence: "100%25 of them:: go,\\r\\nnow and then"\n')
    located = check_site(write_site(tmp_path, {SHEET: None, name: sheet})).located()
    lines = list(github_report(located))
    assert [_read(line)[0]["file"] for line in lines] == [name] * len(located)
    assert [_read(line)[1] for line in lines] == [f"{each.finding.message}\n{each.finding.help}" for each in located]
    assert all("100%25%2C a%3A%3Ab.yml" in line for line in lines)
