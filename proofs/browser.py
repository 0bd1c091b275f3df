"""The built product in a real Chromium: axe, the ten barriers that axe does not look for, weights, and print."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from itertools import cycle, groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from playwright.sync_api import Browser

from briefsmith.publish.inventory import list_files
from tests.site.chromium import Watch, chromium, serving
from tools import barriers
from tools.looks import LOOKS, NARROW, WIDE, Look, Reader, Scheme

NAME = "browser"
CLAIM = (
    "In Chromium, at the sample, the example and a site in Arabic and Ukrainian, on every page (of those on single "
    "checks one in ten): at most 60 KB packed and 4 requests (search has its engine besides), no other host, cookie "
    "or policy report, no page wider than 320 px, each scroller in the keyboard's reach, scope and caption at tables; "
    "on the largest page of each kind: no axe violation (WCAG 2.2 A and AA, good practice) at 1280 and 320 px, light "
    "and dark, with scripts and without, nor with everything unfolded, none of the ten barriers that axe does not look "
    "for, boxes by keyboard, mouse and touch, nothing clipped on paper; on the largest of each kind at the other two "
    "sites: no axe violation in one of the eight ways, in turn."
)

ROOT = Path(__file__).parents[1]
SITES = {".": "", "examples/sella": "sella/", "tests/data/two-scripts": ""}
"""Sites, and the folder of a host for which their pages of errors are made."""
MOST_BYTES, MOST_REQUESTS = 60_000, 4
MOST_MARKS = 4
"""Marks whose boxes are tried on a page, each in every way."""
FIGURES = (
    "cases", "pages", "axe_runs", "violations", "barriers", "clipped_on_paper", "boxes_stuck",
    "largest_bytes", "most_requests", "search_requests", "other_hosts", "cookies", "reports",
)  # fmt: skip
_CHECK = re.compile(r"checks/BS\d+/index\.html")
_KIND = re.compile(r'<main\b[^>]*\bdata-page="([^"]*)"')

Counters = dict[str, int]
Step = Callable[[Browser, str, Counters], list[str]]


class Case(NamedTuple):
    """One step to take at one page; `page` is the path of its file."""

    site: int
    page: str
    step: Step


def run(state: Counters) -> Iterator[float]:
    """Take each step at each page; what is wrong is named on the standard error."""
    state |= {name: state.get(name, 0) for name in FIGURES}
    with _served() as (roots, addresses), chromium() as browser:
        cases = list(_cases(roots))
        for case in cases[state["cases"] :]:
            url = addresses[case.site] + case.page.removesuffix("index.html")
            for wrong in case.step(browser, url, state):
                sys.stderr.write(f"{list(SITES)[case.site]} {case.page}: {wrong}\n")
            state["cases"] += 1
            yield state["cases"] / len(cases)


def holds(state: Counters) -> bool:
    """Whether nothing is wrong and nothing too heavy."""
    wrong = ("violations", "barriers", "clipped_on_paper", "boxes_stuck", "other_hosts", "cookies", "reports")
    light = 0 < state["largest_bytes"] <= MOST_BYTES and state["most_requests"] <= MOST_REQUESTS
    return light and state["axe_runs"] > 0 and not any(state[name] for name in wrong)


@contextmanager
def _served() -> Iterator[tuple[list[Path], list[str]]]:
    """All sites built and served: their folders and addresses."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory()))
        roots, addresses = list[Path](), list[str]()
        for number, (site, place) in enumerate(SITES.items()):
            desk, host = ROOT / site, folder / f"host-{number}"
            built = host / place if place else host
            built.parent.mkdir(exist_ok=True)
            if site.startswith("tests/"):
                desk = Path(shutil.copytree(desk, folder / "desk"))
            command = [sys.executable, str(ROOT / "build.py"), "build", "--site-dir", str(built)]
            subprocess.run(command, cwd=desk, check=True, capture_output=True)
            roots.append(built)
            addresses.append(stack.enter_context(serving(host)) + place)
        yield roots, addresses


def _cases(roots: list[Path]) -> Iterator[Case]:
    """The largest page of each kind first, then those of its kind at the other sites, then a glance at every page."""
    pages = [(site, page) for site, root in enumerate(roots) for page in list_files(root) if page.endswith(".html")]
    largest = dict[tuple[str, int], tuple[int, str]]()
    for site, page in pages:
        text = (roots[site] / page).read_text(encoding="utf-8")
        kind = found[1] if (found := _KIND.search(text)) and page != "404.html" else page
        largest[kind, site] = max(largest.get((kind, site), (0, "")), (len(text), page))
    best = {kind: max(sites)[1] for kind, sites in _by_kind(largest).items()}
    steps: list[Step] = [_looks(*LOOKS), _unfolded, _barriers, _boxes]
    turn = cycle(LOOKS)
    for (kind, site), (_, page) in sorted(largest.items()):
        chosen = steps if best[kind] == site else [_looks(next(turn))]
        yield from (Case(site, page, step) for step in chosen)
    checks = [each for each in pages if _CHECK.fullmatch(each[1])]
    left_out = set(checks) - set(checks[::10])
    yield from (Case(site, page, _weigh) for site, page in pages if (site, page) not in left_out)


def _by_kind(largest: Mapping[tuple[str, int], tuple[int, str]]) -> dict[str, list[tuple[int, int]]]:
    """Length and site of the largest pages of each kind."""
    found = dict[str, list[tuple[int, int]]]()
    for (kind, site), (length, _) in largest.items():
        found.setdefault(kind, []).append((length, site))
    return found


def _weigh(browser: Browser, url: str, state: Counters) -> list[str]:
    """Load the page as a stranger does, with scripts and nothing in store; ask what costs little."""
    with _reader(browser) as reader:
        watch = Watch.over(reader.page)
        reader.resize(NARROW)
        reader.open(url, scripts=True)
        host = url[: url.index("/", len("http://"))] + "/"
        abroad = [each for each in watch.requests if not each.startswith((host, "data:"))]
        cookies = [str(each) for each in reader.page.context.cookies()]
        heavy = watch.packed_bytes()
        searching = url.endswith("/search/")
        requests = "search_requests" if searching else "most_requests"
        state["pages"] += 1
        state[requests] = max(state[requests], len(watch.requests))
        state["largest_bytes"] = max(state["largest_bytes"], heavy)
        state["other_hosts"] += len(abroad)
        state["cookies"] += len(cookies)
        state["reports"] += len(watch.said)
        return [*abroad, *cookies, *watch.said, *_counted("barriers", _cheap(reader), state)]


def _looks(*looks: Look) -> Step:
    """Ask axe in these ways; the page is loaded once with scripts and once without."""

    def step(browser: Browser, url: str, state: Counters) -> list[str]:
        with _reader(browser) as reader:
            found = list[str]()
            for scripts, those in groupby(looks, key=lambda look: look.scripts):
                reader.open(url, scripts=scripts)
                for look in those:
                    reader.dress(look.width, look.scheme)
                    found += [f"{look}: {each}" for each in reader.violations()]
            state["axe_runs"] += len(looks)
            return _counted("violations", found, state)

    return step


def _unfolded(browser: Browser, url: str, state: Counters) -> list[str]:
    """Everything open, at 320 px."""
    with _reader(browser) as reader:
        reader.dress(NARROW, Scheme.LIGHT)
        reader.open(url, scripts=False)
        reader.unfold()
        state["axe_runs"] += 1
        found = [*_counted("barriers", barriers.sideways(reader), state)]
        return [*found, *_counted("violations", reader.violations(), state)]


def _barriers(browser: Browser, url: str, state: Counters) -> list[str]:
    """The dear ones of the ten."""
    with _reader(browser) as reader:
        found = list[str]()
        for width in (WIDE, NARROW):
            reader.resize(width)
            reader.open(url, scripts=False)
            found += [*_cheap(reader), *barriers.covered_focus(reader)]
        reader.open(url, scripts=False)
        found += barriers.lost_by_spacing(reader) + barriers.lost_by_double_text(reader)
        found += barriers.lost_in_forced_colours(reader)
        clipped = _counted("clipped_on_paper", barriers.clipped_on_paper(reader), state)
        return [*_counted("barriers", found, state), *clipped]


def _boxes(browser: Browser, url: str, state: Counters) -> list[str]:
    with _reader(browser, touch=True) as reader:
        reader.resize(NARROW)
        reader.open(url, scripts=False)
        stuck = [each for way in barriers.Way for each in barriers.stuck_boxes(reader, way, MOST_MARKS)]
        return _counted("boxes_stuck", stuck, state)


def _cheap(reader: Reader) -> list[str]:
    asked = (
        barriers.sideways,
        barriers.unreachable_scrollers,
        barriers.headers_without_scope,
        barriers.tables_without_caption,
    )
    return [f"{ask.__name__}: {each}" for ask in asked for each in ask(reader)]


def _counted(name: str, found: list[str], state: Counters) -> list[str]:
    state[name] += len(found)
    return found


@contextmanager
def _reader(browser: Browser, *, touch: bool = False) -> Iterator[Reader]:
    context = browser.new_context(has_touch=touch)
    try:
        yield Reader(context.new_page())
    finally:
        context.close()
