"""How long after a keystroke the findings are there, through the protocol: `python -m benchmarks.lsp [FACTS] [OTHERS]`.

Each keystroke changes a fact of the sheet; the time runs from the change to the diagnostics of its version, the
server's own pause included. Another series changes what is found, so that the server has something to tell.
"""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.invented_sites import write_site
from tests.lsp.desk import Desk

KEYSTROKES = 25


def main(facts: int, others: int) -> None:
    """Print the distribution for a sheet of so many facts beside so many other sheets."""
    with TemporaryDirectory() as folder:
        root = Path(folder) / "site"
        name = write_site(root, facts, others).relative_to(root).as_posix()
        with Desk(root) as desk:
            started = perf_counter()
            desk.open(name)
            print(f"{facts} facts, {others} other sheets: opened in {perf_counter() - started:.2f} s")
            _report(
                "a word in a fact", [_keystroke(desk, name, "Keep the terms", f"Keep {n} terms") for n in _numbers()]
            )
            _report("an id that leads nowhere", [_keystroke(desk, name, "by: ardia", f"by: a{n}") for n in _numbers()])
            _report("completion of an id", [_completion(desk, name) for _ in _numbers()])


def _numbers() -> range:
    return range(KEYSTROKES)


def _keystroke(desk: Desk, name: str, old: str, new: str) -> float:
    text = desk.texts[name]
    started = perf_counter()
    desk.type(name, text.replace(old, new, 1))
    taken = perf_counter() - started
    desk.type(name, text)
    return taken


def _completion(desk: Desk, name: str) -> float:
    text = desk.texts[name]
    where = desk.place(name, text.index("by: ardia") + len("by: ar"))
    desk.send(name, text + "\n")
    started = perf_counter()
    desk.ask("textDocument/completion", where)
    return perf_counter() - started


def _report(what: str, seconds: list[float]) -> None:
    cuts = [1000 * each for each in quantiles(seconds, n=100)]
    print(f"  {what}: median {cuts[49]:.0f} ms, p95 {cuts[94]:.0f} ms, slowest {1000 * max(seconds):.0f} ms")


if __name__ == "__main__":
    main(*(int(each) for each in (*sys.argv[1:3], "500", "0")[:2]) if len(sys.argv) > 2 else (500, 0))
