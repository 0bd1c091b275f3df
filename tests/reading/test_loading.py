"""Loading a site: shelves put together, one mistake for itself, and nothing read that should not be."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from briefsmith.findings import catalogue as codes
from briefsmith.findings.finding import Address, Code
from briefsmith.reading.corpus import Corpus
from briefsmith.reading.load import load
from briefsmith.settings import Settings
from briefsmith.values.tags import Tlp

TESTS = Path(__file__).parents[1]
ARTICLE = "seeds/000_333ef43267682ee5.txt"

SHEET = """\
briefing: sella
title: Arven keeps the dam closed
date: 2026-03-04
source: {id: courier, file: seeds/courier.txt, date: 2026-03-03}
actors: {arven: Arven, belmark: Belmark}
issues: {gates: Opening of the gates}
positions:
  belmark:
    gates: {demand: Open the gates., evidence: "Belmark wants the gates opened"}
events:
  - {event: They meet, date: 2026-03-02, evidence: "They met on 2 March"}
  - {event: They part, date: 2026-03-03, evidence: "They parted on 3 March"}
"""
TEXT = "Belmark wants the gates opened. They met on 2 March. They parted on 3 March.\n"
BASE = {"briefings/sella.yml": SHEET, "seeds/courier.txt": TEXT}


def site(folder: Path, files: dict[str, str | bytes]) -> Corpus:
    """The corpus of a site of these files, beside those of the base site."""
    for name, content in {**BASE, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return load(Settings(folder))


def found(corpus: Corpus) -> list[Code]:
    """The codes of what reading found."""
    return [finding.code for finding in corpus.findings]


@pytest.mark.parametrize("name", ["lavrov-rubio-2025-11", "lavrov-rubio"])
def test_the_examples_load_without_a_finding(tmp_path: Path, name: str) -> None:
    """The worked example, which uses nearly every field, and the shortest sheet."""
    for target in (f"briefings/{name}.yml", ARTICLE):
        (tmp_path / target).parent.mkdir()
    shutil.copy(TESTS / "data" / f"{name}.yml", tmp_path / f"briefings/{name}.yml")
    shutil.copy(TESTS.parent / ARTICLE, tmp_path / ARTICLE)
    corpus = load(Settings(tmp_path))
    assert corpus.findings == ()
    assert (list(corpus.briefings), list(corpus.sources)) == ([name], ["lavrov-ready"])
    assert len(tuple(corpus.facts)) == {"lavrov-rubio-2025-11": 72, "lavrov-rubio": 3}[name]


def test_a_clean_site_has_no_findings(tmp_path: Path) -> None:
    """The base of these tests."""
    corpus = site(tmp_path, {})
    assert found(corpus) == []
    assert corpus.sources["courier"].article is not None


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ("date: 2026-03-02", None),
        ("date: 2026-13-02", codes.MALFORMED_DATE),
        ("dat: 2026-03-02", codes.UNKNOWN_KEY),
        ("date: 2026-03-02, type: meet", codes.UNKNOWN_WORD),
        ("date: 2026-03-02, id: Bad Id", codes.MALFORMED_ID),
        ("date: ''", codes.EMPTY_VALUE),
        ("date: [2026]", codes.WRONG_TYPE),
        ("date: 2026-03-02, evidence: x", codes.DUPLICATE_KEY),
    ],
)
def test_one_bad_object_does_not_hide_the_rest(tmp_path: Path, wrong: str, code: Code | None) -> None:
    """It is left out, its neighbours are read, and another mistake elsewhere is reported as well."""
    text = SHEET.replace("date: 2026-03-02", wrong).replace("title: Arven", "titel: Arven\ntitle: Arven")
    corpus = site(tmp_path, {"briefings/sella.yml": text})
    assert codes.UNKNOWN_KEY in found(corpus)
    assert len(found(corpus)) == 1 + (code is not None)
    assert code is None or code in found(corpus)
    facts = [fact.sentence for fact in corpus.briefings["sella"].facts]
    assert {"Open the gates.", "They part"} <= set(facts)
    assert ("They meet" in facts) == (code in {None, codes.DUPLICATE_KEY})


def test_the_findings_of_later_objects_keep_their_own_places(tmp_path: Path) -> None:
    """Also where an object before them was left out."""
    text = SHEET.replace("date: 2026-03-02", "date: never").replace("date: 2026-03-03, evid", "date: soon, evid")
    corpus = site(tmp_path, {"briefings/sella.yml": text})
    assert [finding.at for finding in corpus.findings] == [
        Address("briefings/sella.yml", ("events", 0, "date")),
        Address("briefings/sella.yml", ("events", 1, "date")),
    ]


def test_what_was_left_out_is_withheld_with_its_reasons(tmp_path: Path) -> None:
    """So that a draft can say what is missing and why."""
    corpus = site(tmp_path, {"briefings/sella.yml": SHEET.replace("date: 2026-03-02", "date: never")})
    (withheld,) = corpus.briefings["sella"].withheld
    assert withheld.path == ("events", 0)
    assert [finding.code for finding in withheld.reasons] == [codes.MALFORMED_DATE]


@pytest.mark.parametrize("key", ["briefing", "title", "date"])
def test_a_sheet_without_what_it_needs_is_unread(tmp_path: Path, key: str) -> None:
    """One finding, and other sheets are read."""
    text = "".join(line for line in SHEET.splitlines(keepends=True) if not line.startswith(f"{key}:"))
    corpus = site(tmp_path, {"briefings/other.yml": text.replace("briefing: sella", "briefing: other")})
    assert found(corpus) == [codes.MISSING_FIELD]
    assert list(corpus.briefings) == ["sella"]
    assert corpus.unread == ("briefings/other.yml",)


@pytest.mark.parametrize("key", ["date: 2026-03-04", "title: Arven keeps the dam closed"])
def test_a_wrong_value_is_not_also_missing(tmp_path: Path, key: str) -> None:
    """One mistake, one finding."""
    corpus = site(tmp_path, {"briefings/sella.yml": SHEET.replace(key, key.partition(":")[0] + ": []")})
    assert len(found(corpus)) == 1


def test_a_broken_file_does_not_hide_the_other(tmp_path: Path) -> None:
    """The syntax of one sheet is its own matter."""
    corpus = site(tmp_path, {"briefings/broken.yml": "briefing: [broken\n"})
    assert found(corpus) == [codes.YAML_SYNTAX]
    assert (list(corpus.briefings), corpus.unread) == (["sella"], ("briefings/broken.yml",))


def test_keys_of_an_editor_s_own_are_kept(tmp_path: Path) -> None:
    """`x-…` passes through at every level, whatever it holds."""
    text = SHEET.replace("event: They meet", "event: They meet, x-room: {a: [b]}") + "x-desk: north\n"
    corpus = site(tmp_path, {"briefings/sella.yml": text})
    assert found(corpus) == []
    sheet = corpus.briefings["sella"].sheet
    assert sheet.model_extra == {"x-desk": "north"}
    assert sheet.events[0].model_extra == {"x-room": {"a": ["b"]}}


def test_the_name_of_a_briefing_is_its_file_s(tmp_path: Path) -> None:
    """Two names for one thing would break links."""
    assert found(site(tmp_path, {"briefings/other.yml": SHEET})) == [codes.ID_NOT_FILE_NAME]


def test_no_sheet_at_all_is_a_finding(tmp_path: Path) -> None:
    """An empty site is a mistake."""
    assert found(load(Settings(tmp_path))) == [codes.NO_BRIEFING]


REGISTRY = {
    "registry/actors.yml": "actors:\n  arven: {name: Arven, type: state, country: AT, other_names: [The Republic]}\n",
    "registry/issues.yml": "dam: The dam\n",
    "registry/sources.yml": "wire: {file: seeds/wire.txt, date: 2026-03-01}\n",
    "seeds/wire.txt": "The dam is shut.\n",
}


def test_a_sheet_uses_the_registry(tmp_path: Path) -> None:
    """Its objects may be used without being written again, under their key or bare."""
    text = SHEET.replace("arven: Arven, ", "").replace("source: {", "sources:\n  wire: {}\n  courier: {")
    corpus = site(tmp_path, {**REGISTRY, "briefings/sella.yml": text})
    briefing = corpus.briefings["sella"]
    assert found(corpus) == []
    assert (briefing.actors["arven"].country, briefing.issues["dam"].title) == ("AT", "The dam")
    assert briefing.source_ids == ("wire", "courier")
    assert set(briefing.sheet.actors) == {"belmark"}


def test_a_sheet_may_add_to_the_registry_s_object(tmp_path: Path) -> None:
    """Other names are put together, a note and evidence replace."""
    text = SHEET.replace("arven: Arven", "arven: {name: Arven, other_names: [Arvia], note: Here.}")
    corpus = site(tmp_path, {**REGISTRY, "briefings/sella.yml": text})
    arven = corpus.briefings["sella"].actors["arven"]
    assert found(corpus) == []
    assert (arven.other_names, arven.note, arven.country) == (("The Republic", "Arvia"), "Here.", "AT")


@pytest.mark.parametrize("own", ["{name: Arwen}", "{name: Arven, type: person}", "{name: Arven, wikidata: Q1}"])
def test_a_sheet_may_not_change_the_registry_s_object(tmp_path: Path, own: str) -> None:
    """The same id for another thing is an error that names both places."""
    text = SHEET.replace("arven: Arven", f"arven: {own}")
    corpus = site(tmp_path, {**REGISTRY, "briefings/sella.yml": text})
    (finding,) = corpus.findings
    assert finding.code is codes.SHADOWED_REGISTRY_ID
    assert finding.related[0].at == Address("registry/actors.yml", ("actors", "arven"))
    assert corpus.briefings["sella"].actors["arven"].name == "Arven"


def test_local_objects_of_two_sheets_may_share_an_id(tmp_path: Path) -> None:
    """What a sheet declares is its own."""
    other = SHEET.replace("briefing: sella", "briefing: other").replace("arven: Arven", "arven: Another")
    corpus = site(tmp_path, {"briefings/other.yml": other})
    assert found(corpus) == []
    assert {name: each.actors["arven"].name for name, each in corpus.briefings.items()} == {
        "other": "Another",
        "sella": "Arven",
    }


def test_a_file_of_the_registry_has_one_of_four_names(tmp_path: Path) -> None:
    """Another name is a slip."""
    corpus = site(tmp_path, {"registry/actor.yml": "a: A\n"})
    assert found(corpus) == [codes.UNKNOWN_KEY]
    assert "actors" in corpus.findings[0].help


def test_a_sidecar_completes_its_source(tmp_path: Path) -> None:
    """The same fields may stand beside the article."""
    sidecar = "publisher: The Courier\nset_aside: {text: They met on 2 March., reason: colour}\n"
    corpus = site(tmp_path, {"seeds/courier.yml": sidecar})
    source = corpus.sources["courier"]
    assert found(corpus) == []
    assert (source.record.publisher, source.record.id) == ("The Courier", "courier")
    assert [at for at, _ in source.set_aside] == [Address("seeds/courier.yml", ("set_aside", 0))]


def test_a_sidecar_that_says_something_else_is_a_conflict(tmp_path: Path) -> None:
    """Both places are named; saying the same is none."""
    corpus = site(tmp_path, {"seeds/courier.yml": "date: 2026-03-01\nfile: seeds/courier.txt\n"})
    (finding,) = corpus.findings
    assert finding.code is codes.CONFLICTING_SOURCE
    assert finding.at == Address("seeds/courier.yml", ("date",))
    assert finding.related[0].at == Address("briefings/sella.yml", ("source", "date"))


def test_two_sheets_share_a_source(tmp_path: Path) -> None:
    """The same id and file merge; passages set aside twice are one."""
    aside = "set_aside: [{text: They met on 2 March., reason: colour}]"
    text = SHEET.replace("date: 2026-03-03}", f"date: 2026-03-03, {aside}}}")
    other = text.replace("briefing: sella", "briefing: other").replace("date: 2026-03-03, set", "publisher: C, set")
    corpus = site(tmp_path, {"briefings/sella.yml": text, "briefings/other.yml": other})
    assert found(corpus) == []
    assert corpus.sources["courier"].record.publisher == "C"
    assert len(corpus.sources["courier"].set_aside) == 1


def test_one_id_for_two_articles_is_a_conflict(tmp_path: Path) -> None:
    """Sources are site-wide."""
    other = SHEET.replace("briefing: sella", "briefing: other").replace("seeds/courier", "seeds/wire")
    corpus = site(tmp_path, {"briefings/other.yml": other, "seeds/wire.txt": TEXT})
    (finding,) = corpus.findings
    assert finding.code is codes.CONFLICTING_SOURCE
    assert {finding.at.file, finding.related[0].at.file} == {"briefings/other.yml", "briefings/sella.yml"}


def test_a_source_is_called_after_its_file(tmp_path: Path) -> None:
    """Lower case, every other character a hyphen."""
    text = SHEET.replace("id: courier, file: seeds/courier.txt", "file: seeds/The Courier_2.txt")
    corpus = site(tmp_path, {"briefings/sella.yml": text, "seeds/The Courier_2.txt": TEXT})
    assert (found(corpus), list(corpus.sources)) == ([], ["the-courier-2"])


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("seeds/curier.txt", codes.UNKNOWN_SEED),
        ("briefings/sella.yml", codes.UNKNOWN_SEED),
        ("../outside.txt", codes.UNKNOWN_SEED),
        ("seeds/../../outside.txt", codes.UNKNOWN_SEED),
        ("/etc/hostname", codes.UNKNOWN_SEED),
        ("seeds", codes.UNKNOWN_SEED),
        ("seeds/", codes.UNKNOWN_SEED),
        (".", codes.UNKNOWN_SEED),
        ("/", codes.UNKNOWN_SEED),
        ("seeds/" + "x" * 300 + ".txt", codes.UNKNOWN_SEED),
        ("seeds/" + "x/" * 3000 + "x.txt", codes.UNKNOWN_SEED),
        ("seeds\\\\courier.txt", codes.UNKNOWN_SEED),
        ("seeds/empty.txt", codes.EMPTY_SEED),
    ],
)
def test_an_article_stands_below_its_folder(tmp_path: Path, path: str, code: Code) -> None:
    """Nothing else is read, whatever the path; the finding is the only one."""
    folder = tmp_path / "site"
    folder.mkdir()
    (tmp_path / "outside.txt").write_text(TEXT)
    text = SHEET.replace("file: seeds/courier.txt", f'file: "{path}"')
    corpus = site(folder, {"briefings/sella.yml": text, "seeds/empty.txt": " \n"})
    assert found(corpus) == [code]
    assert corpus.sources["courier"].article is None


@pytest.mark.parametrize("kind", ["file", "dangling", "loop", "folder", "parent", "seeds"])
def test_symbolic_links_are_refused_by_name(tmp_path: Path, kind: str) -> None:
    """Nothing is read through a link, not even to a file inside the project."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a.yml").write_text("briefing: a\n")
    (outside / "courier.txt").write_text(TEXT)
    folder = tmp_path / "site"
    site(folder, {})
    link = {"folder": "registry", "seeds": "seeds", "parent": "briefings/up.yml"}.get(kind, "briefings/link.yml")
    if kind == "seeds":
        shutil.rmtree(folder / "seeds")
    targets = {
        "file": "sella.yml",
        "dangling": "nowhere.yml",
        "loop": "link.yml",
        "folder": str(outside),
        "parent": "..",
        "seeds": str(outside),
    }
    (folder / link).symlink_to(targets[kind])
    corpus = load(Settings(folder))
    assert codes.SYMBOLIC_LINK in found(corpus)
    assert any(link in finding.message for finding in corpus.findings)
    assert list(corpus.briefings) == ["sella"]
    assert kind != "seeds" or corpus.sources["courier"].article is None


def test_a_dangling_folder_is_refused_too(tmp_path: Path) -> None:
    """A registry that is nowhere is no empty registry."""
    site(tmp_path, {})
    (tmp_path / "registry").symlink_to("nowhere")
    assert found(load(Settings(tmp_path))) == [codes.SYMBOLIC_LINK]


@pytest.mark.parametrize("where", ["seeds/courier.txt", "briefings/sella.yml"])
@pytest.mark.parametrize(
    ("encoding", "text", "named"),
    [
        ("utf-16", TEXT, "UTF-16"),
        ("utf-16-le", TEXT, "UTF-16LE"),
        ("utf-16-be", TEXT, "UTF-16BE"),
        ("cp1251", TEXT + "Россия\n", "CP1251"),
        ("latin-1", TEXT + "r\u00e9sum\u00e9\n", "Latin-1"),
    ],
)
def test_another_encoding_is_one_finding_with_its_cure(
    tmp_path: Path, where: str, encoding: str, text: str, named: str
) -> None:
    """The likely encoding and the command that converts it."""
    content = (SHEET + "# " if where.endswith("yml") else "") + text
    corpus = site(tmp_path, {where: content.encode(encoding), "briefings/z.yml": SHEET.replace(": sella", ": z")})
    wrong = [finding for finding in corpus.findings if finding.code is codes.NOT_UTF8]
    assert len(wrong) == 1
    assert named in wrong[0].message
    assert f"iconv -f {named}" in wrong[0].help
    assert "z" in corpus.briefings


def test_a_byte_order_mark_is_read_over(tmp_path: Path) -> None:
    """In sheets and articles; offsets do not count it."""
    corpus = site(tmp_path, {name: b"\xef\xbb\xbf" + text.encode() for name, text in BASE.items()})
    assert found(corpus) == []
    article = corpus.sources["courier"].article
    assert article is not None
    assert article.file.text == TEXT


def test_only_what_may_be_published_is_published(tmp_path: Path) -> None:
    """Facts and briefings above the site's marking are gone, with the sources only they used."""
    text = SHEET.replace("event: They meet", "event: They meet, tlp: AMBER")
    secret = SHEET.replace(": sella", ": secret\ntlp: RED").replace("courier", "wire")
    files: dict[str, str | bytes] = {
        "briefings/sella.yml": text,
        "briefings/secret.yml": secret,
        "seeds/wire.txt": TEXT,
    }
    corpus = site(tmp_path, files)
    public = corpus.published()
    assert [fact.sentence for fact in public.facts] == ["Open the gates.", "They part"]
    assert (list(public.briefings), list(public.sources)) == (["sella"], ["courier"])
    everything = load(Settings(tmp_path, publish_tlp=Tlp.RED)).published()
    assert len(tuple(everything.facts)) == 6


def test_each_file_is_read_once(tmp_path: Path) -> None:
    """What is written during a build is not seen by it."""
    corpus = site(tmp_path, {})
    (tmp_path / "seeds/courier.txt").write_text("changed")
    assert corpus.snapshot.read("seeds/courier.txt") == TEXT.encode()


def test_folders_and_hidden_files_are_no_sheets(tmp_path: Path) -> None:
    """Nor is a pipe, which would never end."""
    import os

    site(tmp_path, {"briefings/.hidden.yml": "x: [", "briefings/folder.yml/x": "x"})
    os.mkfifo(tmp_path / "briefings" / "pipe.yml")
    corpus = load(Settings(tmp_path))
    assert list(corpus.briefings) == ["sella"]
