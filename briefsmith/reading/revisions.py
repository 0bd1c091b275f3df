"""What `diff` may compare: an edition by its name, a folder, or a git revision of this site."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from briefsmith.reading.versions import Folders
from briefsmith.settings import Settings, load_settings

_FILE_MODES = ("100644", "100755")
_HELP = "name an edition (a folder in `editions/`), a folder, or a revision such as `HEAD~1` or `origin/main`"


class NoRevision(Exception):
    """There is nothing of that name; `help` says what could be."""

    def __init__(self, message: str, help_: str = _HELP) -> None:
        super().__init__(message)
        self.help = help_


@dataclass(frozen=True)
class Side:
    """One side of a comparison: a name to print, and the settings under which it is read."""

    name: str
    settings: Settings
    folders: Folders
    """Where its sheets, registry and sidecars stand; its articles are where the settings say."""


def find_side(word: str, settings: Settings, scratch: Path) -> Side:
    """Find what a word names: an edition, else a folder, else a revision, which is written out into `scratch`.

    Raises NoRevision where it is none of them or git cannot say.
    """
    edition = settings.folder(settings.editions_dir) / word
    if PurePosixPath(word).name == word and edition.is_dir():
        return _edition(word, settings, f"{settings.editions_dir}/{word}")
    if Path(word).is_dir():
        return _folder(word, settings, Path(word).resolve())
    for path, data in _files(_commit(word, settings.root), settings):
        (scratch / path).parent.mkdir(parents=True, exist_ok=True)
        (scratch / path).write_bytes(data)
    return _folder(word, settings, scratch.resolve())


def _edition(word: str, settings: Settings, folder: str) -> Side:
    """An edition's own sheets and registry, over the articles that stand in the site."""
    there = Folders.within(folder)
    return Side(word, replace(settings, briefings_dir=there.briefings, registry_dir=there.registry), there)


def _folder(word: str, settings: Settings, root: Path) -> Side:
    """A copy of a site, with its own settings if it has them; or an edition of this site, named by its path."""
    config = root / settings.config_file
    there = load_settings(config).settings if config.is_file() else replace(settings, root=root)
    own = settings.root.resolve()
    if not config.is_file() and root.parent == own / settings.editions_dir:
        return _edition(word, settings, root.relative_to(own).as_posix())
    if not there.folder(there.briefings_dir).is_dir():
        raise NoRevision(f"there is no `{there.briefings_dir}/` in it", "name the folder of a site or of an edition")
    return Side(word, replace(there, as_of=settings.as_of), Folders.of(there))


def _commit(word: str, root: Path) -> str:
    inside = _git(root, "rev-parse", "--is-inside-work-tree")
    if inside is None or inside.strip() != b"true":
        raise NoRevision(f"`{word}` is neither an edition nor a folder, and the site is in no git repository")
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{word}^{{commit}}")
    if not found:
        raise NoRevision(f"`{word}` is neither an edition, nor a folder, nor a revision that git knows here")
    return found.decode().strip()


def _files(commit: str, settings: Settings) -> Iterator[tuple[str, bytes]]:
    """The files of the site in a commit, as committed; also what .gitattributes leaves out of archives."""
    wanted = (settings.config_file, settings.briefings_dir, settings.registry_dir, settings.seeds_dir)
    listed = _git(settings.root, "ls-tree", "-r", "-z", commit, "--", *wanted) or b""
    for row in filter(None, listed.split(b"\0")):
        about, _, path = row.partition(b"\t")
        mode, _, name = about.decode().split()
        if mode in _FILE_MODES:
            yield path.decode("utf-8", "surrogateescape"), _git(settings.root, "cat-file", "blob", name) or b""


def _git(root: Path, *arguments: str) -> bytes | None:
    """What git prints, or None where it refuses; raises NoRevision where there is no git."""
    try:
        ran = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=False)
    except FileNotFoundError:
        raise NoRevision("git is not installed, so that no revision can be read") from None
    return ran.stdout if ran.returncode == 0 else None
