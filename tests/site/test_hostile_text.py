"""Text that would run, or would become markup, in every field of a sheet: it comes out as text and runs nowhere."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from briefsmith.publish.inventory import list_files
from tests.site.chromium import Watch, serving
from tests.site.desk import Desk, bare, built

RUNS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(2)>',
    "'><svg onload=alert(3)>",
    "</title></main><iframe srcdoc='<script>alert(4)</script>'>",
)
SYNTAX = ("{{ 7*7 }}", "{% raw %}", "{# gone #}", '--8<-- "mkdocs.yml"', "[^1]", "| a | b |", "`code`", "&lt;b&gt;")
BAD = " ".join((*RUNS, *SYNTAX))
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
ARTICLE = f"The minister {BAD} said that the port stays closed today. The union wants the port opened at once.\n"
QUOTE = f"The minister {BAD} said that the port stays closed"


def said(field: str) -> str:
    """A value for a field, as YAML, that says in which field it stands."""
    return json.dumps(f"{field} {BAD}", ensure_ascii=False)


def sheet() -> str:
    """A sheet with such a value in every field that takes text."""
    evidence = f"evidence: {json.dumps(QUOTE, ensure_ascii=False)}"
    return f"""\
briefing: port
title: {said("title")}
date: 2026-03-04
drafted_by: {said("drafted")}
cleared_by: {said("cleared")}
cleared_at: 2026-03-04T10:00Z
bottom_line: {json.dumps(f"[line {RUNS[0]}](#view-1) {RUNS[1]} {{{{ 7*7 }}}}")}
summary: {json.dumps(f"[summary](#view-1) {BAD}")}
source:
  id: courier
  file: seeds/courier.txt
  date: 2026-03-03
  title: {said("source")}
  publisher: {said("publisher")}
  author: {said("author")}
  licence: LicenseRef-x
  permission: {said("permission")}
  note: {said("source-note")}
  date_note: {said("source-date")}
  text: full
actors:
  union: {{name: {said("union")}, other_names: [{said("other")}], note: {said("actor-note")}}}
  ministry: {said("ministry")}
  minister:
    name: {said("minister")}
    type: person
    post: {json.dumps(f"post {RUNS[0]}, ministry")}
    names: {{ru: {said("named")}}}
    {evidence}
issues:
  port: {{title: {said("issue")}, question: {said("question")}, note: {said("issue-note")}}}
positions:
  minister:
    port:
      - view: {said("view")}
        id: view-1
        by: minister
        key: true
        stance: against
        only_if: {said("only")}
        places: [{said("place")}]
        note: {said("note")}
        desk_note: {said("desk")}
        forum: {said("forum")}
        {evidence}
events:
  - event: {said("event")}
    date: 2026-03
    date_basis: inferred
    date_note: {said("date-note")}
    happening: scheduled
    decider: minister
    by_unnamed: {json.dumps("The union wants")}
    {evidence}
figures:
  - {{figure: {said("figure")}, value: about 19 %, note: {said("figure-note")}, by: outlet, {evidence}}}
claims:
  - {{claim: {said("claim")}, by: outlet, contradicts: [view-1], {evidence}}}
terms:
  word:
    term: {said("term")}
    type: loaded
    use: {said("use")}
    definition: [{{text: {said("sense")}, {evidence}}}, {{text: {said("sense2")}}}]
    other_names: [{said("term-other")}]
    note: {said("term-note")}
    {evidence}
assessments:
  - judgement: {said("judgement")}
    likelihood: likely
    confidence: low
    basis: [view-1]
    because: {json.dumps(f"[because](#view-1) {BAD}")}
    assumptions: {said("assumption")}
    alternatives: {said("alternative")}
    indicators: [{said("indicator")}]
    author: {said("judge")}
    date: 2026-03-04
questions:
  - {{question: {said("open")}, why: {said("why")}, about: [view-1]}}
"""


SHOWN = (
    "title", "cleared", "source", "publisher", "author", "permission", "source-note", "union", "other", "actor-note",
    "minister", "named", "issue", "question", "issue-note", "view", "only", "place", "note", "desk", "event",
    "date-note", "figure", "figure-note", "claim", "term", "use", "sense", "sense2", "term-other", "term-note",
    "judgement", "indicator", "judge", "open", "why",
)  # fmt: skip


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """Such a site, built."""
    desk = bare(tmp_path_factory.mktemp("hostile"))
    desk.replace("mkdocs.yml", "site_name: Test desk", f"site_name: {said('site')}")
    desk.write("seeds/courier.txt", ARTICLE).write("briefings/port.yml", sheet())
    return built(desk)


@pytest.mark.parametrize("field", SHOWN)
def test_text_comes_out_literally(hostile: Desk, field: str) -> None:
    """What an editor typed into a field is read by the reader, character for character."""
    pages = [" ".join(hostile.page(url).text.split()) for url in hostile.urls]

    assert any(f"{field} {' '.join(BAD.split())}" in page for page in pages)


def test_quote_comes_out_literally(hostile: Desk) -> None:
    """So does the text of an article."""
    (quote, *_) = hostile.page("briefings/port/positions/").all("blockquote")

    assert quote.text == QUOTE
    assert QUOTE in hostile.page("sources/courier/").all("p", "bs-sentence")[0].text


def test_nothing_is_computed(hostile: Desk) -> None:
    """No template, snippet or footnote syntax of an editor's is carried out."""
    for path in list_files(hostile.site):
        if path.endswith(".html") and path.startswith(("briefings", "sources", "index")):
            page = (hostile.site / path).read_text(encoding="utf-8")
            assert "theme:\n  name" not in page
            assert not re.search(r">\s*49\b|\b49 \{%", page)


@pytest.mark.browser
def test_nothing_runs_without_the_policy(hostile: Desk, browser: Browser, tmp_path: Path) -> None:
    """With scripts on and the policy taken away, no page runs anything or asks another host; a control page does."""
    open_site = hostile.copy(tmp_path / "open")
    for path in open_site.site.rglob("*.html"):
        path.write_text(POLICY.sub("", path.read_text(encoding="utf-8")), encoding="utf-8")
    (open_site.site / "control.html").write_text(f"<!doctype html><p>{BAD}</p>", encoding="utf-8")
    with serving(open_site.site) as address:
        control = dialogs_on(browser, address, "control.html")
        pages = {url: dialogs_on(browser, address, url) for url in open_site.urls}

    assert len(control) >= 3
    assert {url: dialogs for url, dialogs in pages.items() if dialogs} == {}


def dialogs_on(browser: Browser, address: str, url: str) -> list[str]:
    """What popped up on a page, and what it asked of other places."""
    page = browser.new_page()
    try:
        watch = Watch.over(page)
        page.goto(address + url, wait_until="networkidle" if url == "control.html" else "load")
        foreign = [each for each in watch.requests if not each.startswith(address)]
        strange = [each for each in watch.requests if each.endswith("/x")]
        return [*watch.dialogs, *foreign, *strange]
    finally:
        page.close()


@pytest.mark.parametrize("field", ["bottom_line", "summary"])
def test_bad_address_in_prose_leads_nowhere(tmp_path: Path, field: str) -> None:
    """A link of an editor's prose to a script or to a host without a scheme keeps its words and loses the link."""
    bad = ("javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "//evil.org/", "\\\\evil/")
    links = " ".join(f"[words {number}]({address})" for number, address in enumerate(bad))
    desk = bare(tmp_path).write("seeds/courier.txt", "The union wants the port opened at once.\n")
    desk.write(
        "briefings/port.yml",
        "briefing: port\ntitle: The port\ndate: 2026-03-04\n"
        "source: {id: courier, file: seeds/courier.txt, date: 2026-03-03}\n"
        f"{field}: '[It](#wants), and {links} or [this](https://example.org/).'\n"
        "claims:\n  - {id: wants, claim: The union wants it open., by: outlet, "
        'evidence: "The union wants the port opened at once"}\n',
    )

    desk.build_py("build", "--draft")

    draft = desk.into("draft")
    page = draft.page("briefings/port/")
    assert "words 0" in page.text
    assert [link["href"] for link in page.all("a") if link.words.startswith("words") and link.get("href")] == []
    assert page.all("a", href="https://example.org/")
