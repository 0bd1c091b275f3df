"""The catalogues are complete and sound, and a page gets the interface of its language."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel import Locale
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from briefsmith.pages.language.cldr import language_name, listed, number
from briefsmith.pages.language.dates import date_words
from briefsmith.pages.language.foreign import MarkedWords, unmarked, with_spans
from briefsmith.pages.language.words import ENGLISH, PACKAGED, CatalogueError, Languages
from briefsmith.values.edtf import parse_date
from tools import words as tool

COMPLETE = ("ar", "uk")
FILES = sorted(PACKAGED.glob("*.po"))


def catalogue(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.stem.replace("-", "_"))


def translated(path: Path) -> Iterator[tuple[Message, str, str]]:
    """Every message with its English and each of its translations."""
    for message in catalogue(path):
        if not message.id:
            continue
        if isinstance(message.id, str):
            yield message, message.id, str(message.string)
        else:
            yield from ((message, message.id[-1], form) for form in message.string)


def variables(text: str) -> set[str]:
    """The names of what is put into a message."""
    braces = {name for _, name, _, _ in string.Formatter().parse(text) if name} if "%(" not in text else set()
    return braces | set(re.findall(r"%\((\w+)\)s", text))


def plain_spaces(text: str) -> str:
    """CLDR's spaces that do not break, as plain ones."""
    return " ".join(text.split())


def test_the_two_proofs_are_there() -> None:
    """Arabic, which runs from right to left, and Ukrainian, in Cyrillic, have catalogues."""
    assert {path.stem for path in FILES} >= set(COMPLETE)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_catalogue_holds_the_messages_of_the_sources(path: Path) -> None:
    """No message is missing from a catalogue, and none is left that nobody says."""
    said = {message.id for message in tool.messages() if message.id}
    held = {message.id for message in catalogue(path) if message.id}
    assert held == said, f"run `make words`, then translate what is empty in {path.name}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_catalogue_stands_as_the_tool_writes_it(path: Path) -> None:
    """Every run of the tool leaves a finished catalogue as it is."""
    assert path.read_bytes() == tool.as_file(tool.refreshed(path)), "run `make words`"


@pytest.mark.parametrize("language", COMPLETE)
def test_every_message_is_translated(language: str) -> None:
    """Both languages are complete, all plural forms included, without a guess marked fuzzy."""
    found = catalogue(PACKAGED / f"{language}.po")
    left = tool.missing(found)
    assert left == [], f"translate these in briefsmith/pages/language/locale/{language}.po"
    assert [message.id for message in found if message.id and message.fuzzy] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_translation_has_the_variables_of_its_message(path: Path) -> None:
    """What is put into a message is put into its translation; a plural may say `two` in words."""
    wrong = [
        (english, text)
        for message, english, text in translated(path)
        if text and variables(text) != variables(english) and not (message.pluralizable and not variables(text))
    ]
    assert wrong == []


@pytest.mark.parametrize("language", COMPLETE)
def test_plural_forms_are_those_of_cldr(language: str) -> None:
    """Two counts share a form of the catalogue exactly where CLDR gives them one category.

    CLDR's fourth category of Ukrainian is that of fractions, which nothing here counts.
    """
    plural = Locale(language).plural_form
    words = Languages().words(language)
    pairs = {(words.catalogue.plural(count), plural(count)) for count in range(1000)}
    categories = {category for _, category in pairs}
    assert len(pairs) == len(categories) == {"ar": 6, "uk": 3}[language]


@pytest.mark.parametrize(
    ("page", "interface", "direction"),
    [("ar", "ar", "rtl"), ("ar-EG", "ar", "rtl"), ("uk", "uk", "ltr"), ("en-US", "en", "ltr"), ("fi", "en", "ltr")],
)
def test_a_page_gets_the_closest_interface(page: str, interface: str, direction: str) -> None:
    """The interface is that of the page's language, of its language without the region, or English."""
    words = Languages().words(page)
    assert (words.language, words.direction) == (interface, direction)


def test_counts_take_the_form_that_arabic_asks_for() -> None:
    """None, one, two, a few, many and a hundred each have their own form."""
    words = Languages().words("ar")
    said = [words.plural("%(num)s article", "%(num)s articles", count) for count in (0, 1, 2, 3, 11, 100)]
    assert len(set(said)) == 6


def test_a_site_adds_a_language_of_its_own(tmp_path: Path) -> None:
    """A catalogue in a site's folder is used, and its words go before the package's."""
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
    (tmp_path / "fi.po").write_text(head + 'msgid "Sources"\nmsgstr "Lähteet"\n', encoding="utf-8")
    (tmp_path / "uk.po").write_text(head + 'msgid "Sources"\nmsgstr "Звідки"\n', encoding="utf-8")
    languages = Languages(tmp_path)
    assert [languages.words(tag)("Sources") for tag in ("fi", "uk", "en")] == ["Lähteet", "Звідки", "Sources"]
    assert languages.words("uk")("Timeline") == "Хронологія"
    assert languages.words("fi")("Timeline") == "Timeline"


def test_a_malformed_catalogue_is_named(tmp_path: Path) -> None:
    """What cannot be read is said with its file, not met by a traceback."""
    (tmp_path / "fi.po").write_text("nonsense\n", encoding="utf-8")
    with pytest.raises(CatalogueError, match=r"fi\.po"):
        Languages(tmp_path).words("fi")


@pytest.mark.parametrize(
    ("written", "arabic", "ukrainian"),
    [
        ("2025-11-09", "9 نوفمبر 2025", "9 листопада 2025 р."),
        ("late 2025-10", "أواخر أكتوبر 2025", "кінець жовтня 2025 р."),
        ("2022~", "2022 تقريبًا", "приблизно 2022"),
        ("by 2025-11-09", "بحلول 9 نوفمبر 2025", "не пізніше ніж 9 листопада 2025 р."),
        ("2025-11-09/..", "منذ 9 نوفمبر 2025", "9 листопада 2025 р. – дотепер"),
        ("2024-22", "صيف 2024", "літо 2024 р."),
        ("18XX", "القرن الـ19", "XIX століття"),
        ("199X", "عقد 1990", "1990-ті роки"),
        ("unknown", "التاريخ غير معروف", "дата невідома"),
        ("[2025-11-09, 2025-11-10]", "9 أو 10 نوفمبر 2025", "9 або 10 листопада 2025 р."),
        ("2025-10-28/2025-11-09", "من 28 أكتوبر إلى 9 نوفمبر 2025", "28 жовтня – 9 листопада 2025 р."),
    ],
)
def test_dates_read_native(written: str, arabic: str, ukrainian: str) -> None:
    """Uncertain dates have whole phrases in both languages, around CLDR's months and order."""
    date = parse_date(written)
    said = [plain_spaces(date_words(date, tag, Languages().words(tag))) for tag in COMPLETE]
    assert said == [arabic, ukrainian]


@pytest.mark.parametrize(
    ("language", "written", "words"),
    [
        ("fi", "2025-11-09", "9. marraskuuta 2025"),
        ("ja", "2025-11-09", "2025年11月9日"),
        ("fi", "2025-11-09~", "about 9 November 2025"),
    ],
)
def test_a_language_without_a_catalogue_mixes_no_date(language: str, written: str, words: str) -> None:
    """A plain date is the language's own; one that needs a word is English as a whole."""
    assert date_words(parse_date(written), language, Languages().words(language)) == words


def test_every_language_of_cldr_writes_a_plain_date() -> None:
    """A day can be said in every language that Babel has."""
    day = parse_date("2025-11-09")
    tags = [identifier.replace("_", "-") for identifier in ("en", "ar", "uk", "zh_Hans", "hi", "sw", "fa", "he", "ka")]
    assert all("2025" in date_words(day, tag, Languages().words(tag)) for tag in tags)


@pytest.mark.parametrize(
    ("language", "names", "figure"),
    [("en", "A, B and C", "12,345"), ("uk", "A, B і C", "12 345"), ("ar", "A وB وC", "12,345")],
)
def test_lists_and_numbers_are_the_languages_own(language: str, names: str, figure: str) -> None:
    """CLDR joins lists and groups numbers, which keep Latin digits."""
    assert (listed("ABC", language), plain_spaces(number(12345, language))) == (names, figure)


def test_languages_are_called_by_the_names_of_the_page() -> None:
    """A language's name is that of the page's language, and a tag that CLDR does not know stands for itself."""
    said = [language_name("uk", tag) for tag in (ENGLISH, "ar", "uk")]
    assert said == ["Ukrainian", "الأوكرانية", "українська"]
    assert language_name("qzz", ENGLISH) == "qzz"


def test_english_labels_on_a_foreign_page_say_so() -> None:
    """A label in running text becomes an English element; in an attribute or a title it stays a plain word."""
    said = MarkedWords(ENGLISH)
    html = f'<h2 title="{said("Close")}">{said("Sources")}</h2><title>{said("Sources")}</title>'
    assert with_spans(html, ENGLISH) == (
        '<h2 title="Close"><span lang="en" dir="ltr">Sources</span></h2><title>Sources</title>'
    )
    assert unmarked(said("Sources")) == "Sources"


def test_what_is_put_into_a_label_is_not_called_english() -> None:
    """Names and dates inside a foreign page's label are the page's own."""
    html = MarkedWords(ENGLISH)("reported by %(names)s") % {"names": "Helsingin Sanomat"}
    assert with_spans(html, ENGLISH) == '<span lang="en" dir="ltr">reported by</span> Helsingin Sanomat'
