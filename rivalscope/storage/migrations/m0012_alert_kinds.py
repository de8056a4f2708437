"""More kinds of incidents; counts of the reviews whose date tells the day.

Tables that a constraint must change in are made anew, the referring ones before the one they refer
to is dropped: dropping it would empty them.
"""

SQL = """
ALTER TABLE incidents RENAME TO incidents_before;
DROP INDEX incidents_alive;
DROP INDEX incidents_by_fingerprint;
CREATE TABLE incidents (
    id INTEGER PRIMARY KEY,
    fingerprint TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('complaint_spike', 'praise_surge', 'rating_drop',
        'volume_surge', 'volume_drop', 'policy_change', 'source_health')),
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
INSERT INTO incidents SELECT id, fingerprint, kind, brand, subject, rule, severity, state, seen,
    first_on, opened_on, last_on, closed_on, told_on, reminders, snoozed_until, acknowledged_on,
    facts FROM incidents_before;
CREATE UNIQUE INDEX incidents_alive ON incidents(fingerprint) WHERE state != 'closed';
CREATE INDEX incidents_by_fingerprint ON incidents(fingerprint, first_on);

CREATE TABLE events_after (
    id INTEGER PRIMARY KEY,
    incident INTEGER NOT NULL REFERENCES incidents(id) ON DELETE CASCADE,
    what TEXT NOT NULL,
    "on" TEXT NOT NULL,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    note TEXT NOT NULL
) STRICT;
INSERT INTO events_after SELECT id, incident, what, "on", at, who, note FROM incident_events;
CREATE TABLE notices_after (
    event INTEGER NOT NULL REFERENCES events_after(id) ON DELETE CASCADE,
    channel TEXT NOT NULL,
    urgent INTEGER NOT NULL,
    message TEXT REFERENCES outbox(id) ON DELETE CASCADE,
    PRIMARY KEY (event, channel)
) STRICT, WITHOUT ROWID;
INSERT INTO notices_after SELECT event, channel, urgent, message FROM notices;
DROP TABLE notices;
DROP TABLE incident_events;
DROP TABLE incidents_before;
ALTER TABLE events_after RENAME TO incident_events;
ALTER TABLE notices_after RENAME TO notices;
CREATE INDEX incident_events_of ON incident_events(incident);
CREATE INDEX notices_waiting ON notices(channel) WHERE message IS NULL;

ALTER TABLE daily_volumes ADD COLUMN told INTEGER NOT NULL DEFAULT 0;
ALTER TABLE daily_volumes ADD COLUMN told_rated INTEGER NOT NULL DEFAULT 0;
ALTER TABLE daily_volumes ADD COLUMN told_star_millionths INTEGER NOT NULL DEFAULT 0;
ALTER TABLE daily_volumes ADD COLUMN told_star_square_millionths INTEGER NOT NULL DEFAULT 0;
ALTER TABLE daily_counts ADD COLUMN told_complaints INTEGER NOT NULL DEFAULT 0;
ALTER TABLE daily_counts ADD COLUMN told_praises INTEGER NOT NULL DEFAULT 0;
INSERT OR IGNORE INTO stale_days (brand, source, platform, day)
    SELECT brand, source, platform, coalesce(published_on, '') FROM reviews;
"""
