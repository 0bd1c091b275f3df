"""Codes of other people's lists: languages, countries, Wikidata items, licences and the Traffic Light Protocol.

The checks are of form, not of existence: they need no list that would age, except for the open licences.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import total_ordering

_LANGUAGE = re.compile(
    r"(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})"  # language, extended language
    r"(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?"  # script, region
    r"(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"  # variants
    r"(?:-[a-wy-z0-9](?:-[a-z0-9]{2,8})+)*"  # extensions
    r"(?:-x(?:-[a-z0-9]{1,8})+)?|x(?:-[a-z0-9]{1,8})+",  # private use
    re.IGNORECASE,
)
_WIKIDATA = re.compile(r"Q[1-9][0-9]{0,11}", re.ASCII)
_COUNTRY = re.compile(r"[A-Z]{2}")
_LICENCE = re.compile(
    r"(?:DocumentRef-[A-Za-z0-9.-]+:)?LicenseRef-[A-Za-z0-9.-]+|(?!LicenseRef-)[A-Za-z0-9][A-Za-z0-9.+-]{0,63}"
)

PUBLIC_DOMAIN = "public domain"
"""The one licence of two words: not in SPDX, and what editors write."""

_OPEN = re.compile(
    r"CC0-1\.0|CC-BY(?:-SA)?-[0-9]\.[0-9](?:-[A-Z]{2,3})?|CC-PDDC|CC-PDM-1\.0|PDDL-1\.0"
    r"|(?:LicenseRef-)?public[ -]domain|ODbL-1\.0|ODC-By-1\.0|OGL-UK-[123]\.0|OGL-Canada-2\.0|NLOD-[12]\.0"
    r"|etalab-2\.0|DL-DE-(?:BY|ZERO)-2\.0"
    r"|GFDL-1\.[123](?:-no-invariants)?(?:-only|-or-later)?|LAL-1\.[23]|Unlicense|0BSD|MIT(?:-0)?|Apache-2\.0",
    re.IGNORECASE,
)

_RIGHT_TO_LEFT_SCRIPTS = frozenset(
    {"adlm", "arab", "aran", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "syre", "syrj", "syrn", "thaa"}
)
_RIGHT_TO_LEFT_LANGUAGES = frozenset(
    {"ar", "arc", "arz", "ary", "apc", "acm", "azb", "bal", "bqi", "ckb", "dv", "fa", "glk", "he", "iw", "ji", "khw"}
    | {"ks", "lrc", "mzn", "nqo", "pnb", "prs", "ps", "rhg", "sd", "skr", "syr", "ug", "ur", "yi"}
)
"""Languages whose usual script runs from right to left (CLDR likely subtags)."""


@total_ordering
class Tlp(Enum):
    """A marking of the Traffic Light Protocol 2.0 (FIRST); a stricter one is the greater."""

    CLEAR = "CLEAR"
    GREEN = "GREEN"
    AMBER = "AMBER"
    AMBER_STRICT = "AMBER+STRICT"
    RED = "RED"

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Tlp):
            return NotImplemented
        return _LEVELS[self] < _LEVELS[other]


_LEVELS = {marking: level for level, marking in enumerate(Tlp)}


def is_language(text: str) -> bool:
    """Say whether `text` is a well-formed BCP 47 language tag (RFC 5646, without the grandfathered ones)."""
    return bool(_LANGUAGE.fullmatch(text))


def is_wikidata_item(text: str) -> bool:
    """Say whether `text` has the form of a Wikidata item, `Q` and a number."""
    return bool(_WIKIDATA.fullmatch(text))


def is_country(text: str) -> bool:
    """Say whether `text` has the form of an ISO 3166-1 alpha-2 code."""
    return bool(_COUNTRY.fullmatch(text))


def is_licence(text: str) -> bool:
    """Say whether `text` has the form of an SPDX licence id or a `LicenseRef-…`, or is `public domain`."""
    return bool(_LICENCE.fullmatch(text)) or text.lower() == PUBLIC_DOMAIN


def is_open_licence(text: str) -> bool:
    """Say whether a licence lets anybody copy, change and sell a text (the Open Definition).

    Licences that forbid commerce or changes (CC-BY-NC-4.0, CC-BY-ND-4.0) are not open.
    """
    return bool(_OPEN.fullmatch(text))


def direction(language: str) -> str:
    """Give `rtl` or `ltr` for a BCP 47 tag: its script decides, without one the language's usual script."""
    subtags = language.lower().split("-")
    script = next((subtag for subtag in subtags[1:] if len(subtag) == 4 and subtag.isalpha()), None)
    right = script in _RIGHT_TO_LEFT_SCRIPTS if script else subtags[0] in _RIGHT_TO_LEFT_LANGUAGES
    return "rtl" if right else "ltr"
