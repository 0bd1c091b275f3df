"""Our style sheet for themes that are not ours: the same rules, held together against what the theme says.

Three things are rewritten. Selectors get a prefix that outranks any theme, so that our rules and the theme's never
mix. Lengths follow the theme's text, not its root, whose size says nothing about it: Material's is 20 pixels. And what
depends on the width of the window depends on the width of the column that the theme leaves us.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

STRONGER = ":root:not(#bs)"
"""It matches every page, and ranks with an ID."""
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BRACE = re.compile(r"([^{}]*)([{}])")
_REM = re.compile(r"(?<![\w.-])(-?(?:\d+\.?\d*|\.\d+))rem\b")
_VW = re.compile(r"(?<=\d)vw\b")
_NARROW = re.compile(r"@media \((max|min)-width: ([\d.]+)rem\)")
_GROUPS = ("@media", "@supports", "@container")
"""Rules that hold rules; what stands in any other block are declarations."""


def elsewhere(css: str) -> str:
    """The rules of our sheets, which use no braces in texts, for the middle of another theme's page."""
    return "".join(_scoped(_measured(_COMMENT.sub("", css))))


def _measured(css: str) -> str:
    """Lengths by the column and its text."""
    css = _NARROW.sub(r"@container bs-page (\1-width: \2em)", css)
    return _VW.sub("cqi", _REM.sub(r"calc(\1 * var(--_rem))", css))


def _scoped(css: str) -> Iterator[str]:
    """The same rules, each with the prefix."""
    holds_rules: list[bool] = []
    for before, brace in _BRACE.findall(css):
        if brace == "}":
            holds_rules.pop()
            yield before + brace
            continue
        head = before.strip()
        is_rule = all(holds_rules) and not head.startswith("@")
        yield "\n" + ", ".join(f"{STRONGER} {each}" for each in _selectors(head)) + " {" if is_rule else before + brace
        holds_rules.append(head.startswith(_GROUPS))
    yield "\n"


def _selectors(head: str) -> Iterator[str]:
    """The selectors of a list; those in brackets belong to one."""
    depth, start = 0, 0
    for place, character in enumerate(head):
        depth += (character in "([") - (character in ")]")
        if character == "," and not depth:
            yield head[start:place].strip()
            start = place + 1
    yield head[start:].strip()
