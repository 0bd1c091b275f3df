"""Words in another language say so wherever they stand: every quote and every translation of every page."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator

import pytest
import yaml

from briefsmith.reading.corpus import Source
from briefsmith.reading.load import load
from briefsmith.settings import load_settings
from tests.site.desk import ROOT, Desk, built
from tests.site.tree import Element

SITES = {"sample": ROOT, "example": ROOT / "examples/sella", "two-scripts": ROOT / "tests/data/two-scripts"}
RIGHT_TO_LEFT = {"ar", "he", "fa", "ur"}


@pytest.fixture(scope="module", params=["sample", "example", "two-scripts"])
def desk(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, published: Desk) -> Desk:
    """One of the sites, built."""
    if request.param == "sample":
        return published
    folder = tmp_path_factory.mktemp("foreign") / "site"
    shutil.copytree(SITES[request.param], folder, ignore=shutil.ignore_patterns("site", "draft", ".*"))
    shutil.copy(ROOT / "build.py", folder)
    return built(Desk(folder))


def test_every_quote_says_its_language(desk: Desk) -> None:
    """Each quote, and the sentence around it, has the language and the direction of the source that it names."""
    languages = {source.id: source.language for source in sources(desk)}
    wrong, counted = [], Counter[str]()
    for url in desk.urls:
        for quote in desk.page(url).all("blockquote", "bs-quote"):
            language = languages[quote["data-source"]]
            counted[language] += 1
            passage = quote.up(lambda each: "bs-passage" in each.classes) or quote
            said = {(each.get("lang"), each.get("dir")) for each in (quote, passage)}
            if said != {(language, direction(language))}:
                wrong.append((url, quote.words, said))

    assert wrong == []
    assert set(counted) == set(languages.values())


def test_every_translation_says_its_language(desk: Desk) -> None:
    """A translation has the language and direction of the sheet that gives it, on pages of any language."""
    given = dict(translations(desk))
    wrong, counted = [], set()
    for url in desk.urls:
        for words in desk.page(url).all("p", "bs-translation"):
            if not words.words:
                continue  # the pattern of a result on the page of the search
            (language,) = {into for each, into in given.items() if words.words.startswith(each)}
            counted.add(language)
            if (words.get("lang"), words.get("dir")) != (language, direction(language)):
                wrong.append((url, words.words, words.attributes))

    assert wrong == []
    assert counted == set(given.values())


def test_quote_in_another_language_is_translated(desk: Desk) -> None:
    """A quote of a sheet in another language than the sheet's has a translation beside it on its pages.

    What names an actor of the registry is quoted on pages in any language, and translated at most into the site's.
    """
    wrong = []
    shared = {place(each) for url in desk.urls if url.startswith("actors/") for each in quotes(desk, url)}
    for url in (url for url in desk.urls if url.startswith("briefings/")):
        page = desk.page(url)
        own = page.one(class_="bs-briefing")["lang"]
        for quote in quotes(desk, url):
            figure = quote.up(lambda each: each.tag == "figure")
            assert figure
            if (
                place(quote) not in shared
                and quote["lang"].split("-")[0] != own.split("-")[0]
                and not is_translated(figure)
            ):
                wrong.append((url, quote.words))

    assert wrong == []


def test_sentences_of_a_source_say_its_language(desk: Desk) -> None:
    """The page of a source shows each of its sentences in the source's language and direction."""
    for source in sources(desk):
        sentences = desk.page(f"sources/{source.id}/").all("p", "bs-sentence")
        assert sentences
        assert {(each.get("lang"), each.get("dir")) for each in sentences} == {
            (source.language, direction(source.language))
        }


def sources(desk: Desk) -> list[Source]:
    """The sources of a site that have a text."""
    found = load(load_settings(desk.root / "mkdocs.yml").settings).sources.values()
    return [source for source in found if source.article]


def quotes(desk: Desk, url: str) -> list[Element]:
    """The quotes on a page."""
    return desk.page(url).all("blockquote", "bs-quote")


def place(quote: Element) -> tuple[str, str, str]:
    """Where a quote stands in which source."""
    return quote["data-source"], quote["data-start"], quote["data-end"]


def translations(desk: Desk) -> Iterator[tuple[str, str]]:
    """Every translation that a sheet or the registry gives, with the sheet's own or the site's language."""
    site = load_settings(desk.root / "mkdocs.yml").settings.language
    for file in [*(desk.root / "briefings").glob("*.yml"), *(desk.root / "registry").glob("*.yml")]:
        tree = yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)
        yield from ((" ".join(text.split()), tree.get("language", site)) for text in given_in(tree))


def given_in(tree: object) -> Iterator[str]:
    """The values of all keys `translation`."""
    if isinstance(tree, dict):
        yield from (value for key, value in tree.items() if key == "translation")
        tree = list(tree.values())
    if isinstance(tree, list):
        for value in tree:
            yield from given_in(value)


def is_translated(figure: Element) -> bool:
    """Whether a translation stands beside a quote."""
    return any(each.words for each in figure.all("p", "bs-translation"))


def direction(language: str) -> str:
    """In which direction a language of these sites is written."""
    return "rtl" if language.partition("-")[0] in RIGHT_TO_LEFT else "ltr"
