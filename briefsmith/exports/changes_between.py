"""Reading both sides of a comparison: the older one as far as needed, the newer one with its evidence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from briefsmith.analysis.changes.comparison import Change, Comparison, compare
from briefsmith.reading.revisions import Side, find_side
from briefsmith.reading.versions import Folders, current_version, version_in
from briefsmith.rules.check import Checked, check_site
from briefsmith.settings import ReadSettings

STANDING = "the sheets as they stand"


@dataclass(frozen=True)
class ChangeReport:
    """A comparison, and the newer version as it was checked."""

    comparison: Comparison
    checked: Checked
    old_name: str
    new_name: str

    def quotes(self, change: Change) -> tuple[int, int]:
        """Of its quotes in the newer version, how many stand in their sources, and how many there are."""
        fact = change.new.fact if change.new else None
        citations = self.checked.dossier.evidence.by_subject.get(fact.key, ()) if fact else ()
        return sum(each.match is not None for each in citations), len(citations)


def report_between(old: str, new: str | None, read: ReadSettings) -> ChangeReport:
    """Compare two versions by their names; without `new`, with the sheets as they stand. Raises NoRevision."""
    with TemporaryDirectory(prefix="briefsmith-") as scratch:
        before = find_side(old, read.settings, Path(scratch, "old"))
        after = find_side(new, read.settings, Path(scratch, "new")) if new else _standing(read)
        checked = check_site(read if new is None else replace(read, settings=after.settings, findings=()))
        newer = current_version(checked.dossier.corpus, after.name, after.folders)
        # One store for both sides: what they share is parsed once.
        older = version_in(before.settings, before.folders, before.name, newer.parsed)
        report = ChangeReport(compare(older, newer), checked, before.name, after.name)
        _ = checked.dossier.evidence  # reads the articles while their folder is there
        return report


def _standing(read: ReadSettings) -> Side:
    return Side(STANDING, read.settings, Folders.of(read.settings))
