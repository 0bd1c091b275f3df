"""Wording: loaded words stay in quotation marks, the bottom line is short, prose refers to facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from briefsmith.analysis.dossier import Dossier
from briefsmith.analysis.onepage import fitting
from briefsmith.analysis.prose import prose_fields
from briefsmith.findings import catalogue as codes
from briefsmith.findings.finding import Address, Finding
from briefsmith.model.fact import FactKind
from briefsmith.model.objects import Term
from briefsmith.model.vocabulary import TermType
from briefsmith.reading.corpus import Briefing
from briefsmith.text.prose import sentences_alone, without_links

BOTTOM_LINE_WORDS = 60
_QUOTED = re.compile(r"\"[^\"]*\"|“[^”]*”|„[^“”]*[“”]|«[^»]*»|»[^«]*«|‘[^’]*’|「[^」]*」|『[^』]*』")


def check_loaded_terms(dossier: Dossier) -> Iterator[Finding]:
    """The desk uses loaded wording in its own sentence, outside quotation marks."""
    for briefing in dossier.corpus.briefings.values():
        loaded = [term for term in briefing.terms.values() if term.type is TermType.LOADED]
        if not loaded:
            continue
        for at, text in _own_sentences(briefing):
            free = _QUOTED.sub(" ", without_links(text))
            for term in loaded:
                if match := _loaded_pattern(term).search(free):
                    narrow = Address(at.file, at.path, word=match[0])
                    help_ = f"write `{term.use}`, or put it in quotation marks" if term.use else "use quotation marks"
                    message = f"loaded term `{match[0]}` outside quotation marks"
                    yield Finding(codes.LOADED_TERM_UNQUOTED, narrow, message, help_)


def check_loaded_terms_have_use(dossier: Dossier) -> Iterator[Finding]:
    """A loaded term does not say what to write instead."""
    for briefing in dossier.corpus.briefings.values():
        for name, term in briefing.sheet.terms.items():
            if term.type is TermType.LOADED and not term.use:
                at = briefing.at.at("terms", name)
                message = f"loaded term `{term.term}` does not say what to write instead"
                yield Finding(codes.LOADED_TERM_WITHOUT_USE, at, message, "add `use: <neutral wording>`")


def check_bottom_lines(dossier: Dossier) -> Iterator[Finding]:
    """The bottom line is longer than a reader takes in at once."""
    for briefing in dossier.corpus.briefings.values():
        words = len(without_links(briefing.sheet.bottom_line or "").split())
        if words > BOTTOM_LINE_WORDS:
            message = f"bottom line has {words} words"
            help_ = f"cut it to {BOTTOM_LINE_WORDS}; the rest belongs in `summary`"
            yield Finding(codes.LONG_BOTTOM_LINE, briefing.at.at("bottom_line"), message, help_)


def check_briefs(dossier: Dossier) -> Iterator[Finding]:
    """More positions are marked as key than stand on one sheet of paper below the bottom line."""
    for briefing in dossier.corpus.briefings.values():
        replaced = dossier.superseded[briefing.id]
        yield from dossier.corpus.memory.made_from((briefing, *sorted(replaced)), _overfull_brief, briefing, replaced)


def _overfull_brief(briefing: Briefing, replaced: frozenset[str]) -> tuple[Finding, ...]:
    standing = [fact for fact in briefing.of_kind(FactKind.POSITION) if fact.id not in replaced]
    marked = [fact for fact in standing if fact.statement and fact.statement.key and not fact.statement.retracted]
    lead = without_links(briefing.sheet.bottom_line or "")
    # Beside the names of the holders, three quarters of the width are left.
    [count] = fitting(lead, [[fact.sentence + len(fact.sentence) // 3 * " " for fact in marked]])
    if count == len(marked):
        return ()
    message = f"{len(marked)} positions are marked as `key`, and {count} fit on the brief's one page"
    help_ = "leave `key` with the few that a hurried reader needs; all stand on the overview"
    return (Finding(codes.LONG_BRIEF, marked[count].at.at("key"), message, help_),)


def check_prose_references(dossier: Dossier) -> Iterator[Finding]:
    """A sentence of the desk's prose refers to no fact, and is therefore shown as a judgement."""
    for briefing in dossier.corpus.briefings.values():
        for at, text in prose_fields(briefing):
            if at.path[-1] == "because":
                continue
            for span in sentences_alone(text, briefing.sheet.language):
                narrow = Address(at.file, at.path, word=text[slice(*span)].split("\n")[0][:40])
                help_ = "link the words that state a fact: `[words](#fact-id)`"
                yield Finding(codes.PROSE_WITHOUT_REFERENCE, narrow, "sentence refers to no fact", help_)


def _own_sentences(briefing: Briefing) -> Iterator[tuple[Address, str]]:
    yield briefing.at.at("title"), briefing.sheet.title
    yield from prose_fields(briefing)
    for name, issue in briefing.sheet.issues.items():
        yield briefing.at.at("issues", name, "title"), issue.title
    for fact in briefing.facts:
        if fact.kind is not FactKind.TERM:
            key = getattr(fact.item, "kind", fact.kind.value)
            key = {"assessment": "judgement"}.get(str(getattr(key, "value", key)), str(getattr(key, "value", key)))
            yield fact.at.at(key), fact.sentence


@lru_cache(maxsize=4096)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)


def _loaded_pattern(term: Term) -> re.Pattern[str]:
    return _pattern((term.term, *term.other_names, *term.renderings))
