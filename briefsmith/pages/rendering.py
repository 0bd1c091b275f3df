"""From a planned page to its HTML, through the site's templates; those that it lacks come from the package."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from briefsmith.pages.figure_drawing import draw_figure
from briefsmith.pages.labels import ADVICE, CONFIDENCES, LIKELIHOODS, SECTIONS, Gettext
from briefsmith.pages.plan import PlannedPage
from briefsmith.pages.site_view import SiteView

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


def make_environment(templates: Path, gettext: Gettext) -> Environment:
    """The environment of the page templates: everything is escaped, an unknown name is an error."""
    environment = Environment(
        loader=ChoiceLoader([FileSystemLoader(templates), FileSystemLoader(packaged_templates())]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_gettext_callables(gettext, _plural(gettext), newstyle=True)  # type: ignore[attr-defined]  # the extension adds it
    # `_()` in templates formats its message with `%`; words that Python marked for translation may hold a bare one.
    environment.filters["said"] = gettext
    environment.globals.update(
        likelihoods=LIKELIHOODS,
        confidences=CONFIDENCES,
        advice_labels=ADVICE,
        sections=SECTIONS,
        draw_figure=draw_figure,
    )
    return environment


def render(page: PlannedPage, site: SiteView, environment: Environment, lead: Markup | None = None) -> RenderedPage:
    """Render one page. `lead` is hand-written HTML that stands above the list on the home page."""
    root = "../" * page.url.count("/")
    context: dict[str, Any] = {
        "page": page,
        "site": site,
        "addresses": site.addresses,
        "briefing": page.briefing,
        "source": page.source,
        "lead": lead or Markup(""),
        "to": lambda url: _to(url, page.url, root),
        "rooted": lambda html: Markup(str(html).replace('href="@/', f'href="{root}')),
    }
    html = environment.get_template(page.template).render(context)
    headings = tuple(
        Heading(int(level), unescape(name), unescape(_TAG.sub("", title)).strip())
        for level, name, title in _HEADING.findall(html)
    )
    return RenderedPage(html, headings, frozenset(_ID.findall(html)))


def _to(url: str, here: str, root: str) -> str:
    """The way from this page to an address of the site; to a place on this page it is the fragment alone."""
    path, hash_, fragment = url.partition("#")
    if path == here and hash_:
        return f"#{fragment}"
    return root + url or "./"


def _plural(gettext: Gettext) -> Callable[[str, str, int], str]:
    return lambda one, many, count: gettext(one if count == 1 else many)
