"""What a database of ours holds by its migrations, and how a file differs from that."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import starmap
from typing import TYPE_CHECKING

import sqlite_utils

from rivalscope.storage.migrations import migrations

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

#: What SQLite keeps for itself, as it writes it.
_INTERNAL = frozenset(
    {
        ("table", "sqlite_sequence", "create table sqlite_sequence(name,seq)"),
        ("table", "sqlite_stat1", "create table sqlite_stat1(tbl,idx,stat)"),
    }
)
_APPLIED = "SELECT name FROM _sqlite_migrations WHERE migration_set = ? ORDER BY id"


def known_migrations() -> tuple[str, ...]:
    """Names of the migrations this version has, in their order."""
    with closing(sqlite_utils.Database(memory=True)) as nothing:
        return tuple(one.name for one in migrations.pending(nothing))


def applied_migrations(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Names of the migrations that a database has behind it; none where it is not ours."""
    try:
        return tuple(starmap(str, connection.execute(_APPLIED, (migrations.name,))))
    except sqlite3.OperationalError as error:
        if "no such" not in str(error):
            raise
        return ()


def empty_database(applied: Collection[str]) -> sqlite3.Connection:
    """A database in memory that has exactly the *applied* migrations behind it, and no rows."""
    database = sqlite_utils.Database(memory=True)
    migrations.ensure_migrations_table(database)
    for one in migrations.pending(database):
        if one.name in applied:
            one.fn(database)
    database.conn.commit()
    return database.conn


def differences(connection: sqlite3.Connection) -> Iterator[str]:
    """What a file holds that no migration of ours made, or lacks, in words; nothing if all is well.

    Runs nothing that stands in the file: its triggers, views and defaults are only read as text.
    """
    applied = applied_migrations(connection)
    if not applied:
        yield "it was not written by Rivalscope"
        return
    newer = set(applied) - set(known_migrations())
    if newer:
        yield f"it was written by a newer Rivalscope ({', '.join(sorted(newer))}): upgrade it"
        return
    with closing(empty_database(applied)) as ours:
        expected, found = _objects(ours), _objects(connection)
    for kind, name, _ in sorted(found - expected):
        yield f"{kind} {name} is not as Rivalscope makes it"
    for kind, name, _ in sorted(expected - found):
        if not any(name == other for _, other, _ in found):
            yield f"{kind} {name} is missing"


def _objects(connection: sqlite3.Connection) -> set[tuple[str, str, str]]:
    """Kind, name and statement of all that was ever created; the indexes of keys have none."""
    rows = connection.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_master")
    return {(kind, name, _plain(sql)) for kind, name, sql in rows} - _INTERNAL


def _plain(sql: str) -> str:
    """Without what versions of SQLite write differently: quotes, blanks, and case."""
    return " ".join(sql.replace('"', "").lower().split())
