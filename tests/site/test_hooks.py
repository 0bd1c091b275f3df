"""What the contract promises to whoever reads the built pages, on every page of the sample."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote

import pytest

from briefsmith.publish.inventory import list_files
from tests.site.desk import BRIEFING, SEED, Desk
from tests.site.tree import Element

KIND_PLACES = {
    "position": "positions/",
    "event": "timeline/",
    "figure": "figures/",
    "claim": "claims/",
    "term": "glossary/",
    "assessment": "",
    "advice": "",
    "question": "",
}
POSITION_KINDS = {
    "demand", "condition", "offer", "concession", "acceptance", "rejection", "red-line", "commitment", "intention",
    "threat", "interest", "undecided", "view",
}  # fmt: skip
DAY = re.compile(r"-?\d{4,}-\d\d-\d\d")


@pytest.fixture(scope="module")
def pages(published: Desk) -> dict[str, Element]:
    """Every HTML page of the site by its address."""
    files = [path for path in list_files(published.site) if path.endswith("index.html")]
    return {path.removesuffix("index.html"): published.page(path.removesuffix("index.html")) for path in files}


@pytest.fixture(scope="module")
def article(published: Desk) -> str:
    """The article, decoded as it is."""
    return (published.root / SEED).read_bytes().decode("utf-8")


def test_every_page_says_its_kind(pages: dict[str, Element]) -> None:
    """Each page, hand-written ones too, has one `main` with `data-page`."""
    kinds = {url: page.one("main")["data-page"] for url, page in pages.items()}

    assert kinds["method/"] == "prose"
    assert kinds[BRIEFING] == "overview"
    assert all(kinds.values())


def test_every_fact_has_one_canonical_place(published: Desk, pages: dict[str, Element]) -> None:
    """Each fact of `briefsmith.json` stands once in the whole site with id, key and kind, where the index says."""
    found: dict[str, str] = {}
    for url, page in pages.items():
        for element in page.all(data_fact=""):
            key = element["data-fact"]
            assert key not in found, key
            assert element["id"] == key.partition("#")[2]
            found[key] = f"{url}#{element['id']} {element['data-kind']}"

    assert found == {fact["key"]: f"{fact['url']} {fact['kind']}" for fact in published.index["facts"]}


def test_canonical_places_are_where_the_contract_puts_them(published: Desk) -> None:
    """A position stands on positions, an event on the timeline, and so on for every kind."""
    for fact in published.index["facts"]:
        assert fact["url"].partition("#")[0] == BRIEFING + KIND_PLACES[fact["kind"]]


def test_every_reference_to_a_fact_leads_to_its_place(published: Desk, pages: dict[str, Element]) -> None:
    """An element with `data-fact-ref` is, or holds, or stands for a link to the fact's canonical address."""
    places = {fact["key"]: fact["url"] for fact in published.index["facts"]}
    references = 0
    for url, page in pages.items():
        for element in page.all(data_fact_ref=""):
            references += 1
            wanted = places[element["data-fact-ref"]]
            links = [element] if element.tag == "a" else element.all("a")
            links += _links_of_its_box(page, element)
            assert wanted in {_resolve(url, link.get("href")) for link in links}, (url, element["data-fact-ref"])
    assert references > 200


def test_quotes_are_the_slices_of_the_article(pages: dict[str, Element], article: str) -> None:
    """The text of every quote is the article's own slice, and beside it stands a link to its sentence."""
    quotes = [(url, quote) for url, page in pages.items() for quote in page.all("blockquote", "bs-quote")]

    assert len(quotes) > 150
    for url, quote in quotes:
        start, end = int(quote["data-start"]), int(quote["data-end"])
        assert quote.text == article[start:end]
        assert (quote["data-source"], quote["lang"], quote["dir"]) == ("lavrov-ready", "en", "ltr")
        figure = quote.up(lambda element: element.tag == "figure")
        assert figure is not None
        (link,) = figure.one("figcaption").all("a")
        assert re.fullmatch(r"sources/lavrov-ready/#s-[0-9a-f]{8}", _resolve(url, link["href"]))


def test_every_sentence_of_the_source_is_there(pages: dict[str, Element], article: str) -> None:
    """The source page holds the whole article, sentence by sentence, each with an id and what became of it."""
    sentences = pages["sources/lavrov-ready/"].all("p", "bs-sentence")

    assert len(sentences) == 21
    assert all(re.fullmatch(r"s-[0-9a-f]{8}", sentence["id"]) for sentence in sentences)
    assert [sentence["data-state"] for sentence in sentences] == ["used"] * 20 + ["set-aside"]
    assert "".join("".join(sentence.text.split()) for sentence in sentences) == "".join(article.split())


def test_facts_stand_beside_their_sentence(published: Desk, pages: dict[str, Element]) -> None:
    """Beside every used sentence stand links to the facts that rest on it; together they are all facts with quotes."""
    page = pages["sources/lavrov-ready/"]
    linked = {link["data-fact-ref"] for box in page.all("div", "bs-facts") for link in box.all("a", data_fact_ref="")}
    with_quotes = {
        element["data-fact"]
        for each in pages.values()
        for element in each.all(data_fact="")
        if element.all("blockquote")
    }

    assert linked == with_quotes
    assert len(linked) > 60


def test_matrix_is_a_table_that_can_be_read_aloud(pages: dict[str, Element]) -> None:
    """The matrix has a caption, a scope on every header, and cells that name holder and issue."""
    for url in (BRIEFING, BRIEFING + "positions/"):
        table = pages[url].one("table", "bs-matrix")
        assert table.one("caption").words
        assert {head.get("scope") for head in table.all("th")} == {"row", "col"}
        cells = table.all("td")
        assert len(cells) == 5 * 7
        assert all(cell["data-holder"] and cell["data-issue"] for cell in cells)


def test_matrix_cells_carry_kind_and_stance(pages: dict[str, Element]) -> None:
    """Each position in a cell has its kind, its stance if any, and a word with a sign; an empty cell says so."""
    table = pages[BRIEFING].one("table", "bs-matrix")

    entries = table.all(data_position="")
    assert {entry["data-position"] for entry in entries} <= POSITION_KINDS
    assert {entry["data-stance"] for entry in entries if entry.get("data-stance")} == {"favor", "against", "neither"}
    assert all(entry.one("span", "bs-stance").words.partition(" ")[2] for entry in entries)
    for cell in table.all("td"):
        assert cell.all(data_position="") or cell.words == "no statement in 1 source"


def test_all_tables_have_caption_and_scopes(published: Desk, pages: dict[str, Element]) -> None:
    """No generated table is without caption and scopes."""
    for url in published.urls:
        for table in pages[url].all("table"):
            assert table.all("caption")
            assert all(head.get("scope") for head in table.all("th"))


@pytest.mark.parametrize("url", [BRIEFING, BRIEFING + "timeline/"])
def test_timeline_gives_days_only_where_they_are_known(pages: dict[str, Element], url: str) -> None:
    """Entries carry the earliest and latest day; `time` stands only where both are one day or the date is exact."""
    entries = [entry for entry in pages[url].one("ol", "bs-timeline").children if isinstance(entry, Element)]

    assert len(entries) == 13
    for entry in entries:
        for name in ("data-earliest", "data-latest"):
            assert not entry.get(name) or DAY.fullmatch(entry[name])
        times = entry.one("span", "bs-date").all("time")
        is_one_day = bool(entry.get("data-earliest")) and entry["data-earliest"] == entry.get("data-latest")
        assert bool(times) == is_one_day
        assert all(time["datetime"] == entry["data-earliest"] for time in times)


def test_timeline_is_in_order(pages: dict[str, Element]) -> None:
    """Dated entries follow one another by their earliest day."""
    timeline = pages[BRIEFING + "timeline/"].one("ol", "bs-timeline")
    days = [entry["data-earliest"] for entry in timeline.all("li") if entry.get("data-earliest")]

    assert len(days) > 8
    assert days == sorted(days)


def test_statements_print_their_chain(pages: dict[str, Element]) -> None:
    """Every position, event, figure and claim prints who says so, through whom, in which outlet."""
    for place in ("positions/", "timeline/", "figures/", "claims/"):
        for fact in pages[BRIEFING + place].all(data_fact=""):
            assert [chain.words for chain in fact.all("p", "bs-chain") if "Reuters" in chain.words]


def test_judgements_are_marked_and_never_positions(pages: dict[str, Element]) -> None:
    """A judgement has a class of its own, two separate sentences for likelihood and confidence, and is no position."""
    judgements = pages[BRIEFING].all(data_kind="assessment")

    assert len(judgements) == 3
    for judgement in judgements:
        assert "bs-judgement" in judgement.classes
        likelihood, confidence = judgement.one("p", "bs-judgement-text").words, judgement.all("p", "bs-meta")[0].words
        assert "%" in likelihood
        assert "confidence" not in likelihood
        assert "confidence" in confidence
        assert "%" not in confidence
    assert not [each for page in pages.values() for each in page.all(class_="bs-judgement", data_kind="position")]


def test_no_page_carries_style_or_script(published: Desk, pages: dict[str, Element]) -> None:
    """Pages keep to their own policy: no inline style, no script but search's, no handler, no other host."""
    for url, page in pages.items():
        scripts = [script.attributes for script in page.all("script")]
        assert scripts == ([{"src": "../js/search.js", "defer": ""}] if url == "search/" else []), url
        assert not page.all(style=""), url
        assert not [element for element in page.walk() if any(name.startswith("on") for name in element.attributes)]
        assert page.all("meta")[1].get("http-equiv") == "Content-Security-Policy"


def _resolve(page: str, href: str) -> str:
    path, _, fragment = href.partition("#")
    if not path:
        return f"{page}#{unquote(fragment)}"
    joined = posixpath.normpath(posixpath.join(page, path))
    return f"{'' if joined == '.' else joined + '/'}#{unquote(fragment)}"


def _links_of_its_box(page: Element, element: Element) -> list[Element]:
    """Links in the evidence boxes that the element's marks open."""
    targets = [button["popovertarget"] for button in element.all("button", popovertarget="")]
    return [link for target in targets for box in page.all(id=target) for link in box.all("a")]
