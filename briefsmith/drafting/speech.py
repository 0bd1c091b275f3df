"""Who says a sentence, as far as the sentence tells: the verb, the speaker, and the kind that the verb names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefsmith.drafting.material import Material
from briefsmith.drafting.names import FoundName, name_at
from briefsmith.drafting.quotations import Quotation, is_quoted
from briefsmith.evidence.speech_lists import LISTS, SpeechLists
from briefsmith.evidence.whole_words import whole_words
from briefsmith.text.sentences import Sentence

_NEAR_LEFT, _NEAR_RIGHT = 90, 45
_UNNAMED_LENGTH = 70
_FEW_WORDS = 2
_ASIDE = re.compile(r"[\"”“»«'’,–—-]\s*$")


@dataclass(frozen=True, slots=True)
class Speech:
    """A sentence in which somebody says something."""

    sentence: Sentence
    verb: int
    """Where its verb stands."""
    kind: str = ""
    """The key of the position that the verb names; empty for plain saying."""
    speaker: FoundName | None = None
    is_pronoun: bool = False
    """Whether the speaker is a pronoun, and was taken from the sentence before."""
    unnamed: str = ""
    """The article's words for people without names."""


def speeches_in(material: Material, names: list[FoundName], quotations: list[Quotation]) -> Iterator[Speech]:
    """The sentences with speech verbs, in order; none in a language without lists."""
    lists = LISTS.get(material.primary)
    last: FoundName | None = None
    for sentence in material.sentences if lists else ():
        assert lists
        verb = next(_verbs(material, sentence, lists, quotations), None)
        speech = _speech(material, sentence, verb, lists, names, last) if verb else None
        if speech:
            last = speech.speaker or (None if speech.unnamed else last)
            yield speech


@dataclass(frozen=True, slots=True)
class _Verb:
    start: int
    end: int
    kind: str


def _verbs(material: Material, sentence: Sentence, lists: SpeechLists, quotations: list[Quotation]) -> Iterator[_Verb]:
    """Plain saying first: in "said that they demanded" the saying is the speaker's own."""
    rows = (("", f"{lists.verbs}|{lists.according}"), *lists.kinds)
    for kind, words in rows:
        for match in whole_words(words).finditer(material.text, sentence.start, sentence.end):
            if not is_quoted(match.start(), quotations):
                yield _Verb(*match.span(), kind)


def _speech(
    material: Material, sentence: Sentence, verb: _Verb, lists: SpeechLists, names: list[FoundName],
    last: FoundName | None,
) -> Speech | None:  # fmt: skip
    text = material.text
    if unnamed := _unnamed(text, sentence, verb, lists):
        return Speech(sentence, verb.start, verb.kind, unnamed=unnamed)
    if _has_pronoun(text, sentence, verb, lists):
        return Speech(sentence, verb.start, verb.kind, last, is_pronoun=last is not None)
    return Speech(sentence, verb.start, verb.kind, _named(material, sentence, verb, lists, names))


def _named(
    material: Material, sentence: Sentence, verb: _Verb, lists: SpeechLists, names: list[FoundName]
) -> FoundName | None:
    """The name next to the verb: behind it after a quotation or *according to*, else before it."""
    text = material.text
    has_aside = text[sentence.start : verb.start].rstrip().endswith(",")
    # Behind an aside of any length, the speaker stands before it.
    begin = sentence.start if has_aside else max(sentence.start, verb.start - _NEAR_LEFT)
    left = [
        row for row in name_at(names, begin, verb.start)
        if not re.search(r"[;:]", text[row[1].end : verb.start])
    ]  # fmt: skip
    right = list(name_at(names, verb.end, min(sentence.end, verb.end + _NEAR_RIGHT)))
    is_close = bool(right) and len(text[verb.end : right[0][1].full_start].split()) <= _FEW_WORDS
    is_behind = is_close and _ASIDE.search(text[sentence.start : verb.start])
    if whole_words(lists.according).fullmatch(text[verb.start : verb.end]) or is_behind:
        return right[0][0] if right else None
    if left:
        # "Holt, a minister of Norland, said": the name before the aside speaks, not the one inside it.
        outside = [name for name, each in left[:-1] if text[each.end : each.end + 1] == ","]
        return outside[0] if has_aside and outside else left[-1][0]
    return right[0][0] if is_close and material.primary != "en" else None


def _has_pronoun(text: str, sentence: Sentence, verb: _Verb, lists: SpeechLists) -> bool:
    words = rf"(?:{lists.pronouns})"
    before, after = text[sentence.start : verb.start], text[verb.end : sentence.end]
    return bool(
        re.search(rf"(?<!\w){words}\s+(?:\w+\s+)?$", before, re.IGNORECASE)
        or (_ASIDE.search(before) and re.match(rf"\s+{words}\s*(?:[^\w\s]|$)", after, re.IGNORECASE))
    )


def _unnamed(text: str, sentence: Sentence, verb: _Verb, lists: SpeechLists) -> str:
    """The words for people without names that stand right before the verb, or right behind it."""
    people = rf"(?:(?:{lists.counts})\s+)*(?:[^\W\d_]+\s+)?(?:{lists.unnamed})(?!\w)"
    before = text[max(sentence.start, verb.start - _UNNAMED_LENGTH) : verb.start]
    found = list(re.finditer(rf"(?<!\w){people}(?:\s+[^\W\d_]+){{0,5}}\s*,?\s*$", before, re.IGNORECASE))
    if found:
        return " ".join(found[0][0].strip(" ,\r\n").split())
    after = re.match(rf"\s+({people})", text[verb.end : sentence.end], re.IGNORECASE)
    return " ".join(after[1].split()) if after else ""
