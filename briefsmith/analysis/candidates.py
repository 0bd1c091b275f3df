"""Candidates for disputes: statements that seem to exclude each other, and that nobody has said anything about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from briefsmith.analysis.disputes import Dispute
from briefsmith.analysis.history import Matrix
from briefsmith.analysis.succession import Succession, statement_named
from briefsmith.model.fact import Fact, FactKind
from briefsmith.model.statements import Event, Figure, Position
from briefsmith.model.vocabulary import Scope, Stance
from briefsmith.reading.corpus import Briefing, Corpus
from briefsmith.text.normal import folded_form
from briefsmith.values.edtf import EdtfDate


class Clash(Enum):
    """In what two statements exclude each other."""

    VALUE = "value"
    DATE = "date"
    STANCE = "stance"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A statement, and earlier ones that it seems to exclude."""

    clash: Clash
    fact: Fact
    others: tuple[Fact, ...]


_REACH = 500
"""How many earlier statements of its name each is compared with, so that a site of thousands stays quick."""
_Pair = tuple[Fact, Fact]
_OPPOSITE = {frozenset({Stance.FAVOR, Stance.AGAINST})}


def candidates_in(
    corpus: Corpus, disputes: Iterable[Dispute], succession: Succession, matrices: Iterable[Matrix]
) -> Iterator[Candidate]:
    """The candidates of a corpus that are neither disputes nor replaced nor said to be compatible."""
    settled = _settled(corpus, disputes)
    figures, events = (list(_shelves(kind, corpus, succession)) for kind in (_figures, _events))
    pairs = {
        Clash.VALUE: _excluding(figures, _said_value, _values_exclude(corpus)),
        Clash.DATE: _excluding(events, _said_date, _dates_exclude(corpus)),
        Clash.STANCE: (pair for matrix in matrices for pair in corpus.memory.of(_opposed, matrix)),
    }
    for clash, found in pairs.items():
        by_later: dict[str, tuple[Fact, list[Fact]]] = {}
        for first, later in found:
            if frozenset({first.key, later.key}) not in settled:
                by_later.setdefault(later.key, (later, []))[1].append(first)
        for later, others in by_later.values():
            yield Candidate(clash, later, tuple(dict.fromkeys(others)))


_Placed = tuple[tuple[tuple[object, ...], Fact], ...]
"""Facts, each with the shelf on which it stands beside others that speak of the same thing."""


def _shelves(placed: Callable[[Briefing], _Placed], corpus: Corpus, succession: Succession) -> Iterable[list[Fact]]:
    """The facts of all briefings by what they speak of; those that were replaced are left out."""
    shelves: dict[tuple[object, ...], list[Fact]] = {}
    for briefing in corpus.briefings.values():
        for shelf, fact in corpus.memory.of(placed, briefing):
            if fact.key not in succession.newer:
                shelves.setdefault(shelf, []).append(fact)
    return shelves.values()


def _settled(corpus: Corpus, disputes: Iterable[Dispute]) -> set[frozenset[str]]:
    """The pairs about which an editor has spoken: sides of one dispute, and what is said to be compatible."""
    found = {frozenset({one.key, two.key}) for each in disputes for one in each.facts for two in each.facts}
    for briefing in corpus.briefings.values():
        for fact in briefing.linking_facts:
            for name in fact.statement.compatible_with if fact.statement else ():
                if other := statement_named(corpus, briefing, name):
                    found.add(frozenset({fact.key, other.key}))
    return found


def _figures(briefing: Briefing) -> _Placed:
    """Figures of one thing: the same label in the same places, counted in the same way."""
    found: list[tuple[tuple[object, ...], Fact]] = []
    for fact in briefing.of_kind(FactKind.FIGURE):
        assert isinstance(fact.item, Figure)
        item = fact.item
        if not item.retracted:
            places = frozenset(_place(name, briefing) for name in item.places)
            found.append(((_said(item.figure), places, _said(item.unit or ""), _said(item.per or "")), fact))
    return tuple(found)


def _events(briefing: Briefing) -> _Placed:
    """Events of one name, or of one id in several briefings."""
    found: list[tuple[tuple[object, ...], Fact]] = []
    for fact in briefing.of_kind(FactKind.EVENT):
        assert isinstance(fact.item, Event)
        if not fact.item.retracted:
            found.append((("name", _said(fact.item.event)), fact))
            found += [(("id", fact.item.id), fact)] if fact.item.id else []
    return tuple(found)


def _excluding(
    shelves: Iterable[list[Fact]], said: Callable[[Fact], object], exclude: Callable[[Fact, Fact], bool]
) -> Iterator[_Pair]:
    """The pairs that exclude each other; where all facts of a shelf say one thing, none need be compared."""
    for shelf in shelves:
        if len(set(map(said, shelf))) == 1:
            continue
        for number, later in enumerate(shelf):
            near = shelf[max(0, number - _REACH) : number]
            yield from ((first, later) for first in near if exclude(first, later))


def _said_value(fact: Fact) -> object:
    assert isinstance(fact.item, Figure)
    return fact.item.value


def _said_date(fact: Fact) -> object:
    assert isinstance(fact.item, Event)
    return fact.item.date.edtf


def _values_exclude(corpus: Corpus) -> Callable[[Fact, Fact], bool]:
    def exclude(first: Fact, later: Fact) -> bool:
        one, two = first.item, later.item
        assert isinstance(one, Figure)
        assert isinstance(two, Figure)
        if {one.scope, two.scope} == {Scope.EACH, Scope.TOGETHER} or not one.value.excludes(two.value):
            return False
        is_one_sheet = first.briefing == later.briefing
        dates = [
            item.date or (None if is_one_sheet else corpus.briefings[fact.briefing].sheet.date)
            for fact, item in ((first, one), (later, two))
        ]
        return _overlap(*dates)

    return exclude


def _dates_exclude(corpus: Corpus) -> Callable[[Fact, Fact], bool]:
    def exclude(first: Fact, later: Fact) -> bool:
        one, two = first.item, later.item
        assert isinstance(one, Event)
        assert isinstance(two, Event)
        here, there = corpus.briefings[first.briefing], corpus.briefings[later.briefing]
        return (
            one.date.excludes(two.date)
            and _share(
                [here.actors[name].name if name in here.actors else name for name in one.actors],
                [there.actors[name].name if name in there.actors else name for name in two.actors],
            )
            and _share([_place(name, here) for name in one.places], [_place(name, there) for name in two.places])
        )

    return exclude


def _opposed(matrix: Matrix) -> tuple[_Pair, ...]:
    """Two current positions of one holder on one issue, one for and one against."""
    found: list[_Pair] = []
    for cell in matrix.cells.values():
        for number, later in enumerate(cell.current):
            for first in cell.current[:number]:
                one, two = first.item, later.item
                assert isinstance(one, Position)
                assert isinstance(two, Position)
                if one.stance and two.stance and frozenset({one.stance, two.stance}) in _OPPOSITE:
                    found.append((first, later))
    return tuple(found)


def _overlap(one: EdtfDate | None, two: EdtfDate | None) -> bool:
    return one is None or two is None or not one.excludes(two)


def _share(ones: list[str], twos: list[str]) -> bool:
    """Whether two lists may mean the same: they have a name in common, or one says nothing."""
    return not ones or not twos or not {_said(one) for one in ones}.isdisjoint(_said(two) for two in twos)


def _place(name: str, briefing: Briefing) -> str:
    if name in briefing.terms:
        return _said(briefing.terms[name].term)
    return _said(briefing.actors[name].name if name in briefing.actors else name)


@lru_cache(maxsize=65536)
def _said(words: str) -> str:
    """Words without what does not make them another name: case, white space, the kind of marks, a full stop."""
    return folded_form(words).casefold().strip(" .")
