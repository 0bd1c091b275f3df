"""The bad and the good case of every manual page: from the page, or built where text cannot show it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from briefsmith.findings.catalogue import CATALOGUE
from briefsmith.findings.finding import Code
from briefsmith.findings.manual import load_page
from briefsmith.rules.check import Checked
from tests.sites import ARTICLE, EXAMPLE, SHEET, check_site, files_of, sheet_with, write_site

CODES = sorted(CATALOGUE.by_number.values(), key=lambda code: code.number)

# Family 9 is found in a finished site; tests/publish builds such sites and holds these codes to their behaviour.
OF_THE_BUILT_SITE = [code for code in CODES if code.number.startswith("BS9")]


def _saved_as_windows_cyrillic(folder: Path) -> None:
    write_site(folder, {SHEET: sheet_with("title: Арвен держит ворота закрытыми").encode("cp1251")})


def _saved_as_utf8(folder: Path) -> None:
    write_site(folder, {SHEET: sheet_with("title: Арвен держит ворота закрытыми")})


def _inside_brackets(count: int) -> Callable[[Path], None]:
    def build(folder: Path) -> None:
        write_site(folder, {SHEET: sheet_with(f"x-deep: {'[' * count}deep{']' * count}")})

    return build


def _linked_article(folder: Path) -> None:
    (folder / "elsewhere").mkdir(parents=True)
    (folder / "elsewhere" / "courier.txt").write_text(EXAMPLE[ARTICLE])
    write_site(folder, {ARTICLE: None})
    (folder / "seeds").mkdir()
    (folder / ARTICLE).symlink_to(folder / "elsewhere" / "courier.txt")


def _title_with(character: str) -> Callable[[Path], None]:
    def build(folder: Path) -> None:
        write_site(folder, {SHEET: sheet_with(f"title: Arven keeps{character} the dam closed")})

    return build


def _with_key_positions(count: int) -> Callable[[Path], None]:
    """So many positions that the brief is to show."""

    def build(folder: Path) -> None:
        quote = "Belmark wants the gates opened at once"
        # A number in a sentence would have to stand in its quote.
        names = [f"{one}{other}" for one in "ABCDEFGHIJ" for other in "abcdefghij"][:count]
        rows = [f"      - {{demand: Gate {name} must open., key: true, evidence: {quote}}}" for name in names]
        write_site(folder, {SHEET: sheet_with("\n".join(["positions:", "  belmark:", "    gates:", *rows]) + "\n")})

    return build


def _quoting(words: int) -> Callable[[Path], None]:
    """A claim that quotes this much of an article of 1,200 words."""

    def build(folder: Path) -> None:
        run = " ".join(f"word{number:04}" for number in range(1200))
        article = f"{EXAMPLE[ARTICLE].splitlines()[1]}\n{EXAMPLE[ARTICLE].splitlines()[2]}\n\n{run}\n"
        claim = f"claims:\n  - {{claim: A list of words., evidence: {run[: words * 9 - 1]}}}\n"
        write_site(folder, {ARTICLE: article, SHEET: sheet_with(claim)})

    return build


def _example(folder: Path) -> None:
    write_site(folder)


BUILT = {
    "BS003": (_saved_as_windows_cyrillic, _saved_as_utf8),
    "BS004": (_inside_brackets(101), _inside_brackets(2)),
    "BS008": (_linked_article, _example),
    "BS011": (_title_with("\a"), _title_with("")),
    "BS405": (_with_key_positions(40), _with_key_positions(12)),
    "BS703": (_quoting(400), _quoting(200)),
    "BS801": (_title_with("\u200b"), _title_with("")),
}
"""Bad and good cases that a page cannot show as text."""

CASES = [code for code in CODES if code not in OF_THE_BUILT_SITE]


def bad_case(code: Code, folder: Path) -> Checked:
    """What is found in the bad case of a code, written into a folder."""
    if code.number in BUILT:
        BUILT[code.number][0](folder)
    else:
        write_site(folder, files_of(load_page(code).bad_case))
    return check_site(folder)


def good_case(code: Code, folder: Path) -> Checked:
    """What is found in the good case of a code, written into a folder."""
    if code.number in BUILT:
        BUILT[code.number][1](folder)
    else:
        write_site(folder, files_of(load_page(code).good_case))
    return check_site(folder)
