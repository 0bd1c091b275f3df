"""An article as the search for candidates sees it: its text, its sentences, its day, and the quotes it can give."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from briefsmith.drafting.dateline import dateline_of
from briefsmith.evidence.matching import Match, locate
from briefsmith.evidence.negation import primary
from briefsmith.model.evidence import Quote
from briefsmith.text.file import TextFile
from briefsmith.text.normal import NormalText, normal_form
from briefsmith.text.sentences import Sentence, split_sentences
from briefsmith.values.day import Day

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_CONTEXT = 40


@dataclass(frozen=True)
class Material:
    """One article on the desk."""

    file: TextFile
    language: str
    day: Day | None
    """The day of the article, from which *yesterday* counts; None where nobody knows it."""

    @property
    def text(self) -> str:
        """Its text; all spans of candidates are half-open spans of this."""
        return self.file.text

    @property
    def primary(self) -> str:
        """Its language without script and region."""
        return primary(self.language)

    @cached_property
    def normal(self) -> NormalText:
        """The forms in which quotes are searched."""
        return NormalText(self.text)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences that say anything, the first one without the dateline before it."""
        line = dateline_of(self.text)
        sentences = (
            replace(each, start=line.end) if line and each.start <= line.start < line.end < each.end else each
            for each in split_sentences(self.text, self.language)
        )
        return tuple(each for each in sentences if any(letter.isalpha() for letter in self.text[each.start : each.end]))

    @cached_property
    def _starts(self) -> list[int]:
        return [each.start for each in self.sentences]

    @cached_property
    def headline(self) -> Sentence | None:
        """Its first line, where that is a headline."""
        first = next(iter(self.sentences), None)
        is_line = first is not None and self.text[first.end : first.end + 2].startswith(("\n", "\r"))
        has_end = first is not None and self.text[first.start : first.end].endswith((".", "。", "।", "۔"))
        return first if is_line and not has_end else None

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds a character."""
        index = bisect_right(self._starts, offset) - 1
        return self.sentences[index] if index >= 0 and offset < self.sentences[index].end else None

    def quote(self, start: int, end: int) -> Quote | None:
        """A quote for a span, with context where its words occur twice; None where the gate would refuse it."""
        exact = normal_form(self.text[start:end]).strip()
        if not exact or _UNWRITABLE.search(exact):
            return None
        for quote in self._in_context(exact, start, end):
            if isinstance(found := locate(quote, self.normal), Match) and start <= found.start < found.end <= end:
                return quote
        return None

    def _in_context(self, exact: str, start: int, end: int) -> Iterator[Quote]:
        yield Quote(exact)
        before = normal_form(self.text[max(0, start - _CONTEXT) : start]).partition(" ")[2].strip()
        after = normal_form(self.text[end : end + _CONTEXT]).rpartition(" ")[0].strip()
        for prefix, suffix in ((before, None), (None, after), (before, after)):
            if (prefix or suffix) and not _UNWRITABLE.search(f"{prefix}{suffix}"):
                yield Quote(exact, prefix=prefix or None, suffix=suffix or None)
