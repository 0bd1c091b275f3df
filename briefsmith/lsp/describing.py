"""What an editor is told about a thing, a quote, a sentence or a code: Markdown, with a file's own words as text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefsmith.evidence.tracing import Citation, Entry
from briefsmith.findings.catalogue import CATALOGUE
from briefsmith.findings.finding import Code
from briefsmith.findings.manual import load_page
from briefsmith.lsp.mentions import SHELVES, Thing
from briefsmith.lsp.sites import View
from briefsmith.model.fact import Fact
from briefsmith.model.fields import Target
from briefsmith.model.objects import Actor, Issue, Term
from briefsmith.model.statements import Event, Figure
from briefsmith.reading.corpus import Article, Source

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&!])")
_CODE = re.compile(r"\bBS\d{3}\b")


def plain(text: str) -> str:
    """A text that Markdown shows as it stands."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))


def describe(view: View, thing: Thing) -> str:
    """A thing in a few lines; the first names it."""
    found = object_of(view, thing)
    if isinstance(found, Fact):
        return "\n\n".join(_of_fact(found))
    if isinstance(found, Source):
        return "\n\n".join(_of_source(found))
    return "\n\n".join(_of_object(thing, found)) if found else ""


def name_of(view: View, thing: Thing) -> str:
    """A thing in one line: its name, title, or sentence."""
    found = object_of(view, thing)
    if isinstance(found, Source):
        return found.record.title or found.record.file or found.id
    if isinstance(found, Actor):
        return found.name
    if isinstance(found, Issue):
        return found.title
    return found.sentence if found else ""


def object_of(view: View, thing: Thing) -> Actor | Issue | Term | Source | Fact | None:
    """What the id stands for, as it was understood."""
    corpus = view.corpus
    if thing.target is Target.SOURCE:
        return corpus.sources.get(thing.id)
    briefing = corpus.briefings.get(thing.briefing)
    if thing.target is Target.STATEMENT:
        return briefing.by_id.get(thing.id) if briefing else None
    shelf = next(name for name, target in SHELVES.items() if target is thing.target)
    found: Actor | Issue | Term | None = getattr(briefing or corpus.registry, shelf).get(thing.id)
    return found


def _of_fact(fact: Fact) -> Iterator[str]:
    yield f"**{plain(fact.sentence)}**"
    item, said = fact.statement, [fact.kind.value]
    if item:
        said += [f"by {item.by}"] if item.by else []
        said += [item.date.written] if item.date else []
        said += [item.status.value] if item.status else []
    if isinstance(item, Figure):
        yield plain(item.value.written)
    if isinstance(item, Event) and item.happening:
        said.append(item.happening.value)
    if fact.holders:
        said.append(f"{' & '.join(fact.holders)} on {fact.issue}")
    yield f"{plain(' · '.join(said))} · `{fact.key}`"


def _of_source(source: Source) -> Iterator[str]:
    record = source.record
    yield f"**{plain(record.title or source.id)}**"
    day = record.date.written if record.date else ""
    known = [each for each in ("source", record.publisher, day, source.language) if each]
    yield f"{plain(' · '.join(known))} · `{record.file or source.id}`"
    if record.note:
        yield plain(record.note)


def _of_object(thing: Thing, found: Actor | Issue | Term) -> Iterator[str]:
    place = "registry" if not thing.briefing else thing.briefing
    kind = f"{thing.target.value} · {place} · `{thing.id}`"
    if isinstance(found, Actor):
        yield f"**{plain(found.name)}**"
        yield kind + (f" · {found.type.value}" if found.type else "")
        yield from (plain(f"{post.role}, {post.organization}") for post in found.all_posts)
    elif isinstance(found, Issue):
        yield f"**{plain(found.title)}**"
        yield kind
        if found.question:
            yield plain(found.question)
    else:
        yield f"**{plain(found.term)}**"
        yield kind
        yield from (plain(sense.text) for sense in found.definition)
        if found.use:
            yield f"use: {plain(found.use)}"
    if found.note:
        yield plain(found.note)


def describe_quote(citation: Citation) -> str:
    """The sentences that a quote touches, between their neighbours, with the quote in bold, and where they stand."""
    match, source = citation.match, citation.source
    if match is None or source is None or source.article is None:
        return ""
    article = source.article
    before, after = _around(article, citation)
    first, last = citation.sentences[0].start, citation.sentences[-1].end
    text = article.file.text
    parts = [plain(text[before:first]), plain(text[first : match.start])]
    shown = " ".join(part for part in (*parts, f"**{plain(text[match.start : match.end])}**") if part)
    rest = " ".join(part for part in (plain(text[match.end : last]), plain(text[last:after])) if part)
    glue = "" if text[match.end : match.end + 1].strip() else " "
    return f"> {shown}{glue}{rest}\n\n`{where(article, match.start)}` · {plain(source.record.publisher or source.id)}"


def _around(article: Article, citation: Citation) -> tuple[int, int]:
    """From the beginning of the sentence before a quote's to the end of the one behind."""
    first = article.sentences.index(citation.sentences[0])
    last = article.sentences.index(citation.sentences[-1])
    end = min(last + 1, len(article.sentences) - 1)
    return article.sentences[max(0, first - 1)].start, article.sentences[end].end


def where(article: Article, offset: int) -> str:
    """`file:line`."""
    return f"{article.file.path}:{article.file.position(offset)[0]}"


def describe_sentence(entry: Entry) -> str:
    """What became of a sentence of an article, and the facts that rest on it."""
    lines = [f"{entry.state.value.replace('-', ' ')} · `{entry.sentence.anchor}`"]
    facts = dict.fromkeys(citation.fact for citation in entry.citations if citation.fact)
    lines += [f"- {plain(fact.sentence)} (`{fact.key}`)" for fact in facts]
    return "\n".join([lines[0], "", *lines[1:]])


def describe_code(code: Code) -> str:
    """A finding's meaning and cure, from the manual."""
    page = load_page(code)
    cure = f"\n\n{page.cure.strip()}" if page.cure else ""
    return f"**{code.number} {code.name}**\n\n{page.meaning.strip()}{cure}"


def code_in(line: str, column: int) -> Code | None:
    """The code of a finding that is written at a column (in code points, from 0) of a line."""
    words = (match for match in _CODE.finditer(line) if match.start() <= column <= match.end())
    return next((CATALOGUE.find(match[0]) for match in words), None)
