"""Since when something that had been gone from a brand's own pages stands there again."""

SQL = """
ALTER TABLE faq_entries ADD COLUMN returned_at TEXT;
ALTER TABLE site_signals ADD COLUMN returned_at TEXT;
"""
