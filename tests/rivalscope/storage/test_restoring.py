"""Fault 33: what is restored is a database of ours and nothing else, and nobody loses a row."""

import os
import select
import shutil
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest

from rivalscope.errors import StorageError, UsageError
from rivalscope.storage import (
    Store,
    admit,
    back_up,
    backups,
    beside,
    erased_in,
    find_replaced,
    find_unfinished,
    install,
    problems,
    restoring,
    rotate,
)

NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)


@pytest.fixture
def saved(store, path, tmp_path, source, snapshot, review):
    """A sound backup of a database with one review."""
    store.reviews.save([review], source=source, snapshot=snapshot)
    made = back_up(path, tmp_path / "backups", at=NOW)
    store.close()
    return made.path


@pytest.fixture
def started():
    """Starts Python code with arguments, and kills it at the end."""
    running = []

    def starting(code, *arguments):
        command = [sys.executable, "-c", code, *arguments]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        running.append(process)
        return process

    yield starting
    for process in running:
        process.kill()
        process.communicate()


def execute(file, *statements):
    connection = sqlite3.connect(file, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def refused(file, database):
    """Why *file* is not admitted; checks that nothing is left of the attempt."""
    with beside(database) as ready, pytest.raises(UsageError) as caught:
        admit(file, ready)
    assert not list(database.parent.glob(f".{database.name}.restored*"))
    assert str(caught.value).endswith("nothing was changed")
    assert caught.value.exit_code == 2
    return str(caught.value)


HOSTILE = {
    "trigger": "CREATE TRIGGER t AFTER INSERT ON runs BEGIN DELETE FROM reviews; END",
    "view": "CREATE VIEW v AS SELECT load_extension('evil')",
    "table": "CREATE TABLE extra (name TEXT)",
    "index": "CREATE INDEX i ON reviews(abs(rating))",
    "virtual table": "CREATE VIRTUAL TABLE words USING fts5(body)",
    "dropped table": "DROP TABLE page_ratings",
    "dropped index": "DROP INDEX reviews_by_twin",
    "added column": "ALTER TABLE runs ADD COLUMN extra TEXT",
}


@pytest.mark.parametrize("statement", HOSTILE.values(), ids=HOSTILE)
def test_fault_33_a_file_with_more_or_less_than_our_schema_is_refused(saved, path, statement):
    execute(saved, statement)
    assert "is not as Rivalscope makes it" in (told := refused(saved, path)) or "missing" in told


def test_fault_33_a_trigger_under_a_name_of_sqlites_own_is_refused(saved, path):
    execute(
        saved,
        "CREATE TRIGGER t AFTER INSERT ON runs BEGIN DELETE FROM reviews; END",
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET name = 'sqlite_stat1' WHERE name = 't'",
    )
    assert "sqlite_stat1" in refused(saved, path)


def test_fault_33_a_link_a_folder_and_a_pipe_are_refused(saved, path, tmp_path):
    link, pipe = tmp_path / "link", tmp_path / "pipe"
    link.symlink_to(saved)
    os.mkfifo(pipe)
    assert "it is a link" in refused(link, path)
    assert "it is no file" in refused(tmp_path, path)
    assert "it is no file" in refused(pipe, path)
    assert "No such file" in refused(tmp_path / "nothing", path)


@pytest.mark.parametrize("content", [b"", b"a holiday picture" * 1000, b"SQLite format 3\0"])
def test_fault_33_what_is_no_database_is_refused(path, tmp_path, content):
    file = tmp_path / "other"
    file.write_bytes(content)
    refused(file, path)


def test_fault_33_a_file_that_was_cut_off_is_refused(saved, path):
    with saved.open("r+b") as file:
        file.truncate(saved.stat().st_size - 4096)
    assert "it was cut off" in refused(saved, path)


def test_fault_33_a_giant_file_is_not_copied(saved, path, tmp_path):
    giant = tmp_path / "giant"
    with giant.open("wb") as file:
        file.write(saved.read_bytes()[:100])
        file.truncate(2**42)
    assert "should have" in refused(giant, path)


def test_fault_33_a_file_larger_than_the_disk_is_not_copied(saved, path, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: SimpleNamespace(free=9))
    with beside(path) as ready, pytest.raises(StorageError, match="MB are free"):
        admit(saved, ready)


def test_fault_33_a_damaged_file_is_refused(saved, path):
    with saved.open("r+b") as file:
        file.seek(4096 * 3)
        file.write(b"\xff" * 2048)
    refused(saved, path)


def test_fault_33_rows_that_lead_nowhere_are_refused(saved, path):
    execute(saved, "PRAGMA foreign_keys = OFF", "DELETE FROM snapshots")
    assert "leads to a row of snapshots that is not there" in refused(saved, path)


def test_fault_33_a_newer_schema_is_refused(saved, path):
    execute(
        saved,
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
        " VALUES ('rivalscope', 'from_the_future', '2030-01-01')",
    )
    assert "newer Rivalscope (from_the_future)" in refused(saved, path)


def test_fault_33_a_database_of_another_program_is_refused(path, tmp_path):
    file = tmp_path / "history.sqlite"
    execute(file, "CREATE TABLE visits (url TEXT)")
    assert "not written by Rivalscope" in refused(file, path)


def test_fault_33_nothing_is_swapped_while_a_program_has_the_database_open(saved, path):
    code = (
        "import sqlite3, sys\n"
        "connection = sqlite3.connect(sys.argv[1])\n"
        "connection.execute('SELECT * FROM runs').fetchall()\n"
        "print('open', flush=True)\n"
        "sys.stdin.read()"
    )
    reader = subprocess.Popen(
        [sys.executable, "-c", code, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert reader.stdout.readline() == b"open\n"
    before = path.read_bytes()
    with beside(path) as ready:
        admit(saved, ready)
        with pytest.raises(StorageError, match="a program has it open"):
            install(ready, path, at=NOW)
    assert path.read_bytes() == before
    reader.communicate()


def test_the_replaced_database_is_kept_with_all_its_rows(saved, path, source, snapshot, review):
    with Store(path) as store:
        store.reviews.save([replace(review, native_id="2")], source=source, snapshot=snapshot)
    with beside(path) as ready:
        admit(saved, ready)
        kept = install(ready, path, at=NOW)
    with Store(path) as restored, Store(kept) as replaced:
        assert (restored.reviews.count(), replaced.reviews.count()) == (1, 2)


#: Writes to the database again and again, and holds it open for a while; "written" is a line each.
WRITER = """
import sys, time
from pathlib import Path
from rivalscope.errors import StorageError
from rivalscope.storage import Store
while True:
    try:
        with Store(Path(sys.argv[1])) as store:
            with store.tx():
                store._database.execute("UPDATE reviews SET misses = misses + 1")
            print("written", flush=True)
            time.sleep(0.002)
    except StorageError as error:
        print(error, flush=True)
    time.sleep(0.001)
"""


def test_who_writes_while_databases_are_replaced_damages_none(
    saved, path, started, source, snapshot, review
):
    many = [replace(review, native_id=str(n), body=f"{n} {review.body}") for n in range(2, 2002)]
    with Store(path) as store:
        store.reviews.save(many, source=source, snapshot=snapshot)
    large = back_up(path, saved.parent, at=NOW + timedelta(hours=1)).path
    writer = started(WRITER, path)
    assert writer.stdout.readline() == b"written\n"
    restored, refusals = 0, set()
    for attempt in range(400):
        file, reviews = ((saved, 1), (large, 2001))[restored % 2]
        with beside(path) as ready:
            admit(file, ready)
            try:
                install(ready, path, at=NOW + timedelta(seconds=attempt))
            except StorageError as error:
                refusals.add(str(error))
                continue
        restored += 1
        assert problems(path) == ()
        with Store(path) as store:
            assert store.reviews.count() == reviews
        if restored == 12:
            break
    writer.kill()
    assert restored == 12
    assert all("a program has it open" in told for told in refusals)
    assert problems(path) == ()
    assert b"malformed" not in writer.stdout.read()
    assert {problems(one.path, frozen=True) for one in find_replaced(path)} == {()}


#: Opens the database, says so, and writes to it as soon as it may; then it stays open.
WAITING = """
import sys
from pathlib import Path
from rivalscope.storage import Store
print("opens", flush=True)
store = Store(Path(sys.argv[1]))
with store.tx():
    store._database.execute("UPDATE reviews SET misses = 7")
print("written", flush=True)
sys.stdin.read()
"""


def test_who_waits_for_a_database_that_is_replaced_writes_to_the_new_one(
    saved, path, started, monkeypatch
):
    waiting = []

    def settle(*paths):
        waiting.append(started(WAITING, path))
        assert waiting[0].stdout.readline() == b"opens\n"
        select.select([waiting[0].stdout], [], [], 1)  # whoever is kept out has not written by then
        backups.settle(*paths)

    monkeypatch.setattr(restoring, "settle", settle)
    with beside(path) as ready:
        admit(saved, ready)
        install(ready, path, at=NOW)
    (process,) = waiting
    assert process.stdout.readline() == b"written\n"
    process.kill()
    process.wait()
    assert problems(path) == ()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT misses FROM reviews").fetchall() == [(7,)]


def test_a_database_is_not_replaced_where_there_is_no_room_to_go_back(saved, path, monkeypatch):
    before = path.read_bytes()
    with beside(path) as ready:
        admit(saved, ready)
        monkeypatch.setattr(shutil, "disk_usage", lambda folder: SimpleNamespace(free=9))
        with pytest.raises(StorageError, match="MB are free"):
            install(ready, path, at=NOW)
        assert path.read_bytes() == before
        assert find_replaced(path) == ()
        path.unlink()
        with pytest.raises(StorageError, match="MB are free"):
            install(ready, path, at=NOW)
        assert not path.exists()


def test_a_log_without_its_database_is_not_read_into_the_restored_one(saved, path):
    path.unlink()
    path.with_name(f"{path.name}-wal").write_bytes(b"part of a log")
    with beside(path) as ready:
        admit(saved, ready)
        assert install(ready, path, at=NOW) is None
    assert problems(path) == ()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_fault_2_what_a_killed_restore_left_is_gone_after_the_next(saved, path):
    left = path.with_name(f".{path.name}.restored.1-wal")
    left.write_bytes(b"part of somebody's reviews")
    assert find_unfinished(path, saved.parent) == (left,)
    with beside(path) as ready:
        admit(saved, ready)
    assert not left.exists()


def test_a_damaged_database_is_replaced_and_kept_with_its_log(saved, path):
    path.with_name(f"{path.name}-wal").write_bytes(b"part of a log")
    path.write_bytes(b"damaged")
    with beside(path) as ready:
        admit(saved, ready)
        kept = install(ready, path, at=NOW)
    assert kept.read_bytes() == b"damaged"
    assert kept.with_name(f"{kept.name}-wal").read_bytes() == b"part of a log"
    with Store(path) as store:
        assert store.reviews.count() == 1
    assert erased_in(kept) is None


def test_a_replaced_database_goes_with_the_old_backups_its_log_too(saved, path):
    path.with_name(f"{path.name}-wal").write_bytes(b"part of a log")
    path.write_bytes(b"damaged")
    bystander = path.with_name(f"{path.name}.replaced-by-hand")
    bystander.write_bytes(b"not ours")
    with beside(path) as ready:
        admit(saved, ready)
        kept = install(ready, path, at=NOW)
    still = rotate(path, saved.parent, keep=7, days=30, now=NOW + timedelta(days=30))
    assert kept not in {one.path for one in still}
    gone = rotate(path, saved.parent, keep=7, days=30, now=NOW + timedelta(days=30, seconds=1))
    assert kept in {one.path for one in gone}
    assert list(path.parent.glob("*.replaced-*")) == [bystander]
