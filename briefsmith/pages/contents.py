"""The contents list of a long page of a briefing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefsmith.pages.fact_view import FactView

if TYPE_CHECKING:
    from briefsmith.pages.briefing_view import BriefingView


def contents(view: BriefingView, page: str) -> list[tuple[str, str]]:
    """Label and anchor of the parts of a page in its order; empty for a page that a reader sees at once."""
    if page == "positions":
        return [(views[0].issue, f"issue:{issue}") for issue, views in view.positions_by_issue.items() if views]
    if page == "actors":
        return [(actor.name, f"actor:{actor.id}") for actor in view.actors]
    if page == "timeline":
        years = {year: event.id for event in view.events[::-1] if (year := _year(event))}
        return list(years.items())[::-1]
    if page == "contested":
        return [(sides[0].issue or sides[0].sentence, f"dispute:{sides[0].id}") for sides in view.disputes]
    if page == "glossary":
        return [(term.sentence, term.id) for term in view.terms]
    return []


def _year(view: FactView) -> str:
    return view.date.earliest.rsplit("-", 2)[0] if view.date and view.date.earliest else ""
