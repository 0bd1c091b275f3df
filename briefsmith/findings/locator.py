"""From the address of a finding to lines and columns, by reading that one file again with places."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from briefsmith.findings.finding import Address, Place
from briefsmith.text.file import TextFile
from briefsmith.text.yamltree import Path, Spot, read_yaml, spot_of


@dataclass(frozen=True, slots=True, order=True)
class Range:
    """A place as people count it: lines and columns from 1, columns in code points, the end exclusive."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int


class Locator:
    """Turns places into ranges; each file is read with its places at most once."""

    def __init__(
        self, find_file: Callable[[str], TextFile | None], spots: Mapping[str, dict[Path, Spot]] | None = None
    ) -> None:
        """Take the function that gives a file of the snapshot, or None where there is none, and the places known."""
        self._find_file = find_file
        self._spots = dict(spots or {})

    def range(self, place: Place) -> Range:
        """The range of a place; the first character of the file where the place cannot be found."""
        file = self._find_file(place.file)
        if file is None:
            return Range(place.file, 1, 1, 1, 1)
        start, end = self.offsets(place)
        return Range(place.file, *file.position(start), *file.position(end))

    def offsets(self, place: Place) -> tuple[int, int]:
        """The half-open span of a place in its file, in code points."""
        if not isinstance(place, Address):
            return place.start, place.end
        file = self._find_file(place.file)
        spots = self._places(place.file)
        spot = spot_of(spots, place.path)
        if file is None or spot is None:
            return 0, 0
        start, end = (spot.start, spot.end) if place.word and not place.key else _narrow(spots, place, spot)
        text = file.text[start:end].rstrip()
        if place.word and (found := text.find(place.word)) >= 0:
            return start + found, start + found + len(place.word)
        return start, start + len(text)

    def source_line(self, file: str, line: int) -> str:
        """One line of a file, without its end."""
        found = self._find_file(file)
        return found.line(line) if found else ""

    def style(self, at: Address) -> tuple[str, int]:
        """The mark of the scalar at an address, empty for plain, and the indentation of its further lines."""
        text, spots = self.read(at.file)
        spot = spot_of(spots, at.path)
        if spot is None:
            return '"', 0
        lines = text[spot.start : spot.end].splitlines()
        indent = next((len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()), 0)
        return spot.style or "", indent

    def whole(self, at: Address) -> tuple[int, int]:
        """The half-open span of the whole value at an address, be it a scalar, a list or a mapping."""
        text, spots = self.read(at.file)
        spot = spot_of(spots, at.path)
        return (spot.start, spot.start + len(text[spot.start : spot.end].rstrip())) if spot else (0, 0)

    def read(self, path: str) -> tuple[str, dict[Path, Spot]]:
        """The text of a file, empty where there is none, and the places of its values."""
        file = self._find_file(path)
        return (file.text, self._places(path)) if file else ("", {})

    def _places(self, path: str) -> dict[Path, Spot]:
        if path not in self._spots:
            file = self._find_file(path)
            self._spots[path] = read_yaml(file.text, places=True).spots if file else {}
        return self._spots[path]


def _narrow(spots: dict[Path, Spot], place: Address, spot: Spot) -> tuple[int, int]:
    """The key where it is meant, or where the value is a whole container: the narrowest telling place."""
    is_scalar = spot.style is not None
    if (place.key or not is_scalar) and spot.key_start is not None and spot.key_end is not None:
        return spot.key_start, spot.key_end
    if is_scalar:
        return spot.start, spot.end
    inside = [each for each in spots.values() if each.key_start is not None and spot.start <= each.start < spot.end]
    first = min(inside, key=lambda each: each.start, default=None)
    if first is None or first.key_start is None or first.key_end is None:
        return spot.start, spot.start + 1
    return first.key_start, first.key_end
