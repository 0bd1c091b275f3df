"""A preview of the sample, served on this machine to real requests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from threading import Thread

import pytest

from briefsmith.preview.server import PreviewServer
from briefsmith.preview.session import Session
from briefsmith.preview.watching import Bell, Watcher
from briefsmith.settings import load_settings
from tests.site.desk import Desk, sample


@dataclass(frozen=True)
class Preview:
    """A running preview: its desk and its server."""

    desk: Desk
    server: PreviewServer

    def get(self, path: str, host: str = "127.0.0.1", method: str = "GET") -> tuple[HTTPResponse, str]:
        """Ask for exactly this path, as no client would that tidies it first."""
        connection = HTTPConnection("127.0.0.1", self.server.server_port, timeout=30)
        connection.putrequest(method, path, skip_host=True)
        connection.putheader("Host", host)
        connection.endheaders()
        answer = connection.getresponse()
        body = answer.read().decode("utf-8", errors="replace")
        connection.close()
        return answer, body


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """A preview of a copy of the sample."""
    desk = sample(tmp_path / "desk")
    configuration = desk.root / "mkdocs.yml"
    session = Session(lambda: load_settings(configuration), configuration)
    session.refresh()
    bell = Bell()
    server = PreviewServer("127.0.0.1", 0, session, bell)
    watcher = Watcher(bell, session.watched())
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield Preview(desk, server)
    finally:
        bell.close()
        watcher.close()
        server.shutdown()
        thread.join()
        server.server_close()
