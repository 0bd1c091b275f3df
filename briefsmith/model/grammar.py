"""The values of a sheet as JSON Schema: what an editor knows of a date or an id while it is typed.

A validator reads every scalar as text; an editor's YAML 1.2 has made a number of `2014` and a truth value of `true`
before a schema sees it. So each grammar names the types that a spelling of its may turn into. A pattern never refuses
what the validator accepts; of what the validator refuses it catches the shapes, not the calendar.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import WithJsonSchema

from briefsmith.values.ident import LONGEST, RESERVED
from briefsmith.values.quantity import Qualifier
from briefsmith.values.tags import PUBLIC_DOMAIN

MARK = "x-grammar"
"""The keyword that stands for a grammar until the whole schema is put together."""

_TYPES = ("string", "number", "boolean", "null")
_STRUCTURES = ("object", "array")


@dataclass(frozen=True, slots=True)
class Grammar:
    """One sort of value: what it is, the pattern of its strings, and what to say where that does not match."""

    description: str
    pattern: str
    cure: str
    types: tuple[str, ...] = _TYPES
    """The YAML 1.2 types that a spelling of it may turn into; `integer` for whole numbers alone."""
    limits: tuple[tuple[str, int], ...] = ()
    """Bounds of the numbers."""

    def schema(self) -> dict[str, Any]:
        """The JSON Schema. `errorMessage` is what editors show instead of the pattern."""
        return {
            "description": self.description,
            **self._shape(),
            "pattern": self.pattern,
            **dict(self.limits),
            "errorMessage": self.cure,
        }

    def _shape(self) -> dict[str, Any]:
        if "boolean" not in self.types and "null" not in self.types:
            return {"type": list(self.types) if len(self.types) > 1 else self.types[0]}
        # Said the other way round: where these are listed, editors offer `null`, `true` and `false` as completions.
        missing = [each for each in _TYPES if each not in self.types]
        refusal = {"type": "string", "errorMessage": self.cure}
        if "integer" not in self.types:
            return {"if": {"type": [*_STRUCTURES, *missing]}, "then": refusal}
        fraction = {"type": "number", "not": {"type": "integer"}}
        wrong = {"type": [*_STRUCTURES, *(each for each in missing if each != "number")]}
        return {"if": {"anyOf": [wrong, fraction]}, "then": refusal}


def shown_as(name: str) -> WithJsonSchema:
    """Mark a type of field with the name of its grammar."""
    return WithJsonSchema({MARK: name})


def any_case(words: str) -> str:
    """A pattern for words in any case, as Python's `re.IGNORECASE` understands it; a space is any white space."""
    return "".join(_ANY_CASE.get(sign, f"[{sign.upper()}{sign}]") for sign in words)


_ANY_CASE = {" ": r"\s+", "s": "[Ssſ]", "k": "[KkK]", "/": "/", ":": ":"}


def _whole(pattern: str) -> str:
    return rf"^\s*(?:{pattern})\s*$"


def _one_of(*words: str) -> str:
    return f"(?:{'|'.join(any_case(word) for word in words)})"


_SOMETHING = r"[^\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]"
"""Any character but white space: what pydantic does not strip."""

_YEAR = r"(?:-?(?:[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|[0-9]XXX)|Y-?[1-9][0-9]{4,11})[?~%]?"
_MONTH = r"(?:0[1-9]|1[0-2]|2[1-4]|[01]X|XX)[?~%]?"
_DAY = r"(?:0[1-9]|[12][0-9]|3[01]|[0-3]X|XX)[?~%]?"
_TIME = r"T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}(?::[0-9]{2})?)?"
_EDTF = rf"{_YEAR}(?:-{_MONTH}(?:-{_DAY})?)?"
_SEASON = rf"{_one_of('spring', 'summer', 'autumn', 'winter')} +-?[0-9]{{4}}[?~%]?"
_PART = rf"{_one_of('early', 'mid', 'late')} +-?[0-9]{{4}}-{_MONTH}"
_POINT = rf"(?:(?:{any_case('about')} +)?(?:{_EDTF}|{_SEASON})|{_PART})"
_END = rf"(?:{_POINT}|\.\.|)"
_MEMBER = rf"(?:{_POINT}|(?:{_POINT})?\s*\.\.\s*(?:{_POINT})?)"
_DATE = "|".join(
    (
        any_case("unknown"),
        rf"{_POINT}(?:{any_case(' or ')}{_POINT})*",
        rf"(?:{any_case('about')} +)?{_YEAR}-{_MONTH}-{_DAY}{_TIME}",
        rf"{any_case('by ')}{_POINT}",
        rf"{any_case('week of ')}{_EDTF}",
        rf"{_END}\s*/\s*{_END}",
        rf"\[\s*{_MEMBER}(?:\s*,\s*{_MEMBER})*\s*\]",
    )
)

_LETTER = r"[^\s!-@\[-`{-~]"
"""Letters, and more: no ASCII digit, sign or space."""
_NUMBER = "[+−-]?[0-9]+(?:[, \u00a0\u202f'’][0-9]{3})*(?:\\.[0-9]+)?"
_SCALE = rf"(?:\s+{_one_of('thousand', 'million', 'billion', 'trillion')})?"
_QUALIFIER = _one_of(*(word.value for word in Qualifier if word.value))
_QUANTITY = (
    rf"[^0-9]*{_LETTER}[^0-9]*|(?:{_QUALIFIER}\s+)?{_NUMBER}{_SCALE}"
    rf"(?:\s+{_one_of('to', 'and')}\s+{_NUMBER}{_SCALE})?\s*(?:%|°\S*|{_LETTER}\S*(?:\s+{_LETTER}\S*)*)?"
)

_EXPONENT = r"[eE][+-]?[0-9]+"
_SHARE = (
    rf"[+-]?(?:0+(?:\.[0-9_]*)?|\.[0-9_]+)|\+?0*1(?:\.0*)?|[+-]?[0-9._]+{_EXPONENT}|[+-]?[0-9._]+(?:{_EXPONENT})?\s*%"
    r"|[0-9._+-]*[^\x00-\x7f]+.*"
)

_RESERVED = "|".join(sorted(RESERVED))
_URL_SIGN = r"[^\s\\<>\"`]"
_HOST = r"[^\s/?#@\\<>\"`]+"

_PUBLIC_DOMAIN = " ".join(any_case(word) for word in PUBLIC_DOMAIN.split())

GRAMMARS = {
    "text": Grammar("text, printed as it stands", _SOMETHING, "Write some text: one value, without `- ` or `key:`."),
    "prose": Grammar(
        "Markdown with references to facts as `[words](#fact-id)`",
        _SOMETHING,
        "Write some text: one value, without `- ` or `key:`.",
    ),
    "reference": Grammar(
        "the id of something that stands elsewhere", _SOMETHING, "Write one id, such as `lavrov`, without `key:`."
    ),
    "quote": Grammar(
        "verbatim words of the source, one contiguous run",
        _SOMETHING,
        "Write the verbatim words, best as `>-` with the words on the lines below.",
    ),
    "id": Grammar(
        "a name of small letters, digits and `-`",
        rf"^\s*(?!(?:{_RESERVED})\s*$)[a-z0-9][a-z0-9-]{{0,{LONGEST - 1}}}\s*$",
        "An id has small letters, digits and `-`, as in `lavrov-rubio`, and is no reserved name such as `index`.",
        ("string", "integer", "boolean", "null"),
        (("minimum", 0),),
    ),
    "date": Grammar(
        "a date: `2025-11-09`, `2025-11`, `2025`, `late 2025-10`, `summer 2024`, `about 2022`, `by 2025-12`, "
        "`2025-10/..`, `unknown`, or any other EDTF",
        _whole(_DATE),
        "No date. Write year, month, day: `2025-11-09`, `2025-11`, `2025`; or `late 2025-10`, `summer 2024`, "
        "`about 2022`, `2025-10/..`, `unknown`.",
        ("string", "integer"),
        (("minimum", -9999), ("maximum", 9999)),
    ),
    "quantity": Grammar(
        "`[about|nearly|over|up to|between …] number [to number] [million …] [% | currency | noun]`, or words",
        _whole(_QUANTITY),
        "No quantity. Write it like `about 19 %`, `nearly 210 billion USD`, `between 20 and 30 tanks` or `almost all`.",
    ),
    "share": Grammar(
        "a share of a whole, such as `0.9` or `90 %`",
        _whole(_SHARE),
        "No share between 0 and 1. Write it like `0.9` or `90 %`.",
        ("string", "number"),
        (("minimum", 0), ("maximum", 1)),
    ),
    "instant": Grammar(
        "a time with its zone (ISO 8601)",
        _whole(
            r"[0-9]{4}-?(?:[0-9]{2}-?[0-9]{2}|W[0-9]{2}(?:-?[0-9])?).[0-9]{2}[0-9:.,]*(?:Z|[+-][0-9][0-9:.,]*)"
        ),
        "No time with a zone. Write it like `2025-11-10T09:30:00+01:00`.",
        ("string",),
    ),
    "url": Grammar(
        "a whole web address, or unknown",
        _whole(rf"unknown|{_one_of('http', 'https')}://{_HOST}(?:[/?#]{_URL_SIGN}*)?|{any_case('mailto:')}{_HOST}@{_HOST}"),
        "No web address. Write it whole, as in `https://www.example.org/article`, or write `unknown`.",
        ("string",),
    ),
    "language": Grammar(
        "a language tag (BCP 47)",
        _whole(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*|[Xx](?:-[A-Za-z0-9]{1,8})+"),
        "No language tag. Write it like `en`, `uk` or `zh-Hant` (BCP 47).",
        ("string", "boolean", "null"),
    ),
    "country": Grammar(
        "a country's two letters (ISO 3166-1)", _whole("[A-Z]{2}"), "Write two capital letters, such as `UA`.",
        ("string",),
    ),
    "wikidata": Grammar(
        "the id of a Wikidata item", _whole("Q[1-9][0-9]{0,11}"), "Write a capital Q and digits, such as `Q212`.",
        ("string",),
    ),
    "licence": Grammar(
        "an SPDX licence id, `LicenseRef-…`, or `public domain`",
        _whole(rf"(?:DocumentRef-[A-Za-z0-9.-]+:)?[A-Za-z0-9][A-Za-z0-9.+-]*|{_PUBLIC_DOMAIN}"),
        "No SPDX licence id. Write it like `CC-BY-4.0`, or `LicenseRef-unknown`.",
    ),
    "hash": Grammar(
        "a SHA-256 in small hexadecimal digits", _whole("[0-9a-f]{64}"), "Write the 64 hexadecimal digits.",
        ("string", "number"),
    ),
    "count": Grammar(
        "a whole number", _whole("[0-9]{1,9}"), "Write a whole number in digits.",
        ("string", "integer"), (("minimum", 0), ("maximum", 999_999_999)),
    ),
    "post": Grammar(
        "an office and whose it is: `<role>, <id of an actor>`",
        r"[^\s][\s\S]*,[^,]*[^\s,][^,]*$",
        "Write it as `<role>, <id of an actor>`, such as `Foreign Minister, russia`.",
        ("string",),
    ),
}  # fmt: skip
"""Every sort of value, by the name under which the schemas define it."""
