"""Succession: a position replaces an earlier one of the same holder on the same issue, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from briefsmith.analysis.dossier import Dossier
from briefsmith.evidence.chains import parties_of
from briefsmith.findings import catalogue as codes
from briefsmith.findings.finding import Finding, Related
from briefsmith.model.fact import Fact, FactKind
from briefsmith.reading.corpus import Briefing, Corpus
from briefsmith.text.normal import normal_form
from briefsmith.values.edtf import EdtfDate


def check_succession(dossier: Dossier) -> Iterator[Finding]:
    """A position replaces one of somebody else, one on something else, or one that was taken after it."""
    corpus = dossier.corpus
    for fact in (each for briefing in corpus.briefings.values() for each in briefing.linking_facts):
        old = dossier.succession.older.get(fact.key)
        if old is None or not fact.kind is old.kind is FactKind.POSITION:
            continue
        at, related = fact.at.at("supersedes"), (Related(old.at, f"`{old.key}`"),)
        if what := _elsewhere(fact, old, corpus):
            message = f"replaces a position {what}"
            help_ = "name one of the same holder on the same issue, or leave `supersedes` out: both then stand"
            yield Finding(codes.SUPERSEDES_ELSEWHERE, at, message, help_, related)
        elif _is_before(_taken(fact), _taken(old)):
            message = "replaces a position that was taken later"
            help_ = "turn the two round, or correct one of the dates"
            yield Finding(codes.SUPERSEDES_LATER, at, message, help_, related)


def _elsewhere(fact: Fact, old: Fact, corpus: Corpus) -> str:
    """What the two do not have in common; empty where they share holder and issue."""
    here, there = corpus.briefings[fact.briefing], corpus.briefings[old.briefing]
    if _sides(fact, here).isdisjoint(_sides(old, there)):
        return "of another holder"
    return "on another issue" if _issues(fact.issue, here).isdisjoint(_issues(old.issue, there)) else ""


def _sides(fact: Fact, briefing: Briefing) -> set[str]:
    """The holders with all that they belong to, each by its id and by its name: two sheets may call one by two ids."""
    names = {name for holder in fact.holders for name in parties_of(holder, briefing)}
    return names | {_plain(briefing.actors[name].name) for name in names if name in briefing.actors}


def _issues(issue: str, briefing: Briefing) -> set[str]:
    """An issue with all those above it, by id and title: one may be divided, or taken up into a broader one."""
    found: set[str] = set()
    while issue not in found:
        found.add(issue)
        known = briefing.issues.get(issue)
        found |= {_plain(known.title)} if known else set()
        issue = known.broader if known and known.broader else issue
    return found


def _plain(name: str) -> str:
    return normal_form(name).casefold()


def _taken(fact: Fact) -> EdtfDate | None:
    """The day that the sheet gives for a position."""
    assert fact.statement
    return fact.statement.since or fact.statement.date


def _is_before(one: EdtfDate | None, other: EdtfDate | None) -> bool:
    return bool(one and other and one.latest and other.earliest and one.latest < other.earliest)
