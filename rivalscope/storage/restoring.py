"""Puts another file in the place of the database: first looked at as a stranger, then swapped."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing, contextmanager, suppress
from glob import escape
from typing import TYPE_CHECKING

from rivalscope.errors import StorageError
from rivalscope.storage.backups import replaced_name, settle
from rivalscope.storage.database import Database
from rivalscope.storage.foreign_files import opened, refused
from rivalscope.storage.locks import check_room
from rivalscope.storage.outbox import SENT
from rivalscope.storage.soundness import MAGIC, UNREADABLE, is_unavailable, problems, reading

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from datetime import datetime
    from pathlib import Path

    from rivalscope.storage.outbox import Sent
    from rivalscope.storage.privacy import Suppression


class _Unreadable(Exception):  # ruff: ignore[error-suffix-on-exception-name] - it ends nothing
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
    path = database.with_name(f".{database.name}.restored.{os.getpid()}")
    for left in database.parent.glob(f".{escape(database.name)}.restored.*"):
        left.unlink()
    try:
        yield path
    finally:
        _drop(path)


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
    """Puts the file at *path* in the place of *database*; gives where the replaced one lies now.

    None where there was none. There is a whole database in the place at any moment. Raises
    StorageError where another program has the replaced one open, and touches nothing then.
    """
    kept = None
    if database.exists():
        kept = database.with_name(replaced_name(database, at=at))
        if kept.exists():
            message = f"{kept}: it is there already: try again in a second"
            raise StorageError(message)
        with _log_kept(database, kept):
            _close_log(database)
        os.link(database, kept)
    _close_log(path)
    settle(path, database)
    return kept


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


def _close_log(database: Path) -> None:
    """Brings the write-ahead log into the file and drops it; raises _Unreadable where it can't.

    Only the last one to have a database open can do that, so this also finds whoever else has.
    """
    try:
        with closing(sqlite3.connect(database, timeout=0, isolation_level=None)) as connection:
            if connection.execute("PRAGMA journal_mode = DELETE").fetchone() != ("delete",):
                raise _Unreadable
    except UNREADABLE as error:
        if is_unavailable(error):
            message = f"database {database}: a program has it open: end that and try again"
            raise StorageError(message) from error
        raise _Unreadable from error


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
        kept_log.unlink(missing_ok=True)
    except _Unreadable:
        for suffix in ("-wal", "-shm"):
            database.with_name(f"{database.name}{suffix}").unlink(missing_ok=True)
    except StorageError:
        kept_log.unlink(missing_ok=True)
        raise


def _drop(path: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(f"{path.name}{suffix}").unlink(missing_ok=True)
