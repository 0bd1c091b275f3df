"""What the commands share: exit codes, options, and the settings that come of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from briefsmith.settings import ReadSettings, load_settings, take_options
from briefsmith.values.tags import Tlp

ERRORS, USAGE, FAULT = 1, 2, 3


class Day(click.ParamType[date, date]):
    """A day on the command line."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read it."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(f"`{value}` is no day; write it like 2025-11-10", param, ctx)


config_option = click.option(
    "-f",
    "--config-file",
    type=click.Path(path_type=Path),
    default="mkdocs.yml",
    show_default=True,
    help="The site's configuration.",
)
as_of_option = click.option("--as-of", type=Day(), help="The site's day; default: the latest date of the sheets.")
tlp_option = click.option("--tlp", metavar="LEVEL", help="Publish up to this marking, into a folder of its own.")
strict_option = click.option("--strict", is_flag=True, help="Warnings stop it, too.")


def existing(config_file: Path) -> Path:
    """The configuration, if it is there; wrong use otherwise."""
    if not config_file.is_file():
        raise click.UsageError(f"no configuration `{config_file}`; run this in the site's folder, or name it with -f")
    return config_file


def settings_of(config_file: Path, as_of: date | None, tlp: str | None) -> ReadSettings:
    """The settings of a site with what the command line says of them."""
    read = load_settings(existing(config_file))
    settings = replace(read.settings, as_of=as_of)
    if tlp:
        taken = take_options(settings, {"publish_tlp": tlp})
        if taken.findings:
            raise click.BadParameter("one of " + ", ".join(level.value for level in Tlp), param_hint="--tlp")
        settings = taken.settings
    return replace(read, settings=settings)
