"""The style sheet of the pages' content, which readers load as one file: the parts in `css/`, each on one subject."""

from __future__ import annotations

from pathlib import Path

from briefsmith.publish.elsewhere import elsewhere
from briefsmith.publish.matrix_rules import matrix_rules

PARTS = ("page", "matrix", "drawings", "across", "print")
"""In the order of the cascade: what all pages share comes first."""
_FOLDER = Path(__file__).parent / "css"


def style_sheet(rows: int = 0, columns: int = 0) -> str:
    """All parts as one text; no matrix that is read on a screen has more than so many rows and columns."""
    return "\n".join([*map(_part, PARTS), matrix_rules(rows, columns)])


def style_elsewhere(rows: int = 0, columns: int = 0) -> str:
    """The same for a theme that is not ours, whose rules end where our part of the page begins."""
    return elsewhere("\n".join([_part("elsewhere"), style_sheet(rows, columns), _part("frames")]))


def theme_style() -> str:
    """The style sheet of our theme, which gives the parts their colours and type."""
    return (_FOLDER.parent / "theme" / "css" / "theme.css").read_text("utf-8")


def _part(name: str) -> str:
    return (_FOLDER / f"{name}.css").read_text("utf-8")
