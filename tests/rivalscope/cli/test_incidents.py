"""What a user sees of incidents and channels."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest

from rivalscope import clock
from rivalscope.models import Incident, IncidentEvent, Message
from rivalscope.storage import Store, writing

CHANNELS = """\
channels:
  mail: {private: true}
  hook: {private: true}
"""
DAY = date(2026, 9, 30)


@pytest.fixture
def told(market):
    """The market, with channels and one incident."""
    with (market / "rivalscope.yaml").open("a", encoding="utf-8") as file:
        file.write(CHANNELS)
    with Store(market / "rivalscope.sqlite") as store:
        kept = store.incidents.save(
            Incident(
                id=0,
                kind="source_health",
                brand="bolt-co",
                subject="shop",
                rule="source-health",
                severity="critical",
                state="ongoing",
                seen=2,
                first_on=DAY,
                opened_on=DAY,
                last_on=DAY + timedelta(days=1),
                facts={
                    "state": "blocked",
                    "reason": "403",
                    "last_ok_on": None,
                    "platforms": ["portal"],
                },
            )
        )
        store.incidents.record(
            kept.id,
            IncidentEvent(
                what="opened",
                on=DAY,
                at=datetime(2026, 10, 1, tzinfo=UTC),
                who="rivalscope",
                note="",
            ),
        )
    return market


def test_incidents_are_listed_and_shown(run, told):
    listed = run("alerts", "list")
    assert (listed.returncode, listed.stderr) == (0, "")
    assert listed.stdout == (
        "   1  ongoing     2026-09-30 to 2026-10-01  Bolt & Co: source shop is not well (blocked)\n"
    )
    assert json.loads(run("alerts", "list", "--json").stdout)["fingerprint"] == (
        "source_health:bolt-co:shop"
    )
    shown = run("alerts", "show", "1").stdout
    assert "last read well: never" in shown
    assert "2026-10-01 00:00  rivalscope  opened (2026-09-30)" in shown


def test_an_incident_is_silenced_with_a_reason_and_its_history_says_by_whom(run, told):
    until = clock.today() + timedelta(days=3)
    done = run(
        "alerts", "snooze", "1", "--until", until, "--reason", "moving house", "--by", "Jana"
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert f"[silent until {until}]" in run("alerts", "list").stdout
    assert f"Jana  snoozed ({clock.today()}): until {until}: moving house" in (
        run("alerts", "show", "1").stdout
    )


def test_an_incident_is_acknowledged(run, told):
    assert run("alerts", "ack", "1", "--by", "Petr").stdout == "incident 1: acknowledged by Petr\n"
    told_now = json.loads(run("alerts", "show", "1", "--json").stdout)
    assert told_now["acknowledged_on"] == clock.today().isoformat()
    assert [one["who"] for one in told_now["history"]] == ["rivalscope", "Petr"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("show", "9"), "no incident 9"),
        (("ack", "9"), "no incident 9"),
        (("snooze", "1", "--until", "2020-01-01", "--reason", "x"), "is not in the future"),
        (("snooze", "1", "--until", "2099-01-01"), "Missing option '--reason'"),
        (("test", "hok"), "no channel 'hok' in rivalscope.yaml, did you mean 'hook'?"),
        (("test", "hook"), "rivalscope.yaml:7:3: channel 'hook': neither RIVALSCOPE_CHANNEL_HOOK"),
    ],
)
def test_what_makes_no_sense_is_a_mistake_of_the_user(run, told, arguments, message):
    done = run("alerts", *arguments)
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr


def test_a_channel_is_tested_and_tells_what_is_wrong(run, told, receiver):
    where = {"RIVALSCOPE_CHANNEL_HOOK": receiver.url}
    done = run("alerts", "test", "hook", environment=where)
    assert (done.returncode, done.stdout) == (0, "channel hook: sent\n"), done.stderr
    assert receiver.bodies[0]["sections"][0]["title"] == "This is a test"
    receiver.status = 500
    failed = run("alerts", "test", "hook", environment=where)
    assert failed.returncode == 1
    assert failed.stderr == "rivalscope: channel hook: the webhook answered 500\n"


def put(folder, channel):
    """One message that waits for *channel*."""
    content = {
        "market": "Our market",
        "incidents": [],
        "more": 0,
        "cadence": "nightly",
        "period": "2026-09-30",
        "synthetic": False,
    }
    with Store(folder / "rivalscope.sqlite") as store:
        message = Message(
            id="a" * 32,
            message_id="<a@x>",
            channel=channel,
            created_at=clock.now(),
            content=content,
        )
        store.outbox.put(message, notices=(), quotes=())


def test_what_waits_is_in_the_status_and_is_delivered(run, told, receiver):
    put(told, "hook")
    where = {"RIVALSCOPE_CHANNEL_HOOK": receiver.url}
    assert "channel hook: 1 message waits since" in run("status").stdout
    done = run("alerts", "deliver", environment=where)
    assert (done.returncode, done.stdout) == (0, "1 message sent\n"), done.stderr
    assert json.loads(run("status", "--json").stdout)["queues"] == []


def test_what_waits_for_a_channel_of_yesterday_is_told_of_until_it_is_dropped(run, told):
    put(told, "sms")
    waits = run("alerts", "deliver")
    assert waits.returncode == 3
    assert "sms: 1 message waits" in waits.stdout
    assert "`rivalscope alerts drop` forgets it" in waits.stdout
    with writing(told / "rivalscope.sqlite"):  # who is asked holds up nobody who writes
        asked = run("alerts", "drop", "sms")
    assert asked.returncode != 0
    assert "Forget it?" in asked.stderr
    done = run("alerts", "drop", "sms", "--yes")
    assert (done.returncode, done.stdout) == (0, "channel sms: 1 message forgotten\n"), done.stderr
    assert run("alerts", "deliver").returncode == 0


def test_the_feed_is_a_file(run, told):
    done = run("alerts", "feed", "--output", "incidents.xml")
    assert (done.returncode, done.stderr) == (0, "")
    assert "<title>Bolt &amp; Co: source shop is not well (blocked) (ongoing)</title>" in (
        (told / "incidents.xml").read_text(encoding="utf-8")
    )


def test_validate_says_where_channels_lead_but_not_the_address(run, told, mailbox):
    where = {
        "RIVALSCOPE_CHANNEL_MAIL": mailbox.url,
        "RIVALSCOPE_CHANNEL_HOOK": "slack://T1JJ3T3L2/A1BRTD4JD/TIiajkdnlazkcOXrIdevi7FQ/",
    }
    done = run("validate", environment=where)
    assert done.returncode == 0, done.stderr
    assert "channels: mail (mail), hook (service)" in done.stdout
    assert "TIia" not in done.stdout
    missing = run("validate", environment={"RIVALSCOPE_CHANNEL_MAIL": mailbox.url})
    assert missing.returncode == 2
    assert "rivalscope.yaml:7:3: channel 'hook'" in missing.stderr


def jumped():
    """Reviews of two brands; at one, complaints about waiting jump in the last days."""
    yield "text,brand,date"
    for back in range(70):
        for number in range(4):
            for brand in ("Acme", "Bolt & Co"):
                waits = number == 0 and back % 3 == 0
                waits = waits or (brand != "Acme" and back < 5 and number < 3)
                said = "I was on hold for far too long" if waits else "All was well with them"
                yield f"{said} on my order {back} {number},{brand},{DAY - timedelta(days=back)}"


def test_a_night_ends_well_although_a_channel_is_dead_and_another_is_wrong(run, told, receiver):
    (told / "a.csv").write_text("\n".join(jumped()), encoding="utf-8")
    run("import", "a.csv", "--map", "text=text,brand=brand,date=date", "--platform", "portal")
    where = {"RIVALSCOPE_CHANNEL_MAIL": "smtp://127.0.0.1:9/?from=a@x.example&to=b@x.example"}
    done = run("run", "--as-of", DAY + timedelta(days=2), "--fail-on-alert", environment=where)
    assert done.returncode == 4, done.stderr
    assert "ALERT (new): Bolt & Co: complaints about waiting times have jumped" in done.stdout
    assert "channel mail: 1 message waits" in done.stdout
    assert "channel hook: 1 message waits" in done.stdout
    assert "neither RIVALSCOPE_CHANNEL_HOOK nor RIVALSCOPE_CHANNEL_HOOK_FILE is set" in done.stdout
    where |= {"RIVALSCOPE_CHANNEL_HOOK": receiver.url}
    later = run("alerts", "deliver", environment=where)
    assert later.returncode == 3
    (body,) = receiver.bodies
    assert [one["happened"] for one in body["incidents"]] == [["opened"], ["closed"]]
