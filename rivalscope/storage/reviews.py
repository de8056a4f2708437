"""Table of the reviews: one row per review however often it is seen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from rivalscope.models import DatePrecision, Reply, Review, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rivalscope.models import Snapshot, Source
    from rivalscope.storage.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What saving a page's reviews came to."""

    read: int = 0
    new: int = 0
    changed: int = 0

    def __add__(self, other: Saved) -> Saved:
        return Saved(
            read=self.read + other.read,
            new=self.new + other.new,
            changed=self.changed + other.changed,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredReview:
    """A review with where it was found."""

    id: str
    brand: str
    source: str
    platform: str
    review: Review
    page_url: str
    snapshot: str
    first_seen_at: datetime


_COLUMNS = (
    "id",
    "brand",
    "source",
    "platform",
    "native_id",
    "title",
    "body",
    "rating",
    "rating_max",
    "published_on",
    "published_at",
    "date_precision",
    "language",
    "verified",
    "reply_body",
    "reply_at",
    "url",
    "page_url",
    "snapshot",
    "content",
    "first_seen_at",
    "changed_at",
)
#: What an edited review brings anew; where and when it was first seen stays.
_EDITABLE = [name for name in _COLUMNS if name not in {"id", "brand", "source", "first_seen_at"}]
_UPSERT = (
    f"INSERT INTO reviews ({', '.join(_COLUMNS)}) VALUES ({', '.join('?' for _ in _COLUMNS)})"
    " ON CONFLICT (id) DO UPDATE SET "
    + ", ".join(f"{name} = excluded.{name}" for name in _EDITABLE)
)


_FORGET_FETCHES = """
DELETE FROM fetches WHERE fetched_at < ? AND snapshot NOT IN (
    SELECT snapshot FROM reviews
    UNION SELECT snapshot FROM faq_entries
    UNION SELECT snapshot FROM site_signals
)
"""
_FORGET_SNAPSHOTS = "DELETE FROM snapshots WHERE digest NOT IN (SELECT snapshot FROM fetches)"

#: From the finest to the coarsest.
_PRECISIONS: tuple[DatePrecision, ...] = ("second", "day", "week", "month", "year")
#: Dates that a page prints, rather than what was worked out of "2 months ago".
_EXACT: frozenset[DatePrecision | None] = frozenset({"second", "day"})
_KEYS_AT_ONCE = 500


def review_id(review: Review, *, source: Source) -> str:
    """The same for the same review at every crawl, and in every database.

    The platform's own id where there is one, else day and words: stars may be read later, or on
    another scale, and make no other review of it. A day worked out of "2 months ago" is no part of
    it, as it is another one next week.
    """
    day = review.published_on if review.date_precision in _EXACT else None
    own = review.native_id or f"{day} {_words(review.text)}"
    key = f"{source.key}\0{own}"
    return "review:" + blake2b(key.encode(), digest_size=8).hexdigest()


class Reviews:
    """The reviews of one database."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def save(self, reviews: Sequence[Review], *, source: Source, snapshot: Snapshot) -> Saved:
        """Adds what is new, replaces what was edited, leaves the rest alone; in one transaction."""
        seen = {review_id(review, source=source): review for review in reviews}
        with self._db.tx():
            known = self._known(list(seen))
            dated = {key: _dated(review, known.get(key)) for key, review in seen.items()}
            fresh = [
                _row(key, review, source=source, snapshot=snapshot)
                for key, review in dated.items()
                if key not in known or known[key].content != _content(review, source)
            ]
            self._db.execute_many(_UPSERT, fresh)
        new = sum(key not in known for key in seen)
        return Saved(read=len(reviews), new=new, changed=len(fresh) - new)

    def find(self, key: str) -> StoredReview | None:
        """The review with that id."""
        row = self._db.row("SELECT * FROM reviews WHERE id = ?", (key,))
        return _stored(row) if row else None

    def count(self) -> int:
        """How many there are."""
        row = self._db.row("SELECT count(*) AS n FROM reviews")
        return int(row["n"]) if row else 0

    def oldest_day(self) -> date | None:
        """The first published day of any review; None where none is dated."""
        row = self._db.row("SELECT min(published_on) AS day FROM reviews")
        return date.fromisoformat(row["day"]) if row and row["day"] else None

    def to_understand(self, version: str) -> list[tuple[Text, str]]:
        """Texts not yet understood by *version*, each with the content it will be recorded for."""
        rows = self._db.rows(
            "SELECT r.* FROM reviews r LEFT JOIN understandings u ON u.review = r.id"
            " WHERE u.review IS NULL OR u.version != ? OR u.content != r.content ORDER BY r.id",
            (version,),
        )
        return [(_text(row), row["content"]) for row in rows]

    def forget_before(self, day: date) -> int:
        """Deletes reviews first seen before *day* and all made of them; says how many.

        Pages fetched before that day go as well, but for those that something kept still stands on.
        """
        with self._db.tx():
            cursor = self._db.execute(
                "DELETE FROM reviews WHERE first_seen_at < ?", (day.isoformat(),)
            )
            self._db.execute(_FORGET_FETCHES, (day.isoformat(),))
            self._db.execute(_FORGET_SNAPSHOTS)
        return cursor.rowcount

    def _known(self, keys: Sequence[str]) -> dict[str, _Known]:
        """What is stored of those reviews, asked for in as many goes as SQLite's limits need."""
        found: dict[str, _Known] = {}
        for start in range(0, len(keys), _KEYS_AT_ONCE):
            some = keys[start : start + _KEYS_AT_ONCE]
            marks = ", ".join("?" for _ in some)
            columns = "id, content, published_at, date_precision"
            sql = f"SELECT {columns} FROM reviews WHERE id IN ({marks})"
            for row in self._db.rows(sql, some):
                moment = _moment(row["published_at"])
                found[row["id"]] = _Known(row["content"], moment, row["date_precision"])
        return found


@dataclass(frozen=True, slots=True)
class _Known:
    """What matters of a stored review when it is seen again."""

    content: str
    published_at: datetime | None
    precision: DatePrecision | None


def _dated(review: Review, known: _Known | None) -> Review:
    """*review* with the better date: "a year ago" says less than what was read the week before."""
    if known is None or known.published_at is None or known.precision is None:
        return review
    precision = review.date_precision
    if precision in _EXACT and _PRECISIONS.index(precision) <= _PRECISIONS.index(known.precision):
        return review
    if precision and _PRECISIONS.index(precision) < _PRECISIONS.index(known.precision):
        return review
    return replace(review, published_at=known.published_at, date_precision=known.precision)


def _row(key: str, review: Review, *, source: Source, snapshot: Snapshot) -> tuple[object, ...]:
    seen = snapshot.fetched_at.isoformat()
    reply = review.reply
    return (
        key,
        source.brand,
        source.id,
        source.platform,
        review.native_id,
        review.title,
        review.body,
        review.rating,
        review.rating_max,
        review.published_on.isoformat() if review.published_on else None,
        review.published_at.isoformat() if review.published_at else None,
        review.date_precision,
        review.language or source.language,
        review.verified,
        reply.body if reply else None,
        reply.published_at.isoformat() if reply and reply.published_at else None,
        review.url,
        snapshot.url,
        snapshot.digest,
        _content(review, source),
        seen,
        seen,
    )


def _content(review: Review, source: Source) -> str:
    """Changes whenever anything a reader could see of the review does, or where it counts."""
    return blake2b(repr((review, source.platform)).encode(), digest_size=8).hexdigest()


def _words(text: str) -> str:
    return " ".join(text.casefold().split())


def _review(row: dict[str, Any]) -> Review:
    reply = None
    if row["reply_body"] is not None:
        reply = Reply(body=row["reply_body"], published_at=_moment(row["reply_at"]))
    return Review(
        body=row["body"],
        title=row["title"],
        native_id=row["native_id"],
        rating=row["rating"],
        rating_max=row["rating_max"],
        published_at=_moment(row["published_at"]),
        date_precision=row["date_precision"],
        language=row["language"],
        verified=None if row["verified"] is None else bool(row["verified"]),
        reply=reply,
        url=row["url"],
    )


def _stored(row: dict[str, Any]) -> StoredReview:
    return StoredReview(
        id=row["id"],
        brand=row["brand"],
        source=row["source"],
        platform=row["platform"],
        review=_review(row),
        page_url=row["page_url"],
        snapshot=row["snapshot"],
        first_seen_at=datetime.fromisoformat(row["first_seen_at"]),
    )


def _text(row: dict[str, Any]) -> Text:
    rating, maximum = row["rating"], row["rating_max"]
    return Text(
        id=row["id"],
        body=_review(row).text,
        language_hint=row["language"],
        stars=rating / maximum if rating is not None and maximum else None,
    )


def _moment(value: str | None) -> datetime | None:
    return datetime.fromisoformat(value) if value else None
