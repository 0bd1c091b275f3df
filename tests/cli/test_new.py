"""`new` as a black box: what it prints, its exit codes, and that nothing is half written."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefsmith.cli.door import commands

ARTICLE = "Strait closed\n\nNorland shut the strait on Tuesday, Ana Holt said. The sides met on 25 February.\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "mkdocs.yml").write_text("site_name: Desk\nplugins: [briefsmith]\n")
    (tmp_path / "strait.txt").write_text(ARTICLE)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(commands, words)


def test_the_path_of_the_sheet_is_the_result(site: Path) -> None:
    """Standard output is the path alone, so that an editor can be opened on it; `check` then finds no error."""
    ran = run("new", "strait.txt", "--date", "2026-03-03")

    assert (ran.exit_code, ran.stdout) == (0, "briefings/strait.yml\n")
    assert "seeds/strait.txt" in ran.stderr
    assert run("check").exit_code == 0


def test_the_first_line_leads_editors_to_the_schema(site: Path) -> None:
    """A drafted sheet has the modeline."""
    run("new", "strait.txt")

    first = (site / "briefings/strait.yml").read_text().splitlines()[0]
    assert first == "# yaml-language-server: $schema=../.schema/fact-sheet.schema.json"


def test_without_a_date_it_says_how_to_give_one(site: Path) -> None:
    """Where the article names no day, the note has the command that would."""
    ran = run("new", "strait.txt")

    assert ran.exit_code == 0
    assert "--date" in ran.stderr


def test_the_second_time_nothing_is_written(site: Path) -> None:
    """A sheet that is there is refused with the two ways on."""
    run("new", "strait.txt")
    before = (site / "briefings/strait.yml").read_bytes()
    ran = run("new", "strait.txt")

    assert ran.exit_code == 1
    assert "--append" in ran.stderr
    assert (site / "briefings/strait.yml").read_bytes() == before


@pytest.mark.parametrize(
    "words",
    [
        ("strait.txt", "--date", "soon"),
        ("strait.txt", "--language", "no language"),
        ("strait.txt", "--id", "x", "--append", "y"),
    ],
)
def test_wrong_use(site: Path, words: tuple[str, ...]) -> None:
    """What the command line cannot mean is wrong use, and nothing is written."""
    assert run("new", *words).exit_code == 2
    assert not (site / "briefings").exists()


def test_a_missing_article(site: Path) -> None:
    """An article that is not there is an error with a cure."""
    ran = run("new", "nothing.txt")

    assert ran.exit_code == 1
    assert "help:" in ran.stderr


def test_another_article_is_appended(site: Path) -> None:
    """`--append` adds to the sheet that is named."""
    run("new", "strait.txt", "--date", "2026-03-03")
    (site / "answer.txt").write_text("Answer\n\nPiet Moran said five boats stay.\n")
    ran = run("new", "--append", "briefings/strait.yml", "answer.txt", "--date", "2026-03-04")

    assert (ran.exit_code, ran.stdout) == (0, "briefings/strait.yml\n")
    assert "\nsources:\n" in (site / "briefings/strait.yml").read_text()
    assert run("check").exit_code == 0
