"""The closed word lists of the schema; each word carries the sentence that explains it to editors and readers.

Sources: statuses are this project's own; stances follow SemEval-2016 Task 6, event types PLOVER, what becomes of an
event schema.org EventStatusType, likelihood and confidence ICD 203, reliability and credibility the Admiralty code,
source types CSL 1.0.2.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Word(StrEnum):
    """A word of a closed list, with its meaning."""

    meaning: str

    def __new__(cls, word: str, meaning: str) -> Self:
        """Make a member from its spelling and its meaning."""
        member = str.__new__(cls, word)
        member._value_ = word
        member.meaning = meaning
        return member


class Status(Word):
    """How the source stands to a statement."""

    REPORTED = "reported", "The outlet says it, or passes on a named speaker on his own side."
    CONFIRMED = "confirmed", "Two sources with different origins agree."
    CLAIMED = "claimed", "Only an interested party says it; also a position of one side told by the other."
    UNATTRIBUTED = "unattributed", "Only people whom the source does not name say it."
    RUMOUR = "rumour", "The source itself calls it a rumour, or nobody stands behind it."
    DENIED = "denied", "The party concerned denies it."
    REFUTED = "refuted", "Shown to be wrong."
    IMPLIED = "implied", "Known only through another statement."


class PositionKind(Word):
    """What a holder does with a position."""

    DEMAND = "demand", "Asks the other side to do or stop something."
    CONDITION = "condition", "Makes an own step depend on something."
    OFFER = "offer", "Proposes something to the other side."
    CONCESSION = "concession", "Gives ground on an earlier position, towards the other side."
    ACCEPTANCE = "acceptance", "Accepts another's demand or offer."
    REJECTION = "rejection", "Rejects another's demand or offer."
    RED_LINE = "red-line", "What the holder says it will never do or accept."
    COMMITMENT = "commitment", "What the holder undertakes towards others."
    INTENTION = "intention", "What the holder says it will do, undertaking nothing."
    THREAT = "threat", "What the holder will do if something happens."
    INTEREST = "interest", "Why: the need behind a position."
    UNDECIDED = "undecided", "Expressly not decided, committed or commented."
    VIEW = "view", "Holds that something is so."


class Stance(Word):
    """Where a position stands to the question of its issue."""

    FAVOR = "favor", "Answers the issue's question with yes."
    AGAINST = "against", "Answers the issue's question with no."
    NEITHER = "neither", "Answers neither yes nor no."


class Move(Word):
    """What a new position does to the one it supersedes."""

    REPEATS = "repeats", "Says the same again."
    HARDENS = "hardens", "Asks for more or gives less."
    SOFTENS = "softens", "Asks for less or gives more."
    ADDS_CONDITION = "adds-condition", "Stands, but now depends on something."
    REVERSES = "reverses", "Says the opposite."
    CLARIFIES = "clarifies", "Says more exactly what was meant."


class DateBasis(Word):
    """Where a date comes from."""

    STATED = "stated", "The source states it."
    COMPLETED = "completed", "The source states a part; the rest, such as the year, is supplied."
    RELATIVE = "relative", "Computed from the date of the article."
    INFERRED = "inferred", "Concluded from other things in the source."
    OUTSIDE = "outside", "From another source."


class EventType(Word):
    """What kind of act an event is (PLOVER)."""

    AGREE = "agree", "Agrees or promises to do something."
    CONSULT = "consult", "Talks, meets, visits, telephones."
    SUPPORT = "support", "Supports in words or by diplomacy."
    CONCEDE = "concede", "Gives way."
    COOPERATE = "cooperate", "Cooperates in deed."
    AID = "aid", "Gives aid."
    RETREAT = "retreat", "Withdraws or releases."
    REQUEST = "request", "Asks or demands."
    ACCUSE = "accuse", "Accuses, investigates, complains."
    REJECT = "reject", "Refuses or calls off."
    THREATEN = "threaten", "Threatens."
    PROTEST = "protest", "Protests."
    SANCTION = "sanction", "Imposes sanctions or breaks off relations."
    MOBILIZE = "mobilize", "Mobilises forces."
    COERCE = "coerce", "Coerces: seizes, annexes, arrests, blocks."
    ASSAULT = "assault", "Uses violence."


class EventMode(Word):
    """How the parties met."""

    PHONE = "phone", "By telephone."
    VISIT = "visit", "In person, one at the other's place."
    THIRD_PARTY = "third-party", "In person, at a third party's place."


class Happening(Word):
    """What became of an event (after schema.org EventStatusType)."""

    HELD = "held", "It took place."
    SCHEDULED = "scheduled", "It is planned for a date."
    EXPECTED = "expected", "It is required or foreseen, without a date."
    CANCELLED = "cancelled", "It was called off."
    POSTPONED = "postponed", "It was put off without a new date."
    RESCHEDULED = "rescheduled", "It was moved to another date."


class Scope(Word):
    """What a figure about several things is about."""

    EACH = "each", "It holds for each of them."
    TOGETHER = "together", "It holds for all of them together."
    AMBIGUOUS = "ambiguous", "The source does not say whether for each or together."


class ClaimForm(Word):
    """What sort of assertion a claim is."""

    ASSERTION = "assertion", "Says that something is so."
    ALLEGATION = "allegation", "Says that somebody did wrong."
    DENIAL = "denial", "Says that something is not so."
    FORECAST = "forecast", "Says what will be."
    PROVISION = "provision", "A term of an agreement."


class TermType(Word):
    """What a term names."""

    CONCEPT = "concept", "An idea or a thing."
    PLACE = "place", "A place."
    NAME = "name", "A name."
    LOADED = "loaded", "Wording that takes a side; shown only in quotation marks."


class ActorType(Word):
    """What an actor is."""

    UNSPECIFIED = "unspecified", "Not said."
    PERSON = "person", "A person."
    STATE = "state", "A state."
    ORGANIZATION = "organization", "An organisation or an office."
    ARMED_FORCE = "armed-force", "An army, a fleet, a militia."
    PARTY = "party", "A political party."
    MEDIA = "media", "A medium or a news agency."
    GROUP = "group", "A group, also one that nobody defined."


class SourceType(Word):
    """What a source is (CSL item types)."""

    NEWSPAPER = "article-newspaper", "A newspaper or agency report."
    JOURNAL = "article-journal", "An article in a journal."
    MAGAZINE = "article-magazine", "An article in a magazine."
    ARTICLE = "article", "Another article."
    WEBPAGE = "webpage", "A web page."
    POST = "post", "A post on a platform."
    POST_WEBLOG = "post-weblog", "A post on a weblog."
    INTERVIEW = "interview", "An interview."
    SPEECH = "speech", "A speech."
    BROADCAST = "broadcast", "A broadcast."
    REPORT = "report", "A report."
    LEGISLATION = "legislation", "A law."
    BILL = "bill", "A bill."
    TREATY = "treaty", "A treaty."
    HEARING = "hearing", "A hearing."
    PERSONAL = "personal_communication", "A letter or a message."
    DOCUMENT = "document", "Another document."
    BOOK = "book", "A book."
    CHAPTER = "chapter", "A part of a book."


class TextShown(Word):
    """How much of an article the site shows."""

    FULL = "full", "The whole article, sentence by sentence."
    EXCERPTS = "excerpts", "Only the quoted sentences, with the gaps marked."


class SetAsideReason(Word):
    """Why a passage backs no fact on purpose."""

    BOILERPLATE = "boilerplate", "Links, notices and the like; can never be evidence."
    HEADING = "heading", "A heading."
    BACKGROUND = "background", "Background that the briefing does not need."
    DUPLICATE = "duplicate", "Says again what is used elsewhere."
    OUT_OF_SCOPE = "out-of-scope", "About something else."
    COLOUR = "colour", "Scene and atmosphere."


class Reliability(Word):
    """How reliable a source has been (Admiralty code)."""

    A = "A", "Completely reliable."
    B = "B", "Usually reliable."
    C = "C", "Fairly reliable."
    D = "D", "Not usually reliable."
    E = "E", "Unreliable."
    F = "F", "Cannot be judged."


class Credibility(Word):
    """How credible one piece of information is (Admiralty code)."""

    ONE = "1", "Confirmed by other sources."
    TWO = "2", "Probably true."
    THREE = "3", "Possibly true."
    FOUR = "4", "Doubtful."
    FIVE = "5", "Improbable."
    SIX = "6", "Cannot be judged."


class Translator(Word):
    """Who translated a quote."""

    DESK = "desk", "The desk itself."
    MACHINE = "machine", "A machine; shown as unreviewed."
    PUBLISHER = "publisher", "The publisher of the source."


class Likelihood(Word):
    """How likely a judgement is (ICD 203)."""

    ALMOST_NO_CHANCE = "almost-no-chance", "01 to 05 %."
    VERY_UNLIKELY = "very-unlikely", "05 to 20 %."
    UNLIKELY = "unlikely", "20 to 45 %."
    ROUGHLY_EVEN_CHANCE = "roughly-even-chance", "45 to 55 %."
    LIKELY = "likely", "55 to 80 %."
    VERY_LIKELY = "very-likely", "80 to 95 %."
    ALMOST_CERTAIN = "almost-certain", "95 to 99 %."


class Confidence(Word):
    """How well founded a judgement is (ICD 203)."""

    HIGH = "high", "Good sources that agree."
    MODERATE = "moderate", "Credible sources, but open to other readings."
    LOW = "low", "Few or weak sources."


class BriefingState(Word):
    """Whether a briefing is still kept up."""

    CURRENT = "current", "It is kept up."
    CLOSED = "closed", "It is no longer updated."


class QuestionStatus(Word):
    """Whether a question is answered."""

    OPEN = "open", "Not answered."
    ANSWERED = "answered", "Answered by a statement."


class Yes(Word):
    """A mark that is set or left out."""

    TRUE = "true", "Yes."
