"""From a planned page to its HTML, through the site's templates; those that it lacks come from the package."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from html import unescape
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from briefsmith.pages.drawings.figure import draw_figure
from briefsmith.pages.language.cldr import language_name, listed, number
from briefsmith.pages.language.foreign import capitalised, ended, with_spans
from briefsmith.pages.language.labels import (
    ADVICE,
    CLAIM_FORMS,
    CONFIDENCES,
    FACT_KINDS,
    KINDS,
    LIKELIHOODS,
    MOVES,
    SECTIONS,
    STANCES,
)
from briefsmith.pages.language.quantities import quantity_words
from briefsmith.pages.language.words import Words
from briefsmith.pages.ways import Ways
from briefsmith.values.tags import direction

_FILTERS: dict[str, Callable[..., str]] = {
    "listed": listed,
    "number": number,
    "language_name": language_name,
}
_HEADING = re.compile(r'<h([23])\b[^>]*?\bid="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
_ID = re.compile(r'\sid="([^"]+)"')
_TAG = re.compile(r"<small\b.*?</small>|<[^>]+>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with an anchor, for a table of contents. `level` is 2 or 3."""

    level: int
    id: str
    title: str


@dataclass(frozen=True, slots=True)
class RenderedPage:
    """The content of a page, without the theme around it."""

    html: str
    headings: tuple[Heading, ...]
    ids: frozenset[str]


def packaged_templates() -> Path:
    """The package's own templates: in a wheel inside it, in a checkout at the top of the repository."""
    package = Path(__file__).parent.parent
    inside = package / "templates"
    return inside if inside.is_dir() else package.parent / "templates"


@dataclass(frozen=True)
class Environments:
    """An environment of the page templates for each language of the site's pages."""

    templates: Path
    _made: dict[str, Environment] = field(default_factory=dict)

    def of(self, language: str, words: Words) -> Environment:
        """The environment for pages in `language`, whose interface is `words`."""
        if language not in self._made:
            self._made[language] = make_environment(self.templates, words, language)
        return self._made[language]


def make_environment(templates: Path, words: Words, language: str) -> Environment:
    """The environment of the page templates: everything is escaped, an unknown name is an error.

    Where the pages' language is not that of `words`, the labels are marked as theirs.
    """
    environment = Environment(
        loader=ChoiceLoader([FileSystemLoader(templates), FileSystemLoader(packaged_templates())]),
        autoescape=True,
        # One state of the templates from the first page to the last; a preview begins anew when one of them changes.
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    gettext, ngettext = _callables(words, language)
    environment.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]  # the extension adds it
    # `_()` in templates formats its message with `%`; words that Python marked for translation may hold a bare one.
    environment.filters["said"] = gettext
    environment.filters |= {name: partial(filter_, language=language) for name, filter_ in _FILTERS.items()}
    environment.filters |= {"capitalised": capitalised, "ended": ended}
    environment.filters["quantity"] = partial(quantity_words, language=language, words=words)
    environment.globals.update(
        likelihoods=LIKELIHOODS,
        confidences=CONFIDENCES,
        advice_labels=ADVICE,
        moves=MOVES,
        claim_forms=CLAIM_FORMS,
        fact_kinds=FACT_KINDS,
        position_kinds=KINDS,
        stances=STANCES,
        sections=SECTIONS,
        draw_figure=draw_figure,
        direction=direction,
    )
    return environment


def render(ways: Ways, environments: Environments, lead: Markup | None = None) -> RenderedPage:
    """Render one page. `lead` is hand-written HTML that stands above the list on the home page."""
    page, site = ways.page, ways.site
    root = "../" * page.url.count("/")
    context: dict[str, Any] = {
        "page": page,
        "site": site,
        "addresses": site.addresses,
        "briefing": page.briefing,
        "source": page.source,
        "lead": lead or Markup(""),
        "to": ways,
        "rooted": lambda html: Markup(str(html).replace('href="@/', f'href="{root}')),
    }
    words = site.words(page.language)
    template = environments.of(page.language, words).get_template(page.template)
    html = with_spans(template.render(context), words.language)
    headings = tuple(
        Heading(int(level), unescape(name), unescape(_TAG.sub("", title)).strip())
        for level, name, title in _HEADING.findall(html)
    )
    return RenderedPage(html, headings, frozenset(_ID.findall(html)))


def _callables(words: Words, language: str) -> tuple[Callable[[str], str], Callable[[str, str, int], str]]:
    """What translates the messages of templates; counts are written as the language writes numbers."""

    def plural(one: str, many: str, count: int) -> str:
        return words.plural(one, many, count).replace("%(num)s", number(count, language))

    return words, plural
