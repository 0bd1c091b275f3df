"""Number words by language, as alternatives of regular expressions for whole words, with what they are worth.

Units and tens add up, scales multiply what stands before them: *two hundred*, *3.2 million*. The
inflected languages are listed by stem.
"""

from __future__ import annotations

from decimal import Decimal


def _row(words: str) -> tuple[str, ...]:
    """Alternatives that are divided by spaces; `_` stands for a space within one."""
    return tuple(word.replace("_", " ") for word in words.split())


UNITS: dict[str, tuple[str, ...]] = {
    "en": _row(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty"
    ),
    "fr": _row(
        "zéro une? deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze "
        "seize dix-sept dix-huit dix-neuf vingt"
    ),
    "de": _row(
        "null ein(?:e[rnms]?|s)? zwei(?:er)? drei(?:er)? vier fünf sechs sieben acht neun zehn elf "
        "zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn zwanzig"
    ),
    "es": _row(
        "cero un[ao]? dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce "
        "quince dieciséis diecisiete dieciocho diecinueve veinte"
    ),
    "ru": _row(
        r"н[уо]л\w+ од(?:ин|н\w+) (?:дв(?:а|е|ух|ум\w*)|двое|двоих) "
        r"(?:тр(?:и|[её]х|[её]м\w*)|трое|троих) четыр\w+ пят(?:ь|и|ью|еро) шест(?:ь|и|ью|еро) "
        r"семь?(?:и|ью|еро)? вос[еь]м\w* девят(?:ь|и|ью) десят(?:ь|и|ью) одиннадцат\w+ двенадцат\w+ "
        r"тринадцат\w+ четырнадцат\w+ пятнадцат\w+ шестнадцат\w+ семнадцат\w+ восемнадцат\w+ "
        r"девятнадцат\w+ двадцат\w+"
    ),
    "uk": _row(
        r"нул\w+ од(?:ин|н\w+) (?:дв(?:а|і|ох|ом\w*)|двоє|двоїх) (?:тр(?:и|ьох|ьом\w*)|троє|трьох) "
        r"чотир\w+ п['’]ят(?:ь|и|ьох|еро) ш(?:ість|ести|істьох) с(?:ім|еми|імох) "
        r"в(?:ісім|осьми|ісьмох) дев['’]ят(?:ь|и|ьох) десят(?:ь|и|ьох) одинадцят\w+ дванадцят\w+ "
        r"тринадцят\w+ чотирнадцят\w+ п['’]ятнадцят\w+ шістнадцят\w+ сімнадцят\w+ вісімнадцят\w+ "
        r"дев['’]ятнадцят\w+ двадцят\w+"
    ),
    "ar": _row(
        "صفر واحدة? (?:اثنا?|اثني|اثنتا|اثنتي)ن? ثلاثة?|ثلاث أربعة?|أربع خمسة?|خمس ستة?|ست سبعة?|سبع "
        "ثمانية?|ثماني?|ثمان تسعة?|تسع عشرة?|عشر أحد_عشر|إحدى_عشرة اثن(?:ا|ي)_عشر|اثنت(?:ا|ي)_عشرة "
        "ثلاثة?_عشرة? أربعة?_عشرة? خمسة?_عشرة? ستة?_عشرة? سبعة?_عشرة? ثماني?ة?_عشرة? تسعة?_عشرة? "
        "عشر(?:ون|ين)"
    ),
}
"""From nought to twenty."""

TENS: dict[str, tuple[str, ...]] = {
    "en": _row("thirty forty fifty sixty seventy eighty ninety"),
    "fr": _row("trente quarante cinquante soixante soixante-dix|septante quatre-vingts? quatre-vingt-dix"),
    "de": _row("dreißig vierzig fünfzig sechzig siebzig achtzig neunzig"),
    "es": _row("treinta cuarenta cincuenta sesenta setenta ochenta noventa"),
    "ru": _row(
        r"тридцат\w+ сорока? пятьдесят|пятидесяти шестьдесят|шестидесяти семьдесят|семидесяти "
        "восемьдесят|восьмидесяти девяност[оа]"
    ),
    "uk": _row(r"тридцят\w+ сорока? п['’]ятдесят\w* шістдесят\w* сімдесят\w* вісімдесят\w* дев['’]яност[оа]"),
    "ar": _row("ثلاث(?:ون|ين) أربع(?:ون|ين) خمس(?:ون|ين) ست(?:ون|ين) سبع(?:ون|ين) ثمان(?:ون|ين) تسع(?:ون|ين)"),
}
"""From thirty to ninety."""

SCALES: dict[str, tuple[tuple[str, int], ...]] = {
    "en": (
        ("hundreds?", 2),
        ("dozens?", -1),
        ("thousands?|k", 3),
        ("millions?|mln|mn|m", 6),
        ("billions?|bln|bn", 9),
        ("trillions?|trn|tn", 12),
    ),
    "fr": (("cents?|centaines?", 2), ("mille|milliers?", 3), ("millions?", 6), ("milliards?", 9), ("billions?", 12)),
    "de": (
        ("hundert", 2),
        ("tausend|tsd\\.?", 3),
        ("million(?:en)?|mio\\.?", 6),
        ("milliarden?|mrd\\.?", 9),
        ("billion(?:en)?", 12),
    ),
    "es": (("cien|cientos?|centenares", 2), ("mil|miles", 3), ("millón|millones", 6), ("billón|billones", 12)),
    "ru": (
        ("сто|ста|сотн\\w+", 2),
        ("тысяч\\w*|тыс\\.?", 3),
        ("миллион\\w*|млн\\.?", 6),
        ("миллиард\\w*|млрд\\.?", 9),
        ("триллион\\w*|трлн\\.?", 12),
    ),
    "uk": (
        ("сто|ста|сотн\\w+|сотень", 2),
        ("тисяч\\w*|тис\\.?", 3),
        ("мільйон\\w*|млн\\.?", 6),
        ("мільярд\\w*|млрд\\.?", 9),
        ("трильйон\\w*|трлн\\.?", 12),
    ),
    "ar": (
        ("مئة|مائة|مئات", 2),
        ("ألف|آلاف|ألفا", 3),
        ("مليون|ملايين|مليونا", 6),
        ("مليار|مليارات", 9),
        ("تريليون", 12),
    ),
    "zh": (("百", 2), ("千", 3), ("万|萬", 4), ("亿|億", 8)),
    "ja": (("百", 2), ("千", 3), ("万", 4), ("億", 8)),
}
"""Powers of ten; -1 is a dozen."""

OTHERS: dict[str, tuple[tuple[str, Decimal], ...]] = {
    "en": (("half", Decimal("0.5")), ("half", Decimal(50)), ("quarter", Decimal(25)), ("both|pair|couple", Decimal(2))),
    "fr": (("la moitié", Decimal(50)), ("douzaine", Decimal(12)), ("dizaine", Decimal(10)), ("quinzaine", Decimal(15))),
    "de": (
        ("die Hälfte", Decimal(50)),
        ("Dutzend", Decimal(12)),
        ("hundert", Decimal(100)),
        ("tausend", Decimal(1000)),
        ("beide\\w?", Decimal(2)),
    ),
    "es": (("la mitad", Decimal(50)), ("docena", Decimal(12)), ("ambos|ambas", Decimal(2))),
    "ru": (
        ("половин\\w+", Decimal(50)),
        ("двести", Decimal(200)),
        ("триста", Decimal(300)),
        ("четыреста", Decimal(400)),
        ("пятьсот", Decimal(500)),
        ("дюжин\\w+", Decimal(12)),
        ("оба|обе|обоих", Decimal(2)),
    ),
    "uk": (
        ("половин\\w+", Decimal(50)),
        ("двісті", Decimal(200)),
        ("триста", Decimal(300)),
        ("чотириста", Decimal(400)),
        ("п['’]ятсот", Decimal(500)),
        ("обидва|обидві|обох", Decimal(2)),
    ),
    "ar": (
        ("نصف", Decimal(50)),
        ("مئتان|مئتين|مئتا|مائتا|مائتين", Decimal(200)),
        ("ألفان|ألفين|ألفا", Decimal(2000)),
        ("مليونان|مليونين|مليونا", Decimal(2_000_000)),
        ("ثلاثمئة|ثلاثمائة", Decimal(300)),
        ("أربعمئة|أربعمائة", Decimal(400)),
        ("خمسمئة|خمسمائة", Decimal(500)),
    ),
}
"""Words that are a number by themselves."""

_GERMAN_UNITS = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
_SPANISH_UNITS = ("ún|uno|una", "dós|dos", "trés|tres", "cuatro", "cinco", "séis|seis", "siete", "ocho", "nueve")

OTHERS["de"] += tuple(
    (f"{unit}und{tens}", Decimal(tens_value + value))
    for tens_value, tens in zip(range(20, 100, 10), ("zwanzig", *TENS["de"]), strict=True)
    for value, unit in enumerate(_GERMAN_UNITS, 1)
)
OTHERS["de"] += tuple(
    (f"{unit}{name}", Decimal(value * worth))
    for name, worth in (("hundert", 100), ("tausend", 1000))
    for value, unit in enumerate((*_GERMAN_UNITS, "zehn", "elf", "zwölf"), 1)
)
OTHERS["es"] += tuple((f"veinti(?:{unit})", Decimal(20 + value)) for value, unit in enumerate(_SPANISH_UNITS, 1))
