"""Tables of what texts mean, and the counts over them that every finding starts from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from rivalscope.models import (
    DailyCount,
    DailyVolume,
    Evidence,
    StarSum,
    Stratum,
    ThemeMention,
)
from rivalscope.storage.corrections import CORRECTED_MENTIONS
from rivalscope.storage.countable import COUNTED, not_in
from rivalscope.storage.opinions import LEXICON

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from rivalscope.models import Understanding
    from rivalscope.storage.database import Database


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

    def __init__(self, database: Database) -> None:
        self._db = database

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
        self, *, until: date, without: Collection[str] = ()
    ) -> tuple[DailyVolume, ...]:
        """Countable reviews per brand, stratum and day up to *until*.

        *without*: keys (``brand/source``) of sources that are good for quotes but not for rates.
        """
        rows = self._db.rows(
            "SELECT r.brand, r.platform, u.language, r.published_on AS day, count(*) AS reviews"
            f" FROM reviews r JOIN understandings u ON u.review = r.id WHERE {COUNTED}"
            f" AND r.published_on <= ? AND {not_in(without)}"
            " GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4",
            (until.isoformat(), *sorted(without)),
        )
        return tuple(
            DailyVolume(
                brand=row["brand"],
                stratum=_stratum(row),
                day=date.fromisoformat(row["day"]),
                reviews=row["reviews"],
            )
            for row in rows
        )

    def daily_counts(self, *, until: date, without: Collection[str] = ()) -> tuple[DailyCount, ...]:
        """Reviews that complain of, or praise, each theme; otherwise as daily_volumes."""
        rows = self._db.rows(
            "SELECT r.brand, r.platform, u.language, r.published_on AS day, m.theme,"
            " count(DISTINCT CASE WHEN m.polarity = 'negative' THEN r.id END) AS complaints,"
            " count(DISTINCT CASE WHEN m.polarity = 'positive' THEN r.id END) AS praises"
            " FROM reviews r JOIN understandings u ON u.review = r.id"
            f" JOIN {CORRECTED_MENTIONS} m ON m.review = r.id"
            f" WHERE {COUNTED} AND r.published_on <= ? AND {not_in(without)}"
            " GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5",
            (until.isoformat(), *sorted(without)),
        )
        return tuple(
            DailyCount(
                brand=row["brand"],
                stratum=_stratum(row),
                day=date.fromisoformat(row["day"]),
                theme=row["theme"],
                complaints=row["complaints"],
                praises=row["praises"],
            )
            for row in rows
        )

    def evidence(self, *, since: date | None, until: date) -> tuple[Evidence, ...]:
        """Every praise and complaint published in those days, newest first."""
        rows = self._db.rows(
            "SELECT r.id AS review_id, r.brand, r.platform, u.language,"
            " m.theme, m.polarity, m.quote, m.rule,"
            " r.published_on, coalesce(r.url, r.page_url) AS url"
            f" FROM {CORRECTED_MENTIONS} m JOIN reviews r ON r.id = m.review"
            f" JOIN understandings u ON u.review = r.id WHERE {COUNTED}"
            " AND m.polarity != 'neutral' AND r.published_on BETWEEN ? AND ?"
            " ORDER BY r.published_on DESC, r.id, m.start",
            ((since or date.min).isoformat(), until.isoformat()),
        )
        return tuple(_evidence(row) for row in rows)

    def tally(
        self, brand: str, *, since: date | None, until: date, without: Collection[str] = ()
    ) -> BrandTally:
        """Counts over a brand's countable reviews published in those days."""
        row = self._db.row(
            "SELECT count(*) AS reviews, coalesce(sum(u.sentiment = 'positive'), 0) AS positive,"
            " coalesce(sum(u.sentiment = 'negative'), 0) AS negative,"
            " coalesce(sum(u.sentiment = 'neutral'), 0) AS neutral,"
            " avg(r.rating / r.rating_max) AS stars,"
            " coalesce(sum(r.reply_body IS NOT NULL AND p.replies > 0), 0) AS replied,"
            " coalesce(sum(p.replies > 0), 0) AS repliable"
            " FROM reviews r JOIN understandings u ON u.review = r.id"
            " JOIN (SELECT platform, sum(reply_body IS NOT NULL) AS replies"
            " FROM reviews GROUP BY 1) p ON p.platform = r.platform"
            f" WHERE {COUNTED} AND r.brand = ? AND r.published_on BETWEEN ? AND ?"
            f" AND {not_in(without)}",
            (brand, (since or date.min).isoformat(), until.isoformat(), *sorted(without)),
        )
        return BrandTally(**(row or {}))

    def star_sums(
        self, brand: str, *, since: date, until: date, without: Collection[str] = ()
    ) -> tuple[StarSum, ...]:
        """Stars of a brand's countable reviews by week, counted back from *until*."""
        rows = self._db.rows(
            "SELECT count(*) AS reviews, sum(r.rating / r.rating_max) AS total,"
            " sum(r.rating * r.rating / (r.rating_max * r.rating_max)) AS squares"
            " FROM reviews r JOIN understandings u ON u.review = r.id"
            f" WHERE {COUNTED} AND r.rating IS NOT NULL AND r.rating_max > 0 AND r.brand = ?"
            f" AND r.published_on BETWEEN ? AND ? AND {not_in(without)}"
            " GROUP BY CAST(julianday(?) - julianday(r.published_on) AS INTEGER) / 7"
            " ORDER BY min(r.published_on)",
            (brand, since.isoformat(), until.isoformat(), *sorted(without), until.isoformat()),
        )
        return tuple(StarSum(**row) for row in rows)

    def unknown_languages(self, *, until: date) -> dict[str, int]:
        """Brand -> reviews up to *until* whose language is not supported."""
        return self._counts("u.language = 'unknown' AND coalesce(r.published_on, '') <= ?", until)

    def undated(self, *, until: date) -> dict[str, int]:
        """Brand -> reviews without a usable date."""
        undated = "r.published_on IS NULL OR coalesce(r.date_precision, 'day') = 'year'"
        return self._counts(f"({undated}) AND coalesce(r.published_on, '') <= ?", until)

    def stored_by_source(self, *, until: date) -> dict[tuple[str, str, str], int]:
        """(brand, source, platform) -> reviews stored, dated up to *until* or not at all."""
        rows = self._db.rows(
            "SELECT brand, source, platform, count(*) AS n FROM reviews"
            " WHERE gone_at IS NULL"
            " AND coalesce(published_on, '') <= ? GROUP BY 1, 2, 3 ORDER BY 1, 2, 3",
            (until.isoformat(),),
        )
        return {(row["brand"], row["source"], row["platform"]): row["n"] for row in rows}

    def _counts(self, condition: str, until: date) -> dict[str, int]:
        rows = self._db.rows(
            "SELECT r.brand, count(*) AS n FROM reviews r JOIN understandings u ON u.review = r.id"
            f" WHERE r.duplicate_of IS NULL AND r.gone_at IS NULL AND {condition}"
            " GROUP BY r.brand ORDER BY r.brand",
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


def _stratum(row: dict[str, Any]) -> Stratum:
    return Stratum(platform=row["platform"], language=row["language"])


def _evidence(row: dict[str, Any]) -> Evidence:
    return Evidence(**{**row, "published_on": date.fromisoformat(row["published_on"])})
