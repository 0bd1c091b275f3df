"""Findings as the protocol's diagnostics, and their cures as its code actions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lsprotocol import types

from briefsmith.findings import catalogue as codes
from briefsmith.findings.entries import Replacement
from briefsmith.findings.finding import Edit, Finding, Fix, Form, Severity, Span
from briefsmith.findings.fixing import replacement, replacements
from briefsmith.lsp.sites import View
from briefsmith.rules.proposals import proposals_in

SOURCE = "briefsmith"
FIX_ALL = "source.fixAll.briefsmith"
_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
}
_NO_YAML = {codes.YAML_SYNTAX, codes.YAML_ALIAS, codes.YAML_TAG, codes.NO_FIELDS, codes.CONTROL_CHARACTER}
_LONGEST = 60
_MEANT = re.compile(r"did you mean `([^`]+)`\?")

Known = frozenset[tuple[str, str, str]]
"""Findings by file, code and message: what stays of a finding while the text around it moves."""


def known(findings: Iterable[Finding]) -> Known:
    """The findings of a moment, to be compared with those of the next one."""
    return frozenset(_row(each) for each in findings)


def roots(findings: Iterable[Finding], before: Known) -> Iterator[Finding]:
    """Of a file that is no YAML its first fault, and what was known of it before; the rest may only follow from it."""
    found = list(findings)
    first = {each.at.file: each for each in reversed(found) if each.code in _NO_YAML}
    for each in found:
        if each.at.file not in first or each is first[each.at.file] or _row(each) in before:
            yield each


def _row(finding: Finding) -> tuple[str, str, str]:
    return finding.at.file, finding.code.number, finding.message


def diagnostic(view: View, finding: Finding) -> types.Diagnostic:
    """One finding; its cure stands below its message."""
    related = [types.DiagnosticRelatedInformation(view.location(each.at), each.message) for each in finding.related]
    return types.Diagnostic(
        view.range(finding.at),
        f"{finding.message}\n{finding.help}".rstrip(),
        severity=_SEVERITIES[finding.code.severity],
        code=finding.code.number,
        source=SOURCE,
        related_information=related or None,
    )


def actions(
    view: View, path: str, range_: types.Range, only: list[types.CodeActionKind | str] | None
) -> list[types.CodeAction]:
    """The cures of what was found in a range, and one that applies all safe ones of the file."""
    found: list[types.CodeAction] = []
    if _is_wanted(types.CodeActionKind.QuickFix, only):
        found += [
            _quick_fix(view, finding, fix)
            for finding in view.findings(path)
            if _touches(view.range(finding.at), range_) and (fix := _cure(view, finding))
        ]
        found += _proposed(view, path, range_)
    safe = replacements(view.findings(path), view.checked.locator).get(path)
    if safe and _is_wanted(FIX_ALL, only):
        edit = workspace_edit(view, {path: safe})
        found.append(types.CodeAction("Apply all safe repairs of this file", FIX_ALL, edit=edit))
    return found


def _proposed(view: View, path: str, range_: types.Range) -> Iterator[types.CodeAction]:
    """What the sources would let an editor fill in, at the fact that leaves it open."""
    dossier = view.checked.dossier
    for briefing in dossier.corpus.briefings.values():
        for each in proposals_in(briefing, dossier) if briefing.at.file == path else ():
            start, end = view.checked.locator.whole(each.fact.at)
            if _touches(view.lines(path).range(start, end), range_):
                written = ", ".join(f"{key}: {value}" for key, value in each.entries)
                rows = [replacement(edit, view.checked.locator) for edit in each.fix.edits]
                edit = workspace_edit(view, {path: rows})
                yield types.CodeAction(f"Add “{written}” ({each.reason})", types.CodeActionKind.QuickFix, edit=edit)


def _cure(view: View, finding: Finding) -> Fix | None:
    """The cure that a finding brings, or the word that it thinks was meant."""
    meant = _MEANT.fullmatch(finding.help)
    if finding.fix or not meant:
        return finding.fix
    span = Span(finding.at.file, *view.checked.locator.offsets(finding.at))
    is_link = view.lines(span.file).text.startswith("#", span.start)
    return Fix((Edit(span, "#" * is_link + meant[1]),), safe=False)


def _quick_fix(view: View, finding: Finding, fix: Fix) -> types.CodeAction:
    changes: dict[str, list[Replacement]] = {}
    for edit in fix.edits:
        is_bare = isinstance(edit.at, Span) and finding.fix is None
        row = Replacement(*view.checked.locator.offsets(edit.at), edit.text) if is_bare else None
        changes.setdefault(edit.at.file, []).append(row or replacement(edit, view.checked.locator))
    title = _title(fix.edits[0])
    return types.CodeAction(
        title if fix.safe else f"{title} (may change what the sheet says)",
        types.CodeActionKind.QuickFix,
        diagnostics=[diagnostic(view, finding)],
        is_preferred=fix.safe,
        edit=workspace_edit(view, changes),
    )


def _title(edit: Edit) -> str:
    """What a fix does, in a few words."""
    written = " ".join(edit.text.split())
    short = written if len(written) <= _LONGEST else written[: _LONGEST - 1] + "…"
    if edit.form is Form.QUOTED:
        return "Put it in quotation marks"
    if edit.form is Form.BESIDE:
        return f"Add “{short}”"
    return f"Write “{short}”" if short else "Take it out"


def workspace_edit(view: View, changes: dict[str, list[Replacement]]) -> types.WorkspaceEdit:
    """Changes of files, bound to the versions to which they apply."""
    edits: list[types.TextDocumentEdit | types.CreateFile | types.RenameFile | types.DeleteFile] = []
    for path, rows in changes.items():
        document, lines = view.documents.get(path), view.lines(path)
        texts = [types.TextEdit(lines.range(each.start, each.end), each.text) for each in rows]
        name = types.OptionalVersionedTextDocumentIdentifier(view.uri(path), document.version if document else None)
        edits.append(types.TextDocumentEdit(name, texts))
    return types.WorkspaceEdit(document_changes=edits)


def _is_wanted(kind: str, only: list[types.CodeActionKind | str] | None) -> bool:
    wanted = [str(each.value if isinstance(each, types.CodeActionKind) else each) for each in only or [""]]
    kind = str(kind.value if isinstance(kind, types.CodeActionKind) else kind)
    return any(not each or kind == each or kind.startswith(f"{each}.") for each in wanted)


def _touches(one: types.Range, other: types.Range) -> bool:
    return one.start <= other.end and other.start <= one.end
