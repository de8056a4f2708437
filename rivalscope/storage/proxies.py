"""Tables of signals that proxies count: effort, named brands; and the replies and advice in others.

A reading says by which version of the phrases a review's content was searched, with or without
finding anything.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from rivalscope.batches import batched
from rivalscope.models import (
    DailyAdvice,
    DailyCount,
    DailyVolume,
    Evidence,
    ProxySignal,
    SourceReplies,
    Stratum,
)
from rivalscope.storage import review_rows
from rivalscope.storage.countable import COUNTED, not_in
from rivalscope.storage.review_identity import EXACT

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from rivalscope.models import Text
    from rivalscope.storage.database import Database

_KEYS_AT_ONCE = 500
#: Themes of the core pack that say whether a customer would recommend the brand or come again.
_ADVICE = ("recommend", "loyalty")
# CROSS JOIN keeps SQLite to this order: of most reviews the text need not be read at all.
_WAITING = """
SELECT r.id FROM understandings u LEFT JOIN proxy_readings p ON p.review = u.review
CROSS JOIN reviews r
WHERE u.language = ? AND (p.review IS NULL OR p.version != ? OR p.content != u.content
    OR p.language != u.language)
    AND r.id = u.review AND r.content = u.content
ORDER BY u.review
"""
_READ = (
    " FROM proxy_readings p JOIN reviews r ON r.id = p.review"
    " JOIN understandings u ON u.review = r.id"
)


class Proxies:
    """What the reviews of one database tell of effort, moves, advice and replies."""

    def __init__(self, database: Database) -> None:
        self._db = database

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
        where, values = _published(since, until, without)
        rows = self._db.rows(
            "SELECT r.brand, r.platform, u.language, r.published_on AS day, count(*) AS reviews"
            f"{_READ} WHERE {where} GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4",
            values,
        )
        return tuple(DailyVolume(**_daily(row), reviews=row["reviews"]) for row in rows)

    def daily_counts(
        self, *, since: date, until: date, without: Collection[str] = ()
    ) -> tuple[DailyCount, ...]:
        """Countable reviews with each signal, its ``kind:brand`` as the theme, as complaints."""
        where, values = _published(since, until, without)
        rows = self._db.rows(
            "SELECT r.brand, r.platform, u.language, r.published_on AS day,"
            " s.kind || ':' || s.brand AS theme, count(*) AS complaints"
            f"{_READ} JOIN proxy_signals s ON s.review = p.review WHERE {where}"
            " GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5",
            values,
        )
        return tuple(
            DailyCount(**_daily(row), theme=row["theme"], complaints=row["complaints"], praises=0)
            for row in rows
        )

    def evidence(
        self, *, since: date, until: date, without: Collection[str] = ()
    ) -> tuple[Evidence, ...]:
        """The quote of every signal counted, newest first, its theme as in daily_counts."""
        where, values = _published(since, until, without)
        rows = self._db.rows(
            "SELECT r.id AS review_id, r.brand, r.platform, u.language,"
            " s.kind || ':' || s.brand AS theme, 'neutral' AS polarity, s.quote,"
            " 'proxy' AS rule, r.published_on, coalesce(r.url, r.page_url) AS url"
            f"{_READ} JOIN proxy_signals s ON s.review = p.review WHERE {where}"
            " ORDER BY r.published_on DESC, r.id, s.start",
            values,
        )
        return tuple(
            Evidence(**{**row, "published_on": date.fromisoformat(row["published_on"])})
            for row in rows
        )

    def daily_advice(
        self, *, since: date, until: date, without: Collection[str] = ()
    ) -> tuple[DailyAdvice, ...]:
        """Countable reviews that recommend the brand or warn of it, would come again or not."""
        where, values = _published(since, until, without)
        marks = ", ".join("?" for _ in _ADVICE)
        rows = self._db.rows(
            "WITH advice AS (SELECT review, max(polarity = 'positive') AS good,"
            f" max(polarity = 'negative') AS bad FROM mentions WHERE theme IN ({marks})"
            " AND polarity != 'neutral' GROUP BY review)"
            " SELECT r.brand, r.platform, u.language, r.published_on AS day,"
            " sum(a.good AND NOT a.bad) AS willing, sum(a.bad AND NOT a.good) AS unwilling,"
            " sum(a.good AND a.bad) AS torn"
            " FROM advice a JOIN reviews r ON r.id = a.review"
            f" JOIN understandings u ON u.review = r.id WHERE {where}"
            " GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4",
            (*_ADVICE, *values),
        )
        return tuple(
            DailyAdvice(
                **_daily(row), willing=row["willing"], unwilling=row["unwilling"], torn=row["torn"]
            )
            for row in rows
        )

    def replies(
        self, *, since: date, until: date, without: Collection[str] = ()
    ) -> tuple[SourceReplies, ...]:
        """Per source its reviews and replies, on platforms where a reply was ever seen.

        A reply counts whatever the review's language. Delays need the exact day of both; a reply
        older than its review belongs to an earlier version of it and has none.
        """
        rows = self._db.rows(
            "SELECT r.brand, r.source, r.platform, r.published_on, r.date_precision,"
            " r.reply_body IS NOT NULL AS replied, r.reply_at FROM reviews r"
            " WHERE r.duplicate_of IS NULL AND r.gone_at IS NULL"
            " AND coalesce(r.date_precision, 'day') != 'year'"
            f" AND r.published_on BETWEEN ? AND ? AND {not_in(without)}"
            " AND r.platform IN (SELECT platform FROM reviews WHERE reply_body IS NOT NULL)"
            " ORDER BY r.brand, r.source, r.platform",
            (since.isoformat(), until.isoformat(), *sorted(without)),
        )
        groups: dict[tuple[str, str, str], list[dict[str, Any]]] = {}
        for row in rows:
            groups.setdefault((row["brand"], row["source"], row["platform"]), []).append(row)
        return tuple(
            SourceReplies(
                brand=brand,
                source=source,
                platform=platform,
                reviews=len(group),
                replied=sum(row["replied"] for row in group),
                delays=tuple(sorted(days for row in group if (days := _delay(row)) is not None)),
            )
            for (brand, source, platform), group in groups.items()
        )


def _published(
    since: date, until: date, without: Collection[str]
) -> tuple[str, tuple[object, ...]]:
    """The condition that a review is countable and of those days, with its values."""
    where = f"{COUNTED} AND r.published_on BETWEEN ? AND ? AND {not_in(without)}"
    return where, (since.isoformat(), until.isoformat(), *sorted(without))


def _daily(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "brand": row["brand"],
        "stratum": Stratum(platform=row["platform"], language=row["language"]),
        "day": date.fromisoformat(row["day"]),
    }


def _delay(row: dict[str, Any]) -> int | None:
    """Days as the source prints them, its own offset in both."""
    if row["reply_at"] is None or row["date_precision"] not in EXACT:
        return None
    replied_on = datetime.fromisoformat(row["reply_at"]).date()
    days = (replied_on - date.fromisoformat(row["published_on"])).days
    return days if days >= 0 else None
