"""Long indexes in parts of at most 100 entries: the first at the index's own address, the others at `…/page/2/`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from briefsmith.pages.addresses import SIZE, Addresses

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Paging:
    """Which part of an index a page holds."""

    number: int = 1
    urls: tuple[str, ...] = ()
    """The addresses of all its parts, in order."""

    def of(self, entries: Sequence[T]) -> Sequence[T]:
        """The entries of this part."""
        return entries[(self.number - 1) * SIZE : self.number * SIZE]

    @property
    def before(self) -> str | None:
        """The address of the part before; None for the first."""
        return self.urls[self.number - 2] if self.number > 1 else None

    @property
    def after(self) -> str | None:
        """The address of the part after; None for the last."""
        return self.urls[self.number] if self.number < len(self.urls) else None


def parts_of(addresses: Addresses, parts: tuple[str, ...], entries: int) -> Iterator[tuple[str, str, Paging]]:
    """The source URI, the address and the paging of each part of an index; there is always a first one."""
    base = parts[:-1] if parts[-1] == "index" else parts
    count = max(1, -(-entries // SIZE))
    names = [parts, *((*base, "page", str(number)) for number in range(2, count + 1))]
    urls = tuple(addresses.page(*name) for name in names)
    for number, name in enumerate(names, 1):
        yield addresses.source_uri(*name), urls[number - 1], Paging(number, urls)
