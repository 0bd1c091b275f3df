"""References that lead nowhere: how that is said, and when it is not, because their target was reported already."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from briefsmith.findings import catalogue as codes
from briefsmith.findings.finding import Address, Finding
from briefsmith.findings.nearest import did_you_mean
from briefsmith.model.fields import Ref, Target
from briefsmith.model.sheet import Sheet
from briefsmith.reading.corpus import Briefing, Corpus

_SHELVES = {
    Target.ACTOR: {"actors"},
    Target.ISSUE: {"issues"},
    Target.TERM: {"terms"},
    Target.SOURCE: {"source", "sources"},
    Target.STATEMENT: {"positions", "events", "figures", "claims", "assessments", "advice", "questions"},
}
_ANYTHING = Ref(tuple(Target))
_ANCHOR = re.compile(r"f-[0-9a-f]{8}(?:-[0-9]+)?")
_BETWEEN_HOLDERS = re.compile(r"\s*(?:,|\band\b|\+|/)\s*")


def is_lost(corpus: Corpus, briefing: Briefing, name: str, ref: Ref) -> bool:
    """Whether what a reference means was there but had to be left out: that one mistake is told once."""
    other, hash_, bare = name.partition("#")
    if hash_:
        there = corpus.briefings.get(other)
        return is_lost(corpus, there, bare, ref) if there else other in _unread(corpus)
    bare = name.rpartition(":")[2]
    shelves = {shelf for target in ref.targets for shelf in _SHELVES[target]}
    return any(
        bare in part.ids
        or "" in part.ids  # an empty id may have been this one
        or (len(part.path) == 1 and (part.path[0] in shelves or part.path[0] not in Sheet.model_fields))
        for part in (*briefing.withheld, *corpus.registry_withheld)
    )


def unknown(corpus: Corpus, briefing: Briefing, at: Address, name: str, ref: Ref) -> Finding:
    """The finding that nothing fitting is called `name`."""
    if not name:
        return Finding(codes.UNKNOWN_REFERENCE, at, "a name is missing beside `&`", "name the other holder, or drop it")
    if others := corpus.candidates(briefing, name, _ANYTHING):
        wanted = " or ".join(a(target.value) for target in ref.targets)
        message = f"`{name}` is {a(others[0].target.value)}"
        return Finding(codes.WRONG_TARGET, at, message, f"name {wanted} here")
    return Finding(codes.UNKNOWN_REFERENCE, at, f"nothing is called `{name}`", _help(corpus, briefing, name, ref))


def _help(corpus: Corpus, briefing: Briefing, name: str, ref: Ref) -> str:
    other, hash_, bare = name.partition("#")
    if hash_ and other not in corpus.briefings:
        return did_you_mean(other, corpus.briefings, "no briefing has this id")
    if hash_:
        known = [known for known in corpus.names(corpus.briefings[other], ref) if not _ANCHOR.fullmatch(known)]
        return did_you_mean(bare, known, f"briefing `{other}` has nothing of this name")
    known = [known for known in corpus.names(briefing, ref) if not _ANCHOR.fullmatch(known)]
    holders = _BETWEEN_HOLDERS.split(name)
    if len(holders) > 1 and all(holder in briefing.actors for holder in holders):
        return f"join holders with `&`: `{' & '.join(holders)}`"
    if called := [each for each in _called(briefing, name) if each in known]:
        return f"write `{called[0]}`: an id stands here, not a name"
    return did_you_mean(name, known, "" if known else "give what you mean an `id`, and refer to that")


def _called(briefing: Briefing, name: str) -> list[str]:
    """The ids of the actors and issues that have this name."""
    actors = [key for key, actor in briefing.actors.items() if name in {actor.name, *actor.other_names}]
    return actors + [key for key, issue in briefing.issues.items() if name == issue.title]


def _unread(corpus: Corpus) -> set[str]:
    return {PurePosixPath(path).stem for path in corpus.unread}


def a(noun: str) -> str:
    """A noun with its indefinite article."""
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"
