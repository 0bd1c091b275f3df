"""Hover, definition and references: from the cursor to what it points at."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from briefsmith.findings.finding import Span as TextSpan
from briefsmith.lsp.describing import code_in, describe, describe_code, describe_quote, describe_sentence
from briefsmith.lsp.mentions import mentions_of_thing
from briefsmith.lsp.pointing import (
    Span,
    declarations,
    findings_at,
    place_of,
    quote_at,
    sentence_at,
    spans_of,
    thing_at,
)
from briefsmith.lsp.sites import View


def hover(view: View, path: str, offset: int) -> types.Hover | None:
    """The thing, quote or sentence at an offset and, below it, the manual on what was found there."""
    parts, span = _pointed_at(view, path, offset)
    lines = view.lines(path)
    code = code_in(lines.line(offset), offset - lines.line_start(offset))
    codes = dict.fromkeys([*([code] if code else []), *(each.code for each in findings_at(view, path, offset))])
    parts += [describe_code(each) for each in codes]
    if not any(parts):
        return None
    text = types.MarkupContent(types.MarkupKind.Markdown, "\n\n---\n\n".join(filter(None, parts)))
    return types.Hover(text, lines.range(*span) if span else None)


def _pointed_at(view: View, path: str, offset: int) -> tuple[list[str], Span | None]:
    if pointed := thing_at(view, path, offset):
        return [describe(view, pointed.thing)], pointed.span
    if quoted := quote_at(view, path, offset):
        return [describe_quote(quoted[0])], quoted[1]
    if found := sentence_at(view, path, offset):
        sentence = found[1].sentence
        return [describe_sentence(found[1])], (sentence.start, sentence.end)
    return [], None


def definition(view: View, path: str, offset: int) -> list[types.Location]:
    """Where the thing at an offset gets its id, or where the words of a quote stand in the article."""
    if pointed := thing_at(view, path, offset):
        found = [_location(view, each.at.file, span) for each, span in declarations(view, pointed.thing)]
        place = place_of(view, pointed.thing)
        return found or ([view.location(place)] if place else [])
    quoted = quote_at(view, path, offset)
    match, source = (quoted[0].match, quoted[0].source) if quoted else (None, None)
    if match and source and source.article:
        return [view.location(TextSpan(source.article.file.path, match.start, match.end))]
    return []


def references(view: View, path: str, offset: int, *, with_declarations: bool) -> list[types.Location]:
    """Where the thing at an offset is referred to; of a sentence of an article, the quotes that rest on it."""
    if pointed := thing_at(view, path, offset):
        mentions = mentions_of_thing(view.corpus, pointed.thing)
        wanted = (each for each in mentions if with_declarations or not each.is_declaration)
        found = [_location(view, each.at.file, span) for each in wanted for span in spans_of(view, each)]
    else:
        found = list(_quotes_of(view, path, offset))
    return _distinct(found)


def _quotes_of(view: View, path: str, offset: int) -> Iterator[types.Location]:
    if found := sentence_at(view, path, offset):
        for citation in found[1].citations:
            if citation.match and citation.match.start <= offset <= citation.match.end:
                yield view.location(citation.at)


def _location(view: View, file: str, span: Span) -> types.Location:
    return types.Location(view.uri(file), view.lines(file).range(*span))


def _distinct(found: list[types.Location]) -> list[types.Location]:
    kept = {(each.uri, each.range.start.line, each.range.start.character): each for each in found}
    return [kept[key] for key in sorted(kept)]
