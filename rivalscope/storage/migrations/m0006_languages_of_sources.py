"""The language that prevails in a source, for its texts that tell none themselves."""

SQL = """
ALTER TABLE understandings ADD COLUMN source_language TEXT;
CREATE INDEX understandings_open ON understandings(review)
    WHERE language = 'unknown' OR source_language IS NOT NULL;
"""
