"""Pages of the manual as they are written: sections, and fenced blocks with the name of a file behind the language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files

from briefsmith.findings.finding import Code

MEANING, REASON, BAD, GOOD, CURE = "What it means", "Why it matters", "Bad", "Good", "How to cure it"
SECTIONS = (MEANING, REASON, BAD, GOOD, CURE)
"""The headings of a page in their order; only the last may be left out."""

MESSAGE = "message"
"""Behind the language of the block that repeats what `check` prints for the bad case."""

FENCE = re.compile(r"^```(?P<language>\w+)(?: (?P<name>\S+))?\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^## (.+)\n", re.MULTILINE)


class PageError(ValueError):
    """A page that lacks a section, or has one that no page has: a mistake of ours, never of an editor."""


@dataclass(frozen=True, slots=True)
class Block:
    """One fenced block of a case."""

    language: str
    file: str
    """Path of the file that it is, from the site's root; empty for keys that replace those of the example's sheet."""
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """The manual page of one code; its sections are Markdown."""

    code: Code
    meaning: str
    reason: str
    bad: str
    good: str
    cure: str

    @property
    def bad_case(self) -> tuple[Block, ...]:
        """What yields exactly this finding; empty where no text can show it."""
        return tuple(block for block in blocks_in(self.bad) if block.file != MESSAGE)

    @property
    def good_case(self) -> tuple[Block, ...]:
        """The same, put right: it yields no finding."""
        return blocks_in(self.good)

    @property
    def message(self) -> str:
        """What `check` prints for the bad case, as far as the page shows it."""
        return "".join(block.text for block in blocks_in(self.bad) if block.file == MESSAGE)

    @property
    def summary(self) -> str:
        """The first sentence of its meaning, on one line."""
        return " ".join(re.split(r"(?<=[.:]) (?=[A-Z])", " ".join(self.meaning.split()), maxsplit=1)[0].split())


def load_page(code: Code) -> Page:
    """The page of a code, from the package; raises FileNotFoundError without one, `PageError` if it is incomplete."""
    head, *parts = _HEADING.split(_read(f"{code.number}.md"))
    sections = dict(zip(parts[::2], (part.strip() for part in parts[1::2]), strict=True))
    if head.strip() or tuple(sections) not in {SECTIONS, SECTIONS[:-1]} or not all(sections.values()):
        raise PageError(f"{code.number}.md has the sections {', '.join(sections)}; it needs {', '.join(SECTIONS[:-1])}")
    return Page(code, *(sections.get(name, "") for name in SECTIONS))


def load_example() -> str:
    """The small site that the cases change: a page with the text of each of its files."""
    return _read("example.md").strip()


def blocks_in(markdown: str) -> tuple[Block, ...]:
    """The fenced blocks of a text, in its order."""
    return tuple(Block(match["language"], match["name"] or "", match["text"]) for match in FENCE.finditer(markdown))


def _read(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")
