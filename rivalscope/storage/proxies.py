"""Tables of signals that proxies count: effort, named brands; and the replies and advice in others.

A reading says by which version of the phrases a review's content was searched, with or without
finding anything.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import starmap
from typing import TYPE_CHECKING

from rivalscope.batches import batched
from rivalscope.models import (
    DailyAdvice,
    DailyCount,
    DailyVolume,
    Evidence,
    ProxySignal,
    SourceReplies,
)
from rivalscope.storage import review_rows
from rivalscope.storage.countable import not_in
from rivalscope.storage.day_rows import placed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from rivalscope.models import Text
    from rivalscope.storage.daily_counts import DailyCounts
    from rivalscope.storage.database import Database

_KEYS_AT_ONCE = 500
# CROSS JOIN keeps SQLite to this order: of most reviews the text need not be read at all.
_WAITING = """
SELECT r.id FROM understandings u LEFT JOIN proxy_readings p ON p.review = u.review
CROSS JOIN reviews r
WHERE u.language = ? AND (p.review IS NULL OR p.version != ? OR p.content != u.content
    OR p.language != u.language)
    AND r.id = u.review AND r.content = u.content
ORDER BY u.review
"""
#: Reviews that are looked at for quotes on one signal: enough, though some repeat each other.
_CANDIDATES = 24
_QUOTED = f"""
SELECT r.id AS review_id, r.brand, r.platform, q.language, q.theme, 'neutral' AS polarity, s.quote,
    'proxy' AS rule, r.published_on, coalesce(r.url, r.page_url) AS url
FROM (
    SELECT *, row_number()
        OVER (PARTITION BY brand, theme ORDER BY quality, day DESC, review) AS place
    FROM daily_quotes
    WHERE brand IN (SELECT DISTINCT brand FROM daily_sources) AND polarity = 'neutral'
        AND {{published}}
) q
CROSS JOIN reviews r ON r.id = q.review
CROSS JOIN proxy_signals s ON s.review = q.review AND s.kind || ':' || s.brand = q.theme
WHERE q.place <= {_CANDIDATES} ORDER BY r.published_on DESC, r.id, s.start
"""


class Proxies:
    """What the reviews of one database tell of effort, moves, advice and replies."""

    def __init__(self, database: Database, counts: DailyCounts) -> None:
        self._db = database
        self._counts = counts

    def waiting(self, versions: Mapping[str, str]) -> list[str]:
        """Ids of understood reviews not yet searched with the phrases of their language.

        *versions*: language -> version of its phrases; other languages are never searched.
        """
        return [
            row["id"]
            for language, version in sorted(versions.items())
            for row in self._db.rows(_WAITING, (language, version))
        ]

    def texts(self, ids: Sequence[str]) -> list[tuple[Text, str, str, str]]:
        """(text, brand, language, content) of those understood reviews."""
        found: list[tuple[Text, str, str, str]] = []
        for some in batched(ids, _KEYS_AT_ONCE):
            marks = ", ".join("?" for _ in some)
            rows = self._db.rows(
                "SELECT r.*, u.language AS understood FROM reviews r"
                f" JOIN understandings u ON u.review = r.id WHERE r.id IN ({marks}) ORDER BY r.id",
                some,
            )
            found += [
                (review_rows.text_of(row), row["brand"], row["understood"], row["content"])
                for row in rows
            ]
        return found

    def save(
        self,
        read: Iterable[tuple[str, str, str, tuple[ProxySignal, ...]]],
        *,
        versions: Mapping[str, str],
    ) -> None:
        """Keeps (review, language, content, signals) in place of what was read before."""
        rows = list(read)
        with self._db.tx():
            # replacing the parent drops its old signals (ON DELETE CASCADE)
            self._db.execute_many(
                "DELETE FROM proxy_readings WHERE review = ?", [(row[0],) for row in rows]
            )
            self._db.execute_many(
                "INSERT INTO proxy_readings (review, content, language, version)"
                " VALUES (?, ?, ?, ?)",
                [
                    (review, content, language, versions[language])
                    for review, language, content, _ in rows
                ],
            )
            self._db.execute_many(
                'INSERT INTO proxy_signals (review, kind, brand, start, "end", quote)'
                " VALUES (?, ?, ?, ?, ?, ?)",
                [
                    (review, one.kind, one.brand, one.start, one.end, one.quote)
                    for review, _, _, signals in rows
                    for one in signals
                ],
            )

    def signals_of(self, review: str) -> tuple[ProxySignal, ...]:
        """The signals in one review, in the order of its text."""
        rows = self._db.rows(
            'SELECT kind, brand, start, "end", quote FROM proxy_signals WHERE review = ?'
            ' ORDER BY start, "end", kind, brand',
            (review,),
        )
        return tuple(ProxySignal(**row) for row in rows)

    def daily_volumes(
        self, *, since: date, until: date, without: Collection[str] = ()
    ) -> tuple[DailyVolume, ...]:
        """Countable reviews that were searched, as ``Understandings.daily_volumes`` gives them."""
        rows = self._counts.tuples(
            "SELECT brand, platform, language, day, searched FROM daily_volumes"
            f" WHERE searched AND {_published(without)}",
            _values(since, until, without),
        )
        return tuple(starmap(DailyVolume, placed(rows)))

    def daily_counts(
        self, *, since: date, until: date, without: Collection[str] = ()
    ) -> tuple[DailyCount, ...]:
        """Countable reviews with each signal, its ``kind:brand`` as the theme, as complaints."""
        rows = self._counts.tuples(
            "SELECT brand, platform, language, day, signal, reviews FROM daily_signals"
            f" WHERE {_published(without)}",
            _values(since, until, without),
        )
        return tuple(
            DailyCount(brand, stratum, day, (signal,), (reviews,), (0,))
            for brand, stratum, day, signal, reviews in placed(rows)
        )

    def evidence(
        self, *, since: date, until: date, without: Collection[str] = ()
    ) -> tuple[Evidence, ...]:
        """Quotes to choose from for each signal counted, its theme as in daily_counts."""
        rows = self._counts.rows(
            _QUOTED.format(published=_published(without)), _values(since, until, without)
        )
        return tuple(
            Evidence(**{**row, "published_on": date.fromisoformat(row["published_on"])})
            for row in rows
        )

    def daily_advice(
        self, *, since: date, until: date, without: Collection[str] = ()
    ) -> tuple[DailyAdvice, ...]:
        """Countable reviews that recommend the brand or warn of it, would come again or not."""
        rows = self._counts.tuples(
            "SELECT brand, platform, language, day, willing, unwilling, torn FROM daily_advice"
            f" WHERE {_published(without)}",
            _values(since, until, without),
        )
        return tuple(starmap(DailyAdvice, placed(rows)))

    def replies(
        self, *, since: date, until: date, without: Collection[str] = ()
    ) -> tuple[SourceReplies, ...]:
        """Per source its reviews and replies, on platforms where a reply was ever seen.

        A reply counts whatever the review's language. Delays, as the source prints both days, need
        the exact day of both; a reply older than its review belongs to an earlier version of it and
        has none.
        """
        values = _values(since, until, without)
        delays: dict[tuple[str, str, str], list[int]] = defaultdict(list)
        for row in self._counts.rows(
            "SELECT brand, source, platform, delay_days, sum(reviews) AS n FROM daily_delays"
            f" WHERE {_published(without)} GROUP BY 1, 2, 3, 4 ORDER BY 4",
            values,
        ):
            delays[row["brand"], row["source"], row["platform"]] += [row["delay_days"]] * row["n"]
        rows = self._counts.rows(
            "SELECT brand, source, platform, sum(dated) AS reviews, sum(replied) AS replied"
            f" FROM daily_sources WHERE {_published(without)}"
            " AND platform IN (SELECT platform FROM daily_sources WHERE replies)"
            " GROUP BY 1, 2, 3 HAVING reviews > 0 ORDER BY 1, 2, 3",
            values,
        )
        return tuple(
            SourceReplies(**row, delays=tuple(delays[row["brand"], row["source"], row["platform"]]))
            for row in rows
        )


def _published(without: Collection[str]) -> str:
    """The condition that a row is of those days and of none of those sources."""
    return f"day BETWEEN ? AND ? AND {not_in(without)}"


def _values(since: date, until: date, without: Collection[str]) -> tuple[object, ...]:
    return (since.isoformat(), until.isoformat(), *sorted(without))
