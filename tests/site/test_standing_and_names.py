"""What the pages of the Sella example say of facts that fell, of answers, of names, and of what is not public."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from briefsmith.model.objects import Actor
from briefsmith.pages.language.naming import name_in
from tests.site.desk import ROOT, Desk

SHEET = "briefings/sella-2031-06.yml"
TALKS = "briefings/sella-2031-06/"


def river(root: Path) -> Desk:
    """A copy of the example, not built."""
    shutil.copytree(ROOT / "examples" / "sella", root, ignore=shutil.ignore_patterns("site", "site-*", ".*"))
    shutil.copy(ROOT / "build.py", root)
    return Desk(root)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The example, built for the public."""
    desk = river(tmp_path_factory.mktemp("river") / "desk")
    ran = desk.build_py("build")
    assert ran.code == 0, ran.err
    return desk


def test_replaced_position_is_marked_among_those_of_its_actor(site: Desk) -> None:
    """The list says when it was replaced and leads to what replaced it."""
    [row] = [
        each
        for each in site.page(f"{TALKS}actors/").one(id="actor:arven").all("li")
        if each.words.startswith("Keeps the gates shut until all three states sign")
    ]

    assert "replaced 9 June 2031" in row.words
    assert [link.get("href") for link in row.all("a")][-1].endswith("#arven-three-conditions")


def test_withdrawn_fact_is_marked_beside_the_sentence_it_rests_on(site: Desk) -> None:
    """The page of the source gives the desk's reason, with a link."""
    pages = [site.html(url) for url in site.urls if url.startswith("sources/")]

    assert any("withdrawn by the desk</span> <span>The desk misread the source." in page for page in pages)


def test_speaker_whom_the_sentence_does_not_name_is_marked(site: Desk) -> None:
    """The whole sentence stands around the quote, with the note that its speaker is known from context."""
    note = "Speaker from context: this sentence does not name the speaker."
    page = site.page(f"{TALKS}positions/")
    marked = {
        fact.get("data-fact")
        for fact in page.all(class_="bs-fact")
        if any(note in each.words for each in fact.all("p", "bs-note"))
    }

    assert f"{TALKS[10:-1]}#arven-checks" in marked
    assert f"{TALKS[10:-1]}#belmark-no-signature-yet" not in marked


def test_answered_question_is_no_gap(site: Desk) -> None:
    """It stands under its own heading, with a link to the fact that answers it."""
    page = site.page(TALKS)
    question = "Will Arven open any gate before the protocol is signed?"

    assert question not in page.one(class_="bs-silence").words
    answered = page.one(class_="bs-answered")
    assert question in answered.words
    assert "#" in answered.all("a")[-1].get("href")


def test_names_in_a_chain_find_their_own_direction(site: Desk) -> None:
    """A publisher whose name runs from right to left does not reorder the words beside it."""
    assert "in <bdi>صدى النهر</bdi>, <bdi>6 June 2031</bdi>." in site.html(f"{TALKS}positions/")


def test_term_of_the_registry_says_who_uses_it(site: Desk) -> None:
    """The glossary gives its note, its renderings, and the briefings that use it."""
    page = site.page("glossary/")
    loaded, place = page.one(id="term:barrage-de-la-soif"), page.one(id="term:port-sella")

    assert "nobody is quoted as saying it" in loaded.words
    assert "“dam of thirst”" in loaded.words
    assert "../briefings/sella-2031-06/" in [link.get("href") for link in place.one(class_="bs-users").all("a")]


def test_event_whose_day_passed_is_marked(tmp_path: Path) -> None:
    """What was scheduled for a day before the briefing's, and is not reported, stays with a mark."""
    desk = river(tmp_path / "desk")
    text = (desk.root / SHEET).read_text(encoding="utf-8")
    desk.write(SHEET, re.sub(r"^date: .*$", "date: 2032-01-01", text, count=1, flags=re.MULTILINE))
    ran = desk.build_py("build")
    assert ran.code == 0, ran.err

    glance = desk.page(TALKS).one(class_="bs-glance").words
    assert re.search(r"due .*2031, no report of it in the sources", glance)


def test_public_page_tells_nothing_of_a_restricted_fact(tmp_path: Path) -> None:
    """A sentence that only a restricted fact uses looks exactly like one that nothing uses."""
    seed = "seeds/courier-0603.txt"
    desk = river(tmp_path / "desk").replace("mkdocs.yml", "coverage: 100 %", "coverage: 0")
    desk.add(seed, "\n\nA clerk counted nine herons. A clerk counted ten storks.\n")
    claim = (
        "  - id: herons\n    tlp: AMBER\n    claim: Nine herons were counted.\n"
        '    evidence: {courier-0603: "A clerk counted nine herons"}\n'
    )
    text = (desk.root / SHEET).read_text(encoding="utf-8")
    desk.write(SHEET, re.sub(r"^claims:\n", f"claims:\n{claim}", text, count=1, flags=re.MULTILINE))
    ran = desk.build_py("build")
    assert ran.code == 0, ran.err

    page = desk.html("sources/courier-0603/")
    rows = re.findall(
        r'<p class="bs-sentence[^"]*" id="[^"]+"( data-state[^>]*)>A clerk.*?</p>\s*(<div.*?</div>)', page
    )
    assert len(rows) == 2
    assert rows[0] == rows[1]
    assert "No published fact rests on it." in rows[0][1]
    assert "nread:" not in page
    assert "Nine herons were" not in page


@pytest.mark.parametrize(
    ("language", "expected"),
    [("zh-Hant-TW", "馬拉"), ("zh", "马拉"), ("zh-Hans", "马拉"), ("UK", "Мара"), ("fr", "Mara"), ("u-x", "Mara")],
)
def test_name_is_that_of_the_closest_language(language: str, expected: str) -> None:
    """Subtags are left out from the end until a name fits; where none does, the first name stands."""
    actor = Actor(name="Mara", names={"zh": "马拉", "zh-Hant": "馬拉", "uk": "Мара"})

    assert name_in(actor, language) == expected
