"""Tables of the runs: what was asked for when, and how each source ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Literal

from rivalscope.models import Coverage

if TYPE_CHECKING:
    from collections.abc import Collection

    from rivalscope.models import Source
    from rivalscope.storage.database import Database

EndState = Literal["ok", "partial", "failed", "imported"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRun:
    """How one source ended one run."""

    brand: str
    source: str
    platform: str
    kind: str
    state: EndState
    reason: str | None
    pages: int
    read: int
    """Reviews, or FAQ pairs, or signals that stood on the pages."""
    new: int
    changed: int
    complete: bool
    """Read to its last page, so that what was not seen is not there."""

    @classmethod
    def of(  # ruff: ignore[too-many-arguments] - a row has its columns
        cls,
        source: Source,
        *,
        state: EndState,
        reason: str | None = None,
        pages: int = 0,
        read: int = 0,
        new: int = 0,
        changed: int = 0,
        complete: bool = False,
    ) -> SourceRun:
        """The end of *source*'s run."""
        return cls(
            brand=source.brand,
            source=source.id,
            platform=source.platform,
            kind=source.kind,
            state=state,
            reason=reason,
            pages=pages,
            read=read,
            new=new,
            changed=changed,
            complete=complete,
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

    def __init__(self, database: Database) -> None:
        self._db = database

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
        with self._db.tx():
            self._db.execute(
                "INSERT OR REPLACE INTO source_runs (run, brand, source, platform, kind, state,"
                " reason, pages, read, new, changed, complete, finished_at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    run,
                    ended.brand,
                    ended.source,
                    ended.platform,
                    ended.kind,
                    ended.state,
                    ended.reason,
                    ended.pages,
                    ended.read,
                    ended.new,
                    ended.changed,
                    ended.complete,
                    at.isoformat(),
                ),
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

    def coverages(self, *, without: Collection[str] = ()) -> tuple[Coverage, ...]:
        """Per source, the days whose reviews are known to have been read in full.

        A source read to its last page reaches back to the beginning, any other to its oldest
        review; forward each reaches to its last good crawl, an imported one to its newest review.
        *without*: keys (``brand/source``) that must not count.
        """
        rows = self._db.rows(_COVERAGES)
        return tuple(
            Coverage(
                brand=row["brand"],
                platform=row["platform"],
                since=None if row["complete"] else date.fromisoformat(row["oldest"]),
                until=date.fromisoformat(row["until"]),
            )
            for row in rows
            if f"{row['brand']}/{row['source']}" not in without
        )


_COVERAGES = """
SELECT r.brand, r.source, r.platform, r.oldest,
       coalesce(s.complete, 0) AS complete,
       coalesce(max(s.crawled_on, r.newest), r.newest) AS until
FROM (
    SELECT brand, source, platform, min(published_on) AS oldest, max(published_on) AS newest
    FROM reviews WHERE published_on IS NOT NULL
    GROUP BY brand, source, platform
) AS r
LEFT JOIN (
    SELECT brand, source, max(complete) AS complete, max(substr(finished_at, 1, 10)) AS crawled_on
    FROM source_runs WHERE kind = 'reviews' AND state = 'ok'
    GROUP BY brand, source
) AS s USING (brand, source)
ORDER BY r.brand, r.platform, r.source
"""


def _run_record(row: dict[str, str]) -> RunRecord:
    finished = row["finished_at"]
    return RunRecord(
        id=int(row["id"]),
        command=row["command"],
        started_at=datetime.fromisoformat(row["started_at"]),
        finished_at=datetime.fromisoformat(finished) if finished else None,
    )


def _source_run(row: dict[str, object]) -> SourceRun:
    columns = {name: row[name] for name in SourceRun.__dataclass_fields__}
    return SourceRun(**{**columns, "complete": bool(row["complete"])})  # type: ignore[arg-type]
