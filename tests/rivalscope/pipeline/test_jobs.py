"""Jobs as processes: kept in the ledger, ended with all they started, made up for once."""

import os
import signal
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine

from rivalscope import clock
from rivalscope.errors import StorageError
from rivalscope.models import Job
from rivalscope.pipeline import night_by_hand, take_pulse
from rivalscope.pipeline.nights.jobs import MOST_ATTEMPTS, begin, make_up
from rivalscope.pipeline.nights.processes import job_lock
from rivalscope.storage import Store

#: Takes the job's lock, as a job does that outlived its scheduler.
LEFT_BEHIND = """
import os, sys, time
from pathlib import Path
from rivalscope.pipeline.nights.processes import job_lock
with job_lock(Path(sys.argv[1]), "check") as lock:
    lock.path.write_text(str(os.getpgrp()))
    print(lock is not None, flush=True)
    time.sleep(60)
"""
#: Begins a job as a scheduler does that is killed before its ledger knows the process group.
KILLED_AT_ONCE = """
import os, sys
from datetime import time
from pathlib import Path
from types import SimpleNamespace
from zoneinfo import ZoneInfo
from rivalscope.models import Job
from rivalscope.pipeline.nights import jobs
from rivalscope.settings import load_settings
jobs._save = lambda *_: os.kill(os.getpid(), 9)
command = ("echo $$ > pid.new; mv pid.new pid; exec sleep 60",)
jobs.make_up(
    load_settings(Path(sys.argv[1])),
    Job(name="check", command=command, at=time(), zone=ZoneInfo("UTC"), timeout_seconds=60),
    program=("sh", "-c"),
    supervisor=SimpleNamespace(say=print),
)
"""

ANOTHER_WRITES = StorageError("another command is writing")


class Supervisor:
    """Notes what it is told; may be stopping."""

    def __init__(self, *, is_stopping=False):
        self.is_stopping = is_stopping
        self.said = []

    def starts(self, group):
        if self.is_stopping:
            group.end()

    def say(self, line):
        self.said.append(line)


def job(*command, name="check", seconds=20.0):
    return Job(
        name=name,
        command=command,
        at=time(0, 0),
        zone=ZoneInfo("UTC"),
        timeout_seconds=seconds,
    )


@pytest.fixture
def made_up(shop):
    """``made_up("exit 3")`` runs a line of the shell as a job of today."""

    def making(line, *, settings=shop, supervisor=None, **others):
        return make_up(
            settings,
            job(line, **others),
            program=("sh", "-c"),
            supervisor=supervisor or Supervisor(),
        )

    return making


def ledger(settings):
    with Store(settings.database) as store:
        return store.job_runs.history(count=99)


@pytest.mark.parametrize(
    ("line", "state", "code"),
    [
        ("exit 0", "ok", 0),
        ("exit 3", "partial", 3),
        ("exit 4", "ok", 4),
        ("exit 1", "failed", 1),
        ("exit 2", "failed", 2),
        ("kill -9 $$", "failed", -9),
    ],
)
def test_how_a_command_ends_stands_in_the_ledger(shop, made_up, line, state, code):
    run = made_up(f"echo a result; echo so it went >&2; {line}")
    assert (run.state, run.exit_code, run.log_tail) == (state, code, "so it went")
    assert run.local_date == clock.today()
    assert ledger(shop) == (run,)


def test_a_command_knows_its_market_and_that_the_ledger_is_kept(shop, made_up):
    run = made_up('echo "$RIVALSCOPE_CONFIG $RIVALSCOPE_DB $RIVALSCOPE_SCHEDULED" >&2')
    assert run.log_tail == f"{shop.path} {shop.database} check/{clock.today()}"


def test_only_the_end_of_a_long_log_is_kept_and_no_control_characters(made_up):
    run = made_up("yes 0123456789 | head -n 20000 >&2; printf 'the \\033[31mend\\007' >&2")
    assert len(run.log_tail) <= 4000
    assert run.log_tail.endswith("the [31mend")


def test_nobody_is_kept_in_the_log_of_what_broke(made_up):
    run = made_up("echo 'KeyError: jane.doe@mail.example' >&2; exit 1")
    assert run.log_tail == "KeyError: [e-mail]"


def test_what_went_well_is_not_repeated_and_what_did_not_is_so_many_times(made_up):
    assert made_up("exit 0").attempt == 1
    assert made_up("exit 0") is None
    attempts = [made_up("exit 1", name="other") for _ in range(MOST_ATTEMPTS + 1)]
    assert [run.attempt for run in attempts[:-1]] == list(range(1, MOST_ATTEMPTS + 1))
    assert attempts[-1] is None


def test_a_job_that_takes_too_long_is_ended_with_all_it_started(made_up, tmp_path, until, is_alive):
    grandchild = tmp_path / "grandchild"
    run = made_up(f"sleep 60 & echo $! > {grandchild}; wait", seconds=0.5)
    assert (run.state, run.exit_code) == ("timeout", None)
    until(lambda: not is_alive(int(grandchild.read_text())))


def test_what_a_command_leaves_running_when_it_ends_is_ended(made_up, tmp_path, is_alive):
    left = tmp_path / "left"
    run = made_up(f"sleep 60 & echo $! > {left}; exit 1")
    assert (run.state, run.exit_code) == ("failed", 1)
    assert not is_alive(int(left.read_text()))


def test_what_a_command_leaves_running_is_killed_where_it_does_not_end(
    made_up, tmp_path, is_alive, monkeypatch
):
    monkeypatch.setattr("rivalscope.pipeline.nights.processes.GRACE_SECONDS", 0.2)
    left = tmp_path / "left"
    deaf = f"trap '' TERM; echo $$ > {left}; while :; do sleep 0.05; done"
    run = made_up(f'sh -c "{deaf.replace("$$", chr(92) + "$$")}" & sleep 0.3; exit 0')
    assert run.state == "ok"
    assert not is_alive(int(left.read_text()))


def test_who_does_not_end_when_asked_is_killed(made_up, monkeypatch):
    monkeypatch.setattr("rivalscope.pipeline.nights.processes.GRACE_SECONDS", 0.2)
    run = made_up("trap '' TERM; while :; do sleep 0.05; done", seconds=0.3)
    assert run.state == "timeout"


def test_what_is_stopped_is_interrupted_and_not_failed(made_up):
    run = made_up("sleep 60", supervisor=Supervisor(is_stopping=True))
    assert (run.state, run.exit_code) == ("interrupted", -signal.SIGTERM)
    again = made_up("exit 0")
    assert (again.state, again.attempt) == ("ok", 1)


def test_what_was_done_before_it_was_asked_to_end_stays_done(shop, made_up):
    class Late(Supervisor):
        def starts(self, group):
            with Store(shop.database) as store:
                (run,) = store.job_runs.history(count=1)
                store.job_runs.save(replace(run, state="ok", exit_code=0, ended_at=clock.now()))
            group.end()

    run = made_up("echo done >&2; sleep 60", supervisor=Late(is_stopping=True))
    assert (run.state, run.exit_code) == ("ok", 0)
    assert ledger(shop) == (run,)


def test_what_outlived_its_scheduler_is_ended_and_made_up_for(shop, made_up, until):
    command = [sys.executable, "-c", LEFT_BEHIND, str(shop.database)]
    orphan = subprocess.Popen(command, stdout=subprocess.PIPE, process_group=0)
    assert orphan.stdout.readline() == b"True\n"
    with Store(shop.database) as store:
        store.job_runs.claim("check", on=clock.today(), at=clock.now(), most=3)
    again = made_up("exit 0")
    assert (again.state, again.attempt) == ("ok", 2)
    assert orphan.wait(10) == -signal.SIGTERM
    orphan.stdout.close()


def test_what_its_scheduler_was_killed_before_it_knew_of_is_ended_too(
    shop, made_up, until, is_alive, tmp_path
):
    command = [sys.executable, "-c", KILLED_AT_ONCE, str(shop.path)]
    assert subprocess.run(command, cwd=tmp_path, check=False).returncode == -signal.SIGKILL
    until((tmp_path / "pid").exists)
    orphan = int((tmp_path / "pid").read_text())
    assert is_alive(orphan)
    assert [(run.state, run.pid) for run in ledger(shop)] == [("running", None)]
    again = made_up("exit 0")
    assert (again.state, again.attempt) == ("ok", 2)
    assert not is_alive(orphan)


def test_a_process_id_that_is_another_ones_by_now_is_left_alone(shop, made_up):
    bystander = subprocess.Popen(["sleep", "60"], process_group=0)
    with job_lock(shop.database, "check") as lock:
        lock.path.write_text(str(bystander.pid))
    assert made_up("exit 0").state == "ok"  # nobody holds the lock: nobody is left
    assert bystander.poll() is None
    bystander.kill()
    bystander.wait()


def test_a_child_holds_the_lock_of_its_job(shop, made_up):
    seen = []

    class Watching(Supervisor):
        def starts(self, group):
            with job_lock(shop.database, "check") as lock:
                seen.append(lock)

    made_up("sleep 0.2", supervisor=Watching())
    assert seen == [None]
    with job_lock(shop.database, "check") as lock:
        assert lock is not None


def test_a_job_that_is_new_is_not_made_up_for(shop, made_up):
    begin(replace(shop, jobs=(job("exit 0"),)))
    assert made_up("exit 0") is None
    with time_machine.travel(clock.now() + timedelta(days=1)):
        assert made_up("exit 0").state == "ok"


def test_a_night_is_told_to_the_address_to_ping(shop, made_up, monkeypatch, receiver):
    monkeypatch.setenv("RIVALSCOPE_PING_URL", receiver.url)
    settings = replace(shop, ping_is_private=True)
    made_up("exit 0", settings=settings, name="nightly")
    made_up("exit 0", settings=settings)
    assert receiver.asked == ["/hooks/team-secret/start", "/hooks/team-secret"]
    with time_machine.travel(clock.now() + timedelta(days=1)):
        made_up("exit 1", settings=settings, name="nightly")
    assert receiver.asked[2:] == ["/hooks/team-secret/start", "/hooks/team-secret/fail"]


def test_a_night_goes_on_where_nobody_can_be_pinged(shop, made_up, monkeypatch, receiver):
    monkeypatch.setenv("RIVALSCOPE_PING_URL", receiver.url)
    supervisor = Supervisor()
    run = made_up("exit 0", name="nightly", supervisor=supervisor)
    assert run.state == "ok"
    assert receiver.asked == []
    assert supervisor.said[0].startswith("ping: RIVALSCOPE_PING_URL: 127.0.0.1 is no public")
    assert "team-secret" not in str(supervisor.said)


NIGHT = datetime(2026, 11, 22, 2, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("at", "counts_for"),
    [
        (NIGHT - timedelta(minutes=5), "2026-11-21"),
        (NIGHT, "2026-11-22"),
        (NIGHT + timedelta(hours=12), "2026-11-22"),
    ],
)
def test_a_night_by_hand_counts_for_the_one_that_was_due_last(shop, at, counts_for):
    with time_machine.travel(at, tick=False), night_by_hand(shop, say=print) as outcome:
        outcome.exit_code = 3
    (run,) = ledger(shop)
    assert (run.job, str(run.local_date), run.state) == ("nightly", counts_for, "partial")


def test_a_night_by_hand_by_day_does_not_stop_the_next_one(shop, made_up):
    with time_machine.travel(NIGHT - timedelta(hours=2)), night_by_hand(shop, say=print) as outcome:
        outcome.exit_code = 0
    night = next(one for one in shop.jobs if one.name == "nightly")
    with time_machine.travel(NIGHT):
        due = replace(night, command=("exit 0",))
        run = make_up(shop, due, program=("sh", "-c"), supervisor=Supervisor())
    assert str(run.local_date) == "2026-11-22"
    assert [str(one.local_date) for one in ledger(shop)] == ["2026-11-22", "2026-11-21"]


@pytest.mark.parametrize(
    ("error", "state"), [(ValueError, "failed"), (KeyboardInterrupt, "interrupted")]
)
def test_a_night_by_hand_that_breaks_is_kept_as_such(shop, error, state):
    begin(shop)  # else there is no database yet, and none is made for a failure
    with pytest.raises(error), night_by_hand(shop, say=print):
        raise error
    assert ledger(shop)[0].state == state


def test_a_night_by_hand_that_fails_says_nothing_of_the_one_under_way(shop, monkeypatch, receiver):
    monkeypatch.setenv("RIVALSCOPE_PING_URL", receiver.url)
    settings = replace(shop, ping_is_private=True)
    night = replace(next(one for one in shop.jobs if one.name == "nightly"), command=("exit 0",))

    class ByHand(Supervisor):
        def starts(self, group):
            with pytest.raises(StorageError), night_by_hand(settings, say=self.say):
                raise ANOTHER_WRITES

    run = make_up(settings, night, program=("sh", "-c"), supervisor=ByHand())
    assert (run.state, run.attempt) == ("ok", 1)
    assert ledger(shop) == (run,)
    assert "/hooks/team-secret/fail" not in receiver.asked


@pytest.mark.parametrize("nightly", ["scheduled", "off"])
def test_a_night_by_hand_is_waited_for_while_it_is_under_way(shop, nightly):
    yesterday = time_machine.travel(NIGHT - timedelta(days=1), tick=False)
    with yesterday, Store(shop.database), night_by_hand(shop, say=print) as outcome:
        outcome.exit_code = 0
    settings = shop if nightly == "scheduled" else replace(shop, jobs=())
    with time_machine.travel(NIGHT, tick=False) as clocks, night_by_hand(settings, say=print) as it:
        clocks.shift(timedelta(hours=2, minutes=30))
        assert not take_pulse(settings).is_late
        assert [run.state for run in ledger(shop)] == ["running", "ok"]
        it.exit_code = 1
    assert [(run.state, run.attempt) for run in ledger(shop)] == [("failed", 1), ("ok", 1)]


def test_a_night_by_hand_that_is_killed_leaves_a_trace(shop):
    with time_machine.travel(NIGHT - timedelta(hours=1)):
        begin(shop)
    with time_machine.travel(NIGHT, tick=False) as clocks:
        pid = os.fork()
        if not pid:
            with night_by_hand(shop, say=print):
                os.kill(os.getpid(), signal.SIGKILL)
        os.waitpid(pid, 0)
        assert (ledger(shop)[0].state, ledger(shop)[0].pid) == ("running", pid)
        clocks.shift(timedelta(hours=26))
        assert take_pulse(shop).is_late
        with night_by_hand(shop, say=print) as outcome:
            outcome.exit_code = 0
        assert [run.state for run in ledger(shop)][:2] == ["ok", "killed"]


def test_a_night_by_hand_that_is_done_again_leaves_what_went_well(shop):
    for code in (0, 1):
        with night_by_hand(shop, say=print) as outcome:
            outcome.exit_code = code
            good = ledger(shop) if code else ()
    assert ledger(shop) == good
    assert [(run.state, run.exit_code) for run in good] == [("ok", 0)]


def test_a_night_that_never_got_to_a_database_makes_none(shop):
    with pytest.raises(ValueError), night_by_hand(shop, say=print):  # ruff: ignore[pytest-raises-too-broad] - ours
        raise ValueError
    assert not shop.database.exists()


def test_a_night_under_a_scheduler_leaves_the_ledger_to_it(shop, monkeypatch):
    monkeypatch.setenv("RIVALSCOPE_SCHEDULED", "nightly/2026-11-22")
    with night_by_hand(shop, say=print) as outcome:
        outcome.exit_code = 0
    assert not shop.database.exists()
