"""A confirmed fact whose two quotes were said by two people: each quote stands with who said it, through whom."""

from __future__ import annotations

import shutil

import pytest

from tests.site.desk import ROOT, Desk, built
from tests.site.tree import Element
from tests.sites import SHEET, sheet_with, write_site

VOICES = """\
source: {id: courier, file: seeds/courier.txt, date: 2026-03-03, publisher: River Courier, title: Gates}
sources:
  gazette: {file: seeds/gazette.txt, date: 2026-03-04, publisher: Port Gazette, title: Talks}
actors:
  arven: Arven
  belmark: Belmark
  wire: {name: State Wire, type: media, part_of: belmark}
  holt: {name: Mara Holt, part_of: arven}
  lenko: {name: Orysia Lenko, part_of: belmark}
positions: {}
events:
  - id: meeting
    event: Arven and Belmark meet
    date: 2026-03-02
    status: confirmed
    evidence:
      - {source: courier, exact: Mara Holt met the delegation of Belmark on 2 March, by: holt}
      - {source: gazette, exact: We talked to Arven on 2 March, by: lenko, via: wire}
  - id: dinner
    event: They dine
    date: 2026-03-02
    by: lenko
    evidence:
      - {source: gazette, exact: Orysia Lenko told State Wire}
      - {source: gazette, exact: a long dinner on 2 March}
"""
FILES = {
    SHEET: sheet_with(VOICES),
    "seeds/courier.txt": "Mara Holt met the delegation of Belmark on 2 March, she said.\n",
    "seeds/gazette.txt": "“We talked to Arven on 2 March”, Orysia Lenko told State Wire. "
    "There was a long dinner on 2 March.\n",
    "mkdocs.yml": "site_name: River desk\nsite_url: https://example.org/\ntheme: {name: briefsmith}\n"
    "plugins:\n  - briefsmith\n",
    "docs/index.md": "# River desk\n",
}
SAID = {
    "courier": "Confirmed: Mara Holt, in River Courier, 3 March 2026.",
    "gazette": "Confirmed: Orysia Lenko, via State Wire (a party’s own agency), in Port Gazette, 4 March 2026.",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The site, built by the real command."""
    folder = write_site(tmp_path_factory.mktemp("voices"), FILES)
    shutil.copy(ROOT / "build.py", folder)
    return built(Desk(folder))


def said_at_quotes(fact: Element) -> dict[str, list[str]]:
    """The chains beside each quote, by the quote's source."""
    figures = fact.all("figure", "bs-evidence")
    return {each.one("blockquote")["data-source"]: [p.words for p in each.all("p", "bs-chain")] for each in figures}


def test_each_quote_shows_its_own_speakers_chain(site: Desk) -> None:
    """In full, each quote says who said it, through whom and where; the origins are two."""
    fact = site.page("briefings/sella/timeline/").one(data_fact="sella#meeting")

    assert said_at_quotes(fact) == {name: [words] for name, words in SAID.items()}
    assert [each.words for each in fact.all("p", "bs-chain")] == list(SAID.values())
    assert fact.one("p", "bs-origins").words == "2 articles, 2 origins"


def test_quotes_that_came_one_way_say_it_once(site: Desk) -> None:
    """Below them all, not at each."""
    fact = site.page("briefings/sella/timeline/").one(data_fact="sella#dinner")

    assert [each.all("p", "bs-chain") for each in fact.all("figure", "bs-evidence")] == [[], []]
    assert [each.words for each in fact.all("p", "bs-chain")] == [
        "Reported: Orysia Lenko, in Port Gazette, 4 March 2026."
    ]


def test_endnotes_on_paper_have_the_chain_of_their_quote(site: Desk) -> None:
    """The print edition gives each endnote the one chain of its own words."""
    notes = site.page("briefings/sella/print/").all("span", "bs-chain")
    words = {each.words for each in notes}

    assert {said.partition(": ")[2] for said in SAID.values()} <= words
