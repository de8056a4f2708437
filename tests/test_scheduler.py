"""The scheduler itself: real signals, real kills, a clock that does as it pleases."""

import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine

import scheduler
from rivalscope import clock
from rivalscope.models import JobRun
from rivalscope.pipeline.nights.jobs import begin
from rivalscope.settings import load_settings
from rivalscope.storage import Store

#: As `rivalscope schedule run` does, but with another program in the place of `rivalscope`.
SERVE = """
import sys
from dataclasses import replace
from pathlib import Path
import scheduler
from rivalscope.settings import load_settings
from rivalscope.storage import scheduling
def load():
    return load_settings(Path(sys.argv[1]))
def say(line):
    print(line, flush=True)
settings = load()
with scheduling(settings.database) as is_ours:
    if is_ours:
        scheduler.serve(
            settings, load=load, say=say, between=lambda _: None, program=("sh", sys.argv[2])
        )
    else:
        say("another one")
"""
#: Zones that change at night, at midnight, by half an hour, in the south, and never.
ZONES = [
    "Europe/Prague",
    "Europe/London",
    "America/New_York",
    "America/St_Johns",
    "America/Santiago",
    "Africa/Cairo",
    "Africa/Nairobi",
    "Asia/Beirut",
    "Asia/Kolkata",
    "Australia/Adelaide",
    "Australia/Lord_Howe",
    "Pacific/Chatham",
]


@pytest.fixture
def market(tmp_path):
    """A market whose only job is the night, at 02:30 UTC."""
    (tmp_path / "rivalscope.yaml").write_text("us: {slug: a, name: A}\n")
    (tmp_path / "job.sh").write_text(f"echo ran >> {tmp_path}/ran\n")
    return tmp_path


@pytest.fixture
def settings(market):
    settings = load_settings(market / "rivalscope.yaml", environment={})
    return replace(settings, jobs=tuple(job for job in settings.jobs if job.name == "nightly"))


@pytest.fixture
def serving(market):
    """``with serving() as process`` is a scheduler in a process of its own; killed at the end."""

    @contextmanager
    def serve():
        process = subprocess.Popen(
            [sys.executable, "-c", SERVE, str(market / "rivalscope.yaml"), str(market / "job.sh")],
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            yield process
        finally:
            process.kill()
            process.wait(20)
            process.stdout.close()

    return serve


def miss_a_night(settings, *, ago=timedelta(hours=27), state="ok"):
    """The last night that is known ended that long ago."""
    at = clock.now() - ago
    (job,) = (job for job in settings.jobs if job.name == "nightly")
    on = min(job.last_due(at), job.last_due(clock.now()) - timedelta(days=1))
    run = JobRun(job="nightly", local_date=on, state=state, attempt=1, started_at=at, ended_at=at)
    with Store(settings.database) as store:
        store.job_runs.save(run)


def nights(settings):
    with Store(settings.database) as store:
        return store.job_runs.history("nightly", count=99)


def lines(file):
    return file.read_text().splitlines() if file.exists() else []


def said(process, beginning):
    """The first line of the process that begins so."""
    found = (line for line in process.stdout if line.startswith(beginning))
    return next(found, None)


def test_fault_05_two_schedulers_at_once_run_one_night(serving, settings, market):
    miss_a_night(settings)
    with serving() as one, serving() as other:
        first = [process.stdout.readline() for process in (one, other)]
        winner, loser = (one, other) if first[1] == "another one\n" else (other, one)
        assert "another one\n" in first
        assert loser.wait(20) == 0
        assert said(winner, "nightly of")
        assert lines(market / "ran") == ["ran"]
        winner.kill()  # -9
        winner.wait(20)
        with serving() as third:
            assert third.stdout.readline().startswith("nightly: next at")
            third.terminate()
            assert third.wait(20) == 0
    assert lines(market / "ran") == ["ran"]
    assert [run.state for run in nights(settings)] == ["ok", "ok"]


def test_fault_05_a_night_whose_scheduler_was_killed_is_finished_once(
    serving, settings, market, until, is_alive
):
    job = market / "job.sh"
    job.write_text(f"echo ran >> {market}/ran; exec sleep 60")
    miss_a_night(settings)
    with serving() as process:
        until(lambda: nights(settings)[0].pid)
        process.kill()
    killed = nights(settings)[0]
    os.kill(killed.pid, 0)  # it outlived its scheduler
    job.write_text(f"echo ran >> {market}/ran")
    with serving() as process:
        assert said(process, f"nightly of {killed.local_date}: ok (exit code 0, attempt 2)")
    with serving() as process:
        assert process.stdout.readline().startswith("nightly: next at")
        process.terminate()
        assert process.wait(20) == 0
    assert lines(market / "ran") == ["ran", "ran"]
    assert not is_alive(killed.pid)


def test_a_scheduler_that_is_told_to_stop_asks_its_job_first(serving, settings, market, until):
    (market / "job.sh").write_text(
        f"trap 'echo asked >> {market}/ran; exit 143' TERM; echo ready > {market}/ready;"
        " while :; do sleep 0.05; done"
    )
    miss_a_night(settings)
    with serving() as process:
        until((market / "ready").exists)
        process.terminate()
        assert process.wait(20) == 0
    assert lines(market / "ran") == ["asked"]
    (run, _before) = nights(settings)
    assert (run.state, run.exit_code) == ("interrupted", 143)


def test_a_broken_configuration_keeps_the_old_jobs_until_it_is_right(serving, market):
    configuration = market / "rivalscope.yaml"
    with serving() as process:
        assert process.stdout.readline().startswith("nightly: next at")
        assert process.stdout.readline().startswith("doctor: next at")
        configuration.write_text("us: {slug: a, name: A}\nschedule: {nightly: '99:99'}\n")
        process.send_signal(signal.SIGHUP)
        assert "must be a time such as 02:30" in process.stdout.readline()
        assert process.stdout.readline().endswith("not taken over: the old jobs stay\n")
        configuration.write_text(
            "us: {slug: a, name: A}\nschedule: {jobs: {validate: {at: '04:00'}}}\n"
        )
        process.send_signal(signal.SIGHUP)
        taken = process.stdout.readline()
        assert taken.startswith("configuration taken over: nightly")
        assert "validate" in taken
        process.terminate()
        assert process.wait(20) == 0


def test_fault_29_a_scheduler_that_was_dead_for_27_hours_makes_up_for_one_night(
    serving, settings, market
):
    miss_a_night(settings)
    assert heartbeat(settings) == 1
    for _ in range(2):
        with serving() as process:
            process.stdout.readline()
            if not lines(market / "ran"):
                assert said(process, "nightly of")
            process.terminate()
            assert process.wait(20) == 0
    assert lines(market / "ran") == ["ran"]
    assert heartbeat(settings) == 0


def heartbeat(settings):
    command = [sys.executable, "-m", "rivalscope", "heartbeat", "--config", str(settings.path)]
    return subprocess.run(command, check=False, capture_output=True, timeout=60).returncode


@pytest.mark.parametrize("change", [date(2026, 10, 25), date(2027, 3, 28)], ids=str)
@pytest.mark.parametrize("zone", ZONES)
def test_fault_29_there_is_one_night_a_local_date_when_the_clocks_change(
    settings, market, zone, change
):
    """Woken at each time that is due, and at odd moments, as after a restart."""
    night = replace(settings.jobs[0], zone=ZoneInfo(zone))
    settings = replace(settings, jobs=(night,))
    start = datetime.combine(change - timedelta(days=1), night.at, night.zone).astimezone(UTC)
    with time_machine.travel(start - timedelta(minutes=1), tick=False) as moving:
        begin(settings)
        service = service_of(settings, market)
        due = []
        while len(due) < 3:
            trigger = scheduler.OncePerDay(night)
            moment = trigger.get_next_fire_time(due[-1] if due else None, clock.now())
            due.append(moment)
            for minutes in (0, 30, 60, 90):
                moving.move_to(moment + timedelta(minutes=minutes))
                service.run_job("nightly")
    counted = [run for run in nights(settings) if run.state == "ok"]
    assert len(lines(market / "ran")) == len(counted) == 3
    assert sorted(run.local_date for run in counted) == [
        change + timedelta(days=number) for number in (-1, 0, 1)
    ]


def test_fault_29_a_night_that_was_slept_through_is_run_once_on_waking(settings, market, until):
    with time_machine.travel(datetime(2026, 11, 20, 22, tzinfo=UTC)) as moving:
        begin(settings)
        service = service_of(settings, market)
        service.start()
        try:
            moving.move_to(datetime(2026, 11, 23, 7, tzinfo=UTC))  # three nights later
            service.wake()
            until(lambda: nights(settings)[0].state == "ok")
            service.wake()
        finally:
            service.stop()
    assert [str(run.local_date) for run in nights(settings)] == ["2026-11-23", "2026-11-20"]
    assert lines(market / "ran") == ["ran"]


def test_fault_29_a_clock_that_is_turned_back_keeps_no_night_waiting(settings, market, until):
    """It said 2040; the times that were waited for then are of no use now."""
    told = []
    with time_machine.travel(datetime(2040, 1, 1, tzinfo=UTC)) as moving:
        service = service_of(settings, market, say=told.append)
        service.start()
        try:
            moving.move_to(datetime(2026, 11, 22, 7, tzinfo=UTC))
            service.wake()
            until(lambda: len(nights(settings)) == 2)
            until(lambda: all(run.ended_at for run in nights(settings)))
        finally:
            service.stop()
    assert told[1] == "the clock was turned back: the jobs are set anew"
    assert {str(run.local_date) for run in nights(settings)} == {"2039-12-31", "2026-11-22"}


def test_what_fails_is_tried_again_in_a_while(settings, market, until, monkeypatch):
    monkeypatch.setattr(scheduler, "AGAIN_SECONDS", 0.1)
    (market / "job.sh").write_text(f"echo ran >> {market}/ran; exit 1")
    miss_a_night(settings)
    told = []
    service = service_of(settings, market, say=told.append)
    service.start()
    try:
        until(lambda: nights(settings)[0].attempt == 3 and nights(settings)[0].ended_at)
    finally:
        service.stop()
    assert lines(market / "ran") == ["ran"] * 3
    assert any("attempt 3" in line for line in told)


def test_a_ledger_that_fails_does_not_end_the_scheduler(settings, market):
    told = []
    settings.database.mkdir()
    service_of(settings, market, say=told.append).run_job("nightly")
    assert told[0].startswith(f"nightly: database {settings.database}: ")


def test_the_program_is_this_very_python_and_its_module(settings):
    done = subprocess.run(
        [*scheduler.PROGRAM, "--version"], check=True, capture_output=True, text=True, timeout=60
    )
    assert done.stdout.startswith("python -m rivalscope, version")


def service_of(settings, market, *, say=print, between=lambda _: None):
    return scheduler.Service(
        settings, say=say, between=between, program=("sh", str(market / "job.sh"))
    )
