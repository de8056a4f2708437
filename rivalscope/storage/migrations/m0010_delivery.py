"""Incidents with a life and a history, and the messages about them until they are delivered."""

SQL = """
ALTER TABLE incidents RENAME TO told_spikes;

CREATE TABLE incidents (
    id INTEGER PRIMARY KEY,
    fingerprint TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('complaint_spike', 'source_health')),
    brand TEXT NOT NULL,
    subject TEXT NOT NULL,
    rule TEXT NOT NULL,
    severity TEXT NOT NULL CHECK (severity IN ('warning', 'critical')),
    state TEXT NOT NULL
        CHECK (state IN ('pending', 'open', 'ongoing', 'recovering', 'closed')),
    seen INTEGER NOT NULL,
    first_on TEXT NOT NULL,
    opened_on TEXT,
    last_on TEXT NOT NULL,
    closed_on TEXT,
    told_on TEXT,
    reminders INTEGER NOT NULL DEFAULT 0,
    snoozed_until TEXT,
    acknowledged_on TEXT,
    facts TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE UNIQUE INDEX incidents_alive ON incidents(fingerprint) WHERE state != 'closed';
CREATE INDEX incidents_by_fingerprint ON incidents(fingerprint, first_on);

INSERT INTO incidents
    (fingerprint, kind, brand, subject, rule, severity, state, seen,
     first_on, opened_on, last_on, closed_on, told_on)
SELECT 'complaint_spike:' || brand || ':' || theme, 'complaint_spike', brand, theme, min(rule),
    'warning', 'closed', 1, opened_on, opened_on, max(last_on), max(last_on), max(last_on)
FROM told_spikes GROUP BY brand, theme, opened_on ORDER BY opened_on, brand, theme;
DROP TABLE told_spikes;

CREATE TABLE incident_events (
    id INTEGER PRIMARY KEY,
    incident INTEGER NOT NULL REFERENCES incidents(id) ON DELETE CASCADE,
    what TEXT NOT NULL,
    "on" TEXT NOT NULL,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;
CREATE INDEX incident_events_of ON incident_events(incident);

CREATE TABLE outbox (
    id TEXT PRIMARY KEY,
    message_id TEXT NOT NULL,
    channel TEXT NOT NULL,
    created_at TEXT NOT NULL,
    content TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    due_at TEXT NOT NULL,
    problem TEXT,
    sent_at TEXT,
    sent_by TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX outbox_waiting ON outbox(due_at) WHERE sent_at IS NULL;

-- what customers wrote goes with their review, out of messages that still wait too
CREATE TABLE outbox_quotes (
    message TEXT NOT NULL REFERENCES outbox(id) ON DELETE CASCADE,
    incident INTEGER NOT NULL,
    place INTEGER NOT NULL,
    review TEXT NOT NULL REFERENCES reviews(id) ON DELETE CASCADE,
    quote TEXT NOT NULL,
    PRIMARY KEY (message, incident, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX outbox_quotes_of ON outbox_quotes(review);

CREATE TABLE notices (
    event INTEGER NOT NULL REFERENCES incident_events(id) ON DELETE CASCADE,
    channel TEXT NOT NULL,
    urgent INTEGER NOT NULL,
    message TEXT REFERENCES outbox(id) ON DELETE CASCADE,
    PRIMARY KEY (event, channel)
) STRICT, WITHOUT ROWID;
CREATE INDEX notices_waiting ON notices(channel) WHERE message IS NULL;

CREATE TABLE digests (
    channel TEXT PRIMARY KEY,
    period TEXT NOT NULL
) STRICT, WITHOUT ROWID;
"""
