"""The gate against false quotes: whatever is done to the words, what does not stand in the article is refused."""

from __future__ import annotations

from collections.abc import Iterator

from briefsmith.evidence.matching import Match, locate
from briefsmith.model.evidence import Quote
from tools.quotes import ALTERATIONS, cases, stands

NAME = "altered-quotes"
CLAIM = "Of 5,000 true quotes altered in thirteen ways and standing in no place of the article, none is accepted."
CASES = 5_000


def run(state: dict[str, int]) -> Iterator[float]:
    """Take case after case; what happens to stand in the article all the same is counted apart."""
    for counter in ("cases", "tried", "still_standing", "accepted"):
        state.setdefault(counter, 0)
    while state["tried"] < CASES:
        way, quote, made = cases(ALTERATIONS, NAME, state["cases"])
        if way != "cut" and stands(made, quote.article):
            state["still_standing"] += 1
        else:
            state["tried"] += 1
            state["accepted"] += isinstance(locate(Quote(made), quote.article.normal), Match)
        state["cases"] += 1
        yield state["tried"] / CASES


def holds(state: dict[str, int]) -> bool:
    """Not one."""
    return state["tried"] >= CASES and state["accepted"] == 0
