"""The two things an editor asks for: a new sheet from an article, and an article added to a sheet."""

from __future__ import annotations

from codecs import BOM_UTF8
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from briefsmith.drafting.appending import appended
from briefsmith.drafting.intake import Intake, take_in
from briefsmith.drafting.known import check_free, ids_by_name, known_of, recorded
from briefsmith.drafting.latin import id_from_name
from briefsmith.drafting.sheet import draft_sheet
from briefsmith.drafting.trouble import DraftingTrouble
from briefsmith.drafting.writing import replace_file, write_new
from briefsmith.reading.load import load
from briefsmith.settings import Settings
from briefsmith.values.ident import IdError, check_id


@dataclass(frozen=True)
class Drafted:
    """What was written, by path from the site's folder."""

    sheet: str
    seed: str
    is_seed_new: bool
    has_day: bool
    """Whether it is known on which day the article appeared."""


@dataclass(frozen=True)
class Wish:
    """What the editor says of an article beyond the article itself."""

    day: date | None = None
    language: str = ""
    id: str = ""
    """The briefing's id; empty: made from the article's file name."""


def new_sheet(article: Path, settings: Settings, wish: Wish, today: date) -> Drafted:
    """Write the draft of a sheet, and the article among the seeds; nothing where it raises `DraftingTrouble`."""
    taken = take_in(article, settings, wish.day, wish.language)
    name = _briefing_id(wish.id, article)
    corpus = load(settings)
    path = f"{settings.briefings_dir}/{name}.yml"
    check_free(path, corpus)
    taken = recorded(taken, corpus)
    depth = len(PurePosixPath(settings.briefings_dir).parts)
    text = draft_sheet(taken, name, today, depth, known_of(corpus))
    _write_seed(taken, settings)
    write_new(settings.root / path, text.encode())
    return Drafted(path, taken.path, taken.is_new, taken.day is not None)


def append_article(sheet: Path, article: Path, settings: Settings, wish: Wish) -> Drafted:
    """Add an article and its candidates to a sheet; nothing is written where it raises `DraftingTrouble`."""
    taken = take_in(article, settings, wish.day, wish.language)
    corpus = load(settings)
    path = _sheet_path(sheet, settings)
    briefing = next((each for each in corpus.briefings.values() if each.at.file == path), None)
    file = corpus.snapshot.text(path)
    if briefing is None or file is None:
        raise DraftingTrouble(f"`{path}` is no sheet that can be read", "run `check` and cure what it says first")
    if any(corpus.sources[each].record.file == taken.path for each in briefing.source_ids):
        raise DraftingTrouble(f"`{path}` quotes from `{taken.path}` already", "nothing is to be done")
    taken = recorded(taken, corpus)
    own = briefing.source_ids[0] if briefing.source_ids else ""
    data = corpus.snapshot.read(path) or b""
    mark = BOM_UTF8 if data.startswith(BOM_UTF8) else b""
    text = appended(file.text, taken, own, ids_by_name(briefing.actors))
    _write_seed(taken, settings)
    replace_file(settings.root / path, mark + text.encode())
    return Drafted(path, taken.path, taken.is_new, taken.day is not None)


def _sheet_path(sheet: Path, settings: Settings) -> str:
    try:
        return sheet.resolve().relative_to(settings.root.resolve()).as_posix()
    except ValueError:
        help_ = f"give the path of a sheet in `{settings.briefings_dir}/`"
        raise DraftingTrouble(f"`{sheet}` is no sheet of this site", help_) from None


def _briefing_id(wished: str, article: Path) -> str:
    name = wished or id_from_name(article.stem)
    try:
        check_id(name)
    except IdError as error:
        help_ = error.help if wished else "give one with `--id`"
        raise DraftingTrouble(error.message if wished else f"no id can be made from `{article.name}`", help_) from None
    return name


def _write_seed(taken: Intake, settings: Settings) -> None:
    if taken.is_new:
        write_new(settings.root / taken.path, taken.data)
