"""What stands in the same clause as a quote, just outside it: a true run of words can be a false quote.

"accept a ceasefire" is a verbatim run of "will not accept a ceasefire". A clause ends at punctuation and at words that
begin another one. Words such as *that* begin what somebody says or thinks, and a negation just before them governs it:
"did not say that it accepts a ceasefire". A condition with which the sentence begins governs the clause behind its
comma.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from briefsmith.evidence.negation import Turn, TurnKind, as_words, find_turns, primary, without_harmless
from briefsmith.evidence.turning_lists import LISTS

GOVERNING_WORDS = 3
"""A negation or hedge counts for a clause that begins with *that* if it is one of so many words before."""

_INSERTION_WORDS = 5
"""An insertion of so many words between two commas ("will not, he said, accept") does not end a clause."""

_STOPS = r"(?<!\d)[,،،](?!\d)|[,،](?=\D)|[;:؛()\[\]，；：。！？（）]|——|(?<=\s)[–—-](?=\s)|[.!?؟…](?=\s)"
_OPENING = r"(?:(?<=\s)|(?<=^))[\"“„«»‘'](?=\w)|[「『]"
_WORD = re.compile(r"[^\W_][\w'’-]*")
_INSERTION = re.compile(r"[,،]([^,،]*)[,،]\s*$")


@dataclass(frozen=True, slots=True)
class CutOff:
    """What a quote leaves out of its clause, and the span that would take it in; both in the text's offsets."""

    kind: TurnKind
    words: str
    start: int
    end: int
    widened: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Border:
    start: int
    end: int
    governed: bool
    """Whether it begins what somebody says or thinks."""
    takes_comma: bool
    """Whether a comma before it is part of it."""


@lru_cache(maxsize=32768)
def find_cut_off(text: str, quote: tuple[int, int], sentences: tuple[int, int], language: str) -> CutOff | None:
    """The negation, or else the hedge, that stands just outside a quote in the clause that it cuts.

    `sentences` is the span of the sentences that the quote touches. None where nothing is cut off, and in languages
    without lists.
    """
    lists = LISTS.get(primary(language))
    if lists is None:
        return None
    found = [*_before(text, quote, sentences, language), *_behind(text, quote, sentences[1], language)]
    found += _condition(text, quote, sentences[0], language)
    if lists.concord and _negates_by_itself(text[slice(*quote)], language):
        found = [each for each in found if each.kind is TurnKind.HEDGE]
    found.sort(key=lambda each: each.kind is TurnKind.HEDGE)
    return found[0] if found else None


def _before(text: str, quote: tuple[int, int], sentences: tuple[int, int], language: str) -> list[CutOff]:
    first = sentences[0]
    left = text[first : quote[0]]
    borders = _borders(text[first : quote[1]], language, len(left))
    inner = borders[-1].end if borders else 0
    across = _across_insertion(left, language)
    found = []
    for turn in _turns_before(text[slice(*sentences)], left, language):
        if turn.start >= min(inner, across) or _governs(left, turn, borders):
            begin = first + _clause_start(left, turn, borders)
            found.append(CutOff(turn.kind, turn.words.strip(), first + turn.start, first + turn.end, (begin, quote[1])))
    return found


def _turns_before(whole: str, left: str, language: str) -> list[Turn]:
    """The turning words before a quote; some are such only by what follows, some no longer once they are cut off."""
    in_full = [turn for turn in find_turns(whole, language) if turn.end <= len(left)]
    if LISTS[primary(language)].unspaced:
        return in_full  # a word cut in two is refused by the gate, and its half is no negation: 不 of 不同
    return sorted({*in_full, *find_turns(left, language)}, key=lambda turn: turn.start)


def _behind(text: str, quote: tuple[int, int], last: int, language: str) -> list[CutOff]:
    right = text[quote[1] : last]
    borders = _borders(right, language, len(right))
    end = borders[0].start if borders else len(right)
    appended = len(right) - len(right.lstrip(" ,،，"))
    turns = [
        turn
        for turn in find_turns(right, language, after=True)
        if turn.start < end or (turn.start == appended and turn.kind is TurnKind.HEDGE)
    ]
    if not turns:
        return []
    close = quote[1] + max(len(right[:end].rstrip(" .!?…؟。！？")), turns[-1].end)
    widened = (quote[0], close)
    return [CutOff(turn.kind, turn.words, quote[1] + turn.start, quote[1] + turn.end, widened) for turn in turns]


def _condition(text: str, quote: tuple[int, int], first: int, language: str) -> list[CutOff]:
    """The *if* or *unless* with which the sentence begins, where the quote is from the clause that depends on it."""
    match = _conditional(primary(language)).match(text, first, quote[0])
    if match is None:
        return []
    return [CutOff(TurnKind.HEDGE, match["word"], *match.span("word"), (match.start("word"), quote[1]))]


@cache
def _conditional(language: str) -> re.Pattern[str]:
    """The condition of a sentence up to its comma, and no further sign after that."""
    lists = LISTS[language]
    word = as_words(lists, _CONDITIONS.get(language, "(?!)"))
    return re.compile(rf"[\"“„«‘'\s]*(?P<word>{word})[^,،，;:.!?]+[,،，][^,،，;:.!?؟。！？]*\Z", re.IGNORECASE)


_CONDITIONS = {
    "en": "if|unless|provided that|only if",
    "fr": "si|s['’]il|s['’]ils|à moins que?",
    "de": "wenn|falls|sofern",
    "es": "si|a menos que|salvo que",
    "ru": "если",
    "uk": "якщо|якби",
    "ar": "إذا|لو",
    "zh": "如果|假如|倘若|除非|一旦|要是",
}


def _governs(left: str, turn: Turn, borders: list[_Border]) -> bool:
    """Whether a word stands just before the *that* of the quote's own clause."""
    if not borders or not borders[-1].governed or turn.start >= borders[-1].start:
        return False
    if any(border.start >= turn.end and not border.governed for border in borders[:-1]):
        return False
    return len(_WORD.findall(left[turn.end : borders[-1].start])) < GOVERNING_WORDS


def _across_insertion(left: str, language: str) -> int:
    """Where a turning word stands before a short insertion between two commas, just before the quote; else the end."""
    insertion = _INSERTION.search(left)
    if not insertion or len(_WORD.findall(insertion[1])) > _INSERTION_WORDS:
        return len(left)
    turns = find_turns(left[: insertion.start()], language)
    ends = turns and not _WORD.search(left[turns[-1].end : insertion.start()])
    return turns[-1].start if ends else len(left)


def _clause_start(left: str, turn: Turn, borders: list[_Border]) -> int:
    """Where the clause of a word begins: what a wider quote takes in."""
    begin = max((border.end for border in borders if border.end <= turn.start), default=0)
    return begin + len(left[begin:]) - len(left[begin:].lstrip(" \"“„«‘'–—-「『"))


def _negates_by_itself(quoted: str, language: str) -> bool:
    return any(turn.kind is TurnKind.NEGATION for turn in find_turns(quoted, language, after=True))


def _borders(passage: str, language: str, end: int) -> list[_Border]:
    """The borders of clauses before an offset of a passage, and a *that* with which the quote there begins."""
    plain = without_harmless(passage, language)
    found = [
        _Border(match.start(), match.end(), match.lastgroup is not None, match.lastgroup == "that")
        for match in _pattern(primary(language)).finditer(plain)
        if match.start() < end or (match.start() == end and match.lastgroup == "that")
    ]
    return _joined(passage, found)


def _joined(passage: str, borders: list[_Border]) -> list[_Border]:
    """Make a comma and the *that* behind it one border."""
    joined: list[_Border] = []
    for border in borders:
        close = joined and not passage[joined[-1].end : border.start].strip()
        if close and (border.takes_comma or (border.governed and joined[-1].governed)):
            joined.append(replace(border, start=joined.pop().start))
        else:
            joined.append(border)
    return joined


@cache
def _pattern(language: str) -> re.Pattern[str]:
    lists = LISTS[language]
    says = f"{as_words(lists, lists.says)}|{_OPENING}" if lists.says else _OPENING
    other = f"{_STOPS}|{as_words(lists, lists.borders)}"
    that = as_words(lists, lists.that)
    return re.compile(rf"(?P<that>{that})|(?P<says>{says})|{other}", re.IGNORECASE)
