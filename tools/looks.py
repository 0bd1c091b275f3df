"""The ways a page is looked at, in one tab of a real browser: wide or narrow, light or dark, with scripts or without.

axe is itself a script, so it can only ask a page where scripts run. A page without scripts is therefore loaded without
them, so that no script of its own begins, and only then are scripts let in again, for axe alone. What stands in
`noscript` is taken out of it, for axe passes that element over. The policy of the page stays in force all the while.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from itertools import product
from pathlib import Path
from typing import Any

import axe_playwright_python  # type: ignore[import-untyped]  # it comes without types
from playwright.sync_api import Page

RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
"""WCAG 2.2 at A and AA, and good practice, as axe names them."""

WIDE, NARROW = 1280, 320
"""CSS pixels; the second is that of WCAG 1.4.10."""
HEIGHT = 800

_AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
_ASK = """([part, options]) => axe.run(part || document, options).then(results => results.violations.map(
    each => `${each.id} (${each.nodes.length}): ${each.nodes[0].html.slice(0, 160)}`))"""
_SHOW_NOSCRIPT = """() => {
    for (const each of document.querySelectorAll('noscript')) each.replaceWith(...each.childNodes);
}"""
_ADD_STYLE = """css => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
}"""
_OPEN_ALL = """() => {
    for (const each of document.querySelectorAll(':is(main, .bs-page) details')) each.open = true;
    document.querySelector(':is(main, .bs-page) [popover]')?.showPopover();
}"""


class Scheme(Enum):
    """The colours that the reader's system asks for."""

    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Look:
    """One way to look at a page; `width` is in CSS pixels."""

    width: int
    scheme: Scheme
    scripts: bool

    def __str__(self) -> str:
        return f"{self.width}-{self.scheme.value}-{'scripts' if self.scripts else 'plain'}"


LOOKS = tuple(Look(width, scheme, on) for on, width, scheme in product((True, False), (WIDE, NARROW), Scheme))
"""All eight, those with scripts first."""


class Reader:
    """A tab that can change its size, colours and scripts between and during visits; the context must allow scripts."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._tools = page.context.new_cdp_session(page)

    def open(self, url: str, *, scripts: bool) -> None:
        """Load a page on a screen, its own scripts running or not, in no added style."""
        self.page.emulate_media(media="screen", forced_colors="none")
        self._let_scripts(scripts)
        self.page.goto(url)
        if not scripts:
            self.page.evaluate(_SHOW_NOSCRIPT)

    def resize(self, width: int, height: int = HEIGHT) -> None:
        """Give the window this size, in CSS pixels."""
        self.page.set_viewport_size({"width": width, "height": height})

    def dress(self, width: int, scheme: Scheme) -> None:
        """Give the window this width and the page these colours."""
        self.resize(width)
        self.page.emulate_media(color_scheme=scheme.value)

    def add_style(self, css: str) -> None:
        """Add a reader's own style, as the policy forbids pages but not readers; it lasts until the next page."""
        self.page.evaluate(_ADD_STYLE, css)

    def unfold(self) -> None:
        """Open everything that folds, and one box of evidence."""
        self.page.evaluate(_OPEN_ALL)

    def violations(self, *rules: str, part: str = "") -> list[str]:
        """What axe finds by all `RULES`, or by these of its rules: id, number of nodes, and the first node.

        A part of the page is named by a selector; without one the whole page is looked at.
        """
        self._let_scripts(True)
        self.page.evaluate(f"() => {{ if (!window.axe) {{ {_AXE} }} }}")
        only = {"type": "rule", "values": list(rules)} if rules else {"type": "tag", "values": list(RULES)}
        # What passes is not reported, and what does not is shown by its HTML: both cost axe most of its time.
        quick = {"resultTypes": ["violations"], "reporter": "no-passes", "selectors": False}
        options: dict[str, Any] = {**quick, "runOnly": only}
        found: list[str] = self.page.evaluate(_ASK, [part, options])
        return found

    def _let_scripts(self, on: bool) -> None:
        self._tools.send("Emulation.setScriptExecutionDisabled", {"value": not on})
