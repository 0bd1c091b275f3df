"""Actors, issues and events across all briefings: which facts are whose, found in one pass over the site.

An actor or issue of the registry is one thing in all briefings and has a page of its own. One that a sheet declares
is that sheet's alone: indexes lead to it where it stands, for two sheets may mean two things by the same id.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from briefsmith.analysis.dossier import Dossier
from briefsmith.analysis.staleness import in_order
from briefsmith.model.fact import Fact, FactKind
from briefsmith.model.objects import Actor, Issue
from briefsmith.model.statements import Event, Position, Statement
from briefsmith.model.vocabulary import Status
from briefsmith.pages.addresses import Addresses
from briefsmith.pages.language.labels import MOVES, position_mark
from briefsmith.pages.language.naming import actor_name, name_in
from briefsmith.pages.language.words import Words
from briefsmith.pages.paging import Paging
from briefsmith.pages.views.across_view import ActorAcross, Group, IndexEntry, IssueAcross, Row
from briefsmith.pages.views.actor_view import facts_by_actor
from briefsmith.pages.views.chips import Chips
from briefsmith.pages.views.links import Links
from briefsmith.pages.views.quotes import quote_view
from briefsmith.reading.corpus import Briefing

_SHARED = ""
"""In the place of a sheet's id: the registry."""


@dataclass(frozen=True)
class Across:
    """What the pages across all briefings show."""

    dossier: Dossier
    addresses: Addresses
    gettext: Words
    language: str
    briefings: tuple[Briefing, ...]
    """Newest first."""

    @cached_property
    def actors(self) -> list[ActorAcross]:
        """The actors of the registry that some fact names, by their names."""
        known = self.dossier.corpus.registry.actors
        found = [self._actor(name, known[name]) for sheet, name in self._by_actor if sheet == _SHARED]
        return sorted(found, key=lambda each: (each.name.casefold(), each.id))

    @cached_property
    def issues(self) -> list[IssueAcross]:
        """The issues of the registry on which some position is taken, by their titles."""
        known = self.dossier.corpus.registry.issues
        found = [self._issue(name, known[name]) for sheet, name in self._by_issue if sheet == _SHARED]
        return sorted(found, key=lambda each: (each.issue.title.casefold(), each.id))

    @cached_property
    def events(self) -> list[Fact]:
        """All events by date; what the desk took back is left to its briefing."""
        facts = [fact for briefing in self.briefings for fact in briefing.of_kind(FactKind.EVENT)]
        return sorted((fact for fact in facts if not _is_retracted(fact)), key=_when)

    @property
    def actor_count(self) -> int:
        """How many actors facts name."""
        return len(self._by_actor)

    @property
    def issue_count(self) -> int:
        """On how many issues positions are taken."""
        return len(self._by_issue)

    @cached_property
    def actor_index(self) -> list[IndexEntry]:
        """All actors that facts name, those of single sheets too, by their names."""
        shared = [
            self._entry(each.name, self.addresses.actor_across(each.id), ", ".join(each.posts), each)
            for each in self.actors
        ]
        local = [
            self._local(briefing, actor_name(briefing, name, self.language), url, "", len(facts))
            for (sheet, name), facts in self._by_actor.items()
            if sheet != _SHARED
            for briefing in (self.dossier.corpus.briefings[sheet],)
            for url in (self.addresses.actor(sheet, name),)
        ]
        return sorted([*shared, *local], key=_by_label)

    @cached_property
    def issue_index(self) -> list[IndexEntry]:
        """All issues on which positions are taken, those of single sheets too, by their titles."""
        shared = [
            self._entry(each.issue.title, self.addresses.issue_across(each.id), each.issue.question or "", each)
            for each in self.issues
        ]
        local = []
        for (sheet, name), facts in self._by_issue.items():
            if sheet != _SHARED:
                briefing = self.dossier.corpus.briefings[sheet]
                issue, url = briefing.issues.get(name), self.addresses.issue(sheet, name)
                title, question = (issue.title, issue.question or "") if issue else (name, "")
                local.append(self._local(briefing, title, url, question, len(facts)))
        return sorted([*shared, *local], key=_by_label)

    def groups(self, entries: Sequence[tuple[Group, Fact]], paging: Paging) -> list[tuple[Group, list[Row]]]:
        """The part of a page's entries that `paging` names, under their headings."""
        part = groupby(paging.of(entries), key=lambda entry: entry[0])
        return [(group, [self.row(fact) for _, fact in found]) for group, found in part]

    def row(self, fact: Fact) -> Row:
        """A fact as a list of the whole site shows it."""
        briefing, item = self._briefing(fact), fact.item
        own = fact.statement.date or fact.statement.since if fact.statement else None
        date = own or (self.dossier.times.dates.get(fact.key) if isinstance(item, Position) else None)
        link = self._links.to(fact)
        move = getattr(item, "move", None)
        return Row(
            link,
            self._links.date(date),
            own is None,
            link.fallen is not None,
            position_mark(item, self._speaker(item, briefing), self.gettext) if isinstance(item, Position) else None,
            self.gettext(MOVES[move]) if move else "",
            self._chips[briefing.id].of(fact),
            tuple(actor_name(briefing, name, self.language) for name in fact.holders),
            briefing.sheet.title,
            self.addresses.briefing(briefing.id),
            self._links.foreign(briefing.id),
        )

    @cached_property
    def _links(self) -> Links:
        return Links(self.dossier, self.addresses, self.gettext, self.language)

    @cached_property
    def _chips(self) -> dict[str, Chips]:
        return {briefing.id: Chips(self.dossier, briefing, self.gettext) for briefing in self.briefings}

    @cached_property
    def _by_actor(self) -> dict[tuple[str, str], list[Fact]]:
        """The facts that name each actor, by the sheet that declares it and its id there."""
        found: dict[tuple[str, str], list[Fact]] = {}
        for briefing in self.briefings:
            for name, facts in self.dossier.corpus.memory.of(facts_by_actor, briefing).items():
                if name in briefing.actors:
                    sheet = briefing.id if name in briefing.sheet.actors else _SHARED
                    found.setdefault((sheet, name), []).extend(facts)
        return found

    @cached_property
    def _by_issue(self) -> dict[tuple[str, str], list[Fact]]:
        found: dict[tuple[str, str], list[Fact]] = {}
        for briefing in self.briefings:
            for fact in briefing.of_kind(FactKind.POSITION):
                is_shared = fact.issue in briefing.issues and fact.issue not in briefing.sheet.issues
                found.setdefault((_SHARED if is_shared else briefing.id, fact.issue), []).append(fact)
        return found

    def _actor(self, name: str, actor: Actor) -> ActorAcross:
        facts = self._by_actor[_SHARED, name]
        registry = self.dossier.corpus.registry.actors
        citations = self.dossier.evidence.by_subject.get(f"registry#actor:{name}", ())
        shown = name_in(actor, self.language)
        return ActorAcross(
            name,
            actor,
            shown,
            tuple(_other_names(actor, shown)),
            tuple(f"{post.role}, {self._named(post.organization)}" for post in actor.all_posts),
            self._named(actor.part_of) if actor.part_of in registry else "",
            self._briefings(facts),
            tuple(self._actor_entries(name, facts)),
            tuple(
                quote_view(each, self.addresses, self.gettext, self.language)
                for each in citations
                if each.match and each.source
            ),
        )

    def _actor_entries(self, name: str, facts: list[Fact]) -> Iterator[tuple[Group, Fact]]:
        """Its own positions by issue, what others tell of it, what it says, and its events."""
        held = [fact for fact in facts if fact.kind is FactKind.POSITION and name in fact.holders]
        told = {fact: None for fact in held if fact.statement and fact.statement.status is Status.CLAIMED}
        lines: dict[Group, dict[str, Fact]] = {}
        for fact in held:
            if fact not in told:
                lines.setdefault(self._issue_group(fact), {})[fact.key] = fact
        for group in sorted(lines, key=lambda each: (not each.url, each.label.casefold(), each.id)):
            for fact in in_order(lines[group], self.dossier.times, self.dossier.succession):
                yield group, fact
        events = sorted((each for each in facts if each.kind is FactKind.EVENT), key=_when)
        elsewhere = {*held, *events}
        said = [each for each in facts if each not in elsewhere]
        for label, found in (("told", [*told]), ("says", said), ("events", events)):
            yield from ((Group(label, ""), fact) for fact in found)

    def _issue_group(self, fact: Fact) -> Group:
        briefing = self._briefing(fact)
        issue = briefing.issues.get(fact.issue)
        title = issue.title if issue else fact.issue
        if issue and fact.issue not in briefing.sheet.issues:
            return Group(f"issue:{fact.issue}", title, self.addresses.issue_across(fact.issue))
        return Group(f"issue:{briefing.id}:{fact.issue}", title, "", self._links.foreign(briefing.id))

    def _issue(self, name: str, issue: Issue) -> IssueAcross:
        facts = self._by_issue[_SHARED, name]
        lines: dict[Group, dict[str, Fact]] = {}
        for fact in facts:
            for holder in fact.holders:
                lines.setdefault(self._holder_group(fact, holder), {})[fact.key] = fact
        entries = [
            (group, fact)
            for group in sorted(lines, key=lambda each: (each.label.casefold(), each.id))
            for fact in in_order(lines[group], self.dossier.times, self.dossier.succession)
        ]
        return IssueAcross(name, issue, self._briefings(facts), tuple(entries))

    def _holder_group(self, fact: Fact, holder: str) -> Group:
        briefing = self._briefing(fact)
        label = actor_name(briefing, holder, self.language)
        if holder in briefing.actors and holder not in briefing.sheet.actors:
            return Group(f"holder:{holder}", label, self.addresses.actor_across(holder))
        return Group(f"holder:{briefing.id}:{holder}", label, self.addresses.actor(briefing.id, holder))

    def _entry(self, label: str, url: str, detail: str, thing: ActorAcross | IssueAcross) -> IndexEntry:
        facts = len({fact.key for _, fact in thing.entries})
        return IndexEntry(label, url, detail, facts, len(thing.briefings), "", "")

    def _local(self, briefing: Briefing, label: str, url: str, detail: str, facts: int) -> IndexEntry:
        return IndexEntry(label, url, detail, facts, 1, briefing.sheet.title, self._links.foreign(briefing.id))

    def _briefings(self, facts: list[Fact]) -> tuple[Briefing, ...]:
        return tuple(self.dossier.corpus.briefings[name] for name in dict.fromkeys(each.briefing for each in facts))

    def _briefing(self, fact: Fact) -> Briefing:
        return self.dossier.corpus.briefings[fact.briefing]

    def _named(self, actor: str) -> str:
        known = self.dossier.corpus.registry.actors.get(actor)
        return name_in(known, self.language) if known else actor

    def _speaker(self, item: Statement, briefing: Briefing) -> str:
        known = item.by in briefing.actors if item.by else False
        return actor_name(briefing, item.by or "", self.language).split()[-1] if known else ""


def _other_names(actor: Actor, shown: str) -> Iterator[tuple[str, str]]:
    if actor.name != shown and actor.name not in actor.names.values():
        yield "", actor.name
    yield from ((language, name) for language, name in actor.names.items() if name != shown)


def _when(fact: Fact) -> tuple[object, ...]:
    assert isinstance(fact.item, Event)
    return fact.item.date.sort_key


def _is_retracted(fact: Fact) -> bool:
    return bool(fact.statement and fact.statement.retracted)


def _by_label(entry: IndexEntry) -> tuple[str, str]:
    return entry.label.casefold(), entry.url
