"""What public texts tell of the figures that only surveys know."""

SQL = """
CREATE TABLE proxy_readings (
    review TEXT PRIMARY KEY REFERENCES reviews(id) ON DELETE CASCADE,
    content TEXT NOT NULL,
    language TEXT NOT NULL,
    version TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE proxy_signals (
    review TEXT NOT NULL REFERENCES proxy_readings(review) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('effort', 'leaving', 'coming', 'compared')),
    brand TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    quote TEXT NOT NULL,
    PRIMARY KEY (review, kind, brand)
) STRICT, WITHOUT ROWID;
"""
