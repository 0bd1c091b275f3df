"""Sites of any size, invented from counting words and the same for every run, for timings and proofs.

One sheet has the number of facts that is asked for; the others stand beside it as a site's other briefings do.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

KINDS = ("positions", "events", "figures", "claims")
STATES = ("Ardia", "Belmora", "Corvant", "Dunmar", "Estoria", "Feldmark", "Galdria", "Hestland")
THINGS = ("grain", "water", "rail", "customs", "fishing", "border", "energy", "visa")
PLACES = ("Aster", "Brann", "Cold Harbour", "Dell", "Eskmouth", "Fenwick", "Gorse", "Holm")
ISSUES = tuple(f"issue-{thing}" for thing in THINGS)

CONFIGURATION = """\
site_name: An invented site
plugins:
  - briefsmith
theme:
  name: briefsmith
exclude_docs: ""
"""


def write_site(root: Path, facts: int, others: int, *, facts_of_others: int = 24) -> Path:
    """A site whose sheet `desk` has `facts` facts, beside `others` sheets; gives the path of that sheet."""
    for folder in ("briefings", "seeds", "docs"):
        (root / folder).mkdir(parents=True, exist_ok=True)
    (root / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    (root / "docs" / "index.md").write_text("# An invented site\n", encoding="utf-8")
    for number in range(others):
        write_briefing(root, f"other-{number:04}", facts_of_others, number + 1)
    return write_briefing(root, "desk", facts, 0)


def write_briefing(root: Path, name: str, facts: int, salt: int) -> Path:
    """One sheet and its article; equal only where name, number of facts and salt are. Gives the path of the sheet."""
    sentences = [_sentence(number, salt) for number in range(facts)]
    paragraphs = [" ".join(sentences[start : start + 5]) for start in range(0, facts, 5)]
    (root / "seeds" / f"{name}.txt").write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")
    sheet = root / "briefings" / f"{name}.yml"
    sheet.write_text("\n".join(_sheet(name, sentences)) + "\n", encoding="utf-8")
    return sheet


def _state(number: int) -> str:
    return STATES[(number // len(KINDS)) % len(STATES)]


def _sentence(number: int, salt: int) -> str:
    """A sentence that no other number makes: its state, thing, place and count tell them apart."""
    state, thing = _state(number), THINGS[(number // 8 + salt) % 8]
    place, count = PLACES[(number // 64) % 8], 1000 + number
    return f"{state} told the {place} talks of round {count} that the {thing} terms of route {salt} stay as they are."


def _sheet(name: str, sentences: list[str]) -> Iterator[str]:
    yield f"briefing: {name}"
    yield f"title: Talks of {name}"
    yield "date: 2026-03-01"
    yield "source:"
    yield f"  file: seeds/{name}.txt"
    yield "  date: 2026-02-28"
    yield "  publisher: An invented paper"
    yield "actors:"
    yield from (f"  {state.lower()}: {state}" for state in STATES)
    yield "issues:"
    yield from (f"  {issue}: Terms of {issue[6:]}" for issue in ISSUES)
    yield from _positions(sentences)
    for kind, key in (("events", "event"), ("figures", "figure"), ("claims", "claim")):
        yield f"{kind}:"
        for number in _numbers(kind, len(sentences)):
            yield from _statement(kind, key, number, sentences[number])


def _numbers(kind: str, facts: int) -> range:
    return range(KINDS.index(kind), facts, len(KINDS))


def _positions(sentences: list[str]) -> Iterator[str]:
    """By holder and issue, as a sheet has them."""
    cells: dict[tuple[str, str], list[int]] = {}
    for number in _numbers("positions", len(sentences)):
        cells.setdefault((_state(number).lower(), ISSUES[(number // 32) % 8]), []).append(number)
    yield "positions:"
    for holder in dict.fromkeys(holder for holder, _ in cells):
        yield f"  {holder}:"
        for (mine, issue), numbers in cells.items():
            if mine == holder:
                yield f"    {issue}:"
                for number in numbers:
                    yield f"      - demand: Keep the terms of round {1000 + number}"
                    yield from _common(number, sentences[number], " " * 8)


def _statement(kind: str, key: str, number: int, sentence: str) -> Iterator[str]:
    yield f"  - {key}: The terms of route {sentence.split()[-5]} in round {1000 + number}"
    if kind == "events":
        yield "    date: 2026-02-28"
    if kind == "figures":
        yield f"    value: {1000 + number} rounds"
    yield from _common(number, sentence, " " * 4)


def _common(number: int, sentence: str, indent: str) -> Iterator[str]:
    yield f"{indent}id: fact-{number}"
    yield f"{indent}by: {_state(number).lower()}"
    yield f"{indent}evidence: >-"
    yield f"{indent}  {sentence[: sentence.index(' stay')]}"
