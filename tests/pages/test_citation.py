"""Citations in the formats of reference managers, read back by parsers that others wrote."""

from __future__ import annotations

import json
import re
from pathlib import Path

import citeproc
import pytest
import rispy
from citeproc.source.json import CiteProcJSON
from pybtex.database import Entry, parse_string
from pybtex.richtext import Text

from briefsmith.pages.citing.citation import Citation
from briefsmith.values.edtf import parse_date

TITLES = [
    "Will not open the gates.",
    "Costs 40% of $3 & #1_2 ~x^y",
    "An open { brace and a closing } one, and \\ between",
    "}",
    "{{{",
    "a\\",
    "% the rest is no comment",
    "Two\nlines\r\nand a tab\there",
    "Lines\u2028of\u0085other\x0bkinds",
    "ER  - \nTY  - JOUR",
    'Says "no", @misc{x, title = {y}}',
    "@string{a = {b}} # c",
    "\\input{secret} \\textbf{b} $x$ \\$",
    "Water -- and --- ``quotes'' ?`why,, <<so>> a|b",
    "<i>x</i> & <b",
    "Україна не визнає",
    "لن يُفتح السد",
    "\u200fשלום (x) \u2067y\u2069",
    "不打开闸门：“绝不”",
    "ダムを開けない。",
]
# Of the commands that the entries use, these are unknown to the library that undoes the others.
_UNDONE = {
    "\\textbraceleft ": "{",
    "\\textbraceright ": "}",
    "\\textasciicircum ": "^",
    "\\textless ": "<",
    "\\textgreater ": ">",
    "\\textbar ": "|",
    "\\$": "$",
}


def cited(title: str, date: str = "2025-11-09") -> Citation:
    """A citation of a fact with this title."""
    return Citation(
        "sheet:fact", title, "The briefing", "Desk & Co.", parse_date(date), "en", "https://example.org/a_b/#f"
    )


def bibtex_entry(text: str) -> Entry:
    """The only entry of a BibTeX file."""
    (entry,) = parse_string(text, "bibtex").entries.values()
    return entry


def read_latex(latex: str) -> str:
    """The text that LaTeX sets."""
    text = str(Text.from_latex(latex))
    for command, sign in _UNDONE.items():
        text = text.replace(command, sign)
    return text


@pytest.mark.parametrize("title", TITLES)
def test_bibtex_gives_the_title_back(title: str) -> None:
    """BibTeX finds one entry with all its fields, and what LaTeX sets is the title with white space as one space."""
    entry = bibtex_entry(cited(title).bibtex)

    assert (entry.type, entry.key) == ("misc", "sheet:fact")
    assert read_latex(entry.fields["title"]) == " ".join(title.split())
    assert [read_latex(name) for person in entry.persons["author"] for name in person.last_names] == ["Desk & Co."]
    assert entry.fields["url"] == "https://example.org/a_b/#f"
    assert [entry.fields[name] for name in ("year", "month", "day")] == ["2025", "November", "9"]


@pytest.mark.parametrize("title", TITLES)
def test_title_keeps_its_case_and_name_stays_whole(title: str) -> None:
    """Braces around the whole value keep styles from lower-casing a title or splitting a desk's name at `and`."""
    entry = bibtex_entry(Citation("k", title, "", "Ministry and Partners, Ltd", None, "en", "").bibtex)

    assert entry.fields["title"][0] + entry.fields["title"][-1] == "{}"
    assert len(entry.persons["author"]) == 1


@pytest.mark.parametrize("title", TITLES)
def test_ris_gives_the_title_back(title: str) -> None:
    """A reader of RIS finds one record with all its fields, whatever the title holds."""
    (record,) = rispy.loads(cited(title).ris)

    assert record == {
        "type_of_reference": "ELEC",
        "id": "sheet:fact",
        "title": " ".join(title.split()),
        "secondary_title": "The briefing",
        "publisher": "Desk & Co.",
        "year": "2025",
        "date": "2025/11/09",
        "language": "en",
        "urls": ["https://example.org/a_b/#f"],
    }


@pytest.mark.parametrize("title", TITLES)
def test_csl_is_set_by_a_processor_of_csl(title: str) -> None:
    """A processor reads the item, knows its type and every variable, and sets it in the style of Harvard."""
    item = json.loads(cited(title).csl_json)
    source = CiteProcJSON([item])
    style = citeproc.CitationStylesStyle("harvard-cite-them-right", validate=False)
    works = citeproc.CitationStylesBibliography(style, source, citeproc.formatter.plain)
    works.register(citeproc.Citation([citeproc.CitationItem("sheet:fact")]))

    (words,) = map(str, works.bibliography())
    assert words.startswith(f"Desk & Co. (2025) {' '.join(title.split())}")
    assert words.endswith("The briefing. Desk & Co. Available at: https://example.org/a_b/#f.")


@pytest.mark.parametrize("date", ["2025-11-09", "2025-11", "unknown"])
def test_csl_names_only_what_the_specification_lists(date: str) -> None:
    """Type and variables are those of CSL's own schema; a date is `date-parts`, a name `literal`, the rest text."""
    item = cited("A title", date).csl

    assert item["type"] in listed("csl-types.rnc", "item-types")
    dates, names = (listed("csl-variables.rnc", f"variables.{kind}") for kind in ("dates", "names"))
    texts = listed("csl-variables.rnc", "variables.strings") | listed("csl-variables.rnc", "variables.titles")
    kinds = {"issued": dates, "author": names}
    assert [name for name in item if name not in kinds.get(name, texts | {"id", "type"})] == []
    assert item.get("issued", {"date-parts": [list(cited("", date).day)]}) == {"date-parts": [[*cited("", date).day]]}
    assert all(isinstance(value, str) for name, value in item.items() if name not in kinds)
    assert item["author"] == [{"literal": "Desk & Co."}]


@pytest.mark.parametrize(("date", "day"), [("2025-11", (2025,)), ("2025-11/2026-02", ()), ("unknown", ())])
def test_no_day_is_invented(date: str, day: tuple[int, ...]) -> None:
    """Of a date that is no exact day only the year is given, and that only where it is one."""
    citation = cited("A title", date)
    (record,) = rispy.loads(citation.ris)

    assert citation.day == day
    assert {"year", "month", "day"} & set(bibtex_entry(citation.bibtex).fields) == ({"year"} if day else set())
    assert {"year", "date"} & set(record) == ({"year"} if day else set())
    assert ("issued" in citation.csl) == bool(day)


def listed(file: str, name: str) -> set[str]:
    """The words that a definition of CSL's RELAX NG schema lists, as the processor brings it along."""
    schema = (Path(citeproc.__file__).parent / "data/schema/schemas/styles" / file).read_text("utf-8")
    words = re.findall(r'"([\w-]+)"', re.split(r"\n\n|\n  ##", schema.partition(f"\n  {name} =")[2])[0])
    assert words, name
    return set(words)
