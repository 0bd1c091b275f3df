"""The declared normal form in which quotes are compared, and the way back from it to the file.

Normal form: zero-width and direction marks dropped, every run of white space one space, then Unicode NFC. The folded
form goes one step further and makes typographic twins equal: quotation marks, apostrophes, dashes, the ellipsis
character, soft hyphens. Both carry an offset map, so that what was found can be shown as the file has it.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

_INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u061c\u2060\ufeff\u202a-\u202e\u2066-\u2069"
# A run of white space and invisible characters; a lone plain space is normal already and is passed over.
_TO_NORMAL = re.compile(rf" [\s{_INVISIBLE}]+|(?:[^\S ]|[{_INVISIBLE}])[\s{_INVISIBLE}]*")
_HANGUL_VOWEL_OR_TAIL = re.compile("[\u1160-\u11ff\ud7b0-\ud7fb]")

_SINGLE = "\u2018\u2019\u201a\u201b\u2039\u203a\u02bc\u00b4\u0060"
_DOUBLE = "\u201c\u201d\u201e\u201f\u00ab\u00bb"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"
_FOLDS = {
    **dict.fromkeys(_SINGLE, "'"),
    **dict.fromkeys(_DOUBLE, '"'),
    **dict.fromkeys(_DASHES, "-"),
    "\u2026": "...",
    "\u00ad": "",
}
_TO_FOLD = re.compile(" \u00ad+(?= )|[" + "".join(_FOLDS) + "]")

Piece = tuple[int, int, int, int]
"""Where forms differ: start and end in the older form, start and end in the newer one."""


@dataclass(frozen=True)
class Mapped:
    """A text made from an older one, with the places where their offsets part."""

    text: str
    pieces: tuple[Piece, ...]
    """Only replacements that change a length; between two of them both forms run in step."""

    @cached_property
    def _ends(self) -> list[int]:
        return [piece[3] for piece in self.pieces]

    def start(self, offset: int) -> int:
        """The older offset at which the character at `offset` begins."""
        index = bisect_right(self._ends, offset)
        if index < len(self.pieces) and self.pieces[index][2] <= offset:
            return self.pieces[index][0]
        return offset + self._shift(index)

    def end(self, offset: int) -> int:
        """The older offset at which the text up to `offset` ends."""
        index = bisect_right(self._ends, offset - 1)
        if index < len(self.pieces) and self.pieces[index][2] < offset:
            return self.pieces[index][1]
        return offset + self._shift(index)

    def _shift(self, index: int) -> int:
        if index == 0:
            return 0
        _, older_end, _, newer_end = self.pieces[index - 1]
        return older_end - newer_end


class NormalText:
    """A source text with its normal and its folded form; spans lead back to the text as it stands in the file."""

    def __init__(self, text: str) -> None:
        """Take the text as decoded; the forms are made when first asked for."""
        self.source = text

    @cached_property
    def _spaced(self) -> Mapped:
        return _substitute(self.source, _TO_NORMAL, _normal_space)

    @cached_property
    def _composed(self) -> Mapped:
        # Last, because a letter composes with its mark only once nothing invisible stands between them.
        return _compose(self._spaced.text)

    @cached_property
    def _folded(self) -> Mapped:
        return _substitute(self.normal, _TO_FOLD, _folded_twin)

    @property
    def normal(self) -> str:
        """The normal form."""
        return self._composed.text

    @property
    def folded(self) -> str:
        """The normal form with typographic twins folded."""
        return self._folded.text

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """From a span of the normal form to the span of the file's text, both half-open."""
        start, end = self._composed.start(start), self._composed.end(end)
        return self._spaced.start(start), self._spaced.end(end)

    def normal_span(self, start: int, end: int) -> tuple[int, int]:
        """From a span of the folded form to the span of the normal form."""
        return self._folded.start(start), self._folded.end(end)


def normal_form(text: str) -> str:
    """The normal form of a short text, such as a quote: as `NormalText.normal`, and without outer spaces."""
    return unicodedata.normalize("NFC", _TO_NORMAL.sub(lambda match: _normal_space(match[0]), text)).strip()


def folded_form(text: str) -> str:
    """The folded form of a short text."""
    return _TO_FOLD.sub(lambda match: _folded_twin(match[0]), normal_form(text)).strip()


def _normal_space(found: str) -> str:
    return " " if any(character.isspace() for character in found) else ""


def _folded_twin(found: str) -> str:
    return _FOLDS.get(found, "")


def _substitute(text: str, pattern: re.Pattern[str], replacement: Callable[[str], str]) -> Mapped:
    parts: list[str] = []
    pieces: list[Piece] = []
    done = length = 0
    for match in pattern.finditer(text):
        start, end = match.span()
        new = replacement(match[0])
        parts += (text[done:start], new)
        length += start - done
        if len(new) != end - start:
            pieces.append((start, end, length, length + len(new)))
        length += len(new)
        done = end
    parts.append(text[done:])
    return Mapped("".join(parts), tuple(pieces))


def _compose(text: str) -> Mapped:
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return Mapped(text, ())
    parts: list[str] = []
    pieces: list[Piece] = []
    length = 0
    for start, end in _clusters(text):
        new = unicodedata.normalize("NFC", text[start:end])
        parts.append(new)
        if len(new) != end - start:
            pieces.append((start, end, length, length + len(new)))
        length += len(new)
    return Mapped("".join(parts), tuple(pieces))


def _clusters(text: str) -> list[tuple[int, int]]:
    """Runs that compose among themselves only: a base with its marks, a Hangul syllable with its jamo."""
    starts = [index for index, character in enumerate(text) if index == 0 or not _extends(character)]
    return list(pairwise([*starts, len(text)]))


def _extends(character: str) -> bool:
    return unicodedata.category(character)[0] == "M" or bool(_HANGUL_VOWEL_OR_TAIL.match(character))
