"""The quote gate and the nearest passage, counted on the first article and its worked example."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path

import yaml

from briefsmith.evidence.matching import Match, locate
from briefsmith.evidence.nearest import find_nearest
from briefsmith.model.evidence import Quote, structure_evidence
from briefsmith.text.normal import NormalText, folded_form, normal_form

TESTS = Path(__file__).parents[1]
ARTICLE = (TESTS.parent / "seeds" / "000_333ef43267682ee5.txt").read_bytes().decode()
SHEET = yaml.load((TESTS / "data" / "lavrov-rubio-2025-11.yml").read_bytes(), yaml.BaseLoader)
OTHER_ARTICLE = (
    "Arven will not open the Sella dam before June. Belmark wants the gates opened at once. About 40 barges are "
    "waiting below the dam, and nearly 210 fishermen say that they shall never leave. "
)
NORMAL = NormalText(ARTICLE)


def evidence_in(value: object) -> Iterator[str]:
    """Every quote under a key `evidence`, at any depth."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from (quote.exact for quote in structure_evidence(each)) if key == "evidence" else evidence_in(each)
    elif isinstance(value, list):
        for each in value:
            yield from evidence_in(each)


QUOTES = sorted(set(evidence_in(SHEET)))


def test_every_quote_of_the_worked_example_stands_in_the_article() -> None:
    """Its many quotes, each in one place."""
    assert len(QUOTES) > 70
    misses = [exact for exact in QUOTES if not isinstance(locate(Quote(exact), NORMAL), Match)]
    assert misses == []


Change = Callable[[str, random.Random], str]


def one_letter(exact: str, chance: random.Random) -> str:
    at = chance.choice([index for index, each in enumerate(exact) if each.isalpha()])
    return exact[:at] + chance.choice("abdeghiklmnoprstuw") + exact[at + 1 :]


def one_word(exact: str, chance: random.Random) -> str:
    words = exact.split()
    words[chance.randrange(len(words))] = chance.choice(["Russia", "will", "never", "some", "Kyiv", "and", "about"])
    return " ".join(words)


def one_digit(exact: str, chance: random.Random) -> str:
    digits = [match.start() for match in re.finditer(r"\d", exact)]
    at = chance.choice(digits) if digits else 0
    return exact[:at] + str((int(exact[at]) + chance.randint(1, 9)) % 10) + exact[at + 1 :] if digits else exact


def two_words_swapped(exact: str, chance: random.Random) -> str:
    words = exact.split()
    at = chance.randrange(max(1, len(words) - 1))
    words[at : at + 2] = reversed(words[at : at + 2])
    return " ".join(words)


def no_negation(exact: str, _: random.Random) -> str:
    return re.sub(r"\b(?:not|never|no|no one) ", "", exact)


def a_negation(exact: str, _: random.Random) -> str:
    return re.sub(r"\b(will|is|has|was|could|have) ", r"\1 not ", exact, count=1)


def no_word(exact: str, chance: random.Random) -> str:
    words = exact.split()
    del words[chance.randrange(len(words))]
    return " ".join(words)


def other_case(exact: str, chance: random.Random) -> str:
    at = chance.choice([index for index, each in enumerate(exact) if each.isalpha()])
    return exact[:at] + exact[at].swapcase() + exact[at + 1 :]


def a_look_alike(exact: str, _: random.Random) -> str:
    return exact.translate(str.maketrans("aeo", "аео"))


def joined_over_a_gap(exact: str, chance: random.Random) -> str:
    words = exact.split()
    at = chance.randrange(len(words))
    return " ".join([*words[:at], "...", *words[at + 1 :]])


def cut_inside_words(exact: str, _: random.Random) -> str:
    return exact[1:-1] if len(exact) > 4 else exact


def joined_to_another(exact: str, chance: random.Random) -> str:
    return f"{exact} {chance.choice(QUOTES)}"


CHANGES: tuple[Change, ...] = (
    one_letter,
    one_word,
    one_digit,
    two_words_swapped,
    no_negation,
    a_negation,
    no_word,
    other_case,
    a_look_alike,
    joined_over_a_gap,
    cut_inside_words,
    joined_to_another,
)


def stands_there(exact: str) -> bool:
    """Whether a quote stands in the article between word borders, by means other than the gate's own."""
    wanted = folded_form(exact)
    pattern = rf"(?<![\w-]){re.escape(wanted)}(?![\w-])"
    return bool(wanted) and bool(re.search(pattern, NORMAL.folded))


def test_no_altered_quote_is_accepted() -> None:
    """One word, letter or digit, case, order, a dropped or added negation, look-alikes, cuts, joins: none of them."""
    chance = random.Random(20251110)
    altered = [change(exact, chance) for exact in QUOTES for change in CHANGES for _ in range(4)]
    mutants = sorted({each for each in altered if not stands_there(each)})
    accepted = [each for each in mutants if isinstance(locate(Quote(each), NORMAL), Match)]
    assert len(mutants) > 1_500
    assert accepted == []


def test_no_quote_of_another_article_is_accepted() -> None:
    """Runs of a text about something else, however common their words."""
    words = OTHER_ARTICLE.split()
    runs = [" ".join(words[at : at + size]) for size in (3, 5, 8) for at in range(len(words) - size)]
    assert [run for run in runs if isinstance(locate(Quote(run), NORMAL), Match)] == []


VARIANTS: tuple[Callable[[str], str], ...] = (
    lambda exact: unicodedata.normalize("NFD", exact),
    lambda exact: exact.replace(" ", "\u00a0"),
    lambda exact: exact.replace(" ", "\n", 1),
    lambda exact: exact.replace(" ", "\r\n    "),
    lambda exact: exact.replace(" ", "  "),
    lambda exact: exact.replace(" ", " \u200b"),
    lambda exact: f"\u200f{exact}\u200e",
    lambda exact: exact.replace("’", "'"),
    lambda exact: exact.replace("’", "‘"),
    lambda exact: exact.replace("’", "\u02bc"),
    lambda exact: exact.replace("–", "-"),
    lambda exact: exact.replace("–", "—"),
    lambda exact: exact.replace("-", "\u2011"),
    lambda exact: re.sub(r"(\w{4})(\w{3})", "\\1\u00ad\\2", exact),
    "\u2060".join,
    folded_form,
)


def test_typographic_variants_are_accepted() -> None:
    """At least 99.5 % of them: composition, spaces, line breaks, quotation marks, dashes, soft hyphens."""
    made = [(exact, variant(exact)) for exact in QUOTES for variant in VARIANTS]
    variants = [(exact, variant) for exact, variant in made if variant != exact]
    accepted = 0
    for exact, variant in variants:
        result = locate(Quote(variant), NORMAL)
        accepted += isinstance(result, Match) and result_words(result) == normal_form(exact)
    assert len(variants) > 600
    assert accepted / len(variants) >= 0.995


def result_words(result: Match) -> str:
    """The words that were found."""
    return normal_form(ARTICLE[result.start : result.end])


SLIPS: tuple[Change, ...] = (one_letter, one_word, no_word, two_words_swapped, a_negation)


def test_the_passage_that_a_slip_means_is_named() -> None:
    """For at least 95 % of 200 slips the nearest passage overlaps the place the quote was taken from."""
    chance = random.Random(7)
    right = 0
    slips = list(islice(slips_of(chance), 200))
    for start, end, slip in slips:
        near = find_nearest(slip, NORMAL)
        right += near is not None and near.start < end and start < near.end
    assert len(slips) == 200
    assert right / len(slips) >= 0.95


def slips_of(chance: random.Random) -> Iterator[tuple[int, int, str]]:
    """Quotes with a slip in them, each with the place it was taken from."""
    while True:
        exact = chance.choice(QUOTES)
        place = locate(Quote(exact), NORMAL)
        slip = chance.choice(SLIPS)(exact, chance)
        if isinstance(place, Match) and not stands_there(slip):
            yield place.start, place.end, slip
