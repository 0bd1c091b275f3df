"""An actor of a briefing as readers see it: offices, positions, what it says, where it is named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefsmith.analysis.dossier import Dossier
from briefsmith.evidence.chains import speakers_of
from briefsmith.model.fact import Fact, FactKind
from briefsmith.model.objects import Actor
from briefsmith.model.vocabulary import Status
from briefsmith.pages.views.fact_view import FactView, actors_in
from briefsmith.pages.views.facts import FactViews
from briefsmith.pages.views.quotes import QuoteView
from briefsmith.reading.corpus import Briefing


@dataclass(frozen=True, slots=True)
class ActorView:
    """An actor of a briefing."""

    id: str
    actor: Actor
    name: str
    """In the language of the briefing."""
    other_names: tuple[tuple[str, str], ...]
    """Its names in other languages, each with its tag; that of its first name is not recorded."""
    url: str
    posts: tuple[str, ...]
    part_of: str
    positions: tuple[FactView, ...]
    """Its own."""
    told: tuple[FactView, ...]
    """Those that others tell of it."""
    events: tuple[FactView, ...]
    says: tuple[FactView, ...]
    """What it says that is no position of its own: events, figures, claims, and positions of others."""
    speakers: tuple[str, ...]
    """Who speaks for it."""
    quotes: tuple[QuoteView, ...]


def actors_of(views: FactViews, events: list[FactView]) -> list[ActorView]:
    """The actors that a sheet declares or that its facts name; `events` are its events in their order."""
    return [_actor(name, views, events) for name in names_of_actors(views.dossier, views.briefing)]


def names_of_actors(dossier: Dossier, briefing: Briefing) -> list[str]:
    """The ids of the actors that a sheet declares or that its facts name."""
    named = dossier.corpus.memory.of(facts_by_actor, briefing)
    return [name for name in briefing.actors if name in briefing.sheet.actors or name in named]


def facts_by_actor(briefing: Briefing) -> dict[str, list[Fact]]:
    """The facts of a briefing that name each actor, by the actor's id."""
    found: dict[str, list[Fact]] = {}
    for fact in briefing.facts:
        for name in dict.fromkeys(actors_in(fact)):
            found.setdefault(name, []).append(fact)
    return found


def _actor(name: str, views: FactViews, events: list[FactView]) -> ActorView:
    briefing = views.briefing
    actor = briefing.actors[name]
    positions = [fact for fact in briefing.of_kind(FactKind.POSITION) if name in fact.holders]
    foreign = [fact for fact in positions if _is_told(fact)]
    found = views.dossier.evidence.by_subject
    citations = (*found.get(f"{briefing.id}#actor:{name}", ()), *found.get(f"registry#actor:{name}", ()))
    return ActorView(
        name,
        actor,
        views.name(name),
        tuple(_other_names(actor, views.name(name))),
        views.addresses.actor(briefing.id, name),
        tuple(f"{post.role}, {views.name(post.organization)}" for post in actor.all_posts),
        views.name(actor.part_of) if actor.part_of else "",
        tuple(views.of(*(fact for fact in positions if fact not in foreign))),
        tuple(views.of(*foreign)),
        tuple(view for view in events if name in actors_in(view.fact)),
        tuple(views.of(*(fact for fact in briefing.facts if _says(fact, name)))),
        tuple(dict.fromkeys(map(views.name, _speakers(positions, views)))),
        tuple(views.quote(each) for each in citations if each.match and each.source),
    )


def _other_names(actor: Actor, shown: str) -> Iterator[tuple[str, str]]:
    if actor.name != shown and actor.name not in actor.names.values():
        yield "", actor.name
    yield from ((language, name) for language, name in actor.names.items() if name != shown)


def _speakers(positions: list[Fact], views: FactViews) -> Iterator[str]:
    for fact in positions:
        if not _is_told(fact):
            yield from (
                name for name in speakers_of(fact) if name in views.briefing.actors and name not in fact.holders
            )


def _says(fact: Fact, actor: str) -> bool:
    return actor in speakers_of(fact) and actor not in fact.holders


def _is_told(fact: Fact) -> bool:
    """Whether a position is another side's account of it."""
    return bool(fact.statement and fact.statement.status is Status.CLAIMED)
