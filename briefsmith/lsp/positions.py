"""Places as the protocol counts them: lines from 0, columns in the units that editor and server agreed on."""

from __future__ import annotations

import re
from bisect import bisect_right

from lsprotocol import types
from pygls.workspace import PositionCodec

_LINE_END = re.compile(r"\r\n|\r|\n")
_MARK = "\ufeff"


class Lines:
    """The lines of one text, and the way between its offsets and the protocol's positions.

    Offsets count code points of the text without its byte-order mark, as everywhere else. An editor that keeps the
    mark in its text counts it, too. Only CR, LF and CR LF end a line in the protocol, whatever Unicode says of others.
    """

    def __init__(self, text: str, codec: PositionCodec) -> None:
        """Take the text as the editor has it."""
        self.text = text.removeprefix(_MARK)
        self._mark = len(text) - len(self.text)
        self._units = codec.impl
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def position(self, offset: int) -> types.Position:
        """The position of an offset."""
        line = bisect_right(self._starts, offset) - 1
        before = self.text[self._starts[line] : offset]
        return types.Position(line, self._units.num_units(before) + self._hidden(line))

    def range(self, start: int, end: int) -> types.Range:
        """The range of a half-open span."""
        return types.Range(self.position(start), self.position(end))

    def offset(self, position: types.Position) -> int:
        """The offset of a position; one behind the end of its line, or in the middle of a character, is moved back."""
        if position.line >= len(self._starts):
            return len(self.text)
        start, left = self._starts[position.line], position.character - self._hidden(position.line)
        for index, character in enumerate(self.line(start)):
            left -= self._units.code_units_for_char(character)
            if left < 0:
                return start + index
        return start + len(self.line(start))

    def line(self, offset: int) -> str:
        """The line in which an offset lies, without its end."""
        start = self.line_start(offset)
        end = _LINE_END.search(self.text, start)
        return self.text[start : end.start() if end else len(self.text)]

    def line_start(self, offset: int) -> int:
        """Where the line of an offset begins."""
        return self._starts[bisect_right(self._starts, offset) - 1]

    def _hidden(self, line: int) -> int:
        return self._units.num_units(_MARK) * self._mark if line == 0 else 0
