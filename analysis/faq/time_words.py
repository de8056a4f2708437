# ruff: file-ignore[ambiguous-unicode-character-string] - other alphabets are what it holds
"""How languages tell a span of time: figures and number words, units, and words for "at once"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class TimeWords(NamedTuple):
    """Of one language, each an alternation for a regular expression."""

    numbers: str
    units: str
    soon: str
    unit_first: bool = False
    """``siku tatu``: the unit stands before its number."""


TIME_WORDS: Final[Mapping[str, TimeWords]] = {
    "en": TimeWords(
        r"one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|thirty",
        r"minutes?|mins?|hours?|hrs?|days?|weeks?|months?",
        r"(?:the )?next (?:working |business )?day|same[ -]day|overnight|tomorrow|immediately"
        r"|instantly|right away|around the clock",
    ),
    "cs": TimeWords(
        r"jed(?:en|na|no|noho)|dva|dvou|dvě|tři|tří|čtyř[ií]?|pět|pěti|šest|šesti|sedm|sedmi|osm"
        r"|devět|deset|deseti|čtrnáct|čtrnácti|třicet|třiceti",
        r"minut\w*|hodin\w*|hod\.?|d(?:en|ne|ny|nů|ní|nech)|týdn\w*|týden|měsíc\w*",
        r"(?:hned )?(?:následující|druhý|příští) (?:pracovní )?den|ještě (?:ten(?:týž)?|tentýž) den"
        r"|okamžitě|ihned|nonstop|zítra",
    ),
    "de": TimeWords(
        r"eine[rmns]?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|vierzehn|dreißig",
        r"Minuten?|Min\.|Stunden?|Std\.|(?:Werk|Arbeits)?tage?n?|Wochen?|Monate?n?",
        r"am (?:nächsten|selben|gleichen) (?:Werk|Arbeits)?tag|sofort|umgehend|über Nacht|morgen"
        r"|rund um die Uhr",
    ),
    "es": TimeWords(
        r"una?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|catorce|quince|treinta",
        r"minutos?|horas?|días?|semanas?|mes(?:es)?",
        r"(?:al|el) día siguiente|(?:el )?mismo día|de inmediato|inmediatamente|al instante|mañana",
    ),
    "fr": TimeWords(
        r"une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|quatorze|quinze|trente",
        r"minutes?|heures?|h|jours?|semaines?|mois",
        r"le lendemain|le jour même|immédiatement|aussitôt|demain|tout de suite",
    ),
    "hu": TimeWords(
        r"egy|két|kettő|három|négy|öt|hat|hét|nyolc|kilenc|tíz|tizennégy|harminc",
        r"perc\w*|ór[aá]\w*|(?:munka)?nap\w*|hét(?:en|ig|re)?|hónap\w*",
        r"(?:a )?következő (?:munka)?nap\w*|másnap|még aznap|azonnal|holnap",
    ),
    "pl": TimeWords(
        r"jed(?:en|na|nego|nej)|dwa|dwie|dwóch|trzy|trzech|cztery|czterech|pięć|pięciu|sześć"
        r"|siedem|siedmiu|osiem|dziewięć|dziesięć|dziesięciu|czternaście|czternastu|trzydzieści",
        r"minut\w*|godzin\w*|godz\.|dni|dnia|dzień|tygodni\w*|tydzień|miesi[ęą]c\w*",
        r"(?:następnego|kolejnego|tego samego) dnia|natychmiast|od ręki|od razu|jutro",
    ),
    "ru": TimeWords(
        r"один|одн(?:а|о|у|ого|ой)|дв(?:а|е|ух)|тр(?:и|ёх|ех)|четыр(?:е|ёх|ех)|пят[ьи]|шест[ьи]"
        r"|сем[ьи]|восемь|восьми|девят[ьи]|десят[ьи]|четырнадцат[ьи]|тридцат[ьи]",
        r"мин(?:ут\w*|\.)?|час\w*|д(?:ень|ня|ней|ни)|недел\w*|месяц\w*|сут(?:ки|ок)",
        r"на следующий (?:рабочий )?день|в тот же день|сразу|немедленно|мгновенно|завтра"
        r"|круглосуточно",
    ),
    "sw": TimeWords(
        r"moja|mbili|tatu|nne|tano|sita|saba|nane|tisa|kumi",
        r"dakika|saa|masaa|siku|wiki|mwezi|miezi",
        r"siku inayofuata|siku hiyo hiyo|papo hapo|mara moja|kesho",
        unit_first=True,
    ),
}
"""By language. Spelled as a page would spell them, for a search without regard to case."""
