"""Dates: where they come from is said, and what must be a day is one."""

from __future__ import annotations

from collections.abc import Iterator

from briefsmith.analysis.day import is_overdue
from briefsmith.analysis.dossier import Dossier
from briefsmith.findings import catalogue as codes
from briefsmith.findings.finding import Address, Finding
from briefsmith.model.fact import FactKind
from briefsmith.model.objects import Term
from briefsmith.model.vocabulary import BriefingState, DateBasis


def check_date_notes(dossier: Dossier) -> Iterator[Finding]:
    """A date was inferred or computed, and nobody says how."""
    for fact in dossier.corpus.facts:
        statement = fact.statement
        if statement and not statement.date_note:
            explained = statement.date_basis is DateBasis.RELATIVE and statement.date_words
            yield from _without_note(statement.date_basis, bool(explained), fact.at.at("date_basis"))
    for source in dossier.corpus.sources.values():
        if not source.record.date_note:
            yield from _without_note(source.record.date_basis, False, source.at_field("date_basis"))


def check_review_days(dossier: Dossier) -> Iterator[Finding]:
    """A day of review is no full date."""
    for briefing in dossier.corpus.briefings.values():
        days = [(briefing.at.at("review_by"), briefing.sheet.review_by)]
        days += [
            (fact.at.at("review_by"), fact.item.review_by) for fact in briefing.facts if not isinstance(fact.item, Term)
        ]
        for at, day in days:
            if day is not None and not day.is_exact:
                message = f"`{day.written}` is no full day"
                yield Finding(codes.REVIEW_NOT_A_DAY, at, message, "write it like 2025-12-10")


def check_days_of_saying(dossier: Dossier) -> Iterator[Finding]:
    """A position was taken after the day for which the briefing is good."""
    for briefing in dossier.corpus.briefings.values():
        day = briefing.sheet.date
        for fact in briefing.of_kind(FactKind.POSITION):
            date = fact.statement.date if fact.statement else None
            if date and date.earliest and day.latest and date.earliest > day.latest:
                message = f"{date.written} is after the day of the briefing, {day.written}"
                help_ = "correct it, or move the `date` of the briefing to the day for which it is good"
                yield Finding(codes.AFTER_THE_BRIEFING, fact.at.at("date"), message, help_)


def check_overdue(dossier: Dossier) -> Iterator[Finding]:
    """A briefing that is kept up was not reviewed in time, by the site's day."""
    for briefing in dossier.corpus.briefings.values():
        sheet = briefing.sheet
        if sheet.state is BriefingState.CURRENT and is_overdue(sheet.review_by, dossier.day):
            assert sheet.review_by is not None
            message = f"review was due by {sheet.review_by.written}"
            help_ = "review it and move `review_by`, or write `state: closed`"
            yield Finding(codes.OVERDUE_REVIEW, briefing.at.at("review_by"), message, help_)


def _without_note(basis: DateBasis | None, explained: bool, at: Address) -> Iterator[Finding]:
    if basis in {DateBasis.INFERRED, DateBasis.RELATIVE} and not explained:
        how = "or the source's words as `date_words`" if basis is DateBasis.RELATIVE else "in a sentence"
        message = f"date is {basis.value}, and nothing says how" if basis else ""
        yield Finding(codes.DATE_WITHOUT_NOTE, at, message, f"add `date_note:`, {how}")
