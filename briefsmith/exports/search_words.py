"""The words by which a text is found: one rule for all languages, here for the index and in `search.js` for queries.

Both must agree to the letter; a test holds one against the other.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

LONGEST = 60
"""Characters of a word that count."""

_MARKS = (
    r"\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7-\u06ed"
)
# Accents, vowel points, soft hyphens and joiners: readers leave them out.
_DROPPED = re.compile(rf"[{_MARKS}\u0640\u00ad\u200b-\u200d]")
_SPELLINGS = str.maketrans({
    "ß": "ss", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ς": "σ", "ґ": "г",
    "ى": "ي", "ی": "ي", "ة": "ه", "ک": "ك", "’": "'", "ʼ": "'", "ʹ": "'",
})  # fmt: skip
_NO_SPACES = (
    r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Thai, Lao, Burmese, Khmer, Japanese, Chinese: scripts that write no space between words."""
_PIECE = re.compile(rf"[{_NO_SPACES}]+|[^{_NO_SPACES}]+")
_ARTICLE = re.compile(r"^[وف]?(?:[بك]?ال|لل)(?=.{2})")
_CYRILLIC = re.compile(r"(?<=[\u0400-\u04ff])'(?=[\u0400-\u04ff])")


def words_of(text: str) -> Iterator[str]:
    """The words of a text in order, folded: no case, accents or Arabic articles; pairs of characters in Chinese."""
    for run in _run().findall(text):
        yield from _words_of_run(run)


@lru_cache(maxsize=1 << 18)
def _words_of_run(run: str) -> tuple[str, ...]:
    decomposed = unicodedata.normalize("NFKD", run.lower())
    folded = unicodedata.normalize("NFC", _DROPPED.sub("", decomposed)).translate(_SPELLINGS)
    words = _word().findall(_CYRILLIC.sub("", folded))
    return tuple(piece[:LONGEST] for word in words for part in _PIECE.findall(word) for piece in _pieces(part))


def _pieces(part: str) -> list[str]:
    if re.match(f"[{_NO_SPACES}]", part):
        return [part[at : at + 2] for at in range(len(part))]
    if len(part) == 1 and not part.isnumeric():
        return []
    return [_ARTICLE.sub("", part)]


@cache
def _word() -> re.Pattern[str]:
    """Letters, digits and the marks that belong to them."""
    marks = [code for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code))[0] == "M"]
    return re.compile(rf"(?:[^\W_]|[{''.join(map(_escape, marks))}])+")


@cache
def _run() -> re.Pattern[str]:
    """A word as it may be written, apostrophes and joiners inside."""
    return re.compile(_word().pattern.replace("(?:", r"(?:['’ʼʹ\u00ad\u200b-\u200d]|"))


def _escape(code: int) -> str:
    return f"\\U{code:08x}"
