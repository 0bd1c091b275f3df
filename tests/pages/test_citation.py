"""Citations in the formats of reference managers, read back by the rules of each format."""

from __future__ import annotations

import re

import pytest

from briefsmith.pages.citation import Citation
from briefsmith.values.edtf import parse_date

TITLES = [
    "Will not open the gates.",
    "Costs 40% of $3 & #1_2 ~x^y",
    "An open { brace and a closing } one, and \\ between",
    "Two\nlines\r\nand a tab\there",
    "ER  - \nTY  - JOUR",
    'Says "no", @misc{x, title = {y}}',
    "Україна не визнає",
    "لن يُفتح السد",
]
_BACK = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
    **{f"\\{sign}": sign for sign in "&%$#_"},
}
_COMMAND = re.compile("|".join(map(re.escape, _BACK)))


def cited(title: str, date: str = "2025-11-09") -> Citation:
    """A citation of a fact with this title."""
    return Citation(
        "sheet:fact", title, "The briefing", "Desk & Co.", parse_date(date), "en", "https://example.org/a_b/#f"
    )


def bibtex_fields(entry: str) -> dict[str, str]:
    """The fields of one entry, as BibTeX reads it: values run to the brace that balances their first."""
    assert entry.startswith("@misc{")
    fields, place = {}, entry.index(",") + 1
    while match := re.compile(r"\s*(\w+) = ").match(entry, place):
        end = start = match.end()
        depth = 0
        while depth or entry[end] not in ",\n":
            depth += {"{": 1, "}": -1}.get(entry[end], 0)
            end += 1
        value = entry[start:end]
        fields[match[1]] = value.removeprefix("{").removesuffix("}").removeprefix("{").removesuffix("}")
        place = end + 1
    assert entry[place:].strip() in ("", "}")
    return fields


@pytest.mark.parametrize("title", TITLES)
def test_bibtex_gives_the_title_back(title: str) -> None:
    """Braces balance, and undoing LaTeX's commands gives the title with its white space as single spaces."""
    entry = cited(title).bibtex

    assert entry.count("{") == entry.count("}")
    fields = bibtex_fields(entry)
    assert _COMMAND.sub(lambda match: _BACK[match[0]], fields["title"]) == " ".join(title.split())
    assert fields["url"] == "https://example.org/a_b/#f"
    assert (fields["year"], fields["month"], fields["day"]) == ("2025", "nov", "9")


@pytest.mark.parametrize("title", TITLES)
def test_ris_has_one_line_a_field(title: str) -> None:
    """Each line is a tag, two spaces, a hyphen and a value; the type stands first, the end last and once."""
    lines = [re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line) for line in cited(title).ris.split("\n")]

    rows = [(line[1], line[2]) for line in lines if line]
    assert len(rows) == len(lines)
    assert [tag for tag, _ in rows].count("ER") == [tag for tag, _ in rows].count("TY") == 1
    assert (rows[0], rows[-1]) == (("TY", "ELEC"), ("ER", ""))
    assert dict(rows)["TI"] == " ".join(title.split())
    assert dict(rows)["DA"] == "2025/11/09"


@pytest.mark.parametrize("title", TITLES)
def test_csl_holds_variables_of_the_schema(title: str) -> None:
    """The item has the required id and type, dates as date-parts of numbers, names as literals."""
    item = cited(title).csl

    assert item["title"] == " ".join(title.split())
    assert item["issued"] == {"date-parts": [[2025, 11, 9]]}
    assert item["author"] == [{"literal": "Desk & Co."}]
    assert set(item) <= {
        "id", "type", "title", "author", "container-title", "publisher", "issued", "language", "URL",
    }  # fmt: skip


@pytest.mark.parametrize(("date", "day"), [("2025-11", (2025,)), ("2025-11/2026-02", ()), ("unknown", ())])
def test_no_day_is_invented(date: str, day: tuple[int, ...]) -> None:
    """Of a date that is no exact day only the year is given, and that only where it is one."""
    citation = cited("A title", date)

    assert citation.day == day
    assert "day =" not in citation.bibtex
    assert "DA  -" not in citation.ris
