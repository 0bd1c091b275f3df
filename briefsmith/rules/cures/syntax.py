"""Cures for what is no YAML: the line is repaired in the ways in which editors slip, and the parser has the last word.

A repair is proposed only if the parser then reads on beyond the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefsmith.findings.finding import Address, Edit, Finding, Fix, Place, Span
from briefsmith.findings.scalar import quoted
from briefsmith.rules.cures.site import Site
from briefsmith.text.yamltree import read_yaml

_VALUE = re.compile(r"^(\s*(?:- +)*(?:[\w-]+:[ \t]+)?)(\S.*?)\s*$")
_WIDE_SPACE = re.compile("[\u00a0\u2007\u202f\u3000]")
_NO_SPACE = re.compile(r"^(\s*(?:- )?[a-z][a-z0-9_-]*:)(?=[^\s/])")
_NO_SPACE_BEHIND_DASH = re.compile(r"^(\s*-)(?=\w)")
_KEY = re.compile(r"^(\s*)(?:- +)?[\w-]+:")
_BEHIND_MARK = re.compile(r"""^(\s*(?:- +)*(?:[\w-]+:[ \t]+)?)(["'])(.*)\2(.*?)\s*$""")


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    text: str


def repaired_line(finding: Finding, site: Site) -> Fix | None:
    """The first repair of the line, or of the one above it, with which the file can be read further."""
    text = site.text(finding.at.file)
    if not isinstance(finding.at, Span):
        return None
    here = _line_at(text, finding.at.start)
    above = _line_at(text, max(0, here.start - 1))
    for line, new in (
        *((here, new) for new in _repairs(here, above)),
        *((above, new) for new in _repairs_above(above)),
    ):
        if new != line.text and _reads_on(text, line, new, here):
            return Fix((_changed(finding.at.file, line, new),), safe=_is_only_space(line.text, new))
    return None


def value_in_marks(finding: Finding, site: Site) -> Fix | None:
    """The whole value of the line in quotation marks, with what YAML would have taken for a sign of its own."""
    if not isinstance(finding.at, Span):
        return None
    line = _line_at(site.text(finding.at.file), finding.at.start)
    found = _VALUE.match(line.text)
    if found is None or found[2][0] in "\"'|>[{":
        return None
    start = line.start + found.start(2)
    return Fix((Edit(Span(finding.at.file, start, line.start + found.end(2)), quoted(found[2])),), safe=False)


def without_marker(finding: Finding, site: Site) -> Fix | None:
    """`---` inside a sheet goes, line and all."""
    return _without_line(site.text(finding.at.file), finding.at)


def merged(finding: Finding, site: Site) -> Fix | None:
    """A key that opens the same block again right below it goes, and the two blocks are one."""
    second, first = finding.at, finding.related[0].at if finding.related else None
    if not isinstance(second, Span) or not isinstance(first, Span):
        return None
    text = site.text(second.file)
    one, two = _line_at(text, first.start), _line_at(text, second.start)
    if one.text.strip() == two.text.strip() and not two.text.rstrip().endswith(":"):
        return _without_line(text, second)
    between = text[one.start + len(one.text) : two.start].splitlines()
    indent = len(two.text) - len(two.text.lstrip())
    is_block = one.text.rstrip() == two.text.rstrip() and two.text.rstrip().endswith(":")
    is_next = all(not line.strip() or len(line) - len(line.lstrip()) > indent for line in between)
    return _without_line(text, second) if is_block and is_next else None


def _repairs(line: _Line, above: _Line) -> Iterator[str]:
    """Ways to mend a line, the most likely first."""
    bare = line.text.lstrip()
    indent = line.text[: len(line.text) - len(bare)]
    yield indent.replace("\t", "  ") + bare
    yield _WIDE_SPACE.sub(" ", line.text)
    yield _NO_SPACE.sub(r"\1 ", line.text)
    if (mark := _BEHIND_MARK.match(line.text)) and mark[2] in mark[3] + mark[4] + (mark[2] if mark[4] else ""):
        yield mark[1] + quoted(f"{mark[2]}{mark[3]}{mark[2]}{mark[4]}" if mark[4] else mark[3])
    if found := _VALUE.match(line.text):
        yield found[1] + found[2] + {"[": "]", "{": "}"}.get(found[2][0], "")
        if found[2][0] in "\"'":
            yield found[1] + quoted(found[2][1:])
        yield found[1] + quoted(found[2])
    if (key := _KEY.match(above.text)) and _KEY.match(line.text):
        column = len(key[0]) - len(key[0].lstrip(" -"))
        yield " " * column + bare


def _repairs_above(line: _Line) -> Iterator[str]:
    yield _NO_SPACE_BEHIND_DASH.sub(r"\1 ", line.text)
    yield _NO_SPACE.sub(r"\1 ", line.text)
    yield re.sub(r"^(\s*(?:- +)?[a-z_]+) (?=\S)", r"\1: ", line.text)


def _reads_on(text: str, line: _Line, new: str, here: _Line) -> bool:
    """Whether no fault is left up to the end of the line at which the parser stopped."""
    mended = text[: line.start] + new + text[line.start + len(line.text) :]
    end = here.start + len(here.text) + len(new) - len(line.text)
    return all(fault.kind != "syntax" or fault.start > end for fault in read_yaml(mended).faults)


def _changed(file: str, line: _Line, new: str) -> Edit:
    """Only what differs between the two."""
    same = next((at for at, (a, b) in enumerate(zip(line.text, new, strict=False)) if a != b), len(line.text))
    same = min(same, len(new))
    tail = 0
    while tail < min(len(line.text), len(new)) - same and line.text[-1 - tail] == new[-1 - tail]:
        tail += 1
    return Edit(Span(file, line.start + same, line.start + len(line.text) - tail), new[same : len(new) - tail])


def _is_only_space(old: str, new: str) -> bool:
    """Whether a no-break space became a plain one, and nothing else happened."""
    return _WIDE_SPACE.sub(" ", old) == new


def _line_at(text: str, offset: int) -> _Line:
    start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    found = re.compile(r"[^\r\n]*").match(text, start)
    assert found is not None
    return _Line(start, found[0])


def _without_line(text: str, place: Place) -> Fix | None:
    if isinstance(place, Address):
        return None
    line = _line_at(text, place.start)
    end = re.compile(r"\r\n|\r|\n|\Z").search(text, line.start + len(line.text))
    assert end is not None
    return Fix((Edit(Span(place.file, line.start, end.end()), ""),), safe=False)
