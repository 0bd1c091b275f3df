"""Documentation that is generated: the manual of findings and the reference of fields."""

from __future__ import annotations

from collections.abc import Iterator

from briefsmith.findings.catalogue import CATALOGUE
from briefsmith.findings.manual import render_index, render_page
from briefsmith.model.reference import reference_page


def generated_docs() -> Iterator[tuple[str, str]]:
    """Source URI and Markdown of each page; a page of the same name in `docs/` takes its place."""
    yield "reference.md", reference_page()
    yield "checks/index.md", render_index()
    for code in CATALOGUE.by_number.values():
        yield f"checks/{code.number}.md", render_page(code)
