"""Markdown fields: the few fields of a sheet in which an editor writes running text with references to facts."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import markdown
import nh3

from briefsmith.text.sentences import split_sentences

_TAGS = {"p", "em", "strong", "a", "ul", "ol", "li", "br"}
_FACT_LINK = re.compile(r"\[(?P<words>[^\[\]]+)\]\(#(?P<target>[^()\s]+)\)")
_WEB_LINK = re.compile(r"\[[^\[\]]+\]\(\s*<?(?P<target>[^#()<>\s][^()<>\s]*)")
_SCHEMES = ("http://", "https://", "mailto:")
_MARK = "\ufdd2"
"""Stands for a mark while Markdown is converted; no character of any text, and dropped where an editor has it."""
_HTML_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", _MARK: None})


@dataclass(frozen=True, slots=True)
class FactLink:
    """`[words](#target)` in a prose field; `start` is its offset in the field's text."""

    words: str
    target: str
    start: int
    end: int


def fact_links(text: str) -> list[FactLink]:
    """The references to facts in a prose field, in order."""
    return [FactLink(match["words"], match["target"], *match.span()) for match in _FACT_LINK.finditer(text)]


def web_links(text: str) -> list[str]:
    """The addresses outside the site to which a prose field links, in order."""
    return [match["target"] for match in _WEB_LINK.finditer(text)]


def without_links(text: str) -> str:
    """The field's words alone, as a reader hears them."""
    return _FACT_LINK.sub(lambda match: match["words"], text)


def sentences_alone(text: str, language: str) -> list[tuple[int, int]]:
    """The sentences of a prose field that refer to no fact, as spans of its text."""
    links = fact_links(text)
    # The splitter sees what a reader sees: a full stop inside `[He came.](#id)` would end nothing for it.
    places = _places_of_words(text, links)
    plain = "".join(text[place] for place in places)
    spans = ((places[each.start], places[each.end - 1] + 1) for each in split_sentences(plain, language))
    return [(start, end) for start, end in spans if not any(link.start < end and start < link.end for link in links)]


def prose_html(
    text: str, url_of_fact: Callable[[str], str | None], marked: tuple[int, ...] = (), mark: str = ""
) -> str:
    """A prose field as clean HTML; at each of the offsets `marked` of its text stands `mark`, which is HTML.

    A reference whose fact has no URL keeps its words and loses its link, and so does an address without one of the
    schemes for pages and mail, such as `//host/`.
    """

    def attribute(tag: str, name: str, value: str) -> str | None:
        if tag == "a" and name == "href" and value.startswith("#"):
            return url_of_fact(value[1:])
        return value if value.startswith(_SCHEMES) else None

    # HTML is escaped before Markdown sees it, so that tags an editor typed are printed and never interpreted.
    parts = [text[slice(*span)].translate(_HTML_ESCAPES) for span in pairwise((0, *marked, len(text)))]
    html = _converter().reset().convert(_MARK.join(parts))
    clean: str = nh3.clean(
        html,
        tags=_TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto"},
        attribute_filter=attribute,
    )
    return clean.replace(_MARK, mark)


def _places_of_words(text: str, links: list[FactLink]) -> list[int]:
    """The offsets of all characters but those that make the references to facts."""
    hidden: set[int] = set()
    for link in links:
        first = link.start + 1
        hidden |= {link.start, *range(first + len(link.words), link.end)}
    return [place for place in range(len(text)) if place not in hidden]


@cache
def _converter() -> markdown.Markdown:
    return markdown.Markdown(extensions=["sane_lists"], output_format="html")
