"""Cures for quotes: always another passage of the same article, verbatim."""

from __future__ import annotations

import re
from dataclasses import replace

from briefsmith.evidence.matching import Match, Miss, locate
from briefsmith.evidence.nearest import find_nearest
from briefsmith.evidence.tracing import Citation, sentences_within
from briefsmith.findings.finding import Address, Edit, Finding, Fix, Form, Span
from briefsmith.findings.scalar import quoted
from briefsmith.model.evidence import Quote
from briefsmith.reading.corpus import Source
from briefsmith.rules.cures.site import Site, add, passage_once, say
from briefsmith.text.normal import normal_form

_LEFT_OUT = re.compile(r"\s*(?:\[\s*(?:\.\.\.|…)\s*\]|\(\s*(?:\.\.\.|…)\s*\)|\.\.\.|…)\s*")
_INSERTED = re.compile(r"\s*\[[^\[\]]*\]")
_BEFORE = re.compile(r"(?<!\S)(?:\S*[^\W_][-\u2010\u00ad][^\S\r\n]*[\r\n]\s*)?\S*$")
_AFTER = re.compile(r"\S*(?:(?<=[-\u2010\u00ad])[^\S\r\n]*[\r\n]\s*\S+)?")
"""The rest of a word on either side of a place; one that is divided at the end of a line goes on in the next."""
_LONGEST_RUN = 600


def whole_sentence(finding: Finding, site: Site) -> Fix | None:
    """The sentence in which the quote stands first, where it stands there only once."""
    source, spans = _found(finding, site)
    if source is None or not spans:
        return None
    sentences = sentences_within(source, *spans[0])
    passage = passage_once(source, sentences[0].start, sentences[-1].end) if sentences else ""
    return say(finding.at, passage) if passage else None


def whole_run(finding: Finding, site: Site) -> Fix | None:
    """What an ellipsis left out, put back."""
    source, _ = _found(finding, site)
    citation = _citation(finding, site)
    if source is None or source.article is None or citation is None:
        return None
    pieces = [piece for piece in _LEFT_OUT.split(citation.quote.exact) if piece]
    found = [locate(Quote(piece), source.article.normal) for piece in pieces]
    spans = [(each.start, each.end) for each in found if isinstance(each, Match)]
    is_run = len(spans) == len(pieces) and spans == sorted(spans) and bool(spans)
    if not is_run or spans[-1][1] - spans[0][0] > _LONGEST_RUN:
        return None
    passage = passage_once(source, spans[0][0], spans[-1][1])
    return say(finding.at, passage) if passage else None


def whole_words(finding: Finding, site: Site) -> Fix | None:
    """A quote that cuts a word or a number, widened to the spaces around it."""
    source, spans = _found(finding, site)
    if source is None or source.article is None or not spans:
        return None
    text, (start, end) = source.article.file.text, spans[0]
    before, after = _BEFORE.search(text, max(0, start - _LONGEST_RUN), start), _AFTER.match(text, end)
    start, end = before.start() if before else start, after.end() if after else end
    passage = passage_once(source, start, start + len(text[start:end].rstrip(".,;:!?”’»)")))
    return say(finding.at, passage) if passage else None


def without_insertion(finding: Finding, site: Site) -> Fix | None:
    """What the editor put into brackets, taken out or put back into the article's words."""
    source, _ = _found(finding, site)
    citation = _citation(finding, site)
    if source is None or source.article is None or citation is None:
        return None
    bare = _INSERTED.sub("", citation.quote.exact).strip()
    if isinstance(locate(Quote(bare), source.article.normal), Match):
        return say(finding.at, bare)
    near = find_nearest(bare, source.article.normal)
    passage = passage_once(source, near.start, near.end) if near and near.is_unmistakable else ""
    return say(finding.at, passage) if passage else None


def run_between(finding: Finding, site: Site) -> Fix | None:
    """Two quotes of one sentence and what lies between them, as one."""
    source, spans = _found(finding, site)
    citation = _citation(finding, site)
    if source is None or citation is None or not spans:
        return None
    gap = next((each.at for each in finding.related if isinstance(each.at, Span)), None)
    others = site.dossier.evidence.by_subject[citation.subject]
    first = next((each for each in others if gap and each.match and each.match.end == gap.start), None)
    passage = passage_once(source, first.match.start, spans[0][1]) if first and first.match else ""
    return say(finding.at, passage) if passage else None


def longest_paragraph(finding: Finding, site: Site) -> Fix | None:
    """The longest of the parts of a quote that stand in paragraphs of their own."""
    source, spans = _found(finding, site)
    if source is None or not spans:
        return None
    (start, end), parts = spans[0], dict[int, tuple[int, int]]()
    for sentence in sentences_within(source, start, end):
        first = parts.get(sentence.paragraph, (max(start, sentence.start), 0))[0]
        parts[sentence.paragraph] = (first, min(end, sentence.end))
    passage = passage_once(source, *max(parts.values(), key=lambda part: part[1] - part[0]))
    return say(finding.at, passage) if passage else None


def only_source(finding: Finding, site: Site) -> Fix | None:
    """The one source of the sheet in which the quote stands; it can be no other."""
    citation = _citation(finding, site)
    if citation is None or not citation.briefing:
        return None
    names = _holding(citation.quote, citation.briefing, site)
    if len(names) != 1:
        return None
    words = quoted(normal_form(citation.quote.exact))
    return Fix((Edit(finding.at, f"{{{names[0]}: {words}}}", Form.YAML),), safe=True)


def other_source(finding: Finding, site: Site) -> Fix | None:
    """The source in which the quote does stand, where the key of the quote names another."""
    citation = _citation(finding, site)
    if citation is None or citation.source is None or not isinstance(finding.at, Address):
        return None
    names = _holding(citation.quote, citation.briefing, site) if citation.briefing else []
    if len(names) != 1 or finding.at.path[-1] != citation.source.id:
        return None
    return say(replace(finding.at, key=True), names[0])


def as_a_claim(finding: Finding, site: Site) -> Fix | None:
    """The weaker label, where somebody says it."""
    fact = site.fact_around(finding.at)
    if fact is None or fact.statement is None or not fact.statement.by or fact.statement.status:
        return None
    return add(fact.at.at("by"), "status: claimed")


def _citation(finding: Finding, site: Site) -> Citation | None:
    return site.citations.get(finding.at) if isinstance(finding.at, Address) else None


def _found(finding: Finding, site: Site) -> tuple[Source | None, list[tuple[int, int]]]:
    """The source that a quote names, and where in it the quote stands, or nearly does."""
    citation = _citation(finding, site)
    if citation is None or citation.source is None or citation.source.article is None:
        return None, []
    if isinstance(citation.result, Miss):
        return citation.source, list(citation.result.spans)
    return citation.source, [(citation.match.start, citation.match.end)] if citation.match else []


def _holding(quote: Quote, briefing: str, site: Site) -> list[str]:
    corpus = site.dossier.corpus
    return [
        name
        for name in corpus.briefings[briefing].source_ids
        if (article := corpus.sources[name].article) and isinstance(locate(quote, article.normal), Match)
    ]
