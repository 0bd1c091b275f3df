"""How long a save takes to the page: `python -m benchmarks.preview`.

It writes invented sites, starts the real server on each, edits the sheet again and again and polls the page over HTTP
until it shows the edit. Every time is from the moment the file was written to the moment the whole answer was there.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from http.client import HTTPConnection
from pathlib import Path
from statistics import median, quantiles

from benchmarks.invented_sites import write_site

SITES = ((100, 0), (2000, 0), (100, 500), (2000, 500))
"""Facts of the sheet that is edited, and other briefings beside it."""
PAGE = "/briefings/desk/positions/"
BUILD = Path(__file__).parent.parent / "build.py"


def main() -> None:
    """Measure all sites and print a row each."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--edits", type=int, default=30)
    edits = arguments.parse_args().edits
    sys.stdout.write("| facts | other briefings | edits | median ms | p95 ms | worst ms |\n")
    sys.stdout.write("| ---: | ---: | ---: | ---: | ---: | ---: |\n")
    for facts, others in SITES:
        with tempfile.TemporaryDirectory() as folder:
            sheet = write_site(Path(folder), facts, others)
            times = sorted(1000 * seconds for seconds in _times(Path(folder), sheet, edits))
        row = (median(times), quantiles(times, n=20)[-1], times[-1])
        sys.stdout.write(f"| {facts:,} | {others} | {edits} | " + " | ".join(f"{each:.0f}" for each in row) + " |\n")
        sys.stdout.flush()


def _times(root: Path, sheet: Path, edits: int) -> list[float]:
    command = [sys.executable, str(BUILD), "serve", "-f", str(root / "mkdocs.yml"), "-a", "127.0.0.1:0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        try:
            line = next(each for each in server.stderr if each.startswith("preview: "))
            connection = HTTPConnection(line.split("//")[1].split("/")[0], timeout=120)
            _get(connection)
            return [_edit(sheet, connection, number) for number in range(edits)]
        finally:
            server.terminate()


def _edit(sheet: Path, connection: HTTPConnection, number: int) -> float:
    """Change one position's sentence and wait until the page says so."""
    text = sheet.read_text(encoding="utf-8")
    first = text.index("- demand: ")
    end = text.index("\n", first)
    # Words, not digits: a number that no quote gives would be a finding.
    mark = "Keep the terms " + "again " * (number + 1) + "as ever"
    sheet.write_text(f"{text[:first]}- demand: {mark}{text[end:]}", encoding="utf-8")
    begin = time.perf_counter()
    while mark.encode() not in _get(connection):
        pass
    return time.perf_counter() - begin


def _get(connection: HTTPConnection) -> bytes:
    connection.request("GET", PAGE)
    return connection.getresponse().read()


if __name__ == "__main__":
    main()
