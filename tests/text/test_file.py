"""A file as text: its encoding, and lines and columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefsmith.text.file import NotUtf8, TextFile, decode

TEXTS = ["Zelensky’s “no” – a résumé.", "Россия не примет", "plain text only", "Ελλάδα και Ουκρανία", "平和 😀 soon"]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_utf8_is_read_with_or_without_a_mark(text: str, encoding: str) -> None:
    """A byte-order mark is no part of the text."""
    assert decode("a", text.encode(encoding)).text == text


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize(
    ("encoding", "mark", "named"),
    [
        ("utf-16-le", b"\xff\xfe", "UTF-16LE"),
        ("utf-16-be", b"\xfe\xff", "UTF-16BE"),
        ("utf-32-le", b"\xff\xfe\x00\x00", "UTF-32LE"),
        ("utf-32-be", b"\x00\x00\xfe\xff", "UTF-32BE"),
    ],
)
def test_other_unicode_encodings_are_named(text: str, encoding: str, mark: bytes, named: str) -> None:
    """A byte-order mark of another encoding tells it."""
    with pytest.raises(NotUtf8) as caught:
        decode("a", mark + text.encode(encoding))
    assert caught.value.encoding == named


@pytest.mark.parametrize(("encoding", "named"), [("utf-16-le", "UTF-16LE"), ("utf-16-be", "UTF-16BE")])
@pytest.mark.parametrize("text", ["plain text only", "Россия not now", "Россия не примет условия", "\n\nab"])
def test_utf16_without_a_mark_is_told_by_its_nuls(text: str, encoding: str, named: str) -> None:
    """Where the zero bytes stand tells the order of bytes."""
    with pytest.raises(NotUtf8) as caught:
        decode("a", text.encode(encoding))
    assert caught.value.encoding == named


@pytest.mark.parametrize(
    ("text", "encoding", "named", "offset"),
    [
        ("Россия не примет", "cp1251", "CP1251", 0),
        ("Said: Россия не примет", "cp1251", "CP1251", 6),
        ("a résumé", "latin-1", "Latin-1", 3),
        ("Zelensky’s", "cp1252", "CP1252", 8),
    ],
)
def test_one_byte_encodings_are_guessed(text: str, encoding: str, named: str, offset: int) -> None:
    """The message names the likely encoding and the first byte that does not fit."""
    with pytest.raises(NotUtf8) as caught:
        decode("a", text.encode(encoding))
    assert (caught.value.encoding, caught.value.offset) == (named, offset)


@given(st.binary(max_size=40))
def test_bytes_are_text_or_refused(data: bytes) -> None:
    """Any bytes decode or raise NotUtf8, nothing else."""
    try:
        text = decode("a", data).text
    except NotUtf8:
        return
    assert text.encode() == data.removeprefix(b"\xef\xbb\xbf")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_in_three_ways(end: str) -> None:
    """Lines and columns count from 1, columns in code points."""
    file = TextFile("a", f"één{end}日本 x{end}")
    assert file.position(0) == (1, 1)
    assert file.position(file.text.index("x")) == (2, 4)
    assert file.position(len(file.text)) == (3, 1)
    assert [file.line(number) for number in (1, 2, 3, 4)] == ["één", "日本 x", "", ""]


@given(st.text(alphabet="ab\r\né", max_size=20))
def test_positions_rise_with_offsets(text: str) -> None:
    """No two offsets have the same position, and none steps back."""
    file = TextFile("a", text)
    places = [file.position(offset) for offset in range(len(text) + 1)]
    assert places == sorted(set(places))
