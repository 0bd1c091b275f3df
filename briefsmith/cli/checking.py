"""`check` and `explain`: what is found, and what it means."""

from __future__ import annotations

import sys
from codecs import BOM_UTF8
from datetime import date
from pathlib import Path
from typing import Any

import click

from briefsmith.cli.options import ERRORS, as_of_option, config_option, settings_of, strict_option
from briefsmith.cli.reporting import FORMATS, remind, report, summary
from briefsmith.findings.catalogue import CATALOGUE
from briefsmith.findings.fixing import apply, replacements

_ROUNDS = 8
"""How often fixes are applied at most: what one mistake hid comes to light only when that one is mended."""


@click.command()
@config_option
@strict_option
@as_of_option
@click.option("--format", "format_", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--fix", is_flag=True, help="Apply the safe repairs, then print what is left.")
@click.option("--unread", is_flag=True, help="Print also the sentences on which nothing rests.")
def check(config_file: Path, strict: bool, as_of: date | None, format_: str, fix: bool, unread: bool) -> None:
    """Print all findings of all sheets; build nothing."""
    from briefsmith.rules.check import check_site

    read = settings_of(config_file, as_of, None)
    checked = check_site(read)
    mended = 0
    for _ in range(_ROUNDS if fix else 0):
        if not (count := _mend(checked)):
            break
        mended += count
        checked = check_site(settings_of(config_file, as_of, None))
    if mended:
        click.echo(f"mended {mended} place{'s' if mended > 1 else ''}", err=True)
    for block in report(checked, format_):
        click.echo(block)
    if unread:
        for line in checked.unread():
            click.echo(line, err=True)
    for note in checked.notes():
        click.echo(f"note: {note}", err=True)
    click.echo(summary(checked), err=True)
    remind(checked)
    sys.exit(ERRORS if checked.errors or (strict and checked.warnings) else 0)


@click.command()
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
