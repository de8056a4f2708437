"""Tables of the reviews: one row per review however often it is seen, and each earlier version."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from rivalscope.batches import batched
from rivalscope.storage import review_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rivalscope.models import Review, Snapshot, Source, Text
    from rivalscope.storage.author_keys import AuthorKeys
    from rivalscope.storage.copies import Copies
    from rivalscope.storage.database import Database
    from rivalscope.storage.review_rows import Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What saving what stands on a page came to."""

    read: int = 0
    new: int = 0
    changed: int = 0
    refused: int = 0
    """Read, and not saved since somebody asked for it to be forgotten."""
    keys: frozenset[str] = field(default=frozenset(), compare=False)
    """Of the rows that stand for what was read; a sum has none, as it may be of very many pages."""

    def __add__(self, other: Saved) -> Saved:
        return Saved(
            read=self.read + other.read,
            new=self.new + other.new,
            changed=self.changed + other.changed,
            refused=self.refused + other.refused,
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
    gone_at: datetime | None
    """When it was missed for the second time; None while it stands on its page."""
    duplicate_of: str | None
    """The copy that counts, where this one is another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenVersion:
    """What a review said for a while."""

    review: Review
    seen_at: datetime
    replaced_at: datetime | None
    """None for what it says now."""
    snapshot: str
    """Digest of the page it was read from."""


#: What an edited review brings anew; where and when it was first seen stays.
_EDITABLE = [
    name
    for name in review_rows.COLUMNS
    if name not in {"id", "brand", "source", "author_key", "first_seen_at"}
]
_UPSERT = (
    f"INSERT INTO reviews ({', '.join(review_rows.COLUMNS)})"
    f" VALUES ({', '.join('?' for _ in review_rows.COLUMNS)})"
    " ON CONFLICT (id) DO UPDATE SET "
    + ", ".join(f"{name} = excluded.{name}" for name in _EDITABLE)
    + ", author_key = coalesce(excluded.author_key, author_key)"
)
_KEEP_VERSION = """
INSERT OR IGNORE INTO review_versions (review, seen_at, replaced_at, title, body, rating,
    rating_max, published_at, date_precision, verified, reply_body, reply_at, snapshot, platform,
    language, url, page_url, twin, content)
SELECT id, changed_at, ?, title, body, rating, rating_max, published_at, date_precision, verified,
    reply_body, reply_at, snapshot, platform, language, url, page_url, twin, content
FROM reviews WHERE id = ?
"""
_KEYS_AT_ONCE = 500


class Reviews:
    """The reviews of one database."""

    def __init__(self, database: Database, *, authors: AuthorKeys, copies: Copies) -> None:
        self._db = database
        self._authors = authors
        self._copies = copies

    def save(self, reviews: Sequence[Review], *, source: Source, snapshot: Snapshot) -> Saved:
        """Saves *reviews*, which stand on *snapshot*; see `save_rows`."""
        rows = review_rows.rows_of(reviews, source=source, page=snapshot, authors=self._authors)
        return self.save_rows(rows, at=snapshot.fetched_at)

    def save_rows(self, read: Sequence[Row], *, at: datetime) -> Saved:
        """Adds what is new, replaces what was edited, leaves the rest alone; in one transaction.

        The version that an edit replaces is kept. Copies of one review (other storefronts, other
        sites of the same brand) each have a row, and only the first of them counts.
        """
        rows = {row["id"]: row for row in read}
        with self._db.tx():
            known = self._contents(list(rows))
            new = [row for key, row in rows.items() if key not in known]
            differing = [
                key for key, row in rows.items() if known.get(key) not in {None, row["content"]}
            ]
            edited = list(self._edited(differing, rows))
            replaced = [(at.isoformat(), row["id"]) for row in edited]
            self._db.execute_many(_KEEP_VERSION, replaced)
            self._db.execute_many(_UPSERT, review_rows.values_of([*new, *edited]))
            self._copies.mark([*new, *edited], at=at)
        return Saved(read=len(read), new=len(new), changed=len(edited), keys=frozenset(rows))

    def all_seen_before(self, moment: datetime, *, keys: Sequence[str]) -> bool:
        """Whether each of those reviews was first seen by then."""
        seen = self._select("first_seen_at", keys)
        return all(row["first_seen_at"] <= moment.isoformat() for row in seen)

    def find(self, key: str) -> StoredReview | None:
        """The review with that id."""
        row = self._db.row("SELECT * FROM reviews WHERE id = ?", (key,))
        return _stored(row) if row else None

    def versions(self, key: str) -> tuple[Review, ...]:
        """What that review said before it was edited, oldest first; without what it says now."""
        rows = self._db.rows(
            "SELECT v.*, r.native_id, iif(v.content IS NULL, r.language, v.language) AS language,"
            " iif(v.content IS NULL, r.url, v.url) AS url FROM review_versions v"
            " JOIN reviews r ON r.id = v.review WHERE v.review = ? ORDER BY v.seen_at",
            (key,),
        )
        return tuple(map(review_rows.review_of, rows))

    def history(self, key: str) -> tuple[SeenVersion, ...]:
        """Everything that review said, oldest first; the last one is what it says now."""
        rows = self._db.rows(
            "SELECT v.*, r.native_id, r.language, r.url FROM review_versions v"
            " JOIN reviews r ON r.id = v.review WHERE v.review = ? ORDER BY v.seen_at",
            (key,),
        )
        now = self._db.rows(
            "SELECT *, changed_at AS seen_at, NULL AS replaced_at FROM reviews WHERE id = ?", (key,)
        )
        return tuple(
            SeenVersion(
                review=review_rows.review_of(row),
                seen_at=datetime.fromisoformat(row["seen_at"]),
                replaced_at=review_rows.moment_of(row["replaced_at"]),
                snapshot=row["snapshot"],
            )
            for row in (*rows, *now)
        )

    def count(self) -> int:
        """How many there are, each once however many copies it has."""
        row = self._db.row("SELECT count(*) AS n FROM reviews WHERE duplicate_of IS NULL")
        return int(row["n"]) if row else 0

    def to_understand(self, version: str) -> list[tuple[Text, str]]:
        """Texts not yet understood by *version*, each with the content it will be recorded for."""
        rows = self._db.rows(
            "SELECT r.* FROM reviews r LEFT JOIN understandings u ON u.review = r.id"
            " WHERE u.review IS NULL OR u.version != ? OR u.content != r.content ORDER BY r.id",
            (version,),
        )
        return [(review_rows.text_of(row), row["content"]) for row in rows]

    def _edited(self, keys: Sequence[str], rows: Mapping[str, Row]) -> Iterator[Row]:
        """The new rows of those *keys* whose review, with all that is known of it, has changed."""
        for stored in self._select("*", keys):
            row = dict(rows[stored["id"]])
            known = review_rows.review_of(stored)
            whole = review_rows.kept(review_rows.review_of(row), known)
            row |= review_rows.visible_of(whole)
            row["content"] = review_rows.content_of(row)
            row["twin"] = row["twin"] or stored["twin"]
            row["duplicate_of"] = stored["duplicate_of"]
            if row["content"] not in {stored["content"], review_rows.content_of(stored)}:
                yield row

    def _contents(self, keys: Sequence[str]) -> dict[str, str]:
        """Key -> content of those that are stored."""
        return {row["id"]: row["content"] for row in self._select("id, content", keys)}

    def _select(self, columns: str, keys: Sequence[str]) -> Iterator[Row]:
        """Those reviews, asked for in as many goes as SQLite's limits need."""
        for some in batched(keys, _KEYS_AT_ONCE):
            marks = ", ".join("?" for _ in some)
            yield from self._db.rows(f"SELECT {columns} FROM reviews WHERE id IN ({marks})", some)


def _stored(row: Row) -> StoredReview:
    return StoredReview(
        id=row["id"],
        brand=row["brand"],
        source=row["source"],
        platform=row["platform"],
        review=review_rows.review_of(row),
        page_url=row["page_url"],
        snapshot=row["snapshot"],
        first_seen_at=datetime.fromisoformat(row["first_seen_at"]),
        gone_at=review_rows.moment_of(row["gone_at"]),
        duplicate_of=row["duplicate_of"],
    )
