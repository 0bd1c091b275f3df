"""PDF of the page for paper, by WeasyPrint: tagged, with bookmarks, the same bytes from the same input."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from briefsmith.exports.paper import PaperDocument

_MISSING = re.compile(r"^\.notdef glyph .*\(U\+([0-9A-F]+)\)$")


class NoPdfMaker(Exception):
    """WeasyPrint, or a system library that it needs, is not there; `help` tells the cure."""

    def __init__(self, message: str, help_: str) -> None:
        super().__init__(message)
        self.help = help_


@dataclass(frozen=True, slots=True)
class Pdf:
    """A PDF file, and the characters for which no font of this machine has a shape."""

    content: bytes
    missing: str


def make_pdf(document: PaperDocument) -> Pdf:
    """The PDF (PDF/UA-1) of a document. Raises NoPdfMaker."""
    weasyprint = _weasyprint()
    fetcher = weasyprint.urls.URLFetcher(allowed_protocols=())  # nothing is fetched: the document holds all it needs
    with _missing_glyphs() as missing:
        styles = [weasyprint.CSS(string=style, url_fetcher=fetcher) for style in document.styles]
        page = weasyprint.HTML(string=document.html, base_url=document.base or None, url_fetcher=fetcher)
        content = page.write_pdf(
            stylesheets=styles, pdf_variant="pdf/ua-1", pdf_identifier=sha256(document.html.encode()).digest()[:16]
        )
    return Pdf(content, "".join(missing))


def _weasyprint() -> Any:
    try:
        import weasyprint  # type: ignore[import-untyped]  # it ships no types
    except ModuleNotFoundError as error:
        raise NoPdfMaker("PDF needs WeasyPrint", "pip install 'briefsmith[pdf]'") from error
    except OSError as error:
        packages = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
        raise NoPdfMaker(
            f"WeasyPrint finds no Pango: {error}".splitlines()[0], f"on Debian: apt-get install {packages}"
        ) from error
    return weasyprint


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.characters: dict[str, None] = {}

    def emit(self, record: logging.LogRecord) -> None:
        if found := _MISSING.match(record.getMessage()):
            self.characters[chr(int(found[1], 16))] = None


@contextmanager
def _missing_glyphs() -> Iterator[dict[str, None]]:
    """Collects what WeasyPrint says of missing glyphs; what it says of CSS for screens is of no interest."""
    log, listener = logging.getLogger("weasyprint"), _Listener()
    before, spread = log.handlers[:], log.propagate
    log.handlers, log.propagate = [listener], False
    try:
        yield listener.characters
    finally:
        log.handlers, log.propagate = before, spread
