"""The search index: its words, its bytes, and what it must not hold."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import cast

import pytest

from briefsmith.analysis.dossier import Dossier
from briefsmith.exports.search_index import search_files, search_state
from briefsmith.exports.search_records import SearchRecord, search_records
from briefsmith.exports.search_words import words_of
from briefsmith.pages.addresses import Addresses
from briefsmith.pages.language.words import Languages
from briefsmith.pages.views.site_view import SiteView
from briefsmith.reading.load import load
from briefsmith.settings import Settings
from briefsmith.values.tags import Tlp

SELLA = Path(__file__).parents[2] / "examples/sella"


def records_of(folder: Path, limit: Tlp = Tlp.CLEAR) -> list[SearchRecord]:
    """The records of a site."""
    corpus = load(Settings(folder, publish_tlp=limit)).published()
    return search_records(SiteView(Dossier(corpus), Addresses(corpus), Languages()))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Dam’s GATES, 1,000 m³", ["the", "dam", "gates", "1", "000", "m3"]),
        ("Réunion à l’Élysée", ["reunion", "elysee"]),
        ("п’ять міст і Київ", ["пять", "міст", "киів"]),
        ("والمفاوضاتُ في القدس", ["مفاوضات", "في", "قدس"]),
        ("乌克兰2026年", ["乌克", "克兰", "兰", "2026", "年"]),
        ("Straße ŁÓDŹ İstanbul", ["strasse", "lodz", "istanbul"]),
        ("soft\u00adhyphen", ["softhyphen"]),
        ("= : — «»", []),
    ],
)
def test_words_are_folded(text: str, words: list[str]) -> None:
    """Case, accents, articles and signs fall away; what is written without spaces is cut into pairs."""
    folded = list(words_of(text))

    assert [word.replace("й", "и").replace("ї", "і") for word in folded] == words


def test_every_published_fact_has_one_record() -> None:
    """There are as many records as facts, each with its own key, newest first."""
    records = records_of(SELLA)
    days = [record.day for record in records if record.day is not None]

    assert len({record.view.key for record in records}) == len(records) > 100
    assert days == sorted(days, reverse=True)


def test_results_are_plain_text(tmp_path: Path) -> None:
    """Chains hold neither markup nor entities; names are isolated by characters, whatever is in them."""
    site = tmp_path / "sella"
    shutil.copytree(SELLA, site, ignore=shutil.ignore_patterns("site", "draft"))
    registry = site / "registry/sources.yml"
    text = registry.read_text(encoding="utf-8")
    registry.write_text(text.replace("publisher: The River Courier", "publisher: Rivers & <Sons>"), encoding="utf-8")

    chains = [chain for record in records_of(site) for chain in cast("list[str]", record.shown[10])]

    assert any("\u2068Rivers & <Sons>\u2069" in chain for chain in chains)
    assert not any("bdi" in chain or "&amp;" in chain for chain in chains)
    assert not any("bdi" in words_of(record.around) for record in records_of(site))


def test_the_same_facts_give_the_same_bytes() -> None:
    """Two indexes of one site do not differ in a byte."""
    assert search_files(records_of(SELLA)) == search_files(records_of(SELLA))


def test_other_facts_are_another_state() -> None:
    """The state names the files, and one fact less makes another."""
    records = records_of(SELLA)
    files = search_files(records)

    assert {path.split("/")[2] for path in files} == {"index.js", search_state(files)}
    assert search_state(search_files(records[1:])) != search_state(files)


def test_restricted_facts_leave_no_trace() -> None:
    """What is above the marking of the site is in no file of its index, though the internal edition has it."""
    public, internal = records_of(SELLA), records_of(SELLA, Tlp.RED)
    hidden = {record.view.key: record for record in internal}.keys() - {record.view.key for record in public}
    everything = "".join(search_files(public).values())

    assert hidden
    for record in internal:
        if record.view.key in hidden:
            assert record.view.key not in everything
            assert record.view.sentence not in everything


def test_index_calls_nothing_but_take() -> None:
    """Every file is one call with one literal, so that data never become code."""
    for path, text in search_files(records_of(SELLA)).items():
        name = Path(path).stem
        assert text.startswith(f'briefsmithSearch.take("{name}",')
        assert text.count("\n") == 1
