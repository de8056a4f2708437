"""Which reviews may be counted, said once for all who count."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

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
