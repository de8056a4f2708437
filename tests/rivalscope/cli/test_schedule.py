"""The nightly times, over the two nights of the year that go wrong elsewhere."""

import os
import subprocess
import sys
from datetime import UTC, datetime

import pytest

import scheduler
from rivalscope import clock
from rivalscope.models import Message
from rivalscope.settings import load_settings
from rivalscope.storage import Store


@pytest.fixture
def settings(tmp_path):
    path = tmp_path / "rivalscope.yaml"
    path.write_text(
        "us: {slug: a, name: A}\nschedule: {nightly: '02:30', time_zone: Europe/Prague}\n"
    )
    return load_settings(path, environment={})


@pytest.mark.parametrize(
    "start", [datetime(2026, 10, 23, tzinfo=UTC), datetime(2027, 3, 26, tzinfo=UTC)]
)
def test_there_is_a_run_a_night_when_the_clocks_change(settings, start):
    nights = scheduler.next_runs(settings, count=5, after=start)
    assert nights == sorted(nights)
    assert len({night.date() for night in nights}) == 5


def test_the_next_times_are_printed(run, settings):
    done = run("schedule", "--config", settings.path, "--next", "2")
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == 2


def test_one_night_is_a_process_whose_end_is_told(settings):
    said = []
    settings.path.write_text("us: {slug: a}\n")  # refused, which must be heard and not hidden
    code = scheduler.run_once(settings=settings, database=settings.database, say=said.append)
    assert code == 2
    assert said == ["the nightly run ended with exit code 2"]


def test_what_waits_is_delivered_between_the_nights(run, settings, receiver):
    settings.path.write_text("us: {slug: a, name: A}\nchannels: {hook: {private: true}}\n")
    content = {
        "market": "Our market",
        "incidents": [],
        "more": 0,
        "cadence": "nightly",
        "period": "2026-09-30",
        "synthetic": False,
    }
    with Store(settings.database) as store:
        message = Message(
            id="a" * 32, message_id="<a@x>", channel="hook", created_at=clock.now(), content=content
        )
        store.outbox.put(message, notices=(), quotes=())
    environment = {"RIVALSCOPE_CHANNEL_HOOK": receiver.url}
    process = subprocess.Popen(
        [sys.executable, "-m", "rivalscope", "schedule", "--config", str(settings.path)],
        env={**os.environ, **environment},
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        said = [process.stderr.readline() for _ in range(2)]
    finally:
        process.terminate()
        process.wait(20)
        process.stderr.close()
    assert said[0].startswith("waiting: the next nightly run starts at")
    assert said[1] == "1 messages sent\n"
    assert receiver.bodies == [content]
