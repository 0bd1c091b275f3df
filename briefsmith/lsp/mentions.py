"""Every place in a site where an id is written: declared, or referred to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from briefsmith.analysis.prose import LINKED, prose_fields
from briefsmith.findings.finding import Address
from briefsmith.model.evidence import Quote
from briefsmith.model.fact import Fact, FactKind
from briefsmith.model.fields import Ref, Target
from briefsmith.model.references import references
from briefsmith.model.sheet import Registry, Sheet
from briefsmith.reading.corpus import Briefing, Corpus
from briefsmith.text.prose import fact_links

SHELVES = {"actors": Target.ACTOR, "issues": Target.ISSUE, "terms": Target.TERM}
_ACTOR, _ISSUE, _SOURCE = Ref((Target.ACTOR,)), Ref((Target.ISSUE,)), Ref((Target.SOURCE,))


@dataclass(frozen=True, slots=True)
class Thing:
    """What an id means: an object of the registry (then `briefing` is empty), of one sheet, a source, or a fact."""

    target: Target
    id: str
    briefing: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where an id is written, as it is written there."""

    at: Address
    written: str
    ref: Ref
    is_declaration: bool = False
    in_prose: bool = False


def all_mentions(corpus: Corpus) -> Iterator[tuple[str, Mention]]:
    """Every mention, with the id of the briefing in which it stands; of the registry and the sidecars with none."""
    for briefing in corpus.briefings.values():
        for mention in corpus.memory.of(mentions_of, briefing):
            yield briefing.id, mention
    for shelf, file in corpus.registry_files.items():
        yield from (("", each) for each in _on_shelf(corpus.registry, shelf, file))
    for source in corpus.sources.values():
        for at, record in source.records:
            says_more = bool(record.model_fields_set - {"id"})
            for mention in (*_of_item(record, at), *_id_of(record.id, at, _SOURCE, is_declaration=says_more)):
                yield _owner(corpus, at), mention


def _owner(corpus: Corpus, at: Address) -> str:
    return next((name for name, each in corpus.briefings.items() if each.at.file == at.file), "")


def mentions_of(briefing: Briefing) -> tuple[Mention, ...]:
    """The mentions in one sheet, except in its sources' records; a pure function of the briefing."""
    return tuple(_in_sheet(briefing))


def resolve(corpus: Corpus, briefing: str, mention: Mention) -> Thing | None:
    """What a mention means; None where it leads nowhere or to several things."""
    readers = [corpus.briefings[briefing]] if briefing else list(corpus.briefings.values())
    for reader in readers:
        found = corpus.candidates(reader, mention.written, mention.ref)
        if len(found) == 1:
            other = mention.written.partition("#")[0] if "#" in mention.written else reader.id
            if isinstance(found[0].object, Fact):
                return Thing(Target.STATEMENT, found[0].object.id, other)
            return Thing(found[0].target, found[0].id, _scope(corpus, found[0].target, found[0].id, other))
    return None


def _scope(corpus: Corpus, target: Target, name: str, briefing: str) -> str:
    shelf = next((shelf for shelf, each in SHELVES.items() if each is target), "")
    is_shared = not shelf or name in getattr(corpus.registry, shelf)
    return "" if is_shared else briefing


def mentions_of_thing(corpus: Corpus, thing: Thing) -> Iterator[Mention]:
    """Where a thing is declared and referred to."""
    for briefing, mention in all_mentions(corpus):
        # Comparing the text first: asking what every id means would cost more than the answer is worth.
        is_near = mention.written.endswith(thing.id) or thing.target is Target.STATEMENT
        if is_near and resolve(corpus, briefing, mention) == thing:
            yield mention


def _in_sheet(briefing: Briefing) -> Iterator[Mention]:
    sheet, file = briefing.sheet, briefing.at.file
    for fact in briefing.facts:
        yield from _of_fact(fact)
    for shelf in ("actors", "issues", "terms"):
        yield from _on_shelf(sheet, shelf, file, with_objects=shelf != "terms")
    for name, record in sheet.sources.items():
        at = Address(file, ("sources", name), key=True)
        yield Mention(at, name, _SOURCE, is_declaration=bool(record.model_fields_set))
    for at, text in prose_fields(briefing):
        for target in dict.fromkeys(link.target for link in fact_links(text)):
            yield Mention(at, target, LINKED, in_prose=True)


def _of_fact(fact: Fact) -> Iterator[Mention]:
    yield from _of_item(fact.item, fact.at)
    if fact.kind is FactKind.TERM:
        return
    yield from _id_of(getattr(fact.item, "id", None), fact.at, Ref((Target.STATEMENT,)))
    if fact.kind is FactKind.POSITION:
        yield Mention(Address(fact.at.file, fact.at.path[:3], key=True), fact.issue, _ISSUE)
        for name in fact.holders:
            yield Mention(Address(fact.at.file, fact.at.path[:2], key=True), name, _ACTOR)


def _id_of(name: str | None, at: Address, ref: Ref, *, is_declaration: bool = True) -> Iterator[Mention]:
    if name:
        yield Mention(at.at("id"), name, ref, is_declaration)


def _on_shelf(owner: Sheet | Registry, shelf: str, file: str, *, with_objects: bool = True) -> Iterator[Mention]:
    """The ids of a shelf and, where no fact brings them, what its objects refer to."""
    ref = Ref((SHELVES[shelf],)) if shelf in SHELVES else _SOURCE
    for name, item in getattr(owner, shelf).items():
        at = Address(file, (shelf, name))
        yield Mention(Address(file, at.path, key=True), name, ref, is_declaration=True)
        if with_objects and shelf in SHELVES:
            yield from _of_item(item, at)


def _of_item(item: BaseModel, at: Address) -> Iterator[Mention]:
    for reference in references(item):
        yield Mention(reference.under(at), reference.id, reference.ref)
    for path, quote in quotes_in(item):
        if quote.source:
            yield Mention(_at_source(at.at(*path), quote), quote.source, _SOURCE)


def quotes_in(item: BaseModel) -> Iterator[tuple[tuple[str | int, ...], Quote]]:
    """The quotes of an object and of the objects in it, each with the path to the field that holds it."""
    for name in type(item).model_fields:
        value = getattr(item, name)
        many = value if isinstance(value, tuple) else (value,)
        for index, each in enumerate(many):
            if isinstance(each, Quote):
                yield (name,), each
            elif isinstance(each, BaseModel):
                step = (name, index) if isinstance(value, tuple) else (name,)
                yield from (((*step, *path), quote) for path, quote in quotes_in(each))


def _at_source(field: Address, quote: Quote) -> Address:
    """Where a quote names its source: beside its words, or as the key above them."""
    assert quote.source is not None
    if quote.at and quote.at[-1] == "exact":
        return field.at(*quote.at[:-1], "source")
    steps = quote.at[: quote.at.index(quote.source) + 1]
    return Address(field.file, (*field.path, *steps), key=True)
