"""What was there before there were more kinds of alerts is there after."""

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
    "state": "open",
    "seen": 1,
    "first_on": "2026-09-30",
    "last_on": "2026-09-30",
}
EVENT = {
    "id": 7,
    "incident": 3,
    "what": "opened",
    "on": "2026-09-30",
    "at": "2026-09-30T02:30:00+00:00",
    "who": "rivalscope",
    "note": "",
}


def test_incidents_keep_their_history_and_what_has_yet_to_be_told(tmp_path):
    path = tmp_path / "market.sqlite"
    old = sqlite_utils.Database(path)
    migrations.apply(old, stop_before="alert_kinds")
    old["incidents"].insert(INCIDENT)
    old["incident_events"].insert(EVENT)
    old["notices"].insert({"event": 7, "channel": "mail", "urgent": 0, "message": None})
    old.close()
    with Store(path) as store:
        (incident,) = store.incidents.all()
        assert (incident.id, incident.fingerprint) == (3, INCIDENT["fingerprint"])
        assert [event.what for event in store.incidents.history(3)] == ["opened"]
        (notice,) = store.outbox.notices("mail")
        assert (notice.event, notice.incident.id) == (7, 3)
        event = store.incidents.history(3)[0]
        assert store.incidents.record(3, event) == 8
    again = sqlite_utils.Database(path)
    assert list(again.query("PRAGMA foreign_key_check")) == []
    again.execute("PRAGMA foreign_keys = ON")
    again.execute("DELETE FROM incidents")
    assert again["notices"].count == again["incident_events"].count == 0
    again.close()
