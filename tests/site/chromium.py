"""A real Chromium, and a server on this machine for it to read built sites from."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, Response, sync_playwright

SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # the name is the base class's
        """Say nothing."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder on 127.0.0.1 and give its address, with `/` at the end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def chromium() -> Iterator[Browser]:
    """The Chromium of this machine."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=SWITCHES)
        try:
            yield browser
        finally:
            browser.close()


@dataclass
class Watch:
    """What a page did while it was watched."""

    said: list[str] = field(default_factory=list)
    """Errors and warnings of the console, policy reports among them, and errors of scripts."""
    dialogs: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    responses: list[Response] = field(default_factory=list)

    @classmethod
    def over(cls, page: Page) -> Watch:
        """Begin to watch."""
        watch = cls()

        def on_console(message: ConsoleMessage) -> None:
            if message.type in {"error", "warning"}:
                watch.said.append(message.text)

        def on_request(request: Request) -> None:
            watch.requests.append(request.url)

        def on_response(response: Response) -> None:
            watch.responses.append(response)

        def on_dialog(dialog: Any) -> None:
            watch.dialogs.append(dialog.message)
            dialog.dismiss()

        page.on("console", on_console)
        page.on("pageerror", lambda error: watch.said.append(str(error)))
        page.on("request", on_request)
        page.on("response", on_response)
        page.on("dialog", on_dialog)
        return watch

    def packed_bytes(self) -> int:
        """What was received, each file packed by gzip as a host would send it."""
        return sum(len(gzip.compress(response.body(), 6, mtime=0)) for response in self.responses if response.ok)
