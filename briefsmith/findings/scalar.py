"""A text as a YAML scalar, in the style in which the old one was written, so that a fix changes the words alone."""

from __future__ import annotations

import json
import re

_WORD = re.compile(r"\S+")
_PLAIN = re.compile(r"[^\W_][^#:\n\"'\[\]{},&*!|>%@`]*(?<!\s)")


def scalar(text: str, style: str, indent: int) -> str:
    """The text in a style: `''` for plain, or its quotation mark, `|`, `>`.

    `indent` is that of a block's lines, in spaces. What cannot be said in the old style is put in double quotation
    marks, which can say everything. A block that is there already is `reworded`.
    """
    if style == ">":
        return f">-\n{' ' * indent}{text}"
    if style == "'":
        return "'" + text.replace("'", "''") + "'"
    if style == "" and _PLAIN.fullmatch(text):
        return text
    return quoted(text)


def quoted(text: str) -> str:
    """A text in double quotation marks."""
    return json.dumps(text, ensure_ascii=False)


def inside(text: str, style: str) -> str:
    """Words as they are written inside a scalar of this style."""
    if style == "'":
        return text.replace("'", "''")
    return quoted(text)[1:-1] if style == '"' else text


def reworded(block: str, text: str) -> str:
    """A block (`|` or `>`, its first line included) with the words of the text in the place of its own.

    The first line, with a comment that stands on it, the indentation and the ends of lines stay. As many words as
    before keep their lines; else all stand on one.
    """
    header, end, body = _parts(block)
    words = text.split()
    if len(_WORD.findall(body)) == len(words):
        left = iter(words)
        return header + end + _WORD.sub(lambda _: next(left), body)
    indent = body[: len(body) - len(body.lstrip(" \r\n"))].rpartition("\n")[2]
    return header + end + indent + text


def _parts(block: str) -> tuple[str, str, str]:
    header = block.splitlines()[0]
    end = "\r\n" if block.startswith("\r\n", len(header)) else block[len(header) : len(header) + 1]
    return header, end, block[len(header) + len(end) :]
