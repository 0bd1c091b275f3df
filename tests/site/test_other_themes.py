"""The pages under themes that are not ours: their content needs nothing but our style sheet.

Here each kind of page is looked at under one of the themes; `make proof PROOF=other-themes` looks at all under all.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from tests.site.chromium import serving
from tests.site.desk import BRIEFING, Desk, built, sample
from tools.barriers import clipped_on_paper
from tools.looks import Reader
from tools.themes import DARK, LIGHT, OURS, faults, open_unfolded

THEMES = list(LIGHT)


@pytest.fixture(scope="module", params=THEMES)
def themed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The sample under a theme that comes with MkDocs, or under Material."""
    desk = sample(tmp_path_factory.mktemp(request.param) / "desk")
    return built(desk.replace("mkdocs.yml", "name: briefsmith", f"name: {request.param}"))


@pytest.fixture
def reader(browser: Browser) -> Iterator[Reader]:
    """A tab for which this machine is all there is: these themes ask other hosts for fonts and scripts."""
    context = browser.new_context()
    context.route(lambda url: "//127.0.0.1:" not in url, lambda route: route.abort())
    yield Reader(context.new_page())
    context.close()


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


@pytest.mark.browser
def test_our_part_is_accessible(reader: Reader, themed: Desk) -> None:
    """Wide and narrow, axe finds nothing in what is ours, and nothing of it runs over the edge."""
    kinds = {page["kind"]: page["url"] for page in themed.index["pages"]}
    turn = THEMES.index(themed.root.parent.name.rstrip("0123456789"))
    with serving(themed.site) as address:
        looked_at = ["overview", *list(kinds)[turn :: len(THEMES)]]
        found = {kind: faults(reader, address + kinds[kind]) for kind in looked_at}

    assert len(kinds) >= 12
    assert {kind: wrong for kind, wrong in found.items() if wrong} == {}


@pytest.mark.browser
def test_our_part_follows_the_dark_scheme_of_a_theme(reader: Reader, tmp_path: Path) -> None:
    """Where a theme declares dark colours, ours are dark, and axe finds nothing in them."""
    desk = built(sample(tmp_path / "desk").replace("mkdocs.yml", "name: briefsmith", DARK["material"]))
    with serving(desk.site) as address:
        open_unfolded(reader, address + BRIEFING + "positions/")
        found = reader.violations("color-contrast", "link-in-text-block", part=OURS)
        ink = reader.page.evaluate("() => getComputedStyle(document.querySelector('.bs-page')).color")

    assert ink == "rgb(236, 233, 226)"
    assert found == []


@pytest.mark.browser
def test_nothing_is_cut_off_on_paper(reader: Reader, themed: Desk) -> None:
    """On A4 nothing of our part is cut off, and the brief fits its one page."""
    with serving(themed.site) as address:
        reader.open(address + BRIEFING + "positions/", scripts=True)
        assert clipped_on_paper(reader) == []
        reader.open(address + BRIEFING + "brief/", scripts=True)
        assert clipped_on_paper(reader) == []
        reader.page.emulate_media(media="print")
        assert len(PdfReader(BytesIO(reader.page.pdf(prefer_css_page_size=True))).pages) == 1
