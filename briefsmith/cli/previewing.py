"""`serve`: the preview."""

from __future__ import annotations

import gc
from datetime import date
from pathlib import Path
from typing import Any

import click

from briefsmith.cli.options import as_of_option, config_option, existing, settings_of, tlp_option


class Address(click.ParamType[tuple[str, int], tuple[str, int]]):
    """A host and a port."""

    name = "HOST:PORT"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, int]:
        """Read it; a port alone is one of 127.0.0.1."""
        if isinstance(value, tuple):
            return value
        host, _, port = str(value).rpartition(":")
        if not port.isdecimal() or int(port) > 65535:
            self.fail(f"`{value}` is no address; write it like 127.0.0.1:8000", param, ctx)
        return host.strip("[]") or "127.0.0.1", int(port)


@click.command()
@config_option
@as_of_option
@tlp_option
@click.option("--draft", is_flag=True, help="Show what passes while something fails, as `build --draft` does.")
@click.option("-a", "--dev-addr", type=Address(), default="127.0.0.1:8000", show_default=True, help="Where to listen.")
def serve(config_file: Path, as_of: date | None, tlp: str | None, draft: bool, dev_addr: tuple[str, int]) -> None:
    """Preview: save a sheet, see the page."""
    from briefsmith.preview.server import PreviewServer
    from briefsmith.preview.session import Session
    from briefsmith.preview.watching import Bell, Watcher
    from briefsmith.publish.build import show_warnings

    show_warnings()
    session = Session(lambda: settings_of(config_file, as_of, tlp), existing(config_file), draft=draft)
    session.refresh()
    # What was read first stays for as long as the preview runs: the collector need not look at it at every save.
    gc.collect()
    gc.freeze()
    bell = Bell()
    try:
        server = PreviewServer(*dev_addr, session, bell)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="--dev-addr") from error
    watcher = Watcher(bell, session.watched())
    click.echo(f"preview: {server.url} (stop with Ctrl-C)", err=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        click.echo("stopped", err=True)
    finally:
        bell.close()
        watcher.close()
        server.server_close()
