"""Invented facts in five languages, and what is asked of them."""

from __future__ import annotations

import random
from dataclasses import dataclass

from briefsmith.exports.search_records import Facet

LANGUAGES = ("en", "en", "en", "en", "uk", "ar", "zh", "fr")
_STEMS = {
    "en": "negotiat recogni sanction withdraw ceasefir guarante territor parliament minist observ reservoir electric",
    "fr": "négoci reconnaiss sanctionn retir cessez garanti territoi parlement minist observat réservoir électri",
    "uk": "переговор визнанн санкці виведенн перемир гаранті територі парламент міністр спостер водосховищ електр",
    "ar": "مفاوض اعتراف عقوب انسحاب هدن ضمان اراض برلمان وزير مراقب خزان كهرب",
    "zh": "谈判 承认 制裁 撤军 停火 保证 领土 议会 部长 观察 水库 电力",
}
_ENDINGS = {"en": " s ed ing ion", "fr": " er ation s é", "uk": "и ів ах ами у", "ar": " ات ين ة ه", "zh": " "}
_LETTERS = {
    "en": "abcdefghijklmnoprstuvwy", "fr": "abcdefghilmnoprstuvé", "uk": "абвгдежзиіїклмнопрстухцчшюя",
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي", "zh": "的一是不了人我在有他这中大来上国个到说们为子和你地出道也时年得就那",
}  # fmt: skip


@dataclass(frozen=True)
class Invented:
    """An invented fact."""

    number: int
    language: str
    sentence: str
    quote: str
    facets: tuple[tuple[Facet, str, str], ...]
    day: int


def invented(briefings: int, each: int) -> list[Invented]:
    """Facts in five languages, with a vocabulary that grows as that of news does (Zipf's law)."""
    chance = random.Random("search")
    words = {language: _vocabulary(language, chance) for language in _STEMS}
    return [
        _fact(number, number // each, LANGUAGES[number // each % len(LANGUAGES)], words, chance)
        for number in range(briefings * each)
    ]


def _vocabulary(language: str, chance: random.Random) -> list[str]:
    size = {"en": 24_000, "zh": 6_000}.get(language, 16_000)
    stems = _STEMS[language].split()
    least, most = (2, 2) if language == "zh" else (2, 8)
    while len(stems) < size:
        stems.append("".join(chance.choices(_LETTERS[language], k=chance.randint(least, most))))
    return stems


def _fact(number: int, briefing: int, language: str, words: dict[str, list[str]], chance: random.Random) -> Invented:
    actors = {min(int(chance.paretovariate(0.7)), 3_000) for _ in range(2)}
    rows = [
        (Facet.BRIEFING, f"b{briefing}", f"Briefing {briefing}"),
        (Facet.KIND, (kind := chance.choice(["position", "event", "figure", "claim", "term"])), kind),
        *((Facet.ACTOR, f"a{actor}", f"Actor {actor}") for actor in sorted(actors)),
        (Facet.ISSUE, (issue := f"i{chance.randrange(300)}"), issue),
        (Facet.SOURCE, (source := f"s{briefing * 2 + chance.randrange(2)}"), source),
    ]
    day = 738_000 + briefing * 2 + chance.randrange(30)
    sentence, quote = (_text(language, words[language], count, chance) for count in (12, 28))
    return Invented(number, language, sentence, quote, tuple(rows), day)


def _text(language: str, words: list[str], count: int, chance: random.Random) -> str:
    endings = _ENDINGS[language].split(" ")
    ranks = (min(int(chance.paretovariate(0.35)) - 1, 10**9) % len(words) for _ in range(count))
    return ("" if language == "zh" else " ").join(words[rank] + chance.choice(endings) for rank in ranks)


def queries(facts: list[Invented]) -> dict[str, list[tuple[str, str, str]]]:
    """Text, actor, and a word that a fact must have to be a hit; by what is tried."""
    chance = random.Random("queries")
    plain = [
        w
        for fact in chance.sample(facts, min(len(facts), 4_000))
        if fact.language == "en"
        for w in fact.sentence.split()
    ]
    rare = [word for word in dict.fromkeys(plain) if len(word) >= 6]
    chance.shuffle(rare)
    by_language = {
        language: [_of_language(fact, chance) for fact in facts if fact.language == language][:400:20]
        for language in ("uk", "ar", "zh")
    }
    return {
        "one word": [(word, "", word) for word in rare[:20]],
        "two words": [
            (" ".join(fact.sentence.split()[:2]), "", "") for fact in facts[:4000:200] if fact.language == "en"
        ],
        "commonest word": [("negotiating", "", "")],
        "word and actor": [("negotiating", "a1", "")],
        "typo": [(_slip(word, chance), "", word) for word in rare[20:70]],
        "Ukrainian": [(word, "", "") for word in by_language["uk"]],
        "Arabic": [(word, "", "") for word in by_language["ar"]],
        "Chinese": [(word, "", "") for word in by_language["zh"]],
        "other ending": [("negotiations", "", ""), ("переговорам", "", ""), ("المفاوضات", "", "")],
    }


def _of_language(fact: Invented, chance: random.Random) -> str:
    if fact.language == "zh":
        start = chance.randrange(len(fact.quote) - 4)
        return fact.quote[start : start + 4].strip()
    return max(fact.quote.split(), key=len)


def _slip(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word) - 1)
    return chance.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + chance.choice("aeiou") + word[at:],
            word[:at] + chance.choice("bdfgk") + word[at + 1 :],
        ]
    )
