"""How long things are kept: reviews and what was told of them for months, their pages for weeks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from rivalscope.storage.copies import Copies
    from rivalscope.storage.database import Database

_STOOD_ON = """
    SELECT snapshot FROM reviews
    UNION SELECT snapshot FROM review_versions
    UNION SELECT snapshot FROM faq_entries
    UNION SELECT snapshot FROM site_signals
"""
_OLD_REVIEWS = "FROM reviews WHERE first_seen_at < ?"
_WHERE_OLD = (
    "WHERE body != x'' AND digest NOT IN (SELECT snapshot FROM fetches WHERE fetched_at >= ?)"
)
_OLD_PAGES = f"FROM snapshots {_WHERE_OLD}"
_DROP_BODIES = f"UPDATE snapshots SET body = x'' {_WHERE_OLD}"
_FORGET_FETCHES = f"DELETE FROM fetches WHERE fetched_at < ? AND snapshot NOT IN ({_STOOD_ON})"
_FORGET_SNAPSHOTS = "DELETE FROM snapshots WHERE digest NOT IN (SELECT snapshot FROM fetches)"
_FORGET_MESSAGES = "DELETE FROM outbox WHERE sent_at < ?"
_FORGET_STATES = """
DELETE FROM page_states WHERE (brand, source) NOT IN (SELECT brand, source FROM fetches)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """What was too old."""

    reviews: int
    pages: int
    """Stored pages whose content was dropped."""


class Retention:
    """Forgets what is too old, in one database."""

    def __init__(self, database: Database, copies: Copies) -> None:
        self._db = database
        self._copies = copies

    def due(self, *, reviews_before: date, pages_before: date) -> Forgotten:
        """What `forget` would delete."""
        reviews = self._count(f"SELECT count(*) AS n {_OLD_REVIEWS}", reviews_before)
        pages = self._count(f"SELECT count(*) AS n {_OLD_PAGES}", pages_before)
        return Forgotten(reviews=reviews, pages=pages)

    def forget(self, *, reviews_before: date, pages_before: date) -> Forgotten:
        """Deletes reviews first seen before one day, with all made of them; so messages sent.

        Bodies of pages that were last fetched before the other day are dropped. That a page was
        fetched stays known as long as something kept stands on it.
        """
        old_pages = (pages_before.isoformat(),)
        with self._db.tx():
            reviews = self._db.execute(f"DELETE {_OLD_REVIEWS}", (reviews_before.isoformat(),))
            self._copies.promote()
            self._db.execute(_FORGET_MESSAGES, (reviews_before.isoformat(),))
            pages = self._db.execute(_DROP_BODIES, old_pages)
            self._db.execute(_FORGET_FETCHES, old_pages)
            self._db.execute(_FORGET_SNAPSHOTS)
            self._db.execute(_FORGET_STATES)
        return Forgotten(reviews=reviews.rowcount, pages=pages.rowcount)

    def _count(self, sql: str, day: date) -> int:
        row = self._db.row(sql, (day.isoformat(),))
        return int(row["n"]) if row else 0
