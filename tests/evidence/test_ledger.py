"""The ledger: what became of each sentence of a source."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefsmith.analysis.dossier import Dossier
from briefsmith.evidence.matching import Match, Miss
from briefsmith.evidence.tracing import SentenceState, sentences_within
from tests.corpora import dossier_of, example

ARTICLE = "The dam is shut. It is old. Read also: Floods. Belmark wants it open. Read also: Floods. It is old."
SHEET = """\
source:
  file: seeds/courier.txt
  date: 2026-03-03
  set_aside:
    - {text: "Read also: Floods.", reason: boilerplate}
    - {text: "It is old", reason: background}
claims:
  - {claim: Shut., evidence: "dam is shut"}
  - {claim: Shut and wanted open., evidence: ["The dam is shut", "wants it open"]}
"""


@pytest.fixture
def dam(tmp_path: Path) -> Dossier:
    return dossier_of(tmp_path, SHEET, courier=ARTICLE)


def test_every_sentence_has_one_state(dam: Dossier) -> None:
    """Used, set aside or unread, in the order of the article."""
    ledger = dam.evidence.ledgers["courier"]
    assert [entry.state.value for entry in ledger.entries] == ["used"] + ["set-aside"] * 2 + ["used"] + [
        "set-aside"
    ] * 2
    assert (ledger.count(SentenceState.UNREAD), ledger.accounted) == (0, 1.0)


def test_a_sentence_knows_what_rests_on_it(dam: Dossier) -> None:
    """Each citation once."""
    entries = dam.evidence.ledgers["courier"].entries
    assert [len(entry.citations) for entry in entries] == [2, 0, 0, 1, 0, 0]
    assert {citation.fact.sentence for citation in entries[0].citations if citation.fact} == {
        "Shut.",
        "Shut and wanted open.",
    }


def test_a_passage_set_aside_stands_aside_wherever_it_stands(dam: Dossier) -> None:
    """A notice is printed at every picture; none of its places can be evidence."""
    ledger = dam.evidence.ledgers["courier"]
    assert [ARTICLE[start:end] for start, end in ledger.boilerplate] == ["Read also: Floods."] * 2


def test_a_quote_over_two_sentences_uses_both(tmp_path: Path) -> None:
    """And a set-aside passage that is quoted all the same counts as used."""
    sheet = SHEET.replace('"dam is shut"', '"is shut. It is old"').replace('It is old", reason', 'Belmark", reason')
    dossier = dossier_of(
        tmp_path, sheet, courier="The dam is shut. It is old. Belmark wants it open. Read also: Floods."
    )
    assert [entry.state.value for entry in dossier.evidence.ledgers["courier"].entries] == ["used"] * 3 + ["set-aside"]


def test_the_example_accounts_for_nearly_every_sentence(tmp_path: Path) -> None:
    """21 sentences: 20 used, the one of boilerplate set aside."""
    dossier = example(tmp_path)
    ledger = dossier.evidence.ledgers["lavrov-ready"]
    counts = {state: ledger.count(state) for state in SentenceState}
    assert counts == {SentenceState.USED: 20, SentenceState.SET_ASIDE: 1, SentenceState.UNREAD: 0}
    assert all(citation.match for citation in dossier.evidence.citations)
    assert len(dossier.evidence.citations) == 86
    assert ledger.entries[-1].state is SentenceState.SET_ASIDE
    article = dossier.corpus.sources["lavrov-ready"].article
    assert article is not None
    (boilerplate,) = ledger.boilerplate
    assert article.file.text[slice(*boilerplate)].startswith("Read also")


def test_every_citation_knows_its_sentences(tmp_path: Path) -> None:
    """The sentences it touches are those that its span crosses."""
    dossier = example(tmp_path)
    source = dossier.corpus.sources["lavrov-ready"]
    assert source.article is not None
    for citation in dossier.evidence.citations:
        assert citation.match
        start, end = citation.match.start, citation.match.end
        crossed = [each for each in source.article.sentences if each.start < end and start < each.end]
        assert list(citation.sentences) == crossed
        assert crossed


def test_sentences_within_a_gap_are_none(dam: Dossier) -> None:
    """White space between two sentences belongs to neither."""
    source = dam.corpus.sources["courier"]
    gap = ARTICLE.index(" It is")
    assert sentences_within(source, gap, gap + 1) == ()


def test_quotes_of_actors_issues_posts_and_senses_are_traced(tmp_path: Path) -> None:
    """Whatever carries evidence is checked."""
    sheet = """\
source: {file: seeds/courier.txt, date: 2026-03-03}
actors:
  holt:
    name: Holt
    evidence: "one one"
    posts:
      - {role: Minister, organization: arven, evidence: "two two"}
  corl: {name: Corl, post: {role: Envoy, organization: arven, evidence: "three three"}}
  arven: Arven
issues: {gates: {title: Gates, evidence: "four four"}}
terms:
  dam:
    term: Dam
    evidence: "five five"
    definition: [{text: A wall., evidence: "six six"}, {text: A lake., evidence: "gone"}]
"""
    dossier = dossier_of(tmp_path, sheet, courier="one one two two three three four four five five six six")
    traced = {citation.at.path: type(citation.result) for citation in dossier.evidence.citations}
    assert traced == {
        ("actors", "holt", "evidence"): Match,
        ("actors", "holt", "posts", 0, "evidence"): Match,
        ("actors", "corl", "post", "evidence"): Match,
        ("issues", "gates", "evidence"): Match,
        ("terms", "dam", "evidence"): Match,
        ("terms", "dam", "definition", 0, "evidence"): Match,
        ("terms", "dam", "definition", 1, "evidence"): Miss,
    }


def test_a_quote_goes_to_the_source_it_names(tmp_path: Path) -> None:
    """Without a name only where the sheet has one source."""
    sheet = """\
sources:
  one: {file: seeds/one.txt, date: unknown}
  two: {file: seeds/two.txt, date: unknown}
claims:
  - {claim: A., evidence: {one: "the words", two: "the words"}}
  - {claim: B., evidence: "the words"}
  - {claim: C., evidence: {three: "the words"}}
"""
    dossier = dossier_of(tmp_path, sheet, one="Here are the words.", two="Other words.")
    assert [(each.source.id if each.source else None, type(each.result)) for each in dossier.evidence.citations] == [
        ("one", Match),
        ("two", Miss),
        (None, type(None)),
        (None, type(None)),
    ]
