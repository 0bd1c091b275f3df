"""The order of the rooms: who may import whom, and which outside library each room alone may use."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = "briefsmith"
LONGEST_FILE = 400

ROOMS = (
    "text",
    "values",
    "findings",
    "settings",
    "model",
    "reading",
    "evidence",
    "analysis",
    "rules",
    "drafting",
    "pages",
    "exports",
    "publish",
    "preview",
    "lsp",
    "cli",
)
"""In their order: a room imports only rooms above it, and itself."""

LIBRARIES = {
    "text": {"yaml", "sentencex", "markdown", "nh3"},
    "model": {"pydantic", "pydantic_core"},
    # pydantic's refusal of a tree is what reading turns into findings, so it must know that exception and the models.
    "reading": {"pydantic", "trafilatura"},
    "evidence": {"rapidfuzz"},
    # One rule walks the objects that a field holds, whatever their model.
    "rules": {"pydantic"},
    "pages": {"jinja2", "markupsafe", "babel"},
    "exports": {"icalendar", "pagefind", "weasyprint"},
    # MkDocs hands over a jinja2 environment and a place for Markdown extensions; click's exceptions make it stop.
    "publish": {"mkdocs", "markdown", "jinja2", "markupsafe", "click"},
    "preview": {"watchdog", "markupsafe"},
    # Completion looks up in the models what a field may hold.
    "lsp": {"pygls", "lsprotocol", "pydantic"},
    "cli": {"click"},
}


@dataclass(frozen=True)
class Module:
    """One module of the package: its dotted name, its tree, and what it imports."""

    name: str
    path: Path
    tree: ast.Module
    imports: frozenset[str]

    @property
    def room(self) -> str:
        """The room it stands in; empty for the package itself."""
        return _room(self.name)


@cache
def modules() -> dict[str, Module]:
    """All modules of the package by dotted name."""
    names = {_dotted(path): path for path in sorted((ROOT / PACKAGE).rglob("*.py"))}
    trees = {name: ast.parse(path.read_text(encoding="utf-8"), str(path)) for name, path in names.items()}
    return {
        name: Module(name, names[name], tree, frozenset(_imports(tree, name, frozenset(names))))
        for name, tree in trees.items()
    }


def _dotted(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _room(name: str) -> str:
    return name.split(".")[1] if name.startswith(f"{PACKAGE}.") else ""


def _imports(tree: ast.Module, name: str, known: frozenset[str]) -> Iterator[str]:
    """The modules that a tree imports anywhere, also inside functions and under `TYPE_CHECKING`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name} imports relatively"
            assert node.module
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield inner if inner in known else node.module


MODULES = modules()
each_module = pytest.mark.parametrize("name", MODULES)


@each_module
def test_a_room_imports_only_rooms_above_it(name: str) -> None:
    """Imports point up the table: what is basic knows nothing of what is built on it."""
    module = MODULES[name]
    if not module.room:
        return
    assert module.room in ROOMS, f"`{module.room}` is no room of the table"
    allowed = ROOMS[: ROOMS.index(module.room) + 1]
    used = {_room(each) for each in module.imports if each.startswith(f"{PACKAGE}.")}
    assert used <= set(allowed), f"{name} imports {sorted(used - set(allowed))}"


@each_module
def test_a_library_is_used_only_in_its_room(name: str) -> None:
    """Each outside library has one room, so that replacing it changes one place."""
    module = MODULES[name]
    tops = {each.split(".")[0] for each in module.imports}
    outside = tops - set(sys.stdlib_module_names) - {PACKAGE}
    assert outside <= LIBRARIES.get(module.room, set()), f"{name} uses {sorted(outside)}"


def test_mkdocs_is_imported_at_one_border() -> None:
    """Everything but the publishing room works without MkDocs."""
    users = {
        module.room for module in MODULES.values() if any(each.split(".")[0] == "mkdocs" for each in module.imports)
    }
    assert users <= {"publish"}


@each_module
def test_a_module_says_why_it_exists(name: str) -> None:
    """Every module has a docstring."""
    assert ast.get_docstring(MODULES[name].tree)


@each_module
def test_a_module_is_short(name: str) -> None:
    """A file that outgrows its limit has more than one subject."""
    assert len(MODULES[name].path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


def test_no_modules_import_each_other_in_a_circle() -> None:
    """Following imports never leads back to where one started."""
    graph = {name: {each for each in module.imports if each in MODULES} for name, module in MODULES.items()}
    assert _circle(graph) == []


def test_a_circle_would_be_found() -> None:
    """The search for circles finds one where there is one."""
    assert sorted(_circle({"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": {"a"}})) == ["b", "c"]


def _circle(graph: dict[str, set[str]]) -> list[str]:
    """The modules that are left when those that import nothing more are taken away again and again, both ways."""
    left = {name: set(uses) for name, uses in graph.items()}
    while free := _ends(left):
        left = {name: uses - free for name, uses in left.items() if name not in free}
    return list(left)


def _ends(graph: dict[str, set[str]]) -> set[str]:
    used = {each for uses in graph.values() for each in uses}
    return {name for name, uses in graph.items() if not uses or name not in used}
