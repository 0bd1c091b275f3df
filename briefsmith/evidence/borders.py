"""Where a quote may begin and end: at the borders of words, numbers and compounds.

A cut inside them changes what is said: `ussia`, `500` from `1,500`, `can` from `can't`, `aligned` from `non-aligned`.
Scripts written without spaces have no such borders; Arabic and Hebrew prefixes may be left out, a negation never.
"""

from __future__ import annotations

import re
import unicodedata

_UNSPACED = re.compile(
    "["
    "\u0e00-\u0eff"  # Thai, Lao
    "\u0f00-\u0fff"  # Tibetan
    "\u1000-\u109f\uaa60-\uaa7f"  # Myanmar
    "\u1780-\u17ff"  # Khmer
    "\u3005-\u3007\u3021-\u3029\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f"  # Kana
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Han
    "]"
)
_APOSTROPHES = "'\u2019\u02bc"
_HYPHENS = "-\u2010\u2011"
_IN_NUMBER = ".,:/'\u2019\u066b\u066c" + _HYPHENS + "\u2013"
_SIGNS = "-\u2212+"
_GROUP_BEFORE = re.compile(r"(?<!\d)\d{1,3}(?: \d{3})* $")
_GROUP_AFTER = re.compile(r" \d{3}(?!\d)")
_POSSESSIVE = re.compile(r"s(?![^\W_])")
_ELIDED_NEGATION = re.compile(r"(?<![^\W_])n$", re.IGNORECASE)
_PROCLITICS = {
    # Arabic: and, so, with, for, like, will, the, and what they join to
    *"و ف ب ل ك س ال وال فال بال كال لل ولل فلل وب ول وك وس فب فل فس فك وبال وكال".split(),
    # Hebrew: and, the, in, to, from, that, as, and what they join to
    *"ו ה ב ל מ ש כ וה וב ול ומ וש וכ שה שב של שמ כש וכש לכש מה בה".split(),
}


def stands_on_borders(text: str, start: int, end: int) -> bool:
    """Whether the span `[start, end)` of a text begins and ends where a word, number or compound does."""
    return _begins_well(text, start) and _ends_well(text, end)


def _begins_well(text: str, start: int) -> bool:
    if start == 0:
        return True
    before, first = text[start - 1], text[start]
    if _is_mark(first):
        return False
    if first.isdigit() and _is_inside_number(text, start):
        return False
    if before in _APOSTROPHES and _is_letter(text, start - 2):
        return not _ELIDED_NEGATION.search(text[max(0, start - 3) : start - 1])
    if before in _HYPHENS and _is_word(first):
        return not _is_wordlike(text, start - 2)
    return not (_is_word(before) and _is_word(first)) or _may_be_cut(text, start)


def _ends_well(text: str, end: int) -> bool:
    if end == len(text):
        return True
    last, after = text[end - 1], text[end]
    if _is_mark(after):
        return False
    if last.isdigit() and _continues_number(text, end):
        return False
    if after in _APOSTROPHES and _is_word(last) and _is_letter(text, end + 1):
        return bool(_POSSESSIVE.match(text, end + 1))
    if after in _HYPHENS and _is_word(last):
        return not _is_wordlike(text, end + 1)
    return not (_is_word(last) and _is_word(after)) or _is_unspaced(last) or _is_unspaced(after)


def _is_inside_number(text: str, start: int) -> bool:
    """Whether a number reaches over the place before `start`: `1.5`, `10-15`, `1 500`, `-5`."""
    before = text[start - 1]
    if before.isdigit():
        return True
    if before in _IN_NUMBER and start >= 2 and text[start - 2].isdigit():
        return True
    if before in _SIGNS:
        return start < 2 or not _is_word(text[start - 2])
    return before == " " and bool(_GROUP_AFTER.match(text, start - 1)) and bool(_GROUP_BEFORE.search(text, 0, start))


def _continues_number(text: str, end: int) -> bool:
    after = text[end]
    if after.isdigit():
        return True
    if after in _IN_NUMBER and end + 1 < len(text) and text[end + 1].isdigit():
        return True
    return bool(_GROUP_AFTER.match(text, end)) and bool(_GROUP_BEFORE.search(text[max(0, end - 12) : end] + " "))


def _may_be_cut(text: str, start: int) -> bool:
    if _is_unspaced(text[start - 1]) or _is_unspaced(text[start]):
        return True
    begin = start
    while begin > 0 and _is_word(text[begin - 1]):
        begin -= 1
    return text[begin:start] in _PROCLITICS


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_" or _is_mark(character)


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] == "M"


def _is_letter(text: str, index: int) -> bool:
    return 0 <= index < len(text) and text[index].isalpha()


def _is_wordlike(text: str, index: int) -> bool:
    return 0 <= index < len(text) and _is_word(text[index])


def _is_unspaced(character: str) -> bool:
    return bool(_UNSPACED.match(character))


def is_unspaced(text: str) -> bool:
    """Whether a text is mainly in a script that is written without spaces."""
    return len(_UNSPACED.findall(text)) * 2 > len(text.replace(" ", ""))
