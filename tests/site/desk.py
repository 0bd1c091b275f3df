"""A copy of this repository's own site in a folder of its own, built by real commands in processes of their own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.site.tree import Element, parse

ROOT = Path(__file__).parents[2]
PARTS = ("build.py", "mkdocs.yml", "briefings", "seeds", "docs", "templates")
SHEET = "briefings/lavrov-rubio-2025-11.yml"
SEED = "seeds/000_333ef43267682ee5.txt"
BRIEFING = "briefings/lavrov-rubio-2025-11/"


@dataclass(frozen=True)
class Ran:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Desk:
    """A site's folder; `site` is where it was built."""

    root: Path
    site_dir: str = "site"

    @property
    def site(self) -> Path:
        """The built site."""
        return self.root / self.site_dir

    def copy(self, target: Path) -> Desk:
        """The same folder once more, what is built included."""
        shutil.copytree(self.root, target, dirs_exist_ok=True)
        return Desk(target, self.site_dir)

    def into(self, site_dir: str) -> Desk:
        """The same folder, looking at another built site."""
        return Desk(self.root, site_dir)

    def build_py(self, *words: str, env: Mapping[str, str] | None = None, umask: int = -1) -> Ran:
        """Run `build.py` with these words."""
        return self.run("build.py", *words, env=env, umask=umask)

    def run(self, *words: str, env: Mapping[str, str] | None = None, umask: int = -1) -> Ran:
        """Run this Python with these words in the site's folder."""
        ran = subprocess.run(
            [sys.executable, *words],
            cwd=self.root,
            env={**os.environ, **(env or {})},
            umask=umask,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        return Ran(ran.returncode, ran.stdout, ran.stderr)

    def write(self, path: str, text: str) -> Desk:
        """Put a file there."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return self

    def replace(self, path: str, old: str, new: str) -> Desk:
        """Change text that must stand in a file."""
        text = (self.root / path).read_text(encoding="utf-8")
        assert old in text, (path, old)
        return self.write(path, text.replace(old, new))

    def add(self, path: str, text: str) -> Desk:
        """Put text at the end of a file."""
        return self.write(path, (self.root / path).read_text(encoding="utf-8") + text)

    def html(self, url: str) -> str:
        """The page at an address of the site."""
        path = self.site / (url + "index.html" if not url or url.endswith("/") else url)
        return path.read_text(encoding="utf-8")

    def page(self, url: str) -> Element:
        """The same as a tree."""
        return parse(self.html(url))

    @property
    def index(self) -> dict[str, Any]:
        """What `briefsmith.json` says."""
        document: dict[str, Any] = json.loads((self.site / "briefsmith.json").read_text(encoding="utf-8"))
        return document

    @property
    def urls(self) -> list[str]:
        """The addresses of all planned pages."""
        return [page["url"] for page in self.index["pages"]]

    def beside(self) -> list[str]:
        """The names in the site's folder, hidden ones too."""
        return sorted(path.name for path in self.root.iterdir())


def sample(root: Path) -> Desk:
    """The repository's own site, not built yet."""
    root.mkdir(parents=True, exist_ok=True)
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, root / part)
        else:
            shutil.copy(source, root)
    return Desk(root)


def bare(root: Path, options: str = "", config: str = "") -> Desk:
    """A site with nothing but a configuration; `options` are lines of the plugin's, `config` lines of MkDocs'."""
    desk = Desk(root)
    plugin = "  - briefsmith:\n" + options if options else "  - briefsmith\n"
    desk.write("mkdocs.yml", f"site_name: Test desk\ntheme:\n  name: briefsmith\nplugins:\n{plugin}{config}")
    desk.write("docs/method.md", "# Method\n\nHow this is done.\n")
    shutil.copy(ROOT / "build.py", root)
    return desk


def built(desk: Desk, *words: str) -> Desk:
    """Build it; it must succeed."""
    ran = desk.build_py("build", *words)
    assert ran.code == 0, ran.err
    return desk
