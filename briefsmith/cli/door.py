"""The group of all commands, and the last door for what goes wrong in one."""

from __future__ import annotations

import os
import sys
import traceback

import click

from briefsmith import __version__
from briefsmith.cli.building import build
from briefsmith.cli.checking import check, explain
from briefsmith.cli.drafting import new
from briefsmith.cli.editions import diff, edition
from briefsmith.cli.exporting import export
from briefsmith.cli.language_server import lsp
from briefsmith.cli.options import FAULT
from briefsmith.cli.previewing import serve
from briefsmith.cli.schemas import schema


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


@click.group(cls=DefaultGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="briefsmith")
def commands() -> None:
    """News articles and fact sheets become a briefing site that proves every sentence."""


for _command in (build, check, serve, new, schema, explain, edition, diff, export, lsp):
    commands.add_command(_command)
