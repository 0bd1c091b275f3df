"""Fixes on whole files: whatever the style, the line ends, the mark and the comments, only the words are touched."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefsmith.cli.checking import check
from briefsmith.findings.finding import Code
from tests.findings.cases import MENDED, applied
from tests.findings.test_cures import WITHOUT_FIX
from tests.rules.manual_cases import CASES as CODES_WITH_A_CASE
from tests.rules.manual_cases import bad_case
from tests.sites import CONFIG, SHEET, check_site, sheet_with, write_site

HEAD = "claims:  # a comment stays\n"
TAIL = "\n    # so does this one,   with its spaces\n    by:   arven   # and this\n"
QUOTE = 'Holt called the fishermen of Belmark "river thieves"'
RIGHT = "Holt called the fishermen of Belmark “river thieves”"
STYLES = {
    "plain": "{}",
    "double": '"{double}"  # why',
    "single": "'{}'   # why",
    "folded": ">-\n      {broken}",
    "folded-with-a-comment": ">-  # copied by hand\n      {broken}",
    "folded-clipped": ">\n      {broken}\n",
    "literal": "|-\n      {}",
    "literal-with-a-comment": "|-  # copied by hand\n      {}",
    "over-lines": "{broken}  # why",
    "in-a-list": "\n      # first\n      - '{}'  # why",
    "by-source": "\n      courier: '{}'  # why",
    "in-full": "\n      - source: courier\n        exact: >-  # why\n          {broken_further}\n"
    "        by: arven  # kept",
}
SLIPS = {"BS302": QUOTE, "BS301": f"«\u00a0{RIGHT}\u00a0»"}
"""The two codes with a safe fix: straight marks for the source's; and marks of the desk's own around a right quote."""
ENDS = {"lf": "\n", "crlf": "\r\n"}
MARKS = {"bare": b"", "bom": BOM_UTF8}


def claim_in(style: str, quote: str) -> str:
    """A claim whose evidence is written in this style."""
    first, last = quote.split(" of ")
    written = STYLES[style].format(
        quote.replace("'", "''"),
        double=quote.replace('"', '\\"'),
        broken=f"{first}\n      of {last}",
        broken_further=f"{first}\n          of {last}",
    )
    return f"{HEAD}  - evidence: {written}{TAIL}    claim: Holt calls them names.\n"


def fixed(folder: Path) -> tuple[bytes, str]:
    """The sheet after one run of the command, and what the command said."""
    ran = CliRunner().invoke(check, ["--fix", "-f", str(folder / CONFIG)])
    assert ran.exception is None or isinstance(ran.exception, SystemExit), ran.output
    return (folder / SHEET).read_bytes(), ran.output


CASES = list(product(SLIPS, STYLES, ENDS, MARKS))


@pytest.mark.parametrize(("code", "style", "end", "mark"), CASES, ids=["-".join(case) for case in CASES])
def test_fix_touches_the_words_alone(code: str, style: str, end: str, mark: str, tmp_path: Path) -> None:
    """Comments, order, line ends and a byte-order mark stay; a second run finds the same bytes and nothing to mend."""
    text = sheet_with(claim_in(style, SLIPS[code])).replace("\n", ENDS[end])
    before = MARKS[mark] + text.encode()
    folder = write_site(tmp_path, {SHEET: before})
    assert code in [each.code.number for each in check_site(folder).findings]

    after, said = fixed(folder)

    assert "mended 1 place" in said
    assert code not in [each.code.number for each in check_site(folder).findings]
    assert _comments(after) == _comments(before)
    assert after.startswith(MARKS[mark])
    assert after.count(b"\n") - after.count(b"\r\n") == (after.count(b"\n") if end == "lf" else 0)
    start, stop = before.index(b"claims:"), before.index(b"    # so does")
    assert after.startswith(before[:start])
    assert after.endswith(before[stop:])
    again, said = fixed(folder)
    assert again == after
    assert "mended" not in said


def _comments(data: bytes) -> list[bytes]:
    return [line[line.index(b"#") :].rstrip() for line in data.splitlines() if b"#" in line]


WITH_A_FIX = [code for code in CODES_WITH_A_CASE if code.number not in WITHOUT_FIX]


@pytest.mark.parametrize("code", WITH_A_FIX, ids=[code.number for code in WITH_A_FIX])
def test_every_fix_keeps_line_ends(code: Code, tmp_path: Path) -> None:
    """A sheet with CR LF is mended into the one with LF, but for its line ends, by safe and by unsafe fixes."""
    unix, windows = tmp_path / "unix", tmp_path / "windows"
    for folder in (unix, windows):
        _bad_site(code, folder)
    _rewrite(windows, lambda data: data.replace(b"\n", b"\r\n"))

    for folder in (unix, windows):
        applied(folder, check_site(folder))

    _rewrite(unix, lambda data: data.replace(b"\n", b"\r\n"))
    assert _sheets(windows) == _sheets(unix)


@pytest.mark.parametrize("code", WITH_A_FIX, ids=[code.number for code in WITH_A_FIX])
def test_command_mends_every_code_once_and_keeps_the_mark(code: Code, tmp_path: Path) -> None:
    """`--fix` on a sheet with a byte-order mark gives the mark and what it makes of one without; then nothing more."""
    bare, marked = tmp_path / "bare", tmp_path / "marked"
    for folder in (bare, marked):
        _bad_site(code, folder)
    _rewrite(marked, lambda data: BOM_UTF8 + data)

    for folder in (bare, marked):
        fixed(folder)

    once = _sheets(marked)
    _rewrite(bare, lambda data: BOM_UTF8 + data)
    assert once == _sheets(bare)
    _, said = fixed(marked)
    assert "mended" not in said
    assert _sheets(marked) == once


def _bad_site(code: Code, folder: Path) -> None:
    if files := MENDED.get(code.number):
        write_site(folder, files)
    else:
        bad_case(code, folder)


def _sheets(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*.yml") if path.name != CONFIG and path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(paths)}


def _rewrite(folder: Path, change: Callable[[bytes], bytes]) -> None:
    for name, data in _sheets(folder).items():
        (folder / name).write_bytes(change(data))
