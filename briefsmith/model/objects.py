"""What statements speak of: sources, actors, issues and terms."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field

from briefsmith.model.base import Part
from briefsmith.model.evidence import Evidence
from briefsmith.model.fields import (
    ActorRef,
    AnyRef,
    Country,
    Date,
    Hash,
    Id,
    IssueRef,
    Language,
    Licence,
    OneOrMany,
    Share,
    Short,
    TermRef,
    Text,
    Url,
    Wikidata,
    wrong,
)
from briefsmith.model.vocabulary import (
    ActorType,
    DateBasis,
    Reliability,
    SetAsideReason,
    SourceType,
    TermType,
    TextShown,
)


class SetAside(Part):
    """A passage that backs no fact on purpose."""

    text: Text = Field(examples=["Read also: Kremlin denies rumours"])
    """the passage, verbatim"""
    reason: SetAsideReason = Field(examples=["boilerplate"])
    """why"""
    note: Text | None = Field(None, examples=["link to another article"])
    """more about it"""


class Correction(Part):
    """That and when a publisher corrected or withdrew an article."""

    date: Date = Field(examples=["2025-11-12"])
    """when"""
    reason: Text = Field(examples=["The publisher changed the figure for Donetsk."])
    """why"""


class SourceRecord(Part):
    """What is known about an article. The same fields may stand in a sidecar `seeds/<stem>.yml`."""

    file: Text | None = Field(None, examples=["seeds/reuters-1109.txt"])
    """path of the article's text"""
    date: Date | None = Field(None, examples=["2025-11-09"])
    """day of publication; `unknown` is allowed"""
    id: Id | None = Field(None, examples=["reuters-1109"])
    """its name (default: made from the file's name)"""
    type: SourceType | None = Field(None, examples=["article-newspaper"])
    """what it is (CSL; default: article-newspaper)"""
    title: Text | None = Field(None, examples=["Lavrov ready to meet Rubio"])
    """its title, or unknown"""
    publisher: Text | None = Field(None, examples=["Reuters"])
    """who published it, or unknown"""
    author: Annotated[tuple[Text, ...], OneOrMany()] = Field((), examples=["Jane Doe"])
    """who wrote it, or unknown"""
    url: Url | None = Field(None, examples=["https://example.org/article"])
    """where it stands on the web, or unknown"""
    archived: Url | None = Field(None, examples=["https://example.org/archive/article"])
    """where an archived copy stands"""
    accessed: Date | None = Field(None, examples=["2025-11-10"])
    """when the desk read it"""
    language: Language | None = Field(None, examples=["en"])
    """language of the article (BCP 47)"""
    via: Annotated[tuple[ActorRef, ...], OneOrMany()] = Field((), examples=["reuters"])
    """whose report it passes on: ids of actors; closes every chain in this source"""
    licence: Licence | None = Field(None, examples=["LicenseRef-unknown"])
    """SPDX id of its licence"""
    permission: Text | None = Field(None, examples=["by e-mail from the editor, 10 November 2025"])
    """whose permission allows `text: full` without an open licence"""
    text: TextShown | None = Field(None, examples=["full"])
    """how much of the article the site shows (default: full with an open licence, else excerpts)"""
    reliability: Reliability | None = Field(None, examples=["B"])
    """Admiralty letter, A to F"""
    note: Text | None = Field(None, examples=["English copy of a Reuters report by an unnamed outlet."])
    """description of the source for readers"""
    set_aside: Annotated[tuple[SetAside, ...], OneOrMany()] = Field(
        (), examples=[[{"text": "Read also: Kremlin denies rumours", "reason": "boilerplate"}]]
    )
    """passages that back no fact on purpose"""
    coverage: Share | None = Field(None, examples=["90 %"])
    """least share of its sentences that must be used or set aside, instead of the site's `coverage`"""
    sha256: Hash | None = Field(None, examples=["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"])
    """SHA-256 of the article's file as it was read"""
    corrected: Correction | None = Field(None, examples=[{"date": "2025-11-12", "reason": "A figure was wrong."}])
    """when and why the publisher corrected it"""
    withdrawn: Correction | None = Field(None, examples=[{"date": "2025-11-14", "reason": "It was invented."}])
    """when and why the publisher withdrew it"""
    reviewed: Date | None = Field(None, examples=["2025-11-13"])
    """day on which the desk last read the article again; not before its correction or withdrawal"""
    date_basis: DateBasis | None = Field(None, examples=["inferred"])
    """where the date comes from (default: stated)"""
    date_note: Text | None = Field(None, examples=["The text names 9 November without a year."])
    """how the date was derived"""


class Post(Part):
    """An office (Popolo Membership)."""

    role: Text = Field(examples=["Foreign Minister"])
    """what the office is called"""
    organization: ActorRef = Field(examples=["russia"])
    """of which state or organisation: id of an actor"""
    since: Date | None = Field(None, examples=["2004-03-09"])
    """since when"""
    until: Date | None = Field(None, examples=["2025-12"])
    """until when"""
    on_behalf_of: ActorRef | None = Field(None, examples=["putin"])
    """for whom a spokesman speaks: id of an actor"""
    evidence: Evidence = Field((), examples=["Foreign Minister Sergei Lavrov said"])
    """the verbatim quote that gives the office"""


def _post(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    role, comma, organization = value.rpartition(",")
    if not comma:
        raise wrong(
            "malformed-value", f"post `{value}` names no organisation", "write it as `<role>, <id of an actor>`"
        )
    return {"role": role.strip(), "organization": organization.strip()}


ShortPost = Annotated[Post, Short(_post, "`<role>, <id of an actor>`", "post")]


class Actor(Part):
    """A person, state, organisation or group."""

    name: Text = Field(examples=["Sergei Lavrov"])
    """how the briefing calls it"""
    type: ActorType | None = Field(None, examples=["person"])
    """what it is (default: unspecified)"""
    post: Annotated[Post, Short(_post, "`<role>, <id of an actor>`", "post")] | None = Field(
        None, examples=["Foreign Minister, russia"]
    )
    """its office: `<role>, <id of an actor>`"""
    posts: Annotated[tuple[Post, ...], OneOrMany()] = Field(
        (), examples=[[{"role": "Foreign Minister", "organization": "russia", "since": "2004-03-09"}]]
    )
    """its offices, where there are several or their dates matter"""
    other_names: Annotated[tuple[Text, ...], OneOrMany()] = Field((), examples=["Sergey Lavrov"])
    """other spellings and metonyms, such as Moscow and Kyiv"""
    names: dict[Language, Text] = Field({}, examples=[{"uk": "Сергій Лавров"}])
    """its name in other languages"""
    country: Country | None = Field(None, examples=["RU"])
    """ISO 3166-1 code"""
    wikidata: Wikidata | None = Field(None, examples=["Q58217"])
    """Wikidata id"""
    part_of: ActorRef | None = Field(None, examples=["russia"])
    """what it belongs to: id of an actor"""
    members: Annotated[tuple[ActorRef, ...], OneOrMany()] = Field((), examples=["ukraine"])
    """who belongs to it: ids of actors"""
    on_behalf_of: ActorRef | None = Field(None, examples=["putin"])
    """for whom a spokesman speaks: id of an actor"""
    note: Text | None = Field(None, examples=["Membership not given."])
    """about the name or the wording"""
    evidence: Evidence = Field((), examples=["Foreign Minister Sergei Lavrov said"])
    """the verbatim quote that names it; required when a post is given"""

    @property
    def all_posts(self) -> tuple[Post, ...]:
        """Its offices, however they were written."""
        return ((self.post,) if self.post else ()) + self.posts


class Issue(Part):
    """A question on which actors take positions."""

    title: Text = Field(examples=["Status of the territories"])
    """its title, as the head of a column"""
    question: Text | None = Field(None, examples=["Does the territory legally belong to Russia?"])
    """the question that a stance answers; yes or no where possible"""
    broader: IssueRef | None = Field(None, examples=["war-end"])
    """id of the issue that it is a part of"""
    note: Text | None = Field(None, examples=["Both sides mean other borders by it."])
    """about the issue"""
    other_names: Annotated[tuple[Text, ...], OneOrMany()] = Field((), examples=["The border question"])
    """other titles"""
    evidence: Evidence = Field((), examples=["the status of the occupied territories"])
    """a verbatim quote that names it"""


class Sense(Part):
    """One sense of a term."""

    text: Text = Field(examples=["Region in eastern Ukraine."])
    """the definition"""
    evidence: Evidence = Field((), examples=["Donbas, a region in the east of the country"])
    """the verbatim quote that gives it"""


def _sense(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


class Term(Part):
    """A word of the glossary, a place, or loaded wording."""

    term: Text = Field(examples=["Donbas"])
    """the word itself"""
    type: TermType | None = Field(None, examples=["place"])
    """what it names (default: concept)"""
    definition: Annotated[tuple[Annotated[Sense, Short(_sense, "the definition alone")], ...], OneOrMany()] = Field(
        (), examples=["Region in eastern Ukraine."]
    )
    """its definition, or a list of senses each with evidence"""
    other_names: Annotated[tuple[Text, ...], OneOrMany()] = Field((), examples=["Donbass"])
    """other spellings"""
    use: Text | None = Field(None, examples=["southeastern Ukraine"])
    """the wording to use instead; required for loaded terms"""
    renderings: Annotated[tuple[Text, ...], OneOrMany()] = Field((), examples=["special operation"])
    """loaded wording as it would read in the briefing's language"""
    broader: TermRef | None = Field(None, examples=["ukraine-south"])
    """id of the term that it is a part of"""
    members: Annotated[tuple[AnyRef, ...], OneOrMany()] = Field((), examples=["donetsk"])
    """ids of terms that are parts of it"""
    country: Country | None = Field(None, examples=["UA"])
    """ISO 3166-1 code"""
    region: Text | None = Field(None, examples=["UA-14"])
    """ISO 3166-2 code"""
    wikidata: Wikidata | None = Field(None, examples=["Q1234"])
    """Wikidata id"""
    note: Text | None = Field(None, examples=["Each side draws it differently."])
    """about the word"""
    evidence: Evidence = Field((), examples=["Donbas, a region in the east of the country"])
    """a verbatim quote; without one the definition counts as the editor's own"""

    @property
    def sentence(self) -> str:
        """The word."""
        return self.term
