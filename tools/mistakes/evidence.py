"""Slips of the quotes: words that are not the words of the source."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tools.mistakes.slips import Kind, Lines, Slip, is_quote, pair, pick, with_lines


def _quoted(lines: Lines, chance: Random, change: Callable[[list[str]], list[str]], cure: str) -> Slip | None:
    row = pick(lines, chance, is_quote)
    if row is None:
        return None
    at, found = row
    words = found["value"][1:-1].split(" ")
    new = pair(found, f"{found['value'][0]}{' '.join(change(words))}{found['value'][0]}")
    return Slip(with_lines(lines, at, new), (at + 1,), cure) if new != lines[at] else None


def word_changed(lines: Lines, chance: Random) -> Slip | None:
    """A word of a quote typed wrong."""
    return _quoted(lines, chance, lambda words: [*words[:2], words[2] + "xx", *words[3:]], r"\[-\S*xx\S*-\]")


def word_left_out(lines: Lines, chance: Random) -> Slip | None:
    """A word of a quote left out."""
    return _quoted(lines, chance, lambda words: [*words[:2], *words[3:]], r"\{\+")


def ellipsis(lines: Lines, chance: Random) -> Slip | None:
    """A quote with `...` for what was left out."""
    return _quoted(lines, chance, lambda words: [*words[:2], "...", *words[-2:]], "two quotes")


def bracket(lines: Lines, chance: Random) -> Slip | None:
    """A quote with an explanation in brackets."""
    return _quoted(lines, chance, lambda words: [*words[:2], "[the minister]", *words[2:]], "as they stand")


def line_numbers(lines: Lines, chance: Random) -> Slip | None:
    """A quote that was copied with the number of its line."""
    return _quoted(lines, chance, lambda words: ["14", *words], r"nearest passage: \[-14-\]")


def own_words(lines: Lines, chance: Random) -> Slip | None:
    """A translation or paraphrase where the quote should stand."""
    return _quoted(
        lines,
        chance,
        lambda _: ["Le", "ministre", "a", "dit", "quelque", "chose", "de", "tout", "autre"],
        "copy|nearest",
    )


def curly_around(lines: Lines, chance: Random) -> Slip | None:
    """Typographic marks around the quote, inside the straight ones."""
    return _quoted(lines, chance, lambda words: ["\u201c" + words[0], *words[1:-1], words[-1] + "\u201d"], "straight")


def cut_word(lines: Lines, chance: Random) -> Slip | None:
    """A quote of which the last letter was not copied."""
    return _quoted(lines, chance, lambda words: [*words[:-1], words[-1].rstrip(".,")[:-1]], "whole|nearest")


KINDS: tuple[Kind, ...] = (
    word_changed,
    word_left_out,
    ellipsis,
    bracket,
    line_numbers,
    own_words,
    curly_around,
    cut_word,
)
