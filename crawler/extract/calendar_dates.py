"""Reads calendar dates as people print them: ``23rd March 2025``, ``8.6.2020``, ``2025. márc.``."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from crawler.extract.clock_times import clock_in
from crawler.extract.date_words import folded, months

if TYPE_CHECKING:
    from rivalscope.models import DateOrder, DatePrecision

_NAME = r"([^\W\d_]{3,12})"
_OF = r"(?:(?:of|de|del)\s+|d')?"
_ORDINAL = r"(?:st|nd|rd|th|er|º|o|-?го|-?е)?\.?"  # ruff: ignore[ambiguous-unicode-character-string]
_DAY_FIRST = re.compile(
    rf"(?<![\d.,])(\d{{1,2}}){_ORDINAL}[\s-]*{_OF}{_NAME}\.?,?[\s-]*{_OF}"
    r"(\d{4}|'\d{2}|(?<=-)\d{2})?(?![\d:])"
)
_MONTH_FIRST = re.compile(
    rf"{_NAME}\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?(?![\d:.]\d)(?:,?\s+(\d{{4}})(?!\d))?"
)
_YEAR_FIRST = re.compile(rf"(?<!\d)(\d{{4}})\.?\s+{_NAME}\.?\s+(\d{{1,2}})(?!\d)")
_MONTH_ONLY = re.compile(
    rf"(?<![^\W\d_])(?<!\d )(?<!\. ){_NAME}\.?,?\s+{_OF}(\d{{4}})(?!\d)"
    rf"|(?<!\d)(\d{{4}})\.?\s+{_NAME}"
)
_NUMBERS = re.compile(
    r"(?<![\d.,/-])(\d{1,4})(?:\.\s{0,2}|\s?/\s?|-)(\d{1,2})(?:\.\s{0,2}|\s?/\s?|-)(\d{4}|\d{2})(?![\d/-])"
)
_BASIC = re.compile(r"(20\d{2})(\d{2})(\d{2})")
_DAY_AND_MONTH = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.")
# What may follow a date without a year: with more behind it, the number is a number of something.
_AFTER_DAY = re.compile(r"[\s,.]*(?:um|at|uhr|v|ve|в|г|a|o|las|klo|saa)?[\s,.]*")  # ruff: ignore[ambiguous-unicode-character-string]
_CENTURY = 2000
_YEAR_LENGTH = 4
_AHEAD = timedelta(days=2)


def read(text: str, *, base: datetime, order: DateOrder) -> tuple[datetime, DatePrecision] | None:
    """Moment and precision of the first calendar date in *text*; None without any.

    A date without a year is the latest that is not after *base*, which has no zone. *order* decides
    between day and month where both are numbers that fit, and dots always mean the day first.
    """
    at, plain = clock_in(folded(text))
    found = _named(plain, base) or _numbered(plain, base, order)
    if found is not None:
        return (datetime.combine(found, at), "second") if at is not None else (found, "day")
    month = _month(plain)
    return (month, "month") if month else None


def _named(text: str, base: datetime) -> datetime | None:
    for match in _YEAR_FIRST.finditer(text):
        if day := _day(int(match[1]), months().get(match[2]), int(match[3])):
            return day
    for pattern, day_place, month_place in ((_DAY_FIRST, 1, 2), (_MONTH_FIRST, 2, 1)):
        for match in pattern.finditer(text):
            month, number = months().get(match[month_place]), int(match[day_place])
            if month is None:
                continue
            if match[3]:
                if day := _day(_whole_year(match[3], base), month, number):
                    return day
            elif _AFTER_DAY.fullmatch(text, match.end()):
                return _latest(month, number, base)
    return None


def _numbered(text: str, base: datetime, order: DateOrder) -> datetime | None:
    if basic := _BASIC.fullmatch(text.strip()):
        return _day(*map(int, basic.groups()))
    if short := _DAY_AND_MONTH.fullmatch(text.strip()):
        return _latest(int(short[2]), int(short[1]), base)
    for match in _NUMBERS.finditer(text):
        first, second, third = match.groups()
        if len(first) == _YEAR_LENGTH:
            return _day(int(first), int(second), int(third))
        if len(first) <= 2:  # ruff: ignore[magic-value-comparison]
            return _ordered(match, base, order)
    return None


def _ordered(match: re.Match[str], base: datetime, order: DateOrder) -> datetime | None:
    """A date of three short numbers, read in *order* where that gives one, else the other way."""
    first, second, third = match.groups()
    if order == "YMD" and len(third) < _YEAR_LENGTH:
        return _day(_whole_year(first, base), int(second), int(third))
    year = _whole_year(third, base)
    day_first = _day(year, int(second), int(first))
    month_first = _day(year, int(first), int(second))
    if order == "MDY" and "." not in match[0]:
        return month_first or day_first
    return day_first or month_first


def _month(text: str) -> datetime | None:
    for match in _MONTH_ONLY.finditer(text):
        name, year = (match[1], match[2]) if match[1] else (match[4], match[3])
        if month := months().get(name):
            return _day(int(year), month, 1)
    return None


def _whole_year(digits: str, base: datetime) -> int:
    """The year that *digits* print, two of them being the latest that is not ahead of *base*."""
    bare = digits.lstrip("'")
    if len(bare) == _YEAR_LENGTH:
        return int(bare)
    year = _CENTURY + int(bare)
    return year if year <= base.year else year - 100


def _latest(month: int, number: int, base: datetime) -> datetime | None:
    this_year = _day(base.year, month, number)
    if this_year is not None and this_year <= base + _AHEAD:
        return this_year
    return _day(base.year - 1, month, number)


def _day(year: int, month: int | None, number: int) -> datetime | None:
    try:
        return datetime(year, month or 0, number)  # ruff: ignore[call-datetime-without-tzinfo] - zone unknown
    except ValueError:
        return None
