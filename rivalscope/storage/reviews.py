"""Table of the reviews: one row per review however often it is seen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from rivalscope.models import Reply, Review, Text

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


def review_id(review: Review, *, source: Source) -> str:
    """The same for the same review at every crawl, and in every database.

    The platform's own id where there is one, else day and words: stars may be read later, or on
    another scale, and make no other review of it.
    """
    own = review.native_id or f"{review.published_on} {_words(review.text)}"
    key = f"{source.key}\0{own}"
    return "review:" + blake2b(key.encode(), digest_size=8).hexdigest()


class Reviews:
    """The reviews of one database."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def save(self, reviews: Sequence[Review], *, source: Source, snapshot: Snapshot) -> Saved:
        """Adds what is new, replaces what was edited, leaves the rest alone; in one transaction."""
        rows = {review_id(review, source=source): review for review in reviews}
        with self._db.tx():
            known = self._contents(list(rows))
            fresh = [
                _row(key, review, source=source, snapshot=snapshot)
                for key, review in rows.items()
                if known.get(key) != _content(review)
            ]
            self._db.execute_many(_UPSERT, fresh)
        new = sum(key not in known for key in rows)
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
        """Deletes reviews first seen before *day* and all made of them; says how many."""
        with self._db.tx():
            cursor = self._db.execute(
                "DELETE FROM reviews WHERE first_seen_at < ?", (day.isoformat(),)
            )
        return cursor.rowcount

    def _contents(self, keys: Sequence[str]) -> dict[str, str]:
        marks = ", ".join("?" for _ in keys)
        sql = f"SELECT id, content FROM reviews WHERE id IN ({marks})"
        return {row["id"]: row["content"] for row in self._db.rows(sql, keys)}


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
        _content(review),
        seen,
        seen,
    )


def _content(review: Review) -> str:
    """Changes whenever anything a reader could see of the review does."""
    return blake2b(repr(review).encode(), digest_size=8).hexdigest()


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
