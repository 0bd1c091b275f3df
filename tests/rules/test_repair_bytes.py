"""`check --fix` on whole files: whatever the style, the line ends and the comments, only the words are touched."""

from __future__ import annotations

from codecs import BOM_UTF8
from itertools import product
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefsmith.cli.checking import check
from tests.sites import CONFIG, SHEET, check_site, sheet_with, write_site

HEAD = "claims:  # a comment stays\n"
TAIL = "\n    # so does this one,   with its spaces\n    by:   arven   # and this\n"
QUOTE = 'Holt called the fishermen of Belmark "river thieves"'
MENDED = "Holt called the fishermen of Belmark “river thieves”"
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
    "        prefix: Minister  # kept",
}
SLIPS = {"BS302": QUOTE, "BS301": f"«\u00a0{MENDED}\u00a0»"}
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
