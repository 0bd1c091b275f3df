"""The passage that a wrong quote most probably means, and the words in which they differ."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from briefsmith.text.normal import NormalText, folded_form

_WORD = re.compile(r"\S+")
_CLEAR = 90.0
_LEAST = 50.0


@dataclass(frozen=True, slots=True)
class Nearest:
    """A passage of a source: a half-open span of its file's text."""

    start: int
    end: int
    score: float
    """How alike they are, 0 to 100."""

    @property
    def is_unmistakable(self) -> bool:
        """Whether no other passage can be meant."""
        return self.score >= _CLEAR


def find_nearest(exact: str, text: NormalText) -> Nearest | None:
    """The nearest passage, widened to whole words, or None where nothing is near."""
    from rapidfuzz import fuzz

    wanted = folded_form(exact).lower()
    folded = text.folded.lower()
    if not wanted or not folded or len(folded) != len(text.folded):
        folded, wanted = text.folded, folded_form(exact)
    alignment = fuzz.partial_ratio_alignment(wanted, folded, score_cutoff=_LEAST) if wanted and folded else None
    if alignment is None:
        return None
    start, end = _whole_words(text.folded, alignment.dest_start, alignment.dest_end)
    span = text.source_span(*text.normal_span(start, end))
    return Nearest(*span, alignment.score)


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen at the left where a word is cut; at the right, widen a word of which most is in and leave out a stub."""
    while start > 0 and not text[start - 1].isspace() and not text[start].isspace():
        start -= 1
    if end < len(text) and end > start and not text[end].isspace() and not text[end - 1].isspace():
        left, right = text.rfind(" ", start, end) + 1, text.find(" ", end)
        right = right if right >= 0 else len(text)
        end = right if (end - left) * 2 >= right - left or left <= start else left
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip(" ,;:"))


def word_diff(wrong: str, right: str) -> str:
    """The words of both, with what is only in the first in `[-…-]` and what is only in the second in `{+…+}`."""
    old, new = _WORD.findall(wrong), _WORD.findall(right)
    parts: list[str] = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            parts.append(" ".join(old[a:b]))
            continue
        parts += [f"[-{' '.join(old[a:b])}-]"] if b > a else []
        parts += [f"{{+{' '.join(new[c:d])}+}}"] if d > c else []
    return " ".join(parts)
