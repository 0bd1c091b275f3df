"""Texts in every coding, and nonsense: places are told in the agreed units, and nothing ends the server."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.lsp.desk import Desk
from tests.sites import EXAMPLE, SHEET, write_site


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The manual's example."""
    return write_site(tmp_path / "small")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8", "utf-32", None])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_places_are_counted_as_was_agreed(small: Path, encoding: str | None, end: str, mark: str) -> None:
    """With signs beyond the basic plane, both line ends, and a byte-order mark in front."""
    line = 'questions: [{question: "𝔸𝔹𝔸 и?", answer: nobody}]'
    assert "questions:" not in EXAMPLE[SHEET]
    text = mark + EXAMPLE[SHEET].replace("\n", end) + line + end
    with Desk(small, encodings=[encoding] if encoding else None) as desk:
        assert desk.capabilities["positionEncoding"] == (encoding or "utf-16")
        (found,) = desk.open(SHEET, text)
    start, stop = found["range"]["start"], found["range"]["end"]
    assert text.split(end)[start["line"]] == line
    column = _units(line[: line.index("nobody")], encoding)
    assert (start["character"], stop["character"]) == (column, column + len("nobody"))


def _units(text: str, encoding: str | None) -> int:
    """How many of the agreed units a text has; UTF-16 where nothing was agreed."""
    return {"utf-8": len(text.encode()), "utf-32": len(text)}.get(encoding or "", len(text.encode("utf-16-le")) // 2)


@pytest.mark.parametrize("text", ["", "\x00", "- a", "a: *b", "[" * 3000, "\ud800", "\u2028a: b\x85", "a:\n\t- b"])
def test_nothing_that_is_typed_ends_the_server(small: Path, text: str) -> None:
    """Nor does asking about it."""
    with Desk(small) as desk:
        desk.open(SHEET, text)
        where = {"textDocument": {"uri": desk.uri(SHEET)}, "position": {"line": 9, "character": 9}}
        for method in ("hover", "definition", "completion", "documentSymbol"):
            desk.ask(f"textDocument/{method}", where)
        assert desk.type(SHEET, EXAMPLE[SHEET]) == []
