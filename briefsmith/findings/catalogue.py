"""The closed catalogue of findings. A number is never reused; a name says the bad pattern.

Families: 0 file and syntax, 1 shape, 2 identity and references, 3 evidence, 4 wording, 5 dates and figures,
6 disagreement and history, 7 rights and markings, 8 safety, 9 site output. Each row has a manual page in `manual/`.
"""

from __future__ import annotations

from briefsmith.findings.finding import Code, Severity


class Catalogue:
    """All codes by name and by number, filled by `_row` below and never changed afterwards."""

    def __init__(self) -> None:
        self.by_name: dict[str, Code] = {}
        self.by_number: dict[str, Code] = {}

    def add(self, number: str, name: str, severity: Severity) -> Code:
        """Add a row; a doubled number or name is a programming error."""
        assert number not in self.by_number, number
        assert name not in self.by_name, name
        code = Code(number, name, severity)
        self.by_name[name] = self.by_number[number] = code
        return code

    def find(self, word: str) -> Code | None:
        """The row with this number or name, however it is written."""
        return self.by_number.get(word.upper()) or self.by_name.get(word.lower())


CATALOGUE = Catalogue()


def _error(number: str, name: str) -> Code:
    return CATALOGUE.add(number, name, Severity.ERROR)


def _warning(number: str, name: str) -> Code:
    return CATALOGUE.add(number, name, Severity.WARNING)


# 0 file and syntax
YAML_SYNTAX = _error("BS001", "yaml-syntax")
DUPLICATE_KEY = _error("BS002", "duplicate-key")
NOT_UTF8 = _error("BS003", "not-utf8")
OVER_LIMIT = _error("BS004", "over-limit")
YAML_ALIAS = _error("BS005", "yaml-alias")
YAML_TAG = _error("BS006", "yaml-tag")
NO_FIELDS = _error("BS007", "no-fields")
SYMBOLIC_LINK = _error("BS008", "symbolic-link")
NO_BRIEFING = _error("BS009", "no-briefing")
SEVERAL_DOCUMENTS = _error("BS010", "several-documents")
CONTROL_CHARACTER = _error("BS011", "control-character")
COMMENT_IN_TEXT = _warning("BS012", "comment-in-text")
MALFORMED_SETTING = _error("BS013", "malformed-setting")

# 1 shape
UNKNOWN_KEY = _error("BS101", "unknown-key")
MISSING_FIELD = _error("BS102", "missing-field")
WRONG_TYPE = _error("BS103", "wrong-type")
UNKNOWN_WORD = _error("BS104", "unknown-word")
EMPTY_VALUE = _error("BS105", "empty-value")
MALFORMED_ID = _error("BS106", "malformed-id")
KIND_COUNT = _error("BS107", "kind-count")
MALFORMED_VALUE = _error("BS108", "malformed-value")

# 2 identity and references
UNKNOWN_REFERENCE = _error("BS201", "unknown-reference")
DUPLICATE_ID = _error("BS202", "duplicate-id")
ID_NOT_FILE_NAME = _error("BS203", "id-not-file-name")
AMBIGUOUS_REFERENCE = _error("BS204", "ambiguous-reference")
SHADOWED_REGISTRY_ID = _error("BS205", "shadowed-registry-id")
CONFLICTING_SOURCE = _error("BS206", "conflicting-source")
CIRCULAR_REFERENCE = _error("BS207", "circular-reference")
WRONG_TARGET = _error("BS208", "wrong-target")

# 3 evidence
QUOTE_NOT_IN_SEED = _error("BS301", "quote-not-in-seed")
QUOTE_DIFFERS_TYPOGRAPHICALLY = _warning("BS302", "quote-differs-typographically")
QUOTE_MATCHES_TWICE = _error("BS303", "quote-matches-twice")
ELLIPSIS_IN_QUOTE = _error("BS304", "ellipsis-in-quote")
QUOTE_CUTS_WORD = _error("BS305", "quote-cuts-word")
QUOTE_FROM_BOILERPLATE = _error("BS306", "quote-from-boilerplate")
NO_SOURCE_NAMED = _error("BS307", "no-source-named")
UNKNOWN_SEED = _error("BS308", "unknown-seed")
EMPTY_SEED = _error("BS309", "empty-seed")
NO_QUOTE_CHECKED = _error("BS310", "no-quote-checked")
BRACKET_IN_QUOTE = _error("BS311", "bracket-in-quote")
SHORT_QUOTE = _warning("BS312", "short-quote")
NEGATION_BETWEEN_QUOTES = _error("BS313", "negation-between-quotes")
CHANGED_SEED = _error("BS314", "changed-seed")
QUOTE_WITHOUT_TRANSLATION = _warning("BS315", "quote-without-translation")
NEGATION_OUTSIDE_QUOTE = _error("BS316", "negation-outside-quote")
HEDGE_OUTSIDE_QUOTE = _warning("BS317", "hedge-outside-quote")
MORE_CERTAIN_THAN_QUOTE = _warning("BS318", "more-certain-than-quote")
NUMBER_NOT_IN_QUOTE = _warning("BS319", "number-not-in-quote")
DATE_NOT_IN_QUOTE = _warning("BS320", "date-not-in-quote")
PLACE_NOT_IN_QUOTE = _warning("BS321", "place-not-in-quote")
QUOTE_JOINS_PARAGRAPHS = _error("BS322", "quote-joins-paragraphs")
COVERAGE_BELOW_THRESHOLD = _error("BS330", "coverage-below-threshold")
CORRECTION_NOT_REVIEWED = _error("BS331", "correction-not-reviewed")

# 4 wording
LOADED_TERM_UNQUOTED = _warning("BS401", "loaded-term-unquoted")
LONG_BOTTOM_LINE = _warning("BS402", "long-bottom-line")
PROSE_WITHOUT_REFERENCE = _warning("BS403", "prose-without-reference")
LOADED_TERM_WITHOUT_USE = _error("BS404", "loaded-term-without-use")
LONG_BRIEF = _warning("BS405", "long-brief")

# 5 dates and figures
MALFORMED_DATE = _error("BS501", "malformed-date")
MALFORMED_QUANTITY = _error("BS502", "malformed-quantity")
DATE_WITHOUT_NOTE = _error("BS503", "date-without-note")
OVERDUE_REVIEW = _warning("BS504", "overdue-review")
REVIEW_NOT_A_DAY = _error("BS505", "review-not-a-day")
WORDS_OF_ANOTHER_DAY = _warning("BS506", "words-of-another-day")
AFTER_THE_BRIEFING = _warning("BS507", "after-the-briefing")

# 6 disagreement and history
STATUS_WITHOUT_PROOF = _error("BS601", "status-without-proof")
CONFIRMED_BY_ONE_ORIGIN = _error("BS602", "confirmed-by-one-origin")
FOREIGN_POSITION_NOT_CLAIMED = _error("BS603", "foreign-position-not-claimed")
RUMOUR_AS_POSITION = _error("BS604", "rumour-as-position")
MOVE_WITHOUT_SUPERSEDES = _error("BS605", "move-without-supersedes")
JUDGEMENT_HALF_MADE = _warning("BS606", "judgement-half-made")
SPEAKER_NAMED_TWICE = _error("BS607", "speaker-named-twice")
UNACKNOWLEDGED_DISPUTE = _warning("BS608", "unacknowledged-dispute")
STALE_POSITION = _warning("BS609", "stale-position")
UNREADABLE_EDITION = _warning("BS610", "unreadable-edition")
CHANGED_EDITION = _warning("BS611", "changed-edition")
BOTH_CONTRADICTED_AND_COMPATIBLE = _error("BS612", "both-contradicted-and-compatible")
SUPERSEDES_ELSEWHERE = _error("BS613", "supersedes-elsewhere")
SUPERSEDES_LATER = _warning("BS614", "supersedes-later")

# 7 rights and markings
FULL_TEXT_WITHOUT_PERMISSION = _error("BS701", "full-text-without-permission")
RESTRICTED_REFERENCE = _error("BS702", "restricted-reference")
QUOTED_SHARE_EXCEEDED = _warning("BS703", "quoted-share-exceeded")

# 8 safety
INVISIBLE_CHARACTER = _warning("BS801", "invisible-character")
UNSAFE_URL = _error("BS802", "unsafe-url")

# 9 site output
MISSING_PAGE = _error("BS901", "missing-page")
DEAD_LINK = _error("BS902", "dead-link")
DUPLICATE_HTML_ID = _error("BS903", "duplicate-html-id")
URL_TAKEN = _warning("BS904", "url-taken")
BUILD_WARNING = _error("BS905", "build-warning")
