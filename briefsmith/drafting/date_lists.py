"""How an article writes its dates, a language each: what the calendar words of the evidence room stand in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DateLists:
    """Alternatives of regular expressions, whole words, without regard to case."""

    before: str
    """May stand before a date and belong to its words: *on*, *early on*."""
    last: str
    """Make the weekday, week, month or year after them the one before the article's."""
    coming: str
    """Make it the one after."""
    week: str
    month: str
    year: str


LISTS: dict[str, DateLists] = {
    "en": DateLists("on|in|since|by|until|from|before|after|early on|late on", "last|past", "next|coming",
                    "week", "month", "year"),
    "de": DateLists("am|im|seit|bis|vom|vor dem|nach dem|bis zum",
                    r"letzte[rnsm]?|vergangene[rnsm]?|vorige[rnsm]?", r"nächste[rnsm]?|kommende[rnsm]?",
                    "woche", "monats?", "jahr(?:es)?"),
    "ru": DateLists("в|во|с|со|до|к|на|после|от", r"прошл\w+|минувш\w+", r"следующ\w+|будущ\w+",
                    r"недел\w+", r"месяц\w*", r"год[уае]?"),
    "uk": DateLists("у|в|з|із|до|на|після|від", r"минул\w+|торік", r"наступн\w+|майбутн\w+",
                    r"тижн\w+|тиждень", r"місяц\w+", r"рок[уи]|рік"),
}  # fmt: skip
