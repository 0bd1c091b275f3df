"""What a briefing does not know, computed from what it holds."""

from __future__ import annotations

from dataclasses import dataclass

from briefsmith.evidence.chains import belongs_to, origins_of
from briefsmith.evidence.tracing import Evidence
from briefsmith.model.fact import Fact, FactKind
from briefsmith.model.reasoning import Question
from briefsmith.model.statements import Position
from briefsmith.model.vocabulary import QuestionStatus
from briefsmith.reading.corpus import Briefing


@dataclass(frozen=True)
class Silence:
    """The gaps of a briefing; ids in the order of the sheet."""

    spoken_for: tuple[str, ...]
    """Holders whose positions are all told by others."""
    one_voice: tuple[str, ...]
    """Issues on which only one holder has a position."""
    origins: frozenset[str]
    """Where all its chains begin."""
    sources: int
    open_questions: tuple[Fact, ...]
    unnamed: tuple[Fact, ...]
    """Statements that rest on people whom no source names."""


def silence_in(briefing: Briefing, evidence: Evidence) -> Silence:
    """The gaps of one briefing."""
    statements = [fact for fact in briefing.facts if fact.statement and not fact.statement.retracted]
    positions = [fact for fact in statements if fact.kind is FactKind.POSITION]
    origins = frozenset(origin for fact in statements for origin in origins_of(fact, evidence, briefing))
    return Silence(
        _spoken_for(positions, briefing),
        _one_voice(positions),
        origins,
        len(briefing.source_ids),
        tuple(fact for fact in briefing.of_kind(FactKind.QUESTION) if _is_open(fact)),
        tuple(fact for fact in statements if fact.statement and fact.statement.by_unnamed),
    )


def _spoken_for(positions: list[Fact], briefing: Briefing) -> tuple[str, ...]:
    own: dict[str, bool] = {}
    for fact in positions:
        assert isinstance(fact.item, Position)
        by = fact.item.by
        foreign = by is not None and by not in {"self", "outlet"} and not belongs_to(by, fact.holders, briefing)
        for holder in fact.holders:
            own[holder] = own.get(holder, False) or not foreign
    return tuple(holder for holder, speaks in own.items() if not speaks)


def _one_voice(positions: list[Fact]) -> tuple[str, ...]:
    voices: dict[str, set[str]] = {}
    for fact in positions:
        voices.setdefault(fact.issue, set()).update(fact.holders)
    return tuple(issue for issue, holders in voices.items() if len(holders) == 1)


def _is_open(fact: Fact) -> bool:
    assert isinstance(fact.item, Question)
    return fact.item.status is not QuestionStatus.ANSWERED
