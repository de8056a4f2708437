"""Tables of what brands say of themselves: FAQ pairs, widgets on their pages, shown averages."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rivalscope.models import AggregateRating, FaqEntry
from rivalscope.storage.reviews import Saved
from rivalscope.text import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rivalscope.models import SiteSignal, Source
    from rivalscope.storage.database import Database
    from rivalscope.storage.pages import AnyPage


class Sites:
    """The brands' own pages in one database."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def save_faq(self, entries: Sequence[FaqEntry], *, source: Source, snapshot: AnyPage) -> Saved:
        """Adds *entries* and replaces changed answers; the answer that is replaced is kept.

        A question or an answer that only looks otherwise (blanks, case, punctuation) is the one
        that was known, and so is one that is read otherwise from the very same page.
        """
        with self._db.tx():
            known = self._known(source)
            answers = _spelled_as(known, entries)
            fresh = {q: a for q, a in answers.items() if q not in known or known[q].answer != a}
            changed = [q for q, a in fresh.items() if q in known and known[q].differs(a, snapshot)]
            self._db.execute_many(
                "INSERT OR IGNORE INTO faq_versions (brand, source, question, answer, replaced_at)"
                " VALUES (?, ?, ?, ?, ?)",
                [
                    (source.brand, source.id, q, known[q].answer, snapshot.fetched_at.isoformat())
                    for q in changed
                ],
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
        new = len(answers.keys() - known.keys())
        return Saved(read=len(answers), new=new, changed=len(changed), keys=frozenset(answers))

    def save_signals(
        self, signals: Sequence[SiteSignal], *, source: Source, snapshot: AnyPage
    ) -> Saved:
        """Adds *signals*."""
        rows = {f"{signal.kind}:{signal.value}": signal for signal in signals}
        with self._db.tx():
            known = {
                row["key"]
                for row in self._db.rows(
                    "SELECT kind || ':' || value AS key FROM site_signals"
                    " WHERE brand = ? AND source = ?",
                    (source.brand, source.id),
                )
            }
            self._db.execute_many(
                "INSERT INTO site_signals (brand, source, kind, value, proof, page_url,"
                " snapshot, first_seen_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    (source.brand, source.id, one.kind, one.value, one.proof, *_found(snapshot))
                    for key, one in rows.items()
                    if key not in known
                ],
            )
        return Saved(read=len(rows), new=len(rows.keys() - known), keys=frozenset(rows))

    def save_rating(self, rating: AggregateRating, *, source: Source, snapshot: AnyPage) -> None:
        """Keeps the average that a page of *source* shows."""
        seen = (rating.value, rating.maximum, rating.count)
        with self._db.tx():
            self._db.execute(
                "INSERT OR IGNORE INTO page_rating_versions SELECT *, ? FROM page_ratings"
                " WHERE brand = ? AND source = ? AND (value, maximum, count) IS NOT (?, ?, ?)",
                (snapshot.fetched_at.isoformat(), source.brand, source.id, *seen),
            )
            self._db.execute(
                "INSERT INTO page_ratings (brand, source, value, maximum, count, seen_at)"
                " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (brand, source) DO UPDATE SET"
                " value = excluded.value, maximum = excluded.maximum, count = excluded.count,"
                " seen_at = excluded.seen_at"
                " WHERE (value, maximum, count) IS NOT (excluded.value, excluded.maximum,"
                " excluded.count)",
                (
                    source.brand,
                    source.id,
                    *seen,
                    snapshot.fetched_at.isoformat(),
                ),
            )

    def faq(self) -> dict[str, tuple[FaqEntry, ...]]:
        """Brand -> its FAQ pairs, sorted by question; brands without any are absent."""
        rows = self._db.rows(
            "SELECT DISTINCT brand, question, answer FROM faq_entries WHERE gone_at IS NULL"
            " ORDER BY brand, question"
        )
        found: dict[str, list[FaqEntry]] = {}
        for row in rows:
            entry = FaqEntry(question=row["question"], answer=row["answer"])
            found.setdefault(row["brand"], []).append(entry)
        return {brand: tuple(entries) for brand, entries in found.items()}

    def chat(self) -> dict[str, tuple[str, ...]]:
        """Brand -> vendors of the chat widgets on its pages, sorted."""
        rows = self._db.rows(
            "SELECT DISTINCT brand, value FROM site_signals"
            " WHERE kind = 'chat' AND gone_at IS NULL ORDER BY brand, value"
        )
        found: dict[str, list[str]] = {}
        for row in rows:
            found.setdefault(row["brand"], []).append(row["value"])
        return {brand: tuple(vendors) for brand, vendors in found.items()}

    def ratings(self) -> dict[tuple[str, str], float]:
        """(brand, source) -> the shown average as a share of its maximum."""
        rows = self._db.rows("SELECT brand, source, value / maximum AS share FROM page_ratings")
        return {(row["brand"], row["source"]): row["share"] for row in rows}

    def _known(self, source: Source) -> dict[str, _Answer]:
        rows = self._db.rows(
            "SELECT question, answer, snapshot FROM faq_entries WHERE brand = ? AND source = ?",
            (source.brand, source.id),
        )
        return {row["question"]: _Answer(row["answer"], row["snapshot"]) for row in rows}


class _Answer(NamedTuple):
    """What a question was answered with, and on which page."""

    answer: str
    snapshot: str

    def differs(self, answer: str, snapshot: AnyPage) -> bool:
        return wording(self.answer) != wording(answer) and self.snapshot != snapshot.digest


def _spelled_as(known: Iterable[str], entries: Iterable[FaqEntry]) -> dict[str, str]:
    """Question -> answer, each question spelled as it is known already."""
    spelling = {wording(question): question for question in known}
    answers: dict[str, str] = {}
    for entry in entries:
        answers[spelling.setdefault(wording(entry.question), entry.question)] = entry.answer
    return answers


def _found(snapshot: AnyPage) -> tuple[str, str, str]:
    return snapshot.url, snapshot.digest, snapshot.fetched_at.isoformat()
