"""Safety: characters and comments that change a text without being seen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefsmith.analysis.dossier import Dossier
from briefsmith.analysis.prose import prose_fields
from briefsmith.findings import catalogue as codes
from briefsmith.findings.finding import Address, Finding, Span
from briefsmith.text.file import TextFile
from briefsmith.text.prose import web_links
from briefsmith.text.yamltree import read_yaml
from briefsmith.values.weburl import UrlError, check_url

_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]")
_COMMENT = re.compile(r"(?<=[^\s#])[ \t]+#(?=[^\s#])[^\r\n]*")
_MOST = 20


def check_invisible_characters(dossier: Dossier) -> Iterator[Finding]:
    """A sheet holds a character that nobody sees and that may turn the order of what is read."""
    for file in _sheet_files(dossier):
        for match in list(_INVISIBLE.finditer(file.text))[:_MOST]:
            message = f"invisible character U+{ord(match[0]):04X}"
            yield Finding(codes.INVISIBLE_CHARACTER, Span(file.path, *match.span()), message, "delete it")


def check_prose_addresses(dossier: Dossier) -> Iterator[Finding]:
    """A prose field links to an address that no reader can safely follow; the page would lose the link."""
    for briefing in dossier.corpus.briefings.values():
        for at, text in prose_fields(briefing):
            for address in web_links(text):
                try:
                    check_url(address)
                except UrlError as error:
                    yield Finding(codes.UNSAFE_URL, Address(at.file, at.path, word=address), error.message, error.help)


def check_comments_in_text(dossier: Dossier) -> Iterator[Finding]:
    """YAML takes ` #` and all behind it for a comment, in the middle of a text."""
    for file in _sheet_files(dossier):
        matches = list(_COMMENT.finditer(file.text))
        if not matches:
            continue
        spots = read_yaml(file.text, places=True).spots.values()
        scalars = [(spot.start, spot.end) for spot in spots if spot.style is not None]
        for match in matches[:_MOST]:
            if not any(start <= match.start() < end for start, end in scalars):
                message = f"`{match[0].strip()[:40]}` is read as a comment"
                help_ = "put the whole value in quotation marks; or write a space behind the `#` of a real comment"
                yield Finding(codes.COMMENT_IN_TEXT, Span(file.path, *match.span()), message, help_)


def _sheet_files(dossier: Dossier) -> Iterator[TextFile]:
    for briefing in dossier.corpus.briefings.values():
        file = dossier.corpus.snapshot.text(briefing.at.file)
        if file is not None:
            yield file
