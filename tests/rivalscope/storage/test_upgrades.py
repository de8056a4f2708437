"""A database of every earlier version is brought up to date with all its rows."""

from contextlib import closing
from datetime import UTC, datetime

import pytest
import sqlite_utils

from rivalscope.storage import (
    Store,
    admit,
    back_up,
    beside,
    known_migrations,
    problems,
    search_copy,
)
from rivalscope.storage.migrations import migrations

EARLIER = known_migrations()[1:]
FETCHED = "2026-09-30T02:30:00+00:00"
ROWS = {
    "runs": {"id": 1, "command": "crawl", "started_at": FETCHED, "finished_at": FETCHED},
    "snapshots": {"digest": "s", "content_type": "text/html", "body": b""},
    "fetches": {
        "run": 1, "brand": "b", "source": "s", "url": "http://a.example/",
        "fetched_at": FETCHED, "snapshot": "s",
    },
    "source_runs": {
        "run": 1, "brand": "b", "source": "s", "platform": "p", "kind": "reviews", "state": "ok",
        "pages": 1, "read": 1, "new": 1, "changed": 0, "complete": 1, "finished_at": FETCHED,
    },
    "reviews": {
        "id": "review:1", "brand": "b", "source": "s", "platform": "p", "body": "Too late.",
        "published_on": "2026-09-01", "page_url": "http://a.example/", "snapshot": "s",
        "content": "c", "first_seen_at": FETCHED, "changed_at": FETCHED,
    },
    "understandings": {
        "review": "review:1", "content": "c", "version": "v", "language": "en",
        "sentiment": "negative", "score": -0.5,
    },
    "mentions": {
        "review": "review:1", "theme": "delivery", "polarity": "negative", "start": 0, "end": 8,
        "quote": "Too late", "rule": "cue",
    },
    "faq_entries": {
        "brand": "b", "source": "s", "question": "When?", "answer": "Soon.",
        "page_url": "http://a.example/", "snapshot": "s", "first_seen_at": FETCHED,
    },
    "page_ratings": {
        "brand": "b", "source": "s", "value": 4.0, "maximum": 5.0, "count": 9, "seen_at": FETCHED,
    },
}  # fmt: skip


@pytest.fixture(params=EARLIER, ids=lambda name: f"before_{name}")
def old(request, path):
    """A database of one earlier version with a row in each of its first tables."""
    database = sqlite_utils.Database(path)
    migrations.apply(database, stop_before=request.param)
    for table, row in ROWS.items():
        database[table].insert(row)
    database.conn.commit()
    database.close()
    return path


def kept(path):
    """How many rows of each table are what was put there."""
    with closing(sqlite_utils.Database(path)) as database:
        return {
            table: sum(row.items() <= found.items() for found in database[table].rows)
            for table, row in ROWS.items()
        }


def test_every_row_is_kept_and_the_file_is_sound(old):
    Store(old).close()
    assert kept(old) == dict.fromkeys(ROWS, 1)
    assert problems(old) == ()


def test_a_backup_of_any_version_is_restored_and_brought_up_to_date(old, tmp_path):

    made = back_up(old, tmp_path / "backups", at=datetime(2026, 11, 22, tzinfo=UTC))
    with beside(old) as ready:
        admit(made.path, ready)
        assert kept(ready) == dict.fromkeys(ROWS, 1)
        assert problems(ready) == ()


def test_a_copy_of_any_version_is_searched_as_it_is(old):
    before = old.read_bytes()
    nothing = dict.fromkeys(("review", "url", "author", "text"))
    assert search_copy(old, **nothing | {"text": "Too late"}) == ("review:1",)
    assert search_copy(old, ids=["review:1", "review:2"], **nothing) == ("review:1",)
    assert search_copy(old, **nothing | {"author": "Jana"}) == ()
    assert old.read_bytes() == before


def test_that_a_large_one_takes_its_time_is_said_aloud_and_once(path, caplog, monkeypatch):
    old = sqlite_utils.Database(path)
    migrations.apply(old, stop_before=EARLIER[-1])
    old.close()
    monkeypatch.setattr("rivalscope.storage.database._LARGE_BYTES", 1_000)
    for _ in range(2):
        Store(path).close()
    (record,) = caplog.records
    assert record.aloud
    assert "is brought up to date for this version" in record.getMessage()
