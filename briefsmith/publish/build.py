"""Building through MkDocs' own Python interface."""

from __future__ import annotations

import logging
from pathlib import Path

import click
from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from briefsmith.publish.failure import PublishError
from briefsmith.publish.plugin import BriefsmithPlugin
from briefsmith.rules.check import Checked
from briefsmith.settings import PLUGIN

ERRORS, FAULT = 1, 3


def publish(checked: Checked, target: Path, *, draft: bool = False, strict: bool = False) -> Path:
    """Build and publish a site that was checked; gives the folder.

    Where that fails the old site is kept: raises SystemExit with 1 for what the site's owner can cure and 3 for what
    the machine refuses, the reason logged before, or click.ClickException.
    """
    settings = checked.dossier.corpus.settings
    show_warnings()
    config = load_config(str(settings.root / settings.config_file), site_dir=str(target.absolute()), strict=strict)
    plugin = plugin_of(config, Path(settings.config_file))
    plugin.hand_over(checked, draft=draft)
    try:
        mkdocs_build.build(config)
    except SystemExit as stop:
        refusal = stop.__context__
        raise SystemExit(FAULT if refusal and isinstance(refusal.__cause__, PublishError) else ERRORS) from stop
    return target


def plugin_of(config: MkDocsConfig, config_file: Path) -> BriefsmithPlugin:
    """Our plugin in a configuration; raises click.UsageError where it does not name it."""
    plugin = config.plugins.get(PLUGIN)
    if not isinstance(plugin, BriefsmithPlugin):
        raise click.UsageError(f"`{config_file}` does not name the plugin; add `{PLUGIN}` under `plugins:`")
    return plugin


def show_warnings() -> None:
    """MkDocs' command prints its log; called as a library it is silent until somebody listens."""
    log = logging.getLogger("mkdocs")
    if not log.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(levelname)s: %(message)s"))
        handler.setLevel(logging.WARNING)
        log.addHandler(handler)
        log.propagate = False
