"""How every test run behaves: all browser tests stay on one worker, so that no two Chromiums compete."""

from __future__ import annotations

import pytest


# Before xdist's own hook, which reads the groups.
@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put each test marked `browser` into one group of `--dist loadgroup`."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.xdist_group("browser"))
        elif item.path.parent.name == "editor":
            # One worker installs the language server; two would take its files from each other.
            item.add_marker(pytest.mark.xdist_group("editor"))
