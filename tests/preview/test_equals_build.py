"""The preview against clean builds; `make proof PROOF=preview-equals-build` makes two hundred edits at random."""

from __future__ import annotations

from tools.preview_edits import EDITS, series


def test_one_edit_of_each_kind_shows_what_a_clean_build_publishes() -> None:
    """After each edit every page and file of the preview is the clean build's, and what is gone there is gone here."""
    broken, *others = ["broken sheet", *(kind for kind in EDITS if kind != "broken sheet")]
    rounds = [*zip(others[::2], others[1::2], strict=True), (broken,), ("template",), (broken, "page", "seed")]

    tried = list(series("one of each", rounds))

    assert [(each.kinds, each.differing) for each in tried] == [(kinds, []) for kinds in rounds]
    assert sum(each.is_published for each in tried) > len(tried) / 2
