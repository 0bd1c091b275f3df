"""The bad case of every code, and the golden text of what is said about it: `python -m tests.findings.cases` writes it.

A code whose bad case has no certain cure, while others of its findings have one, has a second case here.
"""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path
from tempfile import TemporaryDirectory

from briefsmith.findings.catalogue import CATALOGUE
from briefsmith.findings.finding import Code, Finding
from briefsmith.findings.fixing import apply, replacements
from briefsmith.findings.text_report import text_report
from briefsmith.rules.check import Checked
from tests.rules.manual_cases import CASES, bad_case
from tests.sites import ARTICLE, CONFIG, EXAMPLE, SHEET, Files, sheet_with

GOLDEN = Path(__file__).parent / "golden"
COMMAND = "python -m tests.findings.cases"

_MET = '    evidence: "Arven and Belmark met in Port Sella"\n'

MENDED: dict[str, Files] = {
    "BS002": {
        SHEET: sheet_with(
            f"events:\n  - event: A\n    date: 2026-03-02\n{_MET}events:\n  - event: B\n    date: 2026-03-02\n{_MET}"
        )
    },
    "BS013": {CONFIG: "site_name: A\nplugins:\n  - briefsmith:\n      publish_tpl: GREEN\n"},
    "BS102": {SHEET: sheet_with("source: {date: 2026-03-03}\n")},
    "BS103": {SHEET: sheet_with("title: [Arven] keeps\n").replace("[Arven] keeps", "[Arven, keeps]")},
    "BS104": {
        SHEET: sheet_with(f"events:\n  - event: A\n    date: 2026-03-02\n    status: Claimd\n    by: arven\n{_MET}")
    },
    "BS105": {SHEET: sheet_with("language:\n")},
    "BS108": {SHEET: sheet_with("actors:\n  arven: {name: Arven, country: ua}\n  belmark: Belmark\n")},
    "BS318": {
        SHEET: sheet_with(
            'claims:\n  - claim: Engineers come.\n    by: belmark\n    evidence: "Belmark may send engineers"\n'
        )
    },
    "BS501": {SHEET: sheet_with(f"events:\n  - event: A\n    date: 2.3.2026\n{_MET}")},
    "BS506": {
        ARTICLE: EXAMPLE[ARTICLE] + "Barges left the harbour yesterday.\n",
        SHEET: sheet_with(
            "events:\n  - event: Barges leave\n    date: 2026-03-01\n    date_words: yesterday\n"
            '    evidence: "Barges left the harbour yesterday"\n'
        ),
    },
}
"""Cases by code, of which the finding has a cure although that of the manual page has none."""


def reported(checked: Checked) -> str:
    """What `check` prints, and below it what the fixes would change."""
    lines = list(text_report(checked.located(), checked.locator))
    fixed = [finding for finding in checked.findings if finding.fix]
    return "\n".join([*lines, *_changes(fixed, checked)]) + "\n"


def applied(folder: Path, checked: Checked) -> None:
    """Apply all fixes, the unsafe ones too, to the files of a site."""
    for file, rows in replacements(checked.findings, checked.locator, with_unsafe=True).items():
        path = folder / file
        path.write_bytes(apply(path.read_bytes().decode(), rows).encode())


def golden_file(code: Code) -> Path:
    """Where the golden text of a code stands."""
    return GOLDEN / f"{code.number}.txt"


def said_of(code: Code, folder: Path) -> str:
    """The golden text as it would be written now."""
    return reported(bad_case(code, folder))


def _changes(fixed: list[Finding], checked: Checked) -> list[str]:
    lines: list[str] = []
    for file, rows in replacements(fixed, checked.locator, with_unsafe=True).items():
        before = checked.locator.read(file)[0]
        kind = "safe" if all(finding.fix and finding.fix.safe for finding in fixed) else "unsafe"
        diff = unified_diff(before.splitlines(), apply(before, rows).splitlines(), lineterm="", n=0)
        lines += [f"fix ({kind}) of {file}:", *(line for line in diff if not line.startswith(("---", "+++", "@@")))]
    return [line.replace("\u200b", "<U+200B>").replace("\a", "<U+0007>") for line in lines]


def main() -> None:
    """Write the golden text of every code, and remove those of codes that are gone."""
    for old in GOLDEN.glob("*.txt"):
        if CATALOGUE.find(old.stem) is None:
            old.unlink()
    for code in CASES:
        with TemporaryDirectory() as folder:
            golden_file(code).write_text(said_of(code, Path(folder)), encoding="utf-8")


if __name__ == "__main__":
    main()
