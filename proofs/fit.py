"""How often a quote that was cut off from a negation or hedge is caught, and how often an honest one is blamed.

The material is invented news, marked by hand as `tools/marked.py` explains. The lists of words were written with it at
hand; `fit_real.py` counts the same over real news.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tools.marked import count, cut_quotes, drawn, honest_quotes

NAME = "fit"
CLAIM = (
    "In eight languages, at least 98 % of quotes cut off from a negation or hedge are caught, "
    "and at most 3 % of honest ones are blamed."
)

MATERIAL = Path(__file__).parent / "material"
FILES = [MATERIAL / f"{language}.txt" for language in ("en", "fr", "de", "es", "ru", "uk", "ar", "zh")]
CUTS, HONEST = 100, 200
"""How many of each are drawn from every language."""

_CAUGHT, _BLAMED = 0.98, 0.03


def run(state: dict[str, int]) -> Iterator[float]:
    """Count over all drawn quotes; the n-th is the same in every run."""
    for name in ("cut_quotes", "caught", "honest_quotes", "blamed"):
        state.setdefault(name, 0)
    cuts, honest = drawn(cut_quotes, FILES, CUTS, NAME), drawn(honest_quotes, FILES, HONEST, NAME)
    yield from count(cuts, honest, state)


def holds(state: dict[str, int]) -> bool:
    """Whether enough were caught and few enough blamed."""
    return state["caught"] >= _CAUGHT * state["cut_quotes"] >= 1 and state["blamed"] <= _BLAMED * state["honest_quotes"]
