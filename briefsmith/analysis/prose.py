"""The running text of a briefing, and the facts to which it refers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefsmith.findings.finding import Address
from briefsmith.model.fact import Fact, FactKind
from briefsmith.model.fields import Ref, Target
from briefsmith.reading.corpus import Briefing, Corpus
from briefsmith.text.prose import fact_links

LINKED = Ref((Target.STATEMENT, Target.TERM))
"""What `[words](#fact-id)` may lead to."""
_PROSE = ("bottom_line", "summary")


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference from running text to a fact, of its own briefing or of another."""

    briefing: str
    """In whose text it stands."""
    at: Address
    fact: Fact


def prose_fields(briefing: Briefing) -> Iterator[tuple[Address, str]]:
    """The Markdown fields of a briefing, each with its address."""
    for name in _PROSE:
        if text := getattr(briefing.sheet, name):
            yield briefing.at.at(name), text
    for fact in briefing.of_kind(FactKind.ASSESSMENT):
        if because := getattr(fact.item, "because", None):
            yield fact.at.at("because"), because


def mentions_in(briefing: Briefing, corpus: Corpus) -> Iterator[Mention]:
    """The facts that the running text of a briefing refers to, each with the place of the reference."""
    for at, text in prose_fields(briefing):
        for link in fact_links(text):
            for found in corpus.candidates(briefing, link.target, LINKED):
                if isinstance(found.object, Fact):
                    yield Mention(briefing.id, Address(at.file, at.path, word=f"#{link.target}"), found.object)
