"""Which fields of a thing changed, from what to what, and whether that changes its meaning."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from briefsmith.analysis.changes.subjects import HEAD, Subject
from briefsmith.analysis.changes.wording import says_the_same
from briefsmith.model.base import Part
from briefsmith.model.evidence import Quote
from briefsmith.model.objects import Term
from briefsmith.model.reasoning import ADVICE_KINDS, Advice
from briefsmith.model.statements import Position
from briefsmith.model.vocabulary import PositionKind
from briefsmith.text.normal import normal_form
from briefsmith.values.edtf import EdtfDate
from briefsmith.values.quantity import Quantity


class Weight(Enum):
    """What a change of a field is worth."""

    MEANING = "meaning"
    """It changes what is said, or what it rests on."""
    WORDING = "wording"
    """The same in other words, typography or spelling."""
    REMARK = "remark"
    """A field that asserts nothing: notes, names of things, housekeeping."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field; an empty side means that it was not there."""

    name: str
    old: str
    new: str
    weight: Weight
    is_reference: bool = False
    """Whether the values are ids of other facts."""


SENTENCE = "sentence"
CONTESTED = "contradicts"
EVIDENCE = "evidence"

_REMARKS = {
    *("note", "desk_note", "date_note", "date_words", "date_basis", "key", "id", "formerly", "review_by", "tlp"),
    *("compatible_with", "move", "why", "file", "url", "archived", "accessed", "sha256", "reviewed", "text", "author"),
    *("permission", "licence", "coverage", "set_aside", "wikidata", "credibility", "language"),
}
"""Fields that a reader's understanding of the fact does not hang on."""
_HEAD_FIELDS = ("title", "bottom_line", "summary", "state", "tlp")
_NAMED_BY = {"source": "title", "actor": "name", "issue": "title", "term": "term"}
"""The field that holds the words of what is no fact."""
_REFERENCES = {"supersedes", "about", "basis", "answer", "follows", "parent", "under"}
_SENTENCES = {
    *(kind.value.replace("-", "_") for kind in PositionKind),
    *("event", "figure", "claim", "term", "judgement", "question", *ADVICE_KINDS),
}
_DEFAULTS = {
    ("question", "status"): "open",
    ("", "status"): "reported",
    ("", "happening"): "held",
    ("", "form"): "assertion",
    ("term", "type"): "concept",
}
"""What a field means where it is left out, by kind and name."""


def field_changes(old: Subject, new: Subject, renamed: Mapping[str, str]) -> Iterator[FieldChange]:
    """All fields in which two versions of a thing differ. `renamed` leads from earlier ids to those of today."""
    if old.kind != HEAD:
        yield from _text(SENTENCE, old.words, new.words)
    yield from _plain("kind", _kind(old), _kind(new))
    yield from _plain("holder", " & ".join(old.holders), " & ".join(new.holders))
    yield from _plain("issue", old.issue, new.issue)
    for name in _names(old, new):
        yield from _field(new.kind, name, getattr(old.item, name, None), getattr(new.item, name, None), renamed)
    yield from _evidence(_quotes(old.item), _quotes(new.item))
    if (old.item.model_extra or {}) != (new.item.model_extra or {}):
        yield FieldChange("x-…", "", "", Weight.REMARK)


def words_of_value(value: Any) -> str:
    """A field's value in a few words, as an editor would write it; empty where there is none."""
    if value is None or value == () or value == {}:
        return ""
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, EdtfDate | Quantity):
        return value.written
    if isinstance(value, tuple | list):
        return ", ".join(map(words_of_value, value))
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {words_of_value(each)}" for key, each in value.items())
    if isinstance(value, Part):
        parts = (words_of_value(getattr(value, name)) for name in type(value).model_fields if name != EVIDENCE)
        return ", ".join(filter(None, parts))
    return str(value)


def _names(old: Subject, new: Subject) -> list[str]:
    if new.kind == HEAD:
        return list(_HEAD_FIELDS)
    fields = dict.fromkeys([*type(old.item).model_fields, *type(new.item).model_fields])
    passed_over = {EVIDENCE, CONTESTED, *(_SENTENCES if new.fact else {_NAMED_BY[new.kind]})}
    return [name for name in fields if name not in passed_over]


def _kind(subject: Subject) -> str:
    item = subject.item
    if isinstance(item, Position):
        return item.kind.value
    return item.kind if isinstance(item, Advice) else ""


def _plain(name: str, old: str, new: str) -> Iterator[FieldChange]:
    if old != new:
        yield FieldChange(name, old, new, Weight.MEANING)


def _text(name: str, old: str, new: str) -> Iterator[FieldChange]:
    if old != new:
        yield FieldChange(name, old, new, Weight.WORDING if says_the_same(old, new) else Weight.MEANING)


def _field(kind: str, name: str, old: Any, new: Any, renamed: Mapping[str, str]) -> Iterator[FieldChange]:
    is_reference = name in _REFERENCES
    old = _renamed(old, renamed) if is_reference else old
    default = _DEFAULTS.get((kind, name), _DEFAULTS.get(("", name), ""))
    before, after = words_of_value(old) or default, words_of_value(new) or default
    if before != after:
        yield FieldChange(name, before, after, _weight(name, old, new), is_reference)


def _weight(name: str, old: Any, new: Any) -> Weight:
    if name in _REMARKS:
        return Weight.REMARK
    return Weight.WORDING if _is_same_value(old, new) else Weight.MEANING


def _is_same_value(old: Any, new: Any) -> bool:
    if isinstance(old, str) and isinstance(new, str):
        return says_the_same(old, new)
    if isinstance(old, EdtfDate) and isinstance(new, EdtfDate):
        return old.edtf == new.edtf
    if isinstance(old, Quantity) and isinstance(new, Quantity):
        return replace(old, written="") == replace(new, written="")
    if isinstance(old, tuple) and isinstance(new, tuple):
        return len(old) == len(new) and all(map(_is_same_value, old, new))
    if isinstance(old, Part) and isinstance(new, Part):
        return says_the_same(words_of_value(old), words_of_value(new))
    return bool(old == new)


def _renamed(value: Any, renamed: Mapping[str, str]) -> Any:
    if isinstance(value, tuple):
        return tuple(renamed.get(each, each) for each in value)
    return renamed.get(value, value) if isinstance(value, str) else value


def _quotes(item: Part) -> list[Quote]:
    quotes: tuple[Quote, ...] = getattr(item, EVIDENCE, ())
    senses = item.definition if isinstance(item, Term) else ()
    return [*quotes, *(quote for sense in senses for quote in sense.evidence)]


def _evidence(old: list[Quote], new: list[Quote]) -> Iterator[FieldChange]:
    """Quotes dropped and added; one whose words are the same but for typography is only reworded."""
    before = {(quote.source or "", normal_form(quote.exact)): quote for quote in old}
    after = {(quote.source or "", normal_form(quote.exact)): quote for quote in new}
    gone, come = [key for key in before if key not in after], [key for key in after if key not in before]
    for key in gone:
        twin = next((other for other in come if _is_one_source(key, other) and says_the_same(key[1], other[1])), None)
        if twin is None:
            yield FieldChange(EVIDENCE, before[key].exact, "", Weight.MEANING)
            continue
        come.remove(twin)
        if key[1] != twin[1]:
            yield FieldChange(EVIDENCE, before[key].exact, after[twin].exact, Weight.WORDING)
    for key in come:
        yield FieldChange(EVIDENCE, "", after[key].exact, Weight.MEANING)
    for key in [key for key in before if key in after]:
        yield from _text("translation", before[key].translation or "", after[key].translation or "")


def _is_one_source(old: tuple[str, str], new: tuple[str, str]) -> bool:
    """A quote need not name its source in a sheet that has only one."""
    return old[0] == new[0] or not (old[0] and new[0])
