"""An article added to a sheet: `source` becomes `sources`, each quote names its own, and the candidates follow.

Every edit is an insertion or a deeper indent at a place that the YAML parser gave: no other byte changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from briefsmith.drafting.blocks import Section, commented
from briefsmith.drafting.intake import Intake
from briefsmith.drafting.material import Material
from briefsmith.drafting.search import Search
from briefsmith.drafting.sheet import candidate_lines, source_lines
from briefsmith.drafting.trouble import DraftingTrouble
from briefsmith.text.yamltree import Path, Spot, YamlText, read_yaml

_STEP = 2
_COMMENTED = re.compile(r"^(# *(?:- )?)evidence: >-$")
_SOURCE_CURE = "write the sheet's source under `sources:`, each record below its id, and try again"


@dataclass(frozen=True, slots=True)
class _Insertion:
    at: int
    text: str


def appended(text: str, taken: Intake, own_id: str, known: dict[str, str]) -> str:
    """The sheet's text with the article added; `own_id` is the id of its one source so far, if it has `source`.

    `known` are the ids of the actors that it may use, by name. Raises `DraftingTrouble` where the sheet cannot be read
    or is written in a way that a machine should not touch.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    plain = text.replace("\r\n", "\n")
    plain = plain if plain.endswith("\n") else plain + "\n"
    read = _read(plain)
    if "source" in (read.tree or {}):
        plain = _with_sources(_with_named_quotes(plain, read, own_id), own_id)
        read = _read(plain)
    plain = _with_record(plain, read, taken)
    plain = _with_candidates(plain, Search(Material(taken.file, taken.language, taken.day), known), taken.id)
    _read(plain)
    return plain.replace("\n", newline)


def _read(text: str) -> YamlText:
    read = read_yaml(text, places=True)
    if read.tree is None or read.faults:
        why = read.faults[0].message if read.faults else "it is empty"
        raise DraftingTrouble(f"the sheet is no YAML: {why}", "run `check` and cure what it says first")
    return read


def _with_named_quotes(text: str, read: YamlText, source: str) -> str:
    """The text with the source's id at every quote that names none, also in candidates that are comments."""
    quotes = _evidence(read.tree or {}, ())
    edits = [edit for path, value in quotes for edit in _named(text, read.spots, path, value, source)]
    for edit in sorted(edits, key=lambda each: each.at, reverse=True):
        text = text[: edit.at] + edit.text + text[edit.at :]
    return _with_named_comments(text, source)


def _evidence(tree: Any, path: Path) -> Iterator[tuple[Path, Any]]:
    """Each quote, as it stands in a value of `evidence`."""
    if isinstance(tree, dict):
        for key, value in tree.items():
            if key == "evidence":
                items = value if isinstance(value, list) else [value]
                for number, item in enumerate(items):
                    yield ((*path, key, number) if isinstance(value, list) else (*path, key)), item
            else:
                yield from _evidence(value, (*path, key))
    elif isinstance(tree, list):
        for number, item in enumerate(tree):
            yield from _evidence(item, (*path, number))


def _named(text: str, spots: dict[Path, Spot], path: Path, value: Any, source: str) -> Iterator[_Insertion]:
    spot = spots[path]
    if isinstance(value, dict):
        if "exact" in value and "source" not in value:
            first = min(spots[(*path, key)].key_start or 0 for key in value)
            is_flow = text[spot.start : first].lstrip().startswith("{")
            apart = ", " if is_flow else "\n" + " " * _column(text, first)
            yield _Insertion(first, f"source: {source}{apart}")
    elif spot.style in {">", "|"}:
        yield from _named_block(text, spot, source, isinstance(path[-1], int))
    elif isinstance(value, str) and value:
        # In braces a plain text would end at a comma.
        marks = ("", "") if spot.style else ("'", "'")
        if not spot.style and "'" in text[spot.start : spot.end]:
            message = "a quote without quotation marks cannot be given a source"
            raise DraftingTrouble(message, f"put `{value[:40]}` in double quotation marks")
        yield _Insertion(spot.start, f"{{{source}: {marks[0]}")
        yield _Insertion(spot.end, f"{marks[1]}}}")


def _named_block(text: str, spot: Spot, source: str, is_item: bool) -> Iterator[_Insertion]:
    """A `>-` block below the source's id: its lines go in by one step."""
    line = text.rfind("\n", 0, spot.start) + 1
    indent = len(text[line : spot.start]) - len(text[line : spot.start].lstrip(" -"))
    if is_item:
        yield _Insertion(spot.start, f"{source}: ")
    else:
        # Before the space that follows the colon, which then follows the id's.
        yield _Insertion(spot.start - 1, f"\n{' ' * (indent + _STEP)}{source}:")
    at = text.find("\n", spot.start) + 1
    while 0 < at < spot.end:
        if text[at : at + 1] not in {"\n", ""}:
            yield _Insertion(at, " " * _STEP)
        at = text.find("\n", at) + 1


def _with_named_comments(text: str, source: str) -> str:
    """The same for the candidates of `new` that nobody has uncommented yet."""
    lines, inside = [], 0
    for line in text.split("\n"):
        depth = len(line[1:]) - len(line[1:].lstrip(" "))
        if found := _COMMENTED.match(line):
            inside = len(found[1])
            lines += [f"{found[1]}evidence:", f"#{' ' * (inside - 1 + _STEP)}{source}: >-"]
        elif inside and line.startswith("#") and depth >= inside:
            lines.append(f"#{' ' * _STEP}{line[1:]}")
        else:
            inside = 0
            lines.append(line)
    return "\n".join(lines)


def _with_sources(text: str, source: str) -> str:
    """The text with `source: …` as `sources:` and the record one level deeper, with the comments inside it."""
    lines = text.split("\n")
    start = next(number for number, line in enumerate(lines) if line.startswith("source:"))
    rest = lines[start][len("source:") :].strip()
    if rest.startswith("{"):
        lines[start : start + 1] = ["sources:", f"  {source}: {rest}"]
        return "\n".join(lines)
    if rest and not rest.startswith("#"):
        raise DraftingTrouble("the sheet's source is an id of the registry", _SOURCE_CURE)
    end = _end_of_section(lines, start)
    inside = [f"{' ' * _STEP}{line}" if line.strip() else line for line in lines[start + 1 : end]]
    lines[start:end] = ["sources:" + lines[start][len("source:") :], f"  {source}:", *inside]
    return "\n".join(lines)


def _with_record(text: str, read: YamlText, taken: Intake) -> str:
    lines = text.split("\n")
    tree = read.tree or {}
    if isinstance(tree.get("sources"), dict) and taken.id in tree["sources"]:
        raise DraftingTrouble(f"the sheet has source `{taken.id}` already", "nothing is to be done: quote from it")
    start = next((number for number, line in enumerate(lines) if line.rstrip() == "sources:"), -1)
    if start < 0 or not isinstance(tree.get("sources"), dict):
        raise DraftingTrouble("the sheet's `sources` are not a block of records", _SOURCE_CURE)
    end = _end_of_section(lines, start)
    record = [line for line in source_lines(taken) if not line.startswith("id: ")]
    lines[end:end] = [f"  {taken.id}:", *(f"    {line}" for line in record)]
    return "\n".join(lines)


def _with_candidates(text: str, search: Search, source: str) -> str:
    """The text with the candidates under their sections; a section that is missing comes last."""
    lines = text.rstrip("\n").split("\n")
    found = [each for each in search.candidates() if each.section is not Section.POSITIONS]
    for section in Section:
        live = search.speakers if section is Section.ACTORS else []
        rows = [line for each in live for line in candidate_lines(each, source=source)]
        for each in found:
            if each.section is section:
                rows += ["", *commented(candidate_lines(each, source=source))]
        if rows:
            _insert(lines, section.value, rows)
    return "\n".join(lines) + "\n"


def _insert(lines: list[str], section: str, rows: list[str]) -> None:
    start = next((number for number, line in enumerate(lines) if re.match(rf"{section}:", line)), -1)
    if start < 0:
        lines += ["", f"{section}:", *rows]
        return
    end = _end_of_section(lines, start)
    if lines[start].partition("#")[0].strip() != f"{section}:":
        help_ = f"write `{section}:` as a block, each entry on lines of its own, and try again"
        raise DraftingTrouble(f"the sheet's `{section}` stand in brackets, where nothing can be added", help_)
    own = (line for line in lines[start + 1 : end] if line.strip() and not line.lstrip().startswith("#"))
    step = next((len(line) - len(line.lstrip(" ")) for line in own), _STEP)
    lines[end:end] = [_reindented(row, step - _STEP) for row in rows]


def _reindented(row: str, by: int) -> str:
    """A line with the indent that the sheet's own entries have."""
    mark, bare = ("# ", row[2:]) if row.startswith("# ") else ("", row)
    return mark + (" " * by + bare if by >= 0 else bare[-by:]) if bare.strip() else row


def _end_of_section(lines: list[str], start: int) -> int:
    """The line after the last one of a top-level key, without the blank lines and comments before the next key."""
    end = start + 1
    for number in range(start + 1, len(lines)):
        line = lines[number]
        if line.strip() and not line.startswith((" ", "#", "-")):
            break
        if line.startswith((" ", "-", "#  ")) and line.strip():
            end = number + 1
    return end


def _column(text: str, offset: int) -> int:
    return offset - (text.rfind("\n", 0, offset) + 1)
