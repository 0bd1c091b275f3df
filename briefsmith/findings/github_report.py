"""Findings as annotations of a GitHub Actions run (workflow commands `::error` and `::warning`)."""

from __future__ import annotations

from collections.abc import Iterator

from briefsmith.findings.located import Located

_IN_MESSAGE = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_PROPERTY = _IN_MESSAGE | {":": "%3A", ",": "%2C"}


def github_report(located: list[Located]) -> Iterator[str]:
    """One line a finding; the server shows it at its line of the change."""
    for each in located:
        code, place = each.finding.code, each.range
        properties = {
            "file": place.file,
            "line": place.line,
            "endLine": place.end_line,
            "col": place.column,
            "endColumn": place.end_column,
            "title": f"{code.number} {code.name}",
        }
        said = ",".join(f"{name}={_escaped(str(value), _IN_PROPERTY)}" for name, value in properties.items())
        message = f"{each.finding.message}\n{each.finding.help}".strip()
        yield f"::{code.severity.value} {said}::{_escaped(message, _IN_MESSAGE)}"


def _escaped(text: str, escapes: dict[str, str]) -> str:
    return "".join(escapes.get(character, character) for character in text)
