"""What ran by itself, once a day: the ledger of the jobs."""

SQL = """
CREATE TABLE job_runs (
    id INTEGER PRIMARY KEY,
    job TEXT NOT NULL,
    local_date TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN
        ('running', 'ok', 'partial', 'failed', 'timeout', 'interrupted', 'killed', 'skipped')),
    attempt INTEGER NOT NULL,
    started_at TEXT NOT NULL,
    ended_at TEXT,
    exit_code INTEGER,
    pid INTEGER,
    log_tail TEXT NOT NULL DEFAULT '',
    UNIQUE (job, local_date)
) STRICT;
"""
