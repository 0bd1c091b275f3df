"""The normal form of a text, and the way back to the file."""

from __future__ import annotations

import sys
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefsmith.text.normal import NormalText, folded_form, normal_form

SPACES = " \t\n\r\x0b\x0c\u0085\u00a0\u1680\u2000\u2003\u2007\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u061c\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
MIXED = st.text(
    st.sampled_from(
        "abé\u00e9e\u0301\u0327\u0323oKÅ\u212bий\u0438\u0306אָ\u05d0\u05b8عَक़\u0915\u093c각\u1100\u1161\u11a8\uac00中’'“—…\u00ad`"
        + SPACES
        + INVISIBLE
    ),
    max_size=40,
)


@pytest.mark.parametrize("space", SPACES)
def test_white_space_of_every_kind_is_one_space(space: str) -> None:
    """Runs of it, too."""
    assert normal_form(f"a{space}b") == normal_form(f"a {space}{space}b") == "a b"


@pytest.mark.parametrize("character", INVISIBLE)
def test_invisible_marks_are_dropped(character: str) -> None:
    """Inside words and beside spaces."""
    assert normal_form(f"{character}a{character}b {character} c{character}") == "ab c"


def test_a_letter_and_its_mark_are_one_also_across_an_invisible_mark() -> None:
    """Composing comes last, so that the form of a form is itself."""
    assert normal_form("e\u200d\u0301") == "\u00e9"


@pytest.mark.parametrize("wide", ["Ａ", "ﬁ", "①", "½"])
def test_compatibility_characters_stay(wide: str) -> None:
    """NFC, never NFKC: a ligature or a wide letter is another character."""
    assert normal_form(wide) == wide


def test_case_stays() -> None:
    """Neither form folds case."""
    assert folded_form("Russia RUSSIA russia") == "Russia RUSSIA russia"


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("‘a’ ‚b‛ ‹c› ʼd `e´", "'a' 'b' 'c' 'd 'e'"),
        ("“a” „b‟ «c»", '"a" "b" "c"'),
        ("a‐b‑c‒d–e—f―g−h", "a-b-c-d-e-f-g-h"),
        ("wait…", "wait..."),
        ("co\u00adoperate", "cooperate"),
    ],
)
def test_typographic_twins_are_folded(text: str, folded: str) -> None:
    """Quotation marks, apostrophes, dashes, the ellipsis, soft hyphens."""
    assert folded_form(text) == folded


@given(MIXED)
def test_forms_are_their_own_forms(text: str) -> None:
    """Doing it twice changes nothing."""
    assert normal_form(normal_form(text)) == normal_form(text)
    plain = text.replace("\u00ad", "")
    assert folded_form(folded_form(plain)) == folded_form(plain)


@given(MIXED)
def test_a_text_has_the_form_of_its_words(text: str) -> None:
    """The mapped forms are the plain ones, but for outer spaces."""
    mapped = NormalText(text)
    assert mapped.normal.strip() == normal_form(text)
    assert mapped.folded.strip() == folded_form(text)


@given(MIXED)
def test_every_span_leads_back_to_its_own_words(text: str) -> None:
    """The slice of the file that belongs to a span holds the span's words."""
    mapped = NormalText(text)
    letters = [index for index, each in enumerate(mapped.normal) if not unicodedata.category(each).startswith("M")]
    for start, end in pairwise([*letters, len(mapped.normal)]):
        first, last = mapped.source_span(start, end)
        assert 0 <= first < last <= len(text)
        assert normal_form(mapped.normal[start:end]) in normal_form(text[first:last])


@given(MIXED)
def test_spans_lie_as_the_forms_do(text: str) -> None:
    """What comes later in the normal form comes later in the file."""
    mapped = NormalText(text)
    starts = [mapped.source_span(index, index + 1)[0] for index in range(len(mapped.normal))]
    assert starts == sorted(starts)


def test_composing_by_pieces_is_composing_the_whole() -> None:
    """Every canonical composition of this Unicode version is made within one piece."""
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        parts = unicodedata.normalize("NFD", character)
        if len(parts) > 1 and not 0xAC00 < code < 0xD7A3 - 40:
            text = f"x{parts}x{parts}\u0323"
            assert NormalText(text).normal == unicodedata.normalize("NFC", text), hex(code)
