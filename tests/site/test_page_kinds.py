"""One page of each kind in a real browser: axe finds nothing, and nothing of what axe does not look for is wrong."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.site.chromium import Watch, serving
from tests.site.desk import BRIEFING, ROOT, Desk, built
from tools import barriers
from tools.barriers import Way
from tools.looks import LOOKS, NARROW, WIDE, Look, Reader, Scheme

pytestmark = pytest.mark.browser

SELLA = "briefings/sella-2031-06/"
PAGES = {
    "home": "",
    "overview": SELLA,
    "brief": SELLA + "brief/",
    "positions": SELLA + "positions/",
    "actors": SELLA + "actors/",
    "timeline": SELLA + "timeline/",
    "figures": SELLA + "figures/",
    "claims": SELLA + "claims/",
    "contested": SELLA + "contested/",
    "changes": SELLA + "changes/",
    "glossary": SELLA + "glossary/",
    "print": "briefings/peniches-2031-06/print/",
    "actor": "actors/arven/",
    "issues": "issues/",
    "issue": "issues/canals/",
    "sources": "sources/",
    "source": "sources/fanal-0612/",
    "search": "search/",
}
"""A page of each kind, all of the fictional example."""
SAMPLE = (BRIEFING, "edit/", "checks/BS301/", "404.html")
"""The first page of the sample, and those that hands wrote."""
ABROAD = ("briefings/sayla/", "briefings/sella/positions/")
"""Pages in Arabic, from right to left, and in Ukrainian."""
ALL = [*(f"example:{url}" for url in PAGES.values()), *(f"sample:{url}" for url in SAMPLE)]
ALL += [f"abroad:{url}" for url in ABROAD]
PRINTED = ("overview", "brief", "positions", "timeline", "source")
"""The print edition has tests of its own, in test_print.py."""
IN_TURN = list(zip(ALL, cycle(LOOKS), strict=False))
"""Each page in one of the eight ways to look; over all pages every way comes up."""


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return copied(tmp_path_factory.mktemp("kinds") / "sella", "examples/sella")


@pytest.fixture(scope="module")
def hosts(tmp_path_factory: pytest.TempPathFactory, address: str, example: Desk) -> Iterator[dict[str, str]]:
    """Where each site is served, by name."""
    abroad = copied(tmp_path_factory.mktemp("kinds") / "two-scripts", "tests/data/two-scripts")
    with serving(example.site) as one, serving(abroad.site) as two:
        yield {"sample": address, "example": one, "abroad": two}


def copied(root: Path, site: str) -> Desk:
    shutil.copytree(ROOT / site, root, ignore=shutil.ignore_patterns("site", "draft", ".*"))
    shutil.copy(ROOT / "build.py", root)
    return built(Desk(root))


@pytest.fixture
def reader(browser: Browser) -> Iterator[Reader]:
    context = browser.new_context(has_touch=True)
    yield Reader(context.new_page())
    context.close()


def url_of(hosts: dict[str, str], page: str) -> str:
    host, _, path = page.partition(":")
    return hosts[host] + path


def test_every_kind_of_page_is_looked_at(example: Desk) -> None:
    """Every kind of page that the example has stands in the table, and no way to look is left out."""
    kinds = {page["url"]: page["kind"] for page in example.index["pages"]}

    assert set(PAGES) == set(kinds.values())
    assert {kind: kinds[url] for kind, url in PAGES.items()} == {kind: kind for kind in PAGES}
    assert {look for _, look in IN_TURN} == set(LOOKS)


@pytest.mark.parametrize(("page", "look"), IN_TURN, ids=str)
def test_axe_finds_nothing(reader: Reader, hosts: dict[str, str], page: str, look: Look) -> None:
    """WCAG 2.2 A and AA and good practice, as axe asks for them, in this width and palette, with scripts or without."""
    watch = Watch.over(reader.page)
    reader.dress(look.width, look.scheme)
    reader.open(url_of(hosts, page), scripts=look.scripts)
    said = list(watch.said)

    assert reader.violations() == []
    assert said == []


@pytest.mark.parametrize("page", ALL)
def test_page_is_light_and_asks_nobody_else(browser: Browser, hosts: dict[str, str], page: str) -> None:
    """At most 60 KB packed and 4 requests, all to the site; no cookie, no message in the console, no policy report."""
    context = browser.new_context()
    tab = context.new_page()
    watch = Watch.over(tab)
    tab.goto(url_of(hosts, page))

    assert watch.said == []
    assert context.cookies() == []
    assert [each for each in watch.requests if not each.startswith(url_of(hosts, page.partition(":")[0] + ":"))] == []
    # The search page is no content page: it loads its script and the list of its index as well.
    assert len(watch.requests) <= (6 if page.endswith("search/") else 4)
    assert watch.packed_bytes() <= 60_000
    context.close()


@pytest.mark.parametrize("kind", ["overview", "positions", "figures", "source"])
def test_axe_finds_nothing_in_what_unfolds(reader: Reader, hosts: dict[str, str], kind: str) -> None:
    """The same with everything open that folds, and a box of evidence over it."""
    reader.dress(NARROW, Scheme.LIGHT)
    reader.open(url_of(hosts, f"example:{PAGES[kind]}"), scripts=False)
    reader.unfold()

    assert reader.violations() == []
    assert barriers.sideways(reader) == []


@pytest.mark.parametrize("page", ALL)
def test_no_barrier_that_axe_does_not_see(reader: Reader, hosts: dict[str, str], page: str) -> None:
    """No overflow, scroller, table, text or colour stands in the way, at 320 pixels, spaced, doubled or forced."""
    reader.resize(NARROW)
    reader.open(url_of(hosts, page), scripts=False)

    assert barriers.sideways(reader) == []
    assert barriers.unreachable_scrollers(reader) == []
    assert barriers.headers_without_scope(reader) == []
    assert barriers.tables_without_caption(reader) == []
    assert barriers.lost_by_spacing(reader) == []
    assert barriers.lost_by_double_text(reader) == []
    assert barriers.lost_in_forced_colours(reader) == []


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("kind", ["overview", "positions", "source", "issue"])
def test_focus_is_never_covered(reader: Reader, hosts: dict[str, str], kind: str, width: int) -> None:
    """Walking a page by Tab, what has the focus is to be seen, sticky headers or not, and the walk ends."""
    reader.resize(width)
    reader.open(url_of(hosts, f"example:{PAGES[kind]}"), scripts=False)

    assert barriers.covered_focus(reader) == []


@pytest.mark.parametrize("way", Way, ids=lambda way: way.name.lower())
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_boxes_open_and_close(reader: Reader, hosts: dict[str, str], width: int, way: Way) -> None:
    """Without scripts a box of evidence opens and closes by keyboard, mouse and touch, and the focus returns."""
    reader.resize(width)
    reader.open(url_of(hosts, f"example:{PAGES['positions']}"), scripts=False)

    assert reader.page.locator("main button.bs-ev:visible").count() > 3
    assert barriers.stuck_boxes(reader, way, 3) == []


@pytest.mark.parametrize("kind", PRINTED)
def test_nothing_is_lost_on_paper(reader: Reader, hosts: dict[str, str], kind: str) -> None:
    """On A4 nothing is clipped, and every word of the page is in the PDF that the browser makes."""
    reader.open(url_of(hosts, f"example:{PAGES[kind]}"), scripts=False)

    assert barriers.clipped_on_paper(reader) == []
