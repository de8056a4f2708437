"""On which day a job is due, in zones whose clocks do as they please."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from rivalscope.models import Job

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
#: Days around which the clocks change somewhere; Cairo and the south have their own.
CHANGES = [
    date(2026, 9, 6),
    date(2026, 9, 27),
    date(2026, 10, 4),
    date(2026, 10, 25),
    date(2026, 10, 30),
    date(2026, 11, 1),
    date(2027, 3, 14),
    date(2027, 3, 28),
    date(2027, 4, 4),
    date(2027, 4, 30),
]


def job(zone="UTC", at="02:30", weekday=None):
    return Job(
        name="nightly",
        command=("run",),
        at=time.fromisoformat(at),
        zone=ZoneInfo(zone),
        weekday=weekday,
        timeout_seconds=60,
    )


@pytest.mark.parametrize("at", ["00:00", "00:30", "02:00", "02:30", "23:45"])
@pytest.mark.parametrize("zone", ZONES)
def test_fault_29_each_local_day_is_due_once_whatever_the_clocks_do(zone, at):
    nightly = job(zone, at)
    for change in CHANGES:
        moment = datetime.combine(change - timedelta(days=2), time(), UTC)
        end = moment + timedelta(days=4)
        days, due = [nightly.last_due(moment)], []
        while moment < end:
            following = nightly.next_due(moment)
            due.append(following)
            before = following.astimezone(UTC) - timedelta(microseconds=1)
            assert nightly.last_due(before) == days[-1]
            days.append(nightly.last_due(following))
            assert following.date() == days[-1]
            moment = following
        assert days == [days[0] + timedelta(days=number) for number in range(len(days))]
        assert due == sorted(set(due))


def test_of_a_time_that_comes_twice_the_first_is_meant():
    assert job("Europe/Prague").due_at(date(2026, 10, 25)) == datetime(
        2026, 10, 25, 0, 30, tzinfo=UTC
    )


def test_a_time_that_is_skipped_is_as_long_after_midnight():
    due = job("Europe/Prague").next_due(datetime(2027, 3, 28, tzinfo=UTC))
    assert due.isoformat() == "2027-03-28T03:30:00+02:00"


def test_a_day_that_a_zone_leaves_out_is_never_due():
    apia = job("Pacific/Apia")
    assert apia.due_at(date(2011, 12, 30)) is None
    assert apia.last_due(datetime(2011, 12, 30, 12, tzinfo=UTC)) == date(2011, 12, 29)


def test_a_weekly_job_is_due_on_its_weekday():
    weekly = job(at="05:00", weekday=6)
    wednesday = datetime(2026, 11, 25, 12, tzinfo=UTC)
    assert weekly.last_due(wednesday) == date(2026, 11, 22)
    assert weekly.next_due(wednesday) == datetime(2026, 11, 29, 5, tzinfo=UTC)
    assert weekly.due_at(date(2026, 11, 25)) is None
