"""The rules by which the matrix is filtered without a script: what the reader has not chosen is not shown.

Each rule hides what one choice leaves out, so that several choices narrow each other. They hold on screens alone, and
only where the browser knows `:has()`; elsewhere the choices are not offered and everything is shown.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefsmith.model.vocabulary import PositionKind, Stance

_LEAST = 24
"""Rows and columns that every site has rules for, so that a preview may grow."""


def matrix_rules(rows: int, columns: int) -> str:
    """The rules for matrices of at most so many holders and issues."""
    rules = "\n".join(_rules(max(rows, _LEAST), max(columns, _LEAST)))
    return f"@supports selector(:has(*)) {{ @media screen {{\n{rules}\n}} }}\n"


def _rules(rows: int, columns: int) -> Iterator[str]:
    for kind in PositionKind:
        yield _only("option", f"kind-{kind.value}", f'[data-position="{kind.value}"]')
    for stance in Stance:
        yield _only("option", f"stance-{stance.value}", f'[data-stance="{stance.value}"]')
    for name in ("contested", "if"):
        yield _only("input", name, f"[data-{name}]")
    yield _only("input", "stale", "[data-stale]", "[data-stale] .bs-entry")
    for row in range(1, rows + 1):
        yield f"{_chosen('option', f'row-{row}')} tbody tr:not(:nth-child({row})) {{ display: none; }}"
    for column in range(1, columns + 1):
        others = f"tr > :nth-child(n+2):not(:nth-child({column + 1}))"
        yield f"{_chosen('option', f'column-{column}')} {others} {{ display: none; }}"


def _only(tag: str, value: str, wanted: str, entry: str = "") -> str:
    """Hide entries that are not wanted and rows without any; a cell that lost its entries shows that it did."""
    chosen = _chosen(tag, value)
    return (
        f"{chosen} :is(.bs-entry:not({entry or wanted}), tbody tr:not(:has({wanted}))) {{ display: none; }} "
        f"{chosen} td:has(.bs-entry):not({wanted}, :has({wanted})) {{ background: none; }} "
        f'{chosen} td:has(.bs-entry):not({wanted}, :has({wanted}))::before {{ content: "⋯"; }}'
    )


def _chosen(tag: str, value: str) -> str:
    return f'.bs-sift:has({tag}[value="{value}"]:checked)'
