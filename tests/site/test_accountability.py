"""Every word of a built page accounts for itself, on every page that is made from sheets.

It belongs to a fact, to prose that refers to facts, to the article, or is a name or a label.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.site.accounts import FEW, PROSE, WORD, Accounts
from tests.site.desk import ROOT, Desk, built
from tests.site.tree import Element, parse
from tests.sites import write_site

_SENTENCE = re.compile(r"[^.!?]+[.!?]+(?:\s*\([^()]*\))?(?=\s|$)|[^.!?]+$")
ASSERTIONS = [
    "Russia has lost the war and must leave the whole territory.",
    "Sources close to the talks expect a deal by spring.",
]
CONFIG = "site_name: Desk\ntheme: {name: briefsmith}\nplugins: [briefsmith]\n"


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Accounts:
    """The Sella example: two briefings, eight articles, editions."""
    folder = tmp_path_factory.mktemp("accounts") / "sella"
    shutil.copytree(ROOT / "examples/sella", folder, ignore=shutil.ignore_patterns("site", "draft", ".*"))
    shutil.copy(ROOT / "build.py", folder)
    return Accounts(folder, built(Desk(folder)).site)


@pytest.fixture
def accounts(request: pytest.FixtureRequest, published: Desk, example: Accounts) -> Accounts:
    """The sample or the example, as the test's parameter says."""
    return Accounts(published.root, published.site) if request.param == "sample" else example


BOTH = pytest.mark.parametrize("accounts", ["sample", "example"], indirect=True)


@BOTH
def test_every_sentence_of_every_page_accounts_for_itself(accounts: Accounts) -> None:
    """What is neither a fact's, nor prose with references, nor an article's, nor a name, is a label and no more."""
    unexplained = [(path, text) for path, page in accounts.pages.items() for text in accounts.unexplained(page)]
    assert unexplained == []


def test_every_kind_of_page_was_walked(example: Accounts) -> None:
    """Home, overview, brief, lists of sources and terms, sources, changes and disputes are among the pages."""
    kinds = {"index", "brief", "positions", "actors", "timeline", "figures", "claims", "contested", "changes"}
    paths = {path.removesuffix("/index.html").rpartition("/")[2].removesuffix(".html") for path in example.pages}
    assert paths >= kinds | {"glossary", "sources", "search", "courier-0610", "sella-2031-06", "peniches-2031-06"}
    assert sum(path.startswith("sources/") for path in example.pages) == 9


@BOTH
def test_every_sentence_of_prose_refers_to_a_fact_or_is_marked(accounts: Accounts) -> None:
    """The desk's own message leads from each sentence to a fact on the site, or the page calls it a judgement."""
    boxes = [
        box for page in accounts.pages.values() for name in PROSE - {"bs-because"} for box in page.all("div", name)
    ]
    assert len(boxes) >= 4
    assert [sentence for box in boxes for sentence in _alone(box)] == []


@pytest.mark.parametrize("sentence", ASSERTIONS)
def test_an_assertion_of_a_templates_own_is_seen(example: Accounts, sentence: str) -> None:
    """A sentence that no fact, name or label explains is reported, wherever it stands on a page."""
    html = (example.site / "briefings/sella-2031-06/index.html").read_text("utf-8")
    pages = [html.replace(end, f"{end}<p>{sentence}</p>", 1) for end in ("</h1>", "</section>", "</h2>")]

    assert all(page != html for page in pages)
    assert [list(example.unexplained(parse(page).one("main"))) for page in pages] == [[sentence]] * 3


@pytest.mark.parametrize(
    ("page", "place"),
    [
        ("timeline", r"(<g data-draws=[^>]*><title>)"),
        ("timeline", r"(<text class=.bs-svg-text[^>]*>)"),
        ("timeline", r"(<title id=[^>]*>)"),
        ("figures", r"(<desc id=[^>]*>)"),
        ("figures", r"(<text class=.bs-svg-text[^>]*>)"),
        ("actors", r"(<text class=.bs-svg-text[^>]*>)"),
    ],
)
def test_an_assertion_in_a_drawing_is_seen(example: Accounts, page: str, place: str) -> None:
    """Title, description and labels of a drawing say what its facts say on the page, a name or a label, no more."""
    html = (example.site / f"briefings/sella-2031-06/{page}/index.html").read_text("utf-8")
    changed = re.sub(place, rf"\1{ASSERTIONS[0]} ", html, count=1)

    assert changed != html
    assert [each[: len(ASSERTIONS[0])] for each in example.unexplained(parse(changed).one("main"))] == [ASSERTIONS[0]]


def test_words_that_no_article_has_are_seen_on_its_page(example: Accounts) -> None:
    """A word changed in a sentence of a source page is reported: such a sentence must stand in the article."""
    html = (example.site / "sources/courier-0603/index.html").read_text("utf-8")
    changed = re.sub(r'(<p class="bs-sentence[^>]*>)', r"\1Nobody ever said these five words. ", html, count=1)

    assert len(list(example.unexplained(parse(changed).one("main")))) == 1


def test_sentence_without_a_reference_is_shown_as_a_judgement(tmp_path: Path) -> None:
    """Behind it the page says whose judgement it is; behind a sentence that leads to a fact it says nothing."""
    words = (
        "summary: '[Arven refuses.](#{id}) This will **not** last until July. Nobody knows what <Corland> will say.'"
    )
    folder = write_site(tmp_path, {"docs/index.md": "# Desk\n", "mkdocs.yml": CONFIG})
    shutil.copy(ROOT / "build.py", folder)
    desk = built(Desk(folder))
    fact = desk.index["facts"][0]["key"].partition("#")[2]
    desk.add("briefings/sella.yml", "\n" + words.replace("{id}", fact) + "\n")
    summary = built(desk).page("briefings/sella/").one(class_="bs-summary")

    mark = "(the desk’s own judgement)"
    assert (
        summary.words
        == f"Arven refuses. This will not last until July. {mark} Nobody knows what <Corland> will say. {mark}"
    )
    assert len(summary.all("small", "bs-judged")) == 2


@pytest.mark.parametrize("sentence", ASSERTIONS)
def test_labels_and_names_do_not_hide_an_assertion(example: Accounts, sentence: str) -> None:
    """What is left of an assertion without labels and names is still more than a label."""
    assert len(WORD.findall(example.rest_of(sentence))) > FEW


def _alone(box: Element) -> list[str]:
    """The sentences of a box with neither a link nor the mark of a judgement."""
    links = [link.words for link in box.all("a")] + [mark.words for mark in box.all(class_="bs-judged")]
    sentences = [each.strip() for each in _SENTENCE.findall(box.words) if each.strip()]
    return [each for each in sentences if not any(link in each or each in link for link in links)]
