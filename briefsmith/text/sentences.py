"""Paragraphs and sentences of an article, as spans of its text, with anchors that survive reordering.

A blank line always ends a sentence. A single line break ends one after sentence punctuation or after a headline;
otherwise it is a space, because wire copy breaks sentences over lines. Within such a stretch the splitter decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise

import sentencex  # type: ignore[import-untyped]  # it ships no types

from briefsmith.text.normal import normal_form

HEADLINE = 90
"""A line of at most so many characters without final punctuation, before a capital, is a headline."""

_FILLED = (50, 100)
_FEW = 3
_NEAR = 8

# Atomic groups: the two halves of one CR LF are never taken for two line ends.
_BLANK_LINE = re.compile(r"(?>\r\n|\r|\n)[^\S\r\n]*(?>\r\n|\r|\n)\s*")
_LINE_BREAK = re.compile(r"\r\n|\r|\n")
_FINAL = re.compile(r"""[.!?…。！？؟।॥።៖။][\s"'”’»)\]›」』*_~]*$""")
_MARKDOWN_LINE = re.compile(r"\s*(?:#{1,6}\s|\|)")
"""A heading or a row of a table: a line for itself."""
_MARKDOWN_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s")
_MARKDOWN_QUOTE = re.compile(r"\s*>")
_NO_SENTENCE = re.compile(r"\s*(?:(?:[-*+]\s+)?\d{1,3}[.)]|[^\W\d_]\.)\s*")
_CLOSING = re.compile(r"[)\]}」』》】]+\s*")
_EMPHASIS = re.compile(r"""(?<![^\s"'“‘«(\[])[*_~]+(?=[^\s*_~])|(?<=[^\s*_~])[*_~]+(?=[\s.,;:!?…"'”’»)\]]|$)""")
"""Marks of Markdown in front of a word or behind one, and none within."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article: a half-open span in code points of the file's text."""

    anchor: str
    """`s-` and 8 hexadecimal digits of the SHA-256 of its normal form; equal ones get `-2`, `-3`."""
    start: int
    end: int
    paragraph: int
    """Number of its paragraph in the article, from 0; a line that ends with a sentence ends a paragraph."""


def split_sentences(text: str, language: str = "en") -> tuple[Sentence, ...]:
    """All sentences of a text in order. Every character that is not white space belongs to exactly one."""
    seen: dict[str, int] = {}
    found: list[Sentence] = []
    for paragraph, (first, last) in enumerate(_paragraphs(text)):
        for start, end in _split(text, first, last, language):
            anchor = sentence_anchor(text[start:end])
            seen[anchor] = count = seen.get(anchor, 0) + 1
            found.append(Sentence(anchor if count == 1 else f"{anchor}-{count}", start, end, paragraph))
    return tuple(found)


def is_open_ended(sentence: str, following: str) -> bool:
    """Whether a line stops without a sign and another one begins behind it, as a headline does before the text."""
    ends = not _FINAL.search(sentence) and _is_headline(sentence[-HEADLINE:])
    return ends and not following.lstrip(" \t\"'“‘«„([")[:1].islower()


def sentence_anchor(text: str) -> str:
    """The anchor of a sentence with this text."""
    return "s-" + sha256(normal_form(text).encode()).hexdigest()[:8]


def _paragraphs(text: str) -> list[tuple[int, int]]:
    wrapped = _is_wrapped(text)
    blocks = _pieces(text, 0, len(text), [match.span() for match in _BLANK_LINE.finditer(text)])
    return [piece for start, end in blocks for piece in _between_final_lines(text, start, end, wrapped)]


def _is_wrapped(text: str) -> bool:
    """Whether lines were filled to a width, as in mail: then a short line before a capital is no headline."""
    lines = [len(line) for line in _LINE_BREAK.split(text) if not _FINAL.search(line)]
    return max(lines, default=0) <= _FILLED[1] and sum(length >= _FILLED[0] for length in lines) >= _FEW


def _between_final_lines(text: str, start: int, end: int, wrapped: bool) -> list[tuple[int, int]]:
    """The parts of a block between those line breaks that end a sentence."""
    breaks = [match.span() for match in _LINE_BREAK.finditer(text, start, end)]
    cuts = []
    line_start = start
    for (left, right), (next_end, _) in pairwise([*breaks, (end, end)]):
        if _ends_sentence(text[line_start:left], text[right:next_end], wrapped):
            cuts.append((left, right))
        line_start = right
    return _pieces(text, start, end, cuts)


def _ends_sentence(line: str, following: str, wrapped: bool) -> bool:
    if _FINAL.search(line) or _MARKDOWN_LINE.match(line) or _begins_block(line, following):
        return True
    if wrapped or _MARKDOWN_ITEM.match(line):
        return False
    return _is_headline(line.strip()) and following.lstrip(" \t\"'“‘«„([")[:1].isupper()


def _begins_block(line: str, following: str) -> bool:
    if _MARKDOWN_QUOTE.match(following):
        return not _MARKDOWN_QUOTE.match(line)
    return bool(_MARKDOWN_LINE.match(following) or _MARKDOWN_ITEM.match(following))


def _is_headline(line: str) -> bool:
    return len(line) <= HEADLINE and not line.endswith((",", ";", ":", "–", "—", "-"))


def _split(text: str, start: int, end: int, language: str) -> list[tuple[int, int]]:
    """Sentences of one stretch; the splitter sees its line breaks as spaces, at the same offsets."""
    flat = re.sub(r"[\r\n]", " ", text[start:end])
    plain = _EMPHASIS.sub("", flat)
    borders = _borders(plain, [row["end_index"] for row in _split_flat(plain, language)])
    places = list(borders) if plain == flat else _with_marks(flat, borders)
    return _pieces(text, start, end, [(start + place, start + place) for place in places])


def _with_marks(flat: str, borders: Iterator[int]) -> list[int]:
    """Where borders of the text without emphasis lie in the one with it: a mark that opens goes with what follows."""
    marks = [match.span() for match in _EMPHASIS.finditer(flat)]
    places, left_out, number = [], 0, 0
    for border in borders:
        while number < len(marks) and marks[number][0] - left_out < border:
            left_out += marks[number][1] - marks[number][0]
            number += 1
        place = border + left_out
        closes = number < len(marks) and marks[number][0] == place and not flat[place - 1].isspace()
        places.append(marks[number][1] if closes else place)
    return places


def _split_flat(flat: str, language: str) -> list[dict[str, int]]:
    rows: list[dict[str, int]] = sentencex.get_sentence_boundaries(language.split("-", maxsplit=1)[0], flat)
    return rows


def _borders(flat: str, cuts: list[int]) -> Iterator[int]:
    """Where the splitter is right: the number of an item, an initial or a closing bracket is no sentence."""
    begin = 0
    for cut in cuts:
        closed = _CLOSING.match(flat, cut)
        end = closed.end() if closed else cut
        if end < len(flat) and not _NO_SENTENCE.fullmatch(flat, begin, end) and not _goes_on(flat, end):
            yield end
            begin = end


def _goes_on(flat: str, cut: int) -> bool:
    """Whether a small letter follows a full stop. Only near characters are looked at: some lines have a megabyte."""
    before, after = flat[max(0, cut - _NEAR) : cut].rstrip(), flat[cut : cut + _NEAR].lstrip()
    return before.endswith(".") and after[:1].islower()


def _pieces(text: str, start: int, end: int, cuts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    edges = [start, *(edge for cut in cuts for edge in cut), end]
    trimmed = (_trim(text, first, last) for first, last in zip(edges[::2], edges[1::2], strict=True))
    return [(first, last) for first, last in trimmed if first < last]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
