"""The engines: how each is built, what policy its pages need, and how it is asked."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.search.invented import Invented
from briefsmith.exports.search_index import search_files
from briefsmith.exports.search_records import SearchRecord

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Engine:
    """How an engine is built into a folder, and asked: the script takes text and facets, gives count and first ids."""

    name: str
    build: Callable[[list[Invented], Path], None]
    policy: str
    ask: str
    loads_all: bool = False
    """Whether the first query loads all that any query needs."""


class _View:
    """As much of a fact's view as its record shows."""

    def __init__(self, fact: Invented) -> None:
        self.url, self.key, self.kind = f"briefings/x/#{fact.number}", str(fact.number), fact.facets[1][1]
        self.sentence, self.holders, self.issue = fact.sentence, (), ""
        self.date, self.chips, self.chains = None, (), ("Said somebody, in The Courier",)
        self.quotes = (_Quote(fact),)


class _Quote:
    def __init__(self, fact: Invented) -> None:
        self.text, self.language, self.direction = fact.quote, fact.language, "ltr"
        self.url, self.source, self.source_title = "sources/x/#s-1", fact.facets[-1][1], "An article"
        self.start, self.end, self.translation, self.translated_by = 0, len(fact.quote), "", ""


class _Briefing:
    def __init__(self, fact: Invented) -> None:
        self.language, self.title, self.url = fact.language, fact.facets[0][2], "briefings/x/"


def build_own(facts: list[Invented], folder: Path) -> None:
    """Briefsmith's own index."""
    ordered: Any = sorted(facts, key=lambda fact: (-fact.day, fact.number))
    records = [
        # Invented views have the few fields that a record reads, and no more.
        SearchRecord(_View(fact), _Briefing(fact), fact.day, fact.facets, fact.sentence, fact.quote)  # type: ignore[arg-type]
        for fact in ordered
    ]
    for path, text in search_files(records).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    shutil.copy(ROOT / "briefsmith/publish/theme/js/search.js", folder)
    _page(folder, '<main data-search-root="./"></main><script src="search.js"></script>')


def build_pagefind(facts: list[Invented], folder: Path) -> None:
    """Pagefind over one small page a fact, all in one index, which is what lets one query find every language.

    Its Python interface for records takes a tenth of a second for each, whatever the record; its command does not.
    """
    pages = folder / "pages"
    pages.mkdir()
    for fact in facts:
        filters = "".join(f'<i data-pagefind-filter="{facet.value}:{value}"></i>' for facet, value, _ in fact.facets)
        (pages / f"{fact.number}.html").write_text(
            f'<!doctype html><html lang="en"><title>x</title><body><main data-pagefind-body>{filters}'
            f'<h1>{fact.number}</h1><p>{fact.sentence}</p><p data-pagefind-meta="quote">{fact.quote}</p></main>',
            encoding="utf-8",
        )
    command = [sys.executable, "-m", "pagefind", "--site", str(pages), "--output-path", str(folder / "pagefind")]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    shutil.rmtree(pages)
    _page(folder, '<script type="module">window.pf = await import("./pagefind/pagefind.js"); await pf.init();</script>')


def build_minisearch(facts: list[Invented], folder: Path) -> None:
    """MiniSearch, its index made by Node beforehand and loaded whole."""
    (folder / "facts.json").write_text(
        json.dumps([{"id": fact.number, "text": fact.sentence, "quote": fact.quote} for fact in facts])
    )
    # Out of its package, which would have Node take it for a module of another kind.
    library = Path(shutil.copy(os.environ["MINISEARCH"], folder / "minisearch.js"))
    subprocess.run(["node", "-e", _MINISEARCH, str(library), str(folder)], check=True)
    (folder / "facts.json").unlink()
    _page(folder, '<script src="minisearch.js"></script>')


_MINISEARCH = """
const fs = require("fs"), [library, folder] = process.argv.slice(1), MiniSearch = require(library);
const index = new MiniSearch({ fields: ["text", "quote"], storeFields: ["text", "quote"] });
index.addAll(JSON.parse(fs.readFileSync(`${folder}/facts.json`)));
fs.writeFileSync(`${folder}/index.json`, JSON.stringify(index));
"""

ENGINES = (
    Engine(
        "own shards",
        build_own,
        "script-src 'self'",
        """async ([text, actor]) => {
            const found = await briefsmithSearch.find({ text, filters: actor ? { actor } : {} });
            const shown = await Promise.all(found.facts.slice(0, 10).map(briefsmithSearch.record));
            return [found.facts.length, shown.map(each => each.key)];
        }""",
    ),
    Engine(
        "Pagefind",
        build_pagefind,
        "script-src 'self' 'wasm-unsafe-eval'",
        """async ([text, actor]) => {
            while (!window.pf) await new Promise(done => setTimeout(done, 5));
            const found = await pf.search(text || null, { filters: actor ? { actor } : {} });
            const shown = await Promise.all(found.results.slice(0, 10).map(each => each.data()));
            return [found.results.length, shown.map(each => each.meta.title)];
        }""",
    ),
    Engine(
        "MiniSearch",
        build_minisearch,
        "script-src 'self'",
        """async ([text, actor]) => {
            const fields = ["text", "quote"], load = async () => (await fetch("index.json")).text();
            window.ms ||= MiniSearch.loadJSON(await load(), { fields, storeFields: fields });
            const found = ms.search(text, { fuzzy: 0.2, prefix: true, combineWith: "AND" });
            return [found.length, found.slice(0, 10).map(each => String(each.id))];
        }""",
        loads_all=True,
    ),
)


def _page(folder: Path, body: str) -> None:
    (folder / "index.html").write_text(f"<!doctype html><meta charset=utf-8><title>x</title>{body}", encoding="utf-8")
