"""A text as a YAML scalar, in the style in which the old one was written, so that a fix changes the words alone."""

from __future__ import annotations

import json
import re

_PLAIN = re.compile(r"[^\W_][^#:\n\"'\[\]{},&*!|>%@`]*(?<!\s)")


def scalar(text: str, style: str, indent: int) -> str:
    """The text in a style: `''` for plain, or its quotation mark, `|`, `>`.

    `indent` is that of a block's lines, in spaces. What cannot be said in the old style is put in double quotation
    marks, which can say everything.
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
