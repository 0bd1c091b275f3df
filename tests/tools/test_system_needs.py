"""The script that brings a browser and fonts: silent when they are there, exact when it cannot, stubborn as root."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "tools" / "system-needs"


@pytest.fixture
def commands(tmp_path: Path) -> Path:
    """Return a folder that is the whole PATH: a root user on Debian without browser and fonts, with Node and npm."""
    folder = tmp_path / "bin"
    folder.mkdir()
    (folder / "grep").symlink_to(shutil.which("grep") or "/bin/grep")
    add_command(folder, "id", "echo 0")
    add_command(folder, "sleep", ":")
    add_command(folder, "fc-list", ":")
    add_command(folder, "node", ":")
    add_command(folder, "npm", ":")
    add_command(folder, "ldconfig", "echo libpango-1.0.so.0 libpangoft2-1.0.so.0 libharfbuzz-subset.so.0")
    add_command(folder, "apt-get", f'echo "$1" >> {tmp_path / "apt.log"}')
    return folder


def test_nothing_missing_does_nothing(commands: Path) -> None:
    """With browser and fonts in place it says nothing and calls no package manager."""
    add_command(commands, "chromium", ":")
    add_command(commands, "fc-list", "echo 'Noto Sans'")

    result = run(commands)

    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    assert apt_calls(commands) == []


def test_ordinary_user_is_told_the_exact_command(commands: Path) -> None:
    """Someone who may not install gets the one line to run, with only what is missing, and exit code 1."""
    add_command(commands, "id", "echo 1000")
    add_command(commands, "chromium", ":")

    result = run(commands)

    assert result.returncode == 1
    assert "sudo apt-get update && sudo apt-get install --no-install-recommends fonts-noto-core\n" in result.stderr
    assert apt_calls(commands) == []


def test_root_elsewhere_is_told_what_to_install(commands: Path) -> None:
    """Root on a system without apt-get is told what is missing and gets exit code 1."""
    (commands / "apt-get").unlink()

    result = run(commands)

    assert result.returncode == 1
    assert "the tests need chromium fonts-noto-core" in result.stderr


def test_node_and_npm_are_named_where_they_are_missing(commands: Path) -> None:
    """Under the names of Debian's packages."""
    for name in ("node", "npm", "apt-get"):
        (commands / name).unlink()
    assert "the tests need chromium fonts-noto-core nodejs npm" in run(commands).stderr


def test_libraries_that_make_pdf_are_named_where_they_are_missing(commands: Path) -> None:
    """Each by its package; what is there is not asked for."""
    (commands / "apt-get").unlink()
    add_command(commands, "ldconfig", "echo libpango-1.0.so.0")

    wanted = "the tests need chromium fonts-noto-core libpangoft2-1.0-0 libharfbuzz-subset0;"
    assert wanted in run(commands).stderr


def test_root_on_debian_gets_them_installed(commands: Path) -> None:
    """Root on Debian gets the package lists refreshed first and then the packages."""
    assert run(commands).returncode == 0
    assert apt_calls(commands) == ["update", "install"]


def test_bad_network_is_tried_again(commands: Path) -> None:
    """A failing refresh is repeated, three tries in all, before it gives up with exit code 1."""
    add_command(commands, "apt-get", f'echo "$1" >> {commands.parent / "apt.log"}; exit 100')

    result = run(commands)

    assert result.returncode == 1
    assert apt_calls(commands) == ["update", "update", "update"]
    assert "could not install chromium fonts-noto-core in three tries" in result.stderr


def add_command(folder: Path, name: str, body: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(0o755)


def run(commands: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PATH": str(commands)}
    return subprocess.run(["/bin/sh", SCRIPT], capture_output=True, text=True, check=False, env=environment)


def apt_calls(commands: Path) -> list[str]:
    log = commands.parent / "apt.log"
    return log.read_text(encoding="utf-8").split() if log.exists() else []
