"""Markdown fields: the few fields of a sheet in which an editor writes running text with references to facts."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import markdown
import nh3

_TAGS = {"p", "em", "strong", "a", "ul", "ol", "li", "br"}
_FACT_LINK = re.compile(r"\[(?P<words>[^\[\]]+)\]\(#(?P<target>[^()\s]+)\)")
_WEB_LINK = re.compile(r"\[[^\[\]]+\]\(\s*<?(?P<target>[^#()<>\s][^()<>\s]*)")
_SCHEMES = ("http://", "https://", "mailto:")
_HTML_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


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


def prose_html(text: str, url_of_fact: Callable[[str], str | None]) -> str:
    """A prose field as clean HTML.

    A reference whose fact has no URL keeps its words and loses its link, and so does an address without one of the
    schemes for pages and mail, such as `//host/`.
    """

    def attribute(tag: str, name: str, value: str) -> str | None:
        if tag == "a" and name == "href" and value.startswith("#"):
            return url_of_fact(value[1:])
        return value if value.startswith(_SCHEMES) else None

    # HTML is escaped before Markdown sees it, so that tags an editor typed are printed and never interpreted.
    html = _converter().reset().convert(text.translate(_HTML_ESCAPES))
    clean: str = nh3.clean(
        html,
        tags=_TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto"},
        attribute_filter=attribute,
    )
    return clean


@cache
def _converter() -> markdown.Markdown:
    return markdown.Markdown(extensions=["sane_lists"], output_format="html")
