"""What runs by itself: which command, on which days, and how it went."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

#: The job that is the night itself: `rivalscope run`.
NIGHTLY = "nightly"

JobState = Literal[
    "running",
    "ok",
    "partial",
    "failed",
    "timeout",
    "interrupted",
    "killed",
    "skipped",
]
#: States of a job that did what it is for; of a partial night, some sources failed.
GOOD: frozenset[JobState] = frozenset({"ok", "partial"})

#: Days to look for the next due one: a week, and as much again where a zone left a day out.
_HORIZON_DAYS = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One command that runs once on each day it is due, by the days of *zone*.

    Days, and not moments, are what is counted: where the clocks go back 02:30 comes twice on one
    day, and where they go forward it does not come at all; the job is due once on either.
    """

    name: str
    command: tuple[str, ...]
    """What follows ``rivalscope``."""
    at: time
    zone: ZoneInfo
    weekday: int | None = None
    """Monday is 0; None is every day."""
    timeout_seconds: float

    def due_at(self, day: date) -> datetime | None:
        """The moment (UTC) the job is due on *day*; None where it is not due on it.

        A time that comes twice means the first of the two. One that the clocks skip means as long
        after midnight as if they had not, unless that is the next day already.
        """
        if self.weekday not in {None, day.weekday()}:
            return None
        for fold in (0, 1):
            wall = datetime.combine(day, self.at.replace(fold=fold), self.zone)
            moment = wall.astimezone(UTC)
            if moment.astimezone(self.zone).date() == day:
                return moment
        return None  # a day that a zone leaves out, as Samoa did with one

    def last_due(self, at: datetime) -> date:
        """The latest day whose moment is not after the aware moment *at*."""
        today = at.astimezone(self.zone).date()
        days = (today - timedelta(days=back) for back in range(_HORIZON_DAYS))
        return next(day for day in days if (due := self.due_at(day)) and due <= at)

    def next_due(self, after: datetime) -> datetime:
        """The first moment it is due after the aware moment *after*, in its zone."""
        today = after.astimezone(self.zone).date()
        days = (today + timedelta(days=ahead) for ahead in range(_HORIZON_DAYS))
        moments = (self.due_at(day) for day in days)
        return next(due for due in moments if due and due > after).astimezone(self.zone)


@dataclass(frozen=True, slots=True, kw_only=True)
class JobRun:
    """How a job went on one day."""

    job: str
    local_date: date
    """The day it was due, by the days of its zone; it may have been made up for later."""
    state: JobState
    attempt: int
    """From 1; 0 where none was made."""
    started_at: datetime
    ended_at: datetime | None = None
    """None while it runs, and of one whose scheduler was killed."""
    exit_code: int | None = None
    """Negative for a signal."""
    pid: int | None = None
    """Of the process group it ran in."""
    log_tail: str = ""
    """The end of what it wrote to standard error."""
