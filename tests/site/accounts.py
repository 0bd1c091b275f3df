"""What may stand on a page: a fact's own words, an article's, names that a sheet gives, what the interface says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml

from briefsmith.publish.inventory import list_files
from briefsmith.reading.corpus import Corpus
from briefsmith.reading.load import load
from briefsmith.settings import load_settings
from briefsmith.text.normal import normal_form
from briefsmith.text.prose import without_links
from tests.site.tree import Element, parse
from tools.words import messages

PROSE = {"bs-bottom-line", "bs-summary", "bs-because"}
FEW = 3
"""So many words are no assertion."""
_PLACEHOLDER = re.compile(r"%\(\w+\)s|\{\w+\}")
_NUMBER = re.compile(r"^\d+(?:\.| ·) ")
WORD = re.compile(r"\b[^\W\d_]{3,}\b")
_NAMING = {"title", "name", "names", "other_names", "note", "question", "role", "term", "use", "renderings"}
_ABOUT_SOURCES = {"publisher", "author", "licence", "permission", "reason", "date_note", "drafted_by", "cleared_by"}


def _whole(texts: Iterable[str]) -> re.Pattern[str]:
    """Any of these texts, the longest first, not as a part of a word."""
    found = sorted({" ".join(text.split()) for text in texts if text.strip()}, key=len, reverse=True)
    return re.compile("|".join(rf"(?<!\w){re.escape(text)}(?!\w)" for text in found))


def _labels() -> Iterator[str]:
    """What the interface may say by itself: its messages, cut where something else is put into them."""
    for message in messages():
        for text in [message.id] if isinstance(message.id, str) else message.id:
            yield from (piece.strip(" :,;.()") for piece in _PLACEHOLDER.split(text) if WORD.search(piece))


LABELS = tuple(_labels())


@dataclass(frozen=True)
class Accounts:
    """Explains the pages of a built site from its sheets, articles and editions."""

    root: Path
    site: Path

    @cached_property
    def pages(self) -> dict[str, Element]:
        """The main part of every page that is made from sheets, by its path."""
        paths = [path for path in list_files(self.site) if path.endswith("index.html")]
        found = {path: parse((self.site / path).read_text("utf-8")).one("main") for path in paths}
        return {path: page for path, page in found.items() if page.all(class_="bs-page")}

    @cached_property
    def corpus(self) -> Corpus:
        """What the site was made from."""
        return load(load_settings(self.root / "mkdocs.yml").settings)

    def unexplained(self, page: Element) -> Iterator[str]:
        """The texts on a page that assert something and belong to nothing."""
        for element, text in _leaves(page):
            if not self._is_explained(element, text) and len(WORD.findall(self.rest_of(text))) > FEW:
                yield text

    def rest_of(self, text: str) -> str:
        """A text without what sheets call things and without what the interface says."""
        return self._names.sub(" ", text)

    def _is_explained(self, element: Element, text: str) -> bool:
        above = [element, *_ancestors(element)]
        classes = {name for each in above for name in each.classes}
        # In a citation: its entry for programs, which says what its words say beside it, and the page's own address.
        if "bs-record" in classes or ("bs-cite" in classes and re.fullmatch(r"https?://\S+", text)):
            return True
        if "bs-toc" in classes and _repeats_its_target(element, above[-1], text):
            return True
        if any(map(_belongs_to_a_fact, above)) or classes & PROSE or _leads_to_a_fact(element):
            return True
        if drawn := next((each for each in above if each.get("data-draws")), None):
            return _is_of_drawn_fact(drawn, above[-1], text)
        if "bs-sentence" in classes:
            return any(normal_form(text) in article for article in self._articles)
        if "bs-change" in classes:
            return " ".join(text.split()) in self._once_said
        # The words above the list on the home page are a page of the desk's own, `docs/index.md`.
        return "bs-lead" in classes

    @cached_property
    def _names(self) -> re.Pattern[str]:
        """Labels, names of things, what is noted of sources; no sentence of a statement, which must name its fact."""
        trees = [yaml.load(path.read_text("utf-8"), yaml.BaseLoader) for path in self._files("briefings", "registry")]
        trees += [yaml.load(path.read_text("utf-8"), yaml.BaseLoader) for path in self._files("seeds")]
        return _whole([*LABELS, *(text for tree in trees for text in _named(tree, ""))])

    @cached_property
    def _once_said(self) -> frozenset[str]:
        """Every value that a sheet has or had in one of the editions, as the page of changes shows it."""
        trees = [yaml.load(path.read_text("utf-8"), yaml.BaseLoader) for path in self._files("briefings", "editions")]
        values = {" ".join(without_links(text).split()) for tree in trees for text in _texts(tree)}
        return frozenset(values | {f"{one}, {other}" for one in values for other in values if one[:4].isdigit()})

    @cached_property
    def _articles(self) -> list[str]:
        return [normal_form(source.article.file.text) for source in self.corpus.sources.values() if source.article]

    def _files(self, *folders: str) -> list[Path]:
        return [path for folder in folders for path in sorted((self.root / folder).rglob("*.yml"))]


def _leaves(element: Element) -> Iterator[tuple[Element, str]]:
    """Every piece of text with the element it stands in, those of drawings too."""
    for child in element.children:
        if isinstance(child, str):
            if child.strip():
                yield element, " ".join(child.split())
        else:
            yield from _leaves(child)


def _ancestors(element: Element) -> Iterator[Element]:
    while element.parent is not None:
        element = element.parent
        yield element


def _repeats_its_target(element: Element, page: Element, text: str) -> bool:
    """Whether an entry of the contents says what stands at the place on the page to which it leads."""
    link = next((each for each in (element, *_ancestors(element)) if each.tag == "a"), None)
    targets = page.all(id=link.get("href").removeprefix("#")) if link else []
    return any(text in " ".join(each.text.split()) for each in targets)


def _belongs_to_a_fact(element: Element) -> bool:
    """Whether it is a fact's own place, a reference to one, evidence, an actor's place, or a date in words."""
    is_fact = any(element.get(mark) for mark in ("data-fact", "data-fact-ref"))
    return is_fact or element.tag == "time" or element.get("id").startswith(("ev:", "actor:", "note:"))


def _is_of_drawn_fact(drawn: Element, page: Element, text: str) -> bool:
    """Whether a fact that a part of a drawing stands for says this on the same page, outside the drawing."""
    name = drawn["data-draws"]
    facts = [each for each in page.all() if name in (each.get("id"), each.get("data-fact-ref").partition("#")[2])]
    said = [fact.words for fact in facts]
    line = _NUMBER.sub("", text).removesuffix("…")
    halves = [(line[: found.start()], line[found.end() :]) for found in re.finditer(": ", line)]
    return any(line in words or any(one in words and two in words for one, two in halves) for words in said)


def _leads_to_a_fact(element: Element) -> bool:
    return element.tag == "a" and "#" in element.get("href")


def _named(tree: object, key: str) -> Iterator[str]:
    """The texts under keys that name things; under `actors`, `issues` and the like a text alone is a name."""
    if isinstance(tree, dict):
        for name, value in tree.items():
            shelf = key in {"actors", "issues"} and isinstance(value, str)
            yield from _named(value, "name" if shelf else key if key in {"names", "renderings"} else name)
    elif isinstance(tree, list):
        for value in tree:
            yield from _named(value, key)
    elif isinstance(tree, str) and key in _NAMING | _ABOUT_SOURCES:
        yield tree


def _texts(tree: object) -> Iterator[str]:
    if isinstance(tree, dict):
        tree = list(tree.values())
    if isinstance(tree, list):
        for value in tree:
            yield from _texts(value)
    elif isinstance(tree, str):
        yield tree
