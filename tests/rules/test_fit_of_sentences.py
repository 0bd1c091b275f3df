"""Fit of a fact's own sentence: its numbers, months and weekdays are those of its quotes; no quote joins two lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefsmith.findings.finding import Finding
from tests.sites import ARTICLE, EXAMPLE, SHEET, check_site, sheet_with, write_site

SHEET_OF = """\
language: {language}
positions: {{}}
events: []
source: {{id: courier, file: seeds/courier.txt, date: 2026-03-03, language: {source}}}
claims:
  - claim: {claim}
    evidence: >-
      {quote}
{rest}"""


def findings_on(
    folder: Path, claim: str, quote: str, rest: str = "", article: str = "", languages: str = "en en"
) -> tuple[Finding, ...]:
    """What is found in a sheet with one claim, on an article that says the quote and no more."""
    language, source = languages.split()
    sheet = sheet_with(SHEET_OF.format(claim=claim, quote=quote, rest=rest, language=language, source=source))
    return check_site(write_site(folder, {SHEET: sheet, ARTICLE: article or f"So it was. {quote} then.\n"})).findings


def codes_on(folder: Path, claim: str, quote: str, rest: str = "", languages: str = "en en") -> list[str]:
    """Their codes, without the one that asks for a translation."""
    found = findings_on(folder, claim, quote, rest, languages=languages)
    return [each.code.number for each in found if each.code.number != "BS315"]


@pytest.mark.parametrize(
    ("claim", "quote", "languages"),
    [
        ("They pay 15 million marks.", "they pay 1.5 million marks", "en en"),
        ("They pay 5 million marks.", "they pay 1.5 million marks", "en en"),
        ("They pay 1.5 billion marks.", "they pay 1.5 million marks", "en en"),
        ("They pay 15 marks.", "they pay 15 million marks", "en en"),
        ("They pay 15m marks.", "they pay 1.5 million marks", "en en"),
        ("They send thirty men.", "they send twenty men", "en en"),
        ("They send two hundred and fifty men.", "they send 350 men to it", "en en"),
        ("There is a 30-day truce.", "there is a 20-day truce", "en en"),
        ("Sie schicken fünfundzwanzig Leute.", "sie schicken 35 Leute hin", "de de"),
        ("Они прислали двести пятьдесят человек.", "они прислали 350 человек туда", "ru ru"),
        ("Ils paient 2,5 millions.", "ils paient 2,5 milliards au port", "fr fr"),
    ],
)
def test_another_number_in_the_sentence_is_told(tmp_path: Path, claim: str, quote: str, languages: str) -> None:
    """A number counts as a whole: with its scale, in words, joined to its noun by a hyphen."""
    assert codes_on(tmp_path, claim, quote, languages=languages) == ["BS319"]


@pytest.mark.parametrize(
    ("claim", "quote", "languages"),
    [
        ("They pay 1,500,000 marks.", "they pay 1.5 million marks", "en en"),
        ("They pay 2.5 million marks.", "sie zahlen 2,5 Mio. Mark", "en de"),
        ("They pay between 2 million and 3 million.", "they pay 2 to 3 million marks", "en en"),
        ("Ze betalen 3,2 miljoen.", "they pay 3.2 million marks", "nl en"),
        ("They send twenty men.", "they send 20 men to it", "en en"),
        ("The truce lasts 30 days.", "a truce of thirty days it is", "en en"),
        ("In 2014 it was 500 men.", "in 2014 500 men came here", "en en"),
        ("They send F-16 jets, both of them, to two towns.", "they send jets to it", "en en"),
        ("Dozens of men came in the last quarter.", "many men came to it", "en en"),
        ("Ils envoient soixante-quinze hommes.", "ils envoient 75 hommes là", "fr fr"),
        ("Они прислали двести пятьдесят человек.", "они прислали 250 человек туда", "ru ru"),
        ("They met in 2026.", "they met on 2 March here", "en en"),
    ],
)
def test_the_same_number_may_be_written_in_another_way(tmp_path: Path, claim: str, quote: str, languages: str) -> None:
    """In digits, words, scales and ranges; names, rough words and the article's own year are no numbers."""
    assert codes_on(tmp_path, claim, quote, languages=languages) == []


@pytest.mark.parametrize(
    ("claim", "quote", "rest", "codes"),
    [
        ("They pay by July.", "they pay by June it says", "", ["BS320"]),
        ("They pay in late May.", "they pay on 6 April it says", "", ["BS320"]),
        ("They pay on Friday.", "they pay on Tuesday it says", "", ["BS320"]),
        ("They pay by June.", "they pay by 12 June it says", "", []),
        ("They pay in May.", "they pay on 6.5. it says", "", []),
        ("They pay in March.", "they pay by the end of the month", "", []),
        ("They pay on Friday.", "they pay on 6 March it says", "", []),
        ("They pay on Friday.", "they pay on Tuesday it says", "    note: The desk asked.\n", []),
        ("They march on Sella and pay.", "they go to Sella and pay", "", []),
    ],
)
def test_times_in_the_sentence_are_those_of_the_quote(
    tmp_path: Path, claim: str, quote: str, rest: str, codes: list[str]
) -> None:
    """A month that nothing states, or another weekday, is told; verbs and the month of the article are not."""
    assert codes_on(tmp_path, claim, quote, rest) == codes


@pytest.mark.parametrize(
    ("quote", "article", "rest", "part"),
    [
        ("talks fail Holt said", "Arven talks fail\n\nHolt said it is open.\n", "", "talks fail"),
        ("talks fail Holt said it is", "Arven talks fail\r\nHolt said it is open.\r\n", "", "Holt said it is"),
        ("فشلت المحادثات قال هولت", "فشلت المحادثات\n\nقال هولت إنها مفتوحة.\n", "", "فشلت المحادثات"),
        ("talks fail Holt said", "Arven talks fail\n\nHolt said it is open.\n", "    note: One line.\n", None),
        ("talks fail. Holt said", "Arven talks fail.\n\nHolt said it is open.\n", "", None),
        ("talks fail: Holt said", "Arven talks fail:\n\nHolt said it is open.\n", "", None),
        ("talks that fail now", "Arven has talks\n\nthat fail now.\n", "", None),
    ],
)
def test_a_quote_does_not_join_a_headline_to_the_text(
    tmp_path: Path, quote: str, article: str, rest: str, part: str | None
) -> None:
    """Words from two paragraphs make no sentence unless a sign ends the first; the fix keeps the longer part."""
    found = findings_on(tmp_path, "They talk.", quote, rest, article)
    assert [each.code.number for each in found] == ([] if part is None else ["BS322"])
    assert [each.fix.edits[0].text for each in found if each.fix] == ([] if part is None else [part])


def test_a_headline_may_be_quoted_by_itself(tmp_path: Path) -> None:
    """A headline and a caption are evidence like any sentence of the file."""
    quote = "Arven talks fail in Sella"
    assert findings_on(tmp_path, "They talk.", quote, article=f"{quote}\n\n{EXAMPLE[ARTICLE]}") == ()
