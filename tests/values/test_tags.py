"""Codes: languages, countries, items, licences and markings."""

from __future__ import annotations

import pytest

from briefsmith.values.tags import (
    Tlp,
    direction,
    is_country,
    is_language,
    is_licence,
    is_open_licence,
    is_wikidata_item,
)


@pytest.mark.parametrize("tag", ["en", "en-GB", "zh-Hant-TW", "sr-Latn", "es-419", "de-CH-1996", "sl-rozaj", "x-desk",
                                 "en-u-ca-gregory", "en-x-desk", "zh-yue", "ckb"])  # fmt: skip
def test_a_language_tag_is_well_formed(tag: str) -> None:
    """The tags of RFC 5646 pass."""
    assert is_language(tag)


@pytest.mark.parametrize("tag", ["", "e", "english language", "en_GB", "en-", "-en", "en--GB", "en-GB-", "12", "en\n",
                                 "en-x", "ен", "../en"])  # fmt: skip
def test_what_is_no_language_tag_is_refused(tag: str) -> None:
    """Underscores, names and broken tags fail."""
    assert not is_language(tag)


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en", "ltr"), ("ar", "rtl"), ("AR-eg", "rtl"), ("fa", "rtl"), ("he", "rtl"), ("ur-PK", "rtl"), ("ckb", "rtl"),
        ("ku", "ltr"), ("ku-Arab", "rtl"), ("az-Arab-IR", "rtl"), ("ar-Latn", "ltr"), ("yi", "rtl"), ("ru", "ltr"),
        ("uz-Cyrl", "ltr"), ("ff-Adlm", "rtl"), ("dv", "rtl"),
    ],
)  # fmt: skip
def test_a_language_has_a_direction(tag: str, expected: str) -> None:
    """The script subtag decides, without one the language."""
    assert direction(tag) == expected


@pytest.mark.parametrize(("text", "good"), [("Q42", True), ("Q0", False), ("q42", False), ("Q", False), ("Q4\n", False),
                                            ("P31", False), ("Q٤٢", False)])  # fmt: skip
def test_an_item_is_q_and_a_number(text: str, good: bool) -> None:
    """Only items have the form, not properties."""
    assert is_wikidata_item(text) is good


@pytest.mark.parametrize(("text", "good"), [("RU", True), ("us", False), ("USA", False), ("U", False), ("ÄÖ", False)])
def test_a_country_is_two_capitals(text: str, good: bool) -> None:
    """ISO 3166-1 alpha-2 has two capital letters of ASCII."""
    assert is_country(text) is good


@pytest.mark.parametrize("text", ["CC0-1.0", "CC-BY-4.0", "CC-BY-SA-3.0-DE", "ODbL-1.0", "OGL-UK-3.0", "PDDL-1.0",
                                  "public domain", "Public Domain", "LicenseRef-public-domain"])  # fmt: skip
def test_open_licences_are_open(text: str) -> None:
    """Licences that allow everything are open, and are licences."""
    assert is_licence(text)
    assert is_open_licence(text)


@pytest.mark.parametrize("text", ["CC-BY-NC-4.0", "CC-BY-ND-4.0", "CC-BY-NC-SA-4.0", "LicenseRef-reuters",
                                  "LicenseRef-CC0", "all-rights-reserved"])  # fmt: skip
def test_other_licences_are_not_open(text: str) -> None:
    """Restricted and private licences are licences and not open."""
    assert is_licence(text)
    assert not is_open_licence(text)


@pytest.mark.parametrize("text", ["", "all rights reserved", "© Reuters", "LicenseRef-", "CC BY 4.0", "-x"])
def test_words_are_no_licence(text: str) -> None:
    """Free words have no form of a licence."""
    assert not is_licence(text)


def test_markings_are_ordered() -> None:
    """A stricter marking is greater."""
    assert sorted({Tlp.RED, *Tlp}) == [Tlp.CLEAR, Tlp.GREEN, Tlp.AMBER, Tlp("AMBER+STRICT"), Tlp.RED]
    assert max(Tlp.AMBER_STRICT, Tlp.AMBER) is Tlp.AMBER_STRICT
    assert Tlp.GREEN <= Tlp.GREEN
