"""Reads dates that count back from the day of reading: ``3 weeks ago``, ``včera``."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from crawler.extract.clock_times import clock_in
from crawler.extract.date_words import folded, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable

    from crawler.extract.date_words import Unit, Vocabulary
    from rivalscope.models import DatePrecision

_TOKEN = re.compile(r"\d+|[^\W\d_]+")
# "5d", "3 mo": how feeds shorten it, without any word for "ago".
_SHORT = re.compile(r"(\d{1,3})\s?(h|d|w|mo|y|yr)")
_MOST_WORDS = 9
# "Published yesterday by": more words around it, and it is a sentence.
_MOST_BESIDE_DAY = 4
_MOST_UNITS = 1000
_MONTHS_A_YEAR = 12


def read(
    text: str, *, base: datetime, languages: Iterable[str]
) -> tuple[datetime, DatePrecision] | None:
    """Moment and precision that *text* counts back to from *base*, which has no zone.

    The first of *languages* that understands it decides. None where *text* does not count back.
    """
    plain = folded(text)
    if short := _SHORT.fullmatch(plain):
        known = vocabulary("en")
        return _back(base, int(short[1]), known.units[short[2]]) if known else None
    at, rest = clock_in(plain)
    tokens = _TOKEN.findall(rest)
    if not tokens or len(tokens) > _MOST_WORDS:
        return None
    for language in languages:
        words = vocabulary(language)
        found = words and _counted(tokens, base, words)
        if found:
            moment, precision = found
            if at is not None and precision == "about_day":
                return datetime.combine(moment, at), "second"
            return moment, precision
    return None


def _counted(
    tokens: list[str], base: datetime, words: Vocabulary
) -> tuple[datetime, DatePrecision] | None:
    sentence = f" {' '.join(tokens)} "
    for phrase, ago in sorted(words.days.items(), key=lambda day: -day[1]):
        if f" {phrase} " in sentence and len(tokens) <= _MOST_BESIDE_DAY + phrase.count(" "):
            return _back(base, ago, "day")
    goes_back = any(f" {word} " in sentence for word in words.back)
    is_last = not goes_back and any(f" {word} " in sentence for word in words.last)
    if not goes_back and not is_last:
        return None
    counted = [
        (_number_beside(tokens, place, words), unit)
        for place, token in enumerate(tokens)
        if (unit := words.units.get(token))
    ]
    if not counted or (is_last and any(number is not None for number, _ in counted)):
        return None
    number, unit = next((one for one in counted if one[0] is not None), counted[0])
    return _back(base, 1 if number is None else number, unit)


def _number_beside(tokens: list[str], place: int, words: Vocabulary) -> int | None:
    """The number before the unit at *place*, or after it, as Swahili puts it."""
    for beside in (place - 1, place + 1):
        if 0 <= beside < len(tokens):
            token = tokens[beside]
            number = int(token[:6]) if token.isdecimal() else words.numbers.get(token)
            if number is not None:
                return number
    return None


def _back(base: datetime, number: int, unit: Unit) -> tuple[datetime, DatePrecision] | None:
    """The start of the period *number* units before *base*; None for what no page can mean."""
    if number > _MOST_UNITS:
        return None
    if unit == "hour":
        base -= timedelta(hours=number)
    day = base.replace(hour=0, minute=0, second=0, microsecond=0)
    if unit == "week":
        return day - timedelta(weeks=number, days=day.weekday()), "week"
    if unit in {"month", "year"}:
        return _months_back(day, number, unit)
    return day - timedelta(days=number if unit == "day" else 0), "about_day"


def _months_back(day: datetime, number: int, unit: Unit) -> tuple[datetime, DatePrecision] | None:
    month = day.year * _MONTHS_A_YEAR + day.month - 1
    year, past = divmod(month - number * (1 if unit == "month" else _MONTHS_A_YEAR), _MONTHS_A_YEAR)
    if year < 1:
        return None
    if unit == "month":
        return day.replace(year=year, month=past + 1, day=1), "month"
    return day.replace(year=year, month=1, day=1), "year"
