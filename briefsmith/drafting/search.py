"""Everything that an article offers, as candidates for a sheet: one run over it, one function a kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from briefsmith.drafting.blocks import Candidate, Field, Section, scalar
from briefsmith.drafting.dates import FoundDate, dates_in
from briefsmith.drafting.figures import FoundFigure, figures_in
from briefsmith.drafting.material import Material
from briefsmith.drafting.names import FoundName, names_in
from briefsmith.drafting.quotations import Quotation, is_quoted, quotations_in
from briefsmith.drafting.speech import Speech, speeches_in
from briefsmith.evidence.matching import occurs
from briefsmith.model.evidence import Quote
from briefsmith.model.vocabulary import DateBasis
from briefsmith.text.normal import normal_form
from briefsmith.text.sentences import Sentence

_FEW_WORDS = 4


@dataclass(frozen=True)
class Search:
    """What was found in one article. `known` are the ids of the actors that are there already, by name."""

    material: Material
    known: Mapping[str, str]

    @cached_property
    def dates(self) -> list[FoundDate]:
        """Its dates."""
        return dates_in(self.material)

    @cached_property
    def quotations(self) -> list[Quotation]:
        """What stands in quotation marks."""
        return quotations_in(self.material)

    @cached_property
    def names(self) -> list[FoundName]:
        """Its names."""
        return names_in(self.material, self.known.values())

    @cached_property
    def speeches(self) -> list[Speech]:
        """Its sentences with speech verbs."""
        return list(speeches_in(self.material, self.names, self.quotations))

    @cached_property
    def speakers(self) -> list[Candidate]:
        """The actors to whom some sentence gives the word, and whom the sheet does not have yet."""
        spoken = {each.speaker.id for each in self.speeches if each.speaker}
        return [each for name in self.names if name.id in spoken for each in self._actor(name)]

    def id_of(self, name: FoundName) -> str:
        """The id of an actor in the sheet: its own, where the sheet has it."""
        last = name.name.split()[-1]
        return self.known.get(name.name) or self.known.get(last) or name.id

    def candidates(self) -> Iterator[Candidate]:
        """All candidates, section by section as they stand in a sheet."""
        spoken = {each.name for each in self.speakers}
        for name in self.names:
            if name.is_recurring and name.id not in spoken:
                yield from self._actor(name)
        yield from self._positions()
        yield from self._events()
        yield from self._figures()
        yield from self._claims()

    def _actor(self, name: FoundName) -> Iterator[Candidate]:
        if self.id_of(name) != name.id:
            return
        full = [each for each in name.mentions if normal_form(self.material.text[each.start : each.end]) == name.name]
        for mention in sorted(full, key=lambda each: each.full_start == each.start):
            sentence = self.material.sentence_at(mention.start)
            quote = self.material.quote(mention.full_start, mention.end)
            if sentence and quote and (quote.prefix or quote.suffix):
                quote = self._sentence_quote(sentence)
            if quote:
                yield Candidate(Section.ACTORS, mention.start, (Field("name", scalar(name.name)),), quote, name.id)
                return

    def _positions(self) -> Iterator[Candidate]:
        for speech in self.speeches:
            quote = self._sentence_quote(speech.sentence)
            if speech.kind and speech.speaker and quote and self._can_speak(speech.speaker):
                fields = (Field(speech.kind, quote.exact, True), *self._said(speech))
                yield Candidate(Section.POSITIONS, speech.verb, fields, quote, self.id_of(speech.speaker))

    def _events(self) -> Iterator[Candidate]:
        spoken = {each.sentence for each in self.speeches}
        seen: set[Sentence] = set()
        for date in self.dates:
            sentence = self.material.sentence_at(date.start)
            if (
                sentence is None
                or sentence in spoken | seen | self._lines_of_dates
                or is_quoted(date.start, self.quotations)
            ):
                continue
            if quote := self._sentence_quote(sentence):
                seen.add(sentence)
                yield Candidate(Section.EVENTS, date.start, self._event_fields(date, quote), quote)

    @cached_property
    def _lines_of_dates(self) -> set[Sentence]:
        """The sentences that are a date and nothing else, as the line under a headline is."""
        text = self.material.text
        left = {each: text[each.start : each.end] for each in self.material.sentences}
        for date in self.dates:
            if sentence := self.material.sentence_at(date.start):
                left[sentence] = left[sentence].replace(text[date.start : date.end], "")
        return {each for each, rest in left.items() if not any(letter.isalpha() for letter in rest)}

    def _event_fields(self, date: FoundDate, quote: Quote) -> tuple[Field, ...]:
        base = self.material.day
        ahead = (Field("happening", "scheduled"),) if base and date.first > base else ()
        return (Field("event", quote.exact, True), *self._date_fields(date), *ahead, Field("by", "outlet"))

    def _figures(self) -> Iterator[Candidate]:
        spoken = {each.sentence: each for each in self.speeches}
        for figure in figures_in(self.material, self.dates):
            sentence = self.material.sentence_at(figure.start)
            quote = self._sentence_quote(sentence) if sentence else None
            if sentence and quote and sentence != self.material.headline:
                yield Candidate(
                    Section.FIGURES, figure.start, self._figure_fields(figure, quote, spoken.get(sentence)), quote
                )

    def _figure_fields(self, figure: FoundFigure, quote: Quote, speech: Speech | None) -> tuple[Field, ...]:
        said = tuple(self._speaker_fields(speech)) if speech else (Field("by", "outlet"),)
        return (Field("figure", quote.exact, True), Field("value", scalar(figure.value)), *said)

    def _claims(self) -> Iterator[Candidate]:
        """What is said, what is quoted over several sentences, and every sentence that is nothing else."""
        told = {each.sentence: each for each in self.speeches if not (each.kind and each.speaker)}
        used = {each.sentence for each in self.speeches} | {self.material.headline}
        used |= {self.material.sentence_at(each.start) for each in self._events()} | self._lines_of_dates
        quoted = {self.material.sentence_at(each.start) for each in self.quotations}
        yield from self._long_quotations()
        for sentence in self.material.sentences:
            quote = self._sentence_quote(sentence)
            if quote and sentence in told:
                fields = (Field("claim", quote.exact, True), *self._said(told[sentence]))
                yield Candidate(Section.CLAIMS, sentence.start, fields, quote)
            elif quote and sentence not in used:
                voice = () if sentence in quoted or not self.names else (Field("by", "outlet"),)
                yield Candidate(Section.CLAIMS, sentence.start, (Field("claim", quote.exact, True), *voice), quote)

    def _long_quotations(self) -> Iterator[Candidate]:
        """Quotations that go on past the end of a sentence, with whoever speaks in the sentence that ends them."""
        for each in self.quotations:
            first, last = self.material.sentence_at(each.start), self.material.sentence_at(each.end - 1)
            quote = self.material.quote(each.start, each.end)
            if quote and first != last:
                ending = next((speech for speech in self.speeches if speech.sentence in (last, first)), None)
                said = tuple(self._speaker_fields(ending)) if ending else ()
                yield Candidate(Section.CLAIMS, each.start, (Field("claim", quote.exact, True), *said), quote)

    def _said(self, speech: Speech) -> Iterator[Field]:
        yield from self._speaker_fields(speech)
        if date := self._date_of_saying(speech):
            yield from self._date_fields(date)

    def _speaker_fields(self, speech: Speech) -> Iterator[Field]:
        if speech.unnamed and occurs(speech.unnamed, self.material.normal):
            yield Field("by_unnamed", scalar(speech.unnamed))
            yield Field("status", "unattributed")
        elif speech.speaker and self._can_speak(speech.speaker):
            yield Field("by", self.id_of(speech.speaker))
            if speech.is_pronoun:
                yield Field("note", "The sentence has a pronoun; the speaker is from an earlier one.")

    def _can_speak(self, name: FoundName) -> bool:
        return self.id_of(name) != name.id or name.id in {each.name for each in self.speakers}

    def _date_of_saying(self, speech: Speech) -> FoundDate | None:
        """The date right behind the verb, or the one that the sentence begins with; not one that is spoken of."""
        text, sentence = self.material.text, speech.sentence
        for date in self.dates:
            if not sentence.start <= date.start < sentence.end or is_quoted(date.start, self.quotations):
                continue
            is_behind = date.start > speech.verb and len(text[speech.verb : date.start].split()) <= _FEW_WORDS
            if is_behind or date.start == sentence.start:
                return date
        return None

    def _date_fields(self, date: FoundDate) -> Iterator[Field]:
        words = normal_form(self.material.text[date.start : date.end])
        yield Field("date", date.value)
        if date.basis is not DateBasis.STATED:
            yield Field("date_basis", date.basis.value)
        yield Field("date_words", scalar(words))

    def _sentence_quote(self, sentence: Sentence) -> Quote | None:
        return self.material.quote(sentence.start, sentence.end)
