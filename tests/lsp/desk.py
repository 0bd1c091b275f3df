"""An editor with our own language server: places are given by the words that stand there."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from tests.protocol import SECONDS, Connection

COMMAND = [sys.executable, "-c", "from briefsmith.cli import main; main()", "lsp"]


class Desk(Connection):
    """An editor with a folder open, and a copy of what it was told."""

    def __init__(
        self, folder: Path, *, encodings: list[str] | None = None, versions: bool = True, options: Any = None
    ) -> None:
        capabilities: dict[str, Any] = {"workspace": {"workspaceEdit": {"documentChanges": versions}}}
        if encodings:
            capabilities["general"] = {"positionEncodings": encodings}
        self.log_file = folder.parent / f"{folder.name}.log"
        initialize = {"rootUri": folder.as_uri(), "capabilities": capabilities, "initializationOptions": options}
        super().__init__(COMMAND, initialize, self.log_file.open("wb"))
        self.folder = folder
        self.texts: dict[str, str] = {}
        self.versions: dict[str, int] = {}
        self.shown: dict[str, list[dict[str, Any]]] = {}
        self._shown_versions: dict[str, int | None] = {}

    def __exit__(self, *details: Any) -> None:
        """End the server; it must have logged nothing."""
        super().__exit__(*details)
        self._log.close()
        assert self.log_file.read_text(encoding="utf-8") == ""

    def open(self, name: str, text: str | None = None) -> list[dict[str, Any]]:
        """Open a file, with another text than the stored one if it is given; its findings."""
        self.texts[name] = (self.folder / name).read_bytes().decode() if text is None else text
        self.versions[name] = self.versions.get(name, 0) + 1
        version = self.versions[name]
        document = {"uri": self.uri(name), "languageId": "yaml", "version": version, "text": self.texts[name]}
        self.tell("textDocument/didOpen", {"textDocument": document})
        return self.wait(name)

    def type(self, name: str, text: str) -> list[dict[str, Any]]:
        """Change the whole text of an open file; its findings."""
        self.send(name, text)
        return self.wait(name)

    def send(self, name: str, text: str) -> None:
        """Change the whole text of an open file, and do not wait."""
        self.texts[name] = text
        self.versions[name] += 1
        document = {"uri": self.uri(name), "version": self.versions[name]}
        self.tell("textDocument/didChange", {"textDocument": document, "contentChanges": [{"text": text}]})

    def replace(self, name: str, old: str, new: str) -> list[dict[str, Any]]:
        """Type something else in one place."""
        assert self.texts[name].count(old) == 1, old
        return self.type(name, self.texts[name].replace(old, new))

    def wait(self, name: str) -> list[dict[str, Any]]:
        """The findings of a file in the version that was sent last."""
        uri = self.uri(name)
        while self._shown_versions.get(uri) != self.versions[name]:
            told = self.findings.get(timeout=SECONDS)
            self.shown[told["uri"]] = told["diagnostics"]
            self._shown_versions[told["uri"]] = told.get("version")
        return self.shown[uri]

    def at(self, name: str, words: str, inside: int = 1) -> dict[str, Any]:
        """The place of some words that stand once in an open file, `inside` code points behind their beginning."""
        text = self.texts[name]
        assert text.count(words) == 1, (words, text.count(words))
        return self.place(name, text.index(words) + inside)

    def place(self, name: str, offset: int) -> dict[str, Any]:
        """A place in UTF-16, as the protocol counts where nothing else was agreed on."""
        before = self.texts[name][:offset].replace("\r\n", "\n")
        column = len(before.rpartition("\n")[2].encode("utf-16-le")) // 2
        return {
            "textDocument": {"uri": self.uri(name)},
            "position": {"line": before.count("\n"), "character": column},
        }

    def complete(self, name: str, words: str, inside: int | None = None) -> dict[str, dict[str, Any]]:
        """What is offered behind some words, by its label."""
        where = self.at(name, words, len(words) if inside is None else inside)
        answer = self.ask("textDocument/completion", where)
        return {item["label"]: item for item in answer["items"]} if answer else {}

    def hover(self, name: str, words: str, inside: int = 1) -> str:
        """What is shown over some words."""
        answer = self.ask("textDocument/hover", self.at(name, words, inside))
        return str(answer["contents"]["value"]) if answer else ""

    def definition(self, name: str, words: str, inside: int = 1) -> list[str]:
        """The texts to which the words lead, each with its file."""
        return [self.said(each) for each in self.ask("textDocument/definition", self.at(name, words, inside)) or []]

    def references(self, name: str, words: str, inside: int = 1) -> list[str]:
        """Where the id at the words is written."""
        where = {**self.at(name, words, inside), "context": {"includeDeclaration": True}}
        return [self.said(each) for each in self.ask("textDocument/references", where) or []]

    def said(self, location: dict[str, Any]) -> str:
        """`file:line:text` of a location, the line from 1."""
        name = location["uri"].removeprefix(self.folder.as_uri() + "/")
        text = self.text(name)
        start, end = (self.offset(text, location["range"][key]) for key in ("start", "end"))
        return f"{name}:{location['range']['start']['line'] + 1}:{text[start:end]}"

    def text(self, name: str) -> str:
        """A file as the editor has it."""
        return (
            self.texts[name]
            if name in self.texts
            else (self.folder / name).read_bytes().decode().removeprefix("\ufeff")
        )

    @staticmethod
    def offset(text: str, position: dict[str, int]) -> int:
        """The offset of a place in UTF-16."""
        lines = text.replace("\r\n", "\r\n").split("\n")
        line = lines[position["line"]].encode("utf-16-le")[: position["character"] * 2].decode("utf-16-le")
        return sum(len(each) + 1 for each in lines[: position["line"]]) + len(line)

    def settled(self, name: str) -> dict[str, list[dict[str, Any]]]:
        """All findings of all files that have some, once everything that was sent has been checked."""
        self.type(name, self.texts[name])
        return {uri.rpartition("/")[2]: shown for uri, shown in self.shown.items() if shown}

    def applied(self, edit: dict[str, Any]) -> dict[str, str]:
        """The texts that an edit makes, by file."""
        changes = {each["textDocument"]["uri"]: each["edits"] for each in edit.get("documentChanges") or ()}
        changes |= edit.get("changes") or {}
        names = {uri: uri.removeprefix(self.folder.as_uri() + "/") for uri in changes}
        return {names[uri]: self.edited(names[uri], edits) for uri, edits in changes.items()}

    def edited(self, name: str, edits: list[dict[str, Any]]) -> str:
        """A file's text with some edits made."""
        text = self.text(name)
        spans = [
            (*(self.offset(text, each["range"][key]) for key in ("start", "end")), each["newText"]) for each in edits
        ]
        for start, end, new in sorted(spans, reverse=True):
            text = text[:start] + new + text[end:]
        return text

    def uri(self, name: str) -> str:
        """The address of a file."""
        return (self.folder / name).as_uri()
