"""Why a text is no quantity, and what its writer most likely meant."""

from __future__ import annotations

import re

from briefsmith.values.bad_value import BadValue, shown

GRAMMAR = (
    "write `[about|over|at least|up to|…] number [to number] [thousand|million|billion|trillion] [% | code | noun]`, "
    "as in `nearly 210 billion USD`"
)
"""The cure where nothing better can be guessed."""

DECIMAL = "a comma groups three digits (`1,500`) and a point begins the decimals (`1.5`)"


class QuantityError(BadValue):
    """A text with a number in it that the grammar of quantities does not know."""


def diagnose(text: str) -> QuantityError:
    """Explain a text with digits in it that is no quantity."""
    for pattern, what, cure in _TROUBLES:
        if match := re.fullmatch(pattern, text, re.IGNORECASE):
            return QuantityError(f"{shown(text)} {what}", match.expand(cure))
    return QuantityError(f"{shown(text)} is no quantity", GRAMMAR)


_REST = r"(.*)"
_CODES = {"$": "USD", "€": "EUR", "£": "GBP", "₽": "RUB", "₴": "UAH", "¥": "JPY"}

# Tried in this order: pattern, what is wrong, the cure (in which \1 is the first group of the pattern).
_TROUBLES = (
    *((rf"(.*){re.escape(sign)} ?([0-9].*)", "has its currency in front", rf"write `\1\2 {code}` if `{code}` is meant")
      for sign, code in _CODES.items()),
    (r"([A-Z]{3}) ([0-9].*)", "has its unit in front", r"write `\2 \1`"),
    (r"([0-9.,]+) ?[-‐-―] ?([0-9.,]+)(.*)", "has a dash for a range", r"write `\1 to \2\3`"),
    (r"between (.+?) ?[-‐-―] ?(.+)", "has a dash for a range", r"write `between \1 and \2`"),
    (rf"(?:~|≈|ca?\. ?|circa |approximately |around |roughly |some ){_REST}", "is no quantity", r"write `about \1`"),
    (rf"(?:>|above |upwards of |in excess of ) ?{_REST}", "is no quantity", r"write `over \1`"),
    (rf"(?:<|less than |fewer than |below ) ?{_REST}", "is no quantity", r"write `under \1`"),
    (rf"(?:≥|>=|minimum |a minimum of |no less than ) ?{_REST}", "is no quantity", r"write `at least \1`"),
    (rf"(?:≤|<=|at most |maximum |no more than ) ?{_REST}", "is no quantity", r"write `up to \1`"),
    (r".*[0-9],[0-9].*|.*[0-9]\.[0-9]+\.[0-9].*", "has digits that cannot be grouped", DECIMAL),
    (r"(.*[0-9] ?%) .+", "goes on after its unit", r"write `\1`, and what is measured into `figure`"),
    (r".*[0-9].* [0-9].*", "has more than one number", "write one number, or two with `to`: `20 to 30`"),
)  # fmt: skip
