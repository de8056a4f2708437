"""Counts by published day, kept up to date day by day as the rows they count change.

Triggers note the days of every changed row as stale, in the transaction that changes it; `settle`
counts these days anew, from nothing but the rows themselves. So an aggregate is either what a
recount would give, or its day is noted as stale; and nobody reads before settling.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rivalscope.models import CUE_RULES, READABLE
from rivalscope.storage.corrections import CORRECTED_MENTIONS
from rivalscope.storage.countable import COUNTED
from rivalscope.storage.review_identity import EXACT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rivalscope.storage.database import Database, Parameters

#: Reviews that a day, a place and a theme offer as quotes.
_QUOTED = 3
#: Themes of the core pack that say whether a customer would recommend the brand or come again.
_ADVICE = "('recommend', 'loyalty')"
_DAY = "brand, source, platform, day"
_PLACE = f"{_DAY}, language"


def _listed(names: frozenset[Any]) -> str:
    return "(" + ", ".join(f"'{name}'" for name in sorted(names)) + ")"


def _quality(quote: str, rule: str) -> str:
    """SQL: 0 for what says it outright at a readable length; more is worse."""
    missed = f"max({READABLE.start} - length({quote}), length({quote}) - {READABLE.stop - 1}, 0)"
    return f"iif({rule} IN {_listed(CUE_RULES)}, 0, 100) + min(({missed} > 0) + {missed} / 40, 99)"


#: The reviews of stale days, narrow, as every count below asks for them.
_REVIEWS = f"""
SELECT r.id, s.brand, s.source, s.platform, s.day, u.language, u.sentiment,
    coalesce({COUNTED}, 0) AS counted,
    r.gone_at IS NULL AS standing,
    r.duplicate_of IS NULL AND r.gone_at IS NULL AS first,
    coalesce(r.date_precision, 'day') != 'year' AND r.published_on IS NOT NULL AS dated,
    r.reply_body IS NOT NULL AS replied,
    iif(r.date_precision IN {_listed(EXACT - {None})}, CAST(julianday(substr(r.reply_at, 1, 10))
        - julianday(r.published_on) AS INTEGER), NULL) AS delay_days,
    CAST(round(r.rating / r.rating_max * 1000000) AS INTEGER) AS star_millionths,
    EXISTS (SELECT 1 FROM proxy_readings p WHERE p.review = r.id) AS searched
FROM stale_days s CROSS JOIN reviews r
    ON r.brand = s.brand AND r.source = s.source AND r.platform = s.platform
    AND coalesce(r.published_on, '') = s.day
LEFT JOIN understandings u ON u.review = r.id
"""
#: What each of them says of each theme, once however often it says it.
_SAID = f"""
SELECT t.id, {_PLACE}, m.theme, m.polarity, min({_quality("m.quote", "m.rule")}) AS quality
FROM temp.settled_reviews t CROSS JOIN {CORRECTED_MENTIONS} m ON m.review = t.id
WHERE t.counted GROUP BY t.id, m.theme, m.polarity
"""
_SIGNALS = f"""
SELECT t.id, {_PLACE}, s.signal, {_quality("s.quote", "'proxy'")} AS quality
FROM (SELECT * FROM temp.settled_reviews WHERE counted) t
CROSS JOIN (SELECT review, kind || ':' || brand AS signal, quote FROM proxy_signals) s
    ON s.review = t.id
"""
_WORKING = {
    "settled_reviews": _REVIEWS,
    "settled_mentions": _SAID,
    "settled_signals": _SIGNALS,
}
_BEST = f"""
SELECT brand, polarity, theme, day, source, platform, language, id, quality FROM (
    SELECT *, row_number()
        OVER (PARTITION BY {_PLACE}, theme, polarity ORDER BY quality, id) AS place
    FROM (
        SELECT * FROM temp.settled_mentions WHERE polarity != 'neutral'
        UNION ALL SELECT id, {_PLACE}, signal, 'neutral', quality FROM temp.settled_signals
    )
) WHERE place <= {_QUOTED}
"""
#: Table -> what it holds, of the days that are stale.
_COUNTS: Mapping[str, str] = {
    "daily_sources": f"""
        SELECT {_DAY}, count(*), sum(standing), sum(first AND coalesce(language = 'unknown', 0)),
            sum(first AND language IS NOT NULL AND NOT dated), sum(first AND dated),
            sum(first AND dated AND replied), sum(replied)
        FROM temp.settled_reviews GROUP BY {_DAY}""",
    "daily_delays": f"""
        SELECT {_DAY}, delay_days, count(*) FROM temp.settled_reviews
        WHERE first AND dated AND delay_days >= 0 GROUP BY {_DAY}, delay_days""",
    "daily_volumes": f"""
        SELECT {_PLACE}, count(*), sum(sentiment = 'positive'), sum(sentiment = 'negative'),
            sum(sentiment = 'neutral'), count(star_millionths), coalesce(sum(star_millionths), 0),
            sum(replied), sum(searched)
        FROM temp.settled_reviews WHERE counted GROUP BY {_PLACE}""",
    "daily_counts": f"""
        SELECT {_PLACE}, theme, sum(polarity = 'negative'), sum(polarity = 'positive')
        FROM temp.settled_mentions GROUP BY {_PLACE}, theme""",
    "daily_signals": f"""
        SELECT {_PLACE}, signal, count(*) FROM temp.settled_signals GROUP BY {_PLACE}, signal""",
    "daily_advice": f"""
        SELECT {_PLACE}, sum(good AND NOT bad), sum(bad AND NOT good), sum(good AND bad) FROM (
            SELECT t.*, max(m.polarity = 'positive') AS good, max(m.polarity = 'negative') AS bad
            FROM temp.settled_reviews t CROSS JOIN mentions m ON m.review = t.id
            WHERE t.counted AND m.theme IN {_ADVICE} AND m.polarity != 'neutral' GROUP BY t.id
        ) GROUP BY {_PLACE}""",
    "daily_quotes": _BEST,
}
#: The quotes stand in another order, so that their old rows are found by the old counts.
_OLD_QUOTES = """
DELETE FROM daily_quotes WHERE (brand, polarity, theme, day, source, platform) IN (
    SELECT c.brand, p.value, c.theme, c.day, c.source, c.platform
    FROM stale_days s CROSS JOIN daily_counts c USING (brand, source, platform, day)
        CROSS JOIN json_each('["negative", "positive"]') p
    UNION ALL SELECT c.brand, 'neutral', c.signal, c.day, c.source, c.platform
    FROM stale_days s CROSS JOIN daily_signals c USING (brand, source, platform, day)
)
"""
_ALL_DAYS = """
INSERT OR IGNORE INTO stale_days
SELECT brand, source, platform, coalesce(published_on, '') FROM reviews
"""


class DailyCounts:
    """The counts of one database."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def rows(self, sql: str, parameters: Parameters = ()) -> list[dict[str, Any]]:
        """What *sql* selects of the counts as they are now."""
        self.settle()
        return self._db.rows(sql, parameters)

    def tuples(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """The same, each row as a plain tuple: for many rows."""
        self.settle()
        return self._db.tuples(sql, parameters)

    def settle(self) -> None:
        """Counts the stale days anew, in one transaction; nothing to do where none is."""
        if self._any_stale():
            with self._db.tx():
                self._settle()

    def mend(self) -> int:
        """Counts every day anew and puts right what is wrong; says how many rows that were."""
        with self._db.tx():
            self._settle()
            for table in _COUNTS:
                self._db.execute(f"CREATE TEMP TABLE was_{table} AS SELECT * FROM {table}")
                self._db.execute(f"DELETE FROM {table}")
            self._db.execute(_ALL_DAYS)
            self._settle()
            wrong = 0
            for table in _COUNTS:
                for one, other in ((f"was_{table}", table), (table, f"was_{table}")):
                    wrong += len(self._db.rows(f"SELECT * FROM {one} EXCEPT SELECT * FROM {other}"))
                self._db.execute(f"DROP TABLE temp.was_{table}")
        return wrong

    def _any_stale(self) -> bool:
        return self._db.row("SELECT 1 FROM stale_days LIMIT 1") is not None

    def _settle(self) -> None:
        for table, made in _WORKING.items():
            self._db.execute(f"CREATE TEMP TABLE {table} AS {made}")
        self._db.execute(_OLD_QUOTES)
        for table, made in _COUNTS.items():
            if table != "daily_quotes":
                self._db.execute(
                    f"DELETE FROM {table} WHERE ({_DAY}) IN (SELECT {_DAY} FROM stale_days)"
                )
            self._db.execute(f"INSERT INTO {table} {made}")
        for table in _WORKING:
            self._db.execute(f"DROP TABLE temp.{table}")
        self._db.execute("DELETE FROM stale_days")
