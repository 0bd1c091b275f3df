"""The pages under themes that are not ours: their content needs nothing but our style sheet.

What a theme puts around it is not ours to mend, so a browser is asked about our part of the page alone.
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
from tools.looks import NARROW, WIDE, Reader, Scheme

OURS = ".bs-page"
OVER_THE_EDGE = """() => {
    const page = document.querySelector('.bs-page'), {left, right} = page.getBoundingClientRect();
    const unseen = '.bs-hidden, .bs-running, svg, [popover]', name = each => `${each.tagName}.${each.className}`;
    const found = [...page.querySelectorAll('*')].filter(each => {
        const box = each.getBoundingClientRect(), scrolls = each.parentElement.closest('.bs-scroller');
        return box.width && !scrolls && !each.closest(unseen) && (box.left < left - 1 || box.right > right + 1);
    });
    return [...found, ...(right > innerWidth + 1 ? [page] : [])].map(each => 'over the edge: ' + name(each));
}"""
"""What runs over the edge of our part of the page, which itself must not run over that of the window."""
LAID_OUT = ("target-size", "scrollable-region-focusable", "link-in-text-block", "heading-order")
"""The rules of axe whose answers may hang on the width of a window."""
DARK = {
    "mkdocs": "name: mkdocs\n  color_mode: dark",
    "material": "name: material\n  palette:\n    scheme: slate",
}
PRINTED = (BRIEFING, BRIEFING + "brief/", BRIEFING + "positions/", BRIEFING + "print/")


@pytest.fixture(scope="module", params=["mkdocs", "readthedocs", "material"])
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
def test_our_part_is_accessible_on_every_kind_of_page(reader: Reader, themed: Desk) -> None:
    """Wide and narrow, axe finds nothing in what is ours, and nothing of it runs over the edge."""
    kinds, found = {page["kind"]: page["url"] for page in themed.index["pages"]}, dict[str, list[str]]()
    with serving(themed.site) as address:
        for kind, url in kinds.items():
            unfolded(reader, address + url)
            found[kind] = [*over_the_edge(reader), *reader.violations(part=OURS)]
            reader.resize(NARROW)
            found[kind] += [*over_the_edge(reader), *reader.violations(*LAID_OUT, part=OURS)]

    assert len(kinds) >= 12
    assert {kind: faults for kind, faults in found.items() if faults} == {}


@pytest.mark.browser
@pytest.mark.parametrize("theme", DARK)
def test_our_part_follows_the_dark_scheme_of_a_theme(reader: Reader, tmp_path: Path, theme: str) -> None:
    """Where a theme declares dark colours, ours are dark, and axe finds nothing in them."""
    desk = built(sample(tmp_path / "desk").replace("mkdocs.yml", "name: briefsmith", DARK[theme]))
    found = dict[str, list[str]]()
    with serving(desk.site) as address:
        for url in (BRIEFING, BRIEFING + "positions/", BRIEFING + "figures/"):
            unfolded(reader, address + url)
            found[url] = reader.violations("color-contrast", "link-in-text-block", part=OURS)
        ink = reader.page.evaluate("() => getComputedStyle(document.querySelector('.bs-page')).color")

    assert ink == "rgb(236, 233, 226)"
    assert {url: faults for url, faults in found.items() if faults} == {}


@pytest.mark.browser
def test_nothing_is_cut_off_on_paper(reader: Reader, themed: Desk) -> None:
    """On A4 nothing of our part is cut off, and the brief fits its one page."""
    with serving(themed.site) as address:
        for url in PRINTED:
            reader.open(address + url, scripts=True)
            assert clipped_on_paper(reader) == [], url
        reader.open(address + BRIEFING + "brief/", scripts=True)
        assert len(PdfReader(BytesIO(reader.page.pdf(prefer_css_page_size=True))).pages) == 1


def unfolded(reader: Reader, url: str) -> None:
    """Open a page in a wide window, with everything open that folds."""
    reader.dress(WIDE, Scheme.LIGHT)
    reader.open(url, scripts=True)
    reader.unfold()


def over_the_edge(reader: Reader) -> list[str]:
    found: list[str] = reader.page.evaluate(OVER_THE_EDGE)
    return found
