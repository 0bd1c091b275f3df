"""A desk on which a sheet is broken and mended, and what the check says in between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefsmith.findings.finding import Finding
from briefsmith.reading.memory import Memory
from briefsmith.rules.check import Checked, check_site
from briefsmith.settings import load_settings
from tools.mistakes.slips import Lines, Slip


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found: `told` where one finding stood on the right line and named the cure."""

    found: tuple[str, ...]
    at_line: bool
    with_cure: bool
    alone: bool

    @property
    def told(self) -> bool:
        """Whether the mistake is told as it should be."""
        return self.at_line and self.with_cure and self.alone


class Desk:
    """A copy of a site, one sheet of which is broken and mended again."""

    def __init__(self, root: Path, sheet: str) -> None:
        """Take the folder of a site that may be written to, and the path of the sheet from there."""
        self.root, self.sheet, self.memory = root, root / sheet, Memory()
        self.text = self.sheet.read_text(encoding="utf-8")
        self.before = frozenset(self._found(self._check()))

    @property
    def lines(self) -> Lines:
        """The lines of the sheet while it is right."""
        return self.text.splitlines()

    def verdict(self, slip: Slip) -> Verdict:
        """What is found once the mistake is made; the sheet is right again afterwards."""
        self.sheet.write_text("\n".join(slip.lines) + "\n", encoding="utf-8")
        try:
            checked = self._check()
        finally:
            self.sheet.write_text(self.text, encoding="utf-8")
        new = [each for each in checked.located() if self._of(each.finding) not in self.before]
        lines = tuple(f"{each.range.line}: {each.finding.code.number} {each.finding.message}" for each in new)
        words = " ".join(f"{each.finding.message} {each.finding.help}" for each in new[:1])
        return Verdict(
            lines,
            any(each.range.line in slip.at for each in new[:1]),
            bool(new and new[0].finding.help and re.search(slip.cure, words)),
            len(new) == 1,
        )

    def _check(self) -> Checked:
        return check_site(load_settings(self.root / "mkdocs.yml"), self.memory)

    @staticmethod
    def _of(finding: Finding) -> tuple[str, str]:
        return finding.code.number, finding.message

    def _found(self, checked: Checked) -> Iterator[tuple[str, str]]:
        return (self._of(finding) for finding in checked.findings)
