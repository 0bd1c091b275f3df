"""Themes that are not ours, and what is asked of our part of their pages.

What a theme puts around it is not ours to mend, so a browser is asked about our part alone.
"""

from __future__ import annotations

from tools.looks import NARROW, WIDE, Reader, Scheme

OURS = ".bs-page"
LIGHT = {theme: f"name: {theme}" for theme in ("mkdocs", "readthedocs", "material")}
"""What stands in `mkdocs.yml` behind `theme:`, by the name of the theme."""
DARK = {
    "mkdocs": "name: mkdocs\n  color_mode: dark",
    "material": "name: material\n  palette:\n    scheme: slate",
}
"""The same with dark colours, where the theme has them."""
_OVER_THE_EDGE = """() => {
    const page = document.querySelector('.bs-page'), {left, right} = page.getBoundingClientRect();
    // Tables in hand-written text are put into boxes of the theme's, which scroll.
    const scrollers = '.bs-scroller, .bs-lead .wy-table-responsive, .bs-lead .md-typeset__scrollwrap';
    const unseen = '.bs-hidden, .bs-running, svg, [popover]', name = each => `${each.tagName}.${each.className}`;
    const found = [...page.querySelectorAll('*')].filter(each => {
        const box = each.getBoundingClientRect(), scrolls = each.parentElement.closest(scrollers);
        return box.width && !scrolls && !each.closest(unseen) && (box.left < left - 1 || box.right > right + 1);
    });
    return [...found, ...(right > innerWidth + 1 ? [page] : [])].map(each => 'over the edge: ' + name(each));
}"""
"""What runs over the edge of our part of the page, which itself must not run over that of the window."""
_LAID_OUT = ("target-size", "scrollable-region-focusable", "link-in-text-block", "heading-order")
"""The rules of axe whose answers may hang on the width of a window."""


def open_unfolded(reader: Reader, url: str) -> None:
    """Open a page in a wide window, with everything open that folds."""
    reader.dress(WIDE, Scheme.LIGHT)
    reader.open(url, scripts=True)
    reader.unfold()


def faults(reader: Reader, url: str) -> list[str]:
    """What axe finds in our part of a page, wide and narrow, and what of it runs over the edge."""
    open_unfolded(reader, url)
    found = [*reader.page.evaluate(_OVER_THE_EDGE), *reader.violations(part=OURS)]
    reader.resize(NARROW)
    return [*found, *reader.page.evaluate(_OVER_THE_EDGE), *reader.violations(*_LAID_OUT, part=OURS)]
