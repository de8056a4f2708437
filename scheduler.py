"""Starts the nightly run, every night, in a process of its own."""

from __future__ import annotations

import signal
import subprocess
import sys
from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from apscheduler.schedulers.blocking import BlockingScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from rivalscope.settings import Settings


def next_runs(settings: Settings, *, count: int, after: datetime) -> list[datetime]:
    """The next *count* times a nightly run starts, after the aware moment *after*."""
    trigger = _nightly(settings)
    found: list[datetime] = []
    due: datetime | None = None
    moment = after
    while len(found) < count:
        due = trigger.get_next_fire_time(due, moment)
        if not found or due.date() != found[-1].date():  # the clocks go back: 02:30 comes twice
            found.append(due)
        moment = due
    return found


#: How often messages that wait are tried again between the nights.
_DELIVER_SECONDS = 30


def serve(
    settings: Settings,
    *,
    database: Path,
    say: Callable[[str], None],
    deliver: Callable[[], None],
) -> None:
    """Runs every night until the process is told to stop (SIGTERM, SIGINT).

    A night that was slept through is run once on waking, not skipped and not repeated. In between
    *deliver* is called, at once and then twice a minute: what could not be told at night is told
    by day.
    """
    zone = ZoneInfo(settings.time_zone)
    scheduler = BlockingScheduler(timezone=zone)
    nights: set[date] = set()

    def tonight() -> None:
        night = datetime.now(zone).date()
        if night not in nights:
            nights.add(night)
            run_once(settings=settings, database=database, say=say)

    scheduler.add_job(
        tonight,
        _nightly(settings),
        id="nightly",
        misfire_grace_time=None,
        coalesce=True,
        max_instances=1,
    )
    scheduler.add_job(
        deliver,
        IntervalTrigger(seconds=_DELIVER_SECONDS),
        next_run_time=datetime.now(zone),
        id="deliver",
        misfire_grace_time=None,
        coalesce=True,
        max_instances=1,
    )
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: scheduler.shutdown(wait=False))
    due = next_runs(settings, count=1, after=datetime.now(zone))[0]
    say(f"waiting: the next nightly run starts at {due:%Y-%m-%d %H:%M %Z}")
    scheduler.start()


def run_once(*, settings: Settings, database: Path, say: Callable[[str], None]) -> int:
    """One nightly run in a child process; its exit code."""
    command = [sys.executable, "-m", "rivalscope", "run"]
    options = ["--config", str(settings.path), "--db", str(database), "--quiet"]
    done = subprocess.run([*command, *options], check=False)  # ruff: ignore[subprocess-without-shell-equals-true] - our own module
    say(f"the nightly run ended with exit code {done.returncode}")
    return done.returncode


def _nightly(settings: Settings) -> CronTrigger:
    hour, minute = settings.nightly.split(":")
    return CronTrigger(hour=int(hour), minute=int(minute), timezone=ZoneInfo(settings.time_zone))


if __name__ == "__main__":
    from rivalscope.cli import main

    sys.argv[1:1] = ["schedule"]
    main()
