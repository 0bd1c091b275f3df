"""What sources say: positions, events, figures and claims, with the fields that they share."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from briefsmith.model.base import Part
from briefsmith.model.evidence import Evidence, Unnamed, unnamed_of
from briefsmith.model.fields import (
    ActorRef,
    AnyRef,
    Date,
    EventOrSourceRef,
    Id,
    Marking,
    OneOrMany,
    PlaceRef,
    Short,
    Speaker,
    StatementRef,
    Text,
    Value,
    wrong,
)
from briefsmith.model.vocabulary import (
    ClaimForm,
    DateBasis,
    EventMode,
    EventType,
    Happening,
    Move,
    PositionKind,
    Scope,
    Stance,
    Status,
    Yes,
)


class Statement(Part):
    """The fields that every statement may have."""

    evidence: Evidence = Field(examples=["verbatim words of the source"])
    """the verbatim quote or quotes it rests on"""
    by: Speaker | None = Field(None, examples=["lavrov"])
    """who says so: id of an actor, `self` (the holder) or `outlet` (in its own voice)"""
    by_unnamed: Annotated[Unnamed, Short(unnamed_of, "the source's words alone", "quote")] | None = Field(
        None, examples=["two people briefed on the talks"]
    )
    """the source's words for people whom it does not name, instead of `by`"""
    via: Annotated[tuple[ActorRef, ...], OneOrMany()] = Field((), examples=["ria-novosti"])
    """through whom it came, nearest the speaker first: ids of actors"""
    date: Date | None = Field(None, examples=["2025-11-09"])
    """when it was said or so: EDTF or a shorthand such as `late 2025-10`"""
    since: Date | None = Field(None, examples=["2024-22"])
    """since when it has held"""
    until: Date | None = Field(None, examples=["2025-12"])
    """until when it held"""
    date_basis: DateBasis | None = Field(None, examples=["completed"])
    """where the date comes from (default: stated)"""
    date_words: Text | None = Field(None, examples=["on Tuesday"])
    """the source's own words for the date, verbatim"""
    date_note: Text | None = Field(None, examples=["The text gives no year; the article is from 2025."])
    """how the date was derived"""
    status: Status | None = Field(None, examples=["claimed"])
    """how the source stands to it (default: reported)"""
    contradicts: Annotated[tuple[StatementRef, ...], OneOrMany()] = Field((), examples=["never-recognise"])
    """ids of statements that cannot be true together with this one"""
    compatible_with: dict[StatementRef, Text] = Field({}, examples=[{"talks-march": "two meetings of one name"}])
    """ids of statements that seem to contradict this one, each with the reason why both can be true"""
    denied_by: ActorRef | None = Field(None, examples=["kremlin"])
    """who denies it: id of an actor"""
    forum: Text | None = Field(None, examples=["interview"])
    """where it was said: hearing, written submission, own parliament, interview"""
    audience: Text | None = Field(None, examples=["own parliament"])
    """to whom it was said"""
    key: Yes | None = Field(None, examples=["true"])
    """belongs to the few that the first screen and the one-page brief show"""
    tlp: Marking | None = Field(None, examples=["AMBER"])
    """marking of this statement alone"""
    supersedes: StatementRef | None = Field(None, examples=["russia-ready-to-meet"])
    """id of the statement that it replaces"""
    move: Move | None = Field(None, examples=["hardens"])
    """what it does to the one it supersedes"""
    places: Annotated[tuple[PlaceRef, ...], OneOrMany()] = Field((), examples=["alaska"])
    """where: ids of places, or plain names"""
    only_if: Text | None = Field(None, examples=["Kyiv withdraws first"])
    """what it depends on; shown with it"""
    note: Text | None = Field(None, examples=["The sentence does not say who speaks."])
    """about the source or its wording; asserts no facts"""
    desk_note: Text | None = Field(None, examples=["Compare last week's briefing."])
    """the desk's own remark, shown as such"""
    review_by: Date | None = Field(None, examples=["2025-12-10"])
    """day by which somebody should look at it again"""
    id: Id | None = Field(None, examples=["russia-ready-to-meet"])
    """its name, needed only where something refers to it"""
    formerly: Annotated[tuple[Id, ...], OneOrMany()] = Field((), examples=["old-name"])
    """earlier ids, whose links keep working"""
    retracted: Text | None = Field(None, examples=["The desk misread the source."])
    """why the desk takes it back; it leaves the matrix and stays in the log"""


_KINDS = {kind.value.replace("-", "_"): kind for kind in PositionKind}


class Position(Statement):
    """What a holder wants, refuses, offers or thinks on an issue. Exactly one kind, whose value is the sentence."""

    demand: Text | None = Field(None, examples=["Ukraine must leave Donbas."])
    """asks the other side to do or stop something"""
    condition: Text | None = Field(None, examples=["Will stop firing when the sanctions end."])
    """makes an own step depend on something"""
    offer: Text | None = Field(None, examples=["The minister is ready to meet."])
    """proposes something to the other side"""
    concession: Text | None = Field(None, examples=["Could accept some occupation as fact, for a time."])
    """gives ground on an earlier position, towards the other side"""
    acceptance: Text | None = Field(None, examples=["Accepts a meeting in Vienna."])
    """accepts another's demand or offer"""
    rejection: Text | None = Field(None, examples=["Rejects any use of the assets."])
    """rejects another's demand or offer"""
    red_line: Text | None = Field(None, alias="red-line", examples=["Will never recognise it."])
    """what the holder says it will never do or accept"""
    commitment: Text | None = Field(None, examples=["Will send 200 observers."])
    """what the holder undertakes towards others"""
    intention: Text | None = Field(None, examples=["Will build a second dam."])
    """what the holder says it will do, undertaking nothing"""
    threat: Text | None = Field(None, examples=["Would respond to any use of the assets."])
    """what the holder will do if something happens"""
    interest: Text | None = Field(None, examples=["A withdrawal would invite new attacks."])
    """why: the need behind a position"""
    undecided: Text | None = Field(None, examples=["Has not decided on sanctions."])
    """expressly not decided, committed or commented"""
    view: Text | None = Field(None, examples=["The territory is now legally Russian."])
    """holds that something is so"""
    stance: Stance | None = Field(None, examples=["against"])
    """where it stands to the issue's question: favor, against, neither"""

    @model_validator(mode="after")
    def _has_one_kind(self) -> Position:
        found = [kind.value for name, kind in _KINDS.items() if getattr(self, name) is not None]
        if len(found) != 1:
            said = "no kind" if not found else "more than one kind: " + ", ".join(f"`{name}`" for name in found)
            raise wrong("kind-count", f"position has {said}", "use exactly one of the kinds as the key of the sentence")
        return self

    @property
    def kind(self) -> PositionKind:
        """Its kind."""
        return next(kind for name, kind in _KINDS.items() if getattr(self, name) is not None)

    @property
    def sentence(self) -> str:
        """What is held, in the editor's words."""
        text: str = getattr(self, self.kind.value.replace("-", "_"))
        return text


class Event(Statement):
    """Something that happened, will happen, or was called off."""

    event: Text = Field(examples=["Russia annexes Crimea"])
    """what happened, as a headline"""
    date: Date = Field(examples=["2014"])
    """when: EDTF or a shorthand; `unknown` is allowed"""
    type: EventType | None = Field(None, examples=["consult"])
    """what kind of act (PLOVER)"""
    mode: EventMode | None = Field(None, examples=["phone"])
    """how the parties met"""
    happening: Happening | None = Field(None, examples=["cancelled"])
    """what became of it (default: held)"""
    decider: ActorRef | None = Field(None, examples=["white-house"])
    """who decides whether it happens: id of an actor"""
    actors: Annotated[tuple[ActorRef, ...], OneOrMany()] = Field((), examples=["putin"])
    """who takes part: ids of actors"""
    follows: Annotated[tuple[StatementRef, ...], OneOrMany()] = Field((), examples=["budapest-announced"])
    """ids of events that it comes after"""
    parent: StatementRef | None = Field(None, examples=["alaska-meeting"])
    """id of the event that it is a part of"""

    @property
    def sentence(self) -> str:
        """Its headline."""
        return self.event


class Figure(Statement):
    """A number, or words in the place of one."""

    figure: Text = Field(examples=["Share of Ukraine's territory under Russian control"])
    """what is measured"""
    value: Value = Field(examples=["about 19 %"])
    """how much: `[about|nearly|over|up to|between …] number [to number] [million …] [% | currency | noun]`, or words"""
    scope: Scope | None = Field(None, examples=["ambiguous"])
    """for several things: each, together, or ambiguous"""
    unit: Text | None = Field(None, examples=["hectares"])
    """the unit, where it does not stand in the value"""
    per: Text | None = Field(None, examples=["day"])
    """for rates: per day, per year, …"""

    @property
    def sentence(self) -> str:
        """What is measured."""
        return self.figure


class Claim(Statement):
    """An assertion that is no position, event or figure (schema.org Claim)."""

    claim: Text = Field(examples=["Trump's efforts to end the war have failed so far."])
    """what is asserted"""
    form: ClaimForm | None = Field(None, examples=["allegation"])
    """what sort of assertion (default: assertion)"""
    under: EventOrSourceRef | None = Field(None, examples=["alaska-meeting"])
    """for a provision: id of the agreement's event or source"""
    about: Annotated[tuple[AnyRef, ...], OneOrMany()] = Field((), examples=["lavrov"])
    """ids of anything it concerns"""

    @property
    def sentence(self) -> str:
        """What is asserted."""
        return self.claim
