"""The preview and the clean build: after every edit, each page and file is the same, byte for byte."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from tools.preview_edits import EDITS as EDITS_BY_KIND
from tools.preview_edits import series

NAME = "preview-equals-build"
CLAIM = "After each of 200 random edits the preview shows what a clean build publishes, at every URL."
EDITS = 200
AT_A_TIME = 20


def run(state: dict[str, int]) -> Iterator[float]:
    """Make the edits in series, each on a fresh copy of the example."""
    state.setdefault("edits", 0)
    for counter in ("could be published", "urls that differ"):
        state.setdefault(counter, 0)
    while state["edits"] < EDITS:
        seed = f"{NAME} {state['edits']}"
        for tried in series(seed, Random(seed).choices(sorted(EDITS_BY_KIND), k=AT_A_TIME)):
            state["could be published"] += tried.is_published
            state["urls that differ"] += len(tried.differing)
        state["edits"] += AT_A_TIME
        yield state["edits"] / EDITS


def holds(state: dict[str, int]) -> bool:
    """None differs, and most states could be published."""
    return state["urls that differ"] == 0 and state["could be published"] > state["edits"] / 2
