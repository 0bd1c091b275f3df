"""Renaming an id everywhere it is written. An earlier id of a fact is kept as `formerly`, so that its links live on."""

from __future__ import annotations

from collections.abc import Iterator

from briefsmith.findings.entries import Replacement
from briefsmith.findings.finding import Address
from briefsmith.lsp.mentions import SHELVES, Thing, mentions_of_thing
from briefsmith.lsp.pointing import Pointed, declarations, fact_of, spans_of, thing_at
from briefsmith.lsp.sites import View
from briefsmith.model.fact import Fact
from briefsmith.model.fields import Target
from briefsmith.text.yamltree import Spot
from briefsmith.values.ident import IdError, check_id

Changes = dict[str, list[Replacement]]
"""What changes, by the path of the file."""


class NoRename(ValueError):
    """Why something cannot be renamed, in words for the editor."""


def renamable_at(view: View, path: str, offset: int) -> Pointed:
    """The thing at an offset, if it can be renamed; raises NoRename."""
    pointed = thing_at(view, path, offset)
    if pointed is None:
        raise NoRename("no id stands here")
    if not any(True for _ in declarations(view, pointed.thing)):
        raise NoRename(_NAMELESS.get(pointed.thing.target, f"`{pointed.thing.id}` is declared nowhere"))
    return pointed


_NAMELESS = {
    Target.STATEMENT: "this fact has no id of its own; give it an `id:` first",
    Target.SOURCE: "this source is called after its file; give it an `id:` first",
}


def rename(view: View, path: str, offset: int, name: str) -> Changes:
    """The changes that give the thing at an offset another id; raises NoRename where that is no id, or taken."""
    thing = renamable_at(view, path, offset).thing
    try:
        check_id(name)
    except IdError as error:
        raise NoRename(f"{error.message}; {error.help}") from None
    if name == thing.id:
        return {}
    if owner := _taken_by(view, thing, name):
        raise NoRename(f"`{name}` is taken in {owner}")
    changes: dict[str, set[Replacement]] = {}
    for mention in mentions_of_thing(view.corpus, thing):
        for start, end in spans_of(view, mention):
            if view.lines(mention.at.file).text[start:end] == thing.id:
                changes.setdefault(mention.at.file, set()).add(Replacement(start, end, name))
    if (fact := fact_of(view, thing)) and thing.id not in getattr(fact.item, "formerly", ()):
        changes.setdefault(fact.at.file, set()).add(_formerly(view, fact, thing.id))
    return {file: sorted(rows, key=lambda each: each.start) for file, rows in changes.items()}


def _taken_by(view: View, thing: Thing, name: str) -> str:
    """In which sheets the new id means something already."""
    corpus = view.corpus
    if thing.target is Target.SOURCE:
        return "the site" if name in corpus.sources else ""
    briefings = [corpus.briefings[thing.briefing]] if thing.briefing else list(corpus.briefings.values())
    for briefing in briefings:
        if thing.target is Target.STATEMENT:
            taken = name in briefing.by_id and briefing.by_id[name] is not fact_of(view, thing)
        else:
            shelf = next(key for key, target in SHELVES.items() if target is thing.target)
            taken = name in getattr(briefing, shelf)
        if taken:
            return f"`{briefing.at.file}`"
    shared = next((key for key, target in SHELVES.items() if target is thing.target), "")
    return "the registry" if shared and name in getattr(corpus.registry, shared) else ""


def _formerly(view: View, fact: Fact, old: str) -> Replacement:
    """The old id, added to the earlier ones of a fact."""
    spots, text = view.spots(fact.at.file), view.lines(fact.at.file).text
    id_spot = _spot(view, fact.at.at("id"))
    earlier = _spot(view, fact.at.at("formerly"))
    if earlier is None:
        line = text.rfind("\n", 0, id_spot.key_start or 0) + 1 if id_spot else 0
        assert id_spot is not None
        assert id_spot.key_start is not None
        if _is_flow(text, id_spot, line):
            return Replacement(id_spot.end, id_spot.end, f", formerly: {old}")
        end = _line_end(text, id_spot.end)
        return Replacement(end, end, f"{_newline(text)}{' ' * (id_spot.key_start - line)}formerly: {old}")
    if earlier.style is not None:
        written = text[earlier.start : earlier.end].rstrip()
        return Replacement(earlier.start, earlier.start + len(written), f"[{written}, {old}]")
    inner = list(_items(spots, earlier))
    last = max(inner, key=lambda each: each.start)
    if text[earlier.start] == "[":
        return Replacement(last.end, last.end, f", {old}")
    end, line = _line_end(text, last.end), text.rfind("\n", 0, last.start) + 1
    dash = text.index("-", line)
    return Replacement(end, end, f"{_newline(text)}{' ' * (dash - line)}- {old}")


def _spot(view: View, at: Address) -> Spot | None:
    """The very place of an address; a lone object may stand without the list that it is an item of."""
    spots = view.spots(at.file)
    bare = tuple(step for index, step in enumerate(at.path) if index == 0 or not isinstance(step, int))
    return spots.get(at.path) or spots.get(bare)


def _items(spots: dict[tuple[str | int, ...], Spot], outer: Spot) -> Iterator[Spot]:
    return (each for each in spots.values() if outer.start <= each.start < outer.end and each.style is not None)


def _is_flow(text: str, spot: Spot, line: int) -> bool:
    """Whether an id stands in `{…}`: then something other than spaces and dashes stands before its key."""
    return bool(text[line : spot.key_start].strip(" -")) or text[spot.end : spot.end + 1] in {",", "}"}


def _line_end(text: str, offset: int) -> int:
    found = text.find("\n", offset)
    end = found if found >= 0 else len(text)
    return end - 1 if end > offset and text[end - 1 : end] == "\r" else end


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"
