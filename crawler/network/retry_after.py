"""When a server asks us to come back: the Retry-After header (RFC 9110, 10.2.3)."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

#: More digits than this are no time that anybody means; still, "later than ever" is what they say.
_MOST_DIGITS = 9


def seconds_asked(header: str | None, *, answered_at: datetime) -> float | None:
    """How long to stay away; None where the header says nothing that makes sense.

    *answered_at* is what the server's own clock said, so that a wrong one does no harm.
    """
    value = (header or "").strip()
    if value.isascii() and value.isdigit():
        return float(value) if len(value) <= _MOST_DIGITS else float(10**_MOST_DIGITS)
    moment = find_date(value)
    return max(0.0, (moment - answered_at).total_seconds()) if moment else None


def find_date(header: str | None) -> datetime | None:
    """The moment of an HTTP date in any of its three forms; None where it is none."""
    try:
        moment = parsedate_to_datetime(header or "")
    except (ValueError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
