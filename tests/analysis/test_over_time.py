"""Disputes and positions across briefings: who contradicts whom, what replaces what, what is out of date."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from briefsmith.analysis.dossier import Dossier
from briefsmith.reading.load import load
from briefsmith.settings import Settings

HEAD = """\
source: {id: courier, file: seeds/courier.txt, date: unknown}
actors: {arven: Arven, belmark: Belmark, port: Port Sella}
issues: {gates: Gates, water: Water}
"""


def dossier_of(folder: Path, as_of: date | None = None, **sheets: tuple[str, str]) -> Dossier:
    """A dossier of briefings, each with its date and the rest of its sheet, in which EV is evidence."""
    (folder / "briefings").mkdir(parents=True)
    (folder / "seeds").mkdir()
    (folder / "seeds/courier.txt").write_text("the words")
    for name, (day, sheet) in sheets.items():
        head = f"briefing: {name}\ntitle: {name}\ndate: {day}\n"
        text = head + HEAD + sheet.replace("EV", 'evidence: "the words"')
        (folder / f"briefings/{name}.yml").write_text(text)
    dossier = Dossier(load(Settings(folder, as_of=as_of)))
    assert dossier.corpus.findings == ()
    return dossier


def claim(name: str, more: str = "") -> str:
    return f"claims:\n  - {{claim: C., id: {name}, EV{more}}}\n"


def test_a_dispute_between_two_briefings_is_shown_in_both(tmp_path: Path) -> None:
    """In each the own side stands first."""
    dossier = dossier_of(
        tmp_path, old=("2026-03-01", claim("a")), new=("2026-03-08", claim("b", ", contradicts: old#a"))
    )
    found = {name: [[fact.key for fact in each.facts] for each in all_] for name, all_ in dossier.disputes.items()}
    assert found == {"old": [["old#a", "new#b"]], "new": [["new#b", "old#a"]]}


def figures(*lines: str) -> str:
    return "figures:\n" + "".join(f"  - {{EV, {line}}}\n" for line in lines)


def events(*lines: str) -> str:
    return "events:\n" + "".join(f"  - {{EV, {line}}}\n" for line in lines)


def stances(*lines: str) -> str:
    return "positions:\n  arven:\n    gates:\n" + "".join(
        f"      - {{view: V{n}., EV, {line}}}\n" for n, line in enumerate(lines)
    )


A = "figure: Barges below the dam, id: a, value: 40 barges"
B = "figure: barges  below the Dam., id: b, value: 60 barges"
TALKS = "event: Talks in Port Sella, id: a, date: 2026-03-02"
AGAIN = "event: Talks in Port  Sella, id: b, date: 2026-03-05"


@pytest.mark.parametrize(
    ("sheet", "found"),
    [
        (figures(A, B), {("b", "a")}),
        (figures(f"{A}, date: 2026-03-01", f"{B}, date: 2026-03-02"), set()),
        (figures(f"{A}, date: 2026-03", f"{B}, date: 2026-03-02"), {("b", "a")}),
        (figures(f"{A}, places: port", f"{B}, places: Port Sella"), {("b", "a")}),
        (figures(f"{A}, places: port", f"{B}, places: Port Varn"), set()),
        (figures(f"{A}, places: port", B), set()),
        (figures(f"{A}, per: day", f"{B}, per: year"), set()),
        (figures(f"{A}, scope: each", f"{B}, scope: together"), set()),
        (figures(A, B.replace("60 barges", "about 42 barges")), set()),
        (figures(A, B.replace("60 barges", "most")), set()),
        (figures(A, B.replace("60 barges", "60 tonnes")), set()),
        (figures(A, f"{B}, contradicts: a"), set()),
        (figures(f"{A}, contradicts: b", B), set()),
        (figures(A, f"{B}, supersedes: a"), set()),
        (figures(A, f"{B}, compatible_with: {{a: other barges}}"), set()),
        (figures(f"{A}, compatible_with: {{b: other barges}}", B), set()),
        (figures(A, f"{B}, retracted: misread"), set()),
        (events(TALKS, AGAIN), {("b", "a")}),
        (events(TALKS, AGAIN.replace("2026-03-05", "early 2026-03")), set()),
        (events(TALKS, AGAIN.replace("2026-03-05", "unknown")), set()),
        (events(f"{TALKS}, actors: arven", f"{AGAIN}, actors: belmark"), set()),
        (events(f"{TALKS}, actors: arven", f"{AGAIN}, actors: [arven, belmark]"), {("b", "a")}),
        (events(f"{TALKS}, places: port", f"{AGAIN}, places: Arven"), set()),
        (events(TALKS, f"{AGAIN}, contradicts: a"), set()),
        (stances("id: a, stance: favor", "id: b, stance: against"), {("b", "a")}),
        (stances("id: a, stance: favor", "id: b, stance: neither"), set()),
        (stances("id: a, stance: favor", "id: b, stance: against, supersedes: a"), set()),
        (stances("id: a, stance: favor, until: 2026-02", "id: b, stance: against"), set()),
        (stances("id: a, stance: favor", "id: b, stance: against, compatible_with: {a: another gate}"), set()),
    ],
)
def test_what_excludes_each_other_is_a_candidate(tmp_path: Path, sheet: str, found: set[tuple[str, str]]) -> None:
    """Until somebody says that it is a dispute, a replacement, or no contradiction."""
    dossier = dossier_of(tmp_path, sella=("2026-03-04", sheet))
    assert {(each.fact.id, other.id) for each in dossier.candidates for other in each.others} == found


@pytest.mark.parametrize(
    ("new", "found"),
    [
        (figures(B.replace("id: b", "date: 2026-03-01")), ["b-value"]),
        (figures(B), []),
        (events("event: The ministers meet, id: a, date: 2026-03-05"), ["b-date"]),
        (events("event: The ministers meet, id: a, date: 2026-03-05, compatible_with: {'old#a': another}"), []),
    ],
)
def test_candidates_are_found_across_briefings(tmp_path: Path, new: str, found: list[str]) -> None:
    """Figures of one day, an undated one being as of its briefing; events of one id."""
    old = figures(A.replace("id: a", "id: x")) + events(TALKS)
    dossier = dossier_of(tmp_path, old=("2026-03-01", old), xnew=("2026-03-08", new))
    assert [f"b-{each.clash.value}" for each in dossier.candidates] == found


def matrix(dossier: Dossier, name: str) -> tuple[list[str], list[str], list[str]]:
    """Of Arven's cell on the gates in a briefing: what is current, its line, and what is newer elsewhere."""
    briefing = dossier.corpus.briefings[name]
    cell = dossier.matrix(briefing).cells["arven", "gates"]
    line = dossier.lines(briefing).get(("arven", "gates"))
    stale = dossier.stale(briefing).get(("arven", "gates"))
    return (
        [fact.key for fact in cell.current],
        [fact.key for fact in line.facts] if line else [],
        [newer.key for _, newer in stale.newer] if stale else [],
    )


def test_a_position_may_replace_one_of_another_briefing(tmp_path: Path) -> None:
    """The older briefing keeps it, as out of date; the newer one has a line that begins with it."""
    dossier = dossier_of(
        tmp_path,
        old=("2026-03-01", stances("id: a")),
        new=("2026-03-08", stances("id: b, supersedes: 'old#a', move: softens")),
    )
    assert matrix(dossier, "old") == (["old#a"], ["old#a", "new#b"], ["new#b"])
    assert matrix(dossier, "new") == (["new#b"], ["old#a", "new#b"], [])


def test_a_position_replaced_before_a_briefing_is_not_current_in_it(tmp_path: Path) -> None:
    """Its date decides, not the order of files."""
    dossier = dossier_of(
        tmp_path,
        late=("2026-03-08", stances("id: a")),
        soon=("2026-03-01", stances("id: b, supersedes: 'late#a'")),
    )
    assert matrix(dossier, "late") == ([], ["late#a", "soon#b"], ["soon#b"])


@pytest.mark.parametrize(
    ("old", "new", "newer"),
    [
        ("date: 2026-03-01", "date: 2026-03-07", ["new#n"]),
        ("note: n", "note: n", ["new#n"]),
        ("date: 2026-03-01", "date: 2026-03-01", []),
        ("date: 2026-03-01", "date: 2026-02-01", []),
        ("date: 2026-03", "date: 2026-03-07", []),
        ("date: 2026-03-01", "since: 2026-03-07/..", ["new#n"]),
        ("date: 2026-03-01", "date: 2026-03-07, retracted: misread", []),
        ("date: 2026-03-01", "date: 2026-03-07, status: claimed, by: belmark", []),
    ],
)
def test_a_cell_is_stale_when_its_holder_said_something_since(
    tmp_path: Path, old: str, new: str, newer: list[str]
) -> None:
    """In any briefing, by date; what others claim of it does not count."""
    dossier = dossier_of(
        tmp_path, old=("2026-03-01", stances(f"id: o, {old}")), new=("2026-03-08", stances(f"id: n, {new}"))
    )
    assert matrix(dossier, "old")[2] == newer


def test_two_sheets_may_mean_two_things_by_one_id(tmp_path: Path) -> None:
    """Actors and issues are the same when their names are."""
    dossier = dossier_of(tmp_path, old=("2026-03-01", stances("id: o")), new=("2026-03-08", stances("id: n")))
    assert matrix(dossier, "old")[2] == ["new#n"]
    (tmp_path / "briefings/new.yml").write_text(
        (tmp_path / "briefings/new.yml").read_text().replace("arven: Arven", "arven: Arven Boats")
    )
    assert matrix(Dossier(load(Settings(tmp_path))), "old")[2] == []


@pytest.mark.parametrize(
    ("day", "state", "overdue"), [(5, "current", True), (4, "current", False), (5, "closed", False)]
)
def test_a_cell_is_stale_when_its_review_is_overdue(tmp_path: Path, day: int, state: str, overdue: bool) -> None:
    """By the site's day, in a briefing that is kept up."""
    sheet = stances("id: a, review_by: 2026-03-04") + f"state: {state}\n"
    dossier = dossier_of(tmp_path, as_of=date(2026, 3, day), sella=("2026-03-01", sheet))
    assert bool(dossier.stale(dossier.corpus.briefings["sella"])) is overdue


def test_a_line_stands_in_order_of_time(tmp_path: Path) -> None:
    """What was taken back stays in it; a cell without a past has none."""
    sheet = stances(
        "id: c, supersedes: b", "id: a", "id: b, supersedes: a", "id: z, retracted: misread, date: 2025-01-01"
    )
    dossier = dossier_of(tmp_path / "a", sella=("2026-03-01", sheet))
    assert matrix(dossier, "sella")[:2] == (["sella#c"], ["sella#z", "sella#a", "sella#b", "sella#c"])
    assert matrix(dossier_of(tmp_path / "b", sella=("2026-03-01", stances("id: a", "id: b"))), "sella")[1] == []


def test_a_circle_of_replacements_ends(tmp_path: Path) -> None:
    """It is an error, and no hang."""
    dossier = dossier_of(
        tmp_path, sella=("2026-03-01", claim("a", ", supersedes: b") + "  - {claim: D., id: b, EV, supersedes: a}\n")
    )
    fact = dossier.corpus.briefings["sella"].by_id["a"]
    assert [each.id for each in dossier.succession.before(fact)] == ["b"]
