"""What a sheet leaves open and its sources answer beyond doubt: the speaker, and the day that words mean.

These are no findings: a fact without a speaker or a day is right as it stands, and the page says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefsmith.analysis.dossier import Dossier
from briefsmith.evidence.chains import voices_of
from briefsmith.evidence.speakers import speaker_beside
from briefsmith.model.fact import Fact
from briefsmith.model.statements import Event, Position, Statement
from briefsmith.model.vocabulary import Status
from briefsmith.reading.corpus import Briefing
from briefsmith.rules.particulars import proposed_days

_NOBODY = {Status.RUMOUR, Status.DENIED, Status.UNATTRIBUTED}
"""Behind these stands nobody, or nobody with a name."""


def proposals(dossier: Dossier) -> Iterator[str]:
    """What could be filled in, a line each."""
    for briefing in dossier.corpus.briefings.values():
        for fact in briefing.facts:
            if statement := fact.statement:
                yield from _speaker(fact, statement, briefing, dossier)
                yield from _day(fact, statement, dossier)


def _speaker(fact: Fact, statement: Statement, briefing: Briefing, dossier: Dossier) -> Iterator[str]:
    """The actor beside the speech verb of every quote, where no quote has a speaker yet."""
    is_open = all(voice.by is None and voice.unnamed is None for voice in voices_of(statement))
    if not is_open or isinstance(statement, Event) or statement.status in _NOBODY:
        return
    found = [speaker_beside(each, briefing) for each in dossier.evidence.of(fact) if each.match]
    actors = {actor for actor, _ in found}
    if len(actors) == 1 and found[0][0]:
        actor, words = found[0]
        by = "self" if isinstance(statement, Position) and fact.holders == (actor,) else actor
        yield f"`{fact.key}`: speaker not recorded; the sentence says `{words}`: `by: {by}`"


def _day(fact: Fact, statement: Statement, dossier: Dossier) -> Iterator[str]:
    """The day that `date_words` mean, counted from the article's own, where they mean one day and no date is given."""
    source = next((each.source for each in dossier.evidence.of(fact) if each.source), None)
    if statement.date or not statement.date_words or source is None or source.record.date is None:
        return
    base = source.record.date.earliest if source.record.date.is_exact else None
    days = proposed_days(statement.date_words, source.language, base) if base else ()
    if len(days) == 1:
        words = f"`date: {days[0].iso()}` and `date_basis: relative`"
        yield f"`{fact.key}`: `date_words` say `{statement.date_words}` and no `date` is given: {words}"
