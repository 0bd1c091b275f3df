"""Where things stand in the site: the source URI of every page and the canonical address of every fact.

Addresses are relative to the root of the site; a page puts its own way to the root before them.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefsmith.analysis.places import PAGES
from briefsmith.model.fact import Fact
from briefsmith.reading.corpus import Briefing, Corpus
from briefsmith.text.sentences import Sentence


@dataclass(frozen=True)
class Addresses:
    """The addresses of one site."""

    corpus: Corpus
    directory_urls: bool = True
    """MkDocs' `use_directory_urls`."""

    def source_uri(self, *parts: str) -> str:
        """The source URI that MkDocs would know a page by, such as `briefings/x/timeline.md`."""
        prefix = self.corpus.settings.url_prefix.strip("/")
        return "/".join([*([prefix] if prefix else []), *parts]) + ".md"

    def url(self, source_uri: str) -> str:
        """The address of a page."""
        path = source_uri.removesuffix(".md")
        if not self.directory_urls:
            return path + ".html"
        return path.removesuffix("index") if path == "index" or path.endswith("/index") else path + "/"

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

    def term(self, briefing: Briefing, term: str) -> str:
        """A term's place: in the briefing where its sheet declares it, else in the glossary of the site."""
        if fact := briefing.term_facts.get(term):
            return self.fact(fact)
        return f"{self.page('glossary')}#term:{term}"

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
