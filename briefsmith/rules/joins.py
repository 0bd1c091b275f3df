"""Joins: a quote that runs from one paragraph into the next, where no sign says that the first one ended."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from briefsmith.analysis.dossier import Dossier
from briefsmith.evidence.tracing import Citation
from briefsmith.findings import catalogue as codes
from briefsmith.findings.finding import Finding, Related, Span
from briefsmith.text.sentences import Sentence, is_open_ended


def check_joins(dossier: Dossier) -> Iterator[Finding]:
    """A quote makes one sentence of a headline or caption and what stands below it; a note on the fact says why."""
    for citation in dossier.evidence.citations:
        statement = citation.fact.statement if citation.fact else None
        for first, second in () if statement and statement.note else pairwise(citation.sentences):
            if first.paragraph != second.paragraph and _runs_on(citation, first, second):
                yield _joined(citation, first, second)
                break


def _runs_on(citation: Citation, first: Sentence, second: Sentence) -> bool:
    assert citation.source
    assert citation.source.article
    text = citation.source.article.file.text
    return is_open_ended(text[first.start : first.end], text[second.start : second.end])


def _joined(citation: Citation, first: Sentence, second: Sentence) -> Finding:
    assert citation.source
    related = (Related(Span(citation.source.record.file or "", first.end, second.start), "a paragraph ends here"),)
    message = "quote runs from one paragraph into the next as if they were one sentence"
    help_ = "split it in two quotes, or say in `note` why it stands as one"
    return Finding(codes.QUOTE_JOINS_PARAGRAPHS, citation.at, message, help_, related)
