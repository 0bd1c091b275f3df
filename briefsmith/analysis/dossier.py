"""The dossier: a corpus with its evidence and what follows from it, worked out once and shared by rules and pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from briefsmith.analysis.day import site_day
from briefsmith.analysis.disputes import Dispute, disputes_in
from briefsmith.analysis.history import superseded_ids
from briefsmith.analysis.silence import Silence, silence_in
from briefsmith.evidence.tracing import Evidence, trace
from briefsmith.reading.corpus import Briefing, Corpus


@dataclass(frozen=True)
class Dossier:
    """What is known about a corpus on the site's day."""

    corpus: Corpus

    @cached_property
    def evidence(self) -> Evidence:
        """Where every quote stands."""
        return trace(self.corpus)

    @cached_property
    def day(self) -> date | None:
        """The site's day; None where no sheet has a date."""
        return site_day(self.corpus)

    @cached_property
    def disputes(self) -> dict[str, tuple[Dispute, ...]]:
        """The disputes of each briefing."""
        return {name: disputes_in(briefing) for name, briefing in self.corpus.briefings.items()}

    @cached_property
    def superseded(self) -> dict[str, frozenset[str]]:
        """The ids that are superseded, of each briefing."""
        return {name: superseded_ids(briefing) for name, briefing in self.corpus.briefings.items()}

    def silence(self, briefing: Briefing) -> Silence:
        """The gaps of a briefing."""
        return silence_in(briefing, self.evidence)
