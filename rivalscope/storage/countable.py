"""Which reviews may be counted, said once for all who count."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

#: Of ``reviews r JOIN understandings u``: each review once, still on its page, in a language we
#: understand, with a text, on a day we know. ``year`` is too coarse a date for a window of weeks.
COUNTED = (
    "r.duplicate_of IS NULL AND r.gone_at IS NULL"
    " AND u.language != 'unknown' AND trim(coalesce(r.title, '') || r.body) != ''"
    " AND r.published_on IS NOT NULL AND coalesce(r.date_precision, 'day') != 'year'"
)

#: Of ``reviews r``: its date tells the day, if not always the very one. A date later than the day
#: after it was first seen was changed since, and tells nothing.
DAY_TOLD = (
    "coalesce(r.date_precision, 'day') IN ('second', 'day', 'about_day')"
    " AND r.published_on <= date(r.first_seen_at, '+1 day')"
)


def not_in(keys: Collection[str]) -> str:
    """The condition that a row's source is none of those keys (``brand/source``)."""
    marks = ", ".join("?" for _ in keys)
    return f"brand || '/' || source NOT IN ({marks})"


def days_of_sources(table: str, without: Collection[str]) -> str:
    """FROM a table of daily counts ``c``; takes *without*, sorted, and the first and last day.

    Source by source, so that each reads but its own run of days.
    """
    return (
        f"FROM (SELECT DISTINCT brand, source, platform FROM daily_sources WHERE {not_in(without)})"
        f" CROSS JOIN {table} c USING (brand, source, platform) WHERE c.day BETWEEN ? AND ?"
    )


def read_lists(texts: Iterable[str]) -> list[list[Any]]:
    """What each text of JSON lists; read as one, which is many times quicker than one by one."""
    found: list[list[Any]] = json.loads(f"[{','.join(texts)}]")
    return found
