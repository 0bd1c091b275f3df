"""A whole draft: the head of a sheet, its source, and under each section what the article offers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from briefsmith.drafting.blocks import (
    Candidate,
    Section,
    commented,
    entry_lines,
    evidence_lines,
    field_line,
    scalar,
)
from briefsmith.drafting.intake import Intake, url_of
from briefsmith.drafting.known import Known, free_id
from briefsmith.drafting.material import Material
from briefsmith.drafting.search import Search

MODELINE = "# yaml-language-server: $schema={}.schema/fact-sheet.schema.json"
ISSUE = "main"
_TITLE = 120
_GUIDE = (
    "# A draft: each block below is a candidate, in the article's own words. Uncomment what you want (one keystroke in",
    "# most editors), put its sentence into your own words, and delete the rest. `by`, dates and kinds are proposals.",
)


def draft_sheet(taken: Intake, briefing: str, today: date, depth: int, site: Known) -> str:
    """The text of a new sheet; `depth` is how many folders below the site's it stands."""
    search = Search(Material(taken.file, taken.language, taken.day), site.actors)
    issue = free_id(ISSUE, site.issues)
    day = taken.day.iso() if taken.day else today.isoformat()
    title = headline_of(taken) or _title_of(search.material)
    head = [
        MODELINE.format("../" * depth),
        *_GUIDE,
        f"briefing: {briefing}",
        *field_line("title", scalar(title)),
        f"date: {day}",
        *((f"language: {taken.language}",) if taken.language != "en" else ()),
        "source:",
        *(f"  {line}" for line in source_lines(taken)),
        "",
        "issues:",
        f"  {issue}:",
        *(f"    {line}" for line in _issue_lines(search, title)),
    ]
    return "\n".join([*head, *_sections(search, issue)]) + "\n"


def source_lines(taken: Intake) -> list[str]:
    """The record of the source; what nobody knows yet is `unknown`, and shown so."""
    page, title = taken.page, headline_of(taken)
    if taken.is_recorded:
        return [f"id: {taken.id}", f"file: {scalar(taken.path)}"]
    rows = [
        ("file", scalar(taken.path)),
        ("date", taken.day.iso() if taken.day else "unknown"),
        ("title", scalar(title) if title else "unknown"),
        ("publisher", scalar(page.publisher) if page.publisher else "unknown"),
        ("author", "[" + ", ".join(f'"{each}"' for each in page.author) + "]" if page.author else "unknown"),
        ("url", url_of(page) or "unknown"),
        ("language", taken.language),
    ]
    return [f"id: {taken.id}", *(f"{key}: {value}" for key, value in rows)]


def headline_of(taken: Intake) -> str:
    """The title that the page gives, or the headline that the file begins with; empty where there is neither."""
    if taken.page.title:
        return taken.page.title
    first = Material(taken.file, taken.language, None).headline
    return " ".join(taken.file.text[first.start : first.end].lstrip("# ").split()) if first else ""


def candidate_lines(candidate: Candidate, indent: int = 2, source: str = "") -> list[str]:
    """The lines of a candidate below its section: a position stands two levels deeper, below holder and issue."""
    return entry_lines(candidate, indent + (4 if candidate.section is Section.POSITIONS else 0), source)


def _title_of(material: Material) -> str:
    first = material.sentences[0]
    words = " ".join(material.text[first.start : first.end].split())
    return words if len(words) <= _TITLE else words[:_TITLE].rsplit(" ", 1)[0] + " …"


def _issue_lines(search: Search, title: str) -> Iterator[str]:
    """The article's own subject as the one issue, with the words that name it: they are the sheet's first quote."""
    yield from field_line("title", scalar(title))
    material = search.material
    for sentence in (material.headline, *material.sentences):
        if sentence and (quote := material.quote(sentence.start, sentence.end)):
            yield from evidence_lines(quote)
            return


def _sections(search: Search, issue: str) -> Iterator[str]:
    found = list(search.candidates())
    for section in Section:
        candidates = [each for each in found if each.section is section]
        live = search.speakers if section is Section.ACTORS else []
        if not candidates and not live:
            continue
        yield from ("", f"{section.value}:")
        for each in live:
            yield from candidate_lines(each)
        yield from _by_holder(candidates, issue) if section is Section.POSITIONS else _blocks(candidates)


def _by_holder(candidates: list[Candidate], issue: str) -> Iterator[str]:
    for holder in dict.fromkeys(each.name for each in candidates):
        yield from (f"  {holder}:", f"    {issue}:")
        yield from _blocks([each for each in candidates if each.name == holder])


def _blocks(candidates: list[Candidate]) -> Iterator[str]:
    for each in candidates:
        yield from ("", *commented(candidate_lines(each)))
