"""What a database says of itself, read without changing it."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from typing import TYPE_CHECKING, Final

from rivalscope.storage.soundness import reading, told

if TYPE_CHECKING:
    from pathlib import Path

_NEWEST: Final = """
SELECT max(at) FROM (
    SELECT max(started_at) AS at FROM runs UNION ALL SELECT max(fetched_at) FROM fetches
)
"""
_PLACE: Final = "brand, source, platform, coalesce(published_on, '')"
#: Days that nobody noted as stale, and whose number of reviews is not that of the rows.
_WRONG: Final = f"""
WITH rows_of AS (
    SELECT brand, source, platform, coalesce(published_on, '') AS day, count(*) AS stored
    FROM reviews GROUP BY {_PLACE}
), differing AS (
    SELECT * FROM (SELECT * FROM rows_of
        EXCEPT SELECT brand, source, platform, day, stored FROM daily_sources)
    UNION ALL
    SELECT * FROM (SELECT brand, source, platform, day, stored FROM daily_sources
        EXCEPT SELECT * FROM rows_of)
)
SELECT count(*) FROM (
    SELECT brand, source, platform, day FROM differing
    EXCEPT SELECT brand, source, platform, day FROM stale_days
)
"""


def sqlite_version() -> tuple[int, ...]:
    """Of the library in use."""
    return sqlite3.sqlite_version_info


def newest_moment(path: Path) -> datetime | None:
    """When something was last begun or fetched, by the database at *path*; None where never."""
    with told(path), reading(path) as connection:
        (newest,) = connection.execute(_NEWEST).fetchone()
    return datetime.fromisoformat(newest) if newest else None


def wrongly_counted_days(path: Path) -> int | None:
    """Days whose counts differ from their reviews although nobody noted them as stale.

    None where the schema is of a version without counts by day.
    """
    with told(path), reading(path) as connection:
        tables = "SELECT 1 FROM sqlite_master WHERE name = 'daily_sources'"
        if connection.execute(tables).fetchone() is None:
            return None
        (count,) = connection.execute(_WRONG).fetchone()
    return int(count)
