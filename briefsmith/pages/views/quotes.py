"""A quote as readers see it: the source's own words within their sentence, and the way to them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from briefsmith.evidence.tracing import Citation
from briefsmith.model.fields import UNKNOWN
from briefsmith.model.vocabulary import Translator
from briefsmith.pages.addresses import Addresses
from briefsmith.pages.language.labels import Gettext
from briefsmith.values.tags import direction
from briefsmith.values.weburl import text_fragment

_AROUND = 60
"""Characters before and after a quote that tell it from the same words elsewhere in its article."""

_NO_CHAIN = Markup("")


@dataclass(frozen=True, slots=True)
class QuoteView:
    """The source's own words, with the rest of the sentence around them."""

    text: str
    before: str
    after: str
    start: int
    end: int
    source: str
    source_title: str
    language: str
    direction: str
    url: str
    """Of the first sentence it touches."""
    translation: str = ""
    translated_into: str = ""
    """The language of the translation: that of the briefing, or of the site for a quote in the registry."""
    translated_by: str = ""
    reliability: str = ""
    credibility: str = ""
    """Admiralty credibility of this piece of information, with its meaning."""
    at_publisher: str = ""
    """The same words in the article on the web, as a text fragment."""
    archived: str = ""
    """The same in an archived copy of it."""
    speaker_from_context: bool = False
    """Whether the sentences name nobody who may be the speaker that the fact gives."""
    chain: Markup = _NO_CHAIN
    """Who said these words through whom, where other quotes of the fact came another way; else nothing."""


def quote_view(
    citation: Citation,
    addresses: Addresses,
    gettext: Gettext,
    language: str,
    *,
    speaker_from_context: bool = False,
    chain: Markup = _NO_CHAIN,
) -> QuoteView:
    """The view of a citation that was found, in a sheet that is written in `language`."""
    assert citation.match
    assert citation.source
    assert citation.source.article
    text, match = citation.source.article.file.text, citation.match
    first, last = citation.sentences[0], citation.sentences[-1]
    at_publisher, archived = on_the_web(citation, text)
    translator, credibility = citation.quote.translated_by, citation.quote.credibility
    return QuoteView(
        text[match.start : match.end],
        text[first.start : match.start],
        text[match.end : last.end],
        match.start,
        match.end,
        citation.source.id,
        source_title(citation.source.record.title, gettext),
        citation.source.language,
        direction(citation.source.language),
        addresses.sentence(citation.source.id, first),
        citation.quote.translation or "",
        language,
        gettext(_TRANSLATORS[translator]) if translator else "",
        citation.source.record.reliability.value if citation.source.record.reliability else "",
        f"{credibility.value} — {gettext(credibility.meaning)}" if credibility else "",
        at_publisher,
        archived,
        speaker_from_context,
        chain,
    )


_ = str  # marks a message for the catalogue; it is translated where it is used

_TRANSLATORS = {
    Translator.DESK: _("the desk’s translation"),
    Translator.MACHINE: _("machine translation, not reviewed"),
    Translator.PUBLISHER: _("the publisher’s translation"),
}


def on_the_web(citation: Citation, text: str) -> tuple[str, str]:
    """Where a reader finds the words outside this site: at their publisher, and in an archived copy."""
    assert citation.match
    assert citation.source
    start, end, record = citation.match.start, citation.match.end, citation.source.record
    if not any(url and url != UNKNOWN for url in (record.url, record.archived)):
        return "", ""
    is_once = _squeezed(text).count(_squeezed(text[start:end])) == 1
    # Browsers go to the first place that fits; words that stand there twice need those around them.
    before = "" if is_once else text[:start].rpartition("\n\n")[2][-_AROUND:]
    after = "" if is_once else text[end:].partition("\n\n")[0][:_AROUND]

    def to(url: str | None) -> str:
        return text_fragment(url, text[start:end], before, after) if url and url != UNKNOWN else ""

    return to(record.url), to(record.archived)


@lru_cache(maxsize=256)
def _squeezed(text: str) -> str:
    """A text as browsers compare it: case and the kind and number of spaces do not count."""
    return " ".join(text.casefold().split())


def source_title(title: str | None, gettext: Gettext) -> str:
    """A source's title; the words for a missing one where it has none."""
    return title if title and title != "unknown" else gettext("Untitled article")
