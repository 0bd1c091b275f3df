"""Mistakes that editors really make: each gives one finding, at its place, with a cure, and nothing that follows."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.sites import ARTICLE, CONFIG, EXAMPLE, SHEET, Files, check_site, lines_of, sheet_with, write_site


@dataclass(frozen=True)
class Mistake:
    """A slip in the example, and what has to be found: `line:column code`, and words of the cure."""

    name: str
    changes: str
    found: str
    cure: str
    files: Files = field(default_factory=dict)


POSITION = "positions:\n  belmark:\n    gates:\n"
EVENT = "events:\n  - event: A\n"
CLAIM = "claims:\n  - claim: A\n    evidence: "
MET = '    date: 2026-03-02\n    evidence: "Arven and Belmark met in Port Sella"\n'
WANTS = '      evidence: "Belmark wants the gates opened at once"\n'
SOURCE = "source:\n  id: courier\n  file: seeds/courier.txt\n  date: 2026-03-03\n"
TWO = SOURCE + "sources:\n  gazette: {file: seeds/gazette.txt, date: 2026-03-02}\n"
GAZETTE: Files = {"seeds/gazette.txt": "The talks in Port Sella lasted three hours.\n"}
OTHER_SHEET = EXAMPLE[SHEET].replace("briefing: sella", "briefing: other")
OTHER: Files = {"briefings/other.yml": OTHER_SHEET}

SYNTAX = (
    Mistake("a tab", "events:\n\t- event: A\n", "2:1 BS001", "indent with spaces"),
    Mistake("a colon in a text", "title: He said: no\n", "1:15 BS001", "put the value in quotation marks"),
    Mistake("a colon at its end", "title: Arven said:\n", "1:18 BS001", "put the value in quotation marks"),
    Mistake("no space behind a colon", "title:Arven keeps\n", "1:1 BS001", "with a space"),
    Mistake("no space behind a dash", "events:\n  -event: A\n" + MET, "2:3 BS001", "a space behind the dash"),
    Mistake("no colon", "events:\n  - event A\n" + MET, "2:3 BS001", "this line is no `key: value`"),
    Mistake("indented too far", EVENT + "     date: 2026\n", "3:10 BS001", "align them"),
    Mistake("indented too little", EVENT + MET[21:] + "  date: 2026\n", "4:3 BS001", "check the indentation"),
    Mistake("an open quotation mark", 'title: "Arven keeps\n', "1:8 BS001", "close it where the text ends"),
    Mistake("an open apostrophe", "title: 'Arven keeps\n", "1:8 BS001", "never closed"),
    Mistake("an open bracket", "actors: {arven: Arven\n", "1:9 BS001", "bracket is never closed"),
    Mistake("text behind a quotation", 'title: "Arven" keeps\n', "1:16 BS001", "`>-` block"),
    Mistake("an apostrophe inside", "title: 'Arven's dam'\n", "1:15 BS001", "`>-` block"),
    Mistake("text behind a bracket", "title: [Arven] keeps\n", "1:16 BS001", "text after the closing `]`"),
    Mistake("a percent sign first", "title: %5 of all\n", "1:8 BS001", "in quotation marks"),
    Mistake("an at sign first", "title: @desk\n", "1:8 BS001", "in quotation marks"),
    Mistake("a dash first", "title: - Arven\n", "1:8 BS001", "in quotation marks"),
    Mistake("stars for emphasis", "title: *urgent*\n", "1:15 BS001", "needs quotation marks"),
    Mistake("an ampersand first", "title: &urgent dam\n", "1:8 BS005", "needs quotation marks"),
    Mistake("an exclamation mark first", "title: !urgent dam\n", "1:8 BS006", "in quotation marks"),
    Mistake("a block's text not indented", "title: >-\nArven keeps\n", "2:1 BS001", "must be indented"),
    Mistake("a no-break space", "title:\u00a0Arven keeps\n", "1:1 BS001", "type the spaces of this line again"),
    Mistake("a number sign in a text", "title: Gate #3 opens\n", "1:12 BS012", "in quotation marks"),
    Mistake(
        "the markers of a merge",
        "<<<<<<< HEAD\ntitle: A\n=======\ntitle: B\n>>>>>>> desk\n",
        "1:1 BS001",
        "merge conflict",
    ),
    Mistake("a curly mark at the end", 'title: "Arven keeps\u201d\n', "1:8 BS001", "close it"),
    Mistake("a question mark in braces", "x-a: {why?: b, ? c}\nx-b: {\n", "2:6 BS001", "never closed"),
    Mistake("no dash", "events:\n    event: A\n" + MET + EVENT[8:] + MET, "2:5 BS001", "write a dash"),
    Mistake("no dash at the second", EVENT + MET + "    event: B\n" + MET, "5:5 BS002", "write a dash"),
    Mistake("a no-break space to indent", "issues:\n\u00a0 gates: Opening\n", "2:1 BS001", "type the spaces"),
    Mistake("a second document", "title: A\n---\nx-b: C\n", "2:1 BS010", "one sheet in one file"),
    Mistake("a key twice", "title: A\ntitle: B\n", "2:1 BS002", "merge the two"),
)

SHAPE = (
    Mistake("a misspelt field", "postions: {}\n", "1:1 BS101", "`positions`"),
    Mistake("a misspelt key", "events:\n  - evnt: A\n" + MET, "2:5 BS101", "`event`"),
    Mistake("a misspelt required key", EVENT + MET.replace("date", "dat"), "3:5 BS101", "`date`"),
    Mistake("an underscore", POSITION + "      red_line: A\n" + WANTS, "4:7 BS101", "`red-line`"),
    Mistake("a list for a text", "title: [Arven, Belmark]\n", "1:1 BS103", "write one text"),
    Mistake("a text for a list", "events: none yet\n", "1:9 BS103", "`- event: …`"),
    Mistake("a list of actors", "actors: [arven, belmark]\n", "1:1 BS103", "`<id>: <name>`"),
    Mistake("a text for actors", "actors: Arven\n", "1:9 BS103", "`<id>: <name>`"),
    Mistake("a list of sources", "source:\n  - file: seeds/courier.txt\n", "1:1 BS103", "`file: …`"),
    Mistake("no issue", "positions:\n  belmark:\n    demand: A\n" + WANTS[2:], "3:5 BS103", "below it the issue"),
    Mistake(
        "a text for a position", "positions:\n  belmark:\n    gates: opens\n", "3:12 BS103", "below that the position"
    ),
    Mistake("no title", "title:\n", "1:7 BS105", "fill it in"),
    Mistake("no source", "source:\n", "1:8 BS105", "fill it in"),
    Mistake("an empty item", "events:\n  -\n", "2:4 BS105", "fill it in"),
    Mistake("an empty actor", "actors: {arven: Arven, belmark: }\n", "1:33 BS105", "fill it in"),
    Mistake("no evidence", EVENT + "    date: 2026\n    evidence: []\n", "4:5 BS105", "verbatim words"),
    Mistake("an id of two words", "events:\n  - id: The talks\n    event: A\n" + MET, "2:9 BS106", "`the-talks`"),
    Mistake("two kinds", POSITION + "      offer: A\n      view: B\n" + WANTS, "3:5 BS107", "one"),
    Mistake("a status of one's own", EVENT + "    status: rumor\n" + MET, "3:13 BS104", "`rumour`"),
    Mistake("an ambiguous date", "date: 9/11/2025\n", "1:7 BS501", "`2025-11-09`"),
    Mistake("a word with a capital", EVENT + "    status: Claimed\n    by: arven\n" + MET, "3:13 BS104", "`claimed`"),
    Mistake("a comma behind a date", "date: 2026-03-04,\n", "1:7 BS501", "`2026-03-04`"),
    Mistake("a comma behind a word", EVENT + "    status: claimed,\n    by: arven\n" + MET, "3:13 BS104", "`claimed`"),
    Mistake("an event among the claims", "claims:\n  - event: A\n" + MET, "2:5 BS101", "belongs under `events`"),
    Mistake("an empty id", "events:\n  - id:\n    event: A\n" + MET, "2:8 BS105", "fill it in"),
    Mistake("an id with a capital", "events:\n  - id: Talks\n    event: A\n" + MET, "2:9 BS106", "`talks`"),
    Mistake("an actor's id with a capital", "actors: {Arven: Arven, belmark: Belmark}\n", "1:10 BS106", "`arven`"),
    Mistake(
        "a quantity with a sign",
        "figures:\n  - figure: A\n    value: >40 barges\n    evidence: About 40 barges are waiting\n",
        "3:14 BS001",
        "quotation marks",
    ),
    Mistake("two dates", EVENT + "    date: [2026, 2027]\n" + MET[21:], "3:5 BS103", "write one value"),
    Mistake("a date in words", "date: yesterday\n", "1:7 BS501", "counted from the source's date"),
    Mistake("a source without a file", SOURCE.replace("seeds/courier.txt", ""), "3:8 BS105", "fill it in"),
    Mistake("a source with a bad date", SOURCE.replace("2026-03-03", "3.3.2026"), "4:9 BS501", "`2026-03-03`"),
    Mistake("a source with a bad url", SOURCE + "  url: javascript:a()\n", "5:8 BS802", "`https:`"),
    Mistake("a source with a bad word", SOURCE + "  type: newspaper\n", "5:9 BS104", "`article-newspaper`"),
)

REFERENCES = (
    Mistake("a renamed actor", "actors: {arven: Arven, belmarck: Belmark}\n", "11:3 BS201", "`belmarck`"),
    Mistake(
        "a holder with a capital",
        "positions:\n  Belmark:\n    gates:\n      view: A\n" + WANTS,
        "2:3 BS201",
        "`belmark`",
    ),
    Mistake(
        "holder and issue turned round",
        "positions:\n  gates:\n    belmark:\n      view: A\n" + WANTS,
        "2:3 BS201",
        "holder first",
    ),
    Mistake(
        "joint holders by `and`",
        "positions:\n  arven and belmark:\n    gates:\n      view: A\n" + WANTS,
        "2:3 BS201",
        "`&`",
    ),
    Mistake(
        "a joint holder left out", "positions:\n  arven &:\n    gates:\n      view: A\n" + WANTS, "2:3 BS201", "drop it"
    ),
    Mistake("an unknown speaker", EVENT + "    by: holt\n" + MET, "3:9 BS201", "one of `arven`"),
    Mistake("a name for an id", EVENT + "    by: Arven\n" + MET, "3:9 BS201", "write `arven`"),
    Mistake("an id twice", "events:\n" + 2 * ("  - id: a\n    event: A\n" + MET), "6:9 BS202", "rename one"),
    Mistake(
        "an actor renamed, used twice",
        "actors: {arven-2: Arven, belmark: Belmark}\nevents:\n"
        + "".join(f"  - event: {name}\n    by: arven\n" + MET for name in "AB"),
        "4:9 BS201",
        "`arven-2`",
    ),
    Mistake("a link to nothing", "bottom_line: They [met](#tolks).\n", "1:25 BS201", "`talks`"),
    Mistake("a link to an actor", "bottom_line: It [met](#arven).\n", "1:23 BS208", "a statement or a term"),
    Mistake("a fact of another sheet", "bottom_line: They [met](#other#tolks).\n", "1:25 BS201", "`talks`", OTHER),
    Mistake("another sheet", "bottom_line: They [met](#othr#talks).\n", "1:25 BS201", "`other`", OTHER),
    Mistake(
        "a statement against itself",
        "events:\n  - id: a\n    contradicts: a\n    event: A\n" + MET,
        "3:18 BS207",
        "other",
    ),
    Mistake("a source not in the registry", "source: currier\n", "1:9 BS201", "add it to the registry"),
    Mistake(
        "a registered source misspelt",
        "source: gazete\n",
        "1:9 BS201",
        "`gazette`",
        {"registry/sources.yml": "gazette: {file: seeds/gazette.txt, date: 2026-03-02}\n", **GAZETTE},
    ),
)

EVIDENCE = (
    Mistake("straight marks for curly", CLAIM + "'of Belmark \"river thieves\"'\n", "3:15 BS302", "“river"),
    Mistake("curly marks around it", CLAIM + "“Corland has offered to measure”\n", "3:15 BS301", "straight"),
    Mistake("an ellipsis", CLAIM + '"Corland has ... the water every day"\n', "3:15 BS304", "two quotes"),
    Mistake("a word in brackets", CLAIM + '"Corland has offered [again] to measure"\n', "3:15 BS311", "as they stand"),
    Mistake("a translation", CLAIM + '"Corlandia propose de mesurer chaque jour"\n', "3:15 BS301", "nearest passage"),
    Mistake("the number of a line", CLAIM + '"4 Corland has offered to measure"\n', "3:15 BS301", "[-4-]"),
    Mistake("a letter too few", CLAIM + '"Corland has offered to measur"\n', "3:15 BS305", "whole"),
    Mistake("one word", CLAIM + "barges\n", "3:15 BS312", "three words"),
    Mistake("a word left out", CLAIM + '"Corland offered to measure the water"\n', "3:15 BS301", "{+has+}"),
    Mistake("without the not", CLAIM + '"open the Sella dam before June"\n', "3:15 BS316", "`Arven will not"),
    Mistake("a capital letter", CLAIM + '"corland has offered"\n', "3:15 BS301", "[-corland-]"),
    Mistake(
        "the other source",
        TWO + "positions: {}\nevents:\n  - event: A\n    date: 2026-03-02\n"
        '    evidence: {gazette: "Arven and Belmark met in Port Sella"}\n',
        "11:25 BS301",
        "stands in source `courier`",
        GAZETTE,
    ),
    Mistake(
        "a misspelt source",
        TWO + "positions: {}\nevents:\n  - event: A\n    date: 2026-03-02\n"
        '    evidence: {courrier: "Arven and Belmark met in Port Sella"}\n',
        "11:26 BS201",
        "`courier`",
        GAZETTE,
    ),
    Mistake("another word for exact", CLAIM + "{quote: Corland has offered}\n", "3:23 BS201", "`exact:`"),
    Mistake(
        "another word beside source", CLAIM + "{source: courier, text: Corland has offered}\n", "3:33 BS101", "`exact`"
    ),
    Mistake("a missing article", SOURCE.replace("courier.txt", "couriers.txt"), "3:9 BS308", "`seeds/courier.txt`"),
    Mistake("an article outside", SOURCE.replace("seeds/courier.txt", "../courier.txt"), "3:9 BS308", "into `seeds/`"),
    Mistake("an empty article", "", "6:9 BS309", "put its text into it", {ARTICLE: " \n"}),
    Mistake(
        "two ids of one article",
        "",
        "6:9 BS206",
        "use one id",
        {"briefings/other.yml": OTHER_SHEET.replace("id: courier", "id: copy")},
    ),
)

FILES = (
    Mistake("a copied sheet", "", "1:11 BS203", "`briefing: copy`", {"briefings/copy.yml": EXAMPLE[SHEET]}),
    Mistake("a half-saved sheet", "", "19:15 BS001", "never closed", {SHEET: EXAMPLE[SHEET].rstrip()[:-8] + "\n"}),
    Mistake(
        "a sheet saved twice",
        "",
        "1:11 BS203",
        "rename the file",
        {"briefings/sella-2.yml": EXAMPLE[SHEET]},
    ),
    Mistake(
        "a broken registry",
        "actors: {arven: Arven}\n",
        "1:13 BS001",
        "quotation",
        {"registry/actors.yml": "belmark: Bel: mark\n"},
    ),
    Mistake(
        "a broken registered actor",
        "actors: {}\n",
        "1:11 BS101",
        "`name`",
        {"registry/actors.yml": "belmark: {nam: Belmark}\n"},
    ),
    Mistake(
        "a lost part of the registry",
        "actors: {}\n",
        "2:29 BS201",
        "`belmark`",
        {"registry/actors.yml": "arven: Arven\nbelmark: {name: B, part_of: belmrk}\n"},
    ),
    Mistake("a registry file misnamed", "", "1:1 BS101", "`actors`", {"registry/acters.yml": "arven: Arven\n"}),
    Mistake(
        "a broken other sheet",
        "questions:\n  - question: Q\n    about: other#talks\n",
        "2:1 BS001",
        "spaces",
        {"briefings/other.yml": "briefing: other\n\tx"},
    ),
    Mistake(
        "a sidecar with a bad date",
        SOURCE.replace("  date: 2026-03-03\n", ""),
        "1:7 BS501",
        "`2026-03-03`",
        {"seeds/courier.yml": "date: 3.3.2026\n"},
    ),
    Mistake(
        "a zero in an article",
        "",
        "1:6 BS011",
        "plain text",
        {ARTICLE: EXAMPLE[ARTICLE].replace("Minister", "M\0nister")},
    ),
    Mistake("an article from Windows", "", "1:1 BS003", "-f CP1252", {ARTICLE: EXAMPLE[ARTICLE].encode("cp1252")}),
    Mistake("a sheet in UTF-16", "", "1:1 BS003", "-f UTF-16LE", {SHEET: EXAMPLE[SHEET].encode("utf-16")}),
    Mistake(
        "a share in words",
        "",
        "4:17 BS013",
        "0.9 or 90 %",
        {CONFIG: "site_name: A\nplugins:\n  - briefsmith:\n      coverage: most\n"},
    ),
)

ALL = (*SYNTAX, *SHAPE, *REFERENCES, *EVIDENCE, *FILES)


@pytest.mark.parametrize("mistake", ALL, ids=[mistake.name for mistake in ALL])
def test_a_mistake_is_found_once_with_its_cure(mistake: Mistake, tmp_path: Path) -> None:
    """One slip gives one finding, at its line and column, whose help names the cure."""
    files: Files = {SHEET: sheet_with(mistake.changes), **mistake.files}
    located = check_site(write_site(tmp_path, files)).located()
    assert [f"{each.range.line}:{each.range.column} {each.finding.code.number}" for each in located] == [mistake.found]
    assert mistake.cure in located[0].finding.help


RIGHT: tuple[tuple[str, Files], ...] = (
    ("a byte-order mark", {SHEET: b"\xef\xbb\xbf" + EXAMPLE[SHEET].encode()}),
    (
        "lines that end with CR",
        {SHEET: EXAMPLE[SHEET].replace("\n", "\r"), ARTICLE: EXAMPLE[ARTICLE].replace("\n", "\r")},
    ),
    ("lines that end with CR LF", {SHEET: EXAMPLE[SHEET].replace("\n", "\r\n")}),
    ("an empty registry", {"registry/actors.yml": "", "registry/terms.yml": "# none yet\n"}),
    ("one position without a list", {SHEET: sheet_with("events:\n  event: A\n" + MET[2:].replace("\n  ", "\n"))}),
    (
        "a note on a registered actor",
        {
            "registry/actors.yml": "arven: Arven\n",
            SHEET: sheet_with("actors: {arven: {note: Upstream}, belmark: Belmark}\n"),
        },
    ),
    (
        "sources by their ids",
        {
            "registry/sources.yml": "courier: {file: seeds/courier.txt, date: 2026-03-03}\n",
            SHEET: sheet_with("source: courier\n"),
        },
    ),
    ("joint holders", {SHEET: sheet_with("positions:\n  arven & belmark:\n    gates:\n      view: A\n" + WANTS)}),
    ("a fact of another briefing", {SHEET: sheet_with("bottom_line: They [met](#other#talks).\n"), **OTHER}),
    ("a day before the calendar", {SHEET: sheet_with("date: -0043-03-15\nreview_by: -0043-03-15\nstate: closed\n")}),
    ("a key of the desk's own", {SHEET: sheet_with("x-desk: {anything: [goes]}\n")}),
)


@pytest.mark.parametrize("files", [files for _, files in RIGHT], ids=[name for name, _ in RIGHT])
def test_what_is_unusual_but_right_is_accepted(files: Files, tmp_path: Path) -> None:
    """What editors and their programs write in another, equally right way gives no finding."""
    assert lines_of(check_site(write_site(tmp_path, files))) == []


def test_a_fact_behind_a_wrong_one_keeps_its_line(tmp_path: Path) -> None:
    """A finding points at the right fact although one before it was left out."""
    changes = EVENT + MET.replace("2026-03-02", "tomorrow") + EVENT[8:] + MET.replace("Port Sella", "Port Vale")
    found = lines_of(check_site(write_site(tmp_path, {SHEET: sheet_with(changes)})))
    assert [line.partition(" ")[0] for line in found if "error" in line] == [f"{SHEET}:3:11:", f"{SHEET}:7:15:"]


@pytest.mark.parametrize(
    "text",
    [
        "x-a: " + "[" * 100_000,
        "x-a: " + "{a: " * 10_000,
        "\n".join(" " * depth + "a:" for depth in range(1000)),
        "a: &a [*a]\n",
    ],
    ids=["brackets", "braces", "indentation", "an alias to itself"],
)
def test_no_nesting_ends_the_check(text: str, tmp_path: Path) -> None:
    """However deep a sheet is nested, the check ends with a finding."""
    assert len(check_site(write_site(tmp_path, {SHEET: text})).errors) == 1


@pytest.mark.parametrize("address", ["javascript:alert(1)", "//host/path", "data:text/html,x", "https://a@b.example/"])
def test_an_unsafe_address_in_prose_is_found_at_its_place(address: str, tmp_path: Path) -> None:
    """A link that the page would have to drop is an error of the sheet and not a silent loss."""
    sheet = sheet_with(f'bottom_line: "They [met](#talks), see [this]({address})."\n')
    found = check_site(write_site(tmp_path, {SHEET: sheet})).located()
    assert [(each.finding.code.number, each.range.line) for each in found] == [("BS802", 1)]
    assert sheet[found[0].range.column - 1 :].startswith(address)


@pytest.mark.parametrize(("first", "second"), [("contradicts: ships", "compatible_with: {barges: No.}"), ("", "")])
def test_a_pair_is_settled_in_one_way_only(tmp_path: Path, first: str, second: str) -> None:
    """Whichever of two statements says `contradicts`, the other may not say `compatible_with`."""
    for one, other in ((first, second), (second.replace("barges", "ships"), first.replace("ships", "barges"))):
        figure = "  - {{id: {}, figure: {}, value: 40 barges, {} evidence: About 40 barges are waiting below}}\n"
        rows = [("barges", "Barges", one), ("ships", "Ships", other)]
        figures = "figures:\n" + "".join(figure.format(*row[:2], f"{row[2]}," if row[2] else "") for row in rows)
        found = [each.code.number for each in check_site(write_site(tmp_path, {SHEET: sheet_with(figures)})).findings]
        assert found == (["BS612"] if first else [])


@pytest.mark.parametrize(
    ("sheet", "told"),
    [
        ("claims:\n  - claim: A.\n    claim: B.\n" + MET, ["3 BS002"]),
        ('claims:\n  - claim: The dam opens.\n    evidence: "open"\n', ["3 BS316"]),
        ("figures:\n  - figure: 45 barges wait\n    value: 45 barges\n    evidence: About 40 barges\n", ["3 BS319"]),
    ],
    ids=["a doubled key right behind itself", "a short quote that cuts a negation off", "a number said twice"],
)
def test_one_mistake_is_told_once(tmp_path: Path, sheet: str, told: list[str]) -> None:
    """What follows from a finding, or is cured with it, is no finding of its own."""
    located = check_site(write_site(tmp_path, {SHEET: sheet_with(sheet)})).located()
    assert [f"{each.range.line} {each.finding.code.number}" for each in located] == told


@pytest.mark.parametrize("quote", [".", "—", "“”", "\u200b"])
def test_a_quote_without_words_is_empty(tmp_path: Path, quote: str) -> None:
    """Signs alone are evidence of nothing, wherever they stand."""
    row = f'  - {{claim: A., evidence: {{source: courier, exact: "{quote}", prefix: "opened at once"}}}}\n'
    found = check_site(write_site(tmp_path, {SHEET: sheet_with(f"claims:\n{row}")})).findings
    assert [each.code.number for each in found if each.code.number != "BS801"] == ["BS105"]


@pytest.mark.parametrize(
    ("date", "found"), [("2026-03-05", ["BS507"]), ("2026-03-04", []), ("2026-03", []), ("2026-03/..", [])]
)
def test_no_position_is_from_after_the_day_of_its_briefing(tmp_path: Path, date: str, found: list[str]) -> None:
    """What is held as of a day was said by then."""
    quote = 'evidence: "Belmark wants the gates opened at once"'
    row = f"positions: {{belmark: {{gates: {{demand: Open., date: '{date}', date_basis: outside, {quote}}}}}}}\n"
    assert [each.code.number for each in check_site(write_site(tmp_path, {SHEET: sheet_with(row)})).findings] == found
