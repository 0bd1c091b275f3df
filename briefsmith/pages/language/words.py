"""The words of the interface in the language of a page.

Every language has one catalogue of GNU gettext, `locale/<tag>.po`, which is read as it stands: what a translator writes
is what the next build shows, and nothing compiled can be out of date. English needs none; it is in the sources.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel import UnknownLocaleError
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from briefsmith.values.tags import direction

PACKAGED = Path(__file__).parent / "locale"
"""The catalogues of the package."""
ENGLISH = "en"


class CatalogueError(Exception):
    """A catalogue cannot be read; the text says which and why."""


@dataclass(frozen=True)
class Words:
    """The interface in one language; called with an English message, it gives that message in its own."""

    language: str
    """Tag of the catalogue, which is what readers' software needs to know: `ar` also on a page in `ar-EG`."""
    catalogue: NullTranslations = field(default_factory=NullTranslations, repr=False, compare=False)

    def __call__(self, message: str) -> str:
        """Translate a message; one that the catalogue lacks stays English."""
        return self.catalogue.gettext(message)

    def plural(self, one: str, many: str, count: int) -> str:
        """Translate a message that counts something, in the form that `count` asks for in this language."""
        return self.catalogue.ngettext(one, many, count)

    def own(self, text: str) -> str:
        """A text that was put together in this language."""
        return text

    @property
    def direction(self) -> str:
        """Of its language: ltr or rtl."""
        return direction(self.language)


@dataclass(frozen=True)
class Languages:
    """The languages that the interface speaks. `folder` may hold a site's own catalogues, which come first."""

    folder: Path | None = None

    def words(self, language: str) -> Words:
        """The interface for a page in `language`, a BCP 47 tag: the closest catalogue, else English."""
        tags = language.split("-")
        for length in range(len(tags), 0, -1):
            tag = "-".join(tags[:length])
            if tag == ENGLISH:
                break
            if catalogue := self._catalogue(tag):
                return Words(tag, catalogue)
        return Words(ENGLISH)

    def _catalogue(self, tag: str) -> NullTranslations | None:
        return self._own.get(tag) or _packaged().get(tag)

    @cached_property
    def _own(self) -> dict[str, GNUTranslations]:
        # Read anew for every build: a preview sees a catalogue that was just saved.
        found = _read_folder(self.folder) if self.folder else {}
        for tag, catalogue in found.items():
            if tag in _packaged():
                catalogue.add_fallback(_packaged()[tag])
        return found


@lru_cache(maxsize=1)
def _packaged() -> dict[str, GNUTranslations]:
    return _read_folder(PACKAGED)


def _read_folder(folder: Path) -> dict[str, GNUTranslations]:
    return {path.stem: read_catalogue(path) for path in sorted(folder.glob("*.po"))}


def read_catalogue(path: Path) -> GNUTranslations:
    """Read one catalogue; one that is malformed raises CatalogueError."""
    compiled = BytesIO()
    try:
        with path.open("rb") as file:
            write_mo(compiled, read_po(file, locale=path.stem.replace("-", "_"), abort_invalid=True))
        compiled.seek(0)
        return GNUTranslations(compiled)
    except (PoFileError, UnicodeDecodeError, UnknownLocaleError, ValueError) as error:
        raise CatalogueError(f"the catalogue `{path}` cannot be read: {error}") from error
