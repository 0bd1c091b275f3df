"""A share of a whole: `0.9` or `90 %`."""

from __future__ import annotations

from briefsmith.values.bad_value import BadValue, shown


class ShareError(BadValue):
    """A text that is no share."""


def parse_share(text: str) -> float:
    """Read a share as a number from 0 to 1; raises ShareError."""
    stripped = text.strip()
    try:
        share = float(stripped.removesuffix("%")) / (100 if stripped.endswith("%") else 1)
    except ValueError:
        share = -1
    if not 0 <= share <= 1:
        raise ShareError(f"{shown(text)} is no share between 0 and 1", "write it like 0.9 or 90 %")
    return share


def percent(share: float) -> str:
    """Write a share in whole per cent, rounded down, so that what is not reached never looks reached."""
    return f"{int(share * 100 + 1e-9)} %"
