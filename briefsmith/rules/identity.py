"""Identity: ids are unique within their kind."""

from __future__ import annotations

from collections.abc import Iterator

from briefsmith.analysis.dossier import Dossier
from briefsmith.findings import catalogue as codes
from briefsmith.findings.finding import Address, Finding, Related
from briefsmith.model.objects import Term


def check_duplicate_ids(dossier: Dossier) -> Iterator[Finding]:
    """Two statements of a briefing have the same id, or one takes an id that another had before."""
    for briefing in dossier.corpus.briefings.values():
        first: dict[str, Address] = {}
        for fact in briefing.facts:
            if isinstance(fact.item, Term):
                continue
            own = [("id", fact.item.id)] if fact.item.id else []
            for key, name in [*own, *(("formerly", old) for old in fact.item.formerly)]:
                at = fact.at.at(key)
                if name in first:
                    related = (Related(first[name], "first used here"),)
                    message = f"id `{name}` stands twice in briefing `{briefing.id}`"
                    yield Finding(codes.DUPLICATE_ID, at, message, "rename one of them", related)
                else:
                    first[name] = at
