"""The step that makes the comment of a pull request, run as the workflow has it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.sites import SHEET, sheet_with, write_site

ROOT = Path(__file__).parents[2]
STEPS = yaml.safe_load((ROOT / ".github/workflows/review.yml").read_text("utf-8"))["jobs"]["compare"]["steps"]
SCRIPT = next(step["run"] for step in STEPS if step.get("id") == "diff")
BAD = """
events:
  - event: The round of talks was called off
    date: 2026-03-02
    evidence: words that no article has
"""


@pytest.fixture
def merged(tmp_path: Path) -> Path:
    """A site in a repository of two commits, the second of which adds a fact with a false quote."""
    site = write_site(tmp_path / "site")
    python = site / ".venv" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', "utf-8")
    python.chmod(0o755)
    (site / "build.py").write_text("from briefsmith.cli import main\nmain()\n", "utf-8")
    _git(site, "init", "--quiet")
    for change in ("", BAD):
        (site / SHEET).write_text(sheet_with(change), "utf-8")
        _git(site, "add", "--all")
        _git(site, "commit", "--quiet", "--message", "a commit")
    return site


def test_the_comment_tells_facts_and_missing_evidence(merged: Path) -> None:
    """Summary and output hold the comment, which names the new fact and that its quote is not in the source."""
    summary, output = merged / "summary", merged / "output"
    env = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "GITHUB_STEP_SUMMARY": str(summary),
        "GITHUB_OUTPUT": str(output),
    }

    subprocess.run(["bash", "-e", "-c", SCRIPT], cwd=merged, env=env, check=True, capture_output=True)

    comment = summary.read_text("utf-8")
    assert comment.startswith("<!-- briefsmith-diff -->\n### What changed\n")
    assert "The round of talks was called off — ❌ **1 of 1 quote NOT found**" in comment
    first, _, rest = output.read_text("utf-8").partition("\n")
    assert rest == f"{comment}{first.removeprefix('comment<<')}\n"


def _git(folder: Path, *words: str) -> None:
    identity = ["-c", "user.name=T", "-c", "user.email=t@example.org"]
    subprocess.run(["git", "-C", str(folder), *identity, *words], check=True, capture_output=True)
