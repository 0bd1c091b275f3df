"""Documentation that is generated: the manual of findings and the reference of fields.

They are for editors. A site whose pages are for readers has none of them; one that links to them, in its navigation or
from a page of `docs/`, has them all, for they refer to each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefsmith.findings.catalogue import CATALOGUE
from briefsmith.findings.manual import render_index, render_page
from briefsmith.model.reference import reference_page

_LINK = re.compile(
    r"""(?:\]\(<?|\]:\s*<?|href=["'])(?:\.{0,2}/)*(?:checks/|reference(?:\.md|\.html|/))|^(?:checks/|reference\.md)"""
)
"""A link of Markdown or HTML to one of them, or its name in a navigation."""


def generated_docs() -> Iterator[tuple[str, str]]:
    """Source URI and Markdown of each page; a page of the same name in `docs/` takes its place."""
    yield "reference.md", reference_page()
    yield "checks/index.md", render_index()
    for code in CATALOGUE.by_number.values():
        yield f"checks/{code.number}.md", render_page(code)


def asks_for_manual(nav: object, pages: Iterable[str]) -> bool:
    """Whether the navigation of a site or the Markdown of one of its pages leads to the manual or the reference."""
    return any(_LINK.match(leaf) for leaf in _leaves(nav)) or any(_LINK.search(text) for text in pages)


def _leaves(nav: object) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, dict):
        for each in nav.values():
            yield from _leaves(each)
    elif isinstance(nav, list):
        for each in nav:
            yield from _leaves(each)
