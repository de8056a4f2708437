"""What people said of mentions; it outlives the mentions, which are made anew by every pack."""

SQL = """
CREATE TABLE corrections (
    review TEXT NOT NULL REFERENCES reviews(id) ON DELETE CASCADE,
    theme TEXT NOT NULL,
    quote TEXT NOT NULL,
    tagged TEXT NOT NULL CHECK (tagged IN ('positive', 'negative', 'neutral')),
    verdict TEXT NOT NULL
        CHECK (verdict IN ('right', 'wrong_theme', 'wrong_polarity', 'skipped')),
    polarity TEXT CHECK (polarity IN ('positive', 'negative', 'neutral')),
    drawn TEXT NOT NULL CHECK (drawn IN ('random', 'doubtful')),
    version TEXT NOT NULL,
    judged_at TEXT NOT NULL,
    PRIMARY KEY (review, theme, quote),
    CHECK ((polarity IS NULL) = (verdict IN ('wrong_theme', 'skipped'))),
    CHECK ((polarity IS tagged) = (verdict = 'right'))
) STRICT, WITHOUT ROWID;
"""
