"""Where a quote may begin and end: at the borders of words, numbers and compounds.

A cut inside them changes what is said: `ussia`, `500` from `1,500`, `5` from `5%`, `$20` from `HK$20`, `can` from
`can't`, `aligned` from `non-aligned`, `likely` from a line that ends with `un-`.
Scripts written without spaces have no such borders, but a negation stays with what it negates, and a number whole.
Arabic and Hebrew prefixes may be left out, a negation never.
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
_HEBREW = re.compile("[\u05d0-\u05ea]")
_APOSTROPHES = "'\u2019\u02bc"
_GERSHAYIM = '"\u201d\u05f3\u05f4'
_HYPHENS = "-\u2010\u2011"
_EN_DASH = "\u2013"
_SOFT_HYPHEN = "\u00ad"
_IN_NUMBER = ".,:/'\u2019\u066b\u066c\uff0c\uff0e" + _HYPHENS + "\u2013"
_SIGNS = "-\u2212+±≈<≤≥"
_PARTS = "%‰\u066a°"
"""Signs that belong to the number before them."""
_HAN_NUMERALS = "〇零一二三四五六七八九十百千万萬亿億兆两兩"
_GROUP_BEFORE = re.compile(r"(?<!\d)\d{1,3}(?: \d{3})* $")
_GROUP_AFTER = re.compile(r" \d{3}(?!\d)")
_LONGEST_GROUPED = 24
_POSSESSIVE = re.compile(r"s(?![^\W_])")
_PREFIXED = re.compile(r"(?<![^\W_])(?:non|un|anti|ex)$", re.IGNORECASE)
_LONGEST_PREFIX = 5
_BROKEN_BEFORE = re.compile(r"[^\W_](?:[-\u2010][^\S\r\n]*[\r\n]|\u00ad\s)\s*$")
_BROKEN_AFTER = re.compile(r"[-\u2010\u00ad]?[^\S\r\n]*[\r\n]\s*[^\W_]|\u00ad\s+[^\W_]")
_DIVIDING = "-\u2010\u00ad"
_NEAR = 40
_INITIAL = re.compile(r"(?<![^\W_])[^\W\d_]\.(?=[^\W\d_])")

# French, Italian and Catalan words that lose their end before a vowel. Never French `n'`: it is a negation.
_ELIDED = (
    "l d j m t s c v qu jusqu lorsqu puisqu quoiqu quelqu un dell all dall nell sull coll quest quell com dov anch gl"
)
# And, so, with, for, like, will, the, and what they join to; then Hebrew: and, the, in, to, from, that, as.
_ARABIC = "و ف ب ل ك س ال وال فال بال كال لل ولل فلل وب ول وك وس فب فل فس فك وبال وكال"
_HEBREW_PREFIXES = "ו ה ב ל מ ש כ וה וב ול ומ וש וכ שה שב של שמ כש וכש לכש מה בה"
_ELISIONS = frozenset(_ELIDED.split())
_PROCLITICS = frozenset((*_ARABIC.split(), *_HEBREW_PREFIXES.split()))
_NEGATIONS = (
    "لا",
    "لن",
    "لم",
    "لما",
    "ليس",
    "ليست",
    "غير",
    "دون",
    "بدون",
    "بلا",
    "לא",
    "אל",
    "אין",
    "אינו",
    "אינה",
    "בלי",
    "ללא",
)
_NEGATIONS_BEFORE = ("不", "没", "沒", "未", "非", "無", "无", "勿", "ไม่", "ບໍ່", "មិន")
_NEGATIONS_AFTER = ("ない", "なく", "なかっ", "ません")


def stands_on_borders(text: str, start: int, end: int) -> bool:
    """Whether the span `[start, end)` of a text begins and ends where a word, number or compound does."""
    while start > 0 and text[start - 1] == _SOFT_HYPHEN:
        start -= 1
    while end < len(text) and text[end] == _SOFT_HYPHEN:
        end += 1
    return (start == 0 or _begins_well(text, start)) and (end == len(text) or _ends_well(text, end))


def breaks_word(source: str, start: int, end: int) -> bool:
    """Whether a span of a file cuts a word that was divided at the end of a line: `likely` of `un-` and `likely`."""
    if _is_word(source[start]) and _BROKEN_BEFORE.search(source[max(0, start - _NEAR) : start]):
        return True
    last = end if _is_word(source[end - 1]) else end - 1
    divided = last > start and _is_word(source[last - 1]) and source[last : last + 1] in {*_DIVIDING}
    return divided and bool(_BROKEN_AFTER.match(source, last))


def is_unspaced(text: str) -> bool:
    """Whether a text is mainly in a script that is written without spaces."""
    return len(_UNSPACED.findall(text)) * 2 > len(text.replace(" ", ""))


def _begins_well(text: str, start: int) -> bool:
    before, first = text[start - 1], text[start]
    if _is_mark(first) or _is_inside_number(text, start) or _is_inside_initials(text, start):
        return False
    if before in _APOSTROPHES and _is_letter(text, start - 2):
        return _follows_elision(text, start)
    if before in _HYPHENS and _is_word(first):
        return not _is_wordlike(text, start - 2)
    if before == _EN_DASH and _is_word(first):
        return not _PREFIXED.search(text, max(0, start - _LONGEST_PREFIX), start - 1)
    if _is_currency(first):
        return not before.isalpha()
    if before in _GERSHAYIM and _is_hebrew(text, start):
        return not _is_hebrew(text, start - 2)
    return not (_is_word(before) and _is_word(first)) or _may_be_cut(text, start)


def _ends_well(text: str, end: int) -> bool:
    last, after = text[end - 1], text[end]
    if _is_mark(after) or _is_continued_number(text, end) or _is_inside_initials(text, end + 1):
        return False
    if after in _APOSTROPHES and _is_word(last) and _is_letter(text, end + 1):
        return bool(_POSSESSIVE.match(text, end + 1))
    if after in _HYPHENS and _is_word(last):
        return not _is_wordlike(text, end + 1)
    if after in _GERSHAYIM and _is_hebrew(text, end - 1):
        return not _is_hebrew(text, end + 1)
    return not (_is_word(last) and _is_word(after)) or _is_between_unspaced(text, end)


def _is_inside_number(text: str, start: int) -> bool:
    """Whether a number reaches over the place before `start`: `1.5`, `.5`, `10-15`, `1 500`, `-5`, `一百五十`."""
    before, two_before = text[start - 1], text[start - 2 : start - 1]
    if not _is_numeral(text[start]):
        return False
    if _is_numeral(before):
        return True
    if before in _IN_NUMBER and two_before.isdigit():
        return True
    if before == ".":
        return not two_before.strip()
    if _is_currency(before):
        return True
    if before in _SIGNS:
        return not (two_before and _is_word(two_before))
    grouped = before == " " and _GROUP_AFTER.match(text, start - 1)
    return bool(grouped) and bool(_GROUP_BEFORE.search(text[max(0, start - _LONGEST_GROUPED) : start]))


def _is_continued_number(text: str, end: int) -> bool:
    """Whether the number that ends before `end` goes on there."""
    after = text[end]
    if not _is_numeral(text[end - 1]):
        return False
    if _is_numeral(after):
        return True
    if after in _PARTS or _is_currency(after):
        return True
    if after in _IN_NUMBER and text[end + 1 : end + 2].isdigit():
        return True
    grouped = _GROUP_AFTER.match(text, end)
    return bool(grouped) and bool(_GROUP_BEFORE.search(text[max(0, end - _LONGEST_GROUPED) : end] + " "))


def _is_inside_initials(text: str, start: int) -> bool:
    """Whether `start` stands after a full stop between single letters, as in `U.S.`."""
    if start < 2 or start >= len(text) or text[start - 1] != "." or not text[start].isalpha():
        return False
    return bool(_INITIAL.match(text, start - 2)) and text[start + 1 : start + 2] == "."


def _follows_elision(text: str, start: int) -> bool:
    begin = start - 1
    while begin > 0 and text[begin - 1].isalpha():
        begin -= 1
    return text[begin : start - 1].lower() in _ELISIONS


def _may_be_cut(text: str, start: int) -> bool:
    if _is_between_unspaced(text, start):
        return True
    begin, end = start, start
    while begin > 0 and _is_word(text[begin - 1]):
        begin -= 1
    while end < len(text) and _is_word(text[end]):
        end += 1
    word, rest = text[begin:end], end - start
    return text[begin:start] in _PROCLITICS and not any(word.endswith(no) and rest < len(no) for no in _NEGATIONS)


def _is_between_unspaced(text: str, index: int) -> bool:
    """Whether a script without spaces stands on one side, and no negation is cut off there."""
    if not (_UNSPACED.match(text[index - 1]) or _UNSPACED.match(text[index])):
        return False
    window = text[max(0, index - 3) : index]
    return not window.endswith(_NEGATIONS_BEFORE) and not text.startswith(_NEGATIONS_AFTER, index)


def _is_word(character: str) -> bool:
    return character.isalnum() or character in {"_", _SOFT_HYPHEN} or _is_mark(character)


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] == "M"


def _is_numeral(character: str) -> bool:
    return character.isdigit() or character in _HAN_NUMERALS


def _is_currency(character: str) -> bool:
    return unicodedata.category(character) == "Sc"


def _is_letter(text: str, index: int) -> bool:
    return 0 <= index < len(text) and text[index].isalpha()


def _is_wordlike(text: str, index: int) -> bool:
    return 0 <= index < len(text) and _is_word(text[index])


def _is_hebrew(text: str, index: int) -> bool:
    return 0 <= index < len(text) and bool(_HEBREW.match(text[index]))
