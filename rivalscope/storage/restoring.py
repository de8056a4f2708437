"""Puts another file in the place of the database: looked at as a stranger first, then taken over.

SQLite names the write-ahead log after the file. So where a file is replaced by another of its name,
whoever has the old one open (or waits for its lock, as a lock belongs to the file and not to its
name) gives or reads the log of the new one, and damages it. No lock on the old file prevents that,
since who waits goes on once it is freed. Therefore the file stays, and SQLite itself overwrites
what is in it, in one transaction that nobody else gets into.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing, contextmanager, suppress
from glob import escape
from typing import TYPE_CHECKING

from rivalscope.errors import StorageError
from rivalscope.storage.backups import replaced_name, settle, size_with_log
from rivalscope.storage.database import Database
from rivalscope.storage.foreign_files import opened, refused
from rivalscope.storage.locks import check_room
from rivalscope.storage.outbox import SENT
from rivalscope.storage.soundness import MAGIC, UNREADABLE, is_unavailable, problems, reading, told

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from datetime import datetime
    from pathlib import Path

    from rivalscope.storage.outbox import Sent
    from rivalscope.storage.privacy import Suppression


class _UnreadableError(Exception):
    """A database is so damaged that SQLite can't open it."""


#: Where the header says how large a page is, and how many there are:
#: https://sqlite.org/fileformat2.html
_PAGE_SIZE = slice(16, 18)
_PAGE_COUNT = slice(28, 32)
_HEADER_BYTES = 100


@contextmanager
def beside(database: Path) -> Generator[Path, None, None]:
    """The name of a file beside *database* in which another one can be made ready.

    Whatever lies there afterwards is deleted, and so is what a process that was killed left there:
    the caller holds the right to write.
    """
    database.parent.mkdir(parents=True, exist_ok=True)
    _drop_beside(database)
    try:
        yield database.with_name(f".{database.name}.restored.{os.getpid()}")
    finally:
        _drop_beside(database)


def admit(file: Path, path: Path) -> None:
    """Copies *file* to *path*, if it is a sound database of ours, and brings that up to date.

    The copy is what is looked at, so *file* can't become another one meanwhile; nothing that stands
    in it is run before its schema is known to be ours. Raises UsageError where it is anything else:
    no regular file, no database, cut off, damaged, newer, or with triggers, views or tables of its
    own. Raises StorageError where there is no room for it.
    """
    with opened(file) as descriptor:
        size = os.fstat(descriptor).st_size
        _check_header(file, os.pread(descriptor, _HEADER_BYTES, 0), size=size)
        check_room(path.parent, needed_bytes=size)
        target = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(os.dup(descriptor), "rb") as source, os.fdopen(target, "wb") as copy:
            shutil.copyfileobj(source, copy, 1 << 20)
    found = problems(path, frozen=True)
    if found:
        raise refused(file, "; ".join(found))
    Database(path).close()


def erased_in(database: Path) -> tuple[Suppression, ...] | None:
    """All that must not come back, by the database at that path; None where it can't be read."""
    rows = _rows(database, "SELECT key, kind, added_at FROM suppressions")
    if rows is None:
        return None
    return tuple((str(key), str(kind), str(moment)) for key, kind, moment in rows)


def sent_from(database: Path) -> Sequence[Sent]:
    """The messages that were delivered from the database at that path; none of a damaged one."""
    damage = problems(database, thorough=False)
    return () if damage else _rows(database, SENT) or ()


def install(path: Path, database: Path, *, at: datetime) -> Path | None:
    """Puts what is in the file at *path* into *database*; gives where what was there lies now.

    None where there was none. There is a whole database in the place at any moment. Raises
    StorageError where another program has it open or there is no room, and touches nothing then.
    """
    kept = database.with_name(replaced_name(database, at=at))
    if kept.exists():
        message = f"{kept}: it is there already: try again in a second"
        raise StorageError(message)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    _check_room(path, database)
    database.touch(mode=0o600)
    is_new = not database.stat().st_size
    try:
        with _log_kept(database, kept), _held(database) as old:
            if not is_new:
                _copy(old, path.with_name(f"{path.name}.kept"), kept)
            with _undone(kept), closing(sqlite3.connect(path)) as new:
                new.backup(old)
    except _UnreadableError:
        # SQLite refuses to read it, so that whoever opens or awaits the old file goes no further
        os.link(database, kept)
        settle(path, database)
    return None if is_new else kept


def _rows(database: Path, sql: str) -> list[tuple[object, ...]] | None:
    """What *sql* selects there; nothing of an earlier version, None where it can't be read."""
    try:
        with reading(database) as connection:
            return connection.execute(sql).fetchall()
    except UNREADABLE as error:
        return [] if "no such table" in str(error) else None


def _check_header(file: Path, header: bytes, *, size: int) -> None:
    if not header.startswith(MAGIC):
        raise refused(file, "it is no SQLite database")
    page_size = int.from_bytes(header[_PAGE_SIZE], "big")
    page_size = 65_536 if page_size == 1 else page_size
    expected = page_size * int.from_bytes(header[_PAGE_COUNT], "big")
    if size != expected:
        raise refused(file, f"it has {size:,} bytes and should have {expected:,}: it was cut off")


@contextmanager
def _held(database: Path) -> Generator[sqlite3.Connection, None, None]:
    """A connection that keeps everybody else out of *database*, whose log is in the file.

    Only the last one to have a database open gets that far, so this also finds whoever else has;
    in the exclusive mode a lock that was taken is held until the end. Raises _UnreadableError where
    SQLite can't read the file.
    """
    with closing(sqlite3.connect(database, timeout=0, isolation_level=None)) as connection:
        try:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")
        except UNREADABLE as error:
            if is_unavailable(error):
                message = f"database {database}: a program has it open: end that and try again"
                raise StorageError(message) from error
            raise _UnreadableError from error
        with told(database):
            yield connection  # of what is damaged inside, pages are copied as they are


def _copy(old: sqlite3.Connection, beside: Path, kept: Path) -> None:
    """Keeps all pages of *old* as *kept*; opening its file ourselves would free SQLite's locks."""
    os.close(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with closing(sqlite3.connect(beside)) as copy:
        old.backup(copy)
    settle(beside, kept)


@contextmanager
def _undone(kept: Path) -> Generator[None, None, None]:
    """Nothing was replaced where replacing it fails."""
    try:
        yield
    except BaseException:
        kept.unlink(missing_ok=True)
        raise


def _check_room(path: Path, database: Path) -> None:
    """For what is kept, for SQLite to be able to go back, and for what is larger than before."""
    new, old = path.stat().st_size, size_with_log(database)
    check_room(database.parent, needed_bytes=2 * old + max(0, new - old))


@contextmanager
def _log_kept(database: Path, kept: Path) -> Generator[None, None, None]:
    """Keeps the log of *database* beside *kept* where it can't be brought into the file.

    SQLite deletes the log of a file that it can't read; somebody may still want to try.
    """
    log, kept_log = (path.with_name(f"{path.name}-wal") for path in (database, kept))
    with suppress(FileNotFoundError):
        shutil.copyfile(log, kept_log)
    try:
        yield
    except _UnreadableError:
        for suffix in ("-wal", "-shm"):
            database.with_name(f"{database.name}{suffix}").unlink(missing_ok=True)
        raise
    except BaseException:
        kept_log.unlink(missing_ok=True)
        raise
    kept_log.unlink(missing_ok=True)


def _drop_beside(database: Path) -> None:
    for left in database.parent.glob(f".{escape(database.name)}.restored.*"):
        left.unlink()
