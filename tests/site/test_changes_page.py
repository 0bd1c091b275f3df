"""The page of changes and the first screen, in a site with real editions."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.examples.test_sella import copy_of_example, run
from tests.site.tree import Element, parse

SELLA = "briefings/sella-2031-06"


@pytest.fixture(scope="module")
def sella(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with its three editions, built twice."""
    folder = copy_of_example(tmp_path_factory.mktemp("changes") / "sella")
    for target in ("site", "again"):
        ran = run("build", folder, "-d", str(folder / target))
        assert ran.returncode == 0, ran.stderr
    return folder


def page(folder: Path, name: str, site: str = "site") -> Element:
    """A built page as a tree."""
    return parse((folder / site / name / "index.html").read_text("utf-8"))


def test_the_log_has_every_edition_newest_first(sella: Path) -> None:
    """Three editions and what is not frozen yet, each under its date."""
    main = page(sella, f"{SELLA}/changes").one("main")

    assert main["data-page"] == "changes"
    ids = [each["id"] for each in main.all("h2") if each["id"].startswith("edition-")]
    assert ids == ["edition-next", "edition-2031-06-18", "edition-2031-06-13", "edition-2031-06-06"]


def test_what_stands_is_linked_and_what_is_gone_is_told_in_its_old_words(sella: Path) -> None:
    """A position that was replaced leads to its successor; a dropped judgement is shown struck through."""
    main = page(sella, f"{SELLA}/changes").one("main")

    links = {each.words: each["href"] for each in main.all("a") if "#" in each["href"]}
    assert links["Keeps four of the six gates shut until the protocol is signed."].endswith("#arven-four-gates")
    struck = [each.words for each in main.all("s")]
    assert "Arven does not open the gates before the protocol is signed." in struck


def test_the_first_screen_says_what_changed_since_the_last_edition(sella: Path) -> None:
    """The weightiest change stands first, and a link leads to the others."""
    glance = page(sella, SELLA).one("dl", class_="bs-glance")

    said = "Changed since the last editionKeeps four of the six gates shut until the protocol is signed."
    assert said in " ".join(glance.words.split())
    assert any(each["href"].endswith("changes/") for each in glance.all("a"))


def test_a_restricted_claim_of_an_edition_stays_out(sella: Path) -> None:
    """The claim marked AMBER, which the editions hold, is on no page of changes."""
    assert "Belmark would not let the farmers" not in page(sella, f"{SELLA}/changes").one("main").words


def test_the_log_is_the_same_in_every_build(sella: Path) -> None:
    """Two builds give the same bytes."""
    name = f"{SELLA}/changes/index.html"
    assert (sella / "site" / name).read_bytes() == (sella / "again" / name).read_bytes()


def test_a_draft_does_not_call_withheld_facts_dropped(tmp_path: Path) -> None:
    """A fact whose quote fails is withheld, and the log says nothing of it."""
    folder = copy_of_example(tmp_path / "sella")
    sheet = folder / "briefings" / "sella-2031-06.yml"
    text = sheet.read_text("utf-8")
    quote = "The other four gates will stay shut until the protocol is signed, Holt said"
    sheet.write_text(text.replace(quote, "The other five gates will stay shut, Holt said"), "utf-8")

    ran = run("build", folder, "--draft")

    assert ran.returncode == 1
    log = page(folder, f"{SELLA}/changes", "draft").one("main")
    newest = next(each for each in log.all("section") if each["aria-labelledby"] == "edition-next")
    assert "Keeps four of the six gates" not in newest.words
