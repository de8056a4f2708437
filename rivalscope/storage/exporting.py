"""Every table as a file of its own, and back from JSON Lines into an empty database.

JSON Lines are exact: a row is an object, bytes are base64 by the type of their column. CSV is for
spreadsheets and can't be read back: there NULL and the empty text look alike, and a text that could
be taken for a formula has an apostrophe in front.
"""

from __future__ import annotations

import base64
import csv
import json
import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from typing import IO, TYPE_CHECKING, Any, Final, Literal, TypeAlias

from rivalscope.batches import batched
from rivalscope.errors import DamagedError, UsageError
from rivalscope.storage.backups import settle
from rivalscope.storage.database import Database
from rivalscope.storage.expected_schema import (
    applied_migrations,
    differences,
    empty_database,
    known_migrations,
)
from rivalscope.storage.foreign_files import opened, refused
from rivalscope.storage.soundness import problems, reading, told
from rivalscope.text import guarded

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

Format: TypeAlias = Literal["jsonl", "csv"]
MANIFEST: Final = "export.json"
_AT_ONCE = 1_000
#: A row with a page of 8 MB, in base64, stays under this.
_LONGEST_LINE = 64 * 2**20


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What stands in an exported folder."""

    tables: Mapping[str, int]
    """Table -> rows."""


def export_tables(database: Path, folder: Path, *, form: Format) -> Exported:
    """Writes each table of *database* to ``TABLE.FORMAT`` in *folder*, all as of one moment.

    Only its owner can read it: the key of the authors' hashes is among it. Raises UsageError where
    *folder* holds anything already, StorageError where the database can't be read.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        message = f"export {folder}: it is there already and holds something: name an empty folder"
        raise UsageError(message)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with told(database), reading(database) as connection:
        connection.execute("BEGIN")  # so that all tables are of one moment
        for problem in differences(connection):
            message = f"database {database}: {problem}"
            raise DamagedError(message)
        tables = {
            table: _write(connection, table, folder / f"{table}.{form}", form=form)
            for table in _tables(connection)
        }
        manifest = {
            "format": form,
            "migrations": applied_migrations(connection),
            "tables": tables,
            "sequences": dict(connection.execute("SELECT name, seq FROM sqlite_sequence")),
        }
    # last and at once: a folder without it is an export that did not end
    beside = folder / f".{MANIFEST}"
    beside.write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    settle(beside, folder / MANIFEST)
    return Exported(tables=tables)


def import_tables(folder: Path, path: Path) -> Exported:
    """Makes a database at *path* of the JSON Lines in *folder*, row by row the same; migrates it.

    Raises UsageError with file and line where *folder* is no export of ours.
    """
    manifest = _manifest(folder)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with (
        closing(sqlite3.connect(path, isolation_level=None)) as connection,
        closing(empty_database(manifest["migrations"])) as schema,
    ):
        schema.backup(connection)
        # what triggers make of a row stands in a table of its own, which is in the export too
        triggers = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall()
        connection.execute("BEGIN")
        for name, _ in triggers:
            connection.execute(f'DROP TRIGGER "{name}"')
        tables = {table: _load(connection, table, folder) for table in _tables(connection)}
        for table, sequence in manifest["sequences"].items():
            connection.execute("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
            connection.execute("INSERT INTO sqlite_sequence VALUES (?, ?)", (table, sequence))
        for _, sql in triggers:
            connection.execute(sql)
        connection.execute("COMMIT")
    if tables != manifest["tables"]:
        raise refused(folder / MANIFEST, "it counts other rows than the files hold")
    if found := problems(path, frozen=True):
        raise refused(folder, found[0])
    Database(path).close()
    return Exported(tables=tables)


def _tables(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return [name for (name,) in rows if not name.startswith("sqlite_")]


def _columns(connection: sqlite3.Connection, table: str) -> dict[str, str]:
    """Column -> type, in their order."""
    return {row[1]: row[2] for row in connection.execute(f'PRAGMA table_info("{table}")')}


def _write(connection: sqlite3.Connection, table: str, path: Path, *, form: Format) -> int:
    """Writes the table in the order of its key; gives the number of its rows."""
    columns = list(_columns(connection, table))
    rows = connection.execute(f'SELECT * FROM "{table}"')
    count = 0
    with _private(path) as file:
        writer = csv.writer(file)
        if form == "csv":
            file.write("\ufeff")
            writer.writerow(columns)
        for row in rows:
            count += 1
            if form == "csv":
                writer.writerow(map(_cell, row))
            else:
                values = dict(zip(columns, map(_packed, row), strict=True))
                file.write(json.dumps(values, ensure_ascii=False) + "\n")
        file.flush()
        os.fsync(file.fileno())
    return count


def _private(path: Path) -> IO[str]:
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    return os.fdopen(descriptor, "w", encoding="utf-8", newline="")


def _packed(value: object) -> object:
    return base64.b64encode(value).decode() if isinstance(value, bytes) else value


def _cell(value: object) -> object:
    packed = _packed(value)
    return guarded(packed) if isinstance(packed, str) else packed


def _manifest(folder: Path) -> dict[str, Any]:
    path = folder / MANIFEST
    with opened(path) as descriptor:
        content = os.pread(descriptor, _LONGEST_LINE, 0)
    try:
        read = json.loads(content)
        manifest = {name: read[name] for name in ("format", "migrations", "tables", "sequences")}
        migrations = set(map(str, manifest["migrations"]))
        sequences = {str(table): int(last) for table, last in manifest["sequences"].items()}
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise refused(path, "it is not what `rivalscope export` writes") from error
    if manifest["format"] != "jsonl":
        raise refused(folder, "only JSON Lines can be restored: export with --format jsonl")
    if newer := migrations - set(known_migrations()):
        names = ", ".join(sorted(newer))
        raise refused(folder, f"it is of a newer Rivalscope ({names}): upgrade it")
    return {**manifest, "migrations": migrations, "sequences": sequences}


def _load(connection: sqlite3.Connection, table: str, folder: Path) -> int:
    """Puts the rows of the file of *table* into it; gives their number."""
    columns = _columns(connection, table)
    path = folder / f"{table}.jsonl"
    marks = ", ".join("?" for _ in columns)
    connection.execute(f'DELETE FROM "{table}"')  # what migrations put there is in the file too
    count = 0
    try:
        for rows in batched(_rows(path, columns), _AT_ONCE):
            count += len(rows)
            connection.executemany(f'INSERT INTO "{table}" VALUES ({marks})', rows)
    except (sqlite3.Error, OverflowError) as error:
        raise refused(path, f"before line {count + 1}: {error}") from error
    return count


def _rows(path: Path, columns: Mapping[str, str]) -> Iterator[list[object]]:
    with opened(path) as descriptor, os.fdopen(os.dup(descriptor), "rb") as file:
        lines = iter(partial(file.readline, _LONGEST_LINE), b"")
        for number, line in enumerate(lines, start=1):
            yield _row(line, columns, path=path, number=number)


def _row(line: bytes, columns: Mapping[str, str], *, path: Path, number: int) -> list[object]:
    try:
        values = json.loads(line)
        row = [_unpacked(values[name], kind) for name, kind in columns.items()]
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise refused(path, f"line {number}: {error!r}") from error
    if len(values) != len(columns):
        raise refused(path, f"line {number}: it has columns that {path.stem} has not")
    return row


def _unpacked(value: object, kind: str) -> object:
    if kind != "BLOB" or value is None:
        return value
    return base64.b64decode(str(value), validate=True)
