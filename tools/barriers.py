"""Ten barriers that axe does not look for, each found in a page that a `Reader` has open.

Every question returns what bars the way, in words for whoever has to mend it: an empty list is a pass. WCAG numbers are
those of version 2.2.
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum, auto
from io import BytesIO

from playwright.sync_api import Locator
from pypdf import PdfReader

from tools.looks import NARROW, WIDE, Reader, Scheme

A4 = (673, 986)
"""210 x 297 mm less the style sheet's margins of 16 and 18 mm, at 96 pixels an inch."""
MOST_STOPS = 1500
"""More places for the focus than any page has: a walk that goes on longer goes round in circles."""
SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }"""
"""The spacing of 1.4.12."""
DOUBLE = "html { font-size: 200% !important; }"


class Way(Enum):
    """How a reader opens and closes a box: Enter and Esc, or its mark and its button, clicked or tapped."""

    KEYBOARD = auto()
    MOUSE = auto()
    TOUCH = auto()


_NAME = """const name = each =>
    `${each.tagName.toLowerCase()}.${each.getAttribute('class')} ${each.textContent.trim().slice(0, 40)}`;"""
_SEEN = """const unseen = '.bs-hidden, .bs-running';
    const seen = each => each.checkVisibility({ visibilityProperty: true }) && !each.closest(unseen);"""
_BESIDES = """() => {
    const by = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    return by > 0 ? [`the page is ${by} px too wide`] : [];
}"""
_SCROLLERS = f"""() => {{ {_NAME}
    return [...document.querySelectorAll('body *')].filter(each => {{
        const style = getComputedStyle(each), scrolls = /auto|scroll/;
        const over = scrolls.test(style.overflowX) && each.scrollWidth > each.clientWidth
            || scrolls.test(style.overflowY) && each.scrollHeight > each.clientHeight;
        const named = each.getAttribute('aria-label') || each.getAttribute('aria-labelledby');
        const within = each.tabIndex === 0 && named && each.getAttribute('role');
        return over && !within && !each.matches('input, textarea, select');
    }}).map(name);
}}"""
_SCOPES = f"""() => {{ {_NAME} return [...document.querySelectorAll('th:not([scope])')].map(name); }}"""
_CAPTIONS = f"""() => {{ {_NAME}
    return [...document.querySelectorAll('table')].filter(each => !each.caption?.textContent.trim()).map(name);
}}"""
_CLIPPED = f"""() => {{ {_NAME} {_SEEN}
    return [...document.querySelectorAll('body *')].filter(each => {{
        const style = getComputedStyle(each);
        const meant = each instanceof SVGElement || each.clientWidth <= 1 || each.matches('input, select, caption');
        return !meant && seen(each)
            && (/hidden|clip/.test(style.overflowX) && each.scrollWidth > each.clientWidth + 1
            || /hidden|clip/.test(style.overflowY) && each.scrollHeight > each.clientHeight + 1);
    }}).map(name);
}}"""
_FOCUS = """() => {
    const here = document.activeElement, box = here.getBoundingClientRect();
    if (here === document.body) return null;
    const points = [[.5, .5], [.02, .5], [.98, .5], [.5, .05], [.5, .95]];
    const seen = points.some(([x, y]) => {
        const top = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
        return top && (here.contains(top) || top.contains(here));
    });
    return seen ? '' : here.outerHTML.slice(0, 120);
}"""
_FORCED = f"""() => {{ {_NAME} {_SEEN}
    const canvas = getComputedStyle(document.body).backgroundColor;
    const lost = each => {{
        const style = getComputedStyle(each);
        return [style.fill, style.stroke].every(colour => [canvas, 'none', 'rgba(0, 0, 0, 0)'].includes(colour));
    }};
    const drawn = [...document.querySelectorAll('svg :is(text, line, path, rect, circle, polyline, polygon)')];
    const marked = [...document.querySelectorAll(':is(main, .bs-page) mark')];
    const stance = [...document.querySelectorAll('.bs-stance')];
    return [
        ...drawn.filter(each => seen(each) && lost(each) && !each.closest('defs, .bs-svg-paper')).map(name),
        ...marked.filter(each => getComputedStyle(each).backgroundColor === canvas).map(name),
        ...stance.filter(each => !/\\S\\s+\\S/.test(each.textContent.trim())).map(name),
    ];
}}"""
_ON_PAPER = f"""() => {{ {_NAME} {_SEEN}
    const mayClip = ':is(th, td, .bs-scroller, .bs-quote, .bs-web, dd, pre)';
    const boxes = document.querySelectorAll(`:is(main, .bs-page) ${{mayClip}}`);
    const clipped = [...boxes].filter(each => each.clientWidth && each.scrollWidth > each.clientWidth + 1);
    const beyond = [...document.querySelectorAll(':is(main, .bs-page) *')].filter(each => {{
        const box = each.getBoundingClientRect();
        return box.width && seen(each) && !each.closest('[popover], svg, caption')
            && (box.right > innerWidth + 1 || box.left < -1);
    }});
    return [...clipped.map(each => 'clipped: ' + name(each)), ...beyond.map(each => 'over the edge: ' + name(each))];
}}"""


_PRINTED = f"""() => {{ {_SEEN}
    const walk = document.createTreeWalker(document.querySelector('main, .bs-page'), NodeFilter.SHOW_TEXT), words = [];
    while (walk.nextNode()) {{
        if (seen(walk.currentNode.parentElement)) words.push(...walk.currentNode.data.split(/\\s+/));
    }}
    return words;
}}"""


def sideways(reader: Reader) -> list[str]:
    """Whether the page as it is open now is wider than the window (1.4.10, where that is 320 px)."""
    return _ask(reader, _BESIDES)


def unreachable_scrollers(reader: Reader) -> list[str]:
    """What scrolls by itself, and has no tab stop, no role or no name."""
    return _ask(reader, _SCROLLERS)


def headers_without_scope(reader: Reader) -> list[str]:
    """Table headers that do not say what they head."""
    return _ask(reader, _SCOPES)


def tables_without_caption(reader: Reader) -> list[str]:
    """Tables without a caption."""
    return _ask(reader, _CAPTIONS)


def covered_focus(reader: Reader) -> list[str]:
    """What has the focus and cannot be seen at all on a walk by Tab through the whole page (2.4.11)."""
    covered = list[str]()
    for _ in range(MOST_STOPS):
        reader.page.keyboard.press("Tab")
        trouble: str | None = reader.page.evaluate(_FOCUS)
        if trouble is None:
            return covered
        if trouble:
            covered.append(trouble)
    return [*covered, "the focus never leaves the page"]


def stuck_boxes(reader: Reader, way: Way, most: int) -> list[str]:
    """Of the first `most` marks, those whose box does not open or close this way, or loses the focus by closing."""
    found = []
    for mark in reader.page.locator(":is(main, .bs-page) button.bs-ev:visible").all()[:most]:
        name = mark.get_attribute("popovertarget") or ""
        box = reader.page.locator(f"[id='{name}']")
        _open(reader, mark, way)
        opened = box.is_visible()
        _close(reader, box, way)
        back = reader.page.evaluate("() => document.activeElement.getAttribute('popovertarget')")
        if not opened or box.is_visible() or back != name:
            found.append(f"{way.name}: {name}")
    return found


def lost_by_spacing(reader: Reader) -> list[str]:
    """What is cut off, or makes the page too wide, when letters, words and lines stand as far apart as in 1.4.12."""
    return _lost_under(reader, SPACING, WIDE) + _lost_under(reader, SPACING, NARROW)


def lost_by_double_text(reader: Reader) -> list[str]:
    """The same where the reader doubles the size of all text (1.4.4)."""
    return _lost_under(reader, DOUBLE, WIDE) + _lost_under(reader, DOUBLE, WIDE // 2)


def lost_in_forced_colours(reader: Reader) -> list[str]:
    """What only colour tells, or what nobody sees, where the system sets the colours, in a light and a dark palette."""
    found = []
    for scheme in Scheme:
        reader.page.emulate_media(forced_colors="active", color_scheme=scheme.value)
        found += [f"{scheme.value}: {each}" for each in [*_ask(reader, _FORCED), *reader.violations("color-contrast")]]
    reader.page.emulate_media(forced_colors="none")
    return found


def clipped_on_paper(reader: Reader) -> list[str]:
    """What is cut off or runs over the edge on A4, by the layout and in the PDF that the browser makes of the page."""
    reader.resize(*A4)
    reader.page.emulate_media(media="print", color_scheme="light")
    found, words = _ask(reader, _BESIDES) + _ask(reader, _ON_PAPER), _ask(reader, _PRINTED)
    paper = _plain("".join(sheet.extract_text() for sheet in PdfReader(BytesIO(reader.page.pdf(format="A4"))).pages))
    reader.page.emulate_media(media="screen")
    reader.resize(WIDE)
    return found + [f"not in the PDF: {word}" for word in dict.fromkeys(words) if _expected(word) not in paper]


def _open(reader: Reader, mark: Locator, way: Way) -> None:
    if way is Way.KEYBOARD:
        mark.focus()
        reader.page.keyboard.press("Enter")
    else:
        mark.click() if way is Way.MOUSE else mark.tap()


def _close(reader: Reader, box: Locator, way: Way) -> None:
    close = box.locator("button.bs-close")
    if way is Way.KEYBOARD or not close.is_visible():
        reader.page.keyboard.press("Escape")
    else:
        close.click() if way is Way.MOUSE else close.tap()


def _ask(reader: Reader, question: str) -> list[str]:
    answer: list[str] = reader.page.evaluate(question)
    return answer


def _lost_under(reader: Reader, css: str, width: int) -> list[str]:
    reader.resize(width)
    reader.add_style(css)
    found = _ask(reader, _BESIDES) + _ask(reader, _CLIPPED)
    reader.add_style("")
    reader.resize(WIDE)
    return [f"{width} px: {each}" for each in found]


def _plain(text: str) -> str:
    """Letters and digits alone: what reads PDF may give spaces, ligatures and signs in another order."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text))


def _expected(word: str) -> str:
    """What of a word a reader of PDF gives back letter by letter: nothing of a script that is written leftwards."""
    return "" if any(unicodedata.bidirectional(sign) in {"R", "AL"} for sign in word) else _plain(word)
