"""All rules in one run, and their findings in the order in which an editor reads them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefsmith.analysis.dossier import Dossier
from briefsmith.findings.finding import Finding
from briefsmith.rules import dates, evidence, identity, references, rights, safety, statuses, wording

Rule = Callable[[Dossier], Iterator[Finding]]

RULES: tuple[Rule, ...] = (
    identity.check_duplicate_ids,
    references.check_references,
    references.check_targets,
    references.check_prose_links,
    references.check_circles,
    evidence.check_quotes,
    evidence.check_boilerplate,
    evidence.check_gaps,
    evidence.check_passages,
    evidence.check_words_of_dates,
    evidence.check_something_was_checked,
    evidence.check_changed_seeds,
    wording.check_loaded_terms,
    wording.check_loaded_terms_have_use,
    wording.check_bottom_lines,
    wording.check_prose_references,
    dates.check_date_notes,
    dates.check_review_days,
    dates.check_overdue,
    statuses.check_proof,
    statuses.check_confirmed,
    statuses.check_foreign_positions,
    statuses.check_rumours,
    statuses.check_moves,
    statuses.check_judgements,
    statuses.check_speakers,
    rights.check_full_texts,
    rights.check_restricted_references,
    safety.check_invisible_characters,
    safety.check_comments_in_text,
)


def check(dossier: Dossier) -> tuple[Finding, ...]:
    """Every finding of reading and of the rules, each once."""
    found = [*dossier.corpus.findings]
    for rule in RULES:
        found += rule(dossier)
    return tuple(dict.fromkeys(found))
