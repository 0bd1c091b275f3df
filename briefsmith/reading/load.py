"""Loading: settings to corpus. Everything that is wrong on the way is a finding in the corpus."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TypeVar

from briefsmith.findings import catalogue as codes
from briefsmith.findings.finding import Address, Finding, Related, Span
from briefsmith.findings.nearest import did_you_mean
from briefsmith.model.base import Part
from briefsmith.model.fact import Fact, facts_of
from briefsmith.model.objects import Actor, Issue, Term
from briefsmith.model.sheet import Registry, Sheet
from briefsmith.reading.corpus import Briefing, Corpus, Withheld
from briefsmith.reading.memory import Memory
from briefsmith.reading.sheets import Dropped, Names, ReadFile, read_file
from briefsmith.reading.snapshot import Snapshot
from briefsmith.reading.sources import Shelf
from briefsmith.settings import Settings
from briefsmith.text.file import TextFile
from briefsmith.text.yamltree import Path

SHEET_ENDINGS = (".yml", ".yaml")
P = TypeVar("P", Actor, Issue, Term)
M = TypeVar("M", Sheet, Registry)

_COMMENTS = re.compile(r"^\s*#.*$", re.MULTILINE)

_ADDABLE = {"other_names", "evidence", "note"}
"""What a sheet may add to an object of the registry."""


def load(settings: Settings, memory: Memory | None = None, unsaved: Mapping[str, bytes] | None = None) -> Corpus:
    """Read everything once and put it together; what is as it was is taken from the memory, as the same objects.

    `unsaved` holds, by path, what an editor has instead of what is stored.
    """
    memory = memory or Memory()
    memory.next_round()
    settings = memory.same("settings", settings)
    snapshot = Snapshot(settings.root, memory, unsaved)
    findings: list[Finding] = []
    registry, registry_files, registry_withheld = _load_registry(settings, snapshot, memory, findings)
    registry = memory.same("registry", registry)
    shelf = Shelf(settings, snapshot, memory)
    if "sources" in registry_files:
        shelf.add_registry(registry, registry_files["sources"], registry_withheld)

    paths = snapshot.names(settings.briefings_dir, SHEET_ENDINGS)
    files = [snapshot.text(path) for path in paths]
    names = memory.of(names_in, registry)
    # Whoever edits a sheet is told where its findings stand, so its places are kept from the same reading.
    places = not memory.is_first_round
    read = [memory.made_from((file, names), _read_sheet, file, names, places) for file in files if file is not None]
    findings += [finding for each in read for finding in each.findings]
    briefings = [
        memory.same(each.file, _briefing(each, each.value, registry, registry_files, shelf, findings))
        for each in read
        if each.value
    ]
    if not files and not snapshot.findings:
        findings.append(_no_briefing(settings))

    sources, understood = shelf.sources(), {each.file for each in read if each.value}
    return Corpus(
        settings,
        snapshot,
        _by_id(briefings, findings),
        sources,
        registry,
        registry_files,
        tuple(findings + shelf.findings + snapshot.findings),
        tuple(path for path in paths if path not in understood),
        registry_withheld,
        {each.file: each.spots for each in read if each.spots is not None},
        memory,
    )


def _read_sheet(file: TextFile, names: Names, places: bool) -> ReadFile[Sheet]:
    return read_file(Sheet, file, names=names, places=places)


def _load_registry(
    settings: Settings, snapshot: Snapshot, memory: Memory, findings: list[Finding]
) -> tuple[Registry, dict[str, str], tuple[Withheld, ...]]:
    parts: dict[str, object] = {}
    files: dict[str, str] = {}
    withheld: list[Withheld] = []
    for path in snapshot.names(settings.registry_dir, SHEET_ENDINGS):
        name, file = PurePosixPath(path).stem, snapshot.text(path)
        if name not in Registry.model_fields:
            help_ = did_you_mean(name, Registry.model_fields)
            findings.append(Finding(codes.UNKNOWN_KEY, Span(path, 0, 0), f"`{path}` is no file of the registry", help_))
        elif name in files:
            message, help_ = f"`{files[name]}` and `{path}` are one file of the registry", "put both into one"
            findings.append(Finding(codes.DUPLICATE_ID, Span(path, 0, 0), message, help_))
        elif file is None:
            withheld.append(Withheld((name,), name, ()))
        elif not _COMMENTS.sub("", file.text).strip():
            continue
        else:
            read = memory.of(read_file, Registry, file, name)
            findings += read.findings
            findings += _misplaced_shelves(read, name)
            parts[name] = getattr(read.value, name) if read.value else {}
            withheld += _withheld(read) if read.value else [Withheld((name,), name, ())]
            files[name] = path
    # The parts were validated file by file; validating them again as one would only cost time.
    return Registry.model_construct(**parts), files, tuple(withheld)  # type: ignore[arg-type]


def _misplaced_shelves(read: ReadFile[Registry], name: str) -> Iterator[Finding]:
    """What stands in one file of the registry and belongs into another would be lost without a word."""
    for shelf in sorted(read.value.model_fields_set - {name}) if read.value else ():
        at = Address(read.file, (shelf,), key=True)
        message = f"`{shelf}` stands in `{read.file}`"
        yield Finding(codes.UNKNOWN_KEY, at, message, f"move it into `{shelf}.yml` beside this file")


def names_in(registry: Registry) -> Names:
    """The required field of each shared object, which a sheet that adds to it may leave out."""
    return {
        "actors": {name: ("name", actor.name) for name, actor in registry.actors.items()},
        "issues": {name: ("title", issue.title) for name, issue in registry.issues.items()},
        "terms": {name: ("term", term.term) for name, term in registry.terms.items()},
    }


def _briefing(
    read: ReadFile[Sheet],
    sheet: Sheet,
    registry: Registry,
    registry_files: Mapping[str, str],
    shelf: Shelf,
    findings: list[Finding],
) -> Briefing:
    stem = PurePosixPath(read.file).stem
    if sheet.briefing != stem:
        help_ = f"write `briefing: {stem}`, or rename the file to `{sheet.briefing}.yml`"
        message = f"briefing `{sheet.briefing}` stands in a file named `{stem}`"
        findings.append(Finding(codes.ID_NOT_FILE_NAME, Address(read.file, ("briefing",)), message, help_))

    def merged(name: str, shared: dict[str, P], own: dict[str, P]) -> dict[str, P]:
        return _merge(
            shared, own, Address(read.file, (name,)), Address(registry_files.get(name, ""), (name,)), findings
        )

    withheld = _withheld(read)
    return Briefing(
        sheet.briefing,
        sheet,
        Address(read.file),
        shelf.memory.of(_facts, read),
        merged("actors", registry.actors, sheet.actors),
        merged("issues", registry.issues, sheet.issues),
        merged("terms", registry.terms, sheet.terms),
        shelf.add_sheet(sheet, read.file, withheld),
        withheld,
    )


def _facts(read: ReadFile[Sheet]) -> tuple[Fact, ...]:
    assert read.value is not None
    return facts_of(read.value, read.file, read.original)


def _withheld(read: ReadFile[M]) -> tuple[Withheld, ...]:
    """The parts of a file that were left out, each with the errors inside it."""
    errors = [each for each in read.findings if each.is_error and isinstance(each.at, Address)]
    return tuple(Withheld(part.path, part.id, _reasons(part, errors), part.ids) for part in read.dropped)


def _reasons(part: Dropped, errors: list[Finding]) -> tuple[Finding, ...]:
    return (part.reason,) if part.reason else tuple(each for each in errors if _is_inside(each, part.path))


def _is_inside(finding: Finding, path: Path) -> bool:
    return isinstance(finding.at, Address) and finding.at.path[: len(path)] == path


def _merge(
    shared: dict[str, P], own: dict[str, P], at: Address, shared_at: Address, findings: list[Finding]
) -> dict[str, P]:
    """The registry's objects with what the sheet adds, and the sheet's own."""
    merged = {**shared, **own}
    for name in shared.keys() & own.keys():
        for key in sorted(own[name].model_fields_set - _ADDABLE):
            if getattr(own[name], key) != getattr(shared[name], key):
                related = (Related(shared_at.at(name), "registered here"),)
                message = f"`{name}` has another `{key}` in the registry"
                help_ = "give it another id, or leave the field to the registry"
                findings.append(Finding(codes.SHADOWED_REGISTRY_ID, at.at(name, key), message, help_, related))
        merged[name] = _with_additions(shared[name], own[name])
    return merged


def _with_additions(shared: P, own: P) -> P:
    assert isinstance(own, Part)
    update: dict[str, object] = {"other_names": tuple(dict.fromkeys((*shared.other_names, *own.other_names)))}
    update["evidence"] = own.evidence or shared.evidence
    update["note"] = own.note or shared.note
    return shared.model_copy(update=update)


def _by_id(briefings: list[Briefing], findings: list[Finding]) -> dict[str, Briefing]:
    """The briefings by id. A sheet that took the id of another file's was already told to use its own."""
    found: dict[str, Briefing] = {}
    own = {briefing.id for briefing in briefings if _is_named_after_file(briefing)}
    for briefing in briefings:
        if briefing.id in own and not _is_named_after_file(briefing):
            continue
        if briefing.id in found:
            related = (Related(found[briefing.id].at.at("briefing"), "first used here"),)
            message = f"two sheets are called `{briefing.id}`"
            findings.append(
                Finding(codes.DUPLICATE_ID, briefing.at.at("briefing"), message, "rename one of them", related)
            )
        else:
            found[briefing.id] = briefing
    return found


def _is_named_after_file(briefing: Briefing) -> bool:
    return PurePosixPath(briefing.at.file).stem == briefing.id


def _no_briefing(settings: Settings) -> Finding:
    folder = settings.briefings_dir
    help_ = f"write a fact sheet into `{folder}/`; the page on editing shows the shortest one"
    return Finding(codes.NO_BRIEFING, Span(settings.config_file, 0, 0), f"no fact sheet in `{folder}/`", help_)


def without_withheld(corpus: Corpus, withheld: Mapping[str, tuple[Withheld, ...]]) -> Corpus:
    """The corpus as a draft shows it: facts that fail are gone, and each briefing says which and why."""
    paths = {name: {each.path for each in parts} for name, parts in withheld.items()}
    kept = corpus.select(lambda fact: fact.at.path not in paths.get(fact.briefing, ()), lambda _: True)
    briefings = {
        name: replace(briefing, withheld=(*briefing.withheld, *withheld.get(name, ())))
        for name, briefing in kept.briefings.items()
    }
    return replace(kept, briefings=briefings)
