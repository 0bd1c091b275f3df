"""The nearest valid word to a wrong one."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(word: str, valid: Iterable[str], otherwise: str = "") -> str:
    """A help line that names the nearest of the valid words, or lists them where none is near and they are few."""
    words = sorted(set(valid))
    if near := get_close_matches(word.lower().replace("_", "-"), words, n=1, cutoff=0.6):
        return f"did you mean `{near[0]}`?"
    if otherwise or not words:
        return otherwise
    shown = ", ".join(f"`{each}`" for each in words[:16])
    return f"one of {shown}" + (", …" if len(words) > 16 else "")
