"""YAML as a tree of texts, and where each of them stands."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefsmith.text.file import TextFile
from briefsmith.text.yamltree import MAX_DEPTH, YamlFault, read_yaml, spot_of

_TREACHEROUS = """
no NO yes on off y n true false null ~ = << 2014 010 0777 0o17 0x1F 1e3 12e7 1.10 .nan .inf -.inf 1_000 +1 -0
12:30 12:30:45 1:20 190:20:30 2025-08-15 2026-02-30 2025-10~ 2025-08-15T10:00:00Z 17XX/18XX
"""
TREACHEROUS = _TREACHEROUS.split()


def only_fault(text: str) -> YamlFault:
    """The one fault of a text."""
    faults = read_yaml(text).faults
    assert len(faults) == 1, faults
    return faults[0]


@pytest.mark.parametrize("text", TREACHEROUS)
def test_a_plain_value_stays_the_text_that_was_written(text: str) -> None:
    """Norway, switches, sexagesimal, octal, exponents, dates: the schema decides what they mean."""
    read = read_yaml(f"a: {text}\nb: [{text}, {text}]\n")
    assert (read.tree, read.faults) == ({"a": text, "b": [text, text]}, [])


@pytest.mark.parametrize("text", ["on", "no", "2014", "1e3", "~", "12:30"])
def test_a_key_stays_the_text_that_was_written(text: str) -> None:
    """`on:` is no truth value."""
    assert read_yaml(f"{text}: x\n").tree == {text: "x"}


def test_nothing_is_an_empty_text() -> None:
    """A key without a value has the empty text; the schema says whether that will do."""
    assert read_yaml("a:\nb: ''\nc: [~, ]\n").tree == {"a": "", "b": "", "c": ["~"]}


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("a: 1\nb: 2\na: 3\n", ("a",)),
        ("x:\n  y:\n    - a: 1\n      a: 2\n", ("x", "y", 0, "a")),
        ("x: {a: 1, 'a': 2}\n", ("x", "a")),
        ('"a": 1\na: {b: 2}\n', ("a",)),
        ("<<: {a: 1}\n<<: {b: 1}\n", ("<<",)),
        ('"\\x61": 1\na: 2\n', ("a",)),
    ],
)
def test_a_doubled_key_is_a_fault_that_knows_both_places(text: str, path: tuple[str | int, ...]) -> None:
    """At any depth and in any style; the first value stays."""
    read = read_yaml(text, places=True)
    (fault,) = read.faults
    assert fault.kind == "duplicate-key"
    spot = read.spots[path]
    assert fault.first == (spot.key_start, spot.key_end)
    assert fault.start > spot.start
    value = read.tree
    for step in path:
        value = value[step]  # type: ignore[index]
    assert value in ("1", {"a": "1"})


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("a: *b\n", "alias"),
        ("a: &a [*a]\n", "alias"),
        ("a: &x 1\nb: *x\n", "alias"),
        ("a:\n  <<: *x\n", "alias"),
        ("a: !!python/object/apply:os.system [ls]\n", "tag"),
        ("a: !!python/name:os.system\n", "tag"),
        ("a: !!str 1\n", "tag"),
        ("a: !mine {b: 1}\n", "tag"),
        ("!!map {a: 1}\n", "tag"),
        ("!!binary a: 1\n", "tag"),
        ("a: 1\n---\nb: 2\n", "several-documents"),
        ("---\na: 1\n...\n---\n", "several-documents"),
        ("", "no-mapping"),
        ("# only a remark\n", "no-mapping"),
        ("---\n", "no-mapping"),
        ("just words\n", "no-mapping"),
        ("- a\n- b\n", "no-mapping"),
        ("a: 1\x00\n", "control-character"),
        ("a: \x1b[31m\n", "control-character"),
        ("a: \x85b\x84\n", "control-character"),
        ("a: \ud800\n", "control-character"),
        ("? [a]\n: 1\n", "syntax"),
        ("{a: 1}: 2\n", "syntax"),
        ("a: b: c\n", "syntax"),
        ("a: 'open\n", "syntax"),
        ("a:\n\tb: 1\n", "syntax"),
        ("a: [1, 2\n", "syntax"),
        ("a: @x\n", "syntax"),
        ("a: %x\n", "syntax"),
        ('a: "Anti-Western" is the word\n', "syntax"),
        ("%YAML 3.0\n---\na: 1\n", "syntax"),
    ],
)
def test_what_is_no_plain_document_is_one_fault(text: str, kind: str) -> None:
    """Nothing is constructed and nothing raised; the fault lies inside the file and has a cure."""
    fault = only_fault(text)
    assert fault.kind == kind
    assert fault.help
    assert 0 <= fault.start <= fault.end <= len(text) + 1


@pytest.mark.parametrize(
    "bomb",
    [
        "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]\n" for n in range(1, 30)),
        "a: &a [" + "*a, " * 10_000 + "]\n",
        "a: &a {b: *a}\n",
    ],
)
def test_a_bomb_of_aliases_is_refused_at_its_first(bomb: str) -> None:
    """No alias is ever followed."""
    assert only_fault(bomb).kind == "alias"


DEEP = """\
import resource, sys, time
from briefsmith.text.yamltree import read_yaml
unit, count = sys.argv[1].encode().decode("unicode_escape"), int(sys.argv[2])
text = "".join(" " * n + "a:\\n" for n in range(count)) if unit == "lines" else "a: " + unit * count
began = time.perf_counter()
faults = read_yaml(text, places=True).faults
assert [fault.kind for fault in faults] in (["limit"], ["syntax"]), faults
print(time.perf_counter() - began)
"""


@pytest.mark.parametrize("count", [1_000, 100_000, 1_000_000])
@pytest.mark.parametrize("unit", ["[", "{a: ", "[{", "- ", "? "])
def test_deep_nesting_is_one_fault(unit: str, count: int) -> None:
    """Neither the stack nor the process ends, and it takes no time."""
    _run_deep(unit, count)


@pytest.mark.parametrize("count", [1_000, 3_000])
def test_deep_blocks_of_lines_are_one_fault(count: int) -> None:
    """Block mappings, whose text grows with the square of their depth."""
    _run_deep("lines", count)


def _run_deep(unit: str, count: int) -> None:
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", DEEP, unit, str(count)],
        cwd=root,
        capture_output=True,
        text=True,
        timeout=10,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-600:]


def test_nesting_up_to_the_limit_is_read() -> None:
    """The limit is far above what a sheet needs."""
    assert read_yaml("a: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1)).faults == []


PLACES = """\
# Überschrift 😀
plain: naïve text
"quoted key": 'single’s'
double: "zwei \\" \\u00e4"
folded: >-
  one
  two
literal: |
  three

list:
  - erstes
  - {inner: wert, other: [x, "y"]}
empty:
last: 終わり
"""


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("path", "key", "value", "style"),
    [
        (("plain",), (2, 1), (2, 8), ""),
        (("quoted key",), (3, 1), (3, 15), "'"),
        (("double",), (4, 1), (4, 9), '"'),
        (("folded",), (5, 1), (5, 9), ">"),
        (("literal",), (8, 1), (8, 10), "|"),
        (("list", 0), None, (12, 5), ""),
        (("list", 1, "inner"), (13, 6), (13, 13), ""),
        (("list", 1, "other"), (13, 19), (13, 26), None),
        (("list", 1, "other", 1), None, (13, 30), '"'),
        (("last",), (15, 1), (15, 7), ""),
    ],
)
def test_keys_and_values_know_their_places(
    end: str, path: tuple[str | int, ...], key: tuple[int, int] | None, value: tuple[int, int], style: str | None
) -> None:
    """In every style of scalar, behind letters of several bytes, with every kind of line end."""
    file = TextFile("a", PLACES.replace("\n", end))
    spot = read_yaml(file.text, places=True).spots[path]
    assert file.position(spot.start) == value
    assert (file.position(spot.key_start) if spot.key_start is not None else None) == key
    assert spot.style == style


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_spot_holds_the_scalar_as_it_is_written(end: str) -> None:
    """From the first to the last character, marks included."""
    text = PLACES.replace("\n", end)
    spots = read_yaml(text, places=True).spots
    assert text[slice(*spots["plain",][:2])] == "naïve text"
    assert text[slice(*spots["quoted key",][:2])] == "'single’s'"
    assert text[slice(*spots["double",][:2])] == '"zwei \\" \\u00e4"'
    assert text[slice(*spots["folded",][:2])].split() == [">-", "one", "two"]
    assert text[slice(*spots["list", 1, "other"][:2])] == '[x, "y"]'
    assert text[slice(*spots["last",][:2])] == "終わり"


def test_the_place_of_what_is_not_there_is_that_of_what_holds_it() -> None:
    """A missing field is reported at its object."""
    spots = read_yaml("a:\n  b: [x]\n", places=True).spots
    assert spot_of(spots, ("a", "b", 0, "c")) == spots["a", "b", 0]
    assert spot_of(spots, ("a", "z")) == spots["a",]
    assert spot_of({}, ("a",)) is None


def test_a_syntax_fault_points_at_its_line() -> None:
    """Line and column of the mistake, not of the file."""
    text = "a: 1\nb: é\nc: d: e\n"
    assert TextFile("a", text).position(only_fault(text).start)[0] == 3


@given(st.text(max_size=80) | st.text(alphabet="a:- \n\t[]{}'\"|>&*!%@`#?,\\é\r", max_size=60))
def test_nothing_raises(text: str) -> None:
    """Any text is a tree or a fault; trees hold texts, lists and mappings only."""
    read = read_yaml(text, places=True)
    assert read.tree is not None or read.faults
    _assert_only_texts(read.tree or {})


def _assert_only_texts(value: object) -> None:
    if isinstance(value, dict):
        for key, each in value.items():
            assert isinstance(key, str)
            _assert_only_texts(each)
    elif isinstance(value, list):
        for each in value:
            _assert_only_texts(each)
    else:
        assert isinstance(value, str)


SAFE = st.text(alphabet="abé中 #:'\"\\-?{}[]", max_size=12)
TREES = st.recursive(
    SAFE, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(SAFE, inner, max_size=3), max_leaves=8
)


@given(st.dictionaries(SAFE, TREES, min_size=1, max_size=4))
def test_a_written_tree_is_read_again(tree: dict[str, object]) -> None:
    """What JSON writes, which is YAML, comes back as it was."""
    import json

    assert read_yaml(json.dumps(tree, ensure_ascii=False)).tree == tree
