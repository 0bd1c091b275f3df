"""The commands of a site.

Exit codes: 0 no errors; 1 errors or, under `--strict`, warnings; 2 wrong use; 3 our fault or the machine's. Standard
output is for results, progress goes to standard error.
"""

from __future__ import annotations

import os
import sys
import traceback
from codecs import BOM_UTF8
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from briefsmith import __version__
from briefsmith.findings.catalogue import CATALOGUE
from briefsmith.findings.fixing import apply, replacements
from briefsmith.findings.github_report import github_report
from briefsmith.findings.json_report import json_report
from briefsmith.findings.sarif_report import sarif_report
from briefsmith.findings.text_report import text_report
from briefsmith.settings import ReadSettings, Settings, load_settings, take_options
from briefsmith.values.tags import Tlp

ERRORS, USAGE, FAULT = 1, 2, 3
DRAFT = "draft"
FORMATS = ("text", "json", "sarif", "github")


class DefaultGroup(click.Group):
    """A group whose first command runs when none is named."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `build` before options that belong to it."""
        if not args or (args[0].startswith("-") and args[0] not in {"--help", "--version"}):
            args = ["build", *args]
        return super().parse_args(ctx, args)


def main() -> None:
    """Run a command; what goes wrong becomes one line and an exit code."""
    try:
        commands(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.exceptions.Abort:
        click.echo("stopped", err=True)
        sys.exit(FAULT)
    except OSError as error:
        _fail(f"{error.strerror or error}: {error.filename}" if error.filename else str(error))
    except Exception as error:  # the last door: a fault of ours is said in a line, too
        if os.environ.get("BRIEFSMITH_DEBUG"):
            traceback.print_exc()
        _fail(f"internal error: {type(error).__name__}: {error}", "set BRIEFSMITH_DEBUG=1 to see where, and report it")


def _fail(message: str, help_: str = "") -> None:
    click.echo(f"briefsmith: {message}" + (f"\n  help: {help_}" if help_ else ""), err=True)
    sys.exit(FAULT)


class Day(click.ParamType[date, date]):
    """A day on the command line."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read it."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(f"`{value}` is no day; write it like 2025-11-10", param, ctx)


_config = click.option(
    "-f",
    "--config-file",
    type=click.Path(path_type=Path),
    default="mkdocs.yml",
    show_default=True,
    help="The site's configuration.",
)
_as_of = click.option("--as-of", type=Day(), help="The site's day; default: the latest date of the sheets.")
_tlp = click.option("--tlp", metavar="LEVEL", help="Publish up to this marking, into a folder of its own.")
_strict = click.option("--strict", is_flag=True, help="Warnings stop it, too.")


@click.group(cls=DefaultGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="briefsmith")
def commands() -> None:
    """News articles and fact sheets become a briefing site that proves every sentence."""


@commands.command()
@_config
@_strict
@_as_of
@_tlp
@click.option("--draft", is_flag=True, help="Always render, into draft/, withholding visibly what fails.")
@click.option("-d", "--site-dir", type=click.Path(path_type=Path), help="Where to publish instead.")
def build(
    config_file: Path, strict: bool, as_of: date | None, tlp: str | None, draft: bool, site_dir: Path | None
) -> None:
    """Check everything, render, publish atomically into site/."""
    from briefsmith.rules.check import check_site

    read = _settings(config_file, as_of, tlp)
    checked = check_site(read)
    stops = bool(checked.errors) or (strict and bool(checked.warnings))
    _print_findings(checked)
    if stops and not draft:
        click.echo(_summary(checked) + "; nothing was built, the old site is as it was", err=True)
        click.echo("help: `build --draft` renders what passes into draft/", err=True)
        sys.exit(ERRORS)
    from briefsmith.publish.build import publish

    target = site_dir or _target(read.settings, draft, tlp)
    site = publish(checked, target, draft=draft, strict=strict)
    click.echo(_summary(checked), err=True)
    click.echo(f"{'draft' if draft else 'published'}: open {(site / 'index.html').as_uri()}", err=True)
    sys.exit(ERRORS if stops else 0)


@commands.command()
@_config
@_strict
@_as_of
@click.option("--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--fix", is_flag=True, help="Apply the safe repairs, then print what is left.")
@click.option("--unread", is_flag=True, help="Print also the sentences on which nothing rests.")
def check(config_file: Path, strict: bool, as_of: date | None, format_: str, fix: bool, unread: bool) -> None:
    """Print all findings of all sheets; build nothing."""
    from briefsmith.rules.check import check_site

    read = _settings(config_file, as_of, None)
    checked = check_site(read)
    if fix and (mended := _mend(checked)):
        click.echo(f"mended {mended} place{'s' if mended > 1 else ''}", err=True)
        checked = check_site(read)
    for block in _report(checked, format_):
        click.echo(block)
    if unread:
        for line in checked.unread():
            click.echo(line, err=True)
    for note in checked.notes():
        click.echo(f"note: {note}", err=True)
    click.echo(_summary(checked), err=True)
    _remind(checked)
    sys.exit(ERRORS if checked.errors or (strict and checked.warnings) else 0)


@commands.command()
@_config
@click.option("-a", "--dev-addr", metavar="HOST:PORT", default="127.0.0.1:8000", show_default=True)
def serve(config_file: Path, dev_addr: str) -> None:
    """Preview: save a sheet, see the page."""
    from briefsmith.publish.build import preview

    preview(_existing(config_file), dev_addr)


@commands.command()
@click.option("-o", "--out", type=click.Path(path_type=Path), default=".schema", show_default=True, help="Folder.")
def schema(out: Path) -> None:
    """Write the JSON Schemas that editors use."""
    from briefsmith.model.schema import schema_files

    out.mkdir(parents=True, exist_ok=True)
    for name, text in schema_files():
        (out / name).write_text(text, encoding="utf-8")
        click.echo(str(out / name))


@commands.command()
@click.argument("code")
def explain(code: str) -> None:
    """Print the manual page of a finding, by its code or name."""
    from briefsmith.findings.manual import render_page
    from briefsmith.findings.nearest import did_you_mean

    found = CATALOGUE.find(code)
    if found is None:
        help_ = did_you_mean(code, [*CATALOGUE.by_number, *CATALOGUE.by_name], "`check` prints the codes")
        raise click.UsageError(f"no finding is called `{code}`; {help_}")
    click.echo(render_page(found))


def _existing(config_file: Path) -> Path:
    if not config_file.is_file():
        raise click.UsageError(f"no configuration `{config_file}`; run this in the site's folder, or name it with -f")
    return config_file


def _settings(config_file: Path, as_of: date | None, tlp: str | None) -> ReadSettings:
    read = load_settings(_existing(config_file))
    settings = replace(read.settings, as_of=as_of)
    if tlp:
        taken = take_options(settings, {"publish_tlp": tlp})
        if taken.findings:
            raise click.BadParameter("one of " + ", ".join(level.value for level in Tlp), param_hint="--tlp")
        settings = taken.settings
    return replace(read, settings=settings)


def _target(settings: Settings, draft: bool, tlp: str | None) -> Path:
    name = f"{DRAFT if draft else 'site'}"
    return settings.root / (f"{name}-{settings.publish_tlp.value.lower()}" if tlp else name)


def _report(checked: Any, format_: str) -> Iterable[str]:
    located, locator = checked.located(), checked.locator
    if format_ == "json":
        return [json_report(__version__, checked.counts(), checked.coverage(), located, locator, checked.notes())]
    if format_ == "sarif":
        return [sarif_report(__version__, located, locator)]
    return github_report(located) if format_ == "github" else text_report(located, locator)


def _mend(checked: Any) -> int:
    """Apply the safe fixes and give their number; a byte-order mark and line ends stay as they are."""
    root, mended = checked.dossier.corpus.settings.root, 0
    for file, changes in replacements(checked.findings, checked.locator).items():
        data = checked.dossier.corpus.snapshot.read(file)
        text = checked.dossier.corpus.snapshot.text(file).text
        mark = BOM_UTF8 if data.startswith(BOM_UTF8) else b""
        (root / file).write_bytes(mark + apply(text, changes).encode())
        mended += len(changes)
    return mended


def _print_findings(checked: Any) -> None:
    for block in text_report(checked.located(), checked.locator):
        click.echo(block, err=True)


def _summary(checked: Any) -> str:
    counts = checked.counts()
    said = ", ".join(_count(counts[name], name) for name in _COUNTED)
    sentences = sum(int(row["sentences"]) for row in checked.coverage())
    unread = sum(int(row["unread"]) for row in checked.coverage())
    verdict = f"{_count(len(checked.errors), 'errors')}, {_count(len(checked.warnings), 'warnings')}"
    return f"{said}, {unread} of {sentences} sentences unread: {verdict}"


_COUNTED = ("briefings", "sources", "facts", "quotes")


def _count(number: int, things: str) -> str:
    return f"{number} {things if number != 1 else things[:-1]}"


def _remind(checked: Any) -> None:
    """Say what is overdue by the real clock; the exit code knows only the site's day."""
    from briefsmith.analysis.day import is_overdue
    from briefsmith.model.vocabulary import BriefingState

    today = datetime.now().astimezone().date()
    for briefing in checked.dossier.corpus.briefings.values():
        sheet = briefing.sheet
        if sheet.state is BriefingState.CURRENT and is_overdue(sheet.review_by, today):
            click.echo(f"note: {briefing.at.file} was to be reviewed by {sheet.review_by.written}", err=True)
