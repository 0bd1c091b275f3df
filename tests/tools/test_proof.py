"""The runner of long counts: it resumes, refuses stale counters, and writes one honest row a proof."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

RUNNER = Path(__file__).parents[2] / "tools" / "proof.py"
HEAD = "| Proof | Claim | Holds | Figures | Seconds | Date | Command |\n| --- | --- | --- | --- | ---: | --- | --- |\n"
PROOF = """
from __future__ import annotations

NAME = "{name}"
CLAIM = "Even numbers | are even."


def run(state):
    state.setdefault("tried", 0)
    state.setdefault("odd", 0)
    while state["tried"] < {cases}:
        state["odd"] += {odd}
        state["tried"] += 1
        yield state["tried"] / {cases}


def holds(state):
    return state["odd"] == 0
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "proofs").mkdir()
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "proof.md").write_text(f"# Proof\n\n{HEAD}\nLast words.\n", encoding="utf-8")
    return tmp_path


def test_finished_proof_leaves_a_dated_row_with_its_command(project: Path) -> None:
    """A finished proof becomes one table row: claim, verdict, figures, date and the command that counts again."""
    add_proof(project, "even", cases=1200)

    assert run(project).returncode == 0

    (row,) = rows(project)
    assert row.startswith(r"| even | Even numbers \| are even. | yes | tried 1,200, odd 0 | 0 | 20")
    assert row.endswith("| `make proof PROOF=even` |")


def test_text_around_the_table_stays(project: Path) -> None:
    """Only the rows of the table change; the words before and after it stay."""
    add_proof(project, "even")

    run(project)

    page = (project / "docs" / "proof.md").read_text(encoding="utf-8")
    assert page.startswith(f"# Proof\n\n{HEAD}| even |")
    assert page.endswith(" |\n\nLast words.\n")


def test_claim_that_fails_is_published_and_fails_the_run(project: Path) -> None:
    """A claim that its figures do not bear out is written down as such, and the run exits with 1."""
    add_proof(project, "even", odd=1)

    assert run(project).returncode == 1
    assert "| **no** | tried 3, odd 3 |" in rows(project)[0]


def test_rows_are_sorted_and_replaced(project: Path) -> None:
    """A second run replaces a proof's own row and keeps the others, sorted by name."""
    add_proof(project, "zeal")
    add_proof(project, "even")
    run(project)
    add_proof(project, "even", cases=7)

    run(project, "even")

    assert [row.split(" | ")[0] for row in rows(project)] == ["| even", "| zeal"]
    assert "tried 7" in rows(project)[0]


def test_killed_run_continues_where_it_was_saved(project: Path) -> None:
    """After a kill in the middle, the next run starts from the saved counters and not from nothing."""
    add_proof(project, "even", cases=10**12)
    process = subprocess.Popen(command(project), stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline().startswith("even: 0.0%")
    process.kill()
    process.communicate()
    saved = saved_record(project)["counters"]["tried"]

    result = run(project, "--minutes", "0")

    assert saved > 0
    assert result.returncode == 3
    assert saved_record(project)["counters"]["tried"] == saved + 1
    assert rows(project) == []


def test_interrupted_run_saves_and_says_so(project: Path) -> None:
    """Ctrl-C saves the counters, says that the next run continues, and exits with 3 and no traceback."""
    add_proof(project, "even", cases=10**12)
    process = subprocess.Popen(command(project), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    out, err = process.communicate()

    assert process.returncode == 3
    assert "run it again to continue" in out
    assert err == ""
    assert saved_record(project)["counters"]["tried"] > 0


def test_stopped_run_does_not_begin_the_next_proof(project: Path) -> None:
    """When the time is up, the proofs that have not begun stay so."""
    add_proof(project, "even", cases=10**12)
    add_proof(project, "zeal")

    assert run(project, "--minutes", "0").returncode == 3
    assert not (project / ".briefsmith" / "proof" / "zeal.json").exists()


def test_counters_of_other_code_are_dropped(project: Path) -> None:
    """Counters taken on other code are not continued: figures never mix two states of the code."""
    add_proof(project, "even", cases=10**12)
    run(project, "--minutes", "0")
    add_proof(project, "even", cases=5)

    result = run(project)

    assert "the code has changed since" in result.stdout
    assert "tried 5," in rows(project)[0]


def test_finished_proof_is_not_run_twice_unless_asked(project: Path) -> None:
    """A proof finished on the present code keeps its figures; `--again` counts anew."""
    add_proof(project, "even")
    run(project)
    first = saved_record(project)

    run(project)
    assert saved_record(project) == first

    run(project, "--again")
    assert saved_record(project)["seconds"] != first["seconds"]


def test_unknown_name_is_refused(project: Path) -> None:
    """A name that no proof has exits with 2 and lists the names there are."""
    add_proof(project, "even")

    result = run(project, "evne")

    assert result.returncode == 2
    assert "no such proof: evne; there are: even" in result.stderr


def test_empty_registry_is_fine(project: Path) -> None:
    """Without any proof the run succeeds and leaves the page alone."""
    assert run(project).returncode == 0
    assert rows(project) == []


def add_proof(project: Path, name: str, *, cases: int = 3, odd: int = 0) -> None:
    """Write a proof that counts to `cases` and adds `odd` to its failures each time."""
    (project / "proofs" / f"{name}.py").write_text(PROOF.format(name=name, cases=cases, odd=odd), encoding="utf-8")


def command(project: Path, *arguments: str) -> list[str]:
    return [sys.executable, str(RUNNER), "--root", str(project), *arguments]


def run(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(project, *arguments), capture_output=True, text=True, check=False)


def rows(project: Path) -> list[str]:
    page = (project / "docs" / "proof.md").read_text(encoding="utf-8")
    return [line for line in page.split(HEAD)[1].splitlines() if line.startswith("|")]


def saved_record(project: Path) -> dict[str, dict[str, int]]:
    record: dict[str, dict[str, int]] = json.loads((project / ".briefsmith" / "proof" / "even.json").read_text("utf-8"))
    return record
