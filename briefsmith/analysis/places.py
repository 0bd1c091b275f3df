"""The page on which each kind of fact has its canonical place."""

from __future__ import annotations

from briefsmith.model.fact import Fact, FactKind

PAGES = {
    FactKind.POSITION: "positions",
    FactKind.EVENT: "timeline",
    FactKind.FIGURE: "figures",
    FactKind.CLAIM: "claims",
    FactKind.TERM: "glossary",
    FactKind.ASSESSMENT: "index",
    FactKind.ADVICE: "index",
    FactKind.QUESTION: "index",
}
"""Of a briefing; `index` is its overview."""


def page_of(fact: Fact) -> str:
    """The page of a fact in words that do not depend on how the site writes its addresses."""
    page = PAGES[fact.kind]
    return f"briefings/{fact.briefing}" + ("" if page == "index" else f"/{page}")
