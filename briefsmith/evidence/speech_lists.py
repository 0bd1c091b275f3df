"""Who speaks and how an article says so, a language each: alternatives of regular expressions, whole words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SpeechLists:
    """The words around what somebody says."""

    verbs: str
    """Said, told, announced: what they introduce is a claim."""
    kinds: tuple[tuple[str, str], ...]
    """Verbs that name the kind of a position themselves: its key in the sheet, and the verbs."""
    according: str
    """Stand before the speaker: *according to*."""
    pronouns: str
    """Stand for a speaker who was named before."""
    unnamed: str
    """People whom an article leaves without names."""
    counts: str
    """What may stand before these people: *two*, *several*, *senior*."""
    offices: str
    """Titles and offices that stand before a name and are no part of it."""
    other_names: str
    """Words with a capital that begin no name: articles, conjunctions, pronouns."""


LISTS: dict[str, SpeechLists] = {
    "en": SpeechLists(
        verbs="said|says|told|tells|added|adds|stated|states|stressed|noted|notes|announced|announces|explained|"
        "claimed|claims|argued|argues|confirmed|confirms|acknowledged|admitted|believes?|reported|reports|wrote|"
        "described|commented|estimated|suggested|estimates|recalled|replied|testified|alleged",
        kinds=(
            ("demand", "demanded|demands|urged|urges|called (?:on|for)|calls (?:on|for)"),
            ("offer", "offered to|offers to|proposed|proposes"),
            ("rejection", "rejected|rejects|refused to|refuses to|ruled out|dismissed"),
            ("threat", "threatened|threatens|warned|warns"),
            ("commitment", "promised|promises|pledged|pledges|vowed|vows|undertook to"),
            ("acceptance", "agreed to|agrees to|accepted|accepts"),
            ("intention", "plans to|planned to|intends to|intended to"),
            ("undecided", "declined to (?:comment|say)"),
        ),
        according="according to|in the words of",
        pronouns="he|she|they",
        unnamed="officials?|sources?|people|persons?|diplomats?|witnesses|witness|analysts?|observers?|residents?|"
        "experts?|lawmakers?|aides?|insiders?|critics|supporters|police|authorities|researchers|scientists",
        counts="two|three|four|five|several|some|many|senior|local|state|government|military|western|other|unnamed|the",
        offices="president|prime|foreign|minister|secretary|of|state|general|mr|mrs|ms|dr|prof|professor|sir|lord|"
        "senator|governor|mayor|king|queen|prince|chancellor|judge|justice|colonel|captain|major|lieutenant|"
        "spokesman|spokeswoman|spokesperson|chief|director|representative|rep|sen|gov|defence|defense|finance|"
        "interior|fisheries|affairs|education|health|trade|energy|agriculture|culture|labour|labor|environment|"
        "transport|economy|us|deputy|vice|former|ambassador|envoy|chairman|chairwoman|pope|bishop|reverend",
        other_names="the|a|an|in|on|at|by|for|from|to|with|of|and|but|or|as|if|it|its|he|she|they|we|i|you|his|her|"
        "their|our|this|that|these|those|there|after|before|during|while|when|where|who|what|which|how|why|not|no|"
        "many|some|most|two|three|four|five|several|one|all|both|each|another|other|since|until|under|over|about|"
        "according|however|meanwhile|although|though|despite|because|so|also|then|now|yesterday|today|"
        "tomorrow|nearly|almost|mr|mrs|ms|dr|rumours|rumors|sources|read",
    ),
    "de": SpeechLists(
        verbs="sagte|sagt|sagten|erklärte|erklärt|erklärten|teilte|betonte|berichtete|berichtet|berichteten|"
        "fügte|ergänzte|behauptete|behauptet|bestätigte|bestätigt|meinte|schrieb|äußerte|kündigte|räumte|"
        "stellte|hieß es|wies|bezeichnete|schätzt|schätzte",
        kinds=(
            ("demand", "forderte|fordert|forderten|verlangte|verlangt"),
            ("offer", "bot|bietet|schlug|schlägt"),
            ("rejection", "lehnte|lehnt|weigerte|weigert|verweigerte"),
            ("threat", "drohte|droht|warnte|warnt"),
            ("commitment", "versprach|verspricht|sicherte|sagte zu|verpflichtete"),
            ("acceptance", "stimmte|akzeptierte|akzeptiert"),
            ("intention", "plant|plante|beabsichtigt|will"),
        ),
        according="laut|nach angaben von|nach angaben der|nach angaben des|nach den worten von|zufolge",
        pronouns="er|sie",
        unnamed="beamte|diplomaten|beobachter|experten|augenzeugen|anwohner|kreise|vertreter|mitarbeiter|kritiker|"
        "behörden|ermittler|die polizei|forscher",
        counts="zwei|drei|vier|mehrere|einige|hochrangige|örtliche|westliche|die|ranghohe",
        offices="präsident|präsidentin|minister|ministerin|bundeskanzler|bundeskanzlerin|kanzler|kanzlerin|herr|frau|"
        "außenminister|außenministerin|innenminister|innenministerin|finanzminister|finanzministerin|sprecher|"
        "sprecherin|dr|prof|professor|professorin|general|fischereiminister|fischereiministerin|chefunterhändler|"
        "chefunterhändlerin|verteidigungsminister|ministerpräsident|ministerpräsidentin|bürgermeister|direktor|"
        "bürgermeisterin|vorsitzende|vorsitzender|generalsekretär|botschafter|regierungschef|staatschef",
        other_names="der|die|das|den|dem|des|ein|eine|einer|eines|einem|einen|in|im|am|an|auf|aus|bei|beim|mit|nach|"
        "vor|von|vom|zu|zum|zur|für|und|aber|oder|doch|als|wenn|es|er|sie|wir|ich|sein|seine|ihr|ihre|"
        "dies|diese|dieser|dieses|dort|nachdem|während|wer|was|wie|wo|warum|nicht|kein|keine|viele|einige|zwei|drei|"
        "vier|fünf|mehrere|alle|beide|seit|bis|unter|über|um|laut|jedoch|obwohl|trotz|weil|so|auch|dann|"
        "jetzt|gestern|heute|rund|etwa|fast|knapp|herr|frau",
    ),
    "ru": SpeechLists(
        verbs=r"сказал\w{0,2}|заявил\w{0,2}|заявля\w+|сообщил\w{0,2}|сообща\w+|отметил\w{0,2}|подчеркнул\w{0,2}|"
        r"добавил\w{0,2}|рассказал\w{0,2}|пояснил\w{0,2}|объяснил\w{0,2}|объявил\w{0,2}|подтвердил\w{0,2}|"
        r"написал\w{0,2}|утвержда\w+|считает|считают|напомнил\w{0,2}|признал\w{0,2}|говорит|говорят|пишет|передаёт|"
        r"передает|уточнил\w{0,2}|ответил\w{0,2}",
        kinds=(
            ("demand", r"потребовал\w{0,2}|требу(?:ет|ют)|призвал\w{0,2}|призыва\w+"),
            ("offer", r"предложил\w{0,2}|предлага\w+"),
            ("rejection", r"отверг(?:ла|ли|ает|ают)?|отказал(?:ся|ась|ись|ось)|отклонил\w{0,2}"),
            ("threat", r"пригрозил\w{0,2}|угрожа\w+|предупредил\w{0,2}"),
            ("commitment", r"пообещал\w{0,2}|обеща\w+|обязал(?:ся|ась|ись)"),
            ("acceptance", r"согласил(?:ся|ась|ись)|принял\w{0,2} предложение"),
            ("intention", r"намерен[аы]?|планиру(?:ет|ют)"),
        ),
        according="по словам|по данным|по информации|по сообщению|по утверждению|по мнению",
        pronouns="он|она|они",
        unnamed=r"источник\w*|чиновник\w*|дипломат\w*|очевидц\w+|эксперт\w*|наблюдател\w+|свидетел\w+|жител[ия]\w*|"
        r"собеседник\w*|аналитик\w*|власти|полиция|ученые|учёные",
        counts=r"два|двое|три|трое|несколько|некоторые|высокопоставленн\w+|местн\w+|западн\w+|многие",
        offices=r"президент\w*|министр\w*|премьер\w*|глава|главы|господин|госпожа|канцлер\w*|генерал\w*|спикер\w*|"
        r"пресс-секретарь|представитель\w*|секретарь|госсекретарь|мэр\w*|губернатор\w*|депутат\w*|посол|директор\w*|"
        r"председатель|король|королева|полковник|переговорщик\w*",
        other_names="в|во|на|по|с|со|к|ко|о|об|от|из|у|за|до|для|при|под|над|и|а|но|или|как|если|что|это|он|она|они|"
        "мы|я|его|её|ее|их|этот|эта|эти|тот|та|те|там|после|перед|во время|когда|где|кто|какой|почему|не|нет|ни|"
        "многие|некоторые|два|две|три|четыре|пять|несколько|все|оба|другие|однако|хотя|несмотря|потому|также|тоже|"
        "тогда|сейчас|вчера|сегодня|завтра|почти|около|более|менее|ранее|ещё|еще|уже|по словам",
    ),
    "uk": SpeechLists(
        verbs=r"сказа(?:в|ла|ли)|заяви(?:в|ла|ли)|заявля\w+|повідоми(?:в|ла|ли)|повідомля\w+|зазначи(?:в|ла|ли)|"
        r"підкресли(?:в|ла|ли)|наголоси(?:в|ла|ли)|дода(?:в|ла|ли)|розпові(?:в|ла|ли)|поясни(?:в|ла|ли)|"
        r"оголоси(?:в|ла|ли)|підтверди(?:в|ла|ли)|написа(?:в|ла|ли)|стверджу\w+|вважає|вважають|нагада(?:в|ла|ли)|"
        r"визна(?:в|ла|ли)|каже|кажуть|говорить|пише|передає|уточни(?:в|ла|ли)|відпові(?:в|ла|ли)",
        kinds=(
            ("demand", r"вимага(?:є|ють|в|ла|ли)|закликає|закликають|заклика(?:в|ла|ли)"),
            ("offer", r"запропонува(?:в|ла|ли)|пропону(?:є|ють)"),
            ("rejection", r"відки(?:нув|нула|нули)|відмови(?:вся|лася|лись|лися)|відхили(?:в|ла|ли)"),
            ("threat", r"пригрози(?:в|ла|ли)|погрожу\w+|попереди(?:в|ла|ли)"),
            ("commitment", r"пообіця(?:в|ла|ли)|обіцяє|обіцяють|зобов['’]яза(?:вся|лася|лися)"),
            ("acceptance", r"погоди(?:вся|лася|лись|лися)"),
            ("intention", r"має намір|мають намір|плану(?:є|ють)"),
        ),
        according="за словами|за даними|за інформацією|за повідомленням|на думку",
        pronouns="він|вона|вони",
        unnamed=r"джерел[оа]\w*|посадовц\w+|чиновник\w*|дипломат\w*|очевидц\w+|експерт\w*|спостерігач\w*|свідк\w+|"
        r"мешканц\w+|співрозмовник\w*|аналітик\w*|влада|поліція|науковці",
        counts=r"два|двоє|три|троє|кілька|деякі|високопоставлен\w+|місцев\w+|західн\w+|багато",
        offices=r"президент\w*|міністр\w*|міністерка|прем['’]єр\w*|глава|голова|пан|пані|канцлер\w*|генерал\w*|"
        r"речник|речниця|представник|представниця|секретар|держсекретар|мер\w*|губернатор\w*|депутат\w*|посол|"
        r"директор\w*|король|королева|полковник|переговорник\w*",
        other_names="в|у|на|по|з|із|зі|до|к|о|об|від|за|для|при|під|над|і|й|та|а|але|чи|як|якщо|що|це|він|вона|вони|"
        "ми|я|його|її|їх|їхній|цей|ця|ці|той|та|ті|там|після|перед|під час|коли|де|хто|який|чому|не|немає|ні|багато|"
        "деякі|два|дві|три|чотири|п'ять|кілька|усі|всі|обидва|інші|однак|проте|хоча|попри|тому|також|тоді|зараз|вчора|"
        "учора|сьогодні|завтра|майже|близько|понад|раніше|ще|вже|за словами",
    ),
}
