"""A finding: a rule's word about one place in the input. Yielded, collected, sorted, printed; never raised."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from briefsmith.text.yamltree import Path


class Severity(Enum):
    """How much a finding weighs."""

    ERROR = "error"
    """Stops a build."""
    WARNING = "warning"
    """Is printed; stops a build under `--strict` only."""


@dataclass(frozen=True, slots=True)
class Code:
    """One row of the catalogue: its number, never used for anything else, and its name for the bad pattern."""

    number: str
    name: str
    severity: Severity


@dataclass(frozen=True, slots=True)
class Address:
    """A place in a YAML file by the keys that lead to it; it becomes line and column only when it is printed."""

    file: str
    path: Path = ()
    key: bool = False
    """The key itself rather than its value."""
    word: str = ""
    """Narrows the place to the first occurrence of this text within the value."""

    def at(self, *steps: str | int) -> Address:
        """The address of something inside this one."""
        return Address(self.file, (*self.path, *steps))


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a text file by offsets in code points, half-open."""

    file: str
    start: int
    end: int


Place = Address | Span


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that explains the first."""

    at: Place
    message: str


class Form(Enum):
    """What an edit's text is, and what it does to the entry at its address."""

    VALUE = "value"
    """Words: they take the place of the value, of the key where the address means the key, or of a word in the value,
    written in the style that stands there."""
    YAML = "yaml"
    """YAML in the place of the whole value."""
    QUOTED = "quoted"
    """The value as it is written, in quotation marks, which makes a text of it; `text` is not used."""
    BESIDE = "beside"
    """YAML: an entry `key: value` of the same mapping, which follows the one at the address."""
    DROPPED = "dropped"
    """Nothing: the entry goes with its key, and its parent with it if it was the only one; `text` is not used."""


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `text` in the place of what stands at `at`. At a `Span` it is put there as it is, whatever the form."""

    at: Place
    text: str
    form: Form = Form.VALUE


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that cure the finding; `safe` when they cannot change what the sheet says."""

    edits: tuple[Edit, ...]
    safe: bool


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong (`message`: lower case, no full stop, no cure) and what to do about it (`help`)."""

    code: Code
    at: Place
    message: str
    help: str = ""
    related: tuple[Related, ...] = field(default=())
    fix: Fix | None = None

    @property
    def is_error(self) -> bool:
        """Whether it stops a build."""
        return self.code.severity is Severity.ERROR
