"""The ways from a page: to the line of the sheet, along its contents, to its neighbours, to each of its facts."""

from __future__ import annotations

import posixpath
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.site.desk import ROOT, Desk, built
from tests.site.tree import Element
from tests.sites import write_site

SELLA, SHEET = "briefings/sella-2031-06/", "briefings/sella-2031-06.yml"
FORGE = "https://forge.example/desk/edit/main/"
KINDS = {"position", "event", "figure", "claim", "term", "assessment", "advice", "question"}
RENAMED = {
    "arven-no-pressure": "position",
    "canals-begin": "event",
    "barges-harbour-office": "figure",
    "repairs-reason": "claim",
    "conditions-dropped": "assessment",
    "early-opening": "question",
    "next-ten-days": "advice",
}
"""A fact of each kind that may have had another id; terms have none but their key."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The invented example, its files on a forge, some of its facts under new ids."""
    folder = tmp_path_factory.mktemp("ways") / "sella"
    shutil.copytree(ROOT / "examples/sella", folder, ignore=shutil.ignore_patterns("site", "draft", ".*"))
    shutil.copy(ROOT / "build.py", folder)
    desk = Desk(folder).add("mkdocs.yml", "repo_url: https://forge.example/desk/\nedit_uri: edit/main/docs/\n")
    basis = "    basis: [round-26-june, trial-decision]\n"
    desk.replace(SHEET, basis, f"    id: next-ten-days\n{basis}")
    sheet = (folder / SHEET).read_text("utf-8")
    for name, kind in RENAMED.items():
        old = rf"\g<0>\g<1>formerly: old-{kind}\n"
        sheet, count = re.subn(rf"^( *)id: {name}\n", old, sheet, flags=re.MULTILINE)
        assert count == 1, name
    return built(desk.write(SHEET, sheet))


def test_page_is_edited_where_its_sheet_lies(desk: Desk) -> None:
    """A page of a briefing leads to its sheet, one of an actor, an issue or a source to its line in the registry."""
    assert edit_link(desk, SELLA) == FORGE + SHEET
    assert edit_link(desk, "") == FORGE + "docs/index.md"
    for kind, name in (("actors", "arven"), ("issues", "gates"), ("sources", "courier-0603")):
        path, _, line = edit_link(desk, f"{kind}/{name}/").partition("#L")
        assert path == f"{FORGE}registry/{kind}.yml"
        assert name in (desk.root / f"registry/{kind}.yml").read_text("utf-8").splitlines()[int(line) - 1]


def test_fact_is_edited_on_its_own_line(desk: Desk) -> None:
    """At its canonical place every fact of a sheet has one link to the line on which it begins in the sheet."""
    tree = yaml.compose((desk.root / SHEET).read_text("utf-8"))
    lines = dict(begins(tree))
    links = {each["id"]: tools(each, "bs-edit") for each in facts(desk, SELLA)}

    assert [name for name, found in links.items() if len(found) != 1] == []
    wrong = {name: links[name] for name, line in lines.items() if links[name] != [f"{FORGE}{SHEET}#L{line}"]}
    assert wrong == {}
    assert len(lines) > 50


def test_without_a_forge_nothing_leads_to_one(published: Desk) -> None:
    """A site that does not say where its files lie has no link to edit them."""
    for url in published.urls:
        assert published.page(url).all("a", "bs-edit") == []
        assert "Edit this page" not in published.html(url)


def test_every_fact_has_a_link_to_itself(desk: Desk) -> None:
    """On all eight kinds the sign behind a fact leads to the fact's own anchor, which stands once on the page."""
    wrong, kinds = [], Counter[str]()
    for fact in facts(desk, ""):
        kinds[fact["data-kind"]] += 1
        if tools(fact, "bs-permalink") != [f"#{fact['id']}"]:
            wrong.append(fact["data-fact"])

    assert wrong == []
    assert set(kinds) == KINDS


@pytest.mark.parametrize("name", RENAMED)
def test_old_link_leads_to_the_fact(desk: Desk, name: str) -> None:
    """The id that a fact had once is an anchor within it, on the page where it stands."""
    (fact,) = (each for each in facts(desk, SELLA) if each["id"] == name)

    assert fact["data-kind"] == RENAMED[name]
    assert fact.one(id=f"old-{RENAMED[name]}")


def test_long_page_has_a_contents_list(desk: Desk) -> None:
    """Its links lead to places on the page, in the page's order and to each once."""
    with_contents = set()
    for url in desk.urls:
        page = desk.page(url)
        for contents in page.all("details", "bs-toc"):
            anchors = [link["href"] for link in contents.all("a")]
            places = [f"#{each['id']}" for each in page.walk() if each.get("id")]
            assert anchors == [place for place in places if place in anchors]
            assert all(link.words for link in contents.all("a"))
            with_contents.add(url)

    assert with_contents >= {SELLA + "positions/", SELLA + "actors/", SELLA + "contested/"}


def test_pages_follow_each_other_without_a_dead_end(desk: Desk) -> None:
    """From the overview `next` leads through every page of a briefing and `prev` all the way back, so with others."""
    for first, pages in groups(desk):
        forth = list(walk(desk, first, "next"))
        assert sorted(forth) == sorted(pages)
        assert list(walk(desk, forth[-1], "prev")) == forth[::-1]


def test_briefings_lead_to_each_other(desk: Desk) -> None:
    """The overview of the older briefing leads to the newer one and back."""
    older, newer = SELLA, "briefings/peniches-2031-06/"

    assert newer in [target(older, link) for link in around(desk, older) if link["rel"] == "prev"]
    assert older in [target(newer, link) for link in around(desk, newer) if link["rel"] == "next"]


@pytest.fixture(scope="module")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A small site with an edition of 4 March; its sheet goes on to 10 March, and was cleared on the day before."""
    folder = write_site(tmp_path_factory.mktemp("dates"))
    shutil.copy(ROOT / "build.py", folder)
    desk = Desk(folder)
    desk.replace("mkdocs.yml", "plugins:", "theme: {name: briefsmith}\nplugins:")
    desk.write("docs/index.md", "# Desk\n")
    ran = desk.build_py("edition")
    assert ran.code == 0, ran.err
    cleared = "\ndate: 2026-03-10\ncleared_by: The editor\ncleared_at: 2026-03-09T08:00:00+01:00"
    return desk.replace("briefings/sella.yml", "\ndate: 2026-03-04", cleared)


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("Arven must open the gates at once.", "Arven must open the gates, at once.", "2026-03-04"),
        ("Arven must open the gates at once.", "Arven must open the gaets at once.", "2026-03-04"),
        ("date: 2026-03-02", "date: 2026-03-01", "2026-03-10"),
        ("  - id: talks\n", "  - id: talks\n    mode: visit\n", "2026-03-10"),
    ],
)
def test_a_page_says_three_dates(frozen: Desk, tmp_path: Path, old: str, new: str, changed: str) -> None:
    """It says for which day it is good, when it was reviewed and when it changed; a typo moves none of them."""
    desk = built(frozen.copy(tmp_path / "desk").replace("briefings/sella.yml", old, new))

    kicker = desk.page("briefings/sella/").one(class_="bs-kicker")
    dates = {span.words.split(" ")[0]: span.one("time")["datetime"] for span in kicker.all("span") if span.all("time")}
    assert dates["Information"] == "2026-03-10"
    assert dates["Reviewed"] == "2026-03-09"
    assert dates["Last"] == changed


def edit_link(desk: Desk, url: str) -> str:
    """Where a page says that it is edited."""
    (link,) = (each for each in desk.page(url).all("a") if each.words == "Edit this page")
    return link["href"]


def facts(desk: Desk, prefix: str) -> Iterator[Element]:
    """The canonical places of all facts on pages below an address."""
    for url in desk.urls:
        if url.startswith(prefix):
            yield from (each for each in desk.page(url).all(data_fact="") if not each["id"].startswith("term:"))


def tools(fact: Element, kind: str) -> list[str]:
    """The links of a kind that belong to a fact."""
    return [link["href"] for link in fact.all("a", kind)]


def begins(node: yaml.Node, line: int = 0) -> Iterator[tuple[str, int]]:
    """Every id that a mapping of the sheet gives itself, and the line of its key, or of itself in a list."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == "id" and isinstance(value, yaml.ScalarNode):
                yield value.value, line or node.start_mark.line + 1
            yield from begins(value, key.start_mark.line + 1)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from begins(value)


def groups(desk: Desk) -> Iterator[tuple[str, list[str]]]:
    """Pages that follow each other: those of each briefing, of sources, of actors, of issues; with the first."""
    for start in (SELLA, "briefings/peniches-2031-06/"):
        yield start, [url for url in desk.urls if url.startswith(start)]
    for index in ("sources/", "actors/", "issues/"):
        pages = [url for url in desk.urls if url.startswith(index) and url != index]
        (first,) = (url for url in pages if not [link for link in around(desk, url) if link["rel"] == "prev"])
        yield first, pages


def walk(desk: Desk, url: str, rel: str) -> Iterator[str]:
    """The pages that one comes to, beginning with this one; within its own group."""
    group, seen = url.split("/")[: 2 if url.startswith("briefings/") else 1], []
    while url not in seen:
        seen.append(url)
        yield url
        found = [target(url, link) for link in around(desk, url) if link["rel"] == rel]
        url = next((each for each in found if each.split("/")[: len(group)] == group), url)


def around(desk: Desk, url: str) -> list[Element]:
    """The links to a page's neighbours."""
    return [link for nav in desk.page(url).all("nav", "bs-around") for link in nav.all("a", rel="")]


def target(url: str, link: Element) -> str:
    """The address on the site to which a link of a page leads."""
    return posixpath.normpath(posixpath.join(url, link["href"])) + "/"
