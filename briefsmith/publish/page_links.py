"""Links from hand-written pages to ours: MkDocs follows `.md` files, editors copy the address out of the browser.

An address such as `briefings/river/positions/#dam` becomes the `.md` file that MkDocs knows, before MkDocs looks at it;
so it is checked like any other, its fragment too.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote, urlsplit, urlunsplit
from xml.etree import ElementTree

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

_BEFORE_MKDOCS = 1
"""MkDocs resolves links at 0; what is higher runs first."""


def to_source(link: str, page: str, sources: Mapping[str, str]) -> str:
    """The link of a page (`guide/start.md`) with the file of one of our pages in place of its address.

    `sources` gives the source URI of every page of ours by its bare address. Any other
    link is returned as it is.
    """
    parts = urlsplit(link)
    if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/") or parts.path.endswith(".md"):
        return link
    folder = posixpath.dirname(page)
    found = sources.get(bare(posixpath.normpath(posixpath.join(folder, unquote(parts.path)))))
    if found is None:
        return link
    return urlunsplit(("", "", posixpath.relpath(found, folder or "."), parts.query, parts.fragment))


def bare(address: str) -> str:
    """An address without the end that depends on `use_directory_urls`: a site that changes it keeps its links."""
    return address.removesuffix("index.html").removesuffix(".html").rstrip("/")


class PageLinks(Extension):
    """The Python-Markdown extension. `page` is set before each page is rendered."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        super().__init__()
        self.sources = sources
        self.page = ""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # the name is the base class's
        """Put it in front of what MkDocs does."""
        md.treeprocessors.register(_Rewriting(md, self), "briefsmith-links", _BEFORE_MKDOCS)


class _Rewriting(Treeprocessor):
    def __init__(self, md: Markdown, links: PageLinks) -> None:
        super().__init__(md)
        self._links = links

    def run(self, root: ElementTree.Element) -> Any:
        for element in root.iter("a"):
            if href := element.get("href"):
                element.set("href", to_source(href, self._links.page, self._links.sources))
