"""Which of several copies of one review counts: the first that still stands on its page."""

from __future__ import annotations

from collections import defaultdict
from operator import itemgetter
from typing import TYPE_CHECKING

from rivalscope.batches import batched
from rivalscope.storage.review_identity import same_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from rivalscope.storage.database import Database
    from rivalscope.storage.review_rows import Row

# two questions rather than one with OR, so that each has its index
_TWINS = """
SELECT id, brand, twin, title, body, first_seen_at FROM reviews
WHERE twin IN ({marks}) AND duplicate_of IS NULL AND gone_at IS NULL
"""
_SAME_NUMBERS = """
SELECT id, source, native_id, published_on, author_key, first_seen_at FROM reviews
WHERE brand = ? AND platform = ? AND native_id IN ({marks}) AND source != ?
    AND duplicate_of IS NULL AND gone_at IS NULL
"""
_AT_ONCE = 500
_order = itemgetter("first_seen_at", "id")
# The first of the copies that are left counts from now on, where the one that did does not.
_LOST = """
SELECT c.duplicate_of AS lost, min(c.first_seen_at || ' ' || c.id) AS first FROM reviews c
LEFT JOIN reviews r ON r.id = c.duplicate_of
WHERE c.duplicate_of IS NOT NULL AND c.gone_at IS NULL AND (r.id IS NULL OR r.gone_at IS NOT NULL)
GROUP BY c.duplicate_of
"""
_KEEP = """
INSERT OR IGNORE INTO copy_versions (review, replaced_at, duplicate_of)
SELECT id, ?1, duplicate_of FROM reviews
"""


class Copies:
    """The copies of one database."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def mark(self, rows: Sequence[Row], *, at: datetime) -> None:
        """Makes each of *rows*, all of one source, a copy of the review it repeats, if any.

        What each was a copy of until then is kept.
        """
        for some in batched(rows, _AT_ONCE):
            others: dict[object, list[Row]] = defaultdict(list)
            for other in (*self._twins(some), *self._same_numbers(some)):
                others[other.get("twin") or other["native_id"]].append(other)
            later = {row["id"] for row in some}
            if _are_unique(some, others.values()):
                continue
            for row in sorted(some, key=itemgetter("id")):
                # of two copies on one page the second is the copy, and not each of the other
                alike = (*others.get(row["twin"], ()), *others.get(row["native_id"], ()))
                earlier = [other for other in alike if other["id"] not in later]
                copied = [other for other in earlier if _is_copy(row, other)]
                first = min(copied, key=_order, default=None)
                self._point(row, first["id"] if first else None, at=at)
                later.remove(row["id"])

    def _point(self, row: Row, first: str | None, *, at: datetime) -> None:
        if first != row["duplicate_of"]:
            self._db.execute(
                f"{_KEEP} WHERE id = ? AND first_seen_at < ?1", (at.isoformat(), row["id"])
            )
            self._db.execute("UPDATE reviews SET duplicate_of = ? WHERE id = ?", (first, row["id"]))

    def _twins(self, rows: Sequence[Row]) -> list[Row]:
        twins = [row["twin"] for row in rows if row["twin"]]
        return self._db.rows(_TWINS.format(marks=_marks(twins)), twins)

    def _same_numbers(self, rows: Sequence[Row]) -> list[Row]:
        numbers = [row["native_id"] for row in rows if row["native_id"]]
        if not numbers:
            return []
        brand, platform, source = (rows[0][name] for name in ("brand", "platform", "source"))
        sql = _SAME_NUMBERS.format(marks=_marks(numbers))
        return self._db.rows(sql, [brand, platform, *numbers, source])

    def promote(self, *, at: datetime | None = None) -> None:
        """Lets another copy count wherever the one that did is gone or deleted.

        *at*: until when it did; None where it is deleted, so that no past has it either.
        """
        for group in self._db.rows(_LOST):
            first = group["first"].rpartition(" ")[2]
            if at:
                self._db.execute(
                    f"{_KEEP} WHERE duplicate_of = ?3 OR id IN (?2, ?3)",
                    (at.isoformat(), first, group["lost"]),
                )
            self._db.execute(
                "UPDATE reviews SET duplicate_of = iif(id = ?1, NULL, ?1)"
                " WHERE duplicate_of = ?2 OR id IN (?1, ?2)",
                (first, group["lost"]),
            )


def _are_unique(rows: Sequence[Row], groups: Iterable[Sequence[Row]]) -> bool:
    """Whether nothing was found but the rows themselves, each alone of its kind."""
    own = {row["id"] for row in rows}
    alone = all(len(group) == 1 and group[0]["id"] in own for group in groups)
    return alone and not any(row["duplicate_of"] for row in rows)


def _is_copy(row: Row, other: Row) -> bool:
    if "twin" in other:
        alike = row["twin"] == other["twin"] and row["brand"] == other["brand"]
        return alike and same_words(_text(row), _text(other))
    authors = {row["author_key"], other["author_key"]} - {None}
    same_number = row["native_id"] == other["native_id"]
    return same_number and row["published_on"] == other["published_on"] and len(authors) < 2  # ruff: ignore[magic-value-comparison] - not two


def _text(row: Row) -> str:
    return f"{row['title'] or ''}{row['body']}"


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" for _ in values)
