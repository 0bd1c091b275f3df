"""English labels on a page in a language that has no catalogue, marked as English in the HTML.

Readers' software pronounces and orders a text by its language. While such a page is made every label is put between
two noncharacters of Unicode, which no text may hold; afterwards they become a `<span>` around a label in running text,
and vanish where HTML allows none (inside a tag, a title or a drawing) and in what is no HTML.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeVar

from markupsafe import Markup

from briefsmith.pages.language.words import Words

Text = TypeVar("Text", str, Markup)

BEGIN, END = "\ufdd0", "\ufdd1"
_VARIABLE = re.compile(r"(%\(\w+\)s|\{\w+\})")
_PLACES = re.compile(r"<(title|svg|option|textarea|script|style)\b.*?</\1>|<[^>]*>", re.DOTALL)
_LABEL = re.compile(f"{BEGIN}(\\s*)(.*?)(\\s*){END}", re.DOTALL)
_FIRST = re.compile(f"(?:<bdi>|{BEGIN})*")
_SIGNS = re.compile(f"[{BEGIN}{END}]")


def is_foreign(language: str, words: Words) -> bool:
    """Whether a page in `language` has an interface in another one."""
    return language.partition("-")[0] != words.language.partition("-")[0]


@dataclass(frozen=True)
class MarkedWords(Words):
    """The interface of a page in another language: all that it says is marked."""

    def __call__(self, message: str) -> str:
        """Translate a message; what is put into it later is the page's own and stays unmarked."""
        return _marked(super().__call__(message))

    def plural(self, one: str, many: str, count: int) -> str:
        """The same for a message that counts something."""
        return _marked(super().plural(one, many, count))

    def own(self, text: str) -> str:
        """Mark a text as a whole."""
        return f"{BEGIN}{unmarked(text)}{END}"


def words_for(language: str, words: Words) -> Words:
    """The interface for a page in `language`, marked where it is in another one."""
    return MarkedWords(words.language, words.catalogue) if is_foreign(language, words) else words


def _marked(message: str) -> str:
    pieces = _VARIABLE.split(message)
    return "".join(f"{BEGIN}{piece}{END}" if number % 2 == 0 else piece for number, piece in enumerate(pieces))


def unmarked(text: str) -> str:
    """A text without marks, for what is no HTML."""
    return _SIGNS.sub("", text)


def capitalised(text: Text) -> Text:
    """A label with its first letter as a capital, whatever marks and elements that isolate stand before it."""
    found = _FIRST.match(text)
    assert found
    return text[: found.end()] + text[found.end() : found.end() + 1].upper() + text[found.end() + 1 :]


def ended(text: Text) -> Text:
    """A text with its full stop; one that an abbreviation ends with, as dates do in Ukrainian, is enough."""
    return text if text.rstrip(END).removesuffix("</bdi>").rstrip(END).endswith(".") else text + "."


def with_spans(html: str, language: str) -> str:
    """A page with its marks turned into elements of `language`, which runs from left to right."""
    if BEGIN not in html:
        return html
    parts, end = [], 0
    for place in _PLACES.finditer(html):
        parts += [_spans(html[end : place.start()], language), unmarked(place[0])]
        end = place.end()
    return "".join([*parts, _spans(html[end:], language)])


def _spans(text: str, language: str) -> str:
    def span(label: re.Match[str]) -> str:
        before, words, after = label.groups()
        is_said = any(letter.isalpha() for letter in words)
        return f'{before}<span lang="{language}" dir="ltr">{words}</span>{after}' if is_said else label[0]

    return unmarked(_LABEL.sub(span, text))
