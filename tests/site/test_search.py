"""Search in a real browser, over the invented example: it has English, French, Ukrainian and Arabic sources."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route

from briefsmith.exports.search_words import words_of
from tests.site.chromium import Watch, serving
from tests.site.desk import ROOT, Desk, built
from tests.site.test_browser import OVERFLOW, tab
from tools.looks import RULES

pytestmark = pytest.mark.browser

DONE = "() => document.querySelector('.bs-search-status').textContent"
CHINESE = "乌克兰与俄罗斯的谈判于2026年重新开始"


@pytest.fixture(scope="module")
def sella(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The example, one of its positions said in Chinese too, built."""
    root = tmp_path_factory.mktemp("search") / "sella"
    shutil.copytree(ROOT / "examples/sella", root)
    shutil.copy(ROOT / "build.py", root)
    desk = Desk(root)
    sheet = (root / "briefings/sella-2031-06.yml").read_text(encoding="utf-8")
    assert "\nquestions:\n" in sheet
    return built(
        desk.write(
            "briefings/sella-2031-06.yml", sheet.replace("\nquestions:\n", f"\nquestions:\n  - question: {CHINESE}？\n")
        )
    )


@pytest.fixture(scope="module")
def at(sella: Desk) -> Iterator[str]:
    """Where it is served."""
    with serving(sella.site) as url:
        yield url


def ask(page: Page, at: str, query: str) -> list[str]:
    """Open a search by its address; gives the statements that it shows."""
    page.goto(f"{at}search/{'index.html' if at.startswith('file:') else ''}?{query}")
    page.wait_for_function(DONE)
    return page.locator(".bs-results h2").all_inner_texts()


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ("q=reservoir", "reservoir"),
        ("q=RESERVOIR", "reservoir"),
        ("q=resevoir", "reservoir"),
        ("q=reservior", "reservoir"),
        ("q=reservoirs", "reservoir"),
        ("q=commision", "Commission"),
        ("q=вода", "води"),
        ("q=سد", "السد"),
        ("q=谈判", "谈判"),
        ("q=俄罗斯的", "俄罗斯的"),
    ],
)
def test_words_are_found_and_marked(browser: Browser, at: str, query: str, marked: str) -> None:
    """A word is found with slips of the keys, other endings and in every script, and is marked where it stands."""
    with tab(browser, java_script_enabled=True) as page:
        watch = Watch.over(page)
        found = ask(page, at, query)
        marks = page.locator(".bs-results mark").all_inner_texts()

    assert found
    assert marked in marks
    assert watch.said == []


@pytest.mark.parametrize(
    ("query", "rule"),
    [
        (
            "kind=event",
            "all => all.every(each => each.querySelector('[data-part=kind]').textContent.startsWith('event'))",
        ),
        ("briefing=peniches-2031-06", "all => all.every(each => each.dataset.factRef.startsWith('peniches-2031-06#'))"),
        (
            "source=sada-0606",
            "all => all.every(each => each.querySelector('blockquote').dataset.source === 'sada-0606')",
        ),
        ("actor=arven&kind=position", "all => all.every(each => each.textContent.includes('Arven'))"),
        ("from=2031-06-05&to=2031-06-05", "all => all.length < 20"),
    ],
)
def test_filters_narrow(browser: Browser, at: str, query: str, rule: str) -> None:
    """Every filter that the address carries holds for all that is shown."""
    with tab(browser, java_script_enabled=True) as page:
        assert ask(page, at, query)
        assert page.locator(".bs-results > li").evaluate_all(rule)


def test_address_carries_what_was_asked(browser: Browser, at: str) -> None:
    """What is typed and chosen goes into the address, and the live region tells the count."""
    with tab(browser, java_script_enabled=True) as page:
        page.goto(at)
        page.locator(".bs-find input").fill("water")
        page.keyboard.press("Enter")
        page.wait_for_function(DONE)
        page.locator("select[name=kind]").select_option("figure")
        page.wait_for_function("() => location.search === '?q=water&kind=figure'")
        page.wait_for_function(
            "() => [...document.querySelectorAll('[data-part=kind]')].every(e => /^figure/.test(e.textContent))"
        )
        assert page.locator("[role=status]").inner_text().startswith("Facts found: ")


def test_result_shows_fact_chain_and_quote_and_leads_to_them(browser: Browser, at: str) -> None:
    """A result has the statement, who said it through whom, the words in their language, and two ways that exist."""
    with tab(browser, java_script_enabled=True) as page:
        ask(page, at, "q=вода")
        quote = page.locator(".bs-results blockquote[lang=uk]").first
        item = page.locator(".bs-results > li", has=page.locator("blockquote[lang=uk]")).first
        assert quote.get_attribute("dir") == "ltr"
        assert item.locator(".bs-chain").inner_text()
        for link in (item.locator("h2 a"), item.locator("figcaption a")):
            url = str(link.evaluate("link => link.href"))
            with tab(browser) as there:
                answer = there.goto(url)
                assert answer is not None
                assert answer.ok
                assert there.locator("css=:target").count() == 1


def test_works_from_the_disk(browser: Browser, sella: Desk) -> None:
    """Opened as a file, search finds the same."""
    with tab(browser, java_script_enabled=True) as page:
        watch = Watch.over(page)
        assert ask(page, sella.site.as_uri() + "/", "q=resevoir")
        page.locator(".bs-results h2 a").first.click()
        assert page.locator("main[data-page]").count() == 1
        assert watch.said == []


def test_flat_site_works_from_the_disk(browser: Browser, sella: Desk, tmp_path: Path) -> None:
    """With `use_directory_urls: false` the field in the head, a link of the head and a result lead on from the disk."""
    flat = sella.copy(tmp_path / "flat")
    flat.add("mkdocs.yml", "\nuse_directory_urls: false\n")
    built(flat)
    with tab(browser, java_script_enabled=True) as page:
        watch = Watch.over(page)
        page.goto((flat.site / "index.html").as_uri())
        page.locator(".bs-masthead nav a[href*=sources]").click()
        assert page.locator("main").get_attribute("data-page") == "sources"
        page.locator(".bs-find input").fill("resevoir")
        page.keyboard.press("Enter")
        page.wait_for_function(DONE)
        page.locator(".bs-results h2 a").first.click()
        assert page.locator("main").get_attribute("data-page") is not None
        assert watch.said == []


def test_page_asks_for_the_index_of_its_own_build(browser: Browser, at: str, sella: Desk) -> None:
    """The address of the index carries the state that the index itself names, so a cache holds no older one for it."""
    (state,) = [each.name for each in (sella.site / "data/search").iterdir() if each.is_dir()]
    with tab(browser, java_script_enabled=True) as page:
        watch = Watch.over(page)
        assert ask(page, at, "q=reservoir")

    asked = [url.removeprefix(at) for url in watch.requests if "/data/search/" in url]
    assert asked[0] == f"data/search/index.js?{state}"
    assert {url.rpartition("/")[0] for url in asked[1:]} == {f"data/search/{state}"}


def test_index_of_an_older_deploy_is_replaced(browser: Browser, at: str, sella: Desk) -> None:
    """Where page and index are older than the site, as after a deploy, the new index is taken for the search."""
    (state,) = [each.name for each in (sella.site / "data/search").iterdir() if each.is_dir()]
    old = (sella.site / "data/search/index.js").read_text(encoding="utf-8").replace(state, "00000000")

    def cached(route: Route) -> None:
        route.fulfill(body=old, content_type="text/javascript")

    with tab(browser, java_script_enabled=True) as page:
        page.route(f"**/data/search/index.js?{state}", cached)
        watch = Watch.over(page)
        assert ask(page, at, "q=water&actor=arven")
        assert page.locator(".bs-search-status").inner_text().startswith("Facts found: ")
        assert any("/00000000/" in url for url in watch.requests)


def test_missing_index_is_told(browser: Browser, at: str) -> None:
    """Where the index cannot be had at all, the page says so after its second try, and tries no more."""
    with tab(browser, java_script_enabled=True) as page:
        page.route("**/data/search/**", lambda route: route.abort())
        watch = Watch.over(page)
        assert ask(page, at, "q=reservoir") == []
        assert page.locator(".bs-search-status").inner_text().startswith("The search index could not be loaded.")
        assert len({url for url in watch.requests if "/data/search/" in url}) == 2


def test_without_script_the_indexes_lead_on(browser: Browser, at: str) -> None:
    """Without JavaScript there is no dead form but a word about it, and links to every briefing and index."""
    with tab(browser) as page:
        page.goto(at + "search/?q=dam")
        assert not page.locator(".bs-search-form").is_visible()
        assert page.locator(".bs-notice").is_visible()
        links = page.locator(".bs-indexes a").evaluate_all("all => all.map(each => each.getAttribute('href'))")

    assert {"../sources/", "../glossary/", "../briefings/sella-2031-06/", "../briefings/peniches-2031-06/"} <= {*links}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_results_are_accessible(browser: Browser, at: str, width: int, scheme: Any) -> None:
    """With results and filters open, axe finds nothing and nothing scrolls sideways."""
    options = {"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": RULES}}
    with tab(browser, width, java_script_enabled=True, bypass_csp=True, color_scheme=scheme) as page:
        assert ask(page, at, "q=water&order=newest")
        violations = Axe().run(page, options=options).response["violations"]
        assert ([each["id"] for each in violations], page.evaluate(OVERFLOW)) == ([], 0)


def test_query_loads_little(browser: Browser, at: str) -> None:
    """A query with a slip, a filter and a page of results stays under 300 KB, the page and its styles included."""
    with tab(browser, java_script_enabled=True) as page:
        watch = Watch.over(page)
        ask(page, at, "q=resevoir+water&kind=figure&actor=arven")
        assert watch.packed_bytes() < 300_000


def test_browser_and_index_cut_the_same_words(browser: Browser, at: str) -> None:
    """The words of every sheet and article, and of odd ones, are the same in JavaScript as in Python."""
    files = sorted(Path(ROOT / "examples/sella").rglob("*.*"))
    texts = [path.read_text(encoding="utf-8") for path in files if path.suffix in {".yml", ".md", ".txt"}]
    texts += [
        CHINESE,
        "İı ß ŁØĐ ½ ™ ﬁ Ⅷ x² naïve cafe\u0301 ό πας",
        "لِلمدرسة وبالقدس کتاب",
        "हिन्दी ไทย 한국어는 がぎ",
        "a\u00adb c\u200dd",
    ]
    with tab(browser, java_script_enabled=True) as page:
        page.goto(at + "search/")
        there = page.evaluate("texts => texts.map(briefsmithSearch.wordsOf)", texts)

    assert there == [list(words_of(text)) for text in texts]


def test_text_in_results_stays_text(browser: Browser, at: str) -> None:
    """Marking builds no HTML: a name with a tag in it, sought and shown, is only text."""
    with tab(browser, java_script_enabled=True) as page:
        ask(page, at, "q=dam&actor=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E")
        assert "<img src=x" in page.locator("[role=status]").inner_text()
        assert page.locator("main img").count() == 0
