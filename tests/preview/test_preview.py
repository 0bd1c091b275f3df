"""The preview over HTTP and in a real browser."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Browser, expect

from briefsmith.preview.server import PreviewServer
from tests.preview.conftest import Preview
from tests.site.desk import BRIEFING, SHEET

TITLE = "title: "
POSITIONS = f"/{BRIEFING}positions/"


def written(preview: Preview) -> str:
    """The text of the sample's sheet."""
    return (preview.desk.root / SHEET).read_text(encoding="utf-8")


def save(preview: Preview, text: str) -> None:
    """Save the sample's sheet."""
    (preview.desk.root / SHEET).write_text(text, encoding="utf-8")


def titled(preview: Preview, title: str) -> str:
    """The sheet with another title."""
    lines = written(preview).split("\n")
    return "\n".join(f'title: "{title}"' if line.startswith(TITLE) else line for line in lines)


def test_a_page_shows_what_was_saved_last(preview: Preview) -> None:
    """A request that comes right after a save gets the new page, however often one saves."""
    for number in range(5):
        save(preview, titled(preview, f"Edition in words {'again ' * number}"))
        assert f"Edition in words {'again ' * number}".strip() in preview.get(f"/{BRIEFING}")[1]


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "", "[::1", "a b"])
def test_other_hosts_are_turned_away(preview: Preview, host: str) -> None:
    """A name that was made to lead to this machine reads nothing."""
    answer, body = preview.get("/", host)

    assert answer.status == 421
    assert "<html" not in body


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8000", "localhost:1234", "[::1]:8000", "LOCALHOST"])
def test_its_own_names_are_served(preview: Preview, host: str) -> None:
    """The names of this machine are answered, whatever port a tunnel gave them."""
    assert preview.get("/", host)[0].status == 200


@pytest.mark.parametrize(
    "path",
    [
        "/../mkdocs.yml",
        "/%2e%2e/mkdocs.yml",
        "/..%2fmkdocs.yml",
        "/_briefsmith/../../session.py",
        "/_briefsmith/%2e%2e/session.py",
        "//etc/passwd",
        "/css/%2e%2e/%2e%2e/main.html",
        "/briefings/../../mkdocs.yml",
        "/\\..\\mkdocs.yml",
        "/mkdocs.yml",
        "/css/",
        "/%00",
    ],
)
def test_nothing_but_the_site_is_served(preview: Preview, path: str) -> None:
    """Only known addresses are answered: no path leads to a file, and no folder is listed."""
    answer, body = preview.get(path)

    assert answer.status == 404
    assert "site_name:" not in body
    assert "root:" not in body


def test_only_reading(preview: Preview) -> None:
    """Nothing can be sent to it."""
    assert preview.get("/", method="POST")[0].status == 501


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.1", "example.org"])
def test_it_listens_on_this_machine_only(preview: Preview, host: str) -> None:
    """An address that others could reach is refused."""
    with pytest.raises(ValueError, match="this machine's own"):
        PreviewServer(host, 0, preview.server.session, preview.server.bell)


def test_a_broken_sheet_keeps_the_last_good_page(preview: Preview) -> None:
    """The findings stand on the page that was good, with place and cure, and go when the sheet is mended."""
    good, before = written(preview), preview.get(f"/{BRIEFING}")[1]
    assert 'data-state="good"' in before
    save(preview, good.replace("by: zelensky", "by: zelenski"))

    broken = preview.get(f"/{BRIEFING}")[1]

    assert 'data-state="broken"' in broken
    assert f"{SHEET}:" in broken
    assert "did you mean" in broken
    assert broken[broken.index("<main") :] == before[before.index("<main") :]
    save(preview, titled(preview, "Mended").replace("by: zelenski", "by: zelensky"))
    mended = preview.get(f"/{BRIEFING}")[1]
    assert 'data-state="good"' in mended
    assert "Mended" in mended


@pytest.mark.parametrize("part", ["mkdocs.yml", "templates/briefing/overview.html"])
def test_the_preview_survives_a_broken_frame(preview: Preview, part: str) -> None:
    """A configuration or template that cannot be read is told on the page, and recovers by itself."""
    before = preview.get(f"/{BRIEFING}")[1]
    file = preview.desk.root / part
    good = file.read_text(encoding="utf-8")
    file.write_text("{% broken [\n\t: }", encoding="utf-8")

    answer, broken = preview.get(f"/{BRIEFING}")

    assert answer.status == 200
    assert 'data-state="broken"' in broken
    assert "Traceback" not in broken
    file.write_text(good, encoding="utf-8")
    assert preview.get(f"/{BRIEFING}")[1] == before


def test_bad_input_is_shown_and_not_run(preview: Preview, browser: Browser) -> None:
    """What the editor mistyped stands on the page as text."""
    payload = "<img src=x onerror=alert(1)><script>alert(2)</script></aside>"
    save(preview, written(preview).replace("by: zelensky", f'by: "{payload}"', 1))
    page = browser.new_page()
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))

    page.goto(f"{preview.server.url}{BRIEFING}")

    expect(page.locator(".bs-preview")).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator(".bs-preview img, .bs-preview script").count() == 0
    assert dialogs == []
    page.close()


def test_the_browser_follows_a_save(preview: Preview, browser: Browser) -> None:
    """The page takes over what was saved, stays where the reader was, and keeps what he opened; nothing is refused."""
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"{preview.server.url}{BRIEFING}positions/")
    last = page.locator("main [data-fact]").last
    last.scroll_into_view_if_needed()
    before = last.bounding_box()
    first = page.locator("main [data-fact]").first
    words = (first.locator("p, h3, h4").first.text_content() or "").strip()

    save(preview, titled(preview, "A title that the browser has not seen"))
    expect(page).to_have_title("Positions — A title that the browser has not seen – Briefing Desk")

    after = page.locator("main [data-fact]").last.bounding_box()
    assert before is not None
    assert after is not None
    assert abs(before["y"] - after["y"]) < 2
    assert words
    assert said == []
    page.close()


def test_a_click_tells_where_a_fact_is_written(preview: Preview, browser: Browser) -> None:
    """A click on a fact shows file and line of its place in the sheet."""
    page = browser.new_page()
    page.goto(f"{preview.server.url}{BRIEFING}positions/")
    fact = page.locator("main [data-fact]").first

    fact.click(position={"x": 2, "y": 2})

    expect(page.locator(".bs-written-at")).to_contain_text(f"{SHEET}:")
    line = int((page.locator(".bs-written-at").text_content() or "").rpartition(":")[2])
    assert "- " in written(preview).split("\n")[line - 1] or ":" in written(preview).split("\n")[line - 1]
    page.close()


def test_a_place_is_told_for_facts_only(preview: Preview) -> None:
    """What is no fact has no place."""
    assert json.loads(preview.get("/_briefsmith/place?fact=nothing%23here")[1]) == {}
    assert json.loads(preview.get("/_briefsmith/place")[1]) == {}
