"""Reads dates in words of many languages, relative ones too, by a guarded dateparser."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

    from rivalscope.models import DateOrder, DatePrecision

_LANGUAGES = ("en", "cs", "ru", "hu", "sw", "de", "es", "fr", "pl")
# English is printed month first by few; dateparser takes all of it so.
_MONTH_FIRST_REGIONS = frozenset({"US", "PH", "FM", "MH", "PW"})
_MOST_WORDS_DROPPED = 4
_LONGEST = 60
_CLOCK = re.compile(r"\d{1,2}:\d{2}")
_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]{3,}")
_YEAR_LENGTH = 4
# A relative date needs a digit or one of these: without them dateparser takes "a" for January.
_RELATIVE_WORD = re.compile(
    r"\b(?:ago|today|yesterday|now|last|dnes\w*|včera\w*|před|teď|сегодня|вчера|назад|позавчера|только|"
    r"ma|tegnap|most|ezelőtt|leo|jana|juzi|iliyopita|uliopita|heute|gestern|vorgestern|vor|jetzt|hoy|ayer|"
    r"hace|ahora|aujourd|hier|y a|dziś|dzisiaj|wczoraj|temu)\b",
    re.IGNORECASE,
)


def read(
    text: str, *, seen_at: datetime, language: str | None, order: DateOrder | None
) -> tuple[datetime, DatePrecision] | None:
    """Moment and precision that *text* states, such as ``23rd March 2025`` or ``před 3 dny``.

    *language* is a BCP 47 tag; the shipped languages are tried where it is unknown or does not
    help. Words before the date (``Added``, ``am``) are passed over. None where no date is found.
    """
    if len(text) > _LONGEST:
        return None
    known = (language or "").partition("-")[0]
    chosen = order or _order_of_region(language)
    # Relative dates are counted in UTC: the source's own offset can't be known from them.
    # To the minute, because dateparser keeps every base it has ever seen.
    base = seen_at.astimezone(UTC).replace(tzinfo=None, second=0, microsecond=0)
    for languages in dict.fromkeys(((known,) if known else _LANGUAGES, _LANGUAGES)):
        for candidate in _candidates(text):
            found = _relative(candidate, base, languages) or _absolute(
                candidate, base, languages, chosen
            )
            if found:
                return found
    return None


def _order_of_region(language: str | None) -> DateOrder | None:
    name, _, region = (language or "").partition("-")
    return "DMY" if name == "en" and region and region not in _MONTH_FIRST_REGIONS else None


def _candidates(text: str) -> list[str]:
    """*text*, and *text* without its first words: labels stand before a date, hardly after it."""
    words = text.split()
    return [" ".join(words[first:]) for first in range(min(len(words), _MOST_WORDS_DROPPED + 1))]


def _relative(
    text: str, base: datetime, languages: tuple[str, ...]
) -> tuple[datetime, DatePrecision] | None:
    if not (_DIGITS.search(text) and _WORD.search(text)) and not _RELATIVE_WORD.search(text):
        return None
    return _read_by(_parser(languages, None, "relative-time", base), text)


def _absolute(
    text: str, base: datetime, languages: tuple[str, ...], order: DateOrder | None
) -> tuple[datetime, DatePrecision] | None:
    if not _may_be_absolute(text):
        return None
    return _read_by(_parser(languages, order, "absolute-time", base), text)


def _read_by(parser: DateDataParser, text: str) -> tuple[datetime, DatePrecision] | None:
    try:
        found = parser.get_date_data(text)
    except (ValueError, OverflowError):  # "99999999999 years ago"
        return None
    if found is None or found.date_obj is None:
        return None
    return _started(found.date_obj, found.period, has_clock=bool(_CLOCK.search(text)))


def _may_be_absolute(text: str) -> bool:
    """Whether *text* has the parts of a date: two numbers, or a number and the name of a month."""
    numbers = _DIGITS.findall(text)
    if len(numbers) > 1:
        return any(len(number) == _YEAR_LENGTH for number in numbers) or len(numbers) > 2  # ruff: ignore[magic-value-comparison]
    return len(numbers) == 1 and len(numbers[0]) <= _YEAR_LENGTH and bool(_WORD.search(text))


def _started(at: datetime, period: str, *, has_clock: bool) -> tuple[datetime, DatePrecision]:
    """*at* moved to the start of the period that the text speaks of."""
    if has_clock:
        return at, "second"
    day = at.replace(hour=0, minute=0, second=0, microsecond=0)
    if period == "year":
        return day.replace(month=1, day=1), "year"
    if period == "month":
        return day.replace(day=1), "month"
    if period == "week":
        return day - timedelta(days=day.weekday()), "week"
    return day, "day"


@lru_cache(maxsize=64)
def _parser(
    languages: tuple[str, ...], order: DateOrder | None, kind: str, base: datetime
) -> DateDataParser:
    # dateparser takes a third of a second to import, and most pages need none of it.
    from dateparser.date import DateDataParser  # ruff: ignore[import-outside-top-level]

    settings: dict[str, object] = {
        "PARSERS": [kind],
        "RELATIVE_BASE": base,
        "RETURN_AS_TIMEZONE_AWARE": True,
        "TIMEZONE": "UTC",
        "PREFER_DATES_FROM": "past",
        "PREFER_DAY_OF_MONTH": "first",
        "PREFER_MONTH_OF_YEAR": "first",
        "RETURN_TIME_AS_PERIOD": True,
    }
    if order:
        settings["DATE_ORDER"] = order
    return DateDataParser(languages=list(languages), settings=settings)
