"""What the desk's own words refer to: links in prose, and what judgements and questions are about."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from briefsmith.model.fact import Fact
from briefsmith.model.fields import Ref, Target
from briefsmith.pages.views.facts import FactViews
from briefsmith.pages.views.quotes import source_title
from briefsmith.text.prose import prose_html, sentences_alone

_ANY = Ref(tuple(Target))


@dataclass(frozen=True, slots=True)
class About:
    """Something that a question or a judgement refers to."""

    label: str
    url: str
    language: str = ""
    """Of the label, where it is another one than the page's."""


def prose(text: str | None, views: FactViews) -> Markup:
    """A Markdown field as HTML; every link in it leads to a fact's canonical place, `@/` standing for the root."""
    return _prose(text, views, "")


def message(text: str | None, views: FactViews) -> Markup:
    """The same for the briefing's own message, where a sentence that refers to no fact is shown as a judgement."""
    mark = Markup(' <small class="bs-judged bs-meta">({})</small>').format(views.gettext("the desk’s own judgement"))
    return _prose(text, views, mark)


def abouts(references: tuple[str, ...], views: FactViews) -> list[About]:
    """What references lead to, with a label and an address each."""
    found = [views.dossier.corpus.candidates(views.briefing, name, _ANY) for name in references]
    links = [_about(each[0].target, each[0].id, each[0].object, views) for each in found if each]
    return [link for link in links if link]


def _prose(text: str | None, views: FactViews, mark: str) -> Markup:
    def url(target: str) -> str | None:
        if target.startswith(("http://", "https://", "mailto:")):
            return target
        found = abouts((target,), views)
        return "@/" + found[0].url if found else None

    if not text:
        return Markup("")
    alone = sentences_alone(text, views.briefing.sheet.language) if mark else []
    # The only HTML in the product that is not made by a template: prose_html escapes what the editor typed.
    return Markup(prose_html(text, url, tuple(start + len(text[start:end].rstrip()) for start, end in alone), mark))


def _about(target: Target, name: str, thing: object, views: FactViews) -> About | None:
    briefing, addresses = views.briefing, views.addresses
    if isinstance(thing, Fact):
        link = views.link(thing) if _is_shown(thing, views) else None
        return About(link.sentence, link.url, link.language) if link else None
    if target is Target.ACTOR:
        return About(views.name(name), addresses.actor(briefing.id, name))
    if target is Target.TERM:
        return About(briefing.terms[name].term, addresses.term(briefing, name))
    if target is Target.SOURCE:
        title = source_title(views.dossier.corpus.sources[name].record.title, views.gettext)
        return About(title, addresses.source(name))
    return About(briefing.issues[name].title, f"{addresses.briefing(briefing.id, 'positions')}#issue:{name}")


def _is_shown(fact: Fact, views: FactViews) -> bool:
    there = views.dossier.corpus.briefings.get(fact.briefing)
    return there is not None and (there.by_id.get(fact.id) is fact or fact in there.term_facts.values())
