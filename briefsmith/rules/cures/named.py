"""Cures that the help line names in full: *did you mean `x`?*, *write `x`*; words and fix can never disagree."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from briefsmith.findings.finding import Address, Edit, Finding, Fix, Place, Span
from briefsmith.findings.scalar import scalar
from briefsmith.rules.cures.site import Site, add, say
from briefsmith.rules.references import ALSO_HERE

_NAMED = re.compile(r"(?:did you mean|write|join holders with `&`:) `([^`]+)`(?P<or> or)?")
_SHA = re.compile(r"`sha256: ([0-9a-f]{64})`")
_REFUSED = re.compile(r"`([^`]*)`")


def nearest(finding: Finding, _: Site) -> Fix | None:
    """The word that the help names takes the place of the one that was refused.

    It is safe where the two are one word written in another way: in capitals, with `_` for `-`.
    """
    named = _NAMED.match(finding.help)
    if named is None or named["or"] or not isinstance(finding.at, Address):
        return None
    word = named[1].partition(": ")[2] if ": " in named[1] else named[1]
    refused = _REFUSED.search(finding.message)
    is_same = refused is not None and _plain(refused[1]) == _plain(word) and finding.at.path[-1:] != ("id",)
    places = [finding.at, *(each.at for each in finding.related if each.message == ALSO_HERE)]
    edits = tuple(Edit(at, f"#{word}" if _is_link(at) else word) for at in places)
    return Fix(edits, safe=is_same and finding.code.number in _ONE_WORD)


def _is_link(at: Place) -> bool:
    return isinstance(at, Address) and at.word.startswith("#")


def other_briefing(finding: Finding, site: Site) -> Fix | None:
    """The name that was meant; of a fact in another briefing, one half is right and stays for the editor to see."""
    fix = nearest(finding, site)
    if fix is None or not isinstance(finding.at, Address):
        return None
    refused = finding.at.word[1:] if finding.at.word else str(site.value_at(finding.at))
    return None if "#" in refused and not finding.at.key else fix


def checksum(finding: Finding, _: Site) -> Fix | None:
    """The article as it is now counts as read."""
    found = _SHA.search(finding.help)
    return say(finding.at, found[1]) if found else None


def neutral_word(finding: Finding, _: Site) -> Fix | None:
    """The neutral wording in the place of the loaded term."""
    named = _NAMED.match(finding.help)
    return say(finding.at, named[1]) if named else None


def contradicted(finding: Finding, site: Site) -> Fix | None:
    """The two statements are said to contradict each other."""
    named = _NAMED.match(finding.help)
    fact = site.fact_around(finding.at)
    if named is None or fact is None or fact.statement is None or fact.statement.contradicts:
        return None
    key, _, name = named[1].partition(": ")
    return add(finding.at, f"{key}: {scalar(name, '', 0)}")


def country_in_capitals(finding: Finding, site: Site) -> Fix | None:
    """`ua` is `UA`."""
    value = site.value_at(finding.at)
    is_code = isinstance(value, str) and re.fullmatch("[a-z]{2}", value) and "ISO 3166" in finding.message
    return say(finding.at, str(value).upper(), safe=True) if is_code else None


def secure_address(finding: Finding, site: Site) -> Fix | None:
    """`www.example.org/a` is an address on the web."""
    value = finding.at.word or site.value_at(finding.at) if isinstance(finding.at, Address) else None
    if not isinstance(value, str):
        return None
    bare = re.fullmatch(r"(?:http://|//)?((?:[\w-]+\.)+[a-z]{2,}(?:[/?#]\S*)?)", value)
    return say(finding.at, f"https://{bare[1]}") if bare else None


def file_of_its_name(finding: Finding, site: Site) -> Fix | None:
    """The article that is called as its source is, or the only one there is."""
    source = site.value_at(finding.at)
    if (
        "`file:" not in finding.help
        or not isinstance(source, dict)
        or not source
        or not isinstance(finding.at, Address)
    ):
        return None
    corpus = site.dossier.corpus
    seeds = corpus.snapshot.names(corpus.settings.seeds_dir, (".txt", ".md"))
    name = source.get("id") or finding.at.path[-1]
    called = [path for path in seeds if PurePosixPath(path).stem == name] or (seeds if len(seeds) == 1 else [])
    return add(Address(finding.at.file, (*finding.at.path, list(source)[-1])), f"file: {called[0]}") if called else None


def invisible_removed(finding: Finding, site: Site) -> Fix | None:
    """The character is deleted; safe where it has no other use than to be mistaken for nothing."""
    if not isinstance(finding.at, Span) or _is_article(finding.at.file, site):
        return None
    is_idle = re.search(r"U\+(?:00AD|200B|2060|FEFF|00[01]\w)\b", finding.message) is not None
    return say(finding.at, "", safe=is_idle)


def marked_as_strictly(finding: Finding, site: Site) -> Fix | None:
    """What refers to something marked more strictly gets the same marking; of prose it is the whole briefing."""
    marking = re.search(r"is marked TLP:([A-Z+]+)", finding.message)
    if marking is None or not isinstance(finding.at, Address):
        return None
    fact = site.fact_around(finding.at)
    owner = fact.at.path if fact else ()
    old = Address(finding.at.file, (*owner, "tlp"))
    beside = Address(finding.at.file, finding.at.path[: len(owner) + 1])
    return say(old, marking[1]) if site.value_at(old) else add(beside, f"tlp: {marking[1]}")


_ONE_WORD = {"BS101", "BS104", "BS201", "BS501", "BS502"}


def _plain(word: str) -> str:
    return word.lower().replace("_", "-")


def _is_article(file: str, site: Site) -> bool:
    return file.startswith(f"{site.dossier.corpus.settings.seeds_dir}/") and not file.endswith((".yml", ".yaml"))
