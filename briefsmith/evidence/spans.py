"""Spans of a text that quotes take up, counted once where quotes overlap."""

from __future__ import annotations

from collections.abc import Iterable

from briefsmith.evidence.tracing import Citation, Ledger

Spans = tuple[tuple[int, int], ...]
"""Half-open spans in code points, in order, none touching the next."""


def quoted_spans(citations: Iterable[Citation]) -> Spans:
    """Where quotes stand in their source, overlapping ones joined."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted({(each.match.start, each.match.end) for each in citations if each.match}):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def quoted_share(ledger: Ledger) -> float:
    """The share of a source's characters that some quote repeats, 0 to 1."""
    article = ledger.source.article
    length = len(article.file.text.strip()) if article else 0
    spans = quoted_spans(each for entry in ledger.entries for each in entry.citations)
    return sum(end - start for start, end in spans) / length if length else 0.0
