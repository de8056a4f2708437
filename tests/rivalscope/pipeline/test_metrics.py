"""The file for Prometheus, read by its own parser."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from prometheus_client.parser import text_string_to_metric_families

from rivalscope.errors import StorageError
from rivalscope.models import JobRun, Message
from rivalscope.pipeline import write_metrics
from rivalscope.storage import SourceRun, Store

AT = datetime(2026, 11, 22, 2, 30, tzinfo=UTC)


def figures(path):
    families = list(text_string_to_metric_families(path.read_text()))
    assert all(family.documentation and family.type == "gauge" for family in families)
    return {
        (sample.name.removeprefix("rivalscope_"), *sample.labels.values()): sample.value
        for family in families
        for sample in family.samples
    }


def fill(settings):
    (source,) = settings.sources
    with Store(settings.database) as store:
        run = store.runs.start("crawl", at=AT)
        store.runs.save_source(run, SourceRun.of(source, state="blocked"), at=AT)
        store.job_runs.save(
            JobRun(
                job="nightly",
                local_date=AT.date(),
                state="partial",
                attempt=1,
                started_at=AT,
                ended_at=AT + timedelta(minutes=11),
                exit_code=3,
            )
        )
        message = Message(id="1", message_id="<1>", channel="hook", created_at=AT, content={})
        store.outbox.put(message, notices=(), quotes=())


def test_what_monitoring_needs_is_there(shop_with_channels, tmp_path):
    fill(shop_with_channels)
    path = tmp_path / "metrics" / "rivalscope.prom"
    write_metrics(shop_with_channels, path)
    found = figures(path)
    assert found["last_good_night_timestamp_seconds",] == AT.timestamp() + 660
    assert found["job_runs", "nightly", "partial"] == 1
    assert found["job_duration_seconds", "nightly"] == 660
    assert found["job_exit_code", "nightly"] == 3
    assert found["sources", "blocked"] == 1
    assert found["outbox_messages", "hook"] == 1
    assert found["outbox_messages", "mail"] == 0
    assert found["outbox_oldest_timestamp_seconds", "hook"] == AT.timestamp()
    assert found["rows", "reviews"] == 0


def test_nothing_is_written_where_there_is_no_database(shop, tmp_path):
    with pytest.raises(StorageError):
        write_metrics(shop, tmp_path / "x.prom")
    assert not (tmp_path / "x.prom").exists()


def test_who_reads_while_it_is_written_sees_whole_files(shop_with_channels, tmp_path):
    fill(shop_with_channels)
    path = tmp_path / "x.prom"
    write_metrics(shop_with_channels, path)
    whole = path.read_text()
    seen = set()
    ended = threading.Event()

    def read():
        while not ended.is_set():
            seen.add(path.read_text())

    reader = threading.Thread(target=read)
    reader.start()
    for _ in range(10):
        write_metrics(shop_with_channels, path)
    ended.set()
    reader.join(10)
    assert seen == {whole}
    assert [one.name for one in tmp_path.glob("x.prom*")] == ["x.prom"]
