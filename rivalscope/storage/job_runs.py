"""The ledger of what runs by itself: one row a job and local day."""

from __future__ import annotations

from dataclasses import asdict, fields, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from rivalscope.models import GOOD, NIGHTLY, JobRun

if TYPE_CHECKING:
    from rivalscope.storage.database import Database

_COLUMNS = tuple(field.name for field in fields(JobRun))
_UPSERT = f"""
INSERT INTO job_runs ({", ".join(_COLUMNS)}) VALUES ({", ".join("?" for _ in _COLUMNS)})
ON CONFLICT (job, local_date) DO UPDATE SET
    {", ".join(f"{name} = excluded.{name}" for name in _COLUMNS)}
"""
_GOOD = ", ".join(f"'{state}'" for state in sorted(GOOD))


class JobRuns:
    """The jobs of one database."""

    def __init__(self, database: Database) -> None:
        self._db = database

    def begin(self, job: str, *, on: date, at: datetime) -> None:
        """From now on the job is counted: the day *on*, before it was known, is not made up for.

        Nothing happens where the job is known.
        """
        with self._db.tx():
            if not self.history(job, count=1):
                self.save(
                    JobRun(
                        job=job,
                        local_date=on,
                        state="skipped",
                        attempt=0,
                        started_at=at,
                        ended_at=at,
                    )
                )

    def claim(self, job: str, *, on: date, at: datetime, most: int) -> JobRun | None:
        """The run that is ours to make on that day; None where none is to be made (any more).

        That is where it went well, was skipped, or was tried *most* times; attempts that were
        asked to end are not among them. A row that says that it runs is corrected: who asks holds
        the job's lock, so that nobody is at it.
        """
        with self._db.tx():
            self._db.execute(
                "UPDATE job_runs SET state = 'killed' WHERE job = ? AND state = 'running'",
                (job,),
            )
            before = self.find(job, on)
            spent = _attempts(before) if before else 0
            if spent >= most or (before and before.state in {*GOOD, "skipped"}):
                return None
            run = JobRun(job=job, local_date=on, state="running", attempt=spent + 1, started_at=at)
            self.save(run)
            return run

    def save(self, run: JobRun) -> None:
        """Keeps the run as it is now; it is the only one of its day."""
        row = asdict(run) | {
            "local_date": run.local_date.isoformat(),
            "started_at": run.started_at.isoformat(),
            "ended_at": run.ended_at.isoformat() if run.ended_at else None,
        }
        with self._db.tx():
            self._db.execute(_UPSERT, tuple(row.values()))

    def begin_by_hand(self, run: JobRun, *, most_seconds: float) -> None:
        """Keeps a run that nobody claimed, unless its day went well or another one is at it.

        What says that it has run for more than *most_seconds* was killed.
        """
        oldest = run.started_at - timedelta(seconds=most_seconds)
        with self._db.tx():
            self._db.execute(
                "UPDATE job_runs SET state = 'killed'"
                " WHERE job = ? AND state = 'running' AND started_at < ?",
                (run.job, oldest.isoformat()),
            )
            before = self.find(run.job, run.local_date)
            if before is None or before.state not in {*GOOD, "running"}:
                self.save(replace(run, attempt=before.attempt + 1 if before else 1))

    def end_by_hand(self, run: JobRun) -> bool:
        """Keeps how it ended, unless its day is known to have gone well; whether so.

        One that did not go well says nothing of another one that is under way on that day.
        """
        with self._db.tx():
            before = self.find(run.job, run.local_date)
            if before and _is_begun(before, run):
                self.save(replace(run, attempt=before.attempt))
                return True
            known = GOOD if run.state in GOOD else {*GOOD, "running"}
            is_news = before is None or before.state not in known
            if is_news:
                self.save(replace(run, attempt=before.attempt + 1 if before else 1))
        return is_news

    def find(self, job: str, on: date) -> JobRun | None:
        """How the job went on that day, if anything is known of it."""
        row = self._db.row(
            "SELECT * FROM job_runs WHERE job = ? AND local_date = ?", (job, on.isoformat())
        )
        return _job_run(row) if row else None

    def history(self, job: str | None = None, *, count: int) -> tuple[JobRun, ...]:
        """The last runs, of one job or of all, newest first."""
        rows = self._db.rows(
            "SELECT * FROM job_runs WHERE ? IS NULL OR job = ?"
            " ORDER BY started_at DESC, id DESC LIMIT ?",
            (job, job, count),
        )
        return tuple(map(_job_run, rows))

    def latest(self) -> tuple[JobRun, ...]:
        """Of each job the last run, by name; by when it was first kept, as clocks may be wrong."""
        rows = self._db.rows(
            "SELECT * FROM job_runs WHERE id IN (SELECT max(id) FROM job_runs GROUP BY job)"
            " ORDER BY job"
        )
        return tuple(map(_job_run, rows))

    def good_night_at(self, *, until: datetime) -> datetime | None:
        """When the last night that went well had ended; None where none did.

        One that ends after *until* is of a clock that was wrong.
        """
        row = self._db.row(
            "SELECT max(ended_at) AS at FROM job_runs"
            f" WHERE job = ? AND state IN ({_GOOD}) AND ended_at <= ?",
            (NIGHTLY, until.isoformat()),
        )
        return datetime.fromisoformat(row["at"]) if row and row["at"] else None

    def counted_since(self, job: str) -> datetime | None:
        """When the job was first known; None where it never was."""
        row = self._db.row("SELECT min(started_at) AS at FROM job_runs WHERE job = ?", (job,))
        return datetime.fromisoformat(row["at"]) if row and row["at"] else None

    def tally(self) -> dict[tuple[str, str], int]:
        """(job, state) -> days."""
        rows = self._db.rows("SELECT job, state, count(*) AS n FROM job_runs GROUP BY job, state")
        return {(row["job"], row["state"]): row["n"] for row in rows}


def _is_begun(before: JobRun, run: JobRun) -> bool:
    """Whether *before* is how *run* was kept at its start, whatever was made of that since."""
    return (before.ended_at, before.pid, before.started_at) == (None, run.pid, run.started_at)


def _attempts(run: JobRun) -> int:
    """Those that had their chance."""
    return run.attempt - (run.state == "interrupted")


def _job_run(row: dict[str, Any]) -> JobRun:
    ended = row["ended_at"]
    return JobRun(
        **{name: row[name] for name in _COLUMNS}
        | {
            "local_date": date.fromisoformat(row["local_date"]),
            "started_at": datetime.fromisoformat(row["started_at"]),
            "ended_at": datetime.fromisoformat(ended) if ended else None,
        }
    )
