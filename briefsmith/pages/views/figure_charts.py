"""The figures of a briefing that have one unit, on one scale: a picture and a table, with the sources below."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from briefsmith.model.statements import Figure
from briefsmith.pages.drawings.canvas import Drawing, mirrored
from briefsmith.pages.drawings.figures import DrawnFigure, draw_figures, extent_of
from briefsmith.pages.language.quantities import number_in_unit, quantity_words
from briefsmith.pages.views.fact_view import FactView
from briefsmith.pages.views.facts import FactViews
from briefsmith.values.quantity import UnitKind

_ = str  # marks a message for the catalogue; it is translated where it is used

_HEADLINE = _("From {low} to {high}")
_PER = _("{unit} per {period}")


@dataclass(frozen=True, slots=True)
class FigureChart:
    """Figures of one unit."""

    id: str
    headline: str
    """What the picture shows, in one line."""
    unit: str
    """In words, with its period."""
    views: tuple[FactView, ...]
    drawings: tuple[Drawing, ...]
    sources: tuple[tuple[str, str], ...]
    """Title and address of each, in the order of the figures."""


def figure_charts(views: FactViews, standing: Iterable[FactView], direction: str) -> tuple[FigureChart, ...]:
    """A chart of each unit in which at least two figures are given; numbers without a unit are not of one kind."""
    shelves: dict[tuple[str, str], list[FactView]] = {}
    for view in standing:
        item = _figure(view)
        unit = item.unit or item.value.unit
        if unit and not item.value.is_word:
            shelves.setdefault((unit.casefold(), item.per or ""), []).append(view)
    charts = (_chart(f"figures-{number}", shelf, views) for number, shelf in enumerate(shelves.values(), 1))
    found = [chart for chart in charts if chart]
    if direction != "rtl":
        return tuple(found)
    return tuple(_turned(chart) for chart in found)


def _chart(name: str, shelf: list[FactView], views: FactViews) -> FigureChart | None:
    drawn = [_drawn(view, views) for view in shelf]
    if sum(extent_of(each.quantity) is not None for each in drawn) < 2:
        return None
    first = _figure(shelf[0])

    def said(number: Decimal) -> str:
        return number_in_unit(number, first.value, views.language)

    named = [each for each in (_known(view) for view in shelf) if each]
    lowest_known, highest_known = min(low for low, _high in named), max(high for _low, high in named)
    most = max(Decimal(100), highest_known) if first.value.unit_kind is UnitKind.PERCENT else highest_known
    quotes = [quote for view in shelf for quote in view.quotes]
    headline = views.gettext(_HEADLINE).format(low=said(lowest_known), high=said(highest_known))
    unit = first.unit or first.value.unit
    title = f"{headline} ({unit})" if first.unit else headline
    return FigureChart(
        name,
        title,
        views.gettext(_PER).format(unit=unit, period=first.per) if first.per else unit,
        tuple(shelf),
        draw_figures(name, title, drawn, views.gettext, (most, said(most))),
        tuple(dict.fromkeys((each.source_title, views.addresses.source(each.source)) for each in quotes)),
    )


def _known(view: FactView) -> tuple[Decimal, Decimal] | None:
    """The least and the greatest number that a figure names itself."""
    quantity = _figure(view).value
    numbers = [each for each in (quantity.value, quantity.minimum, quantity.maximum) if each is not None]
    return (min(numbers), max(numbers)) if numbers else None


def _drawn(view: FactView, views: FactViews) -> DrawnFigure:
    item = _figure(view)
    value = quantity_words(item.value, views.language, views.gettext)
    extra = "".join((f" {item.unit}" if item.unit else "", f" / {item.per}" if item.per else ""))
    return DrawnFigure(view.id, view.sentence, value + extra, item.value)


def _figure(view: FactView) -> Figure:
    assert isinstance(view.item, Figure)
    return view.item


def _turned(chart: FigureChart) -> FigureChart:
    return FigureChart(
        chart.id, chart.headline, chart.unit, chart.views, tuple(map(mirrored, chart.drawings)), chart.sources
    )
