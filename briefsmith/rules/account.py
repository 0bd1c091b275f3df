"""All that was worked out about a site, as rows of a report: what `check --format json` gives beside its findings.

Facts are named by their keys, `briefing#fact`, sources, actors and issues by their ids. Keys without a value are
absent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from briefsmith.analysis.dossier import Dossier
from briefsmith.analysis.impact import impact_of
from briefsmith.evidence.chains import Chain, chain_of, count_origins, origins_of
from briefsmith.evidence.naming import is_from_context
from briefsmith.evidence.spans import quoted_share
from briefsmith.evidence.tracing import Ledger, SentenceState
from briefsmith.model.fact import Fact
from briefsmith.reading.corpus import Briefing, Source

Row = dict[str, Any]


def account_of(dossier: Dossier) -> Row:
    """The rows by subject, each list in the order of the sheets."""
    briefings = dossier.corpus.briefings.values()
    return {
        "sentences": [row for ledger in dossier.evidence.ledgers.values() for row in _sentences(ledger)],
        "chains": [row for briefing in briefings for row in _chains(briefing, dossier)],
        "disputes": [{"facts": list(facts)} for facts in _disputes(dossier)],
        "candidates": [
            {"clash": each.clash.value, "fact": each.fact.key, "others": _keys(each.others)}
            for each in dossier.candidates
        ],
        "history": [row for briefing in briefings for row in _history(briefing, dossier)],
        "impact": [row for name in dossier.corpus.users if (row := _impact(dossier.corpus.sources[name], dossier))],
        "silence": [_silence(briefing, dossier) for briefing in briefings],
        "rights": [_rights(ledger) for ledger in dossier.evidence.ledgers.values()],
    }


def _sentences(ledger: Ledger) -> Iterator[Row]:
    file = ledger.source.article.file if ledger.source.article else None
    for entry in ledger.entries:
        assert file is not None
        yield _filled(
            source=ledger.source.id,
            sentence=entry.sentence.anchor,
            line=file.position(entry.sentence.start)[0],
            state=entry.state.value,
            reason=entry.set_aside.reason.value if entry.set_aside and entry.state is SentenceState.SET_ASIDE else None,
            backs=list(dict.fromkeys(each.subject for each in entry.citations)),
        )


def _chains(briefing: Briefing, dossier: Dossier) -> Iterator[Row]:
    for fact in briefing.facts:
        if fact.statement is None:
            continue
        told = [
            _filled(
                source=each.source.id,
                links=_links(chain_of(fact, each.source, briefing, each.quote)),
                from_context=each.match is not None and is_from_context(each, briefing),
            )
            for each in dossier.evidence.of(fact)
            if each.source
        ]
        origins = origins_of(fact, dossier.evidence, briefing)
        yield {
            "fact": fact.key,
            "chains": [chain for number, chain in enumerate(told) if chain not in told[:number]],
            "origins": sorted(origins - {""}),
            "origin_count": count_origins(origins),
        }


def _links(chain: Chain) -> list[Row]:
    return [
        _filled(link=each.kind.value, actor=each.actor, words=each.words, own_agency=each.own_agency) for each in chain
    ]


def _disputes(dossier: Dossier) -> Iterable[tuple[str, ...]]:
    """Each dispute once, though it is one of every briefing that has a side in it."""
    found = (each for disputes in dossier.disputes.values() for each in disputes)
    return dict.fromkeys(tuple(sorted(fact.key for fact in each.facts)) for each in found)


def _history(briefing: Briefing, dossier: Dossier) -> Iterator[Row]:
    lines, stale = dossier.lines(briefing), dossier.stale(briefing)
    for (holder, issue), cell in dossier.matrix(briefing).cells.items():
        line, out_of_date = lines.get((holder, issue)), stale.get((holder, issue))
        yield _filled(
            briefing=briefing.id,
            holder=holder,
            issue=issue,
            current=_keys(cell.current),
            line=_keys(line.facts) if line else None,
            moves={each.key: each.statement.move.value for each in line.facts if each.statement and each.statement.move}
            if line
            else None,
            newer=[{"fact": fact.key, "by": newer.key} for fact, newer in out_of_date.newer] if out_of_date else None,
            overdue=_keys(out_of_date.overdue) if out_of_date else None,
        )


def _impact(source: Source, dossier: Dossier) -> Row | None:
    """What rests on a source, where that source is no longer as it was read."""
    record = source.record
    now = dossier.corpus.snapshot.sha256(record.file) if record.file and source.article else None
    is_changed = record.sha256 is not None and now is not None and now != record.sha256
    if not (record.corrected or record.withdrawn or is_changed):
        return None
    impact = impact_of(source, dossier.corpus, dossier.evidence)
    return _filled(
        source=source.id,
        corrected=record.corrected.date.written if record.corrected else None,
        withdrawn=record.withdrawn.date.written if record.withdrawn else None,
        changed=is_changed,
        reviewed=record.reviewed.written if record.reviewed else None,
        facts=[each.fact.key for each in impact.affected],
        named=[each.subject for each in impact.names],
        pages=list(impact.pages),
        cells=[{"briefing": where, "holder": holder, "issue": issue} for where, holder, issue in impact.cells],
    )


def _silence(briefing: Briefing, dossier: Dossier) -> Row:
    silence = dossier.silence(briefing)
    return _filled(
        briefing=briefing.id,
        spoken_for=list(silence.spoken_for),
        unheard=list(silence.unheard),
        one_voice=list(silence.one_voice),
        one_origin=next(iter(silence.origins)) if len(silence.origins) == 1 else None,
        one_language=next(iter(silence.languages)) if len(silence.languages) == 1 else None,
        narrow=[{"section": each.section, each.footing.value: each.name} for each in silence.narrow],
        open_questions=_keys(silence.open_questions),
        overdue_questions=_keys(silence.overdue_questions),
        unnamed=_keys(silence.unnamed),
    )


def _rights(ledger: Ledger) -> Row:
    source = ledger.source
    share = round(quoted_share(ledger), 4) if source.article else None
    return _filled(
        source=source.id,
        text=source.shown.value,
        licence=source.record.licence,
        quoted_share=share,
        keep=("quoted_share",),
    )


def _keys(facts: Iterable[Fact]) -> list[str]:
    return [fact.key for fact in facts]


def _filled(*, keep: tuple[str, ...] = (), **row: Any) -> Row:
    """The row without what has no value."""
    return {key: value for key, value in row.items() if value or key in keep}
