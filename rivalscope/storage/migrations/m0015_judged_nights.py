"""Which nights were judged, whether anything was seen on them or not.

Of those that were before, the ones that an incident or a message that was kept tells of.
What was sent is kept without what it said, as it is from now on.
"""

SQL = """
CREATE TABLE judged_nights (night TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO judged_nights
    SELECT last_on FROM incidents
    UNION SELECT closed_on FROM incidents WHERE closed_on IS NOT NULL
    UNION SELECT json_extract(content, '$.on') FROM outbox
    WHERE json_extract(content, '$.cadence') != 'alarm';
UPDATE outbox SET content = '' WHERE sent_at IS NOT NULL;
"""
