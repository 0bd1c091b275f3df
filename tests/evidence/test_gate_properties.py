"""Properties of the quote gate over texts of several scripts: what stands there is found, what does not is not."""

from __future__ import annotations

import re
from itertools import pairwise

from hypothesis import assume, example, given
from hypothesis import strategies as st

from briefsmith.evidence.matching import Match, MatchKind, Miss, MissKind, locate
from briefsmith.model.evidence import Quote
from briefsmith.text.normal import NormalText, folded_form, normal_form

SCRIPTS = (
    "abcdefghijklmnopqrstuvwxyzABCDRé\u00df",
    "абвгдежзийклРёї",
    "αβγδεζΕάώ",
    "ابتثجحرسلمنوية",
    "אבגדהולשת",
    "कखगनमरस",
    "각난단",
)
MARKS = ("\u0301", "\u0308", "\u0323", "\u064e", "\u05b8", "\u0940", "\u093c")
JAMO = st.tuples(
    st.sampled_from("\u1100\u1102\u1112"), st.sampled_from("\u1161\u1165"), st.sampled_from(["", "\u11a8", "\u11ab"])
)
SPACES = (" ", "\n", "\r\n", "\u00a0", "\u202f", "  ", " \u200b", "\u200f ", "\t", "\u2028", "\n\n")
INSIDE = ("\u200b", "\u200d", "\u2060", "\u200e")
NUMBERS = ("2014", "1,500", "19%", "3.5", "10-15", "-5", "٣", "12:30")
MARKED = ("“{}”", "«{}»", "({})", "{},", "{}.", "{}’s", "{}…", "non-{}", "{}—", "co\u00ad{}")


@st.composite
def words(draw: st.DrawFn) -> str:
    """A word of one script, at times with marks, jamo, an invisible character inside or punctuation around it."""
    kind = draw(st.integers(0, 9))
    if kind == 0:
        return draw(st.sampled_from(NUMBERS))
    if kind == 1:
        return "".join("".join(syllable) for syllable in draw(st.lists(JAMO, min_size=1, max_size=3)))
    word = draw(st.text(draw(st.sampled_from(SCRIPTS)), min_size=1, max_size=6))
    if kind == 2:
        word += draw(st.sampled_from(MARKS))
    if kind == 3:
        word = word[:1] + draw(st.sampled_from(INSIDE)) + word[1:]
    return draw(st.sampled_from(MARKED)).format(word) if kind in (4, 5) else word


@st.composite
def articles(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]]]:
    """A text and the spans of its words."""
    text, spans = "", []
    for word in draw(st.lists(words(), min_size=3, max_size=14)):
        text += draw(st.sampled_from(SPACES)) if text else ""
        spans.append((len(text), len(text) + len(word)))
        text += word
    return text, spans


@st.composite
def slices(draw: st.DrawFn) -> tuple[str, int, int]:
    """A text and a run of whole words in it."""
    text, spans = draw(articles())
    first = draw(st.integers(0, len(spans) - 1))
    last = draw(st.integers(first, len(spans) - 1))
    return text, spans[first][0], spans[last][1]


@given(slices())
@example(("a \u1112\u1161\u11ab b", 2, 5))
def test_every_run_of_whole_words_is_found(case: tuple[str, int, int]) -> None:
    """Once, or refused as ambiguous; the span's words are the quote's own."""
    text, start, end = case
    result = locate(Quote(text[start:end]), NormalText(text))
    if isinstance(result, Miss):
        assert result.kind is MissKind.TWICE
        assert len(result.spans) > 1
        assert all(normal_form(text[slice(*span)]) == normal_form(text[start:end]) for span in result.spans)
        return
    assert result.kind is MatchKind.EXACT
    assert normal_form(text[result.start : result.end]) == normal_form(text[start:end])


@given(slices())
def test_a_run_typed_in_plain_characters_is_found(case: tuple[str, int, int]) -> None:
    """With straight quotation marks, hyphens and full stops in the place of typographic ones."""
    text, start, end = case
    plain = folded_form(text[start:end])
    assume(plain)
    result = locate(Quote(plain), NormalText(text))
    if isinstance(result, Miss):
        assert result.kind is MissKind.TWICE
    else:
        assert folded_form(text[result.start : result.end]) == plain


@given(slices(), st.sampled_from(("prefix", "suffix")))
def test_context_leads_to_the_place_it_was_taken_from(case: tuple[str, int, int], side: str) -> None:
    """All that stands before a quote, or behind it, singles it out."""
    text, start, end = case
    prefix, suffix = (text[:start], None) if side == "prefix" else (None, text[end:])
    assume(normal_form(prefix or suffix or ""))
    result = locate(Quote(text[start:end], prefix=prefix, suffix=suffix), NormalText(text))
    if isinstance(result, Match):
        found = text[result.start : result.end]
        assert normal_form(found) == normal_form(text[start:end])
        assert not text[min(start, result.start) : max(start, result.start)].strip(_TRIMMED)
    else:
        assert result.kind is MissKind.TWICE


_TRIMMED = "\u200b\u200c\u200d\u200e\u200f\u2060 \u00a0\n\r\t\u202f\u2028"


@st.composite
def altered(draw: st.DrawFn) -> tuple[str, str]:
    """A text, and a quote from it with one letter, digit or case changed, two words swapped or one left out."""
    text, start, end = draw(slices())
    exact = normal_form(text[start:end])
    parts = exact.split(" ")
    kind = draw(st.sampled_from(("letter", "digit", "case", "swap", "drop", "add")))
    at = draw(st.integers(0, max(0, len(exact) - 1)))
    if kind == "case":
        return text, exact[:at] + exact[at : at + 1].swapcase() + exact[at + 1 :]
    if kind == "swap" and len(parts) > 1:
        index = draw(st.integers(0, len(parts) - 2))
        parts[index : index + 2] = parts[index + 1], parts[index]
        return text, " ".join(parts)
    if kind == "drop" and len(parts) > 2:
        del parts[draw(st.integers(1, len(parts) - 2))]
        return text, " ".join(parts)
    if kind == "digit":
        return text, re.sub(r"\d", lambda digit: str((int(digit[0]) + 1) % 10), exact, count=1)
    letter = draw(st.sampled_from("aбα中x7"))
    return text, exact[:at] + letter + exact[at + (kind == "letter") :]


@given(altered())
def test_an_altered_quote_is_accepted_only_where_it_stands(case: tuple[str, str]) -> None:
    """What is accepted stands in the source, letter for letter, typographic twins apart."""
    text, exact = case
    result = locate(Quote(exact), NormalText(text))
    if isinstance(result, Match):
        assert folded_form(text[result.start : result.end]) == folded_form(exact)
    if folded_form(exact) not in NormalText(text).folded:
        assert isinstance(result, Miss)
        assert result.kind is not MissKind.TWICE


@given(st.text(max_size=30), st.text(max_size=60), st.text(max_size=4), st.text(max_size=4))
def test_any_quote_in_any_text_is_decided(exact: str, text: str, prefix: str, suffix: str) -> None:
    """Nothing raises, and spans lie in the file, in order."""
    result = locate(Quote(exact, prefix=prefix, suffix=suffix), NormalText(text))
    spans = [(result.start, result.end)] if isinstance(result, Match) else list(result.spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one < other for one, other in pairwise(spans))
