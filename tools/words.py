"""Brings the catalogues of the interface up to date with the sources: `make words`.

Reads every message of the templates, the theme and the pages' Python, and writes them into each
`briefsmith/pages/language/locale/*.po`: what is new is left empty for its translator, what nobody says any more is
dropped, and
nothing is guessed from similar messages.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from briefsmith.pages.language.labels import EXPLAINED
from briefsmith.pages.language.words import PACKAGED

ROOT = Path(__file__).parents[1]
_METHODS = [
    ("templates/**.html", "jinja2"),
    ("briefsmith/publish/theme/**.html", "jinja2"),
    ("briefsmith/pages/**.py", "python"),
    ("briefsmith/publish/**.py", "python"),
]
_TRIMMED = {"templates/**.html": {"trimmed": "true"}, "briefsmith/publish/theme/**.html": {"trimmed": "true"}}
_KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "said": None, "plural": (1, 2)}
_DAY = datetime(2026, 1, 1, tzinfo=UTC)
"""The header's dates; real ones would make every run a change."""


def messages() -> Catalog:
    """Every message of the interface, with the files that say it."""
    catalog = Catalog(project="Briefsmith", charset="utf-8", fuzzy=False, creation_date=_DAY, revision_date=_DAY)
    for name, message in _extracted():
        if message not in ("", ("", "")):
            catalog.add(message, locations=[(name, 0)])
    return catalog


def refreshed(path: Path) -> Catalog:
    """One catalogue as it should stand: its translations of the messages there are, in the order of the sources."""
    with path.open("rb") as file:
        old = read_po(file, locale=path.stem.replace("-", "_"))
    new = Catalog(
        locale=old.locale,
        project="Briefsmith",
        charset="utf-8",
        fuzzy=False,
        creation_date=_DAY,
        revision_date=_DAY,
        language_team="Briefsmith",
        last_translator="The Briefsmith developers",
        header_comment=f"# The interface of Briefsmith: {path.stem}. `make words` brings it up to date.",
    )
    for message in messages():
        if message.id:
            known = old.get(message.id)
            new.add(message.id, known.string if known else "", locations=message.locations)
    return new


def missing(catalog: Catalog) -> list[str]:
    """The messages that a catalogue does not translate, a plural without all its forms among them."""
    return [_name(each) for each in catalog if each.id and not all(_strings(each))]


def write(path: Path) -> None:
    """Write one catalogue anew."""
    path.write_bytes(as_file(refreshed(path)))


def as_file(catalog: Catalog) -> bytes:
    """What the file of a catalogue holds."""
    content = BytesIO()
    write_po(content, catalog, width=120, include_lineno=False, ignore_obsolete=True)
    return content.getvalue()


def _extracted() -> Iterator[tuple[str, str | tuple[str, ...]]]:
    for name, _, message, *_ in extract_from_dir(ROOT, _METHODS, _TRIMMED, keywords=_KEYWORDS):
        yield name, message
    for word in (word for words in EXPLAINED for word in words):
        yield "briefsmith/model/vocabulary.py", word.meaning


def _strings(message: Message) -> tuple[str, ...]:
    return (message.string or "",) if not isinstance(message.string, list | tuple) else tuple(message.string)


def _name(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def main() -> None:
    """Write all catalogues and say what is left to translate."""
    for path in sorted(PACKAGED.glob("*.po")):
        write(path)
        left = missing(refreshed(path))
        print(f"{path.relative_to(ROOT)}: {len(left)} to translate", *left, sep="\n  ")


if __name__ == "__main__":
    main()
