"""The page for paper: whole, with its evidence as numbered endnotes, and no cell clipped on any sheet."""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Iterator
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from briefsmith.pages.views.print_view import COLUMNS
from tests.site.chromium import serving
from tests.site.desk import BRIEFING, ROOT, SEED, Desk, built
from tests.site.tree import Element

PAPER = {"A4": {"width": 673, "height": 986}, "Letter": {"width": 695, "height": 920}}
"""Both sizes less the style sheet's margins of 16 and 18 mm, at 96 pixels an inch."""
CLIPPED = """() => [...document.querySelectorAll('main :is(th, td, .bs-scroller, .bs-quote, .bs-web, dd, pre)')]
    .filter(each => each.clientWidth && each.scrollWidth > each.clientWidth + 1)
    .map(each => each.tagName + ' ' + each.textContent.trim().slice(0, 40))"""
BEYOND = """() => [...document.querySelectorAll('main *')].filter(each => {
        const box = each.getBoundingClientRect(), hidden = each.closest('.bs-hidden, .bs-running, [popover]');
        return box.width && !hidden && (box.right > innerWidth + 1 || box.left < -1);
    }).map(each => each.tagName + '.' + each.className + ' ' + each.textContent.trim().slice(0, 40))"""


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The Sella example, built."""
    root = tmp_path_factory.mktemp("print") / "sella"
    shutil.copytree(ROOT / "examples/sella", root, ignore=shutil.ignore_patterns("site", "draft", ".*"))
    shutil.copy(ROOT / "build.py", root)
    return built(Desk(root))


@pytest.fixture(params=["sample", "example"])
def edition(request: pytest.FixtureRequest, published: Desk, example: Desk) -> tuple[Desk, str]:
    """A site, and the address of a briefing in it."""
    return (published, BRIEFING) if request.param == "sample" else (example, "briefings/sella-2031-06/")


def main_of(edition: tuple[Desk, str]) -> Element:
    desk, briefing = edition
    return desk.page(briefing + "print/").one("main", data_page="print")


def places(notes: list[Element]) -> list[tuple[str, str, str]]:
    return [(quote["data-source"], quote["data-start"], quote["data-end"]) for quote in notes]


def plain(text: str) -> str:
    """Without white space and ligatures, as what reads PDF may give more or fewer of them."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def test_every_fact_of_the_briefing_is_on_the_page(edition: tuple[Desk, str]) -> None:
    """All kinds stand on it, as references to their canonical places."""
    desk, briefing = edition
    page = main_of(edition)

    wanted = {fact["key"] for fact in desk.index["facts"] if fact["url"].startswith(briefing)}
    assert {each["data-fact-ref"] for each in page.all(data_fact_ref="")} >= wanted
    assert page.all(data_fact="") == []


def test_every_quote_of_the_briefing_is_an_endnote_once(edition: tuple[Desk, str]) -> None:
    """The endnotes hold what the other pages quote, each passage once, numbered from 1."""
    desk, briefing = edition
    quoted = {
        place
        for page in desk.index["pages"]
        if page["url"].startswith(briefing) and page["kind"] not in {"print", "actors"}
        for place in places(desk.page(page["url"]).one("main").all("blockquote", "bs-quote"))
    }
    notes = main_of(edition).one("ol", "bs-endnotes")

    found = places(notes.all("blockquote", "bs-quote"))
    assert len(found) == len(set(found)) > 50
    assert set(found) >= quoted
    assert [note["id"] for note in notes.all("li")] == [f"note:{number}" for number in range(1, len(found) + 1)]


def test_numbers_appear_in_order_and_lead_to_the_words(edition: tuple[Desk, str]) -> None:
    """The first reference to each endnote comes after that to the one before it, and every endnote is referred to."""
    page = main_of(edition)
    references = [int(link["href"].removeprefix("#note:")) for link in page.all("a", role="doc-noteref")]

    first = list(dict.fromkeys(references))
    assert set(first) == set(range(1, len(page.one("ol", "bs-endnotes").all("li")) + 1))
    disorder = [(one, two) for one, two in pairwise(first) if two < one]
    assert disorder == []


def test_endnotes_are_the_words_of_the_article(published: Desk) -> None:
    """Each quote is the article's own slice."""
    article = (published.root / SEED).read_bytes().decode("utf-8")

    for quote in main_of((published, BRIEFING)).one("ol", "bs-endnotes").all("blockquote"):
        assert quote.text == article[int(quote["data-start"]) : int(quote["data-end"])]


def test_endnote_says_who_where_and_as_of_when(example: Desk) -> None:
    """An endnote of an article on the web prints its chain, title, address and the day for which that holds."""
    notes = main_of((example, "briefings/sella-2031-06/")).one("ol", "bs-endnotes").all("li")
    on_the_web = [note for note in notes if note.all("a", "bs-web")]

    assert len(on_the_web) > 20
    for note in on_the_web:
        assert note.one("a", "bs-web").text == note.one("a", "bs-web")["href"]
        assert re.search(r"\(as of \d+ June 2031\)", note.words)
        assert note.one("cite").words
    assert any("Odile Perrin, in Le Fanal, 12 June 2031." in note.words for note in on_the_web)


def test_wide_matrix_is_split(edition: tuple[Desk, str]) -> None:
    """No table has more columns than fit; together they are the matrix, and each names all holders again."""
    desk, briefing = edition
    whole = desk.page(briefing + "positions/").one("table", "bs-matrix")
    tables = main_of(edition).all("table", "bs-matrix")

    heads = [table.one("thead").all("th")[1:] for table in tables]
    assert all(1 <= len(columns) <= COLUMNS for columns in heads)
    issues = [cell["data-issue"] for table in tables for cell in table.one("tbody").all("tr")[0].all("td")]
    assert issues == [cell["data-issue"] for cell in whole.one("tbody").all("tr")[0].all("td")]
    names = [head.words for head in whole.one("tbody").all("th")]
    assert all([head.words for head in table.one("tbody").all("th")] == names for table in tables)
    assert len({table.one("caption").words for table in tables}) == len(tables)


@pytest.fixture(scope="module")
def addresses(published: Desk, example: Desk) -> Iterator[list[str]]:
    """A page of each kind of both sites, served."""
    with serving(published.site) as one, serving(example.site) as two:
        hosts = ((one, published), (two, example))
        yield [
            host + url
            for host, desk in hosts
            for url in {page["kind"]: page["url"] for page in desk.index["pages"]}.values()
        ]


@pytest.mark.browser
@pytest.mark.parametrize("paper", PAPER)
def test_nothing_is_clipped_on_paper(browser: Browser, addresses: list[str], paper: str) -> None:
    """On A4 and on Letter, no cell or box of any kind of page holds more than it shows, and nothing runs over."""
    context = browser.new_context(viewport=PAPER[paper], java_script_enabled=False)
    tab, found = context.new_page(), []
    tab.emulate_media(media="print")
    for address in addresses:
        tab.goto(address)
        found += [(address, each) for each in [*tab.evaluate(CLIPPED), *tab.evaluate(BEYOND)]]
    context.close()

    assert len(addresses) >= 30
    assert found == []


@pytest.mark.browser
def test_a_clipped_cell_would_be_seen(browser: Browser, address: str) -> None:
    """The same questions find a cell made too narrow for its words."""
    context = browser.new_context(viewport=PAPER["A4"], bypass_csp=True)
    tab = context.new_page()
    tab.emulate_media(media="print")
    tab.goto(address + BRIEFING + "print/")
    tab.add_style_tag(content=".bs-paper td { overflow: hidden; white-space: nowrap; } .bs-cite { width: 60rem; }")
    found = tab.evaluate(CLIPPED), tab.evaluate(BEYOND)
    context.close()

    assert all(found)


@pytest.mark.browser
@pytest.mark.parametrize("paper", PAPER)
def test_browser_prints_whole_statements_with_marking_and_numbers(
    browser: Browser, edition: tuple[Desk, str], paper: str
) -> None:
    """Printed by a browser, every sheet bears the marking and its number, and every endnote is there in full."""
    desk, briefing = edition
    tab = browser.new_page()
    tab.goto((desk.site / briefing / "print/index.html").as_uri())
    sheets = [page.extract_text() for page in PdfReader(BytesIO(tab.pdf(format=paper))).pages]
    tab.close()

    text = plain("".join(sheets))
    assert all("TLP:CLEAR" in sheet and f"{number} / {len(sheets)}" in sheet for number, sheet in enumerate(sheets, 1))
    english = [quote for quote in main_of(edition).all("blockquote", "bs-quote") if quote["lang"] == "en"]
    assert [quote.text for quote in english if plain(quote.text) not in text] == []


def test_marking_is_that_of_the_highest_statement(published: Desk, tmp_path: Path) -> None:
    """Advice above the briefing's marking raises that of the page, in an internal edition; the public one lacks it."""
    desk = published.copy(tmp_path / "desk")
    ran = desk.build_py("build", "--tlp", "AMBER")
    assert ran.code == 0, ran.err

    internal = desk.into("site-amber").page(BRIEFING + "print/").one("div", "bs-print")
    assert internal["data-tlp"] == "AMBER"
    public = built(desk).page(BRIEFING + "print/").one("div", "bs-print")
    assert public["data-tlp"] == "CLEAR"
    assert "Repeating, as the US view" in internal.words
    assert "Repeating, as the US view" not in public.words
