"""Runs the long counts behind the project's figures and writes what they found into `docs/proof.md`.

A proof is a module `proofs/<name>.py` (see `proofs/README.md`). It counts; this file keeps the counters on disk, so
that a count of hours survives an interruption, and renders the finished ones as one table.

    python tools/proof.py                 every proof that has no figures for the present code
    python tools/proof.py false-quotes    one proof
    python tools/proof.py --again ...     also those that are finished
    python tools/proof.py --minutes 30    stop after that time; the next run continues

Exit codes: 0 every claim held, 1 one did not, 2 no such proof, 3 stopped before the end.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import re
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol, cast

Counters = dict[str, int]
"""What a proof counts, by name; these are the figures of the table."""

HELD, FAILED, NO_SUCH_PROOF, STOPPED = range(4)
SECONDS_BETWEEN_SAVES = 1.0
TABLE_HEAD = (
    "| Proof | Claim | Holds | Figures | Seconds | Date | Command |",
    "| --- | --- | --- | --- | ---: | --- | --- |",
)


class Proof(Protocol):
    """What a module in `proofs/` offers."""

    NAME: str
    CLAIM: str

    def run(self, state: Counters) -> Iterator[float]:
        """Count on from `state`, changing it in place; yield the share done (0 to 1) whenever it is consistent."""

    def holds(self, state: Counters) -> bool:
        """Say whether the finished counters bear the claim out."""


@dataclass(frozen=True, slots=True)
class Record:
    """A proof's counters so far, as saved; `code` names the code they were counted on, `finished` is a date or ''."""

    code: str
    counters: Counters
    seconds: float = 0.0
    finished: str = ""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the proofs that the command line names; return the exit code."""
    options = _options(arguments)
    root = Path(options.root).resolve()
    proofs = load_proofs(root / "proofs")
    unknown = sorted(set(options.names) - set(proofs))
    if unknown:
        sys.stderr.write(f"proof: no such proof: {', '.join(unknown)}; there are: {', '.join(proofs) or 'none yet'}\n")
        return NO_SUCH_PROOF
    deadline = time.monotonic() + options.minutes * 60
    worst = HELD
    for name in options.names or proofs:
        worst = max(worst, _prove(proofs[name], root, deadline, again=options.again))
        if worst == STOPPED:
            break
    return worst


def load_proofs(folder: Path) -> dict[str, Proof]:
    """Return the proofs of `folder` by name, in the order of their names."""
    found: list[Proof] = []
    for path in sorted(folder.glob("*.py")):
        spec = importlib.util.spec_from_file_location(f"proofs.{path.stem}", path)
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        found.append(cast(Proof, module))
    return {proof.NAME: proof for proof in sorted(found, key=lambda proof: proof.NAME)}


def fingerprint(root: Path) -> str:
    """Return 12 hexadecimal digits that change with any file of the engine, its templates or the proofs."""
    digest = hashlib.sha256()
    for folder in ("briefsmith", "templates", "proofs"):
        for path in sorted((root / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(f"{path.relative_to(root).as_posix()}\0".encode())
                digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:12]


def write_row(page: Path, proof: Proof, record: Record) -> None:
    """Put the finished `record` into the table of `page`: the proof's own row replaced, the rows sorted by name."""
    lines = page.read_text(encoding="utf-8").splitlines()
    start = lines.index(TABLE_HEAD[1]) + 1
    end = next((i for i in range(start, len(lines)) if not lines[i].startswith("|")), len(lines))
    kept = [line for line in lines[start:end] if not line.startswith(f"| {proof.NAME} |")]
    rows = sorted([*kept, _row(proof, record)])
    _replace_file(page, "\n".join([*lines[:start], *rows, *lines[end:]]) + "\n")


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="tools/proof.py", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("names", nargs="*", metavar="NAME", help="a proof; without one, all")
    parser.add_argument("--again", action="store_true", help="run finished proofs again")
    parser.add_argument("--minutes", type=float, default=float("inf"), help="stop after so many minutes")
    parser.add_argument("--root", default=Path(__file__).parent.parent, help="the repository (default: this one)")
    return parser.parse_args(arguments)


def _prove(proof: Proof, root: Path, deadline: float, *, again: bool) -> int:
    store = root / ".briefsmith" / "proof" / f"{proof.NAME}.json"
    record = _resume(store, fingerprint(root), again=again)
    if not record.finished:
        record = _count(proof, record, store, deadline)
        if not record.finished:
            print(f"{proof.NAME}: stopped at {_figures(record.counters)}; run it again to continue")
            return STOPPED
    write_row(root / "docs" / "proof.md", proof, record)
    holds = proof.holds(record.counters)
    print(f"{proof.NAME}: {'holds' if holds else 'DOES NOT HOLD'}: {_figures(record.counters)}")
    return HELD if holds else FAILED


def _resume(store: Path, code: str, *, again: bool) -> Record:
    """Return the saved record, or an empty one where there is none or where it speaks of other code."""
    if not store.exists():
        return Record(code, {})
    record = Record(**json.loads(store.read_text(encoding="utf-8")))
    if record.code != code:
        print(f"{store.stem}: the code has changed since; counting from the start")
        return Record(code, {})
    return Record(code, {}) if again and record.finished else record


def _count(proof: Proof, record: Record, store: Path, deadline: float) -> Record:
    """Run `proof` on from `record` until it ends, the deadline passes or someone interrupts; save what it counted."""
    state, began, saved = dict(record.counters), time.monotonic(), time.monotonic()
    earlier = record.seconds
    try:
        for share in proof.run(state):
            now = time.monotonic()
            record = replace(record, counters=dict(state), seconds=earlier + now - began)
            if now >= deadline:
                break
            if now - saved >= SECONDS_BETWEEN_SAVES:
                _save(store, record)
                saved = now
                print(f"{proof.NAME}: {share:.1%}", flush=True)
        else:
            seconds = earlier + time.monotonic() - began
            record = replace(record, counters=state, seconds=seconds, finished=datetime.now(UTC).date().isoformat())
    except KeyboardInterrupt:
        print()
    _save(store, record)
    return record


def _save(store: Path, record: Record) -> None:
    store.parent.mkdir(parents=True, exist_ok=True)
    _replace_file(store, json.dumps(asdict(record), indent=1) + "\n")


def _replace_file(path: Path, text: str) -> None:
    """Write `text` so that a kill leaves either the old file or the new one."""
    draft = path.with_name(f".{path.name}.new")
    draft.write_text(text, encoding="utf-8", newline="\n")
    draft.replace(path)


def _row(proof: Proof, record: Record) -> str:
    cells = (
        proof.NAME,
        re.sub(r"\s+", " ", proof.CLAIM).replace("|", r"\|"),
        "yes" if proof.holds(record.counters) else "**no**",
        _figures(record.counters),
        f"{record.seconds:.0f}",
        record.finished,
        f"`make proof PROOF={proof.NAME}`",
    )
    return f"| {' | '.join(cells)} |"


def _figures(counters: Counters) -> str:
    return ", ".join(f"{name.replace('_', ' ')} {count:,}" for name, count in counters.items()) or "nothing"


if __name__ == "__main__":
    sys.exit(main())
