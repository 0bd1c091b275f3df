"""`export`: what the public edition shows, in other forms."""

from __future__ import annotations

import os
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from briefsmith.cli.options import ERRORS, as_of_option, config_option, settings_of, tlp_option
from briefsmith.cli.reporting import print_findings, summary
from briefsmith.settings import ReadSettings


@click.group()
def export() -> None:
    """Write the briefings in other forms; only what the edition of their marking may show."""


@export.command()
@config_option
@as_of_option
@tlp_option
@click.argument("briefing", required=False)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Where to; default: <briefing>.pdf, - prints it.")
def pdf(config_file: Path, as_of: date | None, tlp: str | None, briefing: str | None, output: Path | None) -> None:
    """Make a PDF of one briefing, with the evidence as endnotes.

    BRIEFING may be left out where there is only one.
    """
    from briefsmith.exports.paper import paper_document
    from briefsmith.exports.pdf import NoPdfMaker, make_pdf
    from briefsmith.pages.rendering import Environments
    from briefsmith.publish.style import style_sheet, theme_style

    site = site_to_export(settings_of(config_file, as_of, tlp))
    settings = site.dossier.corpus.settings
    view = _the_briefing(site, briefing)
    environments = Environments(settings.folder(settings.templates_dir))
    try:
        styles = (theme_style(), style_sheet())
        made = make_pdf(paper_document(site, view, environments, _day(site.dossier.day), styles))
    except NoPdfMaker as trouble:
        raise click.UsageError(f"{trouble}; {trouble.help}") from None
    if made.missing:
        shown = ", ".join(f"{sign} (U+{ord(sign):04X})" for sign in made.missing[:10])
        more = f" and {len(made.missing) - 10} more" if len(made.missing) > 10 else ""
        click.echo(f"warning: no font of this machine has {shown}{more}; the PDF shows boxes", err=True)
        click.echo("  help: on Debian: apt-get install fonts-noto-core fonts-noto-cjk", err=True)
    write_export(output or Path(f"{view.id}.pdf"), made.content)


def site_to_export(read: ReadSettings) -> Any:
    """The checked site as the edition of its marking shows it; findings that are errors end the command."""
    from briefsmith.analysis.changes.amendments import Log
    from briefsmith.analysis.dossier import Dossier
    from briefsmith.pages.addresses import Addresses
    from briefsmith.pages.language.words import CatalogueError, Languages
    from briefsmith.pages.views.site_view import SiteView
    from briefsmith.rules.check import check_site

    checked = check_site(read)
    if checked.errors:
        print_findings(checked)
        click.echo(summary(checked) + "; nothing was exported", err=True)
        sys.exit(ERRORS)
    whole = checked.dossier.corpus
    corpus = whole.published()
    dossier = checked.dossier if corpus is whole else Dossier(corpus)
    try:
        languages = Languages(read.settings.folder(read.settings.templates_dir) / "locale")
        languages.words(read.settings.language)
    except CatalogueError as error:
        raise click.ClickException(str(error)) from None
    addresses = Addresses(corpus, read.settings.directory_urls)
    return SiteView(dossier, addresses, languages, log=Log(checked.dossier.editions, whole, corpus))


def write_export(target: Path, content: bytes) -> None:
    """Write a file as a whole or not at all, and say where; `-` is standard output."""
    if target == Path("-"):
        sys.stdout.buffer.write(content)
        return
    draft = target.with_name(f".{target.name}.new")
    draft.write_bytes(content)
    draft.replace(target)
    click.echo(str(target))


def _the_briefing(site: Any, name: str | None) -> Any:
    views = {view.id: view for view in site.briefings}
    marking = site.dossier.corpus.settings.publish_tlp.value
    if not views:
        raise click.UsageError(f"no briefing may be shown at TLP:{marking}; `--tlp LEVEL` exports up to that marking")
    if name is None and len(views) == 1:
        return next(iter(views.values()))
    if name is None:
        raise click.UsageError(f"which briefing? One of: {', '.join(views)}")
    if name not in views:
        raise click.UsageError(f"no briefing `{name}` may be shown at TLP:{marking}; there are: {', '.join(views)}")
    return views[name]


def _day(day: date | None) -> str:
    """The day that the document bears: that of `SOURCE_DATE_EPOCH` where it is set, else the site's own."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdecimal():
        return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()
    return day.isoformat() if day else ""
