"""Disagreement and time: contradictions nobody spoke about, and positions that are out of date."""

from __future__ import annotations

from collections.abc import Iterator

from briefsmith.analysis.candidates import Clash
from briefsmith.analysis.dossier import Dossier
from briefsmith.findings import catalogue as codes
from briefsmith.findings.finding import Address, Finding, Related
from briefsmith.model.fact import Fact
from briefsmith.model.statements import Position
from briefsmith.model.vocabulary import BriefingState

_SHOWN = 5
"""How many other places a finding names."""


def check_candidates(dossier: Dossier) -> Iterator[Finding]:
    """Two statements exclude each other, and nobody says that they do or why they do not."""
    for candidate in dossier.candidates:
        fact, others = candidate.fact, candidate.others
        related = tuple(Related(_place(other, candidate.clash), f"`{_name(other, fact)}`") for other in others[:_SHOWN])
        names = ", ".join(f"`{_name(other, fact)}`" for other in others[:_SHOWN])
        help_ = (
            f"write `contradicts: {_name(others[0], fact)}`; or `supersedes`, if it replaces it; "
            f"or `compatible_with: {{{_name(others[0], fact)}: <why>}}`"
        )
        message = f"{_SAYS[candidate.clash]} {names}"
        yield Finding(codes.UNACKNOWLEDGED_DISPUTE, _place(fact, candidate.clash), message, help_, related)


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


def _name(other: Fact, fact: Fact) -> str:
    """How one statement refers to another."""
    return other.id if other.briefing == fact.briefing else other.key


def _place(fact: Fact, clash: Clash) -> Address:
    return fact.at.at(clash.value)


def _sentence(fact: Fact) -> Address:
    """The address of what a position says."""
    assert isinstance(fact.item, Position)
    return fact.at.at(fact.item.kind.value)
