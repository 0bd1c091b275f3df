"""What must not be published is not: the old site stays as it was to the byte, and the answer names place and cure."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from briefsmith.publish.inventory import fingerprint
from tests.site.desk import BRIEFING, SEED, SHEET, Desk

TRUE = '"but has rejected the possibility of recognizing them as legally belonging to Russia"'
FALSE = TRUE.replace("rejected", "rejekted")


@dataclass(frozen=True)
class Mistake:
    """Something that goes wrong, and words of the answer."""

    name: str
    make: Callable[[Desk], object]
    says: tuple[str, ...]


def _template(path: str, addition: str) -> Callable[[Desk], object]:
    return lambda desk: desk.add(f"templates/{path}", addition)


def _empty_page(desk: Desk) -> None:
    desk.write("templates/sources.html", "")


IN_SHEET = (
    Mistake(
        "one letter of a quote",
        lambda desk: desk.replace(SHEET, TRUE, FALSE),
        ("error[BS301]", f"{SEED}:7:", "nearest passage: but has [-rejekted-] {+rejected+}"),
    ),
    Mistake(
        "a YAML mistake",
        lambda desk: desk.add(SHEET, "\n\tclaims: [\n"),
        ("error[BS001]",),
    ),
    Mistake("a missing article", lambda desk: (desk.root / SEED).unlink(), (SEED, "error[")),
    Mistake(
        "a doubled id",
        lambda desk: desk.replace(SHEET, "id: efforts-failed", "id: forces-advance"),
        ("error[BS2", "forces-advance"),
    ),
)
IN_SITE = (
    Mistake("a template's syntax", _template("home.html", "{% if %}\n"), ("templates/home.html:", "Expected an expr")),
    Mistake("an unknown name", _template("home.html", "{{ nobody.knows }}\n"), ("templates/home.html:", "undefined")),
    Mistake("a missing part", _template("home.html", "{% include 'gone.html' %}"), ("home.html", "gone.html")),
    Mistake("a dead link", _template("home.html", '<a href="nowhere/">x</a>'), ("index.html:", "dead-link", "nowhere")),
    Mistake("a dead anchor", _template("home.html", '<a href="#no">x</a>'), ("index.html:", "dead-anchor", "no")),
    Mistake("a doubled anchor", _template("home.html", '<i id="x"></i><b id="x"></b>'), ("duplicate-id",)),
    Mistake("a missing picture", _template("home.html", '<img alt="" src="gone.png">'), ("missing-asset", "gone.png")),
    Mistake("a page without content", _empty_page, ("sources/index.html", "empty-page")),
)


def refused(desk: Desk, *words: str) -> str:
    """Build, and give what was said; the site and its surroundings must be what they were."""
    before, names = fingerprint(desk.site), desk.beside()

    ran = desk.build_py("build", *words)

    assert (ran.code, ran.out) == (1, ""), ran.err
    assert "Traceback" not in ran.err
    assert "internal error" not in ran.err
    assert fingerprint(desk.site) == before
    assert desk.beside() == names
    return ran.err


@pytest.mark.parametrize("mistake", [*IN_SHEET, *IN_SITE], ids=lambda mistake: mistake.name)
def test_build_refuses(desk: Desk, mistake: Mistake) -> None:
    """A build with a mistake in it publishes nothing, ends with 1 and names the place."""
    mistake.make(desk)

    said = refused(desk)

    for words in mistake.says:
        assert words in said


@pytest.mark.parametrize("mistake", IN_SHEET, ids=lambda mistake: mistake.name)
def test_check_finds_the_same(desk: Desk, mistake: Mistake) -> None:
    """`check` says the same without building."""
    mistake.make(desk)

    ran = desk.build_py("check")

    assert ran.code == 1
    assert "Traceback" not in ran.err
    for words in mistake.says:
        assert words in ran.out


@pytest.mark.parametrize("tool", ["mkdocs", "properdocs"])
@pytest.mark.parametrize("mistake", [IN_SHEET[0], IN_SITE[0], IN_SITE[3]], ids=lambda mistake: mistake.name)
def test_other_builders_refuse_too(desk: Desk, mistake: Mistake, tool: str) -> None:
    """MkDocs and ProperDocs leave the old site alone as well."""
    mistake.make(desk)
    before, names = fingerprint(desk.site), desk.beside()

    ran = desk.run("-m", tool, "build", "-f", "mkdocs.yml")

    assert ran.code == 1
    assert "Traceback" not in ran.err
    for words in mistake.says:
        assert words in ran.err
    assert (fingerprint(desk.site), desk.beside()) == (before, names)


def test_false_quote_is_placed_to_the_character(desk: Desk) -> None:
    """Line, column, caret and the nearest passage of the article stand in the answer."""
    IN_SHEET[0].make(desk)
    lines = (desk.root / SHEET).read_text(encoding="utf-8").splitlines()
    line = next(number for number, text in enumerate(lines, 1) if FALSE in text)
    column = lines[line - 1].index(FALSE) + 1

    said = refused(desk)

    assert f"{SHEET}:{line}:{column}: error[BS301]" in said
    assert "^" * len(FALSE) in said
    assert f"{SEED}:7:" in said
    assert "1 error, 0 warnings; nothing was built, the old site is as it was" in said


def test_strict_build_refuses_a_warning(desk: Desk) -> None:
    """Under `--strict` a warning of MkDocs stops the publication; without it the site is published."""
    desk.replace("mkdocs.yml", "  - Method: method.md\n", "  - Method: method.md\n  - Lost: lost.md\n")

    said = refused(desk, "--strict")

    assert "lost.md" in said
    assert "the build is strict" in said


def test_strict_mkdocs_refuses_a_warning(desk: Desk) -> None:
    """So it is with `mkdocs build --strict`, although MkDocs itself stops only after it has written everything."""
    desk.replace("mkdocs.yml", "  - Method: method.md\n", "  - Method: method.md\n  - Lost: lost.md\n")
    before, names = fingerprint(desk.site), desk.beside()

    ran = desk.run("-m", "mkdocs", "build", "--strict")

    assert ran.code == 1
    assert (fingerprint(desk.site), desk.beside()) == (before, names)


def test_draft_shows_what_passes_and_why_the_rest_is_missing(desk: Desk) -> None:
    """A draft renders the sheet without the false fact, says what it withheld and why, and ends with 1."""
    IN_SHEET[0].make(desk)
    before = fingerprint(desk.site)

    ran = desk.build_py("build", "--draft")

    assert ran.code == 1
    assert (desk.root / "draft/index.html").as_uri() in ran.err
    assert fingerprint(desk.site) == before
    draft = desk.into("draft")
    notice = draft.page(BRIEFING).one("aside", "bs-draft")
    assert "1 part is withheld" in notice.words
    assert "BS301" in notice.words
    assert "ukraine" in notice.words
    assert [url for url in draft.urls if not draft.page(url).all("p", "bs-banner")] == []


def test_draft_never_shows_a_false_quote_as_a_quote(desk: Desk) -> None:
    """The words that no source has stand in no quote, no mark and no fact of the draft."""
    IN_SHEET[0].make(desk)

    desk.build_py("build", "--draft")

    draft = desk.into("draft")
    for url in draft.urls:
        page = draft.page(url)
        shown = [*page.all("blockquote"), *page.all("mark"), *page.all(data_fact="")]
        assert [element.words for element in shown if "rejekted" in element.text] == []
    assert "lavrov-rubio-2025-11#ukraine-not-legally" not in {fact["key"] for fact in draft.index["facts"]}


def test_draft_names_a_sheet_that_cannot_be_read(desk: Desk) -> None:
    """Where a sheet is no YAML, the draft's home page names it, and the other sheets are shown."""
    shutil.copy(desk.root / SHEET, desk.root / "briefings/second.yml")
    desk.replace("briefings/second.yml", "briefing: lavrov-rubio-2025-11", "briefing: [second")

    ran = desk.build_py("build", "--draft")

    assert ran.code == 1
    home = desk.into("draft").page("")
    assert "briefings/second.yml" in [aside.one("code").text for aside in home.all("aside", "bs-draft")]
    assert len(home.one("ol", "bs-briefings").all("article")) == 1


def test_draft_of_nothing_readable_still_says_so(desk: Desk) -> None:
    """With the only sheet unreadable, there is a draft with one home page that names it."""
    desk.replace(SHEET, "briefing: lavrov-rubio-2025-11", "briefing: [lavrov")

    ran = desk.build_py("build", "--draft")

    assert ran.code == 1
    assert "Traceback" not in ran.err
    assert SHEET in desk.into("draft").page("").text


def test_draft_keeps_what_stands_before_a_mistake_in_the_yaml(desk: Desk) -> None:
    """A mistake at the end of a sheet costs the draft only the lines around it, and it says which."""
    desk.add(SHEET, "\n\tclaims: [\n")

    ran = desk.build_py("build", "--draft")

    assert ran.code == 1
    draft = desk.into("draft")
    assert "BS001" in draft.page(BRIEFING).one("aside", "bs-draft").words
    assert len(draft.index["facts"]) > 70


def test_sound_draft_ends_with_0(desk: Desk) -> None:
    """A draft of a sheet without mistakes withholds nothing."""
    ran = desk.build_py("build", "--draft")

    assert ran.code == 0
    assert "Nothing is withheld" in desk.into("draft").page(BRIEFING).text
