"""Starting the server where it was installed without its extra."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from briefsmith.cli import language_server
from briefsmith.cli.door import commands


def test_a_missing_extra_is_named_with_its_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the library there is a usage error, and no traceback."""
    monkeypatch.setattr(language_server, "find_spec", lambda _: None)
    result = CliRunner().invoke(commands, ["lsp"])
    assert result.exit_code == 2
    assert "the language server needs pygls; install the extra `briefsmith[lsp]`" in result.output
    assert isinstance(result.exception, SystemExit)
