"""The names of an article: runs of words with a capital, joined where a short form stands for a long one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from briefsmith.drafting.latin import id_from_name
from briefsmith.drafting.material import Material
from briefsmith.evidence.calendar_words import calendar_patterns
from briefsmith.evidence.number_words import SCALES
from briefsmith.evidence.speech_lists import LISTS
from briefsmith.evidence.whole_words import whole_words

_PARTICLES = "of|the|de|del|della|di|da|von|van|der|den|al|el|bin|ibn|la|le|for|and"
_LETTER = r"[^\W\d_]"
_WORD = rf"(?:{_LETTER}\.)+|{_LETTER}(?:{_LETTER}|['’-](?={_LETTER}))*"
_LONGEST = 5
_FIELD_AND_SURNAME = 2
"""Words behind *Minister of*; of more than that, the last two are taken for the name."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a name stands: a half-open span, and where the offices before it begin."""

    start: int
    end: int
    full_start: int


@dataclass(frozen=True, slots=True)
class FoundName:
    """Somebody or something that an article names, in its longest form, with every mention in order."""

    name: str
    id: str
    mentions: tuple[Mention, ...]

    @property
    def is_recurring(self) -> bool:
        """Whether it is named more than once."""
        return len(self.mentions) > 1


def names_in(material: Material, avoid: Iterable[str] = ()) -> list[FoundName]:
    """The names of an article in the order of their first mention, with ids that are none of `avoid`.

    None in a language without lists.
    """
    if material.primary not in LISTS:
        return []
    grouped: dict[str, list[tuple[str, Mention]]] = {}
    found = list(_mentions(material))
    long = {_words(material, each)[-1]: each for each in found if _is_long(each, material)}
    mentions = [each for each in found if _is_name(each, material, long.keys())]
    for each in mentions:
        words = _words(material, each)
        full = long.get(words[-1]) if len(words) == 1 else each
        key = words[-1] if full is not None and len(_words(material, full)) > 1 else " ".join(words)
        grouped.setdefault(key, []).append((material.text[each.start : each.end], each))
    return list(_with_ids(grouped.values(), set(avoid)))


def name_at(names: Iterable[FoundName], start: int, end: int) -> Iterator[tuple[FoundName, Mention]]:
    """The names that are mentioned within a span, in order."""
    found = [(name, each) for name in names for each in name.mentions if start <= each.start and each.end <= end]
    yield from sorted(found, key=lambda row: row[1].start)


def _mentions(material: Material) -> Iterator[Mention]:
    for sentence in material.sentences:
        for match in _RUN.finditer(material.text, sentence.start, sentence.end):
            if mention := _trimmed(material, match):
                yield mention


def _trimmed(material: Material, run: re.Match[str]) -> Mention | None:
    """A run without the articles, weekdays and offices before the name itself."""
    words = list(re.finditer(_WORD, run[0]))
    while words and (_is_other(words[0][0], material) or not words[0][0][0].isupper()):
        words.pop(0)
    full = words[0].start() if words else 0
    offices = [number for number, word in enumerate(words[:-1]) if _is_office(word[0], material)]
    if offices:
        has_field = not words[offices[-1]][0][0].isupper()
        words = _without_field(words[offices[-1] + 1 :]) if has_field else words[offices[-1] + 1 :]
    while words and (not words[-1][0][0].isupper() or _is_other(words[-1][0], material)):
        words.pop()
    if not words or len(words) > _LONGEST or (len(words) == 1 and _is_office(words[0][0], material)):
        return None
    return Mention(run.start() + words[0].start(), run.start() + words[-1].end(), run.start() + full)


def _without_field(words: list[re.Match[str]]) -> list[re.Match[str]]:
    """The name behind an office and its field: "Education Rui Tavares" of a minister; none where only these stand."""
    is_name = len(words) > _FIELD_AND_SURNAME and all(word[0][0].isupper() for word in words[-2:])
    return words[-2:] if is_name else []


def _is_long(mention: Mention, material: Material) -> bool:
    """Whether it is a name of several words outside the headline, where every word may have a capital."""
    is_headline = material.headline is not None and mention.start < material.headline.end
    return len(_words(material, mention)) > 1 and not is_headline


def _is_name(mention: Mention, material: Material, last_words: Collection[str]) -> bool:
    """Whether it is no word that has its capital from the beginning of a sentence, or from German."""
    words = _words(material, mention)
    sentence = material.sentence_at(mention.start)
    is_headline = sentence is not None and sentence == material.headline
    if len(words) > 1 or (words[0] in last_words and not is_headline):
        return not is_headline
    if material.primary == "de":
        return False
    is_first = sentence is not None and material.text[sentence.start : mention.start].strip("\"'“‘«„( ") == ""
    return not is_headline and (not is_first or _stands_inside(material, words[0]))


def _stands_inside(material: Material, word: str) -> bool:
    """Whether a word has its capital in the middle of a sentence, too."""
    return bool(re.search(rf"[\w,;]\s{re.escape(word)}(?!\w)", material.text))


def _words(material: Material, mention: Mention) -> list[str]:
    return re.findall(_WORD, material.text[mention.start : mention.end])


def _with_ids(groups: Iterable[list[tuple[str, Mention]]], taken: set[str]) -> Iterator[FoundName]:
    for group in groups:
        name = " ".join(max((written for written, _ in group), key=len).split())
        has_short_form = any(len(written.split()) == 1 for written, _ in group)
        id_ = next(each for each in _proposals(name, has_short_form) if each not in taken)
        taken.add(id_)
        yield FoundName(name, id_, tuple(each for _, each in group))


def _proposals(name: str, has_short_form: bool) -> Iterator[str]:
    """A person is called by the last name, as the article does; a body, which it always names in full, by all of it."""
    long = id_from_name(name)
    short = id_from_name(name.rsplit(maxsplit=1)[-1])
    yield from (each for each in ((short, long) if has_short_form else (long, short)) if each)
    yield from (f"{short or 'actor'}-{number}" for number in range(1, 10_000))


def _is_office(word: str, material: Material) -> bool:
    return bool(whole_words(LISTS[material.primary].offices).fullmatch(word.rstrip(".")))


def _is_other(word: str, material: Material) -> bool:
    return bool(_others(material.primary).fullmatch(word.rstrip(".")))


@cache
def _others(language: str) -> re.Pattern[str]:
    calendar = [*calendar_patterns(language, "months"), *calendar_patterns(language, "weekdays")]
    scales = [words for words, _ in SCALES.get(language, ())]
    return re.compile("|".join((LISTS[language].other_names, *calendar, *scales)), re.IGNORECASE)


_CAPITAL = "[" + "".join(chr(code) for code in range(0x530) if chr(code).isupper()) + "]"
_NAME_WORD = rf"(?={_CAPITAL})(?:{_WORD})"
_RUN = re.compile(rf"(?<![\w'’-]){_NAME_WORD}(?:[^\S\n]\n?(?:(?:{_PARTICLES})\s)*{_NAME_WORD}|\n{_NAME_WORD})*")
