"""The `edtf` library 5.0.2 as a second opinion on EDTF levels 0 and 1, and a list of where it is not followed.

It is not asked where it is known to be wrong or to differ on purpose: winter ends with December; `2025-10-2X` has no
bounds and `2025-1X` crashes; an empty interval end counts as ten years; 29 February is accepted in every year; a
reversed interval and `XXXX` pass; `2024-05-XX/..`, `2024-22~` and a time without seconds are refused.
"""

from __future__ import annotations

import time

import edtf
import pytest
from edtf.parser.edtf_exceptions import EDTFParseException

from briefsmith.values.edtf import DateError, Day, parse_date

AGREED = [
    "2025-11-09", "2025-11", "2025", "9999-12-31", "2024-02-29", "0000", "-0043", "-0043-03-15",
    "2025-11-09T12:00:00Z", "2025-11-09T12:00:00", "2025-11-09T12:00:00+01:00",
    "201X", "17XX", "1XXX", "-01XX", "2025-XX", "2025-XX-XX", "2025-10-XX", "201X-XX", "201X~",
    "2024-21", "2024-22", "2024-23", "2025-10~", "2025-10?", "2025-10%", "2025-11-09~", "Y170000002", "Y-17000",
    "2025/..", "../2025", "2025-10/2025-11", "2025-11-09/2025-11-12", "2025~/2026?", "2024-22/2024-23",
    "2025-10-21~/..", "[2025-10-21..2025-10-31]", "[..2025]", "[2025..]", "[2025,2026]", "[1667,1668,1670..1672]",
    "2025?-11-09", "17XX/18XX",
]  # fmt: skip

BOTH_REFUSE = ["2025-02-30", "2025-04-31", "2025-13", "2025-00", "2025-11-00", "2025-1-1", "2025-22-01", "9/11/2025",
               "31.12.2025", "Nov 2025", "2025-11-9", "20251109", "79"]  # fmt: skip


@pytest.mark.parametrize("text", AGREED)
def test_the_library_gives_the_same_bounds(text: str) -> None:
    """On plain EDTF both give the same first and last day."""
    theirs, ours = edtf.parse_edtf(text), parse_date(text)
    assert (ours.earliest, ours.latest) == (day_of(theirs.lower_strict()), day_of(theirs.upper_strict()))


@pytest.mark.parametrize("text", BOTH_REFUSE)
def test_the_library_refuses_the_same(text: str) -> None:
    """What is no date here is none there."""
    with pytest.raises(DateError):
        parse_date(text)
    with pytest.raises(EDTFParseException):
        edtf.parse_edtf(text)


def day_of(bound: time.struct_time | float) -> Day | None:
    """Give the library's bound as a day, and its infinity as none."""
    return Day(*bound[:3]) if isinstance(bound, time.struct_time) else None
