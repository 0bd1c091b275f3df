"""Citations of this site's pages and facts, and the files that hold those of a briefing."""

from __future__ import annotations

import json

from briefsmith.model.fact import Fact
from briefsmith.pages.citing.citation import Citation
from briefsmith.pages.plan import PlannedPage
from briefsmith.pages.views.briefing_view import BriefingView
from briefsmith.pages.views.fact_view import own_words
from briefsmith.pages.views.site_view import SiteView

FORMATS = ("bib", "ris", "json")


def cite_fact(fact: Fact, site: SiteView) -> Citation:
    """How to cite a fact at its canonical place."""
    sheet = site.dossier.corpus.briefings[fact.briefing].sheet
    url = site.canonical(site.addresses.fact(fact))
    name = site.dossier.corpus.settings.site_name
    return Citation(f"{fact.briefing}:{fact.id}", own_words(fact), sheet.title, name, sheet.date, sheet.language, url)


def cite_page(page: PlannedPage, site: SiteView) -> Citation:
    """How to cite a page: one of a briefing with the briefing's date, any other with the site's."""
    url, name = site.canonical(page.url), site.dossier.corpus.settings.site_name
    key = page.source_uri.removesuffix(".md").removesuffix("/index").replace("/", ":")
    if page.briefing:
        container = page.briefing.title if page.url != page.briefing.url else ""
        return Citation(key, page.title, container, name, page.briefing.briefing.sheet.date, page.language, url)
    return Citation(key, page.title, "", name, site.date_of_day, page.language, url)


def citation_files(site: SiteView) -> dict[str, str]:
    """The citations of each briefing and all its facts, by path and format: `data/cite/<briefing>.bib`."""
    files: dict[str, str] = {}
    for view in site.briefings:
        found = [_cite_briefing(view, site), *(cite_fact(fact, site) for fact in view.briefing.facts)]
        texts = (
            "\n\n".join(each.bibtex for each in found) + "\n",
            "\n\n".join(each.ris for each in found).replace("\n", "\r\n") + "\r\n",
            json.dumps([each.csl for each in found], ensure_ascii=False, indent=1) + "\n",
        )
        files |= {cite_file(view.id, kind): text for kind, text in zip(FORMATS, texts, strict=True)}
    return files


def cite_file(briefing: str, kind: str) -> str:
    """The path of a briefing's citations in one of the formats."""
    return f"data/cite/{briefing}.{kind}"


def _cite_briefing(view: BriefingView, site: SiteView) -> Citation:
    name, sheet = site.dossier.corpus.settings.site_name, view.briefing.sheet
    return Citation(f"briefings:{view.id}", sheet.title, "", name, sheet.date, sheet.language, site.canonical(view.url))
