"""All rules in one run, and their findings in the order in which an editor reads them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from briefsmith.analysis.dossier import Dossier
from briefsmith.evidence.tracing import SentenceState
from briefsmith.findings import catalogue as codes
from briefsmith.findings.finding import Address, Finding, Place
from briefsmith.findings.located import Located, locate_all
from briefsmith.findings.locator import Locator
from briefsmith.reading.corpus import Briefing, Corpus, Withheld
from briefsmith.reading.load import load, without_withheld
from briefsmith.reading.memory import Memory
from briefsmith.rules import (
    account,
    circles,
    corrections,
    dates,
    disagreement,
    editions,
    evidence,
    fit,
    identity,
    joins,
    ledger,
    particulars,
    proposals,
    references,
    rights,
    safety,
    statuses,
    succession,
    times,
    wording,
)
from briefsmith.rules.cures import with_cures
from briefsmith.settings import ReadSettings
from briefsmith.text.file import TextFile

Rule = Callable[[Dossier], Iterator[Finding]]

SHEET_RULES: tuple[Rule, ...] = (
    identity.check_duplicate_ids,
    circles.check_circles,
    evidence.check_quotes,
    evidence.check_translations,
    evidence.check_boilerplate,
    evidence.check_gaps,
    joins.check_joins,
    evidence.check_words_of_dates,
    fit.check_cut_off,
    fit.check_certainty,
    particulars.check_numbers,
    particulars.check_days,
    particulars.check_words_of_days,
    particulars.check_places,
    times.check_times_of_sentences,
    wording.check_loaded_terms,
    wording.check_loaded_terms_have_use,
    wording.check_bottom_lines,
    wording.check_prose_references,
    dates.check_date_notes,
    dates.check_review_days,
    dates.check_days_of_saying,
    dates.check_overdue,
    statuses.check_proof,
    statuses.check_confirmed,
    statuses.check_foreign_positions,
    statuses.check_rumours,
    statuses.check_moves,
    statuses.check_judgements,
    statuses.check_speakers,
    rights.check_restricted_references,
    safety.check_invisible_characters,
    safety.check_prose_addresses,
    safety.check_comments_in_text,
)
"""What is said of a sheet by these depends on it, its sources and what the registry gives it, on nothing else."""

SITE_RULES: tuple[Rule, ...] = (
    references.check_references,
    references.check_targets,
    references.check_registry_references,
    evidence.check_passages,
    evidence.check_posts,
    evidence.check_something_was_checked,
    corrections.check_changed_seeds,
    corrections.check_corrections,
    ledger.check_coverage,
    wording.check_briefs,
    disagreement.check_candidates,
    disagreement.check_settled_twice,
    disagreement.check_stale,
    succession.check_succession,
    editions.check_editions,
    rights.check_full_texts,
    rights.check_quoted_shares,
)
"""These look at several sheets at once."""


def check(dossier: Dossier) -> tuple[Finding, ...]:
    """Every finding of reading and of the rules, each once."""
    found = [*dossier.corpus.findings]
    for part in dossier.parts():
        found += dossier.corpus.memory.made_from(part.inputs, _check_sheet, part)
    for rule in SITE_RULES:
        found += rule(dossier)
    return tuple(dict.fromkeys(found))


def _check_sheet(part: Dossier) -> tuple[Finding, ...]:
    return tuple(_roots([finding for rule in SHEET_RULES for finding in rule(part)]))


def _roots(findings: list[Finding]) -> Iterator[Finding]:
    """Without the quotes that are too short where the same quote is told to take in what it cuts off."""
    widened = {finding.at for finding in findings if finding.code in _WIDENED}
    yield from (each for each in findings if each.code is not codes.SHORT_QUOTE or each.at not in widened)


_WIDENED = {codes.NEGATION_OUTSIDE_QUOTE, codes.HEDGE_OUTSIDE_QUOTE}


@dataclass(frozen=True)
class Checked:
    """A site that was read and checked, whether or not it may be published."""

    dossier: Dossier
    findings: tuple[Finding, ...]
    locator: Locator

    @cached_property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that stop a build."""
        return tuple(finding for finding in self.findings if finding.is_error)

    @cached_property
    def warnings(self) -> tuple[Finding, ...]:
        """The others."""
        return tuple(finding for finding in self.findings if not finding.is_error)

    def located(self) -> list[Located]:
        """All findings with lines and columns, in reading order."""
        return locate_all(self.findings, self.locator)

    def counts(self) -> dict[str, int]:
        """How much was checked."""
        corpus, evidence = self.dossier.corpus, self.dossier.evidence
        return {
            "briefings": len(corpus.briefings),
            "sources": len(corpus.sources),
            "facts": sum(1 for _ in corpus.facts),
            "quotes": sum(citation.result is not None for citation in evidence.citations),
            "sentences": sum(len(account.entries) for account in evidence.ledgers.values()),
        }

    def notes(self) -> list[str]:
        """What could not be checked, and what the sources would let an editor fill in, a line each."""
        unchecked = [
            f"source `{source.id}`: no list of negations and hedges for `{language}`; quotes were not checked for them"
            for source, language in fit.unchecked_languages(self.dossier)
        ]
        return [*unchecked, *(f"`{each.fact.key}`: {each.message}" for each in self.proposals())]

    def proposals(self) -> list[proposals.Proposal]:
        """What the sources would let an editor fill in."""
        return list(proposals.proposals(self.dossier))

    def unread(self) -> Iterator[str]:
        """The sentences on which nothing rests, each with its place."""
        for sentences in self.dossier.evidence.ledgers.values():
            file = sentences.source.article.file if sentences.source.article else None
            for entry in sentences.entries:
                if file and entry.state is SentenceState.UNREAD:
                    line, column = file.position(entry.sentence.start)
                    text = " ".join(file.text[entry.sentence.start : entry.sentence.end].split())
                    yield f"{file.path}:{line}:{column}: unread: {text}"

    def coverage(self) -> list[ledger.Coverage]:
        """What became of the sentences of each source."""
        return ledger.coverage(self.dossier)

    def analysis(self) -> account.Row:
        """What was worked out beside the findings, as rows of a report."""
        return account.account_of(self.dossier)


def check_site(read: ReadSettings, memory: Memory | None = None, unsaved: Mapping[str, bytes] | None = None) -> Checked:
    """Read a site and check it; with a memory, only what has changed since it was last given.

    `unsaved` holds, by path, what an editor has instead of what is stored.
    """
    corpus = load(read.settings, memory, unsaved)
    dossier = Dossier(corpus)
    findings = with_cures((*read.findings, *check(dossier)), dossier)

    def find_file(path: str) -> TextFile | None:
        return corpus.snapshot.text(path)

    return Checked(dossier, findings, Locator(find_file, corpus.spots))


def draft_of(checked: Checked) -> Corpus:
    """The corpus as a draft shows it: without the facts that fail, and with the reasons in their place."""
    corpus = checked.dossier.corpus
    withheld = {name: tuple(_withheld(briefing, checked)) for name, briefing in corpus.briefings.items()}
    return without_withheld(corpus, withheld)


def _withheld(briefing: Briefing, checked: Checked) -> Iterator[Withheld]:
    """The facts of a briefing that fail and may be spoken of, then what else is wrong in its sheet."""
    limit = checked.dossier.corpus.settings.publish_tlp
    left = [finding for finding in checked.errors if finding.at.file == briefing.at.file]
    for part in briefing.withheld:
        left = [finding for finding in left if finding not in part.reasons]
    for fact in briefing.facts:
        reasons = tuple(finding for finding in left if _is_within(finding.at, fact.at))
        left = [finding for finding in left if finding not in reasons]
        if reasons and fact.tlp <= limit:
            yield Withheld(fact.at.path, fact.id, reasons)
    for finding in left:
        yield Withheld(finding.at.path if isinstance(finding.at, Address) else (), "", (finding,))


def unread_of(checked: Checked) -> tuple[Withheld, ...]:
    """The sheets of which nothing could be understood, with the reasons."""
    return tuple(
        Withheld((), file, tuple(finding for finding in checked.errors if finding.at.file == file))
        for file in checked.dossier.corpus.unread
    )


def _is_within(place: Place, whole: Address) -> bool:
    if not isinstance(place, Address) or place.file != whole.file:
        return False
    return place.path[: len(whole.path)] == whole.path
