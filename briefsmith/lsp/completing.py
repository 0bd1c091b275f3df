"""Completion: ids by what a field may refer to, quotes from the articles and, on request, keys and words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from lsprotocol import types

from briefsmith.analysis.prose import LINKED
from briefsmith.evidence.tracing import SentenceState
from briefsmith.findings.finding import Address
from briefsmith.lsp.describing import describe, name_of, plain
from briefsmith.lsp.mentions import Mention, Thing, resolve
from briefsmith.lsp.quoting import offers, written
from briefsmith.lsp.schema_place import Expected, expected
from briefsmith.lsp.sites import View
from briefsmith.lsp.typing_place import TypingPlace, token_before, typing_place
from briefsmith.model.base import Part
from briefsmith.model.fields import Ref, Target
from briefsmith.model.objects import SourceRecord
from briefsmith.model.sheet import Registry, Sheet

_LINK = re.compile(r"\(#([\w#-]*)$")
_TAIL = re.compile(r"[\w-]*")
_SIBLING = re.compile(r"(?:^|[\s{,-])source:\s*[\"']?([a-z0-9-]+)")
_KINDS = {
    Target.ACTOR: types.CompletionItemKind.Class,
    Target.ISSUE: types.CompletionItemKind.Module,
    Target.TERM: types.CompletionItemKind.Text,
    Target.SOURCE: types.CompletionItemKind.File,
    Target.STATEMENT: types.CompletionItemKind.Reference,
}


def complete(view: View, path: str, offset: int, *, with_keys: bool) -> types.CompletionList:
    """What may stand at an offset of a YAML file."""
    text = view.lines(path).text
    place = typing_place(text, offset)
    model, keys = _model_of(view, path, place.keys)
    wanted = expected(model, keys)
    items: list[types.CompletionItem] = []
    if wanted.is_prose and (link := _LINK.search(place.typed)):
        items += _ids(view, path, LINKED, offset, link[1])
    elif wanted.ref:
        items += _ids(view, path, wanted.ref, offset, token_before(place.typed))
    elif wanted.key_ref and place.is_key:
        items += _ids(view, path, wanted.key_ref, offset, token_before(place.typed), behind=": ")
    if wanted.is_quote:
        items += _quotes(view, path, place, offset)
    if with_keys:
        items += _keys_and_words(view, path, wanted, place, offset)
    return types.CompletionList(is_incomplete=wanted.is_quote, items=items)


def _model_of(view: View, path: str, keys: tuple[str, ...]) -> tuple[type[Part], tuple[str, ...]]:
    """The model of a file, and the keys as they lead into it."""
    settings = view.corpus.settings
    if path.startswith(f"{settings.registry_dir}/"):
        shelf = path.rpartition("/")[2].partition(".")[0]
        return Registry, keys if keys[:1] == (shelf,) else (shelf, *keys)
    return (SourceRecord if path.startswith(f"{settings.seeds_dir}/") else Sheet), keys


def _ids(view: View, path: str, ref: Ref, offset: int, typed: str, behind: str = "") -> Iterator[types.CompletionItem]:
    """The ids that a reference may use, each with its name; behind `other#` those of the other briefing."""
    lines = view.lines(path)
    name_at = offset - len(typed.rpartition("#")[2].rpartition(":")[2])
    tail = _TAIL.match(lines.text, offset)
    span = lines.range(name_at, tail.end() if tail else offset)
    other, hash_, _ = typed.rpartition("#")
    reader = other if hash_ else view.briefing_at(path) or _like(view, path)
    for thing, name in _names(view, reader, ref):
        said = name_of(view, thing) if thing else ""
        yield types.CompletionItem(
            name,
            kind=_KINDS[thing.target] if thing else types.CompletionItemKind.Keyword,
            detail=said or None,
            documentation=types.MarkupContent(types.MarkupKind.Markdown, describe(view, thing)) if thing else None,
            filter_text=name if not said else f"{name} {said}",
            text_edit=types.TextEdit(span, name + behind),
        )


def _like(view: View, path: str) -> str:
    """The briefing whose names count in a file that belongs to none: one that is not understood yet, or shared."""
    stem = path.rpartition("/")[2].partition(".")[0]
    return stem if stem in view.corpus.briefings else next(iter(view.corpus.briefings), "")


def _names(view: View, briefing: str, ref: Ref) -> Iterator[tuple[Thing | None, str]]:
    corpus = view.corpus
    if briefing not in corpus.briefings:
        return
    for name in dict.fromkeys(corpus.names(corpus.briefings[briefing], ref)):
        is_word = name in ref.also
        yield (None if is_word else resolve(corpus, briefing, Mention(Address(""), name, ref))), name


def _quotes(view: View, path: str, place: TypingPlace, offset: int) -> Iterator[types.CompletionItem]:
    """Passages of the source that is named beside or above the place, or of all sources of the sheet."""
    lines = view.lines(path)
    begin = max(place.start, lines.line_start(offset))
    end = _end_of_value(lines.text, offset, place)
    shown = lines.text[begin:offset]
    more = [types.TextEdit(lines.range(place.start, begin), "")] if place.start < begin else None
    for number, offer in enumerate(offers(view, _sources(view, path, place, offset), place.typed)):
        new = written(offer, place)
        used = "" if offer.state is SentenceState.UNREAD else f" · {offer.state.value.replace('-', ' ')}"
        yield types.CompletionItem(
            offer.text,
            kind=types.CompletionItemKind.Value,
            detail=f"{offer.place}{used}",
            documentation=types.MarkupContent(types.MarkupKind.Markdown, f"> {plain(offer.text)}\n\n`{offer.place}`"),
            # The passages were chosen here; the editor is to show them all, in this order.
            filter_text=shown or offer.text,
            sort_text=f"{number:04}",
            insert_text_mode=types.InsertTextMode.AsIs,
            text_edit=types.TextEdit(lines.range(begin, end), new),
            additional_text_edits=more,
        )


def _end_of_value(text: str, offset: int, place: TypingPlace) -> int:
    """Behind the quotation mark that an editor closed by itself; outside of brackets at the end of the line."""
    stop = re.compile(r"\r|\n|$").search(text, offset)
    assert stop is not None
    if place.style == "flow":
        return offset + (place.typed[:1] in {"'", '"'} and text[offset : offset + 1] == place.typed[:1])
    return stop.start()


def _sources(view: View, path: str, place: TypingPlace, offset: int) -> list[str]:
    corpus = view.corpus
    known = [key for key in place.keys if key in corpus.sources]
    if known:
        return known[-1:]
    text = view.lines(path).text
    beside = _beside(text, offset)
    if beside in corpus.sources:
        return [beside]
    briefing = corpus.briefings.get(view.briefing_at(path) or _like(view, path))
    is_sidecar = path.startswith(f"{corpus.settings.seeds_dir}/")
    own = [name for name, each in corpus.sources.items() if any(at.file == path for at, _ in each.records)]
    return own if is_sidecar or briefing is None else list(briefing.source_ids)


def _beside(text: str, offset: int) -> str:
    """The `source:` in the brackets or the item in which the words are being typed."""
    start = text.rfind("\n", 0, offset) + 1
    stop = text.find("\n", offset)
    line = text[start : stop if stop >= 0 else len(text)]
    if found := _SIBLING.search(line):
        return found[1]
    column = len(line) - len(line.lstrip(" -"))
    for other in (
        *_item_lines(reversed(text[:start].splitlines()), column, above=True),
        *_item_lines(text[stop + 1 :].splitlines() if stop >= 0 else [], column, above=False),
    ):
        if found := _SIBLING.search(other):
            return found[1]
    return ""


def _item_lines(lines: Iterator[str] | list[str], column: int, *, above: bool) -> Iterator[str]:
    """The lines of the same item, in one direction."""
    for line in lines:
        own = len(line) - len(line.lstrip(" -"))
        starts_item = line.lstrip().startswith("- ")
        if own < column or (starts_item and not above):
            return
        if own == column:
            yield line
        if starts_item:
            return


def _keys_and_words(
    view: View, path: str, wanted: Expected, place: TypingPlace, offset: int
) -> Iterator[types.CompletionItem]:
    """For editors in which no other server completes them from the schemas."""
    lines = view.lines(path)
    span = lines.range(offset - len(token_before(place.typed)), offset)
    for word in wanted.words:
        yield _plain_item(str(word.value), _meaning(word), span, types.CompletionItemKind.EnumMember)
    if place.is_key:
        for key, meaning in wanted.keys.items():
            yield _plain_item(key, meaning, span, types.CompletionItemKind.Property, behind=": ")


def _plain_item(
    name: str, meaning: str, span: types.Range, kind: types.CompletionItemKind, behind: str = ""
) -> types.CompletionItem:
    return types.CompletionItem(name, kind=kind, detail=meaning, text_edit=types.TextEdit(span, name + behind))


def _meaning(word: Enum) -> str:
    return str(getattr(word, "meaning", ""))
