"""Fit: a quote that stands in its article may still say something else than what it is made to back.

A `note` on the fact says why a quote stands as it is, and silences these.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefsmith.analysis.dossier import Dossier
from briefsmith.evidence.clauses import CutOff, find_cut_off
from briefsmith.evidence.matching import Match, locate
from briefsmith.evidence.negation import TurnKind, find_doubt, has_lists, primary, says_doubt
from briefsmith.evidence.tracing import Citation
from briefsmith.findings import catalogue as codes
from briefsmith.findings.finding import Edit, Finding, Fix, Related, Span
from briefsmith.model.fact import Fact
from briefsmith.model.statements import Claim, Event, Position, Statement
from briefsmith.model.vocabulary import ClaimForm, Happening, PositionKind, Status
from briefsmith.reading.corpus import Source
from briefsmith.text.normal import normal_form

_UNSURE_KINDS = {
    PositionKind.CONDITION,
    PositionKind.OFFER,
    PositionKind.INTENTION,
    PositionKind.THREAT,
    PositionKind.INTEREST,
    PositionKind.UNDECIDED,
}
_UNSURE_STATUSES = {Status.CLAIMED, Status.UNATTRIBUTED, Status.RUMOUR, Status.DENIED, Status.REFUTED, Status.IMPLIED}
_UNSURE_FORMS = {ClaimForm.ALLEGATION, ClaimForm.FORECAST, ClaimForm.DENIAL}


def check_cut_off(dossier: Dossier) -> Iterator[Finding]:
    """A negation or hedge stands in the quote's own clause, just outside the quote."""
    for citation in stated(dossier):
        assert citation.source
        assert citation.source.article
        assert citation.match
        text, span = citation.source.article.file.text, (citation.match.start, citation.match.end)
        sentences = (citation.sentences[0].start, citation.sentences[-1].end)
        cut = find_cut_off(text, span, sentences, citation.source.language)
        is_said = cut and cut.kind is TurnKind.HEDGE and citation.fact and _condition_of(citation.fact)
        if cut and not is_said and not _is_quoted_beside(cut, citation, dossier.evidence.by_subject[citation.subject]):
            yield _cut_off(citation, citation.source, cut)


def check_certainty(dossier: Dossier) -> Iterator[Finding]:
    """The quote hedges, and the fact does not."""
    for briefing in dossier.corpus.briefings.values():
        language = briefing.sheet.language
        if not has_lists(language):
            continue
        for fact in briefing.facts:
            if fact.statement is None or fact.statement.note or _is_unsure(fact.statement):
                continue
            if says_doubt(fact.sentence, language) or says_doubt(fact.statement.only_if or "", language):
                continue
            yield from _hedged(dossier.evidence.of(fact))


def stated(dossier: Dossier) -> Iterator[Citation]:
    """The quotes that were found and back a statement on which no note stands."""
    for citation in dossier.evidence.citations:
        statement = citation.fact.statement if citation.fact else None
        if statement and not statement.note and citation.match and citation.source and citation.sentences:
            yield citation


def unchecked_languages(dossier: Dossier) -> Iterator[tuple[Source, str]]:
    """The sources with quotes in whose language no negations and hedges are known, each with that language."""
    used = {each.source.id for each in dossier.evidence.citations if each.source and each.match}
    for name, source in dossier.corpus.sources.items():
        if name in used and not has_lists(source.language):
            yield source, primary(source.language)


def _is_quoted_beside(cut: CutOff, citation: Citation, others: tuple[Citation, ...]) -> bool:
    """Whether another quote of the fact has the word, or stands behind it: what lies between two is told elsewhere."""
    assert citation.match
    for other in others:
        if other is citation or other.source is not citation.source or not other.match:
            continue
        start = min(citation.match.end, other.match.start)
        end = max(citation.match.start, other.match.end)
        if other.sentences and other.sentences[0] in citation.sentences and start <= cut.start and cut.end <= end:
            return True
    return False


def _condition_of(fact: Fact) -> str:
    """What a fact says that it depends on."""
    return (fact.statement.only_if if fact.statement else None) or ""


def _cut_off(citation: Citation, source: Source, cut: CutOff) -> Finding:
    is_negation = cut.kind is TurnKind.NEGATION
    code = codes.NEGATION_OUTSIDE_QUOTE if is_negation else codes.HEDGE_OUTSIDE_QUOTE
    message = f"quote leaves out `{cut.words}`, which stands in the same clause"
    related = (Related(Span(source.record.file or "", cut.start, cut.end), "left out"),)
    wider = _wider(citation, source, cut.widened)
    help_ = f"quote `{wider}`" if wider else "quote the whole clause, with that word"
    fix = Fix((Edit(citation.at, wider),), safe=False) if wider else None
    return Finding(code, citation.at, message, f"{help_}; or say in `note` why it stands without", related, fix)


def _wider(citation: Citation, source: Source, span: tuple[int, int]) -> str:
    """The quote with what it left out; empty where that does not stand in the source once."""
    assert source.article
    passage = normal_form(source.article.file.text[slice(*span)])
    bare = replace(citation.quote, exact=passage, prefix=None, suffix=None)
    has_context = citation.quote.prefix or citation.quote.suffix
    return passage if isinstance(locate(bare, source.article.normal), Match) and not has_context else ""


def _hedged(citations: tuple[Citation, ...]) -> Iterator[Finding]:
    for citation in citations:
        if not (citation.match and citation.source and citation.source.article):
            continue
        quoted = citation.source.article.file.text[citation.match.start : citation.match.end]
        if doubt := find_doubt(quoted, citation.source.language):
            message = f"quote says `{doubt.words}`, and the fact is certain"
            help_ = "say it in the fact's sentence, with a kind, status or `happening`, or in `note`"
            yield Finding(codes.MORE_CERTAIN_THAN_QUOTE, citation.at, message, help_)
            return


def _is_unsure(statement: Statement) -> bool:
    """Whether kind, form, status or what became of an event already says that it may not be so."""
    if statement.status in _UNSURE_STATUSES or statement.only_if:
        return True
    if isinstance(statement, Position):
        return statement.kind in _UNSURE_KINDS
    if isinstance(statement, Event):
        return statement.happening not in {None, Happening.HELD}
    return isinstance(statement, Claim) and statement.form in _UNSURE_FORMS
