"""What a briefing does not know, computed from what it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from briefsmith.analysis.day import is_overdue
from briefsmith.analysis.places import PAGES
from briefsmith.evidence.chains import is_foreign, origins_of, parties_of, speakers_of, voices_of
from briefsmith.evidence.tracing import Evidence
from briefsmith.model.fact import Fact, FactKind
from briefsmith.model.reasoning import Question
from briefsmith.model.statements import Event, Position, Statement
from briefsmith.model.vocabulary import ActorType, QuestionStatus
from briefsmith.reading.corpus import Briefing

_SECTIONS = (FactKind.POSITION, FactKind.EVENT, FactKind.FIGURE, FactKind.CLAIM)


class Footing(Enum):
    """What a section has only one of."""

    ORIGIN = "origin"
    LANGUAGE = "language"


@dataclass(frozen=True, slots=True)
class Narrow:
    """A section that rests on one origin or language, in a briefing that has more."""

    section: str
    """The name of its page, such as `timeline`."""
    footing: Footing
    name: str
    """Id of the actor, name of the outlet (empty for one that is not named), or the tag of the language."""


@dataclass(frozen=True)
class Silence:
    """The gaps of a briefing; ids in the order of the sheet."""

    spoken_for: tuple[str, ...]
    """Holders whose positions are all told by others."""
    unheard: tuple[str, ...]
    """Actors without any position who are named only in others' words: neither they nor anybody for them speaks."""
    one_voice: tuple[str, ...]
    """Issues on which only one holder has a position."""
    origins: frozenset[str]
    """Where all its chains begin."""
    languages: frozenset[str]
    """In which all that it quotes is written."""
    narrow: tuple[Narrow, ...]
    sources: int
    open_questions: tuple[Fact, ...]
    overdue_questions: tuple[Fact, ...]
    """Those among them whose day of review has passed."""
    unnamed: tuple[Fact, ...]
    """Statements that rest on people whom no source names."""


def silence_in(briefing: Briefing, evidence: Evidence, day: date | None) -> Silence:
    """The gaps of one briefing on the site's day."""
    statements = [fact for fact in briefing.facts if fact.statement and not fact.statement.retracted]
    positions = [fact for fact in statements if fact.kind is FactKind.POSITION]
    questions = tuple(fact for fact in briefing.of_kind(FactKind.QUESTION) if _is_open(fact))
    return Silence(
        _spoken_for(positions, briefing),
        _unheard(statements, briefing),
        _one_voice(positions),
        _origins(statements, evidence, briefing),
        _languages(statements, evidence),
        tuple(_narrow(statements, evidence, briefing)),
        len(briefing.source_ids),
        questions,
        tuple(fact for fact in questions if isinstance(fact.item, Question) and is_overdue(fact.item.review_by, day)),
        tuple(fact for fact in statements if fact.statement and _has_unnamed(fact.statement)),
    )


def _spoken_for(positions: list[Fact], briefing: Briefing) -> tuple[str, ...]:
    own: dict[str, bool] = {}
    for fact in positions:
        assert isinstance(fact.item, Position)
        foreign = all(is_foreign(voice, fact.holders, briefing) for voice in voices_of(fact.item))
        for holder in fact.holders:
            own[holder] = own.get(holder, False) or not foreign
    return tuple(holder for holder, speaks in own.items() if not speaks)


def _unheard(statements: list[Fact], briefing: Briefing) -> tuple[str, ...]:
    heard: set[str] = set()
    named: dict[str, None] = {}
    for fact in statements:
        assert fact.statement is not None
        for name in (*speakers_of(fact), *fact.holders):
            heard |= parties_of(name, briefing)
        named |= dict.fromkeys(_named_in(fact.statement))
    return tuple(name for name in named if name not in heard and _may_speak(name, briefing))


def _has_unnamed(statement: Statement) -> bool:
    return any(voice.unnamed for voice in voices_of(statement))


def _named_in(statement: Statement) -> Iterator[str]:
    """The actors of whom a statement tells something."""
    if isinstance(statement, Event):
        yield from statement.actors
        yield from [statement.decider] if statement.decider else []
    about: tuple[str, ...] = getattr(statement, "about", ())
    yield from (name.removeprefix("actor:") for name in about)


def _may_speak(name: str, briefing: Briefing) -> bool:
    """Whether it is an actor that is no channel."""
    actor = briefing.actors.get(name)
    return actor is not None and actor.type is not ActorType.MEDIA


def _one_voice(positions: list[Fact]) -> tuple[str, ...]:
    voices: dict[str, set[str]] = {}
    for fact in positions:
        voices.setdefault(fact.issue, set()).update(fact.holders)
    return tuple(issue for issue, holders in voices.items() if len(holders) == 1)


def _narrow(statements: list[Fact], evidence: Evidence, briefing: Briefing) -> Iterator[Narrow]:
    all_origins = _origins(statements, evidence, briefing)
    all_languages = _languages(statements, evidence)
    for kind in _SECTIONS:
        facts = [fact for fact in statements if fact.kind is kind]
        for footing, whole, part in (
            (Footing.ORIGIN, all_origins, _origins(facts, evidence, briefing)),
            (Footing.LANGUAGE, all_languages, _languages(facts, evidence)),
        ):
            if len(whole) > 1 and len(part) == 1:
                yield Narrow(PAGES[kind], footing, *part)


def _origins(facts: Iterable[Fact], evidence: Evidence, briefing: Briefing) -> frozenset[str]:
    return frozenset(origin for fact in facts for origin in origins_of(fact, evidence, briefing))


def _languages(facts: Iterable[Fact], evidence: Evidence) -> frozenset[str]:
    return frozenset(each.source.language for fact in facts for each in evidence.of(fact) if each.source)


def _is_open(fact: Fact) -> bool:
    assert isinstance(fact.item, Question)
    return fact.item.status is not QuestionStatus.ANSWERED
