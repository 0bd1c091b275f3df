"""The drawings of a briefing, each made when a page asks for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from briefsmith.model.statements import Event
from briefsmith.pages.drawings.canvas import Drawing, mirrored
from briefsmith.pages.drawings.timeline import DatedEvent, draw_timeline
from briefsmith.pages.language.dates import short_date
from briefsmith.pages.views.fact_view import FactView
from briefsmith.pages.views.facts import FactViews
from briefsmith.pages.views.figure_charts import FigureChart, figure_charts
from briefsmith.pages.views.speakers_view import SpeakersView, speakers_view
from briefsmith.values.tags import direction


@dataclass(frozen=True)
class Drawn:
    """The drawings of one briefing, whose events and figures are given as its pages list them."""

    views: FactViews
    events: Sequence[FactView]
    figures: Sequence[FactView]

    @cached_property
    def timeline(self) -> tuple[Drawing, ...]:
        """The timeline, on as many pages as it needs."""
        say = partial(short_date, language=self.views.language, gettext=self.views.gettext)
        rows = [_dated(number, view) for number, view in enumerate(self.events, 1)]
        drawings = draw_timeline(rows, say, self.views.gettext)
        return tuple(map(mirrored, drawings)) if self._direction == "rtl" else drawings

    @cached_property
    def charts(self) -> tuple[FigureChart, ...]:
        """Its figures by their units."""
        return figure_charts(self.views, self.figures, self._direction)

    @cached_property
    def speakers(self) -> SpeakersView | None:
        """Who speaks for whom."""
        return speakers_view(self.views, self._direction)

    @property
    def _direction(self) -> str:
        return direction(self.views.language)


def _dated(number: int, view: FactView) -> DatedEvent:
    assert isinstance(view.item, Event)
    return DatedEvent(number, view.id, view.sentence, view.date.words if view.date else "", view.item.date)
