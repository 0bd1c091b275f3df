"""Entries of a sheet as lines of YAML, and the same lines as a comment that one keystroke makes live.

Every line of a comment begins with `# `, as an editor's command for comments writes and takes away.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from textwrap import wrap

from briefsmith.model.evidence import Quote

_WIDTH = 110
_MARK = "# "
_PLAIN = re.compile(r"[^\W\d_][\w .()/-]*", re.UNICODE)
_NO_PLAIN = re.compile(r"\s$|\s\s")


class Section(Enum):
    """The part of a sheet to which a candidate belongs, in the order of the sheet."""

    ACTORS = "actors"
    POSITIONS = "positions"
    EVENTS = "events"
    FIGURES = "figures"
    CLAIMS = "claims"


@dataclass(frozen=True, slots=True)
class Field:
    """One key of an entry; a long text becomes a `>-` block."""

    key: str
    value: str
    is_prose: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that the article offers for one section; `start` is where in the article it stands."""

    section: Section
    start: int
    fields: tuple[Field, ...]
    quote: Quote
    name: str = ""
    """The id of an actor; the holder of a position."""


def entry_lines(candidate: Candidate, indent: int, source: str = "", issue_indent: int = 0) -> list[str]:
    """The lines of an entry; `source` names the source of its quote where the sheet has several."""
    space = " " * (indent + issue_indent)
    body = [line for field in candidate.fields for line in _field_lines(field)]
    body += evidence_lines(candidate.quote, source)
    if candidate.section is Section.ACTORS:
        return [f"{space}{candidate.name}:", *(f"{space}  {line}" for line in body)]
    return [f"{space}{'- ' if number == 0 else '  '}{line}" for number, line in enumerate(body)]


def commented(lines: list[str]) -> list[str]:
    """The lines as a comment."""
    return [_MARK + line for line in lines]


def uncommented(lines: list[str]) -> list[str]:
    """The lines of a comment made live again, as an editor's command does."""
    return [line.removeprefix(_MARK) for line in lines]


def evidence_lines(quote: Quote, source: str = "") -> list[str]:
    """The key `evidence` with a quote, in the shortest form that says it all."""
    if quote.prefix or quote.suffix:
        rows = [Field("source", source)] if source else []
        rows += [Field("exact", quote.exact, True)]
        rows += [Field(key, text, True) for key, text in (("prefix", quote.prefix), ("suffix", quote.suffix)) if text]
        return ["evidence:", *(f"  {line}" for row in rows for line in _field_lines(row))]
    if source:
        return ["evidence:", *(f"  {line}" for line in _field_lines(Field(source, quote.exact, True)))]
    return _field_lines(Field("evidence", quote.exact, True))


def scalar(text: str) -> str:
    """A text as a value on one line: plain where nothing in it means anything to YAML."""
    if _PLAIN.fullmatch(text) and not _NO_PLAIN.search(text):
        return text
    return "'" + text.replace("'", "''") + "'" if '"' in text else '"' + text.replace("\\", "\\\\") + '"'


def field_line(key: str, text: str) -> list[str]:
    """A key with a text, on one line where it is short."""
    return _field_lines(Field(key, text, len(text) > _WIDTH))


def _field_lines(field: Field) -> list[str]:
    if not field.is_prose:
        return [f"{field.key}: {field.value}"]
    lines = wrap(field.value, _WIDTH, break_long_words=False, break_on_hyphens=False)
    return [f"{field.key}: >-", *(f"  {line}" for line in lines)]
