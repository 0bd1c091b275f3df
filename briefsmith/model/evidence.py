"""Evidence: the quotes a fact rests on, in the forms an editor may write them.

The full form takes its names from the W3C Web Annotation TextQuoteSelector: `exact`, `prefix`, `suffix`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field, PlainValidator, ValidationError
from pydantic_core import PydanticCustomError

from briefsmith.model.base import Part
from briefsmith.model.fields import ActorRef, Count, OneOrMany, Short, Side, Speaker, Text, kind_of
from briefsmith.model.grammar import shown_as
from briefsmith.model.vocabulary import Credibility, Translator
from briefsmith.text.yamltree import Path


class Unnamed(Part):
    """People whom the source does not name."""

    words: Text = Field(examples=["two people briefed on the talks"])
    """the source's own words for them, verbatim"""
    side: Side | None = Field(None, examples=["ukraine"])
    """id of the actor on whose side they are, or unknown"""
    count: Count | None = Field(None, examples=["2"])
    """how many they are, where the source says so"""


def unnamed_of(value: Any) -> Any:
    """The words alone stand for the whole."""
    return {"words": value} if isinstance(value, str) else value


class FullQuote(Part):
    """A quote in the full form."""

    exact: Text = Field(examples=["within 48 hours"])
    """the verbatim words, one contiguous run of the source"""
    source: Text | None = Field(None, examples=["reuters-1109"])
    """id of the source; may be left out where the sheet has only one"""
    prefix: Text | None = Field(None, examples=["does not stop the propaganda broadcast"])
    """the words just before the quote; only when it occurs more than once"""
    suffix: Text | None = Field(None, examples=["of the announcement"])
    """the words just after the quote; only when it occurs more than once"""
    translation: Text | None = Field(None, examples=["within two days"])
    """the quote in the briefing's language"""
    translated_by: Translator | None = Field(None, examples=["desk"])
    """who translated it; a machine's translation is shown as unreviewed"""
    credibility: Credibility | None = Field(None, examples=["3"])
    """Admiralty credibility of this piece of information, 1 to 6"""
    by: Speaker | None = Field(None, examples=["lavrov"])
    """who says so in this quote, where it is another than the fact's `by`"""
    by_unnamed: Annotated[Unnamed, Short(unnamed_of, "the source's words alone", "quote")] | None = Field(
        None, examples=["two people briefed on the talks"]
    )
    """this source's words for people whom it does not name, instead of the fact's speaker"""
    via: Annotated[tuple[ActorRef, ...], OneOrMany()] = Field((), examples=["ria-novosti"])
    """through whom this quote came, instead of the fact's `via`"""


@dataclass(frozen=True, slots=True)
class Quote:
    """One quote, whatever form it was written in; `at` leads to it from the `evidence` key."""

    exact: str
    source: str | None = None
    at: Path = ()
    prefix: str | None = None
    suffix: str | None = None
    translation: str | None = None
    translated_by: Translator | None = None
    credibility: Credibility | None = None
    by: str | None = None
    by_unnamed: Unnamed | None = None
    via: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EvidenceFault:
    """What is wrong inside an `evidence` value; `name` is the catalogue's, `at` leads there from the value."""

    at: Path
    name: str
    message: str
    help: str = ""


@dataclass(frozen=True, slots=True)
class FullQuoteFault:
    """What the typed model refuses in a quote in the full form: its own error, and the path to the quote."""

    at: Path
    error: Any


def structure_evidence(value: Any) -> tuple[Quote, ...]:
    """All quotes of an `evidence` value; raises one error whose context holds every fault."""
    faults: list[Fault] = []
    quotes = tuple(_quotes(value, None, (), faults))
    if not quotes and not faults:
        faults.append(EvidenceFault((), "empty-value", "evidence is empty", _HELP))
    if faults:
        raise PydanticCustomError("evidence", "evidence", {"faults": faults})
    return quotes


Fault = EvidenceFault | FullQuoteFault
_HELP = "give the verbatim words of the source"
_LIST_HELP = "write one quote, or `- quote` on each line below"


def _quotes(value: Any, source: str | None, at: Path, faults: list[Fault]) -> Iterator[Quote]:
    if isinstance(value, str) and value.strip():
        yield Quote(value, source, at)
    elif isinstance(value, str):
        faults.append(EvidenceFault(at, "empty-value", "quote is empty", _HELP))
    elif not value and at:
        faults.append(EvidenceFault(at, "empty-value", f"{kind_of(value)} of quotes is empty", _HELP))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _quotes(item, source, (*at, index), faults)
    elif source is not None:
        message = f"expected a quote or a list of quotes, found {kind_of(value)}"
        faults.append(EvidenceFault(at, "wrong-type", message, _LIST_HELP))
    elif not value.keys().isdisjoint(FullQuote.model_fields):
        yield from _full_quote(value, at, faults)
    else:
        for name, item in value.items():
            yield from _quotes(item, name, (*at, name), faults)


def _full_quote(value: dict[str, Any], at: Path, faults: list[Fault]) -> Iterator[Quote]:
    try:
        full = FullQuote.model_validate(value)
    except ValidationError as refusal:
        faults += [FullQuoteFault(at, error) for error in refusal.errors(include_url=False)]
        return
    yield Quote(
        full.exact,
        full.source,
        (*at, "exact"),
        full.prefix,
        full.suffix,
        full.translation,
        full.translated_by,
        full.credibility,
        full.by,
        full.by_unnamed,
        full.via,
    )


Evidence = Annotated[tuple[Quote, ...], PlainValidator(structure_evidence), shown_as("evidence")]
"""One quote, a list of them, a mapping from source id to quotes, or full forms; mixed in a list as one likes."""
