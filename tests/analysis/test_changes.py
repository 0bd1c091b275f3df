"""What changed between two versions, in terms of facts: what counts, what only moves commas, and what may be told."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from briefsmith.analysis.changes.amendments import Log
from briefsmith.analysis.changes.comparison import Change, Comparison, compare
from briefsmith.analysis.changes.wording import says_the_same
from briefsmith.analysis.dossier import Dossier
from briefsmith.reading.freezing import NotFrozen, freeze
from briefsmith.reading.load import load
from briefsmith.reading.versions import editions_of
from briefsmith.rules.check import Checked
from briefsmith.settings import Settings, load_settings
from briefsmith.values.tags import Tlp
from tests.sites import CONFIG, SHEET, check_site, sheet_with, write_site

EVIDENCE = '"Belmark wants the gates opened at once"'
EVENT = f"events:\n  - event: The gates stay shut\n    date: 2026-03-02\n    evidence: {EVIDENCE}\n"
NAMED = EVENT + "    id: shut\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("It said 'no'", "It said “no”."),
        ("The goverment agrees", "The government agrees"),
        ("Talks recieved support", "Talks received support"),
        ("the Gates", "the gates"),
    ],
)
def test_typography_and_slips_are_no_change(old: str, new: str) -> None:
    """The same words in other typography or spelling say the same."""
    assert says_the_same(old, new)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("will accept", "will not accept"),
        ("it could open", "it would open"),
        ("the gate", "the gates"),
        ("about 19 %", "about 18 %"),
        ("about 19 %", "about 19"),
        ("1.5 million", "15 million"),
        ("in Iran", "in Iraq"),
        ("they sent two", "they sent ten"),
        ("Arven told Belmark", "Belmark told Arven"),
    ],
)
def test_another_meaning_is_a_change(old: str, new: str) -> None:
    """Negations, modals, numbers, plurals, names and order are never taken for a slip."""
    assert not says_the_same(old, new)


def acts(changes: Sequence[Change]) -> list[tuple[str, str]]:
    """What became of what kind of fact; heads of sheets, which these cases do not look at, left out."""
    return [(change.act.value, change.subject.kind) for change in changes if change.subject.kind != "briefing"]


def settings_of(folder: Path) -> Settings:
    """The settings of a site."""
    return load_settings(folder / CONFIG).settings


def changed(folder: Path, old: str, new: str) -> Comparison:
    """The changes from one sheet to another; both are keys that replace those of the example's."""
    write_site(folder, {SHEET: sheet_with("date: 2026-03-01\n" + old)})
    corpus = load(settings_of(folder))
    freeze(corpus, Dossier(corpus).day)  # type: ignore[arg-type]  # the example has a date
    (folder / SHEET).write_text(sheet_with("date: 2026-03-08\n" + new), "utf-8")
    editions = editions_of(load(settings_of(folder)))
    return compare(editions.frozen[-1].version, editions.current)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (EVENT, EVENT, []),
        ("events: []\n", EVENT, [("added", "event")]),
        (EVENT, "events: []\n", [("dropped", "event")]),
        (EVENT, EVENT + "    status: denied\n    denied_by: belmark\n", [("changed", "event")]),
        (EVENT, EVENT + "    status: reported\n", []),
        (EVENT, EVENT.replace("03-02", "03-01"), [("changed", "event")]),
        (EVENT, EVENT.replace("wants the gates", "wants the"), [("changed", "event")]),
        (EVENT, EVENT + "    note: a remark\n", [("reworded", "event")]),
        (EVENT, EVENT.replace("The gates stay", "The Gates stay"), [("reworded", "event")]),
        (EVENT, EVENT.replace("The gates stay shut", "The gates are still shut"), [("changed", "event")]),
        (EVENT, NAMED, []),
        (NAMED, NAMED.replace("id: shut", "id: closed\n    formerly: shut"), [("renamed", "event")]),
        (NAMED, NAMED.replace("id: shut", "id: closed"), [("renamed", "event")]),
        (NAMED, NAMED + "    retracted: misread\n", [("retracted", "event")]),
        (
            NAMED,
            NAMED + EVENT.removeprefix("events:\n").replace("stay shut", "open") + "    supersedes: shut\n",
            [("replaced", "event")],
        ),
    ],
)
def test_what_became_of_a_fact(tmp_path: Path, old: str, new: str, told: list[tuple[str, str]]) -> None:
    """Each way in which a fact can change is told as that, and as nothing else."""
    assert acts(changed(tmp_path, old, new).changes) == told


def test_evidence_is_told_quote_by_quote(tmp_path: Path) -> None:
    """A dropped quote and its successor are told with their words."""
    found = changed(tmp_path, EVENT, EVENT.replace("wants the gates", "wants the"))

    fields = [
        (each.name, each.old, each.new) for change in found.changes for each in change.fields if each.name != "title"
    ]
    assert fields == [
        ("evidence", EVIDENCE.strip('"'), ""),
        ("evidence", "", "Belmark wants the opened at once"),
    ]


def test_a_fact_that_moves_to_another_briefing_is_neither_dropped_nor_new(tmp_path: Path) -> None:
    """It is told once, with the briefing that it left."""
    found = changed(tmp_path, NAMED, "events: []\n")
    assert acts(found.changes) == [("dropped", "event")]
    other = sheet_with("briefing: other\n" + NAMED)
    (tmp_path / "briefings/other.yml").write_text(other, "utf-8")

    editions = editions_of(load(settings_of(tmp_path)))
    moves = [each for each in compare(editions.frozen[-1].version, editions.current).changes if each.moved_from]

    assert [(each.act.value, each.subject.id, each.moved_from) for each in moves] == [("moved", "shut", "sella")]


def test_editions_are_never_overwritten(tmp_path: Path) -> None:
    """A second edition of a day gets a number, and one in which nothing changed is refused."""
    write_site(tmp_path)
    corpus = load(settings_of(tmp_path))
    day = Dossier(corpus).day
    assert day
    first = freeze(corpus, day)
    with pytest.raises(NotFrozen, match="nothing has changed"):
        freeze(load(settings_of(tmp_path)), day)
    (tmp_path / SHEET).write_text(sheet_with(NAMED), "utf-8")

    second = freeze(load(settings_of(tmp_path)), day)

    assert [first.name, second.name] == [day.isoformat(), f"{day.isoformat()}-2"]
    assert sorted(path.name for path in first.parent.iterdir()) == [first.name, second.name]


def log_of(folder: Path, limit: Tlp = Tlp.CLEAR) -> Log:
    """The log as a site with this limit publishes it."""
    whole = load(replace(settings_of(folder), publish_tlp=limit))
    return Log(editions_of(whole), whole, whole.published())


def told(log: Log) -> str:
    """Every word that the log tells of the example."""
    words = []
    for amendment in log.amendments(log.whole.briefings["sella"]):
        for change in amendment.changes:
            words += [side.words for side in (change.old, change.new) if side]
            words += [text for each in change.fields for text in (each.old, each.new)]
    return " | ".join(words)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (NAMED + "    tlp: AMBER\n", "events: []\n"),
        (NAMED, NAMED + "    tlp: AMBER\n"),
        (
            NAMED,
            NAMED.replace("stay shut", "open").replace("id: shut", "id: open\n    formerly: shut") + "    tlp: RED\n",
        ),
        (NAMED + "    tlp: AMBER\n", NAMED.replace("stay shut", "open") + "    tlp: AMBER\n"),
    ],
)
def test_restricted_facts_are_in_no_public_log(tmp_path: Path, old: str, new: str) -> None:
    """What is, was or has become restricted is told by the internal log alone."""
    changed(tmp_path, old, new)

    assert "gates" not in told(log_of(tmp_path)).replace("the gates opened", "")
    assert "The gates" in told(log_of(tmp_path, Tlp.RED))


def test_a_fact_that_was_restricted_and_is_not_any_more_is_new(tmp_path: Path) -> None:
    """Its restricted words stay unsaid."""
    changed(tmp_path, NAMED.replace("stay shut", "stay secret") + "    tlp: AMBER\n", NAMED)

    log = log_of(tmp_path)
    newest = log.since_last(log.whole.briefings["sella"])
    assert newest
    assert acts(newest.changes) == [("added", "event")]
    assert "secret" not in told(log)


def test_a_typo_moves_no_date(tmp_path: Path) -> None:
    """An edition that only rewords is not significant."""
    changed(tmp_path, EVENT, EVENT.replace("The gates", "The Gates"))

    log = log_of(tmp_path)
    assert [each.is_significant for each in log.amendments(log.whole.briefings["sella"])] == [False, True]


@pytest.mark.parametrize("content", [b"briefing: [", b"\xff\xfe", b"", b"- a list\n", b"briefing: sella\nold_key: 1\n"])
def test_a_broken_edition_is_a_warning(tmp_path: Path, content: bytes) -> None:
    """A sheet of an edition that is not understood stops nothing, is said, and leaves the rest to be compared."""
    changed(tmp_path, EVENT, EVENT)
    sums = next((tmp_path / "editions").glob("*/SHA256SUMS"))
    sums.unlink()
    (sums.parent / SHEET).write_bytes(content)

    checked: Checked = check_site(tmp_path)
    log_of(tmp_path).amendments(checked.dossier.corpus.briefings["sella"])

    edition = [finding for finding in checked.findings if finding.at.file.startswith("editions/")]
    assert "BS610" in [finding.code.number for finding in edition]
    assert not [finding for finding in edition if finding.is_error]


def test_without_editions_there_is_no_log(tmp_path: Path) -> None:
    """A site that never froze anything has nothing to compare with."""
    write_site(tmp_path)
    shutil.rmtree(tmp_path / "editions", ignore_errors=True)

    log = log_of(tmp_path)
    assert log.amendments(log.whole.briefings["sella"]) == ()
    assert log.since_last(log.whole.briefings["sella"]) is None
