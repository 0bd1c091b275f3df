"""What is generated and kept in the repository is what the code would generate now."""

from __future__ import annotations

from pathlib import Path

from tools.generated import generated_files

ROOT = Path(__file__).parents[2]


def test_generated_files_are_up_to_date() -> None:
    """Every generated file is committed as `make generated` writes it."""
    stale = [
        name
        for name, text in generated_files().items()
        if not (ROOT / name).is_file() or (ROOT / name).read_text(encoding="utf-8") != text
    ]
    assert stale == []


def test_no_page_of_the_manual_outlives_its_finding() -> None:
    """`docs/checks/` and `.schema/` hold nothing else."""
    kept = [path for folder in ("docs/checks", ".schema") for path in (ROOT / folder).iterdir()]
    assert {path.relative_to(ROOT).as_posix() for path in kept} - generated_files().keys() == set()
