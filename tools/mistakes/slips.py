"""A slip of the pen, and what makes one: a line is picked by chance and changed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

Lines = list[str]


@dataclass(frozen=True, slots=True)
class Slip:
    """A sheet with one mistake: its lines, the numbers of the lines that may be named, and words of the cure."""

    lines: Lines
    at: tuple[int, ...]
    cure: str
    """A regular expression that the help, or the message where it repeats the right words, must contain."""


Kind = Callable[[Lines, Random], Slip | None]
PAIR = re.compile(r"^(?P<lead> *(?:- )?)(?P<key>[a-z_]+): (?P<value>\S.*)$")
PROSE_KEYS = ("title", "event", "claim", "figure", "note", "demand", "offer", "view", "question", "intention", "name")
WORDS = {"stance", "status", "date_basis", "type", "importance", "form"}
ID_KEYS = {"id", "by", "contradicts", "supersedes", "about"}


def pick(lines: Lines, chance: Random, wanted: Callable[[re.Match[str]], bool]) -> tuple[int, re.Match[str]] | None:
    """A line at random, and its match, among those that are wanted."""
    rows = [(at, found) for at, line in enumerate(lines) if (found := PAIR.match(line)) and wanted(found)]
    return chance.choice(rows) if rows else None


def with_lines(lines: Lines, at: int, *new: str) -> Lines:
    """The lines with one replaced."""
    return [*lines[:at], *new, *lines[at + 1 :]]


def edit(
    lines: Lines,
    chance: Random,
    wanted: Callable[[re.Match[str]], bool],
    change: Callable[[re.Match[str]], str],
    cure: Callable[[re.Match[str]], str] | str,
    *,
    also_next: bool = False,
) -> Slip | None:
    """One line changed: that line is to be named; or the next, where it is the two that do not fit."""
    if (row := pick(lines, chance, wanted)) is None or change(row[1]) == lines[row[0]]:
        return None
    at, found = row
    named = (at + 1, at + 2) if also_next else (at + 1,)
    return Slip(with_lines(lines, at, change(found)), named, cure if isinstance(cure, str) else cure(found))


def is_plain(found: re.Match[str]) -> bool:
    """Whether a value is written without marks."""
    return found["value"][0] not in "\"'[{|>&*#" and ": " not in found["value"] and " #" not in found["value"]


def is_prose(found: re.Match[str]) -> bool:
    """Whether it is plain text of several words."""
    return found["key"] in PROSE_KEYS and is_plain(found) and " " in found["value"]


def is_quote(found: re.Match[str]) -> bool:
    """Whether it is a quote in quotation marks."""
    return found["key"] in {"evidence", "exact"} and len(found["value"].split()) > 5 and found["value"][0] in "\"'"


def is_day(found: re.Match[str]) -> bool:
    """Whether it is a whole date."""
    return found["key"] == "date" and re.fullmatch(r"\d{4}-\d\d-\d\d", found["value"]) is not None


def pair(found: re.Match[str], value: str) -> str:
    """The same key with another value."""
    return f"{found['lead']}{found['key']}: {value}"


def swapped(word: str, chance: Random) -> str:
    """A word with two neighbouring letters changed about, or the last one doubled."""
    places = [at for at in range(1, len(word) - 1) if word[at] != word[at + 1] and word[at : at + 2].isalpha()]
    if not places:
        return word + word[-1]
    at = chance.choice(places)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
