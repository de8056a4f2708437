"""Starts what is due, each job once a local day, in processes of their own; never by itself twice.

APScheduler says when to look, the ledger in the database what is left to do. So a job is due
whenever its last day is open: after a start, a sleep, a leap of the clock, a kill.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from contextlib import contextmanager
from datetime import datetime, timedelta
from select import select
from typing import TYPE_CHECKING

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.base import BaseTrigger

from rivalscope import clock
from rivalscope.errors import RivalscopeError
from rivalscope.models import GOOD
from rivalscope.pipeline.nights import jobs

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

    from rivalscope.models import Job, JobRun
    from rivalscope.pipeline.nights.processes import Group
    from rivalscope.settings import Settings

#: How often messages that wait are tried again, and what else is looked at between the jobs.
BETWEEN_SECONDS = 30.0
#: Wait before a job that failed is tried again on the same day.
AGAIN_SECONDS = 600.0
PROGRAM = (sys.executable, "-m", "rivalscope")
_SIGNALS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


def serve(
    settings: Settings,
    *,
    load: Callable[[], Settings],
    say: Callable[[str], None],
    between: Callable[[Settings], None],
    program: Sequence[str] = PROGRAM,
) -> None:
    """Runs what is due until the process is told to stop (SIGTERM, SIGINT).

    The caller sees to it that there is no other scheduler of this database
    (``storage.scheduling``). *load* gives the configuration as it is at a SIGHUP, with the same
    database; *between* is called twice a minute, and holds up a stop as long as it takes. Raises
    StorageError where the database can't be used.
    """
    service = Service(settings, say=say, between=between, program=program)
    with _signals() as signals:
        service.start()
        while (caught := _next(signals)) not in {signal.SIGTERM, signal.SIGINT}:
            if caught == signal.SIGHUP:
                service.reload(load)
            else:
                service.wake()
        service.stop()


@contextmanager
def _signals() -> Generator[int, None, None]:
    """A pipe that the numbers of our signals come out of.

    Handlers would run in this thread, when it is awake, and could not take any lock.
    """
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    for number in _SIGNALS:
        signal.signal(number, lambda *_: None)
    signal.set_wakeup_fd(writer)
    try:
        yield reader
    finally:
        signal.set_wakeup_fd(-1)
        os.close(reader)
        os.close(writer)


def _next(signals: int) -> int | None:
    """The next signal; None where none comes for a while."""
    ready, _, _ = select([signals], [], [], BETWEEN_SECONDS)
    return os.read(signals, 1)[0] if ready else None


class Service:
    """The jobs of one configuration, kept going; it is the Supervisor of what it starts."""

    def __init__(
        self,
        settings: Settings,
        *,
        say: Callable[[str], None],
        between: Callable[[Settings], None],
        program: Sequence[str] = PROGRAM,
    ) -> None:
        self._settings = settings
        self._between = between
        self._program = program
        self._group: Group | None = None
        self._stopping = threading.Event()
        self._woken_at = clock.now()
        self.say = say
        # one job at a time: they would only meet at the lock of the database
        self._executors = {name: ThreadPoolExecutor(1) for name in ("default", "between")}
        self._scheduler = BackgroundScheduler(
            executors=self._executors,
            timezone="UTC",
            # of two one waits for the thread, so that no time is lost that comes while a job runs
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 2},
        )

    @property
    def is_stopping(self) -> bool:
        """Whether whatever ends now ends because of that."""
        return self._stopping.is_set()

    def starts(self, group: Group) -> None:
        """The job runs in this process group."""
        self._group = group
        if self.is_stopping:
            group.end()

    def start(self) -> None:
        """Makes up for what was missed, and waits for what is next."""
        jobs.begin(self._settings)
        self._set_jobs()
        self._scheduler.start()
        for job in self._settings.jobs:
            self.say(f"{job.name}: next at {job.next_due(clock.now()):%Y-%m-%d %H:%M %Z}")

    def reload(self, load: Callable[[], Settings]) -> None:
        """The jobs of the configuration as it is now; the old ones stay where it is wrong."""
        try:
            settings = load()
            jobs.begin(settings)
        except RivalscopeError as error:
            self.say(f"{error}\nthe configuration was not taken over: the old jobs stay")
            return
        self._settings = settings
        self._set_jobs()
        self.say(f"configuration taken over: {', '.join(job.name for job in settings.jobs)}")

    def wake(self) -> None:
        """Looks at the clock, which the wait for the next job does not: machines sleep."""
        now = clock.now()
        if now < self._woken_at:
            self.say("the clock was turned back: the jobs are set anew")
            self._set_jobs()
        self._woken_at = now
        self._scheduler.wakeup()

    def stop(self) -> None:
        """Ends what runs; it is run again after the next start."""
        self._stopping.set()
        if self._group:
            self._group.end()
        # it would wait with its locks held, which a job may need to come to its end
        self._scheduler.shutdown(wait=False)
        for executor in self._executors.values():
            executor.shutdown(wait=True)

    def _set_jobs(self) -> None:
        """All from the configuration and nothing kept: what is done stands in the ledger."""
        self._scheduler.remove_all_jobs()
        now = clock.now()
        for job in self._settings.jobs:
            self._scheduler.add_job(
                self.run_job, OncePerDay(job), args=[job.name], id=job.name, next_run_time=now
            )
        self._scheduler.add_job(
            self._look, _Between(), id="between", executor="between", next_run_time=now
        )

    def run_job(self, name: str) -> None:
        """Runs the job where anything is left of it to do; where it fails, again in a while."""
        job = self._job(name)
        if job is None or self.is_stopping:
            return
        try:
            run = jobs.make_up(self._settings, job, program=self._program, supervisor=self)
        except (RivalscopeError, OSError) as error:
            self.say(f"{name}: {error}")
            self._run_later(name)
            return
        if run:
            self.say(_line(run))
            if run.state not in GOOD:
                self._run_later(name)

    def _run_later(self, name: str) -> None:
        if not self.is_stopping:
            self._scheduler.add_job(
                self.run_job,
                args=[name],
                id=f"{name} again",
                replace_existing=True,
                next_run_time=clock.now() + timedelta(seconds=AGAIN_SECONDS),
            )

    def _job(self, name: str) -> Job | None:
        return next((job for job in self._settings.jobs if job.name == name), None)

    def _look(self) -> None:
        try:
            self._between(self._settings)
        except (RivalscopeError, OSError) as error:
            self.say(f"rivalscope: {error}")  # the next time is soon


class OncePerDay(BaseTrigger):  # type: ignore[misc]  # it ships no types
    """The moments a job is due; CronTrigger has two on a day whose clocks go back."""

    def __init__(self, job: Job) -> None:
        self._job = job

    def get_next_fire_time(self, _before: datetime | None, now: datetime) -> datetime:
        """The first after *now*: what was due before is one look at the ledger, not several."""
        return self._job.next_due(now)


class _Between(BaseTrigger):  # type: ignore[misc]  # it ships no types
    """Every half minute from now on; IntervalTrigger counts through all that a clock leapt over."""

    def get_next_fire_time(self, _before: datetime | None, now: datetime) -> datetime:
        return now + timedelta(seconds=BETWEEN_SECONDS)


def _line(run: JobRun) -> str:
    attempt = f", attempt {run.attempt}" if run.attempt > 1 else ""
    line = f"{run.job} of {run.local_date}: {run.state} (exit code {run.exit_code}{attempt})"
    return line if run.state in GOOD else f"{line}\n{run.log_tail}".strip()


if __name__ == "__main__":
    from rivalscope.cli import main

    sys.argv[1:1] = ["schedule"]
    main()
