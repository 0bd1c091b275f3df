"""The lock files pin all that pyproject.toml asks for, agree with each other, and name no server."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
RUNTIME = ROOT / "requirements.lock"
DEVELOPMENT = ROOT / "requirements-dev.lock"
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
ASKED = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["build"]]
ASKED_BY_TESTS = PROJECT["dependency-groups"]["dev"]

each_lock = pytest.mark.parametrize("lock", [RUNTIME, DEVELOPMENT], ids=lambda path: path.name)


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [(RUNTIME, text) for text in ASKED] + [(DEVELOPMENT, text) for text in [*ASKED, *ASKED_BY_TESTS]],
    ids=lambda value: value.name if isinstance(value, Path) else value,
)
def test_every_requirement_is_pinned_within_its_range(lock: Path, wanted: str) -> None:
    """What pyproject.toml asks for stands in the lock, at a version that it allows; if not: `make lock`."""
    requirement = Requirement(wanted)

    assert requirement.specifier.contains(pins(lock)[canonicalize_name(requirement.name)])


@each_lock
def test_every_pin_has_a_hash(lock: Path) -> None:
    """Each pin carries at least one SHA-256 hash."""
    entries = re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8"))
    pinned = [entry for entry in entries if not entry.startswith("#")]

    assert pinned
    assert [entry for entry in pinned if not re.search(r"--hash=sha256:[0-9a-f]{64}\b", entry)] == []


@each_lock
def test_no_server_and_no_path_is_named(lock: Path) -> None:
    """A lock names no server and no folder: where pip fetches from is its user's setting."""
    text = lock.read_text(encoding="utf-8")

    assert re.search(r"://|--index|--find-links|(?:^|\s)/\w", text) is None


def test_tests_run_on_what_the_site_is_built_with() -> None:
    """Every pin of the site's lock stands unchanged in the tests' lock."""
    assert pins(RUNTIME).items() <= pins(DEVELOPMENT).items()


def pins(lock: Path) -> dict[str, str]:
    """Return the version of each pinned package, by its canonical name."""
    found = re.findall(r"^([\w.-]+)==([^\s;]+)", lock.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {canonicalize_name(name): version for name, version in found}
