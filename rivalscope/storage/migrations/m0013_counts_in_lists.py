"""Of a day, a place and a language one row of counts, with a list of all its themes.

A report reads a year of days: as many rows as there are themes a day took most of its time. What
was counted is kept.
"""

SQL = """
CREATE TABLE counts_after (
    brand TEXT NOT NULL,
    source TEXT NOT NULL,
    platform TEXT NOT NULL,
    day TEXT NOT NULL,
    language TEXT NOT NULL,
    themes TEXT NOT NULL,
    complaints TEXT NOT NULL,
    praises TEXT NOT NULL,
    told_complaints TEXT NOT NULL,
    told_praises TEXT NOT NULL,
    PRIMARY KEY (brand, source, platform, day, language)
) STRICT, WITHOUT ROWID;
INSERT INTO counts_after
    SELECT brand, source, platform, day, language, json_group_array(theme),
        json_group_array(complaints), json_group_array(praises),
        json_group_array(told_complaints), json_group_array(told_praises)
    FROM (SELECT * FROM daily_counts ORDER BY brand, source, platform, day, language, theme)
    GROUP BY brand, source, platform, day, language;
DROP TABLE daily_counts;
ALTER TABLE counts_after RENAME TO daily_counts;

CREATE TABLE combinations_after (
    brand TEXT NOT NULL,
    source TEXT NOT NULL,
    platform TEXT NOT NULL,
    day TEXT NOT NULL,
    language TEXT NOT NULL,
    polarity TEXT NOT NULL,
    combinations TEXT NOT NULL,
    reviews TEXT NOT NULL,
    PRIMARY KEY (brand, source, platform, day, language, polarity)
) STRICT, WITHOUT ROWID;
INSERT INTO combinations_after
    SELECT brand, source, platform, day, language, polarity, json_group_array(themes),
        json_group_array(reviews)
    FROM (
        SELECT * FROM daily_combinations
        ORDER BY brand, source, platform, day, language, polarity, themes
    )
    GROUP BY brand, source, platform, day, language, polarity;
DROP TABLE daily_combinations;
ALTER TABLE combinations_after RENAME TO daily_combinations;
"""
