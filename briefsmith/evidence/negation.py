"""Words that turn or weaken a sentence, by language: what must not lie between two quotes of one sentence."""

from __future__ import annotations

import re
from functools import cache

_NEGATIONS = {
    "en": "not no never neither nor none nobody nothing without cannot unless hardly barely refused denied",
    "fr": "ne pas jamais aucun aucune ni personne rien sans sauf guère nullement",
    "de": "nicht kein keine keinen keiner keinem keines nie niemals weder noch ohne nichts niemand kaum",
    "es": "no nunca jamás ningún ninguno ninguna ni nadie nada sin tampoco salvo apenas",
    "ru": "не нет ни никогда без никто ничто ничего никакой никаких нельзя вряд",
    "uk": "не ні немає ніколи без ніхто ніщо нічого жоден жодна жодного навряд",
    "ar": "لا لن لم ليس ليست غير دون بدون ما لما ولا ولم ولن",
}
_HEDGES = {
    "en": "if whether may might could would should reportedly allegedly supposedly possibly perhaps probably "
    "apparently",
    "fr": "peut pourrait pourraient aurait auraient serait seraient peut-être probablement apparemment si selon",
    "de": "könnte könnten dürfte dürften möglicherweise vielleicht wohl angeblich mutmaßlich falls wenn soll sollen",
    "es": "podría podrían puede quizás quizá tal vez probablemente supuestamente presuntamente si sería",
    "ru": "может мог могли бы возможно вероятно якобы предположительно если",
    "uk": "може міг могли б би можливо ймовірно нібито якщо",
    "ar": "قد ربما يمكن لعل إذا لو يُزعم",
}
KNOWN_LANGUAGES = frozenset(_NEGATIONS)


def turning_words(passage: str, language: str) -> list[str]:
    """The negations and hedges in a passage, in its order; nothing in a language without a list."""
    pattern = _pattern(language.split("-", maxsplit=1)[0].lower())
    return [match[0] for match in pattern.finditer(passage)] if pattern else []


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    if language not in KNOWN_LANGUAGES:
        return None
    words = f"{_NEGATIONS[language]} {_HEDGES[language]}".split()
    stems = sorted(words, key=len, reverse=True)
    parts = [rf"(?<!\w)(?:{'|'.join(map(re.escape, stems))})(?!\w)"]
    if language == "en":
        parts.append(r"n['’]t(?!\w)")
    if language == "fr":
        parts.append(r"(?<!\w)n['’]")
    return re.compile("|".join(parts), re.IGNORECASE)
