"""The database as it was known at an earlier moment, for every reader of this one connection.

Tables of the same names and shapes are put in front of the real ones (SQLite looks for a name among
temporary tables first), filled from the ledger: versions, absences, runs, and whatever was seen by
then. Nothing of the file is changed, no writer is kept waiting, and it is gone with the connection.

What is not in the ledger is not rebuilt: reviews since erased or past their retention, judgments
since replaced, and by which pack a text was understood.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from rivalscope.storage.database import Database

_KNOWN = "first_seen_at <= :at"
_NOT_BACK = "gone_at <= :at AND coalesce(returned_at > :at, TRUE)"
#: Between the two moments, a version is what there was.
_VALID = "replaced_at > :at"
_EDITED = (
    "title, body, rating, rating_max, published_at, date_precision, verified, reply_body,"
    " reply_at, snapshot"
)
#: Each crawl that misses an entry counts one more, until it is gone. What came back since has none.
_MISSES = """
max(0, misses - (SELECT count(*) FROM main.source_runs r WHERE r.brand = e.brand
    AND r.source = e.source AND r.complete AND r.finished_at > :at
    AND r.finished_at <= coalesce(e.gone_at, r.finished_at)))
"""
#: Versions from before these were kept have no ``content``; there they are taken as they are now.
_KEPT_LATER = ("platform", "language", "url", "page_url", "twin")
_COUNTS = (
    "stale_days",
    "daily_sources",
    "daily_delays",
    "daily_volumes",
    "daily_counts",
    "daily_combinations",
    "daily_signals",
    "daily_advice",
    "daily_quotes",
)


def _absent(kind: str, key: str) -> str:
    return (
        f"(SELECT max(gone_at) FROM site_absences a WHERE a.kind = '{kind}' AND a.brand = e.brand"
        f" AND a.source = e.source AND a.key = {key} AND {_NOT_BACK})"
    )


def _returned(kind: str, key: str) -> str:
    return (
        f"iif(returned_at <= :at, returned_at, (SELECT max(returned_at) FROM site_absences a"
        f" WHERE a.kind = '{kind}' AND a.brand = e.brand AND a.source = e.source AND a.key = {key}"
        " AND a.returned_at <= :at))"
    )


#: Table -> what of it was known then; in this order, so that each finds those it asks.
_THEN = {
    "reviews": f"SELECT * FROM main.reviews WHERE {_KNOWN}",
    "corrections": "SELECT * FROM main.corrections WHERE judged_at <= :at",
    "faq_entries": f"""
        SELECT brand, source, question, coalesce(
            (SELECT v.answer FROM main.faq_versions v WHERE v.brand = e.brand
                AND v.source = e.source AND v.question = e.question AND {_VALID}
                ORDER BY replaced_at LIMIT 1), answer),
            page_url, snapshot, first_seen_at, {_MISSES}, {_absent("faq", "e.question")},
            {_returned("faq", "e.question")}
        FROM main.faq_entries e WHERE {_KNOWN}""",
    "faq_versions": "SELECT * FROM main.faq_versions WHERE replaced_at <= :at",
    "site_signals": f"""
        SELECT brand, source, kind, value, proof, page_url, snapshot, first_seen_at, {_MISSES},
            {_absent("site", "e.kind || ':' || e.value")},
            {_returned("site", "e.kind || ':' || e.value")}
        FROM main.site_signals e WHERE {_KNOWN}""",
    "page_ratings": f"""
        SELECT * FROM main.page_ratings WHERE seen_at <= :at UNION ALL
        SELECT brand, source, value, maximum, count, seen_at FROM page_rating_versions
        WHERE seen_at <= :at AND {_VALID}""",
    "goals": """
        SELECT id, brand, metric, theme, title, baseline, target, started_on, deadline, owner,
            parent, tactic, recorded_at, iif(closed_at > :at, NULL, closed_on),
            iif(closed_at > :at, NULL, closed_at)
        FROM main.goals WHERE recorded_at <= :at""",
    "goal_measures": "SELECT * FROM main.goal_measures WHERE recorded_at <= :at",
    "source_runs": "SELECT * FROM main.source_runs WHERE finished_at <= :at",
}
_AS_THEY_WERE = f"""
UPDATE reviews SET ({_EDITED}, published_on, {", ".join(_KEPT_LATER)}, content, changed_at) = (
    SELECT {_EDITED.replace("snapshot", "v.snapshot")}, substr(v.published_at, 1, 10),
        {", ".join(f"iif(v.content IS NULL, reviews.{name}, v.{name})" for name in _KEPT_LATER)},
        coalesce(v.content, 'of ' || v.seen_at), v.seen_at
    FROM review_versions v WHERE v.review = reviews.id AND v.seen_at <= :at AND v.{_VALID})
WHERE id IN (SELECT review FROM review_versions WHERE seen_at <= :at AND {_VALID})
"""
_PRESENCE = f"""
UPDATE reviews SET gone_at = (
    SELECT max(gone_at) FROM review_absences a WHERE a.review = reviews.id AND {_NOT_BACK}
) WHERE gone_at IS NOT NULL OR id IN (SELECT review FROM review_absences)
"""
_COPIES = f"""
UPDATE reviews SET duplicate_of = (
    SELECT v.duplicate_of FROM copy_versions v WHERE v.review = reviews.id AND {_VALID}
    ORDER BY replaced_at LIMIT 1
) WHERE id IN (SELECT review FROM copy_versions WHERE {_VALID})
"""
#: Copies of what was erased since, or is past its retention: the first of each counts instead.
_OF_NOTHING = """
UPDATE reviews SET duplicate_of = nullif(
    (SELECT min(c.id) FROM reviews c WHERE c.duplicate_of = reviews.duplicate_of), id)
WHERE duplicate_of IS NOT NULL AND duplicate_of NOT IN (SELECT id FROM reviews)
"""
#: What was made of a text that has changed since says nothing of the text as it was.
_SAME_TEXT = (
    "review IN (SELECT n.id FROM main.reviews n JOIN temp.reviews t USING (id)"
    " WHERE n.changed_at = t.changed_at)"
)
_MADE_OF_TEXTS = ("understandings", "mentions", "proxy_readings", "proxy_signals")
_REWORDED = """
SELECT r.id FROM temp.reviews r JOIN main.reviews n USING (id)
JOIN main.understandings u ON u.review = r.id WHERE n.changed_at != r.changed_at ORDER BY r.id
"""


class Past:
    """Takes one open database back in time."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def rewind(self, at: datetime) -> tuple[str, ...]:
        """From now on this store shows what had been seen by *at*, and nothing else.

        Gives the ids of the reviews that read otherwise then and have to be understood anew. Once
        done it can't be undone: close the store.
        """
        self._db.keep_to_temporary_tables()
        for table in (*_COUNTS, *_THEN, *_MADE_OF_TEXTS):
            self._put_in_front(table)
        moment: dict[str, object] = {"at": at.isoformat()}
        with self._db.tx():
            for table, then in _THEN.items():
                self._db.execute(f"INSERT INTO temp.{table} {then}", moment)
            for change in (_AS_THEY_WERE, _PRESENCE, _COPIES, _OF_NOTHING):
                self._db.execute(change, moment)
            for table in _MADE_OF_TEXTS:
                self._db.execute(
                    f"INSERT INTO temp.{table} SELECT * FROM main.{table} WHERE {_SAME_TEXT}"
                )
        return tuple(row["id"] for row in self._db.rows(_REWORDED))

    def unlearn(self, at: datetime) -> None:
        """Hides what was learned from stars after *at*."""
        self._put_in_front("lessons")
        with self._db.tx():
            self._db.execute(
                "INSERT INTO temp.lessons SELECT * FROM main.lessons WHERE learned_at <= ?",
                (at.isoformat(),),
            )

    def _put_in_front(self, table: str) -> None:
        """An empty temporary table like *table*, with its indexes, and triggers on it."""
        made = self._db.rows(
            "SELECT type, sql FROM main.sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL"
            " ORDER BY type = 'trigger', type = 'index'",
            (table,),
        )
        for row in made:
            kind = row["type"].upper()
            sql = row["sql"].removeprefix(f"CREATE {kind} ")
            where = f"CREATE {kind} temp." if kind == "INDEX" else f"CREATE TEMP {kind} "
            self._db.execute(where + sql)
