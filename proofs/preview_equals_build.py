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
BROKEN = "broken sheet"
SHARE_BROKEN = 0.1


def run(state: dict[str, int]) -> Iterator[float]:
    """Make the edits in series, each on a fresh copy of the example."""
    state.setdefault("edits", 0)
    for counter in ("could be published", "urls that differ"):
        state.setdefault(counter, 0)
    while state["edits"] < EDITS:
        seed = f"{NAME} {state['edits']}"
        for tried in series(seed, ((kind,) for kind in _kinds(Random(seed)))):
            state["could be published"] += tried.is_published
            state["urls that differ"] += len(tried.differing)
        state["edits"] += AT_A_TIME
        yield state["edits"] / EDITS


def holds(state: dict[str, int]) -> bool:
    """None differs, and most states could be published."""
    return state["urls that differ"] == 0 and state["could be published"] > state["edits"] / 2


def _kinds(random: Random) -> list[str]:
    """Kinds of edits at random; a sheet that was broken is mended two edits later."""
    kinds: list[str] = []
    while len(kinds) < AT_A_TIME:
        kind = random.choice(sorted(EDITS_BY_KIND.keys() - {BROKEN}))
        kinds += [BROKEN, kind, BROKEN] if random.random() < SHARE_BROKEN else [kind]
    return kinds[:AT_A_TIME]
