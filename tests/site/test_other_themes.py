"""The pages under themes that are not ours: their content needs nothing but our style sheet."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.site.chromium import serving
from tests.site.desk import BRIEFING, Desk, built, sample


@pytest.fixture(scope="module", params=["mkdocs", "readthedocs", "material"])
def themed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The sample under a theme that comes with MkDocs, or under Material."""
    desk = sample(tmp_path_factory.mktemp(request.param) / "desk")
    return built(desk.replace("mkdocs.yml", "name: briefsmith", f"name: {request.param}"))


def test_every_page_links_our_style_sheet(themed: Desk) -> None:
    """Each generated page loads `css/briefsmith.css`, which is there."""
    for url in themed.urls:
        links = [link["href"] for link in themed.page(url).all("link", rel="stylesheet")]
        own = [href for href in links if href.endswith("css/briefsmith.css")]
        assert len(own) == 1
        assert (themed.site / url / own[0]).resolve() == (themed.site / "css/briefsmith.css").resolve()
    assert (themed.site / "css/briefsmith.css").stat().st_size > 5000


def test_content_is_the_same_as_under_our_theme(themed: Desk, published: Desk) -> None:
    """The page itself, between crumbs and sources, has the same words and the same facts."""
    for url in published.urls:
        (ours,), (theirs,) = published.page(url).all("div", "bs-page"), themed.page(url).all("div", "bs-page")
        assert theirs.words == ours.words
        assert len(theirs.all(data_fact="")) == len(ours.all(data_fact=""))


def test_titles_are_escaped(themed: Desk, tmp_path: Path) -> None:
    """These themes print titles as they are; ours reach them as text."""
    desk = themed.copy(tmp_path / "desk")
    sheet = "briefings/lavrov-rubio-2025-11.yml"
    desk.replace(sheet, "title: Lavrov says he is ready", "title: <b id=bad>Lavrov</b> says he is ready")

    built(desk)

    page = desk.page(BRIEFING)
    assert not page.all(id="bad")
    assert "<b id=bad>Lavrov</b>" in page.one("title").text


@pytest.mark.browser
def test_evidence_opens_under_any_theme(browser: Browser, themed: Desk) -> None:
    """The mark behind a statement opens the exact words, without a script."""
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    with serving(themed.site) as address:
        tab.goto(address + BRIEFING)
        mark = tab.locator(".bs-matrix button.bs-ev").first
        mark.click()
        box = tab.locator(".bs-box:popover-open")
        assert box.is_visible()
        assert box.locator("blockquote").first.inner_text()
    context.close()
