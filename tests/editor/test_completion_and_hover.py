"""What an editor shows: the schemas and the settings of this repository, in the language server that editors use."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from briefsmith.model.snippets import SNIPPETS
from tests.editor.client import HERE, SERVER, Editor

ROOT = HERE.parents[1]
SETTINGS = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
MODELINE = "# yaml-language-server: $schema=../.schema/fact-sheet.schema.json\n"
HEAD = f"{MODELINE}briefing: a\ntitle: A title\ndate: 2025-11-10\n"


@pytest.fixture(scope="module")
def editor() -> Iterator[Editor]:
    """The server, fetched by npm from the lock file's list where it is not there, with the repository open."""
    lock = HERE / "package-lock.json"
    if not SERVER.exists() or SERVER.stat().st_ctime < lock.stat().st_mtime:
        assert shutil.which("npm"), "npm is needed: tools/system-needs installs it on Debian"
        command = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
        subprocess.run(command, cwd=HERE, check=True, timeout=300, stdin=subprocess.DEVNULL)
    with Editor(ROOT, _settings()) as opened:
        yield opened


def _settings() -> dict[str, Any]:
    """The `yaml` section of the repository's own settings; the schemas by their address, as VS Code hands them over."""
    section: dict[str, Any] = {"validate": True, "hover": True, "completion": True}
    for key, value in SETTINGS.items():
        *path, last = key.removeprefix("yaml.").split(".")
        if key.startswith("yaml."):
            (section.setdefault(path[0], {}) if path else section)[last] = value
    section["schemas"] = {(ROOT / name).as_uri(): files for name, files in section["schemas"].items()}
    return section


MISTAKES = [
    ("misspelt key", "positons: {}\n", 5, "positons is not allowed"),
    ("misspelt key of a fact", "claims:\n  - claim: C\n    evidense: x\n", 7, "evidense is not allowed"),
    ("no evidence", "claims:\n  - claim: C\n    by: outlet\n", 6, 'Missing property "evidence"'),
    ("American date", "events:\n  - event: E\n    date: 9/11/2025\n    evidence: x\n", 7, "No date. Write year"),
    ("German date", "review_by: 09.11.2025\n", 5, "No date. Write year"),
    ("month in words", "review_by: 9 November 2025\n", 5, "No date. Write year"),
    ("13th month", "review_by: 2025-13-01\n", 5, "No date. Write year"),
    ("small marking", "tlp: clear\n", 5, '"CLEAR", "GREEN"'),
    ("unknown word", "claims:\n  - claim: C\n    status: rumor\n    evidence: x\n", 7, '"rumour"'),
    ("mark", "claims:\n  - claim: C\n    key: yes\n    evidence: x\n", 7, "Valid values: true"),
    ("no kind", "positions:\n  a:\n    b:\n      by: self\n      evidence: x\n", 7, "exactly one of these keys"),
    (
        "two kinds",
        "positions:\n  a:\n    b:\n      demand: x\n      offer: y\n      evidence: z\n",
        9,
        "exactly one of these keys",
    ),
    ("id in capitals", "actors:\n  Russia: Russia\n", 6, "small letters"),
    ("reserved id", "issues:\n  index: Everything\n", 6, "reserved"),
    ("list for text", "bottom_line: [a, b]\n", 5, "Write some text"),
    ("mapping for text", "summary:\n  He said: no\n", 6, "Write some text"),
    ("no scheme", "source:\n  file: a.txt\n  url: example.org/a\n", 7, "No web address"),
    ("no quantity", "figures:\n  - figure: F\n    value: circa 9/10\n    evidence: x\n", 7, "No quantity"),
    ("no zone", "cleared_at: 2025-11-10T09:30\n", 5, "No time with a zone"),
    ("wrong key in a quote", "claims:\n  - claim: C\n    evidence: {exact: x, sauce: y}\n", 7, "sauce is not allowed"),
    ("post without a country", "actors:\n  a:\n    name: A\n    post: Minister\n", 8, "<role>, <id of an actor>"),
]


@pytest.mark.parametrize(("name", "body", "line", "message"), MISTAKES, ids=[each[0] for each in MISTAKES])
def test_a_mistake_is_marked_on_its_line(editor: Editor, name: str, body: str, line: int, message: str) -> None:
    """With one finding, which says what would be right."""
    found = [
        (each["range"]["start"]["line"] + 1, each["message"])
        for each in editor.open(f"briefings/mistake-{name.replace(' ', '-')}.yml", HEAD + body)
        if "evidense" not in body or "Missing" not in each["message"]
    ]
    assert [(place, message in said) for place, said in found] == [(line, True)], found


def _sheets() -> list[Path]:
    folders = ("briefings", "seeds", "registry", "examples/*/briefings", "examples/*/seeds", "examples/*/registry")
    return sorted(path for folder in folders for path in ROOT.glob(f"{folder}/*.yml"))


@pytest.mark.parametrize("path", _sheets(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_is_published_has_no_mistake(editor: Editor, path: Path) -> None:
    """And names its schema in its first line, for every editor that knows nothing of this folder."""
    text = path.read_text(encoding="utf-8")
    assert editor.open(path.relative_to(ROOT).as_posix(), text) == []
    modeline = text.splitlines()[0]
    assert modeline.startswith("# yaml-language-server: $schema=")
    assert (path.parent / modeline.partition("=")[2]).is_file()


def test_every_key_of_a_fact_is_offered_with_its_meaning(editor: Editor) -> None:
    """Those that it has already are not."""
    editor.open("briefings/keys.yml", HEAD + "events:\n  - event: E\n    \n    evidence: x\n")
    offered = editor.complete("briefings/keys.yml", 6, 4)
    assert {"date", "happening", "by", "status", "date_words"} <= offered.keys()
    assert offered.keys().isdisjoint({"event", "evidence", "judgement"})
    assert offered["mode"]["documentation"] == "how the parties met"


def test_every_word_of_a_list_is_offered_with_its_meaning(editor: Editor) -> None:
    """And nothing else, neither `null` nor `true`."""
    editor.open("briefings/words.yml", HEAD + "claims:\n  - claim: C\n    status: \n    evidence: x\n")
    offered = editor.complete("briefings/words.yml", 6, 12)
    words = "reported confirmed claimed unattributed rumour denied refuted implied"
    assert sorted(offered) == sorted(words.split())
    assert offered["refuted"]["documentation"] == "Shown to be wrong."


def test_where_text_is_expected_only_its_example_is_offered(editor: Editor) -> None:
    """Text may look like a number or a truth value, but nobody wants these offered."""
    editor.open("briefings/text.yml", f"{MODELINE}title: \n")
    assert list(editor.complete("briefings/text.yml", 1, 7)) == ["Russia keeps its terms while offering talks"]


@pytest.mark.parametrize("line", ["", "events:\n  - ", "source:\n  ", "actors:\n  a:\n    ", "terms:\n  t:\n    "])
def test_what_is_inserted_is_yaml(editor: Editor, line: str) -> None:
    """Examples of a list or a mapping are never inserted as JavaScript prints them."""
    name, text = f"briefings/insert-{len(line)}.yml", HEAD + line
    editor.open(name, text)
    rows = text.split("\n")
    offered = editor.complete(name, len(rows) - 1, len(rows[-1]))
    assert len(offered) > 10
    assert not [label for label, item in offered.items() if "[object" in str(item)]


def test_hover_says_what_a_key_is_with_an_example(editor: Editor) -> None:
    """In the words of the model."""
    editor.open("briefings/hover.yml", HEAD + "events:\n  - event: E\n    date: 2025\n    evidence: x\n")
    shown = editor.hover("briefings/hover.yml", 6, 6)
    assert "EDTF or a shorthand" in shown
    assert "Example:\n\n```yaml\n" in shown


def test_hover_says_what_each_word_means(editor: Editor) -> None:
    """For all words of the list."""
    editor.open("briefings/hover-word.yml", HEAD + "claims:\n  - claim: C\n    status: denied\n    evidence: x\n")
    shown = editor.hover("briefings/hover-word.yml", 6, 14)
    assert "`denied`: The party concerned denies it." in shown
    assert "`rumour`: The source itself calls it a rumour" in shown


PLACES = [
    ("Event", "events:\n  - "),
    ("Figure", "figures:\n  - "),
    ("Claim", "claims:\n  - "),
    ("Position", "positions:\n  a:\n    b:\n      - "),
    ("Assessment", "assessments:\n  - "),
    ("Advice", "advice:\n  - "),
    ("Question", "questions:\n  - "),
    ("Actor", "actors:\n  "),
    ("Issue", "issues:\n  "),
    ("Term", "terms:\n  "),
    ("SourceRecord", "sources:\n  "),
    ("SetAside", "source:\n  set_aside:\n    - "),
]


@pytest.mark.parametrize(("kind", "body"), PLACES, ids=[kind for kind, _ in PLACES])
def test_each_kind_of_object_has_its_snippets(editor: Editor, kind: str, body: str) -> None:
    """With all of its keys and places to fill in."""
    name, text = f"briefings/snippet-{kind.lower()}.yml", HEAD + body
    editor.open(name, text)
    rows = text.split("\n")
    offered = editor.complete(name, len(rows) - 1, len(rows[-1]))
    for snippet in SNIPPETS[kind]:
        item = offered[f"new {snippet.label}"]
        inserted = item.get("insertText") or item["textEdit"]["newText"]
        assert item["insertTextFormat"] == 2
        assert all(f"{key}:" in inserted for key in snippet.body)


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("seeds/a.yml", "date: 2025-11-09\ntitel: T\n", 2),
        ("seeds/b.yml", "licence: free for all\n", 1),
        ("registry/actors.yml", "russia: Russia\nunited states: USA\n", 2),
        ("registry/actors.yml", "actors:\n  russia: {name: Russia, typ: state}\n", 2),
        ("registry/issues.yml", "dam:\n  title: The dam\n  qestion: Open?\n", 3),
        ("registry/terms.yml", "sella:\n  term: Sella\n  type: river\n", 3),
        ("registry/sources.yml", "a:\n  date: 9/11/2025\n", 2),
        ("mkdocs.yml", "site_name: A\nplugins:\n  - briefsmith:\n      publish_tpl: CLEAR\n", 4),
        ("mkdocs.yml", "plugins:\n  briefsmith:\n    coverage: 120\n", 3),
    ],
)
def test_other_files_are_known_by_their_place(editor: Editor, name: str, text: str, line: int) -> None:
    """Without a modeline, through the settings of the repository."""
    assert [each["range"]["start"]["line"] + 1 for each in editor.open(name, text)] == [line]


def test_what_others_have_in_mkdocs_yml_is_none_of_our_business(editor: Editor) -> None:
    """Neither their options nor, once the editor knows them, their tags."""
    tag = "tag:yaml.org,2002:python/name:material.extensions.emoji.twemoji"
    text = (
        "site_name: !ENV [NAME, A]\nhooks: [a.py]\nplugins:\n  - search\n  - social: {cards: true}\n  - briefsmith\n"
        f"markdown_extensions:\n  - pymdownx.emoji:\n      emoji_index: !<{tag}> ''\n"
    )
    with Editor(ROOT, {**_settings(), "customTags": ["!ENV sequence", f"{tag} scalar"]}) as other:
        assert other.open("mkdocs.yml", text) == []
    assert editor.open("mkdocs.yml", (ROOT / "mkdocs.yml").read_text(encoding="utf-8")) == []
