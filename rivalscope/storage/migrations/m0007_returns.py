"""Since when something that had been gone from a brand's own pages stands there again.

The earlier answers get a table with the columns of its key first: of one where another column
stands among them, SQLite before 3.41 says in ``PRAGMA integrity_check`` that it holds NULLs.
"""

SQL = """
ALTER TABLE faq_entries ADD COLUMN returned_at TEXT;
ALTER TABLE site_signals ADD COLUMN returned_at TEXT;

CREATE TABLE faq_versions_by_key (
    brand TEXT NOT NULL,
    source TEXT NOT NULL,
    question TEXT NOT NULL,
    replaced_at TEXT NOT NULL,
    answer TEXT NOT NULL,
    PRIMARY KEY (brand, source, question, replaced_at)
) STRICT, WITHOUT ROWID;
INSERT INTO faq_versions_by_key (brand, source, question, replaced_at, answer)
SELECT brand, source, question, replaced_at, answer FROM faq_versions;
DROP TABLE faq_versions;
ALTER TABLE faq_versions_by_key RENAME TO faq_versions;
"""
