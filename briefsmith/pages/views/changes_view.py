"""What changed in a briefing as readers see it: edition by edition, and fact by fact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from briefsmith.analysis.changes.amendments import Amendment, Log, evidence_up_to
from briefsmith.analysis.changes.comparison import Act, Change
from briefsmith.analysis.changes.fields import FieldChange
from briefsmith.analysis.changes.subjects import HEAD, Subject
from briefsmith.model.fact import Fact
from briefsmith.model.vocabulary import Happening, Move, Status
from briefsmith.pages.language.labels import ACTS, FACT_KINDS, FIELDS, HAPPENINGS, MOVES, STATUSES, THING_KINDS
from briefsmith.pages.views.fact_view import DateView, FactView
from briefsmith.pages.views.facts import FactViews
from briefsmith.values.edtf import EdtfDate, parse_date

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_ACTORS = {"by", "holder", "actors", "denied_by", "decider", "via"}
_WORDS = {
    "status": {each.value: label for each, label in STATUSES.items()},
    "happening": {each.value: label for each, label in HAPPENINGS.items()},
}
assert set(STATUSES) == set(Status)
assert set(HAPPENINGS) == set(Happening)


@dataclass(frozen=True, slots=True)
class Detail:
    """One field of a changed thing: what it was, what it is; both empty where only the fact of the change is told."""

    label: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that changed."""

    act: str
    label: str
    kind: str
    words: str
    key: str
    """`briefing#id` of the fact as it stands; empty where it is gone or no fact."""
    url: str
    was: str
    """The words that it replaces."""
    move: str
    details: tuple[Detail, ...]
    is_fact: bool
    is_significant: bool


@dataclass(frozen=True, slots=True)
class AmendmentView:
    """What one edition changed."""

    id: str
    date: DateView | None
    edition: str
    """Its name; empty for what is not frozen yet."""
    is_first: bool
    facts: int
    entries: tuple[Entry, ...]
    """What a reader should know, the weightiest first."""
    minor: tuple[Entry, ...]
    """Wording and housekeeping."""


@dataclass(frozen=True, slots=True)
class History:
    """A fact that changed more than once, with the editions that did it, the oldest first."""

    view: FactView
    steps: tuple[tuple[AmendmentView, str], ...]
    """Each edition, and what it did."""


@dataclass(frozen=True)
class ChangesView:
    """The changes of one briefing."""

    log: Log | None
    facts: FactViews

    @cached_property
    def amendments(self) -> list[AmendmentView]:
        """All editions that changed something, the newest first; empty where there is none to compare with."""
        found = self.log.amendments(self.facts.briefing) if self.log else ()
        return [self._amendment(each) for each in found if each.changes or each.is_first]

    @cached_property
    def since_last(self) -> AmendmentView | None:
        """What changed since the last edition with an earlier date; None where there is none."""
        found = self.log.since_last(self.facts.briefing) if self.log else None
        return self._amendment(found) if found else None

    @cached_property
    def headlines(self) -> list[Entry]:
        """The facts for the first screen."""
        return [each for each in self.since_last.entries if each.is_fact] if self.since_last else []

    @cached_property
    def evidence_up_to(self) -> DateView | None:
        """The day of the newest article."""
        return self.facts.date(evidence_up_to(self.facts.briefing, self.facts.dossier.corpus))

    @cached_property
    def reviewed(self) -> DateView | None:
        """The day on which the whole was last looked at: when it was cleared, else the day it is good for."""
        sheet = self.facts.briefing.sheet
        day = parse_date(str(sheet.cleared_at)[:10]) if sheet.cleared_at else sheet.date
        return self.facts.date(day)

    @cached_property
    def changed(self) -> DateView | None:
        """The date of the newest edition that changed more than wording; None without editions."""
        found = self.log.amendments(self.facts.briefing) if self.log else ()
        date = next((each.date for each in found if each.is_significant), None)
        return self.facts.date(date)

    @cached_property
    def histories(self) -> list[History]:
        """The facts that more than one edition changed."""
        steps: dict[str, list[tuple[AmendmentView, str]]] = {}
        for amendment in reversed(self.amendments):
            for entry in (*amendment.entries, *amendment.minor):
                if entry.key:
                    steps.setdefault(entry.key, []).append((amendment, entry.label))
        views = {view.key: view for view in self.facts.all.values()}
        return [History(views[key], tuple(found)) for key, found in steps.items() if len(found) > 1 and key in views]

    def _amendment(self, amendment: Amendment) -> AmendmentView:
        entries = [self._entry(change) for change in amendment.changes]
        return AmendmentView(
            f"edition-{amendment.edition or 'next'}",
            self.facts.date(amendment.date),
            amendment.edition,
            amendment.is_first,
            amendment.facts,
            tuple(each for each in entries if each.is_significant),
            tuple(each for each in entries if not each.is_significant),
        )

    def _entry(self, change: Change) -> Entry:
        subject, said = change.subject, self.facts.gettext
        view = self._standing(subject) if change.new else None
        move = getattr(subject.item, "move", None)
        return Entry(
            change.act.value,
            said(ACTS[change.act]),
            said(FACT_KINDS.get(subject.kind) or THING_KINDS[subject.kind]),
            subject.words,
            view.key if view else "",
            view.url if view else self._url(subject) if change.new else "",
            change.old.words if change.act is Act.REPLACED and change.old else "",
            said(MOVES[move]) if isinstance(move, Move) and change.act is Act.REPLACED else "",
            tuple(self._details(change)),
            subject.fact is not None,
            change.is_significant,
        )

    def _standing(self, subject: Subject) -> FactView | None:
        """The fact as it stands now, also under another id."""
        briefing = self.facts.briefing
        known: dict[str, Fact] = {**briefing.by_id, **briefing.term_facts}
        fact = known.get(subject.id) if subject.fact else None
        return self.facts.all.get(fact.id) if fact else None

    def _url(self, subject: Subject) -> str:
        addresses, briefing = self.facts.addresses, self.facts.briefing
        if subject.kind == "source" and subject.id in briefing.source_ids:
            source = self.facts.dossier.corpus.sources.get(subject.id)
            return addresses.source(subject.id) if source and source.article else ""
        return addresses.briefing(briefing.id) if subject.kind == HEAD else ""

    def _details(self, change: Change) -> Iterator[Detail]:
        """The fields with a name for readers; ids of other facts are not shown, which may be restricted."""
        for field in change.fields:
            if label := FIELDS.get(field.name):
                shown = field if not field.is_reference else FieldChange(field.name, "", "", field.weight)
                yield Detail(self.facts.gettext(label), self._words(shown, shown.old), self._words(shown, shown.new))

    def _words(self, field: FieldChange, value: str) -> str:
        if field.name in _ACTORS:
            names = [self.facts.name(each.strip()) for each in re.split(r"[,&]", value) if each.strip()]
            return ", ".join(names)
        if field.name == "date" and value:
            date: EdtfDate = parse_date(value)
            view = self.facts.date(date)
            return view.words if view else value
        label = _WORDS.get(field.name, {}).get(value)
        return self.facts.gettext(label) if label else _LINK.sub(r"\1", value)
