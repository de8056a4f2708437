"""Finds dates among the short lines of a page, in words of many languages, without reading them."""

# ruff: file-ignore[ambiguous-unicode-character-string] - other alphabets are the matter here

from __future__ import annotations

import re
from functools import lru_cache

_MONTHS = (
    "january february march april may june july august september october november december"
    " jan feb mar apr jun jul aug sep sept oct nov dec"
    " leden ledna únor února březen března duben dubna květen května červen června červenec"
    " července srpen"
    " srpna září říjen října listopad listopadu prosinec prosince január február marec máj jún júl"
    " október"
    " января февраля марта апреля мая июня июля августа сентября октября ноября декабря январь"
    " февраль март"
    " апрель май июнь июль август сентябрь октябрь ноябрь декабрь янв фев февр мар апр июн июл авг"
    " сен сент"
    " окт ноя нояб дек"
    " március április május június július augusztus szeptember október november december febr márc"
    " ápr máj jún"
    " júl szept okt"
    " januari februari machi aprili mei juni julai agosti septemba oktoba novemba desemba"
    " januar jänner februar märz mai juli oktober dezember mär mrz dez"
    " enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre"
    " diciembre ene abr"
    " ago dic"
    " janvier février mars avril juin juillet août septembre octobre novembre décembre janv févr"
    " avr juil déc"
    " stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października grudnia"
    " gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre gen mag giu lug set"
    " ott"
    " maart augustus janeiro fevereiro março maio junho julho setembro outubro novembro dezembro"
)
_MONTH = "(?:" + "|".join(sorted(set(_MONTHS.split()), key=len, reverse=True)) + r")\b\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th|er|re|º|ª)?\.?"
_YEAR = r"(?:19|20)\d{2}"
_TIME = r"(?:,?\s*(?:at|v|в|um|à|a las|о|saa)?\s*\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?)?"
_UNIT = r"[^\W\d_]{1,14}"
_ABSOLUTE = re.compile(
    rf"(?<![\d./-])(?:{_YEAR}[-./]\d{{1,2}}[-./]\d{{1,2}}(?:[T"
    rf" ]\d{{2}}:\d{{2}}(?::\d{{2}}(?:\.\d{{1,6}})?)?(?:Z|[+-]\d{{2}}:?\d{{2}})?)?"
    rf"|\d{{1,2}}\s?[./-]\s?\d{{1,2}}\s?[./-]\s?(?:{_YEAR}|\d{{2}})(?![\d/]){_TIME}"
    rf"|{_YEAR}\.?\s+{_MONTH}\s+\d{{1,2}}\.?"
    rf"|{_DAY}\s*(?:de\s+|of\s+|-)?{_MONTH},?(?:\s*(?:de\s+|del\s+|-)?(?:{_YEAR}"
    rf"|['’]?\d{{2}}(?!\d))(?:\s?г\.?)?)?{_TIME}"
    rf"|{_MONTH}\s+{_DAY}(?:,?\s*{_YEAR})?{_TIME}"
    rf"|{_MONTH},?\s+(?:de\s+)?{_YEAR})(?!\d)",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    rf"(?<!\w)(?:(?:\d{{1,3}}|an?|one|two|three|few|last)\s?{_UNIT}\s+ago"
    rf"|před\s+(?:\d{{1,3}}\s+)?{_UNIT}|(?:\d{{1,3}}\s+)?(?:секунд\w*|минут\w*|час\w*|день|дн\w+"
    rf"|недел\w+|месяц\w*|год\w*|лет)\s+назад"
    rf"|\d{{1,3}}\s+{_UNIT}\s+(?:ezelőtt|óta)|(?:\d{{1,3}}|egy)\s?(?:perccel|órával|nappal|héttel"
    rf"|hónappal|évvel)(?:\s+ezelőtt)?"
    rf"|vor\s+(?:\d{{1,3}}|einem|einer|zwei|drei)\s+{_UNIT}|hace\s+(?:\d{{1,3}}|una?)\s+{_UNIT}"
    rf"|il y a\s+(?:\d{{1,3}}|une?)\s+{_UNIT}|{_UNIT}\s+(?:\d{{1,3}}\s+"
    rf"|\w+\s+)?(?:[iyzu]l?[iya]?liyopita|iliyopita|zilizopita|uliopita|yaliyopita|ziliopita)"
    rf"|(?:\d{{1,3}}\s+)?{_UNIT}\s+temu|\d{{1,3}}\s+{_UNIT}\s+(?:geleden|fa|atrás)"
    rf"|há\s+\d{{1,3}}\s+{_UNIT})(?!\w)",
    re.IGNORECASE,
)
_DAY_WORD = re.compile(
    r"(?:today|yesterday|just now|dnes|včera|předevčírem|сегодня|вчера|позавчера|ma|tegnap"
    r"|tegnapelőtt|heute|gestern"
    r"|vorgestern|hoy|ayer|aujourd['’]hui|hier|leo|jana|juzi|dzisiaj|dziś|wczoraj)"
    r"(?:,?\s*(?:at|v|в|um|à|a las|o|saa)?\s*\d{1,2}[:.]\d{2}(?:\s?[ap]m)?)?",
    re.IGNORECASE,
)
# Looked for first, because it costs a tenth of the above: most short lines are no dates.
_NUMERIC = re.compile(r"\d\s?[./-]\s?\d{1,2}\s?[./-]\s?\d")
_WORD = re.compile(r"[^\W\d_]+")
_MONTH_WORDS = frozenset(_MONTHS.split())
_RELATIVE_WORDS = frozenset(
    [
        "ago",
        "před",
        "назад",
        "ezelőtt",
        "óta",
        "perccel",
        "órával",
        "nappal",
        "héttel",
        "hónappal",
        "évvel",
        "vor",
        "hace",
        "il",
        "há",
        "temu",
        "geleden",
        "fa",
        "atrás",
        "iliyopita",
        "zilizopita",
        "uliopita",
        "yaliyopita",
        "ziliopita",
    ]
)
_LONGEST_LINE = 90
_MOST_BESIDE = 45
_MOST_WORDS_BESIDE = 7


@lru_cache(maxsize=8192)
def find_date(line: str) -> str | None:
    """The part of a short *line* that is a date or a relative time, as printed; None without one.

    The line may say a little more, such as a name or ``Reviewed on``, but must not be running text.
    """
    text = line.strip(" \t\r\n·|,()[]–-•")
    if not 1 < len(text) <= _LONGEST_LINE:
        return None
    if _DAY_WORD.fullmatch(text):
        return text
    said = set(_WORD.findall(text.casefold()))
    absolute = _NUMERIC.search(text) or not said.isdisjoint(_MONTH_WORDS)
    found = _ABSOLUTE.search(text) if absolute else None
    if found is None and not said.isdisjoint(_RELATIVE_WORDS):
        found = _RELATIVE.search(text)
    if found is None:
        return None
    beside = text[: found.start()] + " " + text[found.end() :]
    if len(beside) > _MOST_BESIDE or len(beside.split()) > _MOST_WORDS_BESIDE:
        return None
    return found[0]
