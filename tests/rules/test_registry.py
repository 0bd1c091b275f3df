"""The registry is held to the same rules as a sheet: what is shared is quoted, and quoted right."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sites import Files, check_site, lines_of, write_site

HOLT = "holt:\n  name: Mara Holt\n  post: Minister of Water, arven\narven: Arven\n"

MISTAKES: tuple[tuple[str, Files, str], ...] = (
    (
        "a false quote",
        {
            "registry/actors.yml": HOLT
            + 'corland:\n  name: Corland\n  evidence: {courier: "Corland has offered to meassure"}\n'
        },
        "registry/actors.yml:7:23: error[BS301] quote not found in source `courier`",
    ),
    (
        "a quote that names no source",
        {"registry/terms.yml": 'barge:\n  term: barge\n  evidence: "About 40 barges are waiting"\n'},
        "registry/terms.yml:3:13: error[BS307] a quote in the registry names no source",
    ),
    (
        "a quote from an unknown source",
        {"registry/issues.yml": 'water:\n  title: Water\n  evidence: {gazette: "measure the water every day"}\n'},
        "registry/issues.yml:3:23: error[BS201] the site has no source `gazette`",
    ),
    (
        "a post without evidence",
        {"registry/actors.yml": HOLT},
        "registry/actors.yml:1:1: error[BS102] actor `holt` has a post and no evidence for it",
    ),
    (
        "a shelf in the wrong file",
        {"registry/actors.yml": "actors: {corland: Corland}\nissues: {water: Water}\n"},
        "registry/actors.yml:2:1: error[BS101] `issues` stands in `registry/actors.yml`",
    ),
)


@pytest.mark.parametrize(("files", "found"), [row[1:] for row in MISTAKES], ids=[row[0] for row in MISTAKES])
def test_a_mistake_in_the_registry_is_found_at_its_place(files: Files, found: str, tmp_path: Path) -> None:
    """Nothing that is shared escapes the checks that a sheet has to pass."""
    assert found in lines_of(check_site(write_site(tmp_path, files)))


def test_a_true_quote_in_the_registry_uses_its_sentence(tmp_path: Path) -> None:
    """The ledger of a source counts what the registry quotes from it."""
    quote = 'corland:\n  name: Corland\n  evidence: {courier: "Corland has offered to measure the water every day"}\n'
    checked = check_site(write_site(tmp_path, {"registry/actors.yml": quote}))
    assert lines_of(checked) == []
    assert "registry#actor:corland" in checked.dossier.evidence.by_subject
