"""What a sheet leaves open and its sources answer beyond doubt: the speaker, and the day that words mean.

These are no findings: a fact without a speaker or a day is right as it stands, and the page says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefsmith.analysis.dossier import Dossier
from briefsmith.evidence.calendar_words import distance_words_in, months_in, weekdays_in
from briefsmith.evidence.chains import voices_of
from briefsmith.evidence.naming import sentences_of
from briefsmith.evidence.speakers import speaker_beside
from briefsmith.evidence.tracing import Citation
from briefsmith.findings.finding import Edit, Fix, Form
from briefsmith.findings.scalar import scalar
from briefsmith.model.fact import Fact
from briefsmith.model.statements import Event, Position, Statement
from briefsmith.model.vocabulary import Status
from briefsmith.reading.corpus import Briefing, Source
from briefsmith.rules.particulars import proposed_days
from briefsmith.values.day import Day

_NOBODY = {Status.RUMOUR, Status.DENIED, Status.UNATTRIBUTED}
"""Behind these stands nobody, or nobody with a name."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something that a fact leaves open and its sources answer."""

    fact: Fact
    reason: str
    """What is open, and the words that answer it."""
    entries: tuple[tuple[str, str], ...]
    """The keys to write and their values."""

    @property
    def message(self) -> str:
        """The reason and what to write, in a line."""
        written = [f"`{key}: {value}`" for key, value in self.entries]
        return f"{self.reason}: {', '.join(written[:-1])}{' and ' if written[1:] else ''}{written[-1]}"

    @property
    def fix(self) -> Fix:
        """The entries, put behind the evidence; unsafe, because they say something that the sheet did not."""
        at = self.fact.at.at("evidence")
        rows = (f"{key}: {scalar(value, '', 0)}" for key, value in self.entries)
        return Fix(tuple(Edit(at, row, Form.BESIDE) for row in rows), safe=False)


def proposals(dossier: Dossier) -> Iterator[Proposal]:
    """What could be filled in, in the order of the sheets."""
    for briefing in dossier.corpus.briefings.values():
        yield from proposals_in(briefing, dossier)


def proposals_in(briefing: Briefing, dossier: Dossier) -> Iterator[Proposal]:
    """What could be filled in, in one sheet."""
    for fact in briefing.facts:
        if statement := fact.statement:
            yield from _speaker(fact, statement, briefing, dossier)
            yield from _day(fact, statement, dossier)


def _speaker(fact: Fact, statement: Statement, briefing: Briefing, dossier: Dossier) -> Iterator[Proposal]:
    """The actor beside the speech verb of every quote, where no quote has a speaker yet."""
    is_open = all(voice.by is None and voice.unnamed is None for voice in voices_of(statement))
    if not is_open or isinstance(statement, Event) or statement.status in _NOBODY:
        return
    found = [speaker_beside(each, briefing) for each in dossier.evidence.of(fact) if each.match]
    actors = {actor for actor, _ in found}
    if len(actors) == 1 and found[0][0]:
        actor, words = found[0]
        by = "self" if isinstance(statement, Position) and fact.holders == (actor,) else actor
        yield Proposal(fact, f"speaker not recorded; the sentence says `{words}`", (("by", by),))


def _day(fact: Fact, statement: Statement, dossier: Dossier) -> Iterator[Proposal]:
    """The one day that words of the article mean, counted from its own, where no date is given."""
    if statement.date or statement.since or statement.until:
        return
    if statement.date_words:
        yield from _day_of_words(fact, statement, statement.date_words, dossier)
    else:
        yield from _day_in_sentence(fact, dossier)


def _day_of_words(fact: Fact, statement: Statement, words: str, dossier: Dossier) -> Iterator[Proposal]:
    """The day that `date_words` mean."""
    source = next((each.source for each in dossier.evidence.of(fact) if each.source), None)
    base = _base(source)
    days = proposed_days(words, source.language, base) if source and base else ()
    if len(days) == 1:
        basis = () if statement.date_basis else (("date_basis", "relative"),)
        reason = f"`date_words` say `{words}` and no `date` is given"
        yield Proposal(fact, reason, (("date", days[0].iso()), *basis))


def _day_in_sentence(fact: Fact, dossier: Dossier) -> Iterator[Proposal]:
    """The day of the only *yesterday* in the quoted sentences, where they name no other time.

    Other words are left alone: a weekday may be the last or the next, *today* may mean these years, and a day that is
    named in full or lies ahead is mostly that of something else: "denied that it had called off the round of 12 June".
    """
    found = {each for citation in dossier.evidence.of(fact) if citation.match for each in _past_days(citation)}
    if len(found) == 1:
        words, day = found.pop()
        if day:
            reason = f"the sentence says `{words}` and no `date` is given"
            yield Proposal(fact, reason, (("date", day.iso()), ("date_words", words), ("date_basis", "relative")))


def _past_days(citation: Citation) -> Iterator[tuple[str, Day | None]]:
    """The days before the article's that a quoted sentence names by their distance; None for any other time."""
    assert citation.source
    sentence, language = sentences_of(citation), citation.source.language
    for words, distance in distance_words_in(sentence, language):
        base = _base(citation.source)
        yield (words, base.plus(distance)) if base and distance < 0 else (words, None)
    if weekdays_in(sentence, language) or months_in(sentence):
        yield sentence, None


def _base(source: Source | None) -> Day | None:
    """The day of an article, where it is known to the day."""
    date = source.record.date if source else None
    return date.earliest if date and date.is_exact else None
