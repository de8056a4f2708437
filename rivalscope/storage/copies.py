"""Which of several copies of one review counts: the first that still stands on its page."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rivalscope.storage.database import Database
    from rivalscope.storage.review_rows import Row

# two questions rather than one with OR, so that each has its index
_FIND_TWIN = """
SELECT id, first_seen_at FROM reviews
WHERE twin = :twin AND brand = :brand AND id != :id AND duplicate_of IS NULL AND gone_at IS NULL
ORDER BY first_seen_at, id LIMIT 1
"""
_FIND_SAME_NUMBER = """
SELECT id, first_seen_at FROM reviews
WHERE brand = :brand AND platform = :platform AND native_id = :native_id AND source != :source
    AND published_on IS :published_on AND duplicate_of IS NULL AND gone_at IS NULL
    AND (author_key IS :author_key OR author_key IS NULL OR :author_key IS NULL)
ORDER BY first_seen_at, id LIMIT 1
"""
_COLUMNS = (
    "brand",
    "id",
    "twin",
    "platform",
    "native_id",
    "source",
    "published_on",
    "author_key",
)
# The first of the copies that are left counts from now on, where the one that did does not.
_LOST = """
SELECT c.duplicate_of AS lost, min(c.first_seen_at || ' ' || c.id) AS first FROM reviews c
LEFT JOIN reviews r ON r.id = c.duplicate_of
WHERE c.duplicate_of IS NOT NULL AND c.gone_at IS NULL AND (r.id IS NULL OR r.gone_at IS NOT NULL)
GROUP BY c.duplicate_of
"""


class Copies:
    """The copies of one database."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def mark(self, row: Row) -> None:
        """Makes the row a copy of the review it repeats, if it repeats any."""
        found = self._find(row)
        if found != row["duplicate_of"]:
            self._db.execute("UPDATE reviews SET duplicate_of = ? WHERE id = ?", (found, row["id"]))

    def promote(self) -> None:
        """Lets another copy count wherever the one that did is gone or deleted."""
        for group in self._db.rows(_LOST):
            first = group["first"].rpartition(" ")[2]
            self._db.execute(
                "UPDATE reviews SET duplicate_of = iif(id = ?1, NULL, ?1)"
                " WHERE duplicate_of = ?2 OR id IN (?1, ?2)",
                (first, group["lost"]),
            )

    def _find(self, row: Row) -> str | None:
        asked = {name: row[name] for name in _COLUMNS}
        questions: Iterable[str] = (_FIND_TWIN,) if row["twin"] else ()
        questions = (*questions, _FIND_SAME_NUMBER) if row["native_id"] else questions
        found = [one for sql in questions if (one := self._db.row(sql, asked))]
        first = min(found, key=itemgetter("first_seen_at", "id"), default=None)
        return first["id"] if first else None
