"""Small corpora for tests: a sheet and its articles, written into a folder and loaded."""

from __future__ import annotations

from pathlib import Path

from briefsmith.analysis.dossier import Dossier
from briefsmith.model.fact import Fact
from briefsmith.reading.corpus import Briefing
from briefsmith.reading.load import load
from briefsmith.settings import Settings

ROOT = Path(__file__).parents[1]
EXAMPLE = "lavrov-rubio-2025-11"
ARTICLE = "seeds/000_333ef43267682ee5.txt"

HEAD = """\
briefing: sella
title: Arven keeps the dam closed
date: 2026-03-04
"""


def dossier_of(folder: Path, sheet: str, **articles: str) -> Dossier:
    """The dossier of a sheet, to which the head is added, and of articles by the stem of their file; no finding."""
    (folder / "briefings").mkdir(parents=True)
    (folder / "seeds").mkdir()
    (folder / "briefings/sella.yml").write_text(HEAD + sheet, encoding="utf-8")
    for stem, text in articles.items():
        (folder / f"seeds/{stem}.txt").write_text(text, encoding="utf-8")
    return _loaded(folder)


def example(folder: Path) -> Dossier:
    """The dossier of the worked example."""
    for source, target in ((f"tests/data/{EXAMPLE}.yml", f"briefings/{EXAMPLE}.yml"), (ARTICLE, ARTICLE)):
        (folder / target).parent.mkdir(parents=True)
        (folder / target).write_bytes((ROOT / source).read_bytes())
    return _loaded(folder)


def only_briefing(dossier: Dossier) -> Briefing:
    """Its one briefing."""
    (briefing,) = dossier.corpus.briefings.values()
    return briefing


def fact_named(dossier: Dossier, name: str) -> Fact:
    """The fact of this id."""
    return only_briefing(dossier).by_id[name]


def _loaded(folder: Path) -> Dossier:
    corpus = load(Settings(folder))
    assert corpus.findings == ()
    return Dossier(corpus)
