"""What a reader gets without scrolling, and how far the exact words are from the home page."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.site.chromium import serving
from tests.site.desk import BRIEFING, ROOT, Desk, built

pytestmark = pytest.mark.browser
BOTTOM = "each => each.getBoundingClientRect().bottom"


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the overview of the invented example is served."""
    root = tmp_path_factory.mktemp("first") / "sella"
    shutil.copytree(ROOT / "examples" / "sella", root)
    shutil.copy(ROOT / "build.py", root)
    with serving(built(Desk(root)).site) as url:
        yield url + "briefings/sella-2031-06/"


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (360, 1600)], ids=["laptop", "two screens of a phone"])
@pytest.mark.parametrize("which", ["sample", "example"])
def test_first_screen_holds_what_a_minister_needs(
    browser: Browser, address: str, example: str, which: str, width: int, height: int
) -> None:
    """Bottom line, next, what changed, weakest point and clearance end above the fold."""
    context = browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=False)
    page = context.new_page()
    page.goto(example if which == "example" else address + BRIEFING)

    assert page.locator(".bs-glance dt").count() >= 5
    for part in (".bs-bottom-line", ".bs-glance"):
        assert page.locator(part).evaluate(BOTTOM) <= height
    context.close()


def test_exact_words_are_two_clicks_from_the_home_page(browser: Browser, address: str) -> None:
    """Home, positions, and the mark in Ukraine's cell on recognition opens the words of the source."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.get_by_role("main").get_by_role("link", name="Positions").first.click()
    cell = page.locator('[data-holder="ukraine"][data-issue="territory-status"]').first
    cell.get_by_role("button", name="Rejects recognising").click()

    expect(page.locator(".bs-box:popover-open blockquote").first).to_contain_text(
        "rejected the possibility of recognizing them as legally belonging"
    )
    context.close()
