"""The pages for editors do what they say: every command runs, every block of YAML is checked and built."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefsmith.cli.door import commands as main
from briefsmith.findings.manual.page import blocks_in
from tests.sites import check_site, lines_of

ROOT = Path(__file__).parents[2]
DAY = "2026-03-10"
RECIPES = (ROOT / "docs/recipes.md").read_text(encoding="utf-8")
HOUR = (ROOT / "docs/first-hour.md").read_text(encoding="utf-8")
_COMMAND = re.compile(r"^\.venv/bin/python build\.py (.+)$", re.MULTILINE)
_YAML = re.compile(r"^```yaml ([^\n]+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NAMES = [match[1] for match in _YAML.finditer(RECIPES)]


def _site(folder: Path, articles: dict[str, str]) -> Path:
    (folder / "briefings").mkdir(parents=True)
    (folder / "docs").mkdir()
    (folder / "docs/index.md").write_text("# Desk\n", encoding="utf-8")
    (folder / "seeds").mkdir()
    config = "site_name: Desk\ntheme: {name: briefsmith}\nplugins: [briefsmith]\n"
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    for name, text in articles.items():
        (folder / f"seeds/{name}").write_text(text, encoding="utf-8")
    return folder


def _recipe(name: str, folder: Path) -> Path:
    body = next(match[2] for match in _YAML.finditer(RECIPES) if match[1] == name)
    texts = {block.file: block.text for block in blocks_in(RECIPES) if block.language == "text"}
    stems = name.split()
    site = _site(folder, {f"{stem}.txt": texts[f"{stem}.txt"] for stem in stems})
    source = "" if body.startswith("source") else f"source: {{file: seeds/{name}.txt, date: {DAY}}}\n"
    head = f"briefing: {stems[0]}\ntitle: A recipe\ndate: 2026-03-12\n"
    (site / f"briefings/{stems[0]}.yml").write_text(head + source + body, encoding="utf-8")
    return site


@pytest.mark.parametrize("name", NAMES)
def test_a_recipe_is_right_as_it_stands(name: str, tmp_path: Path) -> None:
    """The entries of a recipe, with its article and nothing else, give no finding."""
    assert lines_of(check_site(_recipe(name, tmp_path))) == []


def test_the_recipes_build(tmp_path: Path) -> None:
    """All recipes together make a site."""
    site = _site(tmp_path / "all", {})
    for name in NAMES:
        one = _recipe(name, tmp_path / name.split()[0])
        for folder in ("seeds", "briefings"):
            shutil.copytree(one / folder, site / folder, dirs_exist_ok=True)
    done = CliRunner().invoke(main, ["build", "-f", str(site / "mkdocs.yml")])
    assert done.exit_code == 0, done.output
    assert all((site / f"site/briefings/{name.split()[0]}/index.html").is_file() for name in NAMES)


def test_the_first_hour_goes_as_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every command of the page in its order: the draft is sound, the typed facts too, the wrong quote is told."""
    site = _site(tmp_path, {})
    monkeypatch.chdir(site)
    article = next(block.text for block in blocks_in(HOUR) if block.file == "ferry.txt")
    (site / "ferry.txt").write_text(article, encoding="utf-8")
    typed = [match[1].split() for match in _COMMAND.finditer(HOUR)]
    assert [command[0] for command in typed] == ["serve", "new", "check", "check", "explain", "check"]
    run = CliRunner()
    assert run.invoke(main, ["serve", "--help"]).exit_code == 0  # a server that runs has tests of its own
    assert run.invoke(main, typed[1]).exit_code == 0
    sheet = site / "briefings/ferry.yml"
    assert run.invoke(main, ["check"]).exit_code in {0, 1}
    head = sheet.read_text(encoding="utf-8")
    drafted = head[: head.index("source:")] + f"source: {{file: seeds/ferry.txt, date: {DAY}}}\n"
    body = next(match[2] for match in _YAML.finditer(HOUR))
    sheet.write_text(drafted + body, encoding="utf-8")
    assert (done := run.invoke(main, typed[2])).exit_code == 0, done.output
    sheet.write_text(drafted + body.replace("will close", "will shut"), encoding="utf-8")
    expected = next(block.text for block in blocks_in(HOUR) if block.file == "shut").strip()
    assert expected in run.invoke(main, ["check"]).output
    assert [run.invoke(main, command).exit_code for command in typed[3:]] == [1, 0, 1]
