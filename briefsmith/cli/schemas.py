"""`schema`: what text editors read."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.option("-o", "--out", type=click.Path(path_type=Path), default=".schema", show_default=True, help="Folder.")
def schema(out: Path) -> None:
    """Write the JSON Schemas that editors use."""
    from briefsmith.model.schema import schema_files

    out.mkdir(parents=True, exist_ok=True)
    for name, text in schema_files():
        (out / name).write_text(text, encoding="utf-8")
        click.echo(str(out / name))
