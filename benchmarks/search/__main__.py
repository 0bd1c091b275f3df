"""Search engines side by side: `python -m benchmarks.search [BRIEFINGS] [FACTS A BRIEFING] [ENGINE]`.

Each engine indexes the same invented facts and answers the same queries in a real Chromium, from a server that packs
with gzip and a cold cache each time; for another engine see `ENGINES`. Pagefind (`pip install "pagefind[bin]"`) and
MiniSearch (its file by the environment variable MINISEARCH) are measured where they are installed.
"""

from __future__ import annotations

import gzip
import importlib.util
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Route

from benchmarks.search.engines import ENGINES, Engine
from benchmarks.search.invented import Invented, invented, queries
from tests.site.chromium import chromium, serving


@dataclass(frozen=True)
class Answer:
    """What one query gave and cost."""

    hits: int
    found: bool
    packed: int
    requests: int
    milliseconds: float


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
        # A small site lacks some of the languages.
        for name, asked in ((name, asked) for name, asked in queries(facts).items() if asked):
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
