"""Starts the nightly run, every night, in a process of its own."""

from __future__ import annotations

import signal
import subprocess
import sys
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from apscheduler.schedulers.blocking import BlockingScheduler
from apscheduler.triggers.cron import CronTrigger

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from rivalscope.settings import Settings


def next_runs(settings: Settings, *, count: int, after: datetime) -> list[datetime]:
    """The next *count* times a nightly run starts, after the aware moment *after*."""
    trigger = _nightly(settings)
    found: list[datetime] = []
    moment, previous = after, None
    for _ in range(count):
        due = trigger.get_next_fire_time(previous, moment)
        found.append(due)
        moment, previous = due, due
    return found


def serve(settings: Settings, *, database: Path, say: Callable[[str], None]) -> None:
    """Runs every night until the process is told to stop (SIGTERM, SIGINT).

    A night that was slept through is run once on waking, not skipped and not repeated.
    """
    scheduler = BlockingScheduler(timezone=ZoneInfo(settings.time_zone))
    scheduler.add_job(
        run_once,
        _nightly(settings),
        kwargs={"settings": settings, "database": database, "say": say},
        id="nightly",
        misfire_grace_time=None,
        coalesce=True,
        max_instances=1,
    )
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: scheduler.shutdown(wait=False))
    due = next_runs(settings, count=1, after=datetime.now(ZoneInfo(settings.time_zone)))[0]
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
    from rivalscope.cli.schedule import schedule

    schedule()
