"""When the server checks: one check at a time, and one more for all that was typed meanwhile."""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from threading import Event

from lsprotocol import types

from briefsmith.lsp.publishing import Publisher
from briefsmith.lsp.server import Server
from briefsmith.lsp.sites import Desk


class _Slow(Publisher):
    """Its first check ends only once it is let go."""

    def __init__(self) -> None:
        super().__init__()
        self.rounds = 0
        self.has_begun, self.may_end = Event(), Event()

    def round(self, desk: Desk) -> list[types.PublishDiagnosticsParams]:
        """Nothing is found."""
        self.rounds += 1
        self.has_begun.set()
        assert self.may_end.wait(30)
        return super().round(desk)


def test_what_is_typed_during_a_check_is_checked_once() -> None:
    """However many keystrokes it were: a row of checks would run after whoever types."""

    async def type_fast(slow: _Slow) -> None:
        server = Server()
        server.publisher = slow
        server.start_round()
        await asyncio.to_thread(slow.has_begun.wait, 30)
        for _ in range(5):
            server.start_round()
        slow.may_end.set()
        await server.settled()

    slow = _Slow()
    # In a thread of its own, for Playwright leaves a running loop in the one of the tests.
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, type_fast(slow)).result()
    assert slow.rounds == 2
