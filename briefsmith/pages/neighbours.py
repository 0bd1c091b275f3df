"""What stands before and after a page: pages of a briefing in the order of its tabs, others in that of their index."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefsmith.pages.language.labels import Gettext
from briefsmith.pages.views.briefing_view import BriefingView


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A page beside another one."""

    rel: str
    """`prev` or `next`."""
    label: str
    """What it is to this one, such as `Next page`."""
    title: str
    url: str
    language: str = ""
    """Of the title, where it is another one than the page's."""


def between_pages(view: BriefingView) -> dict[str, tuple[Neighbour, ...]]:
    """The neighbours of each page of a briefing."""
    rows = [(tab.label, tab.url) for tab in view.tabs]
    return dict(zip(view.pages, in_line(rows, view.gettext), strict=True))


def between_briefings(views: Sequence[BriefingView], number: int) -> tuple[Neighbour, ...]:
    """The briefings before and after one of them; they stand newest first."""
    here, found = views[number], []
    for rel, place in (("prev", number - 1), ("next", number + 1)):
        if 0 <= place < len(views):
            view = views[place]
            label = here.gettext("Newer briefing") if rel == "prev" else here.gettext("Older briefing")
            language = "" if view.language == here.language else view.language
            found.append(Neighbour(rel, label, view.title, view.url, language))
    return tuple(found)


def in_line(rows: Sequence[tuple[str, str]], gettext: Gettext) -> list[tuple[Neighbour, ...]]:
    """The neighbours of each of these pages, given by title and address."""
    found: list[tuple[Neighbour, ...]] = [() for _ in rows]
    for number, (one, other) in enumerate(pairwise(rows)):
        found[number] += (Neighbour("next", gettext("Next page"), *other),)
        found[number + 1] = (Neighbour("prev", gettext("Previous page"), *one), *found[number + 1])
    return found
