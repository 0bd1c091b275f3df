"""`build.py` outside its environment: a cure instead of a traceback."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_missing_dependency_names_the_cure(tmp_path: Path) -> None:
    """Where a library is not installed, `build.py` names it, says `make site`, and exits with 3."""
    add_site(tmp_path, "import a_library_nobody_has\n")

    result = run(tmp_path)

    assert result.returncode == 3
    assert result.stdout == ""
    assert "`a_library_nobody_has` is not installed" in result.stderr
    assert "run `make site` once" in result.stderr
    assert "Traceback" not in result.stderr


def test_missing_engine_names_the_cure(tmp_path: Path) -> None:
    """Where the engine itself is not there, the answer is the same."""
    shutil.copy(ROOT / "build.py", tmp_path)

    result = run(tmp_path)

    assert result.returncode == 3
    assert "`briefsmith` is not installed" in result.stderr


def test_fault_of_the_engine_is_not_hidden(tmp_path: Path) -> None:
    """A module that the engine itself lacks is our fault: no advice that would not help."""
    add_site(tmp_path, "import briefsmith.no_such_room\n")

    result = run(tmp_path)

    assert "No module named 'briefsmith.no_such_room'" in result.stderr
    assert "make site" not in result.stderr


def add_site(folder: Path, cli: str) -> None:
    """Lay `build.py` beside an engine whose command line is the text `cli`."""
    shutil.copy(ROOT / "build.py", folder)
    (folder / "briefsmith").mkdir()
    (folder / "briefsmith" / "__init__.py").touch()
    (folder / "briefsmith" / "cli.py").write_text(cli, encoding="utf-8")


def run(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run `build.py` in `folder` without anything that is installed here."""
    command = [sys.executable, "-S", "build.py", "build"]
    elsewhere = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(command, cwd=folder, env=elsewhere, capture_output=True, text=True, check=False)
