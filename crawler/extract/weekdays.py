"""Names of the days of the week, and of groups of them, in the shipped languages."""

from __future__ import annotations

import re

SHORT = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
"""schema.org's own short names, Monday first."""

# One alternative group a day, Monday first; longer names before the shorter ones they begin with.
_NAMES = (
    (
        r"mondays?|mon|mo|pondělí|po|pon|понедельника?|понедельник|пн|hétfő(?:től|n)?|hé?|"
        r"jumatatu|montags?|lunes|lundi|lun|poniedział\w*|pn"
    ),
    (
        r"tuesdays?|tues?|tu|úterý|út|ut|вторника?|вт|kedd(?:től|en)?|jumanne|dienstags?|di|"
        r"martes|mardi|wtorek|wtorku|wt"
    ),
    (
        r"wednesdays?|wed|we|středy|středa|stř?|среды|среда|\u0441\u0440|szerd[aá]\w*|sze?|"
        r"jumatano|mittwochs?|mi|miércoles|mercredi|środa|środy|śr"
    ),
    (
        r"thursdays?|thurs?|thu|th|čtvrtek|čtvrtka|čt|ct|четверга?|чт|csütörtök\w*|csüt?|"
        r"alhamisi|donnerstags?|do|jueves|jeudi|czwartek|czwartku|czw|cz"
    ),
    (
        r"fridays?|fri|fr|pátek|pátku|pá|pa|пятниц[ауы]|пт|péntek\w*|pé?|ijumaa|freitags?|"
        r"viernes|vie|vendredi|ven|piątek|piątku|piąt|pt"
    ),
    (
        r"saturdays?|sat|sa|sobota|soboty|so|суббот[ауы]|\u0441\u0431|szombat\w*|szo|jumamosi|"
        r"samstags?|sonnabends?|sábados?|samedi|sob|sb"
    ),
    (
        r"sundays?|sun|su|neděle|ne|воскресень[ея]|вс|vasárnap\w*|vas|v|jumapili|sonntags?|"
        r"domingos?|dimanche|niedziel\w*|niedz|nd"
    ),
)
_GROUPS = {
    (
        r"(?:on )?(?:working|business|week)[ -]?days|pracovní(?:ch)? dny|v pracovní dny|"
        r"všední dny|будни\w*|по будням|рабочие дни|munkanapokon|hétköznap(?:okon)?|"
        r"siku za kazi|werktags|an werktagen|días laborables|jours ouvrés|dni robocze|"
        r"w dni robocze"
    ): (0, 4),
    (
        r"daily|every ?day|7 days a week|denně|každý den|ежедневно|каждый день|naponta|"
        r"minden nap|kila siku|täglich|todos los días|tous les jours|codziennie"
    ): (0, 6),
    (r"weekends?|víkend(?:y|u)?|o víkendu|выходные|hétvégén|am wochenende"): (5, 6),
}
DAY = "|".join(f"(?:{name})" for name in _NAMES)
GROUP = "|".join(f"(?:{name})" for name in _GROUPS)
_DAYS = tuple(re.compile(name, re.IGNORECASE) for name in _NAMES)
_SPANS = tuple((re.compile(name, re.IGNORECASE), span) for name, span in _GROUPS.items())


def find_day(name: str) -> int | None:
    """Number of the day called *name*, 0 for Monday; None for what is no day's name.

    schema.org's addresses (``https://schema.org/Monday``) and holidays are understood: the
    latter are no day.
    """
    bare = name.strip(" .").rpartition("/")[2].casefold()
    return next((day for day, pattern in enumerate(_DAYS) if pattern.fullmatch(bare)), None)


def find_group(name: str) -> tuple[int, int] | None:
    """First and last day of a group such as ``weekdays``; None for what is none."""
    bare = name.strip(" .").casefold()
    return next((span for pattern, span in _SPANS if pattern.fullmatch(bare)), None)
