"""The ledger of the crawl: versions, absences, page states, health, and what must not come back."""

SQL = """
ALTER TABLE reviews ADD COLUMN author_key TEXT;
ALTER TABLE reviews ADD COLUMN twin TEXT;
ALTER TABLE reviews ADD COLUMN duplicate_of TEXT;
ALTER TABLE reviews ADD COLUMN misses INTEGER NOT NULL DEFAULT 0;
ALTER TABLE reviews ADD COLUMN gone_at TEXT;
CREATE INDEX reviews_by_source ON reviews(brand, source);
CREATE INDEX reviews_by_native_id ON reviews(brand, platform, native_id)
    WHERE native_id IS NOT NULL;
CREATE INDEX reviews_by_twin ON reviews(twin) WHERE twin IS NOT NULL;
CREATE INDEX reviews_by_duplicate ON reviews(duplicate_of) WHERE duplicate_of IS NOT NULL;
CREATE INDEX reviews_by_snapshot ON reviews(snapshot);

CREATE TABLE review_versions (
    review TEXT NOT NULL REFERENCES reviews(id) ON DELETE CASCADE,
    seen_at TEXT NOT NULL,
    replaced_at TEXT NOT NULL,
    title TEXT,
    body TEXT NOT NULL,
    rating REAL,
    rating_max REAL,
    published_at TEXT,
    date_precision TEXT,
    verified INTEGER,
    reply_body TEXT,
    reply_at TEXT,
    snapshot TEXT NOT NULL REFERENCES snapshots(digest),
    PRIMARY KEY (review, seen_at)
) STRICT, WITHOUT ROWID;

CREATE TABLE review_absences (
    review TEXT NOT NULL REFERENCES reviews(id) ON DELETE CASCADE,
    gone_at TEXT NOT NULL,
    returned_at TEXT,
    PRIMARY KEY (review, gone_at)
) STRICT, WITHOUT ROWID;

ALTER TABLE faq_entries ADD COLUMN misses INTEGER NOT NULL DEFAULT 0;
ALTER TABLE faq_entries ADD COLUMN gone_at TEXT;

CREATE TABLE faq_versions (
    brand TEXT NOT NULL,
    source TEXT NOT NULL,
    question TEXT NOT NULL,
    answer TEXT NOT NULL,
    replaced_at TEXT NOT NULL,
    PRIMARY KEY (brand, source, question, replaced_at)
) STRICT, WITHOUT ROWID;

ALTER TABLE site_signals ADD COLUMN misses INTEGER NOT NULL DEFAULT 0;
ALTER TABLE site_signals ADD COLUMN gone_at TEXT;

CREATE TABLE page_states (
    brand TEXT NOT NULL,
    source TEXT NOT NULL,
    url TEXT NOT NULL,
    reader_version TEXT NOT NULL,
    digest TEXT NOT NULL,
    etag TEXT,
    last_modified TEXT,
    next_urls TEXT NOT NULL,
    newest_first INTEGER NOT NULL,
    entries TEXT NOT NULL,
    oldest_on TEXT,
    PRIMARY KEY (brand, source, url)
) STRICT, WITHOUT ROWID;

CREATE TABLE suppressions (
    key TEXT PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('review', 'author', 'words')),
    added_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE secrets (
    name TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE source_runs_with_health (
    run INTEGER NOT NULL REFERENCES runs(id),
    brand TEXT NOT NULL,
    source TEXT NOT NULL,
    platform TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('ok', 'partial', 'empty', 'blocked', 'robots_denied',
        'layout_changed', 'error', 'missed', 'imported')),
    reason TEXT,
    pages INTEGER NOT NULL,
    unchanged INTEGER NOT NULL DEFAULT 0,
    requests INTEGER NOT NULL DEFAULT 0,
    bytes INTEGER NOT NULL DEFAULT 0,
    statuses TEXT NOT NULL DEFAULT '{}',
    read INTEGER NOT NULL,
    new INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    gone INTEGER NOT NULL DEFAULT 0,
    first_page INTEGER,
    fields TEXT NOT NULL DEFAULT '{}',
    oldest_on TEXT,
    met_known INTEGER NOT NULL DEFAULT 0,
    complete INTEGER NOT NULL,
    finished_at TEXT NOT NULL,
    PRIMARY KEY (brand, source, run)
) STRICT, WITHOUT ROWID;
INSERT INTO source_runs_with_health
    (run, brand, source, platform, kind, state, reason, pages, read, new, changed, complete,
     finished_at)
SELECT run, brand, source, platform, kind, iif(state = 'failed', 'error', state), reason, pages,
    read, new, changed, complete, finished_at
FROM source_runs;
DROP TABLE source_runs;
ALTER TABLE source_runs_with_health RENAME TO source_runs;
"""
