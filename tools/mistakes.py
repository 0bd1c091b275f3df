"""Mistakes as editors make them: one slip in a right sheet, the line on which it is made, and what the cure must say.

Each kind takes the lines of a sheet and a source of chance, and gives a `Slip`, or None where the sheet has no place
for it. What counts as told well is decided in `verdict`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from briefsmith.findings.finding import Finding
from briefsmith.reading.memory import Memory
from briefsmith.rules.check import Checked, check_site
from briefsmith.settings import load_settings

Lines = list[str]


@dataclass(frozen=True, slots=True)
class Slip:
    """A sheet with one mistake: its lines, the numbers of the lines that may be named, and words of the cure."""

    lines: Lines
    at: tuple[int, ...]
    cure: str
    """A regular expression that the help, or the message where it repeats the right words, must contain."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found: `told` where one finding stood on the right line and named the cure."""

    found: tuple[str, ...]
    at_line: bool
    with_cure: bool
    alone: bool

    @property
    def told(self) -> bool:
        """Whether the mistake is told as it should be."""
        return self.at_line and self.with_cure and self.alone


Kind = Callable[[Lines, Random], Slip | None]
_PAIR = re.compile(r"^(?P<lead> *(?:- )?)(?P<key>[a-z_]+): (?P<value>\S.*)$")
_PROSE_KEYS = ("title", "event", "claim", "figure", "note", "demand", "offer", "view", "question", "intention", "name")
_WORDS = {"stance", "status", "date_basis", "type", "importance", "form"}
_ID_KEYS = {"id", "by", "contradicts", "supersedes", "about"}


def _pick(lines: Lines, chance: Random, wanted: Callable[[re.Match[str]], bool]) -> tuple[int, re.Match[str]] | None:
    rows = [(at, found) for at, line in enumerate(lines) if (found := _PAIR.match(line)) and wanted(found)]
    return chance.choice(rows) if rows else None


def _with(lines: Lines, at: int, *new: str) -> Lines:
    return [*lines[:at], *new, *lines[at + 1 :]]


def _edit(
    lines: Lines,
    chance: Random,
    wanted: Callable[[re.Match[str]], bool],
    change: Callable[[re.Match[str]], str],
    cure: Callable[[re.Match[str]], str] | str,
    *,
    also_next: bool = False,
) -> Slip | None:
    """One line changed: that line is to be named; or the next, where it is the two that do not fit."""
    if (row := _pick(lines, chance, wanted)) is None or change(row[1]) == lines[row[0]]:
        return None
    at, found = row
    named = (at + 1, at + 2) if also_next else (at + 1,)
    return Slip(_with(lines, at, change(found)), named, cure if isinstance(cure, str) else cure(found))


def _is_plain(found: re.Match[str]) -> bool:
    return found["value"][0] not in "\"'[{|>&*#" and ": " not in found["value"] and " #" not in found["value"]


def _is_prose(found: re.Match[str]) -> bool:
    return found["key"] in _PROSE_KEYS and _is_plain(found) and " " in found["value"]


def _is_quote(found: re.Match[str]) -> bool:
    return found["key"] in {"evidence", "exact"} and len(found["value"].split()) > 5 and found["value"][0] in "\"'"


def _is_day(found: re.Match[str]) -> bool:
    return found["key"] == "date" and re.fullmatch(r"\d{4}-\d\d-\d\d", found["value"]) is not None


def _line(found: re.Match[str], value: str) -> str:
    return f"{found['lead']}{found['key']}: {value}"


def _swapped(word: str, chance: Random) -> str:
    """A word with two neighbouring letters changed about, or the last one doubled."""
    places = [at for at in range(1, len(word) - 1) if word[at] != word[at + 1] and word[at : at + 2].isalpha()]
    if not places:
        return word + word[-1]
    at = chance.choice(places)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


# Syntax


def tab(lines: Lines, chance: Random) -> Slip | None:
    """A tab for the indentation."""
    return _edit(lines, chance, lambda m: m["lead"].startswith("  "), lambda m: "\t" + m[0].lstrip(), "spaces")


def colon_in_text(lines: Lines, chance: Random) -> Slip | None:
    """`He said: no`, without quotation marks."""
    return _edit(lines, chance, _is_prose, lambda m: _line(m, m["value"].replace(" ", ": ", 1)), "quotation marks")


def no_space_behind_colon(lines: Lines, chance: Random) -> Slip | None:
    """`key:value`."""
    return _edit(lines, chance, _is_plain, lambda m: f"{m['lead']}{m['key']}:{m['value']}", "space")


def no_colon(lines: Lines, chance: Random) -> Slip | None:
    """`key value`."""
    return _edit(lines, chance, _is_plain, lambda m: f"{m['lead']}{m['key']} {m['value']}", "key: value|colon")


def no_space_behind_dash(lines: Lines, chance: Random) -> Slip | None:
    """`-event: …`."""
    return _edit(lines, chance, lambda m: "- " in m["lead"], lambda m: m[0].replace("- ", "-", 1), "dash")


def no_dash(lines: Lines, chance: Random) -> Slip | None:
    """A list item whose dash was forgotten."""
    return _edit(lines, chance, lambda m: m["lead"] == "  - ", lambda m: m[0].replace("- ", "  ", 1), "dash")


def too_far_in(lines: Lines, chance: Random) -> Slip | None:
    """A field one column too far to the right."""
    return _edit(
        lines,
        chance,
        lambda m: m["lead"].startswith("    ") and "-" not in m["lead"],
        lambda m: " " + m[0],
        "align|indent",
        also_next=True,
    )


def too_little_in(lines: Lines, chance: Random) -> Slip | None:
    """A field one column too far to the left."""
    return _edit(
        lines,
        chance,
        lambda m: m["lead"].startswith("    ") and "-" not in m["lead"],
        lambda m: m[0][1:],
        "align|indent",
        also_next=True,
    )


def open_mark(lines: Lines, chance: Random) -> Slip | None:
    """A quotation mark that is not closed."""
    return _edit(
        lines,
        chance,
        lambda m: m["value"][0] in "\"'" and m["value"][-1] == m["value"][0] and len(m["value"]) > 2,
        lambda m: m[0][:-1],
        "close|closed",
    )


def curly_close(lines: Lines, chance: Random) -> Slip | None:
    """A quotation mark that is closed by a curly one."""
    return _edit(
        lines,
        chance,
        lambda m: m["value"][0] == m["value"][-1] == '"' and len(m["value"]) > 2,
        lambda m: m[0][:-1] + "\u201d",
        "close|closed|straight",
    )


def text_behind_mark(lines: Lines, chance: Random) -> Slip | None:
    """Words behind the closing quotation mark."""
    return _edit(
        lines,
        chance,
        lambda m: _is_prose(m) and "'" not in m["value"],
        lambda m: _line(m, '"' + m["value"].replace(" ", '" ', 1)),
        ">-|quotation",
    )


def number_sign(lines: Lines, chance: Random) -> Slip | None:
    """` #1` in plain text."""
    return _edit(lines, chance, _is_prose, lambda m: _line(m, m["value"].replace(" ", " #1 ", 1)), "quotation marks")


def wide_space(lines: Lines, chance: Random) -> Slip | None:
    """A no-break space behind the colon, as word processors write it."""
    return _edit(lines, chance, _is_plain, lambda m: f"{m['lead']}{m['key']}:\u00a0{m['value']}", "spaces")


def star_first(lines: Lines, chance: Random) -> Slip | None:
    """`*urgent*` for emphasis."""
    return _edit(
        lines, chance, _is_prose, lambda m: _line(m, f"*{m['value'].replace(' ', '* ', 1)}"), "quotation marks"
    )


def percent_first(lines: Lines, chance: Random) -> Slip | None:
    """A value that begins with a percent sign."""
    return _edit(lines, chance, _is_prose, lambda m: _line(m, f"%5 {m['value']}"), "quotation marks")


def key_twice(lines: Lines, chance: Random) -> Slip | None:
    """A line pasted twice."""
    row = _pick(lines, chance, lambda m: "-" not in m["lead"] and _is_plain(m))
    if row is None:
        return None
    at = row[0]
    return Slip(_with(lines, at, lines[at], lines[at]), (at + 2,), "merge|delete")


def conflict(lines: Lines, chance: Random) -> Slip | None:
    """The markers of a merge that was not finished."""
    row = _pick(lines, chance, _is_plain)
    if row is None:
        return None
    at = row[0]
    block = ("<<<<<<< HEAD", lines[at], "=======", lines[at], ">>>>>>> desk")
    return Slip(_with(lines, at, *block), (at + 1,), "merge|conflict")


def half_saved(lines: Lines, chance: Random) -> Slip | None:
    """A file that ends in the middle of a quotation."""
    row = _pick(lines, chance, _is_quote)
    if row is None:
        return None
    at = row[0]
    return Slip([*lines[:at], lines[at][:-8]], (at + 1,), "close|closed")


# Shape and words


def misspelt_key(lines: Lines, chance: Random) -> Slip | None:
    """Two letters of a key changed about."""
    row = _pick(lines, chance, lambda m: len(m["key"]) > 3)
    if row is None:
        return None
    at, found = row
    line = f"{found['lead']}{_swapped(found['key'], chance)}: {found['value']}"
    return Slip(_with(lines, at, line), (at + 1,), f"`{found['key']}`")


def underscore(lines: Lines, chance: Random) -> Slip | None:
    """A hyphen for an underscore in a key, or a capital."""
    return _edit(
        lines,
        chance,
        lambda m: "_" in m["key"],
        lambda m: f"{m['lead']}{m['key'].replace('_', '-')}: {m['value']}",
        lambda m: f"`{m['key']}`",
    )


def wrong_word(lines: Lines, chance: Random) -> Slip | None:
    """A word of the vocabulary with two letters changed about."""
    row = _pick(lines, chance, lambda m: m["key"] in _WORDS and m["value"].isalpha())
    if row is None:
        return None
    at, found = row
    return Slip(_with(lines, at, _line(found, _swapped(found["value"], chance))), (at + 1,), f"`{found['value']}`")


def capital_word(lines: Lines, chance: Random) -> Slip | None:
    """A word of the vocabulary with a capital."""
    return _edit(
        lines,
        chance,
        lambda m: m["key"] in _WORDS and m["value"].isalpha(),
        lambda m: _line(m, m["value"].capitalize()),
        lambda m: f"`{m['value']}`",
    )


def trailing_comma(lines: Lines, chance: Random) -> Slip | None:
    """A comma behind a value, as in JSON."""
    return _edit(
        lines,
        chance,
        lambda m: m["key"] in _WORDS or m["key"] == "by" or _is_day(m),
        lambda m: m[0] + ",",
        lambda m: f"`{re.escape(m['value'])}`",
    )


def left_empty(lines: Lines, chance: Random) -> Slip | None:
    """A value that was to be filled in later."""
    return _edit(
        lines,
        chance,
        lambda m: m["key"] in {"date", "by", "id", "event", "claim", "title"} and _is_plain(m),
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
    return Slip(_with(lines, at), (up + 1,), "`date:`")


def wrong_section(lines: Lines, chance: Random) -> Slip | None:
    """An event among the claims."""
    return _edit(
        lines,
        chance,
        lambda m: m["lead"] == "  - " and m["key"] == "claim",
        lambda m: _line(m, m["value"]).replace("claim:", "event:", 1),
        "`claim`|`claim:`|events|claims",
    )


def day_with_slashes(lines: Lines, chance: Random) -> Slip | None:
    """`9/11/2025`."""

    def slashes(found: re.Match[str]) -> str:
        year, month, day = found["value"].split("-")
        return _line(found, f"{int(day)}/{int(month)}/{year}")

    return _edit(lines, chance, _is_day, slashes, lambda m: m["value"])


def day_in_words(lines: Lines, chance: Random) -> Slip | None:
    """`date: yesterday`."""
    return _edit(lines, chance, _is_day, lambda m: _line(m, "yesterday"), "counted from|day")


# Ids and references


def capital_id(lines: Lines, chance: Random) -> Slip | None:
    """An id with a capital."""
    return _edit(
        lines,
        chance,
        lambda m: m["key"] == "id" and m["value"][0].isalpha(),
        lambda m: _line(m, m["value"].capitalize()),
        lambda m: f"`{m['value']}`",
    )


def id_of_words(lines: Lines, chance: Random) -> Slip | None:
    """An id with blanks."""
    return _edit(
        lines,
        chance,
        lambda m: m["key"] == "id" and "-" in m["value"],
        lambda m: _line(m, m["value"].replace("-", " ")),
        lambda m: f"`{m['value']}`",
    )


def id_twice(lines: Lines, chance: Random) -> Slip | None:
    """A fact copied with its id."""
    rows = [
        (at, m) for at, line in enumerate(lines) if (m := _PAIR.match(line)) and m["key"] == "id" and "    id" in line
    ]
    text = "\n".join(lines)
    unused = [row for row in rows if text.count(row[1]["value"]) == 1]
    others = [row for row in rows if row not in unused[:1]]
    if not unused or not others:
        return None
    at, found = unused[0]
    other, name = chance.choice(others)
    return Slip(_with(lines, at, _line(found, name["value"])), (at + 1, other + 1), "rename")


def speaker_misspelt(lines: Lines, chance: Random) -> Slip | None:
    """Two letters of a speaker's id changed about."""
    row = _pick(lines, chance, lambda m: m["key"] == "by" and len(m["value"]) > 4 and m["value"] not in {"outlet"})
    if row is None:
        return None
    at, found = row
    return Slip(_with(lines, at, _line(found, _swapped(found["value"], chance))), (at + 1,), f"`{found['value']}`")


def speaker_by_name(lines: Lines, chance: Random) -> Slip | None:
    """`by: Sergei Lavrov`, the name instead of the id."""
    names = dict(re.findall(r"^  ([a-z-]+):\n    name: (.+)$", "\n".join(lines), re.MULTILINE))
    return _edit(
        lines,
        chance,
        lambda m: m["key"] == "by" and m["value"] in names,
        lambda m: _line(m, names[m["value"]]),
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
    return Slip(_with(lines, at, lines[at].replace(name, new, 1)), (at + 1, *uses), f"`{new}`")


def link_misspelt(lines: Lines, chance: Random) -> Slip | None:
    """Two letters of a link's target changed about."""
    rows = [(at, m) for at, line in enumerate(lines) for m in re.finditer(r"\]\(#([a-z-]{5,})\)", line)]
    if not rows:
        return None
    at, found = chance.choice(rows)
    new = lines[at][: found.start(1)] + _swapped(found[1], chance) + lines[at][found.end(1) :]
    return Slip(_with(lines, at, new), (at + 1,), f"`{found[1]}`")


def article_misspelt(lines: Lines, chance: Random) -> Slip | None:
    """Two letters of the article's file changed about."""
    return _edit(
        lines,
        chance,
        lambda m: m["key"] == "file",
        lambda m: m[0].replace(".txt", ".text"),
        lambda m: f"`{m['value']}`",
    )


# Evidence


def _quoted(lines: Lines, chance: Random, change: Callable[[list[str]], list[str]], cure: str) -> Slip | None:
    row = _pick(lines, chance, _is_quote)
    if row is None:
        return None
    at, found = row
    words = found["value"][1:-1].split(" ")
    new = _line(found, f"{found['value'][0]}{' '.join(change(words))}{found['value'][0]}")
    return Slip(_with(lines, at, new), (at + 1,), cure) if new != lines[at] else None


def word_changed(lines: Lines, chance: Random) -> Slip | None:
    """A word of a quote typed wrong."""
    return _quoted(lines, chance, lambda words: [*words[:2], words[2] + "xx", *words[3:]], r"\[-\S*xx\S*-\]")


def word_left_out(lines: Lines, chance: Random) -> Slip | None:
    """A word of a quote left out."""
    return _quoted(lines, chance, lambda words: [*words[:2], *words[3:]], r"\{\+")


def ellipsis(lines: Lines, chance: Random) -> Slip | None:
    """A quote with `...` for what was left out."""
    return _quoted(lines, chance, lambda words: [*words[:2], "...", *words[-2:]], "two quotes")


def bracket(lines: Lines, chance: Random) -> Slip | None:
    """A quote with an explanation in brackets."""
    return _quoted(lines, chance, lambda words: [*words[:2], "[the minister]", *words[2:]], "as they stand")


def line_numbers(lines: Lines, chance: Random) -> Slip | None:
    """A quote that was copied with the number of its line."""
    return _quoted(lines, chance, lambda words: ["14", *words], r"nearest passage: \[-14-\]")


def own_words(lines: Lines, chance: Random) -> Slip | None:
    """A translation or paraphrase where the quote should stand."""
    return _quoted(
        lines,
        chance,
        lambda _: ["Le", "ministre", "a", "dit", "quelque", "chose", "de", "tout", "autre"],
        "copy|nearest",
    )


def curly_around(lines: Lines, chance: Random) -> Slip | None:
    """Typographic marks around the quote, inside the straight ones."""
    return _quoted(lines, chance, lambda words: ["\u201c" + words[0], *words[1:-1], words[-1] + "\u201d"], "straight")


def cut_word(lines: Lines, chance: Random) -> Slip | None:
    """A quote of which the last letter was not copied."""
    return _quoted(lines, chance, lambda words: [*words[:-1], words[-1].rstrip(".,")[:-1]], "whole|nearest")


KINDS: dict[str, Kind] = {
    kind.__name__: kind
    for kind in (
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
        capital_id,
        id_of_words,
        id_twice,
        speaker_misspelt,
        speaker_by_name,
        actor_renamed,
        link_misspelt,
        article_misspelt,
        word_changed,
        word_left_out,
        ellipsis,
        bracket,
        line_numbers,
        own_words,
        curly_around,
        cut_word,
    )
}
"""The kinds of mistakes by name."""


class Desk:
    """A copy of a site, one sheet of which is broken and mended again."""

    def __init__(self, root: Path, sheet: str) -> None:
        """Take the folder of a site that may be written to, and the path of the sheet from there."""
        self.root, self.sheet, self.memory = root, root / sheet, Memory()
        self.text = self.sheet.read_text(encoding="utf-8")
        self.before = frozenset(self._found(self._check()))

    @property
    def lines(self) -> Lines:
        """The lines of the sheet while it is right."""
        return self.text.splitlines()

    def verdict(self, slip: Slip) -> Verdict:
        """What is found once the mistake is made; the sheet is right again afterwards."""
        self.sheet.write_text("\n".join(slip.lines) + "\n", encoding="utf-8")
        try:
            checked = self._check()
        finally:
            self.sheet.write_text(self.text, encoding="utf-8")
        new = [each for each in checked.located() if self._of(each.finding) not in self.before]
        lines = tuple(f"{each.range.line}: {each.finding.code.number} {each.finding.message}" for each in new)
        words = " ".join(f"{each.finding.message} {each.finding.help}" for each in new[:1])
        return Verdict(
            lines,
            any(each.range.line in slip.at for each in new[:1]),
            bool(new and new[0].finding.help and re.search(slip.cure, words)),
            len(new) == 1,
        )

    def _check(self) -> Checked:
        return check_site(load_settings(self.root / "mkdocs.yml"), self.memory)

    @staticmethod
    def _of(finding: Finding) -> tuple[str, str]:
        return finding.code.number, finding.message

    def _found(self, checked: Checked) -> Iterator[tuple[str, str]]:
        return (self._of(finding) for finding in checked.findings)
