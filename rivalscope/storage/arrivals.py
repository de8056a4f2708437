"""When reviews were first seen, beside the days that they are dated."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from rivalscope.models import Arrival
from rivalscope.storage.countable import DAY_TOLD

if TYPE_CHECKING:
    from rivalscope.storage.daily_counts import DailyCounts

#: Reviews of a source from the day of its first good crawl on: what that one found is no news.
_SINCE_FIRST = """
WITH crawled AS (
    SELECT brand, source, min(finished_at) AS first FROM source_runs
    WHERE kind = 'reviews' AND state = 'ok' GROUP BY brand, source
), places AS (
    SELECT DISTINCT c.*, s.platform FROM crawled c JOIN daily_sources s USING (brand, source)
)
"""
_ARRIVALS = f"""{_SINCE_FIRST}
SELECT p.brand, p.source, p.platform, date(r.first_seen_at) AS night,
    CAST(julianday(date(r.first_seen_at)) - julianday(r.published_on) AS INTEGER) AS days,
    count(r.id) AS reviews
FROM places p LEFT JOIN reviews r ON r.brand = p.brand AND r.source = p.source
    AND r.platform = p.platform AND coalesce(r.published_on, '') >= max(date(p.first), ?)
    AND r.first_seen_at > p.first AND {DAY_TOLD}
GROUP BY 1, 2, 3, 4, 5
"""
#: Of reviews of some days: how long before the last good crawl that did not see them yet they are
#: dated, and how many got a date later than the day after they were first seen.
_STEADINESS = """
WITH places AS (SELECT DISTINCT brand, source, platform FROM daily_sources), seen AS (
    SELECT p.brand, p.source, p.platform, date(r.first_seen_at) AS night, r.published_on AS day,
        count(*) AS reviews, sum(r.published_on > date(r.first_seen_at, '+1 day')) AS redated
    FROM places p JOIN reviews r ON r.brand = p.brand AND r.source = p.source
        AND r.platform = p.platform AND coalesce(r.published_on, '') BETWEEN ? AND ?
    WHERE r.gone_at IS NULL AND r.date_precision IN ('second', 'day') GROUP BY 1, 2, 3, 4, 5
)
SELECT brand, source, platform, CAST(julianday((
        SELECT max(date(finished_at)) FROM source_runs w WHERE w.brand = seen.brand
        AND w.source = seen.source AND w.state = 'ok' AND date(w.finished_at) < seen.night
    )) - julianday(day) AS INTEGER) AS overlooked,
    sum(reviews) AS reviews, sum(redated) AS redated
FROM seen GROUP BY 1, 2, 3, 4
"""


class Steadiness(NamedTuple):
    """How the reviews of some days of one source came in, as far as it is out of the ordinary."""

    overlooked: int | None
    """Days from their date to the last good crawl that did not see them; None where none was."""
    reviews: int
    redated: int
    """Those whose date became a later one after they had been seen."""


class Arrivals:
    """How the reviews of one database came in."""

    def __init__(self, counts: DailyCounts) -> None:
        self._counts = counts

    def by_source(self, *, since: date) -> dict[tuple[str, str, str], tuple[Arrival, ...]]:
        """(brand, source, platform) -> arrivals of reviews dated from *since* on.

        Of every source that was ever crawled well, also where nothing has arrived since; what its
        first crawl found is left out.
        """
        found: dict[tuple[str, str, str], list[Arrival]] = defaultdict(list)
        for row in self._counts.rows(_ARRIVALS, (since.isoformat(),)):
            arrivals = found[row["brand"], row["source"], row["platform"]]
            if row["reviews"]:
                night = date.fromisoformat(row["night"])
                arrivals.append(Arrival(night=night, days=row["days"], reviews=row["reviews"]))
        return {source: tuple(arrivals) for source, arrivals in found.items()}

    def steadiness(
        self, *, since: date, until: date
    ) -> dict[tuple[str, str, str], tuple[Steadiness, ...]]:
        """(brand, source, platform) -> how the reviews of those days came in."""
        found: dict[tuple[str, str, str], list[Steadiness]] = defaultdict(list)
        for row in self._counts.rows(_STEADINESS, (since.isoformat(), until.isoformat())):
            found[row["brand"], row["source"], row["platform"]].append(
                Steadiness(row["overlooked"], row["reviews"], row["redated"])
            )
        return {source: tuple(rows) for source, rows in found.items()}
