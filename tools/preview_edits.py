"""Edits as a desk makes them, one after the other, and whether the preview then shows what a clean build publishes."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from benchmarks.invented_sites import write_briefing
from briefsmith.preview.panel import without_panel
from briefsmith.preview.session import Session
from briefsmith.settings import load_settings

ROOT = Path(__file__).parent.parent
SITE = ROOT / "examples" / "sella"
_SENTENCE = re.compile(r"^(\s+(?:- )?(?:event|figure|claim|demand|rejection|view): )([^\n>|'\"]+)$", re.MULTILINE)
_FACT = re.compile(r"^  - claim: (?:.*\n)(?:    .*\n)+", re.MULTILINE)


@dataclass
class Desk:
    """A copy of the example in a folder, a session open on it, and the last state that could be published."""

    root: Path
    random: Random
    made: int = 0
    published: dict[str, bytes] = field(default_factory=dict)
    seen: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Copy the example; every sentence of an article need not be used."""
        shutil.copytree(SITE, self.root, dirs_exist_ok=True)
        configuration = self.root / "mkdocs.yml"
        text = configuration.read_text(encoding="utf-8")
        configuration.write_text(text.replace("coverage: 100 %", "coverage: 0 %"), encoding="utf-8")
        write_briefing(self.root, "invented-0", 16, 0)
        self.session = Session(lambda: load_settings(configuration), configuration)
        self.session.refresh()

    def differences(self) -> list[str]:
        """The URLs at which the preview shows something else than the last state that could be published."""
        self.seen |= self.published.keys()
        return [url for url in sorted(self.seen) if self._shown(url) != self.published.get(url)]

    def publish(self) -> bool:
        """Build it clean in a new process; a state with errors leaves what was published before, and gives False."""
        with TemporaryDirectory() as folder:
            site = Path(folder) / "site"
            words = ("build", "-f", str(self.root / "mkdocs.yml"), "-d", str(site))
            if subprocess.run(
                [sys.executable, str(ROOT / "build.py"), *words], check=False, capture_output=True
            ).returncode:
                return False
            self.published = {
                path.relative_to(site).as_posix(): path.read_bytes()
                for path in site.rglob("*")
                if path.is_file() and path.suffix != ".gz"
            }
        return True

    def _shown(self, url: str) -> bytes | None:
        answer = self.session.get(url)
        return without_panel(answer.body) if answer.is_found else None


@dataclass(frozen=True)
class Tried:
    """Edits of some kinds, whether the site could be published then, and the URLs at which preview and build differ."""

    kinds: tuple[str, ...]
    is_published: bool
    differing: list[str]


def series(seed: str, rounds: Iterable[tuple[str, ...]]) -> Iterator[Tried]:
    """Rounds of edits of these kinds, one after the other, on a fresh copy of the example."""
    with TemporaryDirectory() as folder:
        desk = Desk(Path(folder), Random(seed))
        for kinds in rounds:
            for kind in kinds:
                EDITS[kind](desk)
            yield Tried(kinds, desk.publish(), desk.differences())


def _change_a_sentence(desk: Desk) -> None:
    _rewrite(desk, lambda text: _with_one(desk.random, _SENTENCE, text, lambda match: f"{match[1]}{match[2]} indeed"))


def _change_a_title(desk: Desk) -> None:
    _rewrite(desk, lambda text: re.sub(r"^(title: .*)$", rf"\1 {desk.random.randrange(99)}", text, count=1, flags=re.M))


def _write_a_comment(desk: Desk) -> None:
    _rewrite(desk, lambda text: f"{text}# A remark, number {desk.random.randrange(9999)}\n")


def _change_an_id(desk: Desk) -> None:
    _rewrite(desk, lambda text: re.sub(r"^    id: fact-(\d+)$", r"    id: renamed-\1", text, count=1, flags=re.M))


def _delete_a_fact(desk: Desk) -> None:
    _rewrite(desk, lambda text: _with_one(desk.random, _FACT, text, lambda _: ""))


def _add_a_sheet(desk: Desk) -> None:
    desk.made += 1
    write_briefing(desk.root, f"invented-{desk.made}", desk.random.randrange(4, 20), desk.made)


def _delete_a_sheet(desk: Desk) -> None:
    made = sorted((desk.root / "briefings").glob("invented-[1-9]*.yml"))
    if made:
        desk.random.choice(made).unlink()


def _break_a_sheet(desk: Desk) -> None:
    """Something half-saved, which is put right by the next edit of its kind."""
    sheet = desk.root / "briefings" / "invented-0.yml"
    text = sheet.read_text(encoding="utf-8")
    broken = "\nclaims: [half\n"
    sheet.write_text(text.replace(broken, "") if broken in text else text + broken, encoding="utf-8")


def _change_a_template(desk: Desk) -> None:
    own = desk.root / "templates" / "glossary.html"
    own.parent.mkdir(exist_ok=True)
    packaged = (ROOT / "templates" / "glossary.html").read_text(encoding="utf-8")
    own.write_text(f"{packaged}<p>Number {desk.random.randrange(9999)}</p>\n", encoding="utf-8")


def _change_a_seed(desk: Desk) -> None:
    seed = desk.root / "seeds" / "invented-0.txt"
    added = f"\nA late remark counts {desk.random.randrange(9999)} points.\n"
    seed.write_text(seed.read_text(encoding="utf-8") + added, encoding="utf-8")


def _change_a_page(desk: Desk) -> None:
    page = desk.root / "docs" / "index.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\nNumber {desk.random.randrange(9999)}.\n", encoding="utf-8")


EDITS: dict[str, Callable[[Desk], None]] = {
    "sentence": _change_a_sentence,
    "title": _change_a_title,
    "comment": _write_a_comment,
    "id": _change_an_id,
    "deleted fact": _delete_a_fact,
    "new sheet": _add_a_sheet,
    "deleted sheet": _delete_a_sheet,
    "broken sheet": _break_a_sheet,
    "template": _change_a_template,
    "seed": _change_a_seed,
    "page": _change_a_page,
}


def _rewrite(desk: Desk, change: Callable[[str], str]) -> None:
    sheet = desk.random.choice(sorted((desk.root / "briefings").glob("*.yml")))
    sheet.write_text(change(sheet.read_text(encoding="utf-8")), encoding="utf-8")


def _with_one(random: Random, pattern: re.Pattern[str], text: str, change: Callable[[re.Match[str]], str]) -> str:
    """The text with one of the matches changed."""
    found = list(pattern.finditer(text))
    if not found:
        return text
    match = random.choice(found)
    return text[: match.start()] + change(match) + text[match.end() :]
