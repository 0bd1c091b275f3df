"""Quotes offered from the articles: sentences and clauses that hold what was typed, written as YAML wants them."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from briefsmith.evidence.tracing import Ledger, SentenceState
from briefsmith.lsp.sites import View
from briefsmith.lsp.typing_place import TypingPlace
from briefsmith.text.normal import folded_form

_WIDTH = 110
"""Columns of a line of a block scalar, its indentation not counted."""
_MOST = 60
_CLAUSE = re.compile(r"(?<=[,;:—–])\s+|\s+(?=[—–(])")
_LEAST = 12
"""Characters of a clause that is worth a line of its own."""


@dataclass(frozen=True)
class Offer:
    """A passage of an article, its white space made plain."""

    text: str
    source: str
    place: str
    """`file:line`."""
    state: SentenceState
    rank: int
    """Where it stands among the offers: whole sentences on which nothing rests first."""


def offers(view: View, sources: list[str], typed: str) -> list[Offer]:
    """The passages of some sources that go on with, or hold, what was typed."""
    wanted = folded_form(typed.strip().strip("\"'>|- ")).lower()
    ledgers = view.checked.dossier.evidence.ledgers
    found = [each for name in sources if name in ledgers for each in _of_source(ledgers[name], wanted)]
    return sorted(dict.fromkeys(found), key=lambda each: each.rank)[:_MOST]


def _of_source(ledger: Ledger, wanted: str) -> Iterator[Offer]:
    article = ledger.source.article
    if article is None:
        return
    words = wanted.split()
    for entry in ledger.entries:
        whole = " ".join(article.file.text[entry.sentence.start : entry.sentence.end].split())
        folded = folded_form(whole).lower()
        if not all(word in folded for word in words):
            continue
        place = f"{article.file.path}:{article.file.position(entry.sentence.start)[0]}"
        is_used = entry.state is not SentenceState.UNREAD
        passages = [whole, *_from_words(whole, wanted), *_clauses(whole)] if words else [whole]
        for passage in dict.fromkeys(passages):
            at = folded_form(passage).lower().find(wanted)
            if at >= 0 or passage is whole:
                # What begins with the very words comes first, then what holds them, then what holds each of them.
                rank = 0 if at == 0 else 2 if at > 0 else 4
                yield Offer(passage, ledger.source.id, place, entry.state, rank + is_used)


def _from_words(sentence: str, wanted: str) -> Iterator[str]:
    """From the words that were typed to the end of their sentence, without its full stop."""
    start = folded_form(sentence).lower().find(wanted)
    if start > 0 and len(folded_form(sentence)) == len(sentence) and not sentence[start - 1].isalnum():
        yield sentence[start:].rstrip(".")


def _clauses(sentence: str) -> Iterator[str]:
    parts = [part.strip(" ,;:—–()") for part in _CLAUSE.split(sentence)]
    yield from (part for part in parts if len(part) >= _LEAST and part in sentence)


def written(offer: Offer, place: TypingPlace) -> str:
    """An offer as YAML: in a block as it stands, in brackets in quotation marks, else as a block of its own."""
    indent = " " * place.indent
    if place.style == "block":
        return _wrapped(offer.text, indent)
    if place.typed.startswith("'"):
        return "'" + offer.text.replace("'", "''") + "'"
    if place.style == "flow" or place.typed.startswith('"'):
        return json.dumps(offer.text, ensure_ascii=False)
    return f">-\n{indent}{_wrapped(offer.text, indent)}"


def _wrapped(text: str, indent: str) -> str:
    lines = textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)
    return f"\n{indent}".join(lines)
