"""The sample in a real browser: whole without scripts, light, on a phone and on paper; see also test_page_kinds.py."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.site.desk import BRIEFING, Desk

pytestmark = pytest.mark.browser

A4_WITHOUT_MARGINS = {"width": 673, "height": 986}
"""210 x 297 mm less the style sheet's margins of 16 and 18 mm, at 96 pixels an inch."""
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
CLIPPED = """() => [...document.querySelectorAll('.bs-matrix :is(th, td), .bs-scroller')]
    .filter(each => each.scrollWidth > each.clientWidth + 1 || each.scrollHeight > each.clientHeight + 1)
    .map(each => each.tagName + ' ' + each.textContent.trim().slice(0, 40))"""


@contextmanager
def tab(browser: Browser, width: int = 1280, height: int = 800, **options: Any) -> Iterator[Page]:
    """A fresh page in a context of its own, without scripts unless asked for."""
    options = {"java_script_enabled": False, **options}
    context = browser.new_context(viewport={"width": width, "height": height}, **options)
    try:
        yield context.new_page()
    finally:
        context.close()


def test_site_opens_from_the_disk(browser: Browser, published: Desk) -> None:
    """The home page opens as a file, styled."""
    with tab(browser) as page:
        page.goto((published.site / "index.html").as_uri())
        family = page.evaluate("() => getComputedStyle(document.body).fontFamily")

    assert "Charter" in family


def test_two_clicks_lead_from_the_home_page_to_the_exact_words(browser: Browser, address: str) -> None:
    """What Ukraine says of recognising the occupied territory: one click to the matrix, one to the words."""
    with tab(browser) as page:
        page.goto(address)
        page.locator("main").get_by_role("link", name="Positions", exact=True).click()
        cell = page.get_by_role("row", name="Ukraine").locator("td", has=page.get_by_text("recogni")).first
        cell.locator("button.bs-ev").last.click()
        words = page.locator(".bs-box:popover-open blockquote").first.inner_text()

    assert words == "Kyiv and its Western partners have said they will never recognize it"


@pytest.mark.parametrize("by", ["click", "Enter", "Space"])
def test_evidence_opens_and_closes_without_script(browser: Browser, address: str, by: str) -> None:
    """The mark behind a statement opens the exact words, by mouse and by keyboard; Esc closes, the focus returns."""
    with tab(browser) as page:
        page.goto(address + BRIEFING)
        mark = page.locator("[data-fact-ref$='#never-recognise'] button.bs-ev").first
        box = page.locator("#ev\\:never-recognise")
        assert not box.is_visible()
        if by == "click":
            mark.click()
        else:
            mark.focus()
            page.keyboard.press(by)
        assert box.is_visible()
        assert box.locator("blockquote").inner_text() == (
            "Kyiv and its Western partners have said they will never recognize it"
        )
        page.keyboard.press("Escape")
        assert not box.is_visible()
        assert page.evaluate("() => document.activeElement.getAttribute('popovertarget')") == "ev:never-recognise"


def test_close_button_closes(browser: Browser, address: str) -> None:
    """On a phone the box fits the screen and has a button to close it."""
    with tab(browser, 320, 640) as page:
        page.goto(address + BRIEFING + "positions/")
        page.locator(".bs-matrix button.bs-ev").first.click()
        box = page.locator(".bs-box:popover-open")
        place = box.bounding_box()
        assert place
        assert place["x"] >= 0
        assert place["x"] + place["width"] <= 320
        assert place["height"] <= 640
        box.locator("button.bs-close").click()
        assert not page.locator(".bs-box:popover-open").count()


def test_first_screen_answers_first(browser: Browser, address: str) -> None:
    """At 1280 x 800 bottom line, next, changed, weakest point and clearance are to be seen without scrolling."""
    with tab(browser, 1280, 800) as page:
        page.goto(address + BRIEFING)
        parts = [page.locator(".bs-bottom-line"), *page.locator(".bs-glance > div").all()]
        places = {part.inner_text().split("\n")[0][:20]: part.bounding_box() for part in parts}

    names = {name.casefold() for name in places}
    assert names >= {"next", "changed", "weakest point", "cleared"}
    assert [name for name, box in places.items() if not box or box["y"] + box["height"] > 800] == []


def test_bottom_line_is_on_the_first_two_screens_of_a_phone(browser: Browser, address: str) -> None:
    """At 360 x 640 the bottom line and what changed stand within two screens."""
    with tab(browser, 360, 640) as page:
        page.goto(address + BRIEFING)
        boxes = [page.locator(".bs-bottom-line").bounding_box(), page.locator(".bs-glance > div").nth(1).bounding_box()]

    assert [box for box in boxes if not box or box["y"] + box["height"] > 1280] == []


def test_brief_is_one_sheet_of_paper(browser: Browser, address: str) -> None:
    """Printed, the brief is one page of A4."""
    with tab(browser) as page:
        page.goto(address + BRIEFING + "brief/")
        paper = page.pdf(format="A4", prefer_css_page_size=True)

    assert page_count(paper) == 1


def test_printed_matrix_is_whole(browser: Browser, address: str) -> None:
    """On paper no cell of the matrix is clipped and nothing runs over the edge."""
    with tab(browser, **A4_WITHOUT_MARGINS) as page:
        page.emulate_media(media="print")
        page.goto(address + BRIEFING + "positions/")
        clipped, overflow = page.evaluate(CLIPPED), page.evaluate(OVERFLOW)
        visible = page.locator(".bs-matrix button.bs-ev").first.is_visible()

    assert (clipped, overflow, visible) == ([], 0, False)


def test_forced_colours_keep_what_colour_says(browser: Browser, address: str) -> None:
    """Where the system sets the colours, stance is still told by sign and word, and quotes are still marked."""
    with tab(browser, forced_colors="active") as page:
        page.goto(address + BRIEFING)
        stance = page.locator(".bs-matrix .bs-stance").first.inner_text()
        page.goto(address + "sources/lavrov-ready/")
        colours = page.evaluate(
            "() => ['mark', 'body'].map(name => getComputedStyle(document.querySelector(name)).backgroundColor)"
        )

    assert re.fullmatch(r"\S \w.*", stance)
    assert colours[0] != colours[1]


def page_count(pdf: bytes) -> int:
    """The pages of a PDF as Chromium writes it."""
    return len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))
