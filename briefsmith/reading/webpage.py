"""A saved web page as an article: its main text, and what the page says of itself. Needs the extra `import`."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

_LANGUAGE = re.compile(r"<html[^>]*?\slang\s*=\s*[\"']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)", re.IGNORECASE)


class NoTrafilatura(RuntimeError):
    """The library that reads web pages is not installed."""


@dataclass(frozen=True, slots=True)
class WebPage:
    """The main text of a page, one paragraph a line, and its own metadata; empty where it says nothing."""

    text: str
    title: str = ""
    date: str = ""
    """YYYY-MM-DD, as the page's metadata give it."""
    author: tuple[str, ...] = ()
    publisher: str = ""
    url: str = ""
    language: str = ""


def read_webpage(source: str) -> WebPage:
    """Read a page; the text is empty where none was found. Raises `NoTrafilatura`."""
    try:
        from trafilatura import bare_extraction
    except ImportError:
        raise NoTrafilatura from None
    # Repeated paragraphs stay, because a quote may be any of them; comments of readers are no part of an article.
    found = bare_extraction(source, with_metadata=True, include_comments=False, deduplicate=False)
    if found is None:
        return WebPage("")
    said = found if isinstance(found, dict) else found.as_dict()
    lines = [line.strip() for line in (said["text"] or "").splitlines() if line.strip()]
    title = html.unescape(said["title"] or "").strip()
    if title and title not in lines[:2]:
        lines.insert(0, title)
    authors = tuple(each.strip() for each in (said["author"] or "").split(";") if each.strip())
    language = _LANGUAGE.search(source)
    return WebPage(
        "\n\n".join(lines) + "\n" if lines else "",
        title,
        said["date"] or "",
        authors,
        said["sitename"] or "",
        said["url"] or "",
        language[1] if language else "",
    )
