"""What cures look up: the citation, the fact or the text at the place of a finding."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from briefsmith.analysis.dossier import Dossier
from briefsmith.evidence.matching import Match, locate
from briefsmith.evidence.tracing import Citation
from briefsmith.findings.finding import Address, Edit, Fix, Form, Place
from briefsmith.model.evidence import Quote
from briefsmith.model.fact import Fact
from briefsmith.reading.corpus import Source
from briefsmith.text.normal import normal_form
from briefsmith.text.yamltree import Path, read_yaml


@dataclass(frozen=True)
class Site:
    """A site whose findings are to be cured."""

    dossier: Dossier

    @cached_property
    def citations(self) -> dict[Address, Citation]:
        """Every citation by its place."""
        return {citation.at: citation for citation in self.dossier.evidence.citations}

    @cached_property
    def facts(self) -> dict[tuple[str, Path], Fact]:
        """Every fact by its file and path."""
        return {(fact.at.file, fact.at.path): fact for fact in self.dossier.corpus.facts}

    def fact_around(self, place: Place) -> Fact | None:
        """The fact in which a place lies."""
        if not isinstance(place, Address):
            return None
        paths = (place.path[:length] for length in range(len(place.path), 0, -1))
        return next((fact for path in paths if (fact := self.facts.get((place.file, path)))), None)

    def text(self, file: str) -> str:
        """The text of a file, empty where there is none."""
        found = self.dossier.corpus.snapshot.text(file)
        return found.text if found else ""

    def value_at(self, place: Place) -> Any:
        """What a YAML file holds at an address: a text, a list, a mapping; None where there is nothing."""
        here: Any = read_yaml(self.text(place.file)).tree if isinstance(place, Address) else None
        for step in place.path if isinstance(place, Address) else ():
            is_there = (isinstance(here, dict) and step in here) or (
                isinstance(here, list) and isinstance(step, int) and step < len(here)
            )
            here = here[step] if is_there else None
        return here


def say(at: Place, text: str, *, safe: bool = False) -> Fix:
    """Other words in this place."""
    return Fix((Edit(at, text),), safe)


def drop(at: Place) -> Fix:
    """Without this entry."""
    return Fix((Edit(at, "", Form.DROPPED),), safe=False)


def add(at: Place, entry: str) -> Fix:
    """With this entry beside the one at `at`."""
    return Fix((Edit(at, entry, Form.BESIDE),), safe=False)


def passage_once(source: Source, start: int, end: int) -> str:
    """A passage of an article as a quote; empty where it does not stand there exactly once."""
    assert source.article
    passage = normal_form(source.article.file.text[start:end])
    return passage if passage and isinstance(locate(Quote(passage), source.article.normal), Match) else ""
