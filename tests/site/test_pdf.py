"""`export pdf`: the page for paper as a PDF that is tagged, has bookmarks, and is always the same."""

from __future__ import annotations

import re
import shutil
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdf.generic import Destination

from briefsmith.exports.paper import PaperDocument, resolved
from briefsmith.exports.pdf import make_pdf
from tests.site.desk import ROOT, SHEET, Desk, sample

NO_MAKER = {
    "raise ModuleNotFoundError(\"No module named 'weasyprint'\", name='weasyprint')": "pip install 'briefsmith[pdf]'",
    "raise OSError('cannot load library libpango-1.0-0')": "apt-get install libpango-1.0-0",
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """The sample, with two PDFs made under surroundings that differ."""
    desk = sample(tmp_path_factory.mktemp("pdf") / "desk")
    for name, env in (("one", {"TZ": "UTC"}), ("two", {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "4711"})):
        ran = desk.build_py("export", "pdf", "-o", f"{name}.pdf", env=env)
        assert (ran.code, ran.out, ran.err) == (0, f"{name}.pdf\n", "")
    return desk


@pytest.fixture(scope="module")
def reader(desk: Desk) -> PdfReader:
    return PdfReader(desk.root / "one.pdf")


def words(reader: PdfReader) -> str:
    return re.sub(r"\s+", "", "".join(page.extract_text() for page in reader.pages))


def titles(outline: list[Destination | list[object]]) -> list[str]:
    return [str(each.title) for each in outline if isinstance(each, Destination)]


def test_same_input_gives_the_same_bytes(desk: Desk) -> None:
    """Time zone, hash seed and the moment leave the file as it is."""
    assert (desk.root / "one.pdf").read_bytes() == (desk.root / "two.pdf").read_bytes()


def test_it_says_what_it_is(reader: PdfReader) -> None:
    """Title, author, language and day are those of the sheet; it is tagged, and opens under its title."""
    assert reader.metadata
    assert reader.metadata.title == "Lavrov says he is ready to meet Rubio; Russia keeps its conditions"
    assert reader.metadata.author == "Briefing Desk"
    assert str(reader.metadata.creation_date).startswith("2025-11-10")
    catalogue = reader.root_object
    assert catalogue["/Lang"] == "en"
    assert catalogue["/MarkInfo"]["/Marked"] == True  # noqa: E712  # a boolean object of the PDF
    assert "/StructTreeRoot" in catalogue
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712
    assert b"pdfuaid" in catalogue["/Metadata"].get_data()


def test_bookmarks_lead_to_the_sections(reader: PdfReader) -> None:
    """The outline begins with the title and holds the sections below it."""
    (title,), sections = titles(reader.outline), [each for each in reader.outline if isinstance(each, list)]

    assert title.startswith("Lavrov says he is ready")
    assert {"Key judgements", "Positions", "Timeline", "Sources", "The exact words"} <= set(titles(sections[0]))


def test_every_sheet_bears_title_marking_and_number(reader: PdfReader) -> None:
    """Above and below the text of each page."""
    for number, page in enumerate(reader.pages, 1):
        text = page.extract_text()
        assert "TLP:CLEAR" in text
        assert "Lavrov says he is ready to meet Rubio" in text
        assert f"{number} / {len(reader.pages)}" in text
        assert [round(float(each)) for each in page.mediabox[2:]] == [595, 842]


def test_references_are_links_within_the_document(desk: Desk, reader: PdfReader) -> None:
    """Numbers lead to endnotes and statements to their places; without `site_url` no link leads nowhere."""
    links = [note.get_object() for page in reader.pages for note in page.get("/Annots", ())]

    assert len([link for link in links if "/Dest" in link or link.get("/A", {}).get("/S") == "/GoTo"]) > 200
    assert [link["/A"]["/URI"] for link in links if link.get("/A", {}).get("/S") == "/URI"] == []


def test_links_lead_to_the_site_where_its_address_is_known(tmp_path: Path) -> None:
    """With `site_url` a link to a source's sentence is a whole address."""
    desk = sample(tmp_path).replace("mkdocs.yml", "site_name:", "site_url: https://example.org/desk/\nsite_name:")
    assert desk.build_py("export", "pdf", "-o", "x.pdf").code == 0

    links = [note.get_object() for page in PdfReader(desk.root / "x.pdf").pages for note in page.get("/Annots", ())]
    addresses = {str(link["/A"]["/URI"]) for link in links if link.get("/A", {}).get("/S") == "/URI"}
    assert addresses
    assert all(each.startswith("https://example.org/desk/") for each in addresses)
    assert any(each.startswith("https://example.org/desk/sources/lavrov-ready/#s-") for each in addresses)


def test_public_edition_leaves_out_what_is_marked(desk: Desk, reader: PdfReader) -> None:
    """The sample's advice is AMBER: only `--tlp AMBER` shows it, under that marking on every page."""
    ran = desk.build_py("export", "pdf", "--tlp", "AMBER", "-o", "amber.pdf")
    assert ran.code == 0, ran.err
    internal = PdfReader(desk.root / "amber.pdf")

    assert "Repeating,astheUSview" in words(internal)
    assert "Repeating,astheUSview" not in words(reader)
    assert all("TLP:AMBER" in page.extract_text() for page in internal.pages)


def test_briefing_above_the_marking_is_refused(tmp_path: Path) -> None:
    """It is not exported by accident, and the message says how to do it on purpose."""
    desk = sample(tmp_path)
    desk.write(SHEET, "tlp: RED\n" + re.sub(r"(?m)^tlp:.*\n", "", (desk.root / SHEET).read_text(encoding="utf-8")))

    ran = desk.build_py("export", "pdf")

    assert ran.code == 2
    assert "--tlp" in ran.err
    assert list(desk.root.glob("*.pdf")) == []


def test_errors_stop_it(tmp_path: Path) -> None:
    """A sheet with a false quote gives the finding, exit code 1 and no file."""
    desk = sample(tmp_path).replace(SHEET, "said they will never recognize it", "said they will recognize it")

    ran = desk.build_py("export", "pdf")

    assert ran.code == 1
    assert "BS301" in ran.err
    assert "nothing was exported" in ran.err
    assert list(desk.root.glob("*.pdf")) == []


@pytest.mark.parametrize("fault", NO_MAKER)
def test_missing_extra_is_said_with_its_cure(desk: Desk, tmp_path: Path, fault: str) -> None:
    """Without WeasyPrint, or without the system's Pango, it is wrong use, and the message says what to install."""
    (tmp_path / "weasyprint.py").write_text(fault + "\n", encoding="utf-8")
    ran = desk.build_py("export", "pdf", "-o", "never.pdf", env={"PYTHONPATH": f"{tmp_path}:{ROOT}"})

    assert ran.code == 2
    assert NO_MAKER[fault] in ran.err
    assert not (desk.root / "never.pdf").exists()


def test_arabic_is_shaped_and_runs_from_right_to_left(tmp_path: Path) -> None:
    """The Arabic briefing says its language, and no letter is missing, of the Ukrainian quotes neither."""
    shutil.copytree(ROOT / "tests/data/two-scripts", tmp_path, dirs_exist_ok=True)
    shutil.copy(ROOT / "build.py", tmp_path)
    ran = Desk(tmp_path).build_py("export", "pdf", "sayla", "-o", "sayla.pdf")
    assert (ran.code, ran.err) == (0, "")

    reader = PdfReader(tmp_path / "sayla.pdf")
    assert reader.root_object["/Lang"] == "ar"
    assert re.search("[\u0621-\u064a\ufe70-\ufefc]{3}", reader.pages[0].extract_text())


def test_which_briefing_must_be_said_where_there_are_several(tmp_path: Path) -> None:
    """Without a name, and with a wrong one, the message lists them."""
    shutil.copytree(ROOT / "tests/data/two-scripts", tmp_path, dirs_exist_ok=True)
    shutil.copy(ROOT / "build.py", tmp_path)

    for words_ in (("export", "pdf"), ("export", "pdf", "nobody")):
        ran = Desk(tmp_path).build_py(*words_)
        assert ran.code == 2
        assert "sayla, sella" in ran.err or "sella, sayla" in ran.err


def test_letters_without_a_shape_are_told() -> None:
    """A character that no font has is named; those that fonts have are not."""
    made = make_pdf(PaperDocument("<!doctype html><html lang=en><title>T</title><p>a\U000f1234b", "", ()))

    assert made.missing == "\U000f1234"
    assert PdfReader(BytesIO(made.content)).pages


def test_drawings_get_their_colours() -> None:
    """A drawing's rules hold no variable any more, each replaced by its value or by what is to stand in its place."""
    values = {"--a": "var(--b, red)", "--c": "#123"}

    assert resolved("fill: var(--a); stroke: var(--c, blue)", values) == "fill: red; stroke: #123"
