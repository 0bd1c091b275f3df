"""What the desk adds: judgements, advice and questions. None has evidence of its own; each rests on statements."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from briefsmith.model.base import Part
from briefsmith.model.fields import AnyRef, Date, Id, Marking, OneOrMany, Prose, StatementRef, Text, wrong
from briefsmith.model.vocabulary import Confidence, Likelihood, QuestionStatus
from briefsmith.values.tags import Tlp


class Reasoning(Part):
    """The fields that judgements, advice and questions share."""

    id: Id | None = Field(None, examples=["talks-stall"])
    """its name, needed only where something refers to it"""
    formerly: Annotated[tuple[Id, ...], OneOrMany()] = Field((), examples=["old-name"])
    """earlier ids, whose links keep working"""
    tlp: Marking | None = Field(None, examples=["AMBER"])
    """marking of this one alone"""
    review_by: Date | None = Field(None, examples=["2025-12-10"])
    """day by which somebody should look at it again"""
    note: Text | None = Field(None, examples=["Written before the second round."])
    """a remark"""


class Assessment(Reasoning):
    """A judgement of the desk."""

    judgement: Text = Field(examples=["Russia's core demands are unchanged since summer 2024."])
    """what the desk judges"""
    confidence: Confidence = Field(examples=["low"])
    """how well founded it is (ICD 203)"""
    likelihood: Likelihood | None = Field(None, examples=["likely"])
    """how likely it is (ICD 203)"""
    basis: Annotated[tuple[AnyRef, ...], OneOrMany()] = Field(min_length=1, examples=["russia-keeps-conditions"])
    """ids of the statements it rests on"""
    because: Prose | None = Field(None, examples=["One second-hand article; the demands are summarised, not quoted."])
    """why, in prose"""
    assumptions: Annotated[tuple[Text, ...], OneOrMany()] = Field((), examples=["He speaks for the president."])
    """what it takes for granted"""
    alternatives: Annotated[tuple[Text, ...], OneOrMany()] = Field((), examples=["It only plays for time."])
    """what else could be"""
    indicators: Annotated[tuple[Text, ...], OneOrMany()] = Field((), examples=["An envoy is named."])
    """what would change it"""
    author: Text | None = Field(None, examples=["desk"])
    """who judges"""
    date: Date | None = Field(None, examples=["2025-11-10"])
    """when it was judged"""

    @property
    def sentence(self) -> str:
        """What the desk judges."""
        return self.judgement


class Advice(Reasoning):
    """What the reader's side should make of it: exactly one of implication, decision, line, avoid."""

    implication: Text | None = Field(None, examples=["A meeting alone changes nothing on the ground."])
    """what follows for us"""
    decision: Text | None = Field(None, examples=["Whether to send an envoy."])
    """what has to be decided"""
    line: Text | None = Field(None, examples=["We welcome any direct contact."])
    """line to take"""
    avoid: Text | None = Field(None, examples=["Any word that grants the annexations."])
    """what not to say"""
    basis: Annotated[tuple[AnyRef, ...], OneOrMany()] = Field(min_length=1, examples=["russia-ready-to-meet"])
    """ids of the statements it rests on"""
    by: Text | None = Field(None, examples=["desk"])
    """who advises"""
    audience: Text | None = Field(None, examples=["the minister"])
    """whom it is for"""
    tlp: Marking = Field(Tlp.AMBER, examples=["AMBER"])
    """marking (default AMBER: a public build leaves it out)"""

    @model_validator(mode="after")
    def _has_one_kind(self) -> Advice:
        if len([name for name in ADVICE_KINDS if getattr(self, name) is not None]) != 1:
            raise wrong("kind-count", "advice needs exactly one kind", "use one of " + ", ".join(ADVICE_KINDS))
        return self

    @property
    def kind(self) -> str:
        """implication, decision, line or avoid."""
        return next(name for name in ADVICE_KINDS if getattr(self, name) is not None)

    @property
    def sentence(self) -> str:
        """The advice."""
        text: str = getattr(self, self.kind)
        return text


ADVICE_KINDS = ("implication", "decision", "line", "avoid")


class Question(Reasoning):
    """What is not known."""

    question: Text = Field(examples=["What was agreed in Alaska?"])
    """the question"""
    about: Annotated[tuple[AnyRef, ...], OneOrMany()] = Field((), examples=["alaska-meeting"])
    """ids of anything it concerns"""
    why: Text | None = Field(None, examples=["Both sides refer to it and neither shows a text."])
    """why it matters"""
    status: QuestionStatus | None = Field(None, examples=["open"])
    """open (default) or answered"""
    answer: StatementRef | None = Field(None, examples=["alaska-text"])
    """id of the statement that answers it"""

    @property
    def sentence(self) -> str:
        """The question."""
        return self.question
