"""Whether the nights and the other jobs go on, and who must know where they don't."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rivalscope import clock
from rivalscope.alerts.digest import Masthead, compose, identity, message_id
from rivalscope.models import NIGHTLY, Message
from rivalscope.pipeline.nights.jobs import MOST_ATTEMPTS
from rivalscope.storage import Store, existing

if TYPE_CHECKING:
    from datetime import date, datetime

    from rivalscope.models import JobRun
    from rivalscope.settings import Settings

#: How a job ended that is not tried again after so many attempts.
_BAD = frozenset({"failed", "timeout", "killed"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Pulse:
    """How it stands with the nights at one moment."""

    at: datetime
    good_night_at: datetime | None
    """When the last night that went well had ended; None where none did."""
    is_late: bool
    why: str
    """In a sentence without a full stop."""
    last: JobRun | None = None
    """The last night of any kind."""
    is_scheduled: bool = True
    """False where nights are off: then whoever starts them sees to them."""
    is_untried: bool = False
    """Nobody began the night that was due last; a scheduler is about to, for minutes."""


def take_pulse(settings: Settings) -> Pulse:
    """Whether the last good night is older than it may be.

    It is not while a night is under way that may still become good, nor before the first one had
    time to. Raises StorageError where there is no database, or none that can be read.
    """
    now = clock.now()
    with existing(settings.database) as store:
        good_at = store.job_runs.good_night_at(until=now)
        last = next(iter(store.job_runs.history(NIGHTLY, count=1)), None)
        counted_since = store.job_runs.counted_since(NIGHTLY)
    since = good_at or counted_since
    night = next((job for job in settings.jobs if job.name == NIGHTLY), None)
    is_old = since is None or (now - since).total_seconds() > settings.heartbeat_seconds
    under_way = last is not None and _is_under_way(settings, last, at=now)
    return Pulse(
        at=now,
        good_night_at=good_at,
        is_late=is_old and not under_way,
        why=_why(good_at, last),
        last=last,
        is_scheduled=night is not None,
        is_untried=night is not None and (last is None or last.local_date < night.last_due(now)),
    )


def raise_alarm(settings: Settings, pulse: Pulse) -> int:
    """Puts a message about late nights on every channel, once a day; how many were put."""
    if not pulse.is_late:
        return 0
    lines = (
        pulse.why,
        "Nothing new is collected and spikes go unseen until one of them goes well.",
        "What happened: rivalscope schedule history; the last runs of sources: rivalscope status",
    )
    with Store(settings.database) as store, store.tx():
        return _put(settings, store, "The nightly runs have stopped", lines, on=pulse.at.date())


def tell_given_up(settings: Settings) -> int:
    """Puts a message about each job that is not tried any more on every channel; how many.

    Of nights only ``raise_alarm`` tells, as the next one may do the work of both.
    """
    put = 0
    with Store(settings.database) as store, store.tx():
        for run in store.job_runs.latest():
            if run.job == NIGHTLY or run.state not in _BAD or run.attempt < MOST_ATTEMPTS:
                continue
            lines = (
                f"It was tried {run.attempt} times on {run.local_date}; exit code {run.exit_code}",
                f"What happened: rivalscope schedule history --job {run.job} --json",
            )
            title = f"The job {run.job} does not succeed"
            put += _put(settings, store, title, lines, on=run.local_date)
    return put


def _put(settings: Settings, store: Store, title: str, lines: tuple[str, ...], *, on: date) -> int:
    """One message of that title a day and channel."""
    masthead = Masthead(
        market=settings.market,
        synthetic=settings.synthetic,
        on=on,
        names={},
        labels={},
        base_url=None,
        sections=((title, lines),),
    )
    content = compose((), masthead=masthead, cadence="nightly") | {"cadence": "alarm"}
    put = 0
    for channel in settings.channels:
        key = identity(f"{channel.id}: {title}", content, ())
        if store.outbox.knows(key):
            continue
        message = Message(
            id=key,
            message_id=message_id(key, settings.base_url),
            channel=channel.id,
            created_at=clock.now(),
            content=content | {"id": key},
        )
        store.outbox.put(message, notices=(), quotes=())
        put += 1
    return put


def _is_under_way(settings: Settings, last: JobRun, *, at: datetime) -> bool:
    """One that has run for longer than it may was killed."""
    if last.state != "running":
        return False
    return 0 <= (at - last.started_at).total_seconds() <= settings.night_timeout_seconds


def _why(good_at: datetime | None, last: JobRun | None) -> str:
    if good_at:
        told = f"The last good night ended at {good_at:%Y-%m-%d %H:%M} UTC"
    else:
        told = "No night has gone well so far"
    if last is None or last.ended_at == good_at:
        return told
    return f"{told}; the one of {last.local_date} is told to be {last.state}"
