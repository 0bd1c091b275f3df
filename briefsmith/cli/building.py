"""`build`: the site, published."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from briefsmith.cli.options import ERRORS, as_of_option, config_option, settings_of, strict_option, tlp_option
from briefsmith.cli.reporting import print_findings, summary
from briefsmith.settings import Settings

DRAFT = "draft"


@click.command()
@config_option
@strict_option
@as_of_option
@tlp_option
@click.option("--draft", is_flag=True, help="Always render, into draft/, withholding visibly what fails.")
@click.option("-d", "--site-dir", type=click.Path(path_type=Path), help="Where to publish instead.")
def build(
    config_file: Path, strict: bool, as_of: date | None, tlp: str | None, draft: bool, site_dir: Path | None
) -> None:
    """Check everything, render, publish atomically into site/."""
    from briefsmith.rules.check import check_site

    read = settings_of(config_file, as_of, tlp)
    checked = check_site(read)
    stops = bool(checked.errors) or (strict and bool(checked.warnings))
    print_findings(checked)
    if stops and not draft:
        click.echo(summary(checked) + "; nothing was built, the old site is as it was", err=True)
        click.echo("help: `build --draft` renders what passes into draft/", err=True)
        sys.exit(ERRORS)
    from briefsmith.publish.build import publish

    target = site_dir or _target(read.settings, draft, tlp)
    site = publish(checked, target, draft=draft, strict=strict)
    click.echo(summary(checked), err=True)
    click.echo(f"{'draft' if draft else 'published'}: open {(site / 'index.html').as_uri()}", err=True)
    sys.exit(ERRORS if stops else 0)


def _target(settings: Settings, draft: bool, tlp: str | None) -> Path:
    name = f"{DRAFT if draft else 'site'}"
    return settings.root / (f"{name}-{settings.publish_tlp.value.lower()}" if tlp else name)
