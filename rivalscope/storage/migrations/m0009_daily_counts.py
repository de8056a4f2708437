"""Counts by published day, the days whose counts are out of date, and what the ledger lacked.

Every day that has a review starts out of date: it is counted when first asked for.
"""

from __future__ import annotations

#: What a row of a table changes: the reviews whose days must be counted anew.
_OF_REVIEW = "SELECT brand, source, platform, coalesce(published_on, '')"
_COUNTED_COLUMNS = (
    "brand, source, platform, title, body, rating, rating_max, published_on, date_precision,"
    " reply_body, reply_at, duplicate_of, gone_at"
)

_TABLES = """
CREATE TABLE stale_days (
    id INTEGER PRIMARY KEY,
    brand TEXT NOT NULL,
    source TEXT NOT NULL,
    platform TEXT NOT NULL,
    day TEXT NOT NULL,
    UNIQUE (brand, source, platform, day)
) STRICT;

CREATE TABLE daily_sources (
    brand TEXT NOT NULL,
    source TEXT NOT NULL,
    platform TEXT NOT NULL,
    day TEXT NOT NULL,
    stored INTEGER NOT NULL,
    standing INTEGER NOT NULL,
    unknown_language INTEGER NOT NULL,
    undated INTEGER NOT NULL,
    dated INTEGER NOT NULL,
    replied INTEGER NOT NULL,
    replies INTEGER NOT NULL,
    PRIMARY KEY (brand, source, platform, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE daily_delays (
    brand TEXT NOT NULL,
    source TEXT NOT NULL,
    platform TEXT NOT NULL,
    day TEXT NOT NULL,
    delay_days INTEGER NOT NULL,
    reviews INTEGER NOT NULL,
    PRIMARY KEY (brand, source, platform, day, delay_days)
) STRICT, WITHOUT ROWID;

CREATE TABLE daily_volumes (
    brand TEXT NOT NULL,
    source TEXT NOT NULL,
    platform TEXT NOT NULL,
    day TEXT NOT NULL,
    language TEXT NOT NULL,
    reviews INTEGER NOT NULL,
    positive INTEGER NOT NULL,
    negative INTEGER NOT NULL,
    neutral INTEGER NOT NULL,
    rated INTEGER NOT NULL,
    star_millionths INTEGER NOT NULL,
    star_square_millionths INTEGER NOT NULL,
    replied INTEGER NOT NULL,
    searched INTEGER NOT NULL,
    PRIMARY KEY (brand, source, platform, day, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE daily_counts (
    brand TEXT NOT NULL,
    source TEXT NOT NULL,
    platform TEXT NOT NULL,
    day TEXT NOT NULL,
    language TEXT NOT NULL,
    theme TEXT NOT NULL,
    complaints INTEGER NOT NULL,
    praises INTEGER NOT NULL,
    PRIMARY KEY (brand, source, platform, day, language, theme)
) STRICT, WITHOUT ROWID;

CREATE TABLE daily_combinations (
    brand TEXT NOT NULL,
    source TEXT NOT NULL,
    platform TEXT NOT NULL,
    day TEXT NOT NULL,
    language TEXT NOT NULL,
    polarity TEXT NOT NULL,
    themes TEXT NOT NULL,
    reviews INTEGER NOT NULL,
    PRIMARY KEY (brand, source, platform, day, language, polarity, themes)
) STRICT, WITHOUT ROWID;

CREATE TABLE daily_signals (
    brand TEXT NOT NULL,
    source TEXT NOT NULL,
    platform TEXT NOT NULL,
    day TEXT NOT NULL,
    language TEXT NOT NULL,
    signal TEXT NOT NULL,
    reviews INTEGER NOT NULL,
    PRIMARY KEY (brand, source, platform, day, language, signal)
) STRICT, WITHOUT ROWID;

CREATE TABLE daily_advice (
    brand TEXT NOT NULL,
    source TEXT NOT NULL,
    platform TEXT NOT NULL,
    day TEXT NOT NULL,
    language TEXT NOT NULL,
    willing INTEGER NOT NULL,
    unwilling INTEGER NOT NULL,
    torn INTEGER NOT NULL,
    PRIMARY KEY (brand, source, platform, day, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE daily_quotes (
    brand TEXT NOT NULL,
    polarity TEXT NOT NULL,
    theme TEXT NOT NULL,
    day TEXT NOT NULL,
    source TEXT NOT NULL,
    platform TEXT NOT NULL,
    language TEXT NOT NULL,
    review TEXT NOT NULL,
    quality INTEGER NOT NULL,
    PRIMARY KEY (brand, polarity, theme, day, source, platform, language, review)
) STRICT, WITHOUT ROWID;

ALTER TABLE review_versions ADD COLUMN platform TEXT;
ALTER TABLE review_versions ADD COLUMN language TEXT;
ALTER TABLE review_versions ADD COLUMN url TEXT;
ALTER TABLE review_versions ADD COLUMN page_url TEXT;
ALTER TABLE review_versions ADD COLUMN twin TEXT;
ALTER TABLE review_versions ADD COLUMN content TEXT;

CREATE TABLE copy_versions (
    review TEXT NOT NULL REFERENCES reviews(id) ON DELETE CASCADE,
    replaced_at TEXT NOT NULL,
    duplicate_of TEXT,
    PRIMARY KEY (review, replaced_at)
) STRICT, WITHOUT ROWID;

CREATE TABLE site_absences (
    kind TEXT NOT NULL CHECK (kind IN ('faq', 'site')),
    brand TEXT NOT NULL,
    source TEXT NOT NULL,
    key TEXT NOT NULL,
    gone_at TEXT NOT NULL,
    returned_at TEXT,
    PRIMARY KEY (kind, brand, source, key, gone_at)
) STRICT, WITHOUT ROWID;
INSERT INTO site_absences
    SELECT 'faq', brand, source, question, gone_at, NULL FROM faq_entries
    WHERE gone_at IS NOT NULL;
INSERT INTO site_absences
    SELECT 'site', brand, source, kind || ':' || value, gone_at, NULL FROM site_signals
    WHERE gone_at IS NOT NULL;

CREATE TABLE page_rating_versions (
    brand TEXT NOT NULL,
    source TEXT NOT NULL,
    value REAL NOT NULL,
    maximum REAL NOT NULL,
    count INTEGER,
    seen_at TEXT NOT NULL,
    replaced_at TEXT NOT NULL,
    PRIMARY KEY (brand, source, replaced_at)
) STRICT, WITHOUT ROWID;

CREATE INDEX reviews_by_day ON reviews(brand, source, platform, coalesce(published_on, ''));
"""


def _trigger(table: str, event: str, stale: str) -> str:
    name = f"{table}_{event.split(maxsplit=1)[0].lower()}_{'old' if 'OLD' in stale else 'new'}"
    return (
        f"CREATE TRIGGER {name} AFTER {event} ON {table} BEGIN"
        # OR IGNORE would give way to the conflict clause of the statement that fires it
        f" INSERT INTO stale_days (brand, source, platform, day) {stale}"
        " ON CONFLICT DO NOTHING; END;\n"
    )


def _triggers() -> str:
    """Whatever changes a row that is counted makes its day stale, the one before and after."""
    made = []
    for event, versions in (
        ("INSERT", ("NEW",)),
        ("DELETE", ("OLD",)),
        (f"UPDATE OF {_COUNTED_COLUMNS}", ("OLD", "NEW")),
    ):
        made += [
            _trigger(
                "reviews",
                event,
                f"VALUES ({one}.brand, {one}.source, {one}.platform,"
                f" coalesce({one}.published_on, ''))",
            )
            for one in versions
        ]
    for table in ("understandings", "mentions", "corrections", "proxy_readings", "proxy_signals"):
        for event, versions in (
            ("INSERT", ("NEW",)),
            ("DELETE", ("OLD",)),
            ("UPDATE", ("OLD", "NEW")),
        ):
            made += [
                _trigger(table, event, f"{_OF_REVIEW} FROM reviews WHERE id = {one}.review")
                for one in versions
            ]
    return "".join(made)


_ALL_STALE = (
    f"INSERT OR IGNORE INTO stale_days (brand, source, platform, day) {_OF_REVIEW} FROM reviews;\n"
)

SQL = _TABLES + _triggers() + _ALL_STALE
