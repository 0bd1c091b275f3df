"""References: every id leads to something of the right kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pydantic import BaseModel

from briefsmith.analysis.dossier import Dossier
from briefsmith.analysis.prose import LINKED, prose_fields
from briefsmith.findings import catalogue as codes
from briefsmith.findings.finding import Address, Finding, Related
from briefsmith.model.fact import Fact, FactKind
from briefsmith.model.fields import Ref, Target
from briefsmith.model.references import Reference, references
from briefsmith.reading.corpus import Briefing, Corpus
from briefsmith.rules.lost import a, is_lost, unknown
from briefsmith.text.prose import fact_links
from briefsmith.text.yamltree import Path

_ACTOR = Ref((Target.ACTOR,))
_ISSUE = Ref((Target.ISSUE,))
_STATED = frozenset({FactKind.POSITION, FactKind.EVENT, FactKind.FIGURE, FactKind.CLAIM})
_WANTED = {
    "follows": frozenset({FactKind.EVENT}),
    "parent": frozenset({FactKind.EVENT}),
    "contradicts": _STATED,
    "compatible_with": _STATED,
    "answer": _STATED,
    "under": frozenset({FactKind.EVENT}),
}


def check_references(dossier: Dossier) -> Iterator[Finding]:
    """A reference leads nowhere, or to two things; a name that is wrong in several places is told once."""
    yield from _once((*_prose_links(dossier), *_of_fields(dossier)))


def _once(findings: tuple[Finding, ...]) -> Iterator[Finding]:
    """Of findings that say the same of one file the first, with the places of the others."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.at.file, finding.message), []).append(finding)
    for first, *others in groups.values():
        yield replace(first, related=tuple(Related(each.at, ALSO_HERE) for each in others)) if others else first


ALSO_HERE = "and here"
"""What stands beside the further places of a wrong name."""


def _of_fields(dossier: Dossier) -> Iterator[Finding]:
    corpus = dossier.corpus
    for briefing in corpus.briefings.values():
        turned = _turned_holders(briefing)
        yield from turned.values()
        own = (*(corpus.sources[name] for name in briefing.source_ids),)
        for at, name, ref in corpus.memory.made_from((briefing, own), _unsettled, corpus, briefing):
            found = corpus.candidates(briefing, name, ref)
            if len(found) > 1:
                words = " or ".join(f"`{each.target.value}:{each.id}`" for each in found)
                message = f"`{name}` may be more than one thing"
                yield Finding(codes.AMBIGUOUS_REFERENCE, at, message, f"write {words}")
            elif not found and not ref.free and at.path[:2] not in turned and not is_lost(corpus, briefing, name, ref):
                yield unknown(corpus, briefing, at, name, ref)


def check_registry_references(dossier: Dossier) -> Iterator[Finding]:
    """An object of the registry refers to something that neither the registry nor any sheet has."""
    corpus = dossier.corpus
    briefings = list(corpus.briefings.values())
    for item, at in _registered(corpus):
        for here, name, ref in _in(item, at):
            leads = ref.free or any(corpus.candidates(each, name, ref) for each in briefings)
            if briefings and not leads and not any(is_lost(corpus, each, name, ref) for each in briefings):
                yield unknown(corpus, briefings[0], here, name, ref)


def check_targets(dossier: Dossier) -> Iterator[Finding]:
    """A reference leads to a fact of a kind that makes no sense there."""
    for briefing in dossier.corpus.briefings.values():
        for fact, reference, wanted in dossier.corpus.memory.of(_wanting, briefing):
            found = dossier.corpus.candidates(briefing, reference.id, reference.ref)
            if len(found) != 1 or not isinstance(found[0].object, Fact):
                continue
            if found[0].object.kind not in wanted:
                message = f"`{reference.id}` is {a(found[0].object.kind.value)}"
                kinds = ", ".join(sorted(kind.value for kind in wanted))
                at = reference.under(fact.at)
                yield Finding(codes.WRONG_TARGET, at, message, f"`{reference.field}` needs: {kinds}")


def _prose_links(dossier: Dossier) -> Iterator[Finding]:
    """`[words](#fact-id)` leads nowhere."""
    for briefing in dossier.corpus.briefings.values():
        for at, text in prose_fields(briefing):
            for link in fact_links(text):
                found = dossier.corpus.candidates(briefing, link.target, LINKED)
                if not found and not is_lost(dossier.corpus, briefing, link.target, LINKED):
                    narrow = Address(at.file, at.path, word=f"#{link.target}")
                    yield unknown(dossier.corpus, briefing, narrow, link.target, LINKED)


def _wanting(briefing: Briefing) -> tuple[tuple[Fact, Reference, frozenset[FactKind]], ...]:
    """The references of a briefing's facts that need a fact of some kind, each with the kinds."""
    return tuple(
        (fact, reference, frozenset({fact.kind}) if reference.field == "supersedes" else _WANTED[reference.field])
        for fact in briefing.facts
        for reference in references(fact.item)
        if reference.field == "supersedes" or reference.field in _WANTED
    )


def _unsettled(corpus: Corpus, briefing: Briefing) -> tuple[tuple[Address, str, Ref], ...]:
    """The references that lead out of the briefing and its sources, or nowhere in it, or to two things."""

    def is_settled(name: str, ref: Ref) -> bool:
        is_own = "#" not in name and Target.SOURCE not in ref.targets
        return is_own and len(corpus.candidates(briefing, name, ref)) == 1

    return tuple(each for each in _references(corpus, briefing) if not is_settled(*each[1:]))


def _references(corpus: Corpus, briefing: Briefing) -> Iterator[tuple[Address, str, Ref]]:
    for fact in briefing.facts:
        yield from _in(fact.item, fact.at)
        if fact.kind is FactKind.POSITION:
            yield Address(fact.at.file, fact.at.path[:3], key=True), fact.issue, _ISSUE
            for name in fact.holders:
                yield Address(fact.at.file, fact.at.path[:2], key=True, word=name), name, _ACTOR
    for shelf in ("actors", "issues"):
        for name, item in getattr(briefing.sheet, shelf).items():
            yield from _in(item, briefing.at.at(shelf, name))
    for name in briefing.source_ids:
        source = corpus.sources[name]
        if source.at.file == briefing.at.file:
            yield from _in(source.record, source.at)


def _registered(corpus: Corpus) -> Iterator[tuple[BaseModel, Address]]:
    for shelf, file in corpus.registry_files.items():
        for name, item in getattr(corpus.registry, shelf).items():
            yield item, Address(file, (shelf, name))


def _in(item: BaseModel, at: Address) -> Iterator[tuple[Address, str, Ref]]:
    for reference in references(item):
        yield reference.under(at), reference.id, reference.ref


def _turned_holders(briefing: Briefing) -> dict[Path, Finding]:
    """Positions whose holder and issue stand the wrong way round, by the path to the first of the two."""
    found: dict[Path, Finding] = {}
    for fact in briefing.of_kind(FactKind.POSITION):
        holder = " & ".join(fact.holders)
        if holder in briefing.issues and fact.issue in briefing.actors and holder not in briefing.actors:
            message = f"`{holder}` is an issue and `{fact.issue}` an actor"
            at = Address(fact.at.file, fact.at.path[:2], key=True)
            found[at.path] = Finding(codes.UNKNOWN_REFERENCE, at, message, "write the holder first, then the issue")
    return found
