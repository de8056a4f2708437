"""What still stands on the pages of a source, what is missing, and what came back."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from rivalscope.models import DatePrecision, Source, SourceKind
    from rivalscope.storage.copies import Copies
    from rivalscope.storage.database import Database

#: Missing this often in complete crawls, one after the other, an entry is gone.
MISSES_UNTIL_GONE = 2


#: Dates that tell a day, if not always the very one.
_TOLD: frozenset[DatePrecision] = frozenset({"second", "day", "about_day"})
_NEVER = "9999"


class _Table(NamedTuple):
    name: str
    key: str
    """SQL of what tells its rows apart within one source."""
    left: str = (
        "INSERT OR IGNORE INTO site_absences (kind, brand, source, key, gone_at)"
        " VALUES (:kind, :brand, :source, :key, :at)"
    )
    """SQL that keeps when one of them went."""
    returned: str = (
        "UPDATE site_absences SET returned_at = :at WHERE kind = :kind AND brand = :brand"
        " AND source = :source AND key = :key AND returned_at IS NULL"
    )
    """SQL that keeps when it came back."""


_TABLES: dict[SourceKind, _Table] = {
    "reviews": _Table(
        "reviews",
        "id",
        left="INSERT OR IGNORE INTO review_absences (review, gone_at) VALUES (:key, :at)",
        returned="UPDATE review_absences SET returned_at = :at"
        " WHERE review = :key AND returned_at IS NULL",
    ),
    "faq": _Table("faq_entries", "question"),
    "site": _Table("site_signals", "kind || ':' || value"),
}


def _named(source: Source, *, key: str, at: str) -> dict[str, object]:
    return {
        "kind": source.kind,
        "brand": source.brand,
        "source": source.id,
        "key": key,
        "at": at,
    }


class Presence:
    """Whether what was read once is still there, in one database.

    A feed only ever shows its newest entries, so that nothing is ever missing from one.
    """

    def __init__(self, database: Database, copies: Copies) -> None:
        self._db = database
        self._copies = copies

    def missing(self, source: Source, *, seen: Collection[str]) -> tuple[Sequence[str], int]:
        """Keys that a complete crawl, which saw *seen*, did not; and how many it could have seen.

        Platforms drop what is older than their newest few hundred reviews, so only what is newer
        than the oldest review seen can be missing, as far as days are known: where a source prints
        none but such as "a month ago", nothing can.
        """
        table = _TABLES.get(source.kind)
        if table is None:
            return (), 0
        day = "published_on" if table.name == "reviews" else "NULL"
        precision = "date_precision" if table.name == "reviews" else "NULL"
        rows = self._db.rows(
            f"SELECT {table.key} AS key, {day} AS day, {precision} AS precision FROM {table.name}"
            " WHERE brand = ? AND source = ? AND gone_at IS NULL ORDER BY 1",
            (source.brand, source.id),
        )
        dated = [row for row in rows if row["day"]]
        if dated:
            told = [row["day"] for row in dated if row["precision"] in _TOLD and row["key"] in seen]
            since = min(told, default=_NEVER)
            rows = [row for row in dated if row["day"] > since]
        return [row["key"] for row in rows if row["key"] not in seen], len(rows)

    def mark_missing(self, source: Source, keys: Sequence[str], *, at: datetime) -> int:
        """Counts one more miss for each; gives how many of them are gone now."""
        table = _TABLES.get(source.kind)
        if table is None or not keys:
            return 0
        where = f"brand = ? AND source = ? AND {table.key} = ?"
        with self._db.tx():
            self._db.execute_many(
                f"UPDATE {table.name} SET misses = misses + 1, gone_at ="
                f" iif(misses + 1 >= {MISSES_UNTIL_GONE}, ?, NULL) WHERE {where}",
                [(at.isoformat(), source.brand, source.id, key) for key in keys],
            )
            gone = self._gone(table, source, at=at)
            self._db.execute_many(
                table.left, [_named(source, key=key, at=at.isoformat()) for key in gone]
            )
            if source.kind == "reviews":
                self._copies.promote(at=at)
        return len(gone)

    def mark_seen(self, source: Source, seen: Collection[str], *, at: datetime) -> int:
        """Takes back the misses of what stands there again; gives how many had been gone."""
        table = _TABLES.get(source.kind)
        if table is None:
            return 0
        rows = self._db.rows(
            f"SELECT {table.key} AS key, gone_at FROM {table.name}"
            " WHERE brand = ? AND source = ? AND misses > 0",
            (source.brand, source.id),
        )
        back = [(row["key"], row["gone_at"]) for row in rows if row["key"] in seen]
        if not back:
            return 0
        where = f"brand = ? AND source = ? AND {table.key} = ?"
        with self._db.tx():
            if source.kind != "reviews":
                self._db.execute_many(
                    f"UPDATE {table.name} SET returned_at = ? WHERE {where}",
                    [(at.isoformat(), source.brand, source.id, key) for key, gone in back if gone],
                )
            self._db.execute_many(
                f"UPDATE {table.name} SET misses = 0, gone_at = NULL WHERE {where}",
                [(source.brand, source.id, key) for key, _ in back],
            )
            self._db.execute_many(
                table.returned, [_named(source, key=key, at=at.isoformat()) for key, _ in back]
            )
        return sum(gone_at is not None for _, gone_at in back)

    def _gone(self, table: _Table, source: Source, *, at: datetime) -> list[str]:
        rows = self._db.rows(
            f"SELECT {table.key} AS key FROM {table.name}"
            " WHERE brand = ? AND source = ? AND gone_at = ?",
            (source.brand, source.id, at.isoformat()),
        )
        return [row["key"] for row in rows]
