"""`edition` and `diff`: the sheets frozen, and which facts changed from one version to another."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefsmith.cli.options import ERRORS, as_of_option, config_option, settings_of
from briefsmith.cli.reporting import print_findings, summary

if TYPE_CHECKING:
    from briefsmith.analysis.dossier import Dossier

FORMATS = ("text", "json", "markdown")


@click.command()
@config_option
@as_of_option
def edition(config_file: Path, as_of: date | None) -> None:
    """Freeze the sheets as editions/<the published site's day>/; refused where the check finds errors."""
    from briefsmith.reading.freezing import NotFrozen, freeze
    from briefsmith.rules.check import check_site

    checked = check_site(settings_of(config_file, as_of, None))
    day = _day_of(checked.dossier)
    if checked.errors or day is None:
        print_findings(checked)
        click.echo(summary(checked) + "; no edition was made", err=True)
        sys.exit(ERRORS)
    try:
        _refuse_empty(checked.dossier, day)
        folder = freeze(checked.dossier.corpus, day)
    except NotFrozen as refusal:
        click.echo(f"no edition was made: {refusal}\n  help: {refusal.help}", err=True)
        sys.exit(ERRORS)
    click.echo(folder.relative_to(checked.dossier.corpus.settings.root).as_posix())
    click.echo("keep it in git: add the folder and commit it", err=True)


@click.command()
@config_option
@click.argument("old")
@click.argument("new", required=False)
@click.option("--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True)
def diff(config_file: Path, old: str, new: str | None, format_: str) -> None:
    """Say which facts changed from OLD to NEW.

    Each is an edition, a folder or a git revision; without NEW, OLD is compared with the sheets as they stand.
    """
    from briefsmith.exports.change_report import json_diff, markdown_diff, text_diff
    from briefsmith.exports.changes_between import report_between
    from briefsmith.reading.revisions import NoRevision

    try:
        report = report_between(old, new, settings_of(config_file, None, None))
    except NoRevision as unknown:
        raise click.UsageError(f"{unknown}; {unknown.help}") from None
    if format_ == "text":
        for line in text_diff(report):
            click.echo(line)
    else:
        click.echo((json_diff if format_ == "json" else markdown_diff)(report).rstrip("\n"))


def _refuse_empty(dossier: Dossier, day: date) -> None:
    """Raise NotFrozen for another edition of a day on which nothing changed that readers see, in sheets or articles.

    Its number would tell the public of sheets that are not published.
    """
    from briefsmith.analysis.changes.amendments import Log
    from briefsmith.reading.freezing import NotFrozen, published_articles_changed

    corpus, frozen = dossier.corpus, dossier.editions.frozen
    shown = corpus.published()
    is_second = any(edition.day == day for edition in frozen)
    if is_second and not Log(dossier.editions, corpus, shown).has_news() and not published_articles_changed(shown):
        message = f"nothing that is published has changed since edition {frozen[-1].name}"
        raise NotFrozen(
            message, "edit a sheet first; what is restricted, git keeps, or an edition of another `--as-of`"
        )


def _day_of(dossier: Dossier) -> date | None:
    """The day after which an edition is named: that of the site as it is published.

    Public pages print the name, so the date of a sheet that is not published may not be in it; where none is published,
    no page prints it. It is never before the newest edition, unless somebody asks for that with `--as-of`: editions
    follow one another by their names.
    """
    from briefsmith.analysis.day import site_day

    corpus = dossier.corpus
    day = site_day(corpus.published()) or dossier.day
    if day is None or corpus.settings.as_of:
        return day
    return max([day, *(edition.day for edition in dossier.editions.frozen)])
