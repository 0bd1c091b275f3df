"""Cutting wrong parts out of a tree of texts, and the way back from the rest to the places in the file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from briefsmith.text.yamltree import Path, Tree

_OBJECTS = {"positions": 4, "source": 2, "sources": 3, "actors": 2, "issues": 2, "terms": 2}
"""How many steps lead to what is left out whole. Of a source it is one field: without the rest no quote is checked."""

_LISTS = {"events", "figures", "claims", "assessments", "advice", "questions"}


def cut_path(tree: Tree, loc: Path, *, is_unknown_key: bool) -> Path | None:
    """The smallest whole thing around a mistake that can be left out: a top-level field, or a whole object."""
    path = _real_path(tree, loc)
    if not path:
        return None
    first = str(path[0])
    if is_unknown_key and first not in _OBJECTS and first not in _LISTS:
        return path
    length = _OBJECTS.get(first, 2 if first in _LISTS else 1)
    if first in {"positions", *_LISTS} and len(path) >= length and isinstance(path[length - 1], str):
        length -= 1  # its only item was written without a list
    return path[:length]


def cut(tree: Any, paths: Iterable[Path]) -> None:
    """Take parts out of a tree, in place."""
    for path in sorted(paths, key=_later_first, reverse=True):
        here = tree
        for step in path[:-1]:
            here = here[step]
        del here[path[-1]]


def original_path(path: Path, gone: Iterable[Path]) -> Path:
    """The path in the file of what stands at `path` now that the parts at `gone`, as they stood there, are cut out."""
    here: Path = ()
    for step in path:
        there = step
        if isinstance(there, int):
            for index in sorted(each[-1] for each in gone if each[:-1] == here and isinstance(each[-1], int)):
                there += index <= there
        here = (*here, there)
    return here


def ids_in(tree: Tree) -> frozenset[str]:
    """Every text in a part that may be the id of something: keys, and what stands under `id`."""
    found: set[str] = set()
    waiting = [tree]
    while waiting:
        here = waiting.pop()
        if isinstance(here, dict):
            found |= here.keys()
            waiting += here.values()
            if isinstance(name := here.get("id"), str):
                found.add(name)
        elif isinstance(here, list):
            waiting += here
            found |= {each for each in here if isinstance(each, str)}
    return frozenset(found)


def part_at(tree: Tree, path: Path) -> Tree:
    """What stands at a path."""
    for step in path:
        tree = tree[step]  # type: ignore[index]  # the path was taken from this tree
    return tree


def _later_first(path: Path) -> tuple[tuple[bool, str | int], ...]:
    return tuple((isinstance(step, str), step) for step in path)


def _real_path(tree: Any, path: Path) -> Path:
    """The path without the steps that short forms leave out, as deep as it leads."""
    real: list[str | int] = []
    for step in path:
        is_there = (isinstance(tree, dict) and step in tree) or (
            isinstance(tree, list) and isinstance(step, int) and step < len(tree)
        )
        if is_there:
            tree = tree[step]
            real.append(step)
    return tuple(real)
