"""Watching the files of a site, and waking whoever waits for a change."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from threading import Condition

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

_CHANGES: list[type[FileSystemEvent]] = [
    FileCreatedEvent, FileModifiedEvent, FileClosedEvent, FileDeletedEvent, FileMovedEvent,
    DirCreatedEvent, DirDeletedEvent, DirMovedEvent,
]  # fmt: skip
"""All but mere reading: the preview itself reads every file of the site at each change."""


class Bell:
    """Rings at every change; each ring has a number, so that none is missed between two waits."""

    def __init__(self) -> None:
        """Nothing has happened yet."""
        self.count = 0
        self.is_closed = False
        self._changed = Condition()

    def ring(self) -> None:
        """Wake all that wait."""
        with self._changed:
            self.count += 1
            self._changed.notify_all()

    def close(self) -> None:
        """Wake all that wait for the last time."""
        self.is_closed = True
        self.ring()

    def wait_after(self, seen: int, seconds: float) -> int:
        """Wait until it has rung after ring `seen`, or for so long; gives the number of the last ring."""
        with self._changed:
            self._changed.wait_for(lambda: self.count > seen, seconds)
            return self.count


class Watcher(FileSystemEventHandler):
    """Rings a bell when a file of the watched folders changes."""

    def __init__(self, bell: Bell, paths: Iterable[Path]) -> None:
        """Begin to watch; a single file is watched through its folder."""
        self._bell, self._observer = bell, Observer()
        for path in dict.fromkeys(paths):
            if path.is_dir():
                self._observer.schedule(self, str(path), recursive=True, event_filter=_CHANGES)
            elif path.parent.is_dir():
                self._observer.schedule(self, str(path.parent), recursive=False, event_filter=_CHANGES)
        self._observer.start()

    def on_any_event(self, event: FileSystemEvent) -> None:  # noqa: ARG002  # the name is the base class's
        """Pass on that something changed."""
        self._bell.ring()

    def close(self) -> None:
        """Watch no longer."""
        self._observer.stop()
        self._observer.join()
