"""The ledger: one row a job and local day."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from rivalscope.models import JobRun
from rivalscope.storage import Store

DAY = date(2026, 11, 22)
AT = datetime(2026, 11, 22, 2, 30, tzinfo=UTC)


@pytest.fixture
def ledger(tmp_path):
    with Store(tmp_path / "market.sqlite") as store:
        yield store.job_runs


def ended(state, *, day=DAY, at=AT, job="nightly"):
    return JobRun(
        job=job, local_date=day, state=state, attempt=1, started_at=at, ended_at=at, exit_code=0
    )


def test_the_last_run_is_the_one_kept_last_though_a_clock_was_ahead(ledger):
    ledger.save(ended("ok", day=DAY + timedelta(days=365), at=AT + timedelta(days=365)))
    ledger.save(ended("failed"))
    assert [run.state for run in ledger.latest()] == ["failed"]


def test_a_day_is_claimed_once(ledger):
    run = ledger.claim("nightly", on=DAY, at=AT, most=3)
    assert (run.state, run.attempt) == ("running", 1)
    ledger.save(replace(run, state="ok", ended_at=AT))
    assert ledger.claim("nightly", on=DAY, at=AT, most=3) is None
    assert ledger.claim("backup", on=DAY, at=AT, most=3).attempt == 1


@pytest.mark.parametrize("state", ["running", "failed", "timeout", "killed"])
def test_what_did_not_go_well_is_tried_again_so_many_times(ledger, state):
    for attempt in (1, 2, 3):
        run = ledger.claim("nightly", on=DAY, at=AT, most=3)
        assert run.attempt == attempt
        ledger.save(replace(run, state=state))
    assert ledger.claim("nightly", on=DAY, at=AT, most=3) is None
    assert len(ledger.history(count=9)) == 1


def test_who_claims_knows_that_nobody_is_at_an_earlier_day(ledger):
    ledger.save(ended("running"))
    ledger.claim("nightly", on=DAY + timedelta(days=1), at=AT, most=3)
    assert ledger.find("nightly", DAY).state == "killed"


def test_who_was_asked_to_end_had_no_chance(ledger):
    for _ in range(5):
        run = ledger.claim("nightly", on=DAY, at=AT, most=3)
        assert run.attempt == 1
        ledger.save(replace(run, state="interrupted"))


def test_a_job_is_counted_from_when_it_is_first_known(ledger):
    ledger.begin("nightly", on=DAY, at=AT)
    assert ledger.claim("nightly", on=DAY, at=AT, most=3) is None
    ledger.begin("nightly", on=DAY + timedelta(days=1), at=AT)
    assert ledger.claim("nightly", on=DAY + timedelta(days=1), at=AT, most=3)
    assert ledger.counted_since("nightly") == AT
    assert ledger.counted_since("backup") is None


def test_a_night_by_hand_makes_up_for_a_bad_one_and_harms_no_good_one(ledger):
    ledger.save(ended("failed"))
    ledger.end_by_hand(ended("ok"))
    found = ledger.find("nightly", DAY)
    assert (found.state, found.attempt) == ("ok", 2)
    ledger.end_by_hand(ended("failed"))
    assert ledger.find("nightly", DAY) == found


def test_a_good_night_of_a_clock_that_was_wrong_is_not_believed(ledger):
    ledger.save(ended("partial"))
    ledger.save(ended("ok", day=date(2040, 1, 1), at=AT + timedelta(days=5000)))
    ledger.save(ended("failed", day=DAY + timedelta(days=1), at=AT + timedelta(days=1)))
    ledger.save(ended("ok", job="backup", at=AT + timedelta(hours=1)))
    assert ledger.good_night_at(until=AT + timedelta(days=2)) == AT
    assert ledger.good_night_at(until=AT - timedelta(seconds=1)) is None


def test_jobs_and_states_are_counted(ledger):
    ledger.save(ended("ok"))
    ledger.save(ended("ok", day=DAY + timedelta(days=1)))
    ledger.save(ended("failed", job="backup"))
    assert ledger.tally() == {("nightly", "ok"): 2, ("backup", "failed"): 1}
    assert [run.job for run in ledger.latest()] == ["backup", "nightly"]
    assert ledger.latest()[1].local_date == DAY + timedelta(days=1)
