"""English labels on a page in a language that has no catalogue, marked as English in the HTML.

Readers' software pronounces and orders a text by its language. While such a page is rendered every label is put
between two noncharacters of Unicode, which no text may hold; afterwards they become a `<span>` around a label in
running text, and vanish where HTML allows none: inside a tag, a title or a description.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from briefsmith.pages.language.words import Words

BEGIN, END = "\ufdd0", "\ufdd1"
_VARIABLE = re.compile(r"(%\(\w+\)s|\{\w+\})")
_PLACES = re.compile(r"<(title|desc|option|textarea|script|style)\b.*?</\1>|<[^>]*>", re.DOTALL)
_LABEL = re.compile(f"{BEGIN}(\\s*)(.*?)(\\s*){END}", re.DOTALL)
_SIGNS = re.compile(f"[{BEGIN}{END}]")


def is_foreign(language: str, words: Words) -> bool:
    """Whether a page in `language` has an interface in another one."""
    return language.partition("-")[0] != words.language.partition("-")[0]


def marking(gettext: Callable[..., str]) -> Callable[..., str]:
    """The same gettext, its messages marked; what is put into them later is the page's own and stays unmarked."""

    def marked(*words: object) -> str:
        pieces = _VARIABLE.split(gettext(*words))
        return "".join(f"{BEGIN}{piece}{END}" if number % 2 == 0 else piece for number, piece in enumerate(pieces))

    return marked


def unmarked(text: str) -> str:
    """A text without marks, for what is no HTML."""
    return _SIGNS.sub("", text)


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
