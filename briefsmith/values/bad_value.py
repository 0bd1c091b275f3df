"""The error that every small grammar raises, and how refused text is shown in it."""

from __future__ import annotations

LONGEST_SHOWN = 80
"""Code points of a refused value that a message repeats."""


class BadValue(ValueError):
    """A text that its grammar refuses.

    `message` says what is wrong: it starts in lower case, has no full stop, names the bad piece in backticks and holds
    no cure. `help` is the cure.
    """

    def __init__(self, message: str, cure: str) -> None:
        super().__init__(message)
        self.message = message
        self.help = cure

    def __reduce__(self) -> tuple[type[BadValue], tuple[str, str]]:
        return type(self), (self.message, self.help)


def shown(text: str) -> str:
    """Give `text` in backticks, shortened, with every invisible character written as its escape."""
    cut = text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"
    visible = "".join(character if character.isprintable() else _escape(character) for character in cut)
    return f"`{visible.replace('`', chr(0x2BB))}`"


def _escape(character: str) -> str:
    return character.encode("unicode_escape").decode("ascii")
