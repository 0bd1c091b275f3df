"""Throw-away sites for tests: the example of the manual, changed key by key or file by file, and its findings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from briefsmith.findings.located import Located
from briefsmith.findings.manual import Block, load_example
from briefsmith.findings.manual.page import blocks_in
from briefsmith.rules.check import Checked
from briefsmith.rules.check import check_site as check
from briefsmith.settings import load_settings

CONFIG = "mkdocs.yml"
SHEET = "briefings/sella.yml"
ARTICLE = "seeds/courier.txt"

EXAMPLE = {block.file: block.text for block in blocks_in(load_example())}
"""The files of the example, by path."""

_TOP_LEVEL_KEY = re.compile(r"^(?=[^\s#])", re.MULTILINE)
_KEY = re.compile(r"[\"']?([^\s:\"']+)")

Files = Mapping[str, str | bytes | None]
"""Content by path from the site's root; None where the example's own file is left out."""


def sheet_with(changes: str) -> str:
    """The example's sheet with these top-level keys in place of its own; they stand first, and count lines from 1."""
    replaced = {_name(part) for part in _parts(changes)}
    kept = [part for part in _parts(EXAMPLE[SHEET]) if _name(part) not in replaced]
    return changes + ("" if changes.endswith("\n") or not changes else "\n") + "".join(kept)


def files_of(blocks: Iterable[Block]) -> dict[str, str | bytes | None]:
    """The files that the blocks of a manual page make: whole ones, or keys that replace those of the sheet."""
    return {block.file or SHEET: block.text if block.file else sheet_with(block.text) for block in blocks}


def write_site(folder: Path, files: Files | None = None) -> Path:
    """Write the example with these files added or put in place of its own, and give its folder."""
    for name, content in {**EXAMPLE, **(files or {})}.items():
        if content is not None:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def check_site(folder: Path) -> Checked:
    """Everything that is found in a site, its settings included."""
    return check(load_settings(folder / CONFIG))


def lines_of(checked: Checked) -> list[str]:
    """The findings as a terminal shows them, without the excerpt."""
    return [line for each in checked.located() for line in _lines(each)]


def _lines(each: Located) -> list[str]:
    code, place = each.finding.code, each.range
    head = f"{place.file}:{place.line}:{place.column}: {code.severity.value}[{code.number}] {each.finding.message}"
    return [head, *(f"  help: {line}" for line in each.finding.help.splitlines())]


def _parts(text: str) -> list[str]:
    return [part for part in _TOP_LEVEL_KEY.split(text) if part]


def _name(part: str) -> str:
    match = _KEY.match(part)
    return match[1] if match else ""
