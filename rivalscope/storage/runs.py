"""Tables of the runs: what was asked for when, and how each source ended."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from rivalscope.models import Coverage

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from rivalscope.models import EndState, Source
    from rivalscope.storage.daily_counts import DailyCounts
    from rivalscope.storage.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRun:
    """How one source ended one run."""

    brand: str
    source: str
    platform: str
    kind: str
    state: EndState
    reason: str | None = None
    pages: int = 0
    """Answered, whether they were read or had not changed."""
    unchanged: int = 0
    requests: int = 0
    bytes: int = 0
    statuses: Mapping[str, int] = field(default_factory=dict)
    """HTTP status -> answers."""
    read: int = 0
    """Reviews, or FAQ pairs, or signals that stood on the pages; those of unchanged ones too."""
    new: int = 0
    changed: int = 0
    gone: int = 0
    first_page: int | None = None
    """Entries on the first page; None where none was read."""
    fields: Mapping[str, float] = field(default_factory=dict)
    """Share of the reviews just read that have a text, a title, a rating, a date."""
    oldest_on: date | None = None
    """Published day of the oldest review seen."""
    met_known: bool = False
    """Stopped where everything was known from the crawl before."""
    complete: bool = False
    """Read to its last page, so that what was not seen is not there."""

    @classmethod
    def of(cls, source: Source, *, state: EndState, **rest: Any) -> SourceRun:
        """The end of *source*'s run."""
        return cls(
            brand=source.brand,
            source=source.id,
            platform=source.platform,
            kind=source.kind,
            state=state,
            **rest,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRecord:
    """One command that changed the database."""

    id: int
    command: str
    started_at: datetime
    finished_at: datetime | None
    """None for one that was killed, or still runs."""


class Runs:
    """The runs of one database."""

    def __init__(self, database: Database, counts: DailyCounts) -> None:
        self._db = database
        self._counts = counts

    def start(self, command: str, *, at: datetime) -> int:
        """Opens a run and gives its id."""
        with self._db.tx():
            cursor = self._db.execute(
                "INSERT INTO runs (command, started_at) VALUES (?, ?)", (command, at.isoformat())
            )
        return int(cursor.lastrowid or 0)

    def finish(self, run: int, *, at: datetime) -> None:
        """Closes a run."""
        with self._db.tx():
            self._db.execute("UPDATE runs SET finished_at = ? WHERE id = ?", (at.isoformat(), run))

    def save_source(self, run: int, ended: SourceRun, *, at: datetime) -> None:
        """Keeps how a source ended; saying it again replaces what was said."""
        row = asdict(ended) | {
            "run": run,
            "statuses": json.dumps(ended.statuses, sort_keys=True),
            "fields": json.dumps(ended.fields, sort_keys=True),
            "oldest_on": ended.oldest_on.isoformat() if ended.oldest_on else None,
            "finished_at": at.isoformat(),
        }
        columns, marks = ", ".join(row), ", ".join("?" for _ in row)
        with self._db.tx():
            self._db.execute(
                f"INSERT OR REPLACE INTO source_runs ({columns}) VALUES ({marks})",
                tuple(row.values()),
            )

    def find_latest(self) -> RunRecord | None:
        """The run that started last."""
        row = self._db.row("SELECT * FROM runs ORDER BY id DESC LIMIT 1")
        return _run_record(row) if row else None

    def of_run(self, run: int) -> tuple[SourceRun, ...]:
        """How each source ended *run*."""
        rows = self._db.rows(
            "SELECT * FROM source_runs WHERE run = ? ORDER BY brand, source", (run,)
        )
        return tuple(_source_run(row) for row in rows)

    def latest_of_sources(self) -> dict[tuple[str, str], tuple[SourceRun, datetime]]:
        """(brand, source) -> how it ended last, and when."""
        rows = self._db.rows(
            "SELECT * FROM source_runs AS this WHERE run = (SELECT max(run) FROM source_runs"
            " WHERE brand = this.brand AND source = this.source) ORDER BY brand, source"
        )
        return {
            (row["brand"], row["source"]): (
                _source_run(row),
                datetime.fromisoformat(row["finished_at"]),
            )
            for row in rows
        }

    def last_ok(self) -> dict[tuple[str, str], datetime]:
        """(brand, source) -> when it last ended well; those that never did are absent."""
        rows = self._db.rows(
            "SELECT brand, source, max(finished_at) AS at FROM source_runs"
            " WHERE state IN ('ok', 'imported') GROUP BY brand, source"
        )
        return {(row["brand"], row["source"]): datetime.fromisoformat(row["at"]) for row in rows}

    def ok_at(self, source: Source) -> datetime | None:
        """When *source* last ended well."""
        return self.last_ok().get((source.brand, source.id))

    def history(self, source: Source, *, count: int) -> tuple[SourceRun, ...]:
        """How *source* ended its last *count* runs that answered anything, newest first."""
        rows = self._db.rows(
            "SELECT * FROM source_runs WHERE brand = ? AND source = ? AND pages > 0"
            " ORDER BY run DESC LIMIT ?",
            (source.brand, source.id, count),
        )
        return tuple(map(_source_run, rows))

    def last_full(self, source: Source) -> datetime | None:
        """When *source* was last read as far as it goes, and not only to what was known."""
        row = self._db.row(
            "SELECT max(finished_at) AS at FROM source_runs"
            " WHERE brand = ? AND source = ? AND state = 'ok' AND NOT met_known",
            (source.brand, source.id),
        )
        return datetime.fromisoformat(row["at"]) if row and row["at"] else None

    def coverages(self, *, without: Collection[str] = ()) -> tuple[Coverage, ...]:
        """Per source, the days whose reviews are known to have been read in full.

        Forward each reaches to its last good crawl, an imported one to its newest review. Backward
        to the beginning where a chain of good crawls, each of which reached what the one before had
        read, leads to one that was complete; else to the oldest review that the chain has seen, so
        that reviews from before a hole are not counted as all there were.
        *without*: keys (``brand/source``) that must not count.
        """
        chains = self._good_crawls()
        return tuple(
            _coverage(row, chains.get((row["brand"], row["source"]), ()))
            for row in self._counts.rows(_STORED_DAYS)
            if f"{row['brand']}/{row['source']}" not in without
        )

    def _good_crawls(self) -> dict[tuple[str, str], list[dict[str, Any]]]:
        """(brand, source) -> its good crawls of reviews, newest first."""
        found: dict[tuple[str, str], list[dict[str, Any]]] = {}
        for row in self._db.rows(_GOOD_CRAWLS):
            found.setdefault((row["brand"], row["source"]), []).append(row)
        return found


_STORED_DAYS = """
SELECT brand, source, platform, min(day) AS oldest, max(day) AS newest
FROM daily_sources WHERE day != ''
GROUP BY brand, source, platform ORDER BY brand, platform, source
"""
_GOOD_CRAWLS = """
SELECT brand, source, complete, met_known, oldest_on, substr(finished_at, 1, 10) AS crawled_on
FROM source_runs WHERE kind = 'reviews' AND state = 'ok' ORDER BY run DESC
"""


def _coverage(days: dict[str, Any], crawls: Sequence[dict[str, Any]]) -> Coverage:
    newest = days["newest"]
    return Coverage(
        brand=days["brand"],
        platform=days["platform"],
        since=_reaches_back(crawls, oldest=days["oldest"]),
        until=date.fromisoformat(max(crawls[0]["crawled_on"], newest) if crawls else newest),
    )


def _reaches_back(crawls: Sequence[dict[str, Any]], *, oldest: str) -> date | None:
    """The first day of the unbroken chain of *crawls*, None where it has no beginning."""
    reached = None
    for crawl, before in zip_longest(crawls, crawls[1:]):
        if crawl["complete"]:
            return None
        reached = min(filter(None, (reached, crawl["oldest_on"])), default=None)
        if before is None:
            break
        overlaps = reached is not None and reached <= before["crawled_on"]
        if not crawl["met_known"] and not overlaps:
            break
    return date.fromisoformat(reached or oldest)


def _run_record(row: dict[str, str]) -> RunRecord:
    finished = row["finished_at"]
    return RunRecord(
        id=int(row["id"]),
        command=row["command"],
        started_at=datetime.fromisoformat(row["started_at"]),
        finished_at=datetime.fromisoformat(finished) if finished else None,
    )


def _source_run(row: dict[str, Any]) -> SourceRun:
    columns = {name: row[name] for name in SourceRun.__dataclass_fields__}
    return SourceRun(
        **columns
        | {
            "statuses": json.loads(row["statuses"]),
            "fields": json.loads(row["fields"]),
            "oldest_on": date.fromisoformat(row["oldest_on"]) if row["oldest_on"] else None,
            "met_known": bool(row["met_known"]),
            "complete": bool(row["complete"]),
        }
    )
