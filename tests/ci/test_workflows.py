"""The publishing chain holds the rights that it needs and no others, and runs no code that could change unseen."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PINNED = re.compile(r"uses: [\w-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")

every_workflow = pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)


def test_there_are_workflows_to_check() -> None:
    """The three workflows exist, so that the checks below check something."""
    assert [path.name for path in WORKFLOWS] == ["pages.yml", "review.yml", "test.yml"]


@every_workflow
def test_actions_are_pinned_by_commit(path: Path) -> None:
    """Every action is named by a full commit, with the version that it stands for in a comment."""
    lines = [line.strip().removeprefix("- ") for line in path.read_text(encoding="utf-8").splitlines()]
    uses = [line for line in lines if line.startswith("uses:")]

    assert len(uses) == sum("uses" in step for job in jobs(path).values() for step in job["steps"])
    assert [line for line in uses if not PINNED.fullmatch(line)] == []


@every_workflow
def test_rights_are_granted_job_by_job(path: Path) -> None:
    """A workflow as a whole may do nothing; each job says what it needs."""
    assert load(path)["permissions"] == {}
    assert all(job["permissions"] for job in jobs(path).values())


@every_workflow
def test_what_may_write_runs_no_code_of_the_repository(path: Path) -> None:
    """No job but `deploy` and `comment` holds a right to write, and neither runs code of the repository."""
    for name, job in jobs(path).items():
        if name == "deploy":
            assert job["permissions"] == {"pages": "write", "id-token": "write"}
            assert not any("run" in step or "checkout" in step["uses"] for step in job["steps"])
        elif name == "comment":
            assert job["permissions"] == {"pull-requests": "write"}
            assert not any("uses" in step for step in job["steps"])
            assert "head.repo.full_name == github.repository" in job["if"]
        else:
            assert job["permissions"] == {"contents": "read"}


@every_workflow
def test_checkout_leaves_no_credentials(path: Path) -> None:
    """The token of the checkout is gone before any code of the project runs."""
    checkouts = [
        step for job in jobs(path).values() for step in job["steps"] if "actions/checkout" in step.get("uses", "")
    ]

    assert checkouts
    assert all(step["with"]["persist-credentials"] == "false" for step in checkouts)


@every_workflow
def test_foreign_code_meets_no_secret(path: Path) -> None:
    """No secret is named anywhere, and no trigger runs a stranger's code with this repository's rights."""
    text = path.read_text(encoding="utf-8")

    assert "secrets" not in text
    assert set(load(path)["on"]) <= {"push", "pull_request", "workflow_dispatch"}


@every_workflow
def test_no_value_from_outside_reaches_a_shell(path: Path) -> None:
    """No `run` line has an expression in it, so that no branch name can become a command."""
    commands = [step["run"] for job in jobs(path).values() for step in job["steps"] if "run" in step]

    assert commands
    assert not any("${{" in command for command in commands)


@every_workflow
def test_every_job_has_a_limit(path: Path) -> None:
    """A job that hangs is stopped within 20 minutes."""
    assert all(0 < int(job["timeout-minutes"]) <= 20 for job in jobs(path).values())


def test_publishing_is_for_main_alone_and_never_twice_at_once() -> None:
    """Only main is published, by one job at a time, and a running publication is not cut off."""
    deploy = jobs(ROOT / ".github" / "workflows" / "pages.yml")["deploy"]

    assert "refs/heads/main" in deploy["if"]
    assert deploy["needs"] == "build"
    assert deploy["environment"]["name"] == "github-pages"
    assert deploy["concurrency"]["cancel-in-progress"] == "false"


def test_gitlab_publishes_what_was_checked_and_built() -> None:
    """On GitLab the site is checked, built and only then moved to `public/`, for the default branch alone."""
    pipeline = load(ROOT / ".gitlab-ci.yml")

    assert pipeline["stages"] == ["check", "build", "pages"]
    assert pipeline["build"]["artifacts"]["paths"] == ["site/"]
    assert pipeline["pages"]["artifacts"]["paths"] == ["public/"]
    assert pipeline["pages"]["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]


def load(path: Path) -> dict[str, Any]:
    """Return a YAML file with every scalar as the string that stands there (so `on` stays a key)."""
    document: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return document


def jobs(path: Path) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = load(path)["jobs"]
    return found
