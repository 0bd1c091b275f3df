"""Tables of hand-written pages have a caption, and headers that say what they head."""

from __future__ import annotations

import pytest
from markdown import Markdown

from briefsmith.publish.prose_tables import ProseTables
from tests.site.tree import parse

TABLE = "| key | meaning |\n| --- | --- |\n| a | b |\n"


def rendered(text: str) -> str:
    return Markdown(
        extensions=["tables", "toc", ProseTables()], extension_configs={"toc": {"permalink": True}}
    ).convert(text)


@pytest.mark.parametrize(
    ("above", "caption"),
    [
        ("# Page\n\n## Keys\n\n", ["Keys"]),
        ("# Page\n\n## The `key` & *all*\n\nWords.\n\n", ["The key & all"]),
        ("", []),
    ],
    ids=["heading", "markup", "none"],
)
def test_table_is_named_by_the_heading_above(above: str, caption: list[str]) -> None:
    """The caption is the words of the nearest heading, without the sign that links to it; without one there is none."""
    table = parse(rendered(above + TABLE)).one("table")

    assert [each.text for each in table.all("caption")] == caption


def test_column_headers_say_so() -> None:
    """Each header of a column has the scope that says it."""
    assert [each["scope"] for each in parse(rendered(TABLE)).all("th")] == ["col", "col"]
