"""Whether a text names somebody or some place, leniently: inflected forms count, and a pronoun stands for a speaker."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache

from briefsmith.evidence.chains import parties_of, said_in
from briefsmith.evidence.negation import primary
from briefsmith.evidence.tracing import Citation
from briefsmith.model.objects import Actor
from briefsmith.reading.corpus import Briefing
from briefsmith.text.normal import folded_form

_PRONOUNS = {
    "en": "i we he she they his her their him them my our",
    "fr": "je j['’] nous il elle ils elles on lui son sa ses leur leurs notre",
    "de": "ich wir er sie ihm ihr ihn sein seine seinen seiner seinem ihre ihren ihrer unser",
    "es": "yo nosotros él ella ellos ellas su sus nuestro nuestra",
    "ru": "я мы он она они его её ее их ему ей нам наш\\w* сво\\w+",
    "uk": "я ми він вона вони його її їх йому їй нам наш\\w* сво\\w+",
    "ar": "هو هي هم نحن أنا أنه إنه أنها إنها أنهم إنهم وأنه وأنها قوله قولها",
}
_WORD = re.compile(r"[^\W_]+")
_ENDING = 2
_LEAST_STEM = 3
_TELLING = 5


def is_from_context(citation: Citation, briefing: Briefing) -> bool:
    """Whether a quote has a speaker whom its own sentences do not name: he is known from the text around them."""
    fact = citation.fact
    by = said_in(fact.statement, citation.quote).by if fact and fact.statement else None
    if fact is None or by is None or by == "outlet":
        return False
    return not names_speaker(citation, fact.holders if by == "self" else (by, *fact.holders), briefing)


def names_speaker(citation: Citation, speakers: Iterable[str], briefing: Briefing) -> bool:
    """Whether the sentences of a quote name one of the speakers, his office or his side, or have a pronoun.

    Where it cannot be told, because the names are written in another script, the answer is yes.
    """
    text = sentences_of(citation)
    language = citation.source.language if citation.source else "en"
    known = [
        briefing.actors[name]
        for speaker in speakers
        for name in parties_of(speaker, briefing)
        if name in briefing.actors
    ]
    names = [name for actor in known for name in _names_of(actor)]
    readable = [name for name in names if script_of(name) == script_of(text)]
    if not readable or any(_is_partly_named(name, text) for name in readable):
        return True
    return primary(language) in _PRONOUNS and bool(_pronouns(primary(language)).search(text))


@lru_cache(maxsize=65536)
def is_named(name: str, text: str) -> bool:
    """Whether all words of a name stand in a text, whatever their endings."""
    words = [_plain(word) for word in _WORD.findall(text)]
    return all(any(_is_form(_plain(wanted), word) for word in words) for wanted in _WORD.findall(name))


def sentences_of(citation: Citation) -> str:
    """The text of the sentences that a quote touches."""
    assert citation.source
    assert citation.source.article
    text = citation.source.article.file.text
    return text[citation.sentences[0].start : citation.sentences[-1].end] if citation.sentences else ""


@lru_cache(maxsize=65536)
def script_of(text: str) -> str:
    """The script of most letters of a text, by its Unicode name."""
    scripts = [unicodedata.name(letter, "").split(" ")[0] for letter in text if letter.isalpha()]
    return max(set(scripts), key=scripts.count) if scripts else ""


def _is_partly_named(name: str, text: str) -> bool:
    """Whether a text has a long word of a name, as "the ministry" has of "Ministry of Water"."""
    return is_named(name, text) or any(is_named(word, text) for word in _WORD.findall(name) if len(word) >= _TELLING)


def _names_of(actor: Actor) -> list[str]:
    last = [actor.name.split()[-1]] if len(actor.name.split()) > 1 else []
    roles = [post.role for post in actor.all_posts]
    translated = [name for full in actor.names.values() for name in (full, full.split()[-1])]
    return [actor.name, *last, *actor.other_names, *translated, *roles]


def _is_form(wanted: str, word: str) -> bool:
    stem = wanted[: max(_LEAST_STEM, len(wanted) - _ENDING)]
    return word == wanted or (len(wanted) > _LEAST_STEM and stem in word)


@lru_cache(maxsize=65536)
def _plain(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", folded_form(word).casefold())
    return "".join(letter for letter in decomposed if unicodedata.category(letter) != "Mn")


@cache
def _pronouns(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(_PRONOUNS[language].split())})(?!\w)", re.IGNORECASE)
