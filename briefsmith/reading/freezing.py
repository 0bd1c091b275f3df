"""Freezing an edition: plain copies of the sheets, their registry and sidecars, and the hashes of the articles."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from errno import EEXIST, ENOTEMPTY
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp

from briefsmith.reading.corpus import Corpus
from briefsmith.reading.load import SHEET_ENDINGS
from briefsmith.reading.versions import SEED_SUMS, SUMS, editions_of

MOST_A_DAY = 1000
_TAKEN = {EEXIST, ENOTEMPTY}


class NotFrozen(Exception):
    """No edition was made; `help` says what to do."""

    def __init__(self, message: str, help_: str) -> None:
        super().__init__(message)
        self.help = help_


def freeze(corpus: Corpus, day: date) -> Path:
    """Write the edition of a day and give its folder: `editions/<day>`, or `<day>-2` where there is one already.

    It appears whole or not at all, and nothing that is there is overwritten. Raises NotFrozen where `editions` is a
    symbolic link, or where nothing has changed since the newest edition.
    """
    files = dict(_files(corpus))
    sums, seeds = _sums(files), _seed_sums(corpus)
    folder = corpus.settings.folder(corpus.settings.editions_dir)
    if folder.is_symlink():
        raise NotFrozen(f"`{folder.name}` is a symbolic link", "put the folder itself there")
    if same := _same(corpus, sums, seeds):
        raise NotFrozen(f"nothing has changed since edition {same}", "edit a sheet first")
    folder.mkdir(exist_ok=True)
    staging = Path(mkdtemp(prefix=".new-", dir=folder))
    try:
        staging.chmod(0o755)
        for name, data in {**files, SUMS: sums, SEED_SUMS: seeds}.items():
            (staging / name).parent.mkdir(exist_ok=True)
            (staging / name).write_bytes(data)
        return _put(staging, folder, day)
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def published_articles_changed(corpus: Corpus) -> bool:
    """Whether an article behind these briefings is another than when the newest edition was frozen."""
    frozen = editions_of(corpus).frozen
    kept = corpus.snapshot.read(f"{corpus.settings.editions_dir}/{frozen[-1].name}/{SEED_SUMS}") if frozen else None
    return not set(_seed_sums(corpus).splitlines()) <= set((kept or b"").splitlines())


def _put(staging: Path, folder: Path, day: date) -> Path:
    """Rename the whole folder to the first free name; renaming onto one that holds files fails, so none is lost."""
    for number in range(1, MOST_A_DAY):
        target = folder / (day.isoformat() + (f"-{number}" if number > 1 else ""))
        if target.exists():
            continue
        try:
            return staging.rename(target)
        except OSError as error:
            if error.errno not in _TAKEN:
                raise  # else somebody has just frozen one of this name
    raise NotFrozen(f"there are {MOST_A_DAY} editions of {day}", "one is enough")


def _files(corpus: Corpus) -> Iterator[tuple[str, bytes]]:
    """The files of the edition by their paths in it."""
    settings, snapshot = corpus.settings, corpus.snapshot
    for name, folder in (
        ("briefings", settings.briefings_dir),
        ("registry", settings.registry_dir),
        ("seeds", settings.seeds_dir),
    ):
        for path in snapshot.names(folder, SHEET_ENDINGS):
            if (data := snapshot.read(path)) is not None:
                yield name + path.removeprefix(folder), data


def _sums(files: dict[str, bytes]) -> bytes:
    return "".join(f"{sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items())).encode()


def _seed_sums(corpus: Corpus) -> bytes:
    used = {source.record.file for name, source in corpus.sources.items() if name in corpus.users}
    paths = sorted(path for path in used if path and corpus.snapshot.exists(path))
    return "".join(f"{corpus.snapshot.sha256(path)}  {path}\n" for path in paths).encode()


def _same(corpus: Corpus, sums: bytes, seeds: bytes) -> str:
    """The name of the newest edition, where it holds the same."""
    frozen, snapshot = editions_of(corpus).frozen, corpus.snapshot
    if not frozen:
        return ""
    folder = f"{corpus.settings.editions_dir}/{frozen[-1].name}"
    is_same = snapshot.read(f"{folder}/{SUMS}") == sums and snapshot.read(f"{folder}/{SEED_SUMS}") == seeds
    return frozen[-1].name if is_same else ""
