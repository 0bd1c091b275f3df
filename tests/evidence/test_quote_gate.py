"""The quote gate: what stands in a source, and what only seems to."""

from __future__ import annotations

import unicodedata

import pytest

from briefsmith.evidence.matching import Match, MatchKind, Miss, MissKind, locate
from briefsmith.model.evidence import Quote
from briefsmith.text.normal import NormalText


def found(exact: str, text: str, **context: str) -> tuple[MatchKind | MissKind, str]:
    """How the gate decides, and the source's own slice where it accepts."""
    result = locate(Quote(exact, **context), NormalText(text))  # type: ignore[arg-type]
    return result.kind, text[result.start : result.end] if isinstance(result, Match) else ""


def places(exact: str, text: str, **context: str) -> list[str]:
    """The slices that a refusal shows."""
    result = locate(Quote(exact, **context), NormalText(text))  # type: ignore[arg-type]
    assert isinstance(result, Miss)
    return [text[start:end] for start, end in result.spans]


@pytest.mark.parametrize(
    ("exact", "source"),
    [
        ("will not accept", "will not accept"),
        ("will not accept", "will\nnot\r\naccept"),
        ("will\n  not accept", "will not accept"),
        ("  will not accept\n", "will not accept"),
        ("in 48 hours", "in 48\u00a0hours"),
        ("in 48 hours", "in\u202f48\u2007hours"),
        ("in 48 hours", "in \u200b48 \u2028 hours"),
        ("a r\u00e9sum\u00e9", "a re\u0301sume\u0301"),
        ("a re\u0301sume\u0301", "a r\u00e9sum\u00e9"),
        ("\u0439 \u0451", "\u0438\u0306 \u0435\u0308"),
        ("\uac01\uac00", "\u1100\u1161\u11a8\u1100\u1161"),
        ("zero width", "ze\u200bro\u200c wi\u2060dth"),
        ("قال نعم", "\u200fقال\u200e نعم\u061c"),
        ("left to right", "\u202aleft \u2066to\u2069 right\u202c"),
        ("caf\u00e9", "cafe\u200d\u0301"),
    ],
)
def test_white_space_composition_and_marks_do_not_matter(exact: str, source: str) -> None:
    """Found exactly, and the span is the file's own slice."""
    kind, slice_ = found(exact, f"He said {source}, they say.")
    assert kind is MatchKind.EXACT
    assert slice_.strip("\u200b\u200e\u200f\u061c\u202a\u202c") == source.strip("\u200b\u200e\u200f\u061c\u202a\u202c")


@pytest.mark.parametrize(
    ("exact", "source"),
    [
        ('Kyiv\'s "allies"', "Kyiv’s “allies”"),
        ("Kyiv’s “allies”", 'Kyiv\'s "allies"'),
        ('dit "non" hier', "dit «non» hier"),
        ('sagte "nein" und', "sagte „nein“ und"),
        ("its own - Donbass", "its own – Donbass"),
        ("its own – Donbass", "its own — Donbass"),
        ("full-scale", "full\u2011scale"),
        ("at -5 degrees", "at \u22125 degrees"),
        ("cooperation", "co\u00adop\u00ader\u00ada\u00adtion"),
        ("waiting...", "waiting…"),
        ("waiting…", "waiting..."),
        ("l'Ukraine", "l\u02bcUkraine"),
        ("Moscow's demand", "Moscow’s demand"),
    ],
)
def test_typographic_twins_are_found_and_shown_as_the_source_has_them(exact: str, source: str) -> None:
    """Accepted as normalised; the slice keeps the source's spelling."""
    assert found(exact, f"He said {source} again.") == (MatchKind.NORMALISED, source)
    assert found(exact, f"He said—{source}—again.") == (MatchKind.NORMALISED, source)


@pytest.mark.parametrize("exact", ["russia will", "RUSSIA will", "Russia Will", "Russian will", "Russia wil"])
def test_case_and_words_are_never_folded(exact: str) -> None:
    """Neither letters in another case nor other forms of a word."""
    assert found(exact, "Russia will not accept it.")[0] in {MissKind.ABSENT, MissKind.CUTS_WORD}


@pytest.mark.parametrize("exact", ["", " ", "\n", "\u200b", "\u00ad", "\ufeff\u200f"])
def test_an_empty_quote_is_never_found(exact: str) -> None:
    """Also where it only looks as if it held something."""
    assert isinstance(found(exact, "Russia \u00adwill not")[0], MissKind)


TWICE = "The dam is shut. He said the dam is shut, and then the dam is shut again."


def test_a_quote_that_stands_twice_is_ambiguous() -> None:
    """The refusal shows every place."""
    assert found("dam is shut", TWICE)[0] is MissKind.TWICE
    assert places("dam is shut", TWICE) == ["dam is shut"] * 3


@pytest.mark.parametrize(
    ("context", "before"),
    [
        ({"prefix": "He said the"}, "He said the "),
        ({"prefix": "said  the "}, "He said the "),
        ({"suffix": ", and"}, "He said the "),
        ({"suffix": " again."}, "and then the "),
        ({"prefix": "the", "suffix": "again"}, "and then the "),
        ({"prefix": "The"}, ""),
    ],
)
def test_prefix_and_suffix_single_out_one_place(context: dict[str, str], before: str) -> None:
    """They are matched like the quote, white space apart."""
    result = locate(Quote("dam is shut", **context), NormalText(TWICE))  # type: ignore[arg-type]
    assert isinstance(result, Match)
    assert TWICE[: result.start].endswith(before or "The ")


@pytest.mark.parametrize("context", [{"prefix": "the"}, {"prefix": "nowhere"}, {"suffix": "is"}, {"prefix": "tHe"}])
def test_a_context_that_singles_out_no_place_is_refused(context: dict[str, str]) -> None:
    """Neither two places nor none is one place."""
    assert found("dam is shut", TWICE, **context)[0] is MissKind.TWICE


def test_context_is_folded_with_its_quote() -> None:
    """Straight marks in quote and prefix find curly ones."""
    text = "Kyiv’s plan and Moscow’s plan, Kyiv’s “plan” too"
    assert found("plan", text, prefix="Moscow’s") == (MatchKind.EXACT, "plan")
    assert found('"plan"', text, prefix="Kyiv's") == (MatchKind.NORMALISED, "“plan”")


@pytest.mark.parametrize(
    ("exact", "kind"),
    [
        ("Russia will ... accept a ceasefire", MissKind.ELLIPSIS),
        ("Russia will … accept a ceasefire", MissKind.ELLIPSIS),
        ("Russia will […] accept a ceasefire", MissKind.ELLIPSIS),
        ("Russia will [ ... ] accept a ceasefire", MissKind.ELLIPSIS),
        ("… accept a ceasefire", MissKind.ELLIPSIS),
        ("Russia [the state] will not accept", MissKind.BRACKET),
        ("[Moscow] will not accept", MissKind.BRACKET),
        ("Russia will accept a ceasefire", MissKind.ABSENT),
        ("Russia will not accept the ceasefire", MissKind.ABSENT),
        ("not will Russia accept a ceasefire", MissKind.ABSENT),
        ("accept a ceasefire Russia will not", MissKind.ABSENT),
        ("Russia will not accept a cease-fire", MissKind.ABSENT),
        ("Russia will not accept a ceasefire!", MissKind.ABSENT),
        ("Russiа will not accept a ceasefire", MissKind.ABSENT),
        ("Russia will nоt accept a ceasefire", MissKind.ABSENT),
        ("Ｒussia will not accept", MissKind.ABSENT),
        ("ussia will not acc", MissKind.CUTS_WORD),
        ("will not acc", MissKind.CUTS_WORD),
        ("ussia will not", MissKind.CUTS_WORD),
        ("Russia will not accept a", MatchKind.EXACT),
        ("will not accept a ceasefire.", MatchKind.EXACT),
    ],
)
def test_what_the_source_does_not_say_is_refused(exact: str, kind: MissKind | MatchKind) -> None:
    """Left out, put in, swapped, respelt, look-alike or cut: nothing of it stands in the source."""
    assert found(exact, "He said: Russia will not accept a ceasefire. Kyiv will.")[0] is kind


def test_an_ellipsis_of_the_source_may_be_quoted() -> None:
    """Only the editor's own ellipsis is an error."""
    assert found("wait ... and see", "We wait ... and see, he said.") == (MatchKind.EXACT, "wait ... and see")
    assert found("told [the press]", "He told [the press] no.") == (MatchKind.EXACT, "told [the press]")


def test_a_part_of_the_ellipsis_character_is_no_quote() -> None:
    """The span would say more than the quote."""
    assert found("and then..", "and then… he")[0] is MissKind.CUTS_WORD


@pytest.mark.parametrize(
    ("exact", "text"),
    [
        # Latin
        ("Ukraine", "l’Ukraine et l’Europe"),
        ("Ukraine", "dell'Ukraine"),
        ("Russia", "Russia’s plan"),
        ("he said", "“he said”"),
        ("said no", "he said—said no—again"),
        ("it", "it's time"),
        ("Paris", "(Paris)"),
        ("pro-Russian movement", "a pro-Russian movement"),
        ("the U.S.", "in the U.S. today"),
        ("Путин заявил", "В.Путин заявил"),
        ("19%", "about 19% of"),
        # numbers
        ("1,500 men", "lost 1,500 men"),
        ("500 men", "In 2014 500 men"),
        ("2014", "since 2014, when"),
        ("2014", "in 2014."),
        ("-5 degrees", "at -5 degrees"),
        ("10-15 men", "of 10-15 men"),
        ("2 500 000", "lost 2 500 000 men"),
        ("€2,000 went", "of €2,000 went"),
        ("20€", "for 20€ each"),
        ("by 5", "by 5 % of"),
        # dashes and lists
        ("Ukraine war", "the Russia–Ukraine war"),
        ("Holt said", "the dam -\nHolt said"),
        ("item one", "- item\n- item one"),
        # Arabic and Hebrew prefixes
        ("روسيا", "قالت وروسيا"),
        ("بيان", "في البيان اليوم"),
        ("وزير", "قال الوزير"),
        ("רוסיה", "נאמר ברוסיה היום"),
        ("לא יקבל", "אמר שלא יקבל"),
        ("لن يقبل", "قال ولن يقبل"),
        # scripts without spaces: anywhere
        ("俄罗斯", "他说俄罗斯不接受"),
        ("停火", "不接受停火协议"),
        ("ロシアは", "昨日ロシアは言った"),
        ("ไทย", "ประเทศไทยไม่"),
        ("500人", "有500人在"),
        # marks stay with their letters
        ("रूस ने कहा", "कल रूस ने कहा।"),
    ],
)
def test_a_whole_word_is_found(exact: str, text: str) -> None:
    """Where words, numbers and compounds end, in each script's own way."""
    assert found(exact, text) == (MatchKind.EXACT, exact)


@pytest.mark.parametrize(
    ("exact", "text"),
    [
        # letters and marks
        ("ussia", "Russia said"),
        ("Russ", "Russia said"),
        ("оссия", "Россия не"),
        ("Росс", "Россия не"),
        ("λλάδα", "Ελλάδα"),
        ("q", "q\u0301 is"),
        ("\u0301 is", "q\u0301 is"),
        ("क", "की बात"),
        ("नह", "नहीं कहा"),
        ("acceptable", "un\u00adacceptable now"),
        ("un", "un\u00adacceptable now"),
        ("snake", "snake_case here"),
        # negations and contractions
        ("we can", "we can’t accept"),
        ("we can", "we can't accept"),
        ("we can", "we cannot accept"),
        ("t accept", "we can’t accept"),
        ("ve seen", "they've seen it"),
        ("accepte", "il n’accepte pas"),
        ("accepte", "N'accepte pas"),
        ("hui", "aujourd’hui"),
        ("ять", "має п’ять"),
        ("aligned states", "non-aligned states"),
        ("aligned states", "non\u2011aligned states"),
        ("Russian", "anti-Russian"),
        ("non", "non-aligned"),
        ("S. forces", "the U.S. forces"),
        ("the U", "the U.S. forces"),
        # numbers
        ("500 men", "lost 1,500 men"),
        ("500 men", "lost 1.500 men"),
        ("500 men", "lost 1’500 men"),
        ("500 men", "lost 1 500 men"),
        ("500 men", "lost 1\u00a0500 men"),
        ("500 000 men", "lost 2 500 000 men"),
        ("lost 2 500", "lost 2 500 000 men"),
        ("lost 2", "lost 2 500 men"),
        ("lost 1", "lost 1,500 men"),
        ("lost 19", "lost 19.5 men"),
        ("5 degrees", "at -5 degrees"),
        ("5 degrees", "at \u22125 degrees"),
        ("5 degrees", "at +5 degrees"),
        ("5 per cent", "a .5 per cent"),
        ("15 men", "of 10-15 men"),
        ("15 men", "of 10–15 men"),
        ("10", "of 10–15 men"),
        ("30", "at 12:30"),
        ("3", "in 3/4 of"),
        ("1", "1½ cups"),
        ("16", "an F-16 jet"),
        ("19", "COVID-19"),
        ("٥٠٠", "عدد ١٬٥٠٠ رجل"),
        ("５００", "１，５００人"),
        ("五十人", "一百五十人"),
        ("3", "有3亿人"),
        ("rose by 5", "rose by 5% in"),
        ("5", "by 5‰ in"),
        ("2,000 went", "of €2,000 went"),
        ("$20", "for HK$20 each"),
        ("20", "for 20€ each"),
        ("5 men", "with ±5 men"),
        # words divided at the end of a line
        ("likely to accept", "un-\nlikely to accept"),
        ("likely to accept", "un-\r\n  likely to accept"),
        ("likely to accept", "un\u00ad\nlikely to accept"),
        ("it is un", "it is un-\nlikely"),
        ("it is un-", "it is un-\nlikely"),
        ("it is un", "it is un\u00ad\nlikely"),
        ("nuclear states", "non–nuclear states"),
        # Arabic and Hebrew: never into or through a negation
        ("ن يقبل", "لن يقبل"),
        ("ا يقبل", "لا يقبل"),
        ("ن يقبل", "فلن يقبل"),
        ("يقبل", "قال لايقبل"),
        ("א יקבל", "הוא לא יקבל"),
        ("לי הסכם", "בלי הסכם"),
        ("צה", 'דובר צה"ל אמר'),
        ("ל אמר", "דובר צה״ל אמר"),
        # a negation stays with what it negates also where nothing is written between words
        ("接受停火", "俄罗斯不接受停火"),
        ("受け入れ", "彼は受け入れない"),
        ("รับข้อเสนอ", "ไม่รับข้อเสนอ"),
    ],
)
def test_a_part_of_a_word_is_refused(exact: str, text: str) -> None:
    """A cut inside a word, number or compound changes what is said."""
    kind, _ = found(exact, text)
    assert kind is MissKind.CUTS_WORD
    assert places(exact, text)


@pytest.mark.parametrize(
    ("exact", "text"),
    [
        ("1,500 men", "lost 1.500 men"),
        ("1.500 men", "lost 1,500 men"),
        ("1500 men", "lost 1,500 men"),
        ("1,500 men", "lost 1 500 men"),
        ("15:00", "at 15.00"),
        ("500", "１，５００人"),
        ("5%", "about 5 %"),
        ("can accept", "we can’t accept"),
    ],
)
def test_another_number_is_absent(exact: str, text: str) -> None:
    """Digits and the punctuation inside numbers are exact."""
    assert found(exact, text)[0] is MissKind.ABSENT


@pytest.mark.parametrize("exact", ["it is un- likely", "un- likely to"])
def test_a_divided_word_may_be_quoted_whole(exact: str) -> None:
    """The end of a line is a space here as everywhere."""
    assert found(exact, "it is un-\nlikely to")[0] is MatchKind.EXACT


def test_a_part_of_a_word_does_not_hide_the_whole_one() -> None:
    """`Russia` in `Russian` neither counts nor makes the quote ambiguous."""
    assert found("Russia", "The Russian plan is Russia’s.") == (MatchKind.EXACT, "Russia")


def test_what_is_found_exactly_is_not_searched_folded() -> None:
    """A straight quote that stands once is found, though a curly twin stands elsewhere."""
    text = "Kyiv’s plan. Kyiv's plan."
    assert found("Kyiv's plan", text) == (MatchKind.EXACT, "Kyiv's plan")
    assert found("Kyiv`s plan", text)[0] is MissKind.TWICE


def test_a_composed_and_a_decomposed_source_give_the_same_words() -> None:
    """NFC or NFD in the file: the same quote, each file's own slice."""
    text = "Она сказала: Россия и Украина, ещё раз. Ça suffit, résumé."
    for form in ("NFC", "NFD"):
        source = unicodedata.normalize(form, text)
        for exact in ("ещё раз", "Ça suffit, résumé"):
            kind, slice_ = found(exact, source)
            assert (kind, unicodedata.normalize("NFC", slice_)) == (MatchKind.EXACT, exact)
