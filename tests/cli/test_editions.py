"""`edition` and `diff` as a black box."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from briefsmith.analysis.changes.comparison import Act
from tests.site.desk import ROOT
from tests.sites import SHEET, sheet_with, write_site

PUBLIC_DAY = "date: 2026-03-04"
EVENT = """
events:
  - event: Gates <b>shut</b> @everyone
    date: 2026-03-02
    evidence: "Belmark wants the gates opened at once"
"""


def run(site: Path, *words: str, path: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command in a site's folder."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), **({"PATH": path} if path is not None else {})}
    call = [sys.executable, str(ROOT / "build.py"), *words]
    return subprocess.run(call, cwd=site, env=env, capture_output=True, text=True, check=False)


def git(site: Path, *words: str) -> None:
    """Run git in a site's folder."""
    identity = ["-c", "user.name=T", "-c", "user.email=t@example.org"]
    subprocess.run(["git", "-C", str(site), *identity, *words], check=True, capture_output=True)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The example's site in a folder."""
    return write_site(tmp_path / "site")


def test_an_edition_is_plain_copies_that_sha256sum_checks(site: Path) -> None:
    """The folder is named after the site's day and holds the sheets' own bytes, with hashes that hold."""
    ran = run(site, "edition", "--as-of", "2026-03-09")

    folder = site / "editions" / "2026-03-09"
    assert (ran.returncode, ran.stdout) == (0, "editions/2026-03-09\n")
    assert (folder / SHEET).read_bytes() == (site / SHEET).read_bytes()
    for where, sums in ((folder, "SHA256SUMS"), (site, "editions/2026-03-09/seeds.sha256")):
        subprocess.run(["sha256sum", "--check", "--strict", sums], cwd=where, check=True, capture_output=True)


def test_an_edition_is_not_named_after_a_restricted_sheet(site: Path) -> None:
    """Its name, which public pages print, is the latest date of the sheets that the site's level lets through."""
    sheet = (site / SHEET).read_text("utf-8")
    secret = sheet.replace("briefing: sella", "briefing: secret\ntlp: AMBER").replace(PUBLIC_DAY, "date: 2026-03-19", 1)
    (site / "briefings/secret.yml").write_text(secret, "utf-8")

    public = run(site, "edition")
    (site / "editions").rename(site / "kept")
    config = (site / "mkdocs.yml").read_text("utf-8")
    (site / "mkdocs.yml").write_text(f"{config.rstrip()}:\n      publish_tlp: AMBER\n", "utf-8")
    internal = run(site, "edition")

    assert public.stdout == "editions/2026-03-04\n", public.stderr
    assert (site / "kept/2026-03-04/briefings/secret.yml").exists()
    assert internal.stdout == "editions/2026-03-19\n", internal.stderr


def test_an_edition_is_not_named_before_the_newest(site: Path) -> None:
    """Editions follow one another by their names, so a site whose latest sheet went takes the newest edition's day."""
    run(site, "edition", "--as-of", "2026-03-09")
    (site / SHEET).write_text(sheet_with(EVENT), "utf-8")

    assert run(site, "edition").stdout == "editions/2026-03-09-2\n"


def _with_a_secret(site: Path) -> Path:
    """A restricted sheet beside the public one; where it is."""
    secret = site / "briefings/secret.yml"
    sheet = (site / SHEET).read_text("utf-8").replace("briefing: sella", "briefing: secret\ntlp: AMBER")
    secret.write_text(sheet.replace("keeps the dam", "hides the dam"), "utf-8")
    return secret


CHANGES = {
    "a comment": (SHEET, "\ndate: 2026-03-04", "\ndate: 2026-03-04 # checked", False),
    "a restricted sheet": ("briefings/secret.yml", "hides the dam", "buries the dam", False),
    "a title": (SHEET, "keeps the dam", "holds the dam", True),
    "a fact": (SHEET, "Arven must open the gates", "Arven must open all gates", True),
    "an article": ("seeds/courier.txt", "Read also", "See also", True),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_second_edition_of_a_day_says_something_new_to_readers(site: Path, change: str) -> None:
    """It gets a number only if something that is published changed; what is restricted leaves no gap in the numbers."""
    _with_a_secret(site)
    assert run(site, "edition").returncode == 0
    path, old, new, is_news = CHANGES[change]
    text = (site / path).read_text("utf-8")
    assert old in text
    (site / path).write_text(text.replace(old, new), "utf-8")

    ran = run(site, "edition")

    assert (ran.returncode, ran.stdout) == ((0, "editions/2026-03-04-2\n") if is_news else (1, "")), ran.stderr
    assert is_news or "nothing that is published has changed since edition 2026-03-04" in ran.stderr
    assert "secret" not in ran.stderr


def test_an_edition_of_restricted_changes_alone_is_on_no_public_page(site: Path) -> None:
    """One of another day may be frozen for the desk; readers find neither its day nor an empty entry."""
    secret = _with_a_secret(site)
    (site / "docs").mkdir()
    run(site, "edition")
    (site / SHEET).write_text((site / SHEET).read_text("utf-8").replace("the gates at", "all gates at"), "utf-8")
    run(site, "edition", "--as-of", "2026-03-05")
    secret.write_text(secret.read_text("utf-8").replace("hides the dam", "buries the dam"), "utf-8")
    frozen = run(site, "edition", "--as-of", "2026-03-09")
    assert frozen.stdout == "editions/2026-03-09\n", frozen.stderr

    ran = run(site, "build")

    assert ran.returncode == 0, ran.stderr
    page = (site / "site/briefings/sella/changes/index.html").read_text("utf-8")
    assert re.findall(r'id="edition-([^"]+)"', page) == ["2026-03-05", "2026-03-04"]
    texts = [path.read_bytes() for path in (site / "site").rglob("*") if path.is_file()]
    assert not [text for text in texts if b"2026-03-09" in text or b"buries" in text or b"hides" in text]


def test_a_site_with_errors_is_not_frozen(site: Path) -> None:
    """No edition is made of what may not be published."""
    (site / SHEET).write_text(sheet_with(EVENT.replace("Belmark wants", "Belmark demands")), "utf-8")

    ran = run(site, "edition")

    assert ran.returncode == 1
    assert "no edition was made" in ran.stderr
    assert not (site / "editions").exists()


def test_diff_takes_editions_folders_and_revisions(site: Path) -> None:
    """The same change is told whether the earlier version is an edition, its folder or a commit."""
    git(site, "init", "--quiet")
    run(site, "edition", "--as-of", "2026-03-09")
    git(site, "add", "--all")
    git(site, "commit", "--quiet", "--message", "first")
    (site / SHEET).write_text(sheet_with(EVENT), "utf-8")

    told = [run(site, "diff", old) for old in ("2026-03-09", "editions/2026-03-09", "HEAD")]

    assert [ran.returncode for ran in told] == [0, 0, 0]
    lines = [next(line for line in ran.stdout.splitlines() if "added event" in line) for ran in told]
    assert lines == [lines[0]] * 3
    assert lines[0].endswith("[1 quote found]")


def test_markdown_shows_words_as_they_are(site: Path) -> None:
    """Neither markup nor a mention in a sheet becomes one in the comment."""
    run(site, "edition", "--as-of", "2026-03-09")
    (site / SHEET).write_text(sheet_with(EVENT), "utf-8")

    comment = run(site, "diff", "2026-03-09", "--format", "markdown").stdout

    assert "Gates &#60;b&#62;shut&#60;/b&#62; &#64;everyone" in comment


def test_json_tells_each_change(site: Path) -> None:
    """Each change says what became of what, whether it is significant, and how many of its quotes were found."""
    run(site, "edition", "--as-of", "2026-03-09")
    (site / SHEET).write_text(sheet_with(EVENT), "utf-8")

    document = json.loads(run(site, "diff", "2026-03-09", "--format", "json").stdout)

    row = next(row for row in document["changes"] if row["kind"] == "event" and row["act"] == "added")
    assert (row["significant"], row["quotes"], row["old"]) == (True, {"found": 1, "missing": 0}, None)
    assert document["new"] == "the sheets as they stand"


@pytest.mark.parametrize("word", ["no-such", "--help-me", "HEAD~99", "$(touch hacked)"])
def test_an_unknown_version_is_wrong_use(site: Path, word: str) -> None:
    """The message says what could be named, and nothing is run."""
    git(site, "init", "--quiet")

    ran = run(site, "diff", "--", word)

    assert ran.returncode == 2
    assert "is neither an edition, nor a folder, nor a revision" in ran.stderr
    assert not (site / "hacked").exists()


def test_outside_of_git_that_is_said(site: Path) -> None:
    """A site in no repository can be compared with editions and folders only."""
    assert "the site is in no git repository" in run(site, "diff", "HEAD").stderr


def test_a_missing_git_is_said(site: Path) -> None:
    """Without git no traceback is the answer."""
    ran = run(site, "diff", "HEAD", path="")

    assert ran.returncode == 2
    assert "git is not installed" in ran.stderr


def test_the_page_on_editions_can_be_typed_in(site: Path) -> None:
    """Every command of the page for editors does what the page says, and its table names every act."""
    page = (ROOT / "docs" / "editions.md").read_text("utf-8")
    commands = [line.split("#")[0].split()[2:] for line in page.splitlines() if line.startswith(".venv/bin/python")]
    git(site, "init", "--quiet")
    git(site, "add", "--all")
    git(site, "commit", "--quiet", "--message", "first")
    git(site, "update-ref", "refs/remotes/origin/main", "HEAD")
    shutil.copytree(site, site.parent / "their-copy", ignore=shutil.ignore_patterns(".git"))
    for day in ("2026-03-03", "2026-03-10"):
        assert run(site, "edition", "--as-of", day).returncode == 0
        (site / SHEET).write_text(sheet_with(EVENT), "utf-8")

    ran = [run(site, *words) for words in commands]

    assert [words[0] for words in commands] == ["edition", *["diff"] * 4]
    assert [each.returncode for each in ran] == [1, 0, 0, 0, 0]  # nothing has changed since the second edition
    assert ["1 event added" in each.stdout for each in ran[2:]] == [True] * 3
    assert all(re.search(rf"^\| [^|]*{act.value}", page, re.MULTILINE) for act in Act)
