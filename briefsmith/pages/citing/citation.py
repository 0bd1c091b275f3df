"""How to cite a page or a fact: as BibTeX, as RIS and as CSL-JSON, each with the escaping that its format asks for.

A fact is cited as what the site says, under the site's name; the day is the one for which its information is good,
because a static page cannot know the day on which it is read.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from briefsmith.values.edtf import EdtfDate

_KEY = re.compile(r"[^A-Za-z0-9:._+-]+")
_LIGATURE = re.compile(r"(?<=-)(?=-)|(?<=')(?=')|(?<=[`?!])(?=`)|(?<=,)(?=,)")
"""Between signs that LaTeX makes one of, such as two hyphens."""
_LATEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "|": r"\textbar{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True, slots=True)
class Citation:
    """What is cited. `container` is the briefing's title, or empty for a briefing itself and for pages of the site."""

    id: str
    title: str
    container: str
    site: str
    date: EdtfDate | None
    """The day for which it is good."""
    language: str
    url: str
    """The canonical address; empty where the site does not know its own."""

    @property
    def day(self) -> tuple[int, ...]:
        """Year, month and day; only the year where the day is not known; nothing where that is not known either."""
        first, last = (self.date.earliest, self.date.latest) if self.date else (None, None)
        if first is None or last is None or first.year != last.year:
            return ()
        return (first.year, first.month, first.day) if first == last else (first.year,)

    @property
    def bibtex(self) -> str:
        """An entry of type `misc`, which every style knows; the title's case is kept."""
        day = self.day
        rows = [
            ("author", f"{{{{{_latex(self.site)}}}}}"),
            ("title", f"{{{{{_latex(self.title)}}}}}"),
            ("howpublished", f"{{{_latex(self.container)}}}" if self.container else ""),
            ("year", f"{{{day[0]}}}" if day else ""),
            ("month", _MONTHS[day[1] - 1] if len(day) == 3 else ""),
            ("day", f"{{{day[2]}}}" if len(day) == 3 else ""),
            ("language", f"{{{self.language}}}"),
            ("url", f"{{{self.url}}}" if self.url else ""),
        ]
        key = _KEY.sub("-", self.id)
        return f"@misc{{{key},\n" + ",\n".join(f"  {name} = {value}" for name, value in rows if value) + "\n}"

    @property
    def ris(self) -> str:
        """A record of type `ELEC`, a line each; a line's end in a value would end the field, so white space is one."""
        day = self.day
        rows = [
            ("TY", "ELEC"),
            ("ID", _KEY.sub("-", self.id)),
            ("TI", self.title),
            ("T2", self.container),
            ("PB", self.site),
            ("PY", f"{day[0]:04}" if day else ""),
            ("DA", f"{day[0]:04}/{day[1]:02}/{day[2]:02}" if len(day) == 3 else ""),
            ("LA", self.language),
            ("UR", self.url),
        ]
        return "\n".join([*(f"{tag}  - {_line(value)}" for tag, value in rows if value), "ER  - "])

    @property
    def csl(self) -> dict[str, Any]:
        """An item of CSL-JSON 1.0.2."""
        rows: dict[str, Any] = {
            "id": self.id,
            "type": "webpage",
            "title": _line(self.title),
            "author": [{"literal": _line(self.site)}],
            "container-title": _line(self.container),
            "publisher": _line(self.site),
            "issued": {"date-parts": [list(self.day)]} if self.day else None,
            "language": self.language,
            "URL": self.url,
        }
        return {name: value for name, value in rows.items() if value}

    @property
    def csl_json(self) -> str:
        """The item as text."""
        return json.dumps(self.csl, ensure_ascii=False, indent=1)


def _latex(text: str) -> str:
    apart = _LIGATURE.sub("\0", _line(text))
    return "".join("{}" if character == "\0" else _LATEX.get(character, character) for character in apart)


def _line(text: str) -> str:
    return " ".join(text.split())
