"""Opens the SQLite file the way we want it, and is the only place that begins a transaction."""

from __future__ import annotations

import logging
import os
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import sqlite_utils

from rivalscope.errors import DamagedError, StorageError
from rivalscope.storage.expected_schema import known_migrations
from rivalscope.storage.locks import holder
from rivalscope.storage.migrations import migrations
from rivalscope.storage.soundness import is_unavailable

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from pathlib import Path

    Parameters = Sequence[object] | dict[str, object]

T = TypeVar("T")

_LOG = logging.getLogger(__name__)

#: How long a writer waits for another one, how often, before it gives up.
BUSY_SECONDS = 10.0
#: Most memory that SQLite keeps pages in.
CACHE_KIB = 65_536
_TRIES = 3
#: A database that is not brought up to date in the twinkling of an eye.
_LARGE_BYTES = 50_000_000


class Database:
    """One SQLite file: WAL, foreign keys, STRICT tables, schema up to date."""

    def __init__(self, path: Path) -> None:
        """Opens or creates the file at *path* and migrates it.

        Raises StorageError where it can't be opened or was written by a newer Rivalscope, and
        DamagedError where it is no database. A new file can be read by its owner only.
        """
        self.path = path
        self._begins = "BEGIN IMMEDIATE"
        with _told(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.exists():  # touching one that is there would look like a change
                path.touch(mode=0o600)
            # isolation_level None: Python opens no transaction of its own behind our tx()
            connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
            self._db = sqlite_utils.Database(connection)
            try:
                self._set_up()
                self._migrate()
            except BaseException:  # or whoever keeps the error keeps the file locked as well
                connection.close()
                raise

    def close(self) -> None:
        """Gives the file back; the object is of no use afterwards."""
        self._db.close()

    @contextmanager
    def tx(self) -> Generator[None, None, None]:
        """One write transaction, begun at once; inside another one it is part of that.

        SQLite's default is to begin lazily and fail at the first write when another writer got in
        between; ``BEGIN IMMEDIATE`` queues up instead.
        """
        if self._db.conn.in_transaction:
            yield
            return
        with _told(self.path):
            self._begin()
            try:
                yield
            except BaseException:
                self._db.rollback()
                raise
            self._db.execute("COMMIT")

    def keep_to_temporary_tables(self) -> None:
        """From now on nothing is written to the file: no writer waits, nothing is referred to."""
        self._begins = "BEGIN"
        self._db.execute("PRAGMA foreign_keys = OFF")

    def rows(self, sql: str, parameters: Parameters = ()) -> list[dict[str, Any]]:
        """What *sql* selects."""
        with _told(self.path):
            return list(self._db.query(sql, parameters))

    def tuples(self, sql: str, parameters: Parameters = ()) -> list[tuple[Any, ...]]:
        """What *sql* selects, without the names of the columns: for many rows."""
        with _told(self.path):
            return self._db.execute(sql, parameters).fetchall()

    def row(self, sql: str, parameters: Parameters = ()) -> dict[str, Any] | None:
        """The first row *sql* selects, if any."""
        return next(iter(self.rows(sql, parameters)), None)

    def execute(self, sql: str, parameters: Parameters = ()) -> sqlite3.Cursor:
        """Runs one writing statement; call it inside ``tx()``."""
        return self._db.execute(sql, parameters)

    def execute_many(
        self, sql: str, rows: Sequence[Sequence[object]] | Sequence[dict[str, object]]
    ) -> None:
        """Runs one writing statement for each of *rows*; call it inside ``tx()``."""
        self._db.conn.executemany(sql, rows)

    def empty_log(self) -> bool:
        """Moves the write-ahead log into the file, so that nothing deleted stays in the log.

        False where somebody reads the file for so long that it can't be done; the log goes with
        the last program that has the file open.
        """
        row = self.row("PRAGMA wal_checkpoint(TRUNCATE)")
        return row is not None and not row["busy"]

    def _set_up(self) -> None:
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = NORMAL")
        # the log goes into the file every 16 MB and not every 4: the same pages change often
        self._db.execute("PRAGMA wal_autocheckpoint = 4000")
        # reviews lie in the order of hashes: what a night changes is spread over all pages
        self._db.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        self._db.execute("PRAGMA foreign_keys = ON")
        # what is deleted is overwritten: an erased text must not live on in a free page
        self._db.execute("PRAGMA secure_delete = ON")

    def _begin(self) -> None:
        """Waits its turn among writers; a reader of the file can hold one up as well."""
        for left in reversed(range(_TRIES)):
            try:
                self._db.execute(self._begins)
            except sqlite3.OperationalError as error:
                if not left or not _is_busy(error):
                    raise
            else:
                return

    def _migrate(self) -> None:
        newer = {one.name for one in migrations.applied(self._db)} - set(known_migrations())
        if newer:
            names = ", ".join(sorted(newer))
            message = f"database {self.path}: written by a newer Rivalscope ({names}): upgrade it"
            raise StorageError(message)
        if migrations.pending(self._db):
            if self.path.stat().st_size > _LARGE_BYTES:
                _LOG.warning(
                    "%s (%s MB) is brought up to date for this version, once: it may take minutes",
                    self.path.name,
                    f"{self.path.stat().st_size // 1_000_000:,}",
                    extra={"aloud": True},
                )
            # in one immediate transaction, so that processes that start at once queue up
            with self.tx():
                migrations.apply(self._db)


@contextmanager
def _told(path: Path) -> Generator[None, None, None]:
    """SQLite's errors in the user's terms."""
    try:
        yield
    except sqlite3.OperationalError as error:
        message = f"database {path}: {_reason(error, path)}"
        raise StorageError(message) from error
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.IntegrityError | sqlite3.ProgrammingError):
            raise  # our mistake, not the file's
        message = f"database {path}: damaged or not a database: {error}"
        raise DamagedError(message) from error
    except OSError as error:
        message = f"database {path}: {error.strerror or error}"
        raise StorageError(message) from error


def _reason(error: sqlite3.OperationalError, path: Path) -> str:
    if _is_busy(error):
        waited = _TRIES * BUSY_SECONDS
        return (
            f"{holder(path) or 'a program that is none of ours'} has been writing for over"
            f" {waited:.0f} s; try again when it has ended"
        )
    if "full" in str(error):
        return "the disk is full: nothing of this step was kept, the rest is safe; make room"
    if is_unavailable(error) and not os.access(path.parent, os.W_OK):
        return f"folder {path.parent.resolve()} can't be written, and SQLite keeps its log there"
    return str(error)


def _is_busy(error: sqlite3.OperationalError) -> bool:
    return "locked" in str(error) or "busy" in str(error)
