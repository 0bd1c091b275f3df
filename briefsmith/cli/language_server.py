"""`lsp`: what text editors talk to."""

from __future__ import annotations

from importlib.util import find_spec

import click

EXTRA = "briefsmith[lsp]"


@click.command()
def lsp() -> None:
    """Start the language server, which a text editor talks to over standard input and output."""
    if find_spec("pygls") is None:
        raise click.UsageError(f"the language server needs pygls; install the extra `{EXTRA}`")
    from briefsmith.lsp.server import serve

    serve()
