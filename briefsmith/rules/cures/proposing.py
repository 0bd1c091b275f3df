"""Which cure a code has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from briefsmith.analysis.dossier import Dossier
from briefsmith.findings import catalogue as codes
from briefsmith.findings.finding import Code, Finding, Fix
from briefsmith.rules.cures import entries, named, quotes, syntax
from briefsmith.rules.cures.site import Site

Cure = Callable[[Finding, Site], Fix | None]

CURES: Mapping[Code, tuple[Cure, ...]] = {
    codes.YAML_SYNTAX: (syntax.repaired_line,),
    codes.DUPLICATE_KEY: (syntax.merged,),
    codes.YAML_ALIAS: (syntax.value_in_marks,),
    codes.YAML_TAG: (syntax.value_in_marks,),
    codes.SEVERAL_DOCUMENTS: (syntax.without_marker,),
    codes.CONTROL_CHARACTER: (named.invisible_removed,),
    codes.COMMENT_IN_TEXT: (syntax.value_in_marks,),
    codes.MALFORMED_SETTING: (named.nearest,),
    codes.UNKNOWN_KEY: (named.nearest,),
    codes.MISSING_FIELD: (named.file_of_its_name,),
    codes.WRONG_TYPE: (entries.as_text,),
    codes.UNKNOWN_WORD: (named.nearest,),
    codes.EMPTY_VALUE: (entries.without_empty_field,),
    codes.MALFORMED_ID: (named.nearest,),
    codes.MALFORMED_VALUE: (named.country_in_capitals, named.nearest),
    codes.UNKNOWN_REFERENCE: (named.file_of_its_name, named.other_briefing),
    codes.DUPLICATE_ID: (entries.numbered_id,),
    codes.ID_NOT_FILE_NAME: (named.nearest,),
    codes.SHADOWED_REGISTRY_ID: (entries.without_entry,),
    codes.CONFLICTING_SOURCE: (entries.same_as_elsewhere,),
    codes.CIRCULAR_REFERENCE: (entries.without_entry,),
    codes.QUOTE_NOT_IN_SEED: (quotes.other_source,),
    codes.QUOTE_MATCHES_TWICE: (quotes.whole_sentence,),
    codes.ELLIPSIS_IN_QUOTE: (quotes.whole_run,),
    codes.QUOTE_CUTS_WORD: (quotes.whole_words,),
    codes.NO_SOURCE_NAMED: (quotes.only_source,),
    codes.UNKNOWN_SEED: (named.nearest,),
    codes.BRACKET_IN_QUOTE: (quotes.without_insertion,),
    codes.SHORT_QUOTE: (quotes.whole_sentence,),
    codes.NEGATION_BETWEEN_QUOTES: (quotes.run_between,),
    codes.QUOTE_JOINS_PARAGRAPHS: (quotes.longest_paragraph,),
    codes.CHANGED_SEED: (named.checksum,),
    codes.MORE_CERTAIN_THAN_QUOTE: (quotes.as_a_claim,),
    codes.PLACE_NOT_IN_QUOTE: (entries.without_entry,),
    codes.CORRECTION_NOT_REVIEWED: (entries.read_again,),
    codes.LOADED_TERM_UNQUOTED: (named.neutral_word,),
    codes.MALFORMED_DATE: (named.nearest,),
    codes.MALFORMED_QUANTITY: (named.nearest,),
    codes.OVERDUE_REVIEW: (entries.closed,),
    codes.REVIEW_NOT_A_DAY: (entries.last_day,),
    codes.STATUS_WITHOUT_PROOF: (entries.without_entry,),
    codes.CONFIRMED_BY_ONE_ORIGIN: (entries.reported_only,),
    codes.FOREIGN_POSITION_NOT_CLAIMED: (entries.marked_as_claim,),
    codes.MOVE_WITHOUT_SUPERSEDES: (entries.what_it_moved_from,),
    codes.SPEAKER_NAMED_TWICE: (entries.without_entry,),
    codes.UNACKNOWLEDGED_DISPUTE: (named.contradicted,),
    codes.BOTH_CONTRADICTED_AND_COMPATIBLE: (entries.without_entry,),
    codes.SUPERSEDES_ELSEWHERE: (entries.without_entry,),
    codes.FULL_TEXT_WITHOUT_PERMISSION: (entries.excerpts_only,),
    codes.RESTRICTED_REFERENCE: (named.marked_as_strictly,),
    codes.INVISIBLE_CHARACTER: (named.invisible_removed,),
    codes.UNSAFE_URL: (named.secure_address,),
}
"""The cures of a code, of which the first that knows what to do is taken. Other codes have theirs where they arise."""


def with_cures(findings: Iterable[Finding], dossier: Dossier) -> tuple[Finding, ...]:
    """The findings, each with its fix where one is known."""
    site = Site(dossier)
    return tuple(each if each.fix else replace(each, fix=_fix(each, site)) for each in findings)


def _fix(finding: Finding, site: Site) -> Fix | None:
    fixes = (cure(finding, site) for cure in CURES.get(finding.code, ()))
    return next((fix for fix in fixes if fix), None)
