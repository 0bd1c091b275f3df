"""The example of an invented dispute: it builds without a warning, and shows what its README says, where it says."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from tests.site.desk import ROOT
from tests.site.tree import Element, parse

EXAMPLE = ROOT / "examples" / "sella"
BUILT = ("site", "draft", "site-*", "draft-*", ".*")
AMBER_CLAIM = "Belmark would not let the farmers"
EDITIONS = ["2031-06-06", "2031-06-13", "2031-06-18"]
FEATURES = [
    tuple(cell.strip(" `") for cell in row.split("|")[1:4])
    for row in (EXAMPLE / "README.md").read_text("utf-8").splitlines()
    if re.match(r"\| [^|]+ \| `[^|]+` \| ", row)
]
"""The rows of the README's table: feature, page, words on it."""


@dataclass
class Example:
    """A built copy of the example, and what the build said."""

    site: Path
    said: str

    @cached_property
    def index(self) -> dict[str, Any]:
        """`briefsmith.json`."""
        found: dict[str, Any] = json.loads((self.site / "briefsmith.json").read_bytes())
        return found

    def html(self, page: str) -> str:
        """A page as it stands in the site."""
        path = self.site / page
        return (path / "index.html" if path.is_dir() else path).read_text("utf-8")

    def page(self, page: str) -> Element:
        """A page as a tree."""
        return parse(self.html(page))


def pages_with(words: str, site: Path) -> list[str]:
    """The pages of a site that hold these words."""
    pages = sorted(site.rglob("*.html"))
    return [path.relative_to(site).as_posix() for path in pages if words in path.read_text("utf-8")]


def run(command: str, site: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run one command of `build.py` on a site."""
    call = [sys.executable, str(ROOT / "build.py"), command, "-f", str(site / "mkdocs.yml"), *arguments]
    return subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=False)


def copy_of_example(folder: Path) -> Path:
    """The example without what was built."""
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns(*BUILT))
    return folder


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Example:
    """The example, built once by the real command, whose own check finds every dead link."""
    folder = copy_of_example(tmp_path_factory.mktemp("example") / "sella")
    ran = run("build", folder)
    assert ran.returncode == 0, ran.stderr
    return Example(folder / "site", ran.stderr)


def test_builds_without_a_finding(example: Example) -> None:
    """The build has no error, no warning and no unread sentence, and MkDocs has nothing to say."""
    assert re.search(
        r"2 briefings, 8 sources, \d+ facts, \d+ quotes, 0 of \d+ sentences unread: 0 errors, 0 warnings", example.said
    )
    assert "WARNING" not in example.said


def test_counts_are_those_of_a_full_example(example: Example) -> None:
    """Two briefings rest on eight articles, and hold over a hundred facts and 150 quotes."""
    counts = example.index["counts"]

    assert (counts["briefings"], counts["sources"], example.index["as_of"]) == (2, 8, "2031-06-24")
    assert counts["facts"] > 100
    assert counts["quotes"] >= 150


def test_table_has_a_row_for_every_kind_of_feature() -> None:
    """The README's table is read in full."""
    assert len(FEATURES) >= 45


@pytest.mark.parametrize(("feature", "page", "words"), FEATURES, ids=[feature for feature, _, _ in FEATURES])
def test_feature_is_on_the_page_that_the_readme_names(example: Example, feature: str, page: str, words: str) -> None:
    """Each feature of the README's table can be seen where the table says."""
    assert words in example.page(page).one("main").words


def test_amber_statement_stays_out_of_the_public_site(example: Example) -> None:
    """The claim that is marked AMBER is on no page of the public site."""
    assert pages_with(AMBER_CLAIM, example.site) == []


def test_internal_build_shows_the_amber_statement(tmp_path: Path) -> None:
    """`--tlp AMBER` builds it, and the advice for the desk, into a folder of its own."""
    folder = copy_of_example(tmp_path / "sella")

    ran = run("build", folder, "--tlp", "AMBER")

    assert ran.returncode == 0, ran.stderr
    assert "briefings/sella-2031-06/claims/index.html" in pages_with(AMBER_CLAIM, folder / "site-amber")
    assert "briefings/sella-2031-06/index.html" in pages_with("Whether to offer an observer", folder / "site-amber")


def test_every_source_says_that_it_is_invented(example: Example) -> None:
    """No article can be taken for a real one."""
    pages = [page for page in example.index["pages"] if page["kind"] == "source"]

    assert len(pages) == 8
    assert all("Invented for this example." in example.page(page["url"]).one("main").words for page in pages)


@pytest.mark.parametrize(
    ("page", "language", "direction"),
    [("briefings/sella-2031-06", "en", "ltr"), ("briefings/peniches-2031-06", "fr", "ltr")],
)
def test_pages_carry_language_and_direction(example: Example, page: str, language: str, direction: str) -> None:
    """A page says the language of its briefing, and its direction."""
    root = example.page(page).one("html")

    assert (root["lang"], root["dir"]) == (language, direction)


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("uk", "ltr"), ("fr", "ltr")])
def test_foreign_quotes_carry_language_and_direction(example: Example, language: str, direction: str) -> None:
    """A quote says the language of its article, and its direction, in a briefing in another language."""
    quotes = example.page("briefings/sella-2031-06/figures").all(lang=language, dir=direction)

    assert quotes


def test_former_id_still_leads_to_its_fact(example: Example) -> None:
    """The round that an earlier edition calls `second-round` is still found under that name."""
    assert example.page("briefings/sella-2031-06/timeline").all(id="second-round")


@pytest.mark.parametrize("edition", EDITIONS)
def test_editions_were_sound_on_their_day(tmp_path: Path, edition: str) -> None:
    """Each earlier edition, put in the place of the sheets, has no error and no warning."""
    folder = copy_of_example(tmp_path / "sella")
    for part in ("briefings", "registry"):
        shutil.rmtree(folder / part)
        shutil.copytree(EXAMPLE / "editions" / edition / part, folder / part)
    config = folder / "mkdocs.yml"
    config.write_text(re.sub(r" +coverage: .*\n", "", config.read_text("utf-8")), "utf-8")

    ran = run("check", folder)

    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "0 errors, 0 warnings" in ran.stdout + ran.stderr
    dates = [
        re.search(r"^date: (.+)$", sheet.read_text("utf-8"), re.M) for sheet in (folder / "briefings").glob("*.yml")
    ]
    assert [date and date[1] for date in dates] == [edition, edition]
