"""Editors and the validator: a sheet that one of them takes, the other takes, and what one refuses, both refuse."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from tools.editor_sheets import Verdict, broken, made_up_sheet, verdict

NAME = "schema-agrees"
CLAIM = (
    "On 1,000 made-up sheets, each whole and then with one thing changed, the JSON Schema in an editor and the "
    "validator say the same of shape, keys, words and the grammar of values."
)
SHEETS = 1_000

_COUNTERS = ("valid_accepted_by_both", "changed_refused_by_both", "changed_accepted_by_both", "disagree")


def run(state: dict[str, int]) -> Iterator[float]:
    """Take sheet after sheet; what is changed may still be right, so that what both accept is counted apart."""
    for counter in (
        "sheets",
        "valid_accepted_by_both",
        "changed_refused_by_both",
        "changed_accepted_by_both",
        "disagree",
    ):
        state.setdefault(counter, 0)
    while state["sheets"] < SHEETS:
        chance = Random(f"{NAME} {state['sheets']}")
        sheet = made_up_sheet(chance)
        state["valid_accepted_by_both"] += verdict(sheet) == Verdict(schema=True, validator=True)
        said = verdict(broken(sheet, chance))
        state["disagree"] += said.schema != said.validator
        state["changed_refused_by_both"] += not said.schema and not said.validator
        state["changed_accepted_by_both"] += said.schema and said.validator
        state["sheets"] += 1
        yield state["sheets"] / SHEETS


def holds(state: dict[str, int]) -> bool:
    """All whole sheets pass, no changed one divides the two, and enough of the changed ones are wrong to tell."""
    return (
        state["valid_accepted_by_both"] == state["sheets"] >= SHEETS
        and state["disagree"] == 0
        and state["changed_refused_by_both"] > SHEETS // 2
    )
