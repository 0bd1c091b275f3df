"""The lists behind `negation` and `clauses`, a language each: alternatives of regular expressions, whole words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TurningLists:
    """What turns, weakens and divides the sentences of a language."""

    negations: str
    """Turn what stands on either side of them."""
    negations_ahead: str
    """Turn only what follows them."""
    hedges: str
    """Weaken a sentence, or only report it, as *would* does: of interest where they are cut off."""
    doubts: str
    """Weaken a sentence wherever they stand in it."""
    harmless: str
    """Only look like one of these."""
    borders: str
    """Begin another clause."""
    that: str
    """Begin what somebody says or thinks; a negation just before them governs it: *did not say that …*."""
    reports: str
    """In a sentence of ours: whatever else leaves open that something is so."""
    says: str = ""
    """Verbs that do so without such a word: *did not say it …*."""
    parts: str = ""
    """Negations that are parts of words."""
    concord: bool = False
    """Two negations in a clause are one."""
    unspaced: bool = False
    """Written without spaces: its words have no borders, and what only looks like one of them is told by `harmless`."""


LISTS = {
    "en": TurningLists(
        negations="not|no|never|neither|nor|none|nobody|nothing|nowhere|cannot|hardly|barely|scarcely|no one|"
        "(?:is|are|was|were) (?:false|untrue|baseless|unfounded)",
        negations_ahead="without|refus(?:e|es|ed|ing|al)|declin(?:e|es|ed|ing) to|den(?:y|ies|ied|ying|ial)|"
        "reject(?:s|ed|ing)?|rul(?:e|es|ed|ing) out|fail(?:s|ed|ing)? to|far from|instead of|"
        "rather than|stop short of|stopped short of|doubt(?:s|ed)?|unable to|unwilling to|against|"
        "oppos(?:e|es|ed|ing)|dismiss(?:es|ed|ing)?|veto(?:es|ed|ing)?|prevent(?:s|ed|ing)?|ha(?:s|ve|d) yet to|"
        "little evidence|few (?:believe|think|expect)|(?:false|untrue|incorrect|wrong|a lie|a myth|a hoax)(?= that)",
        hedges="would|should|whether|(?:is|are|was|were) (?:due|set|expected|scheduled) to|plans to|"
        "hop(?:es|ed) to|no more than|no fewer than|not more than|not less than|at most",
        doubts="(?-i:may)|might|could|reportedly|allegedly|supposedly|purportedly|possibly|perhaps|"
        "probably|apparently|presumably|maybe|likely|unlikely|if|unless|rumou?rs?|rumou?red|"
        "said to|thought to|believed to|unconfirmed",
        harmless=r"not only|not just|not least|not merely|no doubt|no matter|no\.? ?\d+|nos\. ?\d+|not far|"
        "not long (?:after|before|ago)|not to mention|no sooner|no wonder|last but not least|"
        "whether or not|or not|as if|if not|if any|may day|with no|for no|no longer than|would-be|"
        r"no one else|against the dollar|nothing but|nothing less than|no less than(?! \d)|"
        "as likely as not",
        borders="and|but|yet(?! to)|because|although|though|while|whereas|when|where|who|whose|whom|which|so that|"
        "as soon as|until|till|since|after|as",
        reports="can|possible|possibility|risks?|say|says|said|claims?|claimed|reports?|reported|alleges?|"
        "alleged|expects?|expected|plans?|planned|hopes?|thinks?|believes?|considers?|potential|"
        "threatens?|threat|fears?|warns?|only|once|ready|open to|offers?|about to|suspects?|"
        "doubts?|proposed|provided|in case",
        that="that",
        says="said|says|saying|say",
        parts=r"n['’]t(?!\w)",
    ),
    "fr": TurningLists(
        negations="(?<!un )(?<!premier )(?<!le )(?<!ce )(?<!des )(?<!les )(?<!grand )(?<!à )pas|jamais|"
        "aucune?|nullement|guère|rien|ni|nul",
        negations_ahead="sans|refus(?:e|é|ée|ent|er|ait|aient|ant)|nie|nient|nié|niait|dément|démenti|démentent|"
        "rejet(?:te|tent|é|ée|er)|exclu(?:t|ent|re)?|loin de|au lieu de|plutôt que de|faute de|"
        "contre|(?:il est|c['’]est) (?:faux|inexact|mensonger)",
        hedges="aura(?:it|ient)|sera(?:it|ient)|devra(?:it|ient)|voudra(?:it|ient)|doit|doivent|"
        "tout au plus|prévoit de|prévoient de|envisage(?:nt)? de",
        doubts="peut-être|peu probable|improbable|"
        "pourra(?:it|ient)|probablement|apparemment|vraisemblablement|éventuellement|"
        "sans doute|prétendument|si|s['’]ils?|selon des rumeurs|rumeurs?|à moins que?|il semble que",
        harmless="non seulement|pas seulement|pas à pas|ne serait-ce que|sans doute|sans cesse|"
        "sans précédent|n['’]est-ce pas|pas moins de|ni plus ni moins|si bien que|même si|rien que|"
        "pas loin|plus ou moins|rien moins",
        borders="et|mais|car|donc|or|parce qu(?:e|['’])|puisqu(?:e|['’])|tandis qu(?:e|['’])|alors qu(?:e|"
        "['’])|qui|dont|où|lorsqu(?:e|['’])|quand|laquelle|lequel|lesquels|depuis que|après que|"
        "comme",
        reports="peut|peuvent|possible|selon|dit|affirme|prétend|prévoit|attend|espère|pense|croit|risque|"
        "menace|présumée?|annonce|éventuel(?:le)?|seulement",
        that="que|qu['’]",
        parts=r"(?<!\w)personne (?=(?:[^\s,;.]+ ){0,6}?n(?:e |['’]))|"
        r"(?<!\w)n(?:e |['’])(?=(?:[^\s,;.]+[ ’']){1,8}?(?:pas|jamais|plus|rien|personne|aucune?|ni|"
        r"guère|nullement|point)(?!\w))|(?<=\bne )(?:[^\W_]+ ){1,2}(?:plus|personne)(?!\w)|"
        r"(?<=\bn['’])(?:[^\W_]+ ){1,2}(?:plus|personne)(?!\w)",
        concord=True,
    ),
    "de": TurningLists(
        negations="nicht|kein|keine|keinen|keiner|keinem|keines|nie|niemals|weder|noch nie|nichts|niemand|"
        "niemanden|niemandem|kaum|abgelehnt|bestritten|verweigert|ausgeschlossen|dementiert|"
        "zurückgewiesen|keineswegs|keinesfalls|nirgends",
        negations_ahead="ohne|weiger(?:t|te|n|ten)|verweiger(?:t|te|n|ten)|lehn(?:t|te|en|ten)|bestr(?:eitet|itt|"
        "eiten)|dementier(?:t|te|en|ten)|schlie(?:ßt|ßen)|statt|anstatt|außerstande|gegen|"
        "(?:falsch|unwahr|gelogen|eine lüge)(?=, da[sß])",
        hedges="würden?|sollten?|ob|höchstens|allenfalls|dürfen",
        doubts="könnten?|dürften?|möglicherweise|vielleicht|wohl|angeblich|mutmaßlich|womöglich|offenbar|"
        "vermutlich|(?:un)?wahrscheinlich|eventuell|falls|wenn|sofern|soll|sollen|gerüchte|gerüchten|"
        r"unbestätigt\w*",
        harmless="nicht nur|nicht zuletzt|nicht weit|nicht mehr als|nicht weniger als|ob oder nicht|"
        "oder nicht|nichts als|ohne zweifel|ohnehin|mehr denn je|nicht weit von|ohne weiteres|"
        r"auch wenn|wenn auch|sowohl als auch|gegen \d+(?: uhr)?|gegen mittag|gegen abend|"
        "gegen ende|gegen mitternacht",
        borders="und|aber|sondern|doch|denn|weil|obwohl|während|wobei|sodass|damit|nachdem|bevor|seit|als",
        reports="kann|können|möglich|mögliche[rns]?|sagt|laut|nach angaben|behauptet|plant|erwartet|hofft|"
        "glaubt|droht|soll|will|wollen|nur",
        that="dass|daß",
    ),
    "es": TurningLists(
        negations="no|nunca|jamás|ningún|ninguno|ninguna|ni|nadie|nada|tampoco|apenas",
        negations_ahead="sin|rechaz(?:a|an|ó|aron|ado|ar)|nieg(?:a|an)|neg(?:ó|aron|ado|aba|aban|arse)|niega que|"
        "se niegan? a|se negó a|se negaron a|descart(?:a|an|ó|aron|ado)|desm(?:iente|entido|intió|"
        "ienten)|en vez de|en lugar de|lejos de|contra|(?:falso|mentira|inexacto)(?= que)",
        hedges="debería|deberían|sería|serían|habría|habrían|estaría|estarían|como máximo|a lo sumo|"
        "prevén? |tiene previsto|tienen previsto",
        doubts="poco probable|improbable|"
        "podría|podrían|puede que|quizás?|tal vez|probablemente|supuestamente|presuntamente|"
        "al parecer|posiblemente|si|a menos que|salvo que|rumores?|acaso|aparentemente",
        harmless="no s[oó]lo|no solamente|no únicamente|no obstante|no lejos|no menos de|no más de|nada más|"
        "sin embargo|sin duda|sin precedentes|cuando no|como si|si bien|incluso si|n(?:o|º|"
        r"úm)\. ?\d+|o no|ni más ni menos|nada menos que|sin cesar",
        borders="y|e|pero|sino|porque|aunque|mientras|cuando|donde|quien|quienes|cual|cuales|cuyo|cuya|"
        "pues|ya que|puesto que|desde que|después de que|como",
        reports="puede|pueden|posible|según|dice|afirma|prevé|espera|cree|amenaza|presunt[oa]s?|solo|sólo",
        that="que",
        concord=True,
    ),
    "ru": TurningLists(
        negations=r"не|нет|ни|никогда|никто|ничто|ничего|никого|никому|никак\w*|нигде|нельзя|невозможно|"
        "вряд ли|едва ли",
        negations_ahead=r"без|отказ(?:ался|алась|ались|алось|ывается|ываются|ывался|ывалась|ывались|ать\w*)|"
        "отказ(?:а|ом|е)?|отверг(?:ла|ли|ает|ают|ло)?|отверга(?:ет|ют|ла|ли|л)|опроверг(?:ла|ли|"
        "ло)?|опроверга(?:ет|ют|ла|ли|л)|отрица(?:ет|ют|ла|ли|л)|исключ(?:ил|ила|или|ает|ают)|"
        "вместо|против|(?:неверно|неправда|ложь)(?=,? (?:что|будто))",
        hedges="бы|б|ли|должны|должен|должна|не более|не менее|не больше|не меньше|максимум|планирует|"
        r"планируют|намерен\w*",
        doubts="маловероятно|может|могут|мог|могла|могли|могло|возможно|вероятно|якобы|предположительно|если|по слухам|"
        r"слухи|слухах|по-видимому|видимо|наверное|может быть|предполагаемы\w+|не исключено|"
        r"не исключил\w*|не исключает",
        harmless="не только|не раз|не случайно|не далеко|не говоря|не просто|тем не менее|ни с того|если не|"
        "без сомнения|не обошлось|как ни|не так давно|не без|во что бы то ни стало|как если бы|"
        "не прочь|всё же нет",
        borders=r"и|а|но|однако|зато|потому|поскольку|хотя|когда|где|котор\w+|чей|чья|пока|так как|"
        "после того|причём",
        reports=r"возможен|возможна|возможное|по словам|заявляет|утверждает|планирует|ожидает\w*|надеется|"
        "считает|угрожает|только|хочет",
        that="что|чтобы|будто",
        concord=True,
    ),
    "uk": TurningLists(
        negations=r"не|ні|немає|нема|ніколи|ніхто|ніщо|нічого|нікого|нікому|жодн\w+|жоден|ніяк\w*|ніде|"
        "не можна|неможливо|навряд чи|навряд",
        negations_ahead="без|відмов(?:ився|илася|илися|ляється|ляються|лявся|лялася|лялися|итися)|відмов(?:а|и|у|"
        "ою)|відки(?:нув|нула|нули|дає|дають|дав|дала)|спростув(?:ав|ала|али)|спростову(?:є|ють)|"
        "запереч(?:ує|ують|ив|ила|или)|заперечував|виключ(?:ив|ила|или|ає|ають)|замість|проти|"
        "(?:неправда|невірно|брехня)(?=,? що)",
        hedges=r"би|б|чи|ма(?:є|ють)(?= (?:[^\s,.]+ ){0,2}?[^\s,.]+ти(?:ся|сь)?(?!\w))|"
        "повинен|повинна|повинні|не більше|не менше|щонайбільше|планує|планують",
        doubts="малоймовірно|може|можуть|міг|могла|могли|можливо|ймовірно|імовірно|нібито|якщо|якби|"
        "за чутками|чутки|"
        "мабуть|напевно|очевидно|ніби|наче|не виключено|не виключив|не виключає",
        harmless="рано чи пізно|"
        "не лише|не тільки|не раз|не випадково|не далеко|тим не менш|ні сіло|якщо не|без сумніву|"
        "не без|не просто|не кажучи|як не|не так давно|має намір",
        borders=r"і|й|та|а|але|однак|проте|зате|бо|тому|оскільки|хоча|коли|де|котр\w+|як(?!що|би)\w{1,3}|"
        "чий|поки|після того",
        reports=r"можливий|можлива|можливе|за словами|заявляє|стверджує|планує|очікує\w*|сподівається|"
        "вважає|погрожує|лише|тільки|хоче",
        that="що|щоб",
        concord=True,
    ),
    "ar": TurningLists(
        negations="[وف]?(?:لا|لن|لم|ليس|ليست|ليسوا|لسنا|لست)|أليس",
        negations_ahead="[وف]?(?:غير|دون|بدون|بلا|رفض|رفضت|رفضوا|يرفض|ترفض|يرفضون|رفضه|رفضها|نفى|نفت|ينفي|تنفي|"
        "نفيه|استبعد|استبعدت|يستبعد|امتنع|امتنعت|بدلا|بدلاً|عدم|ضد)|بعدم|لعدم",
        hedges="سوف لو|من المقرر|من المتوقع|يعتزم|تعتزم|ينبغي|على الأكثر|كحد أقصى|هل|من المفترض",
        doubts="[وف]?(?:قد(?= (?:ي|ت(?!م)|ن))|ربما|لعل|إذا|لو|إن كان|يزعم|يُزعم|زعم|زعمت|يمكن أن|"
        "من الممكن|من المحتمل|يحتمل|يُحتمل|على الأرجح|شائعات|بحسب شائعات)",
        harmless="[وف]?(?:لا يزال|لا تزال|لا يزالون|لم يزل|لا سيما|ليس فقط|لا فقط|لا شك|لا بد|لا غير|غير أن|"
        "غير أنه|غير أنها|دون شك|لا محالة|لا أقل من|ما لا يقل عن|لا يقل عن|بلا شك|أكثر من غيره)|"
        "كما لو",
        borders="و?لكن|و?لكنه|و?لكنها|و?لكنهم|غير أن|غير أنه|غير أنها|بل|لأن|لأنه|لأنها|بينما|حين|عندما|"
        "حيث|الذي|التي|الذين|اللذان|بعدما|فيما|رغم|ثم",
        reports="ممكن|محتمل|محتملة|يقول|تقول|يزعم|يتوقع|تتوقع|يأمل|يعتقد|يهدد|تهدد|فقط",
        that="[وف]?(?:أن|إن|أنه|إنه|أنها|إنها|أنهم|إنهم|بأن|بأنه|بأنها)",
    ),
    "zh": TurningLists(
        negations="不(?!少于|低于|超过|超過|多于|高于)|没有?|沒有?|从未|從未|尚未|并未|並未|未能|未必|未(?!来|來|婚|成年|免|知)|"
        "并非|並非|绝非|絕非|决非|无法|無法|无权|無權|无意|無意|无力|無力|无需|無需|无望|無望|无人|無人|无果|毫无|毫無|勿",
        negations_ahead="拒绝|拒絕|婉拒|否认|否認|否决|否決|驳回|駁回|反对|反對|抵制|排除|难以|難以|以免|免于|阻止|禁止|"
        "而非|远非|遠非|别再|別再|别去|別去|别让|別讓",
        hedges="应该|應該|应当|應當|是否|能否|可否|会否|會否|计划|計劃|打算|预计|預計|预期|預期|预定|預定|有望|至多|最多|"
        "不超过|不超過|不少于|不低于|不多于|不高于",
        doubts="可能|或许|或許|也许|也許|大概|恐怕|似乎|好像|看似|兴许|貌似|说不定|如果|假如|倘若|要是|一旦|除非|疑似|涉嫌|"
        "不排除|(?<!根)(?<!根據)[据據](?:称|稱|报道|報道|报|報|悉|说|說|传|傳|闻|聞)|传闻|傳聞|谣言|謠言|谣传",
        harmless="不同(?!意)|不过|不過|不断|不斷|不久|不仅|不僅|不但|不只|不光|不单|不單|不少(?!于)|不止|不禁|不料|不幸|不妨|"
        "不愧|不然|不论|不論|不管|不惜|不得不|不能不|不可不|无不|差不多|不得了|不错|不錯|不良|不法|不安|不满|不滿|不解|"
        "不便|不足|不动产|不動產|不等|不时|不時|不亚于|不外乎|不知不觉|对不起|了不起|不已|不一|不定期|不可避免|不可或缺|"
        "毫不犹豫|不遗余力|迫不及待|不约而同|不可思议|不锈钢|层出不穷|络绎不绝|源源不断|不懈|不二|不测|没收|沒收|没落|"
        "沉没|沉沒|淹没|淹沒|埋没|出没|吞没|毫无疑问|毫無疑問|若干|尽可能|盡可能|特别|特別|分别|分別|级别|級別|性别|性別|区别|"
        "區別|个别|個別|类别|類別|告别|告別|识别|識別|差别|差別|无人机|無人機|不可能(?=不)",
        borders="但是|但|然而|因为|因為|由于|由於|所以|因此|虽然|雖然|尽管|儘管|并且|並且|而且|此外|并(?!未|非|不|没|无)|却",
        that="(?!)",
        reports="可以|能|说|說|称|稱|表示|主张|主張|希望|认为|認為|相信|威胁|威脅|仅|僅|只|准备|準備|愿|願|提议|提議|据|據",
        unspaced=True,
    ),
}
