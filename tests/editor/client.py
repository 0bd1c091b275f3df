"""A client of the language server that editors use for YAML."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Self

from tests.protocol import SECONDS, Connection

HERE = Path(__file__).parent
SERVER = HERE / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"


class Editor(Connection):
    """An editor with one folder open. `settings` is the `yaml` section of the editor's settings."""

    def __init__(self, folder: Path, settings: dict[str, Any]) -> None:
        completion = {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}}
        capabilities = {"textDocument": {"completion": completion}, "workspace": {"configuration": True}}
        root = folder.as_uri()
        folders = [{"uri": root, "name": "site"}]
        initialize = {"rootUri": root, "capabilities": capabilities, "workspaceFolders": folders}
        super().__init__(["node", str(SERVER), "--stdio"], initialize)
        self._folder, self._yaml = folder, settings
        self._versions = 0

    def __enter__(self) -> Self:
        """Start the server and tell it the settings."""
        super().__enter__()
        self.tell("workspace/didChangeConfiguration", {"settings": {"yaml": self._yaml}})
        return self

    def open(self, name: str, text: str) -> list[dict[str, Any]]:
        """Open a file with this text, whatever stands on the disk; the server's findings, by their line."""
        self._versions += 1
        document = {"uri": self._uri(name), "languageId": "yaml", "version": self._versions, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        while True:
            told = self.findings.get(timeout=SECONDS)
            if told["uri"] == document["uri"]:
                return sorted(told["diagnostics"], key=lambda each: int(each["range"]["start"]["line"]))

    def complete(self, name: str, line: int, character: int) -> dict[str, dict[str, Any]]:
        """What is offered at a place (both counted from 0), by its label."""
        answer = self.ask("textDocument/completion", self._at(name, line, character))
        return {item["label"]: item for item in answer["items"]}

    def hover(self, name: str, line: int, character: int) -> str:
        """What is shown when the pointer rests on a place."""
        answer = self.ask("textDocument/hover", self._at(name, line, character))
        return str(answer["contents"]["value"]) if answer else ""

    def settings(self, section: str) -> dict[str, Any]:
        """The `yaml` section; nothing of others."""
        return self._yaml if section == "yaml" else {}

    def _at(self, name: str, line: int, character: int) -> dict[str, Any]:
        return {"textDocument": {"uri": self._uri(name)}, "position": {"line": line, "character": character}}

    def _uri(self, name: str) -> str:
        return (self._folder / name).as_uri()
