"""Which diagnostics an editor has, and which it has to be told anew."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lsprotocol import types

from briefsmith.findings.finding import Finding
from briefsmith.lsp.diagnosing import Known, diagnostic, known, roots
from briefsmith.lsp.sites import Desk, Site, View

_Key = tuple[int | None, tuple[object, ...]]


class Publisher:
    """Keeps what was told, so that only what has changed is told again."""

    def __init__(self) -> None:
        self._told: dict[str, _Key] = {}
        self._known: dict[Path, Known] = {}

    def round(self, desk: Desk) -> list[types.PublishDiagnosticsParams]:
        """What has changed since the last round: findings by file, with the version to which they belong."""
        rows = [row for site in desk.sites() for row in self._of_site(desk, site)]
        gone = self._told.keys() - {row[0] for row in rows}
        told = [types.PublishDiagnosticsParams(uri, []) for uri in sorted(gone) if self._told.pop(uri)[1][1:]]
        for uri, key, view, findings in rows:
            if self._told.get(uri) != key:
                self._told[uri] = key
                shown = [diagnostic(view, each) for each in findings]
                told.append(types.PublishDiagnosticsParams(uri, shown, version=key[0]))
        return told

    def _of_site(self, desk: Desk, site: Site) -> Iterator[tuple[str, _Key, View, list[Finding]]]:
        """Each file of a site that is open or has findings."""
        view = desk.view(site)
        if view is None:
            return
        by_file: dict[str, list[Finding]] = {path: [] for path in view.documents}
        for finding in self._shown(site, view):
            by_file.setdefault(finding.at.file, []).append(finding)
        for path, findings in by_file.items():
            document = view.documents.get(path)
            texts = {path, *(each.at.file for finding in findings for each in finding.related)}
            # Texts that have not changed are the same objects from round to round.
            seen = tuple(view.corpus.snapshot.text(each) for each in sorted(texts))
            yield view.uri(path), (document.version if document else None, (seen, *findings)), view, findings

    def _shown(self, site: Site, view: View) -> list[Finding]:
        shown = list(roots(view.checked.findings, self._known.get(site.root, frozenset())))
        self._known[site.root] = known(shown)
        return shown
