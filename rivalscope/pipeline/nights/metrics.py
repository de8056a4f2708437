"""Figures about Rivalscope itself, as a text file that Prometheus' node exporter collects."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from prometheus_client import CollectorRegistry, Gauge, write_to_textfile

from rivalscope import clock
from rivalscope.storage import existing

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from rivalscope.settings import Settings
    from rivalscope.storage import Store


def write_metrics(settings: Settings, path: Path) -> None:
    """Writes the figures of this moment; whoever reads *path* sees all of them or those before.

    Raises StorageError where there is no database, OSError where the file can't be written.
    """
    figures = CollectorRegistry()
    with existing(settings.database) as store:
        _nights(figures, store)
        _jobs(figures, store)
        _sources(figures, settings, store)
        _queues(figures, settings, store)
        rows = _gauge(figures, "rows", "Rows in the database, by table.", "table")
        for table, count in store.census().items():
            rows.labels(table).set(count)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_to_textfile(str(path), figures)


def _nights(figures: CollectorRegistry, store: Store) -> None:
    good_at = store.job_runs.good_night_at(until=clock.now())
    name = "last_good_night_timestamp_seconds"
    gauge = _gauge(figures, name, "When the last good night ended (Unix time); 0: never.")
    gauge.set(_stamp(good_at))


def _jobs(figures: CollectorRegistry, store: Store) -> None:
    runs = _gauge(figures, "job_runs", "Days in the ledger, by job and state.", "job", "state")
    for (job, state), count in store.job_runs.tally().items():
        runs.labels(job, state).set(count)
    took = _gauge(figures, "job_duration_seconds", "How long the last run of a job took.", "job")
    began = _gauge(figures, "job_start_timestamp_seconds", "When it began (Unix time).", "job")
    code = _gauge(figures, "job_exit_code", "Its exit code; negative: a signal.", "job")
    for run in store.job_runs.latest():
        began.labels(run.job).set(_stamp(run.started_at))
        if run.ended_at:
            took.labels(run.job).set((run.ended_at - run.started_at).total_seconds())
        if run.exit_code is not None:
            code.labels(run.job).set(run.exit_code)


def _sources(figures: CollectorRegistry, settings: Settings, store: Store) -> None:
    latest = store.runs.latest_of_sources()
    ended = (latest.get((source.brand, source.id)) for source in settings.sources)
    states = Counter(one[0].state if one else "never_run" for one in ended)
    gauge = _gauge(figures, "sources", "Configured sources, by how they ended last.", "state")
    for state, count in states.items():
        gauge.labels(state).set(count)


def _queues(figures: CollectorRegistry, settings: Settings, store: Store) -> None:
    queues = {queue.channel: queue for queue in store.outbox.queues()}
    waiting = _gauge(figures, "outbox_messages", "Messages that wait, by channel.", "channel")
    oldest = _gauge(
        figures,
        "outbox_oldest_timestamp_seconds",
        "When the oldest of them was written (Unix time); 0: none waits.",
        "channel",
    )
    for channel in dict.fromkeys([*(one.id for one in settings.channels), *queues]):
        queue = queues.get(channel)
        waiting.labels(channel).set(queue.waiting if queue else 0)
        oldest.labels(channel).set(_stamp(queue.since) if queue else 0)


def _gauge(figures: CollectorRegistry, name: str, about: str, *labels: str) -> Gauge:
    return Gauge(f"rivalscope_{name}", about, labels, registry=figures)


def _stamp(moment: datetime | None) -> float:
    return moment.timestamp() if moment else 0.0
