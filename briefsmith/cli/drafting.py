"""`new`: a sheet from an article."""

from __future__ import annotations

import shlex
import sys
from datetime import date, datetime
from pathlib import Path

import click

from briefsmith.cli.options import ERRORS, Day, config_option, settings_of


@click.command()
@config_option
@click.argument("seed", type=click.Path(path_type=Path))
@click.option("--id", "id_", metavar="ID", default="", help="The briefing's id; default: from the file's name.")
@click.option("--date", "day", type=Day(), help="The day on which the article appeared.")
@click.option("--language", metavar="TAG", default="", help="The article's; default: the page's or the site's.")
@click.option("--append", metavar="SHEET", type=click.Path(path_type=Path), help="Add the article to this sheet.")
def new(config_file: Path, seed: Path, id_: str, day: date | None, language: str, append: Path | None) -> None:
    """Draft a fact sheet from an article (.txt, .md, .html)."""
    from briefsmith.drafting.desk import Wish, append_article, new_sheet
    from briefsmith.drafting.trouble import DraftingTrouble
    from briefsmith.values.tags import is_language

    if language and not is_language(language):
        raise click.BadParameter(f"`{language}` is no BCP 47 tag; write it like `uk`", param_hint="--language")
    if append and id_:
        raise click.UsageError("`--id` names a new sheet; leave it out with `--append`")
    settings = settings_of(config_file, None, None).settings
    wish = Wish(day, language, id_)
    try:
        drafted = append_article(append, seed, settings, wish) if append else new_sheet(seed, settings, wish, _today())
    except DraftingTrouble as trouble:
        click.echo(f"briefsmith: {trouble.message}; nothing was written\n  help: {trouble.help}", err=True)
        sys.exit(ERRORS)
    click.echo(drafted.sheet)
    if drafted.is_seed_new:
        click.echo(f"the article is now `{drafted.seed}`", err=True)
    if not drafted.has_day:
        help_ = f"`new --date YYYY-MM-DD {shlex.quote(str(seed))}` would count from it"
        click.echo(f"note: the article names no day on which it appeared: `date: unknown`; {help_}", err=True)
    click.echo(f"uncomment what you want in `{drafted.sheet}`, then run `check`", err=True)


def _today() -> date:
    return datetime.now().astimezone().date()
