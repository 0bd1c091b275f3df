"""YAML as a tree of texts: mappings, lists and strings, nothing else, and where each of them stands.

YAML's own idea of types is switched off: `no` stays `no`, `2014` and `12:30` stay text, and the schema decides
later what they mean. The tree is built from the parser's events, without recursion, so that deep nesting can end
neither the stack nor, as the C composer does, the process. Aliases, explicit tags and doubled keys are faults.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from briefsmith.text.rescue import Taken, without_block
from briefsmith.text.yaml_trouble import NO_SPACE, diagnose

MAX_CHARACTERS = 32_000_000
MAX_DEPTH = 100
MAX_NODES = 4_000_000

Tree = str | list["Tree"] | dict[str, "Tree"]
Key = str | int
Path = tuple[Key, ...]

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""What YAML 1.2 allows nowhere; half of a surrogate pair, too, which no file has and an editor may send."""


@dataclass(frozen=True, slots=True)
class YamlFault:
    """Why a text is no acceptable YAML; `start` and `end` are offsets, `first` where a doubled key stood before."""

    kind: str
    """syntax, duplicate-key, alias, tag, limit, control-character, several-documents, conflict or no-mapping."""
    message: str
    help: str
    start: int
    end: int
    first: tuple[int, int] | None = None


class Spot(NamedTuple):
    """Offsets of a value and, in a mapping, of its key; half-open. `style` is a scalar's mark, empty for plain."""

    start: int
    end: int
    key_start: int | None = None
    key_end: int | None = None
    style: str | None = None


@dataclass
class YamlText:
    """What a YAML text holds: the tree, unless it has no mapping at its top, and the faults found on the way."""

    tree: dict[str, Any] | None = None
    faults: list[YamlFault] = field(default_factory=list)
    spots: dict[Path, Spot] = field(default_factory=dict)
    """Filled only when asked for: places cost more than values, and only findings and fixes need them."""
    lost: set[str] = field(default_factory=set)
    """The texts under doubled keys, of which only the first is kept."""
    taken: tuple[Taken, ...] = ()
    """The blocks that had to be left out because they are no YAML."""


def read_yaml(text: str, *, places: bool = False) -> YamlText:
    """Read one YAML document; never raises for bad input, whatever it is.

    A block that is no YAML is left out and the rest read all the same, so that one slip of the pen hides neither the
    other findings nor, in a draft, the rest of the sheet. A no-break space among the spaces of YAML is read as one.
    """
    healed: list[YamlFault] = []
    while len(healed) < _MOST_WIDE and (wide := _wide_space(text)):
        healed.append(wide)
        text = text[: wide.start] + _WIDE.sub(" ", text[wide.start : wide.end + 1]) + text[wide.end + 1 :]
    first = read = _read_once(text, places)
    first.faults.extend(healed)
    faults: list[YamlFault] = []
    taken: list[Taken] = []
    while (broken := _broken(read)) is not None and len(taken) < _RESCUES:
        saved = _saved(text, broken.start, places)
        if saved is None:
            return replace(first, faults=[*first.faults, *healed])
        faults.append(broken)
        text, one, read = saved
        taken.append(one)
    if broken is not None or read.tree is None:
        return replace(first, faults=[*first.faults, *healed])
    return replace(read, faults=[*faults, *read.faults, *healed], taken=tuple(taken))


def _saved(text: str, offset: int, places: bool) -> tuple[str, Taken, YamlText] | None:
    """The text without the block that is broken, or without the one before as well, if that alone does not help."""
    for and_before in (False, True):
        saved = without_block(text, offset, and_before=and_before)
        if saved is None:
            continue
        read = _read_once(saved[0], places)
        broken = _broken(read)
        if and_before or broken is None or broken.start > saved[1].end:
            return (*saved, read)
    return None


_RESCUES = 8
_RESCUABLE = {"syntax", "alias", "tag", "control-character"}


def _broken(read: YamlText) -> YamlFault | None:
    return next((fault for fault in read.faults if fault.kind in _RESCUABLE), None)


def _read_once(text: str, places: bool) -> YamlText:
    result = YamlText()
    if fault := _fault_before_parsing(text):
        result.faults.append(fault)
        return result
    builder = _Builder(result, places)
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        result.tree = None
        result.faults.append(builder.unclosed(text) or _syntax_fault(text, error, builder.quoted))
    except _Stop as stop:
        result.tree = None
        result.faults.append(stop.fault)
    else:
        builder.finish(len(text))
    return result


def spot_of(spots: dict[Path, Spot], path: Path) -> Spot | None:
    """The place of a path or, where short forms left parts of it out, of the deepest part that is there."""
    here: Path = ()
    for step in path:
        if (*here, step) in spots:
            here = (*here, step)
    return spots.get(here)


class _Stop(Exception):
    def __init__(self, fault: YamlFault) -> None:
        super().__init__(fault.message)
        self.fault = fault


class _Frame:
    __slots__ = ("doubled", "is_over", "key", "key_spot", "keys", "path", "start", "value")

    def __init__(self, value: Any, path: Path | None, start: int) -> None:
        self.value = value
        self.path = path
        self.start = start
        self.key: str | None = None
        self.key_spot = (0, 0)
        self.keys: dict[str, tuple[int, int]] = {}
        self.doubled = False
        self.is_over = False
        """Whether the rest belongs to another item, whose dash is missing."""


class _Builder:
    """Takes events one by one and keeps the open containers on its own stack."""

    def __init__(self, result: YamlText, places: bool) -> None:
        self.result = result
        self.spots = result.spots if places else None
        self.stack: list[_Frame] = []
        self.documents = self.nodes = 0
        self.quoted: tuple[int, int] | None = None
        """Where the value read last stands, if it is in quotation marks."""

    def take(self, event: Event) -> None:
        kind = type(event)
        if kind is ScalarEvent:
            self._scalar(event)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            self._open(event, {} if kind is MappingStartEvent else [])
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            self._close(event)
        elif kind is AliasEvent:
            raise _Stop(_at(event, "alias", "`*` refers to another place (an alias)", _ALIAS_HELP))
        elif kind is DocumentStartEvent:
            self.documents += 1
            if self.documents > 1:
                raise _Stop(_at(event, "several-documents", "a second document begins", "keep one sheet in one file"))

    def finish(self, length: int) -> None:
        if self.result.tree is None:
            self.result.faults.append(YamlFault("no-mapping", *_NO_FIELDS, 0, min(length, 1)))

    def unclosed(self, text: str) -> YamlFault | None:
        """The quotation mark that swallowed the lines below it, where that is why the parser stopped further down."""
        if self.quoted is None or not _LOOKS_LIKE_KEY.search(text, *self.quoted):
            return None
        start, end = self.quoted
        line = text.count("\n", 0, end) + 1
        message = f"no valid YAML: the quotation mark that opens here is closed only in line {line}"
        return YamlFault("syntax", message, _UNCLOSED_HELP, start, start + 1)

    def _scalar(self, event: Any) -> None:
        self._count(event)
        self.quoted = (event.start_mark.index, event.end_mark.index) if event.style in ("'", '"') else None
        frame = self.stack[-1] if self.stack else None
        if frame is not None and type(frame.value) is dict and frame.key is None:
            self._key(frame, event)
            return
        self._attach(event.value, event)

    def _key(self, frame: _Frame, event: Any) -> None:
        name, spot = event.value, (event.start_mark.index, event.end_mark.index)
        if name in frame.keys and frame.doubled:
            pass  # of an item whose dash is missing, every key is doubled
        elif name in frame.keys:
            frame.doubled = True
            message = f"key `{name}` stands twice in one mapping"
            is_first = next(iter(frame.keys)) == name
            # A new item whose dash is missing comes behind a whole one; right behind itself, a key is only doubled.
            is_whole = len(frame.keys) > 1
            is_item = is_first and is_whole and len(self.stack) > 1 and type(self.stack[-2].value) is list
            frame.is_over = is_item
            help_ = _NEW_ITEM if is_item else "merge the two, or rename one: YAML would silently keep only the last"
            self.result.faults.append(YamlFault("duplicate-key", message, help_, *spot, frame.keys[name]))
        frame.keys.setdefault(name, spot)
        frame.key, frame.key_spot = name, spot

    def _open(self, event: Any, value: Any) -> None:
        self._count(event)
        if self.stack and type(self.stack[-1].value) is dict and self.stack[-1].key is None:
            raise _Stop(_at(event, "syntax", "a key that is itself a list or mapping", "write a plain key"))
        if len(self.stack) >= MAX_DEPTH:
            raise _Stop(_at(event, "limit", f"nested deeper than {MAX_DEPTH} levels", "a sheet needs about eight"))
        path = self._attach(value, event)
        self.stack.append(_Frame(value, path, event.start_mark.index))

    def _close(self, event: Any) -> None:
        frame = self.stack.pop()
        if self.spots is not None and frame.path is not None:
            self.spots[frame.path] = self.spots[frame.path]._replace(end=event.end_mark.index)

    def _attach(self, value: Any, event: Any) -> Path | None:
        """Put a value where it belongs, and give its path; of a doubled key the first value stays, with its places."""
        if not self.stack:
            if type(value) is not dict:
                raise _Stop(_no_fields(event))
            self.result.tree = value
            return self._note((), event, None)
        frame = self.stack[-1]
        if type(frame.value) is list:
            frame.value.append(value)
            return self._note(self._inside(frame, len(frame.value) - 1), event, None)
        assert frame.key is not None
        key, frame.key = frame.key, None
        if key in frame.value or frame.is_over:
            self.result.lost |= {value} if type(value) is str else set()
            return None
        frame.value[key] = value
        return self._note(self._inside(frame, key), event, frame.key_spot)

    def _inside(self, frame: _Frame, step: Key) -> Path | None:
        return (*frame.path, step) if self.spots is not None and frame.path is not None else None

    def _note(self, path: Path | None, event: Any, key: tuple[int, int] | None) -> Path | None:
        """Keep the place of a value, where places are asked for, and give its path back."""
        if self.spots is None or path is None:
            return None
        start, end = event.start_mark.index, event.end_mark.index
        style = (event.style or "") if type(event) is ScalarEvent else None
        key_start, key_end = key or (None, None)
        self.spots[path] = Spot(start, end, key_start, key_end, style)
        return path

    def _count(self, event: Any) -> None:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise _Stop(_at(event, "limit", f"more than {MAX_NODES:,} values", "split the sheet"))
        if event.tag is not None and event.tag != "!":
            raise _Stop(_at(event, "tag", f"`{event.tag}` is read as a YAML tag", _TAG_HELP))
        if event.anchor is not None:
            raise _Stop(_at(event, "alias", f"`&{event.anchor}` names a place for reuse (an anchor)", _ALIAS_HELP))


_NEW_ITEM = "write a dash before it if a new item begins here (`- …`); else merge the two, or rename one"
_ALIAS_HELP = "write the value out; a value that begins with `*` or `&` needs quotation marks"
_TAG_HELP = "put a text that begins with `!` in quotation marks; else leave the tag out: the schema knows the types"
_NO_FIELDS = ("the file holds no fields", "write `key: value` lines; a fact sheet begins with `briefing: <id>`")
_CONFLICT = re.compile(r"^<{7} [^\r\n]*", re.MULTILINE)
_CONFLICT_END = re.compile(r"^>{7} ", re.MULTILINE)
_CONFLICT_HELP = "keep the lines of one side, and delete the other and the three marker lines of this merge conflict"
_UNCLOSED_HELP = "close it where the text ends, or write the text as a `>-` block, which needs none"
_LOOKS_LIKE_KEY = re.compile(r"(?<=[\r\n]) *(?:- +)?[a-z][a-z0-9_-]*:(?=[ \r\n])")
_MOST_WIDE = 100
_WIDE_SPACE = "[\u00a0\u2007\u202f\u3000]"
_WIDE = re.compile(_WIDE_SPACE)
_WIDE_INDENT = re.compile(
    rf"^(?: *{_WIDE_SPACE}[^\S\r\n]*(?=- |[\w-]+:)| *(?:- )?[\w-]+:(?={_WIDE_SPACE}))", re.MULTILINE
)


def _at(event: Any, kind: str, message: str, help_: str) -> YamlFault:
    start, end = event.start_mark.index, event.end_mark.index
    return YamlFault(kind, message, help_, start, max(end, start + 1))


def _no_fields(event: Any) -> YamlFault:
    if type(event) is ScalarEvent and NO_SPACE.match(event.value):
        return _at(event, "syntax", "no valid YAML: a colon without a space", "write `key: value`, with a space")
    return _at(event, "no-mapping", *_NO_FIELDS)


def _fault_before_parsing(text: str) -> YamlFault | None:
    if len(text) > MAX_CHARACTERS:
        return YamlFault("limit", f"more than {MAX_CHARACTERS:,} characters", "split the sheet", 0, 1)
    if match := _CONTROL.search(text):
        message = f"control character U+{ord(match[0]):04X}"
        return YamlFault("control-character", message, "delete it", *match.span())
    if (match := _CONFLICT.search(text)) and _CONFLICT_END.search(text, match.end()):
        return YamlFault("conflict", "the two sides of an unfinished merge stand here", _CONFLICT_HELP, *match.span())
    return None


def _wide_space(text: str) -> YamlFault | None:
    if match := _WIDE_INDENT.search(text):
        message = "no valid YAML: a no-break space where a plain one has to stand"
        return YamlFault("syntax", message, "type the spaces of this line again", *match.span())
    return None


def _syntax_fault(text: str, error: yaml.MarkedYAMLError, quoted: tuple[int, int] | None) -> YamlFault:
    problem, help_, offset = diagnose(text, error, quoted[1] if quoted else None)
    return YamlFault("syntax", f"no valid YAML: {problem}", help_, offset, offset + 1)
