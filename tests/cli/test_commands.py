"""The commands as a black box: exit codes, messages, and what goes to which stream."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from briefsmith.publish.inventory import fingerprint, list_files
from tests.site.desk import BRIEFING, ROOT, SEED, SHEET, Desk, bare

PLACE = {
    "type": "object",
    "required": ["file", "line", "column", "message"],
    "additionalProperties": False,
    "properties": {
        "file": {"type": "string"},
        "line": {"type": "integer", "minimum": 1},
        "column": {"type": "integer", "minimum": 1},
        "message": {"type": "string", "minLength": 1},
    },
}
POINT = {"type": "array", "prefixItems": [{"type": "integer", "minimum": 1}] * 2, "minItems": 2, "maxItems": 2}
EDIT = {
    "type": "object",
    "required": ["file", "start", "end", "text"],
    "additionalProperties": False,
    "properties": {"file": {"type": "string"}, "start": POINT, "end": POINT, "text": {"type": "string"}},
}
FINDING = {
    "type": "object",
    "required": ["code", "name", "severity", "file", "line", "column", "end_line", "end_column", "message"],
    "additionalProperties": False,
    "properties": {
        "code": {"type": "string", "pattern": "^BS[0-9]{3}$"},
        "name": {"type": "string", "pattern": "^[a-z0-9-]+$"},
        "severity": {"enum": ["error", "warning"]},
        "file": {"type": "string"},
        "line": {"type": "integer", "minimum": 1},
        "column": {"type": "integer", "minimum": 1},
        "end_line": {"type": "integer", "minimum": 1},
        "end_column": {"type": "integer", "minimum": 1},
        "message": {"type": "string", "minLength": 1},
        "help": {"type": "string", "minLength": 1},
        "related": {"type": "array", "items": PLACE, "minItems": 1},
        "fix": {
            "type": "object",
            "required": ["safe", "edits"],
            "additionalProperties": False,
            "properties": {"safe": {"type": "boolean"}, "edits": {"type": "array", "items": EDIT, "minItems": 1}},
        },
    },
}
SUBJECTS = ("sentences", "chains", "disputes", "candidates", "history", "impact", "silence", "rights")
COUNT = {"type": "integer", "minimum": 0}
REPORT = {
    "type": "object",
    "required": ["briefsmith", "checked", "coverage", "findings", "analysis"],
    "additionalProperties": False,
    "properties": {
        "briefsmith": {"type": "string"},
        "checked": {
            "type": "object",
            "required": ["briefings", "sources", "facts", "quotes", "sentences"],
            "additionalProperties": COUNT,
        },
        "coverage": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["source", "sentences", "used", "set_aside", "unread"],
                "properties": {"source": {"type": "string"}},
                "additionalProperties": COUNT,
            },
        },
        "findings": {"type": "array", "items": FINDING},
        "analysis": {
            "type": "object",
            "required": [*SUBJECTS],
            "additionalProperties": False,
            "properties": {name: {"type": "array", "items": {"type": "object"}} for name in SUBJECTS},
        },
    },
}
CURLY = '"but has rejected the possibility of recognizing them as legally belonging to Russia"'


def report(desk: Desk, *words: str) -> tuple[int, dict[str, Any]]:
    """The exit code and the JSON of a check, held against the contract."""
    ran = desk.build_py("check", "--format", "json", *words)
    document: dict[str, Any] = json.loads(ran.out)
    Draft202012Validator(REPORT).validate(document)
    return ran.code, document


def test_json_of_a_sound_site(desk: Desk) -> None:
    """Without findings the JSON still says how much was checked."""
    code, document = report(desk)

    assert code == 0
    assert document["findings"] == []
    assert document["coverage"] == [
        {"source": "lavrov-ready", "sentences": 21, "used": 20, "set_aside": 1, "unread": 0}
    ]
    assert document["checked"]["quotes"] > 80


def test_json_of_a_site_with_mistakes(desk: Desk) -> None:
    """Findings come sorted, with range, cure, related places and code, and only JSON is on standard output."""
    desk.replace(SHEET, CURLY, CURLY.replace("rejected", "rejekted"))
    desk.replace(SHEET, "by: zelensky\n        stance: neither", "by: zelenski\n        stance: neither")
    desk.replace(SHEET, "key: true\n      note: >-\n        The sent", "kye: true\n      note: >-\n        The sent")
    text = (desk.root / SHEET).read_text(encoding="utf-8").splitlines()

    code, document = report(desk)

    found = document["findings"]
    assert code == 1
    assert len(found) >= 3
    keys = [(each["file"], each["line"], each["column"], each["code"]) for each in found]
    assert keys == sorted(keys)
    (quote,) = [each for each in found if each["code"] == "BS301"]
    assert quote["name"] == "quote-not-in-seed"
    assert "nearest passage" in quote["help"]
    assert quote["related"][0]["file"] == SEED
    line = text[quote["line"] - 1]
    assert line[quote["column"] - 1 : quote["end_column"] - 1] == CURLY.replace("rejected", "rejekted")
    helps = " ".join(each.get("help", "") for each in found)
    assert "`zelensky`" in helps
    assert "`key`" in helps


def test_prose_goes_to_standard_error(desk: Desk) -> None:
    """`check` without findings prints nothing to standard output; the summary is on standard error."""
    ran = desk.build_py("check")

    assert (ran.code, ran.out) == (0, "")
    assert "0 errors" in ran.err


def test_check_writes_nothing(desk: Desk) -> None:
    """`check` leaves the folder as it was."""
    before = list_files(desk.root)

    desk.build_py("check")

    assert list_files(desk.root) == before


def test_warning_stops_only_a_strict_run(desk: Desk) -> None:
    """A warning is printed and lets the run pass with 0; under `--strict` the run ends with 1."""
    desk.replace(SHEET, "view: It is important to talk about the Ukraine issue.", "view: Putin is a Russian dictator.")

    plain, strict = desk.build_py("check"), desk.build_py("check", "--strict")

    assert "warning[BS" in plain.out
    assert (plain.code, strict.code) == (0, 1)
    before = fingerprint(desk.site)
    assert desk.build_py("build", "--strict").code == 1
    assert fingerprint(desk.site) == before


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--nonsense"], "No such option"),
        (["frobnicate"], "No such command"),
        (["build", "--tlp", "PINK"], "one of CLEAR, GREEN, AMBER, AMBER+STRICT, RED"),
        (["check", "--as-of", "tomorrow"], "`tomorrow` is no day"),
        (["check", "--format", "xml"], "xml"),
        (["build", "-f", "nowhere.yml"], "nowhere.yml"),
        (["explain", "BS000"], "BS000"),
        (["explain"], "CODE"),
    ],
)
def test_wrong_use_ends_with_2(desk: Desk, words: list[str], says: str) -> None:
    """A wrong word on the command line is named, and nothing happens."""
    before = fingerprint(desk.site)

    ran = desk.build_py(*words)

    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err
    assert "Traceback" not in ran.err
    assert fingerprint(desk.site) == before


def test_missing_configuration_is_wrong_use(tmp_path: Path) -> None:
    """Outside of a site's folder the answer says what is missing."""
    shutil.copy(ROOT / "build.py", tmp_path)

    ran = Desk(tmp_path).build_py()

    assert ran.code == 2
    assert "mkdocs.yml" in ran.err


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("publish_tlp: CLEAR", "publish_tpl: CLEAR", "did you mean `publish_tlp`?"),
        ("publish_tlp: CLEAR", "publish_tlp: PINK", "PINK"),
        ("publish_tlp: CLEAR", "pages: some", "`some`"),
        ("publish_tlp: CLEAR", "seeds_dir: ../elsewhere", "../elsewhere"),
    ],
)
@pytest.mark.parametrize("tool", [["build.py", "build"], ["-m", "mkdocs", "build"]], ids=["build.py", "mkdocs"])
def test_wrong_option_is_named_with_its_line(desk: Desk, old: str, new: str, says: str, tool: list[str]) -> None:
    """An option of the plugin that is unknown or impossible stops the build, with its line in `mkdocs.yml`."""
    desk.replace("mkdocs.yml", old, new)
    before = fingerprint(desk.site)

    ran = desk.run(*tool)

    assert ran.code == 1
    assert "mkdocs.yml:12:" in ran.err
    assert says in ran.err
    assert "Traceback" not in ran.err
    assert fingerprint(desk.site) == before


def test_configuration_without_the_plugin_is_wrong_use(desk: Desk) -> None:
    """A site that does not name the plugin is told to."""
    text = (desk.root / "mkdocs.yml").read_text(encoding="utf-8")
    desk.write("mkdocs.yml", text.replace("plugins:\n  - briefsmith:\n      publish_tlp: CLEAR\n", "plugins: []\n"))

    ran = desk.build_py("build")

    assert ran.code == 2
    assert "add `briefsmith` under `plugins:`" in ran.err


def test_broken_configuration_is_an_error_with_its_line(desk: Desk) -> None:
    """A `mkdocs.yml` that is no YAML is said to be so."""
    desk.add("mkdocs.yml", "\nnav: [\n")
    before = fingerprint(desk.site)

    ran = desk.build_py("build")

    assert ran.code == 1
    assert "BS013" in ran.err
    assert "Traceback" not in ran.err
    assert fingerprint(desk.site) == before


def test_unwritable_place_is_a_fault_of_the_machine(desk: Desk) -> None:
    """Where the site cannot be written, the run ends with 3, path and cause."""
    desk.write("occupied", "a file")

    on_file = desk.build_py("build", "-d", "occupied")
    below_file = desk.build_py("build", "-d", "occupied/site")
    in_proc = desk.build_py("build", "-d", "/proc/nowhere/site")

    assert [ran.code for ran in (on_file, below_file, in_proc)] == [3, 3, 3]
    for ran, path in ((on_file, "occupied"), (below_file, "occupied/site"), (in_proc, "/proc/nowhere")):
        assert path in ran.err
        assert "Traceback" not in ran.err
        assert "internal error" not in ran.err


def test_explain_prints_the_manual_page(desk: Desk) -> None:
    """A finding is explained by its code and by its name, in any case of letters."""
    by_code, by_name = desk.build_py("explain", "bs301"), desk.build_py("explain", "quote-not-in-seed")

    assert by_code.code == by_name.code == 0
    assert by_code.out == by_name.out
    assert "BS301" in by_code.out
    assert len(by_code.out.splitlines()) > 10


def test_explain_helps_with_a_misspelt_name(desk: Desk) -> None:
    """A name that is nearly right gets the right one."""
    ran = desk.build_py("explain", "quote-not-in-sed")

    assert ran.code == 2
    assert "did you mean `quote-not-in-seed`?" in ran.err


def strings(node: yaml.Node | None) -> Any:
    """A YAML tree in which every scalar is its text, as the build reads it."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: strings(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [strings(each) for each in node.value]
    assert isinstance(node, yaml.ScalarNode)
    return node.value


@pytest.fixture(scope="module")
def schema(published: Desk, tmp_path_factory: pytest.TempPathFactory) -> Draft202012Validator:
    """The schema of sheets that the command writes."""
    out = tmp_path_factory.mktemp("schema")
    ran = published.build_py("schema", "-o", str(out))
    assert ran.code == 0
    assert sorted(ran.out.split()) == sorted(str(path) for path in out.iterdir())
    for path in out.iterdir():
        Draft202012Validator.check_schema(json.loads(path.read_text(encoding="utf-8")))
    document = json.loads((out / "fact-sheet.schema.json").read_text(encoding="utf-8"))
    assert document["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    return Draft202012Validator(document)


@pytest.mark.parametrize("path", [SHEET, "tests/data/lavrov-rubio.yml"])
def test_schema_takes_what_the_build_takes(schema: Draft202012Validator, path: str) -> None:
    """The sample and the shortest sheet are valid under the schema that editors use."""
    sheet = strings(yaml.compose((ROOT / path).read_text(encoding="utf-8")))

    assert [error.message for error in schema.iter_errors(sheet)] == []


@pytest.mark.parametrize(("right", "wrong"), [("title:", "titel:"), ("demand:", "demnd:"), ("stance:", "stanze:")])
def test_schema_refuses_a_misspelt_key(schema: Draft202012Validator, right: str, wrong: str) -> None:
    """A key that no object has is an error in the editor too."""
    text = (ROOT / SHEET).read_text(encoding="utf-8").replace(right, wrong, 1)

    assert not schema.is_valid(strings(yaml.compose(text)))


def test_as_of_moves_the_day_of_the_site(desk: Desk) -> None:
    """`--as-of` sets the day; the index says so."""
    ran = desk.build_py("build", "--as-of", "2026-02-01")

    assert ran.code == 0
    assert desk.index["as_of"] == "2026-02-01"


def test_internal_edition_has_a_folder_of_its_own(desk: Desk) -> None:
    """Advice, marked AMBER, appears only under `--tlp AMBER`, in a folder beside the public site."""
    before = fingerprint(desk.site)

    ran = desk.build_py("build", "--tlp", "AMBER")

    assert ran.code == 0
    assert fingerprint(desk.site) == before
    internal = desk.into("site-amber")
    assert (internal.root / "site-amber/index.html").as_uri() in ran.err
    assert len(internal.page(BRIEFING).all(data_kind="advice")) == 2
    assert "TLP:AMBER" in internal.page("").one("p", "bs-banner").text
    assert not desk.page(BRIEFING).all(data_kind="advice")
    assert "Until Washington speaks for itself" in internal.page(BRIEFING).text
    assert [path for path in list_files(desk.site) if b"Until Washington" in (desk.site / path).read_bytes()] == []


MARKERS = ("Quaxolit", "Brindavor")


def test_what_is_marked_higher_leaves_no_byte(tmp_path: Path) -> None:
    """A sheet and a statement above `publish_tlp` leave no trace in any file: no page, count, sentence or id."""
    desk = bare(tmp_path)
    sheet = (ROOT / "tests/data/lavrov-rubio.yml").read_text(encoding="utf-8")
    desk.write(SEED, (ROOT / SEED).read_text(encoding="utf-8"))
    desk.write("seeds/secret.txt", "The Quaxolit commission will meet in May. It has four members.\n")
    desk.write("briefings/open.yml", sheet.replace("briefing: lavrov-rubio", "briefing: open"))
    desk.build_py("build")
    without = fingerprint(desk.site)
    desk.write(
        "briefings/quaxolit.yml",
        "briefing: quaxolit\ntitle: The Quaxolit commission\ndate: 2025-11-10\ntlp: AMBER\n"
        "source: {id: quaxolit-source, file: seeds/secret.txt, date: 2025-11-09}\n"
        "events:\n  - event: The Quaxolit commission meets\n    date: 2026-05\n"
        '    evidence: "The Quaxolit commission will meet in May"\n',
    )

    ran = desk.build_py("build")

    assert ran.code == 0, ran.err
    assert traces(desk) == []
    assert fingerprint(desk.site) == without


def test_single_statement_marked_higher_leaves_no_byte(tmp_path: Path) -> None:
    """The same for one statement in a public sheet."""
    desk = bare(tmp_path)
    sheet = (ROOT / "tests/data/lavrov-rubio.yml").read_text(encoding="utf-8")
    desk.write(SEED, (ROOT / SEED).read_text(encoding="utf-8"))
    desk.write("briefings/lavrov-rubio.yml", sheet)
    assert desk.build_py("build").code == 0
    without = fingerprint(desk.site)
    desk.add(
        "briefings/lavrov-rubio.yml",
        "  - event: The Quaxolit commission hears of the Brindavor plan\n    id: brindavor\n    date: 2026-05\n"
        '    tlp: RED\n    evidence: "Putin’s demands include Ukraine abandoning its plan to join NATO"\n',
    )

    ran = desk.build_py("build")

    assert ran.code == 0, ran.err
    assert traces(desk) == []
    assert fingerprint(desk.site) == without


def traces(desk: Desk) -> list[str]:
    """The files of a site in which a marked word stands, in any case of letters."""
    words = [marker.lower().encode() for marker in MARKERS]
    files = list_files(desk.site)
    return [path for path in files if any(word in (desk.site / path).read_bytes().lower() for word in words)]
