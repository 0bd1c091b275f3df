"""What a template knows of a fact: the parts of its view, and the words that name it in a link."""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup

from briefsmith.evidence.chains import speakers_of
from briefsmith.model.fact import Fact
from briefsmith.model.objects import Term
from briefsmith.model.statements import Event, Statement
from briefsmith.model.vocabulary import TermType
from briefsmith.pages.language.labels import Mark
from briefsmith.pages.views.quotes import QuoteView


@dataclass(frozen=True, slots=True)
class DateView:
    """A date in words, with the days it may mean."""

    words: str
    datetime: str | None
    """For `<time>`; None where it is no exact day."""
    earliest: str | None
    latest: str | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Chip:
    """A word that qualifies a fact, such as its status; `meaning` explains it."""

    word: str
    style: str
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class Fallen:
    """That a fact no longer stands, for every list in which it is shown."""

    reason: str
    """Why the desk withdrew it; empty where it was replaced."""
    on: DateView | None = None
    """When what replaced it last was said or happened."""
    by: str = ""
    """That in words."""
    url: str = ""
    language: str = ""
    """Of those words, where it is another one than the page's."""


@dataclass(frozen=True, slots=True)
class FactLink:
    """A short way to another fact."""

    key: str
    kind: str
    sentence: str
    url: str
    language: str = ""
    """Of the sentence, where it is another one than the page's."""
    fallen: Fallen | None = None
    """Why it no longer stands."""


@dataclass(frozen=True)
class FactView:
    """One fact, ready for a template."""

    fact: Fact
    id: str
    key: str
    kind: str
    sentence: str
    url: str
    date: DateView | None = None
    since: DateView | None = None
    until: DateView | None = None
    chips: tuple[Chip, ...] = ()
    status: str = ""
    """Its status in a word; empty for what no source states."""
    chains: tuple[Markup, ...] = ()
    """Who said it through whom, as HTML."""
    articles: int = 0
    """How many articles it rests on."""
    origins: int = 0
    """Where their chains begin; people whom a source does not name are no origin."""
    quotes: tuple[QuoteView, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    """Label and text."""
    holders: tuple[str, ...] = ()
    issue: str = ""
    mark: Mark | None = None
    only_if: str = ""
    denied_by: str = ""
    said_where: str = ""
    """The forum and the audience."""
    retracted: str = ""
    places: tuple[str, ...] = ()
    disputed_by: tuple[FactLink, ...] = ()
    compatible: tuple[tuple[FactLink, str], ...] = ()
    """What seems to contradict it, each with the reason why both can be true."""
    supersedes: FactLink | None = None
    replaced_by: tuple[FactLink, ...] = ()
    """What replaces it, in whichever briefing."""
    superseded: bool = False
    fallen: Fallen | None = None
    """Why it no longer stands, by what any briefing of the site says."""
    language: str = ""
    """Of its words, where it is another one than the page's."""
    formerly: tuple[str, ...] = ()
    order: int = field(default=0)
    """Its number on the page, for the evidence mark."""

    @property
    def item(self) -> object:
        """The typed object behind it, for what only one kind has."""
        return self.fact.item


def own_words(fact: Fact) -> str:
    """A fact's sentence where it stands among ours; loaded wording, which is not ours, in quotation marks."""
    is_loaded = isinstance(fact.item, Term) and fact.item.type is TermType.LOADED
    return f"“{fact.sentence}”" if is_loaded else fact.sentence


def actors_in(fact: Fact) -> tuple[str, ...]:
    """The actors that a fact names in its fields."""
    named = list(fact.holders)
    if isinstance(fact.item, Statement):
        named += [*fact.item.via, *(name for quote in fact.item.evidence for name in quote.via), *speakers_of(fact)]
    if isinstance(fact.item, Event):
        named += [*fact.item.actors, *([fact.item.decider] if fact.item.decider else [])]
    return tuple(named)
