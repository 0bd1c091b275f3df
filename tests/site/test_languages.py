"""A briefing in Arabic and one in Ukrainian read native: their pages say nothing of the interface in English."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from briefsmith.pages.language.words import Languages
from tests.site.chromium import serving
from tests.site.desk import ROOT, Desk, built
from tests.site.tree import Element
from tools.words import messages

ARABIC, UKRAINIAN = "briefings/sayla/", "briefings/sella/"
PAGES = ("", "brief/", "positions/", "actors/", "timeline/", "figures/")
LATIN = re.compile(r"[A-Za-z]{2,}")
NO_WORDS = re.compile(r"BibTeX|RIS|CSL-JSON|https?://\S+|TLP:[A-Z+]+|UTC|SHA-256|CC0-1\.0|\b[0-9a-f]{64}\b|seeds/\S+")
"""Names of standards and files, which every language writes so."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    root = tmp_path_factory.mktemp("two-scripts") / "site"
    shutil.copytree(ROOT / "tests/data/two-scripts", root)
    shutil.copy(ROOT / "build.py", root)
    return built(Desk(root))


def said(element: Element) -> Iterator[str]:
    """Every text that readers see or hear: text nodes, and the attributes that are read out."""
    for child in element.children:
        if isinstance(child, str):
            yield child
        elif "bs-record" not in child.classes:  # citations for programs have keys of their own
            yield from (child.get(name) for name in ("title", "aria-label", "alt", "placeholder") if child.get(name))
            yield from said(child)


def in_own_language(element: Element) -> Iterator[str]:
    """Every text node that is in the language of the page, but for names of standards and what a drawing says."""
    for child in element.children:
        if isinstance(child, str):
            yield NO_WORDS.sub("", child)
        elif not child.get("lang") and child.tag not in {"svg", "option"} and "bs-record" not in child.classes:
            yield from in_own_language(child)


def english_words() -> frozenset[str]:
    """The words of the interface in English."""
    ids = [message.id for message in messages() if message.id]
    texts = [text for each in ids for text in ([each] if isinstance(each, str) else each)]
    return frozenset(
        word.casefold() for text in texts for word in LATIN.findall(re.sub(r"%\(\w+\)s|\{\w+\}", "", text))
    )


@pytest.mark.parametrize(
    "url", [*(ARABIC + page for page in PAGES), *(UKRAINIAN + page for page in PAGES), "sources/sada/"]
)
def test_no_page_says_an_english_word(desk: Desk, url: str) -> None:
    """Whatever the interface says on these pages is in their language; the articles and sheets hold no Latin word."""
    words = [word for text in said(desk.page(url)) for word in LATIN.findall(NO_WORDS.sub("", text))]
    assert words == []


def test_an_english_page_would_be_seen(desk: Desk, tmp_path: Path) -> None:
    """The same site in English is full of the words that are looked for."""
    english = desk.copy(tmp_path / "english").replace("briefings/sayla.yml", "language: ar\ntlp", "language: en\ntlp")
    built(english)
    words = {word.casefold() for text in said(english.page(ARABIC)) for word in LATIN.findall(text)}
    assert len(words & english_words()) > 50


@pytest.mark.parametrize(
    ("url", "language", "direction"),
    [
        ("", "ar", "rtl"),
        (ARABIC, "ar", "rtl"),
        (UKRAINIAN, "uk", "ltr"),
        ("sources/vechir/", "ar", "rtl"),
        ("404.html", "ar", "rtl"),
    ],
)
def test_a_page_declares_its_language(desk: Desk, url: str, language: str, direction: str) -> None:
    """The language and direction of a page are those of its briefing, else those of the site."""
    html = desk.page(url).one("html")
    assert (html["lang"], html["dir"]) == (language, direction)


def test_the_shell_speaks_the_language_of_the_page(desk: Desk) -> None:
    """On a Ukrainian page of an Arabic site the labels are Ukrainian, and the site's own name says that it is not."""
    page = desk.page(UKRAINIAN)
    assert page.one("a", class_="bs-skip").words == Languages().words("uk")("Skip to the text")
    name = page.one("a", class_="bs-site").one("span")
    assert (name["lang"], name["dir"]) == ("ar", "rtl")


def test_an_abbreviation_ends_a_sentence_once(desk: Desk) -> None:
    """A Ukrainian date ends in a full stop of its own, and the sentence around it adds none."""
    assert not re.search(r"(?<!\.)\.\.(?!\.)", desk.page(UKRAINIAN).words)


def test_values_are_said_in_the_language_of_the_page(desk: Desk) -> None:
    """A value that the sheet writes in English reads Arabic or Ukrainian."""
    assert "نحو 2.4 مليار" in desk.page(ARABIC + "figures/").words
    assert "рівно 43" in desk.page(UKRAINIAN + "figures/").words


def test_a_language_without_a_catalogue_marks_its_english_labels(desk: Desk, tmp_path: Path) -> None:
    """On a page in another language every label of the interface is an element in English, and no mark is left."""
    other = desk.copy(tmp_path / "other").replace("briefings/sella.yml", "language: uk\ntlp", "language: bg\ntlp")
    built(other)
    page = other.page(UKRAINIAN)
    assert page.one("html")["lang"] == "bg"
    assert page.one("h2", id="section-sources").one("span", lang="en", dir="ltr").words == "Sources"
    assert page.one("a", class_="bs-skip").one("span", lang="en").words == "Skip to the text"
    for url in (UKRAINIAN + each for each in PAGES):
        assert [word for text in in_own_language(other.page(url).one("main")) for word in LATIN.findall(text)] == [], (
            url
        )
        assert not re.search("[\ufdd0\ufdd1]", other.html(url))
    assert not any(
        re.search("[\ufdd0\ufdd1]", path.read_text("utf-8")) for path in (other.site / "data").rglob("*.js*")
    )


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 360])
def test_an_arabic_page_runs_from_right_to_left(desk: Desk, browser: Browser, width: int) -> None:
    """Nothing overflows, the holders of the matrix stand at the right edge, and time runs to the left."""
    with serving(desk.site) as address:
        page = browser.new_page(viewport={"width": width, "height": 900})
        page.goto(f"{address}{ARABIC}positions/")
        assert page.evaluate("document.documentElement.scrollWidth") == width
        table = page.locator(".bs-scroller").first.bounding_box()
        head = page.locator(".bs-matrix tbody th").first.bounding_box()
        assert table
        assert head
        assert head["x"] + head["width"] == pytest.approx(table["x"] + table["width"], abs=2)
        page.goto(f"{address}{ARABIC}timeline/")
        days = [mark.bounding_box() for mark in page.locator(".bs-picture circle").all()]
        assert days[0]
        assert days[1]
        assert days[0]["x"] > days[1]["x"]
