"""Commands about what runs by itself: keep it going, see what is next and how it went."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import click

from rivalscope import clock, pipeline
from rivalscope.cli.options import json_option, market_options
from rivalscope.errors import ConfigurationError, Mistake
from rivalscope.plurals import counted
from rivalscope.settings import load_settings
from rivalscope.settings.mistakes import did_you_mean
from rivalscope.settings.patterns import WEEKDAYS
from rivalscope.storage import existing, scheduling

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from rivalscope.models import Job, JobRun
    from rivalscope.settings import Settings

#: A round of deliveries between the jobs may take this long, apart from the attempt under way: a
#: scheduler that is told to stop waits for it.
_DELIVER_SECONDS = 10.0


#: A night that was missed is about to be begun: for so long nobody is told that nights are late.
_PATIENCE_SECONDS = 900.0


class _RunByDefault(click.Group):
    """``schedule`` alone is ``schedule run``."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does, with the command that was left out."""
        known = {*self.commands, *ctx.help_option_names}
        return super().parse_args(ctx, args if args and args[0] in known else ["run", *args])


@click.group(cls=_RunByDefault)
def schedule() -> None:
    """What runs by itself: nights and other jobs.

    Alone it is `schedule run`.
    """


@schedule.command()
@market_options
@click.option(
    "--metrics",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Keep this file of figures for Prometheus up to date.",
)
def run(*, settings: Settings, metrics: Path | None) -> None:
    """Run each job at its time, and deliver what waits, until stopped.

    What was missed meanwhile is made up for at the start. SIGHUP reads the configuration again. A
    second one on the same database ends at once, with 0.
    """
    check_jobs(settings)
    with scheduling(settings.database) as is_ours:
        if not is_ours:
            _say(f"another scheduler has {settings.database}: nothing to do here")
            return
        import scheduler  # ruff: ignore[import-outside-top-level] - who has nothing to do ends soon

        scheduler.serve(
            settings,
            load=lambda: _load(settings.path, settings.database),
            say=_say,
            between=_Between(metrics=metrics),
        )


@schedule.command("list")
@market_options
@json_option
def list_(*, settings: Settings, as_json: bool) -> None:
    """The jobs, when they are due, and how they went last."""
    latest = _latest(settings)
    now = clock.now()
    for job in settings.jobs:
        last = latest.get(job.name)
        if as_json:
            click.echo(json.dumps(_record(job, last), default=str))
            continue
        due = job.next_due(now)
        ended = f"{last.state} on {last.local_date}" if last else "never so far"
        click.echo(f"{job.name:<12}  {_time(job):<16}  next {due:%Y-%m-%d %H:%M %Z}  {ended}")
    if not settings.jobs and not as_json:
        click.echo("no jobs: all are off")


@schedule.command("next")
@market_options
@click.option("-n", "--count", type=click.IntRange(1, 366), default=5, show_default=True)
def next_(*, settings: Settings, count: int) -> None:
    """The next times at which anything is due."""
    due = sorted(
        (moment, job.name) for job in settings.jobs for moment in _moments(job, count=count)
    )
    for moment, name in due[:count]:
        click.echo(f"{moment.isoformat()}  {name}")


@schedule.command()
@market_options
@click.option("--job", "name", metavar="NAME", help="Only this one.")
@click.option("-n", "--count", type=click.IntRange(1, 10_000), default=14, show_default=True)
@json_option
def history(*, settings: Settings, name: str | None, count: int, as_json: bool) -> None:
    """How the jobs went, newest first; --json has the end of their logs."""
    with existing(settings.database) as store:
        runs = store.job_runs.history(name, count=count)
    for run in runs:
        click.echo(json.dumps(asdict(run), default=str) if as_json else _line(run))
    if not runs and not as_json:
        click.echo("nothing ran so far")


def check_jobs(settings: Settings) -> None:
    """Raises ConfigurationError where a job is to run a command that there is not."""
    from rivalscope.cli import cli  # ruff: ignore[import-outside-top-level] - which imports us

    known = cli.list_commands(click.Context(cli))
    mistakes = tuple(
        Mistake(
            str(settings.path),
            0,
            0,
            f"schedule.jobs.{job.name}: there is no command {job.command[0]!r}"
            f"{did_you_mean(job.command[0], known)}",
        )
        for job in settings.jobs
        if job.command[0] not in known
    )
    if mistakes:
        raise ConfigurationError(mistakes)


def _load(path: Path, database: Path) -> Settings:
    settings = replace(load_settings(path), database=database)
    check_jobs(settings)
    return settings


class _Between:
    """What is looked at between the jobs: late nights, messages that wait, figures."""

    def __init__(self, *, metrics: Path | None) -> None:
        self._metrics = metrics
        self._untried_since: float | None = None

    def __call__(self, settings: Settings) -> None:
        if settings.channels:
            pulse = pipeline.take_pulse(settings)
            if pulse.is_scheduled and not self._is_about_to_begin(pulse):
                pipeline.raise_alarm(settings, pulse)
            pipeline.tell_given_up(settings)
            done = pipeline.deliver(settings, budget_seconds=_DELIVER_SECONDS)
            if done.sent:
                _say(f"{counted(done.sent, 'message')} sent")
        if self._metrics:
            pipeline.write_metrics(settings, self._metrics)

    def _is_about_to_begin(self, pulse: pipeline.Pulse) -> bool:
        """Whether we are to begin the night that is due, and can't have failed to so far.

        Counted from when we saw it first, awake, as the machine may have been off or asleep.
        """
        if not pulse.is_untried:
            self._untried_since = None
            return False
        now = monotonic()
        if self._untried_since is None:
            self._untried_since = now
        return now - self._untried_since < _PATIENCE_SECONDS


def _latest(settings: Settings) -> dict[str, JobRun]:
    if not settings.database.is_file():
        return {}
    with existing(settings.database) as store:
        return {run.job: run for run in store.job_runs.latest()}


def _moments(job: Job, *, count: int) -> Sequence[datetime]:
    moments = [job.next_due(clock.now())]
    while len(moments) < count:
        moments.append(job.next_due(moments[-1]))
    return moments


def _time(job: Job) -> str:
    return f"{WEEKDAYS[job.weekday] if job.weekday is not None else 'daily'} {job.at:%H:%M}"


def _record(job: Job, last: JobRun | None) -> dict[str, object]:
    return {
        "job": job.name,
        "command": job.command,
        "at": _time(job),
        "time_zone": str(job.zone),
        "next_at": job.next_due(clock.now()).isoformat(),
        "last": asdict(last) if last else None,
    }


def _line(run: JobRun) -> str:
    took = f"{(run.ended_at - run.started_at).total_seconds():.0f} s" if run.ended_at else "-"
    code = "-" if run.exit_code is None else run.exit_code
    attempt = f", attempt {run.attempt}" if run.attempt > 1 else ""
    line = f"{run.local_date}  {run.job:<12}  {run.state:<11}  {took:>7}  exit code {code}{attempt}"
    last_words = run.log_tail.splitlines()[-1:] if run.state in {"failed", "timeout"} else []
    return "\n    ".join([line, *last_words])


def _say(line: str) -> None:
    click.echo(line, err=True)
