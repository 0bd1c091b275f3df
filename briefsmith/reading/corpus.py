"""The corpus: everything that was read, typed and indexed, and never changed afterwards."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, reduce

from briefsmith.findings.finding import Address, Finding
from briefsmith.model.fact import Fact, FactKind
from briefsmith.model.fields import UNKNOWN, Ref, Target
from briefsmith.model.objects import Actor, Issue, SetAside, SourceRecord, Term
from briefsmith.model.sheet import Registry, Sheet
from briefsmith.model.vocabulary import TextShown
from briefsmith.reading.memory import Memory
from briefsmith.reading.records import added, passages_in
from briefsmith.reading.snapshot import Snapshot
from briefsmith.settings import Settings
from briefsmith.text.file import TextFile
from briefsmith.text.normal import NormalText
from briefsmith.text.sentences import Sentence, split_sentences
from briefsmith.text.yamltree import Path, Spot
from briefsmith.values.tags import Tlp, is_open_licence


@dataclass(frozen=True)
class Article:
    """The text of a source; sentences and normal form are made when first asked for."""

    file: TextFile
    language: str

    @cached_property
    def normal(self) -> NormalText:
        """The forms in which quotes are searched."""
        return NormalText(self.file.text)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences in order."""
        return split_sentences(self.file.text, self.language)


@dataclass(frozen=True)
class Source:
    """An article with all that the sheets, the registry and its sidecar say of it."""

    id: str
    record: SourceRecord
    at: Address
    article: Article | None
    """None where the file is missing or unreadable."""
    set_aside: tuple[tuple[Address, SetAside], ...] = ()
    records: tuple[tuple[Address, SourceRecord], ...] = ()
    """What sheets, registry and sidecar say of it, each with its address."""

    def at_field(self, key: str) -> Address:
        """Where a field of it is written."""
        return next((at for at, record in self.records if key in record.model_fields_set), self.at).at(key)

    @property
    def language(self) -> str:
        """The language of its text."""
        return self.article.language if self.article else self.record.language or "en"

    @property
    def shown(self) -> TextShown:
        """How much of it the site shows."""
        open_ = self.record.licence is not None and is_open_licence(self.record.licence)
        return self.record.text or (TextShown.FULL if open_ else TextShown.EXCERPTS)

    def without(self, files: Collection[str], language: str) -> Source:
        """The same source as it is known without what these files say of it; `language` is the site's.

        Its file and its day, without which there is no source, stay whoever gave them.
        """
        left = tuple((at, record) for at, record in self.records if at.file not in files)
        if len(left) == len(self.records):
            return self
        first = SourceRecord().model_copy(update={"file": self.record.file, "date": self.record.date})
        record = reduce(added, (record for _, record in left), first)
        told = language if record.language in {None, UNKNOWN} else str(record.language)
        article = replace(self.article, language=told) if self.article else None
        return replace(self, record=record, article=article, set_aside=passages_in(left), records=left)


@dataclass(frozen=True)
class Withheld:
    """A part of a sheet that a draft leaves out, with the reasons."""

    path: Path
    id: str
    reasons: tuple[Finding, ...]
    ids: frozenset[str] = frozenset()
    """All ids in it, to which others may refer."""


@dataclass(frozen=True)
class Briefing:
    """One fact sheet as it was understood, with the registry's objects that it may use."""

    id: str
    sheet: Sheet
    at: Address
    facts: tuple[Fact, ...]
    actors: Mapping[str, Actor]
    issues: Mapping[str, Issue]
    terms: Mapping[str, Term]
    source_ids: tuple[str, ...]
    withheld: tuple[Withheld, ...] = ()

    @cached_property
    def by_id(self) -> dict[str, Fact]:
        """Its facts by id and by earlier ids; terms stand in `terms`."""
        found: dict[str, Fact] = {}
        for fact in self.facts:
            if not isinstance(fact.item, Term):
                found.update({old: fact for old in fact.item.formerly if old not in found})
        found.update({fact.id: fact for fact in self.facts if fact.kind is not FactKind.TERM})
        return found

    def of_kind(self, kind: FactKind) -> tuple[Fact, ...]:
        """Its facts of one kind, in file order."""
        return self._by_kind.get(kind, ())

    @cached_property
    def _by_kind(self) -> dict[FactKind, tuple[Fact, ...]]:
        kinds = dict.fromkeys(fact.kind for fact in self.facts)
        return {kind: tuple(fact for fact in self.facts if fact.kind is kind) for kind in kinds}

    @cached_property
    def linking_facts(self) -> tuple[Fact, ...]:
        """Those that say that they replace, contradict or agree with others: few, and asked for again and again."""
        return tuple(
            fact
            for fact in self.facts
            if (said := fact.statement) and (said.supersedes or said.contradicts or said.compatible_with)
        )

    @cached_property
    def highest_marking(self) -> Tlp:
        """The strictest marking of its facts."""
        return max((fact.tlp for fact in self.facts), default=Tlp.CLEAR)

    @cached_property
    def term_facts(self) -> dict[str, Fact]:
        """The glossary's facts by the id of the term."""
        return {str(fact.at.path[1]): fact for fact in self.of_kind(FactKind.TERM)}


Target_ = Actor | Issue | Term | Source | Fact


@dataclass(frozen=True)
class Found:
    """Where a reference leads."""

    target: Target
    id: str
    object: Target_


@dataclass(frozen=True)
class Corpus:
    """All briefings and sources of a site."""

    settings: Settings
    snapshot: Snapshot
    briefings: Mapping[str, Briefing]
    sources: Mapping[str, Source]
    registry: Registry
    registry_files: Mapping[str, str] = field(default_factory=dict)
    """Which file declares the registry's actors, issues, terms and sources."""
    findings: tuple[Finding, ...] = ()
    """What reading found."""
    unread: tuple[str, ...] = ()
    """Sheets of which nothing could be understood."""
    registry_withheld: tuple[Withheld, ...] = ()
    """The parts of the registry that had to be left out."""
    spots: Mapping[str, dict[Path, Spot]] = field(default_factory=dict, compare=False, repr=False)
    """Where the values of a sheet stand, by its file, as far as that was read with them."""
    memory: Memory = field(default_factory=Memory, compare=False, repr=False)
    """What earlier readings worked out and this one need not."""

    @cached_property
    def users(self) -> dict[str, tuple[Briefing, ...]]:
        """Which briefings use each source."""
        found: dict[str, tuple[Briefing, ...]] = {}
        for briefing in self.briefings.values():
            for name in briefing.source_ids:
                found[name] = (*found.get(name, ()), briefing)
        return found

    @property
    def facts(self) -> Iterator[Fact]:
        """All facts of all briefings."""
        for briefing in self.briefings.values():
            yield from briefing.facts

    def select(self, keep: Callable[[Fact], bool], keep_briefing: Callable[[Briefing], bool]) -> Corpus:
        """The same corpus without some of its facts and briefings; itself where nothing falls away.

        What a sheet that falls away says of a source falls away with it, also where another sheet uses that source.
        """
        all_used = {source for briefing in self.briefings.values() for source in briefing.source_ids}
        keeps_all = all(map(keep, self.facts)) and all(map(keep_briefing, self.briefings.values()))
        if keeps_all and all_used >= self.sources.keys():
            return self
        briefings = {
            name: replace(briefing, facts=tuple(fact for fact in briefing.facts if keep(fact)))
            for name, briefing in self.briefings.items()
            if keep_briefing(briefing)
        }
        used = {source for briefing in briefings.values() for source in briefing.source_ids}
        gone = {briefing.at.file for briefing in self.briefings.values() if briefing.id not in briefings}
        language = self.settings.language
        sources = {name: source.without(gone, language) for name, source in self.sources.items() if name in used}
        return replace(self, briefings=briefings, sources=sources)

    def published(self) -> Corpus:
        """The part whose markings allow it to be published on this site."""
        limit = self.settings.publish_tlp
        markings = (max(each.sheet.tlp, each.highest_marking) for each in self.briefings.values())
        if self.users.keys() >= self.sources.keys() and all(marking <= limit for marking in markings):
            return self
        return self.select(lambda fact: fact.tlp <= limit, lambda briefing: briefing.sheet.tlp <= limit)

    def candidates(self, briefing: Briefing, reference: str, ref: Ref) -> list[Found]:
        """Everything that a reference may mean; one where it is right, several where it is ambiguous."""
        if "#" in reference:
            other, _, name = reference.partition("#")
            there = self.briefings.get(other)
            return self.candidates(there, name, ref) if there else []
        kind, colon, name = reference.partition(":")
        if colon and kind in {target.value for target in Target}:
            found = self._find(briefing, Target(kind), name)
            return [found] if found else []
        return [found for target in ref.targets if (found := self._find(briefing, target, reference))]

    def names(self, briefing: Briefing, ref: Ref) -> list[str]:
        """The ids that a reference may use."""
        return [name for target in ref.targets for name in self._shelf(briefing, target)] + sorted(ref.also)

    def _find(self, briefing: Briefing, target: Target, name: str) -> Found | None:
        found = self._shelf(briefing, target).get(name)
        return Found(target, name, found) if found is not None else None

    def _shelf(self, briefing: Briefing, target: Target) -> Mapping[str, Target_]:
        """The objects of one kind that a briefing may refer to, by id."""
        shelves: dict[Target, Mapping[str, Target_]] = {
            Target.ACTOR: briefing.actors,
            Target.ISSUE: briefing.issues,
            Target.TERM: briefing.terms,
            Target.SOURCE: self.sources,
            Target.STATEMENT: briefing.by_id,
        }
        return shelves[target]
