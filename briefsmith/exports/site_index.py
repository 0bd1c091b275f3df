"""`briefsmith.json` at the root of a site: every page and fact with its address; a contract with whoever reads it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from briefsmith import __version__
from briefsmith.evidence.tracing import SentenceState
from briefsmith.pages.plan import PlannedPage
from briefsmith.pages.views.site_view import SiteView


def site_index(site: SiteView, pages: Iterable[PlannedPage]) -> str:
    """The index as a JSON document, the same bytes for the same site."""
    day = site.dossier.day
    document = {
        "briefsmith": __version__,
        "as_of": day.isoformat() if day else None,
        "counts": _counts(site),
        "pages": [_page(page) for page in pages],
        "briefings": [
            {"id": view.id, "title": view.title, "as_of": view.briefing.sheet.date.edtf, "url": view.url}
            for view in site.briefings
        ],
        "facts": [
            {"key": fact.key, "kind": fact.kind.value, "url": site.addresses.fact(fact)} | (fact.item.model_extra or {})
            for view in site.briefings
            for fact in view.briefing.facts
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _page(page: PlannedPage) -> dict[str, Any]:
    row: dict[str, Any] = {"kind": page.kind, "url": page.url, "title": page.title}
    return row | ({"briefing": page.briefing.id} if page.briefing else {})


def _counts(site: SiteView) -> dict[str, int]:
    ledgers = [view.ledger for view in site.sources]
    return {
        "briefings": len(site.briefings),
        "sources": len(site.sources),
        "facts": sum(len(view.briefing.facts) for view in site.briefings),
        "quotes": sum(citation.match is not None for citation in site.dossier.evidence.citations),
        "sentences": sum(len(ledger.entries) for ledger in ledgers),
        "unread": sum(ledger.count(SentenceState.UNREAD) for ledger in ledgers),
    }
