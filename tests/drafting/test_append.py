"""An article added to a sheet: every quote then names its source, and no other byte changes."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from briefsmith.drafting.desk import Wish, append_article
from briefsmith.drafting.trouble import DraftingTrouble
from briefsmith.rules.check import check_site
from briefsmith.settings import ReadSettings, Settings
from tests.drafting.test_new import DAY, ENGLISH, blocks_of, checked, drafted, with_live

ROOT = Path(__file__).parents[2]
SECOND = """\
Moran answers Holt

Piet Moran said on Wednesday that 5 boats would stay. Ana Holt rejected the plan. Lena Brandt told
the press it was late.
"""


def append(folder: Path, sheet: Path, content: str = SECOND) -> None:
    article = folder / "inbox/answer.txt"
    article.parent.mkdir(exist_ok=True)
    article.write_text(content, encoding="utf-8")
    append_article(sheet, article, Settings(folder), Wish(date(2026, 3, 4)))


def test_an_article_is_added_to_a_draft(tmp_path: Path) -> None:
    """One source becomes two, also in the candidates that are comments, and all of them still validate."""
    path = drafted(tmp_path, ENGLISH)
    append(tmp_path, path)

    assert checked(tmp_path).findings == ()
    text = path.read_text()
    path.write_text(with_live(text, blocks_of(text)))

    found = checked(tmp_path)
    assert [each.message for each in found.errors] == []
    assert {each.quote.source for each in found.dossier.evidence.citations} == {"strait-0303", "answer"}


def test_an_article_is_added_to_a_sheet_that_uses_everything(tmp_path: Path) -> None:
    """The published example keeps its facts, its quotes and its comments."""
    for folder in ("briefings", "seeds"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    path = tmp_path / "briefings/lavrov-rubio-2025-11.yml"
    before, found = path.read_text(), check_site(ReadSettings(Settings(tmp_path)))
    append(tmp_path, path)

    after = check_site(ReadSettings(Settings(tmp_path)))
    assert [each.message for each in after.errors] == []
    assert after.counts()["facts"] == found.counts()["facts"]
    kept = [line.strip() for line in before.split("\n") if line.lstrip().startswith("#")]
    assert [line for line in kept if line not in path.read_text()] == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('    evidence: "The two sides met"\n', '    evidence: {strait-0303: "The two sides met"}\n'),
        (
            '    evidence:\n      - "The two sides met"\n      - >-\n        due to meet there\n',
            '    evidence:\n      - {strait-0303: "The two sides met"}\n'
            "      - strait-0303: >-\n          due to meet there\n",
        ),
        (
            '    evidence: {exact: "The two sides met"}\n',
            '    evidence: {source: strait-0303, exact: "The two sides met"}\n',
        ),
        (
            '    evidence:\n      exact: "The two sides met"\n',
            '    evidence:\n      source: strait-0303\n      exact: "The two sides met"\n',
        ),
        ("    evidence: The two sides met # here\n", "    evidence: {strait-0303: 'The two sides met'} # here\n"),
    ],
)
def test_a_quote_gets_its_source_in_its_own_form(tmp_path: Path, before: str, after: str) -> None:
    """However a quote is written, it is named with as little change as its form allows."""
    path = drafted(tmp_path, ENGLISH)
    head = path.read_text().partition("\nactors:")[0]
    event = "  - event: They met  # twice\n    date: 2026-02-25\n    note: see above\n"
    path.write_text(f"{head}\nevents:\n{event}{before}")
    append(tmp_path, path)

    assert event + after in path.read_text()
    assert [each.message for each in checked(tmp_path).errors] == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda text: text + "claims: [\n", "no sheet that can be read|no YAML"),
        (lambda text: text.partition("\nactors:")[0] + "\nactors: {holt: Ana Holt}\n", "in brackets"),
    ],
)
def test_a_sheet_that_cannot_be_added_to_is_left_alone(tmp_path: Path, change: object, message: str) -> None:
    """Where the edit cannot be made right, nothing is written and the cure is named."""
    path = drafted(tmp_path, ENGLISH)
    path.write_text(change(path.read_text()))  # type: ignore[operator]
    before = path.read_bytes()

    with pytest.raises(DraftingTrouble, match=message) as trouble:
        append(tmp_path, path)

    assert trouble.value.help
    assert path.read_bytes() == before
    assert not (tmp_path / "seeds/answer.txt").exists()


def test_the_same_article_twice(tmp_path: Path) -> None:
    """An article that the sheet has already is not added again."""
    path = drafted(tmp_path, ENGLISH)

    with pytest.raises(DraftingTrouble, match="already"):
        append_article(path, tmp_path / "seeds/strait-0303.txt", Settings(tmp_path), Wish(DAY))


def test_line_ends_of_windows_stay(tmp_path: Path) -> None:
    """A sheet with CR LF has CR LF afterwards, on every line."""
    path = drafted(tmp_path, ENGLISH)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    append(tmp_path, path)

    assert path.read_bytes().count(b"\n") == path.read_bytes().count(b"\r\n")
    assert checked(tmp_path).errors == ()
