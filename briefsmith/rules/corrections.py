"""Corrections: a source that was corrected, withdrawn or changed holds the build until its facts were reviewed."""

from __future__ import annotations

from collections.abc import Iterator

from briefsmith.analysis.dossier import Dossier
from briefsmith.analysis.impact import Affected, Impact, impact_of
from briefsmith.findings import catalogue as codes
from briefsmith.findings.finding import Finding, Related
from briefsmith.model.objects import Correction, SourceRecord
from briefsmith.values.edtf import EdtfDate

_SHOWN = 5
"""How many names of a kind the help lists; all of them are `related`."""


def check_corrections(dossier: Dossier) -> Iterator[Finding]:
    """A source was corrected or withdrawn, and nobody has read it again since."""
    for name in dossier.corpus.users:
        source = dossier.corpus.sources[name]
        for field, done in _notices(source.record):
            if _is_reviewed(source.record.reviewed, done.date):
                continue
            impact = impact_of(source, dossier.corpus, dossier.evidence)
            message = f"source `{name}` was {field} on {done.date.written}, and was not reviewed since"
            help_ = f"read it again, correct what rests on it, then write `reviewed: <day>`; {_summary(impact)}"
            at = source.at_field(field).at("date")
            yield Finding(codes.CORRECTION_NOT_REVIEWED, at, message, help_, tuple(_related(impact)))


def check_changed_seeds(dossier: Dossier) -> Iterator[Finding]:
    """An article is no longer the one that was read."""
    for source in dossier.corpus.sources.values():
        if source.article and source.record.sha256 and source.record.file:
            now = dossier.corpus.snapshot.sha256(source.record.file)
            if now != source.record.sha256:
                impact = impact_of(source, dossier.corpus, dossier.evidence)
                message = f"article of `{source.id}` has changed since it was read"
                help_ = f"read it again, then write `sha256: {now}`; {_summary(impact)}"
                at = source.at_field("sha256")
                yield Finding(codes.CHANGED_SEED, at, message, help_, tuple(_related(impact)))


def _notices(record: SourceRecord) -> Iterator[tuple[str, Correction]]:
    if record.corrected:
        yield "corrected", record.corrected
    if record.withdrawn:
        yield "withdrawn", record.withdrawn


def _is_reviewed(reviewed: EdtfDate | None, done: EdtfDate) -> bool:
    """Whether the review is certain to be no earlier than what made it necessary."""
    if reviewed is None or reviewed.earliest is None:
        return False
    last = done.latest or done.earliest
    return last is None or reviewed.earliest >= last


def _summary(impact: Impact) -> str:
    facts = [each.fact.key for each in impact.affected] + [each.subject for each in impact.names]
    if not facts:
        return "it backs nothing"
    cells = [f"{holder} on {issue} ({briefing})" for briefing, holder, issue in impact.cells]
    parts = [f"it backs {_list(facts)}", f"on {_list(list(impact.pages))}" if impact.pages else ""]
    return ", ".join(part for part in parts if part) + (f"; cells: {_list(cells)}" if cells else "")


def _list(names: list[str]) -> str:
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return ", ".join(names[:_SHOWN]) + more


def _related(impact: Impact) -> Iterator[Related]:
    yield from (Related(each.fact.at, _words(each)) for each in impact.affected)
    yield from (Related(each.at, f"`{each.subject}` is named from it") for each in impact.names)
    yield from (
        Related(each.at, f"text refers to `{each.fact.key}`: briefings/{each.briefing}") for each in impact.mentions
    )


def _words(each: Affected) -> str:
    how = "rests on it" if each.quotes else "rests on what rests on it"
    cells = "".join(f", cell {holder} on {issue}" for holder, issue in each.cells)
    return f"`{each.fact.key}` {how}: {each.page}{cells}"
