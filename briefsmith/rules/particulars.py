"""Fit of the particulars: numbers, days and places of a fact stand in what it quotes, or a note explains them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from briefsmith.analysis.dossier import Dossier
from briefsmith.evidence.calendar_words import distances_in, knows_calendar, months_in, weekdays_in
from briefsmith.evidence.naming import is_named, script_of, sentences_of
from briefsmith.evidence.numbers import knows_numbers, numbers_in, states_number
from briefsmith.evidence.tracing import Citation
from briefsmith.evidence.written_numbers import Written, written_numbers
from briefsmith.findings import catalogue as codes
from briefsmith.findings.finding import Edit, Finding, Fix
from briefsmith.model.fact import Fact
from briefsmith.model.statements import Figure, Statement
from briefsmith.model.vocabulary import DateBasis
from briefsmith.reading.corpus import Briefing
from briefsmith.values.day import Day
from briefsmith.values.edtf import EdtfDate, Point, points_of

_WEEK = 7
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Passage:
    """What a fact quotes, or the sentences around it, with the language it is in."""

    text: str
    language: str


def check_numbers(dossier: Dossier) -> Iterator[Finding]:
    """A number of a fact's value or sentence stands in none of its quotes."""
    for briefing, fact, statement in statements(dossier):
        quoted = list(_quoted(fact, dossier, briefing))
        if statement.note or not quoted:
            continue
        own = _numbers_of_dates(statement) | _years_of_articles(fact, dossier)
        in_any_scale = not knows_numbers(briefing.sheet.language)
        missing = [row for row in _numbers_of_value(statement) if not _is_stated(row[0], quoted)]
        for _, written in missing:
            yield _number_missing(fact, "value", written)
        own |= {number for number, _ in missing}  # told already
        for each in written_numbers(fact.sentence, briefing.sheet.language):
            if not _is_explained(each, own, quoted, in_any_scale=in_any_scale):
                yield _number_missing(fact, key_of(fact), each.words)


def check_days(dossier: Dossier) -> Iterator[Finding]:
    """A date counts as stated, and the quoted sentences do not state it."""
    for briefing, fact, statement in statements(dossier):
        if statement.date_basis not in {None, DateBasis.STATED} or statement.date_note or statement.note:
            continue
        around = list(passages_around(fact, statement, dossier, briefing))
        days = [each.source.record.date for each in dossier.evidence.of(fact) if each.source]
        for key in ("date", "since", "until"):
            given: EdtfDate | None = getattr(statement, key)
            if given and around and (missing := _missing_part(given, around, days)):
                message = f"{missing} of `{key}` stands neither in the quoted sentences nor in `date_words`"
                help_ = "quote the words for it as `date_words`, or say where it is from: `date_basis`, `date_note`"
                yield Finding(codes.DATE_NOT_IN_QUOTE, fact.at.at(key), message, help_)


def check_words_of_days(dossier: Dossier) -> Iterator[Finding]:
    """`date_words` name another day than the date."""
    for _, fact, statement in statements(dossier):
        source = next((each.source for each in dossier.evidence.of(fact) if each.source), None)
        if not statement.date_words or not statement.date or not statement.date.is_exact or source is None:
            continue
        assert statement.date.earliest
        base = source.record.date.earliest if source.record.date and source.record.date.is_exact else None
        meant = _meant_day(statement.date_words, source.language, statement.date.earliest, base)
        if meant:
            message = (
                f"`date_words` are for {meant}, and {statement.date.written} is a {_weekday(statement.date.earliest)}"
            )
            days = proposed_days(statement.date_words, source.language, base) if base else ()
            at = fact.at.at("date")
            fix = Fix((Edit(at, days[0].iso()),), safe=False) if len(days) == 1 else None
            yield Finding(codes.WORDS_OF_ANOTHER_DAY, at, message, _count_from(base, days), (), fix)


def check_places(dossier: Dossier) -> Iterator[Finding]:
    """A place of a fact is named in none of its quoted sentences."""
    for briefing, fact, statement in statements(dossier):
        around = list(passages_around(fact, statement, dossier, briefing))
        if statement.note or not around:
            continue
        for index, place in enumerate(statement.places):
            names = _names_of_place(place, briefing)
            readable = [
                (name, passage.text)
                for name in names
                for passage in around
                if script_of(name) == script_of(passage.text)
            ]
            if readable and not any(is_named(name, text) for name, text in readable):
                message = f"place `{place}` is not named in the quoted sentences"
                help_ = "quote the words that name it, add their spelling to its `other_names`, or explain it in `note`"
                yield Finding(codes.PLACE_NOT_IN_QUOTE, fact.at.at("places", index), message, help_)


def proposed_days(words: str, language: str, base: Day) -> tuple[Day, ...]:
    """The day that the words mean, counted from the article's own; of a weekday the last one up to it and the next."""
    distances, named = distances_in(words, language), weekdays_in(words, language)
    if len(distances) == 1 and not named:
        return (base.plus(next(iter(distances))),)
    if len(named) != 1 or distances:
        return ()
    last = base.plus(-((number_of_weekday(base) - next(iter(named))) % _WEEK))
    return (last, last.plus(_WEEK))


def statements(dossier: Dossier) -> Iterator[tuple[Briefing, Fact, Statement]]:
    """Every fact that says something of the world, with its briefing."""
    for briefing in dossier.corpus.briefings.values():
        for fact in briefing.facts:
            if fact.statement:
                yield briefing, fact, fact.statement


def _found(fact: Fact, dossier: Dossier) -> Iterator[Citation]:
    return (each for each in dossier.evidence.of(fact) if each.match and each.source and each.source.article)


def _quoted(fact: Fact, dossier: Dossier, briefing: Briefing) -> Iterator[Passage]:
    for citation in _found(fact, dossier):
        assert citation.source
        yield Passage(citation.quote.exact, citation.source.language)
        if citation.quote.translation:
            yield Passage(citation.quote.translation, briefing.sheet.language)


def passages_around(fact: Fact, statement: Statement, dossier: Dossier, briefing: Briefing) -> Iterator[Passage]:
    """The quoted sentences, translations and the words for the date."""
    for citation in _found(fact, dossier):
        assert citation.source
        yield Passage(sentences_of(citation), citation.source.language)
        if citation.quote.translation:
            yield Passage(citation.quote.translation, briefing.sheet.language)
        if statement.date_words:
            yield Passage(statement.date_words, citation.source.language)


def _is_stated(number: Decimal, passages: list[Passage], *, in_any_scale: bool = False) -> bool:
    return any(states_number(each.text, number, each.language, in_any_scale=in_any_scale) for each in passages)


def _is_explained(written: Written, dates: set[Decimal], quoted: list[Passage], *, in_any_scale: bool) -> bool:
    """Whether a number of the sentence is one of its quotes, or of its date; or all numbers that it is made of are."""

    def is_there(number: Decimal) -> bool:
        return number in dates or _is_stated(number, quoted, in_any_scale=in_any_scale)

    return any(map(is_there, written.meanings)) or (bool(written.parts) and all(map(is_there, written.parts)))


def _numbers_of_value(statement: Statement) -> Iterator[tuple[Decimal, str]]:
    """The numbers of a figure's value; not 1, which languages say with an article or a form of the noun."""
    if isinstance(statement, Figure):
        value = statement.value
        for number in dict.fromkeys((value.value, value.minimum, value.maximum)):
            if number is not None and abs(number) != 1:
                yield abs(number), f"{abs(number):,f}"


def _numbers_of_dates(statement: Statement) -> set[Decimal]:
    dates = [each for each in (statement.date, statement.since, statement.until) if each]
    points = [point for each in dates for point in points_of(each.form)]
    return {Decimal(part) for point in points for part in (point.year, point.month, point.day) if part is not None}


def _years_of_articles(fact: Fact, dossier: Dossier) -> set[Decimal]:
    """The years that an article may leave out, because they are its own."""
    dates = [each.source.record.date for each in dossier.evidence.of(fact) if each.source]
    days = [day for date in dates if date for day in (date.earliest, date.latest) if day]
    return {Decimal(day.year) for day in days}


def _number_missing(fact: Fact, key: str, written: str) -> Finding:
    message = f"number {written} stands in no quote of the fact"
    help_ = "quote the words that give it, correct it, or say in `note` where it is from"
    return Finding(codes.NUMBER_NOT_IN_QUOTE, fact.at.at(key), message, help_)


def key_of(fact: Fact) -> str:
    """The key under which the sentence of a fact stands."""
    return str(getattr(fact.item, "kind", fact.kind.value))


def _is_of_article(given: EdtfDate, days: list[EdtfDate | None]) -> bool:
    """Whether a date is, or contains, the day of one of the articles."""
    return any(
        given.earliest and given.latest and day and day.earliest and day.latest
        and given.earliest <= day.latest and day.earliest <= given.latest
        for day in days
    )  # fmt: skip


def _missing_part(given: EdtfDate, around: list[Passage], days: list[EdtfDate | None]) -> str:
    """The first part of a date that is not stated, in words; empty where nothing is missing."""
    if None in days or _is_of_article(given, days):
        return ""
    for point in points_of(given.form):
        if point.is_qualified or any(_is_relative(point, each, days) for each in around):
            continue
        if point.day and not _any_number(point.day, around):
            return f"day {point.day}"
        if point.month and not any(names_month(point.month, each) for each in around):
            return f"month {point.month}"
        if point.year and not _is_year_of(point.year, days) and not _any_number(point.year, around):
            return f"year {point.year}"
    return ""


def _is_year_of(year: int, days: list[EdtfDate | None]) -> bool:
    """Whether an article may leave the year out, because it is its own."""
    return any(day and day.earliest and day.latest and year in {day.earliest.year, day.latest.year} for day in days)


def _is_relative(point: Point, passage: Passage, days: list[EdtfDate | None]) -> bool:
    """Whether a weekday, *yesterday* or the like near the article's day may stand for a date."""
    named = weekdays_in(passage.text, passage.language)
    distances = distances_in(passage.text, passage.language)
    for day in days:
        if day and day.earliest and point.is_full_day:
            apart = point.earliest.to_ordinal() - day.earliest.to_ordinal()
            if apart in distances or (abs(apart) <= _WEEK and number_of_weekday(point.earliest) in named):
                return True
    return False


def _any_number(number: int, around: list[Passage]) -> bool:
    return any(
        Decimal(number) in numbers_in(each.text, each.language) or re.search(rf"(?<!\d)0?{number}(?!\d)", each.text)
        for each in around
    )


def names_month(month: int, passage: Passage) -> bool:
    """Whether a passage names a month, in words or in a date in digits; yes where its language is not known."""
    if month in months_in(passage.text) or not knows_calendar(passage.language):
        return True
    return bool(re.search(rf"(?<!\d)0?{month}[./-]\d|\d[./-]0?{month}(?!\d)", passage.text))


def _meant_day(words: str, language: str, day: Day, base: Day | None) -> str:
    """The day that the words mean where it is certainly another than the date; else nothing."""
    if base:
        for distance in distances_in(words, language):
            meant = base.plus(distance)
            if len(distances_in(words, language)) == 1 and meant != day:
                return f"{meant.iso()}, a {_weekday(meant)}"
    named = weekdays_in(words, language)
    if len(named) == 1 and number_of_weekday(day) not in named:
        return f"a {_DAYS[next(iter(named))]}"
    return ""


def _count_from(base: Day | None, days: tuple[Day, ...]) -> str:
    if base is None:
        return "count again"
    proposed = " or ".join(f"`date: {day.iso()}`" for day in days)
    counted = f"count from the article's day, {base.iso()}, a {_weekday(base)}"
    return f"{counted}: {proposed}" if proposed else counted


def number_of_weekday(day: Day) -> int:
    """0 for Monday to 6."""
    return (day.to_ordinal() - 1) % _WEEK


def _weekday(day: Day) -> str:
    return _DAYS[number_of_weekday(day)]


def _names_of_place(place: str, briefing: Briefing) -> list[str]:
    if term := briefing.terms.get(place):
        return [term.term, *term.other_names, *term.renderings]
    if actor := briefing.actors.get(place):
        return [actor.name, *actor.other_names, *actor.names.values()]
    return [place]
