"""Evidence: every quote stands in its source, word for word, and means there what it is made to mean here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from briefsmith.analysis.dossier import Dossier
from briefsmith.evidence.borders import is_unspaced
from briefsmith.evidence.matching import Match, MatchKind, Miss, MissKind, locate, occurs
from briefsmith.evidence.nearest import find_nearest, word_diff
from briefsmith.evidence.negation import turning_words
from briefsmith.evidence.tracing import Citation
from briefsmith.findings import catalogue as codes
from briefsmith.findings.finding import Address, Edit, Finding, Fix, Related, Span
from briefsmith.findings.nearest import did_you_mean
from briefsmith.model.evidence import FullQuote
from briefsmith.reading.corpus import Briefing, Source
from briefsmith.text.normal import normal_form

_FEW_WORDS = 3
_FEW_CHARACTERS = 6
_SHOWN = 180


def check_quotes(dossier: Dossier) -> Iterator[Finding]:
    """A quote names no source, does not stand in it, stands there twice, or is too short to say anything."""
    for citation in dossier.evidence.citations:
        if citation.source is None or citation.source.id not in _sources_of(dossier, citation):
            yield from _without_source(dossier, citation)
        elif not any(map(str.isalnum, citation.quote.exact)):
            help_ = "give the verbatim words of the source"
            yield Finding(codes.EMPTY_VALUE, citation.at, "quote has no words", help_)
        elif isinstance(citation.result, Miss):
            others = [dossier.corpus.sources[name] for name in _sources_of(dossier, citation)]
            yield _missed(citation, citation.source, citation.result, others)
        elif citation.match:
            yield from _found(citation, citation.source, citation.match)


def check_translations(dossier: Dossier) -> Iterator[Finding]:
    """A quote is in a language that the briefing's readers may not know, and nothing translates it."""
    for citation in dossier.evidence.citations:
        if not (citation.match and citation.source) or citation.quote.translation:
            continue
        briefing = dossier.corpus.briefings.get(citation.briefing)
        language = briefing.sheet.language if briefing else dossier.corpus.settings.language
        if citation.source.language.split("-")[0] != language.split("-")[0]:
            message = f"quote in `{citation.source.language}` has no translation into `{language}`"
            help_ = "write it in the full form, with `exact`, `translation` and `translated_by`"
            yield Finding(codes.QUOTE_WITHOUT_TRANSLATION, citation.at, message, help_)


def check_boilerplate(dossier: Dossier) -> Iterator[Finding]:
    """A quote comes from a passage that was set aside as boilerplate."""
    for citation in dossier.evidence.citations:
        match = citation.match
        if match is None or citation.source is None:
            continue
        for start, end in dossier.evidence.ledgers[citation.source.id].boilerplate:
            if match.start < end and start < match.end:
                related = (Related(_span(citation.source, start, end), "set aside as boilerplate"),)
                message = "quote comes from a passage set aside as boilerplate"
                help_ = "find other evidence, or make it an open question: boilerplate can never be evidence"
                yield Finding(codes.QUOTE_FROM_BOILERPLATE, citation.at, message, help_, related)


def check_gaps(dossier: Dossier) -> Iterator[Finding]:
    """Between two quotes from one sentence stands a word that turns or weakens it."""
    for citations in dossier.evidence.by_subject.values():
        found = [each for each in citations if each.match and each.source and each.fact]
        found.sort(key=lambda each: (each.source.id, each.match.start) if each.source and each.match else ("", 0))
        for first, second in pairwise(found):
            yield from _gap(first, second)


def check_passages(dossier: Dossier) -> Iterator[Finding]:
    """A passage that is set aside does not stand in its article."""
    for ledger in dossier.evidence.ledgers.values():
        for at, passage, result in ledger.passages:
            if isinstance(result, Miss) and result.kind is not MissKind.TWICE:
                yield _absent(at.at("text"), passage.text, ledger.source, "passage")


def check_words_of_dates(dossier: Dossier) -> Iterator[Finding]:
    """`date_words`, or the words for people who are not named, do not stand in the source."""
    for briefing in dossier.corpus.briefings.values():
        for fact in briefing.facts:
            statement = fact.statement
            if statement is None:
                continue
            yield from _words_for_people(dossier.evidence.of(fact))
            sources = [each.source for each in dossier.evidence.of(fact) if each.source and each.source.article]
            articles = [source.article for source in sources if source.article]
            words = [("date_words", statement.date_words)]
            words.append(("by_unnamed", statement.by_unnamed.words if statement.by_unnamed else None))
            for key, text in words:
                if text and sources and not any(occurs(text, each.normal) for each in articles):
                    yield _absent(fact.at.at(key), text, sources[0], f"`{key}`")


def check_posts(dossier: Dossier) -> Iterator[Finding]:
    """An actor is given an office, and no quote says so."""
    corpus = dossier.corpus
    shelves = [(briefing.sheet.actors, briefing.at.file) for briefing in corpus.briefings.values()]
    shelves.append((corpus.registry.actors, corpus.registry_files.get("actors", "")))
    for actors, file in shelves:
        for name, actor in actors.items():
            if not actor.evidence and not all(post.evidence for post in actor.all_posts):
                message = f"actor `{name}` has a post and no evidence for it"
                help_ = "add `evidence:` with the words that name the office"
                yield Finding(codes.MISSING_FIELD, Address(file, ("actors", name)), message, help_)


def check_something_was_checked(dossier: Dossier) -> Iterator[Finding]:
    """A site without one quote proves nothing. Why quotes could not be checked, or were left out, is told elsewhere."""
    left_out = any(briefing.withheld for briefing in dossier.corpus.briefings.values())
    if dossier.corpus.briefings and not dossier.evidence.citations and not left_out:
        briefing = next(iter(dossier.corpus.briefings.values()))
        message, help_ = "not one quote was checked", "give the facts evidence: a briefing without any proves nothing"
        yield Finding(codes.NO_QUOTE_CHECKED, briefing.at.at("briefing"), message, help_)


def _words_for_people(citations: tuple[Citation, ...]) -> Iterator[Finding]:
    """What a quote gives as its own source's words for people without names, and the source does not say."""
    for citation in citations:
        people, source = citation.quote.by_unnamed, citation.source
        if people and source and source.article and not occurs(people.words, source.article.normal):
            at = Address(citation.at.file, (*citation.at.path[:-1], "by_unnamed"))
            yield _absent(at, people.words, source, "`by_unnamed`")


def _sources_of(dossier: Dossier, citation: Citation) -> tuple[str, ...]:
    if not citation.briefing:
        return tuple(dossier.corpus.sources)
    return dossier.corpus.briefings[citation.briefing].source_ids


def _registry_without_source(citation: Citation, known: tuple[str, ...]) -> Finding:
    named = citation.quote.source
    if named:
        help_ = did_you_mean(named, known, "add it to `registry/sources.yml`")
        return Finding(codes.UNKNOWN_REFERENCE, citation.at, f"the site has no source `{named}`", help_)
    help_ = "write `evidence: {<id of the source>: …}`: what is shared names the source of each quote"
    return Finding(codes.NO_SOURCE_NAMED, citation.at, "a quote in the registry names no source", help_)


def _without_source(dossier: Dossier, citation: Citation) -> Iterator[Finding]:
    known = _sources_of(dossier, citation)
    named = citation.quote.source
    if not citation.briefing:
        yield _registry_without_source(citation, known)
        return
    briefing = dossier.corpus.briefings[citation.briefing]
    if not known and _has_unusable_source(briefing):
        return
    if named:
        if named in _ids_of_unusable_sources(briefing):
            return
        help_ = did_you_mean(named, (*known, *FullQuote.model_fields), "add it to `sources`")
        help_ = "write `exact:` for the words of the quote" if named in _CALLED_EXACT else help_
        yield Finding(codes.UNKNOWN_REFERENCE, citation.at, f"the sheet has no source `{named}`", help_)
    elif known:
        help_ = "write `evidence: {" + known[0] + ': "…"}`, with the source of the quote'
        message = "the sheet has several sources and the quote names none"
        yield Finding(codes.NO_SOURCE_NAMED, citation.at, message, help_)
    else:
        help_ = "add `source:` with the article's `file` and `date`"
        at = Address(citation.at.file, ("briefing",))
        yield Finding(codes.MISSING_FIELD, at, "`source` is missing: there is nothing to quote from", help_)


_CALLED_EXACT = {"quote", "text", "words"}


def _has_unusable_source(briefing: Briefing) -> bool:
    """Whether there is a source that was reported when it was read."""
    sheet = briefing.sheet
    return bool(sheet.source or sheet.sources) or any(part.path[0] in _SOURCE_KEYS for part in briefing.withheld)


def _ids_of_unusable_sources(briefing: Briefing) -> set[str]:
    return {*briefing.sheet.sources} | {
        name for part in briefing.withheld if part.path[0] in _SOURCE_KEYS for name in (*part.ids, str(part.path[-1]))
    }


_SOURCE_KEYS = {"source", "sources"}


def _missed(citation: Citation, source: Source, miss: Miss, others: list[Source]) -> Finding:
    at, exact = citation.at, citation.quote.exact
    places = tuple(Related(_span(source, *span), "stands here") for span in miss.spans[:5])
    if miss.kind is MissKind.TWICE:
        context = citation.quote.prefix or citation.quote.suffix
        message = f"quote stands {len(miss.spans)} times in source `{source.id}`"
        message = f"quote stands in source `{source.id}`, but not in this context" if len(miss.spans) == 1 else message
        help_ = "give the words just before it as `prefix`, or just after it as `suffix`; or quote more"
        help_ = "neither `prefix` nor `suffix` singles out one place; copy them from the article" if context else help_
        return Finding(codes.QUOTE_MATCHES_TWICE, at, message, help_, places)
    if miss.kind is MissKind.CUTS_WORD:
        message, help_ = "quote begins or ends inside a word or number", "quote it whole"
        return Finding(codes.QUOTE_CUTS_WORD, at, message, help_, places)
    if miss.kind is MissKind.ELLIPSIS:
        message = f"quote leaves words out, and source `{source.id}` has no such ellipsis"
        return Finding(codes.ELLIPSIS_IN_QUOTE, at, message, "split it in two quotes, each verbatim")
    if miss.kind is MissKind.BRACKET:
        message = f"quote has a bracketed insertion that source `{source.id}` does not have"
        return Finding(codes.BRACKET_IN_QUOTE, at, message, "quote the words as they stand; explain them in `note`")
    return (
        _elsewhere(citation, source, others)
        or _in_quotation_marks(citation, source)
        or _absent(at, exact, source, "quote")
    )


def _elsewhere(citation: Citation, source: Source, others: list[Source]) -> Finding | None:
    """The finding for a quote that stands in another source of its sheet."""
    for other in others:
        found = locate(citation.quote, other.article.normal) if other.article and other is not source else None
        if isinstance(found, Match):
            message = f"quote not found in source `{source.id}`"
            related = (Related(_span(other, found.start, found.end), f"stands in source `{other.id}`"),)
            help_ = f"it stands in source `{other.id}`: name that one"
            return Finding(codes.QUOTE_NOT_IN_SEED, citation.at, message, help_, related)
    return None


def _in_quotation_marks(citation: Citation, source: Source) -> Finding | None:
    """The finding for a quote that is right but for the typographic quotation marks that the editor put around it."""
    assert source.article is not None
    bare = citation.quote.exact.strip(_MARKS)
    found = locate(replace(citation.quote, exact=bare), source.article.normal)
    if not isinstance(found, Match) or bare == citation.quote.exact:
        return None
    message = f"quote not found in source `{source.id}`: the quotation marks around it count as its characters"
    fix = Fix((Edit(citation.at, bare),), safe=True)
    help_ = f'write "{bare[:20]} …" with straight marks'
    return Finding(codes.QUOTE_NOT_IN_SEED, citation.at, message, help_, (), fix)


_MARKS = " \t\r\n\u00a0\u2009\u202f\u201c\u201d\u201e\u00ab\u00bb\u2018\u2019\u201a\u2039\u203a\"'"


def _absent(at: Address, exact: str, source: Source, what: str) -> Finding:
    assert source.article is not None
    message = f"{what} not found in source `{source.id}`"
    near = find_nearest(exact, source.article.normal)
    if near is None:
        return Finding(codes.QUOTE_NOT_IN_SEED, at, message, "no passage is near it; copy the words from the article")
    passage = normal_form(source.article.file.text[near.start : near.end])
    related = (Related(_span(source, near.start, near.end), "nearest passage"),)
    help_ = f"nearest passage: {_short(word_diff(normal_form(exact), passage))}"
    fix = Fix((Edit(at, passage),), safe=False) if near.is_unmistakable else None
    return Finding(codes.QUOTE_NOT_IN_SEED, at, message, help_, related, fix)


def _found(citation: Citation, source: Source, match: Match) -> Iterator[Finding]:
    assert source.article is not None
    passage = normal_form(source.article.file.text[match.start : match.end])
    if match.kind is MatchKind.NORMALISED:
        fix = Fix((Edit(citation.at, passage),), safe=True)
        help_ = f"the source writes: {_short(passage)}"
        message = "quote differs from its source in quotation marks or dashes"
        yield Finding(codes.QUOTE_DIFFERS_TYPOGRAPHICALLY, citation.at, message, help_, (), fix)
    unspaced = is_unspaced(passage)
    short = len(passage) < _FEW_CHARACTERS if unspaced else len(passage.split()) < _FEW_WORDS
    if short and citation.fact:
        message, help_ = "quote is too short to say anything by itself", "quote at least three words"
        yield Finding(codes.SHORT_QUOTE, citation.at, message, help_)


def _gap(first: Citation, second: Citation) -> Iterator[Finding]:
    if first.source is not second.source or first.source is None or first.source.article is None:
        return
    assert first.match is not None
    assert second.match is not None
    if first.match.end >= second.match.start or first.sentences[-1] != second.sentences[0]:
        return
    gap = first.source.article.file.text[first.match.end : second.match.start]
    if words := turning_words(gap, first.source.language):
        related = (Related(_span(first.source, first.match.end, second.match.start), "left out between them"),)
        message = f"two quotes of one sentence leave out `{words[0]}` between them"
        help_ = "quote the whole run, with that word"
        yield Finding(codes.NEGATION_BETWEEN_QUOTES, second.at, message, help_, related)


def _span(source: Source, start: int, end: int) -> Span:
    return Span(source.record.file or "", start, end)


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[:_SHOWN].rsplit(" ", 1)[0] + " …"
