"""Negations and hedges that a quote leaves out of its clause."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefsmith.evidence.clauses import find_cut_off
from briefsmith.evidence.negation import KNOWN_LANGUAGES, TurnKind, has_lists
from tools.marked import Case, cut_quotes, honest_quotes, lines

MATERIAL = Path(__file__).parents[2] / "proofs" / "material"


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
    ("en", "If Belmark pays, [Arven will open the dam].", "If"),
    ("de", "Wenn Belmark zahlt, [öffnet Arven den Damm].", "Wenn"),
    ("ru", "Если он заплатит, [Россия откроет дамбу].", "Если"),
    ("en", "It is false that [Arven agreed to open the dam].", "is false"),
    ("en", "The claim that [Arven attacked the dam] is baseless.", "is baseless"),
    ("en", "Holt dismissed reports that [Arven agreed to the plan].", "dismissed"),
    ("en", "Arven opposes [opening the dam in June].", "opposes"),
    ("en", "Arven has yet to [open the dam at Sella].", "has yet to"),
    ("en", "There is little evidence that [Arven opened the dam].", "little evidence"),
    ("fr", "Il est faux que [le port ait signé le plan].", "Il est faux"),
    ("de", "Es ist falsch, dass [Arven den Damm öffnet].", "falsch"),
    ("es", "Es falso que [Arven aceptara el plan].", "falso"),
    ("ru", "Неверно, что [Россия приняла план].", "Неверно"),
    ("uk", "Це неправда, що [Київ прийняв план].", "неправда"),
    ("fr", "Moscou n'acceptera pas [le plan de paix].", "n'"),
    ("fr", "Personne n'a [signé le traité de paix].", "Personne"),
    ("de", "[Kiew erkennt die Annexion] nicht an.", "nicht"),
    ("de", "Er sagte nicht, [dass Kiew den Plan annimmt].", "nicht"),
    ("es", "[El acuerdo lo respalda] nadie.", "nadie"),
    ("ru", "Министр не сказал, что [Россия согласна].", "не"),
    ("ru", "[Вессен отзовёт инженеров], если совет согласится.", "если"),
    ("uk", "Рада відмовилася [надати свої крани].", "відмовилася"),
    ("ar", "لن [تقبل موسكو وقف إطلاق النار].", "لن"),
    ("zh", "洛恩不会[重新开放北码头]。", "不"),
    ("zh", "委员会没有[接受停火协议的条件]。", "没有"),
    ("zh", "部长否认[韦森隐瞒了测量结果]。", "否认"),
    ("zh", "[洛恩港务委员会]不接受停火。", "不"),
    ("zh", "工会可能[接受较短的航季]。", "可能"),
    ("zh", "俄羅斯拒絕[接受停火協議]。", "拒絕"),
    ("zh", "据称[承包商停止了工程]。", "据称"),
    ("zh", "委员会不同意[开放北码头的计划]。", "不"),
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
    ("en", "[If Belmark pays, Arven will open] the dam."),
    ("en", "If Belmark pays, Arven opens the dam, and [Corland measures the water]."),
    ("fr", "Moscou ne [reconnaît pas le traité]."),
    ("fr", "Il reste [le premier pas vers la paix]."),
    ("ru", "Никто [не признал договор]."),
    ("ru", "Тем не менее [стороны подписали договор]."),
    ("de", "Er kam nicht nur [mit zwei Schiffen nach Lorne]."),
    ("ar", "لا تزال [المدينتان تتبادلان الجداول]."),
    ("ar", "وقد [أكدت الوزارة هذا الرقم]."),
    ("fr", "[Le maire a confirmé le chiffre], mais il a dit qu’il ne viendrait pas."),
    ("uk", "Місто має [власну провінцію під назвою Лорн]."),
    ("zh", "不同的商会[提出了不同的方案]。"),
    ("zh", "不过[委员会批准了夜班奖金]。"),
    ("zh", "工程不断[推进到南码头]。"),
    ("zh", "差不多[四十艘驳船在等待]。"),
    ("zh", "无论天气如何，[检查员都会测量水位]。"),
    ("zh", "别人的意见[对市长特别重要]，渔民非常满意。"),
    ("zh", "他不来，[会谈照常举行]。"),
    ("zh", "根据报道[委员会批准了计划]。"),
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
    assert not has_lists("pl")
    assert has_lists("en-GB")
    assert _cut("Burmistrz nie [otworzy mostu].", "pl") is None


@pytest.mark.parametrize("language", sorted(KNOWN_LANGUAGES))
def test_cuts_are_caught_and_honest_quotes_are_not_blamed(language: str) -> None:
    """In every language, 98 % of cut quotes are caught and at most 3 % of honest ones blamed."""
    cuts, honest = _quotes(MATERIAL / f"{language}.txt")
    assert sum(case.is_blamed for case in cuts) >= 0.98 * len(cuts) > 20
    assert sum(case.is_blamed for case in honest) <= 0.03 * len(honest)


@pytest.mark.parametrize("language", sorted(KNOWN_LANGUAGES))
def test_so_it_is_in_real_news(language: str) -> None:
    """In real news, too, 98 % of cut quotes are caught and at most 3 % of honest ones blamed, in every language."""
    cuts, honest = _quotes(MATERIAL / "real" / f"{language}.marked")
    assert sum(case.is_blamed for case in cuts) >= 0.98 * len(cuts) > 20
    assert sum(case.is_blamed for case in honest) <= 0.03 * len(honest)


@pytest.mark.parametrize("language", sorted(KNOWN_LANGUAGES))
def test_signs_are_all_that_was_added_to_real_news(language: str) -> None:
    """Without its signs the marked copy of a real article is the article."""
    marked = [line.text for line in lines(MATERIAL / "real" / f"{language}.marked")]
    assert marked == (MATERIAL / "real" / f"{language}.txt").read_text(encoding="utf-8").splitlines()


def _quotes(file: Path) -> tuple[list[Case], list[Case]]:
    found = lines(file)
    return [case for line in found for case in cut_quotes(line)], [
        each for line in found for each in honest_quotes(line)
    ]
