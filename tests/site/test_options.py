"""What a site's owner may set, and sites that are not like the sample: several briefings, other scripts."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.site.desk import BRIEFING, SHEET, Desk, bare, built, sample

COURIER = """\
The Minister of Water of Arven, Mara Holt, said that Arven will not open the Sella dam before June.
Belmark wants the gates opened at once.
The delegations of Arven and Belmark met in Port Sella on 2 March.
"""
REGISTRY = {
    "registry/actors.yml": "arven: Arven\nbelmark: Belmark\nholt: {name: Mara Holt, type: person, part_of: arven}\n",
    "registry/issues.yml": "gates: {title: Opening of the gates, question: Should the gates be opened?}\n",
    "registry/terms.yml": "sella: {term: Sella dam, definition: A dam between Arven and Belmark.}\n",
    "registry/sources.yml": "courier: {file: seeds/courier.txt, date: 2026-03-03, publisher: Courier}\n",
}


def test_flat_addresses(desk: Desk) -> None:
    """With `use_directory_urls: false` every page is a file that links straight to files."""
    desk.add("mkdocs.yml", "\nuse_directory_urls: false\n")

    built(desk)

    assert BRIEFING + "timeline.html" in desk.urls
    assert "index.html" in desk.urls
    page = desk.page(BRIEFING + "timeline.html")
    links = [link["href"] for link in page.all("a") if link.get("href") and not urlsplit(link["href"]).scheme]
    assert [href for href in links if href.partition("#")[0].endswith("/")] == []


def test_address_below_a_path(desk: Desk) -> None:
    """A site that lives below a path builds; only what serves any address, the 404 page, names the path."""
    desk.replace("mkdocs.yml", "site_name:", "site_url: https://example.org/desk/a/\nsite_name:")

    built(desk)

    page = desk.page(BRIEFING)
    assert page.one("link", rel="canonical")["href"] == f"https://example.org/desk/a/{BRIEFING}"
    missing = desk.page("404.html")
    assert {link["href"] for link in missing.all("link")} >= {"/desk/a/css/theme.css", "/desk/a/css/briefsmith.css"}


def test_prefix_moves_all_our_pages(desk: Desk) -> None:
    """With `url_prefix` the generated pages stand below it, and the owner's home page stays the owner's."""
    desk.replace("mkdocs.yml", "publish_tlp: CLEAR", "url_prefix: news/desk")

    built(desk)

    assert [url for url in desk.urls if not url.startswith("news/desk/")] == []
    assert desk.page("news/desk/" + BRIEFING).one("main")["data-page"] == "overview"
    assert desk.page("").one("main")["data-page"] == "prose"
    assert desk.page("news/desk/").one("main")["data-page"] == "home"


def test_core_pages_hold_everything(desk: Desk) -> None:
    """`pages: core` gives home, overview and sources; every fact has its place on the overview."""
    desk.replace("mkdocs.yml", "publish_tlp: CLEAR", "pages: core")

    built(desk)

    assert sorted(page["kind"] for page in desk.index["pages"]) == ["home", "overview", "source", "sources"]
    overview = desk.page(BRIEFING)
    shown = sorted(element["data-fact"] for element in overview.all(data_fact=""))
    assert shown == sorted(fact["key"] for fact in desk.index["facts"])
    assert len(shown) > 70


def test_hand_written_page_wins(desk: Desk) -> None:
    """A page in `docs/` at the address of a generated one takes its place, and the build says so."""
    desk.write("docs/sources/index.md", "# Our sources\n\nWritten by hand.\n")

    ran = desk.build_py("build")

    assert ran.code == 0, ran.err
    assert "BS904" in ran.err
    assert "docs/sources/index.md" in ran.err
    assert "Written by hand." in desk.page("sources/").one("main").text
    assert "sources/" not in desk.urls


def test_own_template_changes_one_page(tmp_path: Path) -> None:
    """A site with one template of its own takes the others from the package."""
    desk = sample(tmp_path)
    for path in sorted((desk.root / "templates").rglob("*.html")):
        if path.name != "sources.html":
            path.unlink()
    desk.write("templates/sources.html", "<h1>Ours alone</h1>")

    built(desk)

    assert desk.page("sources/").one("main").words == "Ours alone"
    assert desk.page(BRIEFING).one("table", "bs-matrix")


def test_briefings_share_a_registry(tmp_path: Path) -> None:
    """Actors, issues, terms and sources of the registry serve several briefings, newest first on the home page."""
    desk = bare(tmp_path).write("seeds/courier.txt", COURIER)
    for path, text in REGISTRY.items():
        desk.write(path, text)
    for number, stance in ((1, "against"), (2, "neither")):
        desk.write(
            f"briefings/dam-{number}.yml",
            f"briefing: dam-{number}\ntitle: Dam {number}\ndate: 2026-03-0{number + 3}\nsources: [courier]\n"
            "positions:\n  arven:\n    gates:\n      rejection: Arven keeps the dam closed.\n      by: holt\n"
            f"      stance: {stance}\n"
            '      evidence: "Arven will not open the Sella dam before June"\n',
        )

    built(desk)

    titles = [heading.words for heading in desk.page("").one("ol", "bs-briefings").all("h2")]
    assert titles == ["Dam 2", "Dam 1"]
    facts = desk.page("sources/courier/").all("a", data_fact_ref="")
    assert {link["data-fact-ref"].partition("#")[0] for link in facts} == {"dam-1", "dam-2"}
    assert desk.page("glossary/").one(data_fact="registry#sella").one("dt").words == "Sella dam"


def test_same_id_in_two_briefings_is_two_facts(tmp_path: Path) -> None:
    """Ids are a sheet's own; the same id in another sheet is another fact at another place."""
    desk = bare(tmp_path).write("seeds/courier.txt", COURIER)
    desk.write("registry/sources.yml", REGISTRY["registry/sources.yml"])
    for name in ("one", "two"):
        desk.write(
            f"briefings/{name}.yml",
            f"briefing: {name}\ntitle: The talks\ndate: 2026-03-04\nsources: [courier]\n"
            "events:\n  - id: talks\n    event: Arven and Belmark meet\n    date: 2026-03-02\n"
            '    evidence: "Arven and Belmark met in Port Sella"\n',
        )

    built(desk)

    places = {fact["key"]: fact["url"] for fact in desk.index["facts"]}
    assert places == {
        "one#talks": "briefings/one/timeline/#talks",
        "two#talks": "briefings/two/timeline/#talks",
    }


ARABIC = "قالت الوزيرة ليلى حداد إن الميناء سيبقى مغلقا حتى الصيف. وتطالب النقابة بفتح الميناء فورا.\n"
UKRAINIAN = "Міністерка Олена Коваль заявила, що порт закрито до літа. Профспілка вимагає негайно відкрити порт.\n"


@pytest.mark.parametrize(
    ("language", "direction", "article", "quote", "words"),
    [
        ("ar", "rtl", ARABIC, "وتطالب النقابة بفتح الميناء فورا", "تطالب النقابة بفتح الميناء."),
        ("uk", "ltr", UKRAINIAN, "Профспілка вимагає негайно відкрити порт", "Профспілка вимагає відкрити порт."),
    ],
)
def test_other_scripts_carry_language_and_direction(
    tmp_path: Path, language: str, direction: str, article: str, quote: str, words: str
) -> None:
    """A sheet in another script builds; page, briefing and quote say their language and direction."""
    desk = bare(tmp_path, f"      language: {language}\n").write("seeds/port.txt", article)
    desk.write(
        "briefings/port.yml",
        f"briefing: port\ntitle: {words}\nlanguage: {language}\ndate: 2026-03-04\n"
        f"source: {{id: port-news, file: seeds/port.txt, date: 2026-03-03, language: {language}}}\n"
        f"actors: {{union: {words.split()[1]}}}\nissues: {{port: port}}\n"
        f'positions:\n  union:\n    port:\n      demand: {words}\n      evidence: "{quote}"\n',
    )

    built(desk)

    page = desk.page("briefings/port/positions/")
    html, briefing = page.one("html"), page.one("div", "bs-briefing")
    assert (html["lang"], html["dir"]) == (briefing["lang"], briefing["dir"]) == (language, direction)
    shown = page.all("blockquote")
    assert {(each.text, each["lang"], each["dir"]) for each in shown} == {(quote, language, direction)}
    home = desk.page("")
    assert home.one("h2")["dir"] == direction
    sentence = desk.page("sources/port-news/").all("p", "bs-sentence")[0]
    assert (sentence["lang"], sentence["dir"]) == (language, direction)


def test_foreign_quote_keeps_its_own_language(tmp_path: Path) -> None:
    """In an English briefing an Arabic quote runs from right to left, with its translation beside it."""
    desk = bare(tmp_path).write("seeds/port.txt", ARABIC)
    desk.write(
        "briefings/port.yml",
        "briefing: port\ntitle: The port\ndate: 2026-03-04\n"
        "source: {id: port-news, file: seeds/port.txt, date: 2026-03-03, language: ar}\n"
        "actors: {union: The union}\nissues: {port: The port}\n"
        "positions:\n  union:\n    port:\n      demand: The port must open at once.\n      evidence:\n"
        '        - exact: "وتطالب النقابة بفتح الميناء فورا"\n'
        "          translation: The union demands that the port open at once\n          translated_by: machine\n",
    )

    built(desk)

    page = desk.page("briefings/port/positions/")
    assert (page.one("html")["lang"], page.one("html")["dir"]) == ("en", "ltr")
    full = page.all(data_kind="position")[0]
    assert (full.one("blockquote")["lang"], full.one("blockquote")["dir"]) == ("ar", "rtl")
    assert "machine translation, not reviewed" in full.one("p", "bs-translation").words


def test_excerpts_show_only_what_is_quoted(desk: Desk) -> None:
    """Where the licence does not allow the full text, the site holds the quoted sentences and marks the gaps."""
    desk.replace(SHEET, "  text: full\n", "  text: excerpts\n")

    built(desk)

    page = desk.page("sources/lavrov-ready/")
    assert len(page.all("p", "bs-sentence")) == 20
    assert "1 sentence not shown" in page.text
    assert "Read also" not in page.text
