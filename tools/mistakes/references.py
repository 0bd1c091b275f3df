"""Slips of the names: ids, speakers, links and files that lead nowhere."""

from __future__ import annotations

import re
from random import Random

from tools.mistakes.slips import PAIR, Kind, Lines, Slip, edit, pair, pick, swapped, with_lines


def capital_id(lines: Lines, chance: Random) -> Slip | None:
    """An id with a capital."""
    return edit(
        lines,
        chance,
        lambda m: m["key"] == "id" and m["value"][0].isalpha(),
        lambda m: pair(m, m["value"].capitalize()),
        lambda m: f"`{m['value']}`",
    )


def id_of_words(lines: Lines, chance: Random) -> Slip | None:
    """An id with blanks."""
    return edit(
        lines,
        chance,
        lambda m: m["key"] == "id" and "-" in m["value"],
        lambda m: pair(m, m["value"].replace("-", " ")),
        lambda m: f"`{m['value']}`",
    )


def id_twice(lines: Lines, chance: Random) -> Slip | None:
    """A fact copied with its id."""
    rows = [
        (at, m) for at, line in enumerate(lines) if (m := PAIR.match(line)) and m["key"] == "id" and "    id" in line
    ]
    text = "\n".join(lines)
    unused = [row for row in rows if text.count(row[1]["value"]) == 1]
    others = [row for row in rows if row not in unused[:1]]
    if not unused or not others:
        return None
    at, found = unused[0]
    other, name = chance.choice(others)
    return Slip(with_lines(lines, at, pair(found, name["value"])), (at + 1, other + 1), "rename")


def speaker_misspelt(lines: Lines, chance: Random) -> Slip | None:
    """Two letters of a speaker's id changed about."""
    row = pick(lines, chance, lambda m: m["key"] == "by" and len(m["value"]) > 4 and m["value"] not in {"outlet"})
    if row is None:
        return None
    at, found = row
    return Slip(with_lines(lines, at, pair(found, swapped(found["value"], chance))), (at + 1,), f"`{found['value']}`")


def speaker_by_name(lines: Lines, chance: Random) -> Slip | None:
    """`by: Sergei Lavrov`, the name instead of the id."""
    names = dict(re.findall(r"^  ([a-z-]+):\n    name: (.+)$", "\n".join(lines), re.MULTILINE))
    return edit(
        lines,
        chance,
        lambda m: m["key"] == "by" and m["value"] in names,
        lambda m: pair(m, names[m["value"]]),
        lambda m: f"`{m['value']}`",
    )


def actor_renamed(lines: Lines, chance: Random) -> Slip | None:
    """An actor gets another id where it is declared, and keeps the old one where it speaks."""
    start = next((at for at, line in enumerate(lines) if line.startswith("actors:")), None)
    if start is None:
        return None
    end = next((at for at in range(start + 1, len(lines)) if lines[at][:1] not in {" ", "", "#"}), len(lines))
    text = "\n".join(lines)
    rows = [(at, m[1]) for at in range(start, end) if (m := re.match(r"  ([a-z-]+):", lines[at]))]
    rows = [(at, name) for at, name in rows if re.search(rf"(?:by: |, )(?:{name})\b", text)]
    if not rows:
        return None
    at, name = chance.choice(rows)
    uses = [number + 1 for number, line in enumerate(lines) if re.search(rf"(?<![\w-]){name}(?![\w-])", line)]
    new = f"{name}-2"
    return Slip(with_lines(lines, at, lines[at].replace(name, new, 1)), (at + 1, *uses), f"`{new}`")


def link_misspelt(lines: Lines, chance: Random) -> Slip | None:
    """Two letters of a link's target changed about."""
    rows = [(at, m) for at, line in enumerate(lines) for m in re.finditer(r"\]\(#([a-z-]{5,})\)", line)]
    if not rows:
        return None
    at, found = chance.choice(rows)
    new = lines[at][: found.start(1)] + swapped(found[1], chance) + lines[at][found.end(1) :]
    return Slip(with_lines(lines, at, new), (at + 1,), f"`{found[1]}`")


def article_misspelt(lines: Lines, chance: Random) -> Slip | None:
    """Two letters of the article's file changed about."""
    return edit(
        lines,
        chance,
        lambda m: m["key"] == "file",
        lambda m: m[0].replace(".txt", ".text"),
        lambda m: f"`{m['value']}`",
    )


KINDS: tuple[Kind, ...] = (
    capital_id,
    id_of_words,
    id_twice,
    speaker_misspelt,
    speaker_by_name,
    actor_renamed,
    link_misspelt,
    article_misspelt,
)
