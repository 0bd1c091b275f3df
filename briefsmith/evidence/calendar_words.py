"""Months, weekdays and days relative to an article's own, by language, as alternatives of regular expressions."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from briefsmith.evidence.negation import primary

_MONTHS = {
    "en": "jan(?:uary)? feb(?:ruary)? mar(?:ch)? apr(?:il)? may june? july? aug(?:ust)? sept?(?:ember)? oct(?:ober)? "
    "nov(?:ember)? dec(?:ember)?",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "januar|jänner februar|feber märz april mai juni juli august september oktober november dezember",
    "es": "enero febrero marzo abril mayo junio julio agosto sep?tiembre octubre noviembre diciembre",
    "ru": "январ\\w+ феврал\\w+ март\\w* апрел\\w+ ма[йяею] июн\\w+ июл\\w+ август\\w* сентябр\\w+ октябр\\w+ "
    "ноябр\\w+ декабр\\w+",
    "uk": "січ\\w+ лют\\w+ берез\\w+ квіт\\w+ трав\\w+ черв\\w+ лип\\w+ серп\\w+ верес\\w+ жовт\\w+ "
    "листопад\\w* груд\\w+",
    "ar": "يناير|كانون.الثاني فبراير|شباط مارس|آذار أبريل|إبريل|نيسان مايو|أيار يونيو|حزيران يوليو|تموز أغسطس|آب "
    "سبتمبر|أيلول أكتوبر|تشرين.الأول نوفمبر|تشرين.الثاني ديسمبر|كانون.الأول",
}
_WEEKDAYS = {
    "en": "monday tuesday wednesday thursday friday saturday sunday",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "de": "montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "ru": "понедельник\\w* вторник\\w* сред[ауеы] четверг\\w* пятниц\\w+ суббот\\w+ воскресень\\w+",
    "uk": "понеділ\\w+ вівтор\\w+ серед[ауиі] четвер\\w* п['’]ятниц\\w+ субот\\w+ неділ\\w+",
    "ar": "ال[إا]ثنين الثلاثاء الأ?ربعاء الخميس الجمعة السبت الأحد",
}
_DISTANCES = {  # A row comes before another whose words begin it.
    "en": {
        "(?:the )?day before yesterday": -2,
        "yesterday": -1,
        "today": 0,
        "(?:the )?day after tomorrow": 2,
        "tomorrow": 1,
    },
    "fr": {"avant-hier": -2, "hier": -1, "aujourd['’]hui": 0, "après-demain": 2, "demain": 1},
    "de": {"vorgestern": -2, "gestern": -1, "heute": 0, "übermorgen": 2, "(?-i:morgen)": 1},
    "es": {"anteayer|antes de ayer|antier": -2, "ayer": -1, "hoy": 0, "pasado mañana": 2},
    "ru": {"позавчера": -2, "вчера": -1, "сегодня": 0, "послезавтра": 2, "завтра": 1},
    "uk": {"позавчора": -2, "вчора|учора": -1, "сьогодні": 0, "післязавтра|позавтра": 2, "завтра": 1},
    "ar": {"أول (?:من )?أمس|أمس الأول": -2, "أمس": -1, "اليوم": 0, "بعد غد": 2, "غدا|غداً": 1},
    "zh": {"前天|前日": -2, "昨天|昨日": -1, "今天|今日": 0, "后天|後天": 2, "明天|明日": 1},
}
_UNSPACED = frozenset({"zh"})
_BEFORE_MONTH = re.compile(
    r"(?<!\w)(?:\d{1,2}(?:st|nd|rd|th|er|[.-])?|in|of|by|since|until|till|before|after|from|late|early|mid|im|ab|seit|bis|"
    r"anfang|mitte|ende|en|fin|depuis|avant|après|desde|hasta|в|у|с|з|до|к|після|после|في|حتى|منذ)[\s-]+(?:de\s|d['’])?$",
    re.IGNORECASE,
)
_YEAR = re.compile(r",?\s+(?:de\s)?\d{4}(?!\d)")


_SENTENCES = 16384
"""How many sentences are remembered: whoever edits a large sheet changes one and has all of them checked."""


def knows_calendar(language: str) -> bool:
    """Whether the months and weekdays of a language are known."""
    return primary(language) in _MONTHS


@lru_cache(maxsize=_SENTENCES)
def months_in(text: str) -> frozenset[int]:
    """The months, 1 to 12, that a text names in any of the known languages."""
    return frozenset(
        number
        for language in _MONTHS
        for number, pattern in enumerate(_patterns(language, "months"), 1)
        if pattern.search(text)
    )


@lru_cache(maxsize=_SENTENCES)
def months_meant(sentence: str, language: str) -> tuple[tuple[int, str], ...]:
    """The months that a sentence names as times, 1 to 12, each with the word for it: `by June`, `12 May`, not `may`."""
    return tuple(
        (number, found[0])
        for number, pattern in enumerate(_patterns(primary(language), "months"), 1)
        for found in pattern.finditer(sentence)
        if _BEFORE_MONTH.search(sentence, 0, found.start()) or _YEAR.match(sentence, found.end())
    )


@lru_cache(maxsize=_SENTENCES)
def weekdays_in(text: str, language: str) -> frozenset[int]:
    """The weekdays, 0 for Monday to 6, that a text names."""
    return frozenset(
        number for number, pattern in enumerate(_patterns(primary(language), "weekdays")) if pattern.search(text)
    )


def distances_in(text: str, language: str) -> frozenset[int]:
    """How many days from the article's own a text names: -1 for *yesterday*, -2 for *the day before yesterday*."""
    return frozenset(days for _, days in distance_words_in(text, language))


def distance_words_in(text: str, language: str) -> tuple[tuple[str, int], ...]:
    """The words that count days from the article's own, in order, each with how many; none inside a longer one."""
    days = tuple(calendar_distances(language).values())
    found = _distance_words(primary(language)).finditer(text)
    return tuple((match[0], days[match.lastindex - 1]) for match in found if match.lastindex)


def calendar_patterns(language: str, kind: str) -> tuple[str, ...]:
    """The alternatives for each of the `months` or `weekdays` of a language, in order; none where it is not known."""
    table = _MONTHS if kind == "months" else _WEEKDAYS
    return tuple(table.get(primary(language), "").split())


def calendar_distances(language: str) -> dict[str, int]:
    """The alternatives for days relative to an article's own, with their distance from it."""
    return _DISTANCES.get(primary(language), {})


@cache
def _patterns(language: str, kind: str) -> tuple[re.Pattern[str], ...]:
    return tuple(map(_whole, calendar_patterns(language, kind)))


@cache
def _distance_words(language: str) -> re.Pattern[str]:
    """One group for each row of a language, in order; one pattern, so that a word inside a longer one is not found."""
    rows = "|".join(f"({words})" for words in calendar_distances(language)) or "(?!)"
    return re.compile(rows) if language in _UNSPACED else _whole(rows)


@cache
def _whole(alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)[وبلف]?(?:{alternatives})(?!\w)", re.IGNORECASE)
