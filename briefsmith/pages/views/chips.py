"""The chips of a fact: words such as `denied` or `contested` that stand behind its sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefsmith.analysis.dossier import Dossier
from briefsmith.analysis.succession import statement_named
from briefsmith.model.fact import Fact
from briefsmith.model.objects import Term
from briefsmith.model.reasoning import Assessment
from briefsmith.model.statements import Event, Figure, Statement
from briefsmith.model.vocabulary import Happening, Scope, Status, TermType
from briefsmith.pages.language.labels import HAPPENINGS, STATUSES, Gettext
from briefsmith.pages.views.fact_view import Chip
from briefsmith.reading.corpus import Briefing
from briefsmith.values.edtf import EdtfDate


@dataclass(frozen=True)
class Chips:
    """Makes the chips of one briefing's facts."""

    dossier: Dossier
    briefing: Briefing
    gettext: Gettext

    def of(self, fact: Fact) -> tuple[Chip, ...]:
        """Those of one fact, of whatever kind."""
        item = fact.item
        own = self._of_statement(fact, item) if isinstance(item, Statement) else self._of_object(item)
        return (*own, *self._of_source(fact))

    def _of_object(self, item: object) -> Iterator[Chip]:
        if isinstance(item, Term) and item.type is TermType.LOADED:
            yield Chip(self.gettext("loaded wording"), "loaded", self.gettext(item.type.meaning))
        if isinstance(item, Assessment) and self._needs_second_look(item):
            meaning = self.gettext("Something it rests on was replaced, retracted or withdrawn.")
            yield Chip(self.gettext("look again"), "ambiguous", meaning)

    def _of_statement(self, fact: Fact, item: Statement) -> Iterator[Chip]:
        if item.status and item.status is not Status.REPORTED:
            yield Chip(self.gettext(STATUSES[item.status]), item.status.value, self.gettext(item.status.meaning))
        if isinstance(item, Event) and item.happening and item.happening is not Happening.HELD:
            word = self.gettext(HAPPENINGS[item.happening])
            yield Chip(word, item.happening.value, self.gettext(item.happening.meaning))
        if isinstance(item, Figure) and item.scope is Scope.AMBIGUOUS:
            yield Chip(self.gettext("each or together?"), "ambiguous", self.gettext(item.scope.meaning))
        if self.dossier.opponents.get(fact.key):
            meaning = self.gettext("Another statement contradicts it.")
            yield Chip(self.gettext("contested"), "contested", meaning)
        if item.retracted:
            yield Chip(self.gettext("retracted"), "retracted", item.retracted)

    def _of_source(self, fact: Fact) -> Iterator[Chip]:
        records = [each.source.record for each in self.dossier.evidence.of(fact) if each.source]
        gone = [record.withdrawn.reason for record in records if record.withdrawn]
        if gone:
            yield Chip(self.gettext("source withdrawn"), "withdrawn", gone[0])

    def _needs_second_look(self, judgement: Assessment) -> bool:
        """Whether what a judgement rests on has been replaced, retracted, or lost its source since."""
        named = (statement_named(self.dossier.corpus, self.briefing, name) for name in judgement.basis)
        basis = [fact for fact in named if fact]
        sources = [each.source.record for fact in basis for each in self.dossier.evidence.of(fact) if each.source]
        return (
            any(self._was_replaced_after(fact, judgement.date) for fact in basis)
            or any(fact.statement and fact.statement.retracted for fact in basis)
            or any(record.withdrawn for record in sources)
        )

    def _was_replaced_after(self, fact: Fact, day: EdtfDate | None) -> bool:
        """Whether something has replaced it since the day of a judgement; without a day, ever."""
        newer = self.dossier.succession.newer.get(fact.key, ())
        dates = [each.statement.date for each in newer if each.statement]
        if day is None or day.latest is None:
            return bool(newer)
        return any(date is None or date.latest is None or date.latest > day.latest for date in dates)
