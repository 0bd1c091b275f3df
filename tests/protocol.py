"""A language server in a process of its own, and the other end of its pipes (JSON-RPC 2.0, LSP 3.17)."""

from __future__ import annotations

import json
import subprocess
from queue import Queue
from threading import Thread
from types import TracebackType
from typing import Any, Self

SECONDS = 30
"""How long an answer may take before the test fails."""


class Refused(Exception):
    """The server answered with an error."""


class Connection:
    """A started server. `log` receives what it writes to standard error."""

    def __init__(self, command: list[str], initialize: dict[str, Any], log: Any = subprocess.DEVNULL) -> None:
        self._command, self._initialize, self._log = command, initialize, log
        self._answers: Queue[dict[str, Any]] = Queue()
        self.findings: Queue[dict[str, Any]] = Queue()
        """What was published, as it comes."""
        self.capabilities: dict[str, Any] = {}
        self._sent = 0

    def __enter__(self) -> Self:
        """Start the server and shake hands."""
        pipe = subprocess.PIPE
        self._server = subprocess.Popen(self._command, stdin=pipe, stdout=pipe, stderr=self._log)
        self._reader = Thread(target=self._read, daemon=True)
        self._reader.start()
        self.capabilities = self.ask("initialize", {"processId": None, **self._initialize})["capabilities"]
        self.tell("initialized", {})
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """End the server."""
        self.ask("shutdown", None)
        self.tell("exit", None)
        self._server.wait(SECONDS)
        self._reader.join(SECONDS)
        for pipe in (self._server.stdin, self._server.stdout):
            assert pipe is not None
            pipe.close()

    def ask(self, method: str, parameters: Any) -> Any:
        """The answer to a request; raises Refused."""
        self._sent += 1
        self._write({"id": self._sent, "method": method, "params": parameters})
        answer = self._answers.get(timeout=SECONDS)
        assert answer["id"] == self._sent, answer
        if "error" in answer:
            raise Refused(answer["error"]["message"])
        return answer["result"]

    def tell(self, method: str, parameters: Any) -> None:
        """Send a notification."""
        self._write({"method": method, "params": parameters})

    def settings(self, section: str) -> dict[str, Any]:  # noqa: ARG002
        """What the server is told when it asks for a section of the settings."""
        return {}

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
            sections = [self.settings(item.get("section", "")) for item in message["params"]["items"]]
            self._write({"id": message["id"], "result": sections})
        elif method == "textDocument/publishDiagnostics":
            self.findings.put(message["params"])
        elif method and "id" in message:
            self._write({"id": message["id"], "result": None})
        elif not method:
            self._answers.put(message)
