"""Attribution chains in words: a claim about who said what, through whom."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup, escape

from briefsmith.evidence.chains import Chain, Link, LinkKind
from briefsmith.pages.language.cldr import listed
from briefsmith.pages.language.foreign import capitalised
from briefsmith.pages.language.words import Words


def chain_words(chain: Chain, name: Callable[[str], str], date: str, gettext: Words) -> Markup:
    """A chain as one phrase, such as `Lavrov, via RIA Novosti (a party’s own agency), reported by Reuters, in …`.

    `date` is the source's, in words; it ends the phrase. Names and the date are isolated (`<bdi>`): a name in another
    script would else reorder what stands beside it.
    """
    speakers = [link for link in chain if link.kind is LinkKind.SPEAKER]
    rest = [link for link in chain if link.kind is not LinkKind.SPEAKER]
    said = [_listed([name(link.actor) for link in speakers], gettext)] if speakers else []
    words = [*said, *(_words(link, name, gettext) for link in rest), *([isolated(date)] if date else [])]
    return escape(gettext(", ")).join([capitalised(words[0]), *words[1:]]) if words else Markup("")


def isolated(text: str) -> Markup:
    """Words whose direction is their own."""
    return Markup("<bdi>{}</bdi>").format(text)


def in_plain_text(words: Markup) -> str:
    """Such words where there is no HTML: isolated by the characters that Unicode (UAX #9) has for it."""
    first_strong, pop = "\u2068", "\u2069"
    return Markup(words.replace("<bdi>", first_strong).replace("</bdi>", pop)).striptags()


def _listed(names: list[str], gettext: Words) -> Markup:
    """Names as a list of the page's language, each isolated; a placeholder stands for each until it is joined."""
    pattern = escape(listed((f"{{{number}}}" for number in range(len(names))), gettext.language))
    return pattern.format(*map(isolated, names))


def _words(link: Link, name: Callable[[str], str], gettext: Words) -> Markup:
    called = name(link.actor) if link.actor else link.words
    if link.kind is LinkKind.PUBLISHER and not called:
        return escape(gettext("in an unnamed outlet"))
    if link.kind is LinkKind.UNNAMED and not called:
        return escape(gettext("people the source does not name"))
    who = isolated(called)
    if link.own_agency:
        who = escape(gettext("{name} (a party’s own agency)")).format(name=who)
    patterns = {
        LinkKind.UNNAMED: gettext("people the source does not name: “{name}”"),
        LinkKind.OUTLET: gettext("the report’s own account"),
        LinkKind.NOT_RECORDED: gettext("speaker not recorded"),
        LinkKind.VIA: gettext("via {name}"),
        LinkKind.REPORTER: gettext("reported by {name}"),
        LinkKind.PUBLISHER: gettext("in {name}"),
    }
    return escape(patterns[link.kind]).format(name=who)
