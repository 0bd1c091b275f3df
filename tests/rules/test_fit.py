"""Fit: quotes that stand in their article and are made to say something else, and what explains them."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefsmith.findings.json_report import json_report
from briefsmith.rules.check import Checked
from tests.sites import ARTICLE, EXAMPLE, SHEET, check_site, sheet_with, write_site

FAIR = 'claims:\n  - claim: {claim}\n    evidence: "{quote}"\n{rest}'


def _claim(folder: Path, claim: str, quote: str, rest: str = "") -> list[str]:
    sheet = sheet_with(FAIR.format(claim=claim, quote=quote, rest=rest))
    return [finding.code.number for finding in check_site(write_site(folder, {SHEET: sheet})).findings]


def _figure(folder: Path, value: str, article: str, rest: str = "", language: str = "en") -> list[str]:
    source = f"source: {{id: courier, file: {ARTICLE}, date: 2026-03-03, language: {language}}}\n"
    quote = f'evidence: {{exact: "{article.rstrip(".")}", translation: No number.}}'
    figure = f"figures:\n  - figure: Barges below the dam\n    value: {value}\n    {quote}\n{rest}"
    files = {SHEET: sheet_with(source + "positions: {}\nevents: []\n" + figure), ARTICLE: article + "\n"}
    return [finding.code.number for finding in check_site(write_site(folder, files)).findings]


def test_a_cut_quote_gets_a_wider_one_as_its_fix(tmp_path: Path) -> None:
    """The fix of a quote that leaves out a negation is the clause with it, and is not applied unasked."""
    sheet = sheet_with(FAIR.format(claim="The dam opens.", quote="open the Sella dam before June", rest=""))
    (finding,) = check_site(write_site(tmp_path, {SHEET: sheet})).findings
    assert finding.fix is not None
    assert not finding.fix.safe
    assert [edit.text for edit in finding.fix.edits] == ["Arven will not open the Sella dam before June"]


def test_a_note_silences_a_cut_quote(tmp_path: Path) -> None:
    """A note on the fact says why the quote stands as it is."""
    note = '    note: "The quote names the dam; the refusal is the position above."\n'
    assert _claim(tmp_path, "The dam has gates.", "open the Sella dam before June", note) == []


def test_another_quote_of_the_fact_may_have_the_word(tmp_path: Path) -> None:
    """A negation that a second quote of the fact holds is not left out."""
    both = '["said on Tuesday that Arven will not open", "the Sella dam before June"]'
    sheet = sheet_with(f"claims:\n  - claim: The dam stays closed.\n    evidence: {both}\n")
    assert check_site(write_site(tmp_path, {SHEET: sheet})).findings == ()


@pytest.mark.parametrize(("rest", "codes"), [("", ["BS317"]), ("    only_if: Belmark pays\n", [])])
def test_a_condition_is_quoted_or_said(tmp_path: Path, rest: str, codes: list[str]) -> None:
    """The *if* in front of a quoted clause is taken in, or stands in `only_if`."""
    sheet = sheet_with(FAIR.format(claim="The gates open.", quote="the gates open at once", rest=rest))
    article = EXAMPLE[ARTICLE] + "If Belmark pays, the gates open at once.\n"
    found = check_site(write_site(tmp_path, {SHEET: sheet, ARTICLE: article})).findings
    assert [finding.code.number for finding in found] == codes


@pytest.mark.parametrize(
    ("claim", "rest"),
    [
        ("Belmark may send engineers.", ""),
        ("Belmark sends engineers.", "    status: claimed\n    by: belmark\n"),
        ("Belmark sends engineers.", "    form: forecast\n"),
        ("Belmark sends engineers.", "    only_if: Arven invites them\n"),
        ("Belmark sends engineers.", "    note: So the paper expects.\n"),
    ],
)
def test_doubt_may_be_said_in_many_ways(claim: str, rest: str, tmp_path: Path) -> None:
    """A fact is as uncertain as its quote by its words, its status, its form, its condition or its note."""
    assert _claim(tmp_path, claim, "Belmark may send engineers", rest) == []


@pytest.mark.parametrize(
    ("value", "article", "language"),
    [
        ("about 40 barges", "Some forty barges wait below the dam", "en"),
        ("3200000 barges", "Port Sella counted 3.2 million barges", "en"),
        ("about 1.2 billion EUR", "Le barrage coûte près de 1,2 milliard d’euros", "fr"),
        ("about 2.4 million barges", "Ниже плотины стоят 2,4 млн барж", "ru"),
        ("about 45 barges", "Нижче греблі стоять сорок п'ять барж", "uk"),
        ("about 25 barges", "Unter dem Damm warten fünfundzwanzig Kähne", "de"),
        ("5 billion EUR", "La presa cuesta 5 mil millones de euros", "es"),
        ("about 40 barges", "تنتظر نحو أربعين بارجة أسفل السد", "ar"),
        ("12500 barges", "Below the dam 12 500 barges wait", "en"),
        ("1.2 billion EUR", "这座水坝耗资12亿欧元", "zh"),
    ],
)
def test_a_number_may_stand_in_digits_or_words(value: str, article: str, language: str, tmp_path: Path) -> None:
    """A number counts as quoted however its language groups, scales or spells it."""
    assert "BS319" not in _figure(tmp_path, value, article, language=language)


@pytest.mark.parametrize(
    ("value", "article", "language"),
    [
        ("about 50 barges", "Some forty barges wait below the dam", "en"),
        ("about 2.5 million barges", "Ниже плотины стоят 2,4 млн барж", "ru"),
        ("about 30 barges", "تنتظر نحو أربعين بارجة أسفل السد", "ar"),
    ],
)
def test_another_number_is_told(value: str, article: str, language: str, tmp_path: Path) -> None:
    """A number that no quote states in any reading is told, in every script."""
    assert _figure(tmp_path, value, article, language=language) == ["BS319"]


def test_a_number_of_the_sentence_must_be_quoted(tmp_path: Path) -> None:
    """Numbers of the desk's sentence count as those of a value do."""
    assert _claim(tmp_path, "Some 45 barges wait.", "About 40 barges are waiting below the dam") == ["BS319"]


def _event(folder: Path, date: str, words: str = "", source_date: str = "2026-03-03") -> list[str]:
    source = f"source: {{id: courier, file: {ARTICLE}, date: {source_date}}}\n"
    quote = '    evidence: "said on Tuesday that Arven will not open the Sella dam before June"\n'
    sheet = sheet_with(f"{source}positions: {{}}\nevents:\n  - event: Arven speaks\n    date: {date}\n{words}{quote}")
    return [finding.code.number for finding in check_site(write_site(folder, {SHEET: sheet})).findings]


@pytest.mark.parametrize(
    ("date", "codes"),
    [
        ("2026-03-03", []),
        ("2026-03", []),
        ("2026-02-24", []),
        ("2026-02-23", ["BS320"]),
        ("2026-05", ["BS320"]),
        ("2025-06", ["BS320"]),
        ("2026-06", []),
    ],
)
def test_a_stated_date_is_in_the_sentence(date: str, codes: list[str], tmp_path: Path) -> None:
    """A date is the article's, a weekday near it, or has its month and, where it is not the article's, its year."""
    assert _event(tmp_path, date) == codes


def test_date_words_fit_their_date(tmp_path: Path) -> None:
    """A weekday in `date_words` must be that of the date."""
    words = "    date_basis: relative\n    date_words: on Tuesday\n"
    assert _event(tmp_path / "right", "2026-03-03", words) == []
    assert _event(tmp_path / "wrong", "2026-03-02", words) == ["BS506"]


def _with_language(folder: Path, language: str) -> Checked:
    source = f"source: {{id: courier, file: {ARTICLE}, date: 2026-03-03, language: {language}}}\n"
    return check_site(write_site(folder, {SHEET: sheet_with(source)}))


def test_a_language_without_lists_is_named(tmp_path: Path) -> None:
    """For an article whose negations are not known, the report says that its quotes were not checked for them."""
    assert _with_language(tmp_path / "en", "en-GB").notes() == []
    checked = _with_language(tmp_path / "pl", "pl")
    (note,) = checked.notes()
    assert "source `courier`: no list of negations and hedges for `pl`" in note
    report = json_report("0", checked.counts(), checked.coverage(), checked.located(), checked.locator, [note])
    assert '"notes": [' in report


@pytest.mark.parametrize(
    ("words", "proposed"),
    [
        ("yesterday", ["2026-03-02"]),
        ("the day before yesterday", ["2026-03-01"]),
        ("on Sunday", ["2026-03-01", "2026-03-08"]),
        ("tomorrow, not today", []),
    ],
)
def test_words_of_a_day_propose_the_date(tmp_path: Path, words: str, proposed: list[str]) -> None:
    """The help counts from the article's day; what can mean one day only is also an edit, never made unasked."""
    article = f"The delegations met {words}.\n"
    event = f"events:\n  - event: They meet\n    date: 2026-03-05\n    date_words: {words}\n"
    sheet = sheet_with(f"positions: {{}}\n{event}    evidence: The delegations met {words}\n")
    findings = check_site(write_site(tmp_path, {SHEET: sheet, ARTICLE: article})).findings
    found = [each for each in findings if each.code.number == "BS506"]
    assert all(f"`date: {day}`" in each.help for each in found for day in proposed)
    assert len(found) == bool(proposed)
    edits = [edit.text for each in found if each.fix and not each.fix.safe for edit in each.fix.edits]
    assert edits == (proposed if len(proposed) == 1 else [])
