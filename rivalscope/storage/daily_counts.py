"""Counts by published day, kept up to date day by day as the rows they count change.

Triggers note the days of every changed row as stale, in the transaction that changes it; `settle`
counts these days anew, from nothing but the rows themselves. So an aggregate is either what a
recount would give, or its day is noted as stale; and nobody reads before settling.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from rivalscope.models import CUE_RULES, READABLE
from rivalscope.storage.corrections import CORRECTED_MENTIONS
from rivalscope.storage.countable import COUNTED, DAY_TOLD
from rivalscope.storage.review_identity import EXACT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rivalscope.storage.database import Database, Parameters

Key: TypeAlias = tuple[str, str, str, str]
"""Brand, source, platform, day."""

#: Reviews that a day, a place and a theme offer as quotes.
_QUOTED = 3
#: Themes of the core pack that say whether a customer would recommend the brand or come again.
_ADVICE = "('recommend', 'loyalty')"
_DAY = "brand, source, platform, day"


def _listed(names: frozenset[Any]) -> str:
    return "(" + ", ".join(f"'{name}'" for name in sorted(names)) + ")"


def _quality(quote: str, rule: str) -> str:
    """SQL: 0 for what says it outright at a readable length; more is worse."""
    missed = f"max({READABLE.start} - length({quote}), length({quote}) - {READABLE.stop - 1}, 0)"
    return f"iif({rule} IN {_listed(CUE_RULES)}, 0, 100) + min(({missed} > 0) + {missed} / 40, 99)"


#: The days that are counted at once: who writes waits no longer than that takes.
_DAYS_AT_ONCE = 1_000
_NEXT_DAYS = f"""
INSERT INTO temp.settled_days SELECT id, {_DAY} FROM stale_days
WHERE ({_DAY}) > (?, ?, ?, ?) ORDER BY {_DAY} LIMIT {_DAYS_AT_ONCE}
"""
_LAST_DAY = f"SELECT {_DAY} FROM temp.settled_days ORDER BY {_DAY.replace(',', ' DESC,')} DESC"
#: The reviews of those days, narrow, as every count below asks for them; ``place`` is the day's id.
_REVIEWS = f"""
SELECT r.id, s.id AS place, u.language, u.sentiment,
    coalesce({COUNTED}, 0) AS counted,
    coalesce({DAY_TOLD}, 0) AS told,
    r.gone_at IS NULL AS standing,
    r.duplicate_of IS NULL AND r.gone_at IS NULL AS first,
    coalesce(r.date_precision, 'day') != 'year' AND r.published_on IS NOT NULL AS dated,
    r.reply_body IS NOT NULL AS replied,
    iif(r.date_precision IN {_listed(EXACT - {None})}, CAST(julianday(substr(r.reply_at, 1, 10))
        - julianday(r.published_on) AS INTEGER), NULL) AS delay_days,
    CAST(round(r.rating / r.rating_max * 1e6) AS INTEGER) AS stars,
    CAST(round(r.rating * r.rating / (r.rating_max * r.rating_max) * 1e6) AS INTEGER) AS squares,
    EXISTS (SELECT 1 FROM proxy_readings p WHERE p.review = r.id) AS searched
FROM temp.settled_days s CROSS JOIN reviews r
    ON r.brand = s.brand AND r.source = s.source AND r.platform = s.platform
    AND coalesce(r.published_on, '') = +s.day  -- without its affinity, or no index is used
LEFT JOIN understandings u ON u.review = r.id
"""
#: What each of them says of each theme, once however often it says it.
_SAID = f"""
SELECT t.id, t.place, t.language, t.told, m.theme, m.polarity,
    min({_quality("m.quote", "m.rule")}) AS quality
FROM temp.settled_reviews t CROSS JOIN {CORRECTED_MENTIONS} m ON m.review = t.id
WHERE t.counted GROUP BY t.rowid, m.theme, m.polarity
"""
_SIGNALS = f"""
SELECT t.id, t.place, t.language, s.kind || ':' || s.brand AS signal,
    {_quality("s.quote", "'proxy'")} AS quality
FROM temp.settled_reviews t CROSS JOIN proxy_signals s ON s.review = t.id WHERE t.counted
"""
_WORKING = {
    "settled_reviews": _REVIEWS,
    "settled_mentions": _SAID,
    "settled_signals": _SIGNALS,
}


def _of_day(columns: str, counts: str) -> str:
    """Rows of a table of counts, from *counts* by ``place``."""
    return (
        f"SELECT s.brand, s.source, s.platform, s.day, {columns}"
        f" FROM ({counts}) n CROSS JOIN temp.settled_days s ON s.id = n.place"
    )


def _lists(*columns: str) -> str:
    """Each column as a list of a group's rows, in their order."""
    return ", ".join(f"json_group_array({column}) AS {column}" for column in columns)


_LISTS = _lists("themes", "complaints", "praises", "told_complaints", "told_praises")
#: Table -> what it holds, of those days.
_COUNTS: Mapping[str, str] = {
    "daily_sources": _of_day(
        "stored, standing, unknown_language, undated, dated, replied, replies",
        """SELECT place, count(*) AS stored, sum(standing) AS standing,
            sum(first AND coalesce(language = 'unknown', 0)) AS unknown_language,
            sum(first AND language IS NOT NULL AND NOT dated) AS undated,
            sum(first AND dated) AS dated, sum(first AND dated AND replied) AS replied,
            sum(replied) AS replies
        FROM temp.settled_reviews GROUP BY place""",
    ),
    "daily_delays": _of_day(
        "delay_days, reviews",
        """SELECT place, delay_days, count(*) AS reviews FROM temp.settled_reviews
        WHERE first AND dated AND delay_days >= 0 GROUP BY place, delay_days""",
    ),
    "daily_volumes": _of_day(
        "language, reviews, positive, negative, neutral, rated, stars, squares, replied, searched,"
        " told, told_rated, told_stars, told_squares",
        """SELECT place, language, count(*) AS reviews, sum(sentiment = 'positive') AS positive,
            sum(sentiment = 'negative') AS negative, sum(sentiment = 'neutral') AS neutral,
            count(stars) AS rated, coalesce(sum(stars), 0) AS stars,
            coalesce(sum(squares), 0) AS squares, sum(replied) AS replied,
            sum(searched) AS searched, sum(told) AS told,
            coalesce(sum(told AND stars IS NOT NULL), 0) AS told_rated,
            coalesce(sum(told * stars), 0) AS told_stars,
            coalesce(sum(told * squares), 0) AS told_squares
        FROM temp.settled_reviews WHERE counted GROUP BY place, language""",
    ),
    "daily_counts": _of_day(
        "language, themes, complaints, praises, told_complaints, told_praises",
        f"""SELECT place, language, {_LISTS} FROM (
            SELECT place, language, theme AS themes, sum(polarity = 'negative') AS complaints,
                sum(polarity = 'positive') AS praises,
                sum(told AND polarity = 'negative') AS told_complaints,
                sum(told AND polarity = 'positive') AS told_praises
            FROM temp.settled_mentions GROUP BY place, language, theme
            ORDER BY place, language, theme
        ) GROUP BY place, language""",
    ),
    "daily_combinations": _of_day(
        "language, polarity, combinations, reviews",
        f"""SELECT place, language, polarity, {_lists("combinations", "reviews")} FROM (
            SELECT place, language, polarity, themes AS combinations, count(*) AS reviews FROM (
                SELECT place, language, polarity, group_concat(theme) AS themes FROM (
                    SELECT * FROM temp.settled_mentions WHERE polarity != 'neutral'
                    ORDER BY place, id, polarity, theme
                ) GROUP BY place, id, polarity
            ) GROUP BY place, language, polarity, themes
            ORDER BY place, language, polarity, themes
        ) GROUP BY place, language, polarity""",
    ),
    "daily_signals": _of_day(
        "language, signal, reviews",
        """SELECT place, language, signal, count(*) AS reviews FROM temp.settled_signals
        GROUP BY place, language, signal""",
    ),
    "daily_advice": _of_day(
        "language, willing, unwilling, torn",
        f"""SELECT place, language, sum(good AND NOT bad) AS willing,
            sum(bad AND NOT good) AS unwilling, sum(good AND bad) AS torn
        FROM (
            SELECT place, language, max(polarity = 'positive') AS good,
                max(polarity = 'negative') AS bad
            FROM temp.settled_mentions
            WHERE theme IN {_ADVICE} AND polarity != 'neutral' GROUP BY place, id
        ) GROUP BY place, language""",
    ),
    "daily_quotes": f"""
        SELECT s.brand, n.polarity, n.theme, s.day, s.source, s.platform, n.language, n.id,
            n.quality
        FROM (
            SELECT *, row_number()
                OVER (PARTITION BY place, language, theme, polarity ORDER BY quality, id) AS rank
            FROM (
                SELECT id, place, language, theme, polarity, quality FROM temp.settled_mentions
                WHERE polarity != 'neutral'
                UNION ALL SELECT id, place, language, signal, 'neutral', quality
                FROM temp.settled_signals
            )
        ) n CROSS JOIN temp.settled_days s ON s.id = n.place WHERE n.rank <= {_QUOTED}""",
}
#: The quotes stand in another order, so that their old rows are found by the old counts.
_OLD_QUOTES = {
    polarity: f"""
        DELETE FROM daily_quotes
        WHERE polarity = '{polarity}' AND (brand, theme, day, source, platform) IN (
            SELECT c.brand, {theme}, c.day, c.source, c.platform
            FROM temp.settled_days s CROSS JOIN {counts}
        )"""
    for polarity, counts, theme in (
        ("negative", f"daily_counts c USING ({_DAY}) CROSS JOIN json_each(c.themes) t", "t.value"),
        ("positive", f"daily_counts c USING ({_DAY}) CROSS JOIN json_each(c.themes) t", "t.value"),
        ("neutral", f"daily_signals c USING ({_DAY})", "c.signal"),
    )
}
_ALL_DAYS = """
INSERT OR IGNORE INTO stale_days (brand, source, platform, day)
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

    def tuples(self, sql: str, parameters: Parameters = ()) -> list[tuple[Any, ...]]:
        """The same, each row as a plain tuple: for many rows."""
        self.settle()
        return self._db.tuples(sql, parameters)

    def settle(self) -> None:
        """Counts the stale days anew, so many in a transaction; nothing to do where none is.

        Whoever is killed in between has counted some of them.
        """
        last: Key | None = ("", "", "", "") if self._any_stale() else None
        while last:
            with self._db.tx():
                last = self._settle_after(last)

    def mend(self) -> int:
        """Counts every day anew and puts right what is wrong; says how many rows that were."""
        with self._db.tx():
            self.settle()
            for table in _COUNTS:
                self._db.execute(f"CREATE TEMP TABLE was_{table} AS SELECT * FROM {table}")
                self._db.execute(f"DELETE FROM {table}")
            self._db.execute(_ALL_DAYS)
            self.settle()
            wrong = 0
            for table in _COUNTS:
                for one, other in ((f"was_{table}", table), (table, f"was_{table}")):
                    wrong += len(self._db.rows(f"SELECT * FROM {one} EXCEPT SELECT * FROM {other}"))
                self._db.execute(f"DROP TABLE temp.was_{table}")
        return wrong

    def _any_stale(self) -> bool:
        return bool(self._db.tuples("SELECT 1 FROM stale_days LIMIT 1"))

    def _settle_after(self, key: Key) -> Key | None:
        """Counts the next days after that one anew; gives the last of them, None where none is.

        In the order in which the counts lie, so that each page is written by few transactions.
        """
        self._db.execute(f"CREATE TEMP TABLE settled_days (id INTEGER PRIMARY KEY, {_DAY})")
        self._db.execute(_NEXT_DAYS, key)
        last = next(iter(self._db.tuples(f"{_LAST_DAY} LIMIT 1")), None)
        if last:
            self._settle_chosen()
        self._db.execute("DROP TABLE temp.settled_days")
        return last

    def _settle_chosen(self) -> None:
        for table, made in _WORKING.items():
            self._db.execute(f"CREATE TEMP TABLE {table} AS {made}")
        for old in _OLD_QUOTES.values():
            self._db.execute(old)
        for table, made in _COUNTS.items():
            if table != "daily_quotes":
                self._db.execute(
                    f"DELETE FROM {table} WHERE ({_DAY}) IN (SELECT {_DAY} FROM temp.settled_days)"
                )
            self._db.execute(f"INSERT INTO {table} {made}")
        self._db.execute("DELETE FROM stale_days WHERE id IN (SELECT id FROM temp.settled_days)")
        for table in _WORKING:
            self._db.execute(f"DROP TABLE temp.{table}")
