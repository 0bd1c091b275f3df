"""The page for paper as a document of its own: the same HTML as in the site, ready for what makes PDF of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from urllib.parse import urljoin

from briefsmith.pages.plan import briefing_page
from briefsmith.pages.rendering import Environments, RenderedPage, render
from briefsmith.pages.views.briefing_view import BriefingView
from briefsmith.pages.views.site_view import SiteView
from briefsmith.pages.ways import Ways

_LINK = re.compile(r' href="([^"]*)"')
_PROPERTY = re.compile(r"(--[\w-]+):\s*([^;{}]+)")
_USE = re.compile(r"var\((--[\w-]+)(?:,\s*([^()]*))?\)")
_DRAWN = re.compile(r"(?:^|(?<=\}))\s*(\.bs-svg-[\w-]+)\s*\{([^}]*)\}", re.MULTILINE)
_DRAWING = re.compile(r"<svg\b[^>]*>")
_DARK = re.compile(r"@media \(prefers-color-scheme: dark\) \{.*?\n\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class PaperDocument:
    """An HTML document and where its relative links begin; empty where nobody knows that."""

    html: str
    base: str
    styles: tuple[str, ...]
    """Its style sheets."""


def paper_document(
    site: SiteView, view: BriefingView, environments: Environments, day: str, styles: tuple[str, ...]
) -> PaperDocument:
    """The print edition of a briefing, in the style sheets of the site; `day` (ISO) is when it says that it was made.

    A link to a statement leads to its place in the document, any other to the site; without `site_url` there are none.
    """
    page = briefing_page(site, view, "print")
    settings = site.dossier.corpus.settings
    base = urljoin(settings.site_url, page.url) if settings.site_url else ""
    authors = view.briefing.sheet.drafted_by or (settings.site_name,)
    content = _with_own_links(render(Ways(page, site), environments), view, page.url, bool(base))
    head = [
        f"<title>{escape(view.title)}</title>",
        *(f'<meta name="author" content="{escape(author)}">' for author in authors),
        f'<meta name="description" content="{escape(" ".join(view.bottom_line.striptags().split()))}">',
        '<meta name="generator" content="Briefsmith">',
        *(f'<meta name="dcterms.{name}" content="{day}">' for name in ("created", "modified") if day),
    ]
    style = f"<style>{drawing_style(styles)}</style>"
    drawn = _DRAWING.sub(lambda drawing: drawing[0] + style, content)
    html = (
        f'<!doctype html><html lang="{escape(view.language)}" dir="{view.direction}"><head><meta charset="utf-8">'
        f'{"".join(head)}</head><body><main data-page="print">{drawn}</main></body></html>'
    )
    return PaperDocument(html, base, styles)


def drawing_style(styles: tuple[str, ...]) -> str:
    """The rules for drawings with their variables resolved, as they are on paper.

    What makes PDF takes a drawing's style from the drawing alone, and knows no variables there.
    """
    text = "\n".join(_DARK.sub("", style) for style in styles)
    values = {name: value.strip() for name, value in _PROPERTY.findall(text)}
    return "".join(f"{selector}{{{resolved(rules, values)}}}" for selector, rules in _DRAWN.findall(text))


def resolved(rules: str, values: Mapping[str, str]) -> str:
    """CSS with every `var(…)` replaced by its value, or by what it says to use where there is none."""
    while use := _USE.search(rules):
        rules = rules[: use.start()] + values.get(use[1], use[2] or "") + rules[use.end() :]
    return rules


def _with_own_links(rendered: RenderedPage, view: BriefingView, here: str, has_site: bool) -> str:
    root = "../" * here.count("/")
    places = {
        escape(root + fact.url): f"#fact:{fact.id}"
        for fact in view.facts.all.values()
        if f"fact:{fact.id}" in rendered.ids
    }

    def link(found: re.Match[str]) -> str:
        target = places.get(found[1], found[1])
        leads = has_site or target.startswith(("#", "http://", "https://", "mailto:"))
        return f' href="{target}"' if leads else ""

    return _LINK.sub(link, rendered.html)
