"""The amendments of one briefing: what each edition changed, as far as readers may know of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from briefsmith.analysis.changes.comparison import Act, Change, Comparison, compare
from briefsmith.analysis.changes.subjects import Subject
from briefsmith.reading.corpus import Briefing, Corpus
from briefsmith.reading.versions import Editions, Version
from briefsmith.values.edtf import EdtfDate
from briefsmith.values.tags import Tlp

Hidden = set[tuple[str, str]]
"""Briefing and id of facts of which readers may not know."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """What one version of a briefing changed against the one before it."""

    edition: str
    """The name of the newer version's edition; empty for the sheet as it stands, which is not frozen yet."""
    date: EdtfDate
    """The date of the newer sheet: information as of."""
    changes: tuple[Change, ...]
    is_first: bool = False
    """Whether nothing was published before it; then `facts` says how many it brought."""
    facts: int = 0

    @property
    def is_significant(self) -> bool:
        """Whether it changed more than wording."""
        return self.is_first or any(change.is_significant for change in self.changes)


@dataclass(frozen=True)
class Log:
    """The amendments of all briefings. `shown` is the part of `whole` that this site shows."""

    editions: Editions
    whole: Corpus
    shown: Corpus
    _compared: dict[tuple[int, int], Comparison] = field(default_factory=dict)
    """Of neighbours, by their identities: all briefings share them."""

    def amendments(self, briefing: Briefing) -> tuple[Amendment, ...]:
        """What each edition changed, the newest first, then the first edition; empty where there is no edition."""
        if not any(briefing.id in each.version.paths for each in self.editions.frozen):
            return ()
        return tuple(self._amendments(briefing.id, self._chain(briefing.id)))

    def since_last(self, briefing: Briefing) -> Amendment | None:
        """What changed since the newest edition whose sheet bears an earlier date; None where there is none."""
        frozen = [each.version for each in reversed(self.editions.frozen)]
        old = next((each for each in frozen if self._is_earlier(each, briefing)), None)
        if old is None or not self._is_public(old, briefing.id):
            return None
        found = next(self._amendments(briefing.id, [self.editions.current, old]))
        return found if not found.is_first else replace(found, is_first=False)

    def has_news(self) -> bool:
        """Whether anything that this site shows has changed since the newest edition, or there is none."""
        if not self.editions.frozen:
            return True
        newest, shown = self.editions.frozen[-1].version, self.shown.briefings
        if {name for name in newest.paths if self._is_public(newest, name)} != set(shown):
            return True
        latest = (each for briefing in shown.values() for each in self.amendments(briefing)[:1])
        return any(not each.edition and each.changes for each in latest)

    @property
    def _limit(self) -> Tlp:
        return self.whole.settings.publish_tlp

    def _chain(self, name: str) -> list[Version]:
        """The versions that hold a briefing, newest first; of those that are the same the oldest, which brought it."""
        chain: list[Version] = []
        for version in [self.editions.current, *(each.version for each in reversed(self.editions.frozen))]:
            if name in version.paths:
                if chain and _is_same(version, chain[-1], name):
                    chain.pop()
                chain.append(version)
        return chain

    def _is_earlier(self, version: Version, briefing: Briefing) -> bool:
        there = version.sheet(briefing.id)
        before, now = there.sheet.date.latest if there else None, briefing.sheet.date.latest
        return before is not None and now is not None and before < now

    def _amendments(self, name: str, chain: list[Version]) -> Iterator[Amendment]:
        """Walk back in time: what is restricted once stays so in all that was before it."""
        hidden = self._hidden_now()
        for number, version in enumerate(chain):
            sheet = version.sheet(name)
            if sheet is None:
                continue
            older = next((each for each in chain[number + 1 :] if self._is_public(each, name)), None)
            if older is None:
                hidden |= self._restricted(version, {name})
                facts = sum((name, fact.id) not in hidden for fact in sheet.facts)
                yield Amendment(version.name, sheet.sheet.date, (), is_first=True, facts=facts)
                return
            comparison = self._compare(older, version, name)
            names = {name} | {side.briefing for each in comparison.changes for side in (each.old, each.new) if side}
            hidden |= self._restricted(version, names)
            before = _before(hidden, comparison.renamed) | self._restricted(older, names)
            if self._is_public(version, name):
                changes = tuple(_seen(comparison.by_briefing.get(name, ()), hidden, before))
                yield Amendment(version.name, sheet.sheet.date, changes)
            hidden = before

    def _compare(self, old: Version, new: Version, name: str) -> Comparison:
        """Compare two neighbours in full and once for all briefings; others for one briefing alone."""
        nearest = self._before_version(new)
        if nearest is None or name not in nearest.paths or not _is_same(nearest, old, name):
            return compare(old, new, only=name)
        key = id(nearest), id(new)
        if key not in self._compared:
            self._compared[key] = compare(nearest, new)
        return self._compared[key]

    def _before_version(self, version: Version) -> Version | None:
        """The edition right before a version."""
        versions = [*(each.version for each in self.editions.frozen), self.editions.current]
        place = next(number for number, each in enumerate(versions) if each is version)
        return versions[place - 1] if place else None

    def _is_public(self, version: Version, name: str) -> bool:
        sheet = version.sheet(name)
        return sheet is not None and sheet.sheet.tlp <= self._limit

    def _hidden_now(self) -> Hidden:
        """What this site does not show: restricted facts and, in a draft, those that are withheld."""
        shown = {(fact.briefing, fact.id) for fact in self.shown.facts}
        return {place for fact in self.whole.facts if (place := (fact.briefing, fact.id)) not in shown}

    def _restricted(self, version: Version, names: set[str]) -> Hidden:
        sheets = {name: sheet for name in names if name and (sheet := version.sheet(name))}
        return {
            (name, fact.id)
            for name, sheet in sheets.items()
            for fact in sheet.facts
            if max(fact.tlp, sheet.sheet.tlp) > self._limit
        }


def evidence_up_to(briefing: Briefing, corpus: Corpus) -> EdtfDate | None:
    """The date of the newest article that a briefing rests on."""
    dates = [corpus.sources[name].record.date for name in briefing.source_ids if name in corpus.sources]
    known = [date for date in dates if date and date.latest]
    return max(known, key=lambda date: date.latest or (0, 0, 0), default=None)


def _is_same(one: Version, other: Version, name: str) -> bool:
    if one.hash_of(name) != other.hash_of(name):
        return False
    return one.registry_hash == other.registry_hash or one.sources(name) == other.sources(name)


def _before(hidden: Hidden, renamed: Mapping[tuple[str, str], tuple[str, str]]) -> Hidden:
    """The same facts also under the ids that they had before."""
    return {*hidden, *(renamed[place] for place in hidden if place in renamed)}


def _seen(changes: tuple[Change, ...], after: Hidden, before: Hidden) -> Iterator[Change]:
    for change in changes:
        old = change.old if change.old and not _is_hidden(change.old, before) else None
        if change.new is None:
            if old:
                yield change
        elif not _is_hidden(change.new, after):
            yield change if old or not change.old else replace(change, act=Act.ADDED, old=None, fields=())


def _is_hidden(subject: Subject, hidden: Hidden) -> bool:
    return subject.fact is not None and subject.place in hidden
