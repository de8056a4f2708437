"""What was promised, by whom and until when; and the figures that only the user knows.

Nothing is ever deleted here: a goal is closed, and a figure typed anew stands beside the old one.
"""

SQL = """
CREATE TABLE goals (
    id TEXT PRIMARY KEY,
    brand TEXT NOT NULL,
    metric TEXT NOT NULL,
    theme TEXT,
    title TEXT,
    baseline REAL NOT NULL,
    target REAL NOT NULL CHECK (target != baseline),
    started_on TEXT NOT NULL,
    deadline TEXT NOT NULL CHECK (deadline > started_on),
    owner TEXT NOT NULL CHECK (owner != ''),
    parent TEXT REFERENCES goals(id),
    tactic TEXT,
    recorded_at TEXT NOT NULL,
    closed_on TEXT,
    closed_at TEXT,
    CHECK ((closed_on IS NULL) = (closed_at IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE goal_measures (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    goal TEXT NOT NULL REFERENCES goals(id),
    measured_on TEXT NOT NULL,
    value REAL NOT NULL,
    recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX goal_measures_by_goal ON goal_measures(goal, measured_on, id);
"""
