"""Whether a file is a database of ours, whole, and with nothing in it that is not ours."""

from __future__ import annotations

import json
import sqlite3
import zlib
from contextlib import closing, contextmanager
from datetime import date, datetime
from itertools import islice
from typing import TYPE_CHECKING, get_args

from rivalscope.errors import DamagedError, RivalscopeError, StorageError
from rivalscope.models import DatePrecision, Polarity
from rivalscope.storage.expected_schema import applied_migrations, differences

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator
    from pathlib import Path

#: How every SQLite file begins: https://sqlite.org/fileformat2.html
MAGIC = b"SQLite format 3\0"
#: How reading a file ends that is none of SQLite's; what it says of that may be no text either.
UNREADABLE = (sqlite3.Error, UnicodeDecodeError)
_UNAVAILABLE = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_FULL,
    }
)
#: More problems than that tell nobody more.
_MOST = 5
#: Columns that hold JSON; those that end in `_on` or `_at` hold days and moments.
_JSON = frozenset({"statuses", "fields", "figures", "facts", "next_urls"})
#: Tables that have rows before anything was collected.
_MADE_BY_ITSELF = frozenset({"secrets", "job_runs"})
_WORDS: dict[str, frozenset[str]] = {
    "polarity": frozenset(get_args(Polarity)),
    "sentiment": frozenset({*get_args(Polarity), "unknown"}),
    "date_precision": frozenset(get_args(DatePrecision)),
}


@contextmanager
def reading(path: Path, *, frozen: bool = False) -> Generator[sqlite3.Connection, None, None]:
    """The file at *path*, opened so that nothing is written and nothing in it can act.

    A *frozen* file is nobody else's: it is read as it lies there, without a log beside it. Raises
    sqlite3's errors.
    """
    mode = "immutable=1" if frozen else "mode=ro"
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?{mode}", uri=True)) as connection:
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
        yield connection


def problems(path: Path, *, thorough: bool = True, frozen: bool = False) -> tuple[str, ...]:
    """What is wrong with the database at *path*, at most five things; nothing if all is well.

    Its schema, its pages, what leads from row to row, and, if *thorough*, its indexes and whether
    each day, moment, list and packed page can be read. Raises StorageError where the file can't be
    opened or is locked.
    """
    try:
        with reading(path, frozen=frozen) as connection:
            return tuple(islice(_problems(connection, thorough=thorough), _MOST))
    except UNREADABLE as error:
        if is_unavailable(error):
            message = f"database {path}: {error}"
            raise StorageError(message) from error
        return (str(error),)


def applied_in(path: Path) -> tuple[str, ...]:
    """Names of the migrations that the database at *path* has behind it.

    Raises DamagedError where it is no database, StorageError where it can't be opened.
    """
    with told(path), reading(path) as connection:
        return applied_migrations(connection)


def is_empty(path: Path) -> bool:
    """Whether a database of ours holds nothing that somebody collected, said or decided.

    That a scheduler was started on it is none of these. Raises DamagedError where it is no
    database, StorageError where it can't be opened.
    """
    with told(path), reading(path) as connection:
        tables = (table for table in _tables(connection) if table not in _MADE_BY_ITSELF)
        rows = (connection.execute(f'SELECT 1 FROM "{table}" LIMIT 1') for table in tables)
        return not any(row.fetchone() for row in rows)


@contextmanager
def told(path: Path) -> Generator[None, None, None]:
    """SQLite's errors while the file at *path* is read, as ours."""
    try:
        yield
    except UNREADABLE as error:
        kind = StorageError if is_unavailable(error) else DamagedError
        # where no copy can be made of a damaged file, SQLite's words are about the copy
        reason = "damaged" if _code(error) == sqlite3.SQLITE_CORRUPT else str(error)
        message = f"database {path}: {reason}"
        raise kind(message) from error


def is_unavailable(error: Exception) -> bool:
    """Whether the file can't be had at the moment, which says nothing of what is in it."""
    return _code(error) in _UNAVAILABLE


def _code(error: Exception) -> int | None:
    """SQLite's primary result code (https://sqlite.org/rescode.html); None of other errors."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF


def is_foreseen(error: Exception) -> bool:
    """Whether *error* is one that a sound database gives, too.

    A StorageError is not where it stands for an answer of SQLite's that is put in our words, such
    as a table that is not there.
    """
    if isinstance(error, StorageError):
        return not isinstance(error.__cause__, sqlite3.OperationalError)
    return isinstance(error, RivalscopeError | OSError)


def _problems(connection: sqlite3.Connection, *, thorough: bool) -> Iterator[str]:
    foreign = tuple(differences(connection))
    yield from foreign
    if foreign:
        return  # what the file itself brings along is not run, and checks would run it
    check = "integrity_check" if thorough else "quick_check"
    for (line,) in connection.execute(f"PRAGMA {check}"):
        if line != "ok":
            yield str(line)
    for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"a row of {table} leads to a row of {parent} that is not there"
    if thorough:
        yield from _unreadable(connection)


def _unreadable(connection: sqlite3.Connection) -> Iterator[str]:
    """Values that are what their column does not hold, one of each column."""
    for table in _tables(connection):
        columns = [str(row[1]) for row in connection.execute(f'PRAGMA table_info("{table}")')]
        checks = {name: check for name in columns if (check := _check_of(table, name))}
        if not checks:
            continue
        names = ", ".join(f'"{name}"' for name in checks)
        rows = connection.execute(f'SELECT {names} FROM "{table}"')
        wrong = {
            name
            for row in rows
            for (name, check), value in zip(checks.items(), row, strict=True)
            if value not in {None, "", b""} and not check(value)
        }
        for name in sorted(wrong):
            yield f"{name} of {table} holds what it can't"


def _tables(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return [name for (name,) in rows if not name.startswith(("sqlite_", "_sqlite_"))]


def _check_of(table: str, column: str) -> Callable[[object], bool] | None:
    if column in _WORDS:
        return _WORDS[column].__contains__
    readers: tuple[tuple[bool, Callable[..., object]], ...] = (
        (column.endswith("_on"), date.fromisoformat),
        (column.endswith("_at"), datetime.fromisoformat),
        (column in _JSON, json.loads),
        ((table, column) == ("snapshots", "body"), zlib.decompress),
    )
    return next((_succeeds(read) for applies, read in readers if applies), None)


def _succeeds(read: Callable[..., object]) -> Callable[[object], bool]:
    def reads(value: object) -> bool:
        try:
            read(value)
        except (ValueError, TypeError, zlib.error):
            return False
        return True

    return reads
