"""What follows from the facts together: disputes, the matrix, silence, the site's day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefsmith.analysis.day import is_overdue, site_day
from briefsmith.analysis.disputes import Dispute
from briefsmith.analysis.dossier import Dossier
from briefsmith.analysis.history import Matrix
from briefsmith.values.edtf import parse_date
from tests.corpora import dossier_of, example, only_briefing

TEXT = "the words"
HEAD = """\
source: {file: seeds/courier.txt, date: unknown, via: [wire]}
actors: {arven: Arven, belmark: Belmark, corland: Corland, holt: {name: Holt, part_of: arven}, wire: The Wire}
issues: {gates: Gates, water: Water}
"""


def dossier_with(folder: Path, sheet: str) -> Dossier:
    """A dossier of one briefing whose every statement has the same evidence."""
    return dossier_of(folder, HEAD + sheet.replace("EV", 'evidence: "the words"'), courier=TEXT)


def disputes_in(dossier: Dossier) -> tuple[Dispute, ...]:
    """Those of its one briefing."""
    return dossier.disputes[only_briefing(dossier).id]


def matrix_of(dossier: Dossier, *, key_only: bool = False) -> Matrix:
    """That of its one briefing."""
    return dossier.matrix(only_briefing(dossier), key_only=key_only)


def claims(*lines: str) -> str:
    return "claims:\n" + "".join(f"  - {{claim: C{n}., EV, {line}}}\n" for n, line in enumerate(lines))


@pytest.mark.parametrize(
    ("lines", "groups"),
    [
        (["id: a, contradicts: b", "id: b"], [["a", "b"]]),
        (["id: a", "id: b, contradicts: a"], [["a", "b"]]),
        (["id: a, contradicts: b", "id: b, contradicts: a"], [["a", "b"]]),
        (["id: a, contradicts: c", "id: b", "id: c", "id: d, contradicts: c"], [["a", "c", "d"]]),
        (["id: a, contradicts: b", "id: b", "id: c, contradicts: d", "id: d"], [["a", "b"], ["c", "d"]]),
        (["id: a, contradicts: old", "id: b, formerly: old"], [["a", "b"]]),
        (["id: a, contradicts: 'statement:b'", "id: b"], [["a", "b"]]),
        (["id: a, contradicts: 'sella#b'", "id: b"], [["a", "b"]]),
        (["id: a, contradicts: a", "id: b"], []),
        (["id: a, contradicts: nobody", "id: b"], []),
        (["id: a", "id: b"], []),
    ],
)
def test_disputes_are_symmetric_groups(tmp_path: Path, lines: list[str], groups: list[list[str]]) -> None:
    """Whichever side names the other, directly or through a third; in file order."""
    disputes = disputes_in(dossier_with(tmp_path, claims(*lines)))
    assert [[fact.id for fact in dispute.facts] for dispute in disputes] == groups
    assert [dispute.facts[0].id for dispute in disputes] == [group[0] for group in groups]


def test_the_example_has_its_dispute(tmp_path: Path) -> None:
    """Lavrov on the United States against Kyiv and its partners."""
    (dispute,) = disputes_in(example(tmp_path))
    assert {fact.id for fact in dispute.facts} == {"never-recognise", "us-not-questioning"}


def positions(*lines: str) -> str:
    return "positions:\n  arven:\n    gates:\n" + "".join(
        f"      - {{view: V{n}., EV, {line}}}\n" for n, line in enumerate(lines)
    )


def ids(matrix: Matrix, holder: str = "arven", issue: str = "gates") -> tuple[list[str], list[str]]:
    """What is current and what is past in a cell."""
    cell = matrix.cell(holder, issue)
    return ([fact.id for fact in cell.current], [fact.id for fact in cell.past]) if cell else ([], [])


@pytest.mark.parametrize(
    ("lines", "current", "past"),
    [
        (["id: a", "id: b"], ["a", "b"], []),
        (["id: a", "id: b, supersedes: a"], ["b"], ["a"]),
        (["id: b, supersedes: a", "id: a"], ["b"], ["a"]),
        (["id: a", "id: b, supersedes: a", "id: c, supersedes: b"], ["c"], ["a", "b"]),
        (["id: a, formerly: old", "id: b, supersedes: old"], ["b"], ["a"]),
        (["id: a", "id: b, supersedes: a, retracted: misread"], ["a"], []),
        (["id: a", "id: b, supersedes: a, status: rumour"], ["a"], []),
        (["id: a, retracted: misread", "id: b"], ["b"], []),
        (["id: a, status: rumour"], [], []),
        (["id: a, until: 2026-03-03"], [], ["a"]),
        (["id: a, until: 2026-02"], [], ["a"]),
        (["id: a, until: 2026-03-04"], ["a"], []),
        (["id: a, until: 2026-03"], ["a"], []),
        (["id: a, until: unknown"], ["a"], []),
        (["id: a, status: claimed, by: belmark"], ["a"], []),
    ],
)
def test_the_matrix_shows_what_is_current(
    tmp_path: Path, lines: list[str], current: list[str], past: list[str]
) -> None:
    """On the briefing's date: not what is superseded or over; never a rumour, never what was retracted."""
    assert ids(matrix_of(dossier_with(tmp_path, positions(*lines)))) == (current, past)


def test_a_joint_position_stands_in_the_cell_of_each_holder(tmp_path: Path) -> None:
    """And holders and issues come in the order of the sheet."""
    sheet = """\
positions:
  belmark & arven:
    water: {view: V1., id: joint, EV}
  corland:
    gates: {view: V2., id: own, EV}
"""
    matrix = matrix_of(dossier_with(tmp_path, sheet))
    assert (matrix.holders, matrix.issues) == (("belmark", "arven", "corland"), ("water", "gates"))
    assert ids(matrix, "belmark", "water") == ids(matrix, "arven", "water") == (["joint"], [])
    assert matrix.cell("corland", "water") is None


def test_a_matrix_of_key_positions_leaves_out_the_rest(tmp_path: Path) -> None:
    """For the one-page brief."""
    dossier = dossier_with(tmp_path, positions("id: a, key: true", "id: b"))
    assert ids(matrix_of(dossier, key_only=True)) == (["a"], [])


def test_the_matrix_of_the_example(tmp_path: Path) -> None:
    """Five holders, eight issues, and the joint red line in both cells."""
    matrix = matrix_of(example(tmp_path))
    assert set(matrix.holders) == {"russia", "ukraine", "western-partners", "united-states", "europe-plans"}
    assert len(matrix.issues) == 8
    assert ids(matrix, "western-partners", "territory-status") == (["never-recognise"], [])
    assert ids(matrix, "ukraine", "territory-status")[0][-1] == "never-recognise"


def test_events_may_supersede_too(tmp_path: Path) -> None:
    """A rescheduled meeting replaces the planned one."""
    assert dossier_with(tmp_path, claims("id: a", "id: b, supersedes: a")).superseded["sella"] == {"a"}


@pytest.fixture
def _no_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


SILENCE = """\
positions:
  arven:
    gates:
      - {view: V1., by: holt, EV}
      - {view: V2., by: belmark, status: claimed, EV}
    water: {view: V3., EV}
  belmark:
    gates: {view: V4., by: holt, status: claimed, EV}
  corland:
    water: {view: V5., by: self, retracted: misread, EV}
claims:
  - {claim: C1., id: whisper, by_unnamed: two people, EV}
  - {claim: C2., EV}
questions:
  - {question: Q1?, id: open}
  - {question: Q2?, status: answered}
"""


def test_silence_is_what_a_briefing_does_not_know(tmp_path: Path) -> None:
    """Who is only spoken for, issues with one voice, origins, open questions, people without names."""
    dossier = dossier_of(tmp_path, HEAD + SILENCE.replace("EV", 'evidence: "the words"'), courier=TEXT)
    silence = dossier.silence(only_briefing(dossier))
    assert silence.spoken_for == ("belmark",)
    assert silence.one_voice == ("water",)
    assert silence.origins == {"holt", "belmark", "wire"}
    assert silence.sources == 1
    assert [(each.section, each.name) for each in silence.narrow] == [("claims", "wire")]
    assert silence.unheard == ()
    assert [fact.id for fact in silence.open_questions] == ["open"]
    assert [fact.id for fact in silence.unnamed] == ["whisper"]


NARROW = """\
sources:
  a: {file: seeds/a.txt, date: unknown, publisher: The Courier, language: en}
  b: {file: seeds/b.txt, date: unknown, publisher: Die Welle, language: de}
actors:
  arven: Arven
  holt: {name: Holt, part_of: arven}
  wave: {name: Wave, type: media}
  envoy: Envoy
  king: King
  port: Port
issues: {gates: Gates}
positions: {arven: {gates: {view: V., evidence: {a: the words}}}}
events:
  - {event: E1., date: unknown, actors: [arven, wave, envoy], decider: king, evidence: {a: the words}}
  - {event: E2., date: unknown, by: port, evidence: {b: the words}}
figures:
  - {figure: F., value: 3 boats, evidence: {b: the words}}
  - {figure: G., value: 3 boats, evidence: {a: the words}}
claims:
  - {claim: C1., about: ["actor:holt", "issue:gates", port], evidence: {b: the words}}
  - {claim: C2., retracted: misread, evidence: {a: the words}}
questions:
  - {question: Q1?, id: late, review_by: 2026-03-03}
  - {question: Q2?, review_by: 2026-03-04}
  - {question: Q3?, status: answered, review_by: 2026-03-03}
"""


@pytest.mark.usefixtures("_no_epoch")
def test_silence_names_the_unheard_and_what_has_one_footing(tmp_path: Path) -> None:
    """Actors for whom nobody speaks; sections on one origin or language; questions that nobody looked at again."""
    dossier = dossier_of(tmp_path, NARROW, a="the words", b="the words")
    silence = dossier.silence(only_briefing(dossier))
    assert silence.unheard == ("envoy", "king", "holt")
    assert {(each.section, each.footing.value, each.name) for each in silence.narrow} == {
        ("positions", "origin", "The Courier"),
        ("positions", "language", "en"),
        ("claims", "origin", "Die Welle"),
        ("claims", "language", "de"),
    }
    assert [fact.id for fact in silence.overdue_questions] == ["late"]


def test_the_silence_of_the_example(tmp_path: Path) -> None:
    """The United States is heard only through Lavrov."""
    dossier = example(tmp_path)
    silence = dossier.silence(only_briefing(dossier))
    assert silence.spoken_for == ("united-states",)
    assert {"nato", "war-end", "security"} & set(silence.one_voice) == {"war-end", "security"}
    assert len(silence.open_questions) == 8


def day_of(folder: Path, written: str, as_of: date | None = None) -> date | None:
    """The day of a site whose sheet has this date."""
    corpus = dossier_of(folder, "").corpus
    briefing = only_briefing(dossier_of(folder / "x", ""))
    sheet = briefing.sheet.model_copy(update={"date": parse_date(written)})
    return site_day(
        replace(corpus, briefings={"a": replace(briefing, sheet=sheet)}, settings=replace(corpus.settings, as_of=as_of))
    )


@pytest.mark.usefixtures("_no_epoch")
@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-03-04", date(2026, 3, 4)),
        ("2026-02", date(2026, 2, 28)),
        ("late 2026-03", date(2026, 3, 31)),
        ("unknown", None),
        ("-0043", None),
        ("Y12000", None),
    ],
)
def test_the_day_is_the_latest_date_of_the_sheets(tmp_path: Path, written: str, day: date | None) -> None:
    """Never the clock's; a year that no calendar here can hold gives none."""
    assert day_of(tmp_path, written) == day


@pytest.mark.parametrize(
    ("epoch", "day"),
    [
        ("0", date(1970, 1, 1)),
        ("1767225599", date(2025, 12, 31)),
        ("1767225600", date(2026, 1, 1)),
        ("", date(2026, 3, 4)),
        ("yesterday", date(2026, 3, 4)),
        ("-1", date(2026, 3, 4)),
        ("²", date(2026, 3, 4)),
        ("9" * 30, date(2026, 3, 4)),
    ],
)
def test_source_date_epoch_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, epoch: str, day: date) -> None:
    """In UTC; what is no number of seconds is passed over."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    assert day_of(tmp_path, "2026-03-04") == day


def test_as_of_comes_before_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the editor asks for."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert day_of(tmp_path, "2026-03-04", date(2026, 5, 1)) == date(2026, 5, 1)


@pytest.mark.parametrize(
    ("review_by", "day", "overdue"),
    [
        ("2026-03-04", date(2026, 3, 4), False),
        ("2026-03-04", date(2026, 3, 5), True),
        ("2026-03", date(2026, 3, 31), False),
        ("2026-03", date(2026, 4, 1), True),
        ("Y12000", date(2026, 4, 1), False),
        ("unknown", date(2026, 4, 1), False),
        ("2026-03-04", None, False),
    ],
)
def test_a_review_is_overdue_after_its_day(review_by: str, day: date | None, overdue: bool) -> None:
    """Not on it; never without a day."""
    assert is_overdue(parse_date(review_by), day) is overdue
    assert not is_overdue(None, day)
