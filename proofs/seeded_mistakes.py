"""Mistakes that editors make, seeded into three sheets: each is told once, on its line, with its cure."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tools.mistakes import KINDS
from tools.mistakes.desk import Desk

NAME = "seeded-mistakes"
CLAIM = (
    "Of 1,000 mistakes as editors make them, of 44 kinds, seeded into the sample and the two sheets of examples/sella, "
    "at least 95 % are told on the right line, with the cure named, and by one finding alone."
)
MISTAKES = 1_000
LEAST = 0.95

ROOT = Path(__file__).parents[1]
SITES = (
    (ROOT, "briefings/lavrov-rubio-2025-11.yml"),
    (ROOT / "examples/sella", "briefings/sella-2031-06.yml"),
    (ROOT / "examples/sella", "briefings/peniches-2031-06.yml"),
)


def run(state: dict[str, int]) -> Iterator[float]:
    """Take kind after kind and sheet after sheet; where a sheet has no place for a mistake, the next is taken."""
    for counter in ("turn", "mistakes", "told_well", "on_the_line", "with_the_cure", "alone"):
        state.setdefault(counter, 0)
    kinds = list(KINDS)
    with TemporaryDirectory() as folder:
        desks = desks_in(Path(folder))
        while state["mistakes"] < MISTAKES:
            turn = state["turn"]
            kind, desk = kinds[turn % len(kinds)], desks[turn // len(kinds) % len(desks)]
            slip = KINDS[kind](desk.lines, Random(f"{NAME} {turn}"))
            if slip is not None:
                verdict = desk.verdict(slip)
                state["mistakes"] += 1
                state["told_well"] += verdict.told
                state["on_the_line"] += verdict.at_line
                state["with_the_cure"] += verdict.with_cure
                state["alone"] += verdict.alone
                if not verdict.told:
                    missed = f"missed_{kind}"
                    state[missed] = state.get(missed, 0) + 1
            state["turn"] += 1
            yield state["mistakes"] / MISTAKES


def holds(state: dict[str, int]) -> bool:
    """Enough of them are told well in every respect at once."""
    return state["mistakes"] >= MISTAKES and state["told_well"] >= LEAST * state["mistakes"]


def desks_in(folder: Path) -> list[Desk]:
    """Copies of the three sites, each with the sheet into which mistakes are seeded."""
    return [Desk(_copied(root, folder / str(number)), sheet) for number, (root, sheet) in enumerate(SITES)]


def _copied(root: Path, target: Path) -> Path:
    target.mkdir()
    for name in ("briefings", "registry", "seeds"):
        shutil.copytree(root / name, target / name)
    shutil.copy(root / "mkdocs.yml", target)
    return target
