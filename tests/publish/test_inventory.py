from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from briefsmith.publish.inventory import fingerprint, list_files


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    root = tmp_path / "tree"
    (root / "a" / "b").mkdir(parents=True)
    (root / "a" / "b" / "ж.html").write_bytes(b"one")
    (root / "a.html").write_bytes(b"two")
    return root


def test_files_are_listed_sorted_with_slashes(tree: Path) -> None:
    """`list_files` gives the paths of regular files from the root, sorted."""
    assert list_files(tree) == ["a.html", "a/b/ж.html"]


def test_links_are_not_files(tree: Path, tmp_path: Path) -> None:
    """Links to files, to folders and to nothing are neither listed nor followed."""
    (tmp_path / "outside.html").write_bytes(b"secret")
    (tree / "file.html").symlink_to(tmp_path / "outside.html")
    (tree / "loop").symlink_to(tree)
    (tree / "nothing").symlink_to("nowhere")
    assert list_files(tree) == ["a.html", "a/b/ж.html"]


def test_same_bytes_same_fingerprint(tree: Path) -> None:
    """Times, permissions and empty folders do not change the fingerprint."""
    before = fingerprint(tree)
    os.utime(tree / "a.html", (1, 1))
    (tree / "a.html").chmod(0o600)
    (tree / "empty").mkdir()
    assert fingerprint(tree) == before


@pytest.mark.parametrize(
    "change",
    [
        lambda tree: (tree / "a.html").write_bytes(b"twx"),
        lambda tree: (tree / "a.html").rename(tree / "b.html"),
        lambda tree: (tree / "a.html").unlink(),
        lambda tree: (tree / "c.html").write_bytes(b""),
        lambda tree: (tree / "link").symlink_to("a.html"),
        lambda tree: os.mkfifo(tree / "pipe"),
    ],
)
def test_any_change_changes_the_fingerprint(tree: Path, change: Callable[[Path], object]) -> None:
    """A byte, a name, a file more or less, a link or a pipe shows; the pipe is not opened."""
    before = fingerprint(tree)
    change(tree)
    assert fingerprint(tree) != before


def test_bytes_cannot_move_between_name_and_content(tmp_path: Path) -> None:
    """Where a name ends and its bytes begin is part of the fingerprint."""
    for folder, name, content in (("one", "ab", b"c"), ("two", "a", b"bc")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_bytes(content)
    assert fingerprint(tmp_path / "one") != fingerprint(tmp_path / "two")


def test_name_that_is_no_text_is_listed(tree: Path) -> None:
    """A file name of bytes that are no UTF-8 is neither lost nor an error."""
    Path(os.fsdecode(os.fsencode(tree) + b"/\xff.html")).write_bytes(b"x")
    assert "\udcff.html" in list_files(tree)
    assert len(fingerprint(tree)) == 64
