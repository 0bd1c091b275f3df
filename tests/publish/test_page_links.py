"""Links of hand-written pages: to generated pages by their addresses, and to the manual, made where one leads to it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from briefsmith.publish.generated_docs import asks_for_manual
from briefsmith.publish.page_links import bare, to_source
from tests.sites import write_site

SOURCES = {bare(url): uri for url, uri in {"briefings/x/": "briefings/x/index.md", "glossary/": "glossary.md"}.items()}
CONFIG = "site_name: Desk\ntheme: {name: briefsmith}\nplugins: [briefsmith]\nvalidation: {links: {anchors: warn}}\n"


@pytest.mark.parametrize(
    ("link", "page", "expected"),
    [
        ("briefings/x/", "index.md", "briefings/x/index.md"),
        ("briefings/x", "index.md", "briefings/x/index.md"),
        ("briefings/x/index.html#dam", "index.md", "briefings/x/index.md#dam"),
        ("../glossary/", "guide/start.md", "../glossary.md"),
        ("glossary.html#dam", "index.md", "glossary.md#dam"),
        ("glossary.md", "index.md", "glossary.md"),
        ("https://example.org/glossary/", "index.md", "https://example.org/glossary/"),
        ("/glossary/", "index.md", "/glossary/"),
        ("#dam", "index.md", "#dam"),
        ("nowhere/", "index.md", "nowhere/"),
    ],
)
def test_address_of_a_generated_page_becomes_its_file(link: str, page: str, expected: str) -> None:
    """What leads to one of our pages names the file that MkDocs knows; any other link stays as it is."""
    assert to_source(link, page, SOURCES) == expected


@pytest.mark.parametrize(
    ("nav", "page", "expected"),
    [
        (None, "See [the list](checks/index.md).", True),
        (None, "See [one](../checks/BS101/#why).", True),
        (None, 'See <a href="reference/">the keys</a>.', True),
        ([{"Home": "index.md"}, {"Checks": "checks/index.md"}], "", True),
        ([{"Home": "index.md"}, {"More": [{"Keys": "reference.md"}]}], "", True),
        (None, "The desk checks/reads everything; see [paychecks](paychecks/a.md).", False),
        ([{"Home": "index.md"}], "Nothing.", False),
    ],
)
def test_manual_is_asked_for_by_a_link(nav: object, page: str, expected: bool) -> None:
    """A navigation or a page that leads to it asks for it; the word alone does not."""
    assert asks_for_manual(nav, [page]) is expected


def build(folder: Path, index: str) -> subprocess.CompletedProcess[str]:
    """Build a site with this home page, strictly."""
    write_site(folder, {"docs/index.md": index, "mkdocs.yml": CONFIG})
    call = [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", str(folder / "mkdocs.yml")]
    return subprocess.run(call, cwd=folder, capture_output=True, text=True, timeout=60, check=False)


def test_strict_build_follows_links_to_generated_pages(tmp_path: Path) -> None:
    """Both forms of a link to a generated page pass a strict build, and lead to the page."""
    ran = build(tmp_path, "[a](briefings/sella/) [b](briefings/sella/index.md) [c](sources/index.html)\n")

    assert ran.returncode == 0, ran.stderr
    home = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assert '<a href="briefings/sella/">a</a>' in home
    assert '<a href="briefings/sella/">b</a>' in home
    assert '<a href="sources/">c</a>' in home
    assert not (tmp_path / "site/checks").exists()


def test_strict_build_refuses_an_anchor_that_is_not_there(tmp_path: Path) -> None:
    """A link by address is checked like any other, its fragment too."""
    ran = build(tmp_path, "[a](briefings/sella/#nothing-of-this-name)\n")

    assert ran.returncode != 0
    assert "nothing-of-this-name" in ran.stdout + ran.stderr
    assert not (tmp_path / "site").exists()


def test_link_to_the_manual_brings_it(tmp_path: Path) -> None:
    """A site that leads its editors to the manual has it whole, and the reference of fields with it."""
    ran = build(tmp_path, "[manual](checks/index.md)\n")

    assert ran.returncode == 0, ran.stderr
    assert (tmp_path / "site/reference/index.html").is_file()
    assert len(list((tmp_path / "site/checks").glob("*/index.html"))) > 50
