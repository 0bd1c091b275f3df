"""A text file as it was read, and the lines and columns in it."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

_LINE_END = re.compile(r"\r\n|\r|\n")
_BYTE_ORDER_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32LE"),
    (b"\x00\x00\xfe\xff", "UTF-32BE"),
    (b"\xff\xfe", "UTF-16LE"),
    (b"\xfe\xff", "UTF-16BE"),
)
_CYRILLIC_IN_CP1251 = re.compile(rb"[\xe0-\xff]{3}")
_PRINTABLE_IN_CP1252 = re.compile(rb"[\x80-\x9f]")
_ONE_IN = 10
"""UTF-16 has a low byte in every second place of Latin or Cyrillic text; a single zero is a stray character."""
_LOW = re.compile(rb"[\x00-\x08\x0e-\x1f]")


class NotUtf8(ValueError):
    """The bytes are no UTF-8 text; `encoding` is the likely one, `offset` the first byte that does not fit."""

    def __init__(self, encoding: str, offset: int) -> None:
        super().__init__(f"not UTF-8; byte {offset} does not fit; probably {encoding}")
        self.encoding = encoding
        self.offset = offset


@dataclass(frozen=True)
class TextFile:
    """A decoded file. Offsets count code points of `text`: a byte-order mark is excluded, CR LF counts as two."""

    path: str
    """Where it stands, with `/`, relative to the folder of `mkdocs.yml`."""
    text: str

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1; columns count code points."""
        line = bisect_right(self._line_starts, offset)
        return line, offset - self._line_starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of line `number` (from 1), without its line end; empty past the end of the file."""
        if number > len(self._line_starts):
            return ""
        start = self._line_starts[number - 1]
        end = self._line_starts[number] if number < len(self._line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")


def decode(path: str, data: bytes) -> TextFile:
    """Decode UTF-8, with or without a byte-order mark; raises `NotUtf8` with the likely encoding otherwise."""
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            raise NotUtf8(encoding, 0)
    if (nul := data.find(b"\x00")) >= 0 and len(_LOW.findall(data)) * _ONE_IN > len(data):
        raise NotUtf8("UTF-16LE" if nul % 2 else "UTF-16BE", nul)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise NotUtf8(_likely_encoding(data), error.start) from None
    return TextFile(path, text.removeprefix("\ufeff"))


def _likely_encoding(data: bytes) -> str:
    if _CYRILLIC_IN_CP1251.search(data):
        return "CP1251"
    return "CP1252" if _PRINTABLE_IN_CP1252.search(data) else "Latin-1"
