"""The gate and the keyboard: the same words in other characters are accepted, and shown as the article has them."""

from __future__ import annotations

from collections.abc import Iterator

from briefsmith.evidence.matching import Match, locate
from briefsmith.model.evidence import Quote
from tools.quotes import VARIANTS, cases, stands

NAME = "typographic-variants"
CLAIM = "Of 2,000 true quotes typed in other characters, at least 99.5 % are accepted, at their own place."
CASES = 2_000
LEAST = 0.995


def run(state: dict[str, int]) -> Iterator[float]:
    """Take case after case; a variant is found only where its span holds the very words."""
    for counter in ("tried", "accepted", "elsewhere"):
        state.setdefault(counter, 0)
    while state["tried"] < CASES:
        _, quote, made = cases(VARIANTS, NAME, state["tried"])
        found = locate(Quote(made), quote.article.normal)
        if isinstance(found, Match):
            right = stands(quote.article.text[found.start : found.end], quote.article) and found.start == quote.start
            state["accepted" if right else "elsewhere"] += 1
        state["tried"] += 1
        yield state["tried"] / CASES


def holds(state: dict[str, int]) -> bool:
    """As many as claimed, and none at a place that it was not taken from."""
    return state["accepted"] >= LEAST * state["tried"] and state["elsewhere"] == 0
