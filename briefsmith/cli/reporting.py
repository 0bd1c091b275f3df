"""What a run found, on the terminal or for a machine."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import click

from briefsmith import __version__
from briefsmith.findings.github_report import github_report
from briefsmith.findings.json_report import json_report
from briefsmith.findings.sarif_report import sarif_report
from briefsmith.findings.text_report import text_report

FORMATS = ("text", "json", "sarif", "github")


def report(checked: Any, format_: str) -> Iterable[str]:
    """The findings in one of the formats, a text each."""
    located, locator = checked.located(), checked.locator
    if format_ == "json":
        counts, coverage, notes = checked.counts(), checked.coverage(), checked.notes()
        proposed = [(each.fact.key, each.fact.at, each.message, each.fix) for each in checked.proposals()]
        analysis = checked.analysis()
        return [json_report(__version__, counts, coverage, located, locator, notes, analysis, proposed)]
    if format_ == "sarif":
        return [sarif_report(__version__, located, locator)]
    return github_report(located) if format_ == "github" else text_report(located, locator)


def print_findings(checked: Any) -> None:
    """Print the findings to standard error."""
    for block in text_report(checked.located(), checked.locator):
        click.echo(block, err=True)


def summary(checked: Any) -> str:
    """What was read and found, in a line."""
    counts = checked.counts()
    said = ", ".join(_count(counts[name], name) for name in _COUNTED)
    sentences = sum(int(row["sentences"]) for row in checked.coverage())
    unread = sum(int(row["unread"]) for row in checked.coverage())
    verdict = f"{_count(len(checked.errors), 'errors')}, {_count(len(checked.warnings), 'warnings')}"
    return f"{said}, {unread} of {sentences} sentences unread: {verdict}"


_COUNTED = ("briefings", "sources", "facts", "quotes")


def _count(number: int, things: str) -> str:
    return f"{number} {things if number != 1 else things[:-1]}"


def remind(checked: Any) -> None:
    """Say what is overdue by the real clock; the exit code knows only the site's day."""
    from briefsmith.analysis.day import is_overdue
    from briefsmith.model.vocabulary import BriefingState

    today = datetime.now().astimezone().date()
    for briefing in checked.dossier.corpus.briefings.values():
        sheet = briefing.sheet
        if sheet.state is BriefingState.CURRENT and is_overdue(sheet.review_by, today):
            click.echo(f"note: {briefing.at.file} was to be reviewed by {sheet.review_by.written}", err=True)
