"""The sources in a briefing's list: what each is, and how much of the briefing rests on it."""

from __future__ import annotations

from dataclasses import dataclass

from briefsmith.model.fields import UNKNOWN
from briefsmith.model.objects import Correction
from briefsmith.pages.views.fact_view import DateView
from briefsmith.pages.views.facts import FactViews
from briefsmith.pages.views.quotes import source_title


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source in a briefing's list."""

    id: str
    title: str
    publisher: str
    date: DateView | None
    via: tuple[str, ...]
    reliability: str
    note: str
    url: str
    facts: int
    corrected: Correction | None
    withdrawn: Correction | None


def source_rows(views: FactViews) -> list[SourceRow]:
    """The sources of a briefing, in the order of its sheet."""
    return [_row(name, views) for name in views.briefing.source_ids if name in views.dossier.corpus.sources]


def _row(name: str, views: FactViews) -> SourceRow:
    record = views.dossier.corpus.sources[name].record
    cited = {
        each.subject
        for entry in views.dossier.evidence.ledgers[name].entries
        for each in entry.citations
        if each.fact and each.briefing == views.briefing.id
    }
    return SourceRow(
        name,
        source_title(record.title, views.gettext),
        record.publisher if record.publisher and record.publisher != UNKNOWN else "",
        views.date(record.date, record.date_note or ""),
        tuple(map(views.name, record.via)),
        record.reliability.value if record.reliability else "",
        record.note or "",
        views.addresses.source(name),
        len(cited),
        record.corrected,
        record.withdrawn,
    )
