"""Reads dates in words: the shipped languages by our own tables, others by a guarded dateparser."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from crawler.extract import calendar_dates, relative_dates

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

    from rivalscope.models import DateOrder, DatePrecision

_LANGUAGES = ("en", "cs", "ru", "hu", "sw", "de", "es", "fr", "pl")
# English is printed month first by few, but those print most of it.
_MONTH_FIRST_REGIONS = frozenset({"", "US", "PH", "FM", "MH", "PW"})
_MOST_WORDS_DROPPED = 4
_LONGEST = 120
_LONGEST_FOREIGN = 60
_CLOCK = re.compile(r"\d{1,2}:\d{2}")
_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]{3,}")
_YEAR_LENGTH = 4


def read(
    text: str, *, seen_at: datetime, language: str | None, order: DateOrder | None
) -> tuple[datetime, DatePrecision] | None:
    """Moment and precision that *text* states, such as ``23rd March 2025`` or ``před 3 dny``.

    *language* is a BCP 47 tag; the shipped languages are tried where it is unknown or does not
    help. Words around the date (``Added``, ``am``) are passed over. None where no date is found.
    """
    if len(text) > _LONGEST:
        return None
    known = (language or "").partition("-")[0]
    # Relative dates are counted in UTC: the source's own offset can't be known from them.
    # To the minute, because dateparser keeps every base it has ever seen.
    base = seen_at.astimezone(UTC).replace(tzinfo=None, second=0, microsecond=0)
    tried = dict.fromkeys((known, *_LANGUAGES) if known else _LANGUAGES)
    found = calendar_dates.read(text, base=base, order=order or _usual_order(language))
    found = found or relative_dates.read(text, base=base, languages=tried)
    if found:
        return found[0].replace(tzinfo=UTC), found[1]
    if known in {"", *_LANGUAGES} or len(text) > _LONGEST_FOREIGN:
        return None
    return _foreign(text, base, known, order)


def _usual_order(language: str | None) -> DateOrder:
    """How *language*, a BCP 47 tag, writes dates in numbers; unknown ones count as English."""
    name, _, region = (language or "en").partition("-")
    return "MDY" if name == "en" and region in _MONTH_FIRST_REGIONS else "DMY"


def _foreign(
    text: str, base: datetime, language: str, order: DateOrder | None
) -> tuple[datetime, DatePrecision] | None:
    """The date in *text* of a language that is not shipped."""
    for candidate in _candidates(text):
        for kind in ("relative-time", "absolute-time"):
            if not _may_be_date(candidate, kind):
                continue
            parser = _parser(language, order, kind, base)
            found = _read_by(parser, candidate) if parser else None
            if found:
                return found
    return None


def _candidates(text: str) -> list[str]:
    """*text*, and *text* without its first words: labels stand before a date, hardly after it."""
    words = text.split()
    return [" ".join(words[first:]) for first in range(min(len(words), _MOST_WORDS_DROPPED + 1))]


def _read_by(parser: DateDataParser, text: str) -> tuple[datetime, DatePrecision] | None:
    try:
        found = parser.get_date_data(text)
    except (ValueError, OverflowError):  # "99999999999 years ago"
        return None
    if found is None or found.date_obj is None:
        return None
    return _started(found.date_obj, found.period, has_clock=bool(_CLOCK.search(text)))


def _may_be_date(text: str, kind: str) -> bool:
    """Whether *text* has the parts of a date: several numbers, or a number and a word."""
    numbers = _DIGITS.findall(text)
    has_word = bool(_WORD.search(text))
    if kind == "relative-time":
        return bool(numbers) and has_word
    if len(numbers) > 1:
        return any(len(number) == _YEAR_LENGTH for number in numbers) or len(numbers) > 2  # ruff: ignore[magic-value-comparison]
    return len(numbers) == 1 and len(numbers[0]) <= _YEAR_LENGTH and has_word


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
    language: str, order: DateOrder | None, kind: str, base: datetime
) -> DateDataParser | None:
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
    try:
        return DateDataParser(languages=[language], settings=settings)
    except ValueError:  # a language that dateparser does not know either
        return None
