"""The questions to a page in a browser: each finds its barrier in a page made to have it, and none in a good one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from playwright.sync_api import Browser

from tools import barriers
from tools.barriers import Way
from tools.looks import LOOKS, NARROW, Look, Reader, Scheme

pytestmark = pytest.mark.browser

GOOD = """<!doctype html><html lang="en"><head><title>A page</title>
<style>:root {{ color-scheme: light dark; }} body {{ background: Canvas; }}</style>
</head><body><main><h1>A page</h1><p>Words.</p>{}</main></body></html>"""
WELL_MADE = """<div role="region" aria-label="Rows" tabindex="0" style="overflow: auto"><table><caption>Rows</caption>
<tr><th scope="col">A<td>b</table></div><p>x <button class="bs-ev" popovertarget="box">Words</button></p>
<div id="box" popover>Words <a href="#x">Link</a></div>"""
LONG = "<p style='white-space: nowrap'>" + "long " * 60 + "</p>"


@pytest.fixture
def reader(browser: Browser) -> Iterator[Reader]:
    context = browser.new_context(has_touch=True, viewport={"width": NARROW, "height": 800})
    yield Reader(context.new_page())
    context.close()


Ask = Callable[[Reader], list[str]]
BOXES: dict[str, Ask] = {
    f"stuck_boxes-{way.name}": partial(barriers.stuck_boxes, way=way, most=9) for way in Way
}  # fmt: skip
ASKED: dict[str, tuple[Ask, str]] = {
    "sideways": (barriers.sideways, LONG),
    "scrollers": (barriers.unreachable_scrollers, f"<div style='overflow: auto'>{LONG}</div>"),
    "scope": (barriers.headers_without_scope, "<table><caption>A</caption><tr><th>A<td>b</table>"),
    "caption": (barriers.tables_without_caption, "<table><tr><th scope=col>A<td>b</table>"),
    "focus": (barriers.covered_focus, "<a href='#'>x</a><p style='position: fixed; inset: 0; background: red'>"),
    "spacing": (barriers.lost_by_spacing, "<p style='width: 6em; overflow: hidden; white-space: nowrap'>Twelve words"),
    "text size": (barriers.lost_by_double_text, "<p style='height: 20px; overflow: hidden'>Words"),
    "forced colours": (barriers.lost_in_forced_colours, "<p>Stance: <span class=bs-stance>+</span>"),
    "drawing": (
        barriers.lost_in_forced_colours,
        "<svg role=img aria-label=x><rect width=9 height=9 fill=white /><rect x=9 width=9 height=9 fill=black /></svg>",
    ),
    "paper": (barriers.clipped_on_paper, LONG),
    "sheet": (barriers.clipped_on_paper, "<p style='position: absolute; top: -20em'>Above"),
} | {
    name: (ask, "<button class=bs-ev popovertarget=box>Words</button><div id=box>Not a popover</div>")
    for name, ask in BOXES.items()
}  # fmt: skip


def show(reader: Reader, body: str) -> None:
    reader.page.set_content(GOOD.format(body))


@pytest.mark.parametrize("name", ASKED)
def test_a_barrier_is_found(reader: Reader, name: str) -> None:
    """A page with just this barrier is found wanting."""
    ask, body = ASKED[name]
    show(reader, body)

    assert ask(reader) != []


@pytest.mark.parametrize("name", ASKED)
def test_a_good_page_has_none(reader: Reader, name: str) -> None:
    """A page without barriers passes every question."""
    show(reader, WELL_MADE)

    assert ASKED[name][0](reader) == []


def test_focus_that_goes_round_is_found(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    """A walk that never leaves the page is given up, and said."""
    monkeypatch.setattr(barriers, "MOST_STOPS", 3)
    show(reader, "<a href='#'>x</a>" * 5)

    assert barriers.covered_focus(reader) == ["the focus never leaves the page"]


def test_axe_finds_what_it_knows(reader: Reader) -> None:
    """A picture without words is found, under axe's own name for it."""
    show(reader, "<img src='data:,'>")

    assert [each.partition(" ")[0] for each in reader.violations()] == ["image-alt"]
    assert reader.violations("color-contrast") == []


def test_page_without_scripts_is_asked_as_it_is(reader: Reader) -> None:
    """Where scripts are off none of the page's own runs, and axe reads what stands in `noscript`."""
    page = GOOD.format("<noscript><img src='data:,'></noscript><script>document.title = 'Ran'</script>")
    reader.page.route("http://page.test/", lambda route: route.fulfill(body=page, content_type="text/html"))

    reader.open("http://page.test/", scripts=False)
    without = [each.partition(" ")[0] for each in reader.violations()], reader.page.title()
    reader.open("http://page.test/", scripts=True)
    within = reader.violations(), reader.page.title()

    assert without == (["image-alt"], "A page")
    assert within == ([], "Ran")


def test_colours_are_those_asked_for(reader: Reader) -> None:
    """Too little contrast in the dark alone is found in the dark alone."""
    show(reader, "<style>@media (prefers-color-scheme: dark) { body { background: #111; } p { color: #222; } }</style>")
    found = {}
    for scheme in Scheme:
        reader.dress(NARROW, scheme)
        found[scheme] = [each.partition(" ")[0] for each in reader.violations("color-contrast")]

    assert found == {Scheme.LIGHT: [], Scheme.DARK: ["color-contrast"]}


def test_there_are_eight_ways_to_look() -> None:
    """Two widths, two palettes, with scripts and without, each told apart by name."""
    assert len({str(look) for look in LOOKS}) == len(set(LOOKS)) == 8
    assert str(Look(NARROW, Scheme.DARK, scripts=False)) == "320-dark-plain"
