"""Cures: what an editor would have to type to be rid of a finding, worked out as edits.

A cure is unsafe unless it cannot change what the sheet says. No cure invents anything: its words come from the sheet,
from the article, or from the vocabulary.
"""

from briefsmith.rules.cures.proposing import with_cures

__all__ = ["with_cures"]
