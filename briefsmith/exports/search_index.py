"""The search index as small script files, of which a reader loads only those that a query needs.

Facts are numbered from the newest. A list of facts is written as base-64 digits of five bits each, the sixth saying
that more follow: the distance from the fact before, doubled, plus one where the word stands in the statement itself.
Scripts and not JSON, because a page that is opened from the disk may load scripts and nothing else.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from briefsmith.exports.search_records import Facet, SearchRecord
from briefsmith.exports.search_words import words_of
from briefsmith.pages.language.foreign import unmarked

FOLDER = "data/search"
SHARD = 12_000
"""Characters in a file of words, about; a longer list of facts has a file of its own."""
FACTS = 8
"""Facts in a file."""
COMMON = 30_000
"""Of a word in more facts than this, the newest so many are listed; no query then outgrows what a reader may load."""
LISTED = 3_000
"""Values of a facet that its list offers: those of the most facts."""

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_FACET = "="
"""Before `facet:value`, which stands among the words and can be none."""


@dataclass(frozen=True, slots=True)
class _Shards:
    """Sorted lines cut into files; `first` is what each begins with, by which a file is found."""

    first: tuple[str, ...]
    files: tuple[str, ...]


def search_files(records: Iterable[SearchRecord]) -> dict[str, str]:
    """The files of the index by their paths in the site; the same bytes for the same records."""
    rows = list(records)
    lists = _lists(rows)
    vocabulary = sorted((word for word in lists if not word.startswith(_FACET)), key=_order)
    kinds = {
        "words": _cut(f"{word} {_encode(lists[word])}" for word in sorted(lists, key=_order)),
        "spellings": _cut(vocabulary),
        "endings": _cut(sorted((word[::-1] for word in vocabulary), key=_order)),
    }
    files = {f"{kind}-{number}": file for kind, cut in kinds.items() for number, file in enumerate(cut.files)}
    shown = [row.shown for row in rows]
    files |= {f"facts-{at // FACTS}": _json(shown[at : at + FACTS]) for at in range(0, len(shown), FACTS)}
    files |= {f"list-{facet.value}": _json(values) for facet, values in _values(rows).items()}
    files["days"] = _json(_days(rows))
    state = hashlib.sha256("\0".join(f"{name} {files[name]}" for name in sorted(files)).encode()).hexdigest()[:8]
    head = {"state": state, "facts": len(rows), "common": COMMON, "perFile": FACTS}
    head |= {kind: cut.first for kind, cut in kinds.items()}
    scripts = {f"{FOLDER}/{state}/{name}.js": _script(name, file) for name, file in files.items()}
    return {f"{FOLDER}/index.js": _script("index", _json(head)), **scripts}


def search_state(files: Iterable[str]) -> str:
    """The state of an index, as its page names it: eight hexadecimal digits of a hash over all its files."""
    return next(path.split("/")[-2] for path in files if path != f"{FOLDER}/index.js")


def _lists(rows: list[SearchRecord]) -> dict[str, list[int]]:
    """Of each word and value the facts, doubled, plus one where the word stands in the statement."""
    lists: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        said = set(words_of(row.statement))
        for word in said:
            lists[word].append(number * 2 + 1)
        for word in set(words_of(row.around)) - said:
            lists[word].append(number * 2)
        for key in {f"{_FACET}{facet.value}:{value}" for facet, value, _ in row.facets}:
            lists[key].append(number * 2)
    return lists


def _order(word: str) -> bytes:
    """JavaScript compares code units."""
    return word.encode("utf-16-be")


def _encode(list_: list[int]) -> str:
    digits, before = [], 0
    for entry in list_[:COMMON]:
        number = entry - before
        before = entry & ~1
        while number >= 32:
            digits.append(_DIGITS[number & 31 | 32])
            number >>= 5
        digits.append(_DIGITS[number])
    return "".join(digits)


def _cut(lines: Iterable[str]) -> _Shards:
    first: list[str] = []
    files: list[list[str]] = []
    size = SHARD
    for line in lines:
        if size + len(line) > SHARD:
            first.append(line.partition(" ")[0])
            files.append([])
            size = 0
        files[-1].append(line)
        size += len(line) + 1
    return _Shards(tuple(first), tuple(_json("\n".join(file)) for file in files))


def _values(rows: list[SearchRecord]) -> Mapping[Facet, list[tuple[str, str, int]]]:
    """The values of each facet with what they are called and how many facts they have, by their names."""
    counts: dict[Facet, dict[str, int]] = {facet: defaultdict(int) for facet in Facet}
    names: dict[tuple[Facet, str], str] = {}
    for row in rows:
        for facet, value, name in row.facets:
            counts[facet][value] += 1
            names.setdefault((facet, value), name)
    return {facet: _listed(facet, counts[facet], names) for facet in Facet if facet is not Facet.KIND}


def _listed(
    facet: Facet, counts: Mapping[str, int], names: Mapping[tuple[Facet, str], str]
) -> list[tuple[str, str, int]]:
    most = sorted(counts, key=lambda value: (-counts[value], value))[:LISTED]
    rows = [(value, names[facet, value], counts[value]) for value in most]
    return sorted(rows, key=lambda row: (row[1].casefold(), row[0]))


def _days(rows: list[SearchRecord]) -> list[tuple[int, int]]:
    """Each day with the first of its facts, newest first; the last row is where facts without a day begin."""
    dated = [(number, row.day) for number, row in enumerate(rows) if row.day is not None]
    days = [(day or 0, next(group)[0]) for day, group in groupby(dated, key=lambda pair: pair[1])]
    return [*days, (0, len(dated))]


def _json(value: object) -> str:
    return unmarked(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def _script(name: str, content: str) -> str:
    return f'briefsmithSearch.take("{name}",{content})\n'
