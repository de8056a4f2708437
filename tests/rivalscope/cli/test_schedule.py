"""What runs by itself, from the command line; more of the scheduler: tests/test_scheduler.py."""

import json
import os
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from rivalscope import clock
from rivalscope.cli.schedule import _Between
from rivalscope.models import JobRun, Message, Review, Snapshot, Source
from rivalscope.settings import load_settings
from rivalscope.storage import Store, packed, scheduling

CONTENT = {
    "market": "Our market",
    "incidents": [],
    "more": 0,
    "cadence": "nightly",
    "period": "2026-09-30",
    "synthetic": False,
}


@pytest.fixture
def settings(tmp_path):
    path = tmp_path / "rivalscope.yaml"
    path.write_text(
        "us: {slug: a, name: A}\n"
        "schedule:\n"
        "  time_zone: Europe/Prague\n"
        "  jobs: {mail: {at: monday 07:00, command: report}}\n"
        "channels: {hook: {private: true}}\n"
    )
    return load_settings(path, environment={})


@pytest.fixture
def imported(settings):
    """The market with a review, so that its nights have something to read."""
    source = Source(brand="a", id="import-x", platform="x", kind="reviews", url=None)
    page = Snapshot(url="file:///a.csv", fetched_at=clock.now(), body=b"text")
    with Store(settings.database) as store:
        store.pages.save(
            packed(page), source=source, run=store.runs.start("import", at=clock.now())
        )
        store.reviews.save([Review(body="They answered at once.")], source=source, snapshot=page)
    return settings


@pytest.fixture
def scheduler_of(settings):
    """``scheduler_of(VARIABLE=...)`` is a scheduler in a process of its own."""
    started = []

    def starting(*arguments, **environment):
        process = subprocess.Popen(
            [sys.executable, "-m", "rivalscope", "schedule", "--config", settings.path, *arguments],
            env={**os.environ, **environment},
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(process)
        return process

    yield starting
    for process in started:
        process.kill()
        process.wait(20)
        process.stderr.close()


def keep(settings, *runs):
    with Store(settings.database) as store:
        for run in runs:
            store.job_runs.save(run)


def night(state, *, day=date(2026, 11, 22), log_tail=""):
    at = datetime(day.year, day.month, day.day, 1, 30, tzinfo=UTC)
    return JobRun(
        job="nightly",
        local_date=day,
        state=state,
        attempt=2,
        started_at=at,
        ended_at=at + timedelta(seconds=90),
        exit_code=1 if state == "failed" else 0,
        log_tail=log_tail,
    )


def put_message(settings):
    with Store(settings.database) as store:
        message = Message(
            id="a" * 32, message_id="<a@x>", channel="hook", created_at=clock.now(), content=CONTENT
        )
        store.outbox.put(message, notices=(), quotes=())


def test_the_next_times_are_printed_in_the_zone_of_the_schedule(run, settings):
    done = run("schedule", "next", "--config", settings.path, "-n", "9")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert len(lines) == 9
    moments = [datetime.fromisoformat(line.split()[0]) for line in lines]
    assert moments == sorted(moments)
    assert {line.split()[1] for line in lines} >= {"nightly", "mail"}
    assert all("T02:30:00+0" in line for line in lines if line.endswith("nightly"))


def test_the_jobs_are_listed_with_how_they_went_last(run, settings):
    keep(settings, night("partial"))
    shown = run("schedule", "list", "--config", settings.path).stdout
    assert "nightly       daily 02:30" in shown
    assert "partial on 2026-11-22" in shown
    assert "job nightly: partial on 2026-11-22" in run("status", "--config", settings.path).stdout
    assert "mail          monday 07:00" in shown
    record = json.loads(
        run("schedule", "list", "--config", settings.path, "--json").stdout.splitlines()[0]
    )
    assert (record["job"], record["time_zone"]) == ("nightly", "Europe/Prague")
    assert record["last"]["state"] == "partial"


def test_the_history_tells_the_last_words_of_what_failed(run, settings):
    keep(
        settings,
        night("ok", day=date(2026, 11, 21)),
        night("failed", log_tail="a line\nthe last words"),
    )
    shown = run("schedule", "history", "--config", settings.path).stdout.splitlines()
    assert " ".join(shown[0].split()) == "2026-11-22 nightly failed 90 s exit code 1, attempt 2"
    assert shown[1] == "    the last words"
    assert shown[2].startswith("2026-11-21  nightly       ok")
    records = run("schedule", "history", "--config", settings.path, "-n", "1", "--json").stdout
    assert json.loads(records)["log_tail"] == "a line\nthe last words"


def test_a_second_scheduler_has_nothing_to_do(run, settings):
    with scheduling(settings.database) as is_ours:
        assert is_ours
        done = run("schedule", "--config", settings.path)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == f"another scheduler has {settings.database}: nothing to do here\n"


def test_a_job_whose_command_does_not_exist_is_a_mistake(run, settings):
    settings.path.write_text("us: {slug: a, name: A}\nschedule: {jobs: {statu: {at: '07:00'}}}\n")
    for command in ("validate", "schedule"):
        done = run(command, "--config", settings.path)
        assert done.returncode == 2
        assert "statu: there is no command 'statu', did you mean 'status'?" in done.stderr


def test_a_night_that_was_missed_is_made_up_for_and_told(run, imported, scheduler_of, tmp_path):
    missed = clock.today() - timedelta(days=3)
    keep(imported, night("ok", day=missed))
    process = scheduler_of("--metrics", tmp_path / "x.prom")
    lines = iter(process.stderr.readline, "")
    assert any(line.startswith("nightly of") and ": ok (exit code 0" in line for line in lines)
    process.terminate()
    assert process.wait(30) == 0
    history = run("schedule", "history", "--config", imported.path, "--job", "nightly").stdout
    assert [line.split()[2] for line in history.splitlines()] == ["ok", "ok"]
    assert "rivalscope_job_runs" in (tmp_path / "x.prom").read_text()


def test_fault_05_what_outlived_its_scheduler_keeps_its_own_end(imported, scheduler_of, until):
    keep(imported, night("ok", day=clock.today() - timedelta(days=3)))
    process = scheduler_of()
    with Store(imported.database) as store:
        until(lambda: store.job_runs.history("nightly", count=1)[0].pid)
        process.kill()  # -9
        process.wait(20)
        until(lambda: store.job_runs.history("nightly", count=1)[0].ended_at)
        run, _before = store.job_runs.history("nightly", count=9)
    assert (run.state, run.exit_code, run.attempt) == ("ok", 0, 1)
    again = scheduler_of()
    assert again.stderr.readline().startswith("nightly: next at")
    again.terminate()
    assert again.wait(30) == 0
    with Store(imported.database) as store:
        assert store.job_runs.history("nightly", count=9)[0] == run


def test_fault_28_what_waits_is_shown_and_delivered_when_the_channel_is_back(
    run, settings, scheduler_of, receiver, until
):
    put_message(settings)
    receiver.status = 503
    process = scheduler_of(RIVALSCOPE_CHANNEL_HOOK=receiver.url)
    with Store(settings.database) as store:
        until(lambda: store.outbox.queues()[0].attempts)
    assert "channel hook: 1 message waits since" in run("status", "--config", settings.path).stdout
    receiver.status = 204
    lines = iter(process.stderr.readline, "")
    assert "1 message sent\n" in lines
    assert receiver.bodies == [CONTENT]


def test_a_night_by_hand_stands_in_the_ledger_and_part_of_one_does_not(run, imported):
    assert run("run", "--config", imported.path, "--brand", "a").returncode == 0
    with Store(imported.database) as store:
        assert store.job_runs.history(count=9) == ()
    assert run("run", "--config", imported.path).returncode == 0
    with Store(imported.database) as store:
        (kept,) = store.job_runs.history(count=9)
    assert (kept.job, kept.state, kept.exit_code) == ("nightly", "ok", 0)
    done = run("heartbeat", "--config", imported.path, "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["is_late"] is False


def test_fault_29_a_late_night_is_told_to_channels_and_monitoring(
    run, settings, receiver, tmp_path
):
    keep(settings, night("ok", day=clock.today() - timedelta(days=2)))
    settings.path.write_text(
        settings.path.read_text() + "heartbeat: {private: true}\n", encoding="utf-8"
    )
    environment = {
        "RIVALSCOPE_CHANNEL_HOOK": receiver.url,
        "RIVALSCOPE_PING_URL": receiver.url,
    }
    for _ in range(2):  # each time it exits, once a day it tells
        done = run(
            *("heartbeat", "--config", settings.path, "--metrics", tmp_path / "x.prom"),
            environment=environment,
        )
        assert done.returncode == 1
        assert done.stdout.startswith("LATE: The last good night ended at")
    assert [body["cadence"] for body in receiver.bodies if body != "asked"] == ["alarm"]
    assert receiver.asked == ["/hooks/team-secret/fail"] * 2
    assert "rivalscope_last_good_night_timestamp_seconds" in (tmp_path / "x.prom").read_text()


@pytest.fixture
def awake(monkeypatch):
    """``awake(60)`` lets so many seconds pass for whoever measures them."""
    passed = [0.0]
    monkeypatch.setattr("rivalscope.cli.schedule.monotonic", lambda: passed[0])

    def passing(seconds):
        passed[0] += seconds

    return passing


def last_due(settings):
    return next(job for job in settings.jobs if job.name == "nightly").last_due(clock.now())


def test_between_the_jobs_a_late_night_is_told_once_it_was_tried(settings, receiver, monkeypatch):
    monkeypatch.setenv("RIVALSCOPE_CHANNEL_HOOK", receiver.url)
    today, between = last_due(settings), _Between(metrics=None)
    keep(settings, night("ok", day=today - timedelta(days=2)))
    between(settings)
    assert receiver.bodies == []  # the scheduler is about to make up for it
    keep(settings, night("failed", day=today))
    between(settings)
    assert [body["cadence"] for body in receiver.bodies] == ["alarm"]


def test_a_night_that_is_never_begun_is_told_after_some_minutes(
    settings, receiver, monkeypatch, awake
):
    monkeypatch.setenv("RIVALSCOPE_CHANNEL_HOOK", receiver.url)
    today, between = last_due(settings), _Between(metrics=None)
    keep(settings, night("ok", day=today - timedelta(days=2)))
    for _ in range(2):
        between(settings)
        awake(800)
    assert receiver.bodies == []
    awake(200)
    between(settings)
    assert [body["cadence"] for body in receiver.bodies] == ["alarm"]


def test_the_minutes_begin_again_with_each_night(settings, receiver, monkeypatch, awake):
    monkeypatch.setenv("RIVALSCOPE_CHANNEL_HOOK", receiver.url)
    today, between = last_due(settings), _Between(metrics=None)
    keep(settings, night("ok", day=today - timedelta(days=2)))
    between(settings)
    keep(settings, night("ok", day=today))
    between(settings)
    awake(1000)
    with time_machine.travel(clock.now() + timedelta(days=2)):
        between(settings)
    assert receiver.bodies == []


def test_who_turned_the_nights_off_is_not_told_that_they_have_stopped(settings):
    settings.path.write_text(
        settings.path.read_text().replace("schedule:\n", 'schedule:\n  nightly: "off"\n')
    )
    keep(settings, night("ok", day=clock.today() - timedelta(days=2)))
    _Between(metrics=None)(load_settings(settings.path, environment={}))
    with Store(settings.database) as store:
        assert store.outbox.queues() == ()


def test_a_heart_without_a_database_does_not_beat(run, settings, receiver):
    settings.path.write_text("us: {slug: a, name: A}\nheartbeat: {private: true}\n")
    done = run(
        *("heartbeat", "--config", settings.path),
        environment={"RIVALSCOPE_PING_URL": receiver.url},
    )
    assert done.returncode == 1
    assert "nothing is there yet" in done.stderr
    assert receiver.asked == ["/hooks/team-secret/fail"]


def test_the_scheduler_starts_from_a_checkout_as_a_script(run, settings):
    with scheduling(settings.database):
        done = subprocess.run(
            [sys.executable, "scheduler.py", "--config", settings.path],
            check=False,
            capture_output=True,
            text=True,
            timeout=60,
        )
    assert done.returncode == 0
    assert done.stderr.startswith(f"another scheduler has {settings.database}")
