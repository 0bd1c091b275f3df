"""Every word of a briefing accounts for itself: it belongs to a fact, to prose that refers to facts, or is a label.

The labels are the messages of the templates and of the rooms that word things, read from the sources: a sentence that
a template asserted on its own would have to be marked for translation, and would be seen here only as a label if it
says nothing about the case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir

from briefsmith.publish.inventory import list_files
from briefsmith.reading.load import load
from briefsmith.settings import Settings
from briefsmith.text.prose import without_links
from tests.site.desk import BRIEFING, ROOT, Desk
from tests.site.tree import Element

PROSE = {"bs-bottom-line", "bs-summary", "bs-because"}
_PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w+\}")
_SENTENCE = re.compile(r"[^.!?]+[.!?]+(?=\s|$)|[^.!?]+$")


@cache
def labels() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What the interface may say by itself: the messages without variables, and those with anything in their place."""
    methods = [("templates/**.html", "jinja2"), ("briefsmith/pages/labels.py", "python")]
    options = {"templates/**.html": {"trimmed": "true"}}
    keywords = {"_": None, "gettext": None, "ngettext": (1, 2), "said": None}
    found = extract_from_dir(ROOT, methods, options, keywords=keywords)
    messages = {text for _, _, message, *_ in found for text in ([message] if isinstance(message, str) else message)}
    fixed = sorted((text for text in messages if not _PLACEHOLDER.search(text)), key=len, reverse=True)
    open_ = sorted((text for text in messages if _PLACEHOLDER.search(text)), key=len, reverse=True)
    patterns = (r"\S+(?: \S+){0,3}?".join(map(re.escape, _PLACEHOLDER.split(text))) for text in open_)
    return re.compile("|".join(map(re.escape, filter(str.strip, fixed)))), re.compile("|".join(patterns))


def without_labels(text: str) -> str:
    """A text without what the interface says."""
    fixed, open_ = labels()
    return open_.sub("", fixed.sub("", text))


@cache
def names(root: Path) -> frozenset[str]:
    """What the sheet calls things: titles, actors, offices, issues, questions, terms, places, dates as written."""
    corpus = load(Settings(root))
    words: set[str] = set()
    for briefing in corpus.briefings.values():
        words |= {briefing.sheet.title, "Briefing Desk"}
        for actor in briefing.actors.values():
            words |= {actor.name, *actor.other_names, *actor.names.values(), actor.note or ""}
            words |= {f"{post.role}, {briefing.actors[post.organization].name}" for post in actor.all_posts}
        for issue in briefing.issues.values():
            words |= {issue.title, issue.question or "", issue.note or ""}
    for source in corpus.sources.values():
        words |= {source.record.title or "", source.record.note or "", source.record.publisher or ""}
    return frozenset(words)


@pytest.fixture(scope="module")
def pages(published: Desk) -> dict[str, Element]:
    """The pages of the briefing."""
    files = [path for path in list_files(published.site) if path.startswith(BRIEFING) and path.endswith("index.html")]
    return {path: published.page(path.removesuffix("index.html")).one("main") for path in files}


def leaves(element: Element) -> Iterator[tuple[Element, str]]:
    """Every piece of text with the element it stands in, but for drawings."""
    for child in element.children:
        if isinstance(child, str):
            if child.strip():
                yield element, " ".join(child.split())
        elif child.tag != "svg":
            yield from leaves(child)


def belongs_to_a_fact(element: Element) -> bool:
    """Whether it stands in a fact's own place, in a reference to one, in evidence, or is a date in words."""
    marks = ("data-fact", "data-fact-ref")
    is_date = element.tag in {"time", "bdi"}
    return (
        is_date or any(mark in element.attributes for mark in marks) or element.get("id").startswith(("ev:", "actor:"))
    )


def test_every_sentence_of_a_briefing_accounts_for_itself(published: Desk, pages: dict[str, Element]) -> None:
    """What is neither a fact's, nor prose with references, nor a name of the sheet, is a label and nothing more."""
    unaccounted = []
    for path, page in pages.items():
        for element, text in leaves(page):
            around = element if belongs_to_a_fact(element) else element.up(belongs_to_a_fact)
            is_prose = element.up(lambda each: bool(PROSE & set(each.classes))) or PROSE & set(element.classes)
            is_link_to_a_fact = element.tag == "a" and "#" in element.get("href")
            if around or is_prose or is_link_to_a_fact or text in names(published.root):
                continue
            rest = text
            for name in sorted(names(published.root), key=len, reverse=True):
                rest = rest.replace(name, "") if name else rest
            rest = without_labels(rest)
            if len(re.findall(r"[^\W\d_]{3,}", rest)) > 3:
                unaccounted.append((path, text[:120]))
    assert unaccounted == []


def test_every_sentence_of_prose_refers_to_a_fact(published: Desk, pages: dict[str, Element]) -> None:
    """The desk's own running text leads from each sentence to a fact on the site."""
    sheet = next(iter(load(Settings(published.root)).briefings.values())).sheet
    for name, text in (("bottom_line", sheet.bottom_line), ("summary", sheet.summary)):
        assert text, name
    overview = pages[f"{BRIEFING}index.html"]
    for class_ in ("bs-bottom-line", "bs-summary"):
        prose = overview.one(class_=class_)
        links = [link.words for link in prose.all("a")]
        sentences = [each.strip() for each in _SENTENCE.findall(prose.words) if each.strip()]
        alone = [each for each in sentences if not any(link in each for link in links)]
        assert alone == []
    assert without_links(sheet.bottom_line or "").split() == overview.one(class_="bs-bottom-line").words.split()


@pytest.mark.parametrize(
    "sentence",
    [
        "Russia has lost the war and must leave the whole territory.",
        "Sources close to the talks expect a deal by spring.",
    ],
)
def test_an_assertion_of_the_templates_own_is_seen(sentence: str) -> None:
    """What no fact, name or label explains would be reported."""
    assert len(re.findall(r"[^\W\d_]{3,}", without_labels(sentence))) > 3
