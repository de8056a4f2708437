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

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\s*(.*)|$)", re.DOTALL)
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
    if isinstance(raw, str):
        moment = _from_text(raw.strip(), seen_at, language, order)
    elif isinstance(raw, int | float) and not isinstance(raw, bool):
        moment = _from_epoch(float(raw))
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


def _from_text(
    text: str, seen_at: datetime, language: str | None, order: DateOrder | None
) -> Moment | None:
    if not 0 < len(text) <= _LONGEST:
        return None
    if match := _ISO.match(text):
        return _from_iso(match)
    return _from_parts(text) or _from_words(text, seen_at, language, order)


def _from_parts(text: str) -> Moment | None:
    """Less than a day, a number of seconds, or what programs print for people."""
    if match := _ISO_MONTH.fullmatch(text):
        return _started(int(match[1]), int(match[2]), "month")
    if _ISO_YEAR.fullmatch(text):
        return _started(int(text), 1, "year")
    if _EPOCH.fullmatch(text):
        return _from_epoch(float(text))
    if match := _JAVASCRIPT.match(text) or _MAIL.fullmatch(text):
        return _from_named_month(match)
    return None


@lru_cache(maxsize=4096)
def _from_words(
    text: str, seen_at: datetime, language: str | None, order: DateOrder | None
) -> Moment | None:
    written = written_dates.read(text, seen_at=seen_at, language=language, order=order)
    return Moment(*written) if written else None


def _from_iso(match: re.Match[str]) -> Moment | None:
    """ISO 8601 as it is met: a blank for the T, single digits, ``UTC``, no zone."""
    try:
        at = datetime.fromisoformat(match[0])
    except ValueError:
        return _from_loose_iso(match)
    return _exact(at) if at.tzinfo else _zoneless(at)


def _from_loose_iso(match: re.Match[str]) -> Moment | None:
    clock = match[4] or ""
    offset = _ISO_OFFSET.search(clock)
    if offset:
        clock = clock[: offset.start()]
    zone = "" if not offset or offset[1].upper() in {"Z", "UTC"} else offset[1]
    year, month, day = (part.zfill(2) for part in match.groups()[:3])
    try:
        at = datetime.fromisoformat(f"{year}-{month}-{day}T{clock.strip() or '00:00'}{zone}")
    except ValueError:
        return None
    return _exact(at if at.tzinfo else at.replace(tzinfo=UTC)) if offset else _zoneless(at)


def _exact(at: datetime) -> Moment:
    return Moment(at, "second")


def _zoneless(at: datetime) -> Moment:
    # Midnight to the second without a zone is a day that a program has printed as a time.
    whole_day = not (at.hour or at.minute or at.second or at.microsecond)
    return Moment(at.replace(tzinfo=UTC), "day" if whole_day else "second")


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
