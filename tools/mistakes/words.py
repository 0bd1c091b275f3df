"""Slips of the form: keys, words and days that the schema does not know."""

from __future__ import annotations

import re
from random import Random

from tools.mistakes.slips import WORDS, Kind, Lines, Slip, edit, is_day, is_plain, pair, pick, swapped, with_lines


def misspelt_key(lines: Lines, chance: Random) -> Slip | None:
    """Two letters of a key changed about."""
    row = pick(lines, chance, lambda m: len(m["key"]) > 3)
    if row is None:
        return None
    at, found = row
    line = f"{found['lead']}{swapped(found['key'], chance)}: {found['value']}"
    return Slip(with_lines(lines, at, line), (at + 1,), f"`{found['key']}`")


def underscore(lines: Lines, chance: Random) -> Slip | None:
    """A hyphen for an underscore in a key, or a capital."""
    return edit(
        lines,
        chance,
        lambda m: "_" in m["key"],
        lambda m: f"{m['lead']}{m['key'].replace('_', '-')}: {m['value']}",
        lambda m: f"`{m['key']}`",
    )


def wrong_word(lines: Lines, chance: Random) -> Slip | None:
    """A word of the vocabulary with two letters changed about."""
    row = pick(lines, chance, lambda m: m["key"] in WORDS and m["value"].isalpha())
    if row is None:
        return None
    at, found = row
    return Slip(with_lines(lines, at, pair(found, swapped(found["value"], chance))), (at + 1,), f"`{found['value']}`")


def capital_word(lines: Lines, chance: Random) -> Slip | None:
    """A word of the vocabulary with a capital."""
    return edit(
        lines,
        chance,
        lambda m: m["key"] in WORDS and m["value"].isalpha(),
        lambda m: pair(m, m["value"].capitalize()),
        lambda m: f"`{m['value']}`",
    )


def trailing_comma(lines: Lines, chance: Random) -> Slip | None:
    """A comma behind a value, as in JSON."""
    return edit(
        lines,
        chance,
        lambda m: m["key"] in WORDS or m["key"] == "by" or is_day(m),
        lambda m: m[0] + ",",
        lambda m: f"`{re.escape(m['value'])}`",
    )


def left_empty(lines: Lines, chance: Random) -> Slip | None:
    """A value that was to be filled in later."""
    return edit(
        lines,
        chance,
        lambda m: m["key"] in {"date", "by", "id", "event", "claim", "title"} and is_plain(m),
        lambda m: f"{m['lead']}{m['key']}:",
        "fill it in|write it|leave out|add|name",
    )


def required_gone(lines: Lines, chance: Random) -> Slip | None:
    """The date of an event deleted."""
    rows = [at for at, line in enumerate(lines) if re.match(r"    date: ", line)]
    heads = [(next((up for up in range(at, 0, -1) if lines[up].startswith("  - ")), 0), at) for at in rows]
    heads = [(up, at) for up, at in heads if lines[up].startswith("  - event:")]
    if not heads:
        return None
    up, at = chance.choice(heads)
    return Slip(with_lines(lines, at), (up + 1,), "`date:`")


def wrong_section(lines: Lines, chance: Random) -> Slip | None:
    """An event among the claims."""
    return edit(
        lines,
        chance,
        lambda m: m["lead"] == "  - " and m["key"] == "claim",
        lambda m: pair(m, m["value"]).replace("claim:", "event:", 1),
        "`claim`|`claim:`|events|claims",
    )


def day_with_slashes(lines: Lines, chance: Random) -> Slip | None:
    """`9/11/2025`."""

    def slashes(found: re.Match[str]) -> str:
        year, month, day = found["value"].split("-")
        return pair(found, f"{int(day)}/{int(month)}/{year}")

    return edit(lines, chance, is_day, slashes, lambda m: m["value"])


def day_in_words(lines: Lines, chance: Random) -> Slip | None:
    """`date: yesterday`."""
    return edit(lines, chance, is_day, lambda m: pair(m, "yesterday"), "counted from|day")


KINDS: tuple[Kind, ...] = (
    misspelt_key,
    underscore,
    wrong_word,
    capital_word,
    trailing_comma,
    left_empty,
    required_gone,
    wrong_section,
    day_with_slashes,
    day_in_words,
)
