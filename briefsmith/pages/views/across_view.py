"""What pages across all briefings show: rows of facts under headings, and the entries of their indexes."""

from __future__ import annotations

from dataclasses import dataclass

from briefsmith.model.fact import Fact
from briefsmith.model.objects import Actor, Issue
from briefsmith.pages.language.labels import Mark
from briefsmith.pages.views.fact_view import Chip, DateView, FactLink
from briefsmith.pages.views.quotes import QuoteView
from briefsmith.reading.corpus import Briefing


@dataclass(frozen=True, slots=True)
class Group:
    """A heading of a page across briefings; `url` is empty where it leads nowhere."""

    id: str
    label: str
    url: str = ""
    language: str = ""
    """Of the label, where it is another one than the site's."""


@dataclass(frozen=True, slots=True)
class Row:
    """A fact of any briefing as a list of the whole site shows it."""

    link: FactLink
    date: DateView | None
    is_of_source: bool
    """The date is that of its newest source, or of its briefing, because it has none of its own."""
    is_past: bool
    """Replaced, or taken back."""
    mark: Mark | None
    move: str
    chips: tuple[Chip, ...]
    holders: tuple[str, ...]
    briefing: str
    """Title of its briefing."""
    briefing_url: str
    language: str
    """Of that title, where it is another one than the site's."""


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """An actor or an issue in the index of all of them."""

    label: str
    url: str
    detail: str
    """The posts of an actor, or the question of an issue."""
    facts: int
    briefings: int
    briefing: str
    """Title of the only briefing that knows it, where a sheet declares it."""
    language: str
    """Of that briefing, where it is another one than the site's."""


@dataclass(frozen=True)
class ActorAcross:
    """An actor of the registry with its facts in all briefings, each under a heading."""

    id: str
    actor: Actor
    name: str
    other_names: tuple[tuple[str, str], ...]
    """Its names in other languages, each with its tag; that of its first name is not recorded."""
    posts: tuple[str, ...]
    part_of: str
    briefings: tuple[Briefing, ...]
    entries: tuple[tuple[Group, Fact], ...]
    quotes: tuple[QuoteView, ...]


@dataclass(frozen=True)
class IssueAcross:
    """An issue of the registry with the positions on it in all briefings, each under its holder, the oldest first."""

    id: str
    issue: Issue
    briefings: tuple[Briefing, ...]
    entries: tuple[tuple[Group, Fact], ...]
