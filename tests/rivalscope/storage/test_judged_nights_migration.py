"""Nights that a database of before tells of count as judged; what was sent is forgotten."""

import json
from datetime import UTC, date, datetime

import pytest
import sqlite_utils

from rivalscope.storage import Store
from rivalscope.storage.migrations import migrations

INCIDENT = {
    "id": 3,
    "fingerprint": "complaint_spike:bolt:wait_time",
    "kind": "complaint_spike",
    "brand": "bolt",
    "subject": "wait_time",
    "rule": "r",
    "severity": "warning",
    "state": "closed",
    "seen": 1,
    "first_on": "2026-09-01",
    "last_on": "2026-09-02",
    "closed_on": "2026-09-09",
}


def message(key, *, on, cadence):
    return {
        "id": key,
        "message_id": f"<{key}@x>",
        "channel": "mail",
        "created_at": "2026-09-01T00:00:00+00:00",
        "content": json.dumps({"on": on, "cadence": cadence, "incidents": []}),
        "due_at": "2026-09-01T00:00:00+00:00",
    }


@pytest.mark.parametrize(
    ("messages", "until"),
    [
        ([], date(2026, 9, 9)),
        ([message("a", on="2026-09-21", cadence="weekly")], date(2026, 9, 21)),
        ([message("a", on="2026-09-21", cadence="alarm")], date(2026, 9, 9)),
    ],
    ids=["incidents", "a digest", "an alarm, which is of no night"],
)
def test_nights_that_are_told_of_were_judged(tmp_path, messages, until):
    path = tmp_path / "market.sqlite"
    old = sqlite_utils.Database(path)
    migrations.apply(old, stop_before="judged_nights")
    old["incidents"].insert(INCIDENT)
    old["outbox"].insert_all(messages)
    old.close()
    with Store(path) as store:
        assert store.incidents.judged_until(date.max) == until
        assert store.incidents.judged_until(date(2026, 9, 8)) == date(2026, 9, 2)


def test_what_was_sent_before_keeps_no_words_and_what_waits_does(tmp_path):
    path = tmp_path / "market.sqlite"
    old = sqlite_utils.Database(path)
    migrations.apply(old, stop_before="judged_nights")
    sent = message("gone", on="2026-09-21", cadence="weekly to gone")
    old["outbox"].insert(sent | {"sent_at": "2026-09-22T00:00:00+00:00"})
    old["outbox"].insert(message("waits", on="2026-09-20", cadence="weekly to wait"))
    old.close()
    with Store(path) as store:
        found = store.outbox.due(datetime(2026, 10, 1, tzinfo=UTC))
        assert [one.content["cadence"] for one in found] == ["weekly to wait"]
        assert store.outbox.knows("gone")
        assert store.incidents.judged_until(date.max) == date(2026, 9, 21)
    assert b"weekly to gone" not in path.read_bytes()
