"""Whether a customer would recommend a brand is counted as people corrected it.

The days of what they judged are counted anew; those of all other reviews were right.
"""

SQL = """
INSERT OR IGNORE INTO stale_days (brand, source, platform, day)
SELECT r.brand, r.source, r.platform, coalesce(r.published_on, '')
FROM corrections c JOIN reviews r ON r.id = c.review
WHERE c.theme IN ('recommend', 'loyalty');
"""
