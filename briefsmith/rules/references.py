"""References: every id leads to something of the right kind, and no chain of them runs in a circle."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from briefsmith.analysis.dossier import Dossier
from briefsmith.findings import catalogue as codes
from briefsmith.findings.finding import Address, Finding
from briefsmith.findings.nearest import did_you_mean
from briefsmith.model.fact import Fact, FactKind
from briefsmith.model.fields import Ref, Target
from briefsmith.model.references import references
from briefsmith.reading.corpus import Briefing, Corpus
from briefsmith.text.prose import fact_links

_ACTOR = Ref((Target.ACTOR,))
_ISSUE = Ref((Target.ISSUE,))
_FACT = Ref((Target.STATEMENT, Target.TERM))
_STATED = frozenset({FactKind.POSITION, FactKind.EVENT, FactKind.FIGURE, FactKind.CLAIM})
_WANTED = {
    "follows": frozenset({FactKind.EVENT}),
    "parent": frozenset({FactKind.EVENT}),
    "contradicts": _STATED,
    "answer": _STATED,
    "under": frozenset({FactKind.EVENT}),
}
_LADDERS = ("broader", "part_of", "parent", "follows", "supersedes")
_PROSE = ("bottom_line", "summary")


def check_references(dossier: Dossier) -> Iterator[Finding]:
    """A reference leads nowhere, or to two things."""
    corpus = dossier.corpus
    for briefing in corpus.briefings.values():
        lost = {part.id for part in briefing.withheld}
        for at, name, ref in _references(corpus, briefing):
            if name in lost:
                continue
            found = corpus.candidates(briefing, name, ref)
            if not found and not ref.free:
                yield _unknown(at, name, corpus.names(briefing, ref))
            elif len(found) > 1:
                words = " or ".join(f"`{each.target.value}:{each.id}`" for each in found)
                message = f"`{name}` may be more than one thing"
                yield Finding(codes.AMBIGUOUS_REFERENCE, at, message, f"write {words}")


def check_targets(dossier: Dossier) -> Iterator[Finding]:
    """A reference leads to a fact of a kind that makes no sense there."""
    for briefing in dossier.corpus.briefings.values():
        for fact in briefing.facts:
            for reference in references(fact.item):
                wanted = frozenset({fact.kind}) if reference.field == "supersedes" else _WANTED.get(reference.field)
                found = dossier.corpus.candidates(briefing, reference.id, reference.ref)
                if wanted is None or len(found) != 1 or not isinstance(found[0].object, Fact):
                    continue
                if found[0].object.kind not in wanted:
                    message = f"`{reference.id}` is a {found[0].object.kind.value}"
                    kinds = ", ".join(sorted(kind.value for kind in wanted))
                    at = fact.at.at(*reference.path)
                    yield Finding(codes.WRONG_TARGET, at, message, f"`{reference.field}` needs: {kinds}")


def check_prose_links(dossier: Dossier) -> Iterator[Finding]:
    """`[words](#fact-id)` leads nowhere."""
    for briefing in dossier.corpus.briefings.values():
        lost = {part.id for part in briefing.withheld}
        for at, text in prose_fields(briefing):
            for link in fact_links(text):
                found = dossier.corpus.candidates(briefing, link.target, _FACT)
                if not found and link.target not in lost:
                    names = [name for name in briefing.by_id if not name.startswith("f-")]
                    narrow = Address(at.file, at.path, word=f"#{link.target}")
                    yield _unknown(narrow, link.target, names)


def check_circles(dossier: Dossier) -> Iterator[Finding]:
    """Something is, step by step, above or before itself."""
    for briefing in dossier.corpus.briefings.values():
        for field in _LADDERS:
            steps = dict(_steps(briefing, field))
            for name, (at, above) in steps.items():
                if _returns(name, above, steps):
                    message = f"`{name}` leads back to itself through `{field}`"
                    yield Finding(codes.CIRCULAR_REFERENCE, at, message, "break the circle at one of its steps")


def prose_fields(briefing: Briefing) -> Iterator[tuple[Address, str]]:
    """The Markdown fields of a briefing, each with its address."""
    for name in _PROSE:
        if text := getattr(briefing.sheet, name):
            yield briefing.at.at(name), text
    for fact in briefing.of_kind(FactKind.ASSESSMENT):
        if because := getattr(fact.item, "because", None):
            yield fact.at.at("because"), because


def _references(corpus: Corpus, briefing: Briefing) -> Iterator[tuple[Address, str, Ref]]:
    for fact in briefing.facts:
        yield from _in(fact.item, fact.at)
        if fact.kind is FactKind.POSITION:
            holder, issue = fact.at.path[1:3]
            if not (isinstance(fact.at.path[3], int) and fact.at.path[3] > 0):
                yield Address(fact.at.file, fact.at.path[:3], key=True), str(issue), _ISSUE
                for name in fact.holders:
                    yield Address(fact.at.file, fact.at.path[:2], key=True, word=name), name, _ACTOR
    for shelf in ("actors", "issues"):
        for name, item in getattr(briefing.sheet, shelf).items():
            yield from _in(item, briefing.at.at(shelf, name))
    for name in briefing.source_ids:
        source = corpus.sources[name]
        if source.at.file == briefing.at.file:
            yield from _in(source.record, source.at)


def _in(item: BaseModel, at: Address) -> Iterator[tuple[Address, str, Ref]]:
    for reference in references(item):
        yield at.at(*reference.path), reference.id, reference.ref


def _unknown(at: Address, name: str, known: list[str]) -> Finding:
    return Finding(codes.UNKNOWN_REFERENCE, at, f"nothing is called `{name}`", did_you_mean(name, known))


def _steps(briefing: Briefing, field: str) -> Iterator[tuple[str, tuple[Address, tuple[str, ...]]]]:
    shelves: list[tuple[str, BaseModel, Address]] = [
        *((name, item, briefing.at.at("actors", name)) for name, item in briefing.actors.items()),
        *((name, item, briefing.at.at("issues", name)) for name, item in briefing.issues.items()),
        *((name, item, briefing.at.at("terms", name)) for name, item in briefing.terms.items()),
    ]
    if field in {"parent", "follows", "supersedes"}:
        shelves = [(fact.id, fact.item, fact.at) for fact in briefing.facts]
    for name, item, at in shelves:
        above = getattr(item, field, None)
        if above:
            yield name, (at.at(field), above if isinstance(above, tuple) else (above,))


def _returns(name: str, above: tuple[str, ...], steps: dict[str, tuple[Address, tuple[str, ...]]]) -> bool:
    seen: set[str] = set()
    waiting = list(above)
    while waiting:
        here = waiting.pop()
        if here == name:
            return True
        if here not in seen and here in steps:
            seen.add(here)
            waiting += steps[here][1]
    return False
