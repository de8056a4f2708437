"""The file itself: modes, transactions, migrations, damage."""

import sqlite3
import subprocess
import sys
import threading

import pytest
import sqlite_utils

from rivalscope.errors import StorageError
from rivalscope.storage import Store, writing
from rivalscope.storage.database import Database
from rivalscope.storage.migrations import migrations


def test_the_file_is_opened_the_way_we_want_it(path):
    database = Database(path)
    assert database.row("PRAGMA journal_mode") == {"journal_mode": "wal"}
    assert database.row("PRAGMA foreign_keys") == {"foreign_keys": 1}
    database.close()


def test_every_table_of_ours_is_strict(path):
    database = Database(path)
    loose = [
        row["name"]
        for row in database.rows("PRAGMA table_list")
        if row["type"] == "table"
        and not row["strict"]
        and not row["name"].startswith(("sqlite_", "_"))
    ]
    assert loose == []
    database.close()


def test_a_transaction_that_fails_leaves_nothing(path):
    database = Database(path)

    def fail() -> None:
        with database.tx():
            database.execute("INSERT INTO runs (command, started_at) VALUES ('a', 'b')")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert database.rows("SELECT * FROM runs") == []
    database.close()


def test_writers_queue_up_instead_of_failing(path):
    Database(path).close()
    failures = []

    def write() -> None:
        database = Database(path)
        try:
            for _ in range(50):
                with database.tx():
                    count = database.row("SELECT count(*) AS n FROM runs")["n"]
                    database.execute(
                        "INSERT INTO runs (command, started_at) VALUES (?, 'now')", (str(count),)
                    )
        except StorageError as error:
            failures.append(error)
        finally:
            database.close()

    writers = [threading.Thread(target=write) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    database = Database(path)
    assert failures == []
    # each read its own count inside the transaction that wrote: no two saw the same
    assert database.row("SELECT count(DISTINCT command) AS n FROM runs") == {"n": 200}
    database.close()


def test_processes_that_start_at_once_migrate_once(path):
    code = (
        "import sys; from pathlib import Path; from rivalscope.storage import Store\n"
        "Store(Path(sys.argv[1])).close()"
    )
    started = [
        subprocess.Popen([sys.executable, "-c", code, str(path)], stderr=subprocess.PIPE)
        for _ in range(4)
    ]
    errors = [process.communicate()[1] for process in started]
    assert [process.returncode for process in started] == [0] * 4, errors


def test_a_file_that_is_no_database_is_refused(path):
    path.write_bytes(b"this is a holiday picture" * 100)
    with pytest.raises(StorageError, match="damaged or not a database"):
        Store(path)


def test_a_database_of_a_newer_version_is_refused(path):
    Store(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('rivalscope', 'from_the_future', '2030-01-01')"
        )
    connection.close()
    with pytest.raises(StorageError, match=r"newer Rivalscope \(from_the_future\)"):
        Store(path)


def test_a_second_writing_command_is_told_at_once(path):
    with (
        writing(path),
        pytest.raises(StorageError, match=r"process \d+, since .* is writing"),
        writing(path),
    ):
        pass


def test_the_right_to_write_is_free_after_kill_9(path):
    code = (
        "import os, sys; from pathlib import Path; from rivalscope.storage import writing\n"
        "with writing(Path(sys.argv[1])): os.kill(os.getpid(), 9)"
    )
    killed = subprocess.run([sys.executable, "-c", code, str(path)], check=False)
    assert killed.returncode == -9
    with writing(path):
        pass


def test_what_was_understood_before_learning_is_the_lexicons(path):
    old = sqlite_utils.Database(path)
    migrations.apply(old, stop_before="learning")
    old.execute("INSERT INTO snapshots (digest, content_type, body) VALUES ('s', '', x'')")
    old.execute(
        "INSERT INTO reviews (id, brand, source, platform, body, page_url, snapshot, content,"
        " first_seen_at, changed_at) VALUES ('r', 'b', 's', 'p', '', '', 's', 'c', '', '')"
    )
    old.execute("INSERT INTO understandings VALUES ('r', 'c', 'v', 'en', 'positive', 0.6)")
    old.conn.commit()
    old.close()
    database = Database(path)
    assert database.row("SELECT score, lexicon_score, confidence, engine FROM understandings") == {
        "score": 0.6,
        "lexicon_score": 0.6,
        "confidence": None,
        "engine": "lexicon",
    }
    database.close()
