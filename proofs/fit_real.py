"""The same count as in `fit.py`, over news that was written elsewhere: how the lists of words fare with it.

What is measured is how well the lists know this material, not how they fare with unknown text. The articles were
marked by hand before the lists were first run over them; in that first run 626 of 629 cut quotes were caught and 97 of
8,977 honest ones blamed. What it showed was then mended in the lists, and the list for Chinese was made together with
this material. All but the English article are professional translations from English, of the same two stories.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tools.marked import Case, count, cut_quotes, honest_quotes, lines

NAME = "fit-real"
CLAIM = (
    "In news not written for this project, one article or two in each of eight languages, after which the lists were "
    "tuned, at least 98 % of quotes cut off from a negation or hedge are caught, and at most 3 % of honest ones blamed."
)

FILES = sorted((Path(__file__).parent / "material" / "real").glob("*.marked"))
LEAST_CUTS, LEAST_HONEST = 500, 1_000
_CAUGHT, _BLAMED = 0.98, 0.03


def run(state: dict[str, int]) -> Iterator[float]:
    """Count over every quote of the material."""
    for name in ("cut_quotes", "caught", "honest_quotes", "blamed"):
        state.setdefault(name, 0)
    found = [line for file in FILES for line in lines(file)]
    cuts: list[Case] = [case for line in found for case in cut_quotes(line)]
    honest: list[Case] = [case for line in found for case in honest_quotes(line)]
    yield from count(cuts, honest, state)


def holds(state: dict[str, int]) -> bool:
    """Whether there were enough, enough of them were caught, and few enough blamed."""
    enough = state["cut_quotes"] >= LEAST_CUTS and state["honest_quotes"] >= LEAST_HONEST
    caught = state["caught"] >= _CAUGHT * state["cut_quotes"]
    return enough and caught and state["blamed"] <= _BLAMED * state["honest_quotes"]
