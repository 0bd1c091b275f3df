"""The dossier: a corpus with its evidence and what follows from it, worked out once and shared by rules and pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from briefsmith.analysis.candidates import Candidate, candidates_in
from briefsmith.analysis.day import site_day
from briefsmith.analysis.disputes import Dispute, disputes_of, opponents_of
from briefsmith.analysis.history import Matrix, matrix_of
from briefsmith.analysis.silence import Silence, silence_in
from briefsmith.analysis.staleness import Line, Stale, Times, ageing_of, lines_in, stale_cells, times_of
from briefsmith.analysis.succession import Succession, replaced_in, succession_of
from briefsmith.evidence.tracing import Evidence, trace
from briefsmith.model.fact import Fact
from briefsmith.reading.corpus import Briefing, Corpus
from briefsmith.reading.versions import Editions, editions_of
from briefsmith.values.edtf import EdtfDate


@dataclass(frozen=True)
class Dossier:
    """What is known about a corpus on the site's day."""

    corpus: Corpus

    @cached_property
    def evidence(self) -> Evidence:
        """Where every quote stands."""
        return trace(self.corpus)

    def parts(self) -> Iterator[Dossier]:
        """A dossier of each sheet alone, and one of the registry."""
        for name, briefing in self.corpus.briefings.items():
            named = self.evidence.by_briefing[name].source_ids
            yield self._part(name, {name: briefing}, (*briefing.source_ids, *named))
        yield self._part("", {}, tuple(self.corpus.sources))

    def _part(self, name: str, briefings: dict[str, Briefing], sources: tuple[str, ...]) -> Dossier:
        known = {each: self.corpus.sources[each] for each in dict.fromkeys(sources)}
        part = Dossier(replace(self.corpus, briefings=briefings, sources=known))
        # What is known of the whole already is handed over; the rest is worked out when it is asked for.
        part.__dict__.update(evidence=self.evidence.part(name, known), day=self.day)
        return part

    @property
    def inputs(self) -> tuple[object, ...]:
        """All on which the dossier of one sheet rests, the day included."""
        corpus, evidence = self.corpus, self.evidence
        briefings, sources = tuple(corpus.briefings.values()), tuple(corpus.sources.values())
        # Comments and white space are in the file, not in what was understood of it.
        files = tuple(corpus.snapshot.text(each.at.file) for each in briefings)
        # The quotes themselves follow from the sheet and its sources; what others quote from these does not.
        shared = (tuple(corpus.registry_files.items()), tuple(evidence.ledgers.values()))
        return (corpus.settings, corpus.registry, self.day, briefings, sources, files, shared)

    @cached_property
    def day(self) -> date | None:
        """The site's day; None where no sheet has a date."""
        return site_day(self.corpus)

    @cached_property
    def disputes(self) -> dict[str, tuple[Dispute, ...]]:
        """The disputes of each briefing."""
        return disputes_of(self.corpus)

    @cached_property
    def opponents(self) -> dict[str, frozenset[str]]:
        """The keys of what contradicts each fact directly, by its key."""
        return opponents_of(self.corpus)

    @cached_property
    def succession(self) -> Succession:
        """Which statements replace which."""
        return succession_of(self.corpus)

    @cached_property
    def superseded(self) -> dict[str, frozenset[str]]:
        """The ids that are superseded on its own date, of each briefing."""
        briefings = self.corpus.briefings.values()
        return {briefing.id: replaced_in(briefing, self.corpus, self.succession) for briefing in briefings}

    @cached_property
    def candidates(self) -> tuple[Candidate, ...]:
        """The contradictions that were found and that nobody has spoken about."""
        disputes = dict.fromkeys(each for found in self.disputes.values() for each in found)
        matrices = map(self.matrix, self.corpus.briefings.values())
        return tuple(candidates_in(self.corpus, disputes, self.succession, matrices))

    @cached_property
    def times(self) -> Times:
        """When each position was taken."""
        return times_of(self.corpus, self.evidence)

    def replaced_on(self, fact: Fact) -> EdtfDate | None:
        """When what replaces a fact begins to hold: its own day, of a position else that of its newest source."""
        newer = self.succession.newer.get(fact.key)
        if not newer or not newer[-1].statement:
            return None
        last = newer[-1].statement
        return last.since or last.date or self.times.dates.get(newer[-1].key)

    @cached_property
    def editions(self) -> Editions:
        """The earlier editions of the site; only of a corpus from which nothing was left out."""
        return editions_of(self.corpus)

    def matrix(self, briefing: Briefing, *, key_only: bool = False) -> Matrix:
        """The positions of a briefing that are current on its date."""
        replaced = self.superseded[briefing.id]
        return self.corpus.memory.made_from(
            (briefing, key_only, *sorted(replaced)), matrix_of, briefing, replaced, key_only
        )

    def stale(self, briefing: Briefing) -> dict[tuple[str, str], Stale]:
        """The cells of a briefing's matrix that are out of date, by holder and issue."""
        matrix, citations = self.matrix(briefing), self.evidence.by_briefing[briefing.id]
        ageing = self.corpus.memory.made_from((briefing, matrix, citations), ageing_of, briefing, matrix, self.times)
        return stale_cells(ageing, briefing, self.times, self.succession, self.day)

    def lines(self, briefing: Briefing) -> dict[tuple[str, str], Line]:
        """The lines over time of the cells that have an earlier or a later position, by holder and issue."""
        return lines_in(self.matrix(briefing), briefing, self.times, self.succession, self.stale(briefing))

    def silence(self, briefing: Briefing) -> Silence:
        """The gaps of a briefing."""
        return silence_in(briefing, self.evidence, self.day)
