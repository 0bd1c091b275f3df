"""The example of an invented dispute has the parts that every feature needs, and a correction holds its build."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from briefsmith.reading.load import load
from briefsmith.settings import load_settings
from tests.examples.test_sella import EXAMPLE, copy_of_example, run
from tests.site.tree import parse

SIDECAR = "seeds/courier-0610.yml"


def test_articles_are_of_several_outlets_languages_and_scripts() -> None:
    """At least six articles by three outlets, in three languages and two scripts; two sheets share the registry."""
    corpus = load(load_settings(EXAMPLE / "mkdocs.yml").settings)
    sources = [corpus.sources[name] for name in corpus.users]
    letters = [each.article.file.text.strip("# \n")[0] for each in sources if each.article]

    assert len(sources) >= 6
    assert len({each.record.publisher for each in sources}) >= 3
    assert len({each.language for each in sources}) >= 3
    assert len({unicodedata.name(letter).split(" ")[0] for letter in letters}) >= 2
    assert all(set(briefing.source_ids) & corpus.sources.keys() for briefing in corpus.briefings.values())
    assert len(list((EXAMPLE / "editions").glob("2031-*"))) >= 3


def test_correction_holds_the_build_until_somebody_has_read_the_article_again(tmp_path: Path) -> None:
    """Refused with what rests on the article; after the review each page that rests on it has a banner."""
    folder = copy_of_example(tmp_path / "sella")
    sidecar = (folder / SIDECAR).read_text("utf-8")
    lines = [line for line in sidecar.splitlines(keepends=True) if not line.startswith("reviewed:")]
    (folder / SIDECAR).write_text("".join(lines), "utf-8")

    held = run("build", folder)

    assert held.returncode == 1
    assert "error[BS331] source `courier-0610` was corrected" in held.stderr
    assert "it backs" in held.stderr
    assert not (folder / "site").exists()

    (folder / SIDECAR).write_text(sidecar, "utf-8")
    assert run("build", folder).returncode == 0
    for page in ("briefings/sella-2031-06", "sources/courier-0610"):
        notices = parse((folder / "site" / page / "index.html").read_text("utf-8")).all(class_="bs-notice")
        assert any("The paper took back" in each.words for each in notices), page
