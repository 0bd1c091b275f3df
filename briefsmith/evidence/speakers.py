"""Who says a quoted sentence, where that is beyond doubt: a known name right beside the sentence's only speech verb."""

from __future__ import annotations

import re

from briefsmith.evidence.naming import sentences_of
from briefsmith.evidence.negation import primary
from briefsmith.evidence.speech_lists import LISTS
from briefsmith.evidence.tracing import Citation
from briefsmith.evidence.whole_words import whole_words
from briefsmith.model.vocabulary import ActorType
from briefsmith.reading.corpus import Briefing

_CLOSED = re.compile(r"[\"”“»’][,.]?\s*$")


def speaker_beside(citation: Citation, briefing: Briefing) -> tuple[str, str]:
    """The id of the actor and the words that say so, such as `Holt said`; both empty where there is any doubt.

    Told only in languages with lists of such verbs, for one quoted sentence with one such verb outside the quote.
    """
    if citation.source is None or primary(citation.source.language) not in LISTS or len(citation.sentences) != 1:
        return "", ""
    text = " ".join(sentences_of(citation).split())
    quoted = text.find(" ".join(citation.quote.exact.split()))
    found = list(whole_words(LISTS[primary(citation.source.language)].verbs).finditer(text))
    if quoted < 0 or len(found) != 1 or quoted <= found[0].start() < quoted + len(citation.quote.exact):
        return "", ""
    fitting = {(name, words) for name in briefing.actors for words in _beside(name, briefing, text, found[0])}
    actors = {name for name, _ in fitting}
    return max(fitting, key=lambda row: len(row[1])) if len(actors) == 1 else ("", "")


def _beside(actor: str, briefing: Briefing, text: str, verb: re.Match[str]) -> list[str]:
    """The words of an actor's name with the verb, where it stands right before it, or behind a quotation and it."""
    known = briefing.actors[actor]
    if known.type in {ActorType.MEDIA, ActorType.GROUP}:
        return []
    found = []
    for name in {known.name, known.name.split()[-1], *known.other_names}:
        if re.search(rf"(?<![\w’'-]){re.escape(name)}\s$", text[: verb.start()]):
            found.append(f"{name} {verb[0]}")
        elif _CLOSED.search(text[: verb.start()]) and re.match(rf"\s{re.escape(name)}(?![\w’'-])", text[verb.end() :]):
            found.append(f"{verb[0]} {name}")
    return found
