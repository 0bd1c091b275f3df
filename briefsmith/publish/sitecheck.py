"""Check a built site from its own files: that every page is there and that every link of it leads somewhere.

This is the last look before publication and trusts nobody: it knows no page plan and no template, only the finished
HTML. The tree is listed once and every page read once, so the time grows with the bytes of the site and not with the
number of its links.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from urllib.parse import unquote

from briefsmith.publish.inventory import list_files
from briefsmith.publish.markup import Use, read_uses


class Fault(Enum):
    """What is wrong with a page."""

    MISSING_PAGE = "missing-page"
    """A file that had to be built is not there."""
    EMPTY_PAGE = "empty-page"
    """A file is empty, or a page has nothing in its `main` element (its `body` where it has none)."""
    DEAD_LINK = "dead-link"
    """A link leads to nothing in the site, or out of it without saying so."""
    DEAD_ANCHOR = "dead-anchor"
    """A link leads to a page that has no element of that name."""
    DUPLICATE_ID = "duplicate-id"
    """Two elements of a page have the same id, so a link reaches only the first."""
    MISSING_ASSET = "missing-asset"
    """An image, script, style sheet or other part of a page is not in the site."""


@dataclass(frozen=True, slots=True)
class SiteFault:
    """One fault of a built site.

    `page` is a path from the root of the site, `line` counts from 1 (0 for a fault of the whole file), `target` is the
    address or id as the page has it, and `detail` says the rest in words.
    """

    kind: Fault
    page: str
    line: int
    detail: str
    target: str


_MAIN = re.compile(r"<main\b[^>]*+>?", re.IGNORECASE)
_BODY = re.compile(r"<body\b[^>]*+>?", re.IGNORECASE)
_SHOWN = "img|svg|math|picture|video|audio|canvas|iframe|object|embed|input|button|form|script"
_NOTHING_SHOWN = re.compile(
    rf"(?:\s++|<!--.*?(?:-->|\Z)|<(?!/(?:main|body)\b|(?:{_SHOWN})\b)[^>]*+>)*+(?:</(?:main|body)\b|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
# Served for any address that leads nowhere, so what is relative on it leads somewhere else each time.
_ANY_DEPTH = "404.html"


def check_site(root: Path, expected: Iterable[str], base: str = "/") -> list[SiteFault]:
    """The faults of the site below `root`, sorted by page, line, kind and target.

    `expected` are the files that must exist, as paths from `root` (`briefings/x/index.html`). `base` is the path of
    the site's address: links from the root of the host lead into the site only below it. Links with a scheme or a
    host are not looked at. The same address is reported once a page, at its first place. Raises `OSError` where a
    file cannot be read.
    """
    files = list_files(root)
    check = _Check(frozenset(files), tuple(_split(unquote(base))))
    faults = list(_missing(root, expected, check.files))
    for page in files:
        if page.endswith((".html", ".htm")):
            faults += check.read(page, (root / page).read_bytes().decode("utf-8", "replace"))
    faults += check.dead_anchors()
    return sorted(faults, key=lambda fault: (fault.page, fault.line, fault.kind.value, fault.target))


def _missing(root: Path, expected: Iterable[str], files: frozenset[str]) -> Iterator[SiteFault]:
    for path in dict.fromkeys(expected):
        if path not in files:
            yield SiteFault(Fault.MISSING_PAGE, path, 0, "was to be built and is not there", "")
        elif not path.endswith((".html", ".htm")) and (root / path).stat().st_size == 0:
            yield SiteFault(Fault.EMPTY_PAGE, path, 0, "has no content", "")


@dataclass(frozen=True, slots=True)
class _Goal:
    """Where an address leads: a file of the site and a name in it; `trouble` says why there is no such file."""

    file: str
    fragment: str
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A link to a named place, to be looked up when all pages are read."""

    page: str
    line: int
    fragment: str
    target: str


@dataclass(slots=True)
class _Check:
    """What is known of a site while its pages are read one by one."""

    files: frozenset[str]
    base: tuple[str, ...]
    ids: dict[str, frozenset[str]] = field(default_factory=dict)
    anchors: defaultdict[str, list[_Anchor]] = field(default_factory=lambda: defaultdict(list))

    def read(self, page: str, text: str) -> Iterator[SiteFault]:
        """The faults that one page shows by itself; its ids and its links to named places are kept for later."""
        if _is_empty(text):
            yield SiteFault(Fault.EMPTY_PAGE, page, 0, "has no content", "")
        ids: dict[str, int] = {}
        done: set[tuple[Use, str]] = set()
        for use, value, line in read_uses(text):
            if use is Use.ID:
                if value in ids:
                    yield SiteFault(Fault.DUPLICATE_ID, page, line, f"the id is on line {ids[value]} already", value)
                ids.setdefault(value, line)
            elif (use, value) not in done:
                done.add((use, value))
                yield from self._follow(page, line, use, value)
        self.ids[page] = frozenset(ids)

    def dead_anchors(self) -> Iterator[SiteFault]:
        """The links to names that their page does not have; to be asked when every page has been read."""
        for file, anchors in self.anchors.items():
            ids = self.ids.get(file)
            for anchor in anchors:
                # Browsers try the name as it is written, then decoded.
                if ids is not None and anchor.fragment not in ids and unquote(anchor.fragment) not in ids:
                    detail = f"`{file}` has no id `{anchor.fragment}`"
                    yield SiteFault(Fault.DEAD_ANCHOR, anchor.page, anchor.line, detail, anchor.target)

    def _follow(self, page: str, line: int, use: Use, address: str) -> Iterator[SiteFault]:
        goal = self._goal(page, use, address)
        if goal is None:
            return
        if goal.trouble:
            kind = Fault.DEAD_LINK if use is Use.LINK else Fault.MISSING_ASSET
            yield SiteFault(kind, page, line, goal.trouble, address)
        elif goal.fragment and goal.fragment.lower() != "top":
            self.anchors[goal.file].append(_Anchor(page, line, goal.fragment, address))

    def _goal(self, page: str, use: Use, address: str) -> _Goal | None:
        """Where an address on a page leads; None if it leads to another host or is none of HTTP's."""
        if address.startswith(("#", "?")) or (not address and use is Use.LINK):
            return _Goal(page, _fragment(address))
        return None if _ELSEWHERE.match(address) else self._resolve(page, address)

    def _resolve(self, page: str, address: str) -> _Goal:
        """Where an address on a page leads that names a path and no host."""
        path = unquote(address.partition("#")[0].partition("?")[0], errors="surrogateescape")
        if not path:
            return _Goal("", "", "the address is empty")
        if path.startswith("/"):
            parts = _walk((), path)
        elif page == _ANY_DEPTH:
            return _Goal("", "", "the address is relative, but this page is served at any depth")
        else:
            parts = _walk((*self.base, *_split(page)[:-1]), path)
        if parts is None or tuple(parts[: len(self.base)]) != self.base:
            top = "/".join(("", *self.base, ""))
            return _Goal("", "", f"leads out of the site, which begins at `{top}`")
        file = "/".join(parts[len(self.base) :])
        if path.endswith(("/", "/.", "/..")) or path in (".", "..") or file not in self.files:
            file = f"{file}/index.html" if file else "index.html"
        trouble = "" if file in self.files else f"the site has no `{file.removesuffix('/index.html')}`"
        return _Goal(file, _fragment(address), trouble)


def _is_empty(text: str) -> bool:
    """Whether a page shows nothing between the beginning and the end of its main part."""
    main = _MAIN.search(text) or _BODY.search(text)
    return _NOTHING_SHOWN.match(text, main.end() if main else 0) is not None


def _walk(start: tuple[str, ...], path: str) -> list[str] | None:
    """The folders and the name that `path` leads to from `start`; None if it climbs above the root."""
    parts = list(start)
    for part in _split(path):
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part != ".":
            parts.append(part)
    return parts


def _split(path: str) -> list[str]:
    return [part for part in path.split("/") if part]


def _fragment(address: str) -> str:
    """The name that an address asks for, without a text directive (`#:~:text=`)."""
    return address.partition("#")[2].partition(":~:")[0]
