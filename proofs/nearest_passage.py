"""The cure for a wrong quote: of what a hurried editor typed, the passage that was meant is named first."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from briefsmith.evidence.nearest import find_nearest
from tools.quotes import sample, slips, stands

NAME = "nearest-passage"
CLAIM = "Of 500 quotes with one to three slips of the finger, the right passage is named first for at least 95 %."
CASES = 500
LEAST = 0.95


def run(state: dict[str, int]) -> Iterator[float]:
    """Take case after case; the passage is right where most of it is the one that was meant."""
    for counter in ("cases", "tried", "right", "exact"):
        state.setdefault(counter, 0)
    while state["tried"] < CASES:
        chance = Random(f"{NAME} {state['cases']}")
        quote = sample(chance)
        made = next(slips(quote, chance))
        if not stands(made, quote.article):
            near = find_nearest(made, quote.article.normal)
            shared = min(near.end, quote.end) - max(near.start, quote.start) if near else 0
            state["right"] += shared * 2 > quote.end - quote.start
            state["exact"] += near is not None and (near.start, near.end) == (quote.start, quote.end)
            state["tried"] += 1
        state["cases"] += 1
        yield state["tried"] / CASES


def holds(state: dict[str, int]) -> bool:
    """As many as claimed."""
    return state["right"] >= LEAST * state["tried"]
