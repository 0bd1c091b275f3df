"""Attribution chains: through whom a statement came to the page, and where the chains of a fact begin.

Chain = `by`, own `via`, the source's `via`, publisher. It is a claim about who said what, and printed as one.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from briefsmith.evidence.matching import occurs
from briefsmith.evidence.tracing import Evidence
from briefsmith.model.evidence import Quote, Unnamed
from briefsmith.model.fact import Fact
from briefsmith.model.fields import UNKNOWN
from briefsmith.model.statements import Statement
from briefsmith.model.vocabulary import ActorType, Status
from briefsmith.reading.corpus import Briefing, Source
from briefsmith.text.yamltree import Path


class LinkKind(Enum):
    """What a link of a chain did."""

    SPEAKER = "speaker"
    UNNAMED = "unnamed"
    """People whom the source does not name; the link's actor is then empty and its words theirs."""
    OUTLET = "outlet"
    """The outlet speaks in its own voice."""
    NOT_RECORDED = "not-recorded"
    VIA = "via"
    REPORTER = "reporter"
    PUBLISHER = "publisher"


@dataclass(frozen=True, slots=True)
class Link:
    """One link. `actor` is an id, `words` what to print where there is no actor."""

    kind: LinkKind
    actor: str = ""
    words: str = ""
    own_agency: bool = False
    """An agency that belongs to the side of the speaker or of the holder."""


Chain = tuple[Link, ...]


def chain_of(fact: Fact, source: Source | None, briefing: Briefing, quote: Quote | None = None) -> Chain:
    """The chain of a fact through one of its sources; a quote of it may name its own speaker and channels."""
    statement = said_in(fact.item, quote) if isinstance(fact.item, Statement) else None
    speakers = _speakers(fact, statement, source)
    side = _side(fact, statement, briefing)
    own = (
        [Link(LinkKind.VIA, actor, "", _is_own_agency(actor, side, briefing)) for actor in statement.via]
        if statement
        else []
    )
    return (*speakers, *own, *_source_links(source, side, briefing))


def said_in(statement: Statement, quote: Quote | None) -> Statement:
    """A statement with the speaker and the channels that one of its quotes names for itself."""
    if quote is None or not (quote.by or quote.by_unnamed or quote.via):
        return statement
    own: dict[str, object] = {"via": quote.via} if quote.via else {}
    if quote.by or quote.by_unnamed:
        own |= {"by": quote.by, "by_unnamed": quote.by_unnamed}
    return statement.model_copy(update=own)


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says a statement in one or more of its quotes, and where the sheet says so."""

    by: str | None
    unnamed: Unnamed | None
    at: Path
    """From the statement to the object with the keys `by` and `by_unnamed`: empty for the statement's own."""


def voices_of(statement: Statement) -> tuple[Voice, ...]:
    """Everybody who says a statement: for each of its quotes its own speaker, else the statement's."""
    found = [
        Voice(quote.by, quote.by_unnamed, ("evidence", *quote.at[:-1]))
        for quote in statement.evidence
        if quote.by or quote.by_unnamed
    ]
    if len(found) < len(statement.evidence) or not found:
        found.insert(0, Voice(statement.by, statement.by_unnamed, ()))
    return tuple(found)


def speakers_of(fact: Fact) -> tuple[str, ...]:
    """The actors who say a fact in any of its quotes, each once; the holders stand for themselves."""
    said_by = [voice.by for voice in voices_of(fact.statement)] if fact.statement else []
    named = [fact.holders if by == "self" else (by,) for by in said_by if by and by != "outlet"]
    return tuple(dict.fromkeys(name for names in named for name in names))


def is_foreign(voice: Voice, holders: tuple[str, ...], briefing: Briefing) -> bool:
    """Whether a named speaker belongs to none of the holders."""
    return voice.by not in {None, "self", "outlet"} and not belongs_to(str(voice.by), holders, briefing)


def parties_of(actor: str, briefing: Briefing) -> frozenset[str]:
    """An actor and everything that it belongs to: by part, office or mandate, step by step."""
    found: set[str] = set()
    waiting = [actor]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found.add(name)
        if known := briefing.actors.get(name):
            waiting += [post.organization for post in known.all_posts]
            waiting += [post.on_behalf_of for post in known.all_posts if post.on_behalf_of]
            waiting += [above for above in (known.part_of, known.on_behalf_of) if above]
    return frozenset(found)


def belongs_to(actor: str, holders: tuple[str, ...], briefing: Briefing) -> bool:
    """Whether an actor may speak for one of the holders."""
    parties = parties_of(actor, briefing)
    members = {member for holder in holders if (known := briefing.actors.get(holder)) for member in known.members}
    return not parties.isdisjoint({*holders, *members})


def origins_of(fact: Fact, evidence: Evidence, briefing: Briefing) -> frozenset[str]:
    """Where the fact's chains begin; people whom a source does not name never add an origin."""
    found = set()
    for citation in evidence.of(fact):
        chain = chain_of(fact, citation.source, briefing, citation.quote)
        firm = [link for link in chain if link.kind not in {LinkKind.NOT_RECORDED, LinkKind.OUTLET}]
        if firm and firm[0].kind is not LinkKind.UNNAMED:
            found.add(firm[0].actor or _actor_named(firm[0].words, briefing))
    return frozenset(found)


def count_origins(origins: frozenset[str]) -> int:
    """How many origins can be told apart: an outlet that nobody names may be any of the others."""
    return len(origins - {""}) or len(origins)


def _side(fact: Fact, statement: Statement | None, briefing: Briefing) -> set[str]:
    """All that the speaker, named or not, and the holders of a position belong to."""
    named = [statement.by] if statement and statement.by else []
    unnamed = [statement.by_unnamed.side] if statement and statement.by_unnamed and statement.by_unnamed.side else []
    return {party for actor in (*named, *unnamed, *fact.holders) for party in parties_of(actor, briefing)}


def _actor_named(words: str, briefing: Briefing) -> str:
    """The actor of this name, so that a publisher and the agency of its name are one origin; else the words."""
    return next((id_ for id_, actor in briefing.actors.items() if words in (actor.name, *actor.other_names)), words)


def _speakers(fact: Fact, statement: Statement | None, source: Source | None) -> list[Link]:
    if statement is None:
        return []
    if statement.by_unnamed:
        return [Link(LinkKind.UNNAMED, "", _words_in(statement.by_unnamed.words, source))]
    if statement.by == "outlet":
        return [Link(LinkKind.OUTLET)]
    if statement.by == "self":
        return [Link(LinkKind.SPEAKER, holder) for holder in fact.holders]
    if statement.by:
        return [Link(LinkKind.SPEAKER, statement.by)]
    # Nobody stands behind a rumour, nor behind a denied one; "not recorded" would say that somebody does.
    return [] if statement.status in {Status.RUMOUR, Status.DENIED} else [Link(LinkKind.NOT_RECORDED)]


def _words_in(words: str, source: Source | None) -> str:
    """The words for people who are not named, where this source uses them; another may call them otherwise."""
    article = source.article if source else None
    return words if article and occurs(words, article.normal) else ""


def _source_links(source: Source | None, side: set[str], briefing: Briefing) -> list[Link]:
    if source is None:
        return []
    record = source.record
    links = [Link(LinkKind.REPORTER, actor, "", _is_own_agency(actor, side, briefing)) for actor in record.via]
    if record.publisher and record.publisher != UNKNOWN:
        return [*links, Link(LinkKind.PUBLISHER, "", record.publisher)]
    return [*links, Link(LinkKind.PUBLISHER)]


def _is_own_agency(actor: str, side: set[str], briefing: Briefing) -> bool:
    known = briefing.actors.get(actor)
    if known is None or known.type is not ActorType.MEDIA:
        return False
    return not (parties_of(actor, briefing) - {actor}).isdisjoint(side)
