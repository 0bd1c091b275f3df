"""Whether the sentence of a quote names its speaker."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefsmith.evidence.naming import is_named, names_speaker
from tests.corpora import dossier_of, only_briefing

SHEET = """\
source: {{id: courier, file: seeds/courier.txt, date: 2026-03-03, language: {language}}}
actors:
  arven: {{name: Arven, type: state, other_names: [the north]}}
  holt: {{name: Mara Holt, type: person, post: {{role: Minister of Water, organization: arven, evidence: "{quote}"}}}}
claims:
  - claim: It is so.
    id: so
    by: holt
    evidence: "{quote}"
"""


def _names(folder: Path, sentence: str, quote: str, language: str = "en") -> bool:
    dossier = dossier_of(folder / "site", SHEET.format(quote=quote, language=language), courier=sentence)
    briefing = only_briefing(dossier)
    (citation,) = dossier.evidence.of(briefing.by_id["so"])
    return names_speaker(citation, ["holt"], briefing)


@pytest.mark.parametrize(
    "sentence",
    [
        "Holt said that the gates stay shut.",
        "The minister said that the gates stay shut.",
        "Arven said that the gates stay shut.",
        "From the north it is heard that the gates stay shut.",
        "She said that the gates stay shut.",
    ],
)
def test_name_office_side_and_pronoun_name_a_speaker(sentence: str, tmp_path: Path) -> None:
    """A last name, an office, the speaker's side, its metonym or a pronoun in the sentence will do."""
    assert _names(tmp_path, sentence, "the gates stay shut")


def test_a_sentence_without_any_names_nobody(tmp_path: Path) -> None:
    """A sentence that names none of them leaves the speaker to the context."""
    assert not _names(tmp_path, "Nothing will change: the gates stay shut.", "the gates stay shut")


def test_names_in_another_script_prove_nothing(tmp_path: Path) -> None:
    """Where the sheet's names are in another script than the article, nothing is said of the speaker."""
    assert _names(tmp_path, "Ворота закрыты на всю зиму.", "Ворота закрыты", "ru")


@pytest.mark.parametrize(
    ("name", "text"),
    [("Zaporizhzhia", "in Zaporizhzhia’s north"), ("São Paulo", "de Sao Paulo"), ("NATO", "NATO.")],
)
def test_a_name_is_found_in_other_forms(name: str, text: str) -> None:
    """Endings, accents and the genitive do not hide a name."""
    assert is_named(name, text)
