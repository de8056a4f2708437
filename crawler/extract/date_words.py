"""Words that dates are written with in the shipped languages: months, units, days before."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import filterfalse
from typing import Literal, NamedTuple

Unit = Literal["moment", "hour", "day", "week", "month", "year"]

# Twelve groups a language, each with its cases and abbreviations.
_MONTHS = {
    "en": "jan january|feb february|mar march|apr april|may|jun june|jul july|aug august"
    "|sep sept september|oct october|nov november|dec december",
    "de": "jan januar jänner|feb februar|mär mrz märz|apr april|mai|jun juni|jul juli|aug august"
    "|sep sept september|okt oktober|nov november|dez dezember",
    "fr": "janv janvier|fév févr février|mars|avr avril|mai|juin|juil juillet|août"
    "|sept septembre|oct octobre|nov novembre|déc décembre",
    "es": "ene enero|feb febrero|mar marzo|abr abril|may mayo|jun junio|jul julio|ago agosto"
    "|sep sept set septiembre setiembre|oct octubre|nov noviembre|dic diciembre",
    "cs": "led leden ledna lednu|úno únor února únoru|bře břez březen března březnu"
    "|dub duben dubna dubnu|kvě květ květen května květnu|čvn červen června červnu"
    "|čvc červenec července červenci|srp srpen srpna srpnu|zář září|říj říjen října říjnu"
    "|lis list listopad listopadu|pro pros prosinec prosince prosinci",
    "pl": "sty styczeń stycznia styczniu|lut luty lutego lutym|mar marzec marca marcu"
    "|kwi kwiecień kwietnia kwietniu|maj maja maju|cze czerwiec czerwca czerwcu"
    "|lip lipiec lipca lipcu|sie sierpień sierpnia sierpniu|wrz wrzesień września wrześniu"
    "|paź październik października październiku|lis listopad listopada listopadzie"
    "|gru grudzień grudnia grudniu",
    "hu": "jan január|feb febr február|már márc március|ápr április|máj május|jún június"
    "|júl július|aug augusztus|szep szept szeptember|okt október|nov november|dec december",
    "ru": "янв январь января январе|фев февр февраль февраля феврале|мар март марта марте"
    "|апр апрель апреля апреле|май мая мае|июн июнь июня июне|июл июль июля июле"
    "|авг август августа августе|сен сент сентябрь сентября сентябре"
    "|окт октябрь октября октябре|ноя нояб ноябрь ноября ноябре|дек декабрь декабря декабре",
    "sw": "jan januari|feb februari|mac machi|apr aprili|mei|jun juni|jul julai|ago agosti"
    "|sep septemba|okt oktoba|nov novemba|des desemba",
}


class Vocabulary(NamedTuple):
    """How one language counts back from today; every word folded."""

    days: dict[str, int]
    """Word or phrase -> days ago."""
    units: dict[str, Unit]
    numbers: dict[str, int]
    back: frozenset[str]
    """Words that make a number of units lie in the past: "ago"."""
    last: frozenset[str]
    """Words that make a unit without a number the previous one: "last"."""


def folded(text: str) -> str:
    """*text* in lower case without accents and with straight apostrophes."""
    plain = text if text.isascii() else unicodedata.normalize("NFKD", text)
    bare = plain if plain.isascii() else "".join(filterfalse(unicodedata.combining, plain))
    return bare.replace("\u2019", "'").casefold()


@lru_cache(maxsize=1)
def months() -> dict[str, int]:
    """Folded name, case or abbreviation of a month in any of the languages -> 1 to 12."""
    return {
        folded(word): number
        for names in _MONTHS.values()
        for number, group in enumerate(names.split("|"), start=1)
        for word in group.split()
    }


@lru_cache(maxsize=16)
def vocabulary(language: str) -> Vocabulary | None:
    """What *language* (ISO 639-1) counts back with; None for one that is not shipped."""
    if language not in _RELATIVE:
        return None
    days, units, numbers, back, last = _RELATIVE[language]
    return Vocabulary(
        days={
            _spaced(folded(phrase)): ago
            for ago, phrases in enumerate(days.split("|"))
            for phrase in phrases.split(",")
        },
        units={
            folded(word): unit
            for unit, group in zip(_UNITS, units.split("|"), strict=True)
            for word in group.split()
        },
        numbers={
            folded(word): number
            for number, group in enumerate(numbers.split("|"), start=1)
            for word in group.split()
        },
        back=frozenset(folded(back).split(",")),
        last=frozenset(folded(last).split(",")),
    )


def _spaced(phrase: str) -> str:
    """*phrase* with blanks where it has an apostrophe or a hyphen."""
    return phrase.replace("'", " ").replace("-", " ")


_UNITS: tuple[Unit, ...] = ("moment", "hour", "day", "week", "month", "year")
# Days: today, yesterday, the day before. Units: up to a minute, hour, day, week, month, year.
# Numbers from one on. Then what means "ago", and what means "last".
_RELATIVE = {
    "en": (
        "today,just now,moments ago,a moment ago|yesterday|day before yesterday",
        (
            "second seconds sec secs s minute minutes min mins m|hour hours hr hrs h|day days d"
            "|week weeks wk wks w|month months mo mos mth mths|year years yr yrs y"
        ),
        "a an one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve",
        "ago",
        "last,previous",
    ),
    "de": (
        "heute,gerade eben,soeben|gestern|vorgestern",
        (
            "sekunde sekunden minute minuten min|stunde stunden std|tag tage tagen|woche wochen"
            "|monat monate monaten|jahr jahre jahren"
        ),
        "ein eine einem einer einen|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf",
        "vor",
        "letzte,letzten,letzter,letztes,vergangene,vergangenen,vorige,vorigen",
    ),
    "fr": (
        "aujourd'hui,à l'instant|hier|avant-hier",
        (
            "seconde secondes minute minutes min|heure heures h|jour jours j|semaine semaines sem"
            "|mois|an ans année années"
        ),
        "un une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze",
        "il y a",
        "dernier,dernière,passé,passée",
    ),
    "es": (
        "hoy,ahora mismo|ayer|anteayer,antes de ayer",
        (
            "segundo segundos minuto minutos min|hora horas h|día días|semana semanas|mes meses"
            "|año años"
        ),
        "un una uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce",
        "hace",
        "pasado,pasada",
    ),
    "cs": (
        "dnes,právě teď|včera|předevčírem",
        (
            "sekundou sekundami vteřinou vteřinami chvílí minutou minutami min|hodinou hodinami hod"
            "|dnem dny den dní|týdnem týdny týden|měsícem měsíci měsíc|rokem roky lety rok"
        ),
        "jedním jednou|dvěma|třemi|čtyřmi|pěti|šesti|sedmi|osmi|devíti|deseti|jedenácti|dvanácti",
        "před",
        "minulý,minulého,minulém,loni",
    ),
    "pl": (
        "dziś,dzisiaj,przed chwilą|wczoraj|przedwczoraj",
        (
            "sekundę sekundy sekund minutę minuty minut min|godzinę godziny godzin godz|dzień dni"
            "|tydzień tygodnie tygodni|miesiąc miesiące miesięcy|rok lata lat"
        ),
        "jeden jedną|dwa dwie|trzy|cztery|pięć|sześć|siedem|osiem|dziewięć|dziesięć",
        "temu",
        "zeszły,zeszłym,ubiegły,ubiegłym,poprzedni",
    ),
    "hu": (
        "ma,az imént|tegnap|tegnapelőtt",
        (
            "perce perccel másodperce másodperccel|órája órával|napja nappal|hete héttel hét"
            "|hónapja hónappal hónap|éve évvel év"
        ),
        "egy|két kettő|három|négy|öt|hat|hét|nyolc|kilenc|tíz|tizenegy|tizenkét",
        "ezelőtt,perce,másodperce,órája,napja,hete,hónapja,éve",
        "múlt,előző",
    ),
    "ru": (
        "сегодня,только что|вчера|позавчера",
        (
            "секунду секунды секунд сек минуту минуты минут мин|час часа часов|день дня дней"
            "|неделю недели недель неделе|месяц месяца месяцев месяце|год года лет году"
        ),
        "один одну|два две|три|четыре|пять|шесть|семь|восемь|девять|десять",
        "назад",
        "прошлый,прошлая,прошлой,прошлом",
    ),
    "sw": (
        "leo,sasa hivi,hivi sasa|jana|juzi",
        "sekunde dakika|saa masaa|siku|wiki|mwezi miezi|mwaka miaka",
        (
            "moja mmoja|mbili miwili wawili|tatu mitatu|nne minne|tano mitano|sita|saba|nane minane"
            "|tisa|kumi"
        ),
        "iliyopita,uliopita,zilizopita,yaliyopita,lililopita",
        "lililopita",
    ),
}
