"""Who decided a text's sentiment, how sure that is, and what was learned from stars."""

SQL = """
ALTER TABLE understandings ADD COLUMN lexicon_score REAL;
ALTER TABLE understandings ADD COLUMN confidence REAL;
ALTER TABLE understandings ADD COLUMN engine TEXT NOT NULL DEFAULT 'lexicon';
UPDATE understandings SET lexicon_score = score;

CREATE TABLE lessons (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    language TEXT NOT NULL,
    learned_at TEXT NOT NULL,
    starred INTEGER NOT NULL,
    engine TEXT,
    platforms TEXT NOT NULL,
    made_with TEXT NOT NULL,
    figures TEXT NOT NULL,
    model BLOB
) STRICT;
CREATE INDEX lessons_by_language ON lessons(language, id);
"""
