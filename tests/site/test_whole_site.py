"""The site as a whole: it is complete, and the same input always gives the same bytes."""

from __future__ import annotations

import gzip
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefsmith.publish.inventory import fingerprint, list_files
from tests.site.desk import ROOT, SEED, Desk, bare, built, sample

KINDS = {
    "home", "overview", "brief", "positions", "actors", "timeline", "figures", "claims", "contested", "glossary",
    "sources", "source", "search", "print", "issues",
}  # fmt: skip


def test_build_publishes_and_says_where(desk: Desk) -> None:
    """A build of a sound sheet ends with 0, says what it checked and where to open the result."""
    ran = desk.build_py("build")

    assert (ran.code, ran.out) == (0, "")
    assert "1 briefing, 1 source, " in ran.err
    assert "0 errors, 0 warnings" in ran.err
    assert f"published: open {(desk.site / 'index.html').as_uri()}" in ran.err


def test_build_is_the_default(desk: Desk) -> None:
    """`build.py` alone builds."""
    shutil.rmtree(desk.site)

    assert desk.build_py().code == 0
    assert (desk.site / "index.html").is_file()


def test_every_planned_page_exists_and_knows_its_kind(published: Desk) -> None:
    """Each page that `briefsmith.json` lists is there, once, and its `main` says its kind."""
    pages = published.index["pages"]

    assert {page["kind"] for page in pages} == KINDS
    assert len({page["url"] for page in pages}) == len(pages)
    for page in pages:
        assert published.page(page["url"]).one("main")["data-page"] == page["kind"]


def test_index_counts_what_the_site_holds(published: Desk) -> None:
    """The counts of `briefsmith.json` are those of its lists, and no sentence is unread."""
    index = published.index

    assert index["as_of"] == "2025-11-10"
    assert index["counts"]["facts"] == len(index["facts"]) > 70
    assert index["counts"]["quotes"] > 80
    assert (index["counts"]["sentences"], index["counts"]["unread"]) == (21, 0)


def test_nothing_is_left_beside_the_site(published: Desk) -> None:
    """No staging folder and no lock stays behind."""
    assert published.beside() == sorted(["build.py", "briefings", "docs", "mkdocs.yml", "seeds", "site", "templates"])


@pytest.mark.parametrize("tool", ["mkdocs", "properdocs"])
def test_other_builders_give_the_same_bytes(published: Desk, tmp_path: Path, tool: str) -> None:
    """`mkdocs build` and ProperDocs publish exactly what our own command does."""
    desk = published.copy(tmp_path / "desk").into("other")

    ran = desk.run("-m", tool, "build", "--quiet", "-f", "mkdocs.yml", "-d", "other")

    assert ran.code == 0, ran.err
    assert list_files(desk.site) == list_files(published.site)
    assert fingerprint(desk.site) == fingerprint(published.site)


def test_surroundings_do_not_change_a_byte(published: Desk, tmp_path: Path) -> None:
    """Time zone, locale, hash seed, umask and folder leave the site as it is."""
    elsewhere = sample(tmp_path / "Ein anderer Ort" / "köln")
    env = {"TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8", "LC_ALL": "C", "PYTHONHASHSEED": "4711"}

    ran = elsewhere.build_py("build", env=env, umask=0o077)

    assert ran.code == 0, ran.err
    assert fingerprint(elsewhere.site) == fingerprint(published.site)


def test_clock_does_not_reach_the_site(desk: Desk) -> None:
    """The map of the site carries the day of the sheets, not the day of the build."""
    desk.replace("mkdocs.yml", "site_name:", "site_url: https://example.org/desk/\nsite_name:")

    built(desk)

    plain = (desk.site / "sitemap.xml").read_text(encoding="utf-8")
    packed = (desk.site / "sitemap.xml.gz").read_bytes()
    assert plain.count("<lastmod>2025-11-10</lastmod>") == plain.count("<loc>") > len(KINDS)
    assert gzip.decompress(packed).decode() == plain
    assert datetime.fromtimestamp(int.from_bytes(packed[4:8], "little"), UTC).date().isoformat() == "2025-11-10"


def test_shortest_sheet_gives_a_whole_site(tmp_path: Path) -> None:
    """A sheet of 23 lines, without templates or registry, builds; pages that would be empty are left out."""
    desk = bare(tmp_path)
    desk.write("briefings/lavrov-rubio.yml", (ROOT / "tests/data/lavrov-rubio.yml").read_text(encoding="utf-8"))
    desk.write(SEED, (ROOT / SEED).read_text(encoding="utf-8"))

    built(desk)

    wanted = {
        "home",
        "overview",
        "brief",
        "positions",
        "actors",
        "timeline",
        "sources",
        "source",
        "search",
        "print",
    } | {"issues"}
    assert {page["kind"] for page in desk.index["pages"]} == wanted
    assert "Will never recognise that." in desk.page("briefings/lavrov-rubio/").text


def test_site_speaks_of_no_folder_of_the_builder(published: Desk) -> None:
    """No path of the machine that built it stands in any file."""
    root = str(published.root).encode()

    assert [path for path in list_files(published.site) if root in (published.site / path).read_bytes()] == []
