"""A full disk and a file that somebody else holds: told in plain words, and nothing is lost."""

import shutil
import sqlite3
import subprocess
import threading
import time
from dataclasses import replace

import pytest

from rivalscope.errors import StorageError
from rivalscope.storage import Store, database, locks, packed, problems, writing
from rivalscope.storage.copies import Copies
from rivalscope.storage.migrations import m0001_first_schema, m0002_crawl_ledger
from rivalscope.storage.privacy import Privacy
from rivalscope.storage.reviews import Reviews


def many(review, count):
    return [
        replace(review, native_id=str(number), body=f"{number} " * 200) for number in range(count)
    ]


def test_fault_3_a_full_disk_keeps_what_was_there_and_goes_on_once_there_is_room(
    store, path, source, snapshot, review
):
    file = database.Database(path)
    reviews = Reviews(file, authors=Privacy(file).authors, copies=Copies(file))
    reviews.save([review], source=source, snapshot=snapshot)
    pages = file.row("PRAGMA page_count")["page_count"]
    file.execute(f"PRAGMA max_page_count = {pages + 3}")
    with pytest.raises(StorageError, match=r"the disk is full.*make room"):
        reviews.save(many(review, 500), source=source, snapshot=snapshot)
    assert reviews.count() == 1
    assert file.row("PRAGMA integrity_check") == {"integrity_check": "ok"}
    file.execute("PRAGMA max_page_count = 1000000")
    reviews.save(many(review, 500), source=source, snapshot=snapshot)
    assert reviews.count() == 500
    file.close()


@pytest.fixture
def small_disk(tmp_path):
    """A disk of two megabytes, where the machine lets us have one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    options = ["-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)]
    try:
        mounted = subprocess.run(["mount", *options], check=False, capture_output=True)
    except OSError:
        pytest.skip("no command mounts disks here")
    if mounted.returncode:
        pytest.skip("only root may mount a disk")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_fault_3_a_disk_that_is_really_full_keeps_what_was_there(
    small_disk, source, snapshot, review
):
    with Store(small_disk / "market.sqlite") as store:
        run = store.runs.start("test", at=snapshot.fetched_at)
        store.pages.save(packed(snapshot), source=source, run=run)
        store.reviews.save([review], source=source, snapshot=snapshot)
        ballast = small_disk / "ballast"
        with ballast.open("wb") as file:
            file.write(bytes(shutil.disk_usage(small_disk).free))
        with pytest.raises(StorageError, match=r"the disk is full.*make room"):
            store.reviews.save(many(review, 200), source=source, snapshot=snapshot)
        assert store.reviews.count() == 1
        ballast.unlink()
        store.reviews.save(many(review, 200), source=source, snapshot=snapshot)
        assert store.reviews.count() == 200
    assert problems(small_disk / "market.sqlite") == ()


def test_fault_3_a_writing_command_does_not_begin_on_a_nearly_full_disk(path, monkeypatch):
    monkeypatch.setattr(locks, "LEAST_FREE_BYTES", 2**62)
    with pytest.raises(StorageError, match="MB are free"), writing(path):
        pass
    assert not path.exists()


def hold(path, seconds):
    """Another program holds the write lock of the file for so long."""
    held = threading.Event()

    def holding():
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute("BEGIN IMMEDIATE")
        held.set()
        time.sleep(seconds)
        connection.execute("COMMIT")
        connection.close()

    thread = threading.Thread(target=holding)
    thread.start()
    held.wait(timeout=5)
    return thread


def test_fault_4_a_file_locked_for_three_seconds_is_waited_for(
    store, path, source, snapshot, review
):
    thread = hold(path, 3.0)
    assert store.reviews.save([review], source=source, snapshot=snapshot).new == 1
    thread.join()


def test_fault_4_a_file_locked_for_long_ends_with_the_name_of_its_holder(
    path, monkeypatch, source, snapshot
):
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.2)
    with Store(path) as store, writing(path):
        thread = hold(path, 1.5)
        with pytest.raises(StorageError, match=r"process \d+, since .* has been writing for over"):
            store.pages.save(packed(snapshot), source=source, run=1)
        thread.join()


def test_fault_4_a_foreign_holder_is_called_that(path, monkeypatch, source, snapshot):
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.2)
    with Store(path) as store:
        thread = hold(path, 1.5)
        with pytest.raises(StorageError, match="a program that is none of ours"):
            store.pages.save(packed(snapshot), source=source, run=1)
        thread.join()


def test_fault_4_four_writers_of_two_hundred_batches_never_fail(path, source, snapshot, review):
    errors = []

    def write(number):
        with Store(path) as store:
            for batch in range(200):
                one = replace(review, native_id=f"{number}-{batch}")
                try:
                    store.reviews.save([one], source=source, snapshot=snapshot)
                except StorageError as error:
                    errors.append(error)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    with Store(path) as store:
        assert store.reviews.count() == 800


def test_a_database_of_the_first_version_is_brought_up_to_date(path):
    old = sqlite3.connect(path)
    old.executescript(m0001_first_schema.SQL)
    old.execute(
        "CREATE TABLE _sqlite_migrations (id INTEGER PRIMARY KEY, migration_set TEXT,"
        " name TEXT, applied_at TEXT)"
    )
    old.execute(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
        " VALUES ('rivalscope', 'first_schema', '2026-11-01')"
    )
    old.execute("INSERT INTO runs (id, command, started_at) VALUES (1, 'crawl', '2026-11-01')")
    old.execute(
        "INSERT INTO source_runs VALUES (1, 'b', 's', 'p', 'reviews', 'failed', 'HTTP 503',"
        " 0, 0, 0, 0, 0, '2026-11-01T02:30:00+00:00')"
    )
    old.commit()
    old.close()
    with Store(path) as store:
        ((run, _),) = store.runs.latest_of_sources().values()
    assert (run.state, run.reason, run.statuses) == ("error", "HTTP 503", {})


def test_a_migration_that_is_killed_leaves_the_file_as_it_was(path, monkeypatch):
    monkeypatch.setattr(m0002_crawl_ledger, "SQL", m0002_crawl_ledger.SQL + "\nSELECT broken;\n")
    with pytest.raises(StorageError):
        Store(path)
    monkeypatch.undo()
    with Store(path) as store:
        assert store.reviews.count() == 0


def test_a_folder_that_can_not_be_written_is_told_as_that(path, monkeypatch):
    Store(path).close()
    path.with_name(f"{path.name}-wal").mkdir()  # SQLite can't make its log
    with pytest.raises(StorageError, match=r"unable to open"):
        Store(path)
    # what a superuser may do anywhere is taken from whoever runs this
    monkeypatch.setattr(database.os, "access", lambda folder, mode: False)
    with pytest.raises(StorageError, match=rf"folder {path.parent} can't be written"):
        Store(path)
