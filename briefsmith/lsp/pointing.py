"""What stands under the cursor: an id, a quote, or a sentence of an article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefsmith.evidence.tracing import Citation, Entry
from briefsmith.findings.finding import Address, Finding
from briefsmith.lsp.mentions import Mention, Thing, all_mentions, resolve
from briefsmith.lsp.sites import View
from briefsmith.model.fact import Fact
from briefsmith.model.fields import Target
from briefsmith.reading.corpus import Source
from briefsmith.text.yamltree import spot_of

Span = tuple[int, int]


@dataclass(frozen=True)
class Pointed:
    """A thing under the cursor, and the span of its id there."""

    thing: Thing
    mention: Mention
    span: Span


def thing_at(view: View, path: str, offset: int) -> Pointed | None:
    """The thing whose id stands at an offset; the narrowest where several do."""
    found = [
        Pointed(thing, mention, span)
        for briefing, mention in all_mentions(view.corpus)
        if mention.at.file == path
        for span in spans_of(view, mention)
        if span[0] <= offset <= span[1] and (thing := resolve(view.corpus, briefing, mention))
    ]
    return min(found, key=lambda each: (each.span[1] - each.span[0], not each.mention.is_declaration), default=None)


def spans_of(view: View, mention: Mention) -> Iterator[Span]:
    """Where a mention's id stands, without `other-briefing#` or `actor:` before it."""
    name = mention.written.rpartition("#")[2].rpartition(":")[2]
    spot = spot_of(view.spots(mention.at.file), mention.at.path)
    if spot is None:
        return
    text, start, end = view.lines(mention.at.file).text, spot.start, spot.end
    # The ids of `sources: [a, b]` are keys only once they are understood.
    if mention.at.key and spot.key_start is not None and spot.key_end and name in text[spot.key_start : spot.key_end]:
        start, end = spot.key_start, spot.key_end
    pattern = (
        rf"\(#{re.escape(mention.written)}(?=\))" if mention.in_prose else rf"(?<![\w-]){re.escape(name)}(?![\w-])"
    )
    found = [match.end() for match in re.compile(pattern).finditer(text, start, end)]
    # `Minister for russia, russia`: an id stands behind all words that may stand before it.
    for last in found if mention.in_prose else found[-1:]:
        yield last - len(name), last


def declarations(view: View, thing: Thing) -> Iterator[tuple[Mention, Span]]:
    """Where a thing gets its id."""
    for briefing, mention in all_mentions(view.corpus):
        is_named = mention.is_declaration and mention.written == thing.id
        if is_named and resolve(view.corpus, briefing, mention) == thing:
            yield from ((mention, span) for span in spans_of(view, mention))


def fact_of(view: View, thing: Thing) -> Fact | None:
    """The fact that a thing is."""
    if thing.target is not Target.STATEMENT:
        return None
    return view.corpus.briefings[thing.briefing].by_id.get(thing.id)


def quote_at(view: View, path: str, offset: int) -> tuple[Citation, Span] | None:
    """The quote whose words stand at an offset of a sheet."""
    spots = view.spots(path)
    for citation in view.checked.dossier.evidence.citations:
        spot = spot_of(spots, citation.at.path) if citation.at.file == path else None
        if spot and spot.start <= offset <= spot.end:
            return citation, (spot.start, spot.end)
    return None


def sentence_at(view: View, path: str, offset: int) -> tuple[Source, Entry] | None:
    """The sentence that stands at an offset of an article, with what rests on it."""
    for ledger in view.checked.dossier.evidence.ledgers.values():
        article = ledger.source.article
        if article and article.file.path == path:
            for entry in ledger.entries:
                if entry.sentence.start <= offset <= entry.sentence.end:
                    return ledger.source, entry
    return None


def findings_at(view: View, path: str, offset: int) -> list[Finding]:
    """What was found at an offset."""
    spans = ((finding, view.checked.locator.offsets(finding.at)) for finding in view.findings(path))
    return [finding for finding, (start, end) in spans if start <= offset <= end]


def place_of(view: View, thing: Thing) -> Address | None:
    """Where to look for a thing that has no id written anywhere: a fact by its words, a source by its record."""
    if fact := fact_of(view, thing):
        return fact.at
    if thing.target is Target.SOURCE:
        return view.corpus.sources[thing.id].at
    return None
