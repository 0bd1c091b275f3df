"""The outline of a sheet or a file of the registry: its sections, and in them the facts and objects."""

from __future__ import annotations

from lsprotocol import types

from briefsmith.lsp.sites import View
from briefsmith.text.yamltree import Path, Spot

_DEPTH = {"positions": 4}
"""Facts and objects stand on the second level; positions below their holder and their issue."""
_SECTION, _OBJECT, _FACT = types.SymbolKind.Namespace, types.SymbolKind.Object, types.SymbolKind.Key
_LONGEST = 80


def symbols(view: View, path: str) -> list[types.DocumentSymbol]:
    """The outline of a file, from its keys and texts alone, so that a sheet in the making has one, too."""
    children: dict[Path, list[Path]] = {}
    for at in sorted(view.spots(path), key=lambda each: view.spots(path)[each].start):
        if at:
            children.setdefault(at[:-1], []).append(at)
    return [_symbol(view, path, at, children) for at in children.get((), ())]


def _symbol(view: View, path: str, at: Path, children: dict[Path, list[Path]]) -> types.DocumentSymbol:
    spots, lines = view.spots(path), view.lines(path)
    spot = spots[at]
    whole = lines.text[spot.start : spot.end].rstrip()
    start = spot.key_start if spot.key_start is not None else spot.start
    end = spot.start + len(whole)
    chosen = (start, spot.key_end) if spot.key_end is not None else _first_line(lines.text, start, end)
    is_deep = len(at) >= _DEPTH.get(str(at[0]), 2)
    inner = [] if is_deep else [_symbol(view, path, each, children) for each in children.get(at, ())]
    is_fact = isinstance(at[-1], int)
    kind = _FACT if is_fact else _SECTION if len(at) == 1 and spot.style is None else _OBJECT
    name, detail = _names(lines.text, spots, at, children.get(at, []))
    return types.DocumentSymbol(name, kind, lines.range(start, end), lines.range(*chosen), detail, children=inner)


def _names(text: str, spots: dict[Path, Spot], at: Path, inner: list[Path]) -> tuple[str, str]:
    """What a fact says and its id; of the rest the key, and the value where it is short."""
    spot = spots[at]
    if not isinstance(at[-1], int):
        value = text[spot.start : spot.end] if spot.style is not None else ""
        name = spots.get((*at, "name")) or spots.get((*at, "title")) or spots.get((*at, "term"))
        return str(at[-1]) or "…", _short(text[name.start : name.end] if name else value)
    first, own = spots[inner[0]] if inner else spot, spots.get((*at, "id"))
    said = _short(text[first.start : first.end])
    return said or "…", text[own.start : own.end] if own else ""


def _short(text: str) -> str:
    words = " ".join(text.strip("\"'>|- \n").split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"


def _first_line(text: str, start: int, end: int) -> tuple[int, int]:
    stop = text.find("\n", start, end)
    return start, stop if stop >= 0 else end
