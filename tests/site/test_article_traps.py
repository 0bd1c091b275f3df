"""The traps of the first article, and that no page falls into one."""

from __future__ import annotations

import re

import pytest

from tests.site.desk import BRIEFING, Desk
from tests.site.tree import Element

IN_MARKS = re.compile('[“"][^”]*Russian dictator[^“]*[”"]')


@pytest.fixture(scope="module")
def positions(published: Desk) -> Element:
    """The page of positions."""
    return published.page(BRIEFING + "positions/")


@pytest.fixture(scope="module")
def timeline(published: Desk) -> Element:
    """The page of events."""
    return published.page(BRIEFING + "timeline/")


@pytest.fixture(scope="module")
def source(published: Desk) -> Element:
    """The page of the article."""
    return published.page("sources/lavrov-ready/")


def test_sentence_broken_over_two_lines_is_one_passage(source: Element, positions: Element) -> None:
    """The sentence that a line break cuts after "Russia, but" is one sentence, and the quote stands within it."""
    (sentence,) = [each for each in source.all("p", "bs-sentence") if "legally part of Russia, but" in each.text]

    assert sentence.text.endswith("Kyiv and its Western partners have said they will never recognize it.")
    assert [mark.text for mark in sentence.all("mark")] == [
        "Moscow believes the occupied territory is now legally part of Russia",
        "Kyiv and its Western partners have said they will never recognize it",
    ]
    evidence = positions.one(data_fact="lavrov-rubio-2025-11#never-recognise").one("div", "bs-passage")
    assert evidence.text.startswith("Moscow believes")


def test_quote_across_the_line_break_is_marked_whole(desk: Desk) -> None:
    """A quote that runs over the broken line is found and highlighted as one run, line break and all."""
    sheet = "briefings/lavrov-rubio-2025-11.yml"
    desk.replace(
        sheet,
        'evidence: "Kyiv and its Western partners have said they will never recognize it"\n  united-states:',
        'evidence: "legally part of Russia, but Kyiv and its Western partners have said they will never recognize it"\n'
        "  united-states:",
    )

    ran = desk.build_py("build")

    assert ran.code == 0, ran.err
    page = desk.page(BRIEFING + "positions/").one(data_fact="lavrov-rubio-2025-11#never-recognise")
    assert "Russia, but\nKyiv" in page.one("blockquote").text
    marks = desk.page("sources/lavrov-ready/").all("mark")
    assert len([mark for mark in marks if "Russia, but\nKyiv" in mark.text]) == 1


def test_rumour_is_nowhere_in_the_matrix(published: Desk) -> None:
    """That Putin sidelined Lavrov stands as a rumour among claims and events, in no cell, and as nobody's words."""
    for url in (BRIEFING, BRIEFING + "positions/"):
        assert "sidelined" not in published.page(url).one("table", "bs-matrix").text
    claim = published.page(BRIEFING + "claims/").one(data_fact="lavrov-rubio-2025-11#lavrov-sidelined")
    assert "rumour" in [chip.words for chip in claim.all("span", "bs-chip")]
    assert claim.one("p", "bs-chain").words.startswith("Rumour:")
    assert "Lavrov" not in claim.one("p", "bs-chain").words


def test_loaded_label_stands_only_as_a_quote(published: Desk) -> None:
    """The outlet's "Russian dictator" appears within the article's words or in quotation marks, never as our own."""
    times = 0
    for url in published.urls:
        main = published.page(url).one("main")
        for element in [main, *main.walk()]:
            for child in element.children:
                if isinstance(child, str) and "Russian dictator" in child:
                    times += 1
                    assert _is_source_text(element) or IN_MARKS.search(child), (url, child)
    assert times > 5


def test_cancelled_meeting_has_no_date(timeline: Element) -> None:
    """The Budapest meeting is an event of its own, cancelled, and no day is invented for it."""
    meeting = timeline.one(data_fact="lavrov-rubio-2025-11#budapest-meeting")

    assert "data-earliest" not in meeting.attributes
    assert "data-latest" not in meeting.attributes
    assert meeting.one("span", "bs-date").words.casefold() == "date unknown"
    assert not meeting.all("time")
    assert "cancelled" in [chip.words for chip in meeting.all("span", "bs-chip")]
    assert "bs-undated" in meeting.classes


def test_late_october_is_a_range_in_list_and_drawing(timeline: Element) -> None:
    """What lasts since late October has a first day, no last, and in the drawing a bar with an open end, no point."""
    absent = timeline.one(data_fact="lavrov-rubio-2025-11#lavrov-absent")

    assert absent["data-earliest"].startswith("2025-10-")
    assert "data-latest" not in absent.attributes
    assert not absent.one("span", "bs-date").all("time")
    assert "late October 2025" in absent.one("span", "bs-date").words
    drawn = _drawn(timeline, "lavrov-absent")
    assert drawn.all("rect", "bs-svg-range")
    assert drawn.all("text", "bs-svg-open")
    assert not drawn.all("circle")


def test_exact_day_is_drawn_as_a_point(timeline: Element) -> None:
    """15 August is a day in both."""
    assert timeline.one(data_fact="lavrov-rubio-2025-11#alaska-15-august").all("time", datetime="2025-08-15")
    assert _drawn(timeline, "alaska-15-august").all("circle", "bs-svg-ink")


@pytest.mark.parametrize("fact", ["us-not-questioning", "us-regular-contact"])
def test_washington_speaks_only_through_lavrov(published: Desk, positions: Element, fact: str) -> None:
    """What Lavrov says of the United States is marked as claimed by him, in the matrix and in full."""
    for page in (published.page(BRIEFING), positions):
        entry = page.one("table", "bs-matrix").one(data_fact_ref=f"lavrov-rubio-2025-11#{fact}")
        assert entry.one("span", "bs-stance").words == "? claimed by Lavrov"
    full = positions.one(data_fact=f"lavrov-rubio-2025-11#{fact}")
    assert full.one("p", "bs-chain").words.startswith("Claimed: Sergei Lavrov")


def test_two_sides_of_the_contradiction_stand_together(published: Desk) -> None:
    """Lavrov's claim and the refusal it collides with are shown side by side, each in the article's words."""
    sides = published.page(BRIEFING + "contested/").one("div", "bs-versus").all("div", data_fact_ref="")

    keys = {side["data-fact-ref"].partition("#")[2] for side in sides}
    assert keys == {"us-not-questioning", "never-recognise"}
    assert all(side.all("blockquote") for side in sides)


def test_ambiguous_share_says_so(published: Desk) -> None:
    """The 75 % for two regions carry the question whether each or together, wherever the figure stands."""
    name = "share-kherson-zaporizhzhia"
    full = published.page(BRIEFING + "figures/").one(data_fact=f"lavrov-rubio-2025-11#{name}")
    listed = published.page(BRIEFING).one("ul", "bs-bars").one(data_fact_ref=f"lavrov-rubio-2025-11#{name}")

    for place in (full, listed):
        assert "about 75 %" in place.words
        assert "each or together?" in [chip.words for chip in place.all("span", "bs-chip")]


def test_read_also_line_backs_nothing(source: Element, published: Desk) -> None:
    """The link to another article is set aside with its reason; nothing on any other page quotes it."""
    line = source.all("p", "bs-sentence")[-1]

    assert line.text.startswith("Read also:")
    assert line["data-state"] == "set-aside"
    assert not line.all("mark")
    for url in published.urls:
        page = published.page(url)
        assert not [quote for quote in page.all("blockquote") if "Kremlin" in quote.text]


def test_chain_runs_through_the_agency_only_where_it_is_named(positions: Element) -> None:
    """RIA Novosti, marked as a party's own agency, stands in the chain of the one remark told to it."""
    with_agency = positions.one(data_fact="lavrov-rubio-2025-11#russia-regular-contact").one("p", "bs-chain").words
    without = positions.one(data_fact="lavrov-rubio-2025-11#russia-ready-to-meet").one("p", "bs-chain").words

    assert "RIA Novosti (a party’s own agency)" in with_agency
    assert "reported by Reuters, in an unnamed outlet" in with_agency
    assert "RIA Novosti" not in without


def test_unknown_title_is_said_not_left_out(source: Element) -> None:
    """The article has no title, publisher or date line; the page says so."""
    assert source.one("h1").words == "Untitled article"
    assert "unknown" in source.one("dl", "bs-details").words


def _is_source_text(element: Element) -> bool:
    """Whether it shows the article: a quote, the sentence around it, or the source page's sentence."""
    classes = {"bs-quote", "bs-context", "bs-sentence"}
    within = element.up(lambda each: bool(classes & set(each.classes)))
    return bool(classes & set(element.classes)) or within is not None


def _drawn(page: Element, fact: str) -> Element:
    return page.one("g", data_draws=fact)
