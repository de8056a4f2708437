"""Tables of what texts mean, and the counts over them that every finding starts from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import starmap
from typing import TYPE_CHECKING

from rivalscope.models import (
    READABLE,
    DailyCombination,
    DailyCount,
    DailyStars,
    DailyVolume,
    Evidence,
    StarSum,
    Stratum,
    ThemeMention,
    Witness,
)
from rivalscope.storage.corrections import CORRECTED_MENTIONS
from rivalscope.storage.countable import COUNTED, DAY_TOLD, not_in
from rivalscope.storage.day_rows import days_of_sources, placed
from rivalscope.storage.opinions import LEXICON

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from rivalscope.models import Period, Polarity, Understanding
    from rivalscope.storage.daily_counts import DailyCounts
    from rivalscope.storage.database import Database

#: Reviews that are looked at for quotes on one theme: enough, though some repeat each other.
_CANDIDATES = 24
_ANYWHERE = "TRUE"
_IN_STRATUM = (
    "(platform = :platform_{0} AND language = :language_{0}"
    " AND day BETWEEN :since_{0} AND :until_{0})"
)
#: What says it outright is looked for alone: in the order of the table the newest few end it.
_QUOTES = """
SELECT review, language, theme, polarity FROM daily_quotes
WHERE brand = :brand AND polarity = :polarity AND theme = :theme
    AND day BETWEEN :since AND :until AND ({places})
"""
_QUOTED = f"""
WITH outright AS MATERIALIZED (
    {_QUOTES} AND quality = 0 ORDER BY day DESC, review LIMIT :most
), others AS MATERIALIZED (
    {_QUOTES} AND quality > 0 ORDER BY quality, day DESC, review
    LIMIT (SELECT :most - count(*) FROM outright)
)
SELECT r.id, r.platform, q.language, m.quote, m.rule, r.published_on, coalesce(r.url, r.page_url)
FROM (SELECT * FROM outright UNION ALL SELECT * FROM others) q
CROSS JOIN reviews r ON r.id = q.review
CROSS JOIN {CORRECTED_MENTIONS} m
    ON m.review = q.review AND m.theme = q.theme AND m.polarity = q.polarity
ORDER BY r.published_on DESC, r.id, m.start
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class BrandTally:
    """What a brand's reviews look like in one period."""

    reviews: int
    """With text in a supported language and a date."""
    positive: int
    negative: int
    neutral: int
    stars: float | None
    """Mean rating as a share of its maximum."""
    replied: int
    repliable: int
    """Reviews on platforms where at least one reply was ever seen."""


class Understandings:
    """What analysis made of the reviews of one database."""

    def __init__(self, database: Database, counts: DailyCounts) -> None:
        self._db = database
        self._counts = counts

    def save(
        self,
        understood: Iterable[tuple[Understanding, str]],
        *,
        version: str,
        engines: Mapping[str, str] | None = None,
    ) -> None:
        """Keeps each understanding for the content it was made of, in one transaction.

        *engines*: language -> who scored its texts, where that was not the lexicon.
        """
        names = engines or {}
        pairs = list(understood)
        with self._db.tx():
            # replacing the parent drops its old mentions (ON DELETE CASCADE)
            self._db.execute_many(
                "DELETE FROM understandings WHERE review = ?", [(one.id,) for one, _ in pairs]
            )
            self._db.execute_many(
                "INSERT INTO understandings (review, content, version, language, sentiment, score,"
                " engine, lexicon_score) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?6)",
                [
                    (
                        one.id,
                        content,
                        version,
                        one.language,
                        one.sentiment,
                        one.score,
                        names.get(one.language, LEXICON),
                    )
                    for one, content in pairs
                ],
            )
            self._db.execute_many(
                "INSERT OR IGNORE INTO mentions"
                ' (review, theme, polarity, start, "end", quote, rule)'
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                [(one.id, *_mention_row(m)) for one, _ in pairs for m in one.mentions],
            )

    def are_none(self) -> bool:
        """Whether no text was ever understood."""
        return self._db.row("SELECT 1 FROM understandings LIMIT 1") is None

    def mentions_of(self, review: str) -> tuple[ThemeMention, ...]:
        """The mentions in one review as they count, in the order of its text."""
        rows = self._db.rows(
            f'SELECT theme, polarity, start, "end", quote, rule FROM {CORRECTED_MENTIONS}'
            " WHERE review = ?"
            ' ORDER BY start, "end", theme, polarity',
            (review,),
        )
        return tuple(ThemeMention(**row) for row in rows)

    def language_of(self, review: str) -> str | None:
        """The language that review was understood in; None where it was not yet."""
        row = self._db.row("SELECT language FROM understandings WHERE review = ?", (review,))
        return row["language"] if row else None

    def daily_volumes(
        self,
        *,
        until: date,
        since: date = date.min,
        without: Collection[str] = (),
        day_told: bool = False,
    ) -> tuple[DailyVolume, ...]:
        """Countable reviews per brand, source, stratum and day from *since* up to *until*.

        *without*: keys (``brand/source``) of sources that are good for quotes but not for rates.
        *day_told*: only those whose date tells the day, and not just the month.
        """
        reviews = "told" if day_told else "reviews"
        rows = self._counts.tuples(
            f"SELECT brand, platform, language, day, {reviews} FROM daily_volumes"
            f" WHERE {reviews} AND day BETWEEN ? AND ? AND {not_in(without)}",
            (since.isoformat(), until.isoformat(), *sorted(without)),
        )
        return tuple(starmap(DailyVolume, placed(rows)))

    def daily_counts(
        self,
        *,
        until: date,
        since: date = date.min,
        without: Collection[str] = (),
        brand: str | None = None,
        day_told: bool = False,
    ) -> tuple[DailyCount, ...]:
        """Reviews that complain of themes, or praise them; otherwise as daily_volumes.

        *brand*: only of this one.
        """
        of = "told_" if day_told else ""
        rows = self._counts.tuples(
            f"SELECT brand, platform, language, day, themes, {of}complaints, {of}praises"
            f" {days_of_sources('daily_counts', without)} AND brand = coalesce(?, brand)",
            (*sorted(without), since.isoformat(), until.isoformat(), brand),
        )
        return tuple(starmap(DailyCount, placed(rows, lists=3)))

    def daily_combinations(
        self, *, until: date, since: date = date.min, without: Collection[str] = ()
    ) -> tuple[DailyCombination, ...]:
        """What reviews complain of, or praise, together; otherwise as daily_volumes."""
        rows = self._counts.tuples(
            "SELECT brand, platform, language, day, polarity, combinations, reviews"
            f" {days_of_sources('daily_combinations', without)}",
            (*sorted(without), since.isoformat(), until.isoformat()),
        )
        return tuple(starmap(DailyCombination, placed(rows, lists=2)))

    def daily_stars(
        self, *, until: date, since: date = date.min, without: Collection[str] = ()
    ) -> tuple[DailyStars, ...]:
        """Stars of countable reviews whose date tells the day; otherwise as daily_volumes."""
        rows = self._counts.tuples(
            "SELECT brand, platform, language, day, told_rated, told_star_millionths / 1e6,"
            " told_star_square_millionths / 1e6 FROM daily_volumes"
            f" WHERE told_rated AND day BETWEEN ? AND ? AND {not_in(without)}",
            (since.isoformat(), until.isoformat(), *sorted(without)),
        )
        return tuple(starmap(DailyStars, placed(rows)))

    def evidence(
        self,
        brand: str,
        *,
        theme: str,
        polarity: Polarity,
        period: Period,
        strata: Mapping[Stratum, Period] | None = None,
        most: int = _CANDIDATES,
    ) -> tuple[Evidence, ...]:
        """Quotes to choose from for one theme, of the *most* reviews that say it best.

        Those that say it outright come before others, then those of readable length, then the
        newest. Of each day and place at most three reviews offer theirs. *strata*: only of these,
        each on its days; else of everything, what is good only for quotes included.
        """
        values: dict[str, object] = {"brand": brand, "theme": theme, "polarity": polarity}
        values |= {"since": period.since.isoformat(), "until": period.until.isoformat()}
        values["most"] = most
        places = _ANYWHERE
        if strata is not None:
            places = " OR ".join(map(_IN_STRATUM.format, range(len(strata)))) or "FALSE"
        for number, (stratum, days) in enumerate((strata or {}).items()):
            values |= {
                f"platform_{number}": stratum.platform,
                f"language_{number}": stratum.language,
                f"since_{number}": days.since.isoformat(),
                f"until_{number}": days.until.isoformat(),
            }
        rows = self._counts.tuples(_QUOTED.format(places=places), values)
        return tuple(
            Evidence(
                review_id=review,
                brand=brand,
                platform=platform,
                language=language,
                theme=theme,
                polarity=polarity,
                quote=quote,
                rule=rule,
                published_on=date.fromisoformat(day),
                url=url,
            )
            for review, platform, language, quote, rule, day, url in rows
        )

    def witnesses(
        self, brand: str, *, platforms: Collection[str], period: Period, most: int
    ) -> tuple[Witness, ...]:
        """Reviews of some days and how they begin, those of the fewest stars first, then newest."""
        marks = ", ".join("?" for _ in platforms)
        rows = self._db.tuples(
            "SELECT r.id, r.published_on, r.platform, coalesce(r.url, r.page_url),"
            f" substr(trim(coalesce(r.title || ' - ', '') || r.body), 1, {READABLE.stop - 1})"
            " FROM reviews r JOIN understandings u ON u.review = r.id"
            f" WHERE r.brand = ? AND r.platform IN ({marks}) AND r.published_on BETWEEN ? AND ?"
            f" AND {COUNTED} AND {DAY_TOLD}"
            " ORDER BY coalesce(r.rating / r.rating_max, 2), r.published_on DESC, r.id LIMIT ?",
            (brand, *sorted(platforms), *_days(period), most),
        )
        return tuple(
            Witness(review, date.fromisoformat(day), platform, url, quote)
            for review, day, platform, url, quote in rows
        )

    def tally(
        self, brand: str, *, since: date | None, until: date, without: Collection[str] = ()
    ) -> BrandTally:
        """Counts over a brand's countable reviews published in those days."""
        (row,) = self._counts.rows(
            "SELECT coalesce(sum(reviews), 0) AS reviews, coalesce(sum(positive), 0) AS positive,"
            " coalesce(sum(negative), 0) AS negative, coalesce(sum(neutral), 0) AS neutral,"
            " sum(star_millionths) / 1e6 / nullif(sum(rated), 0) AS stars,"
            " coalesce(sum(replied), 0) AS replied,"
            " coalesce(sum(iif(platform IN (SELECT platform FROM daily_sources WHERE replies),"
            " reviews, 0)), 0) AS repliable FROM daily_volumes"
            f" WHERE brand = ? AND day BETWEEN ? AND ? AND {not_in(without)}",
            (brand, (since or date.min).isoformat(), until.isoformat(), *sorted(without)),
        )
        return BrandTally(**row)

    def star_sums(
        self, brand: str, *, since: date, until: date, without: Collection[str] = ()
    ) -> tuple[StarSum, ...]:
        """Stars of a brand's countable reviews by week, counted back from *until*."""
        rows = self._counts.rows(
            "SELECT sum(rated) AS reviews, sum(star_millionths) / 1e6 AS total,"
            " sum(star_square_millionths) / 1e6 AS squares FROM daily_volumes"
            f" WHERE rated AND brand = ? AND day BETWEEN ? AND ? AND {not_in(without)}"
            " GROUP BY CAST(julianday(?) - julianday(day) AS INTEGER) / 7 ORDER BY min(day)",
            (brand, since.isoformat(), until.isoformat(), *sorted(without), until.isoformat()),
        )
        return tuple(StarSum(**row) for row in rows)

    def unknown_languages(self, *, until: date) -> dict[str, int]:
        """Brand -> reviews up to *until* whose language is not supported."""
        return self._by_brand("unknown_language", until)

    def undated(self, *, until: date) -> dict[str, int]:
        """Brand -> reviews without a usable date."""
        return self._by_brand("undated", until)

    def oldest_day(self) -> date | None:
        """The first published day of any review; None where none is dated."""
        (row,) = self._counts.rows("SELECT min(day) AS day FROM daily_sources WHERE day != ''")
        return date.fromisoformat(row["day"]) if row["day"] else None

    def stored_by_source(self, *, until: date) -> dict[tuple[str, str, str], int]:
        """(brand, source, platform) -> reviews that stand there, of days up to *until* or none."""
        rows = self._counts.rows(
            "SELECT brand, source, platform, sum(standing) AS n FROM daily_sources"
            " WHERE day <= ? GROUP BY 1, 2, 3 HAVING n > 0 ORDER BY 1, 2, 3",
            (until.isoformat(),),
        )
        return {(row["brand"], row["source"], row["platform"]): row["n"] for row in rows}

    def _by_brand(self, column: str, until: date) -> dict[str, int]:
        rows = self._counts.rows(
            f"SELECT brand, sum({column}) AS n FROM daily_sources WHERE day <= ?"
            " GROUP BY brand HAVING n > 0 ORDER BY brand",
            (until.isoformat(),),
        )
        return {row["brand"]: row["n"] for row in rows}


def _mention_row(mention: ThemeMention) -> tuple[object, ...]:
    return (
        mention.theme,
        mention.polarity,
        mention.start,
        mention.end,
        mention.quote,
        mention.rule,
    )


def _days(period: Period) -> tuple[str, str]:
    return period.since.isoformat(), period.until.isoformat()
