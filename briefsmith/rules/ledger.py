"""The ledger of sentences: that enough of each source was read."""

from __future__ import annotations

import math
from collections.abc import Iterator

from briefsmith.analysis.dossier import Dossier
from briefsmith.evidence.matching import Miss
from briefsmith.evidence.tracing import Ledger, SentenceState
from briefsmith.findings import catalogue as codes
from briefsmith.findings.finding import Finding, Related, Span
from briefsmith.values.share import percent

Coverage = dict[str, str | int]
"""A row of a report: `source`, and the counts of its `sentences`, those `used`, `set_aside` and `unread`; where a least
share is asked for, how many of them are `needed`."""

_SHOWN = 3
"""How many unread sentences a finding points at."""
_CLOSE = 1e-9
"""What division may lose."""


def check_coverage(dossier: Dossier) -> Iterator[Finding]:
    """Less of a source is used or set aside than the site, or the source itself, asks for."""
    for name in dossier.corpus.users:
        ledger = dossier.evidence.ledgers[name]
        wanted = _wanted(dossier, ledger)
        if wanted is None or _accounted(ledger) >= _needed(ledger, wanted) or not _is_whole(dossier, name):
            continue
        own = "coverage" in {key for _, record in ledger.source.records for key in record.model_fields_set}
        message = f"{percent(ledger.accounted)} of `{name}` is used or set aside, less than {percent(wanted)}"
        help_ = "quote the unread sentences, or list them under `set_aside` with a reason"
        at = ledger.source.at_field("coverage" if own else "file")
        yield Finding(codes.COVERAGE_BELOW_THRESHOLD, at, message, help_, tuple(_unread(ledger)))


def _is_whole(dossier: Dossier, name: str) -> bool:
    """Whether every quote of a source was read and found: what others lack is told where they stand."""
    corpus = dossier.corpus
    users = [briefing for briefing in corpus.briefings.values() if name in briefing.source_ids]
    missed = (
        isinstance(each.result, Miss) for each in dossier.evidence.citations if each.source and each.source.id == name
    )
    return not corpus.unread and not any(briefing.withheld for briefing in users) and not any(missed)


def coverage(dossier: Dossier) -> list[Coverage]:
    """What became of the sentences of each source, for reports."""
    return [_row(dossier, name, ledger) for name, ledger in dossier.evidence.ledgers.items()]


def _row(dossier: Dossier, name: str, ledger: Ledger) -> Coverage:
    row: Coverage = {
        "source": name,
        "sentences": len(ledger.entries),
        "used": ledger.count(SentenceState.USED),
        "set_aside": ledger.count(SentenceState.SET_ASIDE),
        "unread": ledger.count(SentenceState.UNREAD),
    }
    wanted = _wanted(dossier, ledger)
    return row if wanted is None else {**row, "needed": _needed(ledger, wanted)}


def _accounted(ledger: Ledger) -> int:
    return len(ledger.entries) - ledger.count(SentenceState.UNREAD)


def _needed(ledger: Ledger, wanted: float) -> int:
    """How many sentences make up a share."""
    return math.ceil(len(ledger.entries) * wanted - _CLOSE)


def _wanted(dossier: Dossier, ledger: Ledger) -> float | None:
    """The least share of a source's sentences that has to be accounted for, 0 to 1; None where any will do."""
    own = ledger.source.record.coverage
    return dossier.corpus.settings.coverage if own is None else own


def _unread(ledger: Ledger) -> Iterator[Related]:
    left = [entry.sentence for entry in ledger.entries if entry.state is SentenceState.UNREAD]
    for sentence in left[:_SHOWN]:
        more = len(left) - _SHOWN
        is_last = more > 0 and sentence is left[_SHOWN - 1]
        message = f"unread, and {more} more; `check --unread` lists all" if is_last else "unread"
        yield Related(Span(ledger.source.record.file or "", sentence.start, sentence.end), message)
