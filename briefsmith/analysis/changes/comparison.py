"""The changes between two versions of a site, fact by fact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from briefsmith.analysis.changes.fields import CONTESTED, FieldChange, Weight, field_changes
from briefsmith.analysis.changes.pairing import Pairs, moved, pair
from briefsmith.analysis.changes.subjects import REGISTRY, Subject, shared_subjects, sources_of, subjects_of
from briefsmith.model.statements import Statement
from briefsmith.reading.versions import SheetVersion, Version

Subjects = Sequence[Subject]


class Act(Enum):
    """What became of a thing, in the order in which it is told."""

    REPLACED = "replaced"
    """A new fact stands in the place of an earlier one, which it supersedes."""
    CHANGED = "changed"
    RETRACTED = "retracted"
    DROPPED = "dropped"
    ADDED = "added"
    MOVED = "moved"
    """It stands in another briefing, and says the same."""
    RENAMED = "renamed"
    """Only its id is another."""
    REWORDED = "reworded"
    """Its wording, or a field that asserts nothing, is another; its meaning is not."""


SIGNIFICANT = frozenset({Act.ADDED, Act.REPLACED, Act.CHANGED, Act.RETRACTED, Act.DROPPED})
"""What moves the date on which a briefing last changed."""


@dataclass(frozen=True, slots=True, eq=False)
class Change:
    """One thing that changed. `old` is what it was or what it replaces; `new` is None where it was dropped."""

    act: Act
    old: Subject | None
    new: Subject | None
    fields: tuple[FieldChange, ...] = ()

    @property
    def subject(self) -> Subject:
        """The thing as it is now or, where it is gone, as it was."""
        subject = self.new or self.old
        assert subject is not None
        return subject

    @property
    def is_significant(self) -> bool:
        """Whether a reader who knew the old version has something new to learn."""
        return self.act in SIGNIFICANT

    @property
    def renamed_from(self) -> str:
        """Its earlier id, where an editor had chosen one."""
        before = self._before
        return before.id if before and before.is_named and before.id != self.subject.id else ""

    @property
    def moved_from(self) -> str:
        """The briefing in which it stood before."""
        before = self._before
        return before.briefing if before and before.briefing != self.subject.briefing else ""

    @property
    def _before(self) -> Subject | None:
        """The same thing in the earlier version."""
        return self.old if self.new and self.act is not Act.REPLACED else None


@dataclass(frozen=True)
class Comparison:
    """All changes between two versions."""

    old: Version
    new: Version
    changes: tuple[Change, ...]
    renamed: Mapping[tuple[str, str], tuple[str, str]]
    """Briefing and id of today to briefing and id of before, for facts that have another one."""
    unread: tuple[str, ...] = ()
    """Sheets that one of the versions holds and that are not understood."""

    @cached_property
    def by_briefing(self) -> dict[str, tuple[Change, ...]]:
        """The changes of each briefing; those of the registry under an empty id."""
        found: dict[str, list[Change]] = {}
        for change in self.changes:
            found.setdefault(change.subject.briefing, []).append(change)
        return {briefing: tuple(changes) for briefing, changes in found.items()}


def compare(old: Version, new: Version, only: str = "") -> Comparison:
    """Compare two versions; sheets with the same bytes under the same registry are not even parsed.

    `only` looks at one briefing, so that what moved into it from another is told as new.
    """
    names = dict.fromkeys([only] if only else [*new.paths, *old.paths])
    is_same_registry = old.registry_hash == new.registry_hash
    differing = [name for name in names if not is_same_registry or old.hash_of(name) != new.hash_of(name)]
    unread = [name for name in differing if _is_unread(old, name) or _is_unread(new, name)]
    found = {name: _pairs(old, new, name) for name in differing if name not in unread}
    if not is_same_registry and not only:
        found[REGISTRY] = pair(shared_subjects(old), shared_subjects(new))
    gone, come = _homeless(found)
    across = moved(gone, come)
    both = [*(each for pairs in found.values() for each in pairs.both), *across.both]
    changes = [
        *_of_pairs(both, gone, come),
        *_of_new(across.come, both),
        *(Change(Act.DROPPED, each, None) for each in across.gone),
    ]
    order = {name: number for number, name in enumerate([*names, REGISTRY])}
    changes.sort(key=lambda change: (order[change.subject.briefing], _ACTS[change.act]))
    renamed = {late.place: early.place for early, late in both if late.fact and early.place != late.place}
    return Comparison(old, new, tuple(changes), renamed, tuple(unread))


_ACTS = {act: number for number, act in enumerate(Act)}


def _is_unread(version: Version, name: str) -> bool:
    return name in version.paths and version.sheet(name) is None


def _pairs(old: Version, new: Version, name: str) -> Pairs:
    if old.hash_of(name) == new.hash_of(name):
        return pair(sources_of(old, name), sources_of(new, name))
    before, after = old.sheet(name), new.sheet(name)
    pairs = pair(
        subjects_of(old, name, before) if before else (),
        subjects_of(new, name, after) if after else (),
    )
    gone = tuple(each for each in pairs.gone if not _may_stand_unread(each, after))
    come = tuple(each for each in pairs.come if not _may_stand_unread(each, before))
    return Pairs(pairs.both, gone, come)


def _may_stand_unread(subject: Subject, there: SheetVersion | None) -> bool:
    """Whether a thing may stand in a part of the other version that could not be understood."""
    return there is not None and (subject.id in there.unread or not (subject.is_named or there.is_whole))


def _homeless(found: Mapping[str, Pairs]) -> tuple[list[Subject], list[Subject]]:
    gone = [each for pairs in found.values() for each in pairs.gone]
    come = [each for pairs in found.values() for each in pairs.come]
    return gone, come


def _of_pairs(both: Sequence[tuple[Subject, Subject]], gone: Subjects, come: Subjects) -> Iterator[Change]:
    renamed = {old.id: new.id for old, new in both if old.fact and old.id != new.id}
    opposed_before = _opposed([*(old for old, _ in both), *gone])
    opposed_after = _opposed([*(new for _, new in both), *come])
    for old, new in both:
        fields = [*field_changes(old, new, renamed)]
        before, after = opposed_before.get(old.place, ""), opposed_after.get(new.place, "")
        if bool(before) != bool(after) and new.fact:
            fields.append(FieldChange(CONTESTED, before, after, Weight.MEANING, is_reference=True))
        if act := _act(old, new, fields):
            yield Change(act, old, new, tuple(fields))


def _act(old: Subject, new: Subject, fields: Sequence[FieldChange]) -> Act | None:
    if any(each.name == "retracted" and not each.old for each in fields):
        return Act.RETRACTED
    if any(each.weight is Weight.MEANING for each in fields):
        return Act.CHANGED
    if old.briefing != new.briefing:
        return Act.MOVED
    if [each for each in fields if each.name not in {"id", "formerly"}]:
        return Act.REWORDED
    return Act.RENAMED if old.id != new.id and old.is_named else None


def _opposed(subjects: Subjects) -> dict[tuple[str, str], str]:
    """The ids of what contradicts each fact, on whichever side that is written."""
    found: dict[tuple[str, str], list[str]] = {}
    for each in subjects:
        for other in each.item.contradicts if isinstance(each.item, Statement) else ():
            briefing, _, name = other.rpartition("#")
            found.setdefault(each.place, []).append(other)
            found.setdefault((briefing or each.briefing, name), []).append(each.id)
    return {place: ", ".join(dict.fromkeys(ids)) for place, ids in found.items()}


def _of_new(come: Subjects, both: Sequence[tuple[Subject, Subject]]) -> Iterator[Change]:
    """What is new; where it supersedes something that the old version had, it replaces that."""
    known = {new.place: old for old, new in both if new.fact}
    for new in come:
        name = new.item.supersedes if isinstance(new.item, Statement) else None
        briefing, _, bare = (name or "").rpartition("#")
        replaced = known.get((briefing or new.briefing, bare))
        yield Change(Act.REPLACED if replaced else Act.ADDED, replaced, new)
