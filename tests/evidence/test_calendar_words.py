"""Days relative to an article's own, by language."""

from __future__ import annotations

import pytest

from briefsmith.evidence.calendar_words import distances_in


@pytest.mark.parametrize(
    ("language", "words", "days"),
    [
        ("en", "They met the day before yesterday.", {-2}),
        ("en", "They met yesterday and meet the day after tomorrow.", {-1, 2}),
        ("fr", "La réunion d'avant-hier a échoué.", {-2}),
        ("fr", "Ils se voient après-demain.", {2}),
        ("de", "Sie trafen sich vorgestern.", {-2}),
        ("de", "Sie treffen sich übermorgen.", {2}),
        ("es", "Se reunieron anteayer.", {-2}),
        ("es", "Se reunieron antes de ayer.", {-2}),
        ("ru", "Они встретились позавчера.", {-2}),
        ("uk", "Вони зустрілися позавчора.", {-2}),
        ("ar", "اجتمعوا أول أمس", {-2}),
        ("ar", "اجتمعوا أول من أمس", {-2}),
        ("ar", "اجتمعوا أمس الأول", {-2}),
        ("ar", "اجتمعوا أمس", {-1}),
        ("zh-Hans", "双方前天举行会谈。", {-2}),
        ("zh", "双方昨天举行会谈。", {-1}),
        ("pl", "Spotkali się przedwczoraj.", set()),
    ],
)
def test_the_longest_words_for_a_day_count(language: str, words: str, days: set[int]) -> None:
    """*The day before yesterday* is two days back, and the *yesterday* in it is not counted as well."""
    assert distances_in(words, language) == days
