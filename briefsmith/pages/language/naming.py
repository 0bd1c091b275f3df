"""What actors are called in the language of a page."""

from __future__ import annotations

from collections.abc import Iterator

from briefsmith.model.objects import Actor
from briefsmith.reading.corpus import Briefing


def name_in(actor: Actor, language: str) -> str:
    """An actor's name in a language, looked up as in RFC 4647 (`zh-Hant-TW`, `zh-Hant`, `zh`), else its first."""
    names = {tag.casefold(): name for tag, name in actor.names.items()}
    return next((names[tag] for tag in _wider(language.casefold()) if tag in names), actor.name)


def actor_name(briefing: Briefing, actor: str, language: str) -> str:
    """What a page calls an actor of a briefing; the id itself where nothing is known of it.

    The name that the sheet itself gives is what its editor wants to read; those of the registry are in any language.
    """
    known = briefing.actors.get(actor)
    if known is None:
        return actor
    return known.name if actor in briefing.sheet.actors else name_in(known, language)


def _wider(tag: str) -> Iterator[str]:
    parts = tag.split("-")
    while parts:
        yield "-".join(parts)
        parts.pop()
        if parts and len(parts[-1]) == 1:  # what introduced an extension is no subtag of its own
            parts.pop()
