"""Slips of the notation: marks, spaces and indents that YAML reads in another way, or not at all."""

from __future__ import annotations

from random import Random

from tools.mistakes.slips import Kind, Lines, Slip, edit, is_plain, is_prose, is_quote, pair, pick, with_lines


def tab(lines: Lines, chance: Random) -> Slip | None:
    """A tab for the indentation."""
    return edit(lines, chance, lambda m: m["lead"].startswith("  "), lambda m: "\t" + m[0].lstrip(), "spaces")


def colon_in_text(lines: Lines, chance: Random) -> Slip | None:
    """`He said: no`, without quotation marks."""
    return edit(lines, chance, is_prose, lambda m: pair(m, m["value"].replace(" ", ": ", 1)), "quotation marks")


def no_space_behind_colon(lines: Lines, chance: Random) -> Slip | None:
    """`key:value`."""
    return edit(lines, chance, is_plain, lambda m: f"{m['lead']}{m['key']}:{m['value']}", "space")


def no_colon(lines: Lines, chance: Random) -> Slip | None:
    """`key value`."""
    return edit(lines, chance, is_plain, lambda m: f"{m['lead']}{m['key']} {m['value']}", "key: value|colon")


def no_space_behind_dash(lines: Lines, chance: Random) -> Slip | None:
    """`-event: …`."""
    return edit(lines, chance, lambda m: "- " in m["lead"], lambda m: m[0].replace("- ", "-", 1), "dash")


def no_dash(lines: Lines, chance: Random) -> Slip | None:
    """A list item whose dash was forgotten."""
    return edit(lines, chance, lambda m: m["lead"] == "  - ", lambda m: m[0].replace("- ", "  ", 1), "dash")


def too_far_in(lines: Lines, chance: Random) -> Slip | None:
    """A field one column too far to the right."""
    return edit(
        lines,
        chance,
        lambda m: m["lead"].startswith("    ") and "-" not in m["lead"],
        lambda m: " " + m[0],
        "align|indent",
        also_next=True,
    )


def too_little_in(lines: Lines, chance: Random) -> Slip | None:
    """A field one column too far to the left."""
    return edit(
        lines,
        chance,
        lambda m: m["lead"].startswith("    ") and "-" not in m["lead"],
        lambda m: m[0][1:],
        "align|indent",
        also_next=True,
    )


def open_mark(lines: Lines, chance: Random) -> Slip | None:
    """A quotation mark that is not closed."""
    return edit(
        lines,
        chance,
        lambda m: m["value"][0] in "\"'" and m["value"][-1] == m["value"][0] and len(m["value"]) > 2,
        lambda m: m[0][:-1],
        "close|closed",
    )


def curly_close(lines: Lines, chance: Random) -> Slip | None:
    """A quotation mark that is closed by a curly one."""
    return edit(
        lines,
        chance,
        lambda m: m["value"][0] == m["value"][-1] == '"' and len(m["value"]) > 2,
        lambda m: m[0][:-1] + "\u201d",
        "close|closed|straight",
    )


def text_behind_mark(lines: Lines, chance: Random) -> Slip | None:
    """Words behind the closing quotation mark."""
    return edit(
        lines,
        chance,
        lambda m: is_prose(m) and "'" not in m["value"],
        lambda m: pair(m, '"' + m["value"].replace(" ", '" ', 1)),
        ">-|quotation",
    )


def number_sign(lines: Lines, chance: Random) -> Slip | None:
    """` #1` in plain text."""
    return edit(lines, chance, is_prose, lambda m: pair(m, m["value"].replace(" ", " #1 ", 1)), "quotation marks")


def wide_space(lines: Lines, chance: Random) -> Slip | None:
    """A no-break space behind the colon, as word processors write it."""
    return edit(lines, chance, is_plain, lambda m: f"{m['lead']}{m['key']}:\u00a0{m['value']}", "spaces")


def star_first(lines: Lines, chance: Random) -> Slip | None:
    """`*urgent*` for emphasis."""
    return edit(lines, chance, is_prose, lambda m: pair(m, f"*{m['value'].replace(' ', '* ', 1)}"), "quotation marks")


def percent_first(lines: Lines, chance: Random) -> Slip | None:
    """A value that begins with a percent sign."""
    return edit(lines, chance, is_prose, lambda m: pair(m, f"%5 {m['value']}"), "quotation marks")


def key_twice(lines: Lines, chance: Random) -> Slip | None:
    """A line pasted twice."""
    row = pick(lines, chance, lambda m: "-" not in m["lead"] and is_plain(m))
    if row is None:
        return None
    at = row[0]
    return Slip(with_lines(lines, at, lines[at], lines[at]), (at + 2,), "merge|delete")


def conflict(lines: Lines, chance: Random) -> Slip | None:
    """The markers of a merge that was not finished."""
    row = pick(lines, chance, is_plain)
    if row is None:
        return None
    at = row[0]
    block = ("<<<<<<< HEAD", lines[at], "=======", lines[at], ">>>>>>> desk")
    return Slip(with_lines(lines, at, *block), (at + 1,), "merge|conflict")


def half_saved(lines: Lines, chance: Random) -> Slip | None:
    """A file that ends in the middle of a quotation."""
    row = pick(lines, chance, is_quote)
    if row is None:
        return None
    at = row[0]
    return Slip([*lines[:at], lines[at][:-8]], (at + 1,), "close|closed")


KINDS: tuple[Kind, ...] = (
    tab,
    colon_in_text,
    no_space_behind_colon,
    no_colon,
    no_space_behind_dash,
    no_dash,
    too_far_in,
    too_little_in,
    open_mark,
    curly_close,
    text_behind_mark,
    number_sign,
    wide_space,
    star_first,
    percent_first,
    key_twice,
    conflict,
    half_saved,
)
