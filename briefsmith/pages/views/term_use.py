"""Which terms of the registry a briefing uses: those that its facts refer to, and those whose words stand in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefsmith.model.objects import Term
from briefsmith.reading.corpus import Briefing
from briefsmith.text.normal import normal_form


def used_terms(briefing: Briefing) -> frozenset[str]:
    """The ids of the terms that a briefing uses."""
    words = "\n".join(_words(briefing))
    referred = {name for fact in briefing.facts for name in _references(fact.item)}
    return frozenset(
        name for name, term in briefing.terms.items() if name in referred or _pattern(term).search(words) is not None
    )


def _references(item: object) -> Iterator[str]:
    for key in ("places", "about", "basis", "members", "broader"):
        value = getattr(item, key, None) or ()
        for each in (value,) if isinstance(value, str) else value:
            yield str(each).removeprefix("term:")


def _words(briefing: Briefing) -> Iterator[str]:
    """What the desk wrote and what it quotes, in normal form and without regard to case."""
    sheet = briefing.sheet
    yield from (_folded(text) for text in (sheet.title, sheet.bottom_line, sheet.summary) if text)
    for fact in briefing.facts:
        yield _folded(fact.sentence)
        yield from (_folded(quote.exact) for quote, _ in fact.quotes if quote.exact)


def _pattern(term: Term) -> re.Pattern[str]:
    words = (term.term, *term.other_names, *term.renderings)
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(_folded(word)) for word in words) + r")(?!\w)")


def _folded(text: str) -> str:
    return normal_form(text).casefold()
