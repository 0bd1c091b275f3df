"""Copies of real sites, each opened by an editor of its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.lsp.desk import Desk

ROOT = Path(__file__).parents[2]


def copy_of_sella(folder: Path) -> Path:
    """The larger example, copied into a folder."""
    return Path(shutil.copytree(ROOT / "examples/sella", folder / "sella"))


@pytest.fixture
def sella(tmp_path: Path) -> Path:
    """A copy of the larger example."""
    return copy_of_sella(tmp_path)


@pytest.fixture
def desk(sella: Path) -> Iterator[Desk]:
    """An editor with that copy open."""
    with Desk(sella) as opened:
        yield opened
