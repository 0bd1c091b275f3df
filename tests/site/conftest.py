"""The repository's own site, built once a worker; tests that change anything work on a copy."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.site.chromium import serving
from tests.site.desk import Desk, built, sample


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The sample, built and published; not to be changed."""
    return built(sample(tmp_path_factory.mktemp("published") / "desk"))


@pytest.fixture
def desk(published: Desk, tmp_path: Path) -> Desk:
    """A copy of it that a test may break."""
    return published.copy(tmp_path / "desk")


@pytest.fixture(scope="session")
def address(published: Desk) -> Iterator[str]:
    """Where the published sample is served."""
    with serving(published.site) as url:
        yield url
