"""What a reader downloads for each page of the sample and of the example: packed bytes, and files asked for."""

from __future__ import annotations

import gzip
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from briefsmith.publish.inventory import list_files
from briefsmith.publish.markup import Use, read_uses

NAME = "page-weight"
CLAIM = (
    "Every page of the sample and of the example weighs at most 60 KB packed; all but search ask for at most 4 files."
)

ROOT = Path(__file__).parents[1]
MOST_BYTES, MOST_FILES = 60_000, 4


def run(state: dict[str, int]) -> Iterator[float]:
    """Build both sites and weigh their pages, each with the files that it names."""
    state.clear()
    state |= {"pages": 0, "heaviest_bytes": 0, "most_files": 0, "search_files": 0, "all_bytes": 0}
    with TemporaryDirectory() as folder:
        for part, site in enumerate((".", "examples/sella"), 1):
            built = Path(folder) / f"site-{part}"
            command = [sys.executable, str(ROOT / "build.py"), "build", "--site-dir", str(built)]
            subprocess.run(command, cwd=ROOT / site, check=True, capture_output=True)
            for page in (path for path in list_files(built) if path.endswith(".html")):
                _weigh(built, page, state)
            shutil.rmtree(built)
            yield part / 2


def holds(state: dict[str, int]) -> bool:
    """Whether no page is too heavy."""
    return state["pages"] > 0 and state["heaviest_bytes"] <= MOST_BYTES and state["most_files"] <= MOST_FILES


def _weigh(site: Path, page: str, state: dict[str, int]) -> None:
    text = (site / page).read_text(encoding="utf-8")
    # An address that begins at the root stands so on the page of errors alone.
    named = {address.partition("?")[0] for use, address, _ in read_uses(text) if use is Use.ASSET}
    here = (site / page).parent
    files = {(site / each.lstrip("/") if each.startswith("/") else here / each).resolve() for each in named}
    fetched = [site / page, *sorted(each for each in files if each.is_file())]
    weight = sum(len(gzip.compress(each.read_bytes(), 6, mtime=0)) for each in fetched)
    state["pages"] += 1
    state["all_bytes"] += weight
    state["heaviest_bytes"] = max(state["heaviest_bytes"], weight)
    files_of = "search_files" if page == "search/index.html" else "most_files"
    state[files_of] = max(state[files_of], len(fetched))
