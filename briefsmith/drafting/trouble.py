"""Why a draft cannot be made."""

from __future__ import annotations


class DraftingTrouble(Exception):
    """Nothing was written; `help` is the cure."""

    def __init__(self, message: str, help_: str) -> None:
        super().__init__(message)
        self.message = message
        self.help = help_
