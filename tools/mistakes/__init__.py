"""Mistakes as editors make them: one slip in a right sheet, the line on which it is made, and what the cure must say.

Each kind takes the lines of a sheet and a source of chance, and gives a `Slip`, or None where the sheet has no place
for it. What counts as told well is decided in `desk.py`.
"""

from __future__ import annotations

from tools.mistakes import evidence, references, syntax, words
from tools.mistakes.slips import Kind

KINDS: dict[str, Kind] = {kind.__name__: kind for room in (syntax, words, references, evidence) for kind in room.KINDS}
"""The kinds of mistakes by name."""
