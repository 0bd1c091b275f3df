"""An article taken in: read from wherever it lies, and the bytes and the record with which it goes among the seeds."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from briefsmith.drafting.dateline import dateline_of
from briefsmith.drafting.dates import day_of_line
from briefsmith.drafting.latin import id_from_name
from briefsmith.drafting.trouble import DraftingTrouble
from briefsmith.reading.webpage import NoTrafilatura, WebPage, read_webpage
from briefsmith.settings import Settings
from briefsmith.text.file import NotUtf8, TextFile, decode
from briefsmith.values.day import Day
from briefsmith.values.edtf import parse_date
from briefsmith.values.tags import is_language
from briefsmith.values.weburl import UrlError, check_url

TEXTS, PAGES = (".txt", ".md"), (".html", ".htm")
LARGEST = 1_000_000
"""Bytes of an article; a longer one is a mistake."""
_FIRST_LINES = 4


@dataclass(frozen=True)
class Intake:
    """An article, and what is known about it."""

    path: str
    """Where it stands among the seeds, from the site's folder."""
    id: str
    """The id of its source."""
    file: TextFile
    data: bytes
    is_new: bool
    """Whether it must be written; an article that is among the seeds already is never touched."""
    language: str
    day: Day | None
    page: WebPage
    is_recorded: bool = False
    """Whether a sheet, the registry or a sidecar has its record already, which is then not repeated."""


def take_in(path: Path, settings: Settings, day: date | None, language: str) -> Intake:
    """Read an article; raises `DraftingTrouble` where it cannot become a seed."""
    ending = path.suffix.lower()
    if ending not in (*TEXTS, *PAGES):
        raise DraftingTrouble(f"`{path.name}` is no .txt, .md or .html file", "save the article's text as .txt")
    data = _bytes_of(path)
    text = _decoded(path, data)
    page = _page_of(text, path) if ending in PAGES else WebPage(text.text)
    if not any(letter.isalpha() for letter in page.text):
        raise DraftingTrouble(f"`{path.name}` holds no text", "put the article's text into it")
    if ending in PAGES:
        data = page.text.encode()
    name = id_from_name(path.stem) or "article"
    seed = _seed_path(path, f"{name}.txt" if ending in PAGES else path.name, settings)
    tag = language or (page.language if is_language(page.language) else "") or settings.language
    file = TextFile(seed, page.text)
    is_new = _is_new(path, seed, data, settings)
    return Intake(seed, name, file, data, is_new, tag, _day_of(page, file, tag, day), page)


def url_of(page: WebPage) -> str:
    """The address that a page gives for itself, where a site may show it."""
    try:
        check_url(page.url)
    except UrlError:
        return ""
    return page.url


def _bytes_of(path: Path) -> bytes:
    if not path.is_file():
        raise DraftingTrouble(f"no article `{path}`", "give the path of a .txt, .md or .html file")
    if path.stat().st_size > LARGEST:
        size = f"{path.stat().st_size // 1_000_000} MB"
        raise DraftingTrouble(
            f"`{path.name}` has {size}", f"an article has at most {LARGEST // 1_000_000} MB: split it"
        )
    return path.read_bytes()


def _decoded(path: Path, data: bytes) -> TextFile:
    try:
        file = decode(path.name, data)
    except NotUtf8 as error:
        message = f"`{path.name}` is not UTF-8, probably {error.encoding} (byte {error.offset})"
        raise DraftingTrouble(message, f"convert it: iconv -f {error.encoding} -t UTF-8 {path.name}") from None
    if "\x00" in file.text:
        raise DraftingTrouble(f"`{path.name}` holds the control character U+0000", "save it again as plain text")
    return file


def _page_of(file: TextFile, path: Path) -> WebPage:
    try:
        return read_webpage(file.text)
    except NoTrafilatura:
        help_ = f"run `{sys.executable} -m pip install trafilatura lxml-html-clean`, or save the article's text as .txt"
        raise DraftingTrouble(f"`{path.name}` is a web page, and trafilatura is not installed", help_) from None


def _seed_path(path: Path, name: str, settings: Settings) -> str:
    """Its place: where it stands, if that is among the seeds, and the folder of seeds otherwise."""
    folder = settings.folder(settings.seeds_dir).resolve()
    inside = path.resolve().parent
    if path.suffix.lower() in TEXTS and (inside == folder or folder in inside.parents):
        return path.resolve().relative_to(settings.root.resolve()).as_posix()
    return f"{settings.seeds_dir}/{name}"


def _is_new(path: Path, seed: str, data: bytes, settings: Settings) -> bool:
    place = settings.root / seed
    if not place.exists():
        return True
    if place.is_file() and place.read_bytes() == data:
        return False
    help_ = f"rename `{path.name}`: an article among the seeds is never overwritten"
    raise DraftingTrouble(f"`{seed}` is there already, with another text", help_)


def _day_of(page: WebPage, file: TextFile, language: str, given: date | None) -> Day | None:
    """The day on which an article appeared: as given, or as its page, its dateline or a line at its head says."""
    if given:
        return Day.from_date(given)
    if page.date:
        return parse_date(page.date).earliest
    heads = [line.strip() for line in file.text.splitlines() if line.strip()][:_FIRST_LINES]
    short = [line for line in heads if len(line) <= _SHORT]
    dateline = dateline_of(file.text)
    told = [*([dateline.words] if dateline else []), *short]
    found = [day for line in told if (day := day_of_line(line, language))]
    return found[0] if found else None


_SHORT = 60
"""Characters of a line that states when an article appeared and little else."""
