"""The policy of the pages: one text in every page and in what servers are to say; and what pages weigh and ask for."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from briefsmith.publish.face import POLICY
from briefsmith.publish.headers import HEADERS, apache, headers_file, nginx, with_headers
from briefsmith.publish.inventory import list_files
from tests.site.chromium import Watch, serving
from tests.site.desk import BRIEFING, ROOT, SEED, Desk, bare, built

OWN = "frame-ancestors 'none'"


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The Sella example, built."""
    root = tmp_path_factory.mktemp("policy") / "sella"
    shutil.copytree(ROOT / "examples/sella", root, ignore=shutil.ignore_patterns("site", "draft", ".*"))
    shutil.copy(ROOT / "build.py", root)
    return built(Desk(root))


@pytest.fixture(params=["sample", "example"])
def site(request: pytest.FixtureRequest, published: Desk, example: Desk) -> Desk:
    """Both sites."""
    return published if request.param == "sample" else example


def test_every_page_has_the_policy_first(site: Desk) -> None:
    """Each HTML file of the site carries it before anything that the browser would fetch."""
    pages = [path for path in list_files(site.site) if path.endswith(".html")]

    assert len(pages) > 15
    for path in pages:
        head = site.page(path).one("head")
        policy = [meta["content"] for meta in head.all("meta") if meta.get("http-equiv") == "Content-Security-Policy"]
        assert policy == [POLICY], path
        html = site.html(path)
        assert html.index("Content-Security-Policy") < min(html.find(each) % len(html) for each in ("<link", "<script"))


def test_policy_allows_no_inline_code_and_no_other_host() -> None:
    """Nothing is allowed but the site itself, and pictures in a page."""
    rules = dict(rule.split(maxsplit=1) for rule in POLICY.split("; "))

    assert rules["default-src"] == "'none'"
    assert "unsafe" not in POLICY
    assert set(" ".join(rules.values()).split()) <= {"'none'", "'self'", "data:", "'script'", "briefsmith-search"}


def test_header_file_stands_in_the_site(site: Desk) -> None:
    """`_headers` says the policy of the pages and keeps them out of frames."""
    written = (site.site / "_headers").read_text(encoding="utf-8")
    lines = [line.strip() for line in written.splitlines()]

    assert lines[0] == "/*"
    assert f"Content-Security-Policy: {POLICY}; {OWN}" in lines
    assert {line.partition(":")[0] for line in lines[1:]} >= {
        "X-Content-Type-Options",
        "Referrer-Policy",
        "Permissions-Policy",
    }


def test_examples_in_the_docs_are_generated() -> None:
    """The page on publishing holds the very lines for each server."""
    page = (ROOT / "docs/publishing.md").read_text(encoding="utf-8")

    assert page == with_headers(page)
    assert all(f"```text\n{text}```\n" in page for text in (headers_file(), nginx(), apache()))
    assert all(text.count(POLICY) == 1 for text in (headers_file(), nginx(), apache()))
    assert with_headers(page.replace("default-src 'none'", "default-src *")) == page
    assert len(nginx().splitlines()) == len(apache().splitlines()) == len(HEADERS)


def smallest(root: Path) -> Desk:
    """A site with the shortest sheet."""
    desk = bare(root)
    desk.write("briefings/lavrov-rubio.yml", (ROOT / "tests/data/lavrov-rubio.yml").read_text(encoding="utf-8"))
    return desk.write(SEED, (ROOT / SEED).read_text(encoding="utf-8"))


def test_own_header_file_is_kept(tmp_path: Path) -> None:
    """A `docs/_headers` of the site's owner is not replaced, and another theme gets none that would break it."""
    desk = smallest(tmp_path / "own")
    desk.write("docs/_headers", "/*\n  X-Own: yes\n")
    assert built(desk).site.joinpath("_headers").read_text(encoding="utf-8") == "/*\n  X-Own: yes\n"

    other = built(smallest(tmp_path / "other").replace("mkdocs.yml", "name: briefsmith", "name: mkdocs"))
    assert not (other.site / "_headers").exists()


@pytest.mark.browser
def test_header_policy_holds_in_a_browser(browser: Browser, published: Desk) -> None:
    """Served with the headers, a page is shown whole and refuses to stand in a frame."""
    with serving(published.site) as address:
        context = browser.new_context()
        tab, frame = context.new_page(), context.new_page()
        watch, framed = Watch.over(tab), Watch.over(frame)

        def with_own_headers(route: Any) -> None:
            answer = route.fetch()
            route.fulfill(response=answer, headers={**answer.headers, **dict(HEADERS)})

        tab.route("**/*", with_own_headers)
        tab.goto(address + BRIEFING)
        assert watch.said == []
        assert tab.locator(".bs-bottom-line").is_visible()
        frame.route("**/brief/", with_own_headers)
        html = f"<iframe src='/{BRIEFING}brief/'></iframe>"
        frame.route("**/frame", lambda route: route.fulfill(content_type="text/html", body=html))
        frame.goto(address + "frame")
        context.close()

    assert any("frame-ancestors" in each for each in framed.said)
