"""Attribution chains in words: a claim about who said what, through whom."""

from __future__ import annotations

from collections.abc import Callable

from briefsmith.evidence.chains import Chain, Link, LinkKind
from briefsmith.pages.cldr import listed
from briefsmith.pages.words import Words


def chain_words(chain: Chain, name: Callable[[str], str], date: str, gettext: Words) -> str:
    """A chain as one phrase, such as `Lavrov, via RIA Novosti (a party’s own agency), reported by Reuters, in …`.

    `date` is the source's, in words; it ends the phrase.
    """
    speakers = [link for link in chain if link.kind is LinkKind.SPEAKER]
    rest = [link for link in chain if link.kind is not LinkKind.SPEAKER]
    said = [listed((name(link.actor) for link in speakers), gettext.language)] if speakers else []
    words = gettext(", ").join([*said, *(_words(link, name, gettext) for link in rest), *([date] if date else [])])
    return words[:1].upper() + words[1:]


def _words(link: Link, name: Callable[[str], str], gettext: Words) -> str:
    who = name(link.actor) if link.actor else link.words
    if link.own_agency:
        who = gettext("{name} (a party’s own agency)").format(name=who)
    if link.kind is LinkKind.PUBLISHER and not who:
        return gettext("in an unnamed outlet")
    if link.kind is LinkKind.UNNAMED and not who:
        return gettext("people the source does not name")
    patterns = {
        LinkKind.UNNAMED: gettext("people the source does not name: “{name}”"),
        LinkKind.OUTLET: gettext("the report’s own account"),
        LinkKind.NOT_RECORDED: gettext("speaker not recorded"),
        LinkKind.VIA: gettext("via {name}"),
        LinkKind.REPORTER: gettext("reported by {name}"),
        LinkKind.PUBLISHER: gettext("in {name}"),
    }
    return patterns[link.kind].format(name=who)
