"""Where things stand in the site: the source URI of every page and the canonical address of every fact.

Addresses are relative to the root of the site; a page puts its own way to the root before them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from briefsmith.analysis.places import PAGES
from briefsmith.model.fact import Fact
from briefsmith.reading.corpus import Briefing, Corpus
from briefsmith.text.sentences import Sentence

SIZE = 100
"""Entries that a page of an index has at most."""


@dataclass(frozen=True)
class Addresses:
    """The addresses of one site."""

    corpus: Corpus
    directory_urls: bool = True
    """MkDocs' `use_directory_urls`."""

    def source_uri(self, *parts: str) -> str:
        """The source URI that MkDocs would know a page by, such as `briefings/x/timeline.md`."""
        return _source_uri(self.corpus.settings.url_prefix, parts)

    def url(self, source_uri: str) -> str:
        """The address of a page."""
        return _url(source_uri, self.directory_urls)

    def page(self, *parts: str) -> str:
        """The address of one of our pages by the parts of its URI."""
        return self.url(self.source_uri(*parts))

    def home(self) -> str:
        """The home page's."""
        return self.page("index")

    def briefing(self, briefing: str, page: str = "index") -> str:
        """A page of a briefing; where a site has only the core pages, the overview holds them all."""
        return self.page("briefings", briefing, "index" if self.is_core else page)

    def fact(self, fact: Fact) -> str:
        """The canonical place of a fact."""
        return f"{self.briefing(fact.briefing, PAGES[fact.kind])}#{fact.id}"

    def actor(self, briefing: str, actor: str) -> str:
        """An actor's place in a briefing."""
        return f"{self.briefing(briefing, 'actors')}#actor:{actor}"

    def issue(self, briefing: str, issue: str) -> str:
        """An issue's place in a briefing."""
        return f"{self.briefing(briefing, 'positions')}#issue:{issue}"

    def term(self, briefing: Briefing, term: str) -> str:
        """A term's place: in the briefing where its sheet declares it, else in the glossary of the site."""
        if fact := briefing.term_facts.get(term):
            return self.fact(fact)
        return self.shared_term(term)

    def shared_term(self, term: str) -> str:
        """The place of a term of the registry, on its part of the glossary of the site."""
        number = self._glossary_parts.get(term, 1)
        page = self.page("glossary") if number == 1 else self.page("glossary", "page", str(number))
        return f"{page}#term:{term}"

    def actor_across(self, actor: str) -> str:
        """The page of an actor of the registry."""
        return self.page("actors", actor)

    def issue_across(self, issue: str) -> str:
        """The page of an issue of the registry."""
        return self.page("issues", issue)

    def source(self, source: str) -> str:
        """The page of a source."""
        return self.page("sources", source)

    def sentence(self, source: str, sentence: Sentence) -> str:
        """A sentence on the page of its source."""
        return f"{self.source(source)}#{sentence.anchor}"

    @property
    def is_core(self) -> bool:
        """Whether the site has only its core pages."""
        return self.corpus.settings.pages == "core"

    @cached_property
    def _glossary_parts(self) -> dict[str, int]:
        """On which part of the glossary each term of the registry stands."""
        rows = [(term.term.casefold(), name) for name, term in self.corpus.registry.terms.items()]
        for briefing in self.corpus.briefings.values():
            rows += [(briefing.sheet.terms[name].term.casefold(), "") for name in briefing.term_facts]
        # Where words are the same, those of the registry stand first, as in the glossary.
        rows.sort(key=lambda row: (row[0], not row[1]))
        return {name: number // SIZE + 1 for number, (_, name) in enumerate(rows) if name}


# A page of a large site asks for thousands of addresses, most of them again and again.
@lru_cache(maxsize=65536)
def _source_uri(prefix: str, parts: tuple[str, ...]) -> str:
    return "/".join([*([prefix.strip("/")] if prefix.strip("/") else []), *parts]) + ".md"


@lru_cache(maxsize=65536)
def _url(source_uri: str, directory_urls: bool) -> str:
    path = source_uri.removesuffix(".md")
    if not directory_urls:
        return path + ".html"
    return path.removesuffix("index") if path == "index" or path.endswith("/index") else path + "/"
