"""Rules on the frozen editions: each must still be understood, and be what was frozen."""

from __future__ import annotations

from collections.abc import Iterator

from briefsmith.analysis.dossier import Dossier
from briefsmith.findings.finding import Finding


def check_editions(dossier: Dossier) -> Iterator[Finding]:
    """What cannot be compared is said once; it never stops a build, for an edition is not mended."""
    yield from dossier.editions.read_all()
