"""Tables of what brands say of themselves: FAQ pairs, widgets on their pages, shown averages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rivalscope.models import AggregateRating, FaqEntry
from rivalscope.storage.reviews import Saved

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rivalscope.models import SiteSignal, Snapshot, Source
    from rivalscope.storage.database import Database


class Sites:
    """The brands' own pages in one database."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def save_faq(self, entries: Sequence[FaqEntry], *, source: Source, snapshot: Snapshot) -> Saved:
        """Makes *entries* the FAQ of *source*: adds, replaces answers, drops what is gone."""
        answers = {entry.question: entry.answer for entry in entries}
        with self._db.tx():
            known = self._answers(source)
            gone = [(source.brand, source.id, question) for question in known.keys() - answers]
            fresh = {q: a for q, a in answers.items() if known.get(q) != a}
            self._db.execute_many(
                "DELETE FROM faq_entries WHERE brand = ? AND source = ? AND question = ?", gone
            )
            self._db.execute_many(
                "INSERT INTO faq_entries (brand, source, question, answer, page_url, snapshot,"
                " first_seen_at) VALUES (?, ?, ?, ?, ?, ?, ?)"
                " ON CONFLICT (brand, source, question) DO UPDATE SET answer = excluded.answer,"
                " page_url = excluded.page_url, snapshot = excluded.snapshot",
                [
                    (source.brand, source.id, question, answer, *_found(snapshot))
                    for question, answer in fresh.items()
                ],
            )
        new = len(fresh.keys() - known.keys())
        return Saved(read=len(answers), new=new, changed=len(fresh) - new)

    def save_signals(
        self, signals: Sequence[SiteSignal], *, source: Source, snapshot: Snapshot
    ) -> Saved:
        """Makes *signals* those of *source*."""
        rows = {(signal.kind, signal.value): signal.proof for signal in signals}
        with self._db.tx():
            known = {
                (row["kind"], row["value"])
                for row in self._db.rows(
                    "SELECT kind, value FROM site_signals WHERE brand = ? AND source = ?",
                    (source.brand, source.id),
                )
            }
            self._db.execute_many(
                "DELETE FROM site_signals"
                " WHERE brand = ? AND source = ? AND kind = ? AND value = ?",
                [(source.brand, source.id, *key) for key in known - rows.keys()],
            )
            self._db.execute_many(
                "INSERT OR IGNORE INTO site_signals (brand, source, kind, value, proof, page_url,"
                " snapshot, first_seen_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    (source.brand, source.id, *key, proof, *_found(snapshot))
                    for key, proof in rows.items()
                ],
            )
        return Saved(read=len(rows), new=len(rows.keys() - known))

    def save_rating(self, rating: AggregateRating, *, source: Source, snapshot: Snapshot) -> None:
        """Keeps the average that a page of *source* shows."""
        with self._db.tx():
            self._db.execute(
                "INSERT OR REPLACE INTO page_ratings"
                " (brand, source, value, maximum, count, seen_at) VALUES (?, ?, ?, ?, ?, ?)",
                (
                    source.brand,
                    source.id,
                    rating.value,
                    rating.maximum,
                    rating.count,
                    snapshot.fetched_at.isoformat(),
                ),
            )

    def faq(self) -> dict[str, tuple[FaqEntry, ...]]:
        """Brand -> its FAQ pairs, sorted by question; brands without any are absent."""
        rows = self._db.rows(
            "SELECT brand, question, answer FROM faq_entries ORDER BY brand, question"
        )
        found: dict[str, list[FaqEntry]] = {}
        for row in rows:
            entry = FaqEntry(question=row["question"], answer=row["answer"])
            found.setdefault(row["brand"], []).append(entry)
        return {brand: tuple(entries) for brand, entries in found.items()}

    def chat(self) -> dict[str, tuple[str, ...]]:
        """Brand -> vendors of the chat widgets on its pages, sorted."""
        rows = self._db.rows(
            "SELECT DISTINCT brand, value FROM site_signals WHERE kind = 'chat'"
            " ORDER BY brand, value"
        )
        found: dict[str, list[str]] = {}
        for row in rows:
            found.setdefault(row["brand"], []).append(row["value"])
        return {brand: tuple(vendors) for brand, vendors in found.items()}

    def ratings(self) -> dict[tuple[str, str], float]:
        """(brand, source) -> the shown average as a share of its maximum."""
        rows = self._db.rows("SELECT brand, source, value / maximum AS share FROM page_ratings")
        return {(row["brand"], row["source"]): row["share"] for row in rows}

    def _answers(self, source: Source) -> dict[str, str]:
        rows = self._db.rows(
            "SELECT question, answer FROM faq_entries WHERE brand = ? AND source = ?",
            (source.brand, source.id),
        )
        return {row["question"]: row["answer"] for row in rows}


def _found(snapshot: Snapshot) -> tuple[str, str, str]:
    return snapshot.url, snapshot.digest, snapshot.fetched_at.isoformat()
