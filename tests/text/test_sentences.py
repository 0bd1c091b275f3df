"""Sentences: where they end, what they are called, and that none of the text falls between them."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefsmith.text.sentences import split_sentences

ARTICLE = (Path(__file__).parents[2] / "seeds" / "000_333ef43267682ee5.txt").read_bytes().decode()

MAIL = """\
The delegations met again in Port Sella on the second of March, and
Belmark asked for the gates to be opened, which is what it has asked
Arven for since the drought. The minister of water said that nothing
Would change before June.
"""


def sentences(text: str, language: str = "en") -> list[str]:
    """The sentences of a text, as it has them."""
    return [text[each.start : each.end] for each in split_sentences(text, language)]


@pytest.mark.parametrize("gap", ["\n\n", "\r\n\r\n", "\r\r", "\n \t\n", "\n\u00a0\n", "\n\n\n\n", "\r\n \r\n"])
def test_a_blank_line_always_ends_a_sentence(gap: str) -> None:
    """Also where no punctuation stands before it, and however its line ends are written."""
    assert sentences(f"the dam{gap}and the gates") == ["the dam", "and the gates"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [".", "!", "?", "…", ".”", '."', ".)", "。", "！", "؟", "।", "።"])
def test_a_line_break_after_punctuation_ends_a_sentence(mark: str, end: str) -> None:
    """A single line break is enough after sentence punctuation, in any script, closing marks included."""
    assert sentences(f"the dam{mark}{end}and the gates.") == [f"the dam{mark}", "and the gates."]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_line_break_inside_a_sentence_is_a_space(end: str) -> None:
    """Wire copy breaks sentences over lines."""
    line = "Moscow believes that the occupied territory is now legally a part of Russia, and it says so daily, but"
    text = f"{line}{end}Kyiv does not."
    assert sentences(text) == [text]


def test_the_broken_sentence_of_the_article_is_one() -> None:
    """The first article breaks a sentence after `but`, before a capital."""
    broken = next(each for each in sentences(ARTICLE) if each.startswith("Moscow believes"))
    assert broken.endswith("but\nKyiv and its Western partners have said they will never recognize it.")


def test_the_article_has_its_sentences() -> None:
    """Each begins with a capital, and their number is known."""
    found = sentences(ARTICLE)
    assert len(found) == 21
    assert all(each[0].isupper() for each in found)


def test_a_headline_is_a_sentence() -> None:
    """A short line without final punctuation, before a capital."""
    assert sentences("Dam stays closed\nThe minister said no.") == ["Dam stays closed", "The minister said no."]
    assert sentences("Dam stays closed\n“No,” he said.") == ["Dam stays closed", "“No,” he said."]


@pytest.mark.parametrize(
    "text",
    [
        "Dam stays closed\nthe minister said no.",
        "Dam stays closed,\nHolt said.",
        "The delegations of Arven and Belmark met on 2 March in the old customs house of Port Sella,\nHolt said.",
        "A line of more than ninety characters is no headline, because nobody would set one so very wide\nThe end.",
    ],
)
def test_no_headline(text: str) -> None:
    """What goes on with a small letter, ends with a comma or is long is no headline."""
    assert sentences(text) == [text]


def test_lines_filled_to_a_width_are_no_headlines() -> None:
    """In hard-wrapped text a short line before a capital is the middle of a sentence."""
    found = [" ".join(each.split()) for each in sentences(MAIL)]
    assert found == [
        "The delegations met again in Port Sella on the second of March, and Belmark asked for the gates to be opened, "
        "which is what it has asked Arven for since the drought.",
        "The minister of water said that nothing Would change before June.",
    ]


def test_hard_wrapped_text_is_the_same_with_cr_lf() -> None:
    """The kind of line end changes no sentence."""
    assert [each.replace("\r\n", "\n") for each in sentences(MAIL.replace("\n", "\r\n"))] == sentences(MAIL)


def test_markdown_structure_ends_sentences() -> None:
    """Headings, items and rows are for themselves; an item and a quotation may go on over lines."""
    text = "# Dam\nThe text goes\non here\n\n- one item\n- another that\n  goes on\n1. first\n2. second\n| a |\n| c |"
    assert sentences(text) == [
        "# Dam",
        "The text goes\non here",
        "- one item",
        "- another that\n  goes on",
        "1. first",
        "2. second",
        "| a |",
        "| c |",
    ]
    assert sentences("He\n> one line that\n> goes on. Second.") == ["He", "> one line that\n> goes on.", "Second."]


@pytest.mark.parametrize("mark", ["*", "_", "**", "__", "***", "~~"])
def test_emphasis_ends_with_its_sentence(mark: str) -> None:
    """The mark that closes emphasis stays with what it emphasises, within a line and at its end."""
    assert sentences(f"{mark}He said no.{mark} Then he left.") == [f"{mark}He said no.{mark}", "Then he left."]
    assert sentences(f"He said {mark}never!{mark} Then he left.") == [f"He said {mark}never!{mark}", "Then he left."]
    assert sentences(f"{mark}He said no.{mark}\nThen he left.") == [f"{mark}He said no.{mark}", "Then he left."]
    assert sentences(f"“{mark}No.{mark}” Then he left.") == [f"“{mark}No.{mark}”", "Then he left."]


@pytest.mark.parametrize("mark", ["*", "_", "**", "__", "~~"])
def test_emphasis_begins_with_its_sentence(mark: str) -> None:
    """The mark that opens emphasis belongs to what follows."""
    assert sentences(f"He said no. {mark}Then{mark} he left.") == ["He said no.", f"{mark}Then{mark} he left."]


def test_a_year_at_the_beginning_of_a_line_is_no_item() -> None:
    """`1986.` ends a sentence; it does not begin a list."""
    assert sentences("in the year\n1986. A year later it ended.") == ["in the year\n1986.", "A year later it ended."]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["He met Mr. Smith and Dr. Jones of the U.S. Army.", "They left at 5 p.m. on Jan. 5.", "No."]),
        ("en", ["The dam is 1.5 km long.", "It cost $2.3 billion, i.e. too much."]),
        ("ru", ["А. С. Пушкин жил в г. Москве.", "Он писал т. е. сочинял.", "Вот так!"]),
        ("ar", ["قال الوزير نعم.", "هل تقبل روسيا؟", "لا."]),
        ("hi", ["उसने कहा नहीं।", "वह चला गया।"]),
        ("de", ["Das sind z. B. zwei.", "Am 3. März ging er."]),
        ("fr", ["M. Macron est parti.", "M. Barnier reste."]),
    ],
)
def test_abbreviations_do_not_end_sentences(language: str, expected: list[str]) -> None:
    """Sentences of one line, in several languages."""
    assert sentences(" ".join(expected), language) == expected


@pytest.mark.parametrize(
    ("language", "expected"), [("zh", ["他说不。", "她说是！", "真的吗？"]), ("ja", ["彼は言った。", "行く。"])]
)
def test_scripts_without_spaces(language: str, expected: list[str]) -> None:
    """A sentence ends with its mark, though no space follows."""
    assert sentences("".join(expected), language) == expected


def test_a_line_that_ends_with_a_sentence_ends_a_paragraph() -> None:
    """Paragraphs are counted from 0."""
    found = split_sentences("One. Two.\nThree.\n\nFour,\nfive.")
    assert [each.paragraph for each in found] == [0, 0, 1, 2]


def test_anchors_survive_reordering() -> None:
    """An anchor comes from the words, not from the place."""
    one = {each.anchor for each in split_sentences("The dam is shut.\nThe gates are open.")}
    other = {each.anchor for each in split_sentences("The gates  are\nopen.\n\nThe dam is shut.")}
    assert one == other
    assert all(re.fullmatch("s-[0-9a-f]{8}", anchor) for anchor in one)


def test_equal_sentences_are_told_apart_in_their_order() -> None:
    """The second gets `-2`."""
    first, second, third = (each.anchor for each in split_sentences("No. No. No."))
    assert (second, third) == (f"{first}-2", f"{first}-3")


WORDS = (
    "Russia",
    "said",
    "no",
    "Mr.",
    "U.S.",
    "5.",
    "end.",
    "Кто?",
    "他说。",
    "نعم؟",
    "है।",
    "# ",
    "- ",
    "> ",
    "|",
    "“",
    "”",
)
GAPS = ("\n", "\n\n", "\r\n", "\r", " ", "\u00a0", "\u2028", "\t", "\x0b", "\u200f", "\ufeff", "\u00ad", "e\u0301")
PIECES = st.sampled_from([*WORDS, *GAPS])


@given(
    st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=60), st.sampled_from(["en", "ru", "zh", "ar", "x"])
)
def test_every_visible_character_stands_in_one_sentence(text: str, language: str) -> None:
    """Sentences are in order, do not overlap, have no outer space, and leave only white space between them."""
    done = 0
    for each in split_sentences(text, language):
        assert done <= each.start < each.end
        assert not text[done : each.start].strip()
        assert text[each.start : each.end] == text[each.start : each.end].strip()
        done = each.end
    assert not text[done:].strip()


@pytest.mark.parametrize(
    "text", ["Ab went. " * 50_000, "Ab\n" * 50_000, "\n" * 300_000 + "x", "a" * 500_000, " \n" * 150_000]
)
def test_long_texts_take_no_time(text: str) -> None:
    """Time grows with the length only."""
    began = time.perf_counter()
    split_sentences(text)
    assert time.perf_counter() - began < 5
