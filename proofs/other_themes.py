"""Our part of the page under themes that are not ours: axe, edges and paper on every kind of page of both sites."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser

from tests.site.chromium import chromium, serving
from tools.barriers import clipped_on_paper
from tools.looks import Reader
from tools.themes import DARK, LIGHT, faults

NAME = "other-themes"
CLAIM = (
    "Under mkdocs, readthedocs and Material, light and where the theme has it dark, on one page of each kind of the "
    "sample and of the example: no axe violation (WCAG 2.2 A and AA, good practice) in our part of the page at 1280 "
    "and, for the rules that hang on width, at 320 px with everything unfolded, nothing of it over its edge, and "
    "nothing cut off on paper."
)

ROOT = Path(__file__).parents[1]
SITES = {".": ("build.py", "mkdocs.yml", "briefings", "seeds", "docs", "templates"), "examples/sella": ("",)}
"""Sites, and what each is made of."""
THEMES = [*LIGHT.values(), *DARK.values()]
_BUILT = ("site", "draft", ".*")


def run(state: dict[str, int]) -> Iterator[float]:
    """Each site under each theme, each kind of its pages; what is wrong is named on the standard error."""
    state |= {name: state.get(name, 0) for name in ("builds", "pages", "faults", "cut_off_on_paper")}
    builds = [(site, theme) for site in SITES for theme in THEMES]
    for site, theme in builds[state["builds"] :]:
        with TemporaryDirectory() as folder, chromium() as browser:
            _look(browser, _built(site, theme, Path(folder) / "desk"), f"{site} under {theme}", state)
        state["builds"] += 1
        yield state["builds"] / len(builds)


def holds(state: dict[str, int]) -> bool:
    """Whether nothing is wrong."""
    return state["pages"] > 0 and state["faults"] == state["cut_off_on_paper"] == 0


def _built(site: str, theme: str, desk: Path) -> Path:
    for part in SITES[site]:
        source = ROOT / site / part
        if source.is_dir():
            shutil.copytree(source, desk / part, ignore=shutil.ignore_patterns(*_BUILT), dirs_exist_ok=True)
        else:
            desk.mkdir(exist_ok=True)
            shutil.copy(source, desk)
    config = desk / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("name: briefsmith", theme), encoding="utf-8")
    subprocess.run([sys.executable, str(ROOT / "build.py"), "build"], cwd=desk, check=True, capture_output=True)
    return desk / "site"


def _look(browser: Browser, site: Path, where: str, state: dict[str, int]) -> None:
    pages = json.loads((site / "briefsmith.json").read_text("utf-8"))["pages"]
    context = browser.new_context()
    # These themes ask other hosts for fonts and scripts.
    context.route(lambda url: "//127.0.0.1:" not in url, lambda route: route.abort())
    reader = Reader(context.new_page())
    with serving(site) as address:
        for kind, url in {page["kind"]: page["url"] for page in pages}.items():
            wrong = faults(reader, address + url)
            reader.open(address + url, scripts=True)
            cut_off = clipped_on_paper(reader)
            for each in [*wrong, *cut_off]:
                sys.stderr.write(f"{where}, {kind}: {each}\n")
            state["pages"] += 1
            state["faults"] += len(wrong)
            state["cut_off_on_paper"] += len(cut_off)
    context.close()
