"""Whether two texts say the same: what is typography, what is a slip of spelling, and what is another meaning.

A text is *only reworded* when it has the same words in the same order, whatever their case, punctuation and
typography, or when each word that differs is the same word spelt otherwise: at least five letters, no digit, the same
first and last letter, and one letter inserted, dropped, changed or swapped with its neighbour. So "gates" for "gate",
"could" for "would", "not" and every number are a change of meaning; "goverment" for "government" is not. In doubt it
is a change.
"""

from __future__ import annotations

import re
from unicodedata import normalize

LEAST_LETTERS = 5
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[%€$£+−<>=]")


def says_the_same(old: str, new: str) -> bool:
    """Whether the second text is at most reworded."""
    before, after = words_of(old), words_of(new)
    return len(before) == len(after) and all(map(_is_same_word, before, after))


def words_of(text: str) -> list[str]:
    """The words, numbers and signs of a text without case and typography."""
    return [word.replace("’", "'") for word in _WORD.findall(normalize("NFKC", text).casefold())]


def likeness(old: str, new: str) -> float:
    """The share of words that two texts have in common, 0 to 1."""
    before, after = set(words_of(old)), set(words_of(new))
    return len(before & after) / max(1, len(before | after))


def _is_same_word(old: str, new: str) -> bool:
    if old == new:
        return True
    if min(len(old), len(new)) < LEAST_LETTERS or not (old + new).replace("'", "").isalpha():
        return False
    return old[0] == new[0] and old[-1] == new[-1] and _is_one_slip(old, new)


def _is_one_slip(old: str, new: str) -> bool:
    """Whether one insertion, deletion, replacement or swap of neighbours makes one word of the other."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    a, b = old[start:], new[start:]
    if len(a) == len(b):
        return a[1:] == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    return longer[1:] == shorter
