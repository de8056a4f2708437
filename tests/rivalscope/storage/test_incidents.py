"""Incidents and the outbox in the database, and how an old database gets them."""

from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
import sqlite_utils

from rivalscope.models import Incident, IncidentEvent, Message, QueuedQuote
from rivalscope.storage import Store, sent_from
from rivalscope.storage.migrations import migrations

DAY = date(2026, 9, 30)
NOW = datetime(2026, 9, 30, 2, 40, tzinfo=UTC)


@pytest.fixture
def incident():
    return Incident(
        id=0,
        kind="complaint_spike",
        brand="rival",
        subject="wait_time",
        rule="all",
        severity="warning",
        state="open",
        seen=1,
        first_on=DAY,
        opened_on=DAY,
        last_on=DAY,
        facts={"platforms": ["portal"], "expected": 4.5},
    )


@pytest.fixture
def message():
    content = {"incidents": [{"id": 1, "quotes": []}]}
    return Message(id="m", message_id="<m@x>", channel="hook", created_at=NOW, content=content)


def test_an_incident_is_kept_as_it_is_and_gets_an_id(store, incident):
    kept = store.incidents.save(incident)
    assert kept == replace(incident, id=1)
    silent = replace(kept, snoozed_until=DAY + timedelta(days=7), state="ongoing")
    assert store.incidents.save(silent) == silent
    assert store.incidents.all() == (silent,)
    assert store.incidents.find(2) is None


def test_a_night_was_judged_whatever_was_seen_on_it(store):
    assert store.incidents.judged_until(DAY) is None
    for days in (3, 0, 0):
        store.incidents.save_judged(DAY + timedelta(days=days))
    assert store.incidents.judged_until(DAY + timedelta(days=9)) == DAY + timedelta(days=3)
    assert store.incidents.judged_until(DAY + timedelta(days=2)) == DAY
    assert store.incidents.judged_until(DAY - timedelta(days=1)) is None


def test_its_history_is_kept_in_order(store, incident):
    kept = store.incidents.save(incident)
    events = [
        IncidentEvent(what=what, on=DAY, at=NOW + timedelta(hours=hour), who="Jana", note="n")
        for hour, what in enumerate(("opened", "snoozed", "acknowledged"))
    ]
    for event in events:
        store.incidents.record(kept.id, event)
    assert store.incidents.history(kept.id) == tuple(events)
    assert store.incidents.changed_at() == {kept.id: NOW + timedelta(hours=2)}


def test_of_each_fingerprint_only_the_latest_counts(store, incident):
    closed = replace(incident, state="closed", closed_on=DAY)
    store.incidents.save(closed)
    second = store.incidents.save(replace(incident, first_on=DAY + timedelta(days=30)))
    assert store.incidents.latest() == (second,)


def test_a_quote_goes_with_its_review_out_of_a_message_that_waits(
    store, source, snapshot, review, message
):
    store.reviews.save([review], source=source, snapshot=snapshot)
    (key,) = store.privacy.matching(review=None, url=None, author=None, text="weeks late")
    quote = QueuedQuote(incident=1, place=0, review=key, quote="two weeks late")
    store.outbox.put(message, notices=(), quotes=[quote])
    (waiting,) = store.outbox.due(NOW)
    (told,) = waiting.content["incidents"][0]["quotes"]
    assert (told["text"], told["platform"]) == ("two weeks late", "portal")
    store.privacy.erase([key], at=NOW)
    (waiting,) = store.outbox.due(NOW)
    assert waiting.content["incidents"][0]["quotes"] == []


def test_nobodys_words_are_kept_of_what_was_sent(store, source, snapshot, review, message, path):
    store.reviews.save([review], source=source, snapshot=snapshot)
    (key,) = store.privacy.matching(review=None, url=None, author=None, text="weeks late")
    quote = QueuedQuote(incident=1, place=0, review=key, quote="two weeks late")
    store.outbox.put(message, notices=(), quotes=[quote])
    store.outbox.mark_sent(message, by="hook", at=NOW)
    assert store.outbox.due(NOW + timedelta(days=1)) == ()
    assert kept_of_messages(path) == ([""], 0)
    store.outbox.put(message, notices=(), quotes=[quote])
    assert kept_of_messages(path) == ([""], 0)


def kept_of_messages(path):
    """What each says, and how many quotes are kept for them."""
    with closing(sqlite_utils.Database(path)) as database:
        contents = [row["content"] for row in database["outbox"].rows]
        return contents, database["outbox_quotes"].count


@pytest.mark.parametrize("waits", [True, False], ids=["it waits here", "it is not known here"])
def test_nothing_that_was_sent_elsewhere_is_kept_but_that_it_was(
    store, message, path, tmp_path, waits
):
    """Of a database that an earlier version wrote, too: it kept what the message said."""
    with Store(tmp_path / "other.sqlite") as other:
        other.outbox.put(message, notices=(), quotes=())
        other.outbox.mark_sent(message, by="hook", at=NOW)
    with closing(sqlite_utils.Database(tmp_path / "other.sqlite")) as database:
        database["outbox"].update(message.id, {"content": "what it said"})
    if waits:
        store.outbox.put(message, notices=(), quotes=())
    store.outbox.adopt(sent_from(tmp_path / "other.sqlite"))
    assert store.outbox.due(NOW) == ()
    assert store.outbox.knows(message.id)
    assert kept_of_messages(path) == ([""], 0)


def test_what_fails_waits_and_is_counted(store, message):
    store.outbox.put(message, notices=(), quotes=())
    later = NOW + timedelta(seconds=2)
    store.outbox.mark_failed(message, problem="hook: 503", due_at=later)
    assert store.outbox.due(NOW) == ()
    (again,) = store.outbox.due(later)
    assert again.attempts == 1
    (queue,) = store.outbox.queues()
    assert (queue.waiting, queue.attempts, queue.problem) == (1, 1, "hook: 503")
    assert store.outbox.find_next_due() == later


def test_of_what_may_be_tried_the_least_failed_and_oldest_comes_first(store, message):
    for number, (key, channel) in enumerate([("a", "hook"), ("b", "hook"), ("c", "mail")]):
        at = NOW - timedelta(days=number)
        store.outbox.put(
            replace(message, id=key, channel=channel, created_at=at), notices=(), quotes=()
        )
    store.outbox.mark_failed(replace(message, id="b"), problem="503", due_at=NOW)
    assert [one.id for one in store.outbox.due(NOW)] == ["c", "a", "b"]
    assert [one.id for one in store.outbox.due(NOW, most=1)] == ["c"]
    assert [one.id for one in store.outbox.due(NOW, channels=["hook"], most=1)] == ["a"]
    assert store.outbox.due(NOW, channels=["gone"], most=1) == ()


def test_what_an_older_version_told_is_not_told_again(path):
    """Its spikes become incidents that are over, so that the cool-down goes by them."""
    old = sqlite_utils.Database(path)
    migrations.apply(old, stop_before="delivery")
    for rule in ("first", "second"):
        old["incidents"].insert(
            {
                "rule": rule,
                "brand": "rival",
                "theme": "wait_time",
                "opened_on": "2026-09-20",
                "last_on": "2026-09-29",
            }
        )
    old.close()
    with Store(path) as store:
        (incident,) = store.incidents.all()
        assert incident.fingerprint == "complaint_spike:rival:wait_time"
        assert (incident.state, incident.rule) == ("closed", "first")
        assert (incident.opened_on, incident.last_on) == (date(2026, 9, 20), date(2026, 9, 29))
    with Store(path) as again:
        assert len(again.incidents.all()) == 1


def test_the_migration_needs_only_the_first_one(path):
    """Those between may come later: branches number them before they meet."""
    database = sqlite_utils.Database(path)
    names = [one.name for one in migrations.pending(database)]
    by_name = {one.name: one.fn for one in migrations.pending(database)}
    by_name["first_schema"](database)
    by_name["delivery"](database)
    assert names.index("delivery") > names.index("first_schema")
    assert {"incidents", "incident_events", "outbox", "notices"} <= set(database.table_names())
    database.close()
