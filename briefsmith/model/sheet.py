"""The whole fact sheet, and the files of the registry."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from briefsmith.model.base import Part
from briefsmith.model.fields import Date, Id, Instant, Language, Marking, OneOrMany, Prose, Short, Text, wrong
from briefsmith.model.objects import Actor, Issue, SourceRecord, Term
from briefsmith.model.reasoning import Advice, Assessment, Question
from briefsmith.model.statements import Claim, Event, Figure, Position
from briefsmith.model.vocabulary import BriefingState, PositionKind
from briefsmith.values.tags import Tlp

POSITION_KEYS = frozenset({*(kind.value for kind in PositionKind), "evidence"})
"""Keys that a position has and no issue is likely to be called."""


def _named(value: Any) -> Any:
    return {"name": value} if isinstance(value, str) else value


def _titled(value: Any) -> Any:
    return {"title": value} if isinstance(value, str) else value


def _record(value: Any) -> Any:
    """A source given by its id alone stands in the registry."""
    return {"id": value} if isinstance(value, str) and value else value


def _by_id(value: Any) -> Any:
    """A list of ids of registered sources, or one id, as a mapping."""
    value = [value] if isinstance(value, str) else value
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return {each: {} for each in value}
    return value


def _filled(levels: Any) -> Any:
    """Without the keys behind which nothing stands yet."""
    return {key: value for key, value in levels.items() if value != ""} if isinstance(levels, dict) else levels


def _under_issues(value: Any) -> Any:
    """Refuse a position that stands where its issue has to be, because a level is missing or badly indented."""
    value = _filled(value)
    levels = value if isinstance(value, dict) else {}
    misplaced = next((key for key in levels if key in POSITION_KEYS and isinstance(levels[key], str)), None)
    if misplaced:
        help_ = "write the holder, below it the issue, and below that the position, each level indented further"
        raise wrong("wrong-type", f"`{misplaced}` stands where the id of an issue is expected", help_, misplaced)
    return value


ShortSource = Annotated[SourceRecord, Short(_record, "id of a source in the registry", "id")]
ShortActor = Annotated[Actor, Short(_named, "the name alone")]
ShortIssue = Annotated[Issue, Short(_titled, "the title alone")]

Sources = Annotated[dict[Id, SourceRecord], Short(_by_id, "ids of sources in the registry", "ids")]
Actors = dict[Id, ShortActor]
Issues = dict[Id, ShortIssue]
Terms = dict[Id, Term]
PositionsByIssue = dict[str, Annotated[tuple[Position, ...], OneOrMany()]]
Positions = Annotated[dict[str, Annotated[PositionsByIssue, BeforeValidator(_under_issues)]], BeforeValidator(_filled)]

SECTIONS = frozenset(
    ("actors", "issues", "positions", "events", "figures", "claims", "terms", "assessments", "advice", "questions")
)
"""The parts of a sheet that may be empty: a heading under which nothing stands yet loses nothing."""


class Sheet(Part):
    """One fact sheet: one briefing."""

    briefing: Id = Field(examples=["lavrov-rubio-2025-11"])
    """id of the briefing: the name of the file without its ending"""
    title: Text = Field(examples=["Russia keeps its terms while offering talks"])
    """title of the briefing, best as its message"""
    date: Date = Field(examples=["2025-11-10"])
    """the day the briefing is good for: information as of"""
    language: Language = Field("en", examples=["en"])
    """language of what the editor writes (BCP 47)"""
    review_by: Date | None = Field(None, examples=["2025-12-10"])
    """day by which it must be reviewed"""
    state: BriefingState = Field(BriefingState.CURRENT, examples=["current"])
    """current, or closed: no longer updated"""
    tlp: Marking = Field(Tlp.CLEAR, examples=["CLEAR"])
    """Traffic Light Protocol 2.0 marking of the whole briefing"""
    bottom_line: Prose | None = Field(None, examples=["Russia is [ready](#ready) but keeps its [terms](#terms)."])
    """the message in at most 60 words, with references to facts as `[words](#fact-id)`"""
    summary: Prose | None = Field(None, examples=["The minister [offers talks](#ready); the [terms](#terms) stand."])
    """a longer summary, the same way"""
    drafted_by: Annotated[tuple[Text, ...], OneOrMany()] = Field((), examples=["A. Editor"])
    """who wrote it"""
    cleared_by: Annotated[tuple[Text, ...], OneOrMany()] = Field((), examples=["B. Chief"])
    """who cleared it"""
    cleared_at: Instant | None = Field(None, examples=["2025-11-10T07:30:00+01:00"])
    """when it was cleared: a time with zone"""
    source: ShortSource | None = Field(
        None, examples=[{"file": "seeds/reuters-1109.txt", "date": "2025-11-09"}, "reuters-1109"]
    )
    """its only source; or use `sources`"""
    sources: Sources = Field({}, examples=[["reuters-1109", "tass-1110"]])
    """its sources: a mapping from id to record, or a list of ids from the registry"""
    actors: Actors = Field({}, examples=[{"russia": "Russia"}])
    """who acts: id to name, or id to mapping"""
    issues: Issues = Field({}, examples=[{"territory": "Status of the territories"}])
    """what it is about: id to title, or id to mapping"""
    positions: Positions = Field(
        {},
        examples=[{"russia": {"territory": {"view": "It is Russian.", "evidence": "words of the source"}}}],
    )
    """who wants what: holder, then issue, then one position or a list; several holders as `a & b`"""
    events: Annotated[tuple[Event, ...], OneOrMany()] = Field(
        (), examples=[[{"event": "Russia annexes Crimea", "date": "2014", "evidence": "words of the source"}]]
    )
    """what happened"""
    figures: Annotated[tuple[Figure, ...], OneOrMany()] = Field(
        (),
        examples=[[{"figure": "Share of territory held", "value": "about 19 %", "evidence": "words of the source"}]],
    )
    """how much"""
    claims: Annotated[tuple[Claim, ...], OneOrMany()] = Field(
        (), examples=[[{"claim": "The talks have failed so far.", "evidence": "words of the source"}]]
    )
    """what else is asserted"""
    terms: Terms = Field({}, examples=[{"donbas": {"term": "Donbas"}}])
    """the glossary: id to mapping"""
    assessments: Annotated[tuple[Assessment, ...], OneOrMany()] = Field(
        (), examples=[[{"judgement": "The demands are unchanged.", "confidence": "low", "basis": "ready"}]]
    )
    """what the desk judges"""
    advice: Annotated[tuple[Advice, ...], OneOrMany()] = Field(
        (), examples=[[{"line": "We welcome any direct contact.", "basis": "ready"}]]
    )
    """what the reader's side should make of it"""
    questions: Annotated[tuple[Question, ...], OneOrMany()] = Field((), examples=[[{"question": "What was agreed?"}]])
    """what is not known"""

    @model_validator(mode="before")
    @classmethod
    def _without_empty_sections(cls, tree: Any) -> Any:
        if not isinstance(tree, dict):
            return tree
        return {key: value for key, value in tree.items() if value != "" or key not in SECTIONS}


class Registry(Part):
    """Objects shared by several briefings; each file of `registry/` holds one of the four, under its name or bare."""

    actors: Actors = Field({}, examples=[{"russia": "Russia"}])
    """shared actors"""
    issues: Issues = Field({}, examples=[{"territory": "Status of the territories"}])
    """shared issues"""
    terms: Terms = Field({}, examples=[{"donbas": {"term": "Donbas"}}])
    """shared terms"""
    sources: Sources = Field({}, examples=[{"reuters-1109": {"file": "seeds/reuters-1109.txt", "date": "2025-11-09"}}])
    """shared sources"""
