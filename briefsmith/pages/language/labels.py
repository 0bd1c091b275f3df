"""The words and signs by which readers know kinds, stances and statuses. Colour never stands alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefsmith.analysis.changes.comparison import Act
from briefsmith.model.statements import Position
from briefsmith.model.vocabulary import (
    ClaimForm,
    Confidence,
    Credibility,
    Happening,
    Likelihood,
    Move,
    PositionKind,
    Reliability,
    Scope,
    SetAsideReason,
    Stance,
    Status,
    TermType,
    Word,
)

Gettext = Callable[[str], str]
"""Translates one message of the interface."""

_ = str  # marks a message for the catalogue; it is translated where it is used

KINDS = {
    PositionKind.DEMAND: _("demand"),
    PositionKind.CONDITION: _("condition"),
    PositionKind.OFFER: _("offer"),
    PositionKind.CONCESSION: _("concession"),
    PositionKind.ACCEPTANCE: _("acceptance"),
    PositionKind.REJECTION: _("rejection"),
    PositionKind.RED_LINE: _("red line"),
    PositionKind.COMMITMENT: _("commitment"),
    PositionKind.INTENTION: _("intention"),
    PositionKind.THREAT: _("threat"),
    PositionKind.INTEREST: _("interest"),
    PositionKind.UNDECIDED: _("undecided"),
    PositionKind.VIEW: _("view"),
}
STANCES = {
    Stance.FAVOR: _("+ yes"),
    Stance.AGAINST: _("− no"),
    Stance.NEITHER: _("± neither"),
}
STATUSES = {
    Status.REPORTED: _("reported"),
    Status.CONFIRMED: _("confirmed"),
    Status.CLAIMED: _("claimed"),
    Status.UNATTRIBUTED: _("unattributed"),
    Status.RUMOUR: _("rumour"),
    Status.DENIED: _("denied"),
    Status.REFUTED: _("refuted"),
    Status.IMPLIED: _("implied"),
}
HAPPENINGS = {
    Happening.HELD: _("held"),
    Happening.SCHEDULED: _("scheduled"),
    Happening.EXPECTED: _("expected"),
    Happening.CANCELLED: _("cancelled"),
    Happening.POSTPONED: _("postponed"),
    Happening.RESCHEDULED: _("rescheduled"),
}
MOVES = {
    Move.REPEATS: _("repeats"),
    Move.HARDENS: _("hardens"),
    Move.SOFTENS: _("softens"),
    Move.ADDS_CONDITION: _("adds a condition"),
    Move.REVERSES: _("reverses"),
    Move.CLARIFIES: _("clarifies"),
}
CLAIM_FORMS = {
    ClaimForm.ASSERTION: _("assertion"),
    ClaimForm.ALLEGATION: _("allegation"),
    ClaimForm.DENIAL: _("denial"),
    ClaimForm.FORECAST: _("forecast"),
    ClaimForm.PROVISION: _("provision of an agreement"),
}
FACT_KINDS = {
    "position": _("position"),
    "event": _("event"),
    "figure": _("figure"),
    "claim": _("claim"),
    "term": _("term"),
    "assessment": _("assessment"),
    "advice": _("advice"),
    "question": _("question"),
}
EXPLAINED: tuple[type[Word], ...] = (Status, Happening, Scope, TermType, SetAsideReason, Reliability, Credibility)
"""The word lists whose meanings readers see; their sentences are messages of the catalogue too."""
LIKELIHOODS = {
    Likelihood.ALMOST_NO_CHANCE: _("Almost no chance (1 to 5 %)."),
    Likelihood.VERY_UNLIKELY: _("Very unlikely (5 to 20 %)."),
    Likelihood.UNLIKELY: _("Unlikely (20 to 45 %)."),
    Likelihood.ROUGHLY_EVEN_CHANCE: _("Roughly even chance (45 to 55 %)."),
    Likelihood.LIKELY: _("Likely (55 to 80 %)."),
    Likelihood.VERY_LIKELY: _("Very likely (80 to 95 %)."),
    Likelihood.ALMOST_CERTAIN: _("Almost certain (95 to 99 %)."),
}
CONFIDENCES = {
    Confidence.HIGH: _("The evidence for this is strong: high confidence."),
    Confidence.MODERATE: _("The evidence for this is fair: moderate confidence."),
    Confidence.LOW: _("The evidence for this is thin: low confidence."),
}
ADVICE = {
    "implication": _("What follows"),
    "decision": _("To decide"),
    "line": _("Line to take"),
    "avoid": _("Not to say"),
}
SECTIONS = {
    "actors": _("Actors"),
    "positions": _("Positions"),
    "timeline": _("Timeline"),
    "figures": _("Figures"),
    "claims": _("Claims"),
    "contested": _("Contested"),
    "glossary": _("Glossary"),
    "index": _("Overview"),
    "brief": _("One page"),
    "changes": _("Changes"),
    "print": _("Print"),
}
ACTS = {
    Act.REPLACED: _("replaces"),
    Act.CHANGED: _("changed"),
    Act.RETRACTED: _("retracted"),
    Act.DROPPED: _("dropped"),
    Act.ADDED: _("new"),
    Act.MOVED: _("moved here"),
    Act.RENAMED: _("renamed"),
    Act.REWORDED: _("reworded"),
}
THING_KINDS = {
    "source": _("source"),
    "actor": _("actor"),
    "issue": _("issue"),
    "briefing": _("briefing"),
}
"""What changes beside facts."""
FIELDS = {
    "sentence": _("wording"),
    "evidence": _("quotation"),
    "translation": _("translation"),
    "status": _("status"),
    "happening": _("what became of it"),
    "date": _("date"),
    "value": _("value"),
    "contradicts": _("contradiction"),
    "title": _("title"),
    "bottom_line": _("bottom line"),
    "summary": _("summary"),
    "by": _("speaker"),
    "holder": _("holder"),
    "issue": _("issue"),
    "actors": _("participants"),
    "denied_by": _("denied by"),
    "retracted": _("reason"),
    "corrected": _("correction"),
    "withdrawn": _("withdrawal"),
    "answer": _("answer"),
    "because": _("reasoning"),
    "basis": _("basis"),
    "only_if": _("condition"),
}
"""The fields whose changes readers are told; an entry with none of them still says that something changed."""


@dataclass(frozen=True, slots=True)
class Mark:
    """How a position looks in one glance: a sign, a word, and the class that colours both."""

    sign: str
    word: str
    style: str


def position_mark(position: Position, speaker: str, gettext: Gettext) -> Mark:
    """The mark of a position; `speaker` is the name of who tells it, where it is told by another side."""
    kind = gettext(KINDS[position.kind])
    if position.status is Status.CLAIMED:
        word = gettext("claimed by {name}").format(name=speaker) if speaker else gettext(STATUSES[Status.CLAIMED])
        return Mark("?", word, "claimed")
    if position.status and position.status is not Status.REPORTED:
        kind = f"{kind} · {gettext(STATUSES[position.status])}"
    if position.kind is PositionKind.RED_LINE:
        return Mark("✕", kind, position.stance.value if position.stance else "against")
    signs = {Stance.FAVOR: "+", Stance.AGAINST: "−", Stance.NEITHER: "±"}
    sign = signs[position.stance] if position.stance else "·"
    return Mark(sign, kind, position.stance.value if position.stance else "open")
