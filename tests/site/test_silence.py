"""What a briefing does not know, on its built page: each kind of gap appears there, and goes once it is mended."""

from __future__ import annotations

from dataclasses import dataclass, fields

import pytest

from briefsmith.analysis.silence import Silence
from tests.site.desk import Desk, bare, built

ARTICLE_A = """\
Arven keeps the gates shut. Belmark wants the gates opened. Corland measures the water.
People close to the talks expect a meeting.
"""
ARTICLE_B = "Arven hält die Tore zu. Belmark will die Tore öffnen. Corland misst das Wasser.\n"
ARTICLE_C = "Belmark still wants the gates opened.\n"

A = "a: {file: seeds/a.txt, date: 2026-03-03, publisher: Courier, language: en}"
B = "b: {file: seeds/b.txt, date: 2026-03-03, publisher: Welle, language: de}"
C = "c: {file: seeds/c.txt, date: 2026-03-03, publisher: Herald, language: en}"
KEEPS = 'evidence: {a: "Arven keeps the gates shut"}'
WANTS = 'evidence: {a: "Belmark wants the gates opened"}'
STILL = 'evidence: {c: "Belmark still wants the gates opened"}'
MISST = "evidence: [{source: b, exact: Corland misst das Wasser, translation: Corland measures the water}]"
WILL = "evidence: [{source: b, exact: Belmark will die Tore öffnen, translation: Belmark wants to open the gates}]"

ARVEN = f"  arven:\n    gates: {{view: They stay shut., by: self, {KEEPS}}}\n"
BELMARK = f"  belmark:\n    gates: {{demand: Open them., by: self, {WILL}}}\n"
TOLD = f"  belmark:\n    gates: {{demand: Open them., by: arven, status: claimed, {WILL}}}\n"
WATER = f"    water: {{view: Water is short., by: self, {KEEPS}}}\n"
METER = f"events:\n  - {{event: Corland measures., date: unknown, actors: [corland], by: belmark, {MISST}}}\n"
SPEAKS = f"claims:\n  - {{claim: Corland measures., by: corland, {MISST}}}\n  - {{claim: So., by: arven, {KEEPS}}}\n"
OTHER = f"  - {{claim: It waits., by: belmark, {WILL}}}\n"


def claims(*rows: str) -> str:
    """Claims, each by a speaker with evidence."""
    return "claims:\n" + "".join(f"  - {{claim: C{number}., {row}}}\n" for number, row in enumerate(rows))


def sheet(positions: str = ARVEN + BELMARK, rest: str = "", sources: tuple[str, ...] = (A, B)) -> str:
    """A briefing without any gap but those that `positions` and `rest` make."""
    rows = "".join(f"  {each}\n" for each in sources)
    return (
        f"title: T\ndate: 2026-03-04\nsources:\n{rows}"
        "actors: {arven: Arven, belmark: Belmark, corland: Corland}\nissues: {gates: Gates, water: Water}\n"
        f"positions:\n{positions}{rest}"
    )


@dataclass(frozen=True)
class Gap:
    """A kind of gap: the words that tell it, a sheet that has it, and the same sheet mended."""

    kind: str
    says: str
    bad: str
    good: str


ONE_SIDE = ARVEN + WATER + BELMARK
BOTH_SIDES = ONE_SIDE + WATER.replace("They", "It")

GAPS = [
    Gap("spoken_for", "Belmark: speaks nowhere in the sources", sheet(ARVEN + TOLD), sheet()),
    Gap("unheard", "Named only in others’ words: Corland.", sheet(rest=METER), sheet(rest=METER + SPEAKS)),
    Gap("one_voice", "Water: only one side is heard.", sheet(ONE_SIDE), sheet(BOTH_SIDES)),
    Gap("origins", "All articles have one origin.", sheet(ARVEN + TOLD), sheet()),
    Gap(
        "languages",
        "Sources: everything here rests on sources in one language (English).",
        sheet(ARVEN + BELMARK.replace(WILL, STILL), sources=(A, C)),
        sheet(),
    ),
    Gap(
        "narrow-origin",
        "Claims: everything here has one origin, Arven.",
        sheet(rest=claims(f"by: arven, {KEEPS}", f"by: arven, {WILL}")),
        sheet(rest=claims(f"by: arven, {KEEPS}", f"by: belmark, {WILL}")),
    ),
    Gap(
        "narrow-language",
        "Claims: everything here rests on sources in one language (English).",
        sheet(rest=claims(f"by: arven, {KEEPS}", f"by: belmark, {WANTS}")),
        sheet(rest=claims(f"by: arven, {KEEPS}", f"by: belmark, {WILL}")),
    ),
    Gap(
        "sources",
        "Everything rests on one article.",
        sheet(ARVEN + BELMARK.replace(WILL, WANTS), sources=(A,)),
        sheet(),
    ),
    Gap(
        "open_questions",
        "Who pays?",
        sheet(rest="questions:\n  - question: Who pays?\n"),
        sheet(rest="questions:\n  - {question: Who pays?, status: answered}\n"),
    ),
    Gap(
        "overdue_questions",
        "Review was due",
        sheet(rest="questions:\n  - {question: Who pays?, review_by: 2026-03-03}\n"),
        sheet(rest="questions:\n  - {question: Who pays?, review_by: 2026-03-05}\n"),
    ),
    Gap(
        "unnamed",
        "1 statement rests on unnamed people.",
        sheet(rest=claims('by_unnamed: People close to the talks, evidence: {a: "expect a meeting"}')),
        sheet(rest=claims('by: arven, evidence: {a: "expect a meeting"}')),
    ),
]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """One site with two briefings for each kind of gap."""
    desk = bare(tmp_path_factory.mktemp("silence") / "desk")
    for name, text in (("a", ARTICLE_A), ("b", ARTICLE_B), ("c", ARTICLE_C)):
        desk.write(f"seeds/{name}.txt", text)
    for gap in GAPS:
        for state, text in (("bad", gap.bad), ("good", gap.good)):
            name = f"{gap.kind.replace('_', '-')}-{state}"
            desk.write(f"briefings/{name}.yml", f"briefing: {name}\n{text}")
    return built(desk, "--as-of", "2026-03-04")


def silence(desk: Desk, gap: Gap, state: str) -> str:
    """What stands in the list of gaps on the overview of a briefing."""
    return desk.page(f"briefings/{gap.kind.replace('_', '-')}-{state}/").one(class_="bs-silence").words


@pytest.mark.parametrize("gap", GAPS, ids=[gap.kind for gap in GAPS])
def test_a_gap_is_told_until_it_is_mended(desk: Desk, gap: Gap) -> None:
    """On the overview, among what the briefing does not know."""
    assert gap.says in silence(desk, gap, "bad")
    assert gap.says not in silence(desk, gap, "good")


def test_every_kind_of_gap_that_is_computed_is_here() -> None:
    """A new one needs a row above."""
    kinds = {gap.kind.partition("-")[0] for gap in GAPS}
    assert kinds == {field.name for field in fields(Silence)}


def test_a_briefing_without_a_gap_has_an_empty_list(desk: Desk) -> None:
    """Nothing is made up to fill it."""
    assert silence(desk, GAPS[0], "good") == ""


def test_the_paper_edition_tells_the_same(desk: Desk) -> None:
    """What is not known is not left out on paper."""
    for gap in GAPS:
        page = desk.page(f"briefings/{gap.kind.replace('_', '-')}-bad/print/")
        assert gap.says in page.one(tag="main").words, gap.kind
