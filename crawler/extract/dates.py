"""Reads dates as sources print them, ISO first, and says how precise each is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache
from typing import TYPE_CHECKING

from crawler.extract import written_dates

if TYPE_CHECKING:
    from rivalscope.models import DateOrder, DatePrecision

_EARLIEST_YEAR = 2000
_FUTURE_TOLERATED = timedelta(hours=36)
_LONGEST = 120
_MILLISECONDS_FROM = 100_000_000_000

_ISO = re.compile(r"\d{4}-\d{1,2}-\d{1,2}(?:[T ]|$)")
_ISO_MONTH = re.compile(r"(\d{4})-(\d{2})")
_ISO_YEAR = re.compile(r"(?:19|20)\d{2}")
_ISO_OFFSET = re.compile(r"\s*(Z|UTC|[+-]\d{2}:?\d{2}(?::?\d{2})?)$", re.IGNORECASE)
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
# "Tue Apr 01 2025 20:08:29 GMT+0100 (British Summer Time)": what JavaScript's Date prints; and
# "Tue, 1 Apr 2025 20:08:29 +0100": RFC 5322.
_JAVASCRIPT = re.compile(
    r"[A-Za-z]{3} (?P<month>[A-Z][a-z]{2}) (?P<day>\d{1,2}) (?P<year>\d{4})"
    r" (?P<time>\d{2}:\d{2}:\d{2}) (?:GMT|UTC)?(?P<offset>[+-]\d{4})?"
)
_MAIL = re.compile(
    r"(?:[A-Za-z]{3}, )?(?P<day>\d{1,2}) (?P<month>[A-Z][a-z]{2}) (?P<year>\d{4})"
    r" (?P<time>\d{2}:\d{2}:\d{2}) (?:GMT|UTC|(?P<offset>[+-]\d{4}))"
)
_MONTH_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES, start=1)}
_PAGE_LANGUAGE = re.compile(
    rb"""<html\b[^>]{0,400}?\slang\s*=\s*["']?([A-Za-z]{2}(?:[-_][A-Za-z]{2})?)\b""", re.IGNORECASE
)
_HEAD = 8192


@dataclass(frozen=True, slots=True)
class Moment:
    """When something happened, as precisely as the source says."""

    at: datetime
    """Aware, in the source's own offset (UTC where it prints none); start of a coarser period."""
    precision: DatePrecision


def read_moment(
    raw: object,
    *,
    seen_at: datetime,
    language: str | None = None,
    order: DateOrder | None = None,
) -> Moment | None:
    """When *raw* says something happened; None where it says nothing believable.

    *raw* is a string or a number of seconds (or milliseconds) since 1970. Relative dates count from
    *seen_at*. Refused: what has neither a digit nor a relative word, anything before 2000, and
    anything more than 36 hours after *seen_at*.
    """
    if isinstance(raw, bool):
        return None
    if isinstance(raw, int | float):
        moment = _from_epoch(float(raw))
    elif isinstance(raw, str) and 0 < len(text := raw.strip()) <= _LONGEST:
        moment = _from_text(text, seen_at, language, order)
    else:
        moment = None
    return moment if moment is not None and _believable(moment, seen_at) else None


def declared_language(markup: bytes) -> str | None:
    """Value of ``<html lang>``, such as ``en`` or ``en-GB``; None where there is none."""
    match = _PAGE_LANGUAGE.search(markup, 0, _HEAD)
    if not match:
        return None
    language, _, region = match[1].decode("ascii").replace("_", "-").partition("-")
    return f"{language.lower()}-{region.upper()}" if region else language.lower()


def _believable(moment: Moment, seen_at: datetime) -> bool:
    return moment.at.year >= _EARLIEST_YEAR and moment.at <= seen_at + _FUTURE_TOLERATED


@lru_cache(maxsize=4096)
def _from_text(
    text: str, seen_at: datetime, language: str | None, order: DateOrder | None
) -> Moment | None:
    if _ISO.match(text):
        return _from_iso(text)
    if match := _ISO_MONTH.fullmatch(text):
        return _started(int(match[1]), int(match[2]), "month")
    if _ISO_YEAR.fullmatch(text):
        return _started(int(text), 1, "year")
    if _EPOCH.fullmatch(text):
        return _from_epoch(float(text))
    if match := _JAVASCRIPT.match(text) or _MAIL.fullmatch(text):
        return _from_named_month(match)
    written = written_dates.read(text, seen_at=seen_at, language=language, order=order)
    return Moment(*written) if written else None


def _from_iso(text: str) -> Moment | None:
    """ISO 8601 as it is met: a blank for the T, single digits, ``UTC``, no zone."""
    day, _, clock = text.replace("T", " ").partition(" ")
    offset = _ISO_OFFSET.search(clock)
    if offset:
        clock = clock[: offset.start()]
    zone = "" if not offset or offset[1].upper() in {"Z", "UTC"} else offset[1]
    year, month, date = (part.zfill(2) for part in day.split("-"))
    try:
        at = datetime.fromisoformat(f"{year}-{month}-{date}T{clock.strip() or '00:00'}{zone}")
    except ValueError:
        return None
    # Midnight to the second without a zone is a day that a program has printed as a time.
    whole_day = not offset and not any((at.hour, at.minute, at.second, at.microsecond))
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    return Moment(at, "day" if whole_day else "second")


def _from_epoch(seconds: float) -> Moment | None:
    if seconds >= _MILLISECONDS_FROM:
        seconds /= 1000
    try:
        return Moment(datetime.fromtimestamp(seconds, UTC), "second")
    except (ValueError, OverflowError, OSError):
        return None


def _from_named_month(match: re.Match[str]) -> Moment | None:
    month = _MONTHS.get(match["month"])
    offset = match["offset"] or "+0000"
    away = timedelta(hours=int(offset[1:3]), minutes=int(offset[3:]))
    hour, minute, second = map(int, match["time"].split(":"))
    try:
        zone = timezone(-away if offset[0] == "-" else away)
        at = datetime(
            int(match["year"]), month or 0, int(match["day"]), hour, minute, second, tzinfo=zone
        )
    except ValueError:
        return None
    return Moment(at, "second")


def _started(year: int, month: int, precision: DatePrecision) -> Moment | None:
    try:
        return Moment(datetime(year, month, 1, tzinfo=UTC), precision)
    except ValueError:
        return None
