"""The preview over HTTP, for one person at this machine: reading only, by known addresses only."""

from __future__ import annotations

import json
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from mimetypes import guess_type
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from briefsmith.preview.panel import OWN
from briefsmith.preview.session import Session
from briefsmith.preview.watching import Bell

LOOPBACK = ("127.0.0.1", "localhost", "::1")
"""The hosts that it listens on, and the only ones that a browser may ask it by."""

_HEADERS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Content-Security-Policy": "frame-ancestors 'none'",
}
_BEAT = 15.0
"""Seconds after which a browser that waits is told that the server is still there."""


class PreviewServer(ThreadingHTTPServer):
    """Serves one session."""

    daemon_threads = True

    def __init__(self, host: str, port: int, session: Session, bell: Bell) -> None:
        """Listen; raises OSError where the address is taken and ValueError where it is not this machine's own."""
        if host not in LOOPBACK:
            raise ValueError(f"`{host}` is not this machine's own address; use 127.0.0.1")
        self.session, self.bell = session, bell
        super().__init__((host, port), _Handler)

    @property
    def url(self) -> str:
        """Where the home page is."""
        return f"http://{self.server_address[0]!s}:{self.server_address[1]}/"


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer
    protocol_version = "HTTP/1.1"
    server_version = "briefsmith"
    sys_version = ""

    def do_GET(self) -> None:
        """Answer one request."""
        if _host_of(self.headers.get("Host", "")) not in LOOPBACK:
            # A page of somewhere else whose name was made to lead here must not read what is not published yet.
            self._send(HTTPStatus.MISDIRECTED_REQUEST, b"ask for 127.0.0.1", "text/plain")
            return
        address = urlsplit(self.path)
        path = unquote(address.path).removeprefix("/")
        own: dict[str, Callable[[str], None]] = {"events": self._events, "place": self._place}
        if path.startswith(OWN):
            name = path.removeprefix(OWN)
            own.get(name, self._static)(address.query if name in own else name)
        else:
            self._site(path)

    do_HEAD = do_GET  # noqa: N815  # the name is the base class's

    def _site(self, path: str) -> None:
        answer = self.server.session.get(path)
        if not answer.is_found and not path.endswith("/") and self.server.session.get(path + "/").is_found:
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", "/" + path + "/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        kind = "text/html" if answer.is_page else guess_type(path)[0] or "application/octet-stream"
        self._send(HTTPStatus.OK if answer.is_found else HTTPStatus.NOT_FOUND, answer.body, kind)

    def _static(self, name: str) -> None:
        file = resources.files("briefsmith.preview") / "static" / name
        if name not in {"preview.js", "preview.css"}:
            self._send(HTTPStatus.NOT_FOUND, b"not found", "text/plain")
            return
        self._send(HTTPStatus.OK, file.read_bytes(), guess_type(name)[0] or "text/plain")

    def _place(self, query: str) -> None:
        place = self.server.session.place(parse_qs(query).get("fact", [""])[0])
        found: dict[str, Any] = {"file": place.file, "line": place.line, "column": place.column} if place else {}
        self._send(HTTPStatus.OK, json.dumps(found).encode(), "application/json")

    def _events(self, _query: str) -> None:
        """A stream of the numbers of rounds, each sent when something has changed."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        bell, rings = self.server.bell, self.server.bell.count
        try:
            while not bell.is_closed:
                self.wfile.write(f"data: {self.server.session.refresh()}\n\n".encode())
                self.wfile.flush()
                rings = bell.wait_after(rings, _BEAT)
        except OSError:  # the browser went away
            return

    def _send(self, status: HTTPStatus, body: bytes, kind: str) -> None:
        self.send_response(status)
        is_text = kind.startswith("text/") or kind == "application/json"
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if is_text else kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # the name is the base class's
        """Say nothing: an editor wants to read findings, not requests."""


def _host_of(header: str) -> str:
    try:
        return urlsplit(f"//{header}").hostname or ""
    except ValueError:  # half an IPv6 address
        return ""
