"""What brands said on their own pages, from when to when, and in how many fetches it stood."""

from __future__ import annotations

from bisect import bisect_left
from datetime import datetime
from typing import TYPE_CHECKING, Any

from rivalscope.models import SeenAnswer, SeenSignal
from rivalscope.storage.presence import MISSES_UNTIL_GONE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rivalscope.storage.database import Database

_GOOD_RUNS = """
SELECT brand, source, finished_at FROM source_runs
WHERE state IN ('ok', 'imported') AND kind IN ('faq', 'site') ORDER BY brand, source, finished_at
"""
_VERSIONS = """
SELECT brand, source, question, answer, replaced_at FROM faq_versions
ORDER BY brand, source, question, replaced_at
"""


class SiteHistory:
    """Answers and signals with their times, in one database.

    A fetch counts where the whole source ended well, also where the page had not changed.
    """

    def __init__(self, database: Database) -> None:
        self._db = database

    def answers(self) -> tuple[SeenAnswer, ...]:
        """Every answer that was ever read, by brand, source and question, the oldest first."""
        fetches = self._fetches()
        earlier: dict[tuple[str, str, str], list[dict[str, Any]]] = {}
        for row in self._db.rows(_VERSIONS):
            earlier.setdefault((row["brand"], row["source"], row["question"]), []).append(row)
        rows = self._db.rows("SELECT * FROM faq_entries ORDER BY brand, source, question")
        return tuple(
            answer
            for row in rows
            for answer in _answers(
                row,
                earlier.get((row["brand"], row["source"], row["question"]), ()),
                fetches.get((row["brand"], row["source"]), ()),
            )
        )

    def signals(self) -> tuple[SeenSignal, ...]:
        """Every signal that was ever read, by brand, source, kind and value."""
        fetches = self._fetches()
        rows = self._db.rows("SELECT * FROM site_signals ORDER BY brand, source, kind, value")
        return tuple(_signal(row, fetches.get((row["brand"], row["source"]), ())) for row in rows)

    def _fetches(self) -> dict[tuple[str, str], list[str]]:
        """(brand, source) -> when its good runs ended, the oldest first."""
        found: dict[tuple[str, str], list[str]] = {}
        for row in self._db.rows(_GOOD_RUNS):
            found.setdefault((row["brand"], row["source"]), []).append(row["finished_at"])
        return found


def _answers(
    row: dict[str, Any], earlier: Sequence[dict[str, Any]], fetches: Sequence[str]
) -> Iterator[SeenAnswer]:
    since = row["first_seen_at"]
    first = _is_first(since, fetches)
    for version in earlier:
        until = version["replaced_at"]
        count = _between(fetches, since, until)
        yield _answer(
            row, version["answer"], since, until, replaced=True, fetches=count, first=first
        )
        since, first = until, False
    if row["returned_at"]:
        since, first = max(since, row["returned_at"]), False
    yield _answer(
        row,
        row["answer"],
        since,
        row["gone_at"],
        replaced=False,
        fetches=_standing(row, since, fetches),
        first=first,
    )


def _answer(
    row: dict[str, Any], answer: str, since: str, until: str | None, **rest: Any
) -> SeenAnswer:
    return SeenAnswer(
        brand=row["brand"],
        source=row["source"],
        question=row["question"],
        answer=answer,
        url=row["page_url"],
        since=datetime.fromisoformat(since),
        until=datetime.fromisoformat(until) if until else None,
        **rest,
    )


def _signal(row: dict[str, Any], fetches: Sequence[str]) -> SeenSignal:
    since = row["returned_at"] or row["first_seen_at"]
    until = row["gone_at"]
    return SeenSignal(
        brand=row["brand"],
        source=row["source"],
        kind=row["kind"],
        value=row["value"],
        proof=row["proof"],
        url=row["page_url"],
        since=datetime.fromisoformat(since),
        until=datetime.fromisoformat(until) if until else None,
        fetches=_standing(row, since, fetches),
        first=row["returned_at"] is None and _is_first(since, fetches),
    )


def _standing(row: dict[str, Any], since: str, fetches: Sequence[str]) -> int:
    """Fetches that showed the row as it is: those that missed it don't count."""
    missed = MISSES_UNTIL_GONE - 1 if row["gone_at"] else row["misses"]
    return max(0, _between(fetches, since, row["gone_at"]) - missed)


def _between(fetches: Sequence[str], since: str, until: str | None) -> int:
    end = bisect_left(fetches, until) if until else len(fetches)
    return max(0, end - bisect_left(fetches, since))


def _is_first(since: str, fetches: Sequence[str]) -> bool:
    """Whether it was read before any good run had ended: in the first one."""
    return not fetches or since <= fetches[0]
