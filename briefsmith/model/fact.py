"""A fact: one object of a sheet with its kind, name and place. The unit that pages, checks and exports share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from briefsmith.findings.finding import Address
from briefsmith.model.evidence import Quote
from briefsmith.model.objects import Term
from briefsmith.model.reasoning import Advice, Assessment, Question
from briefsmith.model.sheet import Sheet
from briefsmith.model.statements import Claim, Event, Figure, Position, Statement
from briefsmith.text.normal import normal_form
from briefsmith.text.yamltree import Path
from briefsmith.values.ident import Anchors
from briefsmith.values.tags import Tlp

Item = Position | Event | Figure | Claim | Term | Assessment | Advice | Question


class FactKind(Enum):
    """The eight kinds."""

    POSITION = "position"
    EVENT = "event"
    FIGURE = "figure"
    CLAIM = "claim"
    TERM = "term"
    ASSESSMENT = "assessment"
    ADVICE = "advice"
    QUESTION = "question"


@dataclass(frozen=True, slots=True, eq=False)
class Fact:
    """One fact of a briefing. Two facts are equal only when they are the same object."""

    kind: FactKind
    briefing: str
    id: str
    """Its id or, without one, the anchor made from its words; unique in the briefing."""
    item: Item
    at: Address
    holders: tuple[str, ...] = ()
    """Of a position: whose it is, as ids of actors."""
    issue: str = ""
    """Of a position: on which issue."""

    @property
    def key(self) -> str:
        """`briefing#id`: its name in the whole site."""
        return f"{self.briefing}#{self.id}"

    @property
    def sentence(self) -> str:
        """What it says, in the editor's words."""
        return self.item.sentence

    @property
    def statement(self) -> Statement | None:
        """The item, where it is one of the four kinds that sources state."""
        return self.item if isinstance(self.item, Statement) else None

    @property
    def tlp(self) -> Tlp:
        """Its own marking."""
        return (None if isinstance(self.item, Term) else self.item.tlp) or Tlp.CLEAR

    @property
    def quotes(self) -> Iterator[tuple[Quote, Address]]:
        """Its quotes, each with its address."""
        if isinstance(self.item, Statement):
            yield from quotes_at(self.item.evidence, self.at)
        elif isinstance(self.item, Term):
            yield from quotes_of_term(self.item, self.at)


def quotes_at(evidence: tuple[Quote, ...], owner: Address) -> Iterator[tuple[Quote, Address]]:
    """The quotes of an `evidence` field, each with its address, given the address of what the field belongs to."""
    for quote in evidence:
        yield quote, owner.at("evidence", *quote.at)


def quotes_of_term(term: Term, at: Address) -> Iterator[tuple[Quote, Address]]:
    """The quotes of a term and of its senses, each with its address."""
    yield from quotes_at(term.evidence, at)
    for index, sense in enumerate(term.definition):
        yield from quotes_at(sense.evidence, at.at("definition", index))


def facts_of(sheet: Sheet, file: str, original: Callable[[Path], Path] = lambda path: path) -> tuple[Fact, ...]:
    """All facts of a sheet in its order, each with a name that reordering does not change.

    `original` leads from a path in the sheet to the path in its file, from which parts may have been left out.
    """
    anchors = Anchors()
    statement_ids = {item.id for _, item, *_ in _statements(sheet) if item.id}
    facts = []
    for kind, item, path, holders, issue in _statements(sheet):
        name = item.id or anchors.take("f", *map(normal_form, (kind.value, "&".join(holders), issue, item.sentence)))
        facts.append(Fact(kind, sheet.briefing, name, item, Address(file, original(path)), holders, issue))
    for name, term in sheet.terms.items():
        free = name if name not in statement_ids else f"term:{name}"
        facts.append(Fact(FactKind.TERM, sheet.briefing, free, term, Address(file, ("terms", name))))
    return tuple(facts)


def holders_of(key: str) -> tuple[str, ...]:
    """The holders that a key of `positions` names: `a & b` is a joint position."""
    return tuple(holder.strip() for holder in key.split("&"))


_Named = Position | Event | Figure | Claim | Assessment | Advice | Question
_Row = tuple[FactKind, _Named, Path, tuple[str, ...], str]


def _statements(sheet: Sheet) -> Iterator[_Row]:
    for holder, issues in sheet.positions.items():
        for issue, positions in issues.items():
            for index, position in enumerate(positions):
                path = ("positions", holder, issue, index)
                yield FactKind.POSITION, position, path, holders_of(holder), issue
    lists: tuple[tuple[FactKind, str, tuple[_Named, ...]], ...] = (
        (FactKind.EVENT, "events", sheet.events),
        (FactKind.FIGURE, "figures", sheet.figures),
        (FactKind.CLAIM, "claims", sheet.claims),
        (FactKind.ASSESSMENT, "assessments", sheet.assessments),
        (FactKind.ADVICE, "advice", sheet.advice),
        (FactKind.QUESTION, "questions", sheet.questions),
    )
    for kind, name, items in lists:
        for index, item in enumerate(items):
            yield kind, item, (name, index), (), ""
