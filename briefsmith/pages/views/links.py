"""Links to facts as a page words them: labels that tell them apart, their language, and whether they still stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from briefsmith.analysis.dossier import Dossier
from briefsmith.evidence.chains import speakers_of
from briefsmith.model.fact import Fact
from briefsmith.model.statements import Figure
from briefsmith.pages.addresses import Addresses
from briefsmith.pages.language.cldr import listed
from briefsmith.pages.language.dates import date_words, iso_attribute
from briefsmith.pages.language.naming import actor_name
from briefsmith.pages.language.quantities import quantity_words
from briefsmith.pages.language.words import Words
from briefsmith.pages.views.fact_view import DateView, FactLink, Fallen, own_words
from briefsmith.values.edtf import EdtfDate


@dataclass(frozen=True)
class Links:
    """Makes the links of one page."""

    dossier: Dossier
    addresses: Addresses
    gettext: Words
    language: str
    """Of the page."""

    def to(self, fact: Fact) -> FactLink:
        """A short way to a fact."""
        return FactLink(
            fact.key,
            fact.kind.value,
            self.label(fact),
            self.addresses.fact(fact),
            self.foreign(fact.briefing),
            self.fallen(fact),
        )

    def foreign(self, briefing: str) -> str:
        """The language of a briefing where it is another one than the page's, else nothing."""
        there = self.dossier.corpus.briefings[briefing].sheet.language
        return "" if there == self.language else there

    def date(self, date: EdtfDate | None, note: str = "") -> DateView | None:
        """A date in the words of the page."""
        if date is None:
            return None
        words = date_words(date, self.language, self.gettext)
        first, last = date.earliest, date.latest
        return DateView(words, iso_attribute(date), first and first.iso(), last and last.iso(), note)

    def label(self, fact: Fact) -> str:
        """Its words, a figure's with its value; where others of its briefing have the same, with day and speaker."""
        words = self._words(fact)
        if self._count(fact.briefing)[words] < 2:
            return words
        return " · ".join([words, *self._particulars(fact)])

    def fallen(self, fact: Fact) -> Fallen | None:
        """Why it no longer stands; None while it does."""
        if fact.statement and fact.statement.retracted:
            return Fallen(fact.statement.retracted)
        newer = self.dossier.succession.newer.get(fact.key)
        if not newer:
            return None
        last = newer[-1]
        on = self.date(self.dossier.replaced_on(fact))
        return Fallen("", on, self.label(last), self.addresses.fact(last), self.foreign(last.briefing))

    def _particulars(self, fact: Fact) -> Iterator[str]:
        statement = fact.statement
        if statement is None:
            return
        if (date := self.date(statement.date or statement.since)) and date.earliest:
            yield date.words
        if names := speakers_of(fact):
            briefing = self.dossier.corpus.briefings[fact.briefing]
            yield listed((actor_name(briefing, name, self.language) for name in names), self.gettext.language)

    def _count(self, briefing: str) -> Counter[str]:
        """How often the facts of a briefing have the same words; counted when first asked for."""
        if briefing not in self._counts:
            self._counts[briefing] = Counter(map(self._words, self.dossier.corpus.briefings[briefing].facts))
        return self._counts[briefing]

    @cached_property
    def _counts(self) -> dict[str, Counter[str]]:
        return {}

    def _words(self, fact: Fact) -> str:
        item = fact.item
        if not isinstance(item, Figure):
            return own_words(fact)
        value = quantity_words(item.value, self.language, self.gettext)
        per = f" / {item.per}" if item.per else ""
        return f"{own_words(fact)}: {value}{f' {item.unit}' if item.unit else ''}{per}"
