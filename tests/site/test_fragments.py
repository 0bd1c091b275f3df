"""Text fragments find the exact words of every quote, by the matching rules of WICG's URL Fragment Text Directives."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest

from briefsmith.analysis.dossier import Dossier
from briefsmith.evidence.tracing import Citation
from briefsmith.pages.views.quotes import on_the_web
from briefsmith.reading.load import load
from briefsmith.settings import load_settings
from briefsmith.values.weburl import text_fragment
from tests.site.desk import ROOT

SITES = [ROOT / "mkdocs.yml", ROOT / "examples" / "sella" / "mkdocs.yml"]
"""The sample and the invented example."""


def find(fragment: str, text: str) -> tuple[int, int] | None:
    """The first passage of a page's text that the directive matches; white space is one, case does not count.

    Prefix, start, end and suffix follow each other with nothing but white space between prefix and start and between
    end and suffix; each must begin and end where a word does.
    """
    parts = fragment.partition(":~:text=")[2].split(",")
    prefix = unquote(parts.pop(0)[:-1]) if parts[0].endswith("-") else ""
    suffix = unquote(parts.pop()[1:]) if parts[-1].startswith("-") else ""
    start, *end = map(unquote, parts)
    pattern = r"(?<!\w)" + (_words(prefix) + r"\s*(?<!\w)" if prefix else "") + f"(?P<here>{_words(start)}"
    pattern += rf"(?!\w).*?(?<!\w){_words(end[0])})" if end else ")"
    pattern += r"(?!\w)" + (rf"\s*{_words(suffix)}(?!\w)" if suffix else "")
    found = re.search(pattern, text, re.IGNORECASE | re.DOTALL)
    return found.span("here") if found else None


def _words(text: str) -> str:
    return r"\s+".join(map(re.escape, text.split()))


def citations(site: Path) -> list[Citation]:
    """Every quote that was found in its article."""
    dossier = Dossier(load(load_settings(site).settings))
    return [each for each in dossier.evidence.citations if each.match and each.source]


@pytest.mark.parametrize("site", SITES, ids=["sample", "example"])
def test_fragment_of_every_quote_finds_its_words(site: Path) -> None:
    """In the article's own text the fragment leads to the place of the quote, also where its words stand twice."""
    wrong, tried = [], 0
    for citation in citations(site):
        assert citation.match
        assert citation.source
        assert citation.source.article
        text = citation.source.article.file.text
        record = citation.source.record.model_copy(update={"url": "https://example.org/article"})
        object.__setattr__(citation.source, "record", record)
        fragment, _ = on_the_web(citation, text)
        tried += 1
        if find(fragment, text) != (citation.match.start, citation.match.end):
            wrong.append((citation.quote.exact, fragment))

    assert tried > 80
    assert wrong == []


def test_finder_refuses_half_words() -> None:
    """The test's own finder keeps the rule of whole words, so that it can fail."""
    assert find(text_fragment("https://example.org/", "cease"), "A ceasefire holds.") is None
    assert find(text_fragment("https://example.org/", "holds"), "A ceasefire holds.") == (12, 17)
