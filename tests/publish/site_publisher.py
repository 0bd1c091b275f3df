"""A process that publishes, for tests that kill it, race it or watch it: `site_publisher.py MODE TARGET [WORD...]`."""

from __future__ import annotations

import os
import signal
import sys
from itertools import count, cycle
from pathlib import Path

from briefsmith.publish import disk
from briefsmith.publish.inventory import fingerprint
from briefsmith.publish.swap import Staging, recover


def say(*words: object) -> None:
    """Tell the test, at once."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def write_site(folder: Path, word: str, pages: int = 12) -> None:
    """A small site that says `word` on each of its pages."""
    for number in range(pages):
        page = folder / f"part-{number % 3}" / f"page-{number}" / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"<main>{word} {number}</main>", "utf-8")
    (folder / "index.html").write_text(f"<main>{word}</main>", "utf-8")


def publish_site(target: Path, word: str, wait: float = 60) -> None:
    """Publish the site that says `word`."""
    with Staging.open(target, wait=wait) as staging:
        write_site(staging.folder, word)
        staging.publish()


def publish_for_ever(target: Path, words: list[str]) -> None:
    """Publish one site after the other until killed."""
    for word in cycle(words):
        publish_site(target, word)


def publish_in_turn(target: Path, words: list[str]) -> None:
    """Publish each of the sites once."""
    for word in words:
        publish_site(target, word)


def die_at_every_call(target: Path, words: list[str]) -> None:
    """Publish `words[1]` over `words[0]`, killed before the k-th call of the operating system, for every k.

    Prints a line for each k: the fingerprint of the target after recovery, and what lies beside it.
    """
    for last in count(1):
        publish_site(target, words[0])
        child = os.fork()
        if child == 0:
            _die_at(last)
            publish_site(target, words[1])
            os._exit(0)
        _, status = os.waitpid(child, 0)
        recover(target)
        say(fingerprint(target), *sorted(path.name for path in target.parent.iterdir()))
        if status == 0:
            return


def _die_at(last: int) -> None:
    calls = count(1)

    def before_call(event: str, arguments: tuple[object, ...]) -> None:
        if event.startswith(("os.", "open", "fcntl.", "shutil.")) and next(calls) == last:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(before_call)


def hold_with_orphan(target: Path, words: list[str]) -> None:
    """Hold the target, and start a forked worker that outlives us; prints the worker's number."""
    Staging.open(target)
    if os.fork() == 0:
        say(os.getpid())
    signal.pause()


def hold(target: Path, words: list[str]) -> None:
    """Hold the target until killed."""
    Staging.open(target)
    say("held")
    signal.pause()


MODES = {mode.__name__: mode for mode in (publish_for_ever, publish_in_turn, die_at_every_call, hold_with_orphan, hold)}

if __name__ == "__main__":
    if os.environ.get("WITHOUT_EXCHANGE"):
        disk.exchange = lambda *_: False
    say("ready")
    MODES[sys.argv[1]](Path(sys.argv[2]), sys.argv[3:])
