"""Disagreement and time: contradictions nobody spoke about, and positions that are out of date."""

from __future__ import annotations

from collections.abc import Iterator

from briefsmith.analysis.candidates import Clash
from briefsmith.analysis.dossier import Dossier
from briefsmith.analysis.succession import statement_named
from briefsmith.findings import catalogue as codes
from briefsmith.findings.finding import Address, Finding, Related
from briefsmith.model.fact import Fact
from briefsmith.model.statements import Position
from briefsmith.model.vocabulary import BriefingState
from briefsmith.reading.corpus import Corpus

_SHOWN = 5
"""How many other places a finding names."""


def check_candidates(dossier: Dossier) -> Iterator[Finding]:
    """Two statements exclude each other, and nobody says that they do or why they do not.

    Where parts of the sheet could not be read, these may say it.
    """
    for candidate in dossier.candidates:
        fact, others = candidate.fact, candidate.others
        if any(dossier.corpus.briefings[each.briefing].withheld for each in (fact, *others)):
            continue
        related = tuple(Related(_place(other, candidate.clash), f"`{_name(other, fact)}`") for other in others[:_SHOWN])
        names = ", ".join(f"`{_name(other, fact)}`" for other in others[:_SHOWN])
        help_ = (
            f"write `contradicts: {_name(others[0], fact)}`; or `supersedes`, if it replaces it; "
            f"or `compatible_with: {{{_name(others[0], fact)}: <why>}}`"
        )
        message = f"{_SAYS[candidate.clash]} {names}"
        yield Finding(codes.UNACKNOWLEDGED_DISPUTE, _place(fact, candidate.clash), message, help_, related)


def check_settled_twice(dossier: Dossier) -> Iterator[Finding]:
    """Two statements are said both to contradict each other and to be compatible, by whichever of the two."""
    corpus = dossier.corpus
    for briefing in corpus.briefings.values():
        for fact in briefing.linking_facts:
            for name in fact.statement.compatible_with if fact.statement else ():
                other = statement_named(corpus, briefing, name)
                if other is not None and other.key in dossier.opponents.get(fact.key, frozenset()):
                    yield _settled_twice(fact, name, other, _who_contradicts(fact, other, corpus))


def check_stale(dossier: Dossier) -> Iterator[Finding]:
    """A position is older than what its holder last said, or its review is overdue by the site's day."""
    for briefing in dossier.corpus.briefings.values():
        if briefing.sheet.state is BriefingState.CLOSED:
            continue
        for cell in dossier.stale(briefing).values():
            for fact, newer in cell.newer:
                message = f"`{newer.briefing}` has a newer position of this holder on this issue"
                help_ = "add the newer one, with `supersedes`; or write `state: closed`"
                related = (Related(_sentence(newer), f"`{newer.key}`"),)
                yield Finding(codes.STALE_POSITION, _sentence(fact), message, help_, related)
            for fact in cell.overdue:
                assert fact.statement is not None
                assert fact.statement.review_by is not None
                message = f"position was to be looked at again by {fact.statement.review_by.written}"
                help_ = "look at it again and move `review_by`, or supersede it"
                yield Finding(codes.STALE_POSITION, fact.at.at("review_by"), message, help_)


_SAYS = {
    Clash.VALUE: "the same figure has another value in",
    Clash.DATE: "the same event has another date in",
    Clash.STANCE: "the same holder takes the opposite stance in",
}


def _who_contradicts(fact: Fact, other: Fact, corpus: Corpus) -> Fact:
    """Which of two facts that contradict each other says so; the first where both do."""
    assert fact.statement is not None
    briefing = corpus.briefings[fact.briefing]
    named = (statement_named(corpus, briefing, name) for name in fact.statement.contradicts)
    return fact if any(each is other for each in named) else other


def _settled_twice(fact: Fact, name: str, other: Fact, says: Fact) -> Finding:
    at = Address(fact.at.file, (*fact.at.path, "compatible_with", name), key=True)
    message = f"said to be compatible with `{name}` and to contradict it"
    opposite = other if says is fact else fact
    help_ = (
        f"if both cannot be true, delete `{name}` from `compatible_with`; "
        f"if they can, delete `{_name(opposite, says)}` from `contradicts` of `{_name(says, fact)}`"
    )
    related = (Related(says.at.at("contradicts"), "said to contradict"),)
    return Finding(codes.BOTH_CONTRADICTED_AND_COMPATIBLE, at, message, help_, related)


def _name(other: Fact, fact: Fact) -> str:
    """How one statement refers to another."""
    return other.id if other.briefing == fact.briefing else other.key


def _place(fact: Fact, clash: Clash) -> Address:
    return fact.at.at(clash.value)


def _sentence(fact: Fact) -> Address:
    """The address of what a position says."""
    assert isinstance(fact.item, Position)
    return fact.at.at(fact.item.kind.value)
