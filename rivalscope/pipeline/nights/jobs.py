"""Runs what is due, once a local day, and keeps in the ledger how it went."""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from rivalscope import clock
from rivalscope.errors import RivalscopeError
from rivalscope.models import GOOD, NIGHTLY, JobRun
from rivalscope.pipeline.nights.pinging import ping
from rivalscope.storage import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

    from rivalscope.models import Job, JobState
    from rivalscope.pipeline.nights.pinging import Ping
    from rivalscope.pipeline.nights.processes import Group, JobLock
    from rivalscope.settings import Settings

#: A job is tried so often on one day.
MOST_ATTEMPTS = 3
#: Tells a command that its scheduler keeps the ledger, and as what: ``nightly/2026-11-22``.
SCHEDULED = "RIVALSCOPE_SCHEDULED"
#: Exit code of a command -> how its job went; of any other it failed.
_STATES: dict[int, JobState] = {0: "ok", 3: "partial", 4: "ok"}
#: State of a night -> what is told of it; one that was interrupted begins again.
_PINGS: dict[JobState, Ping] = {
    "running": "start",
    "ok": "success",
    "partial": "success",
    "failed": "fail",
    "timeout": "fail",
}


class Supervisor(Protocol):
    """Who started a job, and may have to end it before its time."""

    @property
    def is_stopping(self) -> bool:
        """Whether whatever ends now ends because of that."""

    def starts(self, group: Group) -> None:
        """The job runs in this process group."""

    def say(self, line: str) -> None:
        """A line for the log."""


def begin(settings: Settings) -> None:
    """Jobs that are new are counted from now on: what they were due before is not made up for."""
    now = clock.now()
    with Store(settings.database) as store:
        for job in settings.jobs:
            store.job_runs.begin(job.name, on=job.last_due(now), at=now)


def make_up(
    settings: Settings, job: Job, *, program: Sequence[str], supervisor: Supervisor
) -> JobRun | None:
    """Runs the job for the latest day it was due on; None where that was done, or given up.

    Whatever was due before that is history. A job that outlived its scheduler is ended first, and
    run again: every command may be repeated. Raises StorageError where the ledger can't be written
    or the lock of the job does not get free.
    """
    # ruff: ignore[import-outside-top-level] - process groups are POSIX; a night by hand needs none
    from rivalscope.pipeline.nights.processes import end_left_behind, job_lock

    on = job.last_due(clock.now())
    end_left_behind(settings.database, job.name)
    with job_lock(settings.database, job.name) as lock:
        if lock is None:
            message = f"job {job.name}: what its last scheduler left behind is still at it"
            raise RivalscopeError(message)
        with Store(settings.database) as store:
            run = store.job_runs.claim(job.name, on=on, at=clock.now(), most=MOST_ATTEMPTS)
        if run is None:
            return None
        return _made(settings, job, run, program=program, supervisor=supervisor, lock=lock)


def _made(
    settings: Settings,
    job: Job,
    run: JobRun,
    *,
    program: Sequence[str],
    supervisor: Supervisor,
    lock: JobLock,
) -> JobRun:
    # ruff: ignore[import-outside-top-level] - as above
    from rivalscope.pipeline.nights.processes import Group

    environment = {
        "RIVALSCOPE_CONFIG": str(settings.path),
        "RIVALSCOPE_DB": str(settings.database),
        SCHEDULED: f"{run.job}/{run.local_date}",
    }
    _tell(settings, run, say=supervisor.say)
    with Group([*program, *job.command], environment=environment, keeping=lock) as group:
        run = replace(run, pid=group.id)
        _save(settings, run)
        supervisor.starts(group)
        code = group.wait(job.timeout_seconds)
        state: JobState = "timeout" if code is None else _STATES.get(code, "failed")
        if supervisor.is_stopping and state not in GOOD:
            state = "interrupted"
        log_tail = group.log_tail()
    run = replace(run, state=state, exit_code=code, ended_at=clock.now(), log_tail=log_tail)
    with Store(settings.database) as store, store.tx():
        noted = store.job_runs.find(run.job, run.local_date)
        if noted and noted.state != "running":  # it was done, and asked to end only afterwards
            run = replace(noted, log_tail=log_tail)
        store.job_runs.save(run)
    _tell(settings, run, say=supervisor.say)
    return run


def note_end(code: int) -> None:
    """A command that was scheduled keeps its own end, in case its scheduler does not live to.

    Nothing is kept of one that was given up meanwhile, nor where the ledger can't be written.
    """
    job, _, day = os.environ[SCHEDULED].rpartition("/")
    with suppress(RivalscopeError), Store(Path(os.environ["RIVALSCOPE_DB"])) as store, store.tx():
        run = store.job_runs.find(job, date.fromisoformat(day))
        if run and run.state == "running" and run.pid == os.getpid():
            state = _STATES.get(code, "failed")
            store.job_runs.save(replace(run, state=state, exit_code=code, ended_at=clock.now()))


@dataclass(slots=True)
class Outcome:
    """How a night by hand ends."""

    exit_code: int = 1


@contextmanager
def night_by_hand(
    settings: Settings, *, say: Callable[[str], None]
) -> Generator[Outcome, None, None]:
    """Keeps a night that no scheduler started as the one that was due last.

    So it makes up for that one where it was missed, and never stands in for the next. What is run
    inside says how it ended; what is raised inside has failed. It is known to be under way from
    its start, so that it is waited for, and missed where it is killed.
    """
    outcome = Outcome()
    if SCHEDULED in os.environ:
        yield outcome
        return
    started = clock.now()
    nightly = next((job for job in settings.jobs if job.name == NIGHTLY), None)
    run = JobRun(
        job=NIGHTLY,
        local_date=nightly.last_due(started) if nightly else started.date(),
        state="running",
        attempt=1,
        started_at=started,
        pid=os.getpid(),
    )
    _tell(settings, run, say=say)
    if settings.database.is_file():
        with suppress(RivalscopeError), Store(settings.database) as store:  # the night will say it
            store.job_runs.begin_by_hand(run, most_seconds=settings.night_timeout_seconds)
    try:
        yield outcome
    except KeyboardInterrupt:
        _keep(settings, run, outcome, state="interrupted", say=say)
        raise
    except BaseException:
        _keep(settings, run, outcome, state="failed", say=say)
        raise
    _keep(settings, run, outcome, state=_STATES.get(outcome.exit_code, "failed"), say=say)


def _keep(
    settings: Settings,
    run: JobRun,
    outcome: Outcome,
    *,
    state: JobState,
    say: Callable[[str], None],
) -> None:
    run = replace(run, state=state, exit_code=outcome.exit_code, ended_at=clock.now())
    is_news = True
    if state in GOOD:
        _tell(settings, run, say=say)
        with Store(settings.database) as store:
            store.job_runs.end_by_hand(run)
        return
    if settings.database.is_file():
        with suppress(RivalscopeError), Store(settings.database) as store:  # the first error counts
            is_news = store.job_runs.end_by_hand(run)
    if is_news:
        _tell(settings, run, say=say)


def _save(settings: Settings, run: JobRun) -> None:
    with Store(settings.database) as store:
        store.job_runs.save(run)


def _tell(settings: Settings, run: JobRun, *, say: Callable[[str], None]) -> None:
    """Pings for nights; that it does not work is no reason not to have the night."""
    what = _PINGS.get(run.state) if run.job == NIGHTLY else None
    problem = ping(settings, what) if what else None
    if problem:
        say(problem)
