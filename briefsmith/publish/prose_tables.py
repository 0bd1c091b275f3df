"""Tables of hand-written pages: Markdown gives them neither name nor scope, and who only hears them needs both."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

_BETWEEN = 10
"""Inline markup is resolved at 20, so headings have their words; the sign for a link to them is added at 5."""
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


class ProseTables(Extension):
    """The Python-Markdown extension: the heading above a table names it, and column headers say what they are."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # the name is the base class's
        """Put it behind what makes tables and headings."""
        md.treeprocessors.register(_Naming(md), "briefsmith-tables", _BETWEEN)


class _Naming(Treeprocessor):
    def run(self, root: ElementTree.Element) -> Any:
        heading = ""
        for element in root.iter():
            if element.tag in _HEADINGS:
                heading = "".join(element.itertext())
            elif element.tag == "table":
                _name(element, heading)


def _name(table: ElementTree.Element, heading: str) -> None:
    for header in table.findall("./thead/tr/th"):
        header.set("scope", "col")
    if heading and table.find("caption") is None:
        caption = ElementTree.Element("caption", {"class": "bs-hidden"})
        caption.text = heading
        table.insert(0, caption)
