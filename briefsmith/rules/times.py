"""Fit of the times that a fact's own sentence names: its months and weekdays are those of its quotes or of its date."""

from __future__ import annotations

from collections.abc import Iterator

from briefsmith.analysis.dossier import Dossier
from briefsmith.evidence.calendar_words import knows_calendar, months_meant, weekdays_in
from briefsmith.findings import catalogue as codes
from briefsmith.findings.finding import Finding
from briefsmith.model.fact import Fact
from briefsmith.model.statements import Statement
from briefsmith.reading.corpus import Briefing
from briefsmith.rules.particulars import Passage, key_of, names_month, number_of_weekday, passages_around, statements
from briefsmith.values.edtf import Point, points_of

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def check_times_of_sentences(dossier: Dossier) -> Iterator[Finding]:
    """A fact's sentence names a month that nothing states, or another weekday than what it quotes."""
    for briefing, fact, statement in statements(dossier):
        around = list(passages_around(fact, statement, dossier, briefing))
        if statement.note or statement.date_note or not around or not knows_calendar(briefing.sheet.language):
            continue
        points = _points(statement)
        # "On Tuesday" and "by the end of the month" are in the article's own month.
        known = {point.month for point in points} | set(_months_of_articles(fact, dossier))
        for word in [*_months(fact, briefing, around, known), *_weekdays(fact, briefing, around, points)]:
            message = f"`{word}` of the sentence stands neither in what it quotes nor in its date"
            help_ = "quote the words for it, give the `date`, correct it, or say in `note` where it is from"
            yield Finding(codes.DATE_NOT_IN_QUOTE, fact.at.at(key_of(fact)), message, help_)


def _months(fact: Fact, briefing: Briefing, around: list[Passage], known: set[int | None]) -> Iterator[str]:
    for month, word in months_meant(fact.sentence, briefing.sheet.language):
        if month not in known and not any(names_month(month, each) for each in around):
            yield word


def _weekdays(fact: Fact, briefing: Briefing, around: list[Passage], points: list[Point]) -> Iterator[str]:
    quoted = {day for each in around for day in weekdays_in(each.text, each.language)}
    known = quoted | {number_of_weekday(point.earliest) for point in points if point.is_full_day}
    for day in weekdays_in(fact.sentence, briefing.sheet.language) if quoted else ():
        if day not in known:
            yield _DAYS[day]


def _points(statement: Statement) -> list[Point]:
    dates = [each for each in (statement.date, statement.since, statement.until) if each]
    return [point for each in dates for point in points_of(each.form)]


def _months_of_articles(fact: Fact, dossier: Dossier) -> Iterator[int]:
    for citation in dossier.evidence.of(fact):
        date = citation.source.record.date if citation.source else None
        for day in (date.earliest, date.latest) if date else ():
            if day:
                yield day.month
