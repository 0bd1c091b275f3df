"""Negations and hedges that a quote leaves out of its clause."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from briefsmith.evidence.clauses import find_cut_off
from briefsmith.evidence.negation import KNOWN_LANGUAGES, TurnKind, has_lists

PROOFS = Path(__file__).parents[2] / "proofs"


def _cut(sentence: str, language: str) -> tuple[TurnKind, str] | None:
    """What the quote in brackets leaves out of its sentence."""
    before, rest = sentence.split("[")
    quote, after = rest.split("]")
    text = before + quote + after
    found = find_cut_off(text, (len(before), len(before + quote)), (0, len(text)), language)
    return (found.kind, found.words) if found else None


CUT = [
    ("en", "Kyiv will not [accept a ceasefire] before June.", "not"),
    ("en", "Kyiv will not, he said, [accept a ceasefire].", "not"),
    ("en", "Kyiv doesn't [accept a ceasefire].", "n't"),
    ("en", "Kyiv refused to [accept a ceasefire].", "refused"),
    ("en", "Lavrov did not say that [Russia accepts a ceasefire].", "not"),
    ("en", "He said that [the talks] have never begun.", "never"),
    ("en", "[Moscow will open the dam] if it rains.", "if"),
    ("en", "[The barges will arrive], perhaps on Friday.", "perhaps"),
    ("fr", "Moscou n'acceptera pas [le plan de paix].", "n'"),
    ("fr", "Personne n'a [signé le traité de paix].", "Personne"),
    ("de", "[Kiew erkennt die Annexion] nicht an.", "nicht"),
    ("de", "Er sagte nicht, [dass Kiew den Plan annimmt].", "nicht"),
    ("es", "[El acuerdo lo respalda] nadie.", "nadie"),
    ("ru", "Министр не сказал, что [Россия согласна].", "не"),
    ("ru", "[Вессен отзовёт инженеров], если совет согласится.", "если"),
    ("uk", "Рада відмовилася [надати свої крани].", "відмовилася"),
    ("ar", "لن [تقبل موسكو وقف إطلاق النار].", "لن"),
]


@pytest.mark.parametrize(("language", "sentence", "words"), CUT)
def test_a_word_cut_off_is_found(language: str, sentence: str, words: str) -> None:
    """A negation or hedge just outside the quote, in its own clause, is named."""
    found = _cut(sentence, language)
    assert found is not None
    assert found[1] == words


HONEST = [
    ("en", "He has not been seen, but [he told the agency] so."),
    ("en", "Lavrov, who has not been seen in public, said that [Russia accepts a ceasefire]."),
    ("en", "He will not come, and [the talks go on]."),
    ("en", "He praised not only [the pilots of the port]."),
    ("en", "Ship No. 5 [left the port at noon]."),
    ("en", "They met again [in the harbour] in May 2025."),
    ("en", "[The non-aligned states met] on Monday."),
    ("en", "[Kyiv will not accept] a ceasefire."),
    ("fr", "Moscou ne [reconnaît pas le traité]."),
    ("fr", "Il reste [le premier pas vers la paix]."),
    ("ru", "Никто [не признал договор]."),
    ("ru", "Тем не менее [стороны подписали договор]."),
    ("de", "Er kam nicht nur [mit zwei Schiffen nach Lorne]."),
    ("ar", "لا تزال [المدينتان تتبادلان الجداول]."),
]


@pytest.mark.parametrize(("language", "sentence"), HONEST)
def test_an_honest_quote_is_let_be(language: str, sentence: str) -> None:
    """Another clause's negation, one that the quote has itself, and what only looks like one say nothing of a quote."""
    assert _cut(sentence, language) is None


def test_a_wider_quote_takes_in_the_clause() -> None:
    """The span that is proposed begins with the clause of the word and ends with the quote."""
    text = "On Monday, Kyiv will not accept a ceasefire, officials said."
    start = text.index("accept")
    found = find_cut_off(text, (start, text.index(", officials")), (0, len(text)), "en")
    assert found is not None
    assert text[slice(*found.widened)] == "Kyiv will not accept a ceasefire"


def test_nothing_is_found_in_a_language_without_lists() -> None:
    """The check says nothing of a language that it does not know, and can be asked whether it knows it."""
    assert not has_lists("zh")
    assert has_lists("en-GB")
    assert _cut("市长不会[重新开放北码头]。", "zh") is None


@pytest.mark.parametrize("language", sorted(KNOWN_LANGUAGES))
def test_cuts_are_caught_and_honest_quotes_are_not_blamed(language: str) -> None:
    """In every language, 98 % of cut quotes are caught and at most 3 % of honest ones blamed."""
    proof = _proof()
    cuts = [case for line in proof.lines(language) for case in proof.cut_quotes(line, language)]
    honest = [case for line in proof.lines(language) for case in proof.honest_quotes(line, language)]
    assert sum(case.is_blamed for case in cuts) >= 0.98 * len(cuts) > 20
    assert sum(case.is_blamed for case in honest) <= 0.03 * len(honest)


def _proof() -> ModuleType:
    spec = importlib.util.spec_from_file_location("proof_of_fit", PROOFS / "fit.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
