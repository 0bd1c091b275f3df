"""What changed between two versions, told in text, JSON or Markdown, each line with the state of its evidence."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from briefsmith.analysis.changes.comparison import Act, Change
from briefsmith.analysis.changes.fields import FieldChange, Weight
from briefsmith.analysis.changes.subjects import Subject
from briefsmith.exports.changes_between import ChangeReport

SIGNS = {
    Act.ADDED: "+",
    Act.REPLACED: "»",
    Act.CHANGED: "~",
    Act.RETRACTED: "×",
    Act.DROPPED: "-",
    Act.MOVED: ">",
    Act.RENAMED: "=",
    Act.REWORDED: "·",
}
MARKER = "<!-- briefsmith-diff -->"
"""The first line of the Markdown, by which a workflow finds its earlier comment."""
LONGEST_COMMENT = 60_000
"""Bytes; forges refuse a comment of more than 65,536."""

_PLURALS = {"advice": "pieces of advice", "assessment": "judgements", "briefing": "heads of briefings"}
_SINGULARS = {"advice": "piece of advice", "assessment": "judgement", "briefing": "head of a briefing"}
_ACTS = {act: number for number, act in enumerate(Act)}
_MARKUP = re.compile(r"[\\`*_\[\]#|~<>&@]|:(?=//)|(?<=www)\.")


def summary(changes: Sequence[Change]) -> str:
    """The changes counted: `3 events added, 1 figure changed`; or that there are none."""
    counted = Counter((_ACTS[change.act], change.subject.kind, change.act) for change in changes)
    said = [f"{_count(many, kind)} {act.value}" for (_, kind, act), many in sorted(counted.items(), key=_first_two)]
    return ", ".join(said) or "no fact changed"


def text_diff(report: ChangeReport) -> Iterator[str]:
    """A block of lines for each briefing, and the sum last."""
    for briefing, changes in report.comparison.by_briefing.items():
        yield briefing or "registry"
        for change in changes:
            evidence = _evidence(change, report)
            tail = f" [{evidence}]" if evidence else ""
            subject = change.subject
            what = f"{change.act.value} {subject.kind} {subject.id}"
            yield f"  {SIGNS[change.act]} {what}: {subject.words}{_aside(change)}{tail}"
            yield from (f"      {said}" for said in map(_field_line, change.fields) if said)
    for name in report.comparison.unread:
        yield f"{name}: not compared; one of its versions is not understood"
    yield f"{report.old_name} -> {report.new_name}: {summary(report.comparison.changes)}; {_verdict(report)}"


def json_diff(report: ChangeReport) -> str:
    """All of it as one JSON document."""
    document = {
        "old": report.old_name,
        "new": report.new_name,
        "summary": summary(report.comparison.changes),
        "errors": len(report.checked.errors),
        "warnings": len(report.checked.warnings),
        "changes": [_row(change, report) for change in report.comparison.changes],
        "not_compared": list(report.comparison.unread),
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def markdown_diff(report: ChangeReport) -> str:
    """A comment for a pull request; every word of a sheet is escaped, and a long one is cut at a whole line."""
    said = summary(report.comparison.changes)
    head = [MARKER, "### What changed", "", f"{said[0].upper()}{said[1:]}. Check: {_verdict(report)}.", ""]
    body: list[str] = []
    for briefing, changes in report.comparison.by_briefing.items():
        body += [f"**{_escape(briefing or 'registry')}**", ""]
        body += [_markdown_line(change, report) for change in changes]
        body.append("")
    body += [f"- `{name}`: not compared; one of its versions is not understood" for name in report.comparison.unread]
    return "\n".join([*head, *_cut(body, LONGEST_COMMENT - len("\n".join(head).encode()))]) + "\n"


def _first_two(row: tuple[tuple[int, str, Act], int]) -> tuple[int, str]:
    return row[0][:2]


def _count(many: int, kind: str) -> str:
    return f"{many} {_SINGULARS.get(kind, kind) if many == 1 else _PLURALS.get(kind, kind + 's')}"


def _evidence(change: Change, report: ChangeReport) -> str:
    """How many of its quotes stand in their sources, in words; empty where it has none or is gone."""
    found, many = report.quotes(change)
    if found < many:
        return f"{many - found} of {_count(many, 'quote')} NOT found"
    return f"{_count(found, 'quote')} found" if many else ""


def _verdict(report: ChangeReport) -> str:
    """What the check says of the newer version."""
    return f"{_count(len(report.checked.errors), 'error')}, {_count(len(report.checked.warnings), 'warning')}"


def _cut(lines: list[str], room: int) -> Iterator[str]:
    for number, line in enumerate(lines):
        room -= len(line.encode()) + 1
        if room < 0:
            yield f"\n… and {len(lines) - number} more; `build.py diff` shows them all."
            return
        yield line


def _aside(change: Change) -> str:
    if change.act is Act.REPLACED and change.old:
        return f" (in the place of: {change.old.words})"
    was = [f"was {change.renamed_from}"] if change.renamed_from else []
    came = [f"from {change.moved_from}"] if change.moved_from else []
    return f" ({', '.join([*was, *came])})" if was or came else ""


def _field_line(field: FieldChange) -> str:
    if field.name in {"id", "formerly"}:
        return ""
    name = field.name.replace("_", " ")
    minor = "" if field.weight is Weight.MEANING else f" ({field.weight.value})"
    if field.old and field.new:
        return f"{name}: {field.old} -> {field.new}{minor}"
    if not field.old and not field.new:
        return f"{name}{minor}"
    return f"{name}: {'+' if field.new else '-'} {field.new or field.old}{minor}"


def _row(change: Change, report: ChangeReport) -> dict[str, Any]:
    subject, (found, many) = change.subject, report.quotes(change)
    fields = [
        {"field": each.name, "old": each.old, "new": each.new, "weight": each.weight.value} for each in change.fields
    ]
    return {
        "act": change.act.value,
        "significant": change.is_significant,
        "kind": subject.kind,
        "briefing": subject.briefing,
        "id": subject.id,
        "old": _side(change.old),
        "new": _side(change.new),
        "fields": fields,
        "quotes": {"found": found, "missing": many - found},
    }


def _side(subject: Subject | None) -> dict[str, str] | None:
    return {"briefing": subject.briefing, "id": subject.id, "words": subject.words} if subject else None


def _markdown_line(change: Change, report: ChangeReport) -> str:
    subject, evidence, (found, many) = change.subject, _evidence(change, report), report.quotes(change)
    mark = "" if not many else f" — ❌ **{evidence}**" if found < many else f" — ✅ {evidence}"
    below = "".join(f"\n  - {_escape(said)}" for said in map(_field_line, change.fields) if said)
    words = f"{_escape(subject.words)}{_escape(_aside(change))}"
    return f"- **{change.act.value}** {subject.kind} `{subject.id.replace('`', '')}`: {words}{mark}{below}"


def _escape(text: str) -> str:
    """Text that is shown as it is: no markup, no mention, no link, and on one line."""
    spaces = " " if text[:1].isspace() else ""
    return spaces + _MARKUP.sub(lambda match: f"&#{ord(match[0])};", " ".join(text.split()))
