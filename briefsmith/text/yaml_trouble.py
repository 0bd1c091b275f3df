"""Why a text is no YAML, and what its writer most likely meant: the parser's complaint made useful to an editor."""

from __future__ import annotations

import re

import yaml

NO_SPACE = re.compile(r"\s*(?:- )?[a-z][a-z0-9_-]*:\S")
"""A line whose colon lacks the space behind it."""

_NO_SPACE_BEHIND_DASH = re.compile(r"\s*-\w")
_KEY = re.compile(r"^\s*(?:- +)?(?:[\w-]+:(?: +|$))?")
_CLOSING = {"[": "]", "{": "}"}
_TOLD_WHERE_IT_BEGINS = ("quoted scalar", "a flow ", "simple key")
_AFTER_QUOTE = "text after the closing quotation mark: write the value as a `>-` block"


_NO_DASH = "write a dash before this line: each item of a list begins with `- `"
_OF_LINE_ABOVE = (
    "write a space behind the dash",
    "write a space behind the colon",
    "this line is no `key: value`: a colon is missing, or it belongs to the text above",
)


def diagnose(text: str, error: yaml.MarkedYAMLError, quote_end: int | None) -> tuple[str, str, int]:
    """The complaint, the cure, and the offset to show.

    `quote_end` is where the value that was read last ends, if it stands in quotation marks.
    """
    problem = " ".join(part for part in (error.problem, error.context) if part)
    stopped = _offset(error.problem_mark or error.context_mark, text)
    told_early = error.context_mark is not None and any(word in problem for word in _TOLD_WHERE_IT_BEGINS)
    offset = _offset(error.context_mark, text) if told_early else stopped
    if quote_end is not None and quote_end <= stopped and not text[quote_end:stopped].strip(" "):
        return problem, _AFTER_QUOTE, stopped
    if (first := _without_dash(text, error)) is not None:
        return problem, _NO_DASH, first
    before, line = _lines_at(text, offset)
    cure = _cure(before, line, problem)
    return problem, cure, _in_line_above(text, offset, before) if cure in _OF_LINE_ABOVE else offset


def _without_dash(text: str, error: yaml.MarkedYAMLError) -> int | None:
    """Where the first item of a list begins, if the parser stopped at a later one because the first has no dash."""
    mark = error.problem_mark
    if mark is None or text[mark.index : mark.index + 2] != "- ":
        return None
    first = mark.index - mark.column
    while first > 0:
        start = text.rfind("\n", 0, first - 1) + 1
        line = text[start:first].rstrip()
        indent = len(line) - len(line.lstrip())
        if line and indent < mark.column:
            below = re.compile(r"\s*").match(text, first)
            is_item = below is None or text[below.end()] == "-"
            return None if is_item or below is None else below.end()
        first = start
    return None


def _in_line_above(text: str, offset: int, before: str) -> int:
    """The first character of the line above, where that is the one to be mended."""
    start = text.rfind(before, 0, offset)
    return start + len(before) - len(before.lstrip())


def _offset(mark: yaml.Mark | None, text: str) -> int:
    return min(mark.index, len(text)) if mark else 0


def _lines_at(text: str, offset: int) -> tuple[str, str]:
    """The last line above an offset that is not blank, and the line at it."""
    above = text[:offset].splitlines(keepends=True)
    begun = above.pop() if above and not above[-1].endswith(("\n", "\r")) else ""
    rest = text[offset:].splitlines()
    before = next((line for line in reversed(above) if line.strip()), "")
    return before.rstrip(), begun + (rest[0] if rest else "")


def _cure(before: str, line: str, problem: str) -> str:
    """The cure for the mistakes that editors make most, told from two lines and the parser's complaint."""
    value = _KEY.sub("", line).strip()
    first, closing = value[:1], _CLOSING.get(value[:1], "")
    goes_on = bool(closing) and closing in value and not value.endswith(closing)
    cures = (
        ("\t" in line[: len(line) - len(line.lstrip())] or "\\t" in problem, "indent with spaces: YAML allows no tab"),
        (
            first in {"%", "@", "`"} or value[:2] in {"? ", "- "},
            f"put the value in quotation marks: it begins with {first}",
        ),
        (first == ">" and value[1:2].isdigit(), "put the value in quotation marks, or write `over` for `>`"),
        (first in {"|", ">"}, f"put the text of a `{first}` block on the lines below, indented"),
        ("quoted scalar" in problem, "this quotation mark is never closed; a `>-` block needs none"),
        (first in {"*", "&", "!"}, f"a value that begins with `{first}` needs quotation marks"),
        (goes_on, f"text after the closing `{closing}`: put the whole value in quotation marks"),
        ("mapping values" in problem, _colon_help(before, line)),
        ("?" in line and "{" in line, "a question inside `{…}` is no YAML: write one field a line"),
        (
            "expected ':'" in problem and NO_SPACE.match(line) is not None,
            "write a space behind the colon: `key: value`",
        ),
        (_NO_SPACE_BEHIND_DASH.match(line) is not None, "write a space behind the dash: `- key: …`"),
        ("expected ':'" in problem, "write `key: value`; text that goes on from the line above must be indented"),
        ("block collection" in problem or "block mapping" in problem, "check the indentation against the lines above"),
        ("flow" in problem, "this bracket is never closed, or a value in it holds a comma, colon or bracket: quote it"),
    )
    return next((cure for applies, cure in cures if applies), "look at this line and the one above it")


def _colon_help(before: str, line: str) -> str:
    """The cure for a colon that YAML does not expect."""
    if _NO_SPACE_BEHIND_DASH.match(before):
        return _OF_LINE_ABOVE[0]
    if line.count(": ") + line.endswith(":") > 1:
        return "`: ` inside plain text: put the value in quotation marks, or use a `>-` block"
    if NO_SPACE.match(before):
        return _OF_LINE_ABOVE[1]
    if ":" not in before:
        return _OF_LINE_ABOVE[2]
    return "this line is indented further than the key above that it belongs beside: align them"
