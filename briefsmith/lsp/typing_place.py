"""Where in a sheet somebody is typing: told from the lines above, for what is half typed is seldom YAML."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINE = re.compile(
    r"(?P<indent>[ ]*(?:-[ ]+|-$)*)(?:(?P<key>[^\s#'\"\[\]{},][^#'\"\[\]{}]*?)[ ]*:(?=[ ]|$))?[ ]*(?P<rest>.*)"
)
_BLOCK = re.compile(r"[>|][+-]?\d?(?:\s+#.*)?$")
_TOKEN = re.compile(r"[\w#:.-]*$")


@dataclass(frozen=True)
class TypingPlace:
    """The keys that lead to the cursor, outermost first and without the numbers of lists, and what is typed there."""

    keys: tuple[str, ...]
    is_key: bool
    """A key is being typed, or a value that may become one."""
    start: int
    """Where the value begins that is being typed, its quotation mark included."""
    typed: str
    """From there to the cursor; of a block over several lines with the lines before."""
    indent: int
    """Columns by which the lines of a block scalar would have to be indented here."""
    style: str
    """`block` inside of a block scalar; `flow` inside of brackets; else empty."""


def typing_place(text: str, offset: int) -> TypingPlace:
    """The place of an offset."""
    start = text.rfind("\n", 0, offset) + 1
    above, before = text[:start].split("\n")[:-1], text[start:offset]
    if block := _in_block(above, before, start):
        return block
    line = _LINE.fullmatch(before)
    assert line is not None
    indent, key, rest = line["indent"], line["key"], line["rest"]
    outer = _keys_above(above, len(indent.rstrip(" ")) if indent.strip() else len(indent), indent)
    value_at = start + len(before) - len(rest)
    if flow := _in_flow(rest, value_at, (*outer, key) if key else outer, _column(indent, key)):
        return flow
    keys = (*outer, key) if key else outer
    return TypingPlace(keys, key is None, value_at, rest, _column(indent, key), "")


def _column(indent: str, key: str | None) -> int:
    """Two columns further than the key, or than the dash where an item is text alone."""
    return len(indent) + 2 if key or not indent.strip() else indent.rindex("-") + 2


def _keys_above(above: list[str], column: int, indent: str) -> tuple[str, ...]:
    """The keys that stand above a column and are indented less, outermost first."""
    keys: list[str] = []
    # An item's dash may stand in the column of the key above it.
    limit = indent.index("-") + 1 if "-" in indent else column
    for line in reversed(above):
        found = _LINE.fullmatch(line.rstrip("\r"))
        if not found or not found["key"]:
            continue
        own = len(found["indent"])
        if own < limit:
            keys.append(found["key"])
            dash = found["indent"].find("-")
            limit = dash + 1 if dash >= 0 else own
        if limit <= 0:
            break
    return tuple(reversed(keys))


def _in_block(above: list[str], before: str, start: int) -> TypingPlace | None:
    """The place, where the cursor is in a block scalar: behind a `>` or `|` on a line that is indented less."""
    column = len(before) - len(before.lstrip(" "))
    first = len(above)
    for number in range(len(above) - 1, -1, -1):
        line = above[number].rstrip("\r")
        found = _LINE.fullmatch(line)
        own = len(line) - len(line.lstrip(" "))
        if found and _BLOCK.fullmatch(found["rest"]) and own < column:
            place = typing_place("\n".join([*above[:number], line]), len("\n".join([*above[:number], line])))
            written = [each.strip() for each in above[number + 1 :]] + [before.strip()]
            begin = start - sum(len(each) + 1 for each in above[first:])
            return TypingPlace(
                place.keys,
                False,
                begin + column,
                " ".join(written).strip(),
                column,
                "block",
            )
        if line.strip() and own < column:
            return None
        first = number
    return None


def _in_flow(rest: str, at: int, keys: tuple[str, ...], indent: int) -> TypingPlace | None:
    """The place, where the cursor is in brackets that this line opens."""
    if rest[:1] not in {"[", "{"}:
        return None
    stack: list[str | None] = []
    begin, quote = 0, ""
    for index, character in enumerate(rest):
        if quote:
            quote = "" if character == quote and rest[index - 1] != "\\" else quote
        elif character in "\"'" and not rest[begin:index].strip():
            quote, begin = character, index
        elif character in "[{":
            stack.append(None)
            begin = index + 1
        elif character in "]}":
            stack = stack[:-1]
            begin = index + 1
        elif character == ",":
            stack[-1:] = [None]
            begin = index + 1
        elif character == ":" and rest[index + 1 : index + 2] in {"", " "} and stack and stack[-1] is None:
            stack[-1] = rest[begin:index].strip()
            begin = index + 1
    if not stack:
        return None
    begin += len(rest[begin:]) - len(rest[begin:].lstrip(" "))
    inner = tuple(each for each in stack if each)
    is_key = rest.rfind("{", 0, begin + 1) > rest.rfind("[", 0, begin + 1) and stack[-1] is None
    return TypingPlace((*keys, *inner), is_key, at + begin, rest[begin:], indent, "flow")


def token_before(typed: str) -> str:
    """The id, or what may become one, at the end of what is typed."""
    found = _TOKEN.search(typed)
    return found[0] if found else ""
