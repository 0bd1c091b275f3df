"""A draft from an article: it validates at once, and whatever is uncommented validates, too."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from briefsmith.drafting.blocks import uncommented
from briefsmith.drafting.desk import Wish, new_sheet
from briefsmith.drafting.trouble import DraftingTrouble
from briefsmith.model.sheet import Sheet
from briefsmith.rules.check import Checked, check_site
from briefsmith.settings import ReadSettings, Settings

DAY = date(2026, 3, 3)
ENGLISH = """\
Norland keeps the strait closed, Sudmark offers fewer boats

Norland will not open the Greywater Strait to foreign trawlers before a catch limit is agreed, Fisheries Minister Ana \
Holt said on Tuesday. She spoke of a "robber fleet" from the south.
Sudmark has offered to halve the number of its boats in the strait, its chief negotiator Piet Moran told the press.
Nearly 40 million dollars worth of cod was landed from the strait last year, Moran said. Norland puts it at 30 million.
The two sides met in Port Vale on 25 February and are due to meet there again on 10 March.
Two officials briefed on the talks said that a limit of 12,000 tonnes was on the table.
"It is a test of trust for every
one of us," said Holt. Moran demanded that Norland publish its data. He said four boats were seized on 1 March.
"""
GERMAN = """\
Nordland hält die Meerenge geschlossen

Nordland werde die Meerenge nicht öffnen, sagte Fischereiministerin Ana Holt am Dienstag. „Es ist eine Frage des
Vertrauens für uns alle“, sagte Holt. Südmark forderte am 25. Februar weniger Boote, erklärte Piet Moran.
Rund 2,4 Millionen Tonnen wurden im vergangenen Jahr angelandet, sagte Moran. Die Runde am 10. März fällt aus.
"""
RUSSIAN = """\
Нордланд не откроет пролив

Нордланд не откроет пролив до соглашения, заявила во вторник министр Анна Хольт. «Это вопрос доверия
для всех нас», — сказала Хольт. По словам Петра Морана, в прошлом году выловили около 2,4 млн тонн рыбы.
Стороны встретились 25 февраля 2026 года. Пётр Моран потребовал сократить число судов.
"""
UKRAINIAN = """\
Нордланд не відкриє протоку

Нордланд не відкриє протоку до угоди, заявила у вівторок міністерка Анна Хольт. «Це питання довіри
для всіх нас», — сказала Хольт. Торік виловили близько 2,4 млн тонн риби, повідомив Петро Моран.
Сторони зустрілися 25 лютого 2026 року. Петро Моран запропонував нову зустріч 10 березня.
"""
ARABIC = "أعلنت نورلاند إغلاق المضيق.\n\nقال الوزير إن المضيق سيبقى مغلقا. «هذه مسألة ثقة لنا جميعا».\n"
JAPANESE = "海峡は閉鎖されたままだ。大臣は「これは私たち全員にとって信頼の問題である」と述べた。交渉は続いている。\n"
ARTICLES = {
    "en": ENGLISH,
    "de": GERMAN,
    "ru": RUSSIAN,
    "uk": UKRAINIAN,
    "ar": ARABIC,
    "ja": JAPANESE,
}
each_language = pytest.mark.parametrize("language", ARTICLES)


def drafted(folder: Path, content: str | bytes, name: str = "strait-0303.txt", **wish: object) -> Path:
    """The sheet that `new` writes for an article that lies outside the site."""
    article = folder / "inbox" / name
    article.parent.mkdir(parents=True, exist_ok=True)
    article.write_bytes(content if isinstance(content, bytes) else content.encode())
    made = new_sheet(article, Settings(folder), Wish(**{"day": DAY, **wish}), date(2026, 3, 9))  # type: ignore[arg-type]
    return folder / made.sheet


def checked(folder: Path) -> Checked:
    return check_site(ReadSettings(Settings(folder)))


def sheet_of(folder: Path) -> Sheet:
    (briefing,) = checked(folder).dossier.corpus.briefings.values()
    return briefing.sheet


def blocks_of(text: str) -> list[tuple[int, int]]:
    """The candidates of a draft, as ranges of lines."""
    lines, found, start = text.split("\n"), [], None
    for number, line in enumerate([*lines, ""]):
        is_candidate = line.startswith("#  ")
        if is_candidate and start is None:
            start = number
        elif not is_candidate and start is not None:
            found.append((start, number))
            start = None
    return found


def with_live(text: str, blocks: list[tuple[int, int]]) -> str:
    lines = text.split("\n")
    for start, end in blocks:
        lines[start:end] = uncommented(lines[start:end])
    return "\n".join(lines)


@each_language
def test_a_draft_validates_at_once(tmp_path: Path, language: str) -> None:
    """A sheet that nobody has touched has a quote that was checked, and no finding."""
    drafted(tmp_path, ARTICLES[language], language=language)

    found = checked(tmp_path)

    assert [each.message for each in found.findings if each.is_error] == []
    assert found.counts()["quotes"] >= 1
    assert found.counts()["facts"] == 0


@each_language
def test_all_candidates_validate_together(tmp_path: Path, language: str) -> None:
    """With every comment taken away, every quote stands in the article and there is no error."""
    path = drafted(tmp_path, ARTICLES[language], language=language)
    text = path.read_text(encoding="utf-8")
    blocks = blocks_of(text)

    path.write_text(with_live(text, blocks), encoding="utf-8")
    found = checked(tmp_path)

    assert len(blocks) >= 2
    assert [each.message for each in found.errors] == []
    assert all(each.match for each in found.dossier.evidence.citations)
    assert found.counts()["facts"] >= 2


@pytest.mark.parametrize("language", ["en", "ru"])
def test_each_candidate_validates_alone(tmp_path: Path, language: str) -> None:
    """Any one block may be uncommented without another."""
    path = drafted(tmp_path, ARTICLES[language], language=language)
    text = path.read_text(encoding="utf-8")

    for block in blocks_of(text):
        path.write_text(with_live(text, [block]), encoding="utf-8")
        assert [each.message for each in checked(tmp_path).errors] == [], text.split("\n")[slice(*block)]


def live(folder: Path, content: str, language: str) -> Sheet:
    path = drafted(folder, content, language=language)
    text = path.read_text(encoding="utf-8")
    path.write_text(with_live(text, blocks_of(text)), encoding="utf-8")
    return sheet_of(folder)


@pytest.mark.parametrize(
    ("language", "words", "value", "basis"),
    [
        ("en", "on Tuesday", "2026-03-03", "relative"),
        ("en", "on 25 February", "2026-02-25", "completed"),
        ("de", "am Dienstag", "2026-03-03", "relative"),
        ("ru", "25 февраля 2026", "2026-02-25", None),
        ("uk", "25 лютого 2026", "2026-02-25", None),
    ],
)
def test_dates_are_counted_from_the_article(
    tmp_path: Path, language: str, words: str, value: str, basis: str | None
) -> None:
    """A date comes with its words, its value in EDTF and where it is from."""
    sheet = live(tmp_path, ARTICLES[language], language)

    statements = [*sheet.events, *sheet.claims]
    (found,) = {
        (str(each.date.written), each.date_basis) for each in statements if each.date and each.date_words == words
    }
    assert found == (value, basis)


@pytest.mark.parametrize(
    ("language", "speakers"),
    [("en", {"holt", "moran"}), ("de", {"holt", "moran"}), ("ru", {"kholt", "moran"}), ("uk", {"kholt", "moran"})],
)
def test_speakers_are_proposed(tmp_path: Path, language: str, speakers: set[str]) -> None:
    """Who says a sentence is proposed as its `by`, and is an actor with the words that name him."""
    sheet = live(tmp_path, ARTICLES[language], language)

    assert {each.by for each in sheet.claims if each.by not in {None, "outlet"}} <= {*sheet.actors}
    assert {each.by for each in sheet.claims} & speakers
    assert any(each.evidence for each in sheet.actors.values())


def test_people_without_names_keep_the_words_of_the_article(tmp_path: Path) -> None:
    """Officials whom the article does not name are `by_unnamed`, in its own words."""
    sheet = live(tmp_path, ENGLISH, "en")

    assert [each.by_unnamed.words for each in sheet.claims if each.by_unnamed] == ["Two officials briefed on the talks"]


@pytest.mark.parametrize(
    ("language", "values"),
    [
        ("en", {"nearly 40 million dollars", "12,000 tonnes", "4 boats"}),
        ("de", {"about 2.4 million Tonnen"}),
        ("ru", {"about 2.4 million тонн"}),
        ("uk", {"about 2.4 million тонн"}),
    ],
)
def test_figures_are_written_in_the_words_of_the_schema(tmp_path: Path, language: str, values: set[str]) -> None:
    """A number keeps its qualifier and its scale, in English, with a decimal point."""
    sheet = live(tmp_path, ARTICLES[language], language)

    assert values <= {each.value.written for each in sheet.figures}


def test_a_verb_that_names_the_kind_gives_a_position(tmp_path: Path) -> None:
    """Who *demanded* something gets a demand in the matrix."""
    sheet = live(tmp_path, ENGLISH, "en")

    (position,) = sheet.positions["moran"]["main"]
    assert (position.kind.value, position.by) == ("demand", "moran")


def test_a_date_after_the_article_is_scheduled(tmp_path: Path) -> None:
    """What lies ahead of the article is no event that was held."""
    sheet = live(tmp_path, "Talks go on. The sides meet in Port Vale on 10 March.\n", "en")

    assert [each.happening for each in sheet.events] == ["scheduled"]


@pytest.mark.parametrize("ends", ["\r\n", "\r"])
def test_line_ends_of_other_systems(tmp_path: Path, ends: str) -> None:
    """Quotes that run over a line end of Windows are found, and the article keeps its bytes."""
    content = ENGLISH.replace("\n", ends)
    path = drafted(tmp_path, content)
    path.write_text(with_live(text := path.read_text(), blocks_of(text)), encoding="utf-8")

    assert checked(tmp_path).errors == ()
    assert (tmp_path / "seeds/strait-0303.txt").read_bytes() == content.encode()


def test_the_headline_and_the_line_of_the_date(tmp_path: Path) -> None:
    """Without `--date`, a line at the head that is a date gives the day."""
    drafted(tmp_path, "Strait closed\n\n3 March 2026\n\nNorland shut it yesterday, a report said.\n", day=None)

    sheet = sheet_of(tmp_path)
    assert sheet.source
    assert sheet.source.date
    assert (sheet.title, sheet.source.date.written) == ("Strait closed", "2026-03-03")


def test_the_dateline_of_an_agency(tmp_path: Path) -> None:
    """The day of a dateline is the article's, and no candidate quotes the dateline."""
    article = "Strait closed\n\nPORT HOLM, 3 March 2026 (Courier) - Norland shut the strait on Monday.\n"
    text = drafted(tmp_path, article, day=None).read_text()

    sheet = sheet_of(tmp_path)
    assert sheet.source
    assert sheet.source.date
    assert sheet.source.date.written == "2026-03-03"
    assert "#     date: 2026-03-02\n" in text
    assert "Norland shut the strait on Monday" in text
    assert "Courier" not in text


@pytest.mark.parametrize(
    "speaker",
    [
        "Minister of Education Rui Tavares",
        "Rui Tavares",
        "Minister of Foreign Affairs Rui Tavares",
        "Minister of Education Rui Tavares, who was not a party to the case before the Maritime Court of Norland,",
    ],
)
def test_an_office_and_its_field_are_no_part_of_a_name(tmp_path: Path, speaker: str) -> None:
    """Whoever holds an office speaks under his own name, also before an aside."""
    sheet = live(tmp_path, f"Strait closed\n\nAnna Holt left. {speaker} said he welcomed it.\n", "en")

    assert [each.by for each in sheet.claims if "welcomed" in each.claim] == ["rui-tavares"]
    assert sheet.actors["rui-tavares"].name == "Rui Tavares"


def test_an_article_without_a_date(tmp_path: Path) -> None:
    """Where nobody knows the day, the source says `unknown` and nothing is counted from it."""
    path = drafted(tmp_path, ENGLISH, day=None)

    text = path.read_text()
    assert "  date: unknown\n" in text
    assert "date: 2026-03-09\n" in text
    assert "relative" not in text


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.txt", b"", "holds no text"),
        ("a.txt", b" \n\n", "holds no text"),
        ("a.txt", "Größe".encode("cp1252"), "not UTF-8"),
        ("a.txt", ENGLISH.encode("utf-16"), "not UTF-8"),
        ("a.txt", b"a long text with one stray \x00 in it", "control character"),
        ("a.pdf", b"%PDF", "no .txt, .md or .html"),
        ("a.txt", b"a" * 8_000_001, "8 MB"),
        ("index.txt", b"A sentence.", "no id can be made"),
    ],
)
def test_what_is_no_article_is_refused(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    """Nothing is written, and the message names the cure."""
    with pytest.raises(DraftingTrouble, match=message) as trouble:
        drafted(tmp_path, content, name)

    assert trouble.value.help
    assert not (tmp_path / "briefings").exists()
    assert not (tmp_path / "seeds").exists()


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """A sheet that is there stays as it is; so does an article of the same name with another text."""
    path = drafted(tmp_path, ENGLISH)
    path.write_text("mine\n")

    with pytest.raises(DraftingTrouble, match="is there already"):
        drafted(tmp_path, ENGLISH)
    with pytest.raises(DraftingTrouble, match="with another text"):
        drafted(tmp_path, GERMAN, id="other")

    assert path.read_text() == "mine\n"
    assert (tmp_path / "seeds/strait-0303.txt").read_text() == ENGLISH


def test_an_article_that_another_sheet_uses(tmp_path: Path) -> None:
    """The second sheet calls the source as the first one does, and repeats nothing that could differ."""
    drafted(tmp_path, ENGLISH)
    second = new_sheet(tmp_path / "seeds/strait-0303.txt", Settings(tmp_path), Wish(id="again"), DAY)

    assert checked(tmp_path).errors == ()
    assert "on Tuesday" in (tmp_path / second.sheet).read_text()


def test_a_registered_actor_keeps_its_id(tmp_path: Path) -> None:
    """A name that the registry has is not declared again."""
    (tmp_path / "registry").mkdir()
    (tmp_path / "registry/actors.yml").write_text("minister-holt: {name: Ana Holt, type: person}\n")
    sheet = live(tmp_path, ENGLISH, "en")

    assert "holt" not in sheet.actors
    assert "minister-holt" in {each.by for each in sheet.claims}


PAGE = """\
<!doctype html><html lang="en"><head><title>Strait stays closed | Courier</title>
<meta property="og:title" content="Strait stays closed"><meta property="og:site_name" content="The Port Vale Courier">
<meta name="author" content="Jane Doe"><meta property="article:published_time" content="2026-03-03T10:00:00Z">
<link rel="canonical" href="https://example.org/strait"></head><body><nav><a href="/">Home</a></nav>
<article><h1>Strait stays closed</h1><p>Norland will not open the Greywater Strait to foreign trawlers before a catch
limit is agreed, Fisheries Minister Ana Holt said on Tuesday. She spoke of a robber fleet from the south.</p>
<p>Sudmark has offered to halve the number of its boats in the strait, its chief negotiator Piet Moran told the Coastal
Press Agency. Nearly 40 million dollars worth of cod was landed last year, Moran said.</p></article></body></html>
"""


def test_a_web_page(tmp_path: Path) -> None:
    """Of a saved page the main text becomes the seed, and its own metadata the record of the source."""
    drafted(tmp_path, PAGE, "strait.html", day=None)

    sheet = sheet_of(tmp_path)
    record = sheet.source
    assert record
    assert record.date
    assert (record.title, record.publisher, record.author) == (
        "Strait stays closed", "The Port Vale Courier", ("Jane Doe",)
    )  # fmt: skip
    assert (record.url, record.date.written) == ("https://example.org/strait", "2026-03-03")
    seed = (tmp_path / "seeds/strait.txt").read_text()
    assert seed.startswith("Strait stays closed\n\nNorland will not open")
    assert "Home" not in seed
    assert checked(tmp_path).errors == ()


def test_a_web_page_without_text(tmp_path: Path) -> None:
    """A page of nothing is refused."""
    with pytest.raises(DraftingTrouble, match="holds no text"):
        drafted(tmp_path, "<html><body></body></html>", "empty.html")
