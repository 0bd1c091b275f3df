"""Writes the manual of findings into `docs/checks/`, from the pages beside the catalogue: `python tools/manual.py`."""

from __future__ import annotations

from pathlib import Path

from briefsmith.findings.manual import write_manual

if __name__ == "__main__":
    write_manual(Path(__file__).parents[1] / "docs" / "checks")
