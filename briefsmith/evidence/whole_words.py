"""Rows of alternatives that stand as whole words, without regard to case."""

from __future__ import annotations

import re
from functools import cache


@cache
def whole_words(alternatives: str) -> re.Pattern[str]:
    """The pattern for a row of alternatives of a regular expression."""
    return re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-])", re.IGNORECASE)
