"""Quotes for the proofs of the gate: honest ones from real articles, and what can be done to them.

What is altered here is judged by an oracle that shares no code with the gate: a mutant counts only where its words,
with white space and typographic twins folded, do not stand in the article.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from briefsmith.evidence.matching import Match, locate
from briefsmith.model.evidence import Quote
from briefsmith.text.normal import NormalText
from briefsmith.text.sentences import split_sentences

ROOT = Path(__file__).parents[1]
_PATIENCE = 30
_LANGUAGE = re.compile(r"(?:^|[-_.])(ar|de|en|es|fr|he|hi|ja|ru|th|uk|zh)(?:$|[-_.])")
_SCRIPTS = (
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("uk", re.compile("[\u0400-\u04ff]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
)
_UNSPACED = {"zh", "ja", "th"}
_TWINS = str.maketrans(
    {**dict.fromkeys("‘’‚‛‹›ʼ´`", "'"), **dict.fromkeys("“”„‟«»", '"'), **dict.fromkeys("‐‑‒–—―−", "-"), "\u00ad": ""}
)
_LATIN, _CYRILLIC = "acepoxyiABCEHKMOPTX", "асерохуіАВСЕНКМОРТХ"
_LOOK_ALIKES = str.maketrans(_LATIN + _CYRILLIC, _CYRILLIC + _LATIN)
_NEGATIONS = re.compile(
    r"\b(?:not|no|never|nicht|kein\w*|ne|pas|jamais|nunca|не|нет|ні|немає|لا|لن|لم)\b|n['’]t\b", re.IGNORECASE
)
_HEDGES = re.compile(
    r"\b(?:may|might|could|would|reportedly|perhaps|about|almost|nearly|könnte\w*|pourrait|podría|может|може|قد)\b",
    re.I,
)


@dataclass(frozen=True)
class Article:
    """An article with its normal form and its sentences."""

    name: str
    language: str
    normal: NormalText
    sentences: tuple[tuple[int, int], ...]

    @property
    def text(self) -> str:
        """Its text as the file has it."""
        return self.normal.source


@dataclass(frozen=True, slots=True)
class Sample:
    """An honest quote: a half-open span of an article's text, and its words."""

    article: Article
    start: int
    end: int
    exact: str


@cache
def articles() -> tuple[Article, ...]:
    """The real articles, in eight languages and four scripts."""
    paths = [*(ROOT / "seeds").glob("*.txt"), *(ROOT / "proofs" / "material" / "real").glob("*.txt")]
    return tuple(_article(path) for path in sorted(paths))


def sample(chance: Random) -> Sample:
    """A run of whole words, or of characters where words have no borders, that stands once in its article."""
    while True:
        article = chance.choice(articles())
        start, end = chance.choice(article.sentences)
        span = _run(article, start, end, chance)
        if span is not None:
            exact = " ".join(article.text[slice(*span)].split())
            if isinstance(locate(Quote(exact), article.normal), Match):
                return Sample(article, *span, exact)


def stands(words: str, article: Article) -> bool:
    """The oracle: whether the words stand in the article, judged without the gate's own code."""
    return _plain(words) in _plain(article.text)


def _plain(text: str) -> str:
    composed = unicodedata.normalize("NFC", text).translate(_TWINS).replace("…", "...")
    visible = "".join(each for each in composed if unicodedata.category(each) != "Cf")
    return " ".join(visible.split())


def _article(path: Path) -> Article:
    text = path.read_bytes().decode("utf-8-sig")
    found = _LANGUAGE.search(path.stem)
    language = (
        found[1] if found else next((name for name, mark in _SCRIPTS if len(mark.findall(text)) > len(text) / 4), "en")
    )
    sentences = tuple((each.start, each.end) for each in split_sentences(text, language))
    return Article(path.stem, language, NormalText(text), sentences)


def _run(article: Article, start: int, end: int, chance: Random) -> tuple[int, int] | None:
    text = article.text[start:end]
    if article.language in _UNSPACED:
        size = chance.randint(8, 20)
        first = chance.randint(0, max(0, len(text) - size))
        run = text[first : first + size]
        begin = start + first + len(run) - len(run.lstrip())
        return (begin, begin + len(run.strip())) if run.strip() else None
    words = [match.span() for match in re.finditer(r"\S+", text)]
    if len(words) < 4:
        return None
    size = chance.randint(4, min(16, len(words)))
    first = chance.randint(0, len(words) - size)
    run = text[words[first][0] : words[first + size - 1][1]]
    trimmed = run.strip(".,;:!?…\"'«»“”„‘’()[]،؛。，！？、 \u00a0\u202f")
    offset = start + words[first][0] + run.find(trimmed)
    return (offset, offset + len(trimmed)) if len(trimmed.split()) > 2 else None


Mutation = Callable[[Sample, Random], str | None]


def _another_word(quote: Sample, chance: Random) -> str | None:
    words = quote.exact.split()
    other = chance.choice(chance.choice(articles()).text.split())
    place = chance.randrange(len(words))
    return " ".join([*words[:place], other, *words[place + 1 :]])


def _another_letter(quote: Sample, chance: Random) -> str | None:
    places = [index for index, each in enumerate(quote.exact) if each.isalpha()]
    place = chance.choice(places)
    letter = chance.choice([each for each in quote.article.text if each.isalpha()])
    return quote.exact[:place] + letter + quote.exact[place + 1 :]


def _another_digit(quote: Sample, chance: Random) -> str | None:
    places = [index for index, each in enumerate(quote.exact) if each.isdigit()]
    if not places:
        return None
    place = chance.choice(places)
    return quote.exact[:place] + str((int(quote.exact[place]) + chance.randint(1, 9)) % 10) + quote.exact[place + 1 :]


def _another_order(quote: Sample, chance: Random) -> str | None:
    words = quote.exact.split()
    if len(words) < 3:
        return None
    place = chance.randrange(len(words) - 1)
    words[place], words[place + 1] = words[place + 1], words[place]
    return " ".join(words)


def _without(pattern: re.Pattern[str]) -> Mutation:
    def drop(quote: Sample, chance: Random) -> str | None:
        sentence = next((span for span in quote.article.sentences if span[0] <= quote.start < span[1]), None)
        text = quote.article.text[slice(*sentence)] if sentence else quote.exact
        found = list(pattern.finditer(text))
        if not found:
            return None
        match = chance.choice(found)
        return " ".join((text[: match.start()] + text[match.end() :]).split()).rstrip(".。")

    return drop


def _joined_by_ellipsis(quote: Sample, chance: Random) -> str | None:
    words = quote.exact.split()
    if len(words) < 4:
        return None
    first = chance.randint(1, len(words) - 3)
    last = chance.randint(first + 1, len(words) - 1)
    return " ".join([*words[:first], chance.choice(["...", "…", "[…]"]), *words[last:]])


def _joined_silently(quote: Sample, chance: Random) -> str | None:
    joined = _joined_by_ellipsis(quote, chance)
    return re.sub(r" (?:\.\.\.|…|\[…\])", "", joined) if joined else None


def _cut_in_a_word(quote: Sample, chance: Random) -> str | None:
    if quote.article.language in _UNSPACED:
        return None
    first, last = quote.exact.split()[0], quote.exact.split()[-1]
    if len(first) > 3 and first.isalpha() and chance.random() < 0.5:
        return quote.exact[chance.randint(1, len(first) - 1) :] if not _has_proclitic(quote) else None
    if len(last) > 3 and last.isalpha():
        return quote.exact[: -chance.randint(1, len(last) - 1)]
    return None


def _has_proclitic(quote: Sample) -> bool:
    return quote.article.language in {"ar", "he"}


def _look_alike(quote: Sample, chance: Random) -> str | None:
    places = [index for index, each in enumerate(quote.exact) if each.translate(_LOOK_ALIKES) != each]
    if not places:
        return None
    place = chance.choice(places)
    return quote.exact[:place] + quote.exact[place].translate(_LOOK_ALIKES) + quote.exact[place + 1 :]


def _another_case(quote: Sample, chance: Random) -> str | None:
    places = [index for index, each in enumerate(quote.exact) if each.swapcase() != each]
    if not places:
        return None
    place = chance.choice(places)
    return quote.exact[:place] + quote.exact[place].swapcase() + quote.exact[place + 1 :]


def _another_article(_: Sample, chance: Random) -> str | None:
    return sample(chance).exact


def _another_separator(quote: Sample, _: Random) -> str | None:
    changed = re.sub(r"(?<=\d)[.,](?=\d)", lambda match: "." if match[0] == "," else ",", quote.exact)
    return changed if changed != quote.exact else None


ALTERATIONS: dict[str, Mutation] = {
    "word": _another_word,
    "letter": _another_letter,
    "digit": _another_digit,
    "order": _another_order,
    "negation": _without(_NEGATIONS),
    "hedge": _without(_HEDGES),
    "ellipsis": _joined_by_ellipsis,
    "join": _joined_silently,
    "cut": _cut_in_a_word,
    "article": _another_article,
    "look_alike": _look_alike,
    "case": _another_case,
    "separator": _another_separator,
}
"""Ways to make a false quote of a true one; None where a way does not apply."""


def _swap(table: dict[str, str]) -> Mutation:
    pattern = re.compile("|".join(map(re.escape, table)))

    def swap(quote: Sample, chance: Random) -> str | None:
        found = list(pattern.finditer(quote.exact))
        if not found:
            return None
        match = chance.choice(found)
        return quote.exact[: match.start()] + table[match[0]] + quote.exact[match.end() :]

    return swap


def _between_letters(mark: str) -> Mutation:
    def insert(quote: Sample, chance: Random) -> str | None:
        places = [i for i in range(1, len(quote.exact)) if quote.exact[i - 1].isalpha() and quote.exact[i].isalpha()]
        if not places:
            return None
        place = chance.choice(places)
        return quote.exact[:place] + mark + quote.exact[place:]

    return insert


def _spaces(new: str) -> Mutation:
    return lambda quote, _: quote.exact.replace(" ", new) if " " in quote.exact else None


VARIANTS: dict[str, Mutation] = {
    "decomposed": lambda quote, _: _changed(quote, unicodedata.normalize("NFD", quote.exact)),
    "composed": lambda quote, _: unicodedata.normalize("NFC", quote.exact),
    "no_break_space": _spaces("\u00a0"),
    "narrow_space": _spaces("\u202f"),
    "line_break": _spaces("\n  "),
    "two_spaces": _spaces("  "),
    "zero_width": _between_letters("\u200b"),
    "direction_mark": _between_letters("\u200e"),
    "soft_hyphen": _between_letters("\u00ad"),
    "quotation_marks": _swap({"’": "'", "'": "’", "“": '"', "”": '"', '"': "”", "«": '"', "»": '"', "„": "“"}),
    "dashes": _swap({"–": "-", "—": "-", "-": "–"}),
}
"""Ways to type the same words in other characters."""


def _changed(quote: Sample, text: str) -> str | None:
    return text if text != quote.exact else None


def cases(ways: dict[str, Mutation], name: str, number: int) -> tuple[str, Sample, str]:
    """The n-th case of a proof: the way, the honest quote and what became of it; the same for the same number."""
    chance, names = Random(f"{name} {number}"), list(ways)
    attempt = 0
    while True:
        # A way that does not apply to what is sampled, as digits do not to most sentences, gives way to the next.
        way = names[(number + attempt // _PATIENCE) % len(names)]
        quote = sample(chance)
        made = ways[way](quote, chance)
        if made and made.strip() and made != quote.exact:
            return way, quote, made
        attempt += 1


def slips(quote: Sample, chance: Random) -> Iterator[str]:
    """The quote as a hurried editor types it: one to three slips of the finger in it."""
    text = quote.exact
    for _ in range(chance.randint(1, 3)):
        place = chance.randrange(1, max(2, len(text) - 1))
        kind = chance.choice(["drop", "double", "swap", "neighbour"])
        if kind == "drop":
            text = text[:place] + text[place + 1 :]
        elif kind == "double":
            text = text[:place] + text[place] + text[place:]
        elif kind == "swap" and place + 1 < len(text):
            text = text[:place] + text[place + 1] + text[place] + text[place + 2 :]
        else:
            text = text[:place] + chance.choice(quote.article.text.replace("\n", " ")) + text[place + 1 :]
    yield text
