"""Search engines side by side: `python -m benchmarks.search [BRIEFINGS] [FACTS A BRIEFING] [ENGINE]`.

Each engine indexes the same invented facts and answers the same queries in a real Chromium, from a server that packs
with gzip and a cold cache each time; for another engine see `ENGINES`. Pagefind (`pip install "pagefind[bin]"`) and
MiniSearch (its file by the environment variable MINISEARCH) are measured where they are installed.
"""

from __future__ import annotations

import gzip
import importlib.util
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Route

from briefsmith.exports.search_index import search_files
from briefsmith.exports.search_records import Facet, SearchRecord
from tests.site.chromium import chromium, serving

ROOT = Path(__file__).parents[1]
LANGUAGES = ("en", "en", "en", "en", "uk", "ar", "zh", "fr")
_STEMS = {
    "en": "negotiat recogni sanction withdraw ceasefir guarante territor parliament minist observ reservoir electric",
    "fr": "négoci reconnaiss sanctionn retir cessez garanti territoi parlement minist observat réservoir électri",
    "uk": "переговор визнанн санкці виведенн перемир гаранті територі парламент міністр спостер водосховищ електр",
    "ar": "مفاوض اعتراف عقوب انسحاب هدن ضمان اراض برلمان وزير مراقب خزان كهرب",
    "zh": "谈判 承认 制裁 撤军 停火 保证 领土 议会 部长 观察 水库 电力",
}
_ENDINGS = {"en": " s ed ing ion", "fr": " er ation s é", "uk": "и ів ах ами у", "ar": " ات ين ة ه", "zh": " "}
_LETTERS = {
    "en": "abcdefghijklmnoprstuvwy", "fr": "abcdefghilmnoprstuvé", "uk": "абвгдежзиіїклмнопрстухцчшюя",
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي", "zh": "的一是不了人我在有他这中大来上国个到说们为子和你地出道也时年得就那",
}  # fmt: skip


@dataclass(frozen=True)
class Invented:
    """An invented fact."""

    number: int
    language: str
    sentence: str
    quote: str
    facets: tuple[tuple[Facet, str, str], ...]
    day: int


@dataclass(frozen=True)
class Answer:
    """What one query gave and cost."""

    hits: int
    found: bool
    packed: int
    requests: int
    milliseconds: float


def invented(briefings: int, each: int) -> list[Invented]:
    """Facts in five languages, with a vocabulary that grows as that of news does (Zipf's law)."""
    chance = random.Random("search")
    words = {language: _vocabulary(language, chance) for language in _STEMS}
    return [
        _fact(number, number // each, LANGUAGES[number // each % len(LANGUAGES)], words, chance)
        for number in range(briefings * each)
    ]


def _vocabulary(language: str, chance: random.Random) -> list[str]:
    size = {"en": 24_000, "zh": 6_000}.get(language, 16_000)
    stems = _STEMS[language].split()
    least, most = (2, 2) if language == "zh" else (2, 8)
    while len(stems) < size:
        stems.append("".join(chance.choices(_LETTERS[language], k=chance.randint(least, most))))
    return stems


def _fact(number: int, briefing: int, language: str, words: dict[str, list[str]], chance: random.Random) -> Invented:
    actors = {min(int(chance.paretovariate(0.7)), 3_000) for _ in range(2)}
    rows = [
        (Facet.BRIEFING, f"b{briefing}", f"Briefing {briefing}"),
        (Facet.KIND, (kind := chance.choice(["position", "event", "figure", "claim", "term"])), kind),
        *((Facet.ACTOR, f"a{actor}", f"Actor {actor}") for actor in sorted(actors)),
        (Facet.ISSUE, (issue := f"i{chance.randrange(300)}"), issue),
        (Facet.SOURCE, (source := f"s{briefing * 2 + chance.randrange(2)}"), source),
    ]
    day = 738_000 + briefing * 2 + chance.randrange(30)
    sentence, quote = (_text(language, words[language], count, chance) for count in (12, 28))
    return Invented(number, language, sentence, quote, tuple(rows), day)


def _text(language: str, words: list[str], count: int, chance: random.Random) -> str:
    endings = _ENDINGS[language].split(" ")
    ranks = (min(int(chance.paretovariate(0.35)) - 1, 10**9) % len(words) for _ in range(count))
    return ("" if language == "zh" else " ").join(words[rank] + chance.choice(endings) for rank in ranks)


# --- the engines ---


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


# --- the queries ---


def queries(facts: list[Invented]) -> dict[str, list[tuple[str, str, str]]]:
    """Text, actor, and a word that a fact must have to be a hit; by what is tried."""
    chance = random.Random("queries")
    plain = [
        w
        for fact in chance.sample(facts, min(len(facts), 4_000))
        if fact.language == "en"
        for w in fact.sentence.split()
    ]
    rare = [word for word in dict.fromkeys(plain) if len(word) >= 6]
    chance.shuffle(rare)
    by_language = {
        language: [_of_language(fact, chance) for fact in facts if fact.language == language][:400:20]
        for language in ("uk", "ar", "zh")
    }
    return {
        "one word": [(word, "", word) for word in rare[:20]],
        "two words": [
            (" ".join(fact.sentence.split()[:2]), "", "") for fact in facts[:4000:200] if fact.language == "en"
        ],
        "commonest word": [("negotiating", "", "")],
        "word and actor": [("negotiating", "a1", "")],
        "typo": [(_slip(word, chance), "", word) for word in rare[20:70]],
        "Ukrainian": [(word, "", "") for word in by_language["uk"]],
        "Arabic": [(word, "", "") for word in by_language["ar"]],
        "Chinese": [(word, "", "") for word in by_language["zh"]],
        "other ending": [("negotiations", "", ""), ("переговорам", "", ""), ("المفاوضات", "", "")],
    }


def _of_language(fact: Invented, chance: random.Random) -> str:
    if fact.language == "zh":
        start = chance.randrange(len(fact.quote) - 4)
        return fact.quote[start : start + 4].strip()
    return max(fact.quote.split(), key=len)


def _slip(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word) - 1)
    return chance.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + chance.choice("aeiou") + word[at:],
            word[:at] + chance.choice("bdfgk") + word[at + 1 :],
        ]
    )


def ask(page: Page, url: str, engine: Engine, query: tuple[str, str, str], texts: dict[str, str]) -> Answer:
    """One query with nothing in the cache."""
    packed: list[int] = []

    def packing(route: Route) -> None:
        response = route.fetch()
        packed.append(len(gzip.compress(response.body(), 6)))
        route.fulfill(response=response)

    page.route("**/*", packing)
    page.goto(url)
    page.evaluate(engine.ask, [*query[:2]])
    answer = ask_again(page, engine, query, texts)
    page.unroute("**/*")
    return replace(answer, packed=sum(packed), requests=len(packed))


def ask_again(page: Page, engine: Engine, query: tuple[str, str, str], texts: dict[str, str]) -> Answer:
    """One query on a page that has what it needs."""
    text, actor, must = query
    began = time.perf_counter()
    hits, first = page.evaluate(engine.ask, [text, actor])
    warm = (time.perf_counter() - began) * 1000
    found = any(must in texts[key] for key in first) if must else hits > 0
    return Answer(hits, found, 0, 0, warm)


def measure(engine: Engine, facts: list[Invented], folder: Path) -> None:
    """Build, ask, print."""
    began = time.perf_counter()
    engine.build(facts, folder)
    seconds = time.perf_counter() - began
    files = [path for path in folder.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files) / 1e6
    print(f"\n## {engine.name}: built in {seconds:.1f} s, {len(files)} files, {size:.1f} MB, needs {engine.policy}\n")
    print("| query | found | packed KB, median | most | requests | ms again, median |")
    print("| --- | --: | --: | --: | --: | --: |")
    texts = {str(fact.number): f"{fact.sentence} {fact.quote}" for fact in facts}
    with serving(folder) as url, chromium() as browser:
        page, before = browser.new_page(), None
        for name, asked in queries(facts).items():
            if engine.loads_all:
                # The same for every query, so that it is weighed once.
                before = before or ask(page, url, engine, asked[0], texts)
                again = [ask_again(page, engine, query, texts) for query in asked]
                answers = [replace(each, packed=before.packed, requests=before.requests) for each in again]
            else:
                answers = list(_ask_all(browser, url, engine, asked, texts))
            print(f"| {name} | {_row(answers)} |", flush=True)


def _ask_all(
    browser: Any, url: str, engine: Engine, asked: list[tuple[str, str, str]], texts: dict[str, str]
) -> Iterator[Answer]:
    for query in asked:
        context = browser.new_context()
        yield ask(context.new_page(), url, engine, query, texts)
        context.close()


def _row(answers: list[Answer]) -> str:
    middle = len(answers) // 2
    packed, times = sorted(a.packed / 1000 for a in answers), sorted(a.milliseconds for a in answers)
    requests = sorted(a.requests for a in answers)[middle]
    found = f"{sum(a.found for a in answers)}/{len(answers)}"
    return f"{found} | {packed[middle]:.0f} | {packed[-1]:.0f} | {requests} | {times[middle]:.0f}"


def main() -> None:
    """Measure what is installed, or the one engine named."""
    numbers, names = sys.argv[1:3], sys.argv[3:]
    briefings, each = (int(word) for word in numbers + ["1000", "50"][len(numbers) :])
    facts = invented(briefings, each)
    print(f"{len(facts)} facts in {briefings} briefings")
    present = {"own shards": True, "Pagefind": importlib.util.find_spec("pagefind") is not None}
    present["MiniSearch"] = bool(os.environ.get("MINISEARCH") and shutil.which("node"))
    for engine in ENGINES:
        if present[engine.name] and engine.name in (names or present):
            with tempfile.TemporaryDirectory() as folder:
                measure(engine, facts, Path(folder))


if __name__ == "__main__":
    main()
