"""A backup is whole, private and checked, and hinders nobody."""

import signal
import sqlite3
import stat
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from rivalscope.errors import DamagedError, StorageError
from rivalscope.storage import (
    Store,
    back_up,
    find_backups,
    find_good_backup,
    find_unfinished,
    locks,
    rotate,
)
from rivalscope.storage.migrations import migrations

NOW = datetime(2026, 11, 22, 3, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "backups"


def test_a_backup_has_all_rows_also_those_that_only_the_log_has(
    store, path, folder, source, snapshot, review
):
    store.reviews.save([review], source=source, snapshot=snapshot)
    made = back_up(path, folder, at=NOW)
    assert made.path == folder / "market-20261122T030000Z.sqlite"
    with Store(made.path) as copy:
        assert copy.reviews.count() == 1


def test_only_its_owner_can_read_it(store, path, folder):
    made = back_up(path, folder, at=NOW)
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_it_is_made_while_somebody_writes_and_holds_what_was_settled(store, path, folder):
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("INSERT INTO runs (command, started_at) VALUES ('crawl', '2026-11-22')")
    made = back_up(path, folder, at=NOW)
    writer.execute("COMMIT")
    writer.close()
    with Store(made.path) as copy:
        assert copy.runs.find_latest() is None
    assert store.runs.find_latest()


def test_a_backup_of_an_earlier_schema_stays_one(path, folder):
    with sqlite3.connect(path) as old:
        old.execute("CREATE TABLE other (name TEXT)")
    old.close()
    with pytest.raises(DamagedError, match="not written by Rivalscope"):
        back_up(path, folder, at=NOW)
    assert not list(folder.iterdir())


def test_without_room_nothing_is_begun(store, path, folder, monkeypatch):
    monkeypatch.setattr(locks, "LEAST_FREE_BYTES", 2**62)
    with pytest.raises(StorageError, match="MB are free"):
        back_up(path, folder, at=NOW)
    assert not list(folder.iterdir())


#: Copies a database and dies before the copy has its name.
KILLED = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from rivalscope.storage import back_up, backups
backups.problems = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)
back_up(Path(sys.argv[1]), Path(sys.argv[2]), at=datetime(2026, 11, 22, 3, tzinfo=UTC))
"""


def test_fault_2_what_a_killed_backup_leaves_is_known_and_does_not_stay(store, path, folder):
    done = subprocess.run([sys.executable, "-c", KILLED, path, folder], check=False, timeout=60)
    assert done.returncode == -signal.SIGKILL
    (left,) = folder.iterdir()
    assert find_unfinished(path, folder) == (left,)
    assert find_backups(path, folder) == ()
    back_up(path, folder, at=NOW)
    assert left.exists()  # for all we know, somebody is at it
    made = datetime.fromtimestamp(left.stat().st_mtime, tz=UTC)
    back_up(path, folder, at=made + timedelta(days=1, seconds=1))
    assert not left.exists()


def test_the_latest_are_kept_and_what_is_old_goes_but_never_the_last(store, path, folder):
    days = (0, 1, 2, 40, 50)
    for day in days:
        back_up(path, folder, at=NOW - timedelta(days=day))
    (folder / "market-notes.sqlite").write_bytes(b"not ours")
    gone = rotate(path, folder, keep=2, days=30, now=NOW)
    assert len(gone) == 3
    assert [one.made_at for one in find_backups(path, folder)] == [NOW, NOW - timedelta(days=1)]
    later = NOW + timedelta(days=365)
    rotate(path, folder, keep=2, days=30, now=later)
    assert [one.made_at for one in find_backups(path, folder)] == [NOW]
    assert (folder / "market-notes.sqlite").exists()


def test_a_backup_that_was_damaged_is_not_the_last_good_one(store, path, folder):
    good = back_up(path, folder, at=NOW)
    bad = back_up(path, folder, at=NOW + timedelta(hours=1))
    with bad.path.open("r+b") as file:
        file.truncate(bad.size // 2)
    assert find_good_backup(path, folder) == replace(good)


def test_every_earlier_schema_can_be_backed_up(path, folder):
    import sqlite_utils  # ruff: ignore[import-outside-top-level] - as old versions made it

    old = sqlite_utils.Database(path)
    migrations.apply(old, stop_before="goals")
    old.close()
    made = back_up(path, folder, at=NOW)
    with sqlite3.connect(made.path) as copy:
        names = [name for (name,) in copy.execute("SELECT name FROM _sqlite_migrations")]
    copy.close()
    assert names[-1] == "returns"
