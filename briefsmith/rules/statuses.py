"""Statuses: what a strong or a weak label needs before it may be used."""

from __future__ import annotations

from collections.abc import Iterator

from briefsmith.analysis.dossier import Dossier
from briefsmith.evidence.chains import count_origins, is_foreign, origins_of, voices_of
from briefsmith.findings import catalogue as codes
from briefsmith.findings.finding import Finding
from briefsmith.model.fact import FactKind
from briefsmith.model.reasoning import Assessment
from briefsmith.model.statements import Statement
from briefsmith.model.vocabulary import Status
from briefsmith.text.yamltree import Path

_TWO = 2
_NEEDS = {
    Status.CLAIMED: ("by", "say who claims it: `by: <id of an actor>`"),
    Status.UNATTRIBUTED: ("by_unnamed", "give the source's words for them: `by_unnamed: …`"),
    Status.DENIED: ("denied_by", "say who denies it, and give evidence of the denial"),
    Status.IMPLIED: ("note", "say in `note` through which statement it is known"),
}
_SECOND_HAND = {Status.CLAIMED, Status.UNATTRIBUTED, Status.RUMOUR, Status.DENIED, Status.REFUTED, Status.IMPLIED}


def check_proof(dossier: Dossier) -> Iterator[Finding]:
    """A status lacks the field that it rests on, or a rumour names a speaker."""
    for fact in dossier.corpus.facts:
        statement = fact.statement
        if statement is None or statement.status is None:
            continue
        field, help_ = _NEEDS.get(statement.status, ("", ""))
        if field and not getattr(statement, field) and not _by_its_quotes(statement, field):
            message = f"status `{statement.status}` without `{field}`"
            yield Finding(codes.STATUS_WITHOUT_PROOF, fact.at.at("status"), message, help_)
        if statement.status is Status.RUMOUR and (spoken := _by_of(statement)):
            message = "a rumour with a speaker is no rumour"
            help_ = "leave `by` out, or write `status: claimed`"
            yield Finding(codes.STATUS_WITHOUT_PROOF, fact.at.at(*spoken), message, help_)


def check_confirmed(dossier: Dossier) -> Iterator[Finding]:
    """Something counts as confirmed though all its chains begin in one place."""
    for briefing in dossier.corpus.briefings.values():
        for fact in briefing.facts:
            if fact.statement and fact.statement.status is Status.CONFIRMED:
                sources = {each.source.id for each in dossier.evidence.of(fact) if each.source and each.match}
                origins = count_origins(origins_of(fact, dossier.evidence, briefing))
                if len(sources) < _TWO or origins < _TWO:
                    message = f"confirmed by {_count(len(sources), 'source')} and {_count(origins, 'origin')}"
                    help_ = "it needs two sources whose chains begin differently; else it is `reported`"
                    yield Finding(codes.CONFIRMED_BY_ONE_ORIGIN, fact.at.at("status"), message, help_)


def check_foreign_positions(dossier: Dossier) -> Iterator[Finding]:
    """All who tell a position belong to others than its holder, and it is not marked as a claim."""
    for briefing in dossier.corpus.briefings.values():
        for fact in briefing.of_kind(FactKind.POSITION):
            statement = fact.statement
            if statement is None or statement.status in _SECOND_HAND:
                continue
            voices = voices_of(statement)
            if all(voice.by in briefing.actors and is_foreign(voice, fact.holders, briefing) for voice in voices):
                message = f"`{voices[0].by}` does not belong to `{' & '.join(fact.holders)}`"
                help_ = "write `status: claimed`; or give the speaker a post or `part_of` there"
                yield Finding(codes.FOREIGN_POSITION_NOT_CLAIMED, fact.at.at(*voices[0].at, "by"), message, help_)


def check_rumours(dossier: Dossier) -> Iterator[Finding]:
    """A rumour stands among the positions."""
    for fact in dossier.corpus.facts:
        if fact.kind is FactKind.POSITION and fact.statement and fact.statement.status is Status.RUMOUR:
            message, help_ = "a rumour is no position", "make it a claim with `status: rumour`"
            yield Finding(codes.RUMOUR_AS_POSITION, fact.at.at("status"), message, help_)


def check_moves(dossier: Dossier) -> Iterator[Finding]:
    """A move is named without saying from which position."""
    for fact in dossier.corpus.facts:
        if fact.statement and fact.statement.move and not fact.statement.supersedes:
            message, help_ = "`move` without `supersedes`", "name the position it replaces: `supersedes: <id>`"
            yield Finding(codes.MOVE_WITHOUT_SUPERSEDES, fact.at.at("move"), message, help_)


def check_judgements(dossier: Dossier) -> Iterator[Finding]:
    """A judgement does not say how likely it is, or why."""
    for fact in dossier.corpus.facts:
        if isinstance(fact.item, Assessment):
            for field in ("likelihood", "because"):
                if not getattr(fact.item, field):
                    message, help_ = f"judgement without `{field}`", f"add `{field}:`"
                    yield Finding(codes.JUDGEMENT_HALF_MADE, fact.at.at("judgement"), message, help_)


def check_speakers(dossier: Dossier) -> Iterator[Finding]:
    """A speaker is both named and unnamed."""
    for fact in dossier.corpus.facts:
        for at in _named_twice(fact.item) if isinstance(fact.item, Statement) else ():
            message = "both `by` and `by_unnamed`"
            help_ = "keep one: either the source names the speaker or it does not"
            yield Finding(codes.SPEAKER_NAMED_TWICE, fact.at.at(*at, "by_unnamed"), message, help_)


def _by_of(statement: Statement) -> Path:
    """The first place that names a speaker; empty where none does."""
    if statement.by:
        return ("by",)
    return next(((*voice.at, "by") for voice in voices_of(statement) if voice.by), ())


def _named_twice(statement: Statement) -> Iterator[Path]:
    """Where a speaker is named and called unnamed at once: in the statement itself, in one of its quotes."""
    if statement.by and statement.by_unnamed:
        yield ()
    yield from (voice.at for voice in voices_of(statement) if voice.at and voice.by and voice.unnamed)


def _by_its_quotes(statement: Statement, field: str) -> bool:
    """Whether every quote names for itself who speaks."""
    return field in {"by", "by_unnamed"} and all(getattr(quote, field) for quote in statement.evidence)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
