"""A client of the language server that editors use for YAML, as small as the protocol allows (LSP 3.17, stdio)."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from queue import Queue
from threading import Thread
from types import TracebackType
from typing import Any, Self

HERE = Path(__file__).parent
SERVER = HERE / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
SECONDS = 30
"""How long an answer may take before the test fails."""


class Editor:
    """An editor with one folder open. `settings` is the `yaml` section of the editor's settings."""

    def __init__(self, folder: Path, settings: dict[str, Any]) -> None:
        self._folder, self._settings = folder, settings
        self._answers: Queue[dict[str, Any]] = Queue()
        self._findings: Queue[dict[str, Any]] = Queue()
        self._sent, self._versions = 0, 0

    def __enter__(self) -> Self:
        """Start the server and tell it the settings."""
        self._server = subprocess.Popen(
            ["node", str(SERVER), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()
        completion = {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}}
        capabilities = {"textDocument": {"completion": completion}, "workspace": {"configuration": True}}
        root = self._folder.as_uri()
        folders = [{"uri": root, "name": "site"}]
        parameters = {"processId": None, "rootUri": root, "capabilities": capabilities, "workspaceFolders": folders}
        self._ask("initialize", parameters)
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": {"yaml": self._settings}})
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End the server."""
        self._ask("shutdown", None)
        self._tell("exit", None)
        self._server.wait(SECONDS)
        self._reader.join(SECONDS)
        for pipe in (self._server.stdin, self._server.stdout):
            assert pipe is not None
            pipe.close()

    def open(self, name: str, text: str) -> list[dict[str, Any]]:
        """Open a file with this text, whatever stands on the disk; the server's findings, by their line."""
        self._versions += 1
        document = {"uri": self._uri(name), "languageId": "yaml", "version": self._versions, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        while True:
            told = self._findings.get(timeout=SECONDS)
            if told["uri"] == document["uri"]:
                return sorted(told["diagnostics"], key=lambda each: int(each["range"]["start"]["line"]))

    def complete(self, name: str, line: int, character: int) -> dict[str, dict[str, Any]]:
        """What is offered at a place (both counted from 0), by its label."""
        answer = self._ask("textDocument/completion", self._at(name, line, character))
        return {item["label"]: item for item in answer["items"]}

    def hover(self, name: str, line: int, character: int) -> str:
        """What is shown when the pointer rests on a place."""
        answer = self._ask("textDocument/hover", self._at(name, line, character))
        return str(answer["contents"]["value"]) if answer else ""

    def _at(self, name: str, line: int, character: int) -> dict[str, Any]:
        return {"textDocument": {"uri": self._uri(name)}, "position": {"line": line, "character": character}}

    def _uri(self, name: str) -> str:
        return (self._folder / name).as_uri()

    def _ask(self, method: str, parameters: Any) -> Any:
        self._sent += 1
        self._write({"id": self._sent, "method": method, "params": parameters})
        answer = self._answers.get(timeout=SECONDS)
        assert answer["id"] == self._sent, answer
        assert "error" not in answer, answer
        return answer["result"]

    def _tell(self, method: str, parameters: Any) -> None:
        self._write({"method": method, "params": parameters})

    def _write(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        pipe = self._server.stdin
        assert pipe is not None
        pipe.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        pipe.flush()

    def _read(self) -> None:
        pipe = self._server.stdout
        assert pipe is not None
        while header := pipe.readline():
            if header.lower().startswith(b"content-length:"):
                length = int(header.split(b":")[1])
            elif not header.strip():
                self._take(json.loads(pipe.read(length)))

    def _take(self, message: dict[str, Any]) -> None:
        method = message.get("method")
        if method == "workspace/configuration":
            sections = [self._section(item.get("section", "")) for item in message["params"]["items"]]
            self._write({"id": message["id"], "result": sections})
        elif method == "textDocument/publishDiagnostics":
            self._findings.put(message["params"])
        elif method and "id" in message:
            self._write({"id": message["id"], "result": None})
        elif not method:
            self._answers.put(message)

    def _section(self, name: str) -> dict[str, Any]:
        return self._settings if name == "yaml" else {}
