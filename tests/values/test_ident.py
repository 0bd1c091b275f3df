"""Ids: what may name a thing, what must not, and the anchors of things without one."""

from __future__ import annotations

import contextlib
import hashlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefsmith.values.ident import RESERVED, Anchors, IdError, anchor, check_id, id_from_stem, is_id

HOSTILE = [
    "", " ", ".", "..", "../x", "..\\x", "../../etc/passwd", "/etc/passwd", "\\\\server\\share", "C:\\x", "c:x",
    "%2e%2e", "%2e%2e%2fx", "..%2fx", "%00", "a\x00b", "a\nb", "a\n", "a\tb", "a b", "a/b", "a\\b", "a.b", "a.", "a:b",
    "a*b", "a?b", "a#b", "a&b", "a<b", 'a"b', "a|b", "~", "~root", "$HOME", "${x}", "{{x}}", "-a", "-", "--help", "_a",
    "A", "Lavrov", "é", "e\u0301", "а", "ｘ", "１", "²", "ß", "a\u202eb", "a\u200bb", "\ufeffa",
    "a\u00adb", "a\U000e0041",
    "x" * 65, "x" * 300, "con", "prn", "aux", "nul", "com1", "lpt9", "com0", "index", "readme", "404",
    "....//x", "..;/x", "x/../y", "x/", "file:x", "http://x", "javascript:x", "\u2025/x", "\uff0e\uff0e/x", "x\u2215y",
]  # fmt: skip


@pytest.mark.parametrize("text", ["a", "0", "lavrov-rubio", "reuters-1109", "a-", "x" * 64, "con-man", "index-2"])
def test_small_letters_digits_and_hyphens_are_an_id(text: str) -> None:
    """The grammar's own words pass."""
    check_id(text)
    assert is_id(text)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_id_is_refused(text: str) -> None:
    """Paths, escapes, controls, look-alikes and reserved names are no ids, and the message hides nothing."""
    with pytest.raises(IdError) as caught:
        check_id(text)
    assert caught.value.message.isprintable()
    assert caught.value.help
    assert not is_id(text)


def test_the_message_proposes_an_id() -> None:
    """A name in capitals and spaces gets the id it would make."""
    with pytest.raises(IdError) as caught:
        check_id("Lavrov Rubio")
    assert (caught.value.message, caught.value.help) == ("`Lavrov Rubio` is no id", "write `lavrov-rubio`")


@pytest.mark.parametrize(
    ("stem", "made"),
    [
        ("lavrov-rubio-call", "lavrov-rubio-call"),
        ("Reuters 2025.11.09", "reuters-2025-11-09"),
        ("_draft", "draft"),
        ("Réuters", "r-uters"),
        ("Re\u0301uters", "r-uters"),
        ("x" * 80, "x" * 64),
    ],
)
def test_a_stem_becomes_an_id(stem: str, made: str) -> None:
    """A stem is lower-cased and everything else becomes a hyphen, however its letters are composed."""
    assert id_from_stem(stem) == made


@pytest.mark.parametrize("stem", ["", "---", "Лавров", "CON", "index"])
def test_a_stem_without_usable_characters_is_refused(stem: str) -> None:
    """No id is invented where the stem has none or only a reserved one."""
    with pytest.raises(IdError, match="no id can be made from the file name"):
        id_from_stem(stem)


@given(st.text())
def test_whatever_a_stem_makes_is_an_id(stem: str) -> None:
    """A stem gives an id or an error, never a bad name."""
    with contextlib.suppress(IdError):
        assert is_id(id_from_stem(stem))


def test_an_anchor_is_the_hash_of_the_parts_joined_by_the_unit_separator() -> None:
    """The anchor is stable and can be computed elsewhere."""
    digest = hashlib.sha256(b"position\x1frussia\x1fterritory").hexdigest()
    assert anchor("f", "position", "russia", "territory") == f"f-{digest[:8]}"


def test_parts_do_not_run_into_each_other() -> None:
    """Moving a letter from one part to the next changes the anchor."""
    assert anchor("f", "ab", "c") != anchor("f", "a", "bc")


def test_equal_anchors_are_numbered_in_order() -> None:
    """The second of the same parts gets -2, and others are not counted with it."""
    anchors = Anchors()
    taken = [
        anchors.take("s", "same"),
        anchors.take("s", "other"),
        anchors.take("s", "same"),
        anchors.take("s", "same"),
    ]
    base = anchor("s", "same")
    assert taken == [base, anchor("s", "other"), f"{base}-2", f"{base}-3"]


def test_every_reserved_name_would_otherwise_be_an_id() -> None:
    """The list holds nothing that the grammar refuses anyway."""
    assert all(re.fullmatch("[a-z0-9-]+", name) for name in RESERVED)
