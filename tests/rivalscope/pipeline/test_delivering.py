"""Delivery that loses nothing: channels die, hang, come back; processes are killed."""

import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
import time_machine

from rivalscope import clock
from rivalscope.alerts.channels import send
from rivalscope.errors import ConfigurationError
from rivalscope.models import Message
from rivalscope.pipeline import check_channels, deliver, find_alerts, make_backup, restore
from rivalscope.pipeline.alerts.delivering import wait_seconds
from rivalscope.storage import Store, delivering
from rivalscope.storage.outbox import Outbox

#: Decides and delivers as a night does; says where it is.
NIGHT = """
import sys
from datetime import date
from pathlib import Path
from rivalscope.pipeline import deliver, find_alerts
from rivalscope.settings import load_settings
settings = load_settings(Path(sys.argv[1]), environment={})
print("ready", flush=True)
find_alerts(settings, as_of=date(2026, 9, 30))
deliver(settings)
"""


@pytest.fixture
def addresses(monkeypatch, mailbox, receiver):
    """Both channels lead to this machine."""
    monkeypatch.setenv("RIVALSCOPE_CHANNEL_MAIL", mailbox.url)
    monkeypatch.setenv("RIVALSCOPE_CHANNEL_HOOK", receiver.url)


def put(settings, channel, *, number=0):
    """A message that waits."""
    key = f"{number:032}"
    content = {
        "schema": "rivalscope.alert-message.1",
        "id": key,
        "market": "Shops",
        "synthetic": False,
        "on": "2026-09-30",
        "cadence": "nightly",
        "period": "2026-09-30",
        "incidents": [],
        "more": 0,
        "sections": [],
        "report_url": None,
    }
    message = Message(
        id=key,
        message_id=f"<{key}@acme.example>",
        channel=channel,
        created_at=clock.now(),
        content=content,
    )
    with Store(settings.database) as store:
        store.outbox.put(message, notices=(), quotes=())
    return key


def queues(settings):
    with Store(settings.database) as store:
        return store.outbox.queues()


def night(settings):
    """A night in a process of its own, up to where it begins to decide."""
    process = subprocess.Popen(
        [sys.executable, "-c", NIGHT, str(settings.path)], stdout=subprocess.PIPE
    )
    assert process.stdout.readline() == b"ready\n"
    return process


def end(process):
    process.wait(60)
    process.stdout.close()


def test_what_was_decided_is_delivered_once(spiking, spike_day, addresses, mailbox, receiver):
    find_alerts(spiking, as_of=spike_day)
    done = deliver(spiking)
    assert (done.sent, done.queues) == (2, ())
    assert deliver(spiking).sent == 0
    assert (len(mailbox.mails), len(receiver.bodies)) == (1, 1)
    assert len(receiver.bodies[0]["incidents"][0]["quotes"]) == 3
    with Store(spiking.database) as store:
        assert store.outbox.due(datetime.max.replace(tzinfo=UTC)) == ()


def test_a_dead_channel_waits_and_is_delivered_when_it_is_back(
    shop_with_channels, addresses, receiver
):
    settings = shop_with_channels
    receiver.status = 503
    key = put(settings, "hook")
    done = deliver(settings, budget_seconds=1)
    (queue,) = done.queues
    assert (done.sent, queue.channel, queue.waiting, queue.attempts) == (0, "hook", 1, 1)
    assert queue.problem == "hook: the webhook answered 503"
    for file in settings.database.parent.glob("*.sqlite*"):
        assert b"team-secret" not in file.read_bytes()
    receiver.status = 200
    with time_machine.travel(clock.now() + timedelta(minutes=2)):
        assert deliver(settings).sent == 1
    assert receiver.ids == [key]


def test_the_wait_doubles_and_stays_under_two_minutes():
    assert [wait_seconds(failures) for failures in range(1, 8)] == [2, 4, 8, 16, 32, 60, 60]
    assert wait_seconds(10_000) == 60


def test_a_fallback_takes_over_where_a_channel_keeps_failing(
    shop_with_channels, addresses, receiver, mailbox
):
    receiver.status = 500
    key = put(shop_with_channels, "hook")
    assert deliver(shop_with_channels, budget_seconds=10).sent == 1
    assert mailbox.ids == [f"<{key}@acme.example>"]


def test_who_hangs_holds_up_nobody_else(
    shop_with_channels, addresses, receiver, mailbox, monkeypatch
):
    monkeypatch.setattr("rivalscope.pipeline.alerts.delivering.send", partial(send, seconds=2.0))
    receiver.before = lambda: time.sleep(4)
    put(shop_with_channels, "hook", number=1)
    put(shop_with_channels, "mail", number=2)
    done = deliver(shop_with_channels, budget_seconds=3)
    assert len(mailbox.mails) == 1
    assert [queue.problem for queue in done.queues] == ["hook: no answer within 2 seconds"]


def test_a_channel_without_an_address_fails_alone(shop_with_channels, mailbox, monkeypatch):
    monkeypatch.setenv("RIVALSCOPE_CHANNEL_MAIL", mailbox.url)
    put(shop_with_channels, "hook", number=1)
    put(shop_with_channels, "mail", number=2)
    done = deliver(shop_with_channels, budget_seconds=2)
    assert done.sent == 1
    assert done.queues[0].problem == (
        "hook: neither RIVALSCOPE_CHANNEL_HOOK nor RIVALSCOPE_CHANNEL_HOOK_FILE is set"
    )


def test_a_channel_that_is_configured_no_more_keeps_its_messages_and_holds_up_no_night(
    shop_with_channels, addresses, receiver
):
    without = replace(shop_with_channels, channels=())
    put(shop_with_channels, "hook")
    (queue,) = deliver(without, budget_seconds=60).queues  # tried, it would have waited that long
    assert queue.problem.startswith("the configuration has no such channel any more")
    assert queue.attempts == 0
    assert deliver(shop_with_channels).sent == 1
    assert len(receiver.bodies) == 1


def test_what_waits_can_be_forgotten_for_one_channel(shop_with_channels):
    put(shop_with_channels, "gone", number=1)
    put(shop_with_channels, "hook", number=2)
    with Store(shop_with_channels.database) as store:
        assert store.outbox.drop("gone") == 1
        assert store.outbox.drop("gone") == 0
    assert [queue.channel for queue in queues(shop_with_channels)] == ["hook"]


@pytest.mark.parametrize("others", [0, 1])
def test_what_is_forgotten_when_its_turn_has_come_ends_no_delivery(
    shop_with_channels, addresses, receiver, mailbox, monkeypatch, others
):
    """Whoever forgets it holds the right to write, and not the one to deliver."""
    put(shop_with_channels, "hook", number=1)
    for number in range(others):
        put(shop_with_channels, "mail", number=2 + number)
    find_next_due = Outbox.find_next_due

    def forgotten_then(outbox, **channels):
        due_at = find_next_due(outbox, **channels)
        outbox.drop("hook")
        return due_at

    monkeypatch.setattr(Outbox, "find_next_due", forgotten_then)
    done = deliver(shop_with_channels)
    assert (done.sent, len(mailbox.ids)) == (others, others)
    assert (done.queues, receiver.ids) == ((), [])


def test_a_clock_that_was_turned_back_delays_nothing(shop_with_channels, addresses, receiver):
    with time_machine.travel(clock.now() + timedelta(days=30)):
        put(shop_with_channels, "hook")
    assert deliver(shop_with_channels).sent == 1


def test_one_process_delivers_at_a_time(shop_with_channels, addresses, receiver):
    put(shop_with_channels, "hook")
    with delivering(shop_with_channels.database) as first:
        assert first
        assert deliver(shop_with_channels).sent == 0
    assert deliver(shop_with_channels).sent == 1


def test_addresses_are_checked_where_the_configuration_names_them(shop_with_channels, monkeypatch):
    monkeypatch.setenv("RIVALSCOPE_CHANNEL_MAIL", "S3CRET://nowhere")
    with pytest.raises(ConfigurationError) as caught:
        check_channels(shop_with_channels)
    assert "rivalscope.yaml:8:3: channel 'mail': apprise knows no" in str(caught.value)
    assert "rivalscope.yaml:9:3: channel 'hook': neither" in str(caught.value)
    assert "S3CRET" not in str(caught.value)


@pytest.mark.parametrize("taken", [True, False], ids=["taken", "not taken"])
def test_killed_while_sending_nothing_is_lost(
    spiking, addresses, mailbox, receiver, until, *, taken
):
    """The receiver itself kills who sends, before it says whether it took the message."""
    started = night(spiking)

    def kill():
        mailbox.before = lambda: None
        started.send_signal(signal.SIGKILL)
        mailbox.answer = "250 taken" if taken else "451 later"

    mailbox.before = kill
    end(started)
    assert started.returncode == -signal.SIGKILL
    until(lambda: bool(mailbox.mails) or not taken)
    mailbox.answer = "250 taken"
    end(night(spiking))
    assert len(set(mailbox.ids)) == 1
    assert len(mailbox.ids) <= 2
    assert len(set(receiver.ids)) == 1
    assert queues(spiking) == ()
    before = list(mailbox.ids)
    end(night(spiking))
    assert mailbox.ids == before


def test_killed_after_it_was_taken_a_webhook_gets_it_again_under_the_same_id(
    spiking, addresses, mailbox, receiver
):
    started = night(spiking)

    def kill():
        receiver.before = lambda: None
        started.send_signal(signal.SIGKILL)
        started.wait(10)

    receiver.before = kill
    end(started)
    end(night(spiking))
    assert len(receiver.ids) == 2
    assert len(set(receiver.ids)) == 1
    assert len(set(mailbox.ids)) == 1


def test_killed_at_any_moment_nothing_is_lost(spiking, addresses, mailbox, receiver, tmp_path):
    """From deciding over sending to marking, in steps of a sixth of a second."""
    blank = spiking.database.read_bytes()
    for step in range(8):
        for file in spiking.database.parent.glob("*.sqlite*"):
            file.unlink()
        spiking.database.write_bytes(blank)
        mailbox.mails.clear()
        receiver.bodies.clear()
        started = night(spiking)
        time.sleep(step / 6)
        os.kill(started.pid, signal.SIGKILL)
        end(started)
        end(night(spiking))
        for ids in (mailbox.ids, receiver.ids):
            assert len(set(ids)) == 1
            assert len(ids) <= 2
        assert queues(spiking) == ()


def test_what_was_sent_is_forgotten_with_the_reviews_of_its_day_and_what_waits_is_not(
    shop_with_channels, addresses
):
    settings = shop_with_channels
    sent = put(settings, "hook", number=1)
    assert deliver(settings).sent == 1
    waiting = put(settings, "hook", number=2)
    today = clock.today()
    with Store(settings.database) as store:
        for day, known in ((today, True), (today + timedelta(days=1), False)):
            store.retention.forget(reviews_before=day, pages_before=day)
            assert (store.outbox.knows(sent), store.outbox.knows(waiting)) == (known, True)


def test_what_was_sent_since_a_backup_is_not_sent_again_when_it_is_restored(
    shop_with_channels, addresses, receiver
):
    settings = shop_with_channels
    key = put(settings, "hook")
    made = make_backup(settings)
    deliver(settings)
    restore(settings, made.backup.path)
    assert deliver(settings).sent == 0
    assert receiver.ids == [key]


def test_a_night_that_was_restored_away_tells_nothing_twice(
    spiking, spike_day, addresses, receiver, mailbox
):
    made = make_backup(spiking)
    find_alerts(spiking, as_of=spike_day)
    assert deliver(spiking).sent == 2
    restore(spiking, made.backup.path)
    (alert,) = find_alerts(spiking, as_of=spike_day)
    assert alert.is_new  # in the restored one
    done = deliver(spiking)
    assert (done.sent, done.queues) == (0, ())
    assert (len(receiver.ids), len(mailbox.ids)) == (1, 1)


def test_a_database_that_is_too_damaged_to_say_what_was_sent_is_replaced_all_the_same(
    shop_with_channels,
):
    settings = shop_with_channels
    put(settings, "hook")
    made = make_backup(settings)
    settings.database.write_bytes(b"a holiday picture" * 999)
    assert restore(settings, made.backup.path).erased is None
    assert [queue.waiting for queue in queues(settings)] == [1]
