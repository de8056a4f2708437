"""How long things are kept: reviews for months, the pages they were read from for weeks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rivalscope.storage.pages import NO_BODY

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
_DROP_BODIES = """
UPDATE snapshots SET body = ? WHERE body != ? AND digest NOT IN
    (SELECT snapshot FROM fetches WHERE fetched_at >= ?)
"""
_FORGET_FETCHES = f"DELETE FROM fetches WHERE fetched_at < ? AND snapshot NOT IN ({_STOOD_ON})"
_FORGET_SNAPSHOTS = "DELETE FROM snapshots WHERE digest NOT IN (SELECT snapshot FROM fetches)"
_FORGET_STATES = """
DELETE FROM page_states WHERE (brand, source) NOT IN (SELECT brand, source FROM fetches)
"""


class Retention:
    """Forgets what is too old, in one database."""

    def __init__(self, database: Database, copies: Copies) -> None:
        self._db = database
        self._copies = copies

    def forget(self, *, reviews_before: date, pages_before: date) -> int:
        """Deletes reviews first seen before one day, with all made of them; says how many.

        Bodies of pages that were last fetched before the other day are dropped. That a page was
        fetched stays known as long as something kept stands on it.
        """
        day = reviews_before.isoformat()
        with self._db.tx():
            cursor = self._db.execute("DELETE FROM reviews WHERE first_seen_at < ?", (day,))
            self._copies.promote()
            self._db.execute(_DROP_BODIES, (NO_BODY, NO_BODY, pages_before.isoformat()))
            self._db.execute(_FORGET_FETCHES, (pages_before.isoformat(),))
            self._db.execute(_FORGET_SNAPSHOTS)
            self._db.execute(_FORGET_STATES)
        return cursor.rowcount
