"""Who speaks for whom in a briefing, from the positions of its sheet: as a table, and drawn where there is enough."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefsmith.evidence.chains import belongs_to
from briefsmith.model.fact import Fact, FactKind
from briefsmith.model.vocabulary import Status
from briefsmith.pages.drawings.canvas import Drawing, mirrored
from briefsmith.pages.drawings.speakers import LEAST, Edge, draw_speakers
from briefsmith.pages.views.fact_view import FactView
from briefsmith.pages.views.facts import FactViews

_NOBODYS = {Status.RUMOUR, Status.DENIED, Status.REFUTED}


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """That one actor states positions of another."""

    speaker: str
    holder: str
    is_own: bool
    """The speaker belongs to the holder; else this is another side's account."""
    views: tuple[FactView, ...]
    """The positions."""


@dataclass(frozen=True, slots=True)
class SpeakersView:
    """All of a briefing."""

    rows: tuple[SpeakerRow, ...]
    drawing: Drawing


def speakers_view(views: FactViews, direction: str) -> SpeakersView | None:
    """The view; None where so few speak for others that their positions say it already."""
    found: dict[tuple[str, str, bool], list[Fact]] = {}
    for fact in views.briefing.of_kind(FactKind.POSITION):
        for place in _places(fact, views):
            found.setdefault(place, []).append(fact)
    rows = tuple(
        SpeakerRow(views.name(speaker), views.name(holder), is_own, tuple(views.of(*facts)))
        for (speaker, holder, is_own), facts in found.items()
    )
    edges = [Edge(row.speaker, row.holder, len(row.views), row.is_own) for row in rows]
    drawing = draw_speakers(edges, views.gettext) if len(edges) >= LEAST else None
    if drawing is None:
        return None
    return SpeakersView(rows, mirrored(drawing) if direction == "rtl" else drawing)


def _places(fact: Fact, views: FactViews) -> Iterator[tuple[str, str, bool]]:
    """Speaker and holder, where they are two and somebody stands behind the statement."""
    statement, briefing = fact.statement, views.briefing
    if statement is None or statement.retracted or statement.status in _NOBODYS:
        return
    speaker = statement.by
    if speaker is None or speaker not in briefing.actors:
        return
    for holder in fact.holders:
        if holder != speaker:
            is_own = statement.status is not Status.CLAIMED and belongs_to(speaker, (holder,), briefing)
            yield speaker, holder, is_own
