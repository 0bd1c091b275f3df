"""What a site has already, so that a draft calls the same things by the same ids and repeats nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from briefsmith.drafting.intake import Intake
from briefsmith.drafting.trouble import DraftingTrouble
from briefsmith.model.objects import Actor
from briefsmith.reading.corpus import Corpus
from briefsmith.reading.sources import sidecar_path


@dataclass(frozen=True)
class Known:
    """The registry's part of a site, as a draft needs it."""

    actors: Mapping[str, str]
    """Ids by name, by other names and by last name."""
    issues: frozenset[str]


def known_of(corpus: Corpus) -> Known:
    """What the registry has."""
    return Known(ids_by_name(corpus.registry.actors), frozenset(corpus.registry.issues))


def ids_by_name(actors: Mapping[str, Actor]) -> dict[str, str]:
    """The ids of actors by all their names; a last name, like an id, leads to an actor only where no other has it."""
    found: dict[str, str] = {}
    for name, actor in actors.items():
        last = actor.name.split()[-1]
        for written in (actor.name, *actor.other_names, *actor.names.values(), last, name):
            found.setdefault(written, name)
    return found


def recorded(taken: Intake, corpus: Corpus) -> Intake:
    """The article under the id and the day that the site knows for it; another one where its id is taken."""
    for name, source in corpus.sources.items():
        if source.record.file == taken.path:
            day = source.record.date.earliest if source.record.date else None
            return replace(taken, id=name, day=taken.day or day, language=source.language, is_recorded=True)
    if (corpus.settings.root / sidecar_path(taken.path)).is_file():
        help_ = f"put what it says into a sheet yourself, or move `{sidecar_path(taken.path)}` away and try again"
        raise DraftingTrouble(f"`{taken.path}` has a sidecar, and no sheet uses it yet", help_)
    return replace(taken, id=free_id(taken.id, corpus.sources))


def free_id(wanted: str, taken: Iterable[str]) -> str:
    """An id that nothing has."""
    names = set(taken)
    proposals = (wanted, *(f"{wanted[:60]}-{number}" for number in range(2, len(names) + 3)))
    return next(each for each in proposals if each not in names)


def check_free(path: str, corpus: Corpus) -> None:
    """Refuse a sheet that is there already, under whichever ending; raises `DraftingTrouble`."""
    stem = PurePosixPath(path).stem
    for ending in (".yml", ".yaml"):
        other = f"{corpus.settings.briefings_dir}/{stem}{ending}"
        if (corpus.settings.root / other).exists():
            help_ = f"choose another id with `--id`, or add the article to that sheet: `new --append {other} SEED`"
            raise DraftingTrouble(f"`{other}` is there already", help_)
