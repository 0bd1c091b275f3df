"""Drawings and the filter of the matrix on built pages, in a real browser: legible, named, whole without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.site.desk import ROOT, Desk, built

pytestmark = pytest.mark.browser

BRIEFING = "briefings/sella-2031-06/"
TROUBLE = """() => [...document.querySelectorAll('svg.bs-svg')].flatMap(svg => {
    const frame = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll('text')].map(each => [each.textContent, each.getBoundingClientRect()]);
    const size = each => parseFloat(getComputedStyle(each).fontSize);
    const small = [...svg.querySelectorAll('text')].filter(each => size(each) < 12).map(each => each.textContent);
    const out = texts.filter(([, box]) => box.left < frame.left - 1 || box.right > frame.right + 1);
    const over = texts.flatMap(([text, a], n) => texts.slice(n + 1).filter(([, b]) =>
        a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 5 && b.top < a.bottom - 5
    ).map(([other]) => text + ' on ' + other));
    return [...small, ...out.map(([text]) => text), ...over];
})"""


@pytest.fixture(scope="module")
def sella(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The invented dispute, built."""
    folder = tmp_path_factory.mktemp("sella") / "desk"
    desk = Desk(ROOT / "examples" / "sella").copy(folder)
    (folder / "build.py").write_bytes((ROOT / "build.py").read_bytes())
    return built(desk)


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A page 360 pixels wide, without scripts."""
    context = browser.new_context(viewport={"width": 360, "height": 640}, java_script_enabled=False)
    try:
        yield context.new_page()
    finally:
        context.close()


def at(desk: Desk, page: str) -> str:
    """A page of the briefing as a file."""
    return (desk.site / BRIEFING / page / "index.html").as_uri()


@pytest.mark.parametrize("page", ["timeline", "figures", "positions", "actors"])
def test_text_in_drawings_is_legible_on_a_phone(sella: Desk, phone: Page, page: str) -> None:
    """At 360 pixels no text of a drawing is smaller than 12 pixels, cut off, or on top of another."""
    phone.goto(at(sella, page))

    assert phone.locator("svg.bs-svg").count() > 0
    assert phone.evaluate(TROUBLE) == []


@pytest.mark.parametrize("page", ["timeline", "figures", "positions", "actors"])
def test_every_drawing_has_title_description_and_the_same_as_text(sella: Desk, page: str) -> None:
    """Each is an image named by its title and description, and a list or a table says the same."""
    tree = sella.page(f"{BRIEFING}{page}/")
    for drawing in tree.all("svg", "bs-svg"):
        title, description = (tree.one(id=name) for name in drawing["aria-labelledby"].split())
        assert drawing["role"] == "img"
        assert title.words
        assert description.words
    assert tree.all("ol", "bs-timeline" if page == "timeline" else "bs-line") or tree.all("table", "bs-table")


def test_chart_says_sources_and_day(sella: Desk) -> None:
    """Below figures on one scale stand links to their sources and the day of the information."""
    chart, *_ = sella.page(f"{BRIEFING}figures/").all("figure", "bs-chart")

    caption = chart.one("figcaption")
    assert caption.all("a")
    assert "24 June 2031" in caption.words
    assert len(chart.one("tbody").all("tr")) == len(chart.all("g", data_draws=""))


def test_positions_in_the_matrix_are_set_as_text(sella: Desk, phone: Page) -> None:
    """A position in a cell has no box of its own and not the face of program text, as an entry to cite has."""
    phone.goto(at(sella, "positions"))
    look = "element => [getComputedStyle(element).fontFamily, getComputedStyle(element).borderInlineStartWidth]"
    looks = [each.evaluate(look) for each in phone.locator(".bs-matrix .bs-entry").all()]
    assert looks
    assert not [face for face, _ in looks if "monospace" in face]
    assert {border for _, border in looks} == {"0px"}


def test_filter_needs_no_script_and_tells_what_it_does(sella: Desk, phone: Page) -> None:
    """By keyboard alone a choice hides what does not match and says so; reset, Enter and paper show everything."""
    phone.goto(at(sella, "positions"))
    entries = phone.locator(".bs-matrix .bs-entry:visible")
    everything = entries.count()
    phone.locator(".bs-filter summary").focus()
    phone.keyboard.press("Enter")
    phone.keyboard.press("Tab")
    phone.keyboard.type("demand")
    shown = {each.get_attribute("data-position") for each in entries.all()}
    assert shown == {"demand"}
    assert phone.locator(".bs-filter-status span").is_visible()
    phone.keyboard.press("Enter")
    assert phone.url == at(sella, "positions")
    phone.emulate_media(media="print")
    assert entries.count() == everything
    phone.emulate_media(media="screen")
    phone.locator(".bs-filter button").click()
    assert entries.count() == everything
    assert not phone.locator(".bs-filter-status span").is_visible()


@pytest.mark.parametrize(("label", "selector"), [("Holder", "tbody tr"), ("Issue", "thead th:not(:first-child)")])
def test_filter_leaves_one_holder_or_one_issue(sella: Desk, phone: Page, label: str, selector: str) -> None:
    """Choosing a holder leaves its row, choosing an issue its column."""
    phone.goto(at(sella, "positions"))
    phone.locator(".bs-filter summary").click()
    choice = phone.locator(".bs-filter label", has_text=label).locator("select")
    choice.select_option(index=2)
    name = choice.locator("option:checked").text_content()
    left = phone.locator(f".bs-matrix {selector}:visible")

    assert left.count() == 1
    assert (left.text_content() or "").strip().startswith(name or "?")


def test_lists_stand_before_the_matrix(sella: Desk, phone: Page) -> None:
    """On a phone the reader comes to each holder's and each issue's list before the table."""
    phone.goto(at(sella, "positions"))
    nav, table = phone.locator(".bs-lists"), phone.locator(".bs-matrix")
    nav_box, table_box = nav.bounding_box(), table.bounding_box()
    assert nav_box
    assert table_box
    assert nav_box["y"] < table_box["y"]
    heads = phone.locator(".bs-matrix thead th:not(:first-child)").count()
    assert nav.locator("a[href*='#issue:']").count() == heads
    for link in nav.locator("a").all():
        target = link.get_attribute("href") or ""
        path, _, name = target.partition("#")
        page = Path("positions" if not path else path.strip("./"))
        assert f'id="{name}"' in (sella.site / BRIEFING / page.name / "index.html").read_text("utf-8")
