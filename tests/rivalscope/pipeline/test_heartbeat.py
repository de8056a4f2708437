"""Whether the nights go on, and who is told when they don't."""

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from importlib.resources import files

import jsonschema
import pytest
import time_machine

from rivalscope.alerts.wording import render_message, subject_of
from rivalscope.errors import ConfigurationError, StorageError
from rivalscope.models import JobRun
from rivalscope.pipeline import check_ping, deliver, ping, raise_alarm, take_pulse, tell_given_up
from rivalscope.storage import Store

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
SCHEMA = json.loads((files("rivalscope.alerts") / "message.schema.json").read_text())


@pytest.fixture
def now():
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def night(shop, now):
    """``night("ok", hours=3)`` keeps a night that ended so long ago."""
    with Store(shop.database):
        pass

    def keeping(state, *, hours, ended=True):
        at = NOW - timedelta(hours=hours)
        run = JobRun(
            job="nightly",
            local_date=at.date(),
            state=state,
            attempt=1,
            started_at=at,
            ended_at=at if ended else None,
        )
        with Store(shop.database) as store:
            store.job_runs.save(run)

    return keeping


@pytest.mark.parametrize("state", ["ok", "partial"])
def test_a_good_night_may_be_26_hours_old(shop, night, state):
    night(state, hours=26)
    assert not take_pulse(shop).is_late
    with time_machine.travel(NOW + timedelta(seconds=1), tick=False):
        assert take_pulse(shop).is_late
    longer = replace(shop, heartbeat_seconds=30 * 3600)
    with time_machine.travel(NOW + timedelta(hours=3), tick=False):
        assert not take_pulse(longer).is_late


def test_a_night_that_failed_is_no_good_one(shop, night):
    night("ok", hours=30)
    night("failed", hours=6)
    pulse = take_pulse(shop)
    assert pulse.is_late
    assert pulse.why == (
        "The last good night ended at 2026-11-21 03:00 UTC; the one of 2026-11-22 is told to be"
        " failed"
    )


def test_a_night_under_way_may_still_become_good(shop, night):
    night("ok", hours=30)
    night("running", hours=5, ended=False)
    assert not take_pulse(shop).is_late


def test_a_night_whose_scheduler_was_killed_27_hours_ago_is_not_under_way(shop, night):
    night("ok", hours=51)
    night("running", hours=27, ended=False)
    assert take_pulse(shop).is_late


def test_the_first_night_has_time_to_come(shop, night):
    night("skipped", hours=25)
    assert not take_pulse(shop).is_late
    with time_machine.travel(NOW + timedelta(hours=2), tick=False):
        assert take_pulse(shop).why.startswith("No night has gone well so far")
        assert take_pulse(shop).is_late


def test_a_night_that_nobody_began_is_told_from_one_that_failed(shop, night):
    night("ok", hours=30)
    assert take_pulse(shop).is_untried
    night("failed", hours=6)
    assert not take_pulse(shop).is_untried


def test_where_nothing_ever_ran_nights_are_late(shop, night):
    assert take_pulse(shop).is_late


def test_without_a_database_there_is_no_pulse(shop):
    with pytest.raises(StorageError):
        take_pulse(shop)


def test_the_alarm_is_raised_once_a_day_on_every_channel(
    shop_with_channels, night, mailbox, receiver, monkeypatch
):
    settings = shop_with_channels
    monkeypatch.setenv("RIVALSCOPE_CHANNEL_MAIL", mailbox.url)
    monkeypatch.setenv("RIVALSCOPE_CHANNEL_HOOK", receiver.url)
    night("ok", hours=30)
    assert raise_alarm(settings, take_pulse(settings)) == 2
    assert deliver(settings).sent == 2
    assert raise_alarm(settings, take_pulse(settings)) == 0
    with time_machine.travel(NOW + timedelta(days=1), tick=False):
        assert raise_alarm(settings, take_pulse(settings)) == 2
    (content,) = receiver.bodies
    jsonschema.validate(content, SCHEMA)
    assert subject_of(content) == "[Shops] The nightly runs have stopped"
    assert "Subject: [Shops] The nightly runs have stopped" in mailbox.mails[0]
    assert "The last good night ended at 2026-11-21 03:00 UTC" in render_message(content)


def test_no_alarm_is_raised_while_nights_go_well(shop_with_channels, night):
    night("ok", hours=3)
    assert raise_alarm(shop_with_channels, take_pulse(shop_with_channels)) == 0


def test_a_job_that_is_given_up_is_told_once_and_a_night_is_not(shop_with_channels, now):
    settings = shop_with_channels
    with Store(settings.database) as store:
        for job, attempt in (("check", 2), ("nightly", 3)):
            run = JobRun(
                job=job,
                local_date=NOW.date(),
                state="failed",
                attempt=attempt,
                started_at=NOW,
                ended_at=NOW,
                exit_code=1,
            )
            store.job_runs.save(run)
        assert tell_given_up(settings) == 0
        store.job_runs.save(replace(run, job="check", state="running", ended_at=None))
        assert tell_given_up(settings) == 0
        store.job_runs.save(replace(run, job="check"))
        assert tell_given_up(settings) == 2
        assert tell_given_up(settings) == 0
        subjects = {subject_of(one.content) for one in store.outbox.due(NOW)}
    assert subjects == {"[Shops] The job check does not succeed"}


class TestPing:
    def test_the_address_may_stand_in_a_file(self, shop, monkeypatch, receiver, tmp_path):
        (tmp_path / "secret").write_text(f"{receiver.url}?token=x\n")
        monkeypatch.setenv("RIVALSCOPE_PING_URL_FILE", str(tmp_path / "secret"))
        assert ping(replace(shop, ping_is_private=True), "fail") is None
        assert receiver.asked == ["/hooks/team-secret/fail?token=x"]

    def test_without_an_address_nothing_is_told(self, shop, receiver):
        assert ping(shop, "success") is None
        assert check_ping(shop) is False

    def test_who_does_not_answer_well_is_told_of_without_the_address(
        self, shop, monkeypatch, receiver
    ):
        monkeypatch.setenv("RIVALSCOPE_PING_URL", receiver.url)
        receiver.status = 500
        problem = ping(replace(shop, ping_is_private=True), "success")
        assert problem == "ping: the webhook answered 500"

    @pytest.mark.parametrize(
        ("url", "reason"),
        [
            ("http://127.0.0.1:9/uuid-1234", "is no public address"),
            ("http://169.254.169.254/uuid-1234", "is no public address"),
            ("smtp://mail.example.com/?from=a@b.cz&to=uuid-1234", "is asked for by https://"),
            ("uuid-1234", "holds no address"),
        ],
    )
    def test_only_public_web_addresses_are_pinged(self, shop, monkeypatch, url, reason):
        monkeypatch.setenv("RIVALSCOPE_PING_URL", url)
        problem = ping(shop, "start")
        assert reason in problem
        assert "uuid-1234" not in problem
        with pytest.raises(ConfigurationError) as caught:
            check_ping(shop)
        assert "uuid-1234" not in str(caught.value)
