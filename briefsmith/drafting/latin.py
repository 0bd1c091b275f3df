"""Ids out of names in any script: letters with marks lose them, Cyrillic ones are written in Latin."""

from __future__ import annotations

import re
import unicodedata

from briefsmith.values.ident import LONGEST, is_id

_LETTERS = "абвгдежзийклмнопрстуфхцчшщъыьэюяёєіїґў"
_SPELT = "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya yo ye i yi g u"
_CYRILLIC = dict(zip(_LETTERS, _SPELT.split(" "), strict=True))
_OTHERS = {"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ı": "i"}


def id_from_name(name: str) -> str:
    """An id that reads like the name; empty where its script has no Latin spelling here."""
    spelt = "".join(_latin(letter) for letter in unicodedata.normalize("NFC", name).lower())
    made = re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’]", "", spelt)).strip("-")[:LONGEST].rstrip("-")
    return made if is_id(made) else ""


def _latin(letter: str) -> str:
    if letter in _CYRILLIC:
        return _CYRILLIC[letter].replace("_", "")
    if letter in _OTHERS:
        return _OTHERS[letter]
    return "".join(each for each in unicodedata.normalize("NFKD", letter) if unicodedata.category(each) != "Mn")
