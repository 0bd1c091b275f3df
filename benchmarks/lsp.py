"""How long after a keystroke the findings are there, through the protocol: `python -m benchmarks.lsp [FACTS] [OTHERS]`.

Each keystroke changes a fact of the sheet; the time runs from the change to the diagnostics of its version, the
server's own pause included. Another series changes what is found, so that the server has something to tell. Behind
each stands the processor time of the same way inside one process, from the changed text to the JSON: on a machine
that others use it says more than the clock. The load average (1 minute) stands in the first line.
"""

from __future__ import annotations

import json
import sys
from os import getloadavg
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from pygls.protocol import default_converter

from benchmarks.invented_sites import write_site
from briefsmith.lsp.publishing import Publisher
from briefsmith.lsp.sites import Desk as ServersDesk
from briefsmith.lsp.sites import Document
from tests.lsp.desk import Desk

KEYSTROKES = 25


WORD = ("Keep the terms", "Keep {} terms")
NAME = ("by: ardia", "by: a{}")


def main(facts: int, others: int) -> None:
    """Print the distribution for a sheet of so many facts beside so many other sheets."""
    with TemporaryDirectory() as folder:
        root = Path(folder) / "site"
        sheet = write_site(root, facts, others)
        name = sheet.relative_to(root).as_posix()
        with Desk(root) as desk:
            started = perf_counter()
            desk.open(name)
            opened = perf_counter() - started
            print(f"{facts} facts, {others} other sheets: opened in {opened:.2f} s; load {getloadavg()[0]:.1f}")
            _report("a word in a fact", [_keystroke(desk, name, *WORD, n) for n in _numbers()])
            _report("an id that leads nowhere", [_keystroke(desk, name, *NAME, n) for n in _numbers()])
            _report("completion of an id", [_completion(desk, name) for _ in _numbers()])
        _report("a word in a fact, processor time", _processor_times(sheet, *WORD))
        _report("an id that leads nowhere, processor time", _processor_times(sheet, *NAME))


def _numbers() -> range:
    return range(KEYSTROKES)


def _keystroke(desk: Desk, name: str, old: str, new: str, number: int) -> float:
    text = desk.texts[name]
    started = perf_counter()
    desk.type(name, text.replace(old, new.format(number), 1))
    taken = perf_counter() - started
    desk.type(name, text)
    return taken


def _processor_times(sheet: Path, old: str, new: str) -> list[float]:
    desk, publisher, converter = ServersDesk(), Publisher(), default_converter()
    text = sheet.read_text(encoding="utf-8")
    found = []
    for number in range(-3, KEYSTROKES):
        changed = text.replace(old, new.format(number), 1)
        started = process_time()
        desk.put(Document(sheet.as_uri(), changed, number))
        json.dumps(converter.unstructure(publisher.round(desk)))
        found.append(process_time() - started)
    return found[3:]


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
