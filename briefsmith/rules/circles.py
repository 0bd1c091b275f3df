"""Circles: nothing is, step by step, above, before or against itself."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from briefsmith.analysis.dossier import Dossier
from briefsmith.findings import catalogue as codes
from briefsmith.findings.finding import Address, Finding
from briefsmith.reading.corpus import Briefing

_LADDERS = ("broader", "part_of", "parent", "follows", "supersedes")
_NOT_ITSELF = ("contradicts", "compatible_with", "basis", "answer")


def check_circles(dossier: Dossier) -> Iterator[Finding]:
    """Something is, step by step, above or before itself, or speaks against itself."""
    for briefing in dossier.corpus.briefings.values():
        for field in _LADDERS:
            steps = dict(_steps(briefing, field))
            told: list[str] = []
            for name, (at, above) in steps.items():
                if _reaches(above, name, steps) and not any(_reaches(above, other, steps) for other in told):
                    told.append(name)
                    message = f"`{name}` leads back to itself through `{field}`"
                    yield Finding(codes.CIRCULAR_REFERENCE, at, message, "break the circle at one of its steps")
        for field in _NOT_ITSELF:
            for name, (at, others) in _steps(briefing, field):
                if name in others:
                    message = f"`{name}` names itself in `{field}`"
                    yield Finding(codes.CIRCULAR_REFERENCE, at, message, "name the other one")


def _steps(briefing: Briefing, field: str) -> Iterator[tuple[str, tuple[Address, tuple[str, ...]]]]:
    shelves: list[tuple[str, BaseModel, Address]] = [
        *((name, item, briefing.at.at("actors", name)) for name, item in briefing.actors.items()),
        *((name, item, briefing.at.at("issues", name)) for name, item in briefing.issues.items()),
        *((name, item, briefing.at.at("terms", name)) for name, item in briefing.terms.items()),
    ]
    if field in {"parent", "follows", "supersedes", *_NOT_ITSELF}:
        shelves = [(fact.id, fact.item, fact.at) for fact in briefing.facts]
    for name, item, at in shelves:
        above = getattr(item, field, None)
        if above:
            yield name, (at.at(field), (above,) if isinstance(above, str) else tuple(above))


def _reaches(above: tuple[str, ...], goal: str, steps: dict[str, tuple[Address, tuple[str, ...]]]) -> bool:
    seen: set[str] = set()
    waiting = list(above)
    while waiting:
        here = waiting.pop()
        if here == goal:
            return True
        if here not in seen and here in steps:
            seen.add(here)
            waiting += steps[here][1]
    return False
