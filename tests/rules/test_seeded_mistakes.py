"""One mistake of each kind, seeded into the example desk; `make proof PROOF=seeded-mistakes` seeds a thousand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from proofs.seeded_mistakes import desks_in
from tools.mistakes import KINDS
from tools.mistakes.desk import Desk


@pytest.fixture(scope="module")
def desks(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Desk]]:
    """Copies of the example sites."""
    return desks_in(Path(tmp_path_factory.mktemp("desks")))


@pytest.mark.parametrize("kind", KINDS)
def test_a_seeded_mistake_is_told_once_at_its_line_with_its_cure(kind: str, desks: list[Desk]) -> None:
    """In the first sheet that has a place for it, a mistake gives one finding, there, and the help names the cure."""
    slips = ((desk, KINDS[kind](desk.lines, Random(7))) for desk in desks)
    desk, slip = next((desk, slip) for desk, slip in slips if slip is not None)
    verdict = desk.verdict(slip)
    assert verdict.told, verdict.found


def test_the_yardstick_measures(desks: list[Desk]) -> None:
    """A right sheet gives nothing to tell, and a slip that expects another line or cure is not told."""
    slip = KINDS["misspelt_key"](desks[0].lines, Random(1))
    assert slip is not None
    assert desks[0].verdict(slip).told
    assert not desks[0].verdict(type(slip)(slip.lines, (1,), slip.cure)).told
    assert not desks[0].verdict(type(slip)(slip.lines, slip.at, "no such words")).told
    assert desks[0].verdict(type(slip)(desks[0].lines, slip.at, slip.cure)).found == ()
