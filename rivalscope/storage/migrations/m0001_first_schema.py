"""The tables of the first version: pages, what they said, what it means."""

SQL = """
CREATE TABLE runs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    command TEXT NOT NULL,
    started_at TEXT NOT NULL,
    finished_at TEXT
) STRICT;

CREATE TABLE snapshots (
    digest TEXT PRIMARY KEY,
    content_type TEXT NOT NULL,
    encoding TEXT,
    body BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE fetches (
    id INTEGER PRIMARY KEY,
    run INTEGER NOT NULL REFERENCES runs(id),
    brand TEXT NOT NULL,
    source TEXT NOT NULL,
    url TEXT NOT NULL,
    fetched_at TEXT NOT NULL,
    snapshot TEXT NOT NULL REFERENCES snapshots(digest)
) STRICT;
CREATE INDEX fetches_by_snapshot ON fetches(snapshot);

CREATE TABLE source_runs (
    run INTEGER NOT NULL REFERENCES runs(id),
    brand TEXT NOT NULL,
    source TEXT NOT NULL,
    platform TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('ok', 'partial', 'failed', 'imported')),
    reason TEXT,
    pages INTEGER NOT NULL,
    read INTEGER NOT NULL,
    new INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    complete INTEGER NOT NULL,
    finished_at TEXT NOT NULL,
    PRIMARY KEY (brand, source, run)
) STRICT, WITHOUT ROWID;

CREATE TABLE reviews (
    id TEXT PRIMARY KEY,
    brand TEXT NOT NULL,
    source TEXT NOT NULL,
    platform TEXT NOT NULL,
    native_id TEXT,
    title TEXT,
    body TEXT NOT NULL,
    rating REAL,
    rating_max REAL,
    published_on TEXT,
    published_at TEXT,
    date_precision TEXT,
    language TEXT,
    verified INTEGER,
    reply_body TEXT,
    reply_at TEXT,
    url TEXT,
    page_url TEXT NOT NULL,
    snapshot TEXT NOT NULL REFERENCES snapshots(digest),
    content TEXT NOT NULL,
    first_seen_at TEXT NOT NULL,
    changed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX reviews_by_brand ON reviews(brand, platform, published_on);

CREATE TABLE faq_entries (
    brand TEXT NOT NULL,
    source TEXT NOT NULL,
    question TEXT NOT NULL,
    answer TEXT NOT NULL,
    page_url TEXT NOT NULL,
    snapshot TEXT NOT NULL REFERENCES snapshots(digest),
    first_seen_at TEXT NOT NULL,
    PRIMARY KEY (brand, source, question)
) STRICT, WITHOUT ROWID;

CREATE TABLE site_signals (
    brand TEXT NOT NULL,
    source TEXT NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    proof TEXT NOT NULL,
    page_url TEXT NOT NULL,
    snapshot TEXT NOT NULL REFERENCES snapshots(digest),
    first_seen_at TEXT NOT NULL,
    PRIMARY KEY (brand, source, kind, value)
) STRICT, WITHOUT ROWID;

CREATE TABLE page_ratings (
    brand TEXT NOT NULL,
    source TEXT NOT NULL,
    value REAL NOT NULL,
    maximum REAL NOT NULL,
    count INTEGER,
    seen_at TEXT NOT NULL,
    PRIMARY KEY (brand, source)
) STRICT, WITHOUT ROWID;

CREATE TABLE understandings (
    review TEXT PRIMARY KEY REFERENCES reviews(id) ON DELETE CASCADE,
    content TEXT NOT NULL,
    version TEXT NOT NULL,
    language TEXT NOT NULL,
    sentiment TEXT NOT NULL,
    score REAL
) STRICT, WITHOUT ROWID;

CREATE TABLE mentions (
    review TEXT NOT NULL REFERENCES understandings(review) ON DELETE CASCADE,
    theme TEXT NOT NULL,
    polarity TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    quote TEXT NOT NULL,
    rule TEXT NOT NULL,
    PRIMARY KEY (review, theme, start, "end", polarity)
) STRICT, WITHOUT ROWID;
CREATE INDEX mentions_by_theme ON mentions(theme, polarity);

CREATE TABLE incidents (
    rule TEXT NOT NULL,
    brand TEXT NOT NULL,
    theme TEXT NOT NULL,
    opened_on TEXT NOT NULL,
    last_on TEXT NOT NULL,
    PRIMARY KEY (rule, brand, theme, opened_on)
) STRICT, WITHOUT ROWID;
"""
